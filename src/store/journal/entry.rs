//! One entry of the journal: who, when, by which command, and the changed things as sealed bytes.
//! Owns the bytes of an entry and what of it the chain covers; knows neither records nor the frame around it.
//!
//! Invariant: the chain covers the head, the labels, and for each payload sha256(salt ‖ bytes). So a payload can be
//! replaced by its digest later (erasing a person's data), and the chain still proves that nothing else was touched.
//! The salt leaves with the bytes: without it nobody can try names against the digest.

use sha2::{Digest as _, Sha256};

/// A sha256 digest.
pub type Digest = [u8; 32];

/// Bytes of salt beside every payload.
pub const SALT: usize = 16;

/// Longest label, in bytes.
pub const MAX_LABEL: usize = 255;

/// Why an entry came to be. Numbers on disk are written here, not by the order of variants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// A person's command.
    Do,
    /// Takes back the entry with this seq.
    Undo(u64),
    /// Repeats the entry that this one had taken back.
    Redo(u64),
    /// An import of the file with this digest: the first half of its sha256.
    Import([u8; 16]),
    /// Erasing a person's data.
    Erase,
}

/// Everything of an entry but what changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Number of the commit; grows by one.
    pub seq: u64,
    /// Which part of the commit this is, from 0.
    pub part: u32,
    /// How many parts the commit has, at least 1.
    pub parts: u32,
    /// Milliseconds since 1970, UTC.
    pub time: i64,
    /// Who.
    pub actor: u32,
    /// The client's number of the command.
    pub command_id: u128,
    /// Why.
    pub cause: Cause,
}

impl Head {
    /// True for the part with which the commit takes effect.
    pub fn is_last_part(&self) -> bool {
        self.part + 1 == self.parts
    }
}

/// One changed thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item<'a> {
    /// What it is about, readable for ever.
    pub label: &'a [u8],
    /// What became of it.
    pub payload: Payload<'a>,
}

/// Contents that can be taken away without breaking the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Payload<'a> {
    /// The bytes, with the salt of their digest.
    Kept {
        /// Random bytes.
        salt: [u8; SALT],
        /// The contents.
        bytes: &'a [u8],
    },
    /// Erased: only the digest is left.
    Redacted(Digest),
}

impl Payload<'_> {
    /// What the chain covers.
    pub fn digest(&self) -> Digest {
        match self {
            Self::Kept { salt, bytes } => Sha256::new()
                .chain_update(salt)
                .chain_update(bytes)
                .finalize()
                .into(),
            Self::Redacted(digest) => *digest,
        }
    }
}

/// One entry, borrowing its contents from the bytes it was read from or will be written with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<'a> {
    /// Who, when, why.
    pub head: Head,
    /// What.
    pub items: Vec<Item<'a>>,
}

const KEPT: u8 = 1;
const REDACTED: u8 = 2;

const DO: u8 = 1;
const UNDO: u8 = 2;
const REDO: u8 = 3;
const IMPORT: u8 = 4;
const ERASE: u8 = 5;

/// Bytes an item takes on disk beside its label and contents.
pub const ITEM_OVERHEAD: usize = 1 + 1 + SALT + 4;

impl Entry<'_> {
    /// Appends the entry's bytes. Labels and payloads longer than their limits must have been refused before.
    pub fn encode(&self, out: &mut Vec<u8>) {
        encode_head(&self.head, self.items.len(), out);
        for item in &self.items {
            encode_label(item.label, out);
            match &item.payload {
                Payload::Kept { salt, bytes } => {
                    out.push(KEPT);
                    out.extend_from_slice(salt);
                    out.extend_from_slice(&(bytes.len() as u32).to_be_bytes());
                    out.extend_from_slice(bytes);
                }
                Payload::Redacted(digest) => {
                    out.push(REDACTED);
                    out.extend_from_slice(digest);
                }
            }
        }
    }

    /// Feeds the hasher with what the chain covers of this entry.
    pub fn seal(&self, hasher: &mut Sha256) {
        let mut bytes = Vec::with_capacity(64 + self.items.len() * 48);
        encode_head(&self.head, self.items.len(), &mut bytes);
        for item in &self.items {
            encode_label(item.label, &mut bytes);
            bytes.extend_from_slice(&item.payload.digest());
        }
        hasher.update(&bytes);
    }
}

