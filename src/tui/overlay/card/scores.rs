//! Scores of the periods that cards have shown, kept for the next card and renewed by commits.

use std::collections::BTreeMap;

use crate::analysis::scores::PeriodScores;
use crate::domain::ids::PeriodId;
use crate::domain::record::Key;
use crate::tui::app::App;

/// Scores by period.
#[derive(Debug, Default)]
pub struct Scores {
    periods: BTreeMap<PeriodId, PeriodScores>,
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
    }

    /// The scores, by period.
    #[must_use]
    pub fn by_period(&self) -> &BTreeMap<PeriodId, PeriodScores> {
        &self.periods
    }
}
