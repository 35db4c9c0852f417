//! What is computed from the records of the shown period: who headed what, indices, how much is filled; and the same of the periods that
//! will be shown next.
//!
//! Renewed in update for the keys of a commit, never computed in drawing.

use chrono::NaiveDate;

use crate::analysis::attention::{Concern, PeriodAttention, PeriodFilling};
use crate::analysis::exact::Exact;
use crate::analysis::findings::{Finding, PeriodFindings};
use crate::analysis::municipality::{self, Municipal};
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
    /// What the rules find.
    pub findings: PeriodFindings,
    today: NaiveDate,
}

impl Derived {
    /// Computes everything of a period, as of that day.
    #[must_use]
    pub fn of(state: &State, period: PeriodId, today: NaiveDate) -> Derived {
        let scores = PeriodScores::of(state, period);
        let filling = PeriodFilling::of(state, &scores.roster);
        let attention = PeriodAttention::of(state, &scores.roster, today);
        let findings = PeriodFindings::of(state, &scores.roster);
        Derived {
            scores,
            filling,
            attention,
            findings,
            today,
        }
    }

    /// Brings everything up to date after commits with these keys; on another day attention is counted anew.
    pub fn renew(&mut self, state: &State, keys: &[Key], today: NaiveDate) {
        self.scores.renew(state, keys.iter().copied());
        let roster = &self.scores.roster;
        self.filling.renew(state, roster, keys.iter().copied());
        self.findings.renew(state, roster, keys.iter().copied());
        if today == self.today {
            // Of values only those count that a figure of this period can be computed from.
            let scores = &self.scores;
            let counts = |it: &Key| !matches!(it, Key::Value(cell) if !scores.reaches(cell.period));
            let keys = keys.iter().copied().filter(counts);
            self.attention.renew(state, roster, keys);
        } else {
            self.attention = PeriodAttention::of(state, roster, today);
            self.today = today;
        }
    }

    /// Looks for findings again where values have come that they are held against.
    pub fn look_back(&mut self, state: &State) {
        if !self.findings.is_of(state) {
            self.findings = PeriodFindings::of(state, &self.scores.roster);
        }
    }

    /// What the rules have found at a cell.
    #[must_use]
    pub fn found(&self, cell: Cell) -> &[Finding] {
        self.findings.get(cell)
    }

    /// Who headed what.
    #[must_use]
    pub fn roster(&self) -> &Roster {
        &self.scores.roster
    }

    /// What an indicator comes to for the municipality.
    #[must_use]
    pub fn municipal(&self, state: &State, indicator: IndicatorId) -> Municipal {
        municipality::municipal_in(state, self.roster(), indicator)
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

/// Most periods that are kept besides the shown one.
pub const NEARBY: usize = 4;

/// Figures of the periods beside the shown one: those shown before, and those made ready while nobody pressed a key. To turn a page does
/// not take longer than to draw it.
#[derive(Clone, Debug, Default)]
pub struct Nearby(Vec<Derived>);

impl Nearby {
    /// Keeps the figures of a period, the latest kept first.
    pub fn keep(&mut self, derived: Derived) {
        self.0
            .retain(|it| it.scores.period != derived.scores.period);
        self.0.insert(0, derived);
        self.0.truncate(NEARBY);
    }

    /// Takes out the figures of a period, if they are kept and are those of this day and of the values in memory.
    pub fn take(&mut self, state: &State, period: PeriodId, today: NaiveDate) -> Option<Derived> {
        let at = self.0.iter().position(|it| it.scores.period == period)?;
        let found = self.0.remove(at);
        let is_of = found.scores.is_of(state) && found.findings.is_of(state);
        (found.today == today && is_of).then_some(found)
    }

    /// Brings all of them up to date after commits with these keys.
    pub fn renew(&mut self, state: &State, keys: &[Key], today: NaiveDate) {
        self.0
            .iter_mut()
            .for_each(|it| it.renew(state, keys, today));
    }

    /// The figures of a period, for whoever only looks.
    #[must_use]
    pub fn get(&self, state: &State, period: PeriodId) -> Option<&Derived> {
        let mut kept = self.0.iter();
        kept.find(|it| it.scores.period == period && it.scores.is_of(state))
    }
}
