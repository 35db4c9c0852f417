//! A store made of an archive: the same entries with the same salts and digests, so the same chain.
//!
//! Invariants: the archive is read to its last line before anything is touched; what was written is read back against it; `store.toml`
//! comes last, so a making that was cut short is no store, and the next one clears it away by [`MARK`].

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::again::Again;
use super::line::unhex_id;
use super::read::{self, Checked};
use super::redact::copy_of;
use super::write::View;
use super::{ArchiveError, DIR};
use crate::domain::ids::{Seq, Timestamp};
use crate::store::disk::Disk;
use crate::store::erasure::{self, LEDGER, Line};
use crate::store::error::{AtPath as _, StoreError};
use crate::store::format::{self, StoreFile};
use crate::store::journal::{Beside, Copy, Journal, SEGMENT};
use crate::store::lock::{self, Lock};
use crate::store::open::JOURNAL;
use crate::store::place;
use crate::store::reserve;

/// There while a store is being made of an archive.
pub const MARK: &str = "restoring";

/// Makes the store in a folder that holds none; the folder may be missing. The store is not opened.
///
/// # Errors
/// [`ArchiveError::Damaged`] and [`ArchiveError::Newer`] before anything was touched; [`ArchiveError::NotEmpty`] for a folder that
/// holds anything but archives, settings and the access log.
pub fn restore(
    disk: &Arc<dyn Disk>,
    archive: &Path,
    dir: &Path,
    account: &str,
) -> Result<Checked, ArchiveError> {
    restore_by(disk, archive, dir, account, None)
}

/// The same; what was erased since is also looked up in this file.
///
/// # Errors
/// Those of [`restore`].
pub fn restore_by(
    disk: &Arc<dyn Disk>,
    archive: &Path,
    dir: &Path,
    account: &str,
    ledger: Option<&Path>,
) -> Result<Checked, ArchiveError> {
    place::check(&**disk, dir)?;
    is_empty(&**disk, dir)?;
    let expected = read::check(&**disk, archive)?;
    let again = again(&**disk, archive, dir, &expected, ledger)?;
    disk.create_dir(dir).at(dir)?;
    place::close(&**disk, dir)?;
    let path = dir.join(lock::NAME);
    let mut lock = Lock::take(&path, account, disk.boot().as_deref())?;
    // Until now somebody else may have made one.
    is_empty(&**disk, dir)?;
    lock.begin().at(&path)?;
    let made = make(disk, archive, dir, &expected, again.as_ref())?;
    // Not synced: less than there is promises nothing wrong.
    lock.publish(Seq(made.seq));
    Ok(made)
}

/// The same for whoever has the folder to himself.
///
/// # Errors
/// Those of [`restore`].
pub fn unpack(disk: &Arc<dyn Disk>, archive: &Path, dir: &Path) -> Result<Checked, ArchiveError> {
    is_empty(&**disk, dir)?;
    let expected = read::check(&**disk, archive)?;
    let again = again(&**disk, archive, dir, &expected, None)?;
    make(disk, archive, dir, &expected, again.as_ref())
}

/// Whether a ledger of erasures lies where restoring looks for one without being told.
pub fn has_ledger(archive: &Path, dir: &Path) -> bool {
    let [beside, ours] = ledgers(archive, dir);
    beside.exists() || ours.exists()
}

/// Beside the archive, and in the new store's own folder of archives.
fn ledgers(archive: &Path, dir: &Path) -> [PathBuf; 2] {
    [archive.with_file_name(LEDGER), dir.join(DIR).join(LEDGER)]
}

/// What was erased since the archive was written, as far as the folder of the archive, that of the new store and `ledger` know.
fn again(
    disk: &dyn Disk,
    archive: &Path,
    dir: &Path,
    expected: &Checked,
    ledger: Option<&Path>,
) -> Result<Option<Again>, ArchiveError> {
    let [beside, ours] = ledgers(archive, dir);
    if let Some(path) = ledger {
        // One that was named must be there.
        disk.open_to_read(path).at(path)?;
    }
    let mut lines: Vec<Line> = Vec::new();
    for path in [beside.as_path(), &ours].into_iter().chain(ledger) {
        for line in erasure::read_ledger(disk, path)? {
            if line.store == expected.store && !lines.contains(&line) {
                lines.push(line);
            }
        }
    }
    Again::of(disk, archive, &lines)
}

