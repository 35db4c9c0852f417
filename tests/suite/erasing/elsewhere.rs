//! Archives that lie elsewhere: where they can be reached the name goes from them, and all others are listed.

use chrono::Days;
use smotr::service::config::{Archives, Config};
use smotr::store::archive::daily::{list, name, prune};
use smotr::store::erasure::note_dailies;

use super::*;
use crate::support::desk::{clock, until};

/// An engine that makes its archives in this folder, or none.
fn at(dir: &Path, folder: Option<&Path>) -> Engine {
    let archives = folder.map(|folder| Archives {
        folder: folder.to_owned(),
        days: 30,
    });
    let config = Config {
        archives,
        ..Config::usual(dir)
    };
    crate::keeping::start(Arc::new(RealDisk), dir, clock, config)
}

/// A store with the archive of a day in each of these folders.
fn archived(dir: &Path, folders: &[&Path]) {
    for (folder, number) in folders.iter().zip(1..) {
        let engine = at(dir, Some(folder));
        let is_noted = || named(dir, "elsewhere.jsonl").len() == number;
        until("the archive is made and noted", is_noted);
        engine.close().unwrap();
        assert_eq!(found_in(folder).len(), 1);
    }
}

#[test]
fn former_folders_are_cleaned_and_a_disk_that_is_not_there_is_listed_though_archives_are_off() {
    let home = tempfile::tempdir().unwrap();
    let path = |name: &str| home.path().join(name);
    let (dir, former, now) = (path("data"), path("former"), path("disk/now"));
    archived(&dir, &[&former, &now]);
    fs::rename(path("disk"), path("unmounted")).unwrap();
    let engine = at(&dir, None);
    let mut orlova = Person::join(&engine, "orlova");
    let (_, done) = erased(&mut orlova);
    engine.close().unwrap();
    let today = name(clock().today, 1);
    assert_eq!(done.archives, [today.as_str()]);
    assert_eq!(paths(&done.beyond), [now.join(today)]);
    assert_eq!(found_in(&former), Vec::<PathBuf>::new());
    assert!(former.join("erasures.jsonl").exists());
    assert!(
        !path("disk").exists(),
        "nothing is put where a disk would be"
    );
    // What was erased meanwhile is written there once the disk is back.
    fs::rename(path("unmounted"), path("disk")).unwrap();
    let engine = at(&dir, Some(&now));
    until("the ledger", || now.join("erasures.jsonl").exists());
    engine.close().unwrap();
}

/// What a case does to the folder.
type Breaks = fn(&Path);

#[test]
fn a_folder_that_cannot_be_cleaned_is_listed_and_stops_no_erasing() {
    let away = |folder: &Path| fs::rename(folder, folder.with_extension("away")).unwrap();
    let cases: [Breaks; 3] = [
        // A disk that does not answer.
        |folder| fs::write(folder, "no folder").unwrap(),
        // A place for a disk.
        |folder| fs::create_dir(folder).unwrap(),
        // A disk that takes nothing: not even the half of an archive can be removed.
        |folder| {
            fs::rename(folder.with_extension("away"), folder).unwrap();
            fs::create_dir(folder.join(".smotr-2026-01-01.jsonl.zst.part")).unwrap();
        },
    ];
    for (number, breaks) in cases.iter().enumerate() {
        let home = tempfile::tempdir().unwrap();
        let (dir, folder) = (home.path().join("data"), home.path().join("disk"));
        archived(&dir, &[&folder]);
        away(&folder);
        breaks(&folder);
        // Where one can be made, none is.
        let set = Some(folder.as_path()).filter(|_| number == 0);
        let engine = at(&dir, set);
        let mut orlova = Person::join(&engine, "orlova");
        let (_, done) = erased(&mut orlova);
        engine.close().unwrap();
        let today = name(clock().today, 1);
        assert_eq!(paths(&done.beyond), [folder.join(today)], "{number}");
        assert!(!dir.join("erasing").exists());
    }
}

#[test]
fn what_has_gone_by_its_age_is_not_named_any_more() {
    let home = tempfile::tempdir().unwrap();
    let (dir, folder) = (home.path().join("data"), home.path().join("out"));
    archived(&dir, &[&folder]);
    let today = clock().today;
    for age in [20, 40, 41, 42, 43] {
        let of = |day| folder.join(name(day, 1));
        fs::copy(of(today), of(today - Days::new(age))).unwrap();
    }
    note_dailies(&RealDisk, &dir, &folder, &[]).unwrap();
    assert_eq!(named(&dir, "elsewhere.jsonl").len(), 6);
    let gone = prune(&RealDisk, &dir, &folder, today, 30, &|| false).unwrap();
    note_dailies(&RealDisk, &dir, &folder, &gone).unwrap();
    let mut left = paths(&named(&dir, "elsewhere.jsonl"));
    left.sort();
    let there = list(&RealDisk, &folder).unwrap();
    assert!(there.len() < 6);
    let there: Vec<PathBuf> = there.into_iter().map(|it| it.path).collect();
    assert_eq!(left, there);
}
