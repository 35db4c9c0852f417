//! Taking the journal in: commits become batches of at most [`BATCH`] records.
//! Owns the order of writing: indexes first, records last, the checkpoint with the last batch of a run.
//!
//! Everything is idempotent (`after` is the whole record, index entries are the same each time), so that a run cut short is
//! simply begun again from the checkpoint.

use std::collections::{BTreeMap, BTreeSet};

use super::super::change::{Sides, key_of, record_of, sides};
use super::super::codec::meta::{encode_counters, encode_undo};
use super::super::error::StoreError;
use super::super::journal::{Checkpoint, Entry, Head, Journal, Place};
use super::read::{LongHead, chunk_key};
use super::{
    Derived, MARK_CHECKPOINT, MARK_COUNTERS, MARK_FILLED, MARK_SUM, MARK_TRIMMED, MARK_UNDO,
    MAX_VALUE, hash, number, place_bytes,
};
use crate::domain::about::{self, About};
use crate::domain::ids::{Seq, UserId};
use crate::domain::record::{Cause, Key};

/// Most records in one batch: a batch holds all readers.
const BATCH: usize = 1_000;
/// Most commits in one batch.
const COMMITS: u64 = 500;
/// How long the answer to a repeated command is known, in milliseconds: 30 days.
const COMMANDS_FOR: i64 = 30 * 24 * 3600 * 1000;

/// How far a run has got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Commits taken in.
    pub done: u64,
    /// Commits to take in.
    pub total: u64,
}

pub(super) fn take_in(
    derived: &mut Derived,
    journal: &Journal,
    progress: &mut dyn FnMut(Progress),
) -> Result<u64, StoreError> {
    let applied = derived.checkpoint.map_or(0, |checkpoint| checkpoint.seq);
    let total = (journal.next_seq() - 1).saturating_sub(applied);
    if total == 0 {
        return Ok(0);
    }
    let mut run = Run::new(derived);
    let from = run.derived.checkpoint.map(|checkpoint| checkpoint.place);
    journal.replay(from, |frame| {
        for entry in frame
            .entries
            .iter()
            .filter(|entry| entry.head.seq > applied)
        {
            run.take(frame.place, entry)?;
            if run.is_full() {
                run.write(entry.head.is_last_part())?;
                progress(Progress {
                    done: entry.head.seq - applied,
                    total,
                });
            }
        }
        Ok(())
    })?;
    run.write(true)?;
    progress(Progress { done: total, total });
    Ok(total)
}

/// What waits to be written.
struct Run<'a> {
    derived: &'a mut Derived,
    records: BTreeMap<Vec<u8>, Option<Vec<u8>>>,
    by_key: sled::Batch,
    by_actor: sled::Batch,
    by_about: sled::Batch,
    commits: sled::Batch,
    commands: sled::Batch,
    /// Of the commit being read: where it begins and what it is about.
    begins: Option<Place>,
    about: BTreeSet<About>,
    /// Of whole commits read: the last one, its time, their actors and number.
    checkpoint: Option<Checkpoint>,
    newest: i64,
    actors: BTreeSet<UserId>,
    n_commits: u64,
}

impl<'a> Run<'a> {
    fn new(derived: &'a mut Derived) -> Self {
        Self {
            checkpoint: derived.checkpoint,
            derived,
            records: BTreeMap::new(),
            by_key: sled::Batch::default(),
            by_actor: sled::Batch::default(),
            by_about: sled::Batch::default(),
            commits: sled::Batch::default(),
            commands: sled::Batch::default(),
            begins: None,
            about: BTreeSet::new(),
            newest: i64::MIN,
            actors: BTreeSet::new(),
            n_commits: 0,
        }
    }

    fn is_full(&self) -> bool {
        self.records.len() >= BATCH || self.n_commits >= COMMITS
    }

