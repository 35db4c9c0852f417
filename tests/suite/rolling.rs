//! A year made of its quarters and half-years, and cells that are «н/п» for a standing reason: worked examples, all figures by hand.

use crate::support::measured::*;
use smotr::analysis::attention::{Filling, PeriodFilling};
use smotr::analysis::measure::{Figure, How, figure};
use smotr::analysis::municipality::{MunicipalValue, municipal};
use smotr::analysis::reader::{rolled_up, standing_reason};
use smotr::analysis::roster::Roster;
use smotr::analysis::scores::PeriodScores;
use smotr::domain::catalogue::*;
use smotr::domain::ids::*;
use smotr::domain::people::StandingReason;
use smotr::domain::period::{Period, PeriodKind};
use smotr::domain::record::{Key, Record};
use smotr::domain::value::Cell;

/// The school year 2025/26 is period 3; its quarters are 31 to 34, its halves 21 and 22.
const YEAR: u32 = 3;

fn span(it: &mut Measured, id: u32, kind: PeriodKind, from: &str, to: &str) -> Key {
    let year = it.state.periods[&PeriodId(YEAR)].body.clone();
    it.put(
        Key::Period(PeriodId(id)),
        Record::Period(Period {
            name: id.to_string(),
            kind,
            from: day(from),
            to: day(to),
            ..year
        }),
    )
}

fn quarters(it: &mut Measured) {
    let days = [
        (31, "2025-09-01", "2025-10-31"),
        (32, "2025-11-01", "2025-12-31"),
        (33, "2026-01-01", "2026-03-31"),
        (34, "2026-04-01", "2026-08-31"),
    ];
    for (id, from, to) in days {
        span(it, id, PeriodKind::Quarter, from, to);
    }
}

fn halves(it: &mut Measured) {
    span(it, 21, PeriodKind::HalfYear, "2025-09-01", "2025-12-31");
    span(it, 22, PeriodKind::HalfYear, "2026-01-01", "2026-08-31");
}

/// A school with a head since long ago, and indicator 1 as told.
fn world(indicator: Indicator) -> Measured {
    let mut it = Measured::new();
    it.direction(1, 1);
    it.organisation(1, "СШ № 1");
    it.head(1, 1, 101, "2015-01-01", "");
    it.indicator(1, indicator);
    quarters(&mut it);
    it
}

fn counted(roll_up: RollUp) -> Indicator {
    Indicator {
        periodicity: Periodicity::Quarter,
        roll_up,
        ..indicator(
            1,
            Measure::Number { whole: true },
            bands(&[("-", "0"), ("10", "1"), ("20", "2")]),
        )
    }
}

fn shared(roll_up: RollUp) -> Indicator {
    Indicator {
        periodicity: Periodicity::Quarter,
        roll_up,
        ..indicator(1, share(), bands(&[("-", "0"), ("50", "1"), ("80", "2")]))
    }
}

/// The number of a cell with how many quarters of how many make it.
fn told(it: &Measured, cell: Cell) -> Option<(String, u32, u32)> {
    match figure(&it.state, cell) {
        Figure::Number {
            value,
            how: How::RolledUp { filled, of, .. },
        } => Some((value.rounded(4).normalize().to_string(), filled, of)),
        _ => None,
    }
}

fn is(number: &str, filled: u32, of: u32) -> Option<(String, u32, u32)> {
    Some((number.into(), filled, of))
}

#[test]
fn counts_are_added_up_and_what_is_missing_is_told() {
    let mut it = world(counted(RollUp::Sum));
    assert_eq!(figure(&it.state, at(YEAR, 1, 1)), Figure::Absent);
    for (quarter, number) in [(31, "7"), (32, "5"), (34, "9")] {
        it.enter(at(quarter, 1, 1), entry(number));
    }
    // 7 + 5 + 9; the third quarter is still to come.
    assert_eq!(told(&it, at(YEAR, 1, 1)), is("21", 3, 4));
    let scores = PeriodScores::of(&it.state, PeriodId(YEAR));
    let row = scores.rows.first().unwrap();
    // 21 reaches the best band: 2 of 2 points.
    assert_eq!(row.overall.map(|it| it.rounded(1)), Some(dec("100")));
    assert_eq!((row.filled, row.applicable), (1, 1));
}

