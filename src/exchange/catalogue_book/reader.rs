//! The sheets of a workbook by their names, and all faults in one list; what several sheets read in the same way.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::fault::{Fault, Wrong};
use super::words::{Name, SHEETS, Words};
use crate::exchange::names::Named;
use crate::exchange::workbook::table::{self, Column, Row, Table, same};
use crate::exchange::workbook::{Address, Book, Place, Sheet};

/// A workbook that is being read.
pub(super) struct Reader<'a> {
    book: &'a Book,
    faults: Vec<Fault>,
}

impl<'a> Reader<'a> {
    /// A sheet that is shown, holds something and has no name that is known, is a fault at once.
    pub(super) fn new(book: &'a Book) -> Reader<'a> {
        let mut reader = Reader {
            book,
            faults: Vec::new(),
        };
        let known = |sheet: &Sheet| SHEETS.iter().any(|it| it.is(&sheet.name));
        let is_filled = |sheet: &Sheet| sheet.rows.iter().flatten().any(|it| !it.is_blank());
        let unknown = (book.sheets.iter()).filter(|it| !it.hidden && !known(it) && is_filled(it));
        for sheet in unknown {
            let names = SHEETS.iter().map(|it| it.title.to_owned()).collect();
            let place = reader.place(&sheet.name, None);
            reader.fault(place, "", Wrong::UnknownSheet { names });
        }
        reader
    }

    /// The faults, sheet by sheet and from top to bottom. What only follows from others is left out: where a sheet or a column is missing
    /// nothing else is sure, and what is not found on a sheet with faults may stand in one of its rows.
    pub(super) fn finish(mut self) -> Vec<Fault> {
        if self.faults.iter().any(|it| it.wrong.is_of_layout()) {
            self.faults.retain(|it| {
                it.wrong.is_of_layout()
                    || matches!(it.wrong, Wrong::UnknownSheet { .. } | Wrong::UnknownColumn)
            });
        }
        let looked_for = |it: &Fault| match &it.wrong {
            Wrong::Cell(table::Wrong::Nowhere { sheet, .. }) => Some(sheet.clone()),
            _ => None,
        };
        let at_fault: BTreeSet<String> = (self.faults.iter())
            .filter(|it| looked_for(it).is_none())
            .filter_map(|it| {
                let name = SHEETS.iter().find(|name| name.is(&it.place.sheet));
                name.map(|it| it.title.to_owned())
            })
            .collect();
        (self.faults).retain(|it| looked_for(it).is_none_or(|it| !at_fault.contains(&it)));
        self.faults.sort_by_key(|it| {
            let sheet = SHEETS.iter().position(|name| name.is(&it.place.sheet));
            (sheet, it.place.cell)
        });
        self.faults
    }

    /// How many faults there are so far.
    pub(super) fn faults(&self) -> usize {
        self.faults.len()
    }

    /// Gives the faults after the first so many another name instead of this column.
    pub(super) fn rename(
        &mut self,
        after: usize,
        column: &str,
        name: impl Fn(Address) -> Option<String>,
    ) {
        for fault in self.faults.iter_mut().skip(after) {
            if fault.about == column
                && let Some(name) = fault.place.cell.and_then(&name)
            {
                fault.about = name;
            }
        }
    }

    /// Whether something is wrong there already.
    pub(super) fn is_told(&self, place: &Place) -> bool {
        self.faults.iter().any(|it| it.place == *place)
    }

    pub(super) fn place(&self, sheet: &str, cell: Option<Address>) -> Place {
        Place {
            file: self.book.file.clone(),
            sheet: sheet.to_owned(),
            cell,
        }
    }

    pub(super) fn fault(&mut self, place: Place, about: &str, wrong: Wrong) {
        self.faults.push(Fault {
            place,
            about: about.to_owned(),
            wrong,
        });
    }

    /// The table on a sheet; `None` where there is none, which is a fault if it is `needed`.
    pub(super) fn table(
        &mut self,
        name: Name,
        columns: &[Column],
        needed: bool,
    ) -> Option<Table<'a>> {
        let book = self.book;
        let sheet = book.sheets.iter().find(|it| name.is(&it.name));
        let Some(sheet) = sheet.filter(|it| needed || !it.rows.is_empty()) else {
            if needed {
                let sheet = name.title.to_owned();
                let place = self.place("", None);
                self.fault(place, "", Wrong::NoSheet { sheet });
            }
            return None;
        };
        match Table::find(&book.file, sheet, columns) {
            Ok(table) => {
                for fault in &table.unknown {
                    let title = match &fault.wrong {
                        table::Wrong::Unknown { title } => title.as_str(),
                        _ => "",
                    };
                    self.faults.push(Fault {
                        place: fault.place.clone(),
                        about: title.to_owned(),
                        wrong: Wrong::UnknownColumn,
                    });
                }
                Some(table)
            }
            Err(faults) => {
                self.faults.extend(faults.into_iter().map(Fault::from));
                None
            }
        }
    }

