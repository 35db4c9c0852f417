//! What is computed from the records of the shown period: who headed what, indices, how much is filled.
//!
//! Renewed in update for the keys of a commit, never computed in drawing.

use chrono::NaiveDate;

use crate::analysis::attention::{Concern, PeriodAttention, PeriodFilling};
use crate::analysis::exact::Exact;
use crate::analysis::roster::Roster;
use crate::analysis::scores::PeriodScores;
use crate::domain::ids::{IndicatorId, PeriodId};
use crate::domain::record::Key;
use crate::domain::state::State;
use crate::domain::value::Cell;

/// Computed figures of one period.
#[derive(Clone, Debug)]
pub struct Derived {
    /// Indices, levels and places; the roster is in it.
    pub scores: PeriodScores,
    /// How much is entered.
    pub filling: PeriodFilling,
    /// What needs attention.
    pub attention: PeriodAttention,
    today: NaiveDate,
}

impl Derived {
    /// Computes everything of a period, as of that day.
    #[must_use]
    pub fn of(state: &State, period: PeriodId, today: NaiveDate) -> Derived {
        let scores = PeriodScores::of(state, period);
        let filling = PeriodFilling::of(state, &scores.roster);
        let attention = PeriodAttention::of(state, &scores.roster, today);
        Derived {
            scores,
            filling,
            attention,
            today,
        }
    }

    /// Brings everything up to date after commits with these keys; on another day attention is counted anew.
    pub fn renew(&mut self, state: &State, keys: &[Key], today: NaiveDate) {
        self.scores.renew(state, keys.iter().copied());
        let roster = &self.scores.roster;
        self.filling.renew(state, roster, keys.iter().copied());
        if today == self.today {
            self.attention.renew(state, roster, keys.iter().copied());
        } else {
            self.attention = PeriodAttention::of(state, roster, today);
            self.today = today;
        }
    }

    /// Who headed what.
    #[must_use]
    pub fn roster(&self) -> &Roster {
        &self.scores.roster
    }

    /// The best number of an indicator with a relative scale.
    #[must_use]
    pub fn best(&self, indicator: IndicatorId) -> Option<Exact> {
        self.scores.best(indicator)
    }

    /// Why a cell needs attention.
    #[must_use]
    pub fn concerns(&self, cell: Cell) -> &[Concern] {
        self.attention.get(cell)
    }
}
