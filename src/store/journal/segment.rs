//! One file of the journal: its name, its header and reading frames from it.
//! Owns the header's bytes and the reading buffer; does not judge what an invalid frame means.

use std::path::{Path, PathBuf};

use super::entry::{Bytes, Digest, Entry};
use super::frame::{self, Header};
use crate::store::disk::{Disk, DiskFile};
use crate::store::error::{AtPath as _, Fault, StoreError};

/// Bytes before the first frame.
pub const HEADER: usize = 70;

const MAGIC: [u8; 4] = *b"SMJS";
const VERSION: u16 = 1;
const CRC_AT: usize = 66;
const WINDOW: usize = 256 << 10;

/// Sixteen random bytes that name a store.
pub type StoreId = [u8; 16];

/// A place in the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Number of the segment, from 1.
    pub segment: u32,
    /// Offset of a frame in it, in bytes.
    pub offset: u64,
}

/// File name of a segment.
pub fn name(number: u32) -> String {
    format!("{number:06}.smj")
}

/// Number of a segment by its file name.
pub fn number(name: &str) -> Option<u32> {
    let digits = name.strip_suffix(".smj")?;
    (digits.len() >= 6 && digits.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| digits.parse().ok())?
}

/// What a segment says about itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SegmentHeader {
    /// The store it belongs to.
    pub store: StoreId,
    /// Its number.
    pub number: u32,
    /// Seq of its first entry.
    pub first_seq: u64,
    /// Digest of the last frame of the segment before.
    pub previous: Digest,
}

impl SegmentHeader {
    /// The header's bytes.
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(HEADER);
        out.extend_from_slice(&MAGIC);
        out.extend_from_slice(&VERSION.to_be_bytes());
        out.extend_from_slice(&self.number.to_be_bytes());
        out.extend_from_slice(&self.store);
        out.extend_from_slice(&self.first_seq.to_be_bytes());
        out.extend_from_slice(&self.previous);
        let crc = crc32fast::hash(&out);
        out.extend_from_slice(&crc.to_be_bytes());
        out
    }

    /// Reads a header: `Err(Some(version))` when a newer program wrote it, `Err(None)` when it is none.
    fn decode(bytes: &[u8]) -> Result<Self, Option<u16>> {
        let parse = |mut bytes: Bytes<'_>| {
            let magic = *bytes.array::<4>()?;
            let version = bytes.u16()?;
            let number = bytes.u32()?;
            let store = *bytes.array()?;
            let header = Self {
                number,
                store,
                first_seq: bytes.u64()?,
                previous: *bytes.array()?,
            };
            Some((magic, version, header, bytes.u32()?))
        };
        let Some((MAGIC, version, header, crc)) = parse(Bytes::new(bytes)) else {
            return Err(None);
        };
        let whole = bytes
            .get(..CRC_AT)
            .is_some_and(|covered| crc32fast::hash(covered) == crc);
        match (whole, version) {
            (true, VERSION) => Ok(header),
            (true, newer) if newer > VERSION => Err(Some(newer)),
            _ => Err(None),
        }
    }
}

/// A whole frame, read and checked by itself (not against its neighbours).
#[derive(Debug)]
pub struct Frame<'a> {
    /// Where it begins.
    pub place: Place,
    /// Where the next one begins.
    pub end: u64,
    /// Its head.
    pub header: Header,
    /// What it holds.
    pub entries: Vec<Entry<'a>>,
}

impl Frame<'_> {
    /// What the next frame must name as `previous`.
    pub fn digest(&self) -> Digest {
        frame::digest(&self.entries, &self.header.previous)
    }
}

/// A segment open for reading.
pub struct Reader {
    file: Box<dyn DiskFile>,
    path: PathBuf,
    number: u32,
    len: u64,
    window: Vec<u8>,
    window_at: u64,
}

impl Reader {
    /// Opens the segment of this number in the journal's folder.
    pub fn open(disk: &dyn Disk, dir: &Path, number: u32) -> Result<Self, StoreError> {
        Self::open_at(disk, dir.join(name(number)), number)
    }

    /// Opens what is to become the segment of this number, under whatever name it has now.
    pub(super) fn open_at(disk: &dyn Disk, path: PathBuf, number: u32) -> Result<Self, StoreError> {
        let file = disk.open_to_read(&path).at(&path)?;
        let len = file.len().at(&path)?;
        Ok(Self {
            file,
            path,
            number,
            len,
            window: Vec::new(),
            window_at: 0,
        })
    }

