//! The state that derives from the journal, in sled: records with their history, indexes, commands already answered.
//! Owns the tree. It promises nothing: whatever is lost or damaged here is made again from the journal.
//!
//! | key space | value |
//! |---|---|
//! | key of a record | stamp, the latest commits that changed it, its bytes (or their length, and the bytes in chunks) |
//! | older history of a record, by first seq | blocks of (seq, place in the journal) |
//! | commits, by user, by [`About`](crate::domain::about::About), each by first seq | blocks of (seq, place in the journal) |
//! | command id, 30 days back from the newest commit | seq |
//!
//! One tree, because sled's batches are atomic within a tree only, and few large entries instead of many small ones, because each
//! one costs sled some hundred bytes of log.
//!
//! Invariant: every batch carries the sum of the hashes of all entries but itself, the checkpoint, the store's id and the rules, and the last batch of a run the checkpoint. So a scan
//! proves that what is here is exactly what was written, and the checkpoint says up to where. sled by itself proves neither after
//! a power cut.

mod keys;
mod look;
mod read;
mod run;
mod writing;

use std::cell::Cell;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sha2::{Digest as _, Sha256};

use super::codec::meta::{decode_counters, decode_undo};
use super::error::{StoreError, is_full};
use super::journal::{Checkpoint, Journal, StoreId};
use crate::domain::ids::{Seq, UserId};
use crate::domain::state::Meta;

pub use read::Filter;
pub use run::Progress;
use writing::Filled;

const CACHE: u64 = 4 << 20;

/// After so many commits the tree is flushed: what a killed process would have to replay takes some hundredths of a second.
const FLUSH_EVERY: u64 = 1_000;

/// How often, and after how long, a lock that another holds is tried again.
pub(super) const LOCK_TRIES: u32 = 20;
pub(super) const LOCK_PAUSE: Duration = Duration::from_millis(5);

/// Why the derived state cannot be used and is made anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Distrust {
    /// It is not there.
    Missing,
    /// It does not open, or panics; what it said.
    Broken(String),
    /// It opens and is not what the journal says.
    Disagrees,
    /// A former version of the program laid it out, by other rules.
    Former,
}

/// The open tree.
pub(super) struct Derived {
    path: PathBuf,
    db: sled::Db,
    tree: sled::Tree,
    meta: Meta,
    checkpoint: Option<Checkpoint>,
    sum: u128,
    unflushed: u64,
    /// A look at everything, if one is under way.
    look: Option<look::Look>,
    /// Whether anything was written since it was opened: then sled's snapshot, made at opening, is older than its log.
    is_changed: bool,
}

impl Derived {
    /// Opens what is in the folder, or makes it there when `is_new`. Call under [`guarded`]: sled panics on some damage.
    pub fn open(path: &Path, store: StoreId, is_new: bool) -> Result<Self, StoreError> {
        remove_half_snapshots(path)?;
        let state = |error: sled::Error| sled_error(path, &error);
        let config = sled::Config::new()
            .path(path)
            .flush_every_ms(None)
            .cache_capacity(CACHE);
        // A process that is just being started inherits the lock of what was open before, until it runs.
        let mut tries = 0;
        let db = loop {
            match config.open().map_err(state) {
                Err(StoreError::Locked { .. }) if tries < LOCK_TRIES => tries += 1,
                opened => break opened?,
            }
            std::thread::sleep(LOCK_PAUSE);
        };
        let mut derived = Self {
            path: path.to_owned(),
            tree: db.open_tree("state").map_err(state)?,
            db,
            meta: Meta::default(),
            checkpoint: None,
            sum: 0,
            unflushed: 0,
            look: None,
            is_changed: is_new,
        };
        if is_new {
            derived.tree.insert(keys::STORE, &store).map_err(state)?;
            let rules = derived.tree.insert(keys::LAYOUT, keys::RULES);
            rules.map_err(state)?;
        } else if derived.get(keys::STORE)?.as_deref() != Some(store.as_slice()) {
            return Err(derived.broken("belongs to no store or another one"));
        }
        derived.read_marks()?;
        Ok(derived)
    }

    /// Whether it is laid out by the rules that hold today.
    pub fn is_of_today(&self) -> Result<bool, StoreError> {
        Ok(self.get(keys::LAYOUT)?.as_deref() == Some(keys::RULES))
    }

    /// How far it has got.
    pub fn checkpoint(&self) -> Option<Checkpoint> {
        self.checkpoint
    }

    /// Counters and undo stacks, as of the last commit taken in.
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// Writes everything to the disk and waits for it.
    pub fn flush(&mut self) -> Result<(), StoreError> {
        self.check(self.db.flush())?;
        // sled's own flush does not reach fsync.
        for name in ["db", "conf"] {
            let path = self.path.join(name);
            let synced = fs::File::open(path).and_then(|file| file.sync_data());
            synced.map_err(|error| sled_error(&self.path, &error.into()))?;
        }
        let synced = fs::File::open(&self.path).and_then(|dir| dir.sync_all());
        synced.map_err(|error| sled_error(&self.path, &error.into()))?;
        self.unflushed = 0;
        Ok(())
    }

    /// Whether anything was written since it was opened.
    pub fn is_changed(&self) -> bool {
        self.is_changed
    }

    /// Whether everything here is exactly what was written: reads all of it.
    pub fn is_whole(&self) -> Result<bool, StoreError> {
        let mut sum = 0u128;
        for entry in &self.tree {
            let (key, value) = self.check(entry)?;
            sum = sum.wrapping_add(summed(&key, &value));
        }
        Ok(sum == self.sum)
    }

