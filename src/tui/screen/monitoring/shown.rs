//! The period that is shown: its figures and those of the periods beside it, ready when they are needed and renewed with what changes.
//!
//! Owns when they are computed and what is asked of the engine for it. What they are is the affair of `analysis`.

use chrono::NaiveDate;

use super::{Monitoring, PERIODS_BACK, detail, walk};
use crate::analysis::agenda;
use crate::domain::ids::PeriodId;
use crate::domain::period::PeriodState;
use crate::domain::record::Key;
use crate::domain::state::State;
use crate::tui::app::App;
use crate::tui::derived::{Derived, NEARBY, Nearby};
use crate::tui::overlay::card::Scores;
use crate::tui::screen::attention::AttentionScreen;
use crate::tui::screen::measures::MeasuresScreen;
use crate::tui::screen::sheet::SheetScreen;

impl Monitoring {
    /// Records changed.
    pub fn renew(app: &mut App, keys: &[Key]) {
        let mut nearby = std::mem::take(&mut app.nearby);
        nearby.renew(app.state(), keys, app.now.today);
        app.nearby = nearby;
        let shown = app.monitoring.chosen.period;
        // Also where the shown period was taken back.
        if shown.is_none_or(|it| !app.state().periods.contains_key(&it)) {
            app.monitoring.chosen.period = to_work_in(app.state(), app.now.today);
            Self::want_periods(app);
        }
        match (app.derived.take(), app.monitoring.chosen.period) {
            (Some(mut derived), Some(period)) if derived.scores.period == period => {
                derived.renew(app.state(), keys, app.now.today);
                app.derived = Some(derived);
            }
            _ => Self::compute(app),
        }
        Self::rebuild(app);
        Self::follow(app);
        SheetScreen::renew(app, keys);
        AttentionScreen::stale(app);
    }

    /// The values of a period have come. Those that no figure of the shown one is computed from are only in the detail.
    pub fn loaded(app: &mut App, period: PeriodId) {
        let counts = (app.derived.as_ref()).is_none_or(|it| it.scores.reaches(period));
        if counts {
            Self::compute(app);
            Self::rebuild(app);
            Self::follow(app);
            SheetScreen::loaded(app);
        } else {
            let state = app.mirror.state();
            if let Some(derived) = &mut app.derived {
                derived.look_back(state);
            }
            detail::renew(app);
        }
        AttentionScreen::stale(app);
    }

    /// Makes the figures of the shown period ready; those of the one shown until now are kept for when it is shown again.
    pub(super) fn compute(app: &mut App) {
        let period = app.monitoring.chosen.period;
        let before = app.derived.take();
        if let Some(before) = before.filter(|it| Some(it.scores.period) != period) {
            app.nearby.keep(before);
        }
        let today = app.now.today;
        app.derived = period.map(|it| {
            let state = app.mirror.state();
            let kept = app.nearby.take(state, it, today);
            kept.unwrap_or_else(|| Derived::of(state, it, today))
        });
        // What was put right in a closed period stands beside its indices.
        if let Some(period) = period {
            Scores::correct(app, period);
        }
    }

    /// Makes the figures of one of the periods that may be shown next ready, or the scores that a card asks for. Whether there may be more.
    pub fn prepare(app: &mut App) -> bool {
        let Some(shown) = app.monitoring.chosen.period else {
            return false;
        };
        let mut back = before(app.state(), shown);
        back.truncate(PERIODS_BACK + 1);
        let next = walk::later(app.state(), shown);
        let beside = next.into_iter().chain(back.get(1).copied());
        // What requires attention is looked for in every period that takes values.
        let open = agenda::periods(app.state()).into_iter();
        let mut wanted: Vec<PeriodId> = Vec::new();
        for it in beside.chain(open) {
            if it != shown && !wanted.contains(&it) {
                wanted.push(it);
            }
        }
        wanted.truncate(NEARBY);
        for period in wanted {
            let state = app.mirror.state();
            if state.shard(period).is_some() && app.nearby.get(state, period).is_none() {
                let derived = Derived::of(state, period, app.now.today);
                app.nearby.keep(derived);
                AttentionScreen::stale(app);
                return true;
            }
        }
        let wanted = back.into_iter().find(|it| !app.scores.has(*it));
        Scores::ready(app, wanted.as_slice());
        wanted.is_some()
    }

    /// Shows another period.
    pub fn show_period(app: &mut App, period: PeriodId) {
        app.monitoring.chosen.period = Some(period);
        Self::want_periods(app);
        Self::compute(app);
        Self::rebuild(app);
        Self::follow(app);
        SheetScreen::loaded(app);
        MeasuresScreen::again(app);
        app.renew_layers();
        AttentionScreen::stale(app);
        app.prepare_soon();
    }

    /// Everything may be otherwise: nothing that was computed stays, and the values are asked for anew.
    pub fn again(app: &mut App) {
        app.derived = None;
        app.nearby = Nearby::default();
        app.scores = Scores::default();
        app.finder.forget();
        let shown = app.monitoring.chosen.period;
        let shown = shown.filter(|it| app.state().periods.contains_key(it));
        match shown.or_else(|| to_work_in(app.state(), app.now.today)) {
            Some(period) => Self::show_period(app, period),
            None => Self::rebuild(app),
        }
        AttentionScreen::stale(app);
    }

    /// Asks for the values of the shown period and of those it is compared with.
    pub(super) fn want_periods(app: &mut App) {
        let Some(shown) = app.monitoring.chosen.period else {
            return;
        };
        let mut periods = before(app.state(), shown);
        periods.truncate(PERIODS_BACK + 1);
        // A year is made of its quarters where nothing was entered for it.
        let within: Vec<PeriodId> = (periods.iter())
            .flat_map(|it| app.state().periods_within(*it))
            .collect();
        periods.extend(within);
        // The top line counts what requires attention in all that take values.
        periods.extend(agenda::periods(app.state()));
        app.mirror.show(periods.iter().copied());
        for period in periods {
            app.want_shard(period);
        }
    }
}

/// The period to work in: the last one that takes values and has begun; else the next to begin; else the last of all. Next year's, opened
/// in good time, does not push this year's aside.
#[must_use]
pub fn to_work_in(state: &State, today: NaiveDate) -> Option<PeriodId> {
    let open = || (state.periods.iter()).filter(|(_, it)| it.state == PeriodState::Open);
    let begun = open().filter(|(_, it)| it.from <= today);
    (begun.max_by_key(|(_, it)| it.to))
        .or_else(|| open().min_by_key(|(_, it)| it.from))
        .or_else(|| state.periods.iter().max_by_key(|(_, it)| it.to))
        .map(|(id, _)| *id)
}

/// A period and those of its kind before it, the latest first.
#[must_use]
pub fn before(state: &State, period: PeriodId) -> Vec<PeriodId> {
    let Some(shown) = state.periods.get(&period) else {
        return Vec::new();
    };
    let mut found: Vec<_> = state
        .periods
        .iter()
        .filter(|(_, it)| it.kind == shown.kind && it.to <= shown.to)
        .collect();
    found.sort_by_key(|(_, it)| std::cmp::Reverse(it.to));
    found.into_iter().map(|(id, _)| *id).collect()
}
