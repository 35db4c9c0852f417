//! Whoever has the store is killed while all of them write: another takes over, nothing acknowledged is lost, nothing is done twice.
//!
//! Each round kills one of three processes that work in one folder, mostly the one that has the store, and starts it anew.

use std::fs;
use std::path::Path;
use std::time::Duration;

use crate::faults::promise::{check, is_whole};
use crate::faults::troupe::{Troupe, WRITERS};
use crate::faults::writer::{At, Planted};
use crate::support::rounds;

/// The number of the process that has the store, as its lock says.
pub fn holder(dir: &Path) -> Option<u32> {
    let said = fs::read_to_string(dir.join("lock")).ok()?;
    let mut numbers = said.split(|it: char| !it.is_ascii_digit());
    numbers.find_map(|it| it.parse().ok())
}

/// Works, kills and looks what is there at the end. An error says which promise was broken.
fn life(rounds: usize, planted: Option<Planted>) -> Result<(), String> {
    let dir = tempfile::tempdir().unwrap();
    let mut troupe = Troupe::start(At::Folder(dir.path()), planted);
    let mut longest = Duration::ZERO;
    for round in 1..=rounds {
        troupe.all_work();
        let holder = holder(dir.path()).and_then(|it| troupe.of_process(it));
        let victim = match holder {
            Some(it) if round % 4 > 0 => it,
            _ => round % WRITERS,
        };
        troupe.kill(victim);
        // Who is left goes on without help, before the next one comes.
        longest = longest.max(troupe.goes_on_without(victim));
        troupe.revive(victim);
    }
    troupe.all_work();
    let said = troupe.end();
    println!("{} said, the longest pause {longest:?}", said.len());
    check(dir.path(), &said)?;
    is_whole(dir.path());
    Ok(())
}

#[test]
fn whoever_has_the_store_is_killed_again_and_again() {
    life(rounds(100), None).unwrap();
}

#[test]
fn planted_a_writer_that_asks_again_under_another_number_is_caught() {
    let caught = (0..5).find_map(|_| life(6, Some(Planted::Renumbering)).err());
    assert!(
        caught.as_ref().is_some_and(|it| it.contains("twice")),
        "{caught:?}"
    );
}
