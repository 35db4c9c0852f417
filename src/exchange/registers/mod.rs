//! Registers as tables that people keep: written to a spreadsheet, and read back into plain lists.
//!
//! Owns the titles of the columns and the words in the cells, which are Russian in every language of the interface: a file is handed on.
//! Reading must not know what is in the store already; `intake` compares a list with it.

pub mod careers;
pub mod documents;
pub mod intake;
pub mod marks;
pub mod numbers;
pub mod organisations;
mod papers;
pub mod persons;
pub mod quantities;
pub mod references;
mod register;
pub mod reserve;
pub mod standing;

pub use register::{Plan, Register};

use chrono::NaiveDate;

use crate::domain::people::Person;
use crate::domain::state::{Stamped, State};
use crate::exchange::workbook::table::{Column, Fault, Row, Table, Wrong, choices, word};
use crate::exchange::workbook::{Address, Book, CellText, ColumnOut, Place};

const SURNAME: &str = "Фамилия";
const GIVEN: &str = "Имя";
const PATRONYMIC: &str = "Отчество";
const ORGANISATION: &str = "Организация";

/// The words of a truth; the first is the one that is written.
const TRUTH: [(bool, &[&str]); 2] = [(true, &["да"]), (false, &["нет"])];

/// Where the columns of a table stand, so that a cell can be named after reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// The file and the sheet.
    pub place: Place,
    columns: Vec<(&'static str, usize)>,
}

impl Places {
    fn of(table: &Table<'_>, columns: &[Column]) -> Places {
        let stands = |it: &Column| Some((it.title, table.place(it.title)?));
        Places {
            place: table.sheet_place(),
            columns: columns.iter().filter_map(stands).collect(),
        }
    }

    /// What a row tells of something on record: the cell of a column that the file has, empty or not; of one that it does not have, what stands.
    pub(in crate::exchange::registers) fn told<T>(&self, title: &str, told: T, stands: T) -> T {
        let has = self.columns.iter().any(|(it, _)| *it == title);
        if has { told } else { stands }
    }

    /// The cell of a column in a row; the first of the row where the table has no such column.
    #[must_use]
    pub fn cell(&self, row: Address, title: &str) -> Address {
        let found = self.columns.iter().find(|(it, _)| *it == title);
        found.map_or(row, |(_, column)| Address {
            row: row.row,
            column: *column,
        })
    }
}

/// Rows that are told without a fault, and everything that is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing<T> {
    /// The rows, each with its place.
    pub rows: Vec<(Address, T)>,
    /// What is wrong, from top to bottom.
    pub faults: Vec<Fault>,
    /// Columns that are not read.
    pub unknown: Vec<Fault>,
    /// Where its columns stand.
    pub places: Places,
}

/// The table of a book: of the only sheet that has these titles. One more with rows of its own is a fault, since what stands there would be
/// lost in silence.
fn the_table<'a>(book: &'a Book, columns: &[Column]) -> (Option<Table<'a>>, Vec<Fault>) {
    let mut found: Option<Table<'a>> = None;
    let mut faults = Vec::new();
    let mut more = Vec::new();
    for sheet in book.sheets.iter().filter(|it| !it.hidden) {
        match (Table::find(&book.file, sheet, columns), &found) {
            (Ok(table), None) => found = Some(table),
            (Ok(table), Some(_)) if table.is_empty() => {}
            (Ok(table), Some(first)) if first.is_empty() => found = Some(table),
            (Ok(table), Some(first)) => more.push(Fault {
                place: table.sheet_place(),
                column: String::new(),
                wrong: Wrong::OnAnotherSheet {
                    sheet: first.sheet_place().sheet,
                },
            }),
            // What is wrong with the likeliest sheet is told: the one that has some of the titles.
            (Err(told), _) => {
                let better = |it: &Fault| !matches!(it.wrong, Wrong::NoTitles { .. });
                if faults.is_empty() || (told.iter().any(better) && !faults.iter().any(better)) {
                    faults = told;
                }
            }
        }
    }
    match found {
        Some(_) => (found, more),
        None => (None, faults),
    }
}

/// Reads the sheet that has these titles.
fn listing<T>(
    book: &Book,
    columns: &[Column],
    read: impl FnMut(&mut Row<'_>) -> Option<T>,
) -> Listing<T> {
    let (table, mut faults) = the_table(book, columns);
    let Some(table) = table else {
        return Listing {
            rows: Vec::new(),
            faults,
            unknown: Vec::new(),
            places: Places::default(),
        };
    };
    let reading = table.read(read);
    faults.extend(reading.faults);
    Listing {
        rows: reading.rows,
        faults,
        places: Places::of(&table, columns),
        unknown: table.unknown,
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

/// Columns to be written, with their widths and what may stand in them.
fn columns_out<const N: usize>(
    columns: &[Column; N],
    widths: [u16; N],
    offered: &[(&str, Vec<String>)],
) -> Vec<ColumnOut> {
    (columns.iter().zip(widths))
        .map(|(it, width)| {
            let column = ColumnOut::new(it.title, width);
            match offered.iter().find(|(title, _)| *title == it.title) {
                Some((_, words)) => column.choices(words.clone()),
                None => column,
            }
        })
        .collect()
}

/// The same columns, of which these hold numbers of papers and the like: a spreadsheet makes a date of «5-12» otherwise.
fn labelled(mut columns: Vec<ColumnOut>, titles: &[&str]) -> Vec<ColumnOut> {
    for it in &mut columns {
        it.is_label = titles.contains(&it.title.as_str());
    }
    columns
}

/// Refuses a day that is before the one that it has to follow.
fn not_before(
    row: &mut Row<'_>,
    title: &str,
    given: Option<NaiveDate>,
    earliest: Option<NaiveDate>,
) {
    if let (Some(given), Some(earliest)) = (given, earliest)
        && given < earliest
    {
        row.fault(title, Wrong::Before { given, earliest });
    }
}
