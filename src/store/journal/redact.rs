//! Taking contents out of a journal that is written: what is touched is replaced by its digest, and the chain stays as it is.
//! Owns the rewriting of segments; whose contents go is said by whoever calls.
//!
//! A segment is written anew beside the old one, synced, read back, and only then given its name. So at any moment each segment is whole,
//! the old one or the new one; and redacting once more finds what a kill or a power cut has left. Places change: whatever knows
//! where something lies is to be made again.

use std::path::{Path, PathBuf};

use super::entry::{Digest, Entry, Item, Payload};
use super::segment::{self, Reader, SegmentHeader};
use super::{Journal, frame};
use crate::store::disk::DiskFile;
use crate::store::error::{AtPath as _, Damage, Fault, StoreError};

/// Bytes that are written at once.
const BLOCK: usize = 1 << 20;

/// Behind the name of a segment that is being written anew.
const NEW: &str = ".new";

/// Whether the contents of an item are to go.
pub type Touches<'a> = dyn FnMut(&Item<'_>) -> Result<bool, StoreError> + 'a;

impl Journal {
    /// Replaces the contents of every item that is touched by their digest; how many. To be called again after a failure: what was
    /// redacted stays so.
    pub fn redact(&mut self, touches: &mut Touches<'_>) -> Result<u64, StoreError> {
        if let Some(damage) = &self.damage {
            return Err(damage.clone().into());
        }
        self.remove_unfinished()?;
        let mut redacted = 0;
        for number in 1..=self.segment {
            if self.is_touched(number, touches)? {
                redacted += self.write_anew(number, touches)?;
            }
        }
        Ok(redacted)
    }

    /// What a rewriting that was cut short has left.
    fn remove_unfinished(&self) -> Result<(), StoreError> {
        for name in self.disk.list(&self.dir).at(&self.dir)? {
            let is_segment = name.strip_suffix(NEW).and_then(segment::number).is_some();
            if is_segment {
                let path = self.dir.join(&name);
                self.disk.remove(&path).at(&path)?;
            }
        }
        self.disk.sync_dir(&self.dir).at(&self.dir)
    }

    fn is_touched(&self, number: u32, touches: &mut Touches<'_>) -> Result<bool, StoreError> {
        let mut found = false;
        self.each_frame(number, |entries, _, _| {
            for item in entries.iter().flat_map(|it| &it.items) {
                found = found || is_touched(item, touches)?;
            }
            Ok(())
        })?;
        Ok(found)
    }

    /// Writes a segment without what is touched, and puts it in the place of the old one.
    fn write_anew(&mut self, number: u32, touches: &mut Touches<'_>) -> Result<u64, StoreError> {
        let mut redacted = 0;
        let mut digests = Vec::new();
        let header = self.header(number)?;
        let path = self.segment_path(number);
        let new = self.dir.join(format!("{}{NEW}", segment::name(number)));
        let mut out = Out {
            file: self.disk.create(&new).at(&new)?,
            path: new.clone(),
            waiting: header.encode(),
        };
        self.each_frame(number, |entries, previous, digest| {
            let mut left = entries.to_vec();
            for item in left.iter_mut().flat_map(|it| &mut it.items) {
                if is_touched(item, touches)? {
                    item.payload = Payload::Redacted(item.payload.digest());
                    redacted += 1;
                }
            }
            let (bytes, same) = frame::encode(&left, previous);
            if same != digest {
                return Err(chain(&new));
            }
            digests.push(digest);
            out.put(&bytes)
        })?;
        out.end()?;
        let written = self.disk.open_to_read(&new).and_then(|it| it.len());
        let len = written.at(&new)?;
        let mut kept = digests.iter();
        let mut reader = Reader::open_at(&*self.disk, new.clone(), number)?;
        read(&mut reader, |_, _, digest| match kept.next() {
            Some(it) if *it == digest => Ok(()),
            _ => Err(chain(&new)),
        })?;
        if kept.next().is_some() {
            return Err(chain(&new));
        }
        drop(reader);
        let is_current = number == self.segment;
        if is_current {
            // What is appended from here on must not go into the file that has lost its name.
            self.file = None;
        }
        self.disk.rename(&new, &path).at(&path)?;
        self.disk.sync_dir(&self.dir).at(&self.dir)?;
        if is_current {
            self.file = Some(self.disk.open(&path).at(&path)?);
            self.len = len;
            self.reserved = 0;
        }
        Ok(redacted)
    }

    fn header(&self, number: u32) -> Result<SegmentHeader, StoreError> {
        let mut reader = self.reader(number)?;
        let path = reader.path().to_owned();
        reader.header()?.map_err(|fault| damage(&path, 0, fault))
    }

    /// Goes through the frames of a segment: their entries, the digest of the frame before, and their own.
    fn each_frame(
        &self,
        number: u32,
        each: impl FnMut(&[Entry<'_>], &Digest, Digest) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        read(&mut self.reader(number)?, each)
    }
}

fn read(
    reader: &mut Reader,
    mut each: impl FnMut(&[Entry<'_>], &Digest, Digest) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let path = reader.path().to_owned();
    let mut offset = segment::HEADER as u64;
    while offset < reader.len() {
        let frame = reader.frame(offset)?;
        let frame = frame.map_err(|fault| damage(&path, offset, fault))?;
        each(&frame.entries, &frame.header.previous, frame.digest())?;
        offset = frame.end;
    }
    Ok(())
}

fn is_touched(item: &Item<'_>, touches: &mut Touches<'_>) -> Result<bool, StoreError> {
    match item.payload {
        Payload::Kept { .. } => touches(item),
        Payload::Redacted(_) => Ok(false),
    }
}

fn damage(path: &Path, offset: u64, fault: Fault) -> StoreError {
    let (first, last) = (0, None);
    StoreError::Damaged(Damage {
        path: path.to_owned(),
        offset,
        fault,
        first,
        last,
    })
}

/// What was written says something else than what was read: it gets no name.
fn chain(path: &Path) -> StoreError {
    damage(path, 0, Fault::Chain)
}

/// A new segment, written in blocks.
struct Out {
    file: Box<dyn DiskFile>,
    path: PathBuf,
    waiting: Vec<u8>,
}

impl Out {
    fn put(&mut self, bytes: &[u8]) -> Result<(), StoreError> {
        self.waiting.extend_from_slice(bytes);
        if self.waiting.len() >= BLOCK {
            self.write()?;
        }
        Ok(())
    }

    fn write(&mut self) -> Result<(), StoreError> {
        self.file.append(&self.waiting).at(&self.path)?;
        self.waiting.clear();
        Ok(())
    }

    fn end(mut self) -> Result<(), StoreError> {
        self.write()?;
        self.file.sync().at(&self.path)
    }
}
