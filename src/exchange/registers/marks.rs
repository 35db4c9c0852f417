//! The register of marks: a row for each list that an organisation is or was on.

use super::{Listing, ORGANISATION, choices, columns_out, listing, not_before, word};
use crate::domain::people::{FlagKind, OrganisationFlag};
use crate::domain::state::State;
use crate::exchange::workbook::table::{Column, Row};
use crate::exchange::workbook::{Book, CellText, SheetOut};

const MARK: &str = "Отметка";
const FROM: &str = "С";
pub(super) const TO: &str = "По";
pub(super) const NOTE: &str = "Основание";

/// The columns, in the order in which they are written.
pub const COLUMNS: [Column; 5] = [
    Column::needed(ORGANISATION, &["Наименование", "Школа"]),
    Column::needed(MARK, &["Список"]),
    Column::needed(FROM, &["C", "Дата включения"]),
    Column::free(TO, &["Дата исключения"]),
    Column::free(NOTE, &["Примечание"]),
];

/// Words for a mark; the first is the one that is written.
pub const MARKS: [(FlagKind, &[&str]); 3] = [
    (
        FlagKind::LowResults,
        &[
            "ШНОР: низкие образовательные результаты",
            "ШНОР",
            "низкие образовательные результаты",
            "низкие результаты",
        ],
    ),
    (
        FlagKind::AdverseConditions,
        &[
            "ШНСУ: сложные социальные условия",
            "ШНСУ",
            "сложные социальные условия",
            "неблагоприятные социальные условия",
        ],
    ),
    (FlagKind::Other, &["иная отметка", "иная", "другое"]),
];

/// A mark with the organisation as it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The organisation.
    pub organisation: String,
    /// The mark.
    pub mark: OrganisationFlag,
}

/// Reads the register out of a workbook.
#[must_use]
pub fn read(book: &Book) -> Listing<Listed> {
    listing(book, &COLUMNS, |row| {
        let organisation = row.needed(ORGANISATION, Row::text);
        let kind = row.needed(MARK, |row, title| row.choice(title, &MARKS));
        let from = row.needed(FROM, Row::date);
        let to = row.date(TO);
        not_before(row, TO, to, from);
        // What is none of the usual marks says what it is.
        let note = match kind {
            Some(FlagKind::Other) => row.needed(NOTE, Row::text),
            _ => row.text(NOTE),
        };
        Some(Listed {
            organisation: organisation?,
            mark: OrganisationFlag {
                kind: kind?,
                from: from?,
                to,
                note: note.unwrap_or_default(),
            },
        })
    })
}

/// The register of a store, by organisation and day.
#[must_use]
pub fn of(state: &State) -> Vec<Listed> {
    let mut out: Vec<Listed> = (state.organisations.values())
        .flat_map(|it| {
            it.flags.iter().map(|mark| Listed {
                organisation: it.name.clone(),
                mark: mark.clone(),
            })
        })
        .collect();
    out.sort_by(|a, b| {
        (&a.organisation, a.mark.from, a.mark.kind).cmp(&(
            &b.organisation,
            b.mark.from,
            b.mark.kind,
        ))
    });
    out
}

/// The sheet of a register.
#[must_use]
pub fn sheet(register: &[Listed]) -> SheetOut {
    let cells = |it: &Listed| {
        vec![
            CellText::text(&it.organisation),
            CellText::text(word(&MARKS, &it.mark.kind)),
            CellText::Date(it.mark.from),
            CellText::date(it.mark.to),
            CellText::text(&it.mark.note),
        ]
    };
    SheetOut {
        name: "Отметки".to_owned(),
        columns: columns_out(&COLUMNS, [24, 42, 12, 12, 60], &[(MARK, choices(&MARKS))]),
        frozen: 1,
        rows: register.iter().map(cells).collect(),
    }
}
