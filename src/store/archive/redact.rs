//! An archive without what is to go: unpacked beside it without that, and written anew from there, read back like any other.
//! Owns the copying of an archive into a journal, of which making a store of an archive is made, too.

use std::path::Path;
use std::sync::Arc;

use super::line::hex;
use super::read::{self, Checked};
use super::write::{View, write};
use super::{ArchiveError, line};
use crate::domain::ids::Timestamp;
use crate::store::disk::Disk;
use crate::store::error::{AtPath as _, StoreError};
use crate::store::format::StoreFile;
use crate::store::journal::{Beside, Copy, Entry, Journal, Payload, SEGMENT, StoreId, Touches};

/// Takes out of an archive what is touched; how many changes that were. One that holds nothing of it is left as it is.
///
/// # Errors
/// [`ArchiveError::Differs`] for an archive of another store; [`ArchiveError`] else.
pub fn redact(
    disk: &Arc<dyn Disk>,
    path: &Path,
    scratch: &Path,
    store: StoreId,
    touches: &mut Touches<'_>,
) -> Result<u64, ArchiveError> {
    let mut found = 0;
    let checked = read::run(&**disk, path, &mut |frame| {
        found += without(frame.entries, touches)?.1;
        Ok(())
    })?;
    if checked.store != hex(&store) {
        return Err(ArchiveError::Differs {
            path: path.to_owned(),
            seq: 0,
        });
    }
    if found > 0 {
        clear(&**disk, scratch)?;
        write_anew(disk, path, scratch, store, touches)?;
        clear(&**disk, scratch)?;
    }
    Ok(found)
}

fn write_anew(
    disk: &Arc<dyn Disk>,
    path: &Path,
    scratch: &Path,
    store: StoreId,
    touches: &mut Touches<'_>,
) -> Result<(), ArchiveError> {
    disk.create_dir(scratch).at(scratch)?;
    if let Some(above) = scratch.parent() {
        disk.sync_dir(above).at(above)?;
    }
    let mut copy = Copy::new(&**disk, scratch, store, SEGMENT);
    let read = copy_of(&**disk, path, &mut copy, touches)?;
    copy.end()?;
    let view = View {
        journal: Journal::open_beside(Arc::clone(disk), scratch, store, Beside::default())?,
        store: StoreFile::new(store, Timestamp(read.created)),
    };
    write(&**disk, &view, path, true)?;
    Ok(())
}

/// Copies the frames of an archive, without what is touched.
pub(super) fn copy_of(
    disk: &dyn Disk,
    path: &Path,
    copy: &mut Copy<'_>,
    touches: &mut Touches<'_>,
) -> Result<Checked, ArchiveError> {
    read::run(disk, path, &mut |frame| {
        let (left, _) = without(frame.entries, touches)?;
        Ok(copy.frame(&left)?)
    })
}

/// Entries without what is touched, and how many changes that were.
fn without<'a>(
    entries: &[Entry<'a>],
    touches: &mut Touches<'_>,
) -> Result<(Vec<Entry<'a>>, u64), StoreError> {
    let mut left = entries.to_vec();
    let mut found = 0;
    for item in left.iter_mut().flat_map(|it| &mut it.items) {
        if matches!(item.payload, Payload::Kept { .. }) && touches(item)? {
            item.payload = Payload::Redacted(item.payload.digest());
            found += 1;
        }
    }
    Ok((left, found))
}

/// Removes a folder and what is in it.
pub fn clear(disk: &dyn Disk, scratch: &Path) -> Result<(), StoreError> {
    let names = match disk.list(scratch) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        names => names.at(scratch)?,
    };
    for path in names.iter().map(|it| scratch.join(it)) {
        disk.remove(&path).at(&path)?;
    }
    // One that stays is found empty.
    let _ = std::fs::remove_dir(scratch);
    Ok(())
}

/// A store's name for itself, as an archive writes it.
#[must_use]
pub fn name_of(store: &StoreId) -> String {
    line::hex(store)
}
