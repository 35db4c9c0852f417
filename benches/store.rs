//! The store at 420 000 values (700 organisations × 60 indicators × 10 periods): figures of the design, each beside its budget.
//!
//! Durable commits are given as a ratio to a bare append with `fdatasync` of the same number of bytes, measured in the same run on
//! the same disk. Set `SMOTR_BENCH_DIR` to a folder on the disk to be measured; the default is the temporary folder.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a benchmark that panics is a benchmark that failed"
)]

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use smotr::domain::about::About;
use smotr::domain::ids::*;
use smotr::domain::record::{Cause, Change, CommandId, Commit, Key, Record};
use smotr::domain::value::{Cell, Entry, Subject, Value};
use smotr::store::disk::RealDisk;
use smotr::store::{Filter, OpenReport, Opening, Store};

const ORGANISATIONS: u32 = 700;
const INDICATORS: u32 = 60;
const PERIODS: u32 = 10;

fn main() {
    // `cargo bench -- --quick` (and `cargo test --benches`) build a tenth.
    let quick = std::env::args().any(|it| it == "--quick" || it == "--test")
        || !std::env::args().any(|it| it == "--bench");
    let periods = if quick { 1 } else { PERIODS };
    let home = std::env::var_os("SMOTR_BENCH_DIR").map_or_else(std::env::temp_dir, Into::into);
    let values = ORGANISATIONS * INDICATORS * periods;
    println!("{values} values, in {}", home.display());

    let dir = tempfile::tempdir_in(&home).unwrap();
    println!("-- a column of {ORGANISATIONS} values in a commit");
    fill(dir.path(), periods, ORGANISATIONS as usize);
    figures(dir.path());
    drop(dir);

    let dir = tempfile::tempdir_in(&home).unwrap();
    println!("-- a value in a commit, 50 commits in a group");
    fill(dir.path(), periods, 1);
    figures(dir.path());
    durable(dir.path());
}

fn open(dir: &Path) -> (Store, OpenReport) {
    let how = Opening {
        account: "bench",
        now: Timestamp(0),
        create: true,
    };
    let (store, state, report) = Store::open(Arc::new(RealDisk), dir, how, &mut |_| {}).unwrap();
    drop(state);
    (store, report)
}

fn key(period: u32, indicator: u32, organisation: u32) -> Key {
    let subject = Subject::Organisation(OrganisationId(organisation));
    Key::Value(Cell {
        period: PeriodId(period),
        indicator: IndicatorId(indicator),
        subject,
    })
}

fn value(n: u32) -> Record {
    let entry = Entry::Ratio {
        numerator: (n % 97).into(),
        denominator: 120.into(),
    };
    let mut value = Value::entered(entry, UserId(3));
    value.note = "по данным ОО-1 на начало года".into();
    Record::Value(value)
}

fn commit(seq: Seq, changes: Vec<Change>) -> Commit {
    // A commit a minute: as much in 30 days as five people can do.
    let time = Timestamp(1_700_000_000_000 + seq.0 as i64 * 60_000);
    Commit {
        seq,
        time,
        actor: UserId(seq.0 as u32 % 5),
        command_id: CommandId(seq.0.into()),
        cause: Cause::Do,
        changes,
    }
}

/// A store with all its values, so many in a commit.
fn fill(dir: &Path, periods: u32, per_commit: usize) {
    let begun = Instant::now();
    let (mut store, _) = open(dir);
    let mut changes = Vec::new();
    for period in 1..=periods {
        for indicator in 1..=INDICATORS {
            for organisation in 1..=ORGANISATIONS {
                let after = Some(value(period * indicator + organisation));
                changes.push(Change {
                    key: key(period, indicator, organisation),
                    before: None,
                    after,
                });
            }
        }
    }
    let per_group = (50 / per_commit).max(1) * per_commit;
    while !changes.is_empty() {
        let mut group: Vec<Change> = changes.drain(..per_group.min(changes.len())).collect();
        let mut commits = Vec::new();
        while !group.is_empty() {
            let seq = Seq(store.next_seq().0 + commits.len() as u64);
            commits.push(commit(
                seq,
                group.drain(..per_commit.min(group.len())).collect(),
            ));
        }
        store.append_group(&commits).unwrap();
    }
    store.close().unwrap();
    let size = |name: &str| -> u64 {
        let files = fs::read_dir(dir.join(name)).unwrap();
        files
            .map(|file| file.unwrap().metadata().unwrap().len())
            .sum::<u64>()
            >> 20
    };
    println!(
        "filled in {:.1?}; journal {} MiB, sled {} MiB",
        begun.elapsed(),
        size("journal"),
        size("sled")
    );
}

fn shown(what: &str, took: Duration, budget: &str) {
    println!(
        "{what:<52} {:>10.2} ms   {budget}",
        took.as_secs_f64() * 1000.0
    );
}

