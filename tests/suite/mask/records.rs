//! Masks of records, states and commits.

use std::collections::BTreeSet;

use proptest::prelude::*;
use smotr::domain::evidence::{Document, DocumentLevel};
use smotr::domain::ids::{DocumentId, OrganisationId, PersonId, UserId};
use smotr::domain::mask::{HIDDEN, Mask, Viewer};
use smotr::domain::record::{Change, Commit, Key, Kind, Record};
use smotr::domain::state::State;
use smotr::domain::value::{Entry, Value};

use super::{SIGN, leaks, marked, marked_record, signs};
use crate::support::any::{any_key, any_record};
use crate::support::dice::{thrown, throws};
use crate::support::world::*;

const SEED: [u8; 16] = *b"a store of tests";

/// Somebody who is in no record.
const NOBODY: Viewer = Viewer {
    user: UserId(9_999),
    person: None,
};

fn is_public(record: &Record) -> bool {
    match record {
        Record::Settings(_)
        | Record::Edition(_)
        | Record::Direction(_)
        | Record::BaseQuantity(_)
        | Record::Requirement(_)
        | Record::Section(_)
        | Record::Rule(_)
        | Record::Deputy(_) => true,
        Record::Document(it) => it.level == DocumentLevel::Federal,
        _ => false,
    }
}

#[test]
fn marks_reach_every_text() {
    let value = Record::Value(Value {
        note: "примечание".into(),
        ..Value::entered(
            Entry::NoData {
                reason: "нет".into(),
            },
            UserId(1),
        )
    });
    let text = format!("{:?}", marked(&value));
    assert_eq!(text.matches(SIGN).count(), 2, "{text}");
    let document = format!("{:?}", marked(&order()));
    assert_eq!(document.matches(SIGN).count(), 3, "{document}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_text_of_any_record_comes_through(seed: u64) {
        let mask = Mask::of(&State::default(), SEED);
        let mut rng = fastrand::Rng::with_seed(seed);
        for kind in Kind::ALL {
            let mut record = marked(&any_record(kind, &mut rng));
            if let Record::Citation(it) = &mut record {
                // Acts of the federation are public, also as they were when a round was sent.
                it.sent = it.sent.take().filter(|it| it.level != DocumentLevel::Federal);
            }
            if let Record::Indicator(it) = &mut record {
                // Of the catalogue only whoever answers for it may be called by name.
                let responsible = std::mem::take(&mut it.responsible);
                let mut bare = it.clone();
                bare.responsible.clear();
                let key = any_key(kind, &mut rng, 100);
                let masked = mask.record(NOBODY, key, &Record::Indicator(bare.clone()));
                prop_assert_eq!(masked, Record::Indicator(bare));
                it.responsible = responsible;
                let Record::Indicator(masked) = mask.record(NOBODY, key, &record) else { unreachable!() };
                prop_assert_eq!(signs(&masked.responsible), None);
                continue;
            }
            let masked = mask.record(NOBODY, any_key(kind, &mut rng, 100), &record);
            prop_assert_eq!(masked.kind(), kind);
            if let (Record::Period(masked), Record::Period(it)) = (&masked, &record) {
                // The calendar is for everybody; why something was done with it is not.
                prop_assert_eq!(&masked.name, &it.name);
                prop_assert_eq!(signs(&(&masked.exceptions, &masked.events)), None);
            } else if is_public(&record) {
                prop_assert_eq!(masked, record);
            } else {
                prop_assert_eq!(signs(&masked), None);
            }
        }
    }

    #[test]
    fn no_text_of_any_world_comes_through(throws in throws(40)) {
        let mut world = World::new();
        for throw in throws {
            let (user, command) = thrown(&world.state, throw);
            let _ = world.act_as(user, command);
        }
        // The same commits with a sign in everything that is nobody's business, and accounts that are found again.
        let mut state = State::default();
        state.load_shard(CLOSED, std::sync::Arc::default());
        let cited = ever_cited(&world);
        let commits = world.commits.iter().map(|it| signed(it, &cited));
        let commits: Vec<Commit> = commits.collect();
        for commit in &commits {
            state.apply(commit);
        }
        let mask = Mask::of(&state, SEED);
        let dolin = Viewer::of(&state, DOLIN);
        let accounts = ["orlova", "belova", "vetrov", "gromov", "serova"];
        let own = own_person(&state);
        let told = mask.state(dolin, &state);
        prop_assert_eq!(leaks(&without(&told, own), &accounts), None);
        prop_assert_eq!(told.persons[&own].clone(), state.persons[&own].clone());
        prop_assert_eq!(told.meta, state.meta.clone());
        for period in [OPEN, CLOSED] {
            let shard = state.shard(period).unwrap();
            let told = mask.shard(shard);
            prop_assert_eq!(leaks(&told, &accounts), None);
            prop_assert_eq!(told.len(), shard.len());
        }
        // What the news tell and what a newcomer is told is the same.
        let mut followed = State::default();
        for commit in &commits {
            let told = mask.commit(dolin, commit);
            let mut bare = told.clone();
            bare.changes.retain(|it| it.key != Key::Person(own));
            prop_assert_eq!(leaks(&bare, &accounts), None);
            followed.apply(&told);
        }
        prop_assert_eq!(followed.retold(|_, record| record), mask.state(dolin, &state));
    }
}

