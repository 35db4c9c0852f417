//! The store as the engine sees it, on a real disk: the journal is the truth, and the derived state may be lost at any time.

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
use smotr::store::{
    AppendError, Distrust, Filter, Line, OpenReport, Opening, Store, StoreError, Verification,
};

use crate::support::commits::Model;
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

#[test]
fn the_derived_state_may_be_deleted() {
    let dir = folder();
    let model = written(dir.path(), 4, 60);
    fs::remove_dir_all(dir.path().join("sled")).unwrap();
    let (mut store, state, report) = open(dir.path());
    assert_eq!(report.rebuilt, Some(Distrust::Missing));
    assert_eq!(report.replayed, model.commits.len() as u64);
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

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn a_derived_state_that_is_behind_catches_up() {
    let (dir, aside) = (folder(), folder());
    let mut model = written(dir.path(), 5, 40);
    copy(&dir.path().join("sled"), aside.path());
    let (mut store, _, _) = open(dir.path());
    let before = model.commits.len();
    write(&mut store, &mut model, &mut fastrand::Rng::with_seed(6), 30);
    store.close().unwrap();
    fs::remove_dir_all(dir.path().join("sled")).unwrap();
    copy(aside.path(), &dir.path().join("sled"));
    let (mut store, state, report) = open(dir.path());
    assert_eq!(report.rebuilt, None);
    assert_eq!(report.replayed, (model.commits.len() - before) as u64);
    check(&mut store, &state, &model);
}

#[test]
fn a_derived_state_of_another_store_is_set_aside() {
    let (dir, other) = (folder(), folder());
    let model = written(dir.path(), 7, 20);
    written(other.path(), 8, 30);
    fs::remove_dir_all(dir.path().join("sled")).unwrap();
    copy(&other.path().join("sled"), &dir.path().join("sled"));
    let (mut store, state, report) = open(dir.path());
    assert!(
        matches!(report.rebuilt, Some(Distrust::Broken(_))),
        "{report:?}"
    );
    assert_eq!(report.set_aside, Some(dir.path().join("sled.bad-1")));
    check(&mut store, &state, &model);
}

#[test]
fn a_journal_that_has_lost_what_was_applied_is_read_only() {
    let dir = folder();
    let model = written(dir.path(), 9, 30);
    let segment = dir.path().join("journal/000001.smj");
    let length = fs::metadata(&segment).unwrap().len();
    fs::File::options()
        .write(true)
        .open(&segment)
        .unwrap()
        .set_len(length - 10)
        .unwrap();
    let (mut store, state, report) = open(dir.path());
    let damage = report.damage.unwrap();
    assert_eq!(damage.last, Some(model.commits.len() as u64));
    assert!(!store.is_writable() && report.torn.is_none() && report.rebuilt.is_none());
    assert_eq!(state, model.state(), "the state still has it");
    let commit = Model::default().next(&mut fastrand::Rng::with_seed(1), 1);
    let commit = Commit {
        seq: store.next_seq(),
        ..commit
    };
    assert!(matches!(
        store.append_group(&[commit]),
        Err(AppendError::Closed)
    ));
    assert!(matches!(store.verify(), Err(StoreError::Damaged(_))));
}

/// Ways to damage a file of the derived state.
fn damage(rng: &mut fastrand::Rng, sled: &Path) -> String {
    let mut files: Vec<PathBuf> = fs::read_dir(sled)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.retain(|path| path.is_file());
    files.sort();
    // Mostly the log itself.
    let file = if rng.u8(0..4) > 0 {
        sled.join("db")
    } else {
        files[rng.usize(..files.len())].clone()
    };
    let mut bytes = fs::read(&file).unwrap();
    let at = rng.usize(..bytes.len().max(1));
    let end = (at + 4096).min(bytes.len());
    let how = match rng.u8(0..6) {
        0 => {
            fs::remove_file(&file).unwrap();
            return format!("{} deleted", file.display());
        }
        1 => {
            bytes.truncate(at);
            "cut"
        }
        2 => {
            bytes[at..end].fill(0);
            "zeroed"
        }
        3 => {
            bytes[at..end]
                .iter_mut()
                .for_each(|byte| *byte = rng.u8(..));
            "overwritten"
        }
        4 => {
            bytes.clear();
            "emptied"
        }
        _ => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << rng.u8(0..8);
            }
            "flipped"
        }
    };
    fs::write(&file, bytes).unwrap();
    format!("{} {how} at {at}", file.display())
}

