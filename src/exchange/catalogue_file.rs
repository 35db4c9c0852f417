//! A catalogue in whatever file it came: TOML or a workbook, told from the bytes and the name; and written as its name asks.
//!
//! Must not know where the file lies: bytes and the name by which errors call it are given.

use std::path::Path;

use chrono::DateTime;

use super::catalogue_book::{self, Fault};
use super::toml::{Catalogue, TomlError};
use super::workbook::{Book, BookError, Format, limits, write_xlsx};
use crate::domain::catalogue::Indicator;
use crate::domain::ids::{IndicatorId, Timestamp};
use crate::locale::{Locale, Phrase, args};

/// Most bytes of a catalogue file; the supplied one has 60 000.
pub const MOST: u64 = limits::FILE_BYTES as u64;

/// How many faults of a workbook are told at once, each on its line.
const TOLD: usize = 30;

/// Why a file is no catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// It is no text in UTF-8.
    NotUtf8,
    /// The first thing that is wrong with a TOML file.
    Toml(TomlError),
    /// It is no workbook that is read.
    Book(BookError),
    /// All that is wrong with a workbook.
    Faults(Vec<Fault>),
}

/// What a file is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// TOML.
    Toml,
    /// A workbook of Excel.
    Xlsx,
    /// A workbook that is read but not written.
    OtherBook,
}

impl Shape {
    /// What the name of a file asks for.
    #[must_use]
    pub fn of(path: &Path) -> Shape {
        let extension = path
            .extension()
            .map(|it| it.to_string_lossy().to_lowercase());
        match extension.as_deref() {
            Some("xlsx") => Shape::Xlsx,
            Some("xls" | "xlsm" | "ods") => Shape::OtherBook,
            _ => Shape::Toml,
        }
    }
}

/// Reads a catalogue; `file` is what errors call it.
///
/// # Errors
/// [`FileError`].
pub fn read(file: &str, bytes: &[u8]) -> Result<Catalogue, FileError> {
    let is_named_so = Shape::of(Path::new(file)) != Shape::Toml;
    let is_book = Book::format(file, bytes).is_ok_and(|it| it != Format::Text);
    if is_named_so || is_book {
        let book = Book::read(file, bytes).map_err(FileError::Book)?;
        return catalogue_book::read(&book).map_err(FileError::Faults);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| FileError::NotUtf8)?;
    Catalogue::read(file, text.trim_start_matches('\u{feff}')).map_err(FileError::Toml)
}

/// The workbook's bytes; `made` is what it says of its making. `None` for what no workbook holds.
#[must_use]
pub fn write_book(catalogue: &Catalogue, made: Timestamp) -> Option<Vec<u8>> {
    let made = DateTime::from_timestamp_millis(made.0).unwrap_or_default();
    write_xlsx(&catalogue_book::sheets(catalogue), made).ok()
}

/// What of an edition its file does not bring back: a draft may be as wrong as it likes, and what a file can't say is told at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lost {
    /// The file would be refused.
    Refused(FileError),
    /// These would be read otherwise: codes, and the title of the edition or of a base quantity.
    Otherwise(Vec<String>),
}

/// Reads back what was written of a catalogue; `None` if nothing is lost. `file` is what errors call it.
#[must_use]
pub fn lost(catalogue: &Catalogue, file: &str, bytes: &[u8]) -> Option<Lost> {
    let told = catalogue.as_told();
    let read = match read(file, bytes) {
        Ok(it) if it == told => return None,
        Ok(it) => it,
        Err(error) => return Some(Lost::Refused(error)),
    };
    let differs = |id: &IndicatorId, it: &Indicator| {
        let other = read.indicators.iter().find(|(other, _)| other == id);
        other.is_none_or(|(_, other)| other != it)
    };
    let of_directions = (told.directions.iter())
        .filter(|it| !read.directions.contains(it))
        .map(|(_, it)| it.code.clone());
    let of_indicators = (told.indicators.iter())
        .filter(|(id, it)| differs(id, it))
        .map(|(_, it)| it.code.clone());
    let of_bases = (told.base_quantities.iter())
        .filter(|it| !read.base_quantities.contains(it))
        .map(|(_, it)| it.title.clone());
    let is_same = read.edition == told.edition && read.act == told.act && read.rules == told.rules;
    let of_edition = (!is_same).then(|| told.edition.title.clone());
    let all = of_edition.into_iter().chain(of_directions);
    let all = all.chain(of_bases).chain(of_indicators);
    Some(Lost::Otherwise(all.collect()))
}

impl FileError {
    /// What a person is told, a line for each thing: where it stands, what is wrong, what to do.
    #[must_use]
    pub fn say(&self, locale: &Locale) -> Vec<String> {
        let mut lines = self.say_all(locale);
        let n = lines.len().saturating_sub(TOLD);
        lines.truncate(TOLD);
        if n > 0 {
            lines.push(locale.say_with(Phrase::CatalogueBookMore, &args![n]));
        }
        lines
    }

    /// The same, however much it is.
    #[must_use]
    pub fn say_all(&self, locale: &Locale) -> Vec<String> {
        match self {
            FileError::NotUtf8 => vec![
                locale
                    .told(Phrase::CliNotUtf8, Phrase::CliNotUtf8Next)
                    .to_string(),
            ],
            FileError::Toml(error) => vec![error.say(locale)],
            FileError::Book(error) => vec![error.say(locale)],
            FileError::Faults(faults) => faults.iter().map(|it| it.say(locale)).collect(),
        }
    }
}
