//! Scores of the periods that cards have shown, kept for the next card and renewed by commits.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::scores::{PeriodScores, RowScore};
use crate::domain::ids::PeriodId;
use crate::domain::record::Key;
use crate::domain::state::State;
use crate::tui::app::App;

/// Scores by period.
#[derive(Debug, Default)]
pub struct Scores {
    periods: BTreeMap<PeriodId, PeriodScores>,
    /// Closed ones with what was put right since, where there is such a thing.
    corrected: BTreeMap<PeriodId, PeriodScores>,
}

impl Scores {
    /// Sees to it that these periods are scored. The shown one is taken from what the screen has.
    pub fn ready(app: &mut App, periods: &[PeriodId]) {
        for period in periods {
            if app.scores.periods.contains_key(period) {
                continue;
            }
            let shown = (app.derived.as_ref()).filter(|it| it.scores.period == *period);
            let known = shown.or_else(|| app.nearby.get(app.state(), *period));
            let known = known.map(|it| it.scores.clone());
            let scores = known.unwrap_or_else(|| PeriodScores::of(app.state(), *period));
            app.scores.periods.insert(*period, scores);
            Scores::correct(app, *period);
        }
    }

    /// Whether a period is scored.
    #[must_use]
    pub fn has(&self, period: PeriodId) -> bool {
        self.periods.contains_key(&period)
    }

    /// Brings all of them up to date after commits with these keys, or after values were loaded.
    pub fn renew(app: &mut App, keys: &[Key]) {
        let mut scores = std::mem::take(&mut app.scores);
        for it in scores.periods.values_mut() {
            it.renew(app.state(), keys.iter().copied());
        }
        app.scores = scores;
        let shown = app.monitoring.chosen.period;
        let periods: BTreeSet<_> = (app.scores.periods.keys().copied()).chain(shown).collect();
        for period in periods {
            if app.scores.is_touched(period, keys) {
                Scores::correct(app, period);
            }
        }
    }

    /// Makes the scores of a period with its corrections ready, where it is closed and has any.
    pub fn correct(app: &mut App, period: PeriodId) {
        match PeriodScores::corrected(app.state(), period) {
            Some(scores) => app.scores.corrected.insert(period, scores),
            None => app.scores.corrected.remove(&period),
        };
    }

    /// Whether scores with corrections may be others after commits with these keys; what is read from a closed period does not change.
    fn is_touched(&self, period: PeriodId, keys: &[Key]) -> bool {
        let known = self.corrected.get(&period);
        let counts = |it: PeriodId| it == period || known.is_some_and(|known| known.reaches(it));
        keys.is_empty()
            || keys.iter().any(|key| match key {
                Key::Value(cell) | Key::Correction(cell) => counts(cell.period),
                Key::Reference(of, _) | Key::Period(of) | Key::Results(of) => counts(*of),
                _ => false,
            })
    }

    /// The same head's row with what was put right in a closed period; `None` where nothing of it was.
    #[must_use]
    pub fn put_right(&self, state: &State, period: PeriodId, row: &RowScore) -> Option<&RowScore> {
        self.corrected.get(&period)?.put_right(state, row)
    }

    /// The scores, by period.
    #[must_use]
    pub fn by_period(&self) -> &BTreeMap<PeriodId, PeriodScores> {
        &self.periods
    }
}
