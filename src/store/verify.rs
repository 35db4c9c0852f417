//! `smotr verify`: does the derived state say what the journal says? Reads everything, changes nothing.

use std::collections::HashMap;
use std::io::ErrorKind;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use super::change::{commit_of, key_of, record_of, sides};
use super::error::{AtPath as _, StoreError};
use super::journal::Verified;
use super::open::TORN;
use super::store::Store;
use crate::domain::ids::Timestamp;
use crate::domain::record::Key;
use crate::domain::state::Meta;

/// How many keys of each trouble are named.
const NAMED: usize = 20;

/// What was checked, and what was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verification {
    /// The journal: its chain was read from the first frame to the last.
    pub journal: Verified,
    /// Records in the derived state, each compared with the journal and decoded.
    pub records: u64,
    /// Changes that can be found by key, and commits that can be found by number.
    pub indexed: (u64, u64),
    /// Whether counters, undo stacks, indexes and answered commands are what was written, and the first two what the journal says.
    pub notes_hold: bool,
    /// Records that the journal has and the derived state has not; the first of them.
    pub missing: Troubles,
    /// Records that the derived state has otherwise or in excess; the first of them.
    pub different: Troubles,
    /// Records that cannot be decoded; the first of them.
    pub unreadable: Troubles,
    /// What lies in `torn/`. Nothing is wrong with it.
    pub torn: Kept,
}

/// Ends of the journal that were cut short and are kept: nobody had been told that they were saved.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kept {
    /// How many.
    pub count: u64,
    /// Their bytes together.
    pub bytes: u64,
    /// When the first of them was kept, by its file; none if there is none or the file does not tell.
    pub since: Option<Timestamp>,
}

/// How many, and which ones first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Troubles {
    /// How many.
    pub count: u64,
    /// The first ones.
    pub first: Vec<Key>,
}

impl Troubles {
    fn add(&mut self, key: Option<Key>) {
        self.count += 1;
        if self.first.len() < NAMED {
            self.first.extend(key);
        }
    }
}

impl Verification {
    /// True when nothing is wrong.
    pub fn is_good(&self) -> bool {
        let indexed = (self.journal.changes, self.journal.commits);
        self.missing.count + self.different.count + self.unreadable.count == 0
            && self.indexed == indexed
            && self.notes_hold
    }
}

impl Store {
    /// Checks the chain of the journal and compares the derived state with it, record by record. Damage of the journal is an error.
    pub fn verify(&mut self) -> Result<Verification, StoreError> {
        let mut found = Verification {
            journal: self.journal.verify()?,
            torn: self.torn()?,
            ..Verification::default()
        };
        let mut expected: HashMap<Vec<u8>, [u8; 32]> = HashMap::new();
        let mut meta = Meta::default();
        self.journal.replay(None, |frame| {
            for entry in &frame.entries {
                for item in &entry.items {
                    meta.note_key(key_of(item)?);
                    let head = &entry.head;
                    // Of what was erased nothing is there but what a later commit has written.
                    match sides(item)?.and_then(|it| it.after) {
                        Some(bytes) => expected.insert(
                            item.label.to_vec(),
                            digest(head.seq, head.actor, head.time, bytes),
                        ),
                        None => expected.remove(item.label),
                    };
                }
                if entry.head.is_last_part() {
                    let commit = commit_of(&entry.head);
                    meta.note(commit.seq, commit.actor, commit.cause);
                }
            }
            Ok(())
        })?;
        self.with_derived_once(|derived, _| {
            let mut history = 0;
            derived.each_stored(|bytes, head, body| {
                history += head.history.len() as u64;
                let Some(body) = body else { return Ok(()) };
                found.records += 1;
                let key = Key::from_bytes(bytes);
                let digest = digest(head.stamp.rev.0, head.stamp.by.0, head.stamp.at.0, body);
                if expected.remove(bytes) != Some(digest) {
                    found.different.add(key);
                }
                if !matches!(key.map(|key| record_of(key, body)), Some(Ok(_))) {
                    found.unreadable.add(key);
                }
                Ok(())
            })?;
            found.notes_hold = derived.is_whole()? && *derived.meta() == meta;
            found.indexed = (history + derived.n_older()?, derived.n_commits()?);
            Ok(())
        })?;
        for key in expected.keys() {
            found.missing.add(Key::from_bytes(key));
        }
        Ok(found)
    }
}

impl Store {
    /// Looks into `torn/`, which is there only after something was kept.
    fn torn(&self) -> Result<Kept, StoreError> {
        let dir = self.dir.join(TORN);
        let names = match self.disk.list(&dir) {
            Ok(names) => names,
            Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(StoreError::io(&dir, error)),
        };
        let mut kept = Kept::default();
        for path in names.iter().map(|it| dir.join(it)) {
            kept.count += 1;
            kept.bytes += self
                .disk
                .open_to_read(&path)
                .and_then(|it| it.len())
                .at(&path)?;
            let since = modified(&path);
            kept.since = kept.since.min(since).or(kept.since).or(since);
        }
        Ok(kept)
    }
}

/// When a file was last written, if that is known.
fn modified(path: &Path) -> Option<Timestamp> {
    let time = std::fs::metadata(path).ok()?.modified().ok()?;
    let since = time.duration_since(std::time::UNIX_EPOCH).ok()?;
    i64::try_from(since.as_millis()).ok().map(Timestamp)
}

/// Stands for a record with its stamp.
fn digest(seq: u64, actor: u32, time: i64, bytes: &[u8]) -> [u8; 32] {
    let mut hasher = Sha256::new();
    hasher.update(seq.to_be_bytes());
    hasher.update(actor.to_be_bytes());
    hasher.update(time.to_be_bytes());
    hasher.update(bytes);
    hasher.finalize().into()
}
