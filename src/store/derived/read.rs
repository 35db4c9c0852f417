//! Reading the trees: records and shards, and where in the journal a commit or a history lies.
//! Owns the layout of long records and the order of pages (newest first).

use std::sync::Arc;

use super::super::change::record_of;
use super::super::error::StoreError;
use super::super::journal::Place;
use super::super::journal::entry::Bytes;
use super::{CHUNK, Derived, MARK, MAX_VALUE, number, place_of};
use crate::domain::about::About;
use crate::domain::ids::{PeriodId, Seq, Timestamp, UserId};
use crate::domain::record::{CommandId, Key, Kind, Record};
use crate::domain::state::{Shard, Stamp, Stamped, State};

/// Bytes of a stamp.
const STAMP: usize = 20;
/// Stands where the codec's version would: the record's bytes are in chunks.
const LONG: u8 = 0xFF;

/// Which commits a page of the journal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filter {
    /// All.
    All,
    /// Of one user.
    Actor(UserId),
    /// About somebody or something.
    About(About),
    /// That changed this record.
    Key(Key),
}

impl Derived {
    /// All records but values, and the meta, as a state; shards are loaded by [`Derived::shard`].
    pub fn state(&self) -> Result<State, StoreError> {
        let mut state = State::default();
        let value = [Kind::Value as u8];
        let behind_values = [Kind::Value as u8 + 1];
        for range in [
            self.records.range([MARK + 1]..value),
            self.records.range(behind_values..[CHUNK]),
        ] {
            for entry in range {
                let (key, value) = self.check(entry)?;
                let (key, record, stamp) = self.record(&key, &value)?;
                state.put(key, Some(record), stamp);
            }
        }
        state.meta = self.meta.clone();
        Ok(state)
    }

    /// The values of a period.
    pub fn shard(&self, period: PeriodId) -> Result<Arc<Shard>, StoreError> {
        let mut prefix = vec![Kind::Value as u8];
        prefix.extend_from_slice(&period.0.to_be_bytes());
        let mut shard = Shard::default();
        for entry in self.records.scan_prefix(prefix) {
            let (key, value) = self.check(entry)?;
            if let (Key::Value(cell), Record::Value(body), stamp) = self.record(&key, &value)? {
                shard.set(cell.indicator, cell.subject, Some(Stamped { body, stamp }));
            }
        }
        Ok(Arc::new(shard))
    }

    /// Every record in the order of keys.
    pub fn each_record(
        &self,
        mut each: impl FnMut(Key, Record, Stamp) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        for entry in self.records.range([MARK + 1]..[CHUNK]) {
            let (key, value) = self.check(entry)?;
            let (key, record, stamp) = self.record(&key, &value)?;
            each(key, record, stamp)?;
        }
        Ok(())
    }

    /// Every record's key and its value put together, as bytes.
    pub fn each_value(
        &self,
        mut each: impl FnMut(&[u8], &[u8]) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        for entry in self.records.range([MARK + 1]..[CHUNK]) {
            let (key, value) = self.check(entry)?;
            match LongHead::parse(&value) {
                Some(head) => each(&key, &self.long(&key, head)?)?,
                None => each(&key, &value)?,
            }
        }
        Ok(())
    }

    /// The commit that answered a command, if it was in the last 30 days.
    pub fn command(&self, id: CommandId) -> Result<Option<Seq>, StoreError> {
        let seq = self.check(self.commands.get(id.0.to_be_bytes()))?;
        Ok(seq.and_then(|bytes| number(&bytes)).map(Seq))
    }

    /// Where a commit begins.
    pub fn place(&self, seq: Seq) -> Result<Option<Place>, StoreError> {
        Ok(self
            .check(self.commits.get(seq.0.to_be_bytes()))?
            .and_then(|bytes| place_of(&bytes)))
    }

