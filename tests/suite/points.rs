//! From an entry to a figure, from a figure to points, and what is lacking to more.

use proptest::prelude::*;
use rust_decimal::Decimal;
use smotr::analysis::exact::Exact;
use smotr::analysis::measure::{self, Figure, How, Missing};
use smotr::analysis::points::{self, Next, Side};
use smotr::domain::catalogue::*;
use smotr::domain::ids::{IndicatorId, PeriodId};
use smotr::domain::number::Edge;

use crate::support::measured::*;

/// A world with one organisation, and indicator 1 as given.
fn world(it: Indicator) -> Measured {
    let mut world = Measured::new();
    world.direction(1, 1);
    world.organisation(1, "СШ № 1");
    world.indicator(1, it);
    world
}

fn figure_of(it: &Indicator, text: &str) -> Figure {
    let mut world = world(it.clone());
    world.enter(at(3, 1, 1), entry(text));
    measure::figure(&world.state, at(3, 1, 1))
}

fn points_of(it: &Indicator, text: &str) -> Option<Exact> {
    points::points(it, &figure_of(it, text), None)
}

#[track_caller]
fn check(it: &Indicator, table: &[(&str, &str)]) {
    for (text, expected) in table {
        let expected = (*expected != "нет").then(|| Exact::from(dec(expected)));
        assert_eq!(points_of(it, text), expected, "points of {text}");
    }
}

fn number(scoring: Scoring) -> Indicator {
    indicator(1, Measure::Number { whole: false }, scoring)
}

fn category() -> Indicator {
    indicator(
        1,
        share(),
        bands(&[("-", "0"), ("40", "1"), ("60", "2"), ("80", "3")]),
    )
}

#[test]
fn a_band_begins_at_its_bound_and_ends_before_the_next() {
    check(
        &category(),
        &[
            ("0/24", "0"),
            ("2/5", "1"),
            ("59.99%", "1"),
            ("3/5", "2"),
            ("79.96%", "2"),
            ("4/5", "3"),
            ("24/24", "3"),
        ],
    );
}

#[test]
fn a_ratio_meets_a_threshold_without_rounding() {
    // 28 digits of 2/3 × 100 are above 66.666666666666666666666666666; a third and a bit are not.
    let it = indicator(
        1,
        share(),
        bands(&[("-", "0"), ("66.666666666666666666666666666", "1")]),
    );
    check(&it, &[("2/3", "1")]);
    let it = indicator(
        1,
        share(),
        bands(&[("-", "0"), ("66.666666666666666666666666667", "1")]),
    );
    check(&it, &[("2/3", "0")]);
}

#[test]
fn every_scale_turns_its_own_entries_into_points() {
    let options = Scoring::Options(vec![dec("3"), dec("1"), dec("0")]);
    let choice = indicator(
        1,
        Measure::Choice {
            options: vec!["создана".into(), "частично".into(), "не создана".into()],
        },
        options,
    );
    check(
        &choice,
        &[("#0", "3"), ("#1", "1"), ("#2", "0"), ("#3", "нет")],
    );
    let penalty = number(Scoring::PerUnit {
        start: dec("3"),
        points: dec("-1"),
        floor: dec("-5"),
        cap: dec("3"),
    });
    check(
        &penalty,
        &[
            ("0", "3"),
            ("1", "2"),
            ("4", "-1"),
            ("20", "-5"),
            ("0.5", "2.5"),
        ],
    );
    check(
        &number(Scoring::Direct { max: dec("12") }),
        &[("0", "0"), ("7.5", "7.5"), ("12", "12")],
    );
}

#[test]
fn points_are_shown_as_they_are_and_a_share_of_the_best_to_a_tenth() {
    let per_unit = |points: &str| Scoring::PerUnit {
        start: dec("0"),
        points: dec(points),
        floor: dec("0"),
        cap: dec("3"),
    };
    let third = Exact::ratio(dec("1"), dec("3")).unwrap();
    for (scoring, points, expected) in [
        (
            Scoring::Direct { max: dec("12") },
            dec("2.25").into(),
            "2.25",
        ),
        (
            Scoring::Direct { max: dec("12") },
            dec("2.50").into(),
            "2.5",
        ),
        (per_unit("0.25"), dec("0.75").into(), "0.75"),
        (per_unit("1"), third, "0.3"),
        (Scoring::Relative, dec("87.25").into(), "87.3"),
    ] {
        let shown = points::shown_points(&scoring, points);
        assert_eq!(shown.to_string(), expected, "{scoring:?}");
    }
}

