//! `backups.jsonl`, beside the archives: which of them somebody has asked for and written elsewhere. What was erased since may still be in
//! them, and somebody has to be told.
//!
//! An archive is noted before anything of it is written: one that is made beside an erasing may say the name, and is listed by it. Whoever
//! writes archives does not own the store, so that a line is added behind the others, whatever others do meanwhile.

use std::io::ErrorKind;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::files;
use crate::domain::ids::{Seq, Timestamp};
use crate::store::archive::{self, ArchiveError, Checked, DIR, View};
use crate::store::disk::Disk;
use crate::store::error::{AtPath as _, StoreError};

/// Its name in the folder of the archives.
const NAME: &str = "backups.jsonl";

/// An archive that is not in reach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Backup {
    /// Where it was written.
    pub path: String,
    /// When, in milliseconds since 1970; 0 where nobody knows.
    pub at: Timestamp,
    /// The last commit in it; 0 where it may say more than its last commit allows.
    pub seq: u64,
}

/// Writes an archive that somebody has asked for, and notes where; if that cannot be noted, `not_noted` hears of it.
///
/// # Errors
/// Those of [`archive::write`]: then there is none, and none is noted.
pub fn backup(
    disk: &dyn Disk,
    dir: &Path,
    view: &View,
    path: &Path,
    replace: bool,
    at: Timestamp,
    not_noted: &mut dyn FnMut(&StoreError),
) -> Result<Checked, ArchiveError> {
    let from_root = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    if let Err(error) = note(disk, dir, &from_root, at, Seq(view.seq())) {
        // A store on a disk that takes nothing can be archived all the same.
        not_noted(&error);
    }
    let written = archive::write(disk, view, path, replace);
    if written.is_err() {
        // One that is named and not there makes somebody look for it, and nothing worse.
        let _ = forget(disk, dir, &from_root, at);
    }
    written
}

/// Notes an archive, unless it is one that an erasing finds by itself.
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
    if path.parent() == Some(&folder) && path.extension().is_some_and(|it| it == "zst") {
        return Ok(());
    }
    disk.create_dir(&folder).at(&folder)?;
    // The commit of an erasing comes before anything is taken out of the journal.
    let is_erasing = files::names(disk, dir)?.iter().any(|it| it == super::NAME);
    let line = files::json(&Backup {
        path: path.display().to_string(),
        at,
        seq: if is_erasing { 0 } else { seq.0 },
    })?;
    let register = folder.join(NAME);
    let file = match disk.open(&register) {
        Err(error) if error.kind() == ErrorKind::NotFound => disk.create(&register),
        file => file,
    };
    let mut file = file.at(&register)?;
    let length = file.len().at(&register)?;
    let mut end = [b'\n'];
    file.read_at(length.saturating_sub(1), &mut end)
        .at(&register)?;
    // Of a line that was cut short nothing is joined to this one.
    let before: &[u8] = if end == *b"\n" { b"" } else { b"\n" };
    let bytes = [before, line.as_slice(), b"\n"].concat();
    file.append(&bytes).at(&register)?;
    file.sync().at(&register)?;
    disk.sync_dir(&folder).at(&folder)
}

/// Takes back that an archive was noted.
fn forget(disk: &dyn Disk, dir: &Path, path: &Path, at: Timestamp) -> Result<(), StoreError> {
    let (path, mut left) = (path.display().to_string(), Vec::new());
    let all = read(disk, dir)?;
    let is_it = |it: &&Backup| it.path == path && it.at == at;
    if !all.iter().any(|it| is_it(&it)) {
        return Ok(());
    }
    for it in all.iter().filter(|it| !is_it(it)) {
        left.extend(files::json(it)?);
        left.push(b'\n');
    }
    files::write(disk, &dir.join(DIR), NAME, &left)
}

/// All that were noted.
pub(super) fn read(disk: &dyn Disk, dir: &Path) -> Result<Vec<Backup>, StoreError> {
    lines(disk, &dir.join(DIR).join(NAME))
}

/// The archives that a file names. A line that is none is passed over: it says nothing.
pub(super) fn lines(disk: &dyn Disk, path: &Path) -> Result<Vec<Backup>, StoreError> {
    let bytes = files::read(disk, path)?.unwrap_or_default();
    let lines = bytes.split(|it| *it == b'\n');
    Ok(lines
        .filter_map(|it| serde_json::from_slice(it).ok())
        .collect())
}
