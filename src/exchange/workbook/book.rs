//! What a spreadsheet is here: sheets of rows of cells, and where a cell stands. Knows no file format and no meaning of a column.

use std::fmt;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::domain::number::format_typed;
use crate::domain::text::clean;
use crate::locale::address;

/// A workbook, read whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Book {
    /// The file as named by whoever gave it; errors name it.
    pub file: String,
    /// The sheets in their order, those without a cell too.
    pub sheets: Vec<Sheet>,
}

impl Book {
    /// The first sheet that is shown and holds anything: what a person who sends a file with one table means.
    #[must_use]
    pub fn first_filled(&self) -> Option<&Sheet> {
        self.sheets
            .iter()
            .find(|it| !it.hidden && it.rows.iter().any(|row| !row.is_empty()))
    }

    /// The sheet of this name.
    #[must_use]
    pub fn sheet(&self, name: &str) -> Option<&Sheet> {
        self.sheets.iter().find(|it| it.name == name)
    }
}

/// A sheet. Rows end at their last filled cell, and there is none below the last filled row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its name; empty for a file of one table.
    pub name: String,
    /// Hidden from the eye in a spreadsheet.
    pub hidden: bool,
    /// The rows from the first of the sheet on.
    pub rows: Vec<Vec<CellText>>,
}

impl Sheet {
    /// What stands at an address; beyond the rows everything is empty.
    #[must_use]
    pub fn at(&self, address: Address) -> &CellText {
        self.rows
            .get(address.row)
            .and_then(|row| row.get(address.column))
            .unwrap_or(&CellText::Empty)
    }
}

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum CellText {
    /// Nothing.
    #[default]
    Empty,
    /// A text, clean, with its line breaks; never empty.
    Text(String),
    /// A number, exact: of what a spreadsheet keeps in binary, the fifteen digits that it shows.
    Number(Decimal),
    /// A number that is shown with a percent sign, as it is kept: 0,875 where a person sees 87,5 %.
    Percent(Decimal),
    /// A date; of a moment, its day.
    Date(NaiveDate),
    /// True or false.
    Bool(bool),
    /// Something without a value that could be used.
    Unread(Unread),
}

/// Why a cell has no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// The formula gave an error: `#DIV/0!`.
    Error(String),
    /// A formula whose result was never reckoned and kept.
    NotReckoned,
    /// A number that stands for no date of the calendar, and is formatted as one.
    NoDate(String),
    /// A number too large to be held exactly.
    TooLarge(String),
}

impl CellText {
    /// A text; nothing if there is nothing in it.
    pub fn text(text: impl Into<String>) -> CellText {
        let text = text.into();
        if text.is_empty() {
            CellText::Empty
        } else {
            CellText::Text(text)
        }
    }

    /// A date that may be unknown.
    #[must_use]
    pub fn date(day: Option<NaiveDate>) -> CellText {
        day.map_or(CellText::Empty, CellText::Date)
    }

    /// Whether nothing stands there, or nothing but spaces.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            CellText::Empty => true,
            CellText::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }
}

impl Unread {
    /// Characters that are kept of what could not be read.
    pub const KEPT: usize = 60;

    /// What stands in the file, short and clean.
    pub(super) fn given(text: &str) -> String {
        clean(&text.chars().take(Unread::KEPT).collect::<String>())
    }
}

/// As a person would have typed it.
impl fmt::Display for CellText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CellText::Empty => Ok(()),
            CellText::Text(text) => f.write_str(text),
            CellText::Number(number) => f.write_str(&format_typed(*number)),
            CellText::Percent(number) => match number.checked_mul(Decimal::ONE_HUNDRED) {
                Some(percent) => write!(f, "{} %", format_typed(percent)),
                None => f.write_str(&format_typed(*number)),
            },
            CellText::Date(day) => write!(f, "{}", day.format("%d.%m.%Y")),
            CellText::Bool(true) => f.write_str("да"),
            CellText::Bool(false) => f.write_str("нет"),
            CellText::Unread(why) => match why {
                Unread::NotReckoned => f.write_str("="),
                Unread::Error(given) | Unread::NoDate(given) | Unread::TooLarge(given) => {
                    f.write_str(given)
                }
            },
        }
    }
}

/// Where a cell stands, from 0; written as spreadsheets do: `B12`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    /// The row.
    pub row: usize,
    /// The column.
    pub column: usize,
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&address(self.row, self.column))
    }
}
