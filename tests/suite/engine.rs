//! The engine over the real store: in a folder, and over a disk that forgets, refuses and fails.
//!
//! The derived state lies in a real folder in both cases; losing it loses nothing, so only the journal is put on the simulated disk.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Command as Process, Stdio};
use std::sync::Arc;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use smotr::cli::founding::founding;
use smotr::domain::command::{Command, Seen, SetValue};
use smotr::domain::ids::{Seq, Timestamp};
use smotr::domain::people::Role;
use smotr::domain::record::{Cause, CommandId, Commit, Key};
use smotr::domain::refusal::Refusal;
use smotr::domain::state::State;
use smotr::domain::value::{Cell, Entry};
use smotr::locale::{Lang, Locale};
use smotr::service::core::{Asked, commit_for};
use smotr::service::engine::{Engine, OpenError, Setup, domain_rules};
use smotr::service::identity;
use smotr::service::link::{
    Answer, JournalFilter, JournalLine, Link as _, News, Request, Trouble, Unsaved, Writing,
};
use smotr::store::disk::RealDisk;

use crate::support::desk::{PATIENCE, Person, clock, is_same, start, start_with};
use crate::support::sim_disk::{self, Planted, SimDisk};
use crate::support::world::{COUNT, EXPERT, OPEN, RATIO, SCHOOL_1, SCHOOL_2, cell, entry, set};

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn real(dir: &Path) -> Engine {
    start(Arc::new(RealDisk), dir)
}

/// A simulated disk with the store's folder on it.
fn simulated(seed: u64, dir: &Path) -> SimDisk {
    SimDisk::new(seed).with_dir(dir)
}

/// The count of a school becomes so many.
fn count(person: &Person, number: u32) -> Command {
    set(
        &person.state,
        cell(COUNT, SCHOOL_1),
        entry(&number.to_string()),
    )
}

fn counted(state: &State) -> Option<Entry> {
    let value = state.value(cell(COUNT, SCHOOL_1));
    value.map(|it| it.body.entry.clone())
}

/// Holds the engine's thread until the sender that is returned is dropped, so that what is sent meanwhile waits together.
fn hold(engine: &Engine) -> mpsc::Sender<()> {
    let (release, gate) = mpsc::channel::<()>();
    let (entered, inside) = mpsc::channel();
    let listener = move |_| {
        let _ = entered.send(());
        let _ = gate.recv();
    };
    let (port, _) = engine.join("belova", listener).unwrap();
    port.send(Request::Shard(OPEN));
    inside.recv_timeout(PATIENCE).unwrap();
    release
}

