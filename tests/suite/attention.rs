//! What needs attention, and how much is filled.

use std::collections::BTreeMap;

use proptest::prelude::*;
use smotr::analysis::attention::{self, Concern, PeriodAttention, PeriodFilling};
use smotr::analysis::exact::Exact;
use smotr::analysis::indicator;
use smotr::analysis::roster::Roster;
use smotr::domain::catalogue::*;
use smotr::domain::followup::*;
use smotr::domain::ids::*;
use smotr::domain::record::{Key, Record};
use smotr::domain::value::{Cell, ValueState};

use crate::support::followed::*;
use crate::support::measured::*;

#[track_caller]
fn check(it: &Measured, today: &str, expected: &[Concern]) {
    let found = attention::concerns(&it.state, at(3, 1, 1), None, day(today));
    assert_eq!(found, expected);
}

#[test]
fn a_low_value_needs_attention_until_something_follows() {
    let mut it = world();
    let low = |points: i64| Concern::Low {
        points: Exact::whole(points),
        max: dec("3"),
    };
    check(&it, "2026-06-10", &[]);
    for (text, expected) in [
        ("0/5", vec![low(0)]),
        ("2/5", vec![low(1)]),
        ("3/5", vec![]),
        ("нп", vec![]),
    ] {
        it.enter(at(3, 1, 1), entry(text));
        check(&it, "2026-06-10", &expected);
    }
    it.enter(at(3, 1, 1), entry("0/5"));
    let draft = recommendation(Some(at(3, 1, 1)), 1, "", "");
    it.recommend(1, "2026-06-01", draft);
    check(&it, "2026-06-10", &[]);
    // Two bands: the lower one is low although it gives half of the points.
    it.indicator(
        1,
        Indicator {
            scoring: bands(&[("-", "1"), ("50", "2")]),
            ..category()
        },
    );
    it.enter(at(3, 1, 2), entry("0/5"));
    let found = attention::concerns(&it.state, at(3, 1, 2), None, day("2026-06-10"));
    assert!(matches!(found[..], [Concern::Low { .. }]));
    it.decide(1, "2026-06-10", &[], &[at(3, 1, 2)]);
    assert!(attention::concerns(&it.state, at(3, 1, 2), None, day("2026-06-10")).is_empty());
}

#[test]
fn a_recommendation_waits_thirty_days_for_a_decision_and_its_day_for_being_done() {
    let mut it = world();
    it.enter(at(3, 1, 1), entry("0/5"));
    let open = recommendation(Some(at(3, 1, 1)), 1, "2026-06-01", "2026-07-10");
    it.recommend(1, "2026-06-01", open.clone());
    let id = RecommendationId(1);
    let undecided = |days| Concern::NoDecision {
        recommendation: id,
        days,
    };
    let overdue = |days| Concern::RecommendationOverdue {
        recommendation: id,
        days,
    };
    check(&it, "2026-07-01", &[]);
    check(&it, "2026-07-02", &[undecided(31)]);
    check(&it, "2026-07-10", &[undecided(39)]);
    check(&it, "2026-07-11", &[undecided(40), overdue(1)]);
    it.decide(1, "2026-07-01", &[1], &[]);
    check(&it, "2026-07-11", &[overdue(1)]);
    let prolonged = Prolongation {
        to: day("2026-08-01"),
        ground: String::new(),
        by: UserId(1),
        on: day("2026-07-05"),
    };
    it.recommend(
        1,
        "2026-07-05",
        Recommendation {
            prolongations: vec![prolonged],
            ..open.clone()
        },
    );
    check(&it, "2026-07-11", &[]);
    it.recommend(
        1,
        "2026-07-05",
        Recommendation {
            state: RecommendationState::Done,
            ..open
        },
    );
    check(&it, "2027-07-11", &[]);
}

