//! A cell through the periods, and the municipality beside it.

use proptest::prelude::*;
use rust_decimal::Decimal;
use smotr::analysis::dynamics::{self, Break, Change, Difference, Meaning, Past};
use smotr::analysis::exact::Exact;
use smotr::analysis::measure::Figure;
use smotr::analysis::municipality::{self, Municipal, MunicipalValue, Spread};
use smotr::analysis::scores::PeriodScores;
use smotr::domain::catalogue::*;
use smotr::domain::ids::*;
use smotr::domain::value::{Cell, Subject};

use crate::support::measured::*;

fn exact(text: &str) -> Exact {
    match text.split_once('/') {
        Some((a, b)) => Exact::ratio(dec(a), dec(b)).unwrap(),
        None => Exact::from(dec(text)),
    }
}

fn category() -> Indicator {
    indicator(
        1,
        share(),
        bands(&[("-", "0"), ("40", "1"), ("60", "2"), ("80", "3")]),
    )
}

fn world(it: Indicator) -> Measured {
    let mut world = Measured::new();
    world.direction(1, 1);
    for id in 1..=4 {
        world.organisation(id, &format!("СШ № {id}"));
        world.head(id, id, 100 + id, "2020-01-01", "");
    }
    world.indicator(1, it);
    world
}

fn past(it: &Measured, n: usize) -> Vec<Past> {
    dynamics::past(&it.state, at(3, 1, 1), n)
}

#[test]
fn the_last_periods_come_with_value_points_and_place() {
    let mut it = world(category());
    it.enter(at(2, 1, 1), entry("78.3%"));
    it.enter(at(2, 1, 2), entry("90%"));
    it.enter(at(3, 1, 1), entry("21/24"));
    it.enter(at(3, 1, 2), entry("7/8"));
    let seen: Vec<_> = past(&it, 4)
        .iter()
        .map(|it| (it.period.0, it.figure.number(), it.points, it.place, it.of))
        .collect();
    assert_eq!(
        seen,
        [
            (1, None, None, None, 0),
            (2, Some(exact("78.3")), Some(exact("2")), Some(2), 2),
            (3, Some(exact("87.5")), Some(exact("3")), Some(1), 2),
        ]
    );
    let last = past(&it, 1);
    assert_eq!(last.len(), 1);
    assert_eq!(
        last[0].change,
        Some(Change::Comparable(Difference {
            value: Some(exact("9.2")),
            points: Some(exact("1")),
            meaning: Meaning::Better,
        })),
        "one period is compared with the one before it all the same"
    );
    assert_eq!(dynamics::change(&it.state, at(3, 1, 1)), last[0].change);
    assert_eq!(dynamics::change(&it.state, at(2, 1, 1)), None);
    assert_eq!(dynamics::trend(&past(&it, 4)), Some(Meaning::Better));
    assert_eq!(past(&it, 3)[1].change, None, "nothing to compare with");
    it.state.unload_shard(PeriodId(2));
    assert_eq!(past(&it, 2)[0].figure, Figure::NotLoaded);
    assert!(past(&it, 0).is_empty());
}

#[test]
fn what_a_change_means_depends_on_which_way_is_better() {
    for (difference, better, meaning) in [
        ("1", Better::Higher, Meaning::Better),
        ("1", Better::Lower, Meaning::Worse),
        ("-1", Better::Higher, Meaning::Worse),
        ("-1", Better::Lower, Meaning::Better),
        ("0", Better::Lower, Meaning::Neutral),
    ] {
        assert_eq!(Meaning::of(exact(difference), better), meaning);
    }
}

#[test]
fn a_change_means_what_it_does_to_the_points() {
    // In the middle of the scale is the norm.
    let norm = || bands(&[("-", "0"), ("40", "3"), ("60", "1")]);
    for (before, now, better, meaning) in [
        ("10/20", "13/20", Better::Higher, Meaning::Worse),
        ("13/20", "10/20", Better::Higher, Meaning::Better),
        ("6/20", "10/20", Better::Lower, Meaning::Better),
        // As many points as before: then what is better is the indicator's to say.
        ("9/20", "10/20", Better::Higher, Meaning::Better),
        ("9/20", "10/20", Better::Lower, Meaning::Worse),
        ("10/20", "10/20", Better::Lower, Meaning::Neutral),
    ] {
        let scoring = norm();
        let mut it = world(Indicator {
            better,
            scoring,
            ..category()
        });
        it.enter(at(2, 1, 1), entry(before));
        it.enter(at(3, 1, 1), entry(now));
        let trend = dynamics::trend(&past(&it, 2));
        assert_eq!(trend, Some(meaning), "{before} → {now}");
    }
}

