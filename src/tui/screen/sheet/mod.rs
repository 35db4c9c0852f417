//! The screen Ввод: organisations with whoever headed them in rows, the indicators of a direction, or of all, in columns.
//!
//! Owns what is shown and where the cursor stands. How cells are entered is the affair of `tui::entry`, which asks here for the cell under
//! the cursor and where to go next. Period, direction and indicator are those of Мониторинг: whoever changes the screen stays where they were.
//!
//! Invariant: rows keep their order while values are entered; they are sorted and filtered when somebody asks for it.

mod build;
mod column;
pub mod copied;
pub mod draw;
mod figures;
pub mod jump;
pub mod keys;
mod layout;
pub mod order;
pub mod sign;
mod told;
pub mod walk;

use crate::analysis::grid::Grid;
use crate::analysis::measure::Figure;
use crate::domain::ids::{DirectionId, IndicatorId, PeriodId};
use crate::domain::record::{Key, Kind};
use crate::domain::value::Cell;
use crate::tui::app::App;
use crate::tui::screen::Screen;
use crate::tui::screen::monitoring::{Leader, Monitoring, walk as panes};

pub use column::Column;
pub use figures::Figures;
pub use layout::Areas;

/// Whether a change of such a record can bring rows or columns, take them away or name them otherwise.
fn moves_rows(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Organisation
            | Kind::Appointment
            | Kind::Person
            | Kind::Period
            | Kind::Edition
            | Kind::Direction
            | Kind::Indicator
            | Kind::Results
            | Kind::ResultRow
            | Kind::Settings
    )
}

/// What a row shows beside its cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The row of the grid.
    pub row: usize,
    /// Whose row it is.
    pub leader: Leader,
    /// Name of the organisation.
    pub name: String,
    /// Name of the head; «вакансия».
    pub head: String,
    /// The same in fewer columns.
    pub head_short: String,
    /// Whether the head is dimmed: a vacancy, an acting one.
    pub dim: bool,
}

/// A place on the sheet: a row and a column of those that are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The row.
    pub row: usize,
    /// The column.
    pub column: usize,
}

/// A block of cells: from the cursor to its other corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The other corner.
    pub anchor: Spot,
    /// Whether arrows extend the block without Shift.
    pub held: bool,
}

/// The widest names of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Of organisations.
    pub organisation: u16,
    /// Of heads.
    pub head: u16,
    /// Of heads, without initials.
    pub head_short: u16,
}

/// What is being looked at; while it is the same, values only change their cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope {
    /// The period.
    pub period: PeriodId,
    /// The direction; `None` for all.
    pub direction: Option<DirectionId>,
}

/// The screen's state.
#[derive(Clone, Debug, Default)]
pub struct SheetScreen {
    /// Whether all directions stand side by side.
    pub all: bool,
    /// What the rows and columns were made for.
    pub scope: Option<Scope>,
    /// The cells.
    pub grid: Option<Grid>,
    /// What they come to.
    pub figures: Figures,
    /// The columns.
    pub columns: Vec<Column>,
    /// How wide the names of all rows are.
    pub names: Names,
    /// The rows in the order in which they are shown.
    pub lines: Vec<Line>,
    /// Where the cursor is.
    pub at: Spot,
    /// The first row and the first column in sight.
    pub top: Spot,
    /// The row that is filled in along its columns: it was opened for itself, and stays so until the cursor leaves it.
    pub along: Option<Leader>,
    /// The block that is marked, while there is one.
    pub mark: Option<Mark>,
    /// What the rows are filtered by.
    pub filter: String,
    /// Which of them are shown.
    pub narrow: Option<order::Narrow>,
    /// In which order.
    pub order: order::Order,
    /// Whether what stands under the sheet has half of the screen.
    pub expanded: bool,
    /// What stands under the sheet: about the cell on which the cursor has rested.
    pub told: told::Told,
}

impl SheetScreen {
    /// Shows the sheet at what is chosen on Мониторинг.
    pub fn open(app: &mut App) {
        app.screen = Screen::Sheet;
        app.home = Screen::Sheet;
        build::rebuild(app);
        let chosen = app.monitoring.chosen;
        let sheet = &mut app.sheet;
        let column = sheet
            .columns
            .iter()
            .position(|it| Some(it.indicator) == chosen.indicator);
        let row = (sheet
            .lines
            .iter()
            .position(|it| Some(it.leader) == chosen.leader))
        .or_else(|| {
            let organisation = chosen.leader?.organisation;
            sheet
                .lines
                .iter()
                .position(|it| it.leader.organisation == organisation)
        });
        sheet.mark = None;
        sheet.at = Spot {
            row: row.unwrap_or(0),
            column: column.unwrap_or(0),
        };
        walk::settle(app);
        Self::follow(app);
    }

    /// Leaves to Мониторинг, which shows the cell that was under the cursor.
    pub fn close(app: &mut App) {
        app.screen = Screen::Monitoring;
        app.home = Screen::Monitoring;
        app.sheet.mark = None;
        Monitoring::rebuild(app);
        Monitoring::follow(app);
    }

    /// The cell under the cursor, if something is collected there.
    #[must_use]
    pub fn cell(&self) -> Option<Cell> {
        self.cell_at(self.at)
    }

    /// The cell at a place.
    #[must_use]
    pub fn cell_at(&self, at: Spot) -> Option<Cell> {
        self.grid
            .as_ref()?
            .cell(self.lines.get(at.row)?.row, at.column)
    }