    fn take(&mut self, place: Place, entry: &Entry<'_>) -> Result<(), StoreError> {
        let head = &entry.head;
        let begins = *self.begins.get_or_insert(place);
        for item in &entry.items {
            // Erased: the commit that erased it has written what is there instead.
            let Some(sides) = sides(item)? else { continue };
            let key = key_of(item)?;
            self.derived.meta.note_key(key);
            self.note_about(key, sides)?;
            self.by_key
                .insert(with_seq(item.label, head.seq), &place_bytes(place));
            self.records.insert(
                item.label.to_vec(),
                sides.after.map(|bytes| stamped(head, bytes)),
            );
            // A large part is more than one batch.
            if self.records.len() >= BATCH {
                self.write(false)?;
            }
        }
        if head.is_last_part() {
            self.finish(begins, place, head);
        }
        Ok(())
    }

    fn note_about(&mut self, key: Key, sides: Sides<'_>) -> Result<(), StoreError> {
        about::of_key(key, &mut self.about);
        if about::is_in_record(key.kind()) {
            for bytes in [sides.before, sides.after].into_iter().flatten() {
                about::of_record(&record_of(key, bytes)?, &mut self.about);
            }
        }
        Ok(())
    }

    fn finish(&mut self, begins: Place, place: Place, head: &Head) {
        let at = place_bytes(begins);
        let actor = UserId(head.actor);
        self.by_actor
            .insert(with_seq(&head.actor.to_be_bytes(), head.seq), &at);
        for about in std::mem::take(&mut self.about) {
            self.by_about
                .insert(with_seq(&about.to_bytes(), head.seq), &at);
        }
        let mut commit = Vec::with_capacity(36);
        commit.extend_from_slice(&at);
        commit.extend_from_slice(&head.time.to_be_bytes());
        commit.extend_from_slice(&head.command_id.to_be_bytes());
        self.commits.insert(&head.seq.to_be_bytes(), commit);
        self.commands
            .insert(&head.command_id.to_be_bytes(), &head.seq.to_be_bytes());
        let cause: Cause = super::super::change::commit_of(head).cause;
        self.derived.meta.note(Seq(head.seq), actor, cause);
        self.begins = None;
        self.checkpoint = Some(Checkpoint {
            seq: head.seq,
            place,
        });
        self.newest = self.newest.max(head.time);
        self.actors.insert(actor);
        self.n_commits += 1;
    }

    /// Writes what waits. `whole` when no commit is half read: then the checkpoint moves.
    fn write(&mut self, whole: bool) -> Result<(), StoreError> {
        let filled = self
            .checkpoint
            .filter(|_| whole)
            .map(|checkpoint| checkpoint.seq);
        let derived = &*self.derived;
        for (tree, batch) in [
            (&derived.by_key, &mut self.by_key),
            (&derived.by_actor, &mut self.by_actor),
            (&derived.by_about, &mut self.by_about),
            (&derived.commits, &mut self.commits),
            (&derived.commands, &mut self.commands),
        ] {
            if let Some(seq) = filled {
                batch.insert(MARK_FILLED, &seq.to_be_bytes());
            }
            derived.check(tree.apply_batch(std::mem::take(batch)))?;
        }
        let mut batch = sled::Batch::default();
        let mut sum = derived.sum;
        for (key, value) in std::mem::take(&mut self.records) {
            sum = put(derived, &mut batch, sum, &key, value)?;
        }
        batch.insert(MARK_SUM, &sum.to_be_bytes());
        if whole {
            self.write_marks(&mut batch)?;
        }
        let derived = &mut *self.derived;
        derived.check(derived.records.apply_batch(batch))?;
        derived.sum = sum;
        if whole {
            derived.checkpoint = self.checkpoint;
            self.n_commits = 0;
            self.actors.clear();
            trim_commands(derived, self.newest)?;
        }
        Ok(())
    }

