//! Jumps over the sheet: to the next cell that waits for an entry, to the next that needs attention.

use super::{Spot, walk};
use crate::analysis::measure::Figure;
use crate::args;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::CommandId;
use crate::tui::screen::monitoring::walk::is_blank;
use crate::tui::status::Tone;

/// Whether a cell can be entered and nothing stands in it.
#[must_use]
pub fn waits(app: &App, at: Spot) -> bool {
    let Some(cell) = app.sheet.cell_at(at).filter(|_| walk::enterable(app, at)) else {
        return false;
    };
    matches!(app.sheet.figure(at), Figure::Absent | Figure::Empty)
        && (app.state().value(cell)).is_none_or(|it| is_blank(Some(&it.entry)))
}

/// To the next cell that waits for an entry: down the column, then down the columns after it, and from the beginning. Where a row is filled
/// in along its columns, in that row: whoever has one school's paper at hand is not led to another. Whether there is one.
pub fn next_empty(app: &mut App) -> bool {
    if !is_along(app) {
        return next(app, waits);
    }
    let (at, columns) = (app.sheet.at, app.sheet.columns.len());
    let all = (1..=columns).map(|it| (at.column + it) % columns.max(1));
    let found = { all }.find(|column| {
        waits(
            app,
            Spot {
                column: *column,
                ..at
            },
        )
    });
    match found {
        Some(column) => {
            app.sheet.along = app.sheet.line().map(|it| it.leader);
            walk::go(app, Spot { column, ..at });
        }
        None => {
            (app.sheet.along, app.entry.run) = (None, None);
            let key = hints::key(app, CommandId::NextEmpty);
            let sentence = app.say_with(Phrase::GridRowIsFilled, &args![key]);
            app.status.tell(Tone::Plain, sentence);
        }
    }
    true
}

/// Whether the row under the cursor is filled in along its columns: it was opened for itself, or a run of Tabs has come here.
fn is_along(app: &App) -> bool {
    let here = app.sheet.cell();
    app.sheet.along.is_some() || here.is_some_and(|it| app.entry.run_start(it).is_some())
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
