//! Indices of heads: shares, weights, «k из n», levels, places; and that renewing equals computing anew.

use proptest::prelude::*;
use rust_decimal::Decimal;
use smotr::analysis::exact::Exact;
use smotr::analysis::indicator::{IndicatorScores, places};
use smotr::analysis::roster::Standing;
use smotr::analysis::scores::{PeriodScores, RowScore, level_of, shown_index};
use smotr::domain::catalogue::*;
use smotr::domain::ids::*;
use smotr::domain::people::{AppointmentKind, OrganisationKind};
use smotr::domain::record::{Key, Record};
use smotr::domain::value::{Cell, Subject};

use crate::support::measured::*;

fn exact(text: &str) -> Exact {
    match text.split_once('/') {
        Some((a, b)) => Exact::ratio(dec(a), dec(b)).unwrap(),
        None => Exact::from(dec(text)),
    }
}

fn scale() -> Scoring {
    bands(&[("-", "0"), ("40", "1"), ("60", "2"), ("80", "3")])
}

/// Two directions of weights 3 and 1: indicators 1 (weight 20) and 2 (weight 10) in the first, 3 in the second.
fn world(organisations: u32) -> Measured {
    let mut it = Measured::new();
    it.direction(1, 3);
    it.direction(2, 1);
    let weighted = |direction, weight: i64| Indicator {
        weight: Decimal::from(weight),
        ..indicator(direction, share(), scale())
    };
    it.indicator(1, weighted(1, 20));
    it.indicator(2, weighted(1, 10));
    it.indicator(3, weighted(2, 10));
    for id in 1..=organisations {
        it.organisation(id, &format!("СШ № {id}"));
        it.head(id, id, 100 + id, "2020-01-01", "");
    }
    it
}

fn scores(it: &Measured) -> PeriodScores {
    PeriodScores::of(&it.state, PeriodId(3))
}

fn first(it: &Measured) -> RowScore {
    scores(it).rows[0].clone()
}

/// The last row of an organisation is that of whoever heads it when the period ends, though a measuring day fell into a vacancy.
#[test]
fn the_last_row_is_of_who_is_in_office_at_the_end() {
    let person = |heads: &[(u32, &str, &str)]| {
        let mut it = world(0);
        it.organisation(1, "СШ № 1");
        for (n, (person, from, to)) in heads.iter().enumerate() {
            it.head(n as u32 + 1, 1, *person, from, to);
        }
        for indicator in 1..=3 {
            it.enter(at(3, indicator, 1), entry("60%"));
        }
        let scores = scores(&it);
        let row = scores.last_row(OrganisationId(1)).unwrap();
        (
            row.person.map(|it| it.0),
            scores.rows_of(OrganisationId(1)).count(),
        )
    };
    let (from, to) = ("2020-01-01", "");
    assert_eq!(person(&[(101, from, to)]), (Some(101), 1));
    assert_eq!(
        person(&[(101, from, "2026-01-11"), (102, "2026-01-12", to)]).0,
        Some(102)
    );
    assert_eq!(person(&[(101, from, "2026-01-11")]).0, None);
}

#[test]
fn a_direction_weighs_its_filled_indicators_and_the_whole_weighs_its_directions() {
    let mut it = world(1);
    it.enter(at(3, 1, 1), entry("60%"));
    it.enter(at(3, 2, 1), entry("80%"));
    // (2/3 × 20 + 3/3 × 10) ÷ 30 × 100 = 700/9
    let row = first(&it);
    assert_eq!(row.directions[0].index, Some(exact("700/9")));
    assert_eq!(
        (row.directions[0].filled, row.directions[0].applicable),
        (2, 2)
    );
    assert_eq!(
        row.directions[1].index, None,
        "a direction without a value has no index"
    );
    assert_eq!(row.overall, Some(exact("700/9")), "and does not weigh");
    it.enter(at(3, 3, 1), entry("40%"));
    // (700/9 × 3 + 100/3 × 1) ÷ 4 = 200/3
    assert_eq!(first(&it).overall, Some(exact("200/3")));
    assert_eq!(first(&it).level, Some(3), "пониженный: from 60");
}

