//! A store made of an archive that is older than an erasing: the name is not in it.

use smotr::store::archive::{check, restore, restore_by};
use smotr::store::erasure::read_ledger;

use super::*;

/// A store that has erased, and an archive from before.
fn archived() -> (tempfile::TempDir, PathBuf, PathBuf) {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("data");
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    let (engine, mut orlova) = talkative(Arc::clone(&disk), &dir);
    let old = home.path().join("out/old");
    archive(&disk, &dir, &old);
    erased(&mut orlova);
    engine.close().unwrap();
    let ledger = dir.join("archives/erasures.jsonl");
    (home, old, ledger)
}

fn is_good(dir: &Path) {
    assert_eq!(found_in(dir), Vec::<PathBuf>::new());
    let engine = start(Arc::new(RealDisk), dir);
    let mut orlova = Person::join(&engine, "orlova");
    is_left(&orlova.state);
    orlova.done(noted(&orlova.state, cell(COUNT, SCHOOL_2), "7", "дальше"));
    engine.close().unwrap();
    let how = smotr::store::Opening {
        account: "orlova",
        now: smotr::domain::ids::Timestamp(0),
        create: false,
    };
    let opened = smotr::store::Store::open(Arc::new(RealDisk), dir, how, &mut |_| {});
    let verified = opened.unwrap().0.verify().unwrap();
    assert!(verified.is_good(), "{verified:?}");
    assert_eq!(found_in(dir), Vec::<PathBuf>::new());
}

#[test]
fn what_was_erased_since_is_erased_again() {
    let (home, old, ledger) = archived();
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    let commits = check(&*disk, &old).unwrap().commits;
    // The file is named, lies beside the archive, or where the new store's archives lie.
    let by_name = home.path().join("named");
    let made = restore_by(&disk, &old, &by_name, "orlova", Some(&ledger)).unwrap();
    assert_eq!(made.commits, commits + 1);
    is_good(&by_name);
    let ours = home.path().join("ours");
    fs::create_dir_all(ours.join("archives")).unwrap();
    fs::copy(&ledger, ours.join("archives/erasures.jsonl")).unwrap();
    restore(&disk, &old, &ours, "orlova").unwrap();
    is_good(&ours);
    fs::copy(&ledger, old.with_file_name("erasures.jsonl")).unwrap();
    let beside = home.path().join("beside");
    restore(&disk, &old, &beside, "orlova").unwrap();
    is_good(&beside);
    // The new store knows it, too, for the next time.
    let known = read_ledger(&*disk, &beside.join("archives/erasures.jsonl")).unwrap();
    assert_eq!(known, read_ledger(&*disk, &ledger).unwrap());
}

#[test]
fn an_archive_restored_without_the_ledger_still_says_the_name() {
    let (home, old, _) = archived();
    let new = home.path().join("new");
    restore(&(Arc::new(RealDisk) as Arc<dyn Disk>), &old, &new, "orlova").unwrap();
    assert!(
        !found_in(&new).is_empty(),
        "what looks for the name finds nothing"
    );
}

#[test]
fn a_ledger_that_is_named_and_missing_or_broken_is_told_and_nothing_is_made() {
    let (home, old, ledger) = archived();
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    let new = home.path().join("new");
    let missing = home.path().join("nowhere");
    restore_by(&disk, &old, &new, "orlova", Some(&missing)).unwrap_err();
    fs::write(&ledger, "{\"person\":").unwrap();
    restore_by(&disk, &old, &new, "orlova", Some(&ledger)).unwrap_err();
    assert!(!new.exists());
}

#[test]
fn a_line_of_another_store_touches_nothing() {
    let (home, old, ledger) = archived();
    let text = fs::read_to_string(&ledger).unwrap();
    let line: serde_json::Value = serde_json::from_str(text.trim()).unwrap();
    let mut other = line.clone();
    other["store"] = "00112233445566778899aabbccddeeff".into();
    fs::write(&ledger, format!("{other}\n")).unwrap();
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    let new = home.path().join("new");
    let made = restore_by(&disk, &old, &new, "orlova", Some(&ledger)).unwrap();
    assert_eq!(made, check(&*disk, &old).unwrap());
}