    /// Takes in what the journal has behind the checkpoint; how many commits.
    pub fn take_in(
        &mut self,
        journal: &Journal,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<u64, StoreError> {
        let taken = run::take_in(self, journal, progress)?;
        self.unflushed += taken;
        if self.unflushed >= FLUSH_EVERY {
            self.flush()?;
        }
        Ok(taken)
    }

    fn read_marks(&mut self) -> Result<(), StoreError> {
        if let Some(bytes) = self.get(keys::CHECKPOINT)? {
            let located = keys::located(&bytes).ok_or_else(|| self.broken("checkpoint"))?;
            self.checkpoint = located.first().map(|(seq, place)| Checkpoint {
                seq: *seq,
                place: *place,
            });
        }
        if let Some(bytes) = self.get(keys::SUM)? {
            let sum = bytes.as_ref().try_into().map(u128::from_be_bytes);
            self.sum = sum.map_err(|_| self.broken("sum"))?;
        }
        self.meta.seq = Seq(self.checkpoint.map_or(0, |checkpoint| checkpoint.seq));
        if let Some(bytes) = self.get(keys::COUNTERS)? {
            let counters = decode_counters(&bytes).map_err(|bad| self.broken(&bad.0))?;
            self.meta.last_ids = counters.into_iter().collect();
        }
        for entry in self.tree.scan_prefix(keys::UNDO) {
            let (key, bytes) = self.check(entry)?;
            let user = key
                .strip_prefix(keys::UNDO)
                .and_then(|rest| rest.try_into().ok())
                .map(u32::from_be_bytes);
            let user = UserId(user.ok_or_else(|| self.broken("undo"))?);
            let stack = decode_undo(&bytes).map_err(|bad| self.broken(&bad.0))?;
            self.meta.undo.insert(user, stack);
        }
        Ok(())
    }

    fn apply(&mut self, filled: Filled) -> Result<(), StoreError> {
        let Filled {
            mut batch,
            sum,
            looked,
        } = filled;
        self.is_changed = true;
        batch.insert(keys::SUM, &sum.to_be_bytes());
        self.check(self.tree.apply_batch(batch))?;
        self.sum = sum;
        self.keep_up(looked);
        Ok(())
    }

    fn get(&self, key: &[u8]) -> Result<Option<sled::IVec>, StoreError> {
        self.check(self.tree.get(key))
    }

    fn broken(&self, why: &str) -> StoreError {
        StoreError::State {
            path: self.path.clone(),
            why: why.to_owned(),
        }
    }

    fn check<T>(&self, result: sled::Result<T>) -> Result<T, StoreError> {
        result.map_err(|error| sled_error(&self.path, &error))
    }
}

/// An error of sled: want of room or rights, and another's lock, told apart from what is wrong with the state itself.
fn sled_error(path: &Path, error: &sled::Error) -> StoreError {
    use io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem};
    let why = error.to_string();
    match error {
        sled::Error::Io(_) if why.contains("could not acquire lock") => StoreError::Locked {
            path: path.to_owned(),
            pid: None,
            account: None,
            since: None,
        },
        sled::Error::Io(source)
            if is_full(source.kind())
                || matches!(source.kind(), PermissionDenied | ReadOnlyFilesystem) =>
        {
            StoreError::io(path, source.kind().into())
        }
        _ => StoreError::State {
            path: path.to_owned(),
            why,
        },
    }
}

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// True while this thread does something whose panic is caught and mended. A panic hook that restores a terminal or writes a
/// report must leave such a panic alone.
pub fn is_guarded() -> bool {
    GUARDED.get()
}

/// Runs something that uses sled and turns a panic inside into an error: on some damage sled does not refuse, it panics.
pub(super) fn guarded<T>(
    path: &Path,
    work: impl FnOnce() -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let outer = GUARDED.replace(true);
    // Whoever gets this error drops what the closure touched and makes it anew.
    let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(work));
    GUARDED.set(outer);
    result.unwrap_or_else(|panic| {
        let why = panic.downcast_ref::<String>().cloned();
        let why = why.or_else(|| panic.downcast_ref::<&str>().map(|why| (*why).to_owned()));
        Err(StoreError::State {
            path: path.to_owned(),
            why: why.unwrap_or_default(),
        })
    })
}

/// A process killed while sled opens leaves a half snapshot, for which sled then refuses to open.
fn remove_half_snapshots(path: &Path) -> Result<(), StoreError> {
    let entries = match fs::read_dir(path) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(StoreError::io(path, error)),
    };
    for entry in entries {
        let entry = entry.map_err(|error| StoreError::io(path, error))?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with("snap.") && name.ends_with(".generating") {
            fs::remove_file(entry.path()).map_err(|error| StoreError::io(&entry.path(), error))?;
        }
    }
    Ok(())
}

/// What an entry adds to the sum: of the marks that stand beside the sum the journal says whether they are right.
fn summed(key: &[u8], value: &[u8]) -> u128 {
    if keys::is_unsummed(key) {
        return 0;
    }
    hash(key, value)
}

/// One entry's part of the sum.
fn hash(key: &[u8], value: &[u8]) -> u128 {
    let digest = Sha256::new()
        .chain_update((key.len() as u32).to_be_bytes())
        .chain_update(key)
        .chain_update(value)
        .finalize();
    digest
        .first_chunk()
        .map_or(0, |bytes| u128::from_be_bytes(*bytes))
}