#[test]
fn below_the_completeness_there_is_an_index_but_no_level_and_no_place() {
    let mut it = world(1);
    it.enter(at(3, 1, 1), entry("80%"));
    it.enter(at(3, 2, 1), entry("80%"));
    let row = first(&it);
    assert_eq!((row.filled, row.applicable, row.complete), (2, 3, false));
    assert_eq!(
        (row.overall, row.level, row.place),
        (Some(Exact::HUNDRED), None, None)
    );
    // «н/п» leaves n as well: 2 of 2 is complete.
    it.enter(at(3, 3, 1), entry("нп"));
    let row = first(&it);
    assert_eq!((row.filled, row.applicable, row.complete), (2, 2, true));
    assert_eq!((row.level, row.place), (Some(0), Some(1)));
    // «нет данных» does not.
    it.enter(at(3, 3, 1), entry("нд"));
    assert_eq!((first(&it).filled, first(&it).applicable), (2, 3));
}

#[test]
fn a_level_begins_at_its_bound_exactly() {
    // 2.2/3 + 2.3/3 + 2.7/3 is 2.4; with 28 rounded digits it is a little less, and the level one lower.
    let mut it = Measured::new();
    for id in 1..=3 {
        it.direction(id, 1);
        let points = Scoring::Direct { max: dec("3") };
        let measure = Measure::Number { whole: false };
        it.indicator(id, indicator(id, measure, points));
    }
    it.organisation(1, "СШ № 1");
    it.head(1, 1, 10, "2020-01-01", "");
    for (id, points) in [(1, "2.2"), (2, "2.3"), (3, "2.7")] {
        it.enter(at(3, id, 1), entry(points));
    }
    assert_eq!(first(&it).overall, Some(exact("80")));
    assert_eq!(first(&it).level, Some(1));
}

#[test]
fn an_index_is_not_shown_on_a_level_that_it_has_not_reached() {
    let it = Measured::new();
    let levels = &it.state.editions[&EditionId(1)].levels;
    for (index, shown, level) in [
        ("79.96", "79.96", 2),
        ("79.94", "79.9", 2),
        ("80", "80.0", 1),
        ("239999/3000", "79.9997", 2),
    ] {
        assert_eq!(shown_index(levels, exact(index)).to_string(), shown);
        assert_eq!(level_of(levels, exact(index)), Some(level));
    }
}

#[test]
fn negative_points_cut_the_index_at_nothing() {
    let mut it = world(1);
    let penalty = Scoring::PerUnit {
        start: dec("2"),
        points: dec("-1"),
        floor: dec("-10"),
        cap: dec("2"),
    };
    it.indicator(1, indicator(1, Measure::Number { whole: true }, penalty));
    it.indicator(2, indicator(1, share(), scale()));
    it.enter(at(3, 2, 1), entry("100%"));
    it.enter(at(3, 1, 1), entry("3"));
    // (−1/2 + 1) ÷ 2 × 100
    assert_eq!(first(&it).directions[0].index, Some(exact("25")));
    it.enter(at(3, 1, 1), entry("9"));
    assert_eq!(first(&it).directions[0].index, Some(Exact::ZERO));
}

#[test]
fn equal_indices_share_a_place() {
    let values = ["50", "80", "80", "20"].map(|it| Some(exact(it)));
    let found = places(values.into_iter().chain([None]), false);
    assert_eq!(found, [Some(3), Some(1), Some(1), Some(4), None]);
    let lowest = places(values.into_iter(), true);
    assert_eq!(lowest, [Some(2), Some(3), Some(3), Some(1)]);

    let mut it = world(4);
    for (id, percent) in [(1, "80%"), (2, "4/5"), (3, "90%"), (4, "10%")] {
        for indicator in 1..=3 {
            it.enter(at(3, indicator, id), entry(percent));
        }
    }
    let place: Vec<_> = scores(&it).rows.iter().map(|it| it.place).collect();
    assert_eq!(place, [Some(1), Some(1), Some(1), Some(4)]);
    let by_value = IndicatorScores::of(&it.state, PeriodId(3), IndicatorId(1));
    let place: Vec<_> = by_value.cells.iter().map(|it| it.place).collect();
    assert_eq!(place, [Some(2), Some(2), Some(1), Some(4)]);
}

