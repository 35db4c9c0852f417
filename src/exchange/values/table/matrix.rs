//! Organisations × indicators.

use std::collections::BTreeSet;

use super::{Table, cell, together};
use crate::domain::catalogue::{Indicator, Measure};
use crate::exchange::values::titles::{
    HEAD, Held, NO_DATA, NOT_APPLICABLE, ORGANISATION, TOGETHER, because, matrix_title, own_input,
};
use crate::exchange::workbook::{CellText, ColumnOut, SheetOut};

/// The columns of an indicator. What is computed stands apart, where there is any: read back, it would be entered otherwise.
fn held(indicator: &Indicator, parts: bool, computes: bool) -> Vec<Held> {
    let is_of_others = indicator.measure.computed_from().is_some();
    let mut held = Vec::new();
    if !is_of_others {
        held.push(Held::Entry);
    }
    if parts && matches!(indicator.measure, Measure::Ratio { .. }) {
        held.extend([Held::Numerator, Held::Denominator]);
    }
    if is_of_others || computes || own_input(indicator).is_some() {
        held.push(Held::Result);
    }
    held
}

pub(super) fn sheet(table: &Table<'_>, name: String, parts: bool) -> SheetOut {
    let places = table.rows();
    let said: Vec<Vec<Option<cell::Said<'_>>>> = (places.iter())
        .map(|at| {
            let columns = table.columns.iter().enumerate();
            let said = columns.map(|(column, of)| {
                let cell = table.grid.cell(*at, column)?;
                Some(cell::of(table, *of, cell))
            });
            said.collect()
        })
        .collect();
    let computes = |column: usize| {
        let mut cells = said.iter().filter_map(|row| row.get(column)?.as_ref());
        cells.any(|it| it.result != CellText::Empty)
    };
    // By the number of its pupils a school is known.
    let parts = parts && !table.extract.published;
    let columns: Vec<(usize, Held)> = (table.columns.iter().enumerate())
        .flat_map(|(at, (_, it))| {
            let held = held(it, parts, computes(at));
            held.into_iter().map(move |held| (at, held))
        })
        .collect();
    let is_named = !table.extract.published;
    let mut out = vec![ColumnOut::new(ORGANISATION, 26)];
    out.extend(is_named.then(|| ColumnOut::new(HEAD, 30)));
    out.extend(columns.iter().filter_map(|(at, held)| {
        let (_, indicator) = table.columns.get(*at)?;
        Some(ColumnOut::new(matrix_title(indicator, *held), 16))
    }));
    let is_left = left_out(table, &places, &said);
    let shown = places.iter().zip(&said).zip(is_left);
    let rows = shown.filter_map(|((at, said), is_left)| {
        let row = table.grid.rows.get(*at).filter(|_| !is_left)?;
        let mut cells = vec![CellText::text(table.organisation(row))];
        cells.extend(is_named.then(|| CellText::text(table.head(row))));
        cells.extend(columns.iter().map(|(column, held)| {
            let Some(Some(said)) = said.get(*column) else {
                return CellText::Empty;
            };
            match held {
                Held::Numerator => said.numerator.clone(),
                Held::Denominator => said.denominator.clone(),
                Held::Result => with_reason(said, &said.result),
                Held::Entry => with_reason(said, said.entered_whole()),
            }
        }));
        Some(cells)
    });
    let mut rows: Vec<Vec<CellText>> = rows.collect();
    let together = (columns.iter()).map(|(at, held)| together::of(table, *at, *held));
    let together: Vec<CellText> = together.collect();
    if together.iter().any(|it| *it != CellText::Empty) {
        let mut row = vec![CellText::text(TOGETHER)];
        row.extend(is_named.then(CellText::default));
        row.extend(together);
        rows.push(row);
    }
    SheetOut {
        name,
        frozen: if is_named { 2 } else { 1 },
        rows,
        columns: out,
    }
}

/// Which rows say nothing to anybody. Where all are asked for, those in which nothing stands beside another of the same organisation, as of
/// a head who has left, and the municipality's own; where some are, only those in which nothing could stand.
fn left_out(
    table: &Table<'_>,
    places: &[usize],
    said: &[Vec<Option<cell::Said<'_>>>],
) -> Vec<bool> {
    let mut told = BTreeSet::from([None]);
    let whole = table.extract.rows.is_none();
    let rows = places.iter().zip(said).map(|(at, said)| {
        let organisation = table.grid.rows.get(*at).and_then(|it| it.organisation);
        let mut cells = said.iter().flatten();
        let is_blank = match whole {
            true => cells.all(cell::Said::is_nothing),
            false => cells.next().is_none(),
        };
        // The first row of an organisation is that of whoever answers for what is its own.
        let is_first = told.insert(organisation);
        is_blank && !is_first
    });
    rows.collect()
}

/// There is no column for reasons: they stand behind the word.
fn with_reason(said: &cell::Said<'_>, told: &CellText) -> CellText {
    match told {
        CellText::Text(word) if [NOT_APPLICABLE, NO_DATA].contains(&word.as_str()) => {
            CellText::text(because(word, &said.reason))
        }
        told => told.clone(),
    }
}
