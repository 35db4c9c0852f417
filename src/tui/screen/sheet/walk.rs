//! Walking over the sheet: what the movement commands do here, where entering goes next, the marked block.

use super::layout::areas;
use super::{Mark, SheetScreen, Spot, jump};
use crate::args;
use crate::domain::ids::{IndicatorId, OrganisationId};
use crate::domain::value::{Cell, Subject};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::screen::monitoring::Monitoring;
use crate::tui::screen::monitoring::lists::direction_ids;
use crate::tui::screen::monitoring::walk::Step;
use crate::tui::status::Tone;

/// Moves the cursor up or down; a block that was marked is let go, unless it is being marked.
pub fn step(app: &mut App, step: Step) {
    let height = areas(&app.sheet, app.size, 0).map_or(1, |it| it.height());
    let page = height.saturating_sub(1).max(1);
    let rows = app.sheet.lines.len();
    let at = app.sheet.at;
    let by = |n: isize| at.row.saturating_add_signed(n);
    let row = match step {
        Step::By(n) => by(n),
        Step::Page(n) => {
            let n = n.saturating_mul(isize::try_from(page).unwrap_or(isize::MAX));
            app.sheet.top.row = app.sheet.top.row.saturating_add_signed(n);
            by(n)
        }
        Step::First => 0,
        Step::Last => rows,
        Step::To(row) => row,
    };
    go(app, Spot { row, ..at });
}

/// Moves the cursor to the next or to the last column on a side.
pub fn sideways(app: &mut App, right: bool) {
    let at = app.sheet.at;
    let column = match right {
        true => at.column + 1,
        false => at.column.saturating_sub(1),
    };
    go(app, Spot { column, ..at });
}

/// To the first or the last column of the row.
pub fn to_edge(app: &mut App, last: bool) {
    let at = app.sheet.at;
    let column = if last { usize::MAX } else { 0 };
    go(app, Spot { column, ..at });
}

/// To the first or the last cell of the sheet.
pub fn to_corner(app: &mut App, last: bool) {
    let all = if last { usize::MAX } else { 0 };
    go(
        app,
        Spot {
            row: all,
            column: all,
        },
    );
}

/// Puts the cursor somewhere, as near as the sheet allows. While a block is being marked its other corner stays.
pub fn go(app: &mut App, to: Spot) {
    app.sheet.mark = app.sheet.mark.filter(|it| it.held);
    app.sheet.at = to;
    settle(app);
    let here = app.sheet.line().map(|it| it.leader);
    app.sheet.along = app.sheet.along.filter(|it| Some(*it) == here);
    if app.sheet.mark.is_some() {
        tell_block(app);
    }
    Monitoring::follow_soon(app);
}

/// Extends the marked block by a row or a column.
pub fn extend(app: &mut App, rows: isize, columns: isize) {
    let at = app.sheet.at;
    let mark = app.sheet.mark.unwrap_or(Mark {
        anchor: at,
        held: false,
    });
    app.sheet.at = Spot {
        row: at.row.saturating_add_signed(rows),
        column: at.column.saturating_add_signed(columns),
    };
    settle(app);
    app.sheet.mark = Some(mark);
    tell_block(app);
    Monitoring::follow_soon(app);
}

/// Begins to mark a block at the cursor, or ends it: the block stays until the cursor moves.
pub fn mark(app: &mut App) {
    let sheet = &mut app.sheet;
    sheet.mark = Some(match sheet.mark {
        Some(mark) if mark.held => Mark {
            held: false,
            ..mark
        },
        _ => Mark {
            anchor: sheet.at,
            held: true,
        },
    });
    tell_block(app);
}

/// Marks every cell in sight of the filter.
pub fn mark_all(app: &mut App) {
    app.sheet.mark = Some(Mark {
        anchor: Spot::default(),
        held: false,
    });
    app.sheet.at = Spot {
        row: usize::MAX,
        column: usize::MAX,
    };
    settle(app);
    tell_block(app);
}

/// Lets the block go. Whether there was one.
pub fn unmark(app: &mut App) -> bool {
    let mark = app.sheet.mark.take();
    // As in a spreadsheet: where a block was begun one goes on.
    if let Some(mark) = mark {
        app.sheet.at = mark.anchor;
        settle(app);
        Monitoring::follow_soon(app);
    }
    mark.is_some()
}

