//! One process owns a store: the lock file, who holds it, and how much of the journal is durable for certain.
//!
//! ```text
//! process
//! account
//! since when, in milliseconds since 1970
//! at which start of the machine, and in which file
//! last durable commit, twice
//! ```
//!
//! The last line is written over after every group, and not synced: it is for processes that read the journal meanwhile, which must not take
//! a frame for durable whose sync fails the next moment. It stays when the lock is let go, and says what the journal must have at least.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::os::unix::fs::{FileExt as _, MetadataExt as _, OpenOptionsExt as _};
use std::path::Path;

use super::derived::{LOCK_PAUSE, LOCK_TRIES};
use super::error::{AtPath as _, StoreError};
use super::journal::Beside;
use crate::domain::ids::{Seq, Timestamp};

/// Its name in the store's folder.
pub(super) const NAME: &str = "lock";

/// The lock of an open store; letting go of it unlocks. The system lets go of it for a process that is killed.
pub(super) struct Lock {
    file: File,
    /// Where the line of the last durable commit stands.
    at: u64,
    /// What it said of that when it was taken.
    known: Option<u64>,
    /// Whoever had the store last had it since the machine was started.
    is_of_this_start: bool,
}

impl Lock {
    /// Takes the lock, or says who has it.
    pub fn take(path: &Path, account: &str, boot: Option<&str>) -> Result<Self, StoreError> {
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
        // What the journal is known to have stays known until it has been looked at anew.
        let before = text(&mut file);
        let known = durable(&before);
        // A copy of the folder is another file, and what was under way when it was made is not in it.
        let inode = file.metadata().map_or(0, |it| it.ino());
        let start = boot.map(|it| format!("{it}/{inode}"));
        let is_of_this_start = start.is_some() && before.lines().nth(3) == start.as_deref();
        // Written over and cut then: on a full disk the room that the file has must not be let go.
        file.rewind().at(path)?;
        let text = format!("{}\n{account}\n", std::process::id());
        file.write_all(text.as_bytes()).at(path)?;
        // Just written: the file's time is this moment.
        let since = modified(&file).map_or(0, |it| it.0);
        let since = format!("{since}\n{}\n", start.unwrap_or_default());
        file.write_all(since.as_bytes()).at(path)?;
        let at = (text.len() + since.len()) as u64;
        file.set_len(at).at(path)?;
        let lock = Self {
            file,
            at,
            known,
            is_of_this_start,
        };
        if let Some(seq) = known {
            lock.publish(Seq(seq));
        }
        Ok(lock)
    }

    /// Says of a store that is made in this folder that nothing in it is durable yet, and says it durably: what stood here was said of one
    /// that is lost, and would hold the new one to commits that it never had.
    pub fn begin(&mut self) -> std::io::Result<()> {
        self.known = None;
        self.publish(Seq(0));
        self.file.sync_all()
    }

    /// The last commit that whoever had the lock before has called durable: the journal must have it.
    pub fn known(&self) -> u64 {
        self.known.unwrap_or(0)
    }

    /// Whether whoever had the store last had it since the machine was started: then all that they wrote is there, synced or not.
    pub fn is_of_this_start(&self) -> bool {
        self.is_of_this_start
    }

    /// Says that everything up to this commit is durable.
    pub fn publish(&self, seq: Seq) {
        let line = format!("{0:020} {0:020}\n", seq.0);
        // Without it, whoever reads beside us takes the last commits for unfinished: less, but nothing wrong.
        let _ = self.file.write_all_at(line.as_bytes(), self.at);
    }
}

/// Who has the store, and what is durable of its journal, for a process that only reads.
pub(super) fn look(path: &Path) -> Result<Beside, StoreError> {
    let mut file = match File::open(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Ok(Beside::default());
        }
        file => file.at(path)?,
    };
    let is_held = match file.try_lock_shared() {
        Ok(()) => false,
        Err(TryLockError::WouldBlock) => true,
        Err(TryLockError::Error(source)) => return Err(StoreError::io(path, source)),
    };
    let durable = durable(&text(&mut file));
    Ok(Beside { is_held, durable })
}

/// What the file says.
fn text(file: &mut File) -> String {
    let mut text = String::new();
    let read = file.take(4096).read_to_string(&mut text);
    read.map_or_else(|_| String::new(), |_| text)
}

/// The last durable commit that the file tells of. Former versions did not say at which start of the machine they wrote.
fn durable(text: &str) -> Option<u64> {
    let (a, b) = text.lines().skip(3).find_map(|it| it.split_once(' '))?;
    // Two that differ were read while they were written.
    (a == b).then(|| a.parse().ok())?
}

/// Who holds the lock, as far as its file says: it is written a moment after it is locked.
fn held(file: &mut File, path: &Path) -> StoreError {
    let written = modified(file);
    let text = text(file);
    let mut lines = text.lines();
    StoreError::Locked {
        path: path.to_owned(),
        pid: lines.next().and_then(|line| line.parse().ok()),
        account: lines
            .next()
            .filter(|line| !line.is_empty())
            .map(str::to_owned),
        since: (lines.next().and_then(|it| it.parse().ok()))
            .map(Timestamp)
            .or(written),
    }
}

/// When a file was last written.
fn modified(file: &File) -> Option<Timestamp> {
    let found = file.metadata().ok()?;
    let millis = found.mtime().saturating_mul(1_000) + found.mtime_nsec() / 1_000_000;
    Some(Timestamp(millis))
}
