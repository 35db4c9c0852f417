//! Where a life begins: a folder without a store, a store left in order, one that somebody was killed in, one whose journal is torn.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;

use super::promise::check;
use super::writer::{At, Orders, Said};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    Nothing,
    LeftInOrder,
    Killed,
    /// Somebody was killed in a write, and the derived state is gone: opening cuts the tear off and makes the state anew.
    Torn,
}

impl Start {
    /// Makes the folder so; what was promised in it.
    pub fn make(self, dir: &Path) -> Vec<Said> {
        fs::create_dir(dir).unwrap();
        match self {
            Start::Nothing => Vec::new(),
            Start::LeftInOrder => {
                check(dir, &[]).unwrap();
                Vec::new()
            }
            Start::Killed => killed(dir),
            Start::Torn => {
                let said = killed(dir);
                fs::remove_dir_all(dir.join("sled")).unwrap();
                let segment = dir.join("journal/000001.smj");
                let mut journal = fs::File::options().append(true).open(segment).unwrap();
                journal.write_all(b"SMJ\x1A: not all of a frame").unwrap();
                said
            }
        }
    }
}

/// Somebody works until somebody else kills them.
fn killed(dir: &Path) -> Vec<Said> {
    let orders = Orders::new(At::Folder(dir), "прежний", usize::MAX);
    let mut process = orders.process(None).spawn().unwrap();
    let lines = BufReader::new(process.stdout.take().unwrap()).lines();
    let mut said = Vec::new();
    for line in lines.map_while(Result::ok) {
        said.extend(line.parse());
        if said.len() == 40 {
            process.kill().unwrap();
        }
    }
    process.wait().unwrap();
    // A name of nobody, which a copy does not take along.
    let _ = fs::remove_file(dir.join(smotr::service::socket::NAME));
    said
}