fn tell_block(app: &mut App) {
    let (first, last) = app.sheet.block();
    let (rows, columns) = (last.row - first.row + 1, last.column - first.column + 1);
    let sentence = app.say_with(Phrase::GridBlock, &args![rows, columns]);
    app.status.tell(Tone::Plain, sentence);
}

/// Keeps the cursor on the sheet and in sight, and what is chosen elsewhere with it.
pub fn settle(app: &mut App) {
    let sheet = &mut app.sheet;
    let last = Spot {
        row: sheet.lines.len().saturating_sub(1),
        column: sheet.columns.len().saturating_sub(1),
    };
    let within = |it: Spot| Spot {
        row: it.row.min(last.row),
        column: it.column.min(last.column),
    };
    sheet.at = within(sheet.at);
    if let Some(mark) = &mut sheet.mark {
        mark.anchor = within(mark.anchor);
    }
    let height = areas(sheet, app.size, 0).map_or(1, |it| it.height()).max(1);
    let top = &mut sheet.top;
    top.row = top.row.min(sheet.lines.len().saturating_sub(height));
    top.row = top.row.min(sheet.at.row);
    if sheet.at.row >= top.row + height {
        top.row = sheet.at.row + 1 - height;
    }
    top.column = top.column.min(sheet.at.column);
    while sheet.top.column < sheet.at.column {
        let shown = areas(sheet, app.size, sheet.top.column);
        if shown.is_none_or(|it| it.columns.iter().any(|it| it.0 == sheet.at.column)) {
            break;
        }
        sheet.top.column += 1;
    }
    // Columns that have room on the left are not left out there.
    while let Some(before) = sheet.top.column.checked_sub(1) {
        let shown = areas(sheet, app.size, before);
        if !shown.is_some_and(|it| it.columns.iter().any(|it| it.0 == last.column)) {
            break;
        }
        sheet.top.column = before;
    }
    let chosen = &mut app.monitoring.chosen;
    if let Some(leader) = app.sheet.line().map(|it| it.leader) {
        chosen.leader = Some(leader);
    }
    if let Some(column) = app.sheet.columns.get(app.sheet.at.column) {
        chosen.indicator = Some(column.indicator);
    }
    let period = app
        .monitoring
        .chosen
        .period
        .zip(app.monitoring.chosen.indicator);
    let state = app.mirror.state();
    let direction = period
        .and_then(|(period, id)| state.indicator_in(period, id))
        .map(|it| it.direction);
    if direction.is_some() {
        app.monitoring.chosen.direction = direction;
    }
}

/// Whether something can be typed into a cell of a place.
pub fn enterable(app: &App, at: Spot) -> bool {
    let Some(cell) = app.sheet.cell_at(at) else {
        return false;
    };
    let state = app.state();
    let indicator = state.indicator_in(cell.period, cell.indicator);
    indicator.is_some_and(|it| it.measure.computed_from().is_none())
}

/// Down to the next row of the column that can be entered; at its end to the first cell of the columns after it that waits for an entry.
pub fn down(app: &mut App) {
    if below(app) {
        return;
    }
    let (at, rows) = (app.sheet.at, app.sheet.lines.len());
    let others = (at.column + 1..app.sheet.columns.len())
        .flat_map(|column| (0..rows).map(move |row| Spot { row, column }));
    let Some(next) = { others }.find(|it| jump::waits(app, *it)) else {
        return tell_end(app);
    };
    go(app, next);
    let code = (app.sheet.columns.get(next.column)).map(|it| it.code.clone());
    let sentence = app.say_with(
        Phrase::GridNextColumn,
        &args![code = code.unwrap_or_default()],
    );
    app.status.tell(Tone::Plain, sentence);
}

/// Down to the next row that can be entered, after a run along a row; at the end of the sheet it stays.
pub fn next_row(app: &mut App) {
    if !below(app) {
        tell_end(app);
    }
}

/// Whether a place is one to walk to. Who heads two organisations has one cell for both: it shows in either row, and is entered in the first.
fn is_next(app: &App, at: Spot) -> bool {
    let cell = app.sheet.cell_at(at);
    let is_personal = cell.is_some_and(|it| matches!(it.subject, Subject::Person(_)));
    let mut above = (0..at.row).map(|row| app.sheet.cell_at(Spot { row, ..at }));
    enterable(app, at) && !(is_personal && above.any(|it| it == cell))
}

/// To the next row of the column that can be entered. Whether there is one.
fn below(app: &mut App) -> bool {
    let at = app.sheet.at;
    let rows = (at.row + 1..app.sheet.lines.len()).map(|row| Spot { row, ..at });
    let next = { rows }.find(|it| is_next(app, *it));
    if let Some(next) = next {
        go(app, next);
    }
    next.is_some()
}

