//! Keys that the keymap leaves to the screen: digits, and what Esc takes back. Also what a refusal does to a cell.
//!
//! Invariant: digits begin an entry in the right-hand pane only; in the lists they go to a number.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::{Monitoring, Pane, number, walk};
use crate::domain::record::{CommandId, Key};
use crate::domain::refusal::Refusal;
use crate::domain::value::Cell;
use crate::tui::app::App;
use crate::tui::entry;
use crate::tui::overlay::card::Scores;

/// A key that the keymap does not know.
pub fn key(app: &mut App, key: KeyEvent) {
    let KeyCode::Char(c) = key.code else { return };
    if key
        .modifiers
        .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT)
    {
        return;
    }
    if app.monitoring.focus == Pane::Rows {
        if begins_entry(c) {
            entry::begin(app, c);
        }
        return;
    }
    number::typed(app, c);
}

/// Pasted text: an entry where cells are; elsewhere nothing, so that a paste never runs commands.
pub fn paste(app: &mut App, text: &str) {
    if app.monitoring.focus == Pane::Rows {
        entry::paste(app, text);
    }
}

/// What an entry can begin with: a digit, a sign, a decimal sign.
#[must_use]
pub fn begins_entry(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '-' | '+' | ',' | '.')
}

/// Esc: takes the filter of the pane away, then marks, then leads back to the page that led here, else to the left.
pub fn escape(app: &mut App) {
    let m = &mut app.monitoring;
    m.number.end();
    if m.expanded {
        return Monitoring::expand(app, false);
    }
    if let Some(filter) = m.focus.index().and_then(|it| m.filters.get_mut(it))
        && !filter.is_empty()
    {
        filter.clear();
        return Monitoring::rebuild(app);
    }
    if m.focus == Pane::Rows && !m.marks.is_empty() {
        return m.marks.clear();
    }
    if m.focus != Pane::Detail && app.back() {
        return;
    }
    match app.monitoring.focus {
        Pane::Detail => walk::focus(app, Pane::Rows),
        Pane::Rows | Pane::Second => walk::sideways(app, false),
        Pane::First => {}
    }
}

/// An edit of a cell was refused: what was typed is not lost, its editor opens again or it is kept.
pub fn refused(app: &mut App, id: CommandId, refusal: &Refusal) {
    if let Some(edit) = app.mirror.refused(id, refusal) {
        taken_out(app, edit.cell);
        entry::refused(app, edit, refusal);
    }
}

/// The disk refused an edit of a cell: it is kept as unfinished input.
pub fn not_written(app: &mut App, id: CommandId) {
    if let Some(edit) = app.mirror.refused(id, &Refusal::NoChange) {
        taken_out(app, edit.cell);
        entry::keep(app, &edit);
    }
}

/// An edit shown before it was confirmed is no longer shown: nothing is computed from it, either.
fn taken_out(app: &mut App, cell: Cell) {
    let keys = [Key::Value(cell)];
    Monitoring::renew(app, &keys);
    Scores::renew(app, &keys);
}
