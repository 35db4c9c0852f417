//! Makes rows and columns of the sheet ready: what is shown, in which order, how wide.

use super::column::{Column, filled, values_width};
use super::{Line, Scope, SheetScreen, order};
use crate::analysis::grid::{Grid, GridRow};
use crate::analysis::reader::Reader;
use crate::analysis::roster::{Standing, name_in};
use crate::analysis::rows::due;
use crate::domain::ids::IndicatorId;
use crate::domain::record::Key;
use crate::domain::text::fold;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::screen::monitoring::Leader;
use crate::tui::screen::monitoring::lists::{direction_ids, indicator_ids};
use crate::tui::screen::monitoring::rows::head_text;

/// What is to be looked at now.
pub fn scope(app: &App) -> Option<Scope> {
    let period = app.monitoring.chosen.period?;
    let direction = app.sheet.direction(app);
    Some(Scope { period, direction })
}

/// Makes everything anew.
pub fn rebuild(app: &mut App) {
    let scope = scope(app);
    let made = scope.and_then(|it| made(app, it));
    let sheet = &mut app.sheet;
    sheet.scope = scope;
    let Some((grid, columns, lines)) = made else {
        *sheet = SheetScreen {
            all: sheet.all,
            filter: std::mem::take(&mut sheet.filter),
            narrow: sheet.narrow,
            order: sheet.order,
            expanded: sheet.expanded,
            ..SheetScreen::default()
        };
        return;
    };
    sheet.grid = Some(grid);
    sheet.columns = columns;
    sheet.lines = lines;
}

/// The indicators of the scope that are due in its period, in the order of the catalogue.
fn indicators(app: &App, scope: Scope) -> Vec<IndicatorId> {
    let state = app.state();
    let Some(period) = state.periods.get(&scope.period) else {
        return Vec::new();
    };
    let due: Vec<IndicatorId> = due(state, period).into_iter().map(|it| it.0).collect();
    let directions = match scope.direction {
        Some(direction) => vec![direction],
        None => direction_ids(state, scope.period),
    };
    (directions.into_iter())
        .flat_map(|it| indicator_ids(state, scope.period, it))
        .filter(|it| due.contains(it))
        .collect()
}

fn made(app: &App, scope: Scope) -> Option<(Grid, Vec<Column>, Vec<Line>)> {
    let state = app.state();
    let roster = app.derived.as_ref()?.roster();
    let reader = Reader::new(state, scope.period)?;
    let ids = indicators(app, scope);
    let grid = Grid::of(state, roster, &ids);
    let columns = (ids.iter())
        .filter_map(|id| {
            let indicator = state.indicator_in(scope.period, *id)?;
            let values = values_width(app, &reader, *id, indicator);
            Some(Column::of(app, *id, indicator, values))
        })
        .collect();
    let filter = fold(&app.sheet.filter);
    let words: Vec<&str> = filter.split_whitespace().collect();
    let fits = |line: &Line| {
        let text = fold(&format!("{} {}", line.name, line.head));
        words.iter().all(|it| text.contains(it))
    };
    let mut lines = (grid.rows.iter().enumerate())
        .map(|(at, row)| line(app, scope, at, row))
        .filter(|it| words.is_empty() || fits(it))
        .collect();
    order::arrange(app, &grid, &mut lines);
    Some((grid, columns, lines))
}

fn line(app: &App, scope: Scope, at: usize, row: &GridRow) -> Line {
    let leader = Leader {
        organisation: row.organisation,
        person: row.person(),
    };
    let name = match row.organisation {
        Some(id) => name_in(app.state(), scope.period, id).to_owned(),
        None => app.say(Phrase::Municipality),
    };
    let (head, head_short, _) = head_text(app, row.head, row.standing);
    Line {
        row: at,
        leader,
        name,
        head,
        head_short,
        dim: row.person().is_none() || row.standing == Standing::Acting,
    }
}

/// Values have changed: the heads of their columns count anew, and nothing else moves but a column that has become too narrow.
pub fn count(app: &mut App, keys: &[Key]) {
    let mut columns = std::mem::take(&mut app.sheet.columns);
    let touched = |id: IndicatorId| {
        keys.iter()
            .any(|it| !matches!(it, Key::Value(cell) if cell.indicator != id))
    };
    for column in columns.iter_mut().filter(|it| touched(it.indicator)) {
        column.filled = filled(app, column.indicator);
        let Some(scope) = app.sheet.scope else {
            continue;
        };
        let state = app.state();
        if let (Some(indicator), Some(reader)) = (
            state.indicator_in(scope.period, column.indicator),
            Reader::new(state, scope.period),
        ) {
            let values = values_width(app, &reader, column.indicator, indicator);
            let new = Column::of(app, column.indicator, indicator, values);
            column.width = column.width.max(new.width);
        }
    }
    app.sheet.columns = columns;
}