fn own_person(state: &State) -> PersonId {
    state.users[&DOLIN].person.unwrap()
}

fn without(state: &State, person: PersonId) -> State {
    let mut bare = state.clone();
    let key = Key::Person(person);
    let stamp = state.stamp(key).unwrap();
    bare.put(key, None, stamp);
    bare
}

/// Papers that were cited for a requirement: they are published.
fn ever_cited(world: &World) -> BTreeSet<Key> {
    let changes = world.commits.iter().flat_map(|it| &it.changes);
    let cited = changes.filter_map(|it| match &it.after {
        Some(Record::Citation(it)) => Some(Key::Document(it.document)),
        _ => None,
    });
    cited.collect()
}

fn signed(commit: &Commit, cited: &BTreeSet<Key>) -> Commit {
    let sign = |key: Key, record: &Record| match cited.contains(&key) {
        true => record.clone(),
        false => marked_record(key, record),
    };
    let changes = commit.changes.iter().map(|it| Change {
        key: it.key,
        before: it.before.as_ref().map(|record| sign(it.key, record)),
        after: it.after.as_ref().map(|record| sign(it.key, record)),
    });
    Commit {
        changes: changes.collect(),
        ..commit.clone()
    }
}

fn name(mask: &Mask, id: u32) -> String {
    let record = World::new()
        .state
        .record(Key::Organisation(SCHOOL_1))
        .unwrap()
        .0;
    match mask.record(NOBODY, Key::Organisation(OrganisationId(id)), &record) {
        Record::Organisation(it) => {
            assert_eq!(it.full_name, it.name);
            assert_eq!(it.name, format!("ОО {:02}", it.number.unwrap()));
            it.name
        }
        _ => unreachable!(),
    }
}

fn surname(mask: &Mask, id: PersonId) -> String {
    let record = World::new().state.record(Key::Person(id)).unwrap().0;
    match mask.record(NOBODY, Key::Person(id), &record) {
        Record::Person(it) => it.full_name(),
        _ => unreachable!(),
    }
}

#[test]
fn an_organisation_and_its_heads_go_by_one_number() {
    let mask = Mask::of(&World::new().state, SEED);
    let school = name(&mask, SCHOOL_1.0);
    assert_eq!(surname(&mask, DEMINA), format!("рук. {school}"));
    assert_eq!(surname(&mask, EREMIN), format!("б. рук. {school}"));
    assert_eq!(
        surname(&mask, ZIMIN),
        format!("рук. {}", name(&mask, SCHOOL_2.0))
    );
    // Whoever heads nothing goes by the number of the user.
    assert_eq!(surname(&mask, PersonId(6)), "сотрудник 2");
}

