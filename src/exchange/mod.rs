//! Files in and out: TOML fixtures, JSON Lines, spreadsheets, the demo store. Knows no screen.

pub mod catalogue_book;
pub mod catalogue_file;
pub mod demo;
pub mod export;
pub mod identity;
mod labels;
pub mod names;
pub mod registers;
pub mod toml;
pub mod values;
pub mod workbook;
