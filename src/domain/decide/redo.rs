//! Doing again what was taken back.
//!
//! Owns what has to hold beyond the rules of taking back: a period that is closed again comes to what it comes to today, and not to what it
//! came to then. Knows not how it is reckoned.

use std::collections::BTreeMap;

use crate::domain::ids::{Now, PeriodId};
use crate::domain::record::{Change, Commit, Key, Record};
use crate::domain::refusal::Refusal;
use crate::domain::results::Reckon;
use crate::domain::state::State;

use super::{Actor, decide_inverse};

/// What does again what the commit `undone`, that of [`State::redo_target`], took back.
///
/// # Errors
/// `ResultsDiffer` where a closing would bring results that are not those of today; otherwise as [`decide_inverse`].
pub fn decide_redo(
    state: &State,
    actor: &Actor,
    undone: &Commit,
    now: Now,
    reckon: Reckon,
) -> Result<Vec<Change>, Refusal> {
    let changes = decide_inverse(state, actor, undone, now)?;
    for it in &changes {
        if let (Key::Results(period), None) = (it.key, &it.before) {
            comes_to_the_same(state, period, &changes, reckon)?;
        }
    }
    Ok(changes)
}

/// Whether a period that is closed by these changes comes to what they bring.
fn comes_to_the_same(
    state: &State,
    period: PeriodId,
    changes: &[Change],
    reckon: Reckon,
) -> Result<(), Refusal> {
    let then: BTreeMap<Key, &Record> = (changes.iter())
        .filter(|it| matches!(it.key, Key::Results(of) | Key::ResultRow(of, _) if of == period))
        .filter_map(|it| Some((it.key, it.after.as_ref()?)))
        .collect();
    let today = (reckon.results)(state, period).map_err(|period| Refusal::NotLoaded { period })?;
    let today: BTreeMap<Key, &Record> = today.iter().map(|(key, it)| (*key, it)).collect();
    match then == today {
        true => Ok(()),
        false => Err(Refusal::ResultsDiffer { period }),
    }
}
