//! The automatic archives: one a day in a folder of their own. Owns their names, which one is due, and which ones may go.
//!
//! Invariant: the newest archive that is whole stays, however old it is and whatever newer ones there are; and so do the last few.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::ArchiveError;
use super::line::{Header, hex};
use super::read::{Checked, check_until, head};
use super::write::{Manner, View, write_so};
use crate::store::age;
use crate::store::disk::Disk;
use crate::store::error::{AtPath as _, StoreError};
use crate::store::format::StoreFile;
use crate::store::journal::StoreId;
use crate::store::lock;

/// What every name begins and ends with, and the end of what is being written: see [`write_so`].
const BEGIN: &str = "smotr-";
const END: &str = ".jsonl.zst";
const PART: &str = ".part";

/// Room that an automatic archive leaves, in bytes: nobody has asked for it, and whoever works comes first.
const ROOM_TO_WORK: u64 = 32 << 20;

/// Archives that stay whatever their dates: what the clock says of those may be wrong.
const FEW: usize = 3;

/// An automatic archive, by its name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Daily {
    /// The day on which it was made.
    pub date: NaiveDate,
    /// Which one of its day; a second one is there where the first is of another store, or of a past that was given up.
    pub number: u32,
    /// Where it lies.
    pub path: PathBuf,
}

/// The name of an archive of a day, the first if the number is 1: `smotr-2026-05-23.jsonl.zst`.
#[must_use]
pub fn name(date: NaiveDate, number: u32) -> String {
    match number {
        0 | 1 => format!("{BEGIN}{date}{END}"),
        _ => format!("{BEGIN}{date}-{number}{END}"),
    }
}

/// The day and number in a name; `None` for any other file.
fn of_name(name: &str) -> Option<(NaiveDate, u32)> {
    let middle = name.strip_prefix(BEGIN)?.strip_suffix(END)?;
    let (date, number) = match middle.match_indices('-').nth(2) {
        Some((at, _)) => (middle.get(..at)?, middle.get(at + 1..)?.parse().ok()?),
        None => (middle, 1),
    };
    let date = date.parse().ok()?;
    // What is written otherwise is somebody's own.
    (self::name(date, number) == name).then_some((date, number))
}

/// The automatic archives of a folder, the oldest first. There are none where there is no folder.
///
/// # Errors
/// Those of the file system.
pub fn list(disk: &dyn Disk, folder: &Path) -> Result<Vec<Daily>, StoreError> {
    let names = match disk.list(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
        names => names.at(folder)?,
    };
    let mut found: Vec<Daily> = (names.iter())
        .filter_map(|name| {
            let (date, number) = of_name(name)?;
            let path = folder.join(name);
            Some(Daily { date, number, path })
        })
        .collect();
    found.sort();
    Ok(found)
}

/// The newest archive of the store in a folder, by its first line, and the last commit in it.
///
/// # Errors
/// Those of the file system.
pub fn newest(
    disk: &dyn Disk,
    folder: &Path,
    dir: &Path,
) -> Result<Option<(Daily, u64)>, StoreError> {
    let store = StoreFile::read(disk, dir)?.id;
    let all = list(disk, folder)?.into_iter().rev();
    let mut ours = all.filter_map(|it| {
        let header = head_of(disk, &it, &store)?;
        Some((it, header.seq))
    });
    Ok(ours.next())
}

/// The archives of the store in a folder, and the last commit in each, by their first lines.
///
/// # Errors
/// Those of the file system.
pub fn of_store(
    disk: &dyn Disk,
    folder: &Path,
    dir: &Path,
) -> Result<Vec<(Daily, u64)>, StoreError> {
    let store = StoreFile::read(disk, dir)?.id;
    let all = list(disk, folder)?.into_iter();
    let ours = all.filter_map(|it| {
        let header = head_of(disk, &it, &store)?;
        Some((it, header.seq))
    });
    Ok(ours.collect())
}

/// The latest archive that is this store's or cannot be read: whoever checks wants to know of that.
///
/// # Errors
/// Those of the file system.
pub fn latest(disk: &dyn Disk, folder: &Path, dir: &Path) -> Result<Option<Daily>, StoreError> {
    let store = hex(&StoreFile::read(disk, dir)?.id);
    let mut all = list(disk, folder)?.into_iter().rev();
    Ok(all.find(|it| head(disk, &it.path).map_or(true, |it| it.store == store)))
}

fn head_of(disk: &dyn Disk, daily: &Daily, store: &StoreId) -> Option<Header> {
    let header = head(disk, &daily.path).ok()?;
    (header.store == hex(store)).then_some(header)
}

