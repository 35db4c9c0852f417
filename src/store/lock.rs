//! One process owns a store: the lock file, and who holds it.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read as _, Write as _};
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _};
use std::path::Path;

use super::derived::{LOCK_PAUSE, LOCK_TRIES};
use super::error::{AtPath as _, StoreError};
use crate::domain::ids::Timestamp;

/// The lock of an open store; letting go of it unlocks. The system lets go of it for a process that is killed.
pub(super) struct Lock(#[expect(dead_code, reason = "held, not read")] File);

impl Lock {
    /// Takes the lock, or says who has it.
    pub fn take(path: &Path, account: &str) -> Result<Self, StoreError> {
        let mut options = OpenOptions::new();
        options
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .mode(0o600);
        options.custom_flags(rustix::fs::OFlags::NOFOLLOW.bits().cast_signed());
        let mut file = options.open(path).at(path)?;
        // A process that is just being started inherits the lock of whoever starts it, until it runs: that is over in a moment.
        let mut tries = 0;
        loop {
            match file.try_lock() {
                Ok(()) => break,
                Err(TryLockError::WouldBlock) if tries < LOCK_TRIES => tries += 1,
                Err(TryLockError::WouldBlock) => return Err(held(&mut file, path)),
                Err(TryLockError::Error(source)) => return Err(StoreError::io(path, source)),
            }
            std::thread::sleep(LOCK_PAUSE);
        }
        file.set_len(0).at(path)?;
        writeln!(file, "{}\n{account}", std::process::id()).at(path)?;
        Ok(Self(file))
    }
}

/// Who holds the lock, as far as its file says: it is written a moment after it is locked.
fn held(file: &mut File, path: &Path) -> StoreError {
    // The file is written when the lock is taken, and never after.
    let since = file
        .metadata()
        .ok()
        .map(|it| Timestamp(it.mtime().saturating_mul(1_000) + it.mtime_nsec() / 1_000_000));
    let mut text = String::new();
    let read = file.take(4096).read_to_string(&mut text);
    let mut lines = read.map_or("", |_| text.as_str()).lines();
    StoreError::Locked {
        path: path.to_owned(),
        pid: lines.next().and_then(|line| line.parse().ok()),
        account: lines
            .next()
            .filter(|line| !line.is_empty())
            .map(str::to_owned),
        since,
    }
}
