//! A file of values on its way in: which of the layouts it has, and what each of its values says.
//!
//! Owns what there is to recognise; each layout has a file of its own. Decides nothing: whatever a file says, it becomes a claim with its
//! place, or a sentence.

mod form;
mod given;
mod heading;
mod lines;
mod list;
mod matrix;

use crate::analysis::batch::{Batch, Claim, File, Names, Spot};
use crate::args;
use crate::domain::command::SetValue;
use crate::domain::ids::StoreMark;
use crate::domain::state::State;
use crate::domain::text::fold;
use crate::exchange::workbook::limits::COLUMNS;
use crate::exchange::workbook::{Address, Book, CellText, Place, Sheet};
use crate::locale::{Args, Locale, Phrase};

use super::stamp::{self, Stamp};
use given::Cells;

/// What is wrong with a file is told so often: of a hundred thousand rows one knows by then.
const FAULTS: usize = 100;

/// Everything that reading needs to know beside the bytes.
#[derive(Clone, Copy, Debug)]
pub struct Against<'a> {
    /// The store's records.
    pub state: &'a State,
    /// What is called how.
    pub names: &'a Names,
    /// Which store it is.
    pub store: StoreMark,
    /// The language of sentences.
    pub locale: &'a Locale,
}

/// Reads a file into a batch; what can't be read of it is told there.
pub fn read_into(
    batch: &mut Batch,
    against: Against<'_>,
    (name, digest): (&str, [u8; 16]),
    bytes: &[u8],
) {
    let mut reading = Reading {
        against,
        room: SetValue::MOST.saturating_sub(batch.claims.len()),
        at: batch.files.len(),
        file: File {
            name: name.to_owned(),
            digest,
            ..File::default()
        },
        claims: Vec::new(),
    };
    reading.whole(bytes);
    // More than a command takes is neither kept in memory nor held against the records.
    let room = reading.room;
    if reading.claims.len() > room {
        reading.claims.truncate(room);
        let most = SetValue::MOST.to_string();
        let args = [("file", name), ("most", most.as_str())];
        let said = reading.say(Phrase::ValuesTooMany, &args);
        reading.fault(said);
    }
    let more = reading.file.faults.len().saturating_sub(FAULTS);
    if more > 1 {
        reading.file.faults.truncate(FAULTS);
        let args = args![file = name, n = more];
        let said = against.locale.say_with(Phrase::ValuesMoreFaults, &args);
        reading.fault(said);
    }
    batch.claims.extend(reading.claims);
    batch.files.push(reading.file);
}

/// A file that is being read.
pub(super) struct Reading<'a> {
    pub(super) against: Against<'a>,
    at: usize,
    pub(super) file: File,
    claims: Vec<Claim>,
    /// So many of them are taken.
    room: usize,
}

