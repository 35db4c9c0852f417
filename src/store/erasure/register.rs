//! Which archives were written elsewhere: what was erased since may still be in them, and somebody has to be told.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::files;
use crate::domain::ids::{Seq, Timestamp};
use crate::store::archive::DIR;
use crate::store::disk::Disk;
use crate::store::error::{AtPath as _, StoreError};

/// Its name in the folder of the archives.
pub(super) const NAME: &str = "backups.jsonl";

/// An archive that somebody has asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Backup {
    /// Where it was written.
    pub path: String,
    /// When, in milliseconds since 1970.
    pub at: Timestamp,
    /// The last commit in it.
    pub seq: u64,
}

/// Notes that an archive was written, unless it lies with the automatic ones.
///
/// # Errors
/// Those of the file system.
pub fn note(
    disk: &dyn Disk,
    dir: &Path,
    path: &Path,
    at: Timestamp,
    seq: Seq,
) -> Result<(), StoreError> {
    let folder = dir.join(DIR);
    if path.parent() == Some(&folder) {
        return Ok(());
    }
    disk.create_dir(&folder).at(&folder)?;
    let register = folder.join(NAME);
    let mut bytes = files::read(disk, &register)?.unwrap_or_default();
    bytes.extend(files::json(&Backup {
        path: path.display().to_string(),
        at,
        seq: seq.0,
    })?);
    bytes.push(b'\n');
    files::write(disk, &folder, NAME, &bytes)
}

/// All that were noted. A line that is none is passed over: it says nothing.
pub(super) fn read(disk: &dyn Disk, dir: &Path) -> Result<Vec<Backup>, StoreError> {
    let bytes = files::read(disk, &dir.join(DIR).join(NAME))?.unwrap_or_default();
    let lines = bytes.split(|it| *it == b'\n');
    Ok(lines
        .filter_map(|it| serde_json::from_slice(it).ok())
        .collect())
}