/// Months that belong to a quarter of another calendar are in no sum of the year: it says that they are missing.
#[test]
fn a_quarter_that_is_only_partly_of_the_year_is_missing_in_it() {
    let mut it = world(counted(RollUp::Sum));
    span(&mut it, 35, PeriodKind::Quarter, "2026-09-01", "2026-11-30");
    span(
        &mut it,
        41,
        PeriodKind::CalendarYear,
        "2025-12-01",
        "2026-11-30",
    );
    for quarter in [32, 33, 34, 35] {
        it.enter(at(quarter, 1, 1), entry("10"));
    }
    assert_eq!(told(&it, at(41, 1, 1)), is("30", 3, 4));
    // Whoever was not in it is not asked for it.
    span(
        &mut it,
        41,
        PeriodKind::CalendarYear,
        "2026-01-01",
        "2026-11-30",
    );
    assert_eq!(told(&it, at(41, 1, 1)), is("30", 3, 3));
}

#[test]
fn the_last_quarter_counts_or_their_mean_or_their_parts() {
    let quarters = [(31, "10/20"), (32, "30/40"), (33, "9/10")];
    let enter = |roll_up| {
        let mut it = world(shared(roll_up));
        for (quarter, text) in quarters {
            it.enter(at(quarter, 1, 1), entry(text));
        }
        it
    };
    let cell = at(YEAR, 1, 1);
    assert_eq!(told(&enter(RollUp::Last), cell), is("90", 3, 4));
    // (50 + 75 + 90) ÷ 3.
    assert_eq!(told(&enter(RollUp::Mean), cell), is("71.6667", 3, 4));
    // 49 of 70.
    assert_eq!(told(&enter(RollUp::FromParts), cell), is("70", 3, 4));
    // A mean of a third each is exactly one, however it was come by.
    let mut thirds = world(shared(RollUp::Mean));
    for quarter in 31..=33 {
        thirds.enter(at(quarter, 1, 1), entry("1/3"));
    }
    let third = figure(&thirds.state, cell).number().unwrap();
    assert_eq!(third + third + third, dec("100"));
}

#[test]
fn a_percent_without_parts_has_no_part_in_the_parts() {
    let mut it = world(shared(RollUp::FromParts));
    it.enter(at(31, 1, 1), entry("10/20"));
    it.enter(at(32, 1, 1), entry("90%"));
    assert_eq!(told(&it, at(YEAR, 1, 1)), is("50", 1, 2 + 2));
    it.enter(at(31, 1, 1), entry("-"));
    assert_eq!(figure(&it.state, at(YEAR, 1, 1)), Figure::Absent);
}

#[test]
fn what_is_typed_for_the_year_wins_and_the_other_is_known() {
    let mut it = world(counted(RollUp::Sum));
    it.enter(at(31, 1, 1), entry("7"));
    it.enter(at(YEAR, 1, 1), entry("12"));
    let own = figure(&it.state, at(YEAR, 1, 1));
    assert_eq!(own.number().map(|it| it.rounded(0)), Some(dec("12")));
    let instead = rolled_up(&it.state, at(YEAR, 1, 1)).and_then(|it| it.number());
    assert_eq!(instead.map(|it| it.rounded(0)), Some(dec("7")));
    // Cleared, it is made of the quarters again.
    it.enter(at(YEAR, 1, 1), entry("-"));
    assert_eq!(told(&it, at(YEAR, 1, 1)), is("7", 1, 4));
    // «н/п» and «нет данных» are entered as well.
    it.enter(at(YEAR, 1, 1), entry("нп"));
    assert_eq!(figure(&it.state, at(YEAR, 1, 1)), Figure::NotApplicable);
    it.enter(at(YEAR, 1, 1), entry("нд"));
    assert_eq!(figure(&it.state, at(YEAR, 1, 1)), Figure::NoData);
}

#[test]
fn quarters_that_do_not_apply_are_not_waited_for() {
    let mut it = world(counted(RollUp::Sum));
    it.enter(at(31, 1, 1), entry("нп"));
    it.enter(at(32, 1, 1), entry("4"));
    assert_eq!(told(&it, at(YEAR, 1, 1)), is("4", 1, 3));
    for quarter in 31..=34 {
        it.enter(at(quarter, 1, 1), entry("нп"));
    }
    assert_eq!(figure(&it.state, at(YEAR, 1, 1)), Figure::NotApplicable);
    for quarter in 31..=34 {
        it.enter(at(quarter, 1, 1), entry("нд"));
    }
    assert_eq!(figure(&it.state, at(YEAR, 1, 1)), Figure::NoData);
}

