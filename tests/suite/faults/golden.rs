//! Stores as released versions wrote them are opened by this one: every record reads, the journal is whole, work goes on.
//!
//! `fixtures/golden/VERSION/` holds what stays of a store that a version has written: `store.toml`, the journal, and an archive of it; the
//! derived state is made again. When a format has changed, or with a release: make a small store with the program that is to be
//! released (`smotr demo --no-ui --organisations 3 --years 1`, some `set`, `set --clear` and `user add`), close it, `smotr backup`, copy
//! the three here under the version's number, and add a row to [`GOLDEN`]. What is there is never written again.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command as Process;
use std::sync::{Arc, mpsc};

use smotr::domain::command::{Command, Seen, SetValue};
use smotr::domain::ids::PeriodId;
use smotr::domain::record::Key;
use smotr::domain::value::{Cell, Entry};
use smotr::service::link::{JournalFilter, Link as _, News, Request};
use smotr::service::session::{Opening, Session};
use smotr::store::FORMAT;

use super::promise::{is_whole, open};
use crate::support::copy;
use crate::support::desk::Person;

/// What a golden store holds, as the version that wrote it has told.
struct Golden {
    version: &'static str,
    /// One of its users.
    account: &'static str,
    commits: u64,
    changes: u64,
    /// Records by their kinds.
    kinds: &'static [(&'static str, usize)],
    /// An indicator, and what one of the cells of the first period says: so many of so many.
    ratio: (&'static str, [i64; 2]),
}

const GOLDEN: [Golden; 1] = [Golden {
    version: "0.1.0",
    account: "demo-orlova",
    commits: 110,
    changes: 415,
    kinds: &[
        ("Appointment", 3),
        ("Assignment", 24),
        ("BaseQuantity", 10),
        ("BaseValue", 30),
        ("Citation", 35),
        ("Decision", 10),
        ("Direction", 6),
        ("Document", 12),
        ("Edition", 1),
        ("Indicator", 36),
        ("Organisation", 3),
        ("Period", 1),
        ("Person", 7),
        ("Recommendation", 4),
        ("Reference", 1),
        ("Report", 22),
        ("Requirement", 32),
        ("Settings", 1),
        ("User", 6),
        ("Value", 83),
    ],
    ratio: ("6.2", [20, 24]),
}];

const FIRST: PeriodId = PeriodId(1);

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/golden")
}

impl Golden {
    fn archive(&self) -> PathBuf {
        fixtures().join(self.version).join("archive.jsonl.zst")
    }

