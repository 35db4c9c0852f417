//! Reading the tree: records and shards, and where in the journal a commit or a history lies.
//! Owns the order of pages (newest first).

use std::sync::Arc;

use super::super::change::record_of;
use super::super::error::StoreError;
use super::super::journal::Place;
use super::Derived;
use super::keys::{self, Body, Head, Located, MARK, OLDER};
use crate::domain::about::About;
use crate::domain::ids::{PeriodId, Seq, UserId};
use crate::domain::record::{CommandId, Key, Kind, Record};
use crate::domain::state::{Shard, ShardMaker, Stamp, Stamped, State};

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

/// Kinds of records that lie in the shards of periods, in order.
const IN_SHARDS: [Kind; 5] = [
    Kind::BaseValue,
    Kind::Value,
    Kind::ResultRow,
    Kind::Confirmation,
    Kind::Collection,
];

impl Derived {
    /// All records but those of [`IN_SHARDS`], and the meta, as a state; shards are loaded by [`Derived::shard`].
    pub fn state(&self) -> Result<State, StoreError> {
        let mut state = State::default();
        let mut from = MARK + 1;
        for to in IN_SHARDS.map(|it| it as u8).into_iter().chain([OLDER]) {
            for entry in self.tree.range([from]..[to]) {
                if let Some((key, record, stamp)) = self.record(self.check(entry)?)? {
                    state.put(key, Some(record), stamp);
                }
            }
            from = to + 1;
        }
        state.meta = self.meta.clone();
        Ok(state)
    }

    /// One record, if it is there.
    pub fn one(&self, key: Key) -> Result<Option<Record>, StoreError> {
        let bytes = key.to_bytes();
        let Some(value) = self.get(&bytes)? else {
            return Ok(None);
        };
        let found = self.record((bytes.as_slice().into(), value))?;
        Ok(found.map(|(_, record, _)| record))
    }

    /// The numbers of a period.
    pub fn shard(&self, period: PeriodId) -> Result<Arc<Shard>, StoreError> {
        let mut shard = ShardMaker::default();
        for kind in IN_SHARDS {
            let prefix = [&[kind as u8], period.0.to_be_bytes().as_slice()].concat();
            for entry in self.tree.scan_prefix(prefix) {
                match self.record(self.check(entry)?)? {
                    Some((Key::Value(cell), Record::Value(body), stamp)) => {
                        shard.value(cell.indicator, cell.subject, Stamped { body, stamp });
                    }
                    Some((Key::BaseValue(_, base, of), Record::BaseValue(body), stamp)) => {
                        shard.base(base, of, Stamped { body, stamp });
                    }
                    Some((Key::ResultRow(_, of), Record::ResultRow(body), stamp)) => {
                        shard.result(of, Stamped { body, stamp });
                    }
                    Some((Key::Confirmation(at, rule), Record::Confirmation(body), stamp)) => {
                        let at = (at.indicator, at.subject, rule);
                        shard.confirmation(at, Stamped { body, stamp });
                    }
                    Some((Key::Collection(_, of), Record::Collection(body), stamp)) => {
                        shard.collection(of, Stamped { body, stamp });
                    }
                    _ => {}
                }
            }
        }
        Ok(Arc::new(shard.end()))
    }

    /// Every record in the order of keys.
    pub fn each_record(
        &self,
        mut each: impl FnMut(Key, Record, Stamp) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        for entry in self.tree.range([MARK + 1]..[OLDER]) {
            if let Some((key, record, stamp)) = self.record(self.check(entry)?)? {
                each(key, record, stamp)?;
            }
        }
        Ok(())
    }

