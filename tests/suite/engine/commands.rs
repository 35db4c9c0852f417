//! What becomes of commands: published, answered, repeated, undone, refused.

use std::sync::Arc;

use smotr::domain::command::{Command, Seen};
use smotr::domain::ids::Seq;
use smotr::domain::record::{Cause, CommandId, Commit, Key, Record};
use smotr::domain::refusal::Refusal;
use smotr::domain::state::State;
use smotr::service::core::{Asked, commit_for};
use smotr::service::link::{Answer, News, Trouble, Writing};
use smotr::store::codec::MAX_RECORD;
use smotr::store::disk::RealDisk;

use super::{count, counted, folder, hold, real, set_seen, simulated};
use crate::support::desk::{Person, is_same, start, start_with};
use crate::support::world::{COUNT, EXPERT, OPEN, SCHOOL_1, SCHOOL_2, cell, entry, set};

#[test]
fn a_change_is_published_then_answered_and_is_there_after_opening_again() {
    let dir = folder();
    let engine = real(dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    let id = orlova.send(count(&orlova, 2));
    assert!(matches!(orlova.hear(), News::Committed(it) if it.seq == Seq(2)));
    assert!(matches!(
        orlova.hear(),
        News::Answer { id: it, answer: Answer::Done(commit) } if it == id && commit.seq == Seq(2)
    ));
    engine.close().unwrap();

    let engine = real(dir.path());
    let again = Person::join(&engine, "orlova");
    assert!(is_same(&again.state, &orlova.state));
    assert_eq!(counted(&again.state), Some(entry("2")));
    engine.close().unwrap();
}

#[test]
fn two_people_hear_the_same_and_a_conflict_carries_the_other_value() {
    let dir = folder();
    let engine = real(dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    let mut belova = Person::join(&engine, "belova");
    let hers = count(&belova, 5);
    let done = orlova.done(count(&orlova, 2));
    let Answer::Refused(Refusal::Conflict { stamp, theirs, .. }) = belova.act(hers) else {
        panic!("no conflict");
    };
    assert_eq!(stamp.unwrap().rev, done.seq);
    assert!(theirs.is_some());
    assert!(is_same(&belova.state, &orlova.state));
    engine.close().unwrap();
}

#[test]
fn what_waits_together_becomes_durable_with_one_sync() {
    let dir = folder();
    let disk = simulated(1, dir.path());
    let engine = start(Arc::new(disk.clone()), dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    let held = hold(&engine);
    let before = disk.syncs();
    // Fifty people who all have seen the cell as it is now: the first wins, the others are told.
    let first = orlova.send(count(&orlova, 1));
    let rest: Vec<CommandId> = (2..=50).map(|n| orlova.send(count(&orlova, n))).collect();
    let other = orlova.send(set(&orlova.state, cell(COUNT, SCHOOL_2), entry("3")));
    drop(held);
    assert!(matches!(orlova.answer(first), Answer::Done(it) if it.seq == Seq(2)));
    for id in rest {
        assert!(matches!(
            orlova.answer(id),
            Answer::Refused(Refusal::Conflict { .. })
        ));
    }
    assert!(matches!(orlova.answer(other), Answer::Done(it) if it.seq == Seq(3)));
    assert_eq!(disk.syncs() - before, 1);
    engine.close().unwrap();
}

#[test]
fn a_repeated_command_gets_its_first_answer() {
    let dir = folder();
    let engine = real(dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    let command = count(&orlova, 2);
    let id = CommandId(77);
    // In one group, later, and after opening again.
    let held = hold(&engine);
    orlova.send_as(id, command.clone());
    orlova.send_as(id, command.clone());
    drop(held);
    let Answer::Done(first) = orlova.answer(id) else {
        panic!("not done");
    };
    assert!(matches!(orlova.answer(id), Answer::Done(it) if it == first));
    orlova.done(count(&orlova, 3));
    orlova.send_as(id, command.clone());
    assert!(matches!(orlova.answer(id), Answer::Done(it) if it == first));
    engine.close().unwrap();

    let engine = real(dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    orlova.send_as(id, command);
    assert!(matches!(orlova.answer(id), Answer::Done(it) if it == first));
    assert_eq!(counted(&orlova.state), Some(entry("3")));
    engine.close().unwrap();
}

#[test]
fn undo_finds_its_commit_in_the_group_in_the_journal_and_after_opening_again() {
    let dir = folder();
    let engine = real(dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    let held = hold(&engine);
    orlova.send(count(&orlova, 1));
    let undo = orlova.send(Command::Undo);
    drop(held);
    assert!(matches!(orlova.answer(undo), Answer::Done(it) if it.cause == Cause::Undo(Seq(2))));
    assert_eq!(counted(&orlova.state), None);
    orlova.done(count(&orlova, 2));
    orlova.done(Command::Undo);
    let done = orlova.done(count(&orlova, 4));
    engine.close().unwrap();

    let engine = real(dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    assert_eq!(orlova.done(Command::Undo).cause, Cause::Undo(done.seq));
    assert_eq!(orlova.done(Command::Redo).changes.len(), 1);
    assert_eq!(counted(&orlova.state), Some(entry("4")));
    engine.close().unwrap();
}

#[test]
fn values_are_loaded_for_a_command_that_needs_them() {
    let dir = folder();
    let engine = real(dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    let commit = orlova.done(count(&orlova, 2));
    engine.close().unwrap();

    let engine = real(dir.path());
    let mut orlova = Person::join_only(&engine, "orlova");
    assert!(orlova.state.shard(OPEN).is_none());
    let cell = cell(COUNT, SCHOOL_1);
    let held = hold(&engine);
    let first = orlova.send(set_seen(cell, Seen::Absent, "3"));
    let second = orlova.send(set_seen(cell, Seen::At(commit.seq), "4"));
    drop(held);
    assert!(matches!(
        orlova.answer(first),
        Answer::Refused(Refusal::Conflict { .. })
    ));
    assert!(matches!(orlova.answer(second), Answer::Done(_)));
    orlova.shard(OPEN);
    assert_eq!(counted(&orlova.state), Some(entry("4")));
    engine.close().unwrap();
}

fn rules_that_panic(
    state: &State,
    asked: Asked<'_>,
    find: &mut dyn FnMut(Seq) -> Option<Arc<Commit>>,
) -> Result<Commit, Refusal> {
    if *asked.command == Command::Redo {
        panic!("planted");
    }
    commit_for(state, asked, find)
}

#[test]
fn rules_that_panic_cost_one_command_and_nothing_else() {
    let dir = folder();
    let engine = start_with(Arc::new(RealDisk), dir.path(), rules_that_panic)
        .unwrap()
        .0;
    let mut orlova = Person::join(&engine, "orlova");
    let held = hold(&engine);
    let first = orlova.send(count(&orlova, 1));
    let broken = orlova.send(Command::Redo);
    let other = orlova.send(set(&orlova.state, cell(COUNT, SCHOOL_2), entry("3")));
    drop(held);
    assert!(matches!(orlova.answer(first), Answer::Done(_)));
    assert_eq!(orlova.answer(broken), Answer::NotWritten(Trouble::Broken));
    assert!(matches!(orlova.answer(other), Answer::Done(_)));
    orlova.done(count(&orlova, 2));
    engine.close().unwrap();
}

/// Rules that let a text through of which a record is longer than the store takes.
fn rules_without_limits(
    state: &State,
    asked: Asked<'_>,
    find: &mut dyn FnMut(Seq) -> Option<Arc<Commit>>,
) -> Result<Commit, Refusal> {
    let mut commit = commit_for(state, asked, find)?;
    for change in &mut commit.changes {
        if let Some(Record::Value(value)) = &mut change.after
            && value.entry == entry("5")
        {
            value.note = "д".repeat(MAX_RECORD);
        }
    }
    Ok(commit)
}

#[test]
fn what_is_too_large_for_the_store_is_refused_and_everybody_else_goes_on() {
    let dir = folder();
    let engine = start_with(Arc::new(RealDisk), dir.path(), rules_without_limits)
        .unwrap()
        .0;
    let mut orlova = Person::join(&engine, "orlova");
    let too_large = |at| Refusal::TooLarge {
        key: Some(Key::Value(at)),
        limit: MAX_RECORD,
    };
    // Among others, and alone.
    let held = hold(&engine);
    let first = orlova.send(count(&orlova, 1));
    let long = set(&orlova.state, cell(COUNT, SCHOOL_2), entry("5"));
    let refused = orlova.send(long.clone());
    let other = orlova.send(set(&orlova.state, cell(EXPERT, SCHOOL_1), entry("3")));
    drop(held);
    assert!(matches!(orlova.answer(first), Answer::Done(_)));
    assert_eq!(
        orlova.answer(refused),
        Answer::Refused(too_large(cell(COUNT, SCHOOL_2)))
    );
    assert!(matches!(orlova.answer(other), Answer::Done(_)));
    assert_eq!(
        orlova.act(long),
        Answer::Refused(too_large(cell(COUNT, SCHOOL_2)))
    );
    // Nobody hears that writing has stopped, now or on joining.
    let belova = Person::join(&engine, "belova");
    assert_eq!(
        (orlova.writing, belova.writing),
        (Writing::Open, Writing::Open)
    );
    assert!(is_same(&belova.state, &orlova.state));
    engine.close().unwrap();
}