#[test]
fn a_damaged_derived_state_is_never_believed() {
    let original = folder();
    let model = written(original.path(), 10, 120);
    let mut rng = fastrand::Rng::with_seed(11);
    let (mut rebuilt, mut panicked) = (0, 0);
    for trial in 0..60 {
        let dir = folder();
        copy(original.path(), dir.path());
        let mut what = damage(&mut rng, &dir.path().join("sled"));
        if rng.bool() {
            // Snapshots hide damage until it is read; without them sled panics or forgets.
            for entry in fs::read_dir(dir.path().join("sled")).unwrap() {
                let path = entry.unwrap().path();
                if path
                    .file_name()
                    .unwrap()
                    .to_string_lossy()
                    .starts_with("snap.")
                {
                    fs::remove_file(path).unwrap();
                    what += ", no snapshot";
                }
            }
        }
        if rng.bool() {
            fs::remove_file(dir.path().join("clean")).unwrap();
        }
        let (mut store, state, report) = try_open(dir.path(), HOW)
            .unwrap_or_else(|error| panic!("trial {trial}, {what}: {error}"));
        rebuilt += usize::from(report.rebuilt.is_some());
        panicked += usize::from(
            matches!(&report.rebuilt, Some(Distrust::Broken(why)) if !why.contains("orrupt")),
        );
        assert_eq!(state, model.state(), "trial {trial}, {what}");
        let mut count = 0;
        while store
            .each_record(|_, _, _| {
                count += 1;
                Ok(())
            })
            .is_err()
        {
            count = 0;
        }
        assert_eq!(count, model.records.len(), "trial {trial}, {what}");
        let mut verification = Verification::default();
        for _ in 0..3 {
            match store.verify() {
                Ok(found) => verification = found,
                Err(StoreError::State { .. }) => {}
                Err(error) => panic!("trial {trial}, {what}: {error}"),
            }
        }
        assert!(
            verification.is_good(),
            "trial {trial}, {what}: {verification:?}"
        );
        store.close().unwrap();
        let (mut store, state, _) = open(dir.path());
        check(&mut store, &state, &model);
    }
    assert!(
        rebuilt > 10 && panicked > 0,
        "{rebuilt} rebuilt, {panicked} after a panic inside"
    );
}

