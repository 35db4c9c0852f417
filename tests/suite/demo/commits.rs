//! How a demo comes about: batches, commits, references, and that the rules let it in.

use std::collections::{BTreeMap, BTreeSet};

use super::batches;
use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use smotr::analysis::results::RECKON;
use smotr::domain::command::Command;
use smotr::domain::decide::{Actor, decide};
use smotr::domain::followup::{Executor, ReportOn};
use smotr::domain::ids::{Now, OrganisationId, PROGRAM, Seq, Timestamp, UserId};
use smotr::domain::record::{Key, Record};
use smotr::domain::state::State;
use smotr::domain::value::Subject;
use smotr::exchange::demo::{Demo, Options, records};

fn digest(options: Options) -> String {
    let mut sum = Sha256::new();
    for batch in batches(options) {
        sum.update(format!("{batch:?}"));
    }
    format!("{:x?}", sum.finalize())
}

#[test]
fn the_same_seed_makes_the_same_demo_and_another_seed_another() {
    let small = Options {
        organisations: 20,
        years: 2,
        ..Options::DEMO
    };
    assert_eq!(digest(small), digest(small));
    assert_ne!(digest(small), digest(Options { seed: 1, ..small }));
}

#[test]
fn every_change_goes_on_from_the_one_before_and_time_goes_forward() {
    let mut now: BTreeMap<Key, Record> = BTreeMap::new();
    let mut last = None;
    for batch in batches(Options::DEMO) {
        assert!(last <= Some(batch.at), "{last:?} > {:?}", batch.at);
        last = Some(batch.at);
        let mut keys = BTreeSet::new();
        for change in batch.changes {
            assert!(
                keys.insert(change.key),
                "{:?} twice in one batch",
                change.key
            );
            assert_eq!(
                now.get(&change.key),
                change.before.as_ref(),
                "{:?}",
                change.key
            );
            let after = change.after.unwrap();
            assert_eq!(change.key.kind(), after.kind());
            now.insert(change.key, after);
        }
    }
}

#[test]
fn whatever_is_named_was_there_before() {
    let mut seen: BTreeSet<Key> = BTreeSet::new();
    for batch in batches(Options::DEMO) {
        // Within a batch the order is free: it is one step.
        seen.extend(batch.changes.iter().map(|it| it.key));
        assert!(batch.by == PROGRAM || seen.contains(&Key::User(batch.by)));
        for change in &batch.changes {
            for named in names(&change.key, change.after.as_ref().unwrap()) {
                assert!(seen.contains(&named), "{:?} names {named:?}", change.key);
            }
        }
    }
}

/// The keys that a record refers to.
fn names(key: &Key, record: &Record) -> Vec<Key> {
    let subject = |it: Subject| match it {
        Subject::Organisation(id) => Some(Key::Organisation(id)),
        Subject::Person(id) => Some(Key::Person(id)),
        Subject::Municipality => None,
    };
    let addressee = |it: &smotr::domain::followup::Addressee| {
        let person = it.person.map(Key::Person);
        std::iter::once(Key::Organisation(it.organisation))
            .chain(person)
            .collect::<Vec<_>>()
    };
    match (key, record) {
        (Key::Value(cell), Record::Value(it)) => {
            [Key::Period(cell.period), Key::User(it.entered_by)]
                .into_iter()
                .chain(subject(cell.subject))
                .chain(it.evidence.map(Key::Document))
                .collect()
        }
        (_, Record::Appointment(it)) => {
            vec![Key::Person(it.person), Key::Organisation(it.organisation)]
        }
        (_, Record::Recommendation(it)) => {
            let ground = it.ground.map(Key::Value);
            it.addressees
                .iter()
                .flat_map(addressee)
                .chain(ground)
                .collect()
        }
        (_, Record::Decision(it)) => {
            let grounds = it.grounds.iter().copied().map(Key::Value);
            let follows = it.recommendations.iter().copied().map(Key::Recommendation);
            grounds
                .chain(follows)
                .chain(it.document.map(Key::Document))
                .collect()
        }
        (_, Record::Assignment(it)) => {
            let executors = it.executors.iter().flat_map(|it| match it {
                Executor::Head(head) => addressee(head),
                Executor::User(id) => vec![Key::User(*id)],
                Executor::Post(_) => Vec::new(),
                Executor::Group(all) => all.iter().copied().map(Key::Organisation).collect(),
            });
            executors.chain([Key::Decision(it.decision)]).collect()
        }
        (_, Record::Report(it)) => vec![match it.on {
            ReportOn::Assignment(id) => Key::Assignment(id),
            ReportOn::Recommendation(id) => Key::Recommendation(id),
        }],
        (_, Record::Citation(it)) => {
            vec![Key::Document(it.document), Key::Requirement(it.requirement)]
        }
        (_, Record::User(it)) => it.person.map(Key::Person).into_iter().collect(),
        _ => Vec::new(),
    }
}

#[test]
fn commits_are_numbered_signed_and_bring_a_state_to_the_same_records() {
    let options = Options {
        organisations: 12,
        years: 2,
        ..Options::DEMO
    };
    let demo = Demo::new(options).unwrap().owned_by("иванова");
    let mut state = State::default();
    for commit in demo.commits(Seq(1)) {
        assert_eq!(commit.seq, state.meta.seq.next());
        state.apply(&commit);
    }
    assert_eq!(state.user_by_account("иванова"), Some(UserId(1)));
    let expected = records(options).unwrap();
    assert_eq!(state.keys().count(), expected.len() + 1, "and the owner");
    for (key, record) in expected {
        assert_eq!(state.record(key).map(|(it, _)| it), Some(record));
    }
    let authors: BTreeSet<_> = state
        .keys()
        .filter_map(|key| Some(state.stamp(key)?.by))
        .collect();
    assert!(authors.len() >= 5, "{authors:?}");
}

#[test]
fn the_rules_let_a_demo_in() {
    let options = Options {
        organisations: 12,
        years: 2,
        ..Options::DEMO
    };
    let mut loaded = records(options).unwrap();
    let now = Now {
        at: Timestamp(0),
        today: NaiveDate::from_ymd_opt(2026, 6, 10).unwrap(),
    };
    let actor = Actor { user: PROGRAM };
    let load = |records| {
        decide(
            &State::default(),
            &actor,
            &Command::Load(records),
            now,
            RECKON,
        )
    };
    assert_eq!(load(loaded.clone()).map(|it| it.len()), Ok(loaded.len()));
    loaded.retain(|(key, _)| *key != Key::Organisation(OrganisationId(12)));
    assert!(
        load(loaded).is_err(),
        "a school that is named must be there"
    );
}
