//! Makes rows and columns of the sheet ready: what is shown, in which order, how wide.

use std::collections::{BTreeMap, BTreeSet};

use super::column::{Column, filled, values_width};
use super::{Figures, Line, Names, Scope, SheetScreen, order};
use crate::analysis::grid::{Grid, GridRow};
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
use crate::tui::text;

/// What is to be looked at now.
pub fn scope(app: &App) -> Option<Scope> {
    let period = app.monitoring.chosen.period?;
    let direction = app.sheet.direction(app);
    Some(Scope { period, direction })
}

/// Makes everything anew, in the order that is asked for.
pub fn rebuild(app: &mut App) {
    make(app, None);
}

/// Makes everything anew, but shows the rows that were shown, in their order: whoever enters values is not moved by what others do. A row
/// that there was not before stands last.
pub fn rebuild_in_order(app: &mut App) {
    let shown: Vec<Leader> = app.sheet.lines.iter().map(|it| it.leader).collect();
    let known: BTreeSet<Leader> = (app.sheet.grid.iter().flat_map(|it| &it.rows))
        .map(leader)
        .collect();
    make(app, Some((shown, known)));
}

fn make(app: &mut App, kept: Option<(Vec<Leader>, BTreeSet<Leader>)>) {
    let scope = scope(app);
    let ids = scope.map(|it| indicators(app, it)).unwrap_or_default();
    // What was chosen by a column goes with it.
    let is_here = |id: IndicatorId| ids.contains(&id);
    app.sheet.narrow = app
        .sheet
        .narrow
        .filter(|it| it.column().is_none_or(is_here));
    if app.sheet.order.column().is_some_and(|it| !is_here(it)) {
        app.sheet.order = order::Order::Name;
    }
    let made = scope.and_then(|it| made(app, it, &ids, kept));
    let sheet = &mut app.sheet;
    sheet.scope = scope;
    let Some(made) = made else {
        *sheet = SheetScreen {
            all: sheet.all,
            scope,
            filter: std::mem::take(&mut sheet.filter),
            narrow: sheet.narrow,
            order: sheet.order,
            expanded: sheet.expanded,
            ..SheetScreen::default()
        };
        return;
    };
    let widest = |of: fn(&Line) -> &str| {
        let widths = made.lines.iter().map(|it| text::width(of(it)));
        u16::try_from(widths.max().unwrap_or(0)).unwrap_or(u16::MAX)
    };
    sheet.names = Names {
        organisation: widest(|it| &it.name),
        head: widest(|it| &it.head),
        head_short: widest(|it| &it.head_short),
    };
    sheet.grid = Some(made.grid);
    sheet.figures = made.figures;
    sheet.columns = made.columns;
    sheet.lines = made.lines;
}

struct Made {
    grid: Grid,
    figures: Figures,
    columns: Vec<Column>,
    lines: Vec<Line>,
}

fn leader(row: &GridRow) -> Leader {
    Leader {
        organisation: row.organisation,
        person: row.person(),
    }
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

fn made(
    app: &App,
    scope: Scope,
    ids: &[IndicatorId],
    kept: Option<(Vec<Leader>, BTreeSet<Leader>)>,
) -> Option<Made> {
    let state = app.state();
    let roster = app.derived.as_ref()?.roster();
    let grid = Grid::of(state, roster, ids);
    let figures = Figures::of(state, &grid);
    let columns = (ids.iter())
        .filter_map(|id| {
            let indicator = state.indicator_in(scope.period, *id)?;
            let values = values_width(app, figures.column(*id), indicator);
            Some(Column::of(app, *id, indicator, values))
        })
        .collect();
    let all = grid.rows.iter().enumerate();
    let mut lines: Vec<Line> = all.map(|(at, row)| line(app, scope, at, row)).collect();
    match kept {
        Some((shown, known)) => {
            let place: BTreeMap<Leader, usize> = shown.into_iter().zip(0..).collect();
            lines.retain(|it| place.contains_key(&it.leader) || !known.contains(&it.leader));
            lines.sort_by_key(|it| place.get(&it.leader).copied().unwrap_or(usize::MAX));
        }
        None => {
            let filter = fold(&app.sheet.filter);
            let words: Vec<&str> = filter.split_whitespace().collect();
            let fits = |line: &Line| {
                let text = fold(&format!("{} {}", line.name, line.head));
                words.iter().all(|it| text.contains(it))
            };
            lines.retain(|it| words.is_empty() || fits(it));
            order::arrange(app, &grid, &figures, &mut lines);
        }
    }
    Some(Made {
        grid,
        figures,
        columns,
        lines,
    })
}

fn line(app: &App, scope: Scope, at: usize, row: &GridRow) -> Line {
    let leader = leader(row);
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

/// Values have changed: their columns are read anew and their heads count anew, and nothing else moves but a column that has become too
/// narrow.
pub fn count(app: &mut App, keys: &[Key]) {
    let Some(grid) = app.sheet.grid.take() else {
        return;
    };
    let mut figures = std::mem::take(&mut app.sheet.figures);
    let touched = figures.renew(app.state(), &grid, keys);
    let mut columns = std::mem::take(&mut app.sheet.columns);
    for column in columns
        .iter_mut()
        .filter(|it| touched.contains(&it.indicator))
    {
        let id = column.indicator;
        column.filled = filled(app, id);
        if let Some(indicator) = app.state().indicator_in(grid.period, id) {
            let values = values_width(app, figures.column(id), indicator);
            let new = Column::of(app, id, indicator, values);
            column.width = column.width.max(new.width);
        }
    }
    let sheet = &mut app.sheet;
    (sheet.grid, sheet.figures, sheet.columns) = (Some(grid), figures, columns);
}
