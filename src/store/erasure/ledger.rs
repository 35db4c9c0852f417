//! `erasures.jsonl`, beside the archives: whose data was erased, when and why. What is restored from an older archive is erased again by it.
//!
//! A line says a number, never a name.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::files;
use crate::domain::ids::{PersonId, Seq, Timestamp};
use crate::domain::record::Key;
use crate::store::disk::Disk;
use crate::store::error::{AtPath as _, StoreError};

/// Its name in the folder of the archives.
pub const LEDGER: &str = "erasures.jsonl";

/// One erasing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The store, as an archive names it.
    pub store: String,
    /// Whose data.
    pub person: PersonId,
    /// When, in milliseconds since 1970.
    pub at: Timestamp,
    /// Why.
    pub reason: String,
    /// The commit.
    pub seq: Seq,
    /// Records whose texts mean somebody else of that name.
    #[serde(default)]
    pub keep: Vec<Key>,
}

/// The lines of a file; none where there is none.
///
/// # Errors
/// Those of the file system, and a line that is none.
pub fn read(disk: &dyn Disk, path: &Path) -> Result<Vec<Line>, StoreError> {
    let bytes = files::read(disk, path)?.unwrap_or_default();
    let lines = bytes.split(|it| *it == b'\n').filter(|it| !it.is_empty());
    let parsed = lines.map(|line| {
        serde_json::from_slice(line).map_err(|error| StoreError::Unreadable {
            what: path.display().to_string(),
            why: error.to_string(),
        })
    });
    parsed.collect()
}

/// Adds lines that are not there yet, in the folder of the archives, which may be missing.
pub(crate) fn add(disk: &dyn Disk, folder: &Path, new: &[Line]) -> Result<(), StoreError> {
    disk.create_dir(folder).at(folder)?;
    if let Some(above) = folder.parent() {
        disk.sync_dir(above).at(above)?;
    }
    let path = folder.join(LEDGER);
    let there = read(disk, &path)?;
    let mut bytes = files::read(disk, &path)?.unwrap_or_default();
    let missing: Vec<&Line> = new.iter().filter(|it| !there.contains(it)).collect();
    for line in &missing {
        bytes.extend(files::json(line)?);
        bytes.push(b'\n');
    }
    if missing.is_empty() {
        return Ok(());
    }
    files::write(disk, folder, LEDGER, &bytes)
}
