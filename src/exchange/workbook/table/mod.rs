//! A table on a sheet: its row of titles is found by names, its rows are read by titles, and everything that is wrong is told at once,
//! each fault with its cell.
//!
//! Knows titles and kinds of values, not what a column is for.

mod choice;
mod columns;
mod fault;
mod row;

pub use choice::{Words, choices, word};
pub use columns::Column;
pub use fault::{Fault, Wrong};
pub use row::Row;

use super::book::{Address, CellText, Sheet};
use super::error::Place;
use columns::{Found, find, folded};

/// Rows from the top in which the titles are looked for: above them stand the name of a form and who it is from.
pub const HEADER_ROWS: usize = 30;

/// A table whose columns are known.
#[derive(Clone, Debug)]
pub struct Table<'a> {
    file: &'a str,
    sheet: &'a Sheet,
    /// The row of the titles.
    header: usize,
    /// Where each column stands, in the order in which they were asked for.
    places: Vec<(&'static str, Option<usize>)>,
    /// Columns that nobody asked for: they are not read, and the person is to know it.
    pub unknown: Vec<Fault>,
}

/// The rows that could be read, and what was wrong with the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading<T> {
    /// What came of each row that is right, with its address.
    pub rows: Vec<(Address, T)>,
    /// Everything that is wrong, from top to bottom. A row with a fault is not among the rows.
    pub faults: Vec<Fault>,
}

impl<'a> Table<'a> {
    /// Finds the table on a sheet.
    ///
    /// # Errors
    /// All that is wrong with the titles: there are none, an obligatory one is missing, one stands twice.
    pub fn find(
        file: &'a str,
        sheet: &'a Sheet,
        columns: &[Column],
    ) -> Result<Table<'a>, Vec<Fault>> {
        let fault = |cell: Option<Address>, wrong: Wrong| Fault {
            place: Place {
                file: file.to_owned(),
                sheet: sheet.name.clone(),
                cell,
            },
            column: String::new(),
            wrong,
        };
        let Some(Found {
            header,
            places,
            unknown,
            twice,
        }) = find(sheet, columns)
        else {
            let titles = columns.iter().filter(|it| it.needed);
            let titles = titles.map(|it| it.title.to_owned()).collect();
            return Err(vec![fault(None, Wrong::NoTitles { titles })]);
        };
        let at = |column: usize| {
            Some(Address {
                row: header,
                column,
            })
        };
        let mut faults = Vec::new();
        for (column, title) in twice {
            faults.push(fault(at(column), Wrong::Twice { title }));
        }
        for (column, (title, place)) in columns.iter().zip(&places) {
            if column.needed && place.is_none() {
                let title = (*title).to_owned();
                faults.push(fault(at(0), Wrong::NoColumn { title }));
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let unknown = unknown
            .into_iter()
            .map(|(column, title)| fault(at(column), Wrong::Unknown { title }))
            .collect();
        Ok(Table {
            file,
            sheet,
            header,
            places,
            unknown,
        })
    }

    /// Whether the file has the column.
    #[must_use]
    pub fn has(&self, title: &str) -> bool {
        self.column(title).is_some()
    }

    /// Where the column stands, if the file has it.
    #[must_use]
    pub fn place(&self, title: &str) -> Option<usize> {
        self.column(title)
    }

    /// The row of the titles.
    #[must_use]
    pub fn header(&self) -> usize {
        self.header
    }

    /// The file and the sheet.
    #[must_use]
    pub fn sheet_place(&self) -> Place {
        Place {
            file: self.file.to_owned(),
            sheet: self.sheet.name.clone(),
            cell: None,
        }
    }

    fn column(&self, title: &str) -> Option<usize> {
        let found = self.places.iter().find(|(it, _)| *it == title);
        debug_assert!(found.is_some(), "nobody asked for the column {title}");
        found.and_then(|(_, place)| *place)
    }

    /// Whether no row holds anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let mut rows = self.sheet.rows.iter().skip(self.header + 1);
        !rows.any(|it| self.is_used(it))
    }

    fn is_used(&self, cells: &[CellText]) -> bool {
        let mut places = self.places.iter().filter_map(|(_, place)| *place);
        places.any(|it| cells.get(it).is_some_and(|it| !it.is_blank()))
    }

    /// Reads every row that holds anything. `read` asks the row for its cells; what it gives is kept if nothing was wrong with them.
    pub fn read<T>(&self, mut read: impl FnMut(&mut Row<'_>) -> Option<T>) -> Reading<T> {
        let mut out = Reading {
            rows: Vec::new(),
            faults: Vec::new(),
        };
        for (at, cells) in self.sheet.rows.iter().enumerate().skip(self.header + 1) {
            if !self.is_used(cells) {
                continue;
            }
            let mut row = Row::new(self, at);
            let value = read(&mut row);
            let faults = row.finish();
            if faults.is_empty() {
                let address = Address { row: at, column: 0 };
                out.rows.extend(value.map(|it| (address, it)));
            }
            out.faults.extend(faults);
        }
        out
    }
}

/// Whether two titles or words are the same to a person: case, ё, spaces, points and quotes aside.
#[must_use]
pub fn same(one: &str, other: &str) -> bool {
    folded(one) == folded(other)
}