/// Kilobytes that this process holds.
fn resident() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmRSS"))
        .unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let begun = Instant::now();
    let result = work();
    (result, begun.elapsed())
}

fn figures(dir: &Path) {
    // The first opening after much was written is paid once: sled then writes a snapshot.
    let ((store, _), took) = timed(|| open(dir));
    shown("open for the first time after filling", took, "");
    store.close().unwrap();
    let before = resident();
    let ((mut store, report), took) = timed(|| open(dir));
    assert_eq!((report.replayed, report.rebuilt), (0, None));
    shown(
        "open after an orderly close",
        took,
        "part of 150 ms to the first frame",
    );
    let (shard, took) = timed(|| store.load_shard(PeriodId(1)).unwrap());
    assert_eq!(shard.len() as u32, ORGANISATIONS * INDICATORS);
    shown(
        "load the values of a period (42 000)",
        took,
        "part of 150 ms to the first frame",
    );
    println!(
        "{:<52} {:>10} MiB  ≤ 150 MB in all",
        "memory of the open store and one shard",
        (resident() - before.min(resident())) >> 10
    );
    let mut worst = Duration::ZERO;
    for n in 0..50 {
        let cell = key(1, 1 + n % INDICATORS, 1 + n * 13 % ORGANISATIONS);
        let (page, took) = timed(|| store.page(Filter::Key(cell), None, 100).unwrap());
        assert!(!page.is_empty());
        worst = worst.max(took);
    }
    shown("a cell's history, worst of 50", worst, "≤ 16 ms");
    let organisation = Filter::About(About::Organisation(OrganisationId(12)));
    let (page, took) = timed(|| store.page(organisation, None, 50).unwrap());
    assert_eq!(page.len(), 50);
    shown("a page of 50 of an organisation's journal", took, "");
    let (verification, took) = timed(|| store.verify().unwrap());
    assert!(verification.is_good());
    shown("verify", took, "");
    drop(store);

    let ((store, report), took) = timed(|| open(dir));
    assert!(report.unclean && report.rebuilt.is_none());
    shown("open after a kill (everything is looked at)", took, "");
    store.close().unwrap();
    fs::remove_dir_all(dir.join("sled")).unwrap();
    let ((store, report), took) = timed(|| open(dir));
    assert!(report.rebuilt.is_some());
    shown(
        "open with sled deleted: made again",
        took,
        "≤ 10 000 ms at 420 000",
    );
    store.close().unwrap();
}

/// Durable commits of one client and of 50 waiting, beside a bare append with fdatasync.
fn durable(dir: &Path) {
    const N: u32 = 400;
    let (mut store, _) = open(dir);
    let segment = |dir: &Path| -> u64 {
        fs::read_dir(dir.join("journal"))
            .unwrap()
            .map(|file| file.unwrap().metadata().unwrap().len())
            .sum()
    };
    let before = segment(dir);
    let mut ours = Vec::new();
    let mut bare = Vec::new();
    let mut file = fs::File::create(dir.join("bare")).unwrap();
    for n in 0..N {
        let change = Change {
            key: key(1, 1, 1 + n),
            before: Some(value(n)),
            after: Some(value(n + 1)),
        };
        let group = [commit(store.next_seq(), vec![change])];
        let (_, took) = timed(|| store.append_group(&group).unwrap());
        ours.push(took);
        let length = (segment(dir) - before) as usize / (n as usize + 1);
        let bytes = vec![7; length];
        let (_, took) = timed(|| {
            file.write_all(&bytes).unwrap();
            file.sync_data().unwrap();
        });
        bare.push(took);
    }
    ours.sort();
    bare.sort();
    let (ours, bare) = (ours[N as usize / 2], bare[N as usize / 2]);
    shown("a durable commit, one client, median", ours, "");
    shown("a bare append + fdatasync, median", bare, "");
    println!(
        "{:<52} {:>10.2}      ≤ 1.3",
        "ratio",
        ours.as_secs_f64() / bare.as_secs_f64()
    );
    let (_, took) = timed(|| {
        for n in 0..N / 4 {
            let group: Vec<Commit> = (0..50)
                .map(|k| {
                    let change = Change {
                        key: key(2, k, n),
                        before: None,
                        after: Some(value(n)),
                    };
                    commit(Seq(store.next_seq().0 + u64::from(k)), vec![change])
                })
                .collect();
            store.append_group(&group).unwrap();
        }
    });
    let per_second = f64::from(N / 4 * 50) / took.as_secs_f64();
    println!(
        "{:<52} {per_second:>10.0} /s",
        "durable commits, 50 waiting"
    );
    println!(
        "{:<52} {:>10.1}      ≥ 5",
        "ratio to one client",
        per_second * ours.as_secs_f64()
    );
}
