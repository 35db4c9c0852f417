//! What an edition makes of the findings of a period: that it is what the rules find once the period is moved, and how the page says it.

use smotr::analysis::findings::PeriodFindings;
use smotr::analysis::impact::{By, FindingsImpact, under};
use smotr::analysis::roster::Roster;
use smotr::domain::ids::{EditionId, PeriodId};
use smotr::domain::record::{Key, Record};
use smotr::domain::rule::{Importance, RuleKind};
use smotr::domain::state::State;

use crate::support::demo;
use crate::support::stage::Stage;

/// The demo with a copy of its edition, and the year that is open.
fn draft() -> (Stage, EditionId, PeriodId) {
    let mut stage = demo::stage((120, 36));
    stage.press_and_rest("<F8>⏎Т<F2>⏎");
    let edition = *stage.state.editions.keys().next_back().unwrap();
    let period = stage.app.monitoring.chosen.period.unwrap();
    (stage, edition, period)
}

/// How many are open of all and of high importance.
fn open(state: &State, period: PeriodId) -> (usize, usize) {
    let found = PeriodFindings::of(state, &Roster::of(state, period));
    let all = found.all().into_iter().filter(|it| it.is_open());
    let all: Vec<_> = all.collect();
    let high = all.iter().filter(|it| it.importance == Importance::High);
    (all.len(), high.count())
}

fn come_true(state: &State, period: PeriodId, edition: EditionId) -> FindingsImpact {
    let it = FindingsImpact::of(state, period, By::Stored(edition)).unwrap();
    let other = under(state, period, By::Stored(edition)).unwrap();
    let (was, is) = (open(state, period), open(&other, period));
    assert_eq!(it.all(), (was.0, is.0));
    assert_eq!(it.of_importance(Importance::High), (was.1, is.1));
    let comes = it.changed.iter().filter(|it| it.before.is_none()).count();
    let goes = it.changed.iter().filter(|it| it.after.is_none()).count();
    assert_eq!(was.0 + comes - goes, is.0);
    it
}

#[test]
fn a_copy_changes_nothing() {
    let (stage, edition, period) = draft();
    let it = come_true(&stage.state, period, edition);
    assert!(it.complete && it.changed.is_empty(), "{it:?}");
    assert!(it.all().0 > 0, "the demo has findings");
}

/// Only the column of the indicator is looked at again, and it comes to the same as if all were.
#[test]
fn bounds_of_one_indicator_change_the_findings_of_its_column() {
    let (mut stage, edition, period) = draft();
    let (id, it) = (stage.state.indicators_of(edition).into_iter())
        .find(|(_, it)| it.code == "6.2")
        .map(|(id, it)| (id, it.body.clone()))
        .unwrap();
    let mut changed = it;
    changed.bounds.soft_max = Some(10.into());
    let key = Key::Indicator(edition, id);
    let stamp = stage.state.stamp(key).unwrap();
    stage
        .state
        .put(key, Some(Record::Indicator(changed)), stamp);
    let it = come_true(&stage.state, period, edition);
    assert!(!it.changed.is_empty());
    assert!(it.changed.iter().all(|it| {
        let either = it.after.as_ref().or(it.before.as_ref()).unwrap();
        either.cell.indicator == id
    }));
}

#[test]
fn the_page_says_how_many_come_and_go_and_which() {
    let (mut stage, edition, period) = draft();
    stage.press("⎋⎋<End>↑⏎⏎").expect("Правила проверки");
    stage.press("фскачок⏎").rest();
    stage.press("<F2>←⇥5<F2>").rest();
    let put = stage.state.rule(edition, RuleKind::Jump);
    assert_eq!(
        (put.importance, put.threshold),
        (Importance::High, Some(5.into()))
    );
    let it = come_true(&stage.state, period, edition);
    let (high, then) = it.of_importance(Importance::High);
    assert!(then > high);
    let (before, after) = it.all();
    stage.press_and_rest("ж");
    stage
        .expect("Ни у кого не изменится")
        .expect(&format!(
            "Замечаний проверки — {before} → {after}, важных — {high} → {then}."
        ))
        .expect("важность средняя → высокая: ");
    insta::assert_snapshot!(stage.screen());
}
