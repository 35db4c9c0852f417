//! `store.toml`: that a store is here, which one, and in which format. Written whole, when everything else is in place.
//! It is what makes the difference between a folder in which a store may be made and one that has lost its journal.
//!
//! The format says what whoever reads the journal must know: kinds of records, their versions and their variants. A store of a former one
//! is raised before the first group that is written into it, so that a program which cannot read the group says so and reads nothing.

use std::path::Path;

use super::disk::Disk;
use super::error::{AtPath as _, StoreError};
use super::journal::StoreId;
use crate::domain::ids::Timestamp;

/// The format this version writes, and the newest it reads. A test knows what each of them has brought.
pub const FORMAT: u32 = 7;

/// Its name in the store's folder.
pub const NAME: &str = "store.toml";

/// Its name until it is whole.
pub const TEMPORARY: &str = "store.toml.new";
const MAX_LEN: usize = 4096;

/// What `store.toml` says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StoreFile {
    /// The store's name for itself.
    pub id: StoreId,
    /// When it was made.
    pub created: Timestamp,
    /// In which format it is written.
    pub format: u32,
}

impl StoreFile {
    /// What is said of a store that is made now.
    #[must_use]
    pub fn new(id: StoreId, created: Timestamp) -> StoreFile {
        StoreFile {
            id,
            created,
            format: FORMAT,
        }
    }

    /// What is to be said of this store before anything is written into it, if that is something else than now.
    #[must_use]
    pub fn raised(self) -> Option<StoreFile> {
        (self.format < FORMAT).then(|| StoreFile::new(self.id, self.created))
    }

    /// Writes the file, durably.
    pub fn write(&self, disk: &dyn Disk, dir: &Path) -> Result<(), StoreError> {
        let text = format!(
            "# smotr. Do not edit: the journal names this store by its id.\nformat = {}\nid = \"{:032x}\"\ncreated = {}\n",
            self.format,
            u128::from_be_bytes(self.id),
            self.created.0,
        );
        let temporary = dir.join(TEMPORARY);
        if disk.list(dir).at(dir)?.iter().any(|name| name == TEMPORARY) {
            disk.remove(&temporary).at(&temporary)?;
        }
        let mut file = disk.create(&temporary).at(&temporary)?;
        file.append(text.as_bytes()).at(&temporary)?;
        file.sync().at(&temporary)?;
        disk.rename(&temporary, &dir.join(NAME)).at(&temporary)?;
        disk.sync_dir(dir).at(dir)
    }

    /// Reads the file.
    pub fn read(disk: &dyn Disk, dir: &Path) -> Result<Self, StoreError> {
        let path = dir.join(NAME);
        let mut bytes = vec![0; MAX_LEN];
        let read = disk
            .open_to_read(&path)
            .at(&path)?
            .read_at(0, &mut bytes)
            .at(&path)?;
        bytes.truncate(read);
        let unreadable = |why: &str| StoreError::Unreadable {
            what: path.display().to_string(),
            why: why.to_owned(),
        };
        let text = String::from_utf8(bytes).map_err(|_| unreadable("not text"))?;
        let table: toml::Table = text
            .parse()
            .map_err(|error: toml::de::Error| unreadable(error.message()))?;
        let number = |name: &str| table.get(name).and_then(toml::Value::as_integer);
        let format = number("format")
            .and_then(|it| u32::try_from(it).ok())
            .ok_or_else(|| unreadable("no format"))?;
        if format > FORMAT {
            return Err(StoreError::Newer {
                path,
                found: format,
                known: FORMAT,
            });
        }
        let id = table
            .get("id")
            .and_then(toml::Value::as_str)
            .and_then(|it| u128::from_str_radix(it, 16).ok());
        let id = id.ok_or_else(|| unreadable("no id"))?;
        Ok(Self {
            id: id.to_be_bytes(),
            created: Timestamp(number("created").unwrap_or_default()),
            format,
        })
    }
}
