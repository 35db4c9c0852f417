//! Jumps over the sheet: to the next cell that waits for an entry, to the next that needs attention.

use super::{Spot, walk};
use crate::analysis::measure::Figure;
use crate::tui::app::App;
use crate::tui::screen::monitoring::walk::is_blank;

/// Whether a cell can be entered and nothing stands in it.
#[must_use]
pub fn waits(app: &App, at: Spot) -> bool {
    let Some(cell) = app.sheet.cell_at(at).filter(|_| walk::enterable(app, at)) else {
        return false;
    };
    matches!(app.sheet.figure(at), Figure::Absent | Figure::Empty)
        && (app.state().value(cell)).is_none_or(|it| is_blank(Some(&it.entry)))
}

/// To the next cell that waits for an entry: down the column, then down the columns after it, and from the beginning. Whether there is one.
pub fn next_empty(app: &mut App) -> bool {
    next(app, waits)
}

/// To the next cell that needs attention. Whether there is one.
pub fn next_attention(app: &mut App) -> bool {
    let concerns = |app: &App, at: Spot| {
        let cell = app.sheet.cell_at(at);
        let derived = app.derived.as_ref();
        derived
            .zip(cell)
            .is_some_and(|(it, cell)| !it.concerns(cell).is_empty())
    };
    next(app, concerns)
}

fn next(app: &mut App, wanted: impl Fn(&App, Spot) -> bool) -> bool {
    let rows = app.sheet.lines.len();
    let all = rows * app.sheet.columns.len();
    let here = app.sheet.at.column * rows + app.sheet.at.row;
    let place = |n: usize| Spot {
        row: n % rows.max(1),
        column: n / rows.max(1),
    };
    let found = (1..=all)
        .map(|n| place((here + n) % all.max(1)))
        .find(|it| wanted(app, *it));
    if let Some(found) = found {
        walk::go(app, found);
    }
    found.is_some()
}
