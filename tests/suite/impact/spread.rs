//! Where the present values lie under a scale: worked examples.

use super::*;
use smotr::analysis::exact::Exact;
use smotr::analysis::spread::{Distribution, Present};
use smotr::domain::value::Subject;

/// Six schools: 10, 40, 59,5, 60, «н/п», and one without a value.
fn world() -> Measured {
    let mut it = Measured::new();
    it.direction(1, 1);
    let scale = bands(&[("-", "0"), ("40", "1"), ("60", "2")]);
    it.indicator(1, indicator(1, share(), scale));
    for (id, text) in (1..).zip(["10%", "40%", "59.5%", "60%", "нп", ""]) {
        it.organisation(id, &format!("СШ № {id}"));
        if !text.is_empty() {
            it.enter(at(YEAR.0, 1, id), entry(text));
        }
    }
    it
}

fn present(it: &Measured) -> Present {
    Present::of(&it.state, YEAR, IndicatorId(1)).unwrap()
}

fn schools(subjects: &[Subject]) -> Vec<u32> {
    let id = |it: &Subject| match it {
        Subject::Organisation(id) => id.0,
        _ => 0,
    };
    subjects.iter().map(id).collect()
}

fn steps(it: &Distribution) -> Vec<Vec<u32>> {
    it.steps.iter().map(|it| schools(it)).collect()
}

fn shown(it: Exact) -> String {
    it.rounded(3).normalize().to_string()
}

#[test]
fn each_band_has_those_who_fall_into_it() {
    let it = world();
    let scoring = it.state.indicators[&(EditionId(1), IndicatorId(1))]
        .scoring
        .clone();
    let spread = present(&it).under(&scoring);
    assert_eq!(steps(&spread), [vec![1], vec![2, 3], vec![4]]);
    assert_eq!((spread.counted, spread.fullest()), (4, 2));
    assert_eq!(schools(&spread.nothing), [6]);
    assert_eq!(schools(&spread.not_applicable), [5]);
    let values = spread.values.unwrap();
    // (40 + 59,5) ÷ 2.
    let found = [values.min, values.median, values.max].map(shown);
    assert_eq!(found, ["10", "49.75", "60"]);
    let points = spread.points.unwrap();
    assert_eq!(points.mean.map(shown), Some("1".into()));
}

#[test]
fn a_scale_being_typed_may_have_no_place_for_a_value() {
    let present = present(&world());
    let typed = present.under(&bands(&[("40", "1"), ("59.6", "2")]));
    assert_eq!(steps(&typed), [vec![2, 3], vec![4]]);
    assert_eq!(schools(&typed.outside), [1]);
    // Not a scale at all yet.
    let nothing = present.under(&Scoring::Bands(Vec::new()));
    assert_eq!(schools(&nothing.outside), [1, 2, 3, 4]);
    let printed = present.under(&Scoring::Printed(Vec::new()));
    assert_eq!((printed.steps.len(), printed.outside.len()), (0, 4));
}

#[test]
fn a_scale_without_steps_has_points() {
    let spread = present(&world()).under(&Scoring::Relative);
    assert!(spread.steps.is_empty() && spread.outside.is_empty());
    // 60 is the best: 16,667 · 66,667 · 99,167 · 100.
    let points = spread.points.unwrap();
    assert_eq!([points.min, points.max].map(shown), ["16.667", "100"]);
}

#[test]
fn options_are_counted_by_option() {
    let mut it = world();
    let options = Measure::Choice {
        options: vec!["да".into(), "нет".into()],
    };
    let scoring = Scoring::Options(vec![dec("2"), dec("0")]);
    it.indicator(2, indicator(1, options, scoring.clone()));
    for (id, text) in [(1, "#1"), (2, "#1"), (3, "#0")] {
        it.enter(at(YEAR.0, 2, id), entry(text));
    }
    let present = Present::of(&it.state, YEAR, IndicatorId(2)).unwrap();
    let spread = present.under(&scoring);
    assert_eq!(steps(&spread), [vec![3], vec![1, 2]]);
    assert_eq!(spread.values, None);
}

#[test]
fn another_wording_reads_the_same_values() {
    let it = world();
    let wording = it.state.indicators[&(EditionId(1), IndicatorId(1))]
        .body
        .clone();
    let narrowed = Indicator {
        kinds: vec![smotr::domain::people::OrganisationKind::Lyceum],
        ..wording.clone()
    };
    let of = |wording| Present::worded(&it.state, YEAR, IndicatorId(1), wording).unwrap();
    assert_eq!(of(&wording), present(&it));
    assert!(of(&narrowed).figures.is_empty());
    assert_eq!(Present::of(&it.state, YEAR, IndicatorId(9)), None);
}
