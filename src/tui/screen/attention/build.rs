//! What the list is made of: the figures of the open periods, and a row for each item of the groups that are unfolded.

use super::words::{self, Told};
use super::{Group, MOST, Row};
use crate::analysis::agenda::{self, Known};
use crate::domain::ids::PeriodId;
use crate::tui::app::App;
use crate::tui::derived::Derived;
use crate::tui::unfinished;

/// All rows: a group after a group, those that are folded by their headings alone; last what is not known.
pub(super) fn rows(app: &App) -> Vec<(Row, Told)> {
    let it = &app.attention;
    let mut rows = Vec::new();
    for group in Group::all() {
        let n = it.of(group);
        if n == 0 {
            continue;
        }
        rows.push(Row::Heading(group));
        if it.is_folded(group) {
            continue;
        }
        match group {
            Group::Of(kind) => {
                let of = it.items.iter().filter(|it| it.kind == kind);
                rows.extend(of.take(MOST).map(|it| Row::Item(*it)));
            }
            Group::Unsaved => {
                let kept = unfinished::sorted(app).into_iter().take(MOST);
                rows.extend(kept.map(|it| Row::Unsaved(it.0.clone())));
            }
        }
        if n > MOST {
            rows.push(Row::More(group));
        }
    }
    let unknown = agenda::periods(app.state()).into_iter();
    rows.extend(
        unknown
            .filter(|it| derived(app, *it).is_none())
            .map(Row::Unknown),
    );
    rows.into_iter()
        .map(|it| (it.clone(), words::told(app, &it)))
        .collect()
}

/// The figures of an open period, where they are at hand.
pub(super) fn derived(app: &App, period: PeriodId) -> Option<&Derived> {
    let shown = app.derived.as_ref().filter(|it| it.scores.period == period);
    let here = |it: &&Derived| app.state().shard(it.scores.period).is_some();
    (shown.or_else(|| app.nearby.get(app.state(), period))).filter(here)
}

pub(super) fn known(it: &Derived) -> Known<'_> {
    Known {
        roster: it.roster(),
        attention: &it.attention,
        filling: &it.filling,
        findings: &it.findings,
    }
}

/// Computes the figures of open periods whose values are in memory, where nobody has yet.
pub(super) fn make_ready(app: &mut App) {
    for period in agenda::periods(app.state()) {
        let is_here = app.state().shard(period).is_some();
        if is_here && derived(app, period).is_none() {
            let made = Derived::of(app.mirror.state(), period, app.now.today);
            app.nearby.keep(made);
        }
    }
}
