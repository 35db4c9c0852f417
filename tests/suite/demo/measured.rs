//! What was measured, of whom: counts, periods, heads, values that fit their indicators.

use std::collections::{BTreeMap, BTreeSet};

use super::{demo, plain, values};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use smotr::domain::catalogue::{Measure, SubjectKind};
use smotr::domain::ids::{IndicatorId, OrganisationId, PeriodId};
use smotr::domain::period::PeriodState;
use smotr::domain::record::Kind;
use smotr::domain::state::State;
use smotr::domain::value::{Entry, Subject};
use smotr::exchange::demo::{Options, records};

#[test]
fn it_holds_what_the_export_must_show() {
    let (records, _) = demo();
    let mut counts = BTreeMap::new();
    for (key, _) in &records {
        *counts.entry(key.kind()).or_insert(0) += 1;
    }
    let exact = [
        (Kind::Settings, 1),
        (Kind::Edition, 3),
        (Kind::Direction, 18),
        (Kind::Indicator, 110),
        (Kind::Document, 15),
        (Kind::Requirement, 32),
        (Kind::Citation, 35),
        (Kind::Organisation, 61),
        (Kind::Period, 5),
        (Kind::BaseQuantity, 10),
        (Kind::Reference, 4),
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
            ("2022/23", closed),
            ("2023/24", closed),
            ("2024/25", closed),
            ("2025/26", PeriodState::Open),
            ("2026/27", PeriodState::Planned)
        ]
    );
    let filled = |period| {
        values(&records)
            .filter(|(cell, _)| cell.period == PeriodId(period))
            .count()
    };
    let share = filled(4) * 100 / filled(3);
    assert!((60..=70).contains(&share), "{share} %");
    for organisation in [7, 12, 19] {
        let own = values(&records).filter(|(cell, _)| {
            cell.period == PeriodId(4)
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
        // Nobody heads what was merged, and beside the one who is away somebody is acting.
        let expected = match school.0 {
            15 | 61 => 0,
            60 => 2,
            _ => 1,
        };
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
    let (records, state) = plain();
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
    let (records, state) = plain();
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
        let number = state.base_value(cell.period, base, school).unwrap().number;
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