#[test]
fn what_is_not_a_number_has_no_points_and_is_not_nothing() {
    for (text, expected) in [
        ("нп", Figure::NotApplicable),
        ("нд", Figure::NoData),
        ("-", Figure::Empty),
    ] {
        assert_eq!(figure_of(&category(), text), expected);
        check(&category(), &[(text, "нет")]);
    }
    let world = world(category());
    assert_eq!(measure::figure(&world.state, at(3, 1, 1)), Figure::Absent);
    assert_eq!(
        measure::figure(&world.state, at(3, 1, 2)),
        Figure::NotCollected
    );
    assert_eq!(
        measure::figure(&world.state, of_person(3, 1, 1)),
        Figure::NotCollected
    );
    assert_eq!(
        measure::figure(&world.state, at(9, 1, 1)),
        Figure::NotCollected
    );
}

#[test]
fn the_best_of_a_relative_scale_is_a_hundred() {
    let best = |text| Some(Exact::from(dec(text)));
    let at = |better, text: &str, best| {
        let it = Indicator {
            better,
            ..number(Scoring::Relative)
        };
        points::points(&it, &figure_of(&it, text), best)
    };
    assert_eq!(at(Better::Higher, "30", best("40")), best("75"));
    assert_eq!(at(Better::Higher, "40", best("40")), best("100"));
    assert_eq!(at(Better::Lower, "40", best("10")), best("25"));
    assert_eq!(at(Better::Lower, "0", best("0")), best("100"));
    assert_eq!(at(Better::Lower, "5", best("0")), best("0"));
    assert_eq!(at(Better::Higher, "-1", best("0")), best("0"));
}

#[test]
fn a_change_is_counted_from_the_period_before_and_says_what_is_missing() {
    let scale = bands(&[("-", "0"), ("0", "1"), ("5", "2")]);
    let own = indicator(
        1,
        Measure::Delta {
            input: Input::Own {
                title: "качество знаний, %".into(),
            },
        },
        scale.clone(),
    );
    let mut it = world(own);
    let figure = |it: &Measured, period| measure::figure(&it.state, at(period, 1, 1));
    assert_eq!(figure(&it, 3), Figure::Absent);
    it.enter(at(3, 1, 1), entry("45.5"));
    assert_eq!(
        figure(&it, 3),
        Figure::Uncomputed(Missing::ValueBefore(PeriodId(2)))
    );
    it.enter(at(2, 1, 1), entry("нд"));
    assert_eq!(
        figure(&it, 3),
        Figure::Uncomputed(Missing::ValueBefore(PeriodId(2)))
    );
    it.enter(at(2, 1, 1), entry("41"));
    assert_eq!(figure(&it, 3).number(), Some(Exact::from(dec("4.5"))));
    it.enter(at(1, 1, 1), entry("40"));
    assert_eq!(figure(&it, 1), Figure::Uncomputed(Missing::PeriodBefore));
    it.enter(at(3, 1, 1), entry("нп"));
    assert_eq!(figure(&it, 3), Figure::NotApplicable);

    let mut of_other = world(category());
    of_other.indicator(
        2,
        indicator(
            1,
            Measure::Delta {
                input: Input::Indicator(IndicatorId(1)),
            },
            scale,
        ),
    );
    let figure = |it: &Measured| measure::figure(&it.state, at(3, 2, 1));
    assert_eq!(
        figure(&of_other),
        Figure::Uncomputed(Missing::Input(IndicatorId(1)))
    );
    of_other.enter(at(2, 1, 1), entry("2/3"));
    of_other.enter(at(3, 1, 1), entry("3/4"));
    assert_eq!(
        figure(&of_other).number(),
        Exact::ratio(dec("25"), dec("3"))
    );

    // Another way of counting in the period before: nothing can be said.
    of_other.edition(2, 70, 6);
    of_other.indicator_in(
        2,
        1,
        Indicator {
            method: "по новому приказу".into(),
            ..category()
        },
    );
    of_other.period(2, 2024, 2);
    let missing = Missing::SameDefinition { before: 2, now: 1 };
    assert_eq!(figure(&of_other), Figure::Uncomputed(missing));
    of_other.state.unload_shard(PeriodId(2));
    of_other.period(2, 2024, 1);
    assert_eq!(
        figure(&of_other),
        Figure::Uncomputed(Missing::NotLoaded(PeriodId(2)))
    );
}

