//! `elsewhere.jsonl`, in the store's own folder of archives: which automatic archives lie in another one, now set or formerly. An erasing
//! looks for them there, and what it does not find it lists: a disk may not be mounted.
//!
//! Only whoever has the store writes it. An archive that has gone by its age is no longer in it, so that it has a line for each day that is
//! kept.

use std::path::{Path, PathBuf};

use super::register::{Backup, lines};
use super::{LEDGER, files, ledger};
use crate::domain::ids::Timestamp;
use crate::store::archive::{DIR, daily};
use crate::store::disk::Disk;
use crate::store::error::{AtPath as _, StoreError};

/// Its name in the store's folder of archives.
const NAME: &str = "elsewhere.jsonl";

/// Notes the archives of a folder, if that is not the store's own, and forgets those that have gone. What was erased while the folder was
/// out of reach is written there now.
///
/// # Errors
/// Those of the file system.
pub fn note(
    disk: &dyn Disk,
    dir: &Path,
    folder: &Path,
    gone: &[PathBuf],
) -> Result<(), StoreError> {
    let own = dir.join(DIR);
    if folder == own {
        return Ok(());
    }
    let known = read(disk, dir)?;
    let mut left = known.clone();
    left.retain(|it| {
        !gone
            .iter()
            .any(|gone| it.path == gone.display().to_string())
    });
    let there = daily::of_store(disk, folder, dir)?;
    for (daily, seq) in &there {
        let path = daily.path.display().to_string();
        if !left.iter().any(|it| it.path == path) {
            let (at, seq) = (Timestamp(0), *seq);
            left.push(Backup { path, at, seq });
        }
    }
    if left != known {
        write(disk, dir, left)?;
    }
    let erased = ledger::read(disk, &own.join(LEDGER))?;
    if there.is_empty() || erased.is_empty() {
        return Ok(());
    }
    ledger::add(disk, folder, &erased)
}

fn write(disk: &dyn Disk, dir: &Path, all: Vec<Backup>) -> Result<(), StoreError> {
    let mut bytes = Vec::new();
    for mut it in all {
        // The store may be moved, and what lies in it with it.
        if let Ok(within) = Path::new(&it.path).strip_prefix(dir) {
            it.path = within.display().to_string();
        }
        bytes.extend(files::json(&it)?);
        bytes.push(b'\n');
    }
    let own = dir.join(DIR);
    disk.create_dir(&own).at(&own)?;
    disk.sync_dir(dir).at(dir)?;
    files::write(disk, &own, NAME, &bytes)
}

/// All that were noted.
pub(super) fn read(disk: &dyn Disk, dir: &Path) -> Result<Vec<Backup>, StoreError> {
    let mut all = lines(disk, &dir.join(DIR).join(NAME))?;
    for it in &mut all {
        it.path = dir.join(&it.path).display().to_string();
    }
    Ok(all)
}
