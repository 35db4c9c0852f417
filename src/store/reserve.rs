//! Room that a store holds for the day on which the disk is full: sled needs some to open, to follow the journal and to be closed.
//! Owns when it is held and when it is given away.
//!
//! Given away it is owed: nothing is accepted before there is room for it again, so that it is never filled with changes. A disk on which
//! there is little room to begin with has none.

use std::path::{Path, PathBuf};

use super::disk::Disk;

/// Its file in the store's folder.
pub(super) const NAME: &str = "reserve";

/// How much is held.
pub(super) const SIZE: u64 = 8 << 20;

/// With less room than this nothing is held where nothing was.
const PLENTY: u64 = 3 * SIZE;

/// With less room than this sled may not open.
const OPENING: u64 = 4 << 20;

fn path(dir: &Path) -> PathBuf {
    dir.join(NAME)
}

/// Before sled is opened: holds room where there is some, and gives it away where sled would have none.
pub(super) fn prepare(disk: &dyn Disk, dir: &Path) {
    let Ok(room) = disk.room(dir) else { return };
    match disk.held(&path(dir)) {
        Some(_) if room < OPENING => give(disk, dir),
        Some(_) if room >= SIZE + OPENING => hold(disk, dir),
        None if room >= PLENTY => hold(disk, dir),
        Some(_) | None => {}
    }
}

/// How much room is owed to it before anything else is written.
pub(super) fn owed(disk: &dyn Disk, dir: &Path) -> u64 {
    match disk.held(&path(dir)) {
        Some(false) => SIZE,
        Some(true) | None => 0,
    }
}

/// Holds it, if that can be.
pub(super) fn hold(disk: &dyn Disk, dir: &Path) {
    if disk.hold(&path(dir), SIZE).is_err() {
        // Half of it is nothing, and says that it is there.
        give(disk, dir);
    }
}

/// Gives it away to whoever needs it now: sled, in the next moment.
pub(super) fn give(disk: &dyn Disk, dir: &Path) {
    let _ = disk.give(&path(dir));
}