    fn write_marks(&self, batch: &mut sled::Batch) -> Result<(), StoreError> {
        let meta = &self.derived.meta;
        let broken = |bad: super::super::codec::Bad| self.derived.broken(&bad.0);
        if let Some(checkpoint) = self.checkpoint {
            let mut bytes = checkpoint.seq.to_be_bytes().to_vec();
            bytes.extend_from_slice(&place_bytes(checkpoint.place));
            batch.insert(MARK_CHECKPOINT, bytes);
        }
        let counters = encode_counters(meta.last_ids.iter().map(|(kind, id)| (*kind, *id)));
        batch.insert(MARK_COUNTERS, counters.map_err(broken)?);
        for (user, stack) in self
            .actors
            .iter()
            .filter_map(|user| Some((user, meta.undo.get(user)?)))
        {
            let mut key = MARK_UNDO.to_vec();
            key.extend_from_slice(&user.0.to_be_bytes());
            batch.insert(key, encode_undo(stack).map_err(broken)?);
        }
        Ok(())
    }
}

/// Puts one record into the batch, in chunks when it is long, and takes what was there out; the new sum.
fn put(
    derived: &Derived,
    batch: &mut sled::Batch,
    mut sum: u128,
    key: &[u8],
    value: Option<Vec<u8>>,
) -> Result<u128, StoreError> {
    let mut old = Vec::new();
    if let Some(value) = derived.check(derived.records.get(key))? {
        for index in 0..LongHead::parse(&value).map_or(0, |head| head.chunks()) {
            let key = chunk_key(key, index);
            if let Some(value) = derived.check(derived.records.get(&key))? {
                old.push((key, value));
            }
        }
        old.push((key.to_vec(), value));
    }
    for (key, value) in old {
        sum = sum.wrapping_sub(hash(&key, &value));
        batch.remove(key);
    }
    let mut new = Vec::new();
    match value {
        Some(value) if value.len() > MAX_VALUE => {
            for (index, chunk) in (0..).zip(LongHead::chunks_of(&value)) {
                new.push((chunk_key(key, index), chunk.to_vec()));
            }
            new.push((key.to_vec(), LongHead::encode(&value)));
        }
        Some(value) => new.push((key.to_vec(), value)),
        None => {}
    }
    for (key, value) in new {
        sum = sum.wrapping_add(hash(&key, &value));
        batch.insert(key, value);
    }
    Ok(sum)
}

/// Forgets commands older than 30 days, counted from the newest commit: the store has no clock.
fn trim_commands(derived: &Derived, newest: i64) -> Result<(), StoreError> {
    let trimmed = derived
        .check(derived.commands.get(MARK_TRIMMED))?
        .and_then(|bytes| number(&bytes))
        .unwrap_or(0);
    let mut batch = sled::Batch::default();
    let mut last = None;
    for entry in derived
        .commits
        .range(trimmed.saturating_add(1).to_be_bytes()..)
        .take(2 * BATCH)
    {
        let (seq, commit) = derived.check(entry)?;
        let mut bytes = super::super::journal::entry::Bytes::new(&commit);
        let parsed = bytes
            .take(12)
            .and_then(|_| Some((bytes.u64()?.cast_signed(), *bytes.array::<16>()?)));
        let (time, command) = parsed.ok_or_else(|| derived.broken("commit"))?;
        if time >= newest.saturating_sub(COMMANDS_FOR) {
            break;
        }
        // The id may have been used again by something newer; then the newer answer stays.
        if derived.check(derived.commands.get(command))?.as_deref() == Some(&*seq) {
            batch.remove(&command);
        }
        last = Some(seq);
    }
    let Some(last) = last else { return Ok(()) };
    batch.insert(MARK_TRIMMED, last);
    derived.check(derived.commands.apply_batch(batch))
}

fn with_seq(prefix: &[u8], seq: u64) -> Vec<u8> {
    let mut key = Vec::with_capacity(prefix.len() + 8);
    key.extend_from_slice(prefix);
    key.extend_from_slice(&seq.to_be_bytes());
    key
}

/// The value of a record: who changed it last, when, in which commit; then its bytes.
fn stamped(head: &Head, bytes: &[u8]) -> Vec<u8> {
    let mut value = Vec::with_capacity(20 + bytes.len());
    value.extend_from_slice(&head.seq.to_be_bytes());
    value.extend_from_slice(&head.actor.to_be_bytes());
    value.extend_from_slice(&head.time.to_be_bytes());
    value.extend_from_slice(bytes);
    value
}