    /// Its file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Its length in bytes, when it was opened or last limited.
    pub fn len(&self) -> u64 {
        self.len
    }

    /// True when it holds no bytes at all.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Makes the reader stop at this offset.
    pub fn limit(&mut self, len: u64) {
        self.len = self.len.min(len);
    }

    /// Its header; `Ok(Err(_))` when there is none.
    pub fn header(&mut self) -> Result<Result<SegmentHeader, Fault>, StoreError> {
        self.fill(0, HEADER)?;
        match SegmentHeader::decode(self.bytes(0, HEADER).unwrap_or_default()) {
            Ok(header) if header.number == self.number => Ok(Ok(header)),
            Ok(_) | Err(None) => Ok(Err(Fault::Segment)),
            Err(Some(newer)) => Err(StoreError::Newer {
                path: self.path.clone(),
                found: u32::from(newer),
                known: u32::from(VERSION),
            }),
        }
    }

    /// The frame at this offset; `Ok(Err(_))` when there is none.
    pub fn frame(&mut self, offset: u64) -> Result<Result<Frame<'_>, Fault>, StoreError> {
        self.fill(offset, frame::HEADER)?;
        let Some(head) = self
            .bytes(offset, frame::HEADER)
            .and_then(|bytes| bytes.first_chunk())
        else {
            return Ok(Err(Fault::Short));
        };
        let head: [u8; frame::HEADER] = *head;
        let header = match Header::parse(&head) {
            Ok(header) => header,
            Err(fault) => return Ok(Err(fault)),
        };
        // Checked against the file before the buffer grows to it.
        if header.frame_len() > self.len.saturating_sub(offset) {
            return Ok(Err(Fault::Short));
        }
        self.fill(offset, header.frame_len() as usize)?;
        let body_at = offset + frame::HEADER as u64;
        let Some(body) = self.bytes(body_at, header.length as usize) else {
            return Ok(Err(Fault::Short));
        };
        let place = Place {
            segment: self.number,
            offset,
        };
        Ok(header.open(&head, body).map(|entries| Frame {
            place,
            end: offset + header.frame_len(),
            header,
            entries,
        }))
    }

    /// The first whole frame that begins at or after this offset: its seq, if there is one.
    pub fn whole_frame_after(&mut self, mut offset: u64) -> Result<Option<u64>, StoreError> {
        while offset < self.len {
            self.fill(offset, frame::HEADER.max(WINDOW))?;
            let window = self
                .bytes(offset, self.left_in_window(offset))
                .unwrap_or_default();
            let found = window
                .windows(frame::MAGIC.len())
                .position(|bytes| bytes == frame::MAGIC);
            match found {
                Some(at) => {
                    offset += at as u64;
                    if let Ok(frame) = self.frame(offset)? {
                        return Ok(Some(frame.header.first_seq));
                    }
                    offset += 1;
                }
                None => {
                    offset += (window.len().saturating_sub(frame::MAGIC.len() - 1)).max(1) as u64
                }
            }
        }
        Ok(None)
    }

    /// All bytes from this offset to the end.
    pub fn rest(&self, offset: u64) -> Result<Vec<u8>, StoreError> {
        let mut bytes = vec![0; self.len.saturating_sub(offset) as usize];
        let read = self.file.read_at(offset, &mut bytes).at(&self.path)?;
        bytes.truncate(read);
        Ok(bytes)
    }

    fn left_in_window(&self, offset: u64) -> usize {
        (self.window_at + self.window.len() as u64).saturating_sub(offset) as usize
    }

    fn bytes(&self, offset: u64, length: usize) -> Option<&[u8]> {
        let start = usize::try_from(offset.checked_sub(self.window_at)?).ok()?;
        self.window.get(start..start.checked_add(length)?)
    }

    /// Brings these bytes into the window, as far as the file has them.
    fn fill(&mut self, offset: u64, length: usize) -> Result<(), StoreError> {
        if self.bytes(offset, length).is_some() {
            return Ok(());
        }
        let wanted = (length.max(WINDOW) as u64).min(self.len.saturating_sub(offset)) as usize;
        self.window.resize(wanted, 0);
        self.window_at = offset;
        let read = self.file.read_at(offset, &mut self.window).at(&self.path)?;
        self.window.truncate(read);
        Ok(())
    }
}
