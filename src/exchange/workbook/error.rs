//! Why a file is not read, as data: which file, sheet and cell, and what about it; and the sentence for a person.

use super::book::Address;
use super::limits::Limit;
use crate::args;
use crate::locale::{Locale, Phrase};

/// A file that is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookError {
    /// Where it went wrong.
    pub place: Place,
    /// What is wrong.
    pub problem: Problem,
}

/// A file, a sheet in it, a cell of that: as far as it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The file as named by whoever gave it.
    pub file: String,
    /// The sheet, unless the file is one table.
    pub sheet: String,
    /// The cell.
    pub cell: Option<Address>,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// There is not a byte in it.
    Empty,
    /// Neither a spreadsheet nor a table in text.
    NotATable,
    /// A format of Excel of before 1997.
    OldExcel,
    /// Closed with a password.
    Encrypted,
    /// Damaged: a part is missing or can't be read.
    Damaged {
        /// Which part of the file.
        part: String,
    },
    /// More than is read.
    TooMuch(Limit),
}

/// A problem on its way to whoever knows the file and the sheet.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    pub(super) sheet: String,
    pub(super) cell: Option<Address>,
    pub(super) problem: Problem,
}

impl Wrong {
    pub(super) fn at(cell: Address, problem: Problem) -> Wrong {
        Wrong {
            cell: Some(cell),
            ..Wrong::from(problem)
        }
    }

    pub(super) fn damaged(part: &str) -> Wrong {
        let part = part.chars().take(60).collect();
        Wrong::from(Problem::Damaged { part })
    }

    /// At the cell, unless it is known which one.
    pub(super) fn in_cell(mut self, cell: Address) -> Wrong {
        self.cell.get_or_insert(cell);
        self
    }

    pub(super) fn on(mut self, sheet: &str) -> Wrong {
        sheet.clone_into(&mut self.sheet);
        self
    }

    pub(super) fn of(self, file: &str) -> BookError {
        BookError {
            place: Place {
                file: file.to_owned(),
                sheet: self.sheet,
                cell: self.cell,
            },
            problem: self.problem,
        }
    }
}

impl From<Problem> for Wrong {
    fn from(problem: Problem) -> Wrong {
        Wrong {
            sheet: String::new(),
            cell: None,
            problem,
        }
    }
}

impl Place {
    /// «ОО.xlsx, лист «Школы», B12».
    #[must_use]
    pub fn say(&self, locale: &Locale) -> String {
        let cell = self.cell.map(|it| (it.row, it.column));
        locale.place_in_file(&self.file, &self.sheet, cell)
    }
}

impl BookError {
    /// The sentence for a person: where, what is wrong, what to do.
    #[must_use]
    pub fn say(&self, locale: &Locale) -> String {
        let place = self.place.say(locale);
        match &self.problem {
            Problem::Empty => locale.say_with(Phrase::BookEmpty, &args![place = place]),
            Problem::NotATable => locale.say_with(Phrase::BookNotATable, &args![place = place]),
            Problem::OldExcel => locale.say_with(Phrase::BookOldExcel, &args![place = place]),
            Problem::Encrypted => locale.say_with(Phrase::BookEncrypted, &args![place = place]),
            Problem::Damaged { part } => locale.say_with(
                Phrase::BookDamaged,
                &args![place = place, part = part.as_str()],
            ),
            Problem::TooMuch(limit) => {
                locale.say_with(limit.phrase(), &args![place = place, n = limit.most()])
            }
        }
    }
}

impl Limit {
    fn phrase(self) -> Phrase {
        match self {
            Limit::FileBytes => Phrase::BookLimitFileBytes,
            Limit::InflatedBytes => Phrase::BookLimitInflatedBytes,
            Limit::Entries => Phrase::BookLimitEntries,
            Limit::Sheets => Phrase::BookLimitSheets,
            Limit::Rows => Phrase::BookLimitRows,
            Limit::Columns => Phrase::BookLimitColumns,
            Limit::Cells => Phrase::BookLimitCells,
            Limit::TextChars => Phrase::BookLimitTextChars,
            Limit::TextBytes => Phrase::BookLimitTextBytes,
            Limit::Formats => Phrase::BookLimitFormats,
            Limit::Pieces => Phrase::BookLimitPieces,
        }
    }
}
