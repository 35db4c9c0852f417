//! The process that makes the archive of a day is killed at every call to the disk that has to do with the archives: the first, the
//! second, and so on to the last one. Each archive is then whole, those of before are there still, and the next process clears up.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Stdio};
use std::sync::Arc;

use chrono::{Days, NaiveDate};
use smotr::domain::ids::Now;
use smotr::service::config::{Archives, Config};
use smotr::store::archive::daily::{self, list, name};
use smotr::store::archive::{View, check};
use smotr::store::disk::{Disk as _, RealDisk};

use super::{start, until};
use crate::faults::promise::is_whole;
use crate::faults::strace::{self, Strace};
use crate::support::copy;
use crate::support::desk::{self, Person};
use crate::support::world::{self, COUNT, SCHOOL_1, cell, entry, set};

const FOLDER: &str = "SMOTR_TEST_DAILY";
/// Planted: the archive is written straight to its name.
const PLANTED: &str = "SMOTR_TEST_DAILY_PLANTED";

const DONE: &str = "made and pruned";

/// For so many days an archive is kept.
const KEPT: u32 = 3;

/// The store has archives of the days 0 to 2 when the process begins, on day 3.
fn day(number: u64) -> NaiveDate {
    world::date("2026-05-23") + Days::new(number)
}

fn clock() -> Now {
    Now {
        today: day(3),
        ..desk::clock()
    }
}

fn archives(dir: &Path) -> PathBuf {
    dir.join("archives")
}

fn names(dir: &Path) -> Vec<String> {
    RealDisk.list(&archives(dir)).unwrap()
}

/// What lies in the folder once the day has its archive and the oldest has gone.
fn settled() -> [String; 3] {
    [1, 2, 3].map(|it| name(day(it), 1))
}

fn view(dir: &Path) -> View {
    View::of(Arc::new(RealDisk), dir).unwrap()
}

/// Works in a store on day 3 until that day has its archive and the oldest has gone.
fn work(dir: &Path) {
    let config = Config {
        archives: Some(Archives {
            folder: archives(dir),
            days: KEPT,
        }),
        ..Config::usual(dir)
    };
    let engine = start(Arc::new(RealDisk), dir, clock, config);
    // Asked in a way that is not counted: how often depends on the machine.
    let is_there = |number| archives(dir).join(name(day(number), 1)).exists();
    until("the archive of the day", || is_there(3) && !is_there(0));
    engine.close().unwrap();
}

/// The planted bug: its bytes go to the name that it is to have.
fn work_straight(dir: &Path) {
    let elsewhere = tempfile::tempdir().unwrap();
    let made = daily::make(&RealDisk, &view(dir), elsewhere.path(), day(3), &|| false);
    made.unwrap().unwrap();
    let name = name(day(3), 1);
    let bytes = fs::read(elsewhere.path().join(&name)).unwrap();
    let mut file = RealDisk.create(&archives(dir).join(name)).unwrap();
    for part in bytes.chunks(bytes.len() / 3) {
        file.append(part).unwrap();
    }
    file.sync().unwrap();
    RealDisk.sync_dir(&archives(dir)).unwrap();
    daily::prune(&RealDisk, dir, &archives(dir), day(3), KEPT, &|| false).unwrap();
}

/// Not a test by itself: the process that is killed.
#[test]
fn child_that_makes_the_archive_of_a_day() {
    let Ok(dir) = std::env::var(FOLDER) else {
        return;
    };
    match std::env::var_os(PLANTED) {
        None => work(Path::new(&dir)),
        Some(_) => work_straight(Path::new(&dir)),
    }
    println!("{DONE}");
}

/// A store in which something has changed since its last archive.
struct Scene(tempfile::TempDir);

/// How often it was to die, how often it did and how often it has left half an archive; and what was wrong.
#[derive(Debug, Default)]
struct Killed {
    points: usize,
    died: usize,
    halves: usize,
    wrong: Vec<String>,
}

