//! Two editions side by side: which directions and indicators came, went, came back or read otherwise.
//!
//! An indicator is known by its id: decrees give codes anew. Owns what is compared with what; how a field reads is the locale's.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::catalogue::{Direction, Edition, Indicator};
use crate::domain::ids::{DirectionId, EditionId, IndicatorId};
use crate::domain::record::{Key, Record};
use crate::domain::rule::RuleKind;
use crate::domain::state::{Stamped, State};

/// What became of a record from one edition to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Difference {
    /// It is new.
    Added,
    /// It was taken out of use long ago and is in use again.
    Revived,
    /// It is in use and reads otherwise.
    Changed,
    /// It is no longer in use; its wording stays.
    Retired,
    /// The later edition does not have it at all.
    Removed,
}

/// A record in one or both of the editions. Its order is its place among its own, and 0 where it was not moved.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// What became of it.
    pub difference: Difference,
    /// It in the earlier edition.
    pub before: Option<(Key, Record)>,
    /// It in the later one.
    pub after: Option<(Key, Record)>,
}

impl Pair {
    /// The record to open: that of the later edition, where it has it.
    #[must_use]
    pub fn key(&self) -> Option<Key> {
        let (it, _) = self.after.as_ref().or(self.before.as_ref())?;
        Some(*it)
    }
}

/// Two editions side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The earlier one.
    pub from: EditionId,
    /// The later one.
    pub to: EditionId,
    /// The editions themselves, where more differs than their number, their state and what they are based on.
    pub edition: Option<Pair>,
    /// Directions of which anything is different, in the order of the later edition; those that it does not have come last.
    pub directions: Vec<Pair>,
    /// The same of indicators.
    pub indicators: Vec<Pair>,
    /// The rules of checking that are others, by their numbers: where an edition says nothing of one, the usual holds.
    pub rules: Vec<Pair>,
}

impl Comparison {
    /// Compares two editions; `None` if one of them is not there.
    #[must_use]
    pub fn of(state: &State, from: EditionId, to: EditionId) -> Option<Comparison> {
        let (old, new) = (state.editions.get(&from)?, state.editions.get(&to)?);
        let edition = (essence(old) != essence(new)).then(|| Pair {
            difference: Difference::Changed,
            before: Some((Key::Edition(from), Record::Edition(old.body.clone()))),
            after: Some((Key::Edition(to), Record::Edition(new.body.clone()))),
        });
        Some(Comparison {
            from,
            to,
            edition,
            directions: pairs(
                (from, &state.directions_of(from)),
                (to, &state.directions_of(to)),
            ),
            indicators: pairs(
                (from, &state.indicators_of(from)),
                (to, &state.indicators_of(to)),
            ),
            rules: rules(state, from, to),
        })
    }

    /// Whether both say the same.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let all = [&self.directions, &self.indicators, &self.rules];
        self.edition.is_none() && all.iter().all(|it| it.is_empty())
    }
}

/// The rules that one edition has otherwise than the other.
fn rules(state: &State, from: EditionId, to: EditionId) -> Vec<Pair> {
    let of = |edition, kind| {
        let rule = state.rule(edition, kind);
        Some((Key::Rule(edition, kind), Record::Rule(rule)))
    };
    (RuleKind::ALL.into_iter())
        .filter(|kind| state.rule(from, *kind) != state.rule(to, *kind))
        .map(|kind| Pair {
            difference: Difference::Changed,
            before: of(from, kind),
            after: of(to, kind),
        })
        .collect()
}

/// How many of the records had this difference.
#[must_use]
pub fn count(pairs: &[Pair], difference: Difference) -> usize {
    pairs
        .iter()
        .filter(|it| it.difference == difference)
        .count()
}

/// The edition that one is best compared with: the one it was copied from, else the one before it by number.
#[must_use]
pub fn usual(state: &State, edition: EditionId) -> Option<EditionId> {
    let it = state.editions.get(&edition)?;
    let based_on = it.based_on.filter(|it| state.editions.contains_key(it));
    let before = || {
        let earlier = state
            .editions
            .iter()
            .filter(|(_, other)| other.number < it.number);
        earlier
            .max_by_key(|(id, other)| (other.number, **id))
            .map(|it| *it.0)
    };
    based_on.filter(|it| *it != edition).or_else(before)
}

/// An edition without what always differs.
fn essence(it: &Edition) -> Edition {
    Edition {
        number: 0,
        state: crate::domain::catalogue::EditionState::Draft,
        based_on: None,
        ..it.clone()
    }
}

/// What an edition holds a list of.
trait Listed: Clone + PartialEq {
    type Id: Ord + Copy;

    fn is_retired(&self) -> bool;
    /// Among whom it has its place.
    fn group(&self) -> Option<DirectionId>;
    fn order(&mut self) -> &mut u32;
    fn record(self, edition: EditionId, id: Self::Id) -> (Key, Record);
}

impl Listed for Direction {
    type Id = DirectionId;

    fn is_retired(&self) -> bool {
        self.retired
    }

    fn group(&self) -> Option<DirectionId> {
        None
    }

    fn order(&mut self) -> &mut u32 {
        &mut self.order
    }

