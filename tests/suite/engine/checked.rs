//! What a check behind the work finds is told to everybody who is in.

use std::fs;
use std::path::Path;

use smotr::domain::record::Key;
use smotr::service::link::{Answer, News, Trouble, Writing};
use smotr::store::disk::RealDisk;
use smotr::store::{Opening, Store};

use super::{count, counted, folder, real};
use crate::support::desk::{Person, clock};
use crate::support::world::{COUNT, SCHOOL_1, cell, entry};

/// A store of an engine that was killed, with a number in it.
fn killed(dir: &Path) {
    let engine = real(dir);
    let mut orlova = Person::join(&engine, "orlova");
    for number in 1..=7 {
        orlova.done(count(&orlova, number));
    }
    engine.close().unwrap();
    let how = Opening {
        account: "orlova",
        now: clock().at,
        create: false,
    };
    // Opened, and never closed.
    drop(Store::open(std::sync::Arc::new(RealDisk), dir, how, &mut |_| {}).unwrap());
    assert!(!dir.join("clean").exists());
}

#[test]
fn where_the_derived_state_is_not_what_was_written_everybody_begins_anew() {
    let dir = folder();
    killed(dir.path());
    let key = Key::Value(cell(COUNT, SCHOOL_1)).to_bytes();
    let sled = sled::open(dir.path().join("sled")).unwrap();
    let tree = sled.open_tree("state").unwrap();
    tree.remove(key).unwrap();
    drop((tree, sled));
    let engine = real(dir.path());
    let mut orlova = Person::join_only(&engine, "orlova");
    // Whoever came after the check has the right state from the beginning; whoever was there before is told.
    if !dir.path().join("sled.bad-1").exists() {
        orlova.wait(|it| matches!(it, News::Again(_)));
    }
    let mut belova = Person::join(&engine, "belova");
    assert_eq!(counted(&belova.state), Some(entry("7")));
    belova.done(count(&belova, 8));
    engine.close().unwrap();
    assert!(dir.path().join("sled.bad-1").exists());
}

#[test]
fn where_the_journal_is_damaged_nothing_more_is_written_and_which_commits_is_told() {
    let dir = folder();
    killed(dir.path());
    let segment = dir.path().join("journal/000001.smj");
    let mut bytes = fs::read(&segment).unwrap();
    let at = bytes.len() / 2;
    bytes[at] ^= 1;
    fs::write(&segment, bytes).unwrap();
    let engine = real(dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    let is_damaged = |it: Writing| {
        matches!(
            it,
            Writing::Stopped(Trouble::Damaged {
                first: 1..,
                last: Some(1..)
            })
        )
    };
    while !is_damaged(orlova.writing) {
        orlova.wait(|it| matches!(it, News::Writing(_)));
    }
    let answer = orlova.act(count(&orlova, 9));
    assert!(
        matches!(answer, Answer::NotWritten(Trouble::Damaged { .. })),
        "{answer:?}"
    );
    let belova = Person::join(&engine, "belova");
    assert!(is_damaged(belova.writing));
    assert_eq!(counted(&belova.state), Some(entry("7")));
    engine.close().unwrap();
}
