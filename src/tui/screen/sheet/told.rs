//! What stands under the sheet: everything about the cell on which the cursor has rested, in a few lines.

use super::SheetScreen;
use crate::domain::value::Cell;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::screen::monitoring::detail;
use crate::tui::screen::monitoring::panes::DetailLine;
use crate::tui::theme::Role;

/// The lines with their title.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    /// «6.2 · СШ № 12 · Ерёмин К. Л.»
    pub title: String,
    /// The lines, broken for the width there is.
    pub lines: Vec<DetailLine>,
}

/// What is to be told of the cell under the cursor.
pub fn of(app: &App) -> Told {
    let sheet = &app.sheet;
    let Some(line) = sheet.line() else {
        let text = app.say(match (sheet.columns.is_empty(), sheet.filter.is_empty()) {
            (true, _) => Phrase::GridNoColumns,
            (false, true) => Phrase::GridNoRows,
            (false, false) => Phrase::GridNothingFits,
        });
        return Told {
            title: String::new(),
            lines: plain(app, text),
        };
    };
    match sheet.cell() {
        Some(cell) => Told {
            title: detail::title_of(app, cell, line.leader),
            lines: about(app, cell),
        },
        None => Told {
            title: format!("{} {} {}", line.name, app.theme.glyphs.dot, line.head),
            lines: plain(app, app.say(nothing_here(sheet))),
        },
    }
}

/// Why there is no cell in a place: a personal indicator meets a vacancy, or it is not collected of this organisation.
fn nothing_here(sheet: &SheetScreen) -> Phrase {
    match sheet.line().is_some_and(|it| it.leader.person.is_none()) {
        true => Phrase::GridVacancy,
        false => Phrase::GridNotCollected,
    }
}

fn about(app: &App, cell: Cell) -> Vec<DetailLine> {
    detail::flowing(app, &detail::of_cell(app, cell))
}

fn plain(app: &App, text: String) -> Vec<DetailLine> {
    let line = DetailLine {
        parts: vec![(text, Role::Dim)],
        ..DetailLine::default()
    };
    detail::flowing(app, &[line])
}