    fn record(self, edition: EditionId, id: DirectionId) -> (Key, Record) {
        (Key::Direction(edition, id), Record::Direction(self))
    }
}

impl Listed for Indicator {
    type Id = IndicatorId;

    fn is_retired(&self) -> bool {
        self.retired
    }

    fn group(&self) -> Option<DirectionId> {
        Some(self.direction)
    }

    fn order(&mut self) -> &mut u32 {
        &mut self.order
    }

    fn record(self, edition: EditionId, id: IndicatorId) -> (Key, Record) {
        (Key::Indicator(edition, id), Record::Indicator(self))
    }
}

/// All of an edition, in its order.
type List<'a, T> = [(<T as Listed>::Id, &'a Stamped<T>)];

/// What became of each record that either edition has.
fn pairs<T: Listed>(
    (from, old): (EditionId, &List<'_, T>),
    (to, new): (EditionId, &List<'_, T>),
) -> Vec<Pair> {
    let moved = moved(old, new);
    let places = (places(old), places(new));
    // The numbers behind an order differ after anything was added or taken out: the place is told, and only of what was moved.
    let of = |all: &List<'_, T>, places: &BTreeMap<T::Id, u32>| {
        let placed = all.iter().map(|(id, it)| {
            let mut body = it.body.clone();
            let place = places.get(id).filter(|_| moved.contains(id));
            *body.order() = place.copied().unwrap_or_default();
            (*id, body)
        });
        placed.collect::<BTreeMap<T::Id, T>>()
    };
    let (mut was, mut is) = (of(old, &places.0), of(new, &places.1));
    let ids = in_order(new.iter().map(|it| it.0), old.iter().map(|it| it.0));
    let found = ids.into_iter().filter_map(|id| {
        let (before, after) = (was.remove(&id), is.remove(&id));
        let difference = difference(before.as_ref(), after.as_ref())?;
        Some(Pair {
            difference,
            before: before.map(|it| it.record(from, id)),
            after: after.map(|it| it.record(to, id)),
        })
    });
    found.collect()
}

/// The place of each among its own that are in use, from 1.
fn places<T: Listed>(all: &List<'_, T>) -> BTreeMap<T::Id, u32> {
    let mut last: BTreeMap<Option<DirectionId>, u32> = BTreeMap::new();
    let in_use = all.iter().filter(|(_, it)| !it.is_retired());
    in_use
        .map(|(id, it)| {
            let place = last.entry(it.group()).or_default();
            *place += 1;
            (*id, *place)
        })
        .collect()
}

/// Which were moved among those that both editions use in the same direction: all but the longest run that kept its order.
fn moved<T: Listed>(old: &List<'_, T>, new: &List<'_, T>) -> BTreeSet<T::Id> {
    let mut lists: BTreeMap<Option<DirectionId>, Vec<(usize, T::Id)>> = BTreeMap::new();
    let mut renumbered = BTreeSet::new();
    for (id, it) in new.iter().filter(|(_, it)| !it.is_retired()) {
        let known = old.iter().enumerate().find(|(_, (other, _))| other == id);
        let Some((at, (_, was))) = known else {
            continue;
        };
        if was.is_retired() || was.group() != it.group() {
            continue;
        }
        if was.body.clone().order() != it.body.clone().order() {
            renumbered.insert(*id);
        }
        lists.entry(it.group()).or_default().push((at, *id));
    }
    let mut moved = renumbered;
    for list in lists.values() {
        for kept in longest_rising(list) {
            moved.remove(&kept);
        }
    }
    moved
}

/// The longest run of rising places, those between left out.
fn longest_rising<Id: Copy>(list: &[(usize, Id)]) -> Vec<Id> {
    let mut runs: Vec<Vec<(usize, Id)>> = Vec::new();
    for it in list {
        let before = runs
            .iter()
            .filter(|run| run.last().is_some_and(|last| last.0 < it.0));
        let mut run = before
            .max_by_key(|run| run.len())
            .cloned()
            .unwrap_or_default();
        run.push(*it);
        runs.push(run);
    }
    let longest = runs.into_iter().max_by_key(Vec::len).unwrap_or_default();
    longest.into_iter().map(|it| it.1).collect()
}

/// The ids of the later edition in its order, then those that only the earlier has.
fn in_order<T: Ord + Copy>(
    later: impl Iterator<Item = T>,
    earlier: impl Iterator<Item = T>,
) -> Vec<T> {
    let mut ids: Vec<T> = later.collect();
    let known: BTreeSet<T> = ids.iter().copied().collect();
    ids.extend(earlier.filter(|it| !known.contains(it)));
    ids
}

/// What became of a record; `None` where nothing did.
fn difference<T: Listed>(old: Option<&T>, new: Option<&T>) -> Option<Difference> {
    match (old, new) {
        (None, None) => None,
        (None, Some(it)) => (!it.is_retired()).then_some(Difference::Added),
        (Some(it), None) => (!it.is_retired()).then_some(Difference::Removed),
        (Some(old), Some(new)) => match (old.is_retired(), new.is_retired()) {
            (false, true) => Some(Difference::Retired),
            (true, false) => Some(Difference::Revived),
            // Neither edition asks for it.
            (true, true) => None,
            (false, false) => (old != new).then_some(Difference::Changed),
        },
    }
}
