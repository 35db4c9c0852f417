//! The disk refuses the real process: no room and input/output errors, in the write of a group and in its sync, once, for a while and for
//! ever. What is answered is true, nothing acknowledged is lost, and where the disk works again, so does the store.

use std::fs;
use std::path::PathBuf;

use super::promise::{check, is_whole};
use super::start::Start;
use super::strace::{self, Strace};
use super::writer::{At, Orders, Planted, Said, Word, said};
use crate::support::copy;

/// The file that is the promise.
const JOURNAL: [&str; 1] = ["journal/000001.smj"];
/// And what lies beside it.
const ALL: [&str; 7] = [
    "journal/000001.smj",
    "journal",
    "lock",
    "clean",
    "sled",
    "sled/db",
    "sled/conf",
];

/// How calls to the disk are refused.
#[derive(Clone, Copy, Debug)]
struct Refusal {
    files: &'static [&'static str],
    call: &'static str,
    error: &'static str,
    /// At which of these calls, as `strace` counts them.
    when: &'static str,
}

/// A store that was left in order, and its copy in which a life takes place.
struct Scene(tempfile::TempDir);

impl Scene {
    fn new() -> Scene {
        let scene = Scene(tempfile::tempdir().unwrap());
        Start::LeftInOrder.make(&scene.path("base"));
        scene
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// A life with such a journal; what was said in it.
    fn journal(&self, call: &'static str, error: &'static str, when: &'static str) -> Vec<Said> {
        let files = &JOURNAL;
        let refusal = Refusal {
            files,
            call,
            error,
            when,
        };
        self.life(refusal, None).unwrap()
    }

    /// A life with such a disk; what was said in it. An error says which promise is broken.
    fn life(&self, refusal: Refusal, planted: Option<Planted>) -> Result<Vec<Said>, String> {
        let store = self.path("store");
        let _ = fs::remove_dir_all(&store);
        copy(&self.path("base"), &store);
        let Refusal {
            files,
            call,
            error,
            when,
        } = refusal;
        let strace = Strace {
            paths: files.iter().map(|it| store.join(it)).collect(),
            inject: vec![format!("{call}:error={error}:when={when}")],
            ..Strace::default()
        };
        let orders = Orders {
            planted,
            ..Orders::new(At::Folder(&store), "новый", 12)
        };
        let output = strace.run(&orders);
        let said = said(&String::from_utf8_lossy(&output.stdout));
        check(&store, &said).map_err(|why| format!("{refusal:?}: {why}"))?;
        Ok(said)
    }
}

/// The words that are answers.
fn answers(said: &[Said]) -> Vec<Word> {
    let words = said.iter().map(|it| it.word);
    words.filter(|it| *it != Word::Asked).collect()
}

const WRITE: &str = "write,pwrite64";

#[test]
fn a_write_that_is_refused_is_answered_so_and_writing_goes_on() {
    if !strace::is_there() {
        return;
    }
    let scene = Scene::new();
    for (error, word) in [("ENOSPC", Word::Full), ("EIO", Word::Failed)] {
        for when in ["1", "4..6"] {
            let said = scene.journal(WRITE, error, when);
            let answers = answers(&said);
            assert!(answers.contains(&word), "{error} {when}: {answers:?}");
            assert!(
                matches!(answers.last(), Some(Word::Saved(_))),
                "{answers:?}"
            );
            let is_other = |it: &&Word| !matches!(it, Word::Saved(_)) && **it != word;
            assert_eq!(answers.iter().find(is_other), None, "{error} {when}");
        }
    }
    is_whole(&scene.path("store"));
}

#[test]
fn a_disk_that_refuses_for_ever_loses_nothing() {
    if !strace::is_there() {
        return;
    }
    let scene = Scene::new();
    for call in [WRITE, "fdatasync"] {
        for error in ["ENOSPC", "EIO"] {
            let when = "4+";
            let said = scene.journal(call, error, when);
            let answers = answers(&said);
            let saved = answers.iter().take_while(|it| matches!(it, Word::Saved(_)));
            let saved = saved.count();
            assert!((1..6).contains(&saved), "{call} {error}: {answers:?}");
            let later = &answers[saved..];
            assert!(
                !later.iter().any(|it| matches!(it, Word::Saved(_))),
                "{later:?}"
            );
            is_whole(&scene.path("store"));
        }
    }
}

/// The derived state can be neither written nor read then, and sled may panic when it is let go: that must not end the engine, whose
/// clients would wait for ever.
#[test]
fn a_disk_on_which_nothing_works_any_more_loses_nothing() {
    if !strace::is_there() {
        return;
    }
    let scene = Scene::new();
    for call in [
        "write,pwrite64",
        "fsync,fdatasync,sync_file_range",
        "openat,ftruncate,pwrite64",
    ] {
        for error in ["ENOSPC", "EIO"] {
            for when in ["1+", "3+", "7+"] {
                let refusal = Refusal {
                    files: &ALL,
                    call,
                    error,
                    when,
                };
                let said = scene.life(refusal, None).unwrap();
                let asked = said.iter().filter(|it| it.word == Word::Asked);
                let asked: Vec<&str> = asked.map(|it| it.text.as_str()).collect();
                let is_answered = |text: &&str| {
                    let mut of = said.iter().filter(|it| it.text == **text);
                    of.any(|it| it.word != Word::Asked)
                };
                assert!(asked.iter().all(is_answered), "{refusal:?}: {said:?}");
            }
        }
        is_whole(&scene.path("store"));
    }
}

#[test]
fn after_a_sync_that_fails_nobody_knows_and_whoever_asks_again_is_told() {
    if !strace::is_there() {
        return;
    }
    let scene = Scene::new();
    for error in ["EIO", "ENOSPC"] {
        for when in ["1", "5"] {
            let said = scene.journal("fdatasync", error, when);
            let answers = answers(&said);
            assert!(
                answers.contains(&Word::Unknown),
                "{error} {when}: {answers:?}"
            );
            assert!(!answers.contains(&Word::Full) && !answers.contains(&Word::Failed));
            // All that was asked is saved in the end.
            let asked = said.iter().filter(|it| it.word == Word::Asked).count();
            let saved = answers.iter().filter(|it| matches!(it, Word::Saved(_)));
            assert_eq!(saved.count(), asked, "{error} {when}: {answers:?}");
        }
    }
    is_whole(&scene.path("store"));
}

#[test]
fn planted_a_client_that_takes_any_answer_for_yes_is_caught() {
    if !strace::is_there() {
        return;
    }
    let scene = Scene::new();
    for call in [WRITE, "fdatasync"] {
        let refusal = Refusal {
            files: &JOURNAL,
            call,
            error: "EIO",
            when: "4",
        };
        let life = scene.life(refusal, Some(Planted::Believing));
        assert!(life.is_err_and(|why| why.contains("is lost")), "{call}");
    }
}