#[test]
fn the_trend_of_a_choice_is_that_of_its_points() {
    let yes_no = Measure::Choice {
        options: vec!["да".into(), "нет".into()],
    };
    let mut it = world(indicator(
        1,
        yes_no,
        Scoring::Options(vec![dec("0"), dec("3")]),
    ));
    it.enter(at(2, 1, 1), entry("#0"));
    it.enter(at(3, 1, 1), entry("#1"));
    let Some(Change::Comparable(change)) = past(&it, 1)[0].change else {
        panic!("no change");
    };
    assert_eq!((change.value, change.points), (None, Some(exact("3"))));
    assert_eq!(change.meaning, Meaning::Better);
}

/// Period 3 goes by edition 2, which words the indicator anew.
fn with_new_edition(now: Indicator) -> Measured {
    let mut it = world(category());
    it.edition(2, 70, 6);
    it.indicator_in(2, 1, now);
    it.period(3, 2025, 2);
    it.enter(at(2, 1, 1), entry("15/20"));
    it.enter(at(3, 1, 1), entry("17/20"));
    it
}

#[test]
fn another_scale_is_no_change_but_can_be_recomputed() {
    let stricter = Indicator {
        scoring: bands(&[("-", "0"), ("70", "1"), ("90", "2")]),
        ..category()
    };
    let it = with_new_edition(stricter);
    let now = past(&it, 1)[0];
    assert_eq!(
        now.change,
        Some(Change::Incomparable {
            before: 1,
            now: 2,
            recomputed: Some(Difference {
                value: Some(exact("10")),
                points: Some(Exact::ZERO),
                meaning: Meaning::Better,
            }),
        })
    );
    assert_eq!(
        now.broken,
        Some(Break {
            edition: Some((1, 2)),
            head: false,
        })
    );
    assert_eq!(dynamics::trend(&past(&it, 2)), None);
}

#[test]
fn another_definition_can_not_be_compared_at_all() {
    let other = Indicator {
        method: "без внешних совместителей".into(),
        ..category()
    };
    let it = with_new_edition(other);
    assert_eq!(
        dynamics::change(&it.state, at(3, 1, 1)),
        past(&it, 1)[0].change
    );
    assert_eq!(
        past(&it, 1)[0].change,
        Some(Change::Incomparable {
            before: 1,
            now: 2,
            recomputed: None,
        })
    );
}

#[test]
fn new_words_for_the_same_thing_break_nothing() {
    let reworded = Indicator {
        title: "Доля педагогов с категорией".into(),
        code: "6.3".into(),
        ..category()
    };
    let it = with_new_edition(reworded);
    assert_eq!(past(&it, 1)[0].broken, None);
    assert!(matches!(
        past(&it, 1)[0].change,
        Some(Change::Comparable(_))
    ));
}

#[test]
fn a_new_head_is_a_break_and_the_figures_stay_comparable() {
    let mut it = world(category());
    it.head(1, 1, 101, "2020-01-01", "2026-01-11");
    it.head(9, 1, 109, "2026-01-12", "");
    it.enter(at(2, 1, 1), entry("1/2"));
    it.enter(at(3, 1, 1), entry("1/2"));
    let broken = Some(Break {
        edition: None,
        head: true,
    });
    let past = past(&it, 3);
    assert_eq!((past[1].broken, past[2].broken), (None, broken));
    assert!(matches!(past[2].change, Some(Change::Comparable(_))));
}

fn municipal(it: &Measured) -> Municipal {
    municipality::municipal(&it.state, PeriodId(3), IndicatorId(1))
}

#[test]
fn a_municipal_share_is_made_of_people_and_says_of_how_many_schools() {
    let mut it = world(category());
    it.enter(at(3, 1, 1), entry("1/2"));
    it.enter(at(3, 1, 2), entry("99/100"));
    it.enter(at(3, 1, 3), entry("10%"));
    it.enter(at(3, 1, 4), entry("нп"));
    let found = municipal(&it);
    assert_eq!(
        found.value,
        MunicipalValue::Ratio {
            value: exact("5000/51"),
            numerator: exact("100"),
            denominator: exact("102"),
        }
    );
    assert_eq!((found.counted, found.filled, found.applicable), (2, 3, 3));
    let points = found.points.unwrap();
    assert_eq!(
        (points.mean, points.median),
        (Some(exact("4/3")), exact("1"))
    );
}

