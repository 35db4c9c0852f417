//! The process that erases is killed at its calls to the disk, one after another: whoever opens the store next finds that nothing had
//! begun, or brings it to its end.

use std::process::Stdio;

use super::*;
use crate::faults::promise::is_whole;
use crate::faults::strace::{self, Strace};
use crate::support::desk::start_with;
use crate::support::{copy, rounds};
use smotr::service::engine::domain_rules;

const FOLDER: &str = "SMOTR_TEST_ERASING";

const ASKED: &str = "asked to erase";
const DONE: &str = "erased";

/// Not a test by itself: the process that is killed.
#[test]
fn child_that_erases() {
    let Ok(dir) = std::env::var(FOLDER) else {
        return;
    };
    let engine = start(Arc::new(RealDisk), Path::new(&dir));
    let mut orlova = Person::join(&engine, "orlova");
    println!("{ASKED}");
    erased(&mut orlova);
    println!("{DONE}");
    drop(orlova);
    engine.close().unwrap();
}

/// At how many calls it was to die; how often nothing had begun then, and how often it was left to whoever opened next. What was wrong.
#[derive(Debug, Default)]
struct Killed {
    points: usize,
    not_begun: usize,
    finished: usize,
    wrong: Vec<String>,
}

/// A store that says the name wherever it can.
struct Scene(tempfile::TempDir);

impl Scene {
    fn new() -> Scene {
        let scene = Scene(tempfile::tempdir().unwrap());
        let base = scene.0.path().join("base");
        let disk: Arc<dyn Disk> = Arc::new(RealDisk);
        let (engine, orlova) = talkative(Arc::clone(&disk), &base);
        drop(orlova);
        engine.close().unwrap();
        litter(&*disk, &base);
        let daily = base.join("archives/smotr-2026-05-22.jsonl.zst");
        archive(&disk, &base, &daily);
        scene
    }

    /// The store of the next process; always at the same place.
    fn store(&self) -> PathBuf {
        let store = self.0.path().join("store");
        let _ = fs::remove_dir_all(&store);
        copy(&self.0.path().join("base"), &store);
        store
    }

    /// Runs the process; what it says.
    fn run(store: &Path, strace: &Strace) -> String {
        let output = strace
            .process()
            .arg(std::env::current_exe().unwrap())
            .args(["--exact", "erasing::killed::child_that_erases"])
            .arg("--nocapture")
            .env(FOLDER, store)
            .stdin(Stdio::null())
            .output()
            .unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// Kills it at calls that it makes after it was asked; `after` is what becomes of the store before the next one opens it.
    fn killed(&self, points: fn(usize) -> usize, after: fn(&Path)) -> Killed {
        let log = self.0.path().join("log");
        let strace = Strace {
            log: Some(log.clone()),
            ..Strace::default()
        };
        let store = self.store();
        assert!(Self::run(&store, &strace).contains(DONE));
        let calls = strace::read(&log);
        let asked = calls.iter().position(|it| {
            let bytes = it.arguments.get(1).map(|it| strace::bytes(it));
            bytes.is_some_and(|it| it.starts_with(ASKED.as_bytes()))
        });
        let before = strace::most(&calls[..asked.unwrap()], &store).0;
        let (most, paths) = strace::most(&calls, &store);
        let mut all = strace::points(&most);
        all.retain(|(call, n)| before.get(*call).is_none_or(|it| n > it));
        all.truncate(points(all.len()));
        let mut killed = Killed {
            points: all.len(),
            ..Killed::default()
        };
        for (call, n) in all {
            let store = self.store();
            let strace = Strace {
                paths: paths.clone(),
                inject: vec![format!("{call}:signal=SIGKILL:when={n}")],
                ..Strace::default()
            };
            let was_told = Self::run(&store, &strace).contains(DONE);
            after(&store);
            match looked_at(&store, was_told) {
                Ok((is_erased, is_finished)) => {
                    killed.not_begun += usize::from(!is_erased);
                    killed.finished += usize::from(is_finished);
                }
                Err(why) => killed.wrong.push(format!("{call} {n}: {why}")),
            }
        }
        killed
    }
}

/// What a killed process leaves, and what the next one makes of it: whether it was done, and whether by the opening.
fn looked_at(dir: &Path, was_told: bool) -> Result<(bool, bool), String> {
    let opened = start_with(Arc::new(RealDisk), dir, domain_rules);
    let (engine, report) = opened.map_err(|it| format!("does not open: {it}"))?;
    let mut orlova = Person::join(&engine, "orlova");
    let is_erased = orlova.state.persons[&EREMIN].is_erased();
    if was_told && !is_erased {
        return Err("told to be done, and not done".into());
    }
    if !is_erased {
        erased(&mut orlova);
    }
    is_left(&orlova.state);
    drop(orlova);
    engine.close().map_err(|it| it.to_string())?;
    let said = found_in(dir);
    if !said.is_empty() {
        return Err(format!("{said:?}"));
    }
    is_whole(dir);
    Ok((is_erased, report.erased.is_some()))
}

#[test]
fn whoever_erases_may_be_killed_at_every_call() {
    if !strace::is_there() {
        return;
    }
    let killed = Scene::new().killed(rounds, |_| {});
    assert_eq!(killed.wrong, [""; 0]);
    assert!(killed.points > rounds(100), "{killed:?}");
    assert!(killed.finished > 2, "{killed:?}");
    // Few calls come before the commit: a tenth of all may have none of them.
    let is_all = rounds(10) == 10;
    assert!(!is_all || killed.not_begun > 0, "{killed:?}");
}

#[test]
fn planted_an_erasing_that_is_noted_nowhere_is_caught() {
    if !strace::is_there() {
        return;
    }
    let forget = |dir: &Path| drop(fs::remove_file(dir.join("erasing")));
    let killed = Scene::new().killed(|_| 12, forget);
    assert!(!killed.wrong.is_empty(), "{killed:?}");
}