    /// The rows of a sheet; what is wrong with them is kept here.
    pub(super) fn rows<T>(
        &mut self,
        table: Option<&Table<'a>>,
        read: impl FnMut(&mut Row<'_>) -> Option<T>,
    ) -> Vec<(Address, T)> {
        let Some(table) = table else {
            return Vec::new();
        };
        let reading = table.read(read);
        self.faults
            .extend(reading.faults.into_iter().map(Fault::from));
        reading.rows
    }
}

impl Name {
    fn is(self, sheet: &str) -> bool {
        same(self.title, sheet) || same(self.alias, sheet)
    }
}

/// One of the words for a choice, or its name in the TOML file.
pub(super) fn named<T: Named>(row: &mut Row<'_>, title: &str, words: &Words<T>) -> Option<T> {
    let name = row.cell(title).to_string();
    T::of_name(name.trim()).or_else(|| row.choice(title, words))
}

/// What must not stand in two rows.
#[derive(Debug, Default)]
pub(super) struct Once(BTreeSet<String>);

impl Once {
    /// Notes a fault where it is there again.
    pub(super) fn check(&mut self, row: &mut Row<'_>, title: &str, given: Option<&str>) {
        if let Some(given) = given
            && !self.0.insert(given.to_owned())
        {
            let given = given.to_owned();
            row.fault(title, table::Wrong::Again { given });
        }
    }
}

/// The number that a row gives of itself; what is no number of a record is a fault.
pub(super) fn id(row: &mut Row<'_>, title: &str, once: &mut Once) -> Option<u32> {
    let id = row.whole(title)?;
    if id == 0 || id == u32::MAX {
        let given = id.to_string();
        row.fault(title, table::Wrong::Whole { given });
    }
    once.check(row, title, Some(&id.to_string()));
    Some(id)
}

/// The numbers of records: those that rows give, and the free ones after these for all others.
pub(super) fn numbers(given: impl Iterator<Item = Option<u32>> + Clone) -> Vec<u32> {
    let mut last = given.clone().flatten().max().unwrap_or(0);
    given
        .map(|it| {
            it.unwrap_or_else(|| {
                last = last.saturating_add(1);
                last
            })
        })
        .collect()
}

/// A text that must be there. What is retired is kept as it was left, blank or not.
pub(super) fn words(row: &mut Row<'_>, title: &str, retired: bool) -> Option<String> {
    match retired {
        true => Some(row.lines(title).unwrap_or_default()),
        false => row.needed(title, Row::lines),
    }
}

/// A number above zero, or any where it is of something retired.
pub(super) fn positive(row: &mut Row<'_>, title: &str, retired: bool) -> Option<Decimal> {
    match retired {
        true => row.needed(title, Row::number),
        false => row.needed(title, Row::positive),
    }
}
