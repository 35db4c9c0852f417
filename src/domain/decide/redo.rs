//! Results that come by taking back or by doing again: they are true, or it is said what keeps them.
//!
//! Owns what has to hold beyond the rules of [`decide_inverse`]: a period that is closed or scored again comes to what it comes to today, and
//! not to what it came to then. Knows not how it is reckoned.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::ids::{Now, PeriodId};
use crate::domain::period::PeriodState;
use crate::domain::record::{Change, Commit, Key, Record};
use crate::domain::refusal::Refusal;
use crate::domain::results::Reckon;
use crate::domain::state::State;

use super::sheet::{Sheet, conflict};
use super::{Actor, decide_inverse};

/// What takes back the commit `original`, that of [`State::undo_target`].
///
/// # Errors
/// `ClosingStands` where it closed a period; `Conflict` where results would come back and somebody has changed what they are made of since;
/// otherwise as [`decide_inverse`].
pub fn decide_undo(
    state: &State,
    actor: &Actor,
    original: &Commit,
    now: Now,
    reckon: Reckon,
) -> Result<Vec<Change>, Refusal> {
    if let Some(period) = original.changes.iter().find_map(closes) {
        return Err(Refusal::ClosingStands { period });
    }
    let changes = decide_inverse(state, actor, original, now)?;
    let sheet = Sheet::taking_back(state, *actor, now, original.seq);
    for it in &changes {
        if let (Key::Results(period), None) = (it.key, &it.before)
            && !comes_to_the_same(state, period, &changes, reckon)?
            && let Some(key) = changed_since(&sheet, period)
        {
            return Err(conflict(state, key));
        }
    }
    Ok(changes)
}

/// What does again what the commit `undone`, that of [`State::redo_target`], took back.
///
/// # Errors
/// `ResultsDiffer` where a closing or a scoring anew would bring results that are not those of today, `Conflict` where something would be put
/// right that did not stand so; otherwise as [`decide_inverse`].
pub fn decide_redo(
    state: &State,
    actor: &Actor,
    undone: &Commit,
    now: Now,
    reckon: Reckon,
) -> Result<Vec<Change>, Refusal> {
    let changes = decide_inverse(state, actor, undone, now)?;
    let mut scored = BTreeSet::new();
    for it in &changes {
        match (it.key, &it.after) {
            (Key::Results(period) | Key::ResultRow(period, _), Some(_)) => {
                scored.insert(period);
            }
            // Scored anew since, or no longer so: the scoring is written in the period.
            (Key::Correction(cell), Some(Record::Correction(it)))
                if state.stood(cell) != (it.was.clone(), it.source.clone()) =>
            {
                return Err(conflict(state, Key::Period(cell.period)));
            }
            _ => {}
        }
    }
    for period in scored {
        if !comes_to_the_same(state, period, &changes, reckon)? {
            let closed = is_closed(state, period);
            return Err(Refusal::ResultsDiffer { period, closed });
        }
    }
    Ok(changes)
}

/// The period that a change closes.
fn closes(change: &Change) -> Option<PeriodId> {
    let is_closed = |it: &Option<Record>| match it {
        Some(Record::Period(it)) => Some(it.state == PeriodState::Closed),
        _ => None,
    };
    match (
        change.key,
        is_closed(&change.before),
        is_closed(&change.after),
    ) {
        (Key::Period(period), Some(false), Some(true)) => Some(period),
        _ => None,
    }
}

fn is_closed(state: &State, period: PeriodId) -> bool {
    let it = state.periods.get(&period);
    it.is_some_and(|it| it.state == PeriodState::Closed)
}

/// Whether a period that is closed or scored anew by these changes comes to what they leave.
fn comes_to_the_same(
    state: &State,
    period: PeriodId,
    changes: &[Change],
    reckon: Reckon,
) -> Result<bool, Refusal> {
    let today = match changes.iter().find(|it| it.key == Key::Period(period)) {
        // By the edition that it comes to have.
        Some(it) if is_closed(state, period) => {
            let mut as_if = state.clone();
            if let Some(stamp) = state.stamp(it.key) {
                as_if.put(it.key, it.after.clone(), stamp);
            }
            (reckon.results)(&as_if, period)
        }
        _ => (reckon.results)(state, period),
    };
    let today = today.map_err(|period| Refusal::NotLoaded { period })?;
    let today: BTreeMap<Key, Record> = today.into_iter().collect();
    let rows = state.shard(period).into_iter().flat_map(|it| it.results());
    let mut then: BTreeMap<Key, Record> = rows
        .map(|(id, it)| {
            (
                Key::ResultRow(period, *id),
                Record::ResultRow(it.body.clone()),
            )
        })
        .collect();
    if let Some(it) = state.results.get(&period) {
        then.insert(Key::Results(period), Record::Results(it.body.clone()));
    }
    let of_it = |key: Key| matches!(key, Key::Results(it) | Key::ResultRow(it, _) if it == period);
    for it in changes.iter().filter(|it| of_it(it.key)) {
        match &it.after {
            Some(record) => then.insert(it.key, record.clone()),
            None => then.remove(&it.key),
        };
    }
    Ok(then == today)
}

/// What others have changed since of that which the results of a period are made of. What stands in its own cells is looked at by the rules of
/// taking back, and what was put right there, or changed while it was closed, keeps nobody.
fn changed_since(sheet: &Sheet, period: PeriodId) -> Option<Key> {
    let state = sheet.state;
    let span = state.periods.get(&period)?;
    let mut read = BTreeSet::from([period]);
    read.extend(state.period_before(period));
    let parts: Vec<_> = (read.iter().flat_map(|it| state.periods_within(*it))).collect();
    read.extend(parts);
    let is_part = |key: Key| match key {
        Key::Value(cell) => cell.period != period && read.contains(&cell.period),
        Key::BaseValue(of, ..) | Key::ResultRow(of, _) => read.contains(&of),
        Key::Period(of) => of != period && read.contains(&of),
        Key::Reference(of, _) => of == period,
        Key::Appointment(id) => (state.appointments.get(&id))
            .is_some_and(|it| it.from <= span.to && it.to.is_none_or(|to| to >= span.from)),
        Key::Organisation(_) => true,
        _ => false,
    };
    (state.keys()).find(|it| is_part(*it) && sheet.counts(*it))
}
