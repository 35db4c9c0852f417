//! Organisations × indicators.

use super::{Table, cell};
use crate::domain::catalogue::{Indicator, Measure};
use crate::exchange::values::titles::{
    HEAD, Held, NO_DATA, NOT_APPLICABLE, ORGANISATION, because, matrix_title, own_input,
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
    let rows = places.iter().zip(&said).filter_map(|(at, said)| {
        let row = table.grid.rows.get(*at)?;
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
    SheetOut {
        name,
        frozen: if is_named { 2 } else { 1 },
        rows: rows.collect(),
        columns: out,
    }
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