#[test]
fn half_years_are_taken_where_no_finer_period_is_due() {
    let mut it = world(Indicator {
        periodicity: Periodicity::HalfYear,
        ..counted(RollUp::Sum)
    });
    halves(&mut it);
    it.enter(at(21, 1, 1), entry("3"));
    it.enter(at(22, 1, 1), entry("4"));
    // Not due by quarters: what stands there (from another edition) does not count.
    it.enter(at(31, 1, 1), entry("100"));
    assert_eq!(told(&it, at(YEAR, 1, 1)), is("7", 2, 2));
    // Due by quarters, the half-years are not added to them.
    it.indicator(1, counted(RollUp::Sum));
    assert_eq!(told(&it, at(YEAR, 1, 1)), is("100", 1, 4));
    // Once a year: nothing is made of anything.
    it.indicator(
        1,
        Indicator {
            periodicity: Periodicity::Year,
            ..counted(RollUp::Sum)
        },
    );
    assert_eq!(figure(&it.state, at(YEAR, 1, 1)), Figure::Absent);
}

#[test]
fn of_a_head_only_the_quarters_in_office_are_expected() {
    let mut it = world(Indicator {
        level: SubjectKind::Person,
        ..counted(RollUp::Sum)
    });
    it.head(1, 1, 101, "2015-01-01", "2025-12-31");
    it.head(2, 1, 102, "2026-01-01", "");
    it.enter(of_person(31, 1, 101), entry("2"));
    it.enter(of_person(33, 1, 102), entry("5"));
    assert_eq!(told(&it, of_person(YEAR, 1, 101)), is("2", 1, 2));
    assert_eq!(told(&it, of_person(YEAR, 1, 102)), is("5", 1, 2));
}

#[test]
fn the_municipality_is_made_of_the_parts_of_all() {
    let mut it = world(shared(RollUp::FromParts));
    it.organisation(2, "СШ № 2");
    it.enter(at(31, 1, 1), entry("10/20"));
    it.enter(at(32, 1, 1), entry("30/40"));
    it.enter(at(YEAR, 1, 2), entry("8/10"));
    // 10 + 30 + 8 of 20 + 40 + 10.
    let of = municipal(&it.state, PeriodId(YEAR), IndicatorId(1));
    let MunicipalValue::Ratio {
        numerator,
        denominator,
        ..
    } = of.value
    else {
        panic!("{of:?}");
    };
    assert_eq!((of.counted, of.filled), (2, 2));
    assert!(numerator == dec("48") && denominator == dec("70"));
}

#[test]
fn another_definition_in_a_quarter_has_no_part() {
    let mut it = world(counted(RollUp::Sum));
    it.edition(2, 70, 6);
    it.indicator_in(
        2,
        1,
        Indicator {
            method: "иначе".into(),
            ..counted(RollUp::Sum)
        },
    );
    it.enter(at(31, 1, 1), entry("7"));
    it.enter(at(32, 1, 1), entry("5"));
    let second = it.state.periods[&PeriodId(32)].body.clone();
    it.put(
        Key::Period(PeriodId(32)),
        Record::Period(Period {
            edition: EditionId(2),
            ..second
        }),
    );
    assert_eq!(told(&it, at(YEAR, 1, 1)), is("7", 1, 4));
}

#[test]
fn scores_and_filling_follow_a_value_of_a_quarter() {
    let mut it = world(counted(RollUp::Sum));
    it.indicator(
        2,
        Indicator {
            scoring: Scoring::Relative,
            ..counted(RollUp::Sum)
        },
    );
    it.organisation(2, "СШ № 2");
    it.head(2, 2, 102, "2015-01-01", "");
    let mut scores = PeriodScores::of(&it.state, PeriodId(YEAR));
    let roster = Roster::of(&it.state, PeriodId(YEAR));
    let mut filling = PeriodFilling::of(&it.state, &roster);
    let steps = [
        (31, 1, 1, "7"),
        (32, 2, 1, "5"),
        (32, 2, 2, "9"),
        (33, 1, 2, "нп"),
        (32, 2, 2, "-"),
        (YEAR, 1, 1, "3"),
    ];
    for (period, indicator, organisation, text) in steps {
        let key = it.enter(at(period, indicator, organisation), entry(text));
        scores.renew(&it.state, [key]);
        filling.renew(&it.state, &roster, [key]);
        assert_eq!(scores, PeriodScores::of(&it.state, PeriodId(YEAR)));
        assert_eq!(filling, PeriodFilling::of(&it.state, &roster));
    }
    let whole = filling.whole();
    assert_eq!((whole.entered, whole.due), (2, 4));
}

#[test]
fn a_quarter_that_is_not_in_memory_is_waited_for() {
    let mut it = world(counted(RollUp::Sum));
    it.enter(at(31, 1, 1), entry("7"));
    it.state.unload_shard(PeriodId(32));
    assert_eq!(figure(&it.state, at(YEAR, 1, 1)), Figure::NotLoaded);
    let scores = PeriodScores::of(&it.state, PeriodId(YEAR));
    it.state.load_shard(PeriodId(32), Default::default());
    assert!(!scores.is_of(&it.state));
}

