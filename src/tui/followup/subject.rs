//! Which recommendation, decision, assignment or report a command is about: the line under the cursor of the detail, else what the
//! followed value has.

use crate::analysis::related;
use crate::domain::activity::ActivityState;
use crate::domain::decide::Deed;
use crate::domain::followup::{AssignmentState, DecisionState};
use crate::domain::record::Key;
use crate::domain::state::State;
use crate::domain::value::Cell;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::overlay::go;
use crate::tui::screen::Screen;
use crate::tui::screen::monitoring::Pane;

/// The record that the cursor is on: a line of the page above the screen, else a line of the detail.
#[must_use]
pub fn selected(app: &App) -> Option<Key> {
    let on_page = app.under_cursor();
    if app.layers().next().is_some() {
        return on_page.filter(is_followup);
    }
    let m = &app.monitoring;
    if m.focus != Pane::Detail {
        return None;
    }
    m.detail_key().filter(is_followup)
}

fn is_followup(key: &Key) -> bool {
    matches!(
        key,
        Key::Recommendation(_)
            | Key::Decision(_)
            | Key::Assignment(_)
            | Key::Report(_)
            | Key::AnalysisNote(_)
            | Key::Activity(_)
            | Key::Review(_)
    )
}

/// Everything that follows the value shown in the detail: what is open first.
#[must_use]
pub fn of_followed(app: &App) -> Vec<Key> {
    if app.layers().next().is_some() || app.screen != Screen::Monitoring {
        // Never what lies hidden below.
        return go::cell(app).map_or_else(Vec::new, |it| of_cell(app.state(), it));
    }
    let m = &app.monitoring;
    // Among the rows it is the one under the cursor, though the detail may still be about to follow it.
    let row = match m.focus {
        Pane::Rows => m.row(),
        _ => m.followed.as_ref().or_else(|| m.row()),
    };
    let Some(row) = row else {
        return Vec::new();
    };
    match row.cell {
        Some(cell) => of_cell(app.state(), cell),
        None => Vec::new(),
    }
}

/// Recommendations, assignments, decisions and measures that follow a value: what is open first, each in the order it was made.
#[must_use]
pub fn of_cell(state: &State, cell: Cell) -> Vec<Key> {
    let mut found = Vec::new();
    for id in related::recommendations_about(state, cell) {
        if let Some(it) = state.recommendations.get(&id) {
            found.push((!it.state.is_open(), Key::Recommendation(id)));
        }
    }
    for id in related::decisions_about(state, cell) {
        for id in state.assignments_of.of(id) {
            if let Some(it) = state.assignments.get(&id) {
                found.push((it.state != AssignmentState::Controlled, Key::Assignment(id)));
            }
        }
        if let Some(it) = state.decisions.get(&id) {
            let ended = matches!(
                it.state,
                DecisionState::Executed | DecisionState::Cancelled { .. }
            );
            found.push((ended, Key::Decision(id)));
        }
    }
    for id in related::activities_about(state, cell) {
        if let Some(it) = state.activities.get(&id) {
            found.push((it.state != ActivityState::Planned, Key::Activity(id)));
        }
    }
    found.sort_by_key(|(ended, _)| *ended);
    found.into_iter().map(|(_, key)| key).collect()
}

/// What somebody is about to do who writes on a record; `None` where there is no form.
pub(super) fn rewriting(key: Key) -> Option<Deed> {
    match key {
        Key::Recommendation(id) => Some(Deed::Rewrite(id)),
        Key::Decision(_) | Key::Assignment(_) => Some(Deed::Decide),
        Key::Report(id) => Some(Deed::RewriteReport(id)),
        Key::Document(_) => Some(Deed::Register),
        _ => None,
    }
}

/// What is said where nothing takes a step: in the catalogue no value is under the cursor.
pub(super) fn nothing(app: &App) -> Phrase {
    match app.screen {
        Screen::Catalogue => Phrase::NothingToStep,
        _ => Phrase::NothingToFollow,
    }
}