#[test]
fn a_benchmark_divides_by_the_reference() {
    let input = Input::Own {
        title: "не достигли минимума, %".into(),
    };
    let mut it = world(indicator(
        1,
        Measure::Benchmark { input },
        bands(&[("-", "2"), ("0.95", "1")]),
    ));
    it.enter(at(3, 1, 1), entry("3.8"));
    let figure = |it: &Measured| measure::figure(&it.state, at(3, 1, 1));
    assert_eq!(figure(&it), Figure::Uncomputed(Missing::Reference));
    it.reference(3, 1, "0");
    assert_eq!(figure(&it), Figure::Uncomputed(Missing::ReferenceIsZero));
    it.reference(3, 1, "4");
    assert_eq!(
        figure(&it),
        Figure::Number {
            value: Exact::from(dec("0.95")),
            how: How::Benchmark {
                own: Exact::from(dec("3.8")),
                reference: dec("4"),
            },
        }
    );
}

#[test]
fn two_indicators_that_stand_on_each_other_end_in_a_missing_input() {
    let on = |other| {
        indicator(
            1,
            Measure::Delta {
                input: Input::Indicator(IndicatorId(other)),
            },
            bands(&[("-", "0"), ("0", "1")]),
        )
    };
    let mut it = world(on(2));
    it.indicator(2, on(1));
    assert!(matches!(
        measure::figure(&it.state, at(3, 1, 1)),
        Figure::Uncomputed(Missing::Input(_))
    ));
}

#[track_caller]
fn check_next(it: &Indicator, text: &str, expected: (&str, Side, &str, &str, Option<&str>)) {
    let (threshold, side, points, lacking, in_numerator) = expected;
    let exact = |text: &str| Exact::from(dec(text));
    assert_eq!(
        points::next_step(it, &figure_of(it, text), None),
        Some(Next::Band {
            threshold: dec(threshold),
            side,
            points: dec(points),
            lacking: exact(lacking),
            in_numerator: in_numerator.map(exact),
        }),
        "next step from {text}"
    );
}

#[test]
fn what_is_lacking_is_said_in_the_unit_and_in_people() {
    let it = category();
    check_next(&it, "15/20", ("80", Side::AtLeast, "3", "5", Some("1")));
    check_next(&it, "13/25", ("60", Side::AtLeast, "2", "8", Some("2")));
    check_next(&it, "79.96%", ("80", Side::AtLeast, "3", "0.04", None));
    assert_eq!(points::next_step(&it, &figure_of(&it, "21/24"), None), None);

    let below = Indicator {
        better: Better::Lower,
        ..indicator(
            1,
            share(),
            bands(&[("-", "3"), ("3", "2"), ("5", "1"), ("10", "0")]),
        )
    };
    check_next(&below, "5/100", ("5", Side::Below, "2", "0", Some("1")));
    check_next(&below, "12/100", ("10", Side::Below, "1", "2", Some("3")));
    let complaints = Indicator {
        better: Better::Lower,
        ..indicator(
            1,
            Measure::Number { whole: true },
            bands(&[("-", "3"), ("1", "2"), ("3", "0")]),
        )
    };
    check_next(&complaints, "5", ("3", Side::Below, "2", "3", None));
    // A norm in the middle of the scale is found on the other side as well.
    let norm = number(bands(&[("-", "0"), ("10", "2"), ("20", "1")]));
    check_next(&norm, "23.5", ("20", Side::Below, "2", "3.5", None));
}

/// «до 60 включительно», «свыше 60 до 80 включительно», «свыше 80».
fn closed_above() -> Indicator {
    let scale = bands(&[("-", "0"), (">60", "1"), (">80", "3")]);
    indicator(1, share(), scale)
}

#[test]
fn a_band_may_begin_only_above_its_bound() {
    check(
        &closed_above(),
        &[
            ("60%", "0"),
            ("3/5", "0"),
            ("60.000000001%", "1"),
            ("80%", "1"),
            ("4/5", "1"),
            ("801/1000", "3"),
        ],
    );
    // sverdlovsk-gov.ru: «>1 → 0, =1 → 1, <1 → 2».
    let ratio = number(bands(&[("-", "2"), ("1", "1"), (">1", "0")]));
    check(&ratio, &[("0.999", "2"), ("1", "1"), ("1.001", "0")]);
}