#[test]
fn a_municipal_choice_is_the_share_of_yes_and_numbers_have_a_middle() {
    let yes_no = Measure::Choice {
        options: vec!["нет".into(), "Да".into()],
    };
    let mut it = world(indicator(
        1,
        yes_no,
        Scoring::Options(vec![dec("3"), dec("0")]),
    ));
    for (id, text) in [(1, "#1"), (2, "#0"), (3, "#0")] {
        it.enter(at(3, 1, id), entry(text));
    }
    assert_eq!(
        municipal(&it).value,
        MunicipalValue::Options {
            chosen: vec![2, 1],
            yes: Some(1),
            share: Some(exact("100/3")),
        }
    );
    let count = Measure::Number { whole: true };
    let mut it = world(indicator(1, count, Scoring::Direct { max: dec("12") }));
    for (id, text) in [(1, "1"), (2, "2"), (3, "9"), (4, "4")] {
        it.enter(at(3, 1, id), entry(text));
    }
    let spread = Spread {
        mean: Some(exact("4")),
        median: exact("3"),
        min: exact("1"),
        max: exact("9"),
    };
    assert_eq!(municipal(&it).value, MunicipalValue::Numbers(spread));
}

#[test]
fn percentages_have_no_mean() {
    let mut typed = indicator(1, Measure::Number { whole: false }, category().scoring);
    typed.unit = "% выполнения".into();
    let mut it = world(typed);
    it.enter(at(3, 1, 1), entry("40"));
    it.enter(at(3, 1, 2), entry("90"));
    let MunicipalValue::Numbers(spread) = municipal(&it).value else {
        panic!("numbers expected");
    };
    assert_eq!((spread.mean, spread.median), (None, exact("65")));
}

#[test]
fn the_change_of_a_municipal_share_is_that_of_the_sums() {
    let mut it = world(Indicator {
        unit: "п.п.".into(),
        ..indicator(
            1,
            Measure::Delta {
                input: Input::Indicator(IndicatorId(2)),
            },
            bands(&[("-", "0"), ("0", "1")]),
        )
    });
    it.indicator(2, category());
    for (period, one, two) in [(2, "1/2", "50/100"), (3, "2/2", "50/100")] {
        it.enter(at(period, 2, 1), entry(one));
        it.enter(at(period, 2, 2), entry(two));
    }
    assert_eq!(
        municipal(&it).value,
        MunicipalValue::Change {
            value: exact("50/51"),
            now: exact("2600/51"),
            before: exact("50"),
        }
    );
}

#[test]
fn the_municipality_reads_its_own_cell() {
    let own = Indicator {
        level: SubjectKind::Municipality,
        ..category()
    };
    let mut it = world(own);
    let cell = Cell {
        subject: Subject::Municipality,
        ..at(3, 1, 1)
    };
    it.enter(cell, entry("3/4"));
    let MunicipalValue::Own(figure) = municipal(&it).value else {
        panic!("own figure expected");
    };
    assert_eq!(figure.number(), Some(exact("75")));
}

#[test]
fn a_direction_of_the_municipality_is_the_middle_of_its_heads() {
    let mut it = world(category());
    for (id, text) in [(1, "90%"), (2, "65%"), (3, "10%")] {
        it.enter(at(3, 1, id), entry(text));
    }
    let scores = PeriodScores::of(&it.state, PeriodId(3));
    let spread = municipality::of_direction(&scores, DirectionId(1)).unwrap();
    assert_eq!(
        (spread.mean, spread.median),
        (Some(exact("500/9")), exact("200/3"))
    );
}

proptest! {
    #[test]
    fn a_municipal_share_lies_between_the_lowest_and_the_highest_and_adds_up(
        parts in proptest::collection::vec((0_u32..50, 0_u32..50), 1..4)
    ) {
        let mut it = world(category());
        let (mut a, mut b) = (0, 0);
        for (id, (numerator, rest)) in (1..).zip(&parts) {
            let denominator = numerator + rest + 1;
            it.enter(at(3, 1, id), entry(&format!("{numerator}/{denominator}")));
            a += numerator;
            b += denominator;
        }
        let MunicipalValue::Ratio { value, .. } = municipal(&it).value else {
            panic!("a share expected");
        };
        prop_assert_eq!(value, Exact::ratio(Decimal::from(a) * dec("100"), Decimal::from(b)).unwrap());
        let shares = Spread::of(parts.iter().map(|(n, rest)| {
            Exact::ratio(Decimal::from(*n) * dec("100"), Decimal::from(n + rest + 1)).unwrap()
        })).unwrap();
        prop_assert!(shares.min <= value && value <= shares.max);
    }
}
