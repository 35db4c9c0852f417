//! The archive of each day, made beside an engine at work.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::mpsc;

use chrono::Days;
use smotr::domain::ids::{Now, Timestamp};
use smotr::service::archiver::Archiver;
use smotr::service::config::{Archives, Config};
use smotr::service::link::{Answer, News, Trouble, Writing};
use smotr::store::archive::daily::{self, list};
use smotr::store::archive::{View, check, compare};
use smotr::store::disk::RealDisk;

use super::{start, until};
use crate::support::desk::Person;
use crate::support::faulty_disk::FaultyDisk;
use crate::support::rounds;
use crate::support::sim_disk::SimDisk;
use crate::support::world::{self, COUNT, SCHOOL_1, cell, entry, set};

/// A clock that a test sets to a day.
macro_rules! days {
    ($day:ident, $clock:ident) => {
        static $day: AtomicI64 = AtomicI64::new(0);
        fn $clock() -> Now {
            moment($day.load(Ordering::SeqCst))
        }
    };
}

fn moment(day: i64) -> Now {
    Now {
        at: Timestamp(1_779_540_000_000 + day * 86_400_000),
        today: world::date("2026-05-23") + Days::new(day as u64),
    }
}

fn archives(dir: &Path) -> Vec<PathBuf> {
    let found = list(&RealDisk, &dir.join("archives")).unwrap();
    found.into_iter().map(|it| it.path).collect()
}

fn enter(person: &mut Person, number: u32) {
    let here = cell(COUNT, SCHOOL_1);
    person.done(set(&person.state, here, entry(&number.to_string())));
}

#[test]
fn a_day_has_its_archive_after_opening_or_after_its_first_commit() {
    days!(DAY, clock);
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let open = || start(Arc::new(RealDisk), &data, clock, Config::usual(&data));
    let engine = open();
    until("after opening", || archives(&data).len() == 1);
    let mut orlova = Person::join(&engine, "orlova");
    enter(&mut orlova, 1);
    DAY.store(1, Ordering::SeqCst);
    enter(&mut orlova, 2);
    until("after the first commit of a day", || {
        archives(&data).len() == 2
    });
    enter(&mut orlova, 3);
    engine.close().unwrap();
    // The same day again: it has one. The next one, and something has changed since.
    open().close().unwrap();
    assert_eq!(archives(&data).len(), 2);
    DAY.store(2, Ordering::SeqCst);
    let engine = open();
    until("the next day", || archives(&data).len() == 3);
    engine.close().unwrap();
    DAY.store(3, Ordering::SeqCst);
    let engine = open();
    // Whoever has them for himself has waited for what was begun.
    engine.close().unwrap();
    assert_eq!(archives(&data).len(), 3, "nothing has changed");
    let view = View::of(Arc::new(RealDisk), &data).unwrap();
    for path in archives(&data) {
        compare(&RealDisk, &view, &path).unwrap();
    }
}

#[test]
fn where_archives_are_off_there_are_none() {
    days!(DAY, clock);
    let _ = &DAY;
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let config = Config {
        archives: None,
        ..Config::usual(&data)
    };
    let engine = start(Arc::new(RealDisk), &data, clock, config);
    let mut orlova = Person::join(&engine, "orlova");
    enter(&mut orlova, 1);
    engine.close().unwrap();
    assert!(!data.join("archives").exists());
}

#[test]
fn without_room_an_administrator_hears_of_it_and_work_goes_on() {
    days!(DAY, clock);
    let _ = &DAY;
    let dir = tempfile::tempdir().unwrap();
    let disk = SimDisk::new(3).with_dir(dir.path());
    disk.say_room(20 << 20);
    let config = Config::usual(dir.path());
    let engine = start(Arc::new(disk.clone()), dir.path(), clock, config);
    let mut orlova = Person::join_only(&engine, "orlova");
    let heard = orlova.wait(|it| matches!(it, News::NoArchive(_)));
    assert_eq!(heard, News::NoArchive(Trouble::Full));
    let mut belova = Person::join(&engine, "belova");
    enter(&mut belova, 4);
    assert!(!matches!(belova.writing, Writing::Stopped(_)));
    // Who comes later hears of it, too, if it is theirs to know.
    let mut later = Person::join_only(&engine, "orlova");
    later.wait(|it| matches!(it, News::NoArchive(Trouble::Full)));
    belova.shard(world::OPEN);
    let others: Vec<News> = belova.news.try_iter().collect();
    assert!(!others.iter().any(|it| matches!(it, News::NoArchive(_))));
    assert!(disk.files(&dir.path().join("archives")).is_empty());
    engine.close().unwrap();
}

