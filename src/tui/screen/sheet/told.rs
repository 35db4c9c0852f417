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
    let (title, lines) = detail::of_cell(app, cell);
    let title = detail::flowing(app, &title, true);
    // In a few lines the number is worth more than the end of its name.
    let most = if app.sheet.expanded { title.len() } else { 1 };
    let cut = title.len() > most;
    let mut title: Vec<DetailLine> = title.into_iter().take(most).collect();
    if let Some(part) = title
        .last_mut()
        .and_then(|it| it.parts.last_mut())
        .filter(|_| cut)
    {
        part.0.push_str(app.theme.glyphs.ellipsis);
    }
    title.extend(detail::flowing(app, &lines, app.sheet.expanded));
    title
}

fn plain(app: &App, text: String) -> Vec<DetailLine> {
    let line = DetailLine {
        parts: vec![(text, Role::Dim)],
        ..DetailLine::default()
    };
    detail::flowing(app, &[line], true)
}
