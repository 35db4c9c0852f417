//! A disk that is full, fails, forgets or goes away.

use std::fs;
use std::sync::Arc;

use smotr::domain::command::Command;
use smotr::domain::record::{CommandId, Commit, Key};
use smotr::service::ask::ask;
use smotr::service::engine::{CloseError, domain_rules};
use smotr::service::link::{
    Answer, JournalFilter, Link as _, News, Request, Trouble, Wanted, Writing,
};

use super::{count, counted, folder, hold, simulated};
use crate::support::desk::{Person, is_same, start, start_with};
use crate::support::faulty_disk::{Failing, FaultyDisk};
use crate::support::sim_disk::{self, Planted};
use crate::support::world::{COUNT, EXPERT, SCHOOL_1, SCHOOL_2, cell, entry, set};

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
fn who_waits_for_an_answer_asks_once_more_where_nobody_knew() {
    let dir = folder();
    let disk = simulated(3, dir.path());
    let engine = start(Arc::new(disk.clone()), dir.path());
    let orlova = Person::join(&engine, "orlova");
    disk.trouble_in(2, sim_disk::Trouble::Error);
    let (id, command) = (CommandId(77), count(&orlova, 1));
    let mut others = 0;
    // An answer to another command is not taken for this one's.
    orlova.send_as(CommandId(76), Command::Undo);
    let answer = ask(
        &orlova.port,
        &orlova.news,
        id,
        &command,
        crate::support::desk::PATIENCE,
        |news| {
            others += usize::from(matches!(news, News::Answer { id, .. } if id == CommandId(76)));
        },
    );
    assert!(
        matches!(&answer, Answer::Done(it) if it.command_id == id),
        "{answer:?}"
    );
    assert_eq!(others, 1);
    engine.close().unwrap();
}

#[test]
fn reading_that_panics_ends_neither_the_engine_nor_the_next_request() {
    let dir = folder();
    let disk = FaultyDisk::default();
    let (engine, _) = start_with(Arc::new(disk.clone()), dir.path(), domain_rules).unwrap();
    let mut orlova = Person::join(&engine, "orlova");
    orlova.done(count(&orlova, 1));
    let (filter, before) = (JournalFilter::All, None);
    for _ in 0..3 {
        disk.fail_next(Failing::Read);
        orlova.port.send(Request::Journal { filter, before });
        // The store makes again what it read from, or says that it cannot be read.
        orlova.wait(|it| matches!(it, News::Unreadable(_) | News::Journal { .. }));
        orlova.done(count(&orlova, 2));
        orlova.done(count(&orlova, 3));
    }
    orlova.port.send(Request::Journal { filter, before });
    orlova.wait(|it| matches!(it, News::Journal { commits, .. } if commits.len() == 8));
    engine.close().unwrap();
}

#[test]
fn an_engine_that_broke_is_not_closed_in_order() {
    let dir = folder();
    let engine = start(Arc::new(simulated(3, dir.path())), dir.path());
    let (port, _) = engine.join("orlova", |_| panic!("planted")).unwrap();
    let filter = JournalFilter::All;
    let before = None;
    port.send(Request::Journal { filter, before });
    assert!(matches!(engine.close(), Err(CloseError::Broken)));
}

