//! Registers as tables that people keep: written to a spreadsheet, and read back into plain lists.
//!
//! Owns the titles of the columns and the words in the cells, which are Russian in every language of the interface: a file is handed on.
//! Reading must not know what is in the store already; `intake` compares a list with it.

pub mod careers;
pub mod intake;
pub mod organisations;
pub mod reserve;

use crate::domain::people::Person;
use crate::domain::state::{Stamped, State};
use crate::exchange::workbook::table::{Column, Fault, Reading, Row, Table, Wrong};
use crate::exchange::workbook::{Address, Book, CellText};

const SURNAME: &str = "Фамилия";
const GIVEN: &str = "Имя";
const PATRONYMIC: &str = "Отчество";

/// Rows that are told without a fault, and everything that is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing<T> {
    /// The rows, each with its place.
    pub rows: Vec<(Address, T)>,
    /// What is wrong, from top to bottom.
    pub faults: Vec<Fault>,
    /// Columns that are not read.
    pub unknown: Vec<Fault>,
}

/// Reads the first sheet that has these titles.
fn listing<T>(
    book: &Book,
    columns: &[Column],
    mut read: impl FnMut(&mut Row<'_>) -> Option<T>,
) -> Listing<T> {
    let mut faults = Vec::new();
    for sheet in book.sheets.iter().filter(|it| !it.hidden) {
        match Table::find(&book.file, sheet, columns) {
            Ok(table) => {
                let Reading { rows, faults } = table.read(&mut read);
                return Listing {
                    rows,
                    faults,
                    unknown: table.unknown,
                };
            }
            // What is wrong with the likeliest sheet is told: the one that has some of the titles.
            Err(found) => {
                let better = |it: &Fault| !matches!(it.wrong, Wrong::NoTitles { .. });
                if faults.is_empty() || (found.iter().any(better) && !faults.iter().any(better)) {
                    faults = found;
                }
            }
        }
    }
    Listing {
        rows: Vec::new(),
        faults,
        unknown: Vec::new(),
    }
}

/// Whose row it is.
fn person(row: &mut Row<'_>) -> Option<Person> {
    let surname = row.needed(SURNAME, Row::text);
    let given = row.text(GIVEN).unwrap_or_default();
    let patronymic = row.text(PATRONYMIC).unwrap_or_default();
    Some(Person {
        surname: surname?,
        given,
        patronymic,
    })
}

fn person_cells(it: &Person) -> [CellText; 3] {
    [&it.surname, &it.given, &it.patronymic].map(CellText::text)
}

/// Somebody whose data was not erased.
fn named(state: &State, id: crate::domain::ids::PersonId) -> Option<&Stamped<Person>> {
    state.persons.get(&id).filter(|it| !it.is_erased())
}

/// The first of the words for a value: the one that is written.
fn word<T: Copy + PartialEq>(words: &[(T, &[&str])], of: T) -> String {
    let found = words.iter().find(|(it, _)| *it == of);
    let first = found.and_then(|(_, words)| words.first());
    first.map(|it| (*it).to_owned()).unwrap_or_default()
}
