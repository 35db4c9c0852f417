//! The indices of a closed period with what was put right in it since (исправления), beside those that were approved.
//!
//! Owns whose index such a correction is about; how an index is reckoned is the affair of the scores. Changes no result.

use super::{PeriodScores, RowScore};
use crate::analysis::roster;
use crate::domain::ids::PeriodId;
use crate::domain::state::State;
use crate::domain::value::Subject;

impl PeriodScores {
    /// The scores of a closed period with its corrections; `None` where there are none, and while a value that counts is not in memory:
    /// an index of half the values would say that a correction had changed it.
    #[must_use]
    pub fn corrected(state: &State, period: PeriodId) -> Option<PeriodScores> {
        roster::recorded(state, period)?;
        let any = state.corrections.keys().any(|it| it.period == period);
        let scores = any.then(|| PeriodScores::anew(state, period))?;
        scores.has_all().then_some(scores)
    }

    /// Of these scores with corrections, the row of the same head; `None` where nothing of the head or the organisation was put right
    /// that the results do not know of.
    #[must_use]
    pub fn put_right(&self, state: &State, row: &RowScore) -> Option<&RowScore> {
        let is_own = |subject| match subject {
            Subject::Organisation(id) => row.organisation == Some(id),
            Subject::Person(id) => row.person == Some(id),
            Subject::Municipality => row.organisation.is_none(),
        };
        let mut corrected =
            (state.corrections.keys()).filter(|it| it.period == self.period && is_own(it.subject));
        if !corrected.any(|it| state.corrected_since(*it).is_some()) {
            return None;
        }
        match row.organisation {
            Some(organisation) => self.row(organisation, row.person),
            None => self.municipality.as_ref(),
        }
    }
}