#[test]
fn acting_short_and_vacant_have_an_index_for_information() {
    let mut it = world(4);
    it.appoint(1, 1, 101, "2020-01-01", "", AppointmentKind::Acting);
    it.head(2, 2, 102, "2026-05-01", "");
    it.head(3, 3, 103, "2020-01-01", "2025-08-31");
    for id in 1..=4 {
        for indicator in 1..=3 {
            it.enter(at(3, indicator, id), entry("90%"));
        }
    }
    let rows = scores(&it).rows;
    let seen: Vec<_> = rows
        .iter()
        .map(|it| (it.standing, it.overall.is_some(), it.level, it.place))
        .collect();
    assert_eq!(
        seen,
        [
            (Standing::Acting, true, None, None),
            (Standing::Short { months: 4 }, true, None, None),
            (Standing::Vacancy, true, None, None),
            (Standing::Full, true, Some(0), Some(1)),
        ]
    );
}

#[test]
fn a_change_of_heads_gives_each_what_was_measured_in_their_days() {
    let mut it = world(1);
    it.head(1, 1, 101, "2020-01-01", "2026-02-28");
    it.head(2, 1, 201, "2026-03-01", "");
    let winter = Indicator {
        measured_on: Some((1, 15)),
        ..indicator(1, share(), scale())
    };
    it.indicator(1, winter);
    for (indicator, percent) in [(1, "80%"), (2, "60%"), (3, "60%")] {
        it.enter(at(3, indicator, 1), entry(percent));
    }
    let rows = scores(&it).rows;
    let seen: Vec<_> = rows
        .iter()
        .map(|it| {
            (
                it.person.unwrap().0,
                it.overall.unwrap(),
                it.filled,
                it.applicable,
            )
        })
        .collect();
    assert_eq!(
        seen,
        [(101, Exact::HUNDRED, 1, 3), (201, exact("200/3"), 2, 3),]
    );
    assert_eq!(
        (rows[0].standing, rows[0].place),
        (Standing::Full, None),
        "1 of 3 is no place"
    );
}

#[test]
fn a_relative_scale_moves_everybody_when_the_best_moves() {
    let mut it = world(2);
    let measure = Measure::Number { whole: true };
    it.indicator(1, indicator(1, measure, Scoring::Relative));
    it.enter(at(3, 1, 1), entry("20"));
    it.enter(at(3, 1, 2), entry("40"));
    let mut live = scores(&it);
    assert_eq!(live.rows[0].directions[0].index, Some(exact("50")));
    let key = it.enter(at(3, 1, 2), entry("80"));
    live.renew(&it.state, [key]);
    assert_eq!(live.rows[0].directions[0].index, Some(exact("25")));
    assert_eq!(live.best(IndicatorId(1)), Some(exact("80")));
}

#[test]
fn the_municipality_has_its_own_index_and_no_head_has_its_indicators() {
    let mut it = world(1);
    it.indicator(
        3,
        Indicator {
            level: SubjectKind::Municipality,
            ..indicator(2, share(), scale())
        },
    );
    it.enter(
        Cell {
            period: PeriodId(3),
            indicator: IndicatorId(3),
            subject: Subject::Municipality,
        },
        entry("3/4"),
    );
    let all = scores(&it);
    assert_eq!(all.municipality.unwrap().overall, Some(exact("200/3")));
    assert_eq!(all.rows[0].applicable, 2);
    assert_eq!(all.rows[0].overall, None);
}

/// What can happen to a world, as numbers that a strategy draws.
#[derive(Clone, Debug)]
enum Event {
    Enter {
        period: u32,
        indicator: u32,
        whom: u32,
        entry: String,
    },
    Remove {
        period: u32,
        indicator: u32,
        whom: u32,
    },
    Reference {
        number: i64,
    },
    Appoint {
        id: u32,
        organisation: u32,
        person: u32,
        from: u32,
        days: u32,
        acting: bool,
    },
    Weigh {
        indicator: u32,
        weight: i64,
    },
    Retire {
        indicator: u32,
        retired: bool,
    },
    Kind {
        organisation: u32,
        kindergarten: bool,
    },
    Completeness {
        percent: i64,
    },
    Unload {
        period: u32,
    },
}