    /// Every key that ever had a record, with its head and the record's bytes, if there is one still.
    pub fn each_stored(
        &self,
        mut each: impl FnMut(&[u8], &Head, Option<&[u8]>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        for entry in self.tree.range([MARK + 1]..[OLDER]) {
            let (key, value) = self.check(entry)?;
            let (head, body) = self.head(&value)?;
            match body {
                Body::Whole(bytes) => each(&key, &head, Some(bytes))?,
                Body::Long(length) => each(&key, &head, Some(&self.long(&key, length)?))?,
                Body::Gone => each(&key, &head, None)?,
            }
        }
        Ok(())
    }

    /// The commit that answered a command, if it was in the last 30 days.
    pub fn command(&self, id: CommandId) -> Result<Option<Seq>, StoreError> {
        let seq = self.get(&keys::of_command(id))?;
        Ok(seq.and_then(|bytes| {
            bytes
                .first_chunk()
                .map(|bytes| Seq(u64::from_be_bytes(*bytes)))
        }))
    }

    /// Where a commit begins.
    pub fn place(&self, seq: Seq) -> Result<Option<Place>, StoreError> {
        let page = self.page(Filter::All, Some(seq.next()), 1)?;
        Ok(page
            .first()
            .filter(|(it, _)| *it == seq.0)
            .map(|(_, place)| *place))
    }

    /// Commits of a filter with their places, newest first, below `before`.
    pub fn page(
        &self,
        filter: Filter,
        before: Option<Seq>,
        limit: usize,
    ) -> Result<Vec<Located>, StoreError> {
        let before = before.map_or(u64::MAX, |seq| seq.0);
        let mut page = Vec::new();
        let prefix = match filter {
            Filter::All => keys::of_commits(),
            Filter::Actor(user) => keys::of_actor(user.0),
            Filter::About(about) => keys::of_about(about),
            Filter::Key(key) => {
                let key = key.to_bytes();
                if let Some(value) = self.get(&key)? {
                    take(&mut page, &self.head(&value)?.0.history, before, limit);
                }
                keys::of_older(&key)
            }
        };
        // Blocks are keyed by their first commit.
        for entry in self
            .tree
            .range(keys::with_seq(&prefix, 0)..keys::with_seq(&prefix, before))
            .rev()
        {
            if page.len() >= limit {
                break;
            }
            let (_, value) = self.check(entry)?;
            let block = keys::located(&value).ok_or_else(|| self.broken("a block"))?;
            take(&mut page, &block, before, limit);
        }
        Ok(page)
    }

    /// Commits that can be found by number.
    pub fn n_commits(&self) -> Result<u64, StoreError> {
        self.n_located(&keys::of_commits())
    }

    /// Changes that can be found by the key of a record, those that stand with the records themselves left out.
    pub fn n_older(&self) -> Result<u64, StoreError> {
        self.n_located(&[OLDER])
    }

    fn n_located(&self, prefix: &[u8]) -> Result<u64, StoreError> {
        let mut count = 0;
        for entry in self.tree.scan_prefix(prefix) {
            let (_, value) = self.check(entry)?;
            count += keys::located(&value)
                .ok_or_else(|| self.broken("a block"))?
                .len() as u64;
        }
        Ok(count)
    }

    fn record(
        &self,
        (key, value): (sled::IVec, sled::IVec),
    ) -> Result<Option<(Key, Record, Stamp)>, StoreError> {
        let (head, body) = self.head(&value)?;
        let whole;
        let bytes = match body {
            Body::Gone => return Ok(None),
            Body::Whole(bytes) => bytes,
            Body::Long(length) => {
                whole = self.long(&key, length)?;
                &whole
            }
        };
        let key = Key::from_bytes(&key).ok_or_else(|| self.broken("no key"))?;
        Ok(Some((key, record_of(key, bytes)?, head.stamp)))
    }

    fn head<'a>(&self, value: &'a [u8]) -> Result<(Head, Body<'a>), StoreError> {
        Head::decode(value).ok_or_else(|| self.broken("a record without a head"))
    }

    /// Puts a long record's bytes together.
    fn long(&self, key: &[u8], length: u32) -> Result<Vec<u8>, StoreError> {
        let mut bytes = Vec::with_capacity(length as usize);
        for index in 0..keys::n_chunks(length) {
            let chunk = self.get(&keys::chunk(key, index))?;
            bytes.extend_from_slice(&chunk.ok_or_else(|| self.broken("a chunk is missing"))?);
        }
        if bytes.len() == length as usize {
            Ok(bytes)
        } else {
            Err(self.broken("chunks of another length"))
        }
    }
}

/// Adds what fits of a block, newest first.
fn take(page: &mut Vec<Located>, block: &[Located], before: u64, limit: usize) {
    let room = limit.saturating_sub(page.len());
    page.extend(
        block
            .iter()
            .rev()
            .filter(|(seq, _)| *seq < before)
            .take(room),
    );
}
