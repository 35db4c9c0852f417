//! The ZIP around a workbook: parts by name, inflated under one limit for all of them.
//!
//! What a part says of its size is not believed; it is inflated until it ends or the limit does.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::error::{Problem, Wrong};
use super::limits::{ENTRIES, INFLATED_BYTES, Limit};

pub(super) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Index by name in lower case: programs differ in how they spell the names of parts.
    index: HashMap<String, usize>,
    /// Bytes that may still be inflated.
    room: usize,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Package<'a>, Wrong> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|it| fault(&it, "ZIP"))?;
        if zip.len() > ENTRIES {
            return Err(Problem::TooMuch(Limit::Entries).into());
        }
        let mut index = HashMap::new();
        for at in 0..zip.len() {
            if let Some(Ok(name)) = zip.name_for_index(at) {
                index.entry(spelled(&name)).or_insert(at);
            }
        }
        Ok(Package {
            zip,
            index,
            room: INFLATED_BYTES,
        })
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.index.contains_key(&spelled(name))
    }

    /// How many parts there are.
    pub(super) fn len(&self) -> usize {
        self.index.len()
    }

    /// The text of a part; `None` if there is no such part.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, Wrong> {
        let Some(&at) = self.index.get(&spelled(name)) else {
            return Ok(None);
        };
        let file = self.zip.by_index(at).map_err(|it| fault(&it, name))?;
        let most = u64::try_from(self.room)
            .unwrap_or(u64::MAX)
            .saturating_add(1);
        let mut bytes = Vec::new();
        file.take(most)
            .read_to_end(&mut bytes)
            .map_err(|_| Wrong::damaged(name))?;
        let Some(left) = self.room.checked_sub(bytes.len()) else {
            return Err(Problem::TooMuch(Limit::InflatedBytes).into());
        };
        self.room = left;
        let mut text = String::from_utf8(bytes).map_err(|_| Wrong::damaged(name))?;
        if text.starts_with('\u{feff}') {
            text.remove(0);
        }
        Ok(Some(text))
    }

    /// The text of a part that must be there.
    pub(super) fn needed(&mut self, name: &str) -> Result<String, Wrong> {
        self.part(name)?.ok_or_else(|| Wrong::damaged(name))
    }
}

fn spelled(name: &str) -> String {
    name.replace('\\', "/")
        .trim_start_matches('/')
        .to_lowercase()
}

fn fault(error: &ZipError, part: &str) -> Wrong {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            Problem::Encrypted.into()
        }
        _ => Wrong::damaged(part),
    }
}