#[test]
fn verify_finds_a_record_that_is_not_the_journals() {
    let dir = folder();
    let model = written(dir.path(), 12, 20);
    let key = |n: usize| model.records.keys().nth(n).unwrap().to_bytes();
    {
        let db = open_sled(dir.path());
        let records = db.open_tree("state").unwrap();
        let other = records.get(key(1)).unwrap().unwrap();
        records.remove(key(0)).unwrap();
        records.insert(key(2), other).unwrap();
        db.flush().unwrap();
    }
    let (mut store, ..) = open(dir.path());
    let found = store.verify().unwrap();
    assert!(!found.is_good());
    assert_eq!((found.missing.count, found.different.count), (1, 1));
    assert_eq!(found.missing.first, [Key::from_bytes(&key(0)).unwrap()]);
    drop(store);
    // After an end that was not orderly all is looked at when opening.
    let (mut store, state, report) = open(dir.path());
    assert_eq!(report.rebuilt, Some(Distrust::Disagrees));
    check(&mut store, &state, &model);
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

#[test]
fn a_cells_history_is_read_in_pages() {
    let dir = folder();
    let (mut store, ..) = open(dir.path());
    for seq in 1..=300 {
        let before = (seq > 1).then(|| value(seq as i64 - 1));
        let mut changes = vec![change(cell(12), before, value(seq as i64))];
        if seq % 100 == 0 {
            changes.push(change(cell(13), None, value(0)));
        }
        store
            .append_group(&[commit(seq, seq as u32 % 2, changes)])
            .unwrap();
        if seq % 7 == 0 {
            store.settle().unwrap();
        }
    }
    let seqs = |lines: &[Line]| lines.iter().map(|it| it.commit.seq.0).collect::<Vec<_>>();
    let page = store.page(Filter::Key(cell(12)), None, 10).unwrap();
    assert_eq!(seqs(&page), (291..=300).rev().collect::<Vec<_>>());
    let latest = &page[0];
    assert_eq!((latest.n_changes, latest.commit.changes.len()), (2, 1));
    assert_eq!(
        latest.commit.changes[0],
        change(cell(12), Some(value(299)), value(300))
    );
    // Wherever a page begins, also where the history goes over into older blocks.
    for before in 1..=301 {
        let page = store
            .page(Filter::Key(cell(12)), Some(Seq(before)), 9)
            .unwrap();
        assert_eq!(
            seqs(&page),
            (before.saturating_sub(9).max(1)..before)
                .rev()
                .collect::<Vec<_>>()
        );
    }
    assert_eq!(
        store.page(Filter::Key(cell(12)), None, 500).unwrap().len(),
        300
    );
    assert_eq!(
        seqs(&store.page(Filter::Key(cell(13)), None, 500).unwrap()),
        [300, 200, 100]
    );
    let mut page =
        |filter, before, limit| seqs(&store.page(filter, Some(Seq(before)), limit).unwrap());
    assert_eq!(page(Filter::Actor(UserId(1)), 6, 10), [5, 3, 1]);
    assert_eq!(page(Filter::Actor(UserId(0)), 6, 10), [4, 2]);
    let about = |id| Filter::About(About::Organisation(OrganisationId(id)));
    assert_eq!(page(about(13), 999, 10), [300, 200, 100]);
    assert_eq!(page(about(99), 999, 10), [0; 0]);
    assert_eq!(
        page(Filter::About(About::Indicator(IndicatorId(62))), 999, 500).len(),
        300
    );
    assert_eq!(page(Filter::All, 3, 500), [2, 1]);
    assert_eq!(store.commit(Seq(100)).unwrap().unwrap().changes.len(), 2);
    assert_eq!(store.commit(Seq(301)).unwrap(), None);
    assert!(store.verify().unwrap().is_good());
    store.close().unwrap();
    // Made again in one go, the blocks are others and the pages the same.
    fs::remove_dir_all(dir.path().join("sled")).unwrap();
    let (mut store, ..) = open(dir.path());
    let page = store
        .page(Filter::Key(cell(12)), Some(Seq(200)), 500)
        .unwrap();
    assert_eq!(seqs(&page), (1..200).rev().collect::<Vec<_>>());
    assert_eq!(store.page(about(13), None, 10).unwrap().len(), 3);
    assert_eq!(store.page(Filter::All, None, 500).unwrap().len(), 300);
}

#[test]
fn a_repeated_command_is_known_for_thirty_days() {
    for settle_each in [false, true] {
        let dir = folder();
        let (mut store, ..) = open(dir.path());
        let day = 24 * 3600 * 1000;
        for seq in 1..=40 {
            let made = commit(seq, 1, vec![change(cell(1), None, value(1))]);
            let time = Timestamp(seq as i64 * day);
            store.append_group(&[Commit { time, ..made }]).unwrap();
            if settle_each {
                store.settle().unwrap();
            }
        }
        let mut known = |seq: u64| store.command(CommandId(u128::from(seq) + 1000)).unwrap();
        assert_eq!(known(40), Some(Seq(40)));
        assert_eq!(known(10), Some(Seq(10)));
        assert_eq!(known(9), None);
        assert_eq!(known(41), None);
        assert!(store.verify().unwrap().is_good());
    }
}

#[test]
fn a_large_commit_is_one_commit() {
    let dir = folder();
    let mut model = Model::default();
    let (mut store, ..) = open(dir.path());
    let import = |seq: u64, n: i64| {
        let changes = (0..30_000).map(|id| {
            let before = (n > 1).then(|| value(n - 1));
            change(cell(id), before, value(n))
        });
        Commit {
            cause: Cause::Import([1; 16]),
            ..commit(seq, 2, changes.collect())
        }
    };
    let group = [
        commit(1, 1, vec![change(cell(5), None, value(0))]),
        import(2, 1),
        import(3, 2),
        commit(4, 1, vec![]),
    ];
    store.append_group(&group).unwrap();
    group.iter().for_each(|commit| model.take(commit.clone()));
    assert_eq!(store.commit(Seq(3)).unwrap().as_ref(), Some(&group[2]));
    let history = store.page(Filter::Key(cell(29_999)), None, 10).unwrap();
    assert_eq!(
        history.iter().map(|it| it.commit.seq.0).collect::<Vec<_>>(),
        [3, 2]
    );
    assert_eq!(
        history[0].commit.changes,
        [group[2].changes[29_999].clone()]
    );
    let line = &store.page(Filter::All, Some(Seq(4)), 1).unwrap()[0];
    assert_eq!(
        (line.n_changes, line.commit.changes.len()),
        (30_000, smotr::store::MAX_CHANGES)
    );
    assert_eq!(store.load_shard(PeriodId(1)).unwrap().len(), 30_000);
    assert!(store.verify().unwrap().is_good());
    drop(store);
    let (mut store, state, _) = open(dir.path());
    assert_eq!(state, model.state());
    assert!(store.verify().unwrap().is_good());
}

#[test]
fn long_records_lie_in_chunks() {
    let dir = folder();
    let (mut store, ..) = open(dir.path());
    let key = Key::BaseQuantity(BaseQuantityId(1));
    let record = |len: usize| {
        Record::BaseQuantity(BaseQuantity {
            title: "ж".repeat(len / 2),
            unit: String::new(),
            whole: false,
        })
    };
    let mut before = None;
    for (seq, len) in (1..).zip([10, 20_000, 60_000, 5_000, 4_060, 12, 30_000]) {
        let after = record(len);
        store
            .append_group(&[commit(seq, 1, vec![change(key, before, after.clone())])])
            .unwrap();
        let mut found = None;
        store
            .each_record(|_, record, _| {
                found = Some(record);
                Ok(())
            })
            .unwrap();
        assert_eq!(found, Some(after.clone()));
        assert!(store.verify().unwrap().is_good(), "{len}");
        before = Some(after);
    }
    let too_long = commit(8, 1, vec![change(key, before, record(70_000))]);
    assert!(
        matches!(store.append_group(&[too_long]), Err(AppendError::TooLong { key: it, .. }) if it == key)
    );
    drop(store);
    let db = open_sled(dir.path());
    for name in db.tree_names() {
        for entry in db.open_tree(name).unwrap().iter() {
            assert!(entry.unwrap().1.len() <= 4096);
        }
    }
    drop(db);
    let (mut store, state, report) = open(dir.path());
    assert_eq!(report.rebuilt, None);
    assert_eq!(state.base_quantities.len(), 1);
    assert!(store.verify().unwrap().is_good());
}

#[test]
fn a_store_in_use_says_who_has_it() {
    let dir = folder();
    let (store, ..) = open(dir.path());
    match try_open(
        dir.path(),
        Opening {
            account: "petrova",
            ..HOW
        },
    ) {
        Err(StoreError::Locked { pid, account, .. }) => {
            assert_eq!(
                (pid, account.as_deref()),
                (Some(std::process::id()), Some("orlova"))
            );
        }
        other => panic!("{:?}", other.err()),
    }
    drop(store);
    open(dir.path());
}

#[test]
fn what_cannot_be_opened_is_refused_by_kind() {
    let only_open = Opening {
        create: false,
        ..HOW
    };
    let dir = folder();
    let refused = |dir: &Path, how| try_open(dir, how).map(|_| ()).unwrap_err();
    assert!(matches!(
        refused(&dir.path().join("none"), only_open),
        StoreError::Absent { .. }
    ));
    assert!(matches!(
        refused(dir.path(), only_open),
        StoreError::Absent { .. }
    ));
    assert_eq!(
        fs::read_dir(dir.path()).unwrap().count(),
        0,
        "asking leaves nothing behind"
    );

    written(dir.path(), 13, 3);
    let toml = dir.path().join("store.toml");
    let text = fs::read_to_string(&toml).unwrap();
    fs::write(&toml, text.replace("format = 1", "format = 2")).unwrap();
    assert!(matches!(
        refused(dir.path(), HOW),
        StoreError::Newer {
            found: 2,
            known: 1,
            ..
        }
    ));
    fs::write(&toml, "format = ").unwrap();
    assert!(matches!(
        refused(dir.path(), HOW),
        StoreError::Unreadable { .. }
    ));

    // A store that existed is never made anew.
    fs::remove_file(&toml).unwrap();
    assert!(matches!(
        refused(dir.path(), HOW),
        StoreError::Missing { .. }
    ));
    fs::write(&toml, &text).unwrap();
    let journal = dir.path().join("journal");
    fs::rename(&journal, dir.path().join("elsewhere")).unwrap();
    assert!(matches!(
        refused(dir.path(), HOW),
        StoreError::Missing { .. }
    ));
    fs::create_dir(&journal).unwrap();
    assert!(matches!(
        refused(dir.path(), HOW),
        StoreError::Missing { .. }
    ));
    fs::remove_file(&toml).unwrap();
    assert!(matches!(
        refused(dir.path(), HOW),
        StoreError::Missing { .. }
    ));

    // A making that was cut short is no store yet.
    let half = folder();
    drop(written(half.path(), 14, 0));
    fs::remove_dir_all(half.path().join("sled")).unwrap();
    fs::remove_file(half.path().join("store.toml")).unwrap();
    fs::write(half.path().join("store.toml.new"), "format").unwrap();
    assert!(open(half.path()).2.created);
}

#[test]
fn a_folder_without_rights_is_told() {
    let dir = folder();
    written(dir.path(), 15, 1);
    if rustix::process::geteuid().is_root() {
        eprintln!("skipped: root may write everywhere");
        return;
    }
    fs::set_permissions(dir.path(), fs::Permissions::from_mode(0o500)).unwrap();
    let result = try_open(dir.path(), HOW);
    fs::set_permissions(dir.path(), fs::Permissions::from_mode(0o700)).unwrap();
    assert!(matches!(result, Err(StoreError::NoAccess { .. })));
}

#[test]
fn nobody_else_can_read_a_store() {
    let outer = folder();
    let dir = outer.path().join("data/smotr");
    written(&dir, 16, 3);
    let mode = |path: &Path| fs::metadata(path).unwrap().mode() & 0o777;
    assert_eq!(mode(&dir), 0o700);
    for entry in fs::read_dir(&dir).unwrap() {
        let path = entry.unwrap().path();
        let expected = if path.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(mode(&path), expected, "{}", path.display());
    }
    assert_eq!(mode(&dir.join("journal/000001.smj")), 0o600);
}

/// Not a test by itself: the process that [`kill_9_loses_nothing_acknowledged`] kills.
#[test]
fn child_that_is_killed() {
    let Ok(dir) = std::env::var("SMOTR_TEST_CHILD") else {
        return;
    };
    let (mut store, state, _) = open(Path::new(&dir));
    let mut rng = fastrand::Rng::new();
    let mut seq = state.meta.seq.0;
    println!("open {seq}");
    loop {
        let group: Vec<Commit> = (1..=rng.u64(1..6))
            .map(|n| {
                commit(
                    seq + n,
                    1,
                    vec![change(cell(rng.u32(0..50)), None, value((seq + n) as i64))],
                )
            })
            .collect();
        store.append_group(&group).unwrap();
        seq += group.len() as u64;
        println!("saved {seq}");
        if rng.u8(0..20) == 0 {
            store.settle().unwrap();
        }
    }
}

#[test]
fn kill_9_loses_nothing_acknowledged() {
    let dir = folder();
    let mut rng = fastrand::Rng::with_seed(17);
    let mut saved = 0;
    for round in 0..25 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "store::child_that_is_killed", "--nocapture"])
            .env("SMOTR_TEST_CHILD", dir.path())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        // Killed after so many answers; now and then while it is still opening.
        let answers = if round % 5 == 4 { 0 } else { rng.usize(1..150) };
        for _ in 0..answers {
            let line = lines.find_map(|line| {
                line.unwrap()
                    .split_once("saved ")
                    .map(|(_, it)| it.to_owned())
            });
            saved = line.unwrap().trim().parse().unwrap();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        // What it said before it died counts, too.
        for line in lines.map_while(Result::ok) {
            if let Some((_, seq)) = line.split_once("saved ") {
                saved = seq.trim().parse().unwrap_or(saved);
            }
        }
        let (mut store, state, report) = open(dir.path());
        assert!(
            state.meta.seq.0 >= saved,
            "round {round}: {} of {saved}",
            state.meta.seq.0
        );
        assert!(
            report.damage.is_none() && report.rebuilt.is_none(),
            "round {round}: {report:?}"
        );
        assert!(store.verify().unwrap().is_good(), "round {round}");
        saved = state.meta.seq.0;
        if rng.bool() {
            store.close().unwrap();
        }
    }
    assert!(saved > 1000, "{saved}");
}

