//! The register of persons: a row for each name. A name is put right beside the one that is on record.

use super::{GIVEN, Listing, PATRONYMIC, SURNAME, columns_out, listing, person, person_cells};
use crate::domain::people::Person;
use crate::domain::state::State;
use crate::exchange::workbook::table::{Column, Row};
use crate::exchange::workbook::{Book, CellText, SheetOut};

pub(super) const KNOWN: &str = "Записано как";

/// The columns, in the order in which they are written.
pub const COLUMNS: [Column; 4] = [
    Column::needed(SURNAME, &[]),
    Column::free(GIVEN, &[]),
    Column::free(PATRONYMIC, &[]),
    Column::free(KNOWN, &["Прежнее имя", "Прежняя фамилия, имя, отчество"]),
];

/// A name, and the full one that is on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The name.
    pub person: Person,
    /// The full name on record; empty where nobody is meant.
    pub known: String,
}

/// Reads the register out of a workbook.
#[must_use]
pub fn read(book: &Book) -> Listing<Listed> {
    listing(book, &COLUMNS, |row| {
        let person = person(row);
        let known = Row::text(row, KNOWN).unwrap_or_default();
        Some(Listed {
            person: person?,
            known,
        })
    })
}

/// The register of a store, by name. Whose data was erased has none.
#[must_use]
pub fn of(state: &State) -> Vec<Listed> {
    let mut out: Vec<Listed> = (state.persons.values())
        .filter(|it| !it.is_erased())
        .map(|it| Listed {
            person: it.body.clone(),
            known: it.full_name(),
        })
        .collect();
    out.sort_by(|a, b| a.known.cmp(&b.known));
    out
}

/// The sheet of a register.
#[must_use]
pub fn sheet(register: &[Listed]) -> SheetOut {
    let cells = |it: &Listed| {
        let mut out = person_cells(&it.person).to_vec();
        out.push(CellText::text(&it.known));
        out
    };
    SheetOut {
        name: "Лица".to_owned(),
        columns: columns_out(&COLUMNS, [20, 16, 20, 44], &[]),
        frozen: 1,
        rows: register.iter().map(cells).collect(),
    }
}