    /// What the cell at a place comes to.
    #[must_use]
    pub fn figure(&self, at: Spot) -> &Figure {
        let row = self.lines.get(at.row).map(|it| it.row);
        let id = self.columns.get(at.column).map(|it| it.indicator);
        match row.zip(id) {
            Some((row, id)) => self.figures.get(id, row),
            None => &Figure::NotCollected,
        }
    }

    /// The direction that is shown; `None` for all.
    #[must_use]
    pub fn direction(&self, app: &App) -> Option<DirectionId> {
        app.monitoring.chosen.direction.filter(|_| !self.all)
    }

    /// The row under the cursor.
    #[must_use]
    pub fn line(&self) -> Option<&Line> {
        self.lines.get(self.at.row)
    }

    /// The marked block, as its first and last place; without one the cursor's own.
    #[must_use]
    pub fn block(&self) -> (Spot, Spot) {
        let other = self.mark.map_or(self.at, |it| it.anchor);
        let first = Spot {
            row: self.at.row.min(other.row),
            column: self.at.column.min(other.column),
        };
        let last = Spot {
            row: self.at.row.max(other.row),
            column: self.at.column.max(other.column),
        };
        (first, last)
    }

    /// Cells of the marked block, row after row.
    #[must_use]
    pub fn cells(&self) -> Vec<Cell> {
        let (first, last) = self.block();
        (first.row..=last.row)
            .flat_map(|row| (first.column..=last.column).map(move |column| Spot { row, column }))
            .filter_map(|it| self.cell_at(it))
            .collect()
    }

    /// Records changed: rows and columns are made anew where more than values did, in the order that is shown. The derived figures are
    /// renewed before.
    pub fn renew(app: &mut App, keys: &[Key]) {
        if app.screen != Screen::Sheet {
            return;
        }
        let moves = keys.iter().any(|it| moves_rows(it.kind()));
        if moves || app.sheet.scope != build::scope(app) {
            Self::made_anew(app, true);
        } else {
            build::count(app, keys);
        }
        Self::follow(app);
    }

    /// Values of a period have come, or everything may be otherwise.
    pub fn loaded(app: &mut App) {
        if app.screen == Screen::Sheet {
            Self::made_anew(app, app.sheet.scope == build::scope(app));
            Self::follow(app);
        }
    }

    /// Sorts and filters as was asked for, the cursor on the same cell as far as there is one.
    pub fn again(app: &mut App) {
        if app.screen == Screen::Sheet {
            app.sheet.mark = None;
            Self::made_anew(app, false);
            Self::follow(app);
        }
    }

    fn made_anew(app: &mut App, keeps_rows: bool) {
        let column = |it: &SheetScreen, at: usize| it.columns.get(at).map(|it| it.indicator);
        let row = |it: &SheetScreen, at: usize| it.lines.get(at).map(|it| it.leader);
        let at = app.sheet.at;
        let corner = app.sheet.mark.map(|it| it.anchor);
        let named = |it: &SheetScreen, at: Spot| (row(it, at.row), column(it, at.column));
        let (cursor, other) = (
            named(&app.sheet, at),
            corner.map(|it| named(&app.sheet, it)),
        );
        match keeps_rows {
            true => build::rebuild_in_order(app),
            false => build::rebuild(app),
        }
        let sheet = &mut app.sheet;
        let place =
            |sheet: &SheetScreen, (leader, indicator): (Option<Leader>, Option<IndicatorId>)| {
                let row = sheet.lines.iter().position(|it| Some(it.leader) == leader);
                let column = sheet
                    .columns
                    .iter()
                    .position(|it| Some(it.indicator) == indicator);
                (row, column)
            };
        let (row, column) = place(sheet, cursor);
        sheet.at.row = row.unwrap_or(sheet.at.row);
        sheet.at.column = column.unwrap_or(sheet.at.column);
        // A block is of cells: where one of its corners has gone, nothing is left of it.
        let corner = other.and_then(|it| match place(sheet, it) {
            (Some(row), Some(column)) => Some(Spot { row, column }),
            _ => None,
        });
        let kept = corner.zip(row.zip(column));
        sheet.mark = sheet
            .mark
            .zip(kept)
            .map(|(mark, (anchor, _))| Mark { anchor, ..mark });
        walk::settle(app);
    }

    /// The window has another size.
    pub fn resized(app: &mut App) {
        if app.screen == Screen::Sheet {
            walk::settle(app);
            Self::follow(app);
        }
    }

    /// Filters the rows by words of their names.
    pub fn set_filter(app: &mut App, filter: &str) {
        filter.clone_into(&mut app.sheet.filter);
        Self::again(app);
    }

    /// What stands under the sheet takes half of the screen, or gives it back.
    pub fn expand(app: &mut App) {
        app.sheet.expanded = !app.sheet.expanded;
        walk::settle(app);
        Self::follow(app);
    }

    /// Мониторинг takes the sheet's place at the cell under the cursor; Esc there leads back.
    pub fn make_way(app: &mut App) {
        let cell = app.sheet.cell();
        Self::close(app);
        if let Some(cell) = cell {
            panes::go_to_cell(app, cell);
        }
        app.put_screen_aside(Screen::Sheet);
    }

    /// The cursor has rested: what stands below is about the cell under it.
    pub fn follow(app: &mut App) {
        if app.screen == Screen::Sheet {
            app.sheet.told = told::of(app);
        }
    }
}