fn tell_end(app: &mut App) {
    let sentence = app.say(Phrase::GridEnd);
    app.status.tell(Tone::Plain, sentence);
}

/// To the next cell on a side that can be entered; from the end of a row to the beginning of the next one.
pub fn across(app: &mut App, right: bool) {
    let at = app.sheet.at;
    let columns = app.sheet.columns.len();
    let here = at.row * columns + at.column;
    let place = |n: usize| Spot {
        row: n / columns.max(1),
        column: n % columns.max(1),
    };
    let found = match right {
        true => (here + 1..app.sheet.lines.len() * columns)
            .map(place)
            .find(|it| is_next(app, *it)),
        false => (0..here).rev().map(place).find(|it| is_next(app, *it)),
    };
    if let Some(next) = found {
        go(app, next);
    }
}

/// Puts the cursor into the column of an indicator.
pub fn to_column(app: &mut App, indicator: IndicatorId) {
    let column = app
        .sheet
        .columns
        .iter()
        .position(|it| it.indicator == indicator);
    if let Some(column) = column {
        let at = app.sheet.at;
        go(app, Spot { column, ..at });
    }
}

/// Shows a cell of the period: in its direction, with nothing that hides its row. Whether the sheet has it.
pub fn show(app: &mut App, cell: Cell) -> bool {
    if app.monitoring.chosen.period != Some(cell.period) {
        return false;
    }
    if to_cell(app, cell) {
        return true;
    }
    let indicator = app.state().indicator_in(cell.period, cell.indicator);
    let Some(direction) = indicator.map(|it| it.direction) else {
        return false;
    };
    app.monitoring.chosen.direction = Some(direction);
    app.sheet.filter.clear();
    app.sheet.narrow = None;
    SheetScreen::again(app);
    to_cell(app, cell)
}

/// Shows the row of an organisation with all directions side by side, at the first cell that waits for an entry; of two heads the row of the
/// one whose does.
pub fn to_row(app: &mut App, organisation: OrganisationId) {
    app.sheet.all = true;
    app.sheet.filter.clear();
    app.sheet.narrow = None;
    SheetScreen::open(app);
    let lines = app.sheet.lines.iter().enumerate();
    let of = lines.filter(|it| it.1.leader.organisation == Some(organisation));
    let rows: Vec<usize> = of.map(|it| it.0).collect();
    let columns = 0..app.sheet.columns.len();
    let places =
        (rows.iter()).flat_map(|row| columns.clone().map(|column| Spot { row: *row, column }));
    let waits = places.clone().find(|it| jump::waits(app, *it));
    let last = rows.last().map(|row| Spot {
        row: *row,
        column: 0,
    });
    if let Some(to) = waits.or(last) {
        go(app, to);
        app.sheet.along = app.sheet.line().map(|it| it.leader);
        SheetScreen::follow(app);
    }
}

/// Puts the cursor on a cell. Whether the sheet has it.
fn to_cell(app: &mut App, cell: Cell) -> bool {
    let Some((row, column)) = app.sheet.grid.as_ref().and_then(|it| it.find(cell)) else {
        return false;
    };
    let Some(row) = app.sheet.lines.iter().position(|it| it.row == row) else {
        return false;
    };
    go(app, Spot { row, column });
    SheetScreen::follow(app);
    true
}

/// Shows the next or the previous direction; behind the last one all of them stand side by side.
pub fn turn(app: &mut App, later: bool) {
    let Some(period) = app.monitoring.chosen.period else {
        return;
    };
    let mut all: Vec<_> = direction_ids(app.state(), period)
        .into_iter()
        .map(Some)
        .collect();
    all.push(None);
    let now = app.monitoring.chosen.direction.filter(|_| !app.sheet.all);
    let at = all.iter().position(|it| *it == now).unwrap_or(0);
    let next = (if later { at + 1 } else { at + all.len() - 1 }) % all.len();
    let Some(next) = all.get(next).copied() else {
        return;
    };
    let row = app.sheet.at.row;
    app.sheet.all = next.is_none();
    if next.is_some() {
        app.monitoring.chosen.direction = next;
    }
    unmark(app);
    app.sheet.at.column = 0;
    super::build::rebuild(app);
    app.sheet.top.column = 0;
    app.sheet.at = Spot { row, column: 0 };
    settle(app);
    SheetScreen::follow(app);
}
