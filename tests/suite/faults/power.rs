//! The power goes while the real process works: its calls are recorded, and what may be on its disk afterwards is opened. Everything
//! acknowledged until then is there, once.
//!
//! The recorder must have seen a write and a sync of it for every word of the process; a recorder that misses calls would prove nothing.

use std::fs;
use std::path::{Path, PathBuf};

use super::machine::{Left, Machine, lengths};
use super::promise::{check, is_whole};
use super::recorded::{self, Event};
use super::start::Start;
use super::strace::{self, Strace};
use super::writer::{At, Orders, Said, Word, has_left};
use crate::support::{copy, rounds};

/// States that are opened, of each life.
const STATES: usize = 400;

/// A life as it was recorded: where it began, and what happened.
struct Life {
    dir: tempfile::TempDir,
    /// What was promised before it began.
    before: Vec<Said>,
    events: Vec<Event>,
}

impl Life {
    /// Somebody works in a store that is made first, or is there already.
    fn record(start: Start, inject: &[&str]) -> Life {
        let dir = tempfile::tempdir().unwrap();
        let (base, store) = (dir.path().join("base"), dir.path().join("store"));
        let before = start.make(&base);
        copy(&base, &store);
        let strace = Strace {
            log: Some(dir.path().join("log")),
            also: &recorded::ALSO,
            inject: inject.iter().map(|it| (*it).to_owned()).collect(),
            ..Strace::default()
        };
        let output = strace.run(&Orders::new(At::Folder(&store), "новый", 24));
        let output = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(has_left(&output), "{output}");
        let events = recorded::events(&dir.path().join("log"), &store, lengths(&base));
        let life = Life {
            dir,
            before,
            events,
        };
        life.is_complete();
        life
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// What was recorded leads to what is there: nothing was missed.
    fn is_complete(&self) {
        let mut machine = Machine::of(&self.path("base"));
        for event in &self.events {
            machine.take(event);
        }
        let made = self.path("made");
        machine.cut(Left::Everything, &mut fastrand::Rng::new(), &made);
        let store = self.path("store");
        assert_eq!(lengths(&made), lengths(&store));
        for name in lengths(&store).keys() {
            let same = fs::read(made.join(name)).unwrap() == fs::read(store.join(name)).unwrap();
            assert!(same, "{} is another", name.display());
        }
    }

    /// Words that were said before what they promise was written and synced.
    fn too_soon(&self) -> Vec<&Said> {
        let is_about = |event: &Event, said: &Said| {
            let id = said.id.0.to_be_bytes();
            match event {
                Event::Write(path, _, bytes) => {
                    path.starts_with("journal") && bytes.windows(id.len()).any(|it| it == id)
                }
                _ => false,
            }
        };
        let mut too_soon = Vec::new();
        for (at, event) in self.events.iter().enumerate() {
            let Event::Said(
                said @ Said {
                    word: Word::Saved(_),
                    ..
                },
            ) = event
            else {
                continue;
            };
            let mut before = self.events[..at].iter();
            let written = before.by_ref().find(|it| is_about(it, said));
            let is_synced = match written {
                Some(Event::Write(path, ..)) => before.any(|it| *it == Event::Sync(path.clone())),
                _ => false,
            };
            too_soon.extend((!is_synced).then_some(said));
        }
        too_soon
    }

    /// Cuts the power at so many moments and opens what may be left; what is found broken.
    fn cut(&self, states: usize) -> Vec<String> {
        let mut rng = fastrand::Rng::with_seed(41);
        let mut moments: Vec<(usize, Left)> = (0..states)
            .map(|n| (rng.usize(..=self.events.len()), Left::ALL[n % 4]))
            .collect();
        moments.sort_by_key(|it| it.0);
        let mut machine = Machine::of(&self.path("base"));
        let mut said = self.before.clone();
        let mut broken = Vec::new();
        let mut past = 0;
        for (moment, left) in moments {
            for event in &self.events[past..moment] {
                machine.take(event);
                if let Event::Said(it) = event {
                    said.push(it.clone());
                }
            }
            past = moment;
            let state = self.path("state");
            machine.cut(left, &mut rng, &state);
            if let Err(why) = check(&state, &said) {
                broken.push(format!("{left:?} before event {moment}: {why}"));
            }
        }
        broken
    }
}

fn cut(start: Start) {
    if !strace::is_there() {
        return;
    }
    let life = Life::record(start, &[]);
    let words = life.events.iter().filter(|it| matches!(it, Event::Said(_)));
    assert!(words.count() >= 80);
    assert!(life.too_soon().is_empty(), "{:?}", life.too_soon());
    let states = rounds(STATES);
    let broken = life.cut(states);
    assert!(broken.is_empty(), "{broken:#?}");
    is_whole(&life.path("state"));
    println!("{states} states after {} events", life.events.len());
}

#[test]
fn the_power_may_go_at_any_moment_of_making_a_store() {
    cut(Start::Nothing);
}

#[test]
fn the_power_may_go_at_any_moment_of_work_in_a_store() {
    cut(Start::LeftInOrder);
}

#[test]
fn the_power_may_go_at_any_moment_of_mending_a_store() {
    cut(Start::Torn);
}

/// The same process over a disk that says that it has synced and has not.
#[test]
fn planted_a_sync_that_does_nothing_is_caught() {
    if !strace::is_there() {
        return;
    }
    let life = Life::record(Start::LeftInOrder, &["fsync,fdatasync:retval=0"]);
    assert!(life.too_soon().len() >= 40, "{}", life.too_soon().len());
    let broken = life.cut(12);
    let lost = broken.iter().filter(|it| it.contains("is lost"));
    assert!(lost.count() > 2, "{broken:#?}");
}

/// A recorder that has missed a call is found out.
#[test]
fn planted_a_recorder_that_misses_calls_is_caught() {
    if !strace::is_there() {
        return;
    }
    let mut life = Life::record(Start::LeftInOrder, &[]);
    let of_journal = |it: &Event| matches!(it, Event::Sync(path) if path.starts_with("journal"));
    life.events.retain(|it| !of_journal(it));
    assert!(life.too_soon().len() >= 40);
}

#[test]
fn a_machine_keeps_what_was_synced_and_nothing_else_for_certain() {
    let dir = tempfile::tempdir().unwrap();
    let (base, state) = (dir.path().join("base"), dir.path().join("state"));
    fs::create_dir(&base).unwrap();
    fs::write(base.join("old"), "old").unwrap();
    let path = |it: &str| PathBuf::from(it);
    let mut machine = Machine::of(&base);
    for event in [
        Event::Create(path("a")),
        Event::Write(path("a"), 0, b"first".to_vec()),
        Event::Sync(path("a")),
        Event::Rename(path("a"), path("b")),
        Event::Write(path("b"), 5, b", then".to_vec()),
        Event::Remove(path("old")),
    ] {
        machine.take(&event);
    }
    let mut rng = fastrand::Rng::with_seed(1);
    let mut found = |machine: &Machine, left| {
        machine.cut(left, &mut rng, &state);
        let read = |name: &str| fs::read_to_string(state.join(name)).ok();
        (read("old"), read("a"), read("b"))
    };
    let text = |it: &str| Some(it.to_owned());
    let nothing = (text("old"), None, None);
    assert_eq!(found(&machine, Left::Nothing), nothing);
    let everything = (None, None, text("first, then"));
    assert_eq!(found(&machine, Left::Everything), everything);
    machine.take(&Event::Sync(Path::new("").to_owned()));
    let names = (None, None, text("first"));
    assert_eq!(found(&machine, Left::Nothing), names);
    machine.take(&Event::Sync(path("b")));
    assert_eq!(found(&machine, Left::Nothing), everything);
}