    /// Seqs and places of a filter's commits, newest first, below `before`.
    pub fn page(
        &self,
        filter: Filter,
        before: Option<Seq>,
        limit: usize,
    ) -> Result<Vec<(u64, Place)>, StoreError> {
        let (tree, prefix) = match filter {
            Filter::All => (&self.commits, Vec::new()),
            Filter::Actor(user) => (&self.by_actor, user.0.to_be_bytes().to_vec()),
            Filter::About(about) => (&self.by_about, about.to_bytes().to_vec()),
            Filter::Key(key) => (&self.by_key, key.to_bytes()),
        };
        let bound = |seq: u64| [prefix.as_slice(), seq.to_be_bytes().as_slice()].concat();
        let range = bound(0)..bound(before.map_or(u64::MAX, |seq| seq.0));
        let mut page = Vec::new();
        for entry in tree.range(range).rev().take(limit) {
            let (key, value) = self.check(entry)?;
            let seq = key.last_chunk().map(|bytes| u64::from_be_bytes(*bytes));
            page.extend(seq.zip(place_of(&value)));
        }
        Ok(page)
    }

    /// Entries of the indexes by key and by commit.
    pub fn index_sizes(&self) -> Result<(u64, u64), StoreError> {
        let count = |tree: &sled::Tree, from: &[u8]| -> Result<u64, StoreError> {
            let mut count = 0;
            for entry in tree.range(from..) {
                self.check(entry)?;
                count += 1;
            }
            Ok(count)
        };
        Ok((
            count(&self.by_key, &[MARK + 1])?,
            count(&self.commits, &[0; 8])?,
        ))
    }

    fn record(&self, key: &[u8], value: &[u8]) -> Result<(Key, Record, Stamp), StoreError> {
        let whole;
        let value = match LongHead::parse(value) {
            Some(head) => {
                whole = self.long(key, head)?;
                &whole
            }
            None => value,
        };
        let key = Key::from_bytes(key).ok_or_else(|| self.broken("no key"))?;
        let (stamp, bytes) = stamp_of(value).ok_or_else(|| self.broken("no stamp"))?;
        Ok((key, record_of(key, bytes)?, stamp))
    }

    /// Puts a long record's value together.
    fn long(&self, key: &[u8], head: LongHead) -> Result<Vec<u8>, StoreError> {
        let mut value = Vec::with_capacity(head.total as usize);
        for index in 0..head.chunks() {
            let chunk = self.check(self.records.get(chunk_key(key, index)))?;
            value.extend_from_slice(&chunk.ok_or_else(|| self.broken("a chunk is missing"))?);
        }
        if value.len() == head.total as usize {
            Ok(value)
        } else {
            Err(self.broken("chunks of another length"))
        }
    }
}

fn stamp_of(value: &[u8]) -> Option<(Stamp, &[u8])> {
    let mut bytes = Bytes::new(value);
    let stamp = Stamp {
        rev: Seq(bytes.u64()?),
        by: UserId(bytes.u32()?),
        at: Timestamp(bytes.u64()?.cast_signed()),
    };
    Some((stamp, bytes.take(bytes.left())?))
}

/// What stands under the key of a record that is too long for one value: stamp, mark, length of the whole.
#[derive(Clone, Copy)]
pub(super) struct LongHead {
    total: u32,
}

impl LongHead {
    /// Reads a head; `None` for a record that is not long.
    pub fn parse(value: &[u8]) -> Option<Self> {
        match value.get(STAMP..)?.split_first()? {
            (&LONG, total) => Some(Self {
                total: u32::from_be_bytes(total.try_into().ok()?),
            }),
            _ => None,
        }
    }

    /// The head of a long value.
    pub fn encode(value: &[u8]) -> Vec<u8> {
        let mut head = value.get(..STAMP).unwrap_or_default().to_vec();
        head.push(LONG);
        head.extend_from_slice(&(value.len() as u32).to_be_bytes());
        head
    }

    /// Its chunks.
    pub fn chunks_of(value: &[u8]) -> impl Iterator<Item = &[u8]> {
        value.chunks(MAX_VALUE)
    }

    /// How many chunks there are.
    pub fn chunks(self) -> u16 {
        (self.total as usize).div_ceil(MAX_VALUE) as u16
    }
}

/// Where a chunk lies: in the tree of the records, so that it is written in one batch with its head.
pub(super) fn chunk_key(key: &[u8], index: u16) -> Vec<u8> {
    let mut chunk = vec![CHUNK];
    chunk.extend_from_slice(key);
    chunk.extend_from_slice(&index.to_be_bytes());
    chunk
}
