//! Killed at every call to the disk: the first, the second, and so on to the last one, of each kind, while the store is made, opened,
//! mended, written, followed by the derived state and closed. What was acknowledged is there once, and the store is whole.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use super::promise::{check, is_whole};
use super::start::Start;
use super::strace::{self, Strace};
use super::writer::{At, Orders, Planted, Said, Word, has_left, said};
use crate::support::copy;
use crate::support::rounds;

/// What a life asks: some more than a group, and few enough that each call of it can be its last.
const ROUNDS: usize = 12;

/// Where a life begins.
struct Scene {
    dir: tempfile::TempDir,
    /// What is in the store when it begins.
    before: Vec<Said>,
}

impl Scene {
    fn new(start: Start) -> Scene {
        let dir = tempfile::tempdir().unwrap();
        let before = start.make(&dir.path().join("base"));
        Scene { dir, before }
    }

    fn base(&self) -> PathBuf {
        self.dir.path().join("base")
    }

    /// The store of the next life; always at the same place.
    fn store(&self) -> PathBuf {
        let store = self.dir.path().join("store");
        let _ = fs::remove_dir_all(&store);
        copy(&self.base(), &store);
        store
    }

    /// The calls of a life that is left alone: of each kind, how many a thread makes at most; and the files that they are about.
    fn calls(&self) -> (BTreeMap<String, u32>, Vec<PathBuf>) {
        let (store, log) = (self.store(), self.dir.path().join("log"));
        let strace = Strace {
            log: Some(log.clone()),
            ..Strace::default()
        };
        let output = strace.run(&Orders::new(At::Folder(&store), "новый", ROUNDS));
        let output = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(has_left(&output), "{output}");
        strace::most(&strace::read(&log), &store)
    }

    /// A life that ends at the n-th call of a kind, as an error if a promise is broken. Whether it ended there.
    fn life(
        &self,
        (call, n): (&str, u32),
        paths: &[PathBuf],
        planted: Option<Planted>,
    ) -> Result<bool, String> {
        let store = self.store();
        let strace = Strace {
            paths: paths.to_vec(),
            inject: vec![format!("{call}:signal=SIGKILL:when={n}")],
            ..Strace::default()
        };
        let orders = Orders {
            planted,
            ..Orders::new(At::Folder(&store), "новый", ROUNDS)
        };
        let output = strace.run(&orders);
        let output = String::from_utf8_lossy(&output.stdout).into_owned();
        let mut promised = self.before.clone();
        promised.extend(said(&output));
        check(&store, &promised).map_err(|why| format!("{call} {n}: {why}"))?;
        Ok(!has_left(&output))
    }
}

fn at_every_call(scene: &Scene) {
    let (most, paths) = scene.calls();
    for call in ["openat", "write", "fdatasync", "pwrite64"] {
        assert!(most.contains_key(call), "{most:?}");
    }
    let mut points = strace::points(&most);
    points.truncate(rounds(points.len()));
    let killed = points
        .iter()
        .filter(|it| {
            let life = scene.life(**it, &paths, None);
            life.unwrap_or_else(|why| panic!("{why}"))
        })
        .count();
    // sled does not come to the same number of calls each time, and a tenth of the points may well be those that are not always reached.
    assert!(killed * 2 > points.len(), "{killed} of {points:?}");
    is_whole(&scene.dir.path().join("store"));
    println!("killed {killed} times, of {most:?}");
}

#[test]
fn a_process_that_makes_a_store_may_be_killed_at_every_call() {
    if strace::is_there() {
        at_every_call(&Scene::new(Start::Nothing));
    }
}

#[test]
fn a_process_that_opens_a_store_may_be_killed_at_every_call() {
    if strace::is_there() {
        at_every_call(&Scene::new(Start::Killed));
    }
}

#[test]
fn a_process_that_mends_a_store_may_be_killed_at_every_call() {
    if strace::is_there() {
        at_every_call(&Scene::new(Start::Torn));
    }
}

#[test]
fn planted_a_word_that_comes_before_the_write_is_caught() {
    if !strace::is_there() {
        return;
    }
    let scene = Scene::new(Start::Killed);
    let journal = scene.dir.path().join("store/journal/000001.smj");
    let mut calls = 2..6;
    assert!(calls.any(|n| {
        let paths = [journal.clone()];
        let life = scene.life(("write", n), &paths, Some(Planted::Early));
        life.is_err_and(|why| why.contains("is lost"))
    }));
}

#[test]
fn what_a_writer_says_can_be_read() {
    use Word::{Asked, Failed, Full, Saved, Unknown};
    for word in [Asked, Saved(7), Full, Failed, Unknown] {
        let it = Said {
            text: "Рекомендация-1".into(),
            id: smotr::domain::record::CommandId(u128::MAX),
            word,
        };
        assert_eq!(format!("test … {it}").parse(), Ok(it));
    }
}
