//! The frame: one group of entries as the unit that is whole on disk or not there.
//! Owns the bytes of a frame, its limits and the chain from frame to frame; knows no files.
//!
//! ```text
//!  0  magic       4   "SMJ\x1A"
//!  4  version     2
//!  6  count       2   entries
//!  8  length      4   bytes of the entries
//! 12  first seq   8
//! 20  previous   32   digest of the frame before
//! 52  crc         4   over bytes 0..52 and the entries
//! 56  entries
//! ```
//!
//! All numbers are big-endian. The checksum tells torn from whole; the digest, which does not see the length or the
//! checksum, ties frames to each other and stays true when a payload is redacted.

use sha2::{Digest as _, Sha256};

use super::entry::{self, Bytes, Digest, Entry};
use crate::store::error::Fault;

/// Bytes before the entries.
pub const HEADER: usize = 56;
/// How a frame begins.
pub const MAGIC: [u8; 4] = *b"SMJ\x1A";
/// The version this program writes, and the newest it reads.
pub const VERSION: u16 = 1;
/// Most entries in one frame.
pub const MAX_ENTRIES: usize = 200;
/// Bytes of entries after which a group goes on in the next frame, and the size of a part of a large commit.
pub const PART: usize = 1 << 20;
/// Most bytes of entries in one frame: what is longer is refused before anything is allocated for it.
pub const MAX_BODY: usize = 4 << 20;

const CRC_AT: usize = 52;

/// The digest that the first frame of a store follows.
pub const GENESIS: Digest = [0; 32];

/// The head of a frame, its lengths within limits and nothing else checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    /// Entries.
    pub count: u16,
    /// Bytes of the entries.
    pub length: u32,
    /// Seq of the first entry.
    pub first_seq: u64,
    /// Digest of the frame before.
    pub previous: Digest,
    crc: u32,
}

impl Header {
    /// Bytes of the whole frame.
    pub fn frame_len(&self) -> u64 {
        HEADER as u64 + u64::from(self.length)
    }

    /// Reads a header.
    pub fn parse(bytes: &[u8; HEADER]) -> Result<Self, Fault> {
        let mut bytes = Bytes::new(bytes);
        let parse = |bytes: &mut Bytes<'_>| {
            let magic = *bytes.array::<4>()?;
            let version = bytes.u16()?;
            let header = Self {
                count: bytes.u16()?,
                length: bytes.u32()?,
                first_seq: bytes.u64()?,
                previous: *bytes.array()?,
                crc: bytes.u32()?,
            };
            Some((magic, version, header))
        };
        let Some((magic, version, header)) = parse(&mut bytes) else {
            return Err(Fault::Short);
        };
        if magic != MAGIC || version != VERSION {
            return Err(Fault::Magic);
        }
        let entries = usize::from(header.count);
        if entries == 0 || entries > MAX_ENTRIES || header.length as usize > MAX_BODY {
            return Err(Fault::Length);
        }
        Ok(header)
    }

    /// Checks the entries against the checksum and reads them.
    pub fn open<'a>(&self, head: &[u8; HEADER], body: &'a [u8]) -> Result<Vec<Entry<'a>>, Fault> {
        if body.len() != self.length as usize {
            return Err(Fault::Short);
        }
        if checksum(head, body) != self.crc {
            return Err(Fault::Checksum);
        }
        let mut bytes = Bytes::new(body);
        let mut entries = Vec::with_capacity(usize::from(self.count));
        for index in 0..u64::from(self.count) {
            let entry = entry::decode(&mut bytes).ok_or(Fault::Contents)?;
            let is_part = entry.head.parts > 1;
            if entry.head.seq != self.first_seq + index || (is_part && self.count > 1) {
                return Err(Fault::Contents);
            }
            entries.push(entry);
        }
        if bytes.left() > 0 {
            Err(Fault::Contents)
        } else {
            Ok(entries)
        }
    }
}

/// Writes one frame; its bytes and the digest for the frame after it.
pub fn encode(entries: &[Entry<'_>], previous: &Digest) -> (Vec<u8>, Digest) {
    let first_seq = entries.first().map_or(0, |entry| entry.head.seq);
    let mut frame = Vec::with_capacity(HEADER + 256 * entries.len());
    frame.extend_from_slice(&MAGIC);
    frame.extend_from_slice(&VERSION.to_be_bytes());
    frame.extend_from_slice(&(entries.len() as u16).to_be_bytes());
    frame.extend_from_slice(&[0; 4]);
    frame.extend_from_slice(&first_seq.to_be_bytes());
    frame.extend_from_slice(previous);
    frame.extend_from_slice(&[0; 4]);
    for entry in entries {
        entry.encode(&mut frame);
    }
    let length = (frame.len() - HEADER) as u32;
    put(&mut frame, 8, &length.to_be_bytes());
    if let Some((head, body)) = frame.split_first_chunk::<HEADER>() {
        let crc = checksum(head, body);
        put(&mut frame, CRC_AT, &crc.to_be_bytes());
    }
    (frame, digest(entries, previous))
}

/// What the frame after this one names as `previous`.
pub fn digest(entries: &[Entry<'_>], previous: &Digest) -> Digest {
    let mut hasher = Sha256::new();
    hasher.update(MAGIC);
    hasher.update(VERSION.to_be_bytes());
    hasher.update((entries.len() as u16).to_be_bytes());
    hasher.update(previous);
    for entry in entries {
        entry.seal(&mut hasher);
    }
    hasher.finalize().into()
}

fn checksum(head: &[u8; HEADER], body: &[u8]) -> u32 {
    let mut crc = crc32fast::Hasher::new();
    crc.update(
        head.first_chunk::<CRC_AT>()
            .map_or(&[], |head| head.as_slice()),
    );
    crc.update(body);
    crc.finalize()
}

fn put(frame: &mut [u8], at: usize, bytes: &[u8]) {
    if let Some(place) = frame.get_mut(at..at + bytes.len()) {
        place.copy_from_slice(bytes);
    }
}
