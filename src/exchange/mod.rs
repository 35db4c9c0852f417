//! Files in and out: TOML fixtures, JSON Lines, spreadsheets, the section of the assessment, the demo store. Knows no screen.

pub mod catalogue_book;
pub mod catalogue_file;
pub mod demo;
pub mod export;
pub mod identity;
mod labels;
mod letters;
pub mod names;
pub mod registers;
pub mod section;
pub mod toml;
pub mod values;
pub mod workbook;
