//! The state that derives from the journal, in sled: records, indexes for history, commands already answered.
//! Owns the trees and their keys. It promises nothing: whatever is lost or damaged here is made again from the journal.
//!
//! | tree | key | value |
//! |---|---|---|
//! | `records` | key bytes | stamp, codec bytes; or stamp and a mark, and the bytes in chunks beside |
//! | `by_key` | key bytes, seq | place of the frame with that change |
//! | `by_actor`, `by_about` | user or [`About`], seq | place of the commit's first frame |
//! | `commits` | seq | place of its first frame, time, command id |
//! | `commands` | command id | seq; 30 days back from the newest commit |
//!
//! Invariant: `records` carries, in the same batch as every change of it, the sum of the hashes of all its entries, and with
//! the last batch of a run the checkpoint. So a scan proves that what is here is exactly what was written, and the checkpoint
//! says up to where. sled by itself proves neither after a power cut.

mod batch;
mod read;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::error::StoreError;
use super::journal::{Checkpoint, Journal, Place, StoreId};
use crate::domain::state::Meta;

pub use batch::Progress;
pub use read::Filter;

const CACHE: u64 = 16 << 20;

/// After so many commits the trees are flushed: what a killed process would have to replay takes some hundredths of a second.
const FLUSH_EVERY: u64 = 1_000;

/// Keys of marks begin with a byte that no kind of record has.
const MARK: u8 = 0;
const MARK_CHECKPOINT: &[u8] = &[MARK, b'a'];
const MARK_SUM: &[u8] = &[MARK, b's'];
const MARK_STORE: &[u8] = &[MARK, b'i'];
const MARK_COUNTERS: &[u8] = &[MARK, b'c'];
const MARK_UNDO: &[u8] = &[MARK, b'u'];
/// In the other trees: the seq up to which they are filled.
const MARK_FILLED: &[u8] = &[MARK];
/// In `commands`: the seq up to which old ones are gone.
const MARK_TRIMMED: &[u8] = &[MARK, b't'];

/// Chunks of long records begin with a byte that no kind of record has either.
const CHUNK: u8 = 0xFE;

/// Longest value in a tree: sled writes larger pages to files of their own, without any sync.
const MAX_VALUE: usize = 4 << 10;

/// Why the derived state cannot be used and is made anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Distrust {
    /// It is not there.
    Missing,
    /// It does not open, or panics; what it said.
    Broken(String),
    /// It opens and is not what the journal says.
    Disagrees,
}

/// The open trees.
pub(super) struct Derived {
    path: PathBuf,
    db: sled::Db,
    records: sled::Tree,
    by_key: sled::Tree,
    by_actor: sled::Tree,
    by_about: sled::Tree,
    commits: sled::Tree,
    commands: sled::Tree,
    meta: Meta,
    checkpoint: Option<Checkpoint>,
    sum: u128,
    unflushed: u64,
}

impl Derived {
    /// Opens what is in the folder, or makes it there when `is_new`. Call under [`guarded`]: sled panics on some damage.
    pub fn open(path: &Path, store: StoreId, is_new: bool) -> Result<Self, StoreError> {
        remove_half_snapshots(path)?;
        let state = |error: sled::Error| StoreError::State {
            path: path.to_owned(),
            why: error.to_string(),
        };
        let db = sled::Config::new()
            .path(path)
            .flush_every_ms(None)
            .cache_capacity(CACHE)
            .open()
            .map_err(state)?;
        let tree = |name: &str| db.open_tree(name).map_err(state);
        let mut derived = Self {
            path: path.to_owned(),
            records: tree("records")?,
            by_key: tree("by_key")?,
            by_actor: tree("by_actor")?,
            by_about: tree("by_about")?,
            commits: tree("commits")?,
            commands: tree("commands")?,
            db,
            meta: Meta::default(),
            checkpoint: None,
            sum: 0,
            unflushed: 0,
        };
        if is_new {
            derived.records.insert(MARK_STORE, &store).map_err(state)?;
        } else if derived.records.get(MARK_STORE).map_err(state)?.as_deref()
            != Some(store.as_slice())
        {
            return Err(derived.broken("belongs to no store or another one"));
        }
        derived.read_marks()?;
        Ok(derived)
    }

    /// How far it has got.
    pub fn checkpoint(&self) -> Option<Checkpoint> {
        self.checkpoint
    }

    /// Writes everything to the disk and waits for it.
    pub fn flush(&mut self) -> Result<(), StoreError> {
        self.check(self.db.flush())?;
        // sled's own flush does not reach fsync.
        for name in ["db", "conf"] {
            let path = self.path.join(name);
            let synced = fs::File::open(path).and_then(|file| file.sync_data());
            synced.map_err(|error| self.broken(&error.to_string()))?;
        }
        let synced = fs::File::open(&self.path).and_then(|dir| dir.sync_all());
        synced.map_err(|error| self.broken(&error.to_string()))?;
        self.unflushed = 0;
        Ok(())
    }

