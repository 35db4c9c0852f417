//! Spreadsheets: what is written is read back, what people send is read, and no file stops the program.

mod around;
mod foreign;
mod hostile;
mod intake;
mod old;
mod organisations;
pub mod packed;
mod read;
mod registers;
mod table;
mod text;
mod write;

use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;
use smotr::exchange::workbook::{Address, Book, BookError, CellText};
use smotr::locale::{Lang, Locale};

/// When every file of these tests says that it was made.
pub fn made() -> DateTime<Utc> {
    "2026-11-23T09:30:00Z".parse().unwrap()
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn number(text: &str) -> CellText {
    CellText::Number(text.parse::<Decimal>().unwrap())
}

pub fn text(text: &str) -> CellText {
    CellText::text(text)
}

pub fn at(row: usize, column: usize) -> Address {
    Address { row, column }
}

/// The rows of the first sheet.
pub fn rows(bytes: &[u8]) -> Vec<Vec<CellText>> {
    let book = Book::read("школы.xlsx", bytes).unwrap();
    book.sheets[0].rows.clone()
}

/// What a person is told of a file that is not read.
pub fn said(error: &BookError) -> String {
    error.say(&Locale::new(Lang::Ru))
}

/// What a person is told of a file that must not be read.
pub fn refused(bytes: &[u8]) -> String {
    said(&Book::read("школы.xlsx", bytes).unwrap_err())
}