fn stand(it: &mut Measured, organisation: u32, indicators: &[u32], from: &str, to: &str) -> Key {
    let id = OrganisationId(organisation);
    let mut body = it.state.organisations[&id].body.clone();
    let on = |text: &str| (!text.is_empty()).then(|| day(text));
    body.standing = vec![StandingReason {
        reason: "нет 11 классов".into(),
        indicators: indicators.iter().copied().map(IndicatorId).collect(),
        from: on(from),
        to: on(to),
    }];
    it.put(Key::Organisation(id), Record::Organisation(body))
}

#[test]
fn a_standing_reason_leaves_nothing_to_enter() {
    let mut it = world(shared(RollUp::Last));
    it.indicator(2, counted(RollUp::Last));
    let before = PeriodScores::of(&it.state, PeriodId(YEAR));
    assert_eq!(before.rows[0].applicable, 2);
    let key = stand(&mut it, 1, &[1], "", "");
    let cell = at(YEAR, 1, 1);
    assert_eq!(figure(&it.state, cell), Figure::NotApplicable);
    assert_eq!(standing_reason(&it.state, cell), Some("нет 11 классов"));
    let mut scores = before;
    scores.renew(&it.state, [key]);
    assert_eq!(scores, PeriodScores::of(&it.state, PeriodId(YEAR)));
    assert_eq!(scores.rows[0].applicable, 1);
    let roster = Roster::of(&it.state, PeriodId(YEAR));
    let filling = PeriodFilling::of(&it.state, &roster);
    // Nothing is to be entered here, as of any cell that does not apply.
    let expected = Filling { entered: 0, due: 0 };
    assert_eq!(filling.indicator(IndicatorId(1)), expected);
    // An own value wins; cleared, the reason holds again.
    it.enter(cell, entry("21/24"));
    assert!(figure(&it.state, cell).is_filled());
    assert_eq!(standing_reason(&it.state, cell), None);
    it.enter(cell, entry("-"));
    assert_eq!(figure(&it.state, cell), Figure::NotApplicable);
    // So does what the quarters say.
    it.enter(at(31, 1, 1), entry("21/24"));
    assert!(figure(&it.state, cell).is_filled());
}

#[test]
fn a_standing_reason_is_asked_for_on_the_measuring_day() {
    let mut it = world(Indicator {
        measured_on: Some((1, 10)),
        ..shared(RollUp::Last)
    });
    let cell = at(YEAR, 1, 1);
    for (from, to, holds) in [
        ("", "2026-01-10", true),
        ("", "2026-01-09", false),
        ("2026-01-10", "", true),
        ("2026-01-11", "", false),
    ] {
        stand(&mut it, 1, &[1], from, to);
        let holds_now = figure(&it.state, cell) == Figure::NotApplicable;
        assert_eq!(holds_now, holds, "{from}–{to}");
    }
}

#[test]
fn what_is_computed_from_it_does_not_apply_either() {
    let mut it = world(shared(RollUp::Last));
    let delta = Measure::Delta {
        input: Input::Indicator(IndicatorId(1)),
    };
    it.indicator(2, indicator(1, delta, bands(&[("-", "0"), ("5", "1")])));
    stand(&mut it, 1, &[1], "", "");
    assert_eq!(figure(&it.state, at(YEAR, 2, 1)), Figure::NotApplicable);
    let reason = standing_reason(&it.state, at(YEAR, 2, 1));
    assert_eq!(reason, Some("нет 11 классов"));
    // Named itself, it does not apply although there are numbers to compute it from.
    stand(&mut it, 1, &[2], "", "");
    for year in [2, YEAR] {
        it.enter(at(year, 1, 1), entry("21/24"));
    }
    assert_eq!(figure(&it.state, at(YEAR, 2, 1)), Figure::NotApplicable);
    let scores = PeriodScores::of(&it.state, PeriodId(YEAR));
    assert_eq!((scores.rows[0].filled, scores.rows[0].applicable), (1, 1));
}

#[test]
fn of_a_head_of_two_it_holds_where_it_holds_for_both() {
    let mut it = world(Indicator {
        level: SubjectKind::Person,
        ..counted(RollUp::Last)
    });
    it.organisation(2, "СШ № 2");
    it.head(2, 2, 101, "2015-01-01", "");
    let cell = of_person(YEAR, 1, 101);
    stand(&mut it, 1, &[1], "", "");
    assert_eq!(figure(&it.state, cell), Figure::Absent);
    stand(&mut it, 2, &[1], "", "");
    assert_eq!(figure(&it.state, cell), Figure::NotApplicable);
}