impl Reading<'_> {
    fn whole(&mut self, bytes: &[u8]) {
        if lines::are(bytes) {
            lines::read(self, bytes);
            return self.or_nothing();
        }
        let book = match Book::read(&self.file.name, bytes) {
            Ok(book) => book,
            Err(error) => return self.fault(error.say(self.against.locale)),
        };
        self.file.sheets = book.sheets.iter().map(|it| it.name.clone()).collect();
        match Stamp::read(&book) {
            Some(Ok(stamp)) => return form::read(self, &book, &stamp),
            Some(Err(error)) => {
                let said = self.stamp_fault(error);
                return self.fault(said);
            }
            None => {}
        }
        let mut is_any = false;
        let mut aside = Vec::new();
        for (at, sheet) in book.sheets.iter().enumerate() {
            if self.claims.len() > self.room {
                break;
            }
            if sheet.hidden || sheet.rows.iter().all(Vec::is_empty) {
                continue;
            }
            let cells = Cells::of(self, at, sheet);
            let found = list::read(&cells)
                .or_else(|| matrix::read(&cells))
                .or_else(|| list::read_of_one(&cells))
                .or_else(|| matrix::read(&cells.turned(&turned(sheet)?)));
            match found {
                Some(found) => {
                    is_any = true;
                    self.claims.extend(found.claims);
                    self.file.faults.extend(found.faults);
                    self.file.notes.extend(found.notes);
                }
                None => aside.push(self.place(sheet, None)),
            }
        }
        for place in aside {
            if is_any {
                let said = self.say(Phrase::ValuesSheetAside, &[("place", &place)]);
                self.file.notes.push(said);
            } else {
                let said = self.say(Phrase::ValuesNoTable, &[("place", &place)]);
                self.fault(said);
            }
        }
        self.or_nothing();
    }

    /// Says so where nothing was read and nothing is said of it.
    fn or_nothing(&mut self) {
        if self.claims.is_empty() && self.file.faults.is_empty() {
            let name = self.file.name.clone();
            let said = self.say(Phrase::ValuesNothing, &[("file", &name)]);
            self.fault(said);
        }
    }

    fn stamp_fault(&self, error: stamp::StampError) -> String {
        match error {
            stamp::StampError::Layout { .. } => {
                self.say(Phrase::ValuesFormNewer, &[("file", &self.file.name)])
            }
            stamp::StampError::Damaged { row } => {
                let place = Place {
                    file: self.file.name.clone(),
                    sheet: stamp::SHEET.to_owned(),
                    cell: Some(Address { row, column: 0 }),
                };
                let place = place.say(self.against.locale);
                self.say(Phrase::ValuesFormDamaged, &[("place", &place)])
            }
        }
    }

    /// How many values more are taken.
    pub(super) fn room(&self) -> usize {
        self.room.saturating_sub(self.claims.len())
    }

    pub(super) fn claim(&mut self, claim: Claim) {
        self.claims.push(claim);
    }

    pub(super) fn fault(&mut self, said: String) {
        self.file.faults.push(said);
    }

    pub(super) fn say(&self, phrase: Phrase, args: &[(&'static str, &str)]) -> String {
        say(self.against.locale, phrase, args)
    }

    /// «форма.xlsx, лист «Условия», B12».
    pub(super) fn place(&self, sheet: &Sheet, cell: Option<Address>) -> String {
        let place = Place {
            file: self.file.name.clone(),
            sheet: sheet.name.clone(),
            cell,
        };
        place.say(self.against.locale)
    }

    pub(super) fn spot(&self, sheet: usize, row: usize, column: Option<usize>) -> Spot {
        Spot {
            file: self.at,
            sheet,
            row,
            column,
        }
    }
}

/// The sheet with its rows for columns; `None` where it has more of them than a sheet may have columns.
fn turned(sheet: &Sheet) -> Option<Sheet> {
    let width = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
    let row = |column: usize| -> Vec<CellText> {
        let column = sheet.rows.iter().map(|it| it.get(column));
        column.map(|it| it.cloned().unwrap_or_default()).collect()
    };
    (sheet.rows.len() <= COLUMNS).then(|| Sheet {
        name: sheet.name.clone(),
        hidden: sheet.hidden,
        rows: (0..width).map(row).collect(),
    })
}

/// Whether a name is that of a line with sums.
pub(super) fn is_sum(name: &str) -> bool {
    let folded = fold(name);
    let first = folded
        .trim_start()
        .split(|it: char| !it.is_alphabetic())
        .next();
    matches!(
        first,
        Some("итого" | "всего" | "среднее" | "медиана" | "сумма")
    )
}

/// A phrase with texts in it.
pub(super) fn say(locale: &Locale, phrase: Phrase, args: &[(&'static str, &str)]) -> String {
    let mut given = Args::new();
    for (name, text) in args {
        given.set(name, *text);
    }
    locale.say_with(phrase, &given)
}

/// What a sheet says.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) claims: Vec<Claim>,
    pub(super) faults: Vec<String>,
    pub(super) notes: Vec<String>,
}

impl Found {
    /// A sheet of which nothing is taken.
    fn fault(said: String) -> Found {
        Found {
            faults: vec![said],
            ..Found::default()
        }
    }
}
