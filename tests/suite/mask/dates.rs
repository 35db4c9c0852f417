//! Days of heads and of acts as they are told without names: nothing to look anybody up by, and the same heads of the same periods.

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate};
use proptest::prelude::*;
use smotr::analysis::roster::{Head, Roster, Standing};
use smotr::domain::evidence::{Citation, DocumentLevel};
use smotr::domain::ids::*;
use smotr::domain::mask::{HIDDEN, Mask, Viewer};
use smotr::domain::people::{Appointment, AppointmentKind};
use smotr::domain::record::{Key, Record};
use smotr::domain::state::{Stamp, State};

use crate::support::world::*;

const SEED: [u8; 16] = *b"a store of tests";

fn stamp() -> Stamp {
    Stamp {
        rev: Seq(1),
        by: ORLOVA,
        at: Default::default(),
    }
}

fn put(state: &mut State, key: Key, record: Record) {
    state.put(key, Some(record), stamp());
}

fn told(state: &State) -> State {
    Mask::of(state, SEED).state(Viewer::of(state, DOLIN), state)
}

/// The appointments of one school, one after another, each some days after the one before ends.
fn with_heads(lengths: &[(i64, i64)]) -> State {
    let mut state = World::new().state;
    let mut day = date("2023-11-20");
    for id in state.appointments.keys().copied().collect::<Vec<_>>() {
        state.put(Key::Appointment(id), None, stamp());
    }
    let mut indicator = state.indicators[&(EDITION, COUNT)].body.clone();
    indicator.measured_on = Some((5, 20));
    put(
        &mut state,
        Key::Indicator(EDITION, COUNT),
        Record::Indicator(indicator),
    );
    for (at, (gap, length)) in lengths.iter().enumerate() {
        let from = day + chrono::Duration::days(*gap);
        let to = from + chrono::Duration::days(*length);
        day = to + chrono::Duration::days(1);
        let is_last = at + 1 == lengths.len();
        let appointment = Appointment {
            person: PersonId(1 + at as u32 % 3),
            organisation: SCHOOL_1,
            kind: AppointmentKind::Permanent,
            from,
            to: (!is_last).then_some(to),
            act: None,
            contract_until: Some(to),
            end_reason: String::new(),
        };
        let key = Key::Appointment(AppointmentId(100 + at as u32));
        put(&mut state, key, Record::Appointment(appointment));
    }
    state
}

/// Who headed the school, and how their index is to be taken.
fn heads(state: &State, period: PeriodId) -> Vec<(Option<PersonId>, Standing)> {
    let roster = Roster::of(state, period);
    let school = roster.get(SCHOOL_1).unwrap();
    let standing = |it: &Head| school.standing(it.person(), 6);
    school
        .heads
        .iter()
        .map(|it| (it.person(), standing(it)))
        .collect()
}

/// Whether nobody came and went within the period: then not a month is reckoned more or less.
fn is_reckoned_alike(state: &State, period: PeriodId) -> bool {
    let roster = Roster::of(state, period);
    let school = roster.get(SCHOOL_1).unwrap();
    let mut stretches: BTreeMap<PersonId, usize> = BTreeMap::new();
    for head in &school.heads {
        if let Some(person) = head.person() {
            *stretches.entry(person).or_default() += 1;
        }
        let (from, to) = head.dates();
        let inside = |it: NaiveDate| school.days.0 < it && it < school.days.1;
        if from.is_some_and(inside) && to.is_some_and(inside) {
            return false;
        }
    }
    stretches.values().all(|it| *it == 1)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_same_heads_at_the_same_time(lengths in prop::collection::vec((0..40i64, 20..500i64), 1..5)) {
        let state = with_heads(&lengths);
        let told = told(&state);
        for period in [CLOSED, OPEN] {
            let (was, now) = (Roster::of(&state, period), Roster::of(&told, period));
            let (was_at, now_at) = (was.get(SCHOOL_1).unwrap(), now.get(SCHOOL_1).unwrap());
            for day in [state.periods[&period].from, state.periods[&period].to,
                        state.periods[&period].measuring_day(Some((5, 20)))] {
                prop_assert_eq!(was_at.head_on(day).person(), now_at.head_on(day).person(), "{}", day);
            }
            prop_assert_eq!(was_at.persons(), now_at.persons());
            if is_reckoned_alike(&state, period) {
                prop_assert_eq!(heads(&state, period), heads(&told, period));
            }
        }
    }

    #[test]
    fn no_day_that_anybody_could_look_up(lengths in prop::collection::vec((0..40i64, 20..500i64), 1..5)) {
        let state = with_heads(&lengths);
        let told = told(&state);
        let ends: Vec<NaiveDate> = state.periods.values().flat_map(|it| [it.from, it.to]).collect();
        for (id, it) in told.appointments.iter() {
            let was = &state.appointments[id];
            prop_assert_eq!(it.contract_until, None);
            // A measuring day, the 20th, stands alone: who is in office from that very day counts.
            let is_round = |it: NaiveDate| [1, 15, 20, 21].contains(&it.day())
                || ends.iter().any(|end| (*end - it).num_days().abs() <= 1);
            prop_assert!(is_round(it.from), "{} of {}", it.from, was.from);
            // The same month, or the same year outside of all periods.
            prop_assert_eq!(it.from.year(), was.from.year());
        }
    }
}

/// An act of a decision about one school, though it is also cited.
#[test]
fn an_act_of_a_decision_is_told_by_its_month() {
    let mut world = World::new();
    let act = DocumentId(50);
    let mut paper = order();
    paper.level = DocumentLevel::Municipal;
    paper.date = Some(date("2026-06-17"));
    put(
        &mut world.state,
        Key::Document(act),
        Record::Document(paper),
    );
    let citation = Citation {
        requirement: RequirementId(1),
        document: act,
        pages: String::new(),
        note: String::new(),
        order: 1,
        retired: false,
        sent: None,
    };
    put(
        &mut world.state,
        Key::Citation(CitationId(1)),
        Record::Citation(citation),
    );
    assert_eq!(
        told(&world.state).documents[&act],
        world.state.documents[&act]
    );
    let decision = smotr::domain::followup::Decision {
        title: "О мерах".into(),
        period: OPEN,
        grounds: vec![cell(COUNT, SCHOOL_1)],
        recommendations: Vec::new(),
        reason: String::new(),
        document: Some(act),
        control: String::new(),
        state: smotr::domain::followup::DecisionState::Signed,
    };
    put(
        &mut world.state,
        Key::Decision(DecisionId(1)),
        Record::Decision(decision),
    );
    let told = told(&world.state);
    assert_eq!(told.documents[&act].number, HIDDEN);
    assert_eq!(told.documents[&act].date, Some(date("2026-06-02")));
    let locale = smotr::locale::Locale::new(smotr::locale::Lang::Ru);
    let offset = chrono::FixedOffset::east_opt(0).unwrap();
    let said = smotr::locale::Narrator::new(&locale, &told, offset).document(act);
    assert_eq!(said, "приказ от 06.2026 №\u{a0}скрыто");
}

#[test]
fn the_day_of_opening_is_told_only_where_it_matters() {
    let mut world = World::new();
    for (opened, expected) in [("1936-09-01", None), ("2026-02-16", Some("2026-02-15"))] {
        let mut school = world.state.organisations[&SCHOOL_1].body.clone();
        school.opened = Some(date(opened));
        put(
            &mut world.state,
            Key::Organisation(SCHOOL_1),
            Record::Organisation(school),
        );
        assert_eq!(
            told(&world.state).organisations[&SCHOOL_1].opened,
            expected.map(date)
        );
    }
}
