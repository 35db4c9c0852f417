//! Commits as entries of the journal and back.
//! Owns the layout of a change: its key is the label (readable for ever), before and after are the sealed contents.

use std::path::Path;

use super::codec;
use super::disk::Disk;
use super::error::{AppendError, StoreError};
use super::journal::{self, Entry, Head, Item, Payload, SALT};
use crate::domain::ids::{Seq, Timestamp, UserId};
use crate::domain::record::{Cause, Change, CommandId, Commit, Key, Record};

/// A commit in the bytes it is written with.
pub(super) struct Encoded {
    head: Head,
    items: Vec<(Vec<u8>, [u8; SALT], Vec<u8>)>,
}

impl Encoded {
    /// Encodes a commit; the error names the key whose record is too long.
    pub fn new(commit: &Commit, disk: &dyn Disk) -> Result<Self, AppendError> {
        let mut salts = vec![0; commit.changes.len() * SALT];
        let salted = disk.random(&mut salts);
        salted
            .map_err(|error| AppendError::Refused(StoreError::io(Path::new("getrandom"), error)))?;
        let mut items = Vec::with_capacity(commit.changes.len());
        for (change, salt) in commit.changes.iter().zip(salts.as_chunks::<SALT>().0) {
            // Encoding fails at the limit of length and nowhere else.
            let too_long = |_| AppendError::TooLong {
                key: change.key,
                limit: codec::MAX_RECORD,
            };
            let bytes = contents(change).map_err(too_long)?;
            items.push((change.key.to_bytes(), *salt, bytes));
        }
        Ok(Self {
            head: head_of(commit),
            items,
        })
    }

    /// About how many bytes the journal takes for it.
    pub fn len(&self) -> u64 {
        let items = self.items.iter();
        items
            .map(|(label, salt, bytes)| (label.len() + salt.len() + bytes.len()) as u64)
            .sum()
    }

    /// The entry, borrowing these bytes.
    pub fn entry(&self) -> Entry<'_> {
        let mut items = Vec::with_capacity(self.items.len());
        for (label, salt, bytes) in &self.items {
            items.push(Item {
                label,
                payload: Payload::Kept { salt: *salt, bytes },
            });
        }
        Entry {
            head: self.head,
            items,
        }
    }
}

fn head_of(commit: &Commit) -> Head {
    let cause = match commit.cause {
        Cause::Do => journal::Cause::Do,
        Cause::Undo(seq) => journal::Cause::Undo(seq.0),
        Cause::Redo(seq) => journal::Cause::Redo(seq.0),
        Cause::Import(digest) => journal::Cause::Import(digest),
        Cause::Erase => journal::Cause::Erase,
    };
    Head {
        seq: commit.seq.0,
        part: 0,
        parts: 1,
        time: commit.time.0,
        actor: commit.actor.0,
        command_id: commit.command_id.0,
        cause,
    }
}

/// The commit of a head, without its changes.
pub(super) fn commit_of(head: &Head) -> Commit {
    let cause = match head.cause {
        journal::Cause::Do => Cause::Do,
        journal::Cause::Undo(seq) => Cause::Undo(Seq(seq)),
        journal::Cause::Redo(seq) => Cause::Redo(Seq(seq)),
        journal::Cause::Import(digest) => Cause::Import(digest),
        journal::Cause::Erase => Cause::Erase,
    };
    Commit {
        seq: Seq(head.seq),
        time: Timestamp(head.time),
        actor: UserId(head.actor),
        command_id: CommandId(head.command_id),
        cause,
        changes: Vec::new(),
    }
}

/// Before and after in one piece: what erasing takes away at once. Length of before (or none), before, after (or none).
fn contents(change: &Change) -> Result<Vec<u8>, codec::Bad> {
    let mut bytes = Vec::with_capacity(128);
    match &change.before {
        Some(record) => {
            let before = codec::encode(record)?;
            bytes.extend_from_slice(&(before.len() as u32).to_be_bytes());
            bytes.extend_from_slice(&before);
        }
        None => bytes.extend_from_slice(&0u32.to_be_bytes()),
    }
    if let Some(record) = &change.after {
        bytes.extend_from_slice(&codec::encode(record)?);
    }
    Ok(bytes)
}

/// The stored bytes of one change.
#[derive(Clone, Copy)]
pub(super) struct Sides<'a> {
    /// The record before, if there was one.
    pub before: Option<&'a [u8]>,
    /// The record after, if there is one.
    pub after: Option<&'a [u8]>,
}

/// Takes a change apart without decoding its records. `Ok(None)` when it was erased.
pub(super) fn sides<'a>(item: &Item<'a>) -> Result<Option<Sides<'a>>, StoreError> {
    let bytes = match item.payload {
        Payload::Kept { bytes, .. } => bytes,
        Payload::Redacted(_) => return Ok(None),
    };
    let split = bytes
        .split_first_chunk()
        .and_then(|(length, rest)| rest.split_at_checked(u32::from_be_bytes(*length) as usize));
    let Some((before, after)) = split else {
        return Err(unreadable(&label(item), "no change"));
    };
    // No record is empty, so that emptiness can stand for none.
    let some = |side: &'a [u8]| (!side.is_empty()).then_some(side);
    Ok(Some(Sides {
        before: some(before),
        after: some(after),
    }))
}

/// The key of a change.
pub(super) fn key_of(item: &Item<'_>) -> Result<Key, StoreError> {
    Key::from_bytes(item.label).ok_or_else(|| unreadable(&label(item), "no key"))
}

/// A change with its records; both sides are none when it was erased.
pub(super) fn change_of(item: &Item<'_>) -> Result<Change, StoreError> {
    let key = key_of(item)?;
    let record = |side: Option<&[u8]>| side.map(|bytes| record_of(key, bytes)).transpose();
    let sides = sides(item)?.unwrap_or(Sides {
        before: None,
        after: None,
    });
    Ok(Change {
        key,
        before: record(sides.before)?,
        after: record(sides.after)?,
    })
}

/// A record under a key.
pub(super) fn record_of(key: Key, bytes: &[u8]) -> Result<Record, StoreError> {
    let record = codec::decode(bytes).map_err(|bad| unreadable(&format!("{key:?}"), &bad.0))?;
    if record.kind() == key.kind() {
        Ok(record)
    } else {
        Err(unreadable(&format!("{key:?}"), "another kind of record"))
    }
}

fn label(item: &Item<'_>) -> String {
    format!("change {:02x?}", item.label)
}

/// An error about stored bytes.
pub(super) fn unreadable(what: &str, why: &str) -> StoreError {
    StoreError::Unreadable {
        what: what.to_owned(),
        why: why.to_owned(),
    }
}
