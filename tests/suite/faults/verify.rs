//! `smotr verify` finds a flipped byte: in the journal, in an archive, in a live record of the derived state; by its exit code.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Stdio};

use smotr::store::OpenReport;

use super::promise::{check, is_whole, open, verify};
use crate::support::{copy, rounds};

const UNUSABLE: i32 = 4;
const ARCHIVE: i32 = 7;

/// Bytes that are flipped, of each file.
const FLIPS: usize = 200;

/// A store that was left in order, and copies of it.
struct Scene(tempfile::TempDir);

impl Scene {
    fn new() -> Scene {
        let scene = Scene(tempfile::tempdir().unwrap());
        fs::create_dir(scene.base()).unwrap();
        for _ in 0..3 {
            check(&scene.base(), &[]).unwrap();
        }
        scene
    }

    fn base(&self) -> PathBuf {
        self.0.path().join("base")
    }

    fn copy(&self) -> PathBuf {
        let store = self.0.path().join("store");
        let _ = fs::remove_dir_all(&store);
        copy(&self.base(), &store);
        store
    }

    /// An archive of the store.
    fn archive(&self) -> PathBuf {
        let file = self.0.path().join("archive");
        let (code, text) = call(&self.base(), "backup", &file);
        assert_eq!(code, 0, "{text}");
        file
    }
}

fn call(dir: &Path, command: &str, file: &Path) -> (i32, String) {
    let output = Process::new(env!("CARGO_BIN_EXE_smotr"))
        .args(["--lang", "en", "--data"])
        .arg(dir)
        .arg(command)
        .arg(file)
        .env("HOME", dir)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.code().unwrap_or(-1), text)
}

/// Flips a bit here and there in a file, one at a time; what is asked after each, and the place.
fn flip(path: &Path, mut ask: impl FnMut(usize)) {
    let whole = fs::read(path).unwrap();
    // Room that was set aside says nothing.
    let used = whole.iter().rposition(|it| *it != 0).map_or(0, |it| it + 1);
    let mut rng = fastrand::Rng::with_seed(61);
    for _ in 0..rounds(FLIPS) {
        let (at, bit) = (rng.usize(..used), rng.u8(..8));
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << bit;
        fs::write(path, bytes).unwrap();
        ask(at);
    }
    fs::write(path, whole).unwrap();
}

#[test]
fn a_flipped_byte_of_the_journal_is_found() {
    let scene = Scene::new();
    let store = scene.copy();
    is_whole(&store);
    flip(&store.join("journal/000001.smj"), |at| {
        let (code, text) = verify(&store);
        assert_eq!(code, UNUSABLE, "byte {at}: {text}");
    });
    is_whole(&store);
}

#[test]
fn a_flipped_byte_of_an_archive_is_found_beside_its_store_and_without_it() {
    let scene = Scene::new();
    let archive = scene.archive();
    let nowhere = scene.0.path().join("nowhere");
    flip(&archive, |at| {
        for dir in [scene.base(), nowhere.clone()] {
            let (code, text) = call(&dir, "verify", &archive);
            assert_eq!(code, ARCHIVE, "byte {at}: {text}");
        }
    });
    let (code, text) = call(&scene.base(), "verify", &archive);
    assert_eq!(code, 0, "{text}");
    is_whole(&scene.base());
}

/// Changes a byte of a live record in such a way that sled itself says that all is well.
fn change_record(store: &Path, change: impl Fn(&mut [u8], usize)) {
    let db = sled::open(store.join("sled")).unwrap();
    let tree = db.open_tree("state").unwrap();
    let text = "Рекомендация-после-".as_bytes();
    let digits = |value: &[u8]| {
        let at = value.windows(text.len()).position(|it| it == text);
        at.map(|it| it + text.len())
    };
    let mut records = tree.iter().map(Result::unwrap);
    let (key, value, at) = records
        .find_map(|(key, value)| digits(&value).map(|at| (key, value, at)))
        .unwrap();
    let mut value = value.to_vec();
    change(&mut value, at);
    tree.insert(key, value).unwrap();
    db.flush().unwrap();
}

#[test]
fn a_live_record_of_which_a_byte_is_another_is_found() {
    let scene = Scene::new();
    let store = scene.copy();
    is_whole(&store);
    change_record(&store, |value, at| value[at] ^= 1);
    let (code, text) = verify(&store);
    assert_eq!(code, UNUSABLE, "{text}");
    assert!(text.contains("difference"), "{text}");
}

#[test]
fn a_live_record_that_reads_no_more_is_made_again_and_said() {
    let scene = Scene::new();
    let expected = open(&scene.copy()).unwrap().1;
    let store = scene.copy();
    is_whole(&store);
    change_record(&store, |value, _| *value.last_mut().unwrap() ^= 1);
    let (code, text) = verify(&store);
    assert_eq!(code, 0, "{text}");
    assert!(text.contains("rebuilt"), "{text}");
    is_whole(&store);
    assert!(open(&store).unwrap().1 == expected);
}

/// The planted bug: whoever opens has looked.
fn opens(store: &Path) -> bool {
    open(store).is_ok_and(|(_, _, report)| report == OpenReport::default())
}

#[test]
fn planted_a_verify_that_only_opens_is_caught() {
    let scene = Scene::new();
    let whole = fs::read(scene.base().join("journal/000001.smj")).unwrap();
    let store = scene.copy();
    assert!(opens(&store));
    // The middle is what opening a store that was left in order need not read.
    let mut missed = 0;
    for at in (whole.len() / 20..whole.len()).step_by(whole.len() / 10) {
        let store = scene.copy();
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        fs::write(store.join("journal/000001.smj"), bytes).unwrap();
        missed += usize::from(opens(&store));
    }
    assert!(missed > 0);
    let store = scene.copy();
    change_record(&store, |value, at| value[at] ^= 1);
    assert!(opens(&store));
}

/// The bytes of one record on the disk: each place of them in sled's log, of which the last is the one that is read.
#[test]
fn a_flipped_byte_under_a_live_record_is_found() {
    let scene = Scene::new();
    let log = |store: &Path| fs::read(store.join("sled/db")).unwrap();
    let text = "Рекомендация-после-".as_bytes();
    let bytes = log(&scene.base());
    let places = bytes.windows(text.len()).enumerate();
    let places: Vec<usize> = places.filter(|it| it.1 == text).map(|it| it.0).collect();
    assert!(places.len() > 2, "{places:?}");
    let expected = open(&scene.copy()).unwrap().1;
    let mut found = 0;
    for place in places {
        let store = scene.copy();
        let mut bytes = bytes.clone();
        bytes[place] ^= 1;
        fs::write(store.join("sled/db"), bytes).unwrap();
        let (code, text) = verify(&store);
        found += usize::from(code == UNUSABLE || text.contains("rebuilt"));
        // Whatever was found, the records are those of the journal.
        is_whole(&store);
        assert!(open(&store).unwrap().1 == expected);
    }
    assert!(found > 0);
}
