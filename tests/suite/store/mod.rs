//! The store as the engine sees it, on a real disk: the journal is the truth, and the derived state may be lost at any time.

mod about;
mod checked;
mod crash;
mod damaged;
mod derived;
mod format;
mod history;
mod opening;
mod place;

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use smotr::domain::about::About;
use smotr::domain::catalogue::BaseQuantity;
use smotr::domain::ids::*;
use smotr::domain::record::{Cause, Change, CommandId, Commit, Key, Kind, Record};
use smotr::domain::state::State;
use smotr::domain::value::{Cell, Entry, Subject, Value};
use smotr::store::disk::RealDisk;
use smotr::store::{AppendError, Distrust, Filter, Line, OpenReport, Opening, Store, StoreError};

use crate::support::commits::Model;
use crate::support::copy;
use crate::support::faulty_disk::{Failing, FaultyDisk};

const HOW: Opening<'static> = Opening {
    account: "orlova",
    now: Timestamp(1_763_900_000_000),
    create: true,
};

fn try_open(dir: &Path, how: Opening<'_>) -> Result<(Store, State, OpenReport), StoreError> {
    Store::open(Arc::new(RealDisk), dir, how, &mut |_| {})
}

fn open(dir: &Path) -> (Store, State, OpenReport) {
    try_open(dir, HOW).unwrap()
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

/// Writes random groups into a store and the model.
fn write(store: &mut Store, model: &mut Model, rng: &mut fastrand::Rng, groups: usize) {
    for _ in 0..groups {
        let mut group = Vec::new();
        for _ in 0..rng.usize(1..8) {
            let commit = model.next(rng, 6);
            model.take(commit.clone());
            group.push(commit);
        }
        store.append_group(&group).unwrap();
    }
}

/// A store with some hundred random commits in it, closed.
fn written(dir: &Path, seed: u64, groups: usize) -> Model {
    let (mut store, state, report) = open(dir);
    assert!(report.created && state.is_new());
    let mut model = Model::default();
    write(
        &mut store,
        &mut model,
        &mut fastrand::Rng::with_seed(seed),
        groups,
    );
    store.close().unwrap();
    model
}

/// The store is what the model says, in every way it can be asked.
fn check(store: &mut Store, state: &State, model: &Model) {
    assert_eq!(*state, model.state());
    let mut records = Vec::new();
    store
        .each_record(|key, record, stamp| {
            records.push((key, (record, stamp)));
            Ok(())
        })
        .unwrap();
    let mut expected: Vec<_> = model.records.clone().into_iter().collect();
    expected.sort_by_key(|(key, _)| key.to_bytes());
    records.sort_by_key(|(key, _)| key.to_bytes());
    assert_eq!(records, expected);
    for period in (1..=6).map(PeriodId) {
        let shard = store.load_shard(period).unwrap();
        let count = model
            .records
            .keys()
            .filter(|key| matches!(key, Key::Value(cell) if cell.period == period));
        assert_eq!(shard.len(), count.count());
    }
    let mut commits = Vec::new();
    store
        .each_commit(|commit| {
            commits.push(commit);
            Ok(())
        })
        .unwrap();
    assert_eq!(commits, model.commits);
    let verification = store.verify().unwrap();
    assert!(verification.is_good(), "{verification:?}");
    assert_eq!(verification.records, model.records.len() as u64);
    assert_eq!(verification.journal.commits, model.commits.len() as u64);
}

#[test]
fn opening_reads_no_numbers_of_periods() {
    let dir = folder();
    let model = written(dir.path(), 4, 60);
    let in_period = |key: &Key| matches!(key.kind(), Kind::Value | Kind::BaseValue);
    let numbers = model.records.keys().filter(|it| in_period(it)).count();
    assert!(numbers > 0);
    let (mut store, mut state, _) = open(dir.path());
    assert_eq!(state.keys().filter(in_period).count(), 0);
    for period in (1..=6).map(PeriodId) {
        state.load_shard(period, store.load_shard(period).unwrap());
    }
    for (key, _) in model.records.iter().filter(|it| in_period(it.0)) {
        let found = state.record(*key);
        assert_eq!(found.as_ref(), model.records.get(key), "{key:?}");
    }
}

#[test]
fn what_is_written_is_there_again() {
    let dir = folder();
    let mut model = written(dir.path(), 1, 60);
    for orderly in [true, false] {
        let (mut store, state, report) = open(dir.path());
        assert_eq!(
            report,
            OpenReport::default(),
            "an orderly close leaves nothing to do"
        );
        check(&mut store, &state, &model);
        write(&mut store, &mut model, &mut fastrand::Rng::with_seed(2), 20);
        if orderly {
            store.close().unwrap();
        }
    }
    let (mut store, state, report) = open(dir.path());
    assert!(report.unclean && report.rebuilt.is_none(), "{report:?}");
    check(&mut store, &state, &model);
}

#[test]
fn settling_late_changes_nothing() {
    let dir = folder();
    let (mut store, _, _) = open(dir.path());
    let mut model = Model::default();
    let mut rng = fastrand::Rng::with_seed(3);
    for _ in 0..10 {
        write(&mut store, &mut model, &mut rng, 8);
        assert!(store.unsettled() > 0);
        if rng.bool() {
            store.settle().unwrap();
            assert_eq!(store.unsettled(), 0);
        }
    }
    let state = model.state();
    check(&mut store, &state, &model);
}

/// Opens the derived state behind the store's back. A process that another test is just starting may hold its lock for a moment.
fn open_sled(dir: &Path) -> sled::Db {
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(10);
    loop {
        match sled::open(dir.join("sled")) {
            Ok(db) => return db,
            Err(error) => assert!(std::time::Instant::now() < deadline, "{error}"),
        }
    }
}

fn value(n: i64) -> Record {
    Record::Value(Value::entered(Entry::Number(n.into()), UserId(1)))
}

fn cell(organisation: u32) -> Key {
    let subject = Subject::Organisation(OrganisationId(organisation));
    Key::Value(Cell {
        period: PeriodId(1),
        indicator: IndicatorId(62),
        subject,
    })
}

fn commit(seq: u64, actor: u32, changes: Vec<Change>) -> Commit {
    let time = Timestamp(1_700_000_000_000 + seq as i64 * 1000);
    let command_id = CommandId(u128::from(seq) + 1000);
    Commit {
        seq: Seq(seq),
        time,
        actor: UserId(actor),
        command_id,
        cause: Cause::Do,
        changes,
    }
}

fn change(key: Key, before: Option<Record>, after: Record) -> Change {
    Change {
        key,
        before,
        after: Some(after),
    }
}
