//! Taking back what was done in the cycle: who may, and that a submitted round stays what it was.

use std::collections::BTreeSet;

use crate::domain::cycle::RoundState;
use crate::domain::ids::RoundId;
use crate::domain::record::{Change, Key, Record};
use crate::domain::refusal::{CycleRefusal, Refusal};
use crate::domain::state::State;

use super::KEEPING;
use super::activities::{lead_activity, lead_review};
use super::goals::lead_direction;
use crate::domain::decide::documents::REGISTERING;
use crate::domain::decide::rights::Rights;

/// Refuses to take back or do again what is of a submitted round, unless the round came or was submitted with it (`owners`).
pub(in crate::domain::decide) fn is_not_frozen(
    state: &State,
    change: &Change,
    owners: &BTreeSet<Key>,
) -> Result<(), Refusal> {
    let both = [&change.before, &change.after].into_iter().flatten();
    for round in both.filter_map(|it| round_of(state, it)) {
        if owners.contains(&Key::Round(round)) {
            continue;
        }
        let now = state.rounds.get(&round).map(|it| &it.state);
        if let Some(RoundState::Submitted { on, .. }) = now {
            return Err(Refusal::Cycle(CycleRefusal::Submitted { round, on: *on }));
        }
    }
    Ok(())
}

fn round_of(state: &State, record: &Record) -> Option<RoundId> {
    match record {
        Record::Requirement(it) => Some(it.round),
        Record::Citation(it) => Some(state.requirements.get(&it.requirement)?.round),
        _ => None,
    }
}

/// Whether the person may do or undo such a change of the cycle.
pub(in crate::domain::decide) fn may_change(
    rights: &Rights,
    change: &Change,
) -> Result<(), Refusal> {
    let both = [&change.before, &change.after];
    for record in both.into_iter().flatten() {
        match record {
            Record::Citation(_) => rights.need_for(&REGISTERING, &[])?,
            Record::Requirement(_) => match both {
                // An answer, not the form.
                [Some(_), Some(_)] => rights.need_for(&REGISTERING, &[])?,
                _ => rights.need(KEEPING)?,
            },
            Record::Goal(it) => lead_direction(rights, Some(it.direction))?,
            Record::AnalysisNote(it) => lead_direction(rights, Some(it.direction))?,
            Record::Activity(it) => lead_activity(rights, it)?,
            Record::Review(it) => lead_review(rights, it)?,
            _ => rights.need(KEEPING)?,
        }
    }
    Ok(())
}