#[test]
fn a_change_is_published_then_answered_and_is_there_after_opening_again() {
    let dir = folder();
    let engine = real(dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    let id = orlova.send(count(&orlova, 2));
    assert!(matches!(orlova.hear(), News::Committed(it) if it.seq == Seq(2)));
    assert!(matches!(
        orlova.hear(),
        News::Answer { id: it, answer: Answer::Done(commit) } if it == id && commit.seq == Seq(2)
    ));
    engine.close().unwrap();

    let engine = real(dir.path());
    let again = Person::join(&engine, "orlova");
    assert!(is_same(&again.state, &orlova.state));
    assert_eq!(counted(&again.state), Some(entry("2")));
    engine.close().unwrap();
}

#[test]
fn two_people_hear_the_same_and_a_conflict_carries_the_other_value() {
    let dir = folder();
    let engine = real(dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    let mut belova = Person::join(&engine, "belova");
    let hers = count(&belova, 5);
    let done = orlova.done(count(&orlova, 2));
    let Answer::Refused(Refusal::Conflict { stamp, theirs, .. }) = belova.act(hers) else {
        panic!("no conflict");
    };
    assert_eq!(stamp.unwrap().rev, done.seq);
    assert!(theirs.is_some());
    assert!(is_same(&belova.state, &orlova.state));
    engine.close().unwrap();
}

#[test]
fn what_waits_together_becomes_durable_with_one_sync() {
    let dir = folder();
    let disk = simulated(1, dir.path());
    let engine = start(Arc::new(disk.clone()), dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    let held = hold(&engine);
    let before = disk.syncs();
    // Fifty people who all have seen the cell as it is now: the first wins, the others are told.
    let first = orlova.send(count(&orlova, 1));
    let rest: Vec<CommandId> = (2..=50).map(|n| orlova.send(count(&orlova, n))).collect();
    let other = orlova.send(set(&orlova.state, cell(COUNT, SCHOOL_2), entry("3")));
    drop(held);
    assert!(matches!(orlova.answer(first), Answer::Done(it) if it.seq == Seq(2)));
    for id in rest {
        assert!(matches!(
            orlova.answer(id),
            Answer::Refused(Refusal::Conflict { .. })
        ));
    }
    assert!(matches!(orlova.answer(other), Answer::Done(it) if it.seq == Seq(3)));
    assert_eq!(disk.syncs() - before, 1);
    engine.close().unwrap();
}

#[test]
fn a_repeated_command_gets_its_first_answer() {
    let dir = folder();
    let engine = real(dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    let command = count(&orlova, 2);
    let id = CommandId(77);
    // In one group, later, and after opening again.
    let held = hold(&engine);
    orlova.send_as(id, command.clone());
    orlova.send_as(id, command.clone());
    drop(held);
    let Answer::Done(first) = orlova.answer(id) else {
        panic!("not done");
    };
    assert!(matches!(orlova.answer(id), Answer::Done(it) if it == first));
    orlova.done(count(&orlova, 3));
    orlova.send_as(id, command.clone());
    assert!(matches!(orlova.answer(id), Answer::Done(it) if it == first));
    engine.close().unwrap();

    let engine = real(dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    orlova.send_as(id, command);
    assert!(matches!(orlova.answer(id), Answer::Done(it) if it == first));
    assert_eq!(counted(&orlova.state), Some(entry("3")));
    engine.close().unwrap();
}

#[test]
fn undo_finds_its_commit_in_the_group_in_the_journal_and_after_opening_again() {
    let dir = folder();
    let engine = real(dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    let held = hold(&engine);
    orlova.send(count(&orlova, 1));
    let undo = orlova.send(Command::Undo);
    drop(held);
    assert!(matches!(orlova.answer(undo), Answer::Done(it) if it.cause == Cause::Undo(Seq(2))));
    assert_eq!(counted(&orlova.state), None);
    orlova.done(count(&orlova, 2));
    orlova.done(Command::Undo);
    let done = orlova.done(count(&orlova, 4));
    engine.close().unwrap();

    let engine = real(dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    assert_eq!(orlova.done(Command::Undo).cause, Cause::Undo(done.seq));
    assert_eq!(orlova.done(Command::Redo).changes.len(), 1);
    assert_eq!(counted(&orlova.state), Some(entry("4")));
    engine.close().unwrap();
}

#[test]
fn values_are_loaded_for_a_command_that_needs_them() {
    let dir = folder();
    let engine = real(dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    let commit = orlova.done(count(&orlova, 2));
    engine.close().unwrap();

    let engine = real(dir.path());
    let mut orlova = Person::join_only(&engine, "orlova");
    assert!(orlova.state.shard(OPEN).is_none());
    let cell = cell(COUNT, SCHOOL_1);
    let held = hold(&engine);
    let first = orlova.send(set_seen(cell, Seen::Absent, "3"));
    let second = orlova.send(set_seen(cell, Seen::At(commit.seq), "4"));
    drop(held);
    assert!(matches!(
        orlova.answer(first),
        Answer::Refused(Refusal::Conflict { .. })
    ));
    assert!(matches!(orlova.answer(second), Answer::Done(_)));
    orlova.shard(OPEN);
    assert_eq!(counted(&orlova.state), Some(entry("4")));
    engine.close().unwrap();
}

fn set_seen(cell: Cell, seen: Seen, number: &str) -> Command {
    Command::SetValues(vec![SetValue {
        cell,
        seen,
        entry: entry(number),
        note: None,
        source: None,
    }])
}

#[test]
fn a_full_disk_refuses_and_goes_on_by_itself_when_there_is_room() {
    let dir = folder();
    let disk = simulated(2, dir.path());
    let engine = start(Arc::new(disk.clone()), dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    orlova.done(count(&orlova, 1));
    let before = orlova.state.clone();

    disk.trouble_in(1, sim_disk::Trouble::NoRoom);
    let held = hold(&engine);
    let ids = [
        orlova.send(count(&orlova, 2)),
        // It would be a conflict with the one before, which is not there.
        orlova.send(count(&orlova, 3)),
        orlova.send(set(&orlova.state, cell(COUNT, SCHOOL_2), entry("3"))),
    ];
    drop(held);
    for id in ids {
        assert!(matches!(
            orlova.answer(id),
            Answer::NotWritten(Trouble::Full)
        ));
    }
    assert_eq!(orlova.writing, Writing::Stopped(Trouble::Full));
    // Reading goes on, and whoever comes now sees what is durable.
    let key = Key::Value(cell(COUNT, SCHOOL_1));
    orlova.port.send(Request::History { key, before: None });
    let News::History { commits, .. } = orlova.wait(|it| matches!(it, News::History { .. })) else {
        unreachable!()
    };
    assert_eq!(commits.len(), 1);
    let belova = Person::join(&engine, "belova");
    assert!(is_same(&belova.state, &before));
    assert_eq!(belova.writing, Writing::Stopped(Trouble::Full));
    drop(belova);

    disk.make_room();
    let done = orlova.done(count(&orlova, 4));
    assert_eq!(done.seq, before.meta.seq.next());
    assert_eq!(orlova.writing, Writing::Open);
    engine.close().unwrap();
    disk.restart();
    let engine = start(Arc::new(disk.clone()), dir.path());
    let again = Person::join(&engine, "orlova");
    assert!(is_same(&again.state, &orlova.state));
    engine.close().unwrap();
}

#[test]
fn after_a_failed_sync_nobody_knows_and_asking_again_tells() {
    let dir = folder();
    let disk = simulated(3, dir.path());
    let engine = start(Arc::new(disk.clone()), dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    let mut belova = Person::join(&engine, "belova");
    let command = count(&orlova, 1);
    // A write, then its sync.
    disk.trouble_in(2, sim_disk::Trouble::Error);
    let id = orlova.send(command.clone());
    assert_eq!(orlova.answer(id), Answer::Unknown);
    orlova.send_as(id, command);
    let Answer::Done(done) = orlova.answer(id) else {
        panic!("asked again in vain");
    };
    assert_eq!(counted(&orlova.state), Some(entry("1")));
    let next = belova.wait(|it| matches!(it, News::Committed(_)));
    assert_eq!(next, News::Committed(done));
    assert!(is_same(&belova.state, &orlova.state));
    assert_eq!(orlova.writing, Writing::Open);
    orlova.done(count(&orlova, 2));
    engine.close().unwrap();
}

#[test]
fn a_disk_that_goes_away_stops_writing_until_it_is_back() {
    let dir = folder();
    let disk = simulated(4, dir.path());
    let engine = start(Arc::new(disk.clone()), dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    orlova.done(count(&orlova, 1));
    let before = orlova.state.clone();
    let command = count(&orlova, 2);
    disk.trouble_in(1, sim_disk::Trouble::PowerCut);
    let id = orlova.send(command.clone());
    assert_eq!(orlova.answer(id), Answer::Unknown);
    assert_eq!(orlova.writing, Writing::Stopped(Trouble::Failed));
    // Nothing can be promised, nor even looked up; what is in memory can be read.
    orlova.send_as(id, command.clone());
    assert_eq!(orlova.answer(id), Answer::Unknown);
    let belova = Person::join(&engine, "belova");
    assert!(is_same(&belova.state, &before));
    disk.restart();
    orlova.send_as(id, command);
    assert!(matches!(orlova.answer(id), Answer::Done(_)));
    assert_eq!(orlova.writing, Writing::Open);
    assert_eq!(counted(&orlova.state), Some(entry("2")));
    engine.close().unwrap();
    let engine = start(Arc::new(disk.clone()), dir.path());
    let again = Person::join(&engine, "orlova");
    assert!(is_same(&again.state, &orlova.state));
    engine.close().unwrap();
}

/// Works until the power fails at the n-th call from the first command, and then counts what was acknowledged and is gone.
fn lost_in_a_power_cut(seed: u64, n: u64, planted: Option<Planted>) -> usize {
    let dir = folder();
    let disk = simulated(seed, dir.path());
    let engine = start(Arc::new(disk.clone()), dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    if let Some(bug) = planted {
        disk.plant(bug);
    }
    disk.trouble_in(n, sim_disk::Trouble::PowerCut);
    let mut acknowledged: Vec<(CommandId, Command, Arc<Commit>)> = Vec::new();
    let mut rng = fastrand::Rng::with_seed(seed);
    'work: for round in 0..20u32 {
        let mut sent = Vec::new();
        for part in 0..rng.u32(1..4) {
            let indicator = [COUNT, EXPERT, COUNT][part as usize];
            let school = [SCHOOL_1, SCHOOL_1, SCHOOL_2][part as usize];
            let number = (round % 5 + 1).to_string();
            let command = set(&orlova.state, cell(indicator, school), entry(&number));
            sent.push((orlova.send(command.clone()), command));
        }
        for (id, command) in sent {
            match orlova.answer(id) {
                Answer::Done(commit) => acknowledged.push((id, command, commit)),
                Answer::Refused(_) => {}
                Answer::Unknown | Answer::NotWritten(_) => break 'work,
            }
        }
    }
    let _ = engine.close();
    disk.restart();
    // sled lies on the real disk and knows more than the simulated one kept: what is tested is the journal.
    fs::remove_dir_all(dir.path().join("sled")).unwrap();
    let Ok((engine, _)) = start_with(Arc::new(disk.clone()), dir.path(), domain_rules) else {
        return acknowledged.len();
    };
    let mut orlova = Person::join_only(&engine, "orlova");
    let mut lost = 0;
    for (id, command, commit) in acknowledged {
        orlova.send_as(id, command);
        if !matches!(orlova.answer(id), Answer::Done(it) if it == commit) {
            lost += 1;
        }
    }
    engine.close().unwrap();
    lost
}

#[test]
fn what_was_acknowledged_survives_every_power_cut() {
    for seed in 0..24 {
        let n = 1 + seed % 12 * 3;
        assert_eq!(
            lost_in_a_power_cut(seed, n, None),
            0,
            "seed {seed}, power cut at call {n}"
        );
    }
}

#[test]
fn a_disk_that_does_not_sync_is_found_out() {
    let lost = (0..6).map(|seed| lost_in_a_power_cut(seed, 30, Some(Planted::NoSync)));
    assert!(lost.sum::<usize>() > 0);
}

#[test]
fn unfinished_input_is_kept_for_its_author_across_a_restart() {
    let dir = folder();
    let input = |text: &str| Unsaved {
        place: "cell 2 1".into(),
        fields: vec![
            ("entry".into(), text.into()),
            ("note".into(), "«ё»\n№".into()),
        ],
        at: Timestamp(5),
    };
    let engine = real(dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    for text in ["2", "21", "21/"] {
        orlova.port.send(Request::KeepUnsaved(vec![input(text)]));
    }
    // The queue is worked off in order, so the answer says that the input before it is kept.
    orlova.done(count(&orlova, 1));
    orlova.shard(OPEN);
    let path = dir.path().join("unsaved/1.json");
    assert_eq!(
        fs::metadata(&path).unwrap().permissions().mode() & 0o777,
        0o600
    );
    engine.close().unwrap();

    let engine = real(dir.path());
    let orlova = Person::join(&engine, "orlova");
    assert_eq!(orlova.unsaved, [input("21/")]);
    assert!(Person::join(&engine, "belova").unsaved.is_empty());
    orlova.port.send(Request::KeepUnsaved(Vec::new()));
    engine.close().unwrap();
    assert!(!path.exists());

    // What cannot be read is set aside, and nobody is kept from working.
    fs::write(&path, b"{\"version\":9}").unwrap();
    let engine = real(dir.path());
    assert!(Person::join(&engine, "orlova").unsaved.is_empty());
    assert!(path.with_extension("unreadable").exists());
    engine.close().unwrap();
}

fn rules_that_panic(
    state: &State,
    asked: Asked<'_>,
    find: &mut dyn FnMut(Seq) -> Option<Arc<Commit>>,
) -> Result<Commit, Refusal> {
    if *asked.command == Command::Redo {
        panic!("planted");
    }
    commit_for(state, asked, find)
}

#[test]
fn rules_that_panic_cost_one_command_and_nothing_else() {
    let dir = folder();
    let engine = start_with(Arc::new(RealDisk), dir.path(), rules_that_panic)
        .unwrap()
        .0;
    let mut orlova = Person::join(&engine, "orlova");
    let held = hold(&engine);
    let first = orlova.send(count(&orlova, 1));
    let broken = orlova.send(Command::Redo);
    let other = orlova.send(set(&orlova.state, cell(COUNT, SCHOOL_2), entry("3")));
    drop(held);
    assert!(matches!(orlova.answer(first), Answer::Done(_)));
    assert_eq!(orlova.answer(broken), Answer::NotWritten(Trouble::Failed));
    assert!(matches!(orlova.answer(other), Answer::Done(_)));
    orlova.done(count(&orlova, 2));
    engine.close().unwrap();
}

#[test]
fn a_stranger_is_told_so() {
    let dir = folder();
    let engine = real(dir.path());
    assert!(matches!(
        engine.join("nobody", |_| {}),
        Err(OpenError::Stranger { account }) if account == "nobody"
    ));
    engine.close().unwrap();
}

#[test]
fn a_new_store_has_the_catalogue_the_school_year_and_its_maker() {
    let dir = folder();
    let setup = Setup {
        disk: Arc::new(RealDisk),
        dir: dir.path().to_owned(),
        account: "orlova".into(),
        founding: Some(founding("orlova", &Locale::new(Lang::Ru))),
        clock,
        rules: domain_rules,
    };
    let (engine, report) = Engine::start(setup, &mut |_| {}).unwrap();
    assert!(report.created);
    let orlova = Person::join_only(&engine, "orlova");
    let state = &orlova.state;
    assert_eq!(
        (
            state.directions.len(),
            state.indicators.len(),
            state.documents.len(),
            state.requirements.len(),
            state.citations.len(),
        ),
        (6, 36, 12, 32, 35)
    );
    let user = state.users.values().next().unwrap();
    assert_eq!(user.roles, Role::ALL);
    let periods: Vec<_> = state.periods.values().collect();
    // The clock stands in May.
    assert_eq!(periods[0].name, "2025/26");
    assert!(periods.len() == 1 && periods[0].state.takes_values());
    assert!(!state.settings.as_ref().unwrap().demo);
    engine.close().unwrap();
}

#[test]
fn the_account_is_the_one_of_the_machines_list() {
    let list =
        "root:x:0:0:root:/root:/bin/bash\nbroken\norlova:x:1007:1007::/home/orlova:/bin/sh\n";
    for (uid, name) in [(0, Some("root")), (1007, Some("orlova")), (5, None)] {
        assert_eq!(identity::named_in(list, uid).as_deref(), name);
    }
    assert_eq!(identity::account_of(u32::MAX - 7), "uid-4294967288");
}

#[test]
fn history_and_journal_come_in_pages_the_latest_first() {
    let dir = folder();
    let engine = real(dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    for n in 0..230 {
        orlova.done(count(&orlova, n % 7 + 1));
    }
    let key = Key::Value(cell(COUNT, SCHOOL_1));
    let mut seen = Vec::new();
    let mut before = None;
    loop {
        orlova.port.send(Request::History { key, before });
        let News::History { commits, more, .. } =
            orlova.wait(|it| matches!(it, News::History { .. }))
        else {
            unreachable!()
        };
        assert!(!commits.is_empty() && commits.len() <= 500);
        before = commits.last().map(|it| it.seq);
        seen.extend(commits.iter().map(|it| it.seq.0));
        if !more {
            break;
        }
    }
    assert_eq!(seen, (2..=231).rev().collect::<Vec<u64>>());

    let mut journal = |filter| {
        orlova.port.send(Request::Journal {
            filter,
            before: None,
        });
        match orlova.wait(|it| matches!(it, News::Journal { .. })) {
            News::Journal { commits, more, .. } => (commits, more),
            _ => unreachable!(),
        }
    };
    let (lines, more) = journal(JournalFilter::Indicator(RATIO));
    // Only the founding says anything of it.
    assert_eq!((lines.len(), more), (1, false));
    assert!(lines[0].changes > JournalLine::SHOWN);
    assert!(lines[0].commit.changes.len() <= JournalLine::SHOWN);
    let (lines, more) = journal(JournalFilter::All);
    assert!(more && lines[0].commit.seq == Seq(231));
    engine.close().unwrap();
}

#[test]
fn an_idle_engine_never_wakes() {
    let dir = folder();
    let engine = real(dir.path());
    let (sender, tids) = mpsc::channel();
    let (port, _) = engine
        .join("belova", move |_| {
            let _ = sender.send(fs::read_link("/proc/thread-self").unwrap());
        })
        .unwrap();
    let mut orlova = Person::join(&engine, "orlova");
    port.send(Request::Shard(OPEN));
    let thread = tids.recv_timeout(PATIENCE).unwrap();
    orlova.done(count(&orlova, 1));
    let status = Path::new("/proc").join(thread).join("status");
    let switches = || -> u64 {
        let text = fs::read_to_string(&status).unwrap();
        let lines = text.lines().filter(|it| it.contains("ctxt_switches"));
        lines
            .filter_map(|it| it.split_whitespace().last()?.parse::<u64>().ok())
            .sum()
    };
    // Until the derived state has followed; then half a second in which nothing may happen at all.
    let deadline = Instant::now() + PATIENCE;
    let mut before = switches();
    loop {
        std::thread::sleep(Duration::from_millis(500));
        let now = switches();
        if now == before {
            break;
        }
        assert!(Instant::now() < deadline, "wakes up again and again");
        before = now;
    }
    engine.close().unwrap();
}

/// Not a test by itself: the process that [`kill_9_loses_nothing_acknowledged`] kills.
#[test]
fn child_that_is_killed() {
    let Ok(dir) = std::env::var("SMOTR_TEST_ENGINE") else {
        return;
    };
    let engine = real(Path::new(&dir));
    let mut orlova = Person::join(&engine, "orlova");
    loop {
        let number = fastrand::u32(1..8);
        let sent: Vec<CommandId> = [SCHOOL_1, SCHOOL_2]
            .map(|it| set(&orlova.state, cell(COUNT, it), entry(&number.to_string())))
            .map(|it| orlova.send(it))
            .into();
        for id in sent {
            if let Answer::Done(commit) = orlova.answer(id) {
                println!("saved {} {}", id.0, commit.seq.0);
            }
        }
    }
}

#[test]
fn kill_9_loses_nothing_acknowledged() {
    let dir = folder();
    let mut saved: Vec<(CommandId, Seq)> = Vec::new();
    for round in 0..8 {
        let mut child = Process::new(std::env::current_exe().unwrap())
            .args(["--exact", "engine::child_that_is_killed", "--nocapture"])
            .env("SMOTR_TEST_ENGINE", dir.path())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let wanted = saved.len() + 1 + round * 7;
        for line in lines.map_while(Result::ok) {
            let Some((_, line)) = line.split_once("saved ") else {
                continue;
            };
            let (id, seq) = line.trim().split_once(' ').unwrap();
            saved.push((CommandId(id.parse().unwrap()), Seq(seq.parse().unwrap())));
            // What it says between this and its end counts, too.
            if saved.len() == wanted {
                child.kill().unwrap();
            }
        }
        child.wait().unwrap();
        assert!(saved.len() >= wanted);
        if round % 3 == 2 {
            fs::remove_dir_all(dir.path().join("sled")).unwrap();
        }
        let engine = real(dir.path());
        let mut orlova = Person::join(&engine, "orlova");
        for (id, seq) in &saved {
            orlova.send_as(*id, Command::Undo);
            assert!(
                matches!(orlova.answer(*id), Answer::Done(it) if it.seq == *seq),
                "round {round}: {seq:?} is lost"
            );
        }
        engine.close().unwrap();
    }
}