#[test]
fn what_is_lacking_to_a_band_above_its_bound() {
    let it = closed_above();
    check_next(&it, "15/20", ("80", Side::Above, "3", "5", Some("2")));
    check_next(&it, "16/20", ("80", Side::Above, "3", "0", Some("1")));
    let fewer = Indicator {
        better: Better::Lower,
        ..indicator(1, share(), bands(&[("-", "3"), (">3", "2"), (">5", "0")]))
    };
    check_next(&fewer, "6/100", ("5", Side::AtMost, "2", "1", Some("1")));
    let complaints = Indicator {
        measure: Measure::Number { whole: true },
        ..fewer
    };
    check_next(&complaints, "7", ("5", Side::AtMost, "2", "2", None));
    let prizes = indicator(
        1,
        Measure::Number { whole: true },
        bands(&[("-", "0"), (">5", "1")]),
    );
    check_next(&prizes, "5", ("5", Side::Above, "1", "1", None));
    let shown = |text: &str| points::shown(&it, figure_of(&it, text).number().unwrap());
    assert_eq!(shown("80.04%").to_string(), "80.04");
}

#[test]
fn a_shown_value_stays_on_its_side_of_a_threshold() {
    let it = category();
    let shown = |text: &str| points::shown(&it, figure_of(&it, text).number().unwrap()).to_string();
    assert_eq!(shown("79.96%"), "79.96");
    assert_eq!(shown("79.949%"), "79.9");
    assert_eq!(shown("80%"), "80.0");
    assert_eq!(shown("2/3"), "66.7");
}

#[test]
fn fractions_too_long_for_38_digits_are_rounded_and_still_in_order() {
    let long =
        |n: i64| Exact::ratio(Decimal::from(n), dec("79228162514264337593543950335")).unwrap();
    let sum = long(7) + Exact::ratio(dec("1"), dec("79228162514264337593543950333")).unwrap();
    assert!(sum >= Exact::ZERO && sum < Exact::from(dec("0.000001")));
    assert!(long(7) < long(8));
    let big = Exact::from(dec("79228162514264337593543950335"));
    assert!(big * big > big);
    assert!(big.over(long(1)).is_some());
}

fn rising() -> impl Strategy<Value = Scoring> {
    (
        proptest::collection::btree_set(-500_i64..500, 1..6),
        proptest::collection::btree_set(0_i64..40, 7),
    )
        .prop_map(|(bounds, points)| {
            let bounds = std::iter::once(None).chain(bounds.into_iter().map(Some));
            Scoring::Bands(
                bounds
                    .zip(points)
                    .map(|(from, points)| Band {
                        from: from.map(|it| Edge::at(Decimal::new(it, 1))),
                        points: Decimal::from(points),
                    })
                    .collect(),
            )
        })
}

proptest! {
    #[test]
    fn more_is_never_fewer_points_on_a_rising_scale(
        scoring in rising(), a in -600_i64..600, b in -600_i64..600, of in 1_i64..97
    ) {
        let it = number(scoring);
        let figure = |n: i64| Figure::Number {
            value: Exact::ratio(Decimal::from(n), Decimal::from(of)).unwrap(),
            how: How::Entered,
        };
        let points_of = |n| points::points(&it, &figure(n), None).unwrap();
        prop_assert!(points_of(a.min(b)) <= points_of(a.max(b)));
    }

    #[test]
    fn what_is_lacking_leads_into_the_better_band_and_one_less_does_not(
        scoring in rising(), a in 0_i64..100, of in 1_i64..100
    ) {
        let it = indicator(1, share(), scoring);
        let figure = figure_of(&it, &format!("{a}/{of}"));
        if let Some(Next::Band { points, in_numerator: Some(people), .. }) = points::next_step(&it, &figure, None) {
            let people: i64 = people.rounded(0).try_into().unwrap();
            let with = |n: i64| points_of(&it, &format!("{n}/{of}")).unwrap();
            prop_assert!(with(a + people) >= Exact::from(points));
            prop_assert!(with(a + people - 1) < Exact::from(points));
        }
    }

    #[test]
    fn fractions_add_and_compare_as_numbers_do(
        a in -1000_i64..1000, b in 1_i64..1000, c in -1000_i64..1000, d in 1_i64..1000
    ) {
        let part = |n: i64, of: i64| Exact::ratio(Decimal::from(n), Decimal::from(of)).unwrap();
        prop_assert_eq!(part(a, b) + part(c, d), part(a * d + c * b, b * d));
        prop_assert_eq!(part(a, b) * part(c, d), part(a * c, b * d));
        prop_assert_eq!(part(a, b).cmp(&part(c, d)), (a * d).cmp(&(c * b)));
    }
}
