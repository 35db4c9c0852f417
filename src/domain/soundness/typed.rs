//! What is wrong with one record of an edition as it is being typed, beside the others as they stand.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Found, Problem, head, of_bounds, of_measure, of_roll_up, of_scoring, rules, wording};
use crate::domain::catalogue::{Direction, Edition, Indicator};
use crate::domain::ids::{DirectionId, EditionId, IndicatorId};
use crate::domain::record::Key;
use crate::domain::rule::{Rule, RuleKind};
use crate::domain::state::State;

/// What is wrong with one indicator by itself and beside the others; for whoever is writing it.
#[must_use]
pub fn of_indicator(
    state: &State,
    edition: EditionId,
    id: IndicatorId,
    it: &Indicator,
) -> Vec<Problem> {
    let key = Key::Indicator(edition, id);
    let mut out = Found::default();
    let mut codes = BTreeMap::new();
    let all = state.indicators_of(edition);
    let live: Vec<(IndicatorId, &Indicator)> = (all.iter())
        .filter(|(other, it)| *other != id && !it.retired)
        .map(|(id, it)| (*id, &it.body))
        .chain([(id, it)])
        .collect();
    for (other, it) in live.iter().filter(|(other, _)| *other != id) {
        codes.insert(it.code.as_str(), Key::Indicator(edition, *other));
    }
    out.texts(key, [&it.code, &it.title, &it.short], &mut codes);
    out.weight(key, it.weight);
    of_measure(state, (edition, id), it, &live, &mut out);
    of_bounds(key, &it.bounds, &mut out);
    of_roll_up(key, it, &mut out);
    of_scoring(key, it, &mut out);
    wording::look_at(key, it, &mut out);
    out.sorted()
}

/// What is wrong with what is said of an edition as a whole; for whoever is writing it. `signed` is the date of its act.
#[must_use]
pub fn of_edition(id: EditionId, it: &Edition, signed: Option<NaiveDate>) -> Vec<Problem> {
    let mut out = Found::default();
    head::look_at(id, it, signed, &mut out);
    out.sorted()
}

/// What is wrong with one direction by itself and beside the others; for whoever is writing it. What its weight and those of the others
/// come to is said by [`problems`](super::problems).
#[must_use]
pub fn of_direction(
    state: &State,
    edition: EditionId,
    id: DirectionId,
    it: &Direction,
) -> Vec<Problem> {
    let mut out = Found::default();
    let all = state.directions_of(edition);
    let mut codes = BTreeMap::new();
    for (other, it) in all.iter().filter(|(other, it)| *other != id && !it.retired) {
        codes.insert(it.code.as_str(), Key::Direction(edition, *other));
    }
    let key = Key::Direction(edition, id);
    out.texts(key, [&it.code, &it.title, &it.short], &mut codes);
    out.weight(key, it.weight);
    out.sorted()
}

/// What is wrong with one rule beside the indicators that are collected; for whoever is writing it.
#[must_use]
pub fn of_rule(state: &State, edition: EditionId, kind: RuleKind, it: &Rule) -> Vec<Problem> {
    let mut out = Found::default();
    let all = state.indicators_of(edition);
    let live = all.iter().filter(|(_, it)| !it.retired);
    let live: Vec<_> = live.map(|(id, it)| (*id, &it.body)).collect();
    rules::look_at((edition, kind), it, &live, &mut out);
    out.sorted()
}