#[test]
fn an_assignment_is_overdue_the_day_after_and_every_quarter_anew() {
    let mut it = world();
    it.enter(at(3, 1, 1), entry("5/5"));
    it.decide(1, "2026-06-01", &[], &[at(3, 1, 1)]);
    let id = AssignmentId(1);
    let overdue = |days| Concern::AssignmentOverdue {
        assignment: id,
        days,
    };
    it.assign(1, 1, 1, Due::On(day("2026-06-15")));
    check(&it, "2026-06-15", &[]);
    check(&it, "2026-06-16", &[overdue(1)]);
    it.assign(1, 1, 1, Due::Quarterly(5));
    check(&it, "2026-06-30", &[]);
    check(&it, "2026-07-05", &[]);
    check(&it, "2026-07-06", &[overdue(1)]);
    it.report(1, ReportOn::Assignment(id), "2026-07-02");
    check(&it, "2026-07-06", &[]);
    check(&it, "2026-10-06", &[overdue(1)]);
    it.assign(1, 1, 1, Due::Monthly(5));
    check(&it, "2026-08-04", &[]);
    check(&it, "2026-08-06", &[overdue(1)]);
    it.assign(1, 1, 1, Due::Standing);
    check(&it, "2027-08-06", &[]);
    it.assign(1, 1, 2, Due::On(day("2026-06-15")));
    check(&it, "2026-06-16", &[]);
}

#[test]
fn a_note_is_missing_just_where_entering_would_ask_for_it() {
    for (note, scoring, text, missing) in [
        // Expert points of 0 need a note whatever the indicator says.
        (
            NoteRule::Free,
            Scoring::Direct { max: dec("12") },
            "0",
            true,
        ),
        (
            NoteRule::Free,
            Scoring::Direct { max: dec("12") },
            "3",
            false,
        ),
        (
            NoteRule::AtZero,
            bands(&[("-", "0"), ("40", "1")]),
            "0",
            true,
        ),
        (
            NoteRule::Always,
            Scoring::Direct { max: dec("12") },
            "12",
            true,
        ),
    ] {
        let mut it = world();
        let asks = Indicator {
            note,
            ..indicator(1, Measure::Number { whole: true }, scoring)
        };
        it.indicator(1, asks.clone());
        it.enter(at(3, 1, 1), entry(text));
        let found = attention::concerns(&it.state, at(3, 1, 1), None, day("2026-06-10"));
        assert_eq!(
            found.contains(&Concern::NoteMissing),
            missing,
            "{asks:?} {text}"
        );
        let asked = smotr::domain::decide::needs_note(&asks, &entry(text));
        assert_eq!(asked, missing, "{asks:?} {text}");
    }
}

#[test]
fn what_is_said_about_a_value_can_need_attention() {
    let mut it = world();
    it.indicator(
        1,
        Indicator {
            note: NoteRule::AtZero,
            evidence_required: true,
            ..indicator(
                1,
                Measure::Number { whole: true },
                Scoring::Direct { max: dec("12") },
            )
        },
    );
    let cell = at(3, 1, 1);
    it.enter(cell, entry("0"));
    it.recommend(1, "2026-06-01", recommendation(Some(cell), 1, "", ""));
    check(
        &it,
        "2026-06-10",
        &[Concern::NoteMissing, Concern::EvidenceMissing],
    );
    it.alter(cell, |value| {
        value.note = "экспертиза не проводилась".into();
        value.evidence = Some(DocumentId(1));
        value.follow_up = true;
    });
    check(&it, "2026-06-10", &[Concern::FollowUp]);
    it.alter(cell, |value| {
        value.follow_up = false;
        value.state = ValueState::Returned {
            reason: "сверить".into(),
        };
    });
    check(&it, "2026-06-10", &[Concern::Returned]);
}

#[test]
fn what_is_filled_counts_every_answer_but_the_cleared_and_the_computed() {
    let mut it = world();
    it.indicator(
        2,
        Indicator {
            level: SubjectKind::Person,
            direction: DirectionId(2),
            ..category()
        },
    );
    let input = Input::Indicator(IndicatorId(1));
    it.indicator(
        3,
        indicator(
            1,
            Measure::Delta { input },
            bands(&[("-", "0"), ("0", "1")]),
        ),
    );
    let mut roster = Roster::of(&it.state, PeriodId(3));
    let mut live = PeriodFilling::of(&it.state, &roster);
    let counts = |it: &PeriodFilling| {
        [
            it.direction(DirectionId(1)),
            it.direction(DirectionId(2)),
            it.whole(),
        ]
        .map(|it| (it.entered, it.due))
    };
    assert_eq!(counts(&live), [(0, 2), (0, 2), (0, 4)]);
    let keys = [
        it.enter(at(3, 1, 1), entry("нд")),
        it.enter(at(3, 1, 2), entry("-")),
        it.enter(of_person(3, 2, 101), entry("нп")),
        it.enter(at(3, 3, 1), entry("5")),
        it.enter(at(2, 1, 2), entry("5/5")),
        it.enter(of_municipality(3, 1), entry("5")),
    ];
    live.renew(&it.state, &roster, keys);
    // «н/п» leaves both sums.
    assert_eq!(counts(&live), [(1, 2), (0, 1), (1, 3)]);
    assert_eq!(live.indicator(IndicatorId(3)).due, 0);
    let mut body = it.state.organisations[&OrganisationId(2)].body.clone();
    body.closed = Some(day("2025-01-01"));
    let key = it.put(
        Key::Organisation(OrganisationId(2)),
        Record::Organisation(body),
    );
    roster = Roster::of(&it.state, PeriodId(3));
    live.renew(&it.state, &roster, [key]);
    assert_eq!(counts(&live), [(1, 1), (0, 0), (1, 1)]);
    assert_eq!(live, PeriodFilling::of(&it.state, &roster));
}

