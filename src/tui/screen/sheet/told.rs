//! What stands under the sheet: everything about the cell on which the cursor has rested, in a few lines.

use super::Spot;
use crate::args;
use crate::domain::catalogue::SubjectKind;
use crate::domain::value::Cell;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::screen::monitoring::panes::DetailLine;
use crate::tui::screen::monitoring::{Leader, detail};
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
        let narrowed = !sheet.filter.is_empty() || sheet.narrow.is_some();
        let text = app.say(match (sheet.columns.is_empty(), narrowed) {
            (true, _) => Phrase::GridNoColumns,
            (false, false) => Phrase::GridNoRows,
            (false, true) => Phrase::GridNothingFits,
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
            lines: plain(app, nothing_here(app, line.leader)),
        },
    }
}

/// Why there is no cell in a place: the indicator is another's, a personal one meets a vacancy, the value stands in the row of whoever
/// answers for it, or it is not collected of this organisation.
fn nothing_here(app: &App, leader: Leader) -> String {
    let sheet = &app.sheet;
    let column = sheet.columns.get(sheet.at.column);
    let indicator = column
        .zip(sheet.scope)
        .and_then(|(column, scope)| app.state().indicator_in(scope.period, column.indicator));
    let Some(indicator) = indicator else {
        return String::new();
    };
    match (indicator.level, leader.organisation) {
        (SubjectKind::Municipality, _) => app.say(Phrase::GridMunicipal),
        (_, None) => app.say(Phrase::GridOfOrganisations),
        (SubjectKind::Person, Some(_)) if leader.person.is_none() => app.say(Phrase::GridVacancy),
        (_, Some(_)) => {
            let column = sheet.at.column;
            let mut rows = sheet.lines.iter().enumerate();
            let other = rows.find(|(row, it)| {
                let at = Spot { row: *row, column };
                it.leader.organisation == leader.organisation && sheet.cell_at(at).is_some()
            });
            match other.map(|it| it.1) {
                Some(line) => {
                    app.say_with(Phrase::GridInOtherRow, &args![head = line.head.as_str()])
                }
                None => app.say(Phrase::GridNotCollected),
            }
        }
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
