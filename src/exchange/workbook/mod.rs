//! Spreadsheets as plain tables: XLSX, XLS, ODS and tables in text, read into rows of cells and written from them.
//!
//! Owns the formats, the limits and the addresses. Must not know what a school is: what a column means is said by whoever asks
//! ([`table`]). No file can stop the program: what is read is counted before it is kept, whatever the file says of its own size.

mod book;
mod error;
mod figure;
mod grid;
mod kind;
pub mod limits;
mod ods;
mod package;
pub mod table;
mod text;
mod write;
mod xls;
mod xlsx;
mod xml;

pub use crate::locale::letters;
pub use book::{Address, Book, CellText, Sheet, Unread};
pub use error::{BookError, Place, Problem};
pub use kind::Format;
pub use limits::Limit;
pub use write::{
    ColumnOut, FormOut, FormRow, How, Look, Mark, Rule, SheetOut, Slot, sheet_names, write_csv,
    write_csv_1251, write_form, write_xlsx,
};

use error::Wrong;

impl Book {
    /// Reads a file that somebody gave. What it is, is told from its bytes; `file` is what errors call it.
    ///
    /// # Errors
    /// [`BookError`]: it is no table, it is damaged, or it is beyond a limit.
    pub fn read(file: &str, bytes: &[u8]) -> Result<Book, BookError> {
        let sheets = read(bytes).map_err(|it| it.of(file))?;
        Ok(Book {
            file: file.to_owned(),
            sheets,
        })
    }

    /// What a file is, without reading its cells.
    ///
    /// # Errors
    /// [`BookError`], if it is nothing that is read.
    pub fn format(file: &str, bytes: &[u8]) -> Result<Format, BookError> {
        let (format, _) = kind::recognise(bytes).map_err(|it| it.of(file))?;
        Ok(format)
    }
}

fn read(bytes: &[u8]) -> Result<Vec<Sheet>, Wrong> {
    if bytes.len() > limits::FILE_BYTES {
        return Err(Problem::TooMuch(Limit::FileBytes).into());
    }
    match kind::recognise(bytes)? {
        (Format::Xlsx, Some(mut package)) => xlsx::read(&mut package),
        (Format::Ods, Some(mut package)) => ods::read(&mut package),
        (Format::Xls, _) => xls::read(bytes),
        _ => text::read(bytes),
    }
}