fn event() -> impl Strategy<Value = Event> {
    let value = prop_oneof![
        (0_u32..30, 1_u32..30).prop_map(|(a, b)| format!("{a}/{b}")),
        (0_u32..1000).prop_map(|it| format!("{}%", Decimal::new(it.into(), 1))),
        (0_i64..40).prop_map(|it| it.to_string()),
        Just("нп".to_owned()),
        Just("нд".to_owned()),
        Just("-".to_owned()),
        (0_u8..2).prop_map(|it| format!("#{it}")),
    ];
    let cell = (1_u32..4, 1_u32..9, 1_u32..6);
    prop_oneof![
        12 => (cell.clone(), value).prop_map(|((period, indicator, whom), entry)| Event::Enter { period, indicator, whom, entry }),
        2 => cell.prop_map(|(period, indicator, whom)| Event::Remove { period, indicator, whom }),
        1 => (0_i64..30).prop_map(|number| Event::Reference { number }),
        1 => (1_u32..8, 1_u32..6, 101_u32..106, 0_u32..500, 1_u32..700, any::<bool>()).prop_map(
            |(id, organisation, person, from, days, acting)| Event::Appoint { id, organisation, person, from, days, acting }),
        1 => (1_u32..9, 1_i64..30).prop_map(|(indicator, weight)| Event::Weigh { indicator, weight }),
        1 => (1_u32..9, any::<bool>()).prop_map(|(indicator, retired)| Event::Retire { indicator, retired }),
        1 => (1_u32..6, any::<bool>()).prop_map(|(organisation, kindergarten)| Event::Kind { organisation, kindergarten }),
        1 => (0_i64..100).prop_map(|percent| Event::Completeness { percent }),
        1 => (1_u32..4).prop_map(|period| Event::Unload { period }),
    ]
}

/// Five organisations; every measure and every scale; indicator 4 is of persons, 8 of the municipality.
fn every_scale() -> Measured {
    let mut it = world(5);
    let number = || Measure::Number { whole: false };
    let input = |id| Input::Indicator(IndicatorId(id));
    let personal = Indicator {
        level: SubjectKind::Person,
        ..indicator(2, number(), Scoring::Direct { max: dec("40") })
    };
    it.indicator(4, personal);
    it.indicator(
        5,
        indicator(
            1,
            Measure::Delta { input: input(1) },
            bands(&[("-", "0"), ("0", "1"), ("5", "2")]),
        ),
    );
    it.indicator(
        6,
        indicator(2, Measure::Delta { input: input(5) }, Scoring::Relative),
    );
    let benchmark = Indicator {
        better: Better::Lower,
        kinds: vec![OrganisationKind::School],
        measured_on: Some((1, 15)),
        ..indicator(2, Measure::Benchmark { input: input(1) }, Scoring::Relative)
    };
    it.indicator(7, benchmark);
    let penalty = Scoring::PerUnit {
        start: dec("3"),
        points: dec("-0.5"),
        floor: dec("-4"),
        cap: dec("3"),
    };
    let municipal = Indicator {
        level: SubjectKind::Municipality,
        ..indicator(1, number(), penalty.clone())
    };
    it.indicator(3, indicator(2, number(), penalty));
    it.indicator(8, municipal);
    it
}

