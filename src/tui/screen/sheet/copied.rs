//! The sheet as text: a block for a spreadsheet, the whole of it for paper. Must not know where the text goes.

use super::{Line, Spot};
use crate::analysis::measure::Figure;
use crate::domain::value::{Cell, Entry};
use crate::tui::app::App;
use crate::tui::show;
use crate::tui::text::{Align, fit, width};

/// The marked block as a spreadsheet takes it: rows of cells between tabs. A cell alone is its value.
#[must_use]
pub fn block(app: &App) -> String {
    let (first, last) = app.sheet.block();
    let rows = (first.row..=last.row).map(|row| {
        let cells = (first.column..=last.column).map(|column| plain(app, Spot { row, column }));
        cells.collect::<Vec<_>>().join("\t")
    });
    rows.collect::<Vec<_>>().join("\n")
}

/// What the marked block stands for, to be laid elsewhere as it is.
#[must_use]
pub fn exact(app: &App) -> Vec<Vec<Option<(Cell, Entry)>>> {
    let (first, last) = app.sheet.block();
    let entry = |at: Spot| {
        let cell = app.sheet.cell_at(at)?;
        let entry = &app.state().value(cell)?.entry;
        (*entry != Entry::Empty).then(|| (cell, entry.clone()))
    };
    let row = |row| {
        let cells = first.column..=last.column;
        cells.map(|column| entry(Spot { row, column })).collect()
    };
    (first.row..=last.row).map(row).collect()
}

/// What a spreadsheet reads as a number or a word: «87,5%», «да», «н/п»; nothing where nothing is.
fn plain(app: &App, at: Spot) -> String {
    let text = shown(app, at).unwrap_or_default();
    // Between digits and their unit a spreadsheet wants nothing.
    text.replace(['\u{a0}', '\u{202f}'], "")
        .replace(['\t', '\n'], " ")
}

/// What a cell shows; `None` where there is nothing.
fn shown(app: &App, at: Spot) -> Option<String> {
    let cell = app.sheet.cell_at(at)?;
    let state = app.state();
    let indicator = state.indicator_in(cell.period, cell.indicator)?;
    let figure = app.sheet.figure(at);
    let nothing = matches!(
        figure,
        Figure::Absent
            | Figure::Empty
            | Figure::Uncomputed(_)
            | Figure::NotCollected
            | Figure::NotLoaded
    );
    (!nothing).then(|| show::figure(app, indicator, figure))
}

/// The whole sheet as a table with its heads, every row and column that is shown.
#[must_use]
pub fn whole(app: &App) -> String {
    let sheet = &app.sheet;
    let head = std::iter::once(app.say(crate::locale::Phrase::CaptionOrganisation))
        .chain(sheet.columns.iter().map(|it| it.code.clone()))
        .collect::<Vec<_>>();
    let units = std::iter::once(String::new())
        .chain(sheet.columns.iter().map(|it| it.unit.clone()))
        .collect();
    let row = |(row, line): (usize, &Line)| {
        let cells = (0..sheet.columns.len())
            .map(|column| shown(app, Spot { row, column }).unwrap_or_default());
        let name = format!("{}  {}", line.name, line.head);
        std::iter::once(name).chain(cells).collect::<Vec<_>>()
    };
    let table: Vec<Vec<String>> = [head, units]
        .into_iter()
        .chain(sheet.lines.iter().enumerate().map(row))
        .collect();
    let widest = |at: usize| {
        let cells = table.iter().filter_map(|it| it.get(at));
        cells.map(|it| width(it)).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..=sheet.columns.len()).map(widest).collect();
    let mut out = String::new();
    for row in &table {
        let cells = row
            .iter()
            .zip(&widths)
            .enumerate()
            .map(|(at, (cell, columns))| {
                let align = if at == 0 { Align::Left } else { Align::Right };
                fit(cell, *columns, align, "")
            });
        out.push_str(cells.collect::<Vec<_>>().join("  ").trim_end());
        out.push('\n');
    }
    out
}