#[test]
fn numbers_are_drawn_each_once_and_stay() {
    let mask = Mask::of(&State::default(), SEED);
    let mut small: Vec<String> = (1..100).map(|it| name(&mask, it)).collect();
    // Whoever sees these masks elsewhere must find them there tomorrow.
    assert_eq!(small[..3], ["ОО 65", "ОО 62", "ОО 25"]);
    let own = (1..100).filter(|it| small[*it as usize - 1] == format!("ОО {it:02}"));
    assert!(own.count() < 10, "drawn, not counted");
    small.sort();
    small.dedup();
    assert_eq!(small.len(), 99);
    let mut large: Vec<String> = (100..1_000).map(|it| name(&mask, it)).collect();
    assert!(large.iter().all(|it| it.chars().count() == 6));
    large.sort();
    large.dedup();
    assert_eq!(large.len(), 900);
    assert_eq!(name(&mask, 70_000), "ОО 70000");
    let other = Mask::of(&State::default(), [7; 16]);
    assert_ne!(name(&other, 1), name(&mask, 1));
}

#[test]
fn acts_of_the_catalogue_and_cited_papers_can_be_read() {
    let mut world = World::new();
    let document = |level| Record::Document(Document { level, ..order() });
    let seen = |mask: &Mask, level, id| {
        let record = document(level);
        mask.record(NOBODY, Key::Document(DocumentId(id)), &record) == record
    };
    let mask = Mask::of(&world.state, SEED);
    use DocumentLevel::*;
    assert!(seen(&mask, Federal, 50));
    for level in [Regional, Municipal, Organisation] {
        assert!(!seen(&mask, level, 50));
    }
    let (edition, it) = world.state.editions.iter().next().unwrap();
    let (key, stamp) = (Key::Edition(*edition), it.stamp);
    let mut edition = it.body.clone();
    edition.act = Some(DocumentId(50));
    world.state.put(key, Some(Record::Edition(edition)), stamp);
    let mask = Mask::of(&world.state, SEED);
    assert!(seen(&mask, Municipal, 50));
    assert!(!seen(&mask, Organisation, 50));
    assert!(!seen(&mask, Municipal, 51));
}

#[test]
fn usual_reasons_stay_and_figures_are_shared() {
    let mut world = World::new();
    let mut indicator = world.state.indicators[&(EDITION, COUNT)].clone();
    indicator.body.na_reasons = vec!["нет классов".into()];
    let key = Key::Indicator(EDITION, COUNT);
    world.state.put(
        key,
        Some(Record::Indicator(indicator.body)),
        indicator.stamp,
    );
    world
        .set(
            cell(COUNT, SCHOOL_1),
            Entry::NotApplicable {
                reason: "нет классов".into(),
            },
        )
        .unwrap();
    world
        .set(
            cell(COUNT, SCHOOL_2),
            Entry::NotApplicable {
                reason: "болен Зимин".into(),
            },
        )
        .unwrap();
    world.set(cell(RATIO, SCHOOL_2), ratio("1", "2")).unwrap();
    let mask = Mask::of(&world.state, SEED);
    let shard = world.state.shard(OPEN).unwrap();
    let masked = mask.shard(shard);
    let entry = |school| {
        let column = masked.column(COUNT).unwrap();
        column[&smotr::domain::value::Subject::Organisation(school)]
            .entry
            .clone()
    };
    assert_eq!(
        entry(SCHOOL_1),
        Entry::NotApplicable {
            reason: "нет классов".into()
        }
    );
    assert_eq!(
        entry(SCHOOL_2),
        Entry::NotApplicable {
            reason: HIDDEN.into()
        }
    );
    assert!(std::ptr::eq(
        masked.column(RATIO).unwrap(),
        shard.column(RATIO).unwrap()
    ));
    assert!(!std::ptr::eq(
        masked.column(COUNT).unwrap(),
        shard.column(COUNT).unwrap()
    ));
}