/// Makes the archive of a day if it is due: this day has none yet, and something has changed since the last one. What was made.
///
/// `stop` is asked often; once it says so, the archive is given up.
///
/// # Errors
/// [`ArchiveError`]; [`ArchiveError::GivenUp`] if it was stopped. Nothing with the name of an archive is left then.
pub fn make(
    disk: &dyn Disk,
    view: &View,
    folder: &Path,
    today: NaiveDate,
    stop: &dyn Fn() -> bool,
) -> Result<Option<Checked>, ArchiveError> {
    tidy(disk, folder)?;
    let all = list(disk, folder)?;
    if !is_due(disk, &all, &view.store.id, view.seq(), today) {
        return Ok(None);
    }
    disk.create_dir(folder).at(folder)?;
    if let Some(above) = folder.parent() {
        disk.sync_dir(above).at(above)?;
    }
    let of_today = all.iter().filter(|it| it.date == today);
    let number = of_today.map(|it| it.number).max();
    let path = folder.join(name(today, number.unwrap_or(0) + 1));
    let manner = Manner {
        replace: false,
        spare: ROOM_TO_WORK,
        stop,
    };
    write_so(disk, view, &path, &manner).map(Some)
}

/// Whether the archive of a day may be due, as far as can be told without reading the journal.
///
/// # Errors
/// Those of the file system; [`StoreError::Absent`] where there is no store.
pub fn may_be_due(
    disk: &dyn Disk,
    dir: &Path,
    folder: &Path,
    today: NaiveDate,
) -> Result<bool, StoreError> {
    let store = StoreFile::read(disk, dir)?;
    let durable = lock::look(&dir.join(lock::NAME))?.durable;
    let all = list(disk, folder)?;
    Ok(durable.is_none_or(|seq| is_due(disk, &all, &store.id, seq, today)))
}

fn is_due(disk: &dyn Disk, all: &[Daily], store: &StoreId, seq: u64, today: NaiveDate) -> bool {
    // One of today that knows more than the store is of a past that was given up when an older archive was restored.
    let has_today = (all.iter().filter(|it| it.date == today))
        .any(|it| head_of(disk, it, store).is_some_and(|it| it.seq <= seq));
    let last = all.iter().rev().find_map(|it| head_of(disk, it, store));
    !has_today && last.is_none_or(|it| it.seq != seq)
}

/// Removes what a killed process has left half written.
fn tidy(disk: &dyn Disk, folder: &Path) -> Result<(), StoreError> {
    let names = match disk.list(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        names => names.at(folder)?,
    };
    let is_left = |name: &&String| {
        let name = name.strip_prefix('.').and_then(|it| it.strip_suffix(PART));
        name.is_some_and(|it| of_name(it).is_some())
    };
    for path in names.iter().filter(is_left).map(|it| folder.join(it)) {
        disk.remove(&path).at(&path)?;
    }
    Ok(())
}

/// Removes archives of this store that are older than so many days; which ones. The newest that is whole stays, with all that came after it,
/// and so do the last few.
///
/// # Errors
/// Those of the file system; [`ArchiveError::GivenUp`] if it was stopped.
pub fn prune(
    disk: &dyn Disk,
    dir: &Path,
    folder: &Path,
    today: NaiveDate,
    days: u32,
    stop: &dyn Fn() -> bool,
) -> Result<Vec<PathBuf>, ArchiveError> {
    let all = list(disk, folder)?;
    let last = all.iter().map(|it| it.date).rfind(|it| *it < today);
    let Some(first) = age::first_kept(today, days, last) else {
        return Ok(Vec::new());
    };
    let (earlier, _) = all.split_at(all.len().saturating_sub(FEW));
    if earlier.iter().all(|it| it.date >= first) {
        return Ok(Vec::new());
    }
    let id = StoreFile::read(disk, dir)?.id;
    // Looked for from the newest on, and only where there is anything to remove.
    let store = hex(&id);
    let mut before = all.as_slice();
    while let [rest @ .., last] = before {
        before = rest;
        match check_until(disk, &last.path, stop) {
            Ok(it) if it.store == store => break,
            Err(ArchiveError::GivenUp) => return Err(ArchiveError::GivenUp),
            _ => {}
        }
    }
    let is_old = |it: &&Daily| it.date < first && head_of(disk, it, &id).is_some();
    let mut removed = Vec::new();
    for old in before.iter().take(earlier.len()).filter(is_old) {
        disk.remove(&old.path).at(&old.path)?;
        removed.push(old.path.clone());
    }
    if !removed.is_empty() {
        disk.sync_dir(folder).at(folder)?;
    }
    Ok(removed)
}
