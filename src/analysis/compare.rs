//! Two editions side by side: which directions and indicators came, went, came back or read otherwise.
//!
//! An indicator is known by its id: decrees give codes anew. Owns what is compared with what; how a field reads is the locale's.

use std::collections::BTreeSet;

use crate::domain::catalogue::{Direction, Edition, Indicator};
use crate::domain::ids::{DirectionId, EditionId, IndicatorId};
use crate::domain::record::{Key, Record};
use crate::domain::state::State;

/// What became of a record from one edition to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fate {
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

/// A record in one or both of the editions.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// What became of it.
    pub fate: Fate,
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
}

impl Comparison {
    /// Compares two editions; `None` if one of them is not there.
    #[must_use]
    pub fn of(state: &State, from: EditionId, to: EditionId) -> Option<Comparison> {
        let (old, new) = (state.editions.get(&from)?, state.editions.get(&to)?);
        let edition = (essence(old) != essence(new)).then(|| Pair {
            fate: Fate::Changed,
            before: Some((Key::Edition(from), Record::Edition(old.body.clone()))),
            after: Some((Key::Edition(to), Record::Edition(new.body.clone()))),
        });
        Some(Comparison {
            from,
            to,
            edition,
            directions: directions(state, from, to),
            indicators: indicators(state, from, to),
        })
    }

    /// Whether both say the same.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.edition.is_none() && self.directions.is_empty() && self.indicators.is_empty()
    }

    /// How many indicators had this fate.
    #[must_use]
    pub fn count(&self, fate: Fate) -> usize {
        self.indicators.iter().filter(|it| it.fate == fate).count()
    }
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

fn directions(state: &State, from: EditionId, to: EditionId) -> Vec<Pair> {
    let worded = |edition, id: DirectionId| state.directions.get(&(edition, id));
    let ids = in_order(
        state.directions_of(to).into_iter().map(|it| it.0),
        state.directions_of(from).into_iter().map(|it| it.0),
    );
    let found = ids.into_iter().filter_map(|id| {
        let (old, new) = (worded(from, id), worded(to, id));
        let fate = fate(
            old.map(|it| (it.retired, &it.body)),
            new.map(|it| (it.retired, &it.body)),
        )?;
        let keyed =
            |edition, it: &Direction| (Key::Direction(edition, id), Record::Direction(it.clone()));
        Some(Pair {
            fate,
            before: old.map(|it| keyed(from, it)),
            after: new.map(|it| keyed(to, it)),
        })
    });
    found.collect()
}

fn indicators(state: &State, from: EditionId, to: EditionId) -> Vec<Pair> {
    let worded = |edition, id: IndicatorId| state.indicators.get(&(edition, id));
    let ids = in_order(
        state.indicators_of(to).into_iter().map(|it| it.0),
        state.indicators_of(from).into_iter().map(|it| it.0),
    );
    let found = ids.into_iter().filter_map(|id| {
        let (old, new) = (worded(from, id), worded(to, id));
        let fate = fate(
            old.map(|it| (it.retired, &it.body)),
            new.map(|it| (it.retired, &it.body)),
        )?;
        let keyed =
            |edition, it: &Indicator| (Key::Indicator(edition, id), Record::Indicator(it.clone()));
        Some(Pair {
            fate,
            before: old.map(|it| keyed(from, it)),
            after: new.map(|it| keyed(to, it)),
        })
    });
    found.collect()
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

/// What became of a record, of which is known whether it is retired; `None` where nothing did.
fn fate<T: PartialEq>(old: Option<(bool, &T)>, new: Option<(bool, &T)>) -> Option<Fate> {
    match (old, new) {
        (None, None) => None,
        (None, Some((retired, _))) => (!retired).then_some(Fate::Added),
        (Some((retired, _)), None) => (!retired).then_some(Fate::Removed),
        (Some((false, _)), Some((true, _))) => Some(Fate::Retired),
        (Some((true, _)), Some((false, _))) => Some(Fate::Revived),
        // Neither edition asks for it.
        (Some((true, _)), Some((true, _))) => None,
        (Some((_, old)), Some((_, new))) => (old != new).then_some(Fate::Changed),
    }
}
