//! Organisations × indicators.

use super::{Table, cell};
use crate::domain::catalogue::{Indicator, Measure};
use crate::exchange::values::titles::{
    HEAD, Held, NO_DATA, NOT_APPLICABLE, ORGANISATION, because, matrix_title, own_input,
};
use crate::exchange::workbook::{CellText, ColumnOut, SheetOut};

/// The columns of an indicator.
fn held(indicator: &Indicator, parts: bool) -> Vec<Held> {
    match &indicator.measure {
        Measure::Ratio { .. } if parts => vec![Held::Entry, Held::Numerator, Held::Denominator],
        _ if own_input(indicator).is_some() => vec![Held::Entry, Held::Result],
        _ if indicator.measure.computed_from().is_some() => vec![Held::Result],
        _ => vec![Held::Entry],
    }
}

pub(super) fn sheet(table: &Table<'_>, name: String, parts: bool) -> SheetOut {
    let columns: Vec<(usize, Held)> = (table.columns.iter().enumerate())
        .flat_map(|(at, (_, it))| held(it, parts).into_iter().map(move |held| (at, held)))
        .collect();
    let is_named = !table.extract.published;
    let mut out = vec![ColumnOut::new(ORGANISATION, 26)];
    out.extend(is_named.then(|| ColumnOut::new(HEAD, 30)));
    out.extend(columns.iter().filter_map(|(at, held)| {
        let (_, indicator) = table.columns.get(*at)?;
        Some(ColumnOut::new(matrix_title(indicator, *held), 16))
    }));
    let rows = table.rows().into_iter().filter_map(|at| {
        let row = table.grid.rows.get(at)?;
        let mut cells = vec![CellText::text(table.organisation(row))];
        cells.extend(is_named.then(|| CellText::text(table.head(row))));
        let said: Vec<_> = (table.columns.iter().enumerate())
            .map(|(column, of)| {
                let cell = table.grid.cell(at, column)?;
                Some(cell::of(table, *of, cell))
            })
            .collect();
        let told = columns.iter().map(|(column, held)| {
            let (Some(Some(said)), Some((_, indicator))) =
                (said.get(*column), table.columns.get(*column))
            else {
                return CellText::Empty;
            };
            match held {
                Held::Numerator => said.numerator.clone(),
                Held::Denominator => said.denominator.clone(),
                Held::Result => said.result.clone(),
                // What is typed stands by itself where something is computed of it.
                Held::Entry if own_input(indicator).is_some() => with_reason(said, &said.entry),
                Held::Entry => with_reason(said, said.whole()),
            }
        });
        cells.extend(told);
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
