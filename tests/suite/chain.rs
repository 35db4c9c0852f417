//! «Цепочка» with its gaps, and what needs attention.

use smotr::analysis::attention::{self, Concern, PeriodFilling};
use smotr::analysis::chain::{self, Gap, Item, What};
use smotr::analysis::dynamics::Change;
use smotr::analysis::exact::Exact;
use smotr::analysis::roster::Roster;
use smotr::domain::catalogue::*;
use smotr::domain::followup::*;
use smotr::domain::ids::*;
use smotr::domain::record::{Key, Record};
use smotr::domain::value::{Cell, ValueState};

use crate::support::followed::*;
use crate::support::measured::*;

fn category() -> Indicator {
    indicator(
        1,
        share(),
        bands(&[("-", "0"), ("40", "1"), ("60", "2"), ("80", "3")]),
    )
}

fn world() -> Measured {
    let mut it = Measured::new();
    it.direction(1, 1);
    it.direction(2, 1);
    it.indicator(1, category());
    for id in 1..=2 {
        it.organisation(id, &format!("СШ № {id}"));
        it.head(id, id, 100 + id, "2020-01-01", "");
    }
    it
}

fn cell() -> Cell {
    at(2, 1, 1)
}

/// The chain as a line: v value, r recommendation, d decision, a assignment, o report, + later value, ? gap before the letter of what is missing.
fn line(items: &[Item]) -> String {
    let one = |it: &Item| match it.what {
        What::Value { .. } => "v".to_owned(),
        What::Recommendation(id) => format!("r{}", id.0),
        What::Decision(id) => format!("d{}", id.0),
        What::Assignment(id) => format!("a{}", id.0),
        What::Report(id) => format!("o{}", id.0),
        What::Later { .. } => "+".to_owned(),
        What::Gap(Gap::NoRecommendation(_)) => "?r".to_owned(),
        What::Gap(Gap::NoDecision(_)) => "?d".to_owned(),
        What::Gap(Gap::NoAssignment(_)) => "?a".to_owned(),
        What::Gap(Gap::NoReport(_)) => "?o".to_owned(),
        What::Gap(Gap::NoLaterValue(_)) => "?+".to_owned(),
    };
    items.iter().map(one).collect::<Vec<_>>().join(" ")
}

fn chain_of(it: &Measured) -> String {
    line(&chain::of_value(&it.state, cell()))
}

#[test]
fn a_chain_grows_link_by_link_and_names_what_is_missing() {
    let mut it = world();
    it.enter(cell(), entry("1/5"));
    assert_eq!(chain_of(&it), "v ?r ?+");
    it.recommend(
        1,
        "2025-06-01",
        recommendation(Some(cell()), 1, "2025-06-01", "2025-12-15"),
    );
    assert_eq!(chain_of(&it), "v r1 ?d ?+");
    it.decide(1, "2025-06-20", &[1], &[]);
    assert_eq!(chain_of(&it), "v r1 d1 ?a ?+");
    it.assign(1, 1, 1, Due::On(day("2025-10-01")));
    it.assign(2, 1, 2, Due::On(day("2025-10-01")));
    it.assign(3, 1, 0, Due::Standing);
    assert_eq!(
        chain_of(&it),
        "v r1 d1 a1 ?o a3 ?o ?+",
        "2.2 is another school's"
    );
    it.report(1, ReportOn::Assignment(AssignmentId(1)), "2025-09-20");
    assert_eq!(chain_of(&it), "v r1 d1 a1 a3 ?o o1 ?+");
    it.enter(at(3, 1, 1), entry("4/5"));
    assert_eq!(chain_of(&it), "v r1 d1 a1 a3 ?o o1 +");
    let items = chain::of_value(&it.state, cell());
    let What::Later {
        change: Some(Change::Comparable(change)),
        points,
        ..
    } = items.last().unwrap().what
    else {
        panic!("a later value expected");
    };
    assert_eq!(change.value, Some(Exact::whole(60)));
    assert_eq!(points, Some(Exact::whole(3)));
    assert_eq!(items[0].key(), Some(Key::Value(cell())));
    assert_eq!(
        items[2].under,
        Some(Key::Recommendation(RecommendationId(1)))
    );
}

#[test]
fn a_chain_goes_by_the_dates_on_the_papers() {
    let mut it = world();
    it.enter(cell(), entry("1/5"));
    it.recommend(
        1,
        "2025-07-09",
        recommendation(Some(cell()), 1, "2025-07-09", ""),
    );
    it.recommend(
        2,
        "2025-07-10",
        recommendation(Some(cell()), 1, "2025-06-01", ""),
    );
    it.decide(1, "2025-06-20", &[2], &[]);
    it.decide(2, "2025-05-30", &[], &[cell()]);
    it.assign(1, 1, 1, Due::Standing);
    it.report(
        1,
        ReportOn::Recommendation(RecommendationId(2)),
        "2025-06-10",
    );
    assert_eq!(chain_of(&it), "v d2 ?a r2 o1 d1 a1 ?o r1 ?d ?+");
}

#[test]
fn the_chain_of_an_organisation_tells_what_is_low_or_was_acted_upon() {
    let mut it = world();
    let high = at(3, 2, 1);
    it.indicator(2, category());
    it.enter(at(3, 1, 1), entry("1/5"));
    it.enter(high, entry("5/5"));
    let of = |it: &Measured| {
        line(&chain::of_organisation(
            &it.state,
            OrganisationId(1),
            PeriodId(3),
        ))
    };
    assert_eq!(of(&it), "v ?r ?+", "only the low one");
    it.recommend(
        1,
        "2026-06-01",
        recommendation(Some(high), 1, "2026-06-01", ""),
    );
    it.recommend(2, "2026-06-02", recommendation(None, 1, "2026-06-02", ""));
    it.recommend(3, "2026-06-02", recommendation(None, 2, "2026-06-02", ""));
    assert_eq!(of(&it), "v ?r v r1 ?d r2 ?d ?+ ?+");
    it.decide(1, "2026-06-10", &[], &[]);
    it.assign(1, 1, 1, Due::Standing);
    it.decide(2, "2026-06-10", &[], &[]);
    it.assign(2, 2, 2, Due::Standing);
    assert_eq!(of(&it), "v ?r v r1 ?d r2 ?d d1 a1 ?o ?+ ?+");
}

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
    let others = attention::concerns_of_organisation;
    assert_eq!(
        others(&it.state, OrganisationId(2), PeriodId(3), day("2026-06-16")),
        [overdue(1)],
        "the school that is named hears of it"
    );
    assert!(others(&it.state, OrganisationId(1), PeriodId(3), day("2026-06-16")).is_empty());
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
    assert_eq!(counts(&live), [(1, 2), (1, 2), (2, 4)]);
    assert_eq!(live.indicator(IndicatorId(3)).due, 0);
    let mut body = it.state.organisations[&OrganisationId(2)].body.clone();
    body.closed = Some(day("2025-01-01"));
    let key = it.put(
        Key::Organisation(OrganisationId(2)),
        Record::Organisation(body),
    );
    roster = Roster::of(&it.state, PeriodId(3));
    live.renew(&it.state, &roster, [key]);
    assert_eq!(counts(&live), [(1, 1), (1, 1), (2, 2)]);
    assert_eq!(live, PeriodFilling::of(&it.state, &roster));
}
