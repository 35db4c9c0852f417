//! Tables on their way out: what a sheet is to look like, and texts that no spreadsheet may take for a formula.

mod form;
mod lists;
mod text;
mod workbook;

pub use form::{FormOut, FormRow, How, Look, Mark, Rule, Slot, sheet_names, write_form};

pub(super) use text::unguarded;
pub use text::{write_csv, write_csv_1251};
pub use workbook::write_xlsx;

use super::book::CellText;

/// A sheet to be written: a row of titles, and the rows below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetOut {
    /// Its name; what spreadsheets don't allow in one is taken out.
    pub name: String,
    /// Its columns.
    pub columns: Vec<ColumnOut>,
    /// How many of them stay in sight, as the row of titles does.
    pub frozen: u16,
    /// Its rows, each with a cell for every column; what is missing is empty.
    pub rows: Vec<Vec<CellText>>,
}

/// A column to be written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ColumnOut {
    /// Its title.
    pub title: String,
    /// Its width in characters.
    pub width: u16,
    /// What may stand in it, offered as a list; empty where anything may.
    pub choices: Vec<String>,
    /// What is typed into it stays what it is: a spreadsheet makes a date of `6.2` otherwise.
    pub is_label: bool,
}

impl ColumnOut {
    /// A column with a title and a width.
    pub fn new(title: impl Into<String>, width: u16) -> ColumnOut {
        ColumnOut {
            title: title.into(),
            width,
            ..ColumnOut::default()
        }
    }

    /// The same for short names, which no spreadsheet may take for something else.
    #[must_use]
    pub fn labels(mut self) -> ColumnOut {
        self.is_label = true;
        self
    }

    /// The same with a list of what may stand in it.
    #[must_use]
    pub fn choices(mut self, choices: impl IntoIterator<Item = String>) -> ColumnOut {
        self.choices = choices.into_iter().collect();
        self
    }
}
