//! The demo store: the same from the same seed, whole in its references, with every state that there is.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rust_decimal::Decimal;
use sha2::{Digest, Sha256};
use smotr::domain::catalogue::{Measure, SubjectKind};
use smotr::domain::command::Command;
use smotr::domain::decide::{Actor, decide};
use smotr::domain::followup::{
    AssignmentState, DecisionState, Due, Executor, RecommendationState, ReportOn,
};
use smotr::domain::ids::{
    IndicatorId, Now, OrganisationId, PROGRAM, PeriodId, Seq, Timestamp, UserId,
};
use smotr::domain::people::AppointmentKind;
use smotr::domain::period::PeriodState;
use smotr::domain::record::{Key, Kind, Record};
use smotr::domain::state::{Stamp, State};
use smotr::domain::value::{Entry, Subject, Value, ValueState};
use smotr::exchange::demo::{Batch, Demo, Options, records};

fn batches(options: Options) -> Vec<Batch> {
    Demo::new(options).unwrap().batches().collect()
}

fn digest(options: Options) -> String {
    let mut sum = Sha256::new();
    for batch in batches(options) {
        sum.update(format!("{batch:?}"));
    }
    format!("{:x?}", sum.finalize())
}

fn state_of(records: Vec<(Key, Record)>) -> State {
    let mut state = State::default();
    let stamp = Stamp {
        rev: Default::default(),
        by: PROGRAM,
        at: Default::default(),
    };
    for (key, record) in records {
        state.put(key, Some(record), stamp);
    }
    state
}

fn demo() -> (Vec<(Key, Record)>, State) {
    let records = records(Options::DEMO).unwrap();
    (records.clone(), state_of(records))
}