impl Scene {
    fn new() -> Scene {
        let scene = Scene(tempfile::tempdir().unwrap());
        let base = scene.0.path().join("base");
        let config = Config {
            archives: None,
            ..Config::usual(&base)
        };
        let engine = start(Arc::new(RealDisk), &base, desk::clock, config);
        let mut orlova = Person::join(&engine, "orlova");
        for number in 0..4_u64 {
            let here = cell(COUNT, SCHOOL_1);
            orlova.done(set(&orlova.state, here, entry(&(number + 1).to_string())));
            if number < 3 {
                let view = view(&base);
                let made = daily::make(&RealDisk, &view, &archives(&base), day(number), &|| false);
                made.unwrap().unwrap();
            }
        }
        drop(orlova);
        engine.close().unwrap();
        scene
    }

    /// The store of the next process; always at the same place.
    fn store(&self) -> PathBuf {
        let store = self.0.path().join("store");
        let _ = fs::remove_dir_all(&store);
        copy(&self.0.path().join("base"), &store);
        store
    }

    /// Runs the process; whether it came to its end.
    fn run(&self, store: &Path, strace: &Strace, planted: bool) -> bool {
        let mut process: Process = strace.process();
        process
            .arg(std::env::current_exe().unwrap())
            .args(["--exact", "--nocapture"])
            .arg("keeping::killed::child_that_makes_the_archive_of_a_day")
            .env(FOLDER, store)
            .stdin(Stdio::null())
            .stderr(Stdio::null());
        if planted {
            process.env(PLANTED, "1");
        }
        let said = process.output().unwrap().stdout;
        String::from_utf8_lossy(&said).contains(DONE)
    }

    /// Kills it at each call.
    fn at_every_call(&self, planted: bool) -> Killed {
        let log = self.0.path().join("log");
        let strace = Strace {
            log: Some(log.clone()),
            ..Strace::default()
        };
        let store = self.store();
        assert!(self.run(&store, &strace, planted));
        let (most, paths) = strace::most(&strace::read(&log), &archives(&store));
        let mut killed = Killed::default();
        for (call, n) in strace::points(&most) {
            let store = self.store();
            let strace = Strace {
                paths: paths.clone(),
                inject: vec![format!("{call}:signal=SIGKILL:when={n}")],
                ..Strace::default()
            };
            killed.points += 1;
            killed.died += usize::from(!self.run(&store, &strace, planted));
            killed.halves += usize::from(names(&store).iter().any(|it| it.ends_with(".part")));
            let is_wrong = holds(&store).err();
            (killed.wrong).extend(is_wrong.map(|why| format!("{call} {n}: {why}")));
        }
        killed
    }
}

/// What a killed process leaves, and what the next one makes of it.
fn holds(dir: &Path) -> Result<(), String> {
    let left = names(dir);
    let found = list(&RealDisk, &archives(dir)).unwrap();
    for it in &found {
        check(&RealDisk, &it.path).map_err(|error| format!("{}: {error}", it.path.display()))?;
    }
    let days: Vec<NaiveDate> = found.iter().map(|it| it.date).collect();
    let allowed: [&[NaiveDate]; 3] = [
        &[day(0), day(1), day(2)],
        &[day(0), day(1), day(2), day(3)],
        &[day(1), day(2), day(3)],
    ];
    if !allowed.contains(&days.as_slice()) {
        return Err(format!("{left:?}"));
    }
    work(dir);
    is_whole(dir);
    match names(dir) {
        names if names == settled() => Ok(()),
        names => Err(format!("{left:?}, and then {names:?}")),
    }
}

#[test]
fn whoever_makes_an_archive_may_be_killed_at_every_call() {
    if !strace::is_there() {
        return;
    }
    let killed = Scene::new().at_every_call(false);
    assert_eq!(killed.wrong, [""; 0]);
    assert!(killed.died * 4 > killed.points * 3, "{killed:?}");
    assert!(killed.died > 10 && killed.halves > 2, "{killed:?}");
}

#[test]
fn planted_an_archive_that_is_written_straight_to_its_name_is_caught() {
    if strace::is_there() {
        let killed = Scene::new().at_every_call(true);
        assert!(killed.wrong.len() > 2, "{killed:?}");
    }
}
