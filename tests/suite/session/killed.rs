//! Whoever has the store is killed while all of them write: another takes over, nothing acknowledged is lost, nothing is done twice.
//!
//! Each round kills one of three processes that work in one folder, mostly the one that has the store, and starts it anew. The words
//! of each recommendation are its writer's own, so that one done twice is there twice.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command as Process, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Instant;

use smotr::domain::command::{Command, RecommendationDraft};
use smotr::domain::followup::{Addressee, Due};
use smotr::domain::record::CommandId;
use smotr::service::link::{Answer, News};
use smotr::store::disk::RealDisk;
use smotr::store::{Opening, Store};

use super::{opening, sit_down};
use crate::support::desk::{PATIENCE, clock};
use crate::support::rounds;
use crate::support::world::{EREMIN, OPEN, date};

const FOLDER: &str = "SMOTR_TEST_SESSION";
const NAME: &str = "SMOTR_TEST_NAME";
/// Planted: after a loss the writer asks again by itself, as if the session did not.
const PLANTED: &str = "SMOTR_TEST_PLANTED";

const WRITERS: usize = 3;

pub fn advice(text: &str) -> Command {
    Command::Recommend(vec![RecommendationDraft {
        addressees: vec![Addressee {
            person: Some(EREMIN),
            organisation: crate::support::world::SCHOOL_1,
        }],
        period: OPEN,
        ground: None,
        text: text.to_owned(),
        expected: "Итог".to_owned(),
        due: Due::On(date("2026-09-01")),
    }])
}

/// Not a test by itself: a process that works in the folder until it is killed.
#[test]
fn child_that_works() {
    let Ok(dir) = std::env::var(FOLDER) else {
        return;
    };
    let name = std::env::var(NAME).unwrap();
    let planted = std::env::var_os(PLANTED).is_some();
    let mut orlova = sit_down(opening(Path::new(&dir), "orlova", "orlova"));
    for number in 0.. {
        let text = format!("Рекомендация-{name}-{number}");
        let id = orlova.send(advice(&text));
        let answer = loop {
            match orlova.hear() {
                News::Answer { id: of, answer } if of == id => break answer,
                News::Again(_) if planted => drop(orlova.send(advice(&text))),
                _ => {}
            }
        };
        match answer {
            Answer::Done(commit) => println!("saved {text} {} {}", id.0, commit.seq.0),
            other => panic!("{other:?}"),
        }
    }
}

/// One of those who work, and the lines that it says.
struct Writer(Child);

/// Who has said that what is saved under which number, as which commit.
type Saved = (usize, String, CommandId, u64);

impl Writer {
    fn start(dir: &Path, of: usize, life: usize, planted: bool, tell: Sender<Saved>) -> Writer {
        let mut command = Process::new(std::env::current_exe().unwrap());
        command
            .args([
                "--exact",
                "session::killed::child_that_works",
                "--nocapture",
            ])
            .env(FOLDER, dir)
            .env(NAME, format!("{of}-{life}"))
            .stderr(Stdio::null())
            .stdout(Stdio::piped());
        if planted {
            command.env(PLANTED, "1");
        }
        let mut child = command.spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                let Some((_, line)) = line.split_once("saved ") else {
                    continue;
                };
                let mut words = line.split(' ');
                let mut word = || words.next().unwrap();
                let (text, id, seq) = (word().to_owned(), word(), word());
                let (id, seq) = (CommandId(id.parse().unwrap()), seq.parse().unwrap());
                let _ = tell.send((of, text, id, seq));
            }
        });
        Writer(child)
    }

    fn end(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The number of the process that has the store, as its lock says.
pub fn holder(dir: &Path) -> Option<u32> {
    let said = fs::read_to_string(dir.join("lock")).ok()?;
    let mut numbers = said.split(|it: char| !it.is_ascii_digit());
    numbers.find_map(|it| it.parse().ok())
}

/// Waits until each of them has got something saved.
fn all_work(said: &Receiver<Saved>, saved: &mut Vec<Saved>) {
    let mut seen = [false; WRITERS];
    while !seen.iter().all(|it| *it) {
        let line = said.recv_timeout(PATIENCE).expect("nobody goes on");
        seen[line.0] = true;
        saved.push(line);
    }
}

/// Works, kills and looks what is there at the end. An error says which promise was broken.
fn life(rounds: usize, planted: bool) -> Result<(), String> {
    let dir = tempfile::tempdir().unwrap();
    let (tell, said) = mpsc::channel();
    let start = |of, life| Writer::start(dir.path(), of, life, planted, tell.clone());
    let mut writers: Vec<Writer> = (0..WRITERS).map(|of| start(of, 0)).collect();
    let mut saved = Vec::new();
    let mut longest = std::time::Duration::ZERO;
    for round in 1..=rounds {
        all_work(&said, &mut saved);
        let holds = holder(dir.path());
        let holder = writers.iter().position(|it| Some(it.0.id()) == holds);
        let victim = match holder {
            Some(it) if round % 4 > 0 => it,
            _ => round % WRITERS,
        };
        writers[victim].end();
        let killed = Instant::now();
        // Who is left goes on without help, before the next one comes.
        let others = loop {
            let line = said.recv_timeout(PATIENCE).expect("nobody goes on");
            let of = line.0;
            saved.push(line);
            if of != victim {
                break killed.elapsed();
            }
        };
        longest = longest.max(others);
        writers[victim] = start(victim, round);
    }
    all_work(&said, &mut saved);
    drop(writers);
    drop(tell);
    saved.extend(said.iter());
    println!("{} saved, the longest pause {longest:?}", saved.len());
    check(dir.path(), &saved)
}

/// Opens what is left: all that was acknowledged is there under its number, and everything once.
fn check(dir: &Path, saved: &[Saved]) -> Result<(), String> {
    let how = Opening {
        account: "orlova",
        now: clock().at,
        create: false,
    };
    let (mut store, state, _) = Store::open(Arc::new(RealDisk), dir, how, &mut |_| {})
        .map_err(|error| error.to_string())?;
    let found = store.verify().map_err(|error| error.to_string())?;
    if !found.is_good() {
        return Err(format!("{found:?}"));
    }
    let mut times: BTreeMap<&str, Vec<u64>> = BTreeMap::new();
    for it in state.recommendations.values() {
        times.entry(&it.body.text).or_default().push(it.stamp.rev.0);
    }
    for (_, text, _, seq) in saved {
        if !times.get(text.as_str()).is_some_and(|it| it.contains(seq)) {
            return Err(format!("{text} is lost"));
        }
    }
    if let Some((text, _)) = times.iter().find(|it| it.1.len() > 1) {
        return Err(format!("{text} is done twice"));
    }
    store.close().map_err(|error| error.to_string())
}

#[test]
fn whoever_has_the_store_is_killed_again_and_again() {
    life(rounds(100), false).unwrap();
}

#[test]
fn planted_a_writer_that_asks_again_under_another_number_is_caught() {
    let caught = (0..5).find_map(|_| life(6, true).err());
    assert!(
        caught.as_ref().is_some_and(|it| it.contains("twice")),
        "{caught:?}"
    );
}
