//! One batch: what is put in the place of what, and the sum that holds after it.
//! Owns the arithmetic of the sum; when a batch is written the run decides.

use std::collections::{BTreeMap, VecDeque};

use super::super::error::StoreError;
use super::keys::{self, Body, Head, Located, MAX_VALUE};
use super::{Derived, hash};
use crate::domain::record::CommandId;
use crate::domain::state::Stamp;

/// How long the answer to a repeated command is known, in milliseconds: 30 days.
pub(super) const COMMANDS_FOR: i64 = 30 * 24 * 3600 * 1000;

/// A record's new state: its history since the last batch, and the latest contents.
pub(super) struct Pending {
    pub history: Vec<Located>,
    pub stamp: Stamp,
    pub bytes: Option<Vec<u8>>,
}

/// A batch being filled, and the sum that will hold after it.
pub(super) struct Writing<'a> {
    derived: &'a Derived,
    batch: sled::Batch,
    sum: u128,
    looked: u128,
}

/// A batch that is filled.
pub(super) struct Filled {
    pub batch: sled::Batch,
    /// The sum that holds after it.
    pub sum: u128,
    /// By how much the sum changes of what a look at everything has behind it.
    pub looked: u128,
}

impl<'a> Writing<'a> {
    pub(super) fn new(derived: &'a Derived) -> Self {
        Self {
            derived,
            batch: sled::Batch::default(),
            sum: derived.sum,
            looked: 0,
        }
    }

    pub(super) fn end(self) -> Filled {
        Filled {
            batch: self.batch,
            sum: self.sum,
            looked: self.looked,
        }
    }

    /// Puts one value in the place of another. A key is put once in a batch.
    pub(super) fn put(&mut self, key: Vec<u8>, value: Option<Vec<u8>>) -> Result<(), StoreError> {
        let old = self.derived.get(&key)?;
        self.replace(key, old.as_deref(), value);
        Ok(())
    }

    fn replace(&mut self, key: Vec<u8>, old: Option<&[u8]>, value: Option<Vec<u8>>) {
        let gone = old.map_or(0, |old| hash(&key, old));
        let come = value.as_ref().map_or(0, |value| hash(&key, value));
        let change = come.wrapping_sub(gone);
        self.sum = self.sum.wrapping_add(change);
        if self.derived.is_looked_at(&key) {
            self.looked = self.looked.wrapping_add(change);
        }
        match value {
            Some(value) => self.batch.insert(key, value),
            None if old.is_some() => self.batch.remove(key),
            None => {}
        }
    }

    pub(super) fn put_record(&mut self, key: &[u8], pending: Pending) -> Result<(), StoreError> {
        let old = self.derived.get(key)?;
        let mut head = Head {
            stamp: pending.stamp,
            history: Vec::new(),
        };
        let mut old_chunks = 0;
        if let Some(old) = &old {
            let (old_head, body) =
                Head::decode(old).ok_or_else(|| self.derived.broken("a record without a head"))?;
            head.history = old_head.history;
            if let Body::Long(length) = body {
                old_chunks = keys::n_chunks(length);
            }
        }
        let known = head.history.last().map_or(0, |(seq, _)| *seq);
        head.history
            .extend(pending.history.into_iter().filter(|(seq, _)| *seq > known));
        while head.history.len() > keys::INLINE {
            let older: Vec<Located> = head.history.drain(..keys::INLINE / 2).collect();
            self.put_blocks(&keys::of_older(key), &older)?;
        }
        let mut value = head.encode();
        let mut chunks = Vec::new();
        match pending.bytes {
            Some(bytes) if value.len() + bytes.len() > MAX_VALUE => {
                value.extend_from_slice(&keys::long_body(bytes.len()));
                chunks = bytes.chunks(MAX_VALUE).map(<[u8]>::to_vec).collect();
            }
            Some(bytes) => value.extend_from_slice(&bytes),
            None => {}
        }
        for index in chunks.len() as u16..old_chunks {
            self.put(keys::chunk(key, index), None)?;
        }
        for (index, chunk) in (0..).zip(chunks) {
            self.put(keys::chunk(key, index), Some(chunk))?;
        }
        self.replace(key.to_vec(), old.as_deref(), Some(value));
        Ok(())
    }

    pub(super) fn put_blocks(
        &mut self,
        prefix: &[u8],
        located: &[Located],
    ) -> Result<(), StoreError> {
        for part in located.chunks(keys::BLOCK) {
            let Some((first, _)) = part.first() else {
                continue;
            };
            self.put(keys::with_seq(prefix, *first), Some(keys::block(part)))?;
        }
        Ok(())
    }

    /// Notes the commands of a run and forgets those that are 30 days older than the newest: the store has no clock.
    pub(super) fn put_commands(
        &mut self,
        commands: VecDeque<keys::Command>,
    ) -> Result<(), StoreError> {
        let commands: Vec<keys::Command> = commands.into();
        // A command that was repeated too late has a new answer: the later one counts.
        let latest: BTreeMap<CommandId, u64> =
            commands.iter().map(|(_, id, seq)| (*id, *seq)).collect();
        for (id, seq) in &latest {
            self.put(keys::of_command(*id), Some(seq.to_be_bytes().to_vec()))?;
        }
        for part in commands.chunks(keys::COMMAND_BLOCK) {
            let Some((_, _, first)) = part.first() else {
                continue;
            };
            self.put(
                keys::with_seq(&[keys::COMMAND_LOG], *first),
                Some(keys::command_block(part)),
            )?;
        }
        let Some(newest) = commands.iter().map(|(time, ..)| *time).max() else {
            return Ok(());
        };
        let derived = self.derived;
        for entry in derived.tree.scan_prefix([keys::COMMAND_LOG]) {
            let (key, value) = derived.check(entry)?;
            let old = keys::commands(&value).ok_or_else(|| derived.broken("commands"))?;
            if old
                .iter()
                .any(|(time, ..)| *time >= newest.saturating_sub(COMMANDS_FOR))
            {
                break;
            }
            for (_, id, seq) in old.iter().filter(|(_, id, _)| !latest.contains_key(id)) {
                if derived.get(&keys::of_command(*id))?.as_deref()
                    == Some(seq.to_be_bytes().as_slice())
                {
                    self.put(keys::of_command(*id), None)?;
                }
            }
            self.put(key.to_vec(), None)?;
        }
        Ok(())
    }
}
