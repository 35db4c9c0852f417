//! Where entering goes next in the right-hand pane: down the rows, along the indicators. Must not know what is entered.

use super::lists::indicator_ids;
use super::walk::{self, Step};
use crate::analysis::rows::rows_in;
use crate::domain::ids::IndicatorId;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::status::Tone;

/// To the next row that can be entered.
pub fn down(app: &mut App) {
    let m = &app.monitoring;
    let from = m.cursors[2].at;
    match m
        .panes
        .rows
        .iter()
        .enumerate()
        .skip(from + 1)
        .find(|(_, row)| row.enterable)
    {
        Some((at, _)) => walk::step(app, Step::To(at)),
        None => {
            let sentence = app.say(Phrase::EntryLastRow);
            app.status.tell(Tone::Plain, sentence);
        }
    }
}

/// To the next cell of the same row: the next indicator, or the next leader when turned round.
pub fn across(app: &mut App, right: bool) {
    if app.monitoring.pivot {
        let at = app.monitoring.cursors[0].at;
        let to = if right { at + 1 } else { at.saturating_sub(1) };
        walk::choose_first(app, to);
        return;
    }
    let (Some(period), Some(direction), Some(now)) = (
        app.monitoring.chosen.period,
        app.monitoring.chosen.direction,
        app.monitoring.chosen.indicator,
    ) else {
        return;
    };
    let state = app.state();
    let all = indicator_ids(state, period, direction);
    let leader = app.monitoring.row().map(|it| it.leader);
    let organisation = leader.and_then(|it| it.organisation);
    let roster = (app.derived.as_ref()).map(|it| it.roster().only(organisation));
    // Computed ones are not entered, and what is not collected of this organisation has no row of its own.
    let passed_over = |id: &IndicatorId| {
        let computed = state
            .indicator_in(period, *id)
            .is_none_or(|it| it.measure.computed_from().is_some());
        let rows = roster.as_ref().map(|it| rows_in(state, it, *id));
        computed || !rows.is_some_and(|it| it.iter().any(|it| it.organisation == organisation))
    };
    let Some(at) = all.iter().position(|it| *it == now) else {
        return;
    };
    let next = if right {
        all.iter().skip(at + 1).find(|it| !passed_over(it))
    } else {
        all.iter().take(at).rev().find(|it| !passed_over(it))
    };
    if let Some(next) = next.copied() {
        column(app, next);
    }
}

/// Shows another indicator with the cursor on the same leader.
pub fn column(app: &mut App, indicator: IndicatorId) {
    if let Some(row) = app.monitoring.row() {
        app.monitoring.chosen.leader = Some(row.leader);
    }
    walk::go_to_indicator(app, indicator);
}