/// What happens in a small world: a kind, and two numbers that say where.
fn happen(it: &mut Measured, kind: u8, a: u32, b: u32) -> Vec<Key> {
    let cell = at(2 + a % 2, 1 + a % 3, 1 + b % 3);
    match kind {
        0..=4 => vec![it.enter(cell, entry(&format!("{}/20", (a * 7 + b) % 21)))],
        5 => vec![it.enter(cell, entry(["нп", "нд", "-"][b as usize % 3]))],
        6 if it.state.value(cell).is_some() => {
            it.alter(cell, |value| value.follow_up = !value.follow_up);
            vec![Key::Value(cell)]
        }
        7 => {
            let ground = (!b.is_multiple_of(4)).then_some(cell);
            let sent = ["", "2026-06-01", "2026-08-01"][a as usize % 3];
            it.recommend(
                1 + b,
                "2026-07-01",
                recommendation(ground, 1 + b % 3, sent, "2026-08-15"),
            );
            vec![Key::Recommendation(RecommendationId(1 + b))]
        }
        8 => {
            it.decide(1 + a, "2026-06-20", &[1 + b], &[cell]);
            vec![
                Key::Document(DocumentId(1 + a)),
                Key::Decision(DecisionId(1 + a)),
            ]
        }
        9 => {
            it.assign(1 + a, 1 + b, a % 4, Due::On(day("2026-08-01")));
            vec![Key::Assignment(AssignmentId(1 + a))]
        }
        10 => {
            let scoring = bands(&[
                ("-", "0"),
                ("30", "1"),
                ["70", "90"].map(|it| (it, "2"))[a as usize % 2],
            ]);
            vec![it.indicator(
                1,
                Indicator {
                    scoring,
                    ..category()
                },
            )]
        }
        _ => Vec::new(),
    }
}

proptest! {
    #[test]
    fn attention_renewed_equals_that_looked_for_anew_and_cell_by_cell(
        steps in proptest::collection::vec((0_u8..11, 0_u32..6, 0_u32..6), 1..40)
    ) {
        let mut it = world();
        it.organisation(3, "СШ № 3");
        it.indicator(2, indicator(2, Measure::Delta { input: Input::Indicator(IndicatorId(1)) }, bands(&[("-", "0"), ("5", "1")])));
        it.indicator(3, indicator(2, share(), Scoring::Relative));
        let today = day("2026-09-10");
        let roster = Roster::of(&it.state, PeriodId(3));
        let mut live = PeriodAttention::of(&it.state, &roster, today);
        for (kind, a, b) in steps {
            let keys = happen(&mut it, kind, a, b);
            live.renew(&it.state, &roster, keys);
            prop_assert_eq!(&live, &PeriodAttention::of(&it.state, &roster, today));
        }
        let by_cell: BTreeMap<Cell, Vec<Concern>> = (1..=3)
            .flat_map(|organisation| (1..=3).map(move |indicator| at(3, indicator, organisation)))
            .map(|cell| {
                let best = indicator::best(&it.state, cell);
                (cell, attention::concerns(&it.state, cell, best, today))
            })
            .collect();
        for (cell, expected) in &by_cell {
            prop_assert_eq!(live.get(*cell), expected.as_slice());
        }
        let counted: usize = (1..=3).map(|it| live.count(IndicatorId(it))).sum();
        prop_assert_eq!(counted, by_cell.values().filter(|it| !it.is_empty()).count());
        prop_assert_eq!(live.cells().count(), counted);
    }
}
