//! The tree's keys and values as bytes: key spaces, marks, places in blocks, and what stands before a record.
//! Owns the layout and nothing else.

use super::super::journal::Place;
use super::super::journal::entry::Bytes;
use crate::domain::about::About;
use crate::domain::ids::{Seq, Timestamp, UserId};
use crate::domain::record::CommandId;
use crate::domain::state::Stamp;

/// Longest value in the tree: sled writes larger pages to files of their own, without any sync.
pub const MAX_VALUE: usize = 4 << 10;

/// Marks: what is known about the whole. Kinds of records begin above.
pub const MARK: u8 = 0;
pub const CHECKPOINT: &[u8] = &[MARK, b'a'];
pub const SUM: &[u8] = &[MARK, b's'];
pub const STORE: &[u8] = &[MARK, b'i'];
pub const COUNTERS: &[u8] = &[MARK, b'c'];
pub const UNDO: &[u8] = &[MARK, b'u'];
/// By which rules all this was laid out, since [`RULES`] are counted.
pub const LAYOUT: &[u8] = &[MARK, b'l'];

/// Which rules these are. They count up whenever something is found by more, or lies elsewhere: what was laid out by others is made again.
/// 1: a report of execution is found by what it is about.
pub const RULES: &[u8] = &[1];

/// Whether a key is none of those whose entries are summed.
pub fn is_unsummed(key: &[u8]) -> bool {
    [CHECKPOINT, SUM, STORE, LAYOUT].contains(&key)
}

/// Above the kinds of records: older history of a record.
pub const OLDER: u8 = 0xE0;
const ACTOR: u8 = 0xE1;
const ABOUT: u8 = 0xE2;
const COMMITS: u8 = 0xE3;
const COMMAND: u8 = 0xE4;
/// Commands in the order of time, so that old ones can be forgotten.
pub const COMMAND_LOG: u8 = 0xE5;
/// Pieces of records that are too long for one value.
pub const CHUNK: u8 = 0xFE;

/// A commit and the place of its frame.
pub type Located = (u64, Place);

/// Bytes of one located commit.
const LOCATED: usize = 20;
/// Most located commits in one value.
pub const BLOCK: usize = 200;
/// Most located commits that stand with a record itself; from there they are moved to a block of [`OLDER`] by half.
pub const INLINE: usize = 64;

/// Prefix of a user's commits.
pub fn of_actor(user: u32) -> Vec<u8> {
    [&[ACTOR], user.to_be_bytes().as_slice()].concat()
}

/// Prefix of the commits about somebody or something.
pub fn of_about(about: About) -> Vec<u8> {
    [&[ABOUT], about.to_bytes().as_slice()].concat()
}

/// Prefix of all commits.
pub fn of_commits() -> Vec<u8> {
    vec![COMMITS]
}

/// Prefix of a record's older history.
pub fn of_older(key: &[u8]) -> Vec<u8> {
    [&[OLDER], key].concat()
}

/// Where a command's commit is noted.
pub fn of_command(id: CommandId) -> Vec<u8> {
    [&[COMMAND], id.0.to_be_bytes().as_slice()].concat()
}

/// A prefix and the first seq of a block.
pub fn with_seq(prefix: &[u8], seq: u64) -> Vec<u8> {
    [prefix, seq.to_be_bytes().as_slice()].concat()
}

/// Where a chunk lies.
pub fn chunk(key: &[u8], index: u16) -> Vec<u8> {
    [&[CHUNK], key, index.to_be_bytes().as_slice()].concat()
}

/// Located commits as the value of one block.
pub fn block(located: &[Located]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(located.len() * LOCATED);
    for (seq, place) in located {
        bytes.extend_from_slice(&seq.to_be_bytes());
        bytes.extend_from_slice(&place.segment.to_be_bytes());
        bytes.extend_from_slice(&place.offset.to_be_bytes());
    }
    bytes
}

/// Reads a block; `None` when it is none.
pub fn located(bytes: &[u8]) -> Option<Vec<Located>> {
    if !bytes.len().is_multiple_of(LOCATED) {
        return None;
    }
    let mut bytes = Bytes::new(bytes);
    let mut all = Vec::with_capacity(bytes.left() / LOCATED);
    while bytes.left() > 0 {
        all.push((
            bytes.u64()?,
            Place {
                segment: bytes.u32()?,
                offset: bytes.u64()?,
            },
        ));
    }
    Some(all)
}

/// One command in the log: time, id and the commit that answered it.
pub type Command = (i64, CommandId, u64);

/// Most commands in one value.
pub const COMMAND_BLOCK: usize = 100;

/// Commands as the value of one block of the log.
pub fn command_block(commands: &[Command]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(commands.len() * 32);
    for (time, id, seq) in commands {
        bytes.extend_from_slice(&time.to_be_bytes());
        bytes.extend_from_slice(&id.0.to_be_bytes());
        bytes.extend_from_slice(&seq.to_be_bytes());
    }
    bytes
}

/// Reads a block of the log.
pub fn commands(bytes: &[u8]) -> Option<Vec<Command>> {
    let mut bytes = Bytes::new(bytes);
    let mut all = Vec::new();
    while bytes.left() > 0 {
        let time = bytes.u64()?.cast_signed();
        all.push((
            time,
            CommandId(u128::from_be_bytes(*bytes.array()?)),
            bytes.u64()?,
        ));
    }
    Some(all)
}

/// What stands before a record's bytes: who changed it last, and its latest history, oldest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Revision, author, time.
    pub stamp: Stamp,
    /// Commits that changed it; older ones are in blocks.
    pub history: Vec<Located>,
}

impl Head {
    /// The head's bytes.
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(21 + self.history.len() * LOCATED + 128);
        bytes.extend_from_slice(&self.stamp.rev.0.to_be_bytes());
        bytes.extend_from_slice(&self.stamp.by.0.to_be_bytes());
        bytes.extend_from_slice(&self.stamp.at.0.to_be_bytes());
        bytes.push(self.history.len() as u8);
        bytes.extend_from_slice(&block(&self.history));
        bytes
    }

    /// Reads a head; with it, what stands behind.
    pub fn decode(value: &[u8]) -> Option<(Self, Body<'_>)> {
        let mut bytes = Bytes::new(value);
        let stamp = Stamp {
            rev: Seq(bytes.u64()?),
            by: UserId(bytes.u32()?),
            at: Timestamp(bytes.u64()?.cast_signed()),
        };
        let count = usize::from(bytes.u8()?);
        let history = located(bytes.take(count * LOCATED)?)?;
        let body = match bytes.take(bytes.left())? {
            [] => Body::Gone,
            [LONG, length @ ..] => Body::Long(u32::from_be_bytes(length.try_into().ok()?)),
            bytes => Body::Whole(bytes),
        };
        Some((Self { stamp, history }, body))
    }
}

/// Stands where the codec's version would.
const LONG: u8 = 0xFF;

/// The record behind a head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Body<'a> {
    /// Its bytes.
    Whole(&'a [u8]),
    /// They are in chunks; how many bytes there are.
    Long(u32),
    /// There was one; only its history is left.
    Gone,
}

/// The mark of a long body.
pub fn long_body(length: usize) -> Vec<u8> {
    [&[LONG], (length as u32).to_be_bytes().as_slice()].concat()
}

/// How many chunks so many bytes make.
pub fn n_chunks(length: u32) -> u16 {
    (length as usize).div_ceil(MAX_VALUE) as u16
}
