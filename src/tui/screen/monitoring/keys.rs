//! Keys that the keymap leaves to the screen: digits, and what Esc takes back. Also what a refusal does to a cell.
//!
//! Invariant: digits begin an entry in the right-hand pane only; elsewhere they go to a number.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::walk::{self, Step};
use super::{Monitoring, Pane};
use crate::domain::record::CommandId;
use crate::domain::refusal::Refusal;
use crate::tui::app::App;
use crate::tui::entry;

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
    if let Some(digit) = c.to_digit(10) {
        go_to_number(app, digit);
    }
}

/// Pasted text: an entry where cells are; elsewhere nothing, so that a paste never runs commands.
pub fn paste(app: &mut App, text: &str) {
    if app.monitoring.focus == Pane::Rows {
        entry::paste(app, text);
    }
}

/// What an entry can begin with: a digit, a sign, a decimal sign.
fn begins_entry(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '-' | '+' | ',' | '.')
}

/// Digits in a list go to the item with that number: its code, or its place.
fn go_to_number(app: &mut App, digit: u32) {
    let m = &mut app.monitoring;
    let Some(pane) = m.focus.index() else { return };
    let items = if pane == 0 {
        &m.panes.first
    } else {
        &m.panes.second
    };
    for typed in [format!("{}{digit}", m.number), digit.to_string()] {
        let by_code = items.iter().position(|it| it.answers_to(&typed));
        let by_place = typed
            .parse::<usize>()
            .ok()
            .and_then(|it| it.checked_sub(1))
            .filter(|it| *it < items.len());
        if let Some(at) = by_code.or(by_place) {
            m.number = typed;
            return walk::step(app, Step::To(at));
        }
    }
    m.number.clear();
}

/// Esc: takes the filter of the pane away, then marks, then leads back to the left.
pub fn escape(app: &mut App) {
    let m = &mut app.monitoring;
    m.number.clear();
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
    match m.focus {
        Pane::Detail => walk::focus(app, Pane::Rows),
        Pane::Rows | Pane::Second => walk::sideways(app, false),
        Pane::First => {}
    }
}

/// An edit of a cell was refused: what was typed is not lost, its editor opens again or it is kept.
pub fn refused(app: &mut App, id: CommandId, refusal: &Refusal) {
    if let Some(edit) = app.mirror.refused(id, refusal) {
        entry::refused(app, edit, refusal);
        Monitoring::rebuild(app);
    }
}

/// The disk refused an edit of a cell: it is kept as unfinished input.
pub fn not_written(app: &mut App, id: CommandId) {
    if let Some(edit) = app.mirror.refused(id, &Refusal::NoChange) {
        entry::keep(app, &edit);
        Monitoring::rebuild(app);
    }
}
