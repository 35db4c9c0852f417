//! A scale changed in the editor and published: it scores the period measured by it, and no other.

use smotr::analysis::exact::Exact;
use smotr::analysis::indicator::IndicatorScores;
use smotr::domain::catalogue::EditionState;
use smotr::domain::ids::PeriodId;
use smotr::domain::period::{Period, PeriodState};
use smotr::domain::value::{Cell, Subject};

use super::*;

fn points(stage: &Stage, period: PeriodId) -> Option<Exact> {
    let scores = IndicatorScores::of(&stage.state, period, RATIO);
    scores
        .get(Subject::Organisation(SCHOOL_1))
        .and_then(|it| it.points)
}

#[test]
fn a_changed_scale_scores_the_period_that_it_is_published_for() {
    let mut stage = editing(RATIO, |_| {});
    let (before, closed) = (points(&stage, OPEN), points(&stage, CLOSED));
    type_rows(&mut stage, &[("до 90", "0"), ("90 и выше", "7")]);
    stage.press("<F2>");
    expect_bands(&stage, RATIO, &[("", 0), ("90", 7)]);
    for id in [SCORE, DELTA] {
        let mut it = stored(&stage, id);
        it.weight = 40.into();
        let put = put(&stage.state, id, it);
        stage.other(ORLOVA, put).unwrap();
    }
    let next = Period {
        name: "2026/27".into(),
        from: date("2026-09-01"),
        to: date("2027-08-31"),
        state: PeriodState::Open,
        deadline: Some(date("2027-06-25")),
        ..stage.state.periods[&OPEN].body.clone()
    };
    stage.other(ORLOVA, Command::AddPeriod(next)).unwrap();
    let period = *stage.state.periods.keys().next_back().unwrap();
    let publish = Command::PublishEdition {
        id: COPY,
        seen: whole(&stage.state, COPY),
        periods: vec![(period, rev(&stage.state, Key::Period(period)))],
    };
    stage.other(ORLOVA, publish).unwrap();
    assert_eq!(stage.state.editions[&COPY].state, EditionState::Published);
    let cell = Cell {
        period,
        ..cell(RATIO, SCHOOL_1)
    };
    let enter = set(&stage.state, cell, ratio("23", "24"));
    stage.other(ORLOVA, enter).unwrap();
    assert_eq!(points(&stage, period), Some(Exact::whole(7)));
    assert_eq!(points(&stage, OPEN), before);
    assert_eq!(points(&stage, CLOSED), closed);
}