#[test]
fn a_full_disk_is_refused_and_writing_resumes() {
    let dir = folder();
    let mounted = rustix::process::geteuid().is_root()
        && Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=6m", "tmpfs"])
            .arg(dir.path())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success());
    if !mounted {
        eprintln!("skipped: needs root and mount");
        return;
    }
    let result = std::panic::catch_unwind(|| full_disk(&dir.path().join("store")));
    assert!(
        Command::new("umount")
            .arg(dir.path())
            .status()
            .unwrap()
            .success()
    );
    if let Err(panic) = result {
        std::panic::resume_unwind(panic);
    }
}

fn full_disk(dir: &Path) {
    let (mut store, ..) = open(dir);
    let mut rng = fastrand::Rng::with_seed(18);
    let mut model = Model::default();
    write(&mut store, &mut model, &mut rng, 30);
    store.settle().unwrap();
    let ballast = dir.join("ballast");
    let free = || {
        let stat = rustix::fs::statvfs(dir).unwrap();
        stat.f_bavail * stat.f_frsize
    };
    for _ in 0..3 {
        let leave = rng.u64(0..20_000);
        fs::write(&ballast, vec![1; free().saturating_sub(leave) as usize]).unwrap();
        let mut refused = 0;
        for _ in 0..200 {
            let commit = model.next(&mut rng, 6);
            match store.append_group(std::slice::from_ref(&commit)) {
                Ok(()) => model.take(commit),
                Err(AppendError::Refused(StoreError::Io { source, .. })) => {
                    assert_eq!(source.kind(), std::io::ErrorKind::StorageFull);
                    refused += 1;
                    if refused > 3 {
                        break;
                    }
                }
                Err(other) => panic!("{other}"),
            }
        }
        assert!(refused > 0 && store.is_writable());
        // sled has no room either; the journal is what counts.
        let _ = store.settle();
        fs::remove_file(&ballast).unwrap();
        write(&mut store, &mut model, &mut rng, 5);
    }
    let mut state = None;
    for _ in 0..2 {
        state = state.or(store.settle().ok());
    }
    check_after_full(store, dir, &model);
    let aside = fs::read_dir(dir).unwrap().filter(|it| {
        let name = it.as_ref().unwrap().file_name();
        name.to_string_lossy().starts_with("sled.bad")
    });
    assert_eq!(
        aside.count(),
        0,
        "want of room is no reason to set anything aside"
    );
}

