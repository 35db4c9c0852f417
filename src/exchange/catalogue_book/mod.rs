//! The catalogue as a workbook: an edition on sheets that a methodist reads, corrects and sends on, and back.
//!
//! Owns the sheets, their titles and the words in their cells, which are Russian in every language of the interface; the names of the TOML
//! file are understood as well. What is read is the same [`Catalogue`] that the TOML file gives, so that whoever takes it in does not know
//! which file it came from. What stands on no sheet that is known, or in no column, is refused: a misspelt title that is silently skipped
//! changes a scale without a word.

mod edition;
mod fault;
mod indicators;
mod lists;
mod measure;
mod reader;
mod rules;
mod scale;
mod words;
mod write;

pub use fault::{Fault, Wrong};
pub use write::sheets;

use super::toml::Catalogue;
use super::workbook::Book;
use reader::Reader;

/// The format of workbooks that this version reads and writes.
const FORMAT: u32 = 1;

/// Reads a catalogue out of a workbook.
///
/// # Errors
/// Everything that is wrong with it, sheet by sheet, each fault with its cell.
pub fn read(book: &Book) -> Result<Catalogue, Vec<Fault>> {
    let mut reader = Reader::new(book);
    let edition = edition::read(&mut reader);
    let directions = lists::directions(&mut reader);
    let base_quantities = lists::base_quantities(&mut reader);
    let indicators = indicators::read(&mut reader, &directions, &base_quantities);
    let rules = rules::read(&mut reader);
    let faults = reader.finish();
    match edition {
        Some((edition, act)) if faults.is_empty() => Ok(Catalogue {
            edition,
            act,
            directions,
            base_quantities,
            indicators,
            rules,
        }),
        _ => Err(faults),
    }
}
