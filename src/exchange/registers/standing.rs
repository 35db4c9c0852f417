//! The register of standing reasons: why some indicators do not apply to an organisation for as long as it lasts, a row for each reason.
//!
//! Owns how indicators stand in a cell: «6.1 Укомплектованность; 6.4 Зарплата». The code is what counts; a code alone would be a date to a
//! spreadsheet.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Listing, ORGANISATION, columns_out, labelled, listing, not_before};
use crate::domain::catalogue::{EditionState, Indicator};
use crate::domain::ids::{EditionId, IndicatorId};
use crate::domain::state::State;
use crate::domain::text::fold;
use crate::exchange::workbook::table::{Column, Row};
use crate::exchange::workbook::{Book, CellText, SheetOut};

pub(super) const REASON: &str = "Причина";
pub(super) const INDICATORS: &str = "Показатели";
pub(super) const FROM: &str = "С";
pub(super) const TO: &str = "По";

/// The columns, in the order in which they are written.
pub const COLUMNS: [Column; 5] = [
    Column::needed(ORGANISATION, &["Наименование", "Школа"]),
    Column::needed(REASON, &["Причина «н/п»"]),
    Column::needed(INDICATORS, &["Показатель", "Коды показателей"]),
    Column::free(FROM, &["C"]),
    Column::free(TO, &[]),
];

/// A reason, with the organisation as it is called and the indicators as they stand in the cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The organisation.
    pub organisation: String,
    /// The reason.
    pub reason: String,
    /// The indicators.
    pub indicators: String,
    /// First day; `None` always so far.
    pub from: Option<NaiveDate>,
    /// Last day; `None` while it lasts.
    pub to: Option<NaiveDate>,
}

/// Reads the register out of a workbook.
#[must_use]
pub fn read(book: &Book) -> Listing<Listed> {
    listing(book, &COLUMNS, |row| {
        let organisation = row.needed(ORGANISATION, Row::text);
        let reason = row.needed(REASON, Row::text);
        let indicators = row.needed(INDICATORS, Row::label);
        let from = row.date(FROM);
        let to = row.date(TO);
        not_before(row, TO, to, from);
        Some(Listed {
            organisation: organisation?,
            reason: reason?,
            indicators: indicators?,
            from,
            to,
        })
    })
}

/// The register of a store, by organisation and reason.
#[must_use]
pub fn of(state: &State) -> Vec<Listed> {
    let mut out: Vec<Listed> = (state.organisations.values())
        .flat_map(|it| {
            it.standing.iter().map(|standing| Listed {
                organisation: it.name.clone(),
                reason: standing.reason.clone(),
                indicators: told(state, &standing.indicators),
                from: standing.from,
                to: standing.to,
            })
        })
        .collect();
    out.sort_by(|a, b| {
        (&a.organisation, &a.reason, a.from).cmp(&(&b.organisation, &b.reason, b.from))
    });
    out
}

/// The sheet of a register.
#[must_use]
pub fn sheet(register: &[Listed]) -> SheetOut {
    let cells = |it: &Listed| {
        vec![
            CellText::text(&it.organisation),
            CellText::text(&it.reason),
            CellText::text(&it.indicators),
            CellText::date(it.from),
            CellText::date(it.to),
        ]
    };
    let columns = columns_out(&COLUMNS, [24, 40, 70, 12, 12], &[]);
    SheetOut {
        name: "Постоянные причины нп".to_owned(),
        columns: labelled(columns, &[INDICATORS]),
        frozen: 1,
        rows: register.iter().map(cells).collect(),
    }
}

/// The editions in the order in which a code is looked up: the latest that is in force first, what is in work last.
fn editions(state: &State) -> Vec<EditionId> {
    let mut all: Vec<_> = state.editions.iter().collect();
    all.sort_by_key(|(id, it)| {
        let in_work = it.state == EditionState::Draft;
        (in_work, std::cmp::Reverse((it.applies_from, **id)))
    });
    all.into_iter().map(|(id, _)| *id).collect()
}

/// The indicators as they stand in a cell.
pub(super) fn told(state: &State, indicators: &[IndicatorId]) -> String {
    let editions = editions(state);
    let name = |id: &IndicatorId| {
        let text = |edition: &EditionId| state.indicators.get(&(*edition, *id));
        let it: &Indicator = editions.iter().find_map(text)?;
        Some(format!("{} {}", it.code, it.short.replace(';', ",")))
    };
    indicators
        .iter()
        .filter_map(name)
        .collect::<Vec<_>>()
        .join("; ")
}

/// The indicators that a cell names by their codes, one of which no edition may know; each once.
pub(super) fn named(state: &State, text: &str) -> Option<Vec<IndicatorId>> {
    let editions = editions(state);
    let is_code = |it: &str| it.starts_with(|c: char| c.is_ascii_digit());
    let mut codes: Vec<String> = Vec::new();
    for item in text.split(';').map(str::trim).filter(|it| !it.is_empty()) {
        // Codes alone may stand with commas between them; titles have commas of their own.
        let parts: Vec<&str> = item.split(',').map(str::trim).collect();
        let listed = parts.iter().all(|it| is_code(it) && !it.contains(' '));
        let items = if listed { parts } else { vec![item] };
        let first = items.iter().filter_map(|it| it.split_whitespace().next());
        codes.extend(first.map(|it| fold(it.trim_end_matches('.'))));
    }
    let find = |code: &String| {
        editions.iter().find_map(|edition| {
            let mut all = state.indicators.iter();
            let found =
                all.find(|((of, _), it)| of == edition && !it.retired && fold(&it.code) == *code);
            found.map(|((_, id), _)| *id)
        })
    };
    let found: Option<Vec<IndicatorId>> = codes.iter().map(find).collect();
    let mut seen = BTreeSet::new();
    found.map(|it| it.into_iter().filter(|id| seen.insert(*id)).collect())
}