fn check_after_full(mut store: Store, dir: &Path, model: &Model) {
    let state = model.state();
    check(&mut store, &state, model);
    drop(store);
    let (mut store, state, _) = open(dir);
    check(&mut store, &state, model);
}

#[test]
fn after_a_failed_sync_the_store_is_opened_again_and_says_what_it_has() {
    let dir = folder();
    let disk = FaultyDisk::default();
    let open = |disk: &FaultyDisk| {
        Store::open(Arc::new(disk.clone()), dir.path(), HOW, &mut |_| {}).unwrap()
    };
    let (mut store, ..) = open(&disk);
    let mut rng = fastrand::Rng::with_seed(20);
    let mut model = Model::default();
    for round in 0..12 {
        write(&mut store, &mut model, &mut rng, 3);
        let lost = model.next(&mut rng, 6);
        if round % 3 == 0 {
            disk.fail_next(Failing::Append);
            let refused = store.append_group(std::slice::from_ref(&lost));
            assert!(
                matches!(refused, Err(AppendError::Refused(_))),
                "{refused:?}"
            );
            assert!(store.is_writable());
        } else {
            disk.fail_next(Failing::Sync);
            let unknown = store.append_group(std::slice::from_ref(&lost));
            assert!(
                matches!(unknown, Err(AppendError::Unknown(_))),
                "{unknown:?}"
            );
            let again = store.append_group(std::slice::from_ref(&lost));
            assert!(matches!(again, Err(AppendError::Closed)), "{again:?}");
            // Reading goes on meanwhile.
            assert_eq!(store.next_seq(), lost.seq);
            store.load_shard(PeriodId(1)).unwrap();
            drop(store);
            let (opened, state, _) = open(&disk);
            assert_eq!(state, model.state());
            store = opened;
        }
        // Whoever asks by the command's id hears that it is not there, and sends it again.
        assert_eq!(store.command(lost.command_id).unwrap(), None);
        store.append_group(std::slice::from_ref(&lost)).unwrap();
        assert_eq!(store.command(lost.command_id).unwrap(), Some(lost.seq));
        model.take(lost);
    }
    let state = model.state();
    check(&mut store, &state, &model);
}

#[test]
fn every_kind_can_be_history() {
    let dir = folder();
    let model = written(dir.path(), 19, 100);
    let (mut store, ..) = open(dir.path());
    for kind in Kind::ALL {
        let key = model
            .commits
            .iter()
            .flat_map(|it| &it.changes)
            .map(|it| it.key)
            .find(|it| it.kind() == kind)
            .unwrap();
        let expected: Vec<&Change> = model
            .commits
            .iter()
            .rev()
            .flat_map(|it| &it.changes)
            .filter(|it| it.key == key)
            .collect();
        let page = store.page(Filter::Key(key), None, 500).unwrap();
        let found: Vec<&Change> = page.iter().flat_map(|it| &it.commit.changes).collect();
        assert_eq!(found, expected, "{kind:?}");
    }
}