fn make(
    disk: &Arc<dyn Disk>,
    archive: &Path,
    dir: &Path,
    expected: &Checked,
    again: Option<&Again>,
) -> Result<Checked, ArchiveError> {
    let made = fill(disk, archive, dir, expected, again);
    if made.is_err() {
        // Part of a store is of no use to anybody, and takes room.
        let _ = clear(&**disk, dir);
    }
    made
}

/// Whether a store may be made here: nothing is in the folder but what belongs to none.
fn is_empty(disk: &dyn Disk, dir: &Path) -> Result<(), ArchiveError> {
    let names = match disk.list(dir) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        names => names.at(dir)?,
    };
    let has = |name: &str| names.iter().any(|it| it == name);
    let is_cut_short = has(MARK) && !has(format::NAME);
    // What is set and noted of a store outlives it: it may be lost and restored in its place.
    let is_ours = |name: &str| {
        [
            lock::NAME,
            DIR,
            reserve::NAME,
            "socket",
            MARK,
            "config.toml",
            "access",
        ]
        .contains(&name)
            || is_cut_short && (name == JOURNAL || name == format::TEMPORARY)
    };
    if names.iter().all(|it| is_ours(it)) {
        Ok(())
    } else {
        Err(ArchiveError::NotEmpty {
            path: dir.to_owned(),
        })
    }
}

fn fill(
    disk: &Arc<dyn Disk>,
    archive: &Path,
    dir: &Path,
    expected: &Checked,
    again: Option<&Again>,
) -> Result<Checked, ArchiveError> {
    clear(&**disk, dir)?;
    let mark = dir.join(MARK);
    disk.create(&mark).and_then(|mut it| it.sync()).at(&mark)?;
    disk.sync_dir(dir).at(dir)?;
    let id = unhex_id(&expected.store).ok_or_else(|| ArchiveError::Damaged {
        path: archive.to_owned(),
        line: 1,
        why: "no store".to_owned(),
    })?;
    let journal = dir.join(JOURNAL);
    disk.create_dir(&journal).at(&journal)?;
    disk.sync_dir(dir).at(dir)?;
    let mut copy = Copy::new(&**disk, &journal, id, SEGMENT);
    let read = copy_of(&**disk, archive, &mut copy, &mut |item| {
        again.map_or(Ok(false), |it| it.touches(item))
    })?;
    if let Some(again) = again {
        again.close(&**disk, &mut copy, Seq(read.seq + 1))?;
        erasure::add_to_ledger(&**disk, &dir.join(DIR), &again.lines)?;
    }
    copy.end()?;
    let store = StoreFile::new(id, Timestamp(read.created));
    let view = View {
        journal: Journal::open_beside(Arc::clone(disk), &journal, id, Beside::default())?,
        store,
    };
    let mut compared = read::compare(&**disk, &view, archive)?;
    let is_it = compared == *expected;
    if let Some(again) = again {
        compared.seq += 1;
        compared.commits += 1;
        compared.changes += again.n_changes();
    }
    if !is_it || compared.seq + 1 != view.journal.next_seq() {
        return Err(ArchiveError::Differs {
            path: dir.to_owned(),
            seq: view.journal.next_seq(),
        });
    }
    disk.sync_dir(dir).at(dir)?;
    store.write(&**disk, dir)?;
    disk.remove(&mark).at(&mark)?;
    disk.sync_dir(dir).at(dir)?;
    Ok(compared)
}

/// Removes what a making that was cut short has left.
fn clear(disk: &dyn Disk, dir: &Path) -> Result<(), StoreError> {
    let names = disk.list(dir).at(dir)?;
    let has = |name: &str| names.iter().any(|it| it == name);
    if !has(MARK) || has(format::NAME) {
        return Ok(());
    }
    if has(JOURNAL) {
        let journal = dir.join(JOURNAL);
        for name in disk.list(&journal).at(&journal)? {
            let path = journal.join(name);
            disk.remove(&path).at(&path)?;
        }
        // One that stays is found empty.
        let _ = fs::remove_dir(&journal);
    }
    let mark = dir.join(MARK);
    disk.remove(&mark).at(&mark)?;
    disk.sync_dir(dir).at(dir)
}
