//! What a round has taken over that is older than it.

use chrono::NaiveDate;

use super::standing::cited;
use crate::domain::cycle::Round;
use crate::domain::ids::{CitationId, RoundId};
use crate::domain::state::State;

/// The first day of the school year that ends in the round's: what was issued before it was not issued for this round.
fn begins(round: &Round) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::from(round.year) - 1, 9, 1)
}

/// Citations of a round whose document is older than the round, in the order of the form; a new redaction makes a document new, and one
/// without a date cannot be said to be new.
#[must_use]
pub fn older_than_round(state: &State, id: RoundId) -> Vec<CitationId> {
    let Some(from) = state.rounds.get(&id).and_then(|it| begins(it)) else {
        return Vec::new();
    };
    let mut requirements: Vec<_> = state.requirements_of.of(id).collect();
    requirements.sort_by_key(|id| (state.requirements.get(id).map(|it| it.order), *id));
    let all = requirements.into_iter().flat_map(|it| cited(state, it));
    all.filter(|(_, _, document)| document.redaction.max(document.date) < Some(from))
        .map(|(id, ..)| id)
        .collect()
}
