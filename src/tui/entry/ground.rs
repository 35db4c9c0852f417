//! What entering stands on: the cell under the cursor, where it is drawn, and where to go next, on whichever screen is shown.
//!
//! Owns nothing; it asks the screen. Must not know what is typed.

use ratatui::layout::Rect;

use super::accept::Way;
use crate::domain::ids::{IndicatorId, OrganisationId};
use crate::domain::record::Key;
use crate::domain::value::Cell;
use crate::tui::app::App;
use crate::tui::screen::Screen;
use crate::tui::screen::monitoring::{self, Monitoring, Pane, going, walk as panes};
use crate::tui::screen::sheet::{self, SheetScreen, Spot};

/// Where the editor of a cell stands, and where it says what it has understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Where one types.
    pub input: Rect,
    /// The lines above or below it in which it may speak.
    pub room: Rect,
}

/// The cell under the cursor.
#[must_use]
pub fn cell(app: &App) -> Option<Cell> {
    match app.screen {
        Screen::Sheet => app.sheet.cell(),
        _ => app.monitoring.cell(),
    }
}

/// The cells that an action is about: the block or the rows that are marked, else the one under the cursor.
#[must_use]
pub fn acted_on(app: &App) -> Vec<Cell> {
    match app.screen {
        Screen::Sheet => app.sheet.cells(),
        _ => {
            let rows = app.monitoring.acted_on().into_iter();
            rows.filter_map(|it| it.cell).collect()
        }
    }
}

/// What lies under a text of a block that is laid over the cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Under {
    /// A cell.
    Cell(Cell),
    /// Nothing that is collected.
    Nothing,
    /// The place is beyond the last row or column.
    Beyond,
}

impl Under {
    /// The same without a cell.
    #[must_use]
    pub fn empty(self) -> Under {
        match self {
            Under::Cell(_) | Under::Nothing => Under::Nothing,
            Under::Beyond => Under::Beyond,
        }
    }
}

/// Rows and columns of the block that is marked; `None` where nothing but the cell under the cursor is meant.
#[must_use]
pub fn marked(app: &App) -> Option<(usize, usize)> {
    match app.screen {
        Screen::Sheet => {
            let (first, last) = app.sheet.block();
            let size = (last.row - first.row + 1, last.column - first.column + 1);
            (size != (1, 1)).then_some(size)
        }
        _ => {
            let rows = app.monitoring.acted_on().len();
            (!app.monitoring.marks.is_empty() && rows > 0).then_some((rows, 1))
        }
    }
}

/// What lies so many rows and columns from the first cell of the marked block, or from the one under the cursor. On Мониторинг a block has
/// one column, and where rows are marked its rows are those.
#[must_use]
pub fn under(app: &App, row: usize, column: usize) -> Under {
    let cell = match app.screen {
        Screen::Sheet => {
            let (first, _) = app.sheet.block();
            let (row, column) = (first.row + row, first.column + column);
            let there = row < app.sheet.lines.len() && column < app.sheet.columns.len();
            there.then(|| app.sheet.cell_at(Spot { row, column }))
        }
        _ => {
            let m = &app.monitoring;
            let item = match m.marks.is_empty() {
                true => m.panes.rows.get(m.cursors[2].at + row),
                false => m.acted_on().get(row).copied(),
            };
            item.filter(|_| column == 0).map(|it| it.cell)
        }
    };
    match cell {
        Some(Some(cell)) => Under::Cell(cell),
        Some(None) => Under::Nothing,
        None => Under::Beyond,
    }
}

/// Whose the rows are from the first one of the marked block on, or from the cursor: of one organisation after the other. `None` where the
/// rows are not organisations, or have been marked one by one.
pub fn organisations(app: &App) -> Option<Box<dyn Iterator<Item = Option<OrganisationId>> + '_>> {
    let m = &app.monitoring;
    match app.screen {
        Screen::Sheet => {
            let lines = app.sheet.lines.iter().skip(app.sheet.block().0.row);
            Some(Box::new(lines.map(|it| it.leader.organisation)))
        }
        _ if m.pivot || !m.marks.is_empty() => None,
        _ => {
            let rows = m.panes.rows.iter().skip(m.cursors[2].at);
            Some(Box::new(rows.map(|it| it.leader.organisation)))
        }
    }
}

/// The organisations whose rows stand above the first row of the marked block, or above the cursor.
pub fn organisations_above(app: &App) -> impl Iterator<Item = Option<OrganisationId>> + '_ {
    let (sheet, m) = (&app.sheet, &app.monitoring);
    let on_sheet = app.screen == Screen::Sheet;
    let lines = sheet.lines.iter().take(sheet.block().0.row);
    let rows = m.panes.rows.iter().take(m.cursors[2].at);
    let lines = lines.filter(move |_| on_sheet).map(|it| it.leader);
    let rows = rows.filter(move |_| !on_sheet).map(|it| it.leader);
    lines.chain(rows).map(|it| it.organisation)
}

