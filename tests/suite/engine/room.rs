//! Want of room under everything that a store is: the journal, and sled beside it.

use std::fs;
use std::path::Path;
use std::process::{Command as Process, Stdio};
use std::sync::Arc;

use smotr::domain::record::{CommandId, Key};
use smotr::service::engine::Engine;
use smotr::service::link::{Answer, JournalFilter, Link as _, News, Request, Trouble, Writing};

use super::{count, counted, folder, real, simulated};
use crate::support::desk::{Person, is_same, start};
use crate::support::world::{COUNT, SCHOOL_1, cell, entry};

/// Commits, each of them another number; their ids.
fn commits(person: &mut Person, n: u32) -> Vec<CommandId> {
    let ids = (0..n).map(|round| {
        let id = person.send(count(person, 1 + round % 7));
        assert!(matches!(person.answer(id), Answer::Done(_)), "{round}");
        id
    });
    ids.collect()
}

/// A reading takes everything into the derived state, as a pause would.
fn read_history(person: &mut Person) -> News {
    let key = Key::Value(cell(COUNT, SCHOOL_1));
    person.port.send(Request::History { key, before: None });
    person.wait(|it| matches!(it, News::History { .. } | News::Unreadable(_)))
}

/// While there is no room: every command is refused for that, a repeated one has its first answer, and reading goes on.
fn refuses_and_reads(engine: &Engine, person: &mut Person, done: &[CommandId]) {
    let before = person.state.clone();
    for round in 0..20 {
        let answer = person.act(count(person, 20 + round));
        assert_eq!(answer, Answer::NotWritten(Trouble::Full), "{round}");
    }
    assert_eq!(person.writing, Writing::Stopped(Trouble::Full));
    for id in done.iter().rev().step_by(7) {
        person.send_as(*id, count(person, 30));
        let answer = person.answer(*id);
        assert!(matches!(answer, Answer::Done(_)), "{answer:?}");
    }
    let heard = read_history(person);
    let News::History { commits, .. } = heard else {
        panic!("{heard:?}");
    };
    assert_eq!(commits.first().map(|it| it.seq), Some(before.meta.seq));
    let filter = JournalFilter::All;
    let page = Request::Journal {
        filter,
        before: None,
    };
    person.port.send(page);
    person.wait(|it| matches!(it, News::Journal { .. }));
    let belova = Person::join(engine, "belova");
    assert!(is_same(&belova.state, &before));
    assert_eq!(belova.writing, Writing::Stopped(Trouble::Full));
}

fn goes_on(person: &mut Person) {
    person.done(count(person, 40));
    assert!(person.writing.is_open());
    assert_eq!(counted(&person.state), Some(entry("40")));
}

#[test]
fn a_full_file_system_refuses_and_reading_goes_on() {
    let dir = folder();
    let mounted = rustix::process::geteuid().is_root()
        && Process::new("mount")
            .args(["-t", "tmpfs", "-o", "size=6m", "tmpfs"])
            .arg(dir.path())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success());
    if !mounted {
        crate::support::skipped("needs root and mount");
        return;
    }
    let result = std::panic::catch_unwind(|| on_a_small_disk(&dir.path().join("store")));
    let unmounted = Process::new("umount").arg(dir.path()).status().unwrap();
    assert!(unmounted.success());
    if let Err(panic) = result {
        std::panic::resume_unwind(panic);
    }
}

fn on_a_small_disk(dir: &Path) {
    let engine = real(dir);
    let mut orlova = Person::join(&engine, "orlova");
    let mut done = commits(&mut orlova, 950);
    let free = || {
        let stat = rustix::fs::statvfs(dir).unwrap();
        stat.f_bavail * stat.f_frsize
    };
    let ballast = dir.join("ballast");
    read_history(&mut orlova);
    fs::write(&ballast, vec![1; (free() - 60_000) as usize]).unwrap();
    refuses_and_reads(&engine, &mut orlova, &done);
    fs::remove_file(&ballast).unwrap();
    goes_on(&mut orlova);
    // Past the commits after which sled is flushed.
    done.extend(commits(&mut orlova, 60));
    read_history(&mut orlova);
    fs::write(&ballast, vec![1; (free() - 60_000) as usize]).unwrap();
    refuses_and_reads(&engine, &mut orlova, &done);
    fs::remove_file(&ballast).unwrap();
    goes_on(&mut orlova);
    engine.close().unwrap();
    let engine = real(dir);
    let again = Person::join(&engine, "orlova");
    assert!(is_same(&again.state, &orlova.state));
    engine.close().unwrap();
    let names = fs::read_dir(dir).unwrap();
    let aside = names.filter(|it| {
        let name = it.as_ref().unwrap().file_name();
        name.to_string_lossy().starts_with("sled.bad")
    });
    assert_eq!(aside.count(), 0);
}

/// The same where nothing can be mounted: the disk only says that it is full.
#[test]
fn a_disk_that_says_it_is_full_is_not_driven_further() {
    let dir = folder();
    let disk = simulated(8, dir.path());
    let engine = start(Arc::new(disk.clone()), dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    let done = commits(&mut orlova, 30);
    read_history(&mut orlova);
    disk.say_room(60_000);
    refuses_and_reads(&engine, &mut orlova, &done);
    disk.say_room(u64::MAX);
    goes_on(&mut orlova);
    engine.close().unwrap();
}

/// Another has taken all the room between a commit and what follows it: the next one is refused for that, and not left unknown.
#[test]
fn room_that_goes_while_the_derived_state_is_behind() {
    let dir = folder();
    let disk = simulated(9, dir.path());
    let engine = start(Arc::new(disk.clone()), dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    commits(&mut orlova, 3);
    let id = orlova.send(count(&orlova, 9));
    assert!(matches!(orlova.answer(id), Answer::Done(_)));
    disk.say_room(0);
    let answer = orlova.act(count(&orlova, 10));
    assert_eq!(answer, Answer::NotWritten(Trouble::Full));
    assert_eq!(orlova.writing, Writing::Stopped(Trouble::Full));
    disk.say_room(u64::MAX);
    goes_on(&mut orlova);
    engine.close().unwrap();
}

/// Before there is none left: writing goes on, and whoever is there and whoever comes is told how much it is.
#[test]
fn a_disk_that_will_soon_be_full_is_told_in_time() {
    let dir = folder();
    let disk = simulated(10, dir.path());
    let engine = start(Arc::new(disk.clone()), dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    orlova.done(count(&orlova, 1));
    assert_eq!(orlova.writing, Writing::Open);
    // Some of it is kept for the derived state, and for the group itself.
    disk.say_room(40 << 20);
    orlova.done(count(&orlova, 2));
    let Writing::Scarce { mib } = orlova.writing else {
        panic!("{:?}", orlova.writing);
    };
    assert!((30..40).contains(&mib), "{mib}");
    let belova = Person::join(&engine, "belova");
    assert_eq!(belova.writing, orlova.writing);
    disk.say_room(u64::MAX);
    orlova.done(count(&orlova, 3));
    assert_eq!(orlova.writing, Writing::Open);
    engine.close().unwrap();
}
