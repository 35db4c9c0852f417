//! Two editions side by side: which directions and indicators came, went, came back or read otherwise.
//!
//! An indicator is known by its id: decrees give codes anew. Owns what is compared with what; how a field reads is the locale's.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::catalogue::{Direction, Edition, Indicator};
use crate::domain::ids::EditionId;
use crate::domain::record::{Key, Record};
use crate::domain::state::{Stamped, State};

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
    let (old, new) = (state.directions_of(from), state.directions_of(to));
    pairs(
        &old,
        &new,
        |it: &Direction| it.retired,
        |later, id, it| {
            let edition = if later { to } else { from };
            (Key::Direction(edition, id), Record::Direction(it.clone()))
        },
    )
}

fn indicators(state: &State, from: EditionId, to: EditionId) -> Vec<Pair> {
    let (old, new) = (state.indicators_of(from), state.indicators_of(to));
    pairs(
        &old,
        &new,
        |it: &Indicator| it.retired,
        |later, id, it| {
            let edition = if later { to } else { from };
            (Key::Indicator(edition, id), Record::Indicator(it.clone()))
        },
    )
}

/// What became of each record that either edition has; `keyed` makes a record of the later or the earlier one.
fn pairs<Id: Ord + Copy, T: PartialEq>(
    old: &[(Id, &Stamped<T>)],
    new: &[(Id, &Stamped<T>)],
    retired: impl Fn(&T) -> bool,
    keyed: impl Fn(bool, Id, &T) -> (Key, Record),
) -> Vec<Pair> {
    let was: BTreeMap<Id, &Stamped<T>> = old.iter().copied().collect();
    let is: BTreeMap<Id, &Stamped<T>> = new.iter().copied().collect();
    let ids = in_order(new.iter().map(|it| it.0), old.iter().map(|it| it.0));
    let found = ids.into_iter().filter_map(|id| {
        let (old, new) = (was.get(&id), is.get(&id));
        let known = |it: &&Stamped<T>| retired(&it.body);
        let fate = fate(
            old.map(|it| (known(it), &it.body)),
            new.map(|it| (known(it), &it.body)),
        )?;
        Some(Pair {
            fate,
            before: old.map(|it| keyed(false, id, &it.body)),
            after: new.map(|it| keyed(true, id, &it.body)),
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
