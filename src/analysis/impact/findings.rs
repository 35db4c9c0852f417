//! What another edition would make of the findings of a period: how many of each importance are open as it is and would be, and which differ.
//!
//! Invariant: it equals the difference of what the rules find before and after the edition is really taken.

use std::collections::{BTreeMap, BTreeSet};

use super::{By, under};
use crate::analysis::findings::{Finding, PeriodFindings};
use crate::analysis::roster::Roster;
use crate::domain::ids::{EditionId, IndicatorId, PeriodId};
use crate::domain::rule::{Importance, RuleKind};
use crate::domain::state::State;
use crate::domain::value::Cell;

/// A finding before and after: what is open, in one of the two at least, and is not the same in both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingImpact {
    /// As it is; `None` where only the edition finds it.
    pub before: Option<Finding>,
    /// As it would be.
    pub after: Option<Finding>,
}

/// What becomes of the findings of a period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FindingsImpact {
    /// How many are open, before and after, by importance.
    pub open: BTreeMap<Importance, (usize, usize)>,
    /// Those that differ, what would matter most first, within that by indicator and subject.
    pub changed: Vec<FindingImpact>,
    /// Whether all values that they are held against were in memory.
    pub complete: bool,
}

impl FindingsImpact {
    /// What the edition would make of them; `None` if there is no such period or edition.
    #[must_use]
    pub fn of(state: &State, period: PeriodId, by: By<'_>) -> Option<FindingsImpact> {
        let other = under(state, period, by)?;
        let differ = differing((state, state.edition_of(period)?), (&other, by.id()));
        // What is found in a column that both mean alike is found under both.
        let before = PeriodFindings::of(state, &Roster::of(state, period));
        let after = match differ {
            Some(differ) if differ.is_empty() => before.clone(),
            Some(differ) => before.as_under(&other, &Roster::of(&other, period), &differ),
            None => PeriodFindings::of(&other, &Roster::of(&other, period)),
        };
        Some(FindingsImpact {
            open: counted(&before, &after),
            changed: changed(&before, &after),
            complete: before.is_complete(),
        })
    }

    /// How many of an importance are open, before and after.
    #[must_use]
    pub fn of_importance(&self, importance: Importance) -> (usize, usize) {
        self.open.get(&importance).copied().unwrap_or_default()
    }

    /// How many are open, before and after.
    #[must_use]
    pub fn all(&self) -> (usize, usize) {
        let sum = |(a, b): (usize, usize), it: &(usize, usize)| (a + it.0, b + it.1);
        self.open.values().fold((0, 0), sum)
    }
}

/// The indicators that two editions mean otherwise; `None` where a rule differs, and with it every column.
fn differing(
    (one, from): (&State, EditionId),
    (other, to): (&State, EditionId),
) -> Option<BTreeSet<IndicatorId>> {
    if RuleKind::ALL
        .iter()
        .any(|it| one.rule(from, *it) != other.rule(to, *it))
    {
        return None;
    }
    let of = |state: &State, edition| {
        let all = state.indicators_of(edition).into_iter();
        all.map(|(id, it)| (id, it.body.clone()))
            .collect::<BTreeMap<_, _>>()
    };
    let (old, new) = (of(one, from), of(other, to));
    let ids: BTreeSet<IndicatorId> = old.keys().chain(new.keys()).copied().collect();
    Some(
        ids.into_iter()
            .filter(|id| old.get(id) != new.get(id))
            .collect(),
    )
}

type Place = (Cell, RuleKind);

fn open(all: &PeriodFindings) -> BTreeMap<Place, &Finding> {
    let open = all.all().into_iter().filter(|it| it.is_open());
    open.map(|it| ((it.cell, it.rule), it)).collect()
}

fn counted(
    before: &PeriodFindings,
    after: &PeriodFindings,
) -> BTreeMap<Importance, (usize, usize)> {
    let mut found: BTreeMap<Importance, (usize, usize)> = BTreeMap::new();
    for it in before.all().into_iter().filter(|it| it.is_open()) {
        found.entry(it.importance).or_default().0 += 1;
    }
    for it in after.all().into_iter().filter(|it| it.is_open()) {
        found.entry(it.importance).or_default().1 += 1;
    }
    found
}

fn changed(before: &PeriodFindings, after: &PeriodFindings) -> Vec<FindingImpact> {
    let (old, new) = (open(before), open(after));
    let places: BTreeSet<Place> = old.keys().chain(new.keys()).copied().collect();
    let pairs = places.into_iter().map(|it| (old.get(&it), new.get(&it)));
    let mut all: Vec<FindingImpact> = pairs
        .filter(|(was, is)| was.map(|it| it.importance) != is.map(|it| it.importance))
        .map(|(was, is)| FindingImpact {
            before: was.map(|it| (*it).clone()),
            after: is.map(|it| (*it).clone()),
        })
        .collect();
    // What would have to be looked at stands before what goes.
    all.sort_by_key(|it| {
        let importance = |it: &Option<Finding>| it.as_ref().map(|it| it.importance);
        (
            it.after.is_none(),
            importance(&it.after).or(importance(&it.before)),
        )
    });
    all
}