/// The write is there and nobody could be told: when the disk is back, those who did not ask hear of it as well, and what
/// comes after it leaves no gap.
#[test]
fn what_turns_out_to_be_there_is_told_to_everybody() {
    let dir = folder();
    let disk = simulated(3, dir.path());
    let engine = start(Arc::new(disk.clone()), dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    let mut belova = Person::join(&engine, "belova");
    let command = count(&orlova, 1);
    // The sync of its write fails, and the disk is gone before the store could be opened again; the machine stays up,
    // so that what was written is still there.
    disk.trouble_in(2, sim_disk::Trouble::PowerCut);
    let id = orlova.send(command.clone());
    assert_eq!(orlova.answer(id), Answer::Unknown);
    disk.kill();
    orlova.send_as(id, command);
    let Answer::Done(done) = orlova.answer(id) else {
        panic!("asked again in vain");
    };
    let heard = belova.wait(|it| matches!(it, News::Committed(_)));
    assert_eq!(heard, News::Committed(done));
    orlova.done(count(&orlova, 2));
    belova.wait(|it| matches!(it, News::Committed(_)));
    assert!(is_same(&belova.state, &orlova.state));
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

/// A disk that did not keep what it had promised is not written to, whatever it says afterwards; what is in memory can be read.
#[test]
fn a_disk_that_lost_what_it_promised_is_left_as_it_is() {
    let dir = folder();
    let disk = simulated(6, dir.path());
    let engine = start(Arc::new(disk.clone()), dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    disk.plant(Planted::NoSync);
    orlova.done(count(&orlova, 1));
    orlova.done(count(&orlova, 2));
    disk.trouble_in(1, sim_disk::Trouble::PowerCut);
    let command = count(&orlova, 3);
    assert_eq!(orlova.act(command), Answer::Unknown);
    disk.restart();
    // sled lies on the real disk and knows more than the simulated one kept.
    fs::remove_dir_all(dir.path().join("sled")).unwrap();
    for _ in 0..2 {
        let command = count(&orlova, 4);
        assert_eq!(orlova.act(command), Answer::NotWritten(Trouble::Lost));
    }
    assert_eq!(orlova.writing, Writing::Stopped(Trouble::Lost));
    let belova = Person::join(&engine, "belova");
    assert_eq!(belova.writing, Writing::Stopped(Trouble::Lost));
    assert_eq!(counted(&belova.state), Some(entry("2")));
    let _ = engine.close();
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

/// The process is killed between the write and its sync, and the next one finds the commit: what it says about it holds
/// when the power goes, too.
#[test]
fn what_a_killed_process_left_unsynced_is_durable_before_it_is_answered() {
    for seed in 0..12 {
        let dir = folder();
        let disk = simulated(seed, dir.path());
        let engine = start(Arc::new(disk.clone()), dir.path());
        let mut orlova = Person::join(&engine, "orlova");
        let command = count(&orlova, 1);
        disk.trouble_in(2, sim_disk::Trouble::PowerCut);
        let id = orlova.send(command.clone());
        assert_eq!(orlova.answer(id), Answer::Unknown);
        let _ = engine.close();
        disk.kill();
        let answered = |cut: bool| {
            if cut {
                disk.restart();
                // sled lies on the real disk, which knows of no power cut.
                fs::remove_dir_all(dir.path().join("sled")).unwrap();
            }
            let engine = start(Arc::new(disk.clone()), dir.path());
            let mut orlova = Person::join_only(&engine, "orlova");
            orlova.send_as(id, command.clone());
            let answer = orlova.answer(id);
            engine.close().unwrap();
            answer
        };
        let first = answered(false);
        assert!(matches!(first, Answer::Done(_)), "seed {seed}: {first:?}");
        assert_eq!(answered(true), first, "seed {seed}");
    }
}

#[test]
fn a_disk_that_does_not_sync_is_found_out() {
    let lost = (0..6).map(|seed| lost_in_a_power_cut(seed, 30, Some(Planted::NoSync)));
    assert!(lost.sum::<usize>() > 0);
}

#[test]
fn what_cannot_be_read_is_told_to_whoever_asked_and_says_nothing_about_writing() {
    let dir = folder();
    let disk = simulated(5, dir.path());
    let engine = start(Arc::new(disk.clone()), dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    disk.trouble_in(1, sim_disk::Trouble::PowerCut);
    let command = count(&orlova, 1);
    assert_eq!(orlova.act(command), Answer::Unknown);
    let key = Key::Value(cell(COUNT, SCHOOL_1));
    let filter = JournalFilter::All;
    let before = None;
    for (request, wanted) in [
        (Request::History { key, before }, Wanted::History(key)),
        (Request::Journal { filter, before }, Wanted::Journal(filter)),
    ] {
        orlova.port.send(request);
        assert_eq!(orlova.hear(), News::Unreadable(wanted));
    }
    let _ = engine.close();
}
