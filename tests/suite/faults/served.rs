//! `smotr serve` under three clients that write: the server is killed and started again, or the clients are. The clients go on by
//! themselves, nothing acknowledged is lost, nothing is done twice.

use std::fs;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command as Process, Stdio};

use super::promise::{check, is_whole};
use super::troupe::{Troupe, WRITERS};
use super::writer::{At, Planted, Said, Word};
use crate::support::desk::PATIENCE;
use crate::support::rounds;

const ROUNDS: usize = 100;

/// A store that is served by the program itself.
struct Served {
    dir: tempfile::TempDir,
    server: Child,
}

impl Served {
    fn new() -> Served {
        let dir = tempfile::tempdir().unwrap();
        let store = dir.path().join("store");
        fs::create_dir(&store).unwrap();
        check(&store, &[]).unwrap();
        let server = serve(dir.path());
        Served { dir, server }
    }

    fn socket(&self) -> PathBuf {
        self.dir.path().join("socket")
    }

    /// As a power supply would, and at once started again, as the system would.
    fn kill(&mut self) {
        self.server.kill().unwrap();
        self.server.wait().unwrap();
        self.server = serve(self.dir.path());
    }

    /// Ends it by force; whether the promises are kept.
    fn end(mut self, said: &[Said]) -> Result<(), String> {
        self.server.kill().unwrap();
        self.server.wait().unwrap();
        let store = self.dir.path().join("store");
        check(&store, said)?;
        is_whole(&store);
        Ok(())
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// Starts the server, and waits until somebody answers.
fn serve(dir: &Path) -> Child {
    let socket = dir.join("socket");
    let server = Process::new(env!("CARGO_BIN_EXE_smotr"))
        .arg("--data")
        .arg(dir.join("store"))
        .args(["serve", "--socket"])
        .arg(&socket)
        .env("HOME", dir)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let end = std::time::Instant::now() + PATIENCE;
    while UnixStream::connect(&socket).is_err() {
        assert!(std::time::Instant::now() < end, "nobody serves");
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    server
}

fn saved(said: &[Said]) -> usize {
    let is_saved = |it: &&Said| matches!(it.word, Word::Saved(_));
    said.iter().filter(is_saved).count()
}

/// The server dies so many times.
fn server_dies(rounds: usize, planted: Option<Planted>) -> Result<(), String> {
    let mut served = Served::new();
    let socket = served.socket();
    let mut troupe = Troupe::start(At::Socket(&socket), planted);
    for _ in 0..rounds {
        troupe.all_work();
        served.kill();
    }
    troupe.all_work();
    let said = troupe.end();
    println!("server killed {rounds} times: {} saved", saved(&said));
    served.end(&said)
}

/// Clients die so many times, one after another.
fn clients_die(rounds: usize, planted: Option<Planted>) -> Result<(), String> {
    let served = Served::new();
    let socket = served.socket();
    let mut troupe = Troupe::start(At::Socket(&socket), planted);
    for round in 0..rounds {
        troupe.all_work();
        troupe.kill(round % WRITERS);
        troupe.revive(round % WRITERS);
    }
    troupe.all_work();
    let said = troupe.end();
    println!("clients killed {rounds} times: {} saved", saved(&said));
    served.end(&said)
}

#[test]
fn the_server_is_killed_again_and_again_and_clients_go_on_by_themselves() {
    server_dies(rounds(ROUNDS), None).unwrap();
}

#[test]
fn clients_are_killed_again_and_again_and_what_they_asked_is_done_once() {
    clients_die(rounds(ROUNDS), None).unwrap();
}

#[test]
fn planted_a_client_that_asks_again_under_another_number_is_caught() {
    for life in [server_dies, clients_die] {
        let caught = (0..8).find_map(|_| life(5, Some(Planted::Renumbering)).err());
        let caught = caught.unwrap_or_default();
        assert!(caught.contains("twice"), "{caught}");
    }
}