    /// Whether every index is filled up to the checkpoint, and, when asked, whether the records are exactly what was written.
    pub fn is_sound(&self, thoroughly: bool) -> Result<bool, StoreError> {
        let applied = self.checkpoint.map_or(0, |checkpoint| checkpoint.seq);
        for tree in [
            &self.by_key,
            &self.by_actor,
            &self.by_about,
            &self.commits,
            &self.commands,
        ] {
            let filled = self
                .check(tree.get(MARK_FILLED))?
                .and_then(|bytes| number(&bytes))
                .unwrap_or(0);
            if filled < applied {
                return Ok(false);
            }
        }
        if !thoroughly {
            return Ok(true);
        }
        let mut sum = 0u128;
        for entry in self.records.iter() {
            let (key, value) = self.check(entry)?;
            if key.first() != Some(&MARK) {
                sum = sum.wrapping_add(hash(&key, &value));
            }
        }
        Ok(sum == self.sum)
    }

    /// Takes in what the journal has behind the checkpoint; how many commits.
    pub fn take_in(
        &mut self,
        journal: &Journal,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<u64, StoreError> {
        let taken = batch::take_in(self, journal, progress)?;
        self.unflushed += taken;
        if self.unflushed >= FLUSH_EVERY {
            self.flush()?;
        }
        Ok(taken)
    }

    fn read_marks(&mut self) -> Result<(), StoreError> {
        use super::codec::meta::{decode_counters, decode_undo};
        if let Some(bytes) = self.check(self.records.get(MARK_CHECKPOINT))? {
            let checkpoint = bytes.split_first_chunk().and_then(|(seq, rest)| {
                Some(Checkpoint {
                    seq: u64::from_be_bytes(*seq),
                    place: place_of(rest)?,
                })
            });
            self.checkpoint = Some(checkpoint.ok_or_else(|| self.broken("checkpoint"))?);
        }
        if let Some(bytes) = self.check(self.records.get(MARK_SUM))? {
            let sum = bytes.as_ref().try_into().map(u128::from_be_bytes);
            self.sum = sum.map_err(|_| self.broken("sum"))?;
        }
        self.meta.seq =
            crate::domain::ids::Seq(self.checkpoint.map_or(0, |checkpoint| checkpoint.seq));
        if let Some(bytes) = self.check(self.records.get(MARK_COUNTERS))? {
            let counters = decode_counters(&bytes).map_err(|bad| self.broken(&bad.0))?;
            self.meta.last_ids = counters.into_iter().collect();
        }
        for entry in self.records.scan_prefix(MARK_UNDO) {
            let (key, bytes) = self.check(entry)?;
            let user = key
                .strip_prefix(MARK_UNDO)
                .and_then(|rest| rest.try_into().ok())
                .map(u32::from_be_bytes);
            let user = crate::domain::ids::UserId(user.ok_or_else(|| self.broken("undo"))?);
            let stack = decode_undo(&bytes).map_err(|bad| self.broken(&bad.0))?;
            self.meta.undo.insert(user, stack);
        }
        Ok(())
    }

    fn broken(&self, why: &str) -> StoreError {
        StoreError::State {
            path: self.path.clone(),
            why: why.to_owned(),
        }
    }

    fn check<T>(&self, result: sled::Result<T>) -> Result<T, StoreError> {
        result.map_err(|error| self.broken(&error.to_string()))
    }
}

/// Runs something that uses sled and turns a panic inside into an error: on some damage sled does not refuse, it panics.
pub(super) fn guarded<T>(
    path: &Path,
    work: impl FnOnce() -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    // Whoever gets this error drops what the closure touched and makes it anew.
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(work)).unwrap_or_else(|panic| {
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

fn place_bytes(place: Place) -> [u8; 12] {
    let mut bytes = [0; 12];
    let (segment, offset) = bytes.split_at_mut(4);
    segment.copy_from_slice(&place.segment.to_be_bytes());
    offset.copy_from_slice(&place.offset.to_be_bytes());
    bytes
}

fn place_of(bytes: &[u8]) -> Option<Place> {
    let (segment, rest) = bytes.split_first_chunk()?;
    let (offset, _) = rest.split_first_chunk()?;
    Some(Place {
        segment: u32::from_be_bytes(*segment),
        offset: u64::from_be_bytes(*offset),
    })
}

fn number(bytes: &[u8]) -> Option<u64> {
    bytes.first_chunk().map(|bytes| u64::from_be_bytes(*bytes))
}