    /// A copy of the store, to be opened.
    fn store(&self) -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        copy(&fixtures().join(self.version), dir.path());
        fs::remove_file(dir.path().join("archive.jsonl.zst")).unwrap();
        dir
    }

    /// Everything that was ever written can be read.
    fn reads(&self, dir: &Path) -> Result<(), String> {
        let text = |it: smotr::store::StoreError| it.to_string();
        let (mut store, _, report) = open(dir).map_err(text)?;
        if report.damage.is_some() || report.torn.is_some() {
            return Err(format!("{report:?}"));
        }
        let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
        let mut count = |key: Key, _, _| {
            *kinds.entry(format!("{:?}", key.kind())).or_default() += 1;
            Ok(())
        };
        store.each_record(&mut count).map_err(text)?;
        let expected = self.kinds.iter();
        let expected = expected.map(|(kind, n)| ((*kind).to_owned(), *n));
        if kinds != expected.collect() {
            return Err(format!("{kinds:?}"));
        }
        let (mut commits, mut changes) = (0, 0);
        let counted = store.each_commit(|it| {
            commits += 1;
            changes += it.changes.len() as u64;
            Ok(())
        });
        counted.map_err(text)?;
        let found = store.verify().map_err(text)?;
        if !found.is_good() || (commits, changes) != (self.commits, self.changes) {
            return Err(format!("{commits} commits, {changes} changes, {found:?}"));
        }
        store.close().map_err(text)
    }

    /// Somebody who worked in it sits down at it again.
    fn sit_down(&self, dir: &Path) -> Person<Session> {
        let opening = Opening {
            dir: dir.to_owned(),
            account: self.account.to_owned(),
            founding: None,
            naming: Arc::new(|_| Ok(String::new())),
        };
        let (sender, news) = mpsc::channel();
        let tell = move |it| drop(sender.send(it));
        let (session, welcome, report) = Session::open(opening, tell, &mut |_| {}).unwrap();
        assert_eq!(report.damage, None);
        Person::over(session, news, welcome)
    }

    /// Reads what the screens read, and writes.
    fn is_worked_in(&self, dir: &Path) {
        let mut person = self.sit_down(dir);
        person.shard(FIRST);
        let (code, [numerator, denominator]) = self.ratio;
        let ratio = Entry::Ratio {
            numerator: numerator.into(),
            denominator: denominator.into(),
        };
        let cell = {
            let mut indicators = person.state.indicators.iter();
            let found = indicators.find(|(_, it)| it.code == code).unwrap();
            let is_it = |it: &Cell| {
                let value = person.state.value(*it);
                it.indicator == found.0.1 && value.is_some_and(|it| it.body.entry == ratio)
            };
            let keys = person.state.keys();
            let mut cells = keys.filter_map(|it| match it {
                Key::Value(cell) => Some(cell),
                _ => None,
            });
            cells.find(is_it).unwrap()
        };
        let key = Key::Value(cell);
        person.port.send(Request::History { key, before: None });
        let history = person.wait(|it| matches!(it, News::History { .. }));
        let News::History { commits, .. } = history else {
            unreachable!()
        };
        assert!(commits.len() > 1, "{commits:?}");
        assert_eq!(self.lines(&mut person), self.commits);
        let stamp = person.state.stamp(key).unwrap();
        person.done(Command::SetValues(vec![SetValue {
            cell,
            seen: Seen::At(stamp.rev),
            entry: Entry::Empty,
            note: None,
            source: None,
        }]));
        person.port.close().unwrap();
    }

    /// The journal to its first line; how many there are.
    fn lines(&self, person: &mut Person<Session>) -> u64 {
        let (filter, mut before, mut count) = (JournalFilter::All, None, 0);
        loop {
            person.port.send(Request::Journal { filter, before });
            let page = person.wait(|it| matches!(it, News::Journal { .. }));
            let News::Journal { commits, more, .. } = page else {
                unreachable!()
            };
            count += commits.len() as u64;
            before = commits.last().map(|it| it.commit.seq);
            if !more {
                return count;
            }
        }
    }
}

/// How a call of the program for a folder ends.
fn call(dir: &Path, words: &[&str], file: &Path) -> i32 {
    let mut program = Process::new(env!("CARGO_BIN_EXE_smotr"));
    program.env("HOME", dir).arg("--data").arg(dir);
    let output = program.args(words).arg(file).output().unwrap();
    output.status.code().unwrap()
}

#[test]
fn a_store_of_any_released_version_is_read_whole_and_worked_in() {
    for golden in GOLDEN {
        let dir = golden.store();
        let says = || fs::read_to_string(dir.path().join("store.toml")).unwrap();
        let former = says();
        golden.reads(dir.path()).unwrap();
        assert_eq!(says(), former, "whoever wrote it may still read it");
        golden.is_worked_in(dir.path());
        assert!(says().contains(&format!("format = {FORMAT}\n")));
        is_whole(dir.path());
    }
}

#[test]
fn an_archive_of_any_released_version_is_believed_and_restored() {
    for golden in GOLDEN {
        let (dir, new) = (golden.store(), tempfile::tempdir().unwrap());
        let new = new.path().join("new");
        assert_eq!(call(dir.path(), &["verify"], &golden.archive()), 0);
        assert_eq!(call(&new, &["restore"], &golden.archive()), 0);
        golden.reads(&new).unwrap();
        golden.is_worked_in(&new);
        is_whole(&new);
    }
}

#[test]
fn every_golden_store_has_a_row() {
    let entries = fs::read_dir(fixtures()).unwrap().map(Result::unwrap);
    let folders = entries.filter(|it| it.path().is_dir());
    let mut names: Vec<_> = folders.map(|it| it.file_name()).collect();
    names.sort();
    assert_eq!(names, GOLDEN.map(|it| it.version));
}

#[test]
fn planted_a_program_that_drops_a_record_or_an_entry_is_caught() {
    for golden in GOLDEN {
        let dir = golden.store();
        golden.is_worked_in(dir.path());
        // One commit more than there was, and a cell otherwise.
        assert!(golden.reads(dir.path()).is_err());
        let dir = golden.store();
        let journal = dir.path().join("journal/000001.smj");
        let mut bytes = fs::read(&journal).unwrap();
        bytes.truncate(bytes.len() - 1);
        fs::write(&journal, bytes).unwrap();
        assert!(golden.reads(dir.path()).is_err());
    }
}