fn happen(it: &mut Measured, event: &Event) -> Option<Key> {
    let cell = |period, indicator, whom: u32| Cell {
        period: PeriodId(period),
        indicator: IndicatorId(indicator),
        subject: match indicator {
            4 => Subject::Person(PersonId(100 + whom)),
            8 => Subject::Municipality,
            _ => Subject::Organisation(OrganisationId(whom)),
        },
    };
    let wording = |it: &Measured, id| {
        it.state.indicators[&(EditionId(1), IndicatorId(id))]
            .body
            .clone()
    };
    Some(match event {
        Event::Enter {
            period,
            indicator,
            whom,
            entry: text,
        } => it.enter(cell(*period, *indicator, *whom), entry(text)),
        Event::Remove {
            period,
            indicator,
            whom,
        } => it.change(Key::Value(cell(*period, *indicator, *whom)), None),
        Event::Reference { number } => it.reference(3, 7, &number.to_string()),
        Event::Appoint {
            id,
            organisation,
            person,
            from,
            days,
            acting,
        } => {
            let from = day("2025-03-01") + chrono::Days::new(u64::from(*from));
            let to = from + chrono::Days::new(u64::from(*days));
            let kind = if *acting {
                AppointmentKind::Acting
            } else {
                AppointmentKind::Permanent
            };
            it.appoint(
                *id,
                *organisation,
                *person,
                &from.to_string(),
                &to.to_string(),
                kind,
            )
        }
        Event::Weigh { indicator, weight } => {
            let weight = Decimal::from(*weight);
            let body = Indicator {
                weight,
                ..wording(it, *indicator)
            };
            it.indicator(*indicator, body)
        }
        Event::Retire { indicator, retired } => {
            let body = Indicator {
                retired: *retired,
                ..wording(it, *indicator)
            };
            it.indicator(*indicator, body)
        }
        Event::Kind {
            organisation,
            kindergarten,
        } => {
            let id = OrganisationId(*organisation);
            let mut body = it.state.organisations[&id].body.clone();
            body.kind = if *kindergarten {
                OrganisationKind::Kindergarten
            } else {
                OrganisationKind::School
            };
            it.put(Key::Organisation(id), Record::Organisation(body))
        }
        Event::Completeness { percent } => it.edition(1, *percent, 6),
        Event::Unload { period } => {
            it.state.unload_shard(PeriodId(*period));
            return None;
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn renewed_scores_equal_those_computed_anew(
        steps in proptest::collection::vec(proptest::collection::vec(event(), 1..4), 1..25)
    ) {
        let mut it = every_scale();
        let mut live = scores(&it);
        for step in &steps {
            let keys: Vec<Key> = step.iter().filter_map(|event| happen(&mut it, event)).collect();
            live.renew(&it.state, keys);
            prop_assert_eq!(&live, &scores(&it));
        }
    }

    #[test]
    fn an_index_lies_between_nothing_and_a_hundred(events in proptest::collection::vec(event(), 1..60)) {
        let mut it = every_scale();
        for event in &events {
            happen(&mut it, event);
        }
        for row in scores(&it).rows {
            for index in row.directions.iter().filter_map(|it| it.index).chain(row.overall) {
                prop_assert!(index >= Exact::ZERO && index <= Exact::HUNDRED);
            }
            prop_assert!(row.filled <= row.applicable);
        }
    }

    #[test]
    fn not_applicable_takes_itself_out_and_changes_no_other_share(
        one in 0_u32..=100, two in 0_u32..=100, three in 0_u32..=100
    ) {
        let mut with = world(2);
        let mut without = world(2);
        for (indicator, percent) in [(1, one), (3, three)] {
            for it in [&mut with, &mut without] {
                it.enter(at(3, indicator, 1), entry(&format!("{percent}%")));
                it.enter(at(3, indicator, 2), entry(&format!("{percent}%")));
            }
        }
        with.enter(at(3, 2, 2), entry(&format!("{two}%")));
        without.enter(at(3, 2, 2), entry(&format!("{two}%")));
        with.enter(at(3, 2, 1), entry("нп"));
        let key = without.indicator(2, Indicator { kinds: vec![OrganisationKind::Lyceum], ..indicator(1, share(), scale()) });
        prop_assert_eq!(key.kind().name(), "indicator");
        // For whom it does not apply the index is that of a catalogue without the indicator; the neighbour keeps theirs.
        prop_assert_eq!(scores(&with).rows[0].overall, scores(&without).rows[0].overall);
        let mut neighbour = world(2);
        for (indicator, percent) in [(1, one), (2, two), (3, three)] {
            neighbour.enter(at(3, indicator, 2), entry(&format!("{percent}%")));
        }
        prop_assert_eq!(scores(&with).rows[1].overall, scores(&neighbour).rows[1].overall);
    }
}

/// The demo as its commits bring it, all periods in memory.
fn demo() -> smotr::domain::state::State {
    use smotr::exchange::demo::{Demo, Options};
    let mut state = smotr::domain::state::State::default();
    for commit in Demo::new(Options::DEMO).unwrap().commits(Seq(1)) {
        state.apply(&commit);
    }
    state
}

#[test]
fn the_demo_has_points_for_every_figure_and_heads_of_many_levels() {
    let state = demo();
    let periods: Vec<PeriodId> = state.periods.keys().copied().collect();
    let mut levels = std::collections::BTreeSet::new();
    for period in &periods {
        let edition = state.edition_of(*period).unwrap();
        for ((_, id), indicator) in state
            .indicators
            .iter()
            .filter(|((it, _), _)| *it == edition)
        {
            for cell in IndicatorScores::of(&state, *period, *id).cells {
                assert!(
                    !cell.figure.is_filled() || cell.points.is_some(),
                    "{} {:?} has no points",
                    indicator.code,
                    cell
                );
            }
        }
        let scores = PeriodScores::of(&state, *period);
        if state.periods[period].state == smotr::domain::period::PeriodState::Planned {
            continue;
        }
        assert!(scores.placed() > 20, "{period:?} has hardly a place");
        levels.extend(scores.rows.iter().filter_map(|it| it.level));
    }
    assert!(levels.len() >= 3, "levels {levels:?}");
}