fn encode_head(head: &Head, items: usize, out: &mut Vec<u8>) {
    out.extend_from_slice(&head.seq.to_be_bytes());
    out.extend_from_slice(&head.part.to_be_bytes());
    out.extend_from_slice(&head.parts.to_be_bytes());
    out.extend_from_slice(&head.time.to_be_bytes());
    out.extend_from_slice(&head.actor.to_be_bytes());
    out.extend_from_slice(&head.command_id.to_be_bytes());
    match head.cause {
        Cause::Do => out.push(DO),
        Cause::Undo(seq) => {
            out.push(UNDO);
            out.extend_from_slice(&seq.to_be_bytes());
        }
        Cause::Redo(seq) => {
            out.push(REDO);
            out.extend_from_slice(&seq.to_be_bytes());
        }
        Cause::Import(digest) => {
            out.push(IMPORT);
            out.extend_from_slice(&digest);
        }
        Cause::Erase => out.push(ERASE),
    }
    out.extend_from_slice(&(items as u32).to_be_bytes());
}

fn encode_label(label: &[u8], out: &mut Vec<u8>) {
    out.push(label.len() as u8);
    out.extend_from_slice(label);
}

/// Reads one entry; `None` when the bytes are not one.
pub fn decode<'a>(bytes: &mut Bytes<'a>) -> Option<Entry<'a>> {
    let seq = bytes.u64()?;
    let part = bytes.u32()?;
    let parts = bytes.u32()?;
    let time = i64::from_be_bytes(*bytes.array()?);
    let actor = bytes.u32()?;
    let command_id = u128::from_be_bytes(*bytes.array()?);
    let cause = match bytes.u8()? {
        DO => Cause::Do,
        UNDO => Cause::Undo(bytes.u64()?),
        REDO => Cause::Redo(bytes.u64()?),
        IMPORT => Cause::Import(*bytes.array()?),
        ERASE => Cause::Erase,
        _ => return None,
    };
    if part >= parts {
        return None;
    }
    let count = bytes.u32()? as usize;
    // The count is checked against what is there before anything is allocated for it.
    if count > bytes.left() / 2 {
        return None;
    }
    let mut items = Vec::with_capacity(count);
    for _ in 0..count {
        let length = usize::from(bytes.u8()?);
        let label = bytes.take(length)?;
        let payload = match bytes.u8()? {
            KEPT => {
                let salt = *bytes.array()?;
                let length = bytes.u32()? as usize;
                Payload::Kept {
                    salt,
                    bytes: bytes.take(length)?,
                }
            }
            REDACTED => Payload::Redacted(*bytes.array()?),
            _ => return None,
        };
        items.push(Item { label, payload });
    }
    Some(Entry {
        head: Head {
            seq,
            part,
            parts,
            time,
            actor,
            command_id,
            cause,
        },
        items,
    })
}

/// A cursor over bytes that never reads past their end.
#[derive(Debug, Clone)]
pub struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    /// Begins at the first byte.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// How many bytes are left.
    pub fn left(&self) -> usize {
        self.0.len()
    }

    /// The next bytes, if there are so many.
    pub fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    /// The next bytes as an array.
    pub fn array<const N: usize>(&mut self) -> Option<&'a [u8; N]> {
        let (taken, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(taken)
    }

    /// The next byte.
    pub fn u8(&mut self) -> Option<u8> {
        self.array::<1>().map(|[byte]| *byte)
    }

    /// The next two bytes, big-endian.
    pub fn u16(&mut self) -> Option<u16> {
        self.array().map(|bytes| u16::from_be_bytes(*bytes))
    }

    /// The next four bytes, big-endian.
    pub fn u32(&mut self) -> Option<u32> {
        self.array().map(|bytes| u32::from_be_bytes(*bytes))
    }

    /// The next eight bytes, big-endian.
    pub fn u64(&mut self) -> Option<u64> {
        self.array().map(|bytes| u64::from_be_bytes(*bytes))
    }
}