/// The indicator of the column that lies so many columns from the first one of the marked block, or from the cursor.
#[must_use]
pub fn indicator_at(app: &App, column: usize) -> Option<IndicatorId> {
    match app.screen {
        Screen::Sheet => {
            let column = app.sheet.block().0.column + column;
            app.sheet.columns.get(column).map(|it| it.indicator)
        }
        _ => app.monitoring.chosen.indicator.filter(|_| column == 0),
    }
}

/// What lies so many rows from the first cell of the marked block, or from the one under the cursor, in the column of an indicator.
#[must_use]
pub fn under_indicator(app: &App, row: usize, id: IndicatorId) -> Under {
    if app.screen != Screen::Sheet {
        let is_shown = app.monitoring.chosen.indicator == Some(id);
        return if is_shown {
            under(app, row, 0)
        } else {
            Under::Beyond
        };
    }
    let row = app.sheet.block().0.row + row;
    let column = app.sheet.columns.iter().position(|it| it.indicator == id);
    match column.filter(|_| row < app.sheet.lines.len()) {
        Some(column) => match app.sheet.cell_at(Spot { row, column }) {
            Some(cell) => Under::Cell(cell),
            None => Under::Nothing,
        },
        None => Under::Beyond,
    }
}

/// The cell above the first row of the marked block, or above the cursor: the nearest that there is, as Enter goes.
#[must_use]
pub fn above(app: &App, column: usize) -> Option<Cell> {
    match app.screen {
        Screen::Sheet => {
            let (first, _) = app.sheet.block();
            let column = first.column + column;
            let mut above = (0..first.row).rev();
            above.find_map(|row| app.sheet.cell_at(Spot { row, column }))
        }
        _ => {
            let m = &app.monitoring;
            let above = m.panes.rows.get(..m.cursors[2].at)?;
            let mut above = above.iter().rev().filter(|_| m.marks.is_empty());
            above.find_map(|it| it.cell)
        }
    }
}

/// Whether rows are marked, and none of them is shown.
#[must_use]
pub fn marks_are_elsewhere(app: &App) -> bool {
    app.screen != Screen::Sheet && app.monitoring.marks_are_elsewhere()
}

/// Gives the keys to the cells.
pub fn focus(app: &mut App) {
    if app.screen != Screen::Sheet {
        panes::focus(app, Pane::Rows);
    }
}

/// Where the editor of the cell under the cursor stands; `None` where there is no room for it.
#[must_use]
pub fn place(app: &App) -> Option<Place> {
    match app.screen {
        Screen::Sheet => sheet::draw::place(app),
        _ => monitoring::render::place(app),
    }
}

/// What a cell shows has changed.
pub fn renew(app: &mut App, cell: Cell) {
    Monitoring::renew(app, &[Key::Value(cell)]);
}

/// A cell is shown otherwise, though no record has changed.
pub fn again(app: &mut App) {
    Monitoring::resized(app);
    SheetScreen::follow(app);
}

/// Goes on from a cell.
pub fn go(app: &mut App, way: Way) {
    match app.screen {
        Screen::Sheet => match way {
            Way::Stay => {}
            Way::Above => sheet::walk::step(app, panes::Step::By(-1)),
            Way::Below => sheet::walk::step(app, panes::Step::By(1)),
            Way::Right | Way::Left => sheet::walk::across(app, way == Way::Right),
            Way::Down => sheet::walk::down(app),
        },
        _ => match way {
            Way::Stay => {}
            Way::Above => panes::step(app, panes::Step::By(-1)),
            Way::Below => panes::step(app, panes::Step::By(1)),
            Way::Right | Way::Left => going::across(app, way == Way::Right),
            Way::Down => going::down(app),
        },
    }
}

/// Back to where a run along a row began, and on to the next row.
pub fn next_row(app: &mut App, start: IndicatorId) {
    match app.screen {
        Screen::Sheet => {
            sheet::walk::to_column(app, start);
            sheet::walk::next_row(app);
        }
        _ => {
            going::column(app, start);
            going::down(app);
        }
    }
}

/// Shows a cell: on the sheet where the sheet has it, else on Мониторинг. Whether it is shown.
pub fn show(app: &mut App, cell: Cell) -> bool {
    if app.screen == Screen::Sheet && sheet::walk::show(app, cell) {
        return true;
    }
    app.screen = Screen::Monitoring;
    panes::go_to_cell(app, cell);
    app.monitoring.cell() == Some(cell)
}
