//! What is wrong with the other ways to score, and with a scale that does not fit its measure.

use smotr::domain::catalogue::{Bounds, Measure, Scoring};
use smotr::domain::scale::Misfit::*;
use smotr::domain::scale::{Misfit, PerUnit, Severity, misfits};

use super::*;
use crate::support::measured::{indicator, share as ratio};

fn choice(options: &[&str]) -> Measure {
    Measure::Choice {
        options: options.iter().map(|it| (*it).to_owned()).collect(),
    }
}

fn count_of() -> Measure {
    Measure::Number { whole: true }
}

fn points(all: &[i64]) -> Scoring {
    Scoring::Options(all.iter().map(|it| (*it).into()).collect())
}

fn per_unit(start: i64, points: i64, floor: i64, cap: i64) -> Scoring {
    Scoring::PerUnit {
        start: start.into(),
        points: points.into(),
        floor: floor.into(),
        cap: cap.into(),
    }
}

fn direct(max: i64) -> Scoring {
    Scoring::Direct { max: max.into() }
}

#[track_caller]
fn check(
    measure: Measure,
    bounds: (Option<i64>, Option<i64>),
    scoring: Scoring,
    better: Better,
    want: &[Misfit],
) {
    let it = Indicator {
        better,
        bounds: Bounds {
            hard_min: bounds.0.map(Decimal::from),
            hard_max: bounds.1.map(Decimal::from),
            ..Bounds::default()
        },
        ..indicator(1, measure, scoring)
    };
    assert_eq!(misfits(&it), want, "{:?} {better:?}", it.scoring);
}

#[test]
fn options_have_their_points() {
    use Better::{Higher, Lower};
    let yes_no = || choice(&["Да", "нет"]);
    let none = (None, None);
    check(yes_no(), none, points(&[3, 0]), Higher, &[]);
    check(yes_no(), none, points(&[0, 3]), Lower, &[]);
    check(
        yes_no(),
        none,
        points(&[0, 3]),
        Higher,
        &[YesNoAgainst { better: Higher }],
    );
    check(
        yes_no(),
        none,
        points(&[3, 0]),
        Lower,
        &[YesNoAgainst { better: Lower }],
    );
    check(
        yes_no(),
        none,
        points(&[2, 2]),
        Higher,
        &[NeverMoves { points: 2.into() }],
    );
    check(
        yes_no(),
        none,
        points(&[0, -1]),
        Higher,
        &[NothingToGain { most: 0.into() }],
    );
    let three = || choice(&["создана", "частично", "не создана"]);
    check(three(), none, points(&[3, 1, 0]), Higher, &[]);
    check(
        three(),
        none,
        points(&[3, 0]),
        Higher,
        &[OptionCount {
            options: 3,
            points: 2,
        }],
    );
    check(three(), none, direct(3), Higher, &[WrongMeasure]);
    check(three(), none, Scoring::Relative, Higher, &[WrongMeasure]);
    check(count_of(), none, points(&[1, 0]), Higher, &[WrongMeasure]);
}

#[test]
fn points_per_unit_stay_within_reach() {
    use Better::{Higher, Lower};
    let (all, to_5) = ((Some(0), None), (Some(0), Some(5)));
    // «−1 балл за каждого»
    check(count_of(), all, per_unit(3, -1, 0, 3), Lower, &[]);
    check(count_of(), all, per_unit(0, 1, 0, 10), Higher, &[]);
    check(
        count_of(),
        all,
        per_unit(0, 1, 0, 10),
        Lower,
        &[PointsAgainst { better: Lower }],
    );
    check(
        count_of(),
        all,
        per_unit(3, -1, 0, 3),
        Higher,
        &[PointsAgainst { better: Higher }],
    );
    check(
        count_of(),
        all,
        per_unit(0, 1, 5, 3),
        Higher,
        &[FloorAboveCap {
            floor: 5.into(),
            cap: 3.into(),
        }],
    );
    check(
        count_of(),
        all,
        per_unit(9, -1, 0, 5),
        Lower,
        &[StartOutside {
            start: 9.into(),
            floor: 0.into(),
            cap: 5.into(),
        }],
    );
    check(
        count_of(),
        all,
        per_unit(1, 0, 0, 5),
        Higher,
        &[NeverMoves { points: 1.into() }],
    );
    check(
        count_of(),
        all,
        per_unit(5, 1, 0, 5),
        Higher,
        &[NeverMoves { points: 5.into() }],
    );
    check(
        count_of(),
        all,
        per_unit(-2, 1, -2, 0),
        Higher,
        &[NothingToGain { most: 0.into() }],
    );
    check(
        count_of(),
        to_5,
        per_unit(0, 1, 0, 10),
        Higher,
        &[CapOutOfReach {
            cap: 10.into(),
            reached: 5.into(),
        }],
    );
    let it = PerUnit {
        start: 3.into(),
        points: dec("-0,5"),
        floor: (-2).into(),
        cap: 3.into(),
    };
    assert_eq!(
        (it.floor_at(), it.cap_at()),
        (Some(10.into()), Some(0.into()))
    );
    let still = PerUnit {
        points: 0.into(),
        ..it
    };
    assert_eq!((still.floor_at(), still.cap_at()), (None, None));
}

#[test]
fn direct_and_relative_scoring_fit_the_values() {
    use Better::{Higher, Lower};
    let number = || Measure::Number { whole: false };
    check(count_of(), (Some(0), Some(12)), direct(12), Higher, &[]);
    check(count_of(), (None, None), direct(12), Higher, &[]);
    let other = DirectBounds {
        max: 12.into(),
        hard_max: 10.into(),
    };
    check(
        count_of(),
        (Some(0), Some(10)),
        direct(12),
        Higher,
        &[other],
    );
    check(
        count_of(),
        (None, None),
        direct(0),
        Higher,
        &[NothingToGain { most: 0.into() }],
    );
    check(
        count_of(),
        (None, None),
        direct(5),
        Lower,
        &[PointsAgainst { better: Lower }],
    );
    check(ratio(), (None, None), Scoring::Relative, Higher, &[]);
    check(
        ratio(),
        (None, None),
        Scoring::Relative,
        Lower,
        &[BestMayBeZero],
    );
    check(number(), (Some(1), None), Scoring::Relative, Lower, &[]);
    check(
        number(),
        (None, None),
        Scoring::Relative,
        Higher,
        &[BelowZeroIsZero],
    );
}

#[test]
fn the_shipped_scorings_fit() {
    for it in shipped() {
        assert_eq!(misfits(&it), [], "{} {}", it.code, it.title);
    }
}

#[test]
fn a_scale_that_begins_above_the_least_value_says_so() {
    let it = Indicator {
        scoring: crate::support::measured::bands(&[("40", "0"), ("60", "1")]),
        ..indicator(1, ratio(), direct(1))
    };
    let found = misfits(&it);
    assert!(
        matches!(
            found.as_slice(),
            [Bands(Defect::BelowLowest { row: 0, .. })]
        ),
        "{found:?}"
    );
    assert_eq!(found[0].severity(), Severity::Fault);
}