/// All values, with the record's key.
fn values(records: &[(Key, Record)]) -> impl Iterator<Item = (smotr::domain::value::Cell, &Value)> {
    records
        .iter()
        .filter_map(|(key, record)| match (key, record) {
            (Key::Value(cell), Record::Value(value)) => Some((*cell, value)),
            _ => None,
        })
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
fn it_holds_what_the_export_must_show() {
    let (records, _) = demo();
    let mut counts = BTreeMap::new();
    for (key, _) in &records {
        *counts.entry(key.kind()).or_insert(0) += 1;
    }
    let exact = [
        (Kind::Settings, 1),
        (Kind::Edition, 1),
        (Kind::Direction, 6),
        (Kind::Indicator, 36),
        (Kind::Document, 12),
        (Kind::Requirement, 32),
        (Kind::Citation, 35),
        (Kind::Organisation, 60),
        (Kind::Period, 3),
        (Kind::BaseQuantity, 10),
        (Kind::Reference, 3),
    ];
    for (kind, count) in exact {
        assert_eq!(counts.get(&kind), Some(&count), "{}", kind.name());
    }
    for (kind, least) in [
        (Kind::Value, 5000),
        (Kind::Recommendation, 120),
        (Kind::Decision, 20),
        (Kind::Assignment, 40),
        (Kind::Report, 60),
    ] {
        assert!(counts[&kind] >= least, "{}: {}", kind.name(), counts[&kind]);
    }
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
    let load = |records| decide(&State::default(), &actor, &Command::Load(records), now);
    assert_eq!(load(loaded.clone()).map(|it| it.len()), Ok(loaded.len()));
    loaded.retain(|(key, _)| *key != Key::Organisation(OrganisationId(12)));
    assert!(
        load(loaded).is_err(),
        "a school that is named must be there"
    );
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
fn every_state_is_there() {
    let (records, _) = demo();
    let mut found = BTreeSet::new();
    for (_, record) in &records {
        let name = match record {
            Record::Value(it) => {
                found.insert(match it.entry {
                    Entry::Empty => "empty",
                    Entry::Number(_) => "number",
                    Entry::Ratio { .. } => "ratio",
                    Entry::Percent(_) => "percent",
                    Entry::Choice(_) => "choice",
                    Entry::NotApplicable { .. } => "not applicable",
                    Entry::NoData { .. } => "no data",
                });
                match it.state {
                    ValueState::Entered => "entered",
                    ValueState::Submitted => "submitted",
                    ValueState::Approved => "approved",
                    ValueState::Returned { .. } => "returned",
                }
            }
            Record::Recommendation(it) => match it.state {
                RecommendationState::Draft => "r draft",
                RecommendationState::Sent => "r sent",
                RecommendationState::Controlled => "r controlled",
                RecommendationState::Done => "r done",
                RecommendationState::PartlyDone => "r partly",
                RecommendationState::NotDone => "r not done",
                RecommendationState::Released { .. } => "r released",
            },
            Record::Decision(it) => match it.state {
                DecisionState::Draft => "d draft",
                DecisionState::Signed => "d signed",
                DecisionState::InExecution => "d in execution",
                DecisionState::Executed => "d executed",
                DecisionState::Cancelled { .. } => "d cancelled",
            },
            Record::Assignment(it) => {
                found.insert(match it.due {
                    Due::On(_) => "due on",
                    Due::Quarterly(_) => "due quarterly",
                    Due::Monthly(_) => "due monthly",
                    Due::Standing => "due standing",
                });
                if !it.prolongations.is_empty() {
                    found.insert("prolonged");
                }
                match it.state {
                    AssignmentState::Controlled => "a controlled",
                    AssignmentState::DoneInTime { .. } => "a in time",
                    AssignmentState::DoneLate { .. } => "a late",
                    AssignmentState::NotDone => "a not done",
                    AssignmentState::Released { .. } => "a released",
                }
            }
            Record::Appointment(it) => match it.kind {
                AppointmentKind::Permanent => "permanent",
                AppointmentKind::Acting => "acting",
                AppointmentKind::Concurrent => "concurrent",
            },
            _ => continue,
        };
        found.insert(name);
    }
    assert_eq!(found.len(), 7 + 4 + 7 + 5 + 5 + 5 + 3, "{found:?}");
}

#[test]
fn the_current_year_is_in_the_middle_of_collecting_and_the_others_are_closed() {
    let (records, state) = demo();
    let states: Vec<_> = state
        .periods
        .values()
        .map(|it| (it.name.as_str(), it.state))
        .collect();
    let closed = PeriodState::Closed;
    assert_eq!(
        states,
        [
            ("2023/24", closed),
            ("2024/25", closed),
            ("2025/26", PeriodState::Open)
        ]
    );
    let filled = |period| {
        values(&records)
            .filter(|(cell, _)| cell.period == PeriodId(period))
            .count()
    };
    let share = filled(3) * 100 / filled(2);
    assert!((60..=70).contains(&share), "{share} %");
    for organisation in [7, 12, 19] {
        let own = values(&records).filter(|(cell, _)| {
            cell.period == PeriodId(3)
                && cell.subject == Subject::Organisation(OrganisationId(organisation))
        });
        assert!(
            own.count() > 0 || organisation == 19,
            "СШ № {organisation} has begun"
        );
    }
}

/// The surnames of those who head a school on a day.
fn heads(state: &State, school: u32, day: NaiveDate) -> Vec<String> {
    let of = state.appointments_of.of(OrganisationId(school));
    let covering = of
        .filter_map(|id| state.appointments.get(&id))
        .filter(|it| it.covers(day));
    covering
        .map(|it| state.persons[&it.person].surname.clone())
        .collect()
}

#[test]
fn schools_have_one_head_on_any_day_and_the_fifteenth_has_none() {
    let (_, state) = demo();
    let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
    for school in state.organisations.keys() {
        let expected = if school.0 == 15 { 0 } else { 1 };
        assert_eq!(
            heads(&state, school.0, day(3, 2)).len(),
            expected,
            "{school:?}"
        );
    }
    assert_eq!(heads(&state, 15, day(1, 11)).len(), 1);
    assert_eq!(heads(&state, 15, day(1, 12)).len(), 0);
    assert_eq!(heads(&state, 12, day(5, 23)), ["Ерёмин"]);
    assert_eq!(state.organisations[&OrganisationId(12)].name, "СШ № 12");
    assert_eq!(state.settings.as_ref().map(|it| it.demo), Some(true));
}

#[test]
fn some_heads_change_in_the_middle_of_a_year() {
    let (_, state) = demo();
    let middle = state.appointments.values().filter(|it| {
        it.to.is_some_and(|to| {
            (300..=360).contains(&to.format("%j").to_string().parse::<i32>().unwrap())
        })
    });
    assert!(middle.count() >= 2);
}

#[test]
fn values_fit_their_indicators() {
    let (records, state) = demo();
    for (cell, value) in values(&records) {
        let it = state.indicator_in(cell.period, cell.indicator).unwrap();
        let level = match cell.subject {
            Subject::Organisation(_) => SubjectKind::Organisation,
            Subject::Person(_) => SubjectKind::Person,
            Subject::Municipality => SubjectKind::Municipality,
        };
        assert_eq!(level, it.level);
        assert_eq!(it.measure.computed_from(), None, "{} is computed", it.code);
        let number = match (&it.measure, &value.entry) {
            (
                Measure::Ratio {
                    denominator: part, ..
                },
                Entry::Ratio {
                    numerator,
                    denominator,
                },
            ) => {
                assert!(*denominator > Decimal::ZERO, "{}", it.code);
                assert!(
                    !part.whole || denominator.is_integer() && numerator.is_integer(),
                    "{}",
                    it.code
                );
                Some(*numerator / *denominator * Decimal::from(100))
            }
            (Measure::Ratio { .. }, Entry::Percent(percent)) => Some(*percent),
            (Measure::Choice { options }, Entry::Choice(option)) => {
                assert!(usize::from(*option) < options.len(), "{}", it.code);
                None
            }
            (Measure::Number { whole }, Entry::Number(number)) => {
                assert!(!*whole || number.is_integer(), "{}: {number}", it.code);
                Some(*number)
            }
            (Measure::Delta { .. } | Measure::Benchmark { .. }, Entry::Number(number)) => {
                Some(*number)
            }
            (_, Entry::NotApplicable { reason } | Entry::NoData { reason }) => {
                assert!(!reason.is_empty());
                None
            }
            (_, Entry::Empty) => None,
            (measure, entry) => panic!("{}: {entry:?} for {measure:?}", it.code),
        };
        if let Some(number) = number {
            let (low, high) = (it.bounds.hard_min, it.bounds.hard_max);
            assert!(low.is_none_or(|low| number >= low), "{}: {number}", it.code);
            assert!(
                high.is_none_or(|high| number <= high),
                "{}: {number}",
                it.code
            );
        }
    }
}

#[test]
fn a_denominator_that_is_a_base_quantity_is_the_same_everywhere() {
    let (records, state) = demo();
    for (cell, value) in values(&records) {
        let it = state.indicator_in(cell.period, cell.indicator).unwrap();
        let (
            Measure::Ratio {
                denominator: part, ..
            },
            Entry::Ratio { denominator, .. },
        ) = (&it.measure, &value.entry)
        else {
            continue;
        };
        let (Some(base), Subject::Organisation(school)) = (part.base, cell.subject) else {
            continue;
        };
        let number = state.base_values[&(cell.period, base, school)].number;
        assert_eq!(number, *denominator, "{} of {school:?}", it.code);
    }
}

#[test]
fn a_school_without_eleventh_classes_says_so() {
    let (records, state) = demo();
    let (id, _) = state
        .indicators
        .iter()
        .find(|(_, it)| it.code == "3.2")
        .unwrap();
    let own = values(&records).filter(|(cell, _)| {
        cell.indicator == id.1 && cell.subject == Subject::Organisation(OrganisationId(18))
    });
    for (_, value) in own {
        assert_eq!(
            value.entry,
            Entry::NotApplicable {
                reason: "нет 11 классов".to_owned()
            }
        );
    }
}

#[test]
fn texts_have_no_open_places_and_nothing_that_a_screen_cannot_show() {
    let (records, _) = demo();
    for (key, record) in &records {
        let text = format!("{record:?}").replace("\\u{a0}", " ");
        let advice = matches!(record, Record::Indicator(_));
        if !advice {
            for place in [
                "{дата}",
                "{номер}",
                "{год}",
                "{доля}",
                "{показатель}",
                "{ОО}",
                "{значение}",
            ] {
                assert!(!text.contains(place), "{key:?}: {text}");
            }
        }
        // Debug escapes what is a control character.
        assert!(
            !text.contains("\\u{") && !text.contains("\\n"),
            "{key:?}: {text}"
        );
    }
    let words = |record: &Record| match record {
        Record::Recommendation(it) => Some(it.text.clone()),
        Record::Report(it) => Some(it.text.clone()),
        _ => None,
    };
    let different: BTreeSet<String> = records.iter().filter_map(|(_, it)| words(it)).collect();
    assert!(different.len() > 80, "{}", different.len());
    for text in different {
        assert!(text.ends_with('.') && !text.contains(".."), "{text}");
    }
}

#[test]
fn what_is_done_lies_between_the_decision_and_its_report() {
    let (_, state) = demo();
    for (id, it) in state.assignments.iter() {
        if let AssignmentState::DoneInTime { on } | AssignmentState::DoneLate { on } = it.state {
            let reports: Vec<_> = state.reports_on.of(ReportOn::Assignment(*id)).collect();
            assert!(!reports.is_empty(), "{id:?}");
            let last = reports
                .iter()
                .map(|report| state.reports[report].date)
                .max();
            assert_eq!(last, Some(on), "{id:?}");
        }
    }
}

#[test]
fn a_signed_decision_has_a_document_with_date_and_number() {
    let (_, state) = demo();
    for (id, it) in state.decisions.iter() {
        let document = it.document.map(|id| &state.documents[&id].body);
        assert_eq!(
            document.is_none(),
            it.state == DecisionState::Draft,
            "{id:?}"
        );
        assert!(
            document.is_none_or(|it| it.date.is_some() && !it.number.is_empty()),
            "{id:?}"
        );
    }
}

#[test]
fn a_large_store_has_sixty_cells_to_a_row_and_comes_period_by_period() {
    let options = Options::sized(90, 4);
    assert_eq!(options.indicators, 63);
    let records = records(options).unwrap();
    let indicators: BTreeSet<IndicatorId> =
        values(&records).map(|(cell, _)| cell.indicator).collect();
    assert_eq!(indicators.len(), 62, "one is computed");
    let cells = values(&records).count();
    assert!((90 * 60 * 4..90 * 62 * 4).contains(&cells), "{cells}");
    let mut keys: Vec<_> = records.iter().map(|(key, _)| *key).collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), records.len());
}

#[test]
fn one_school_and_one_year_are_a_demo_too() {
    let records = records(Options {
        organisations: 1,
        years: 1,
        ..Options::DEMO
    })
    .unwrap();
    assert!(values(&records).count() > 0);
}