/// A store that has had no archives so far, and how they are to be kept.
fn without_archives(data: &Path) -> Archives {
    days!(DAY, clock);
    let _ = &DAY;
    let config = Config {
        archives: None,
        ..Config::usual(data)
    };
    let engine = start(Arc::new(RealDisk), data, clock, config);
    engine.close().unwrap();
    Archives {
        folder: data.join("archives"),
        days: 3,
    }
}

#[test]
fn while_somebody_has_the_archives_none_is_made() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let how = without_archives(&data);
    let archiver = Archiver::start(Arc::new(RealDisk), data.clone(), how, |it| panic!("{it:?}"));
    let archiver = archiver.unwrap();
    let hold = archiver.hold();
    archiver.day(moment(0).today);
    // Long enough to make several of them.
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert_eq!(archives(&data).len(), 0);
    drop(hold);
    until("after the hold", || archives(&data).len() == 1);
}

#[test]
fn whoever_wants_the_archives_has_them_once_the_one_under_way_is_given_up() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let how = without_archives(&data);
    let disk = FaultyDisk::default();
    let (begin, begun) = mpsc::channel();
    let (go, gone) = mpsc::channel();
    disk.after_listing(move || {
        begin.send(()).unwrap();
        gone.recv().unwrap();
    });
    let archiver = Archiver::start(Arc::new(disk.clone()), data.clone(), how, |it| {
        panic!("{it:?}")
    });
    let archiver = archiver.unwrap();
    archiver.day(moment(0).today);
    begun.recv().unwrap();
    std::thread::spawn(move || {
        // Long enough for somebody to stand before the archives.
        std::thread::sleep(std::time::Duration::from_millis(200));
        go.send(()).unwrap();
    });
    let hold = archiver.hold();
    // As many as one archive takes from beginning to end: the one under way was not begun again and again meanwhile.
    assert!(disk.listed() < 12, "{}", disk.listed());
    drop(hold);
    until("after the hold", || archives(&data).len() == 1);
}

/// Not a test by itself: the process that [`a_kill_leaves_no_half_archive`] kills.
#[test]
fn child_that_makes_archives() {
    let Ok(dir) = std::env::var("SMOTR_TEST_ARCHIVES") else {
        return;
    };
    let dir = Path::new(&dir);
    days!(DAY, clock);
    let config = Config::usual(dir);
    let engine = start(Arc::new(RealDisk), dir, clock, config);
    let mut orlova = Person::join(&engine, "orlova");
    for day in 0.. {
        DAY.store(day, Ordering::SeqCst);
        // What was entered before the kill may be there.
        let here = cell(COUNT, SCHOOL_1);
        let first = set(&orlova.state, here, entry("1"));
        if !matches!(orlova.act(first), Answer::Done(_)) {
            enter(&mut orlova, 2);
        }
        println!("day {day}");
        // A new day comes when this one has its archive: what is killed is always at it, or just done.
        let today = format!("smotr-{}", moment(day).today);
        until("the archive of the day", || {
            archives(dir)
                .iter()
                .any(|it| it.display().to_string().contains(&today))
        });
    }
}

#[test]
fn a_kill_leaves_no_half_archive() {
    let dir = tempfile::tempdir().unwrap();
    let mut seen = 0;
    for round in 0..rounds(60) {
        let mut child = Process::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "keeping::archives::child_that_makes_archives",
                "--nocapture",
            ])
            .env("SMOTR_TEST_ARCHIVES", dir.path())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (tell, told) = mpsc::channel();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let reading = std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                let _ = tell.send(line);
            }
        });
        while !told.recv().unwrap().contains("day 3") {}
        until("the first archive", || !archives(dir.path()).is_empty());
        std::thread::sleep(std::time::Duration::from_micros(fastrand::u64(..20_000)));
        child.kill().unwrap();
        child.wait().unwrap();
        reading.join().unwrap();
        let found = archives(dir.path());
        for path in &found {
            check(&RealDisk, path).unwrap_or_else(|error| panic!("round {round}: {error}"));
        }
        seen += found.len();
        // The next one clears up what was left half written.
        let view = View::of(Arc::new(RealDisk), dir.path()).unwrap();
        let folder = dir.path().join("archives");
        let today = moment(100_000 + round as i64).today;
        daily::make(&RealDisk, &view, &folder, today, &|| false).unwrap();
        let names = fs::read_dir(&folder).unwrap();
        let parts = names.filter(|it| {
            let name = it.as_ref().unwrap().file_name();
            name.to_string_lossy().ends_with(".part")
        });
        assert_eq!(parts.count(), 0);
        fs::remove_dir_all(&folder).unwrap();
    }
    assert!(seen > 0);
}
