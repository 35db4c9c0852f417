//! The journal: every change ever made, durable before anybody hears of it. It is the truth; all else derives from it.
//! Owns appending, rotating and reading; knows entries as heads, labels and sealed bytes.
//!
//! The unit on disk is the group: one frame, or a run of frames for what is larger than one. The next frame is written
//! only after this one is synced, so that after a power cut at most the last frame is in doubt.
//!
//! Invariant: a sync is never repeated on the same data. After a failed one the kernel may call pages clean that never
//! reached the disk, so the journal cuts back to what was synced before, and closes.

mod beside;
mod copy;
pub mod entry;
pub mod frame;
mod look;
mod plan;
mod recover;
mod redact;
mod scan;
mod segment;

use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use self::beside::Beside;
pub use self::copy::Copy;
pub use self::entry::{Cause, Digest, Entry, Head, Item, Payload, SALT};
pub use self::look::Look;
pub use self::plan::MAX_ITEM;
pub use self::recover::{Checkpoint, Opened, Torn};
pub use self::redact::Touches;
pub use self::scan::Verified;
pub use self::segment::{Frame, Place, Reader, StoreId};

use self::segment::SegmentHeader;
use crate::store::disk::{Disk, DiskFile};
use crate::store::error::{AppendError, AtPath as _, Damage, StoreError, is_full};

/// Bytes after which the next group begins a new segment.
pub const SEGMENT: u64 = 64 << 20;

/// Room that the current segment has ahead of it, in bytes: one call to the file system in some thousand groups.
const AHEAD: u64 = 1 << 20;

/// The open journal of one store.
pub struct Journal {
    disk: Arc<dyn Disk>,
    dir: PathBuf,
    store: StoreId,
    /// The segment that is written; none when the journal is closed to writing.
    file: Option<Box<dyn DiskFile>>,
    segment: u32,
    len: u64,
    /// Up to where the segment has room of its own.
    reserved: u64,
    next_seq: u64,
    digest: Digest,
    segment_limit: u64,
    damage: Option<Damage>,
}

impl Journal {
    /// Bytes of a journal without entries.
    pub const EMPTY_LEN: u64 = segment::HEADER as u64;

    /// Makes the journal of a new store: its folder, which must be empty or missing, and the first segment.
    pub fn create(disk: Arc<dyn Disk>, dir: &Path, store: StoreId) -> Result<Self, StoreError> {
        disk.create_dir(dir).at(dir)?;
        if let Some(parent) = dir.parent() {
            disk.sync_dir(parent).at(parent)?;
        }
        let mut journal = Self {
            disk,
            dir: dir.to_owned(),
            store,
            file: None,
            segment: 0,
            len: 0,
            reserved: 0,
            next_seq: 1,
            digest: frame::GENESIS,
            segment_limit: SEGMENT,
            damage: None,
        };
        let file = journal.new_segment().map_err(|failure| match failure {
            Failure::Clean(error) | Failure::Unsure(error) => error,
        })?;
        journal.file = Some(file);
        Ok(journal)
    }

    /// Sets the size at which segments are changed, in bytes. For tests: a store keeps the default.
    pub fn set_segment_limit(&mut self, bytes: u64) {
        self.segment_limit = bytes;
    }

    /// Seq of the next commit.
    pub fn next_seq(&self) -> u64 {
        self.next_seq
    }

    /// Where the next frame will begin.
    pub fn end(&self) -> Place {
        Place {
            segment: self.segment,
            offset: self.len,
        }
    }

    /// The damage for which the journal is open to reading only.
    pub fn damage(&self) -> Option<&Damage> {
        self.damage.as_ref()
    }

    /// True when groups may be appended.
    pub fn is_writable(&self) -> bool {
        self.file.is_some()
    }

    /// Writes a group of whole commits (each an entry of one part; large ones are divided here) and syncs it.
    /// On `Ok` all of it is durable; on [`AppendError::Refused`] and [`AppendError::Limits`] none of it is there.
    pub fn append(&mut self, commits: &[Entry<'_>]) -> Result<(), AppendError> {
        let frames = plan::frames(self.next_seq, commits)?;
        if frames.is_empty() {
            return Ok(());
        }
        if self.file.is_none() {
            return Err(AppendError::Closed);
        }
        if self.len >= self.segment_limit {
            self.rotate()?;
        }
        let mut encoded = Vec::with_capacity(frames.len());
        let mut digest = self.digest;
        for entries in &frames {
            let frame = frame::encode(entries, &digest);
            digest = frame.1;
            encoded.push(frame);
        }
        self.reserve(encoded.iter().map(|(bytes, _)| bytes.len() as u64).sum())?;
        let start = (self.len, self.digest);
        for (bytes, digest) in encoded {
            match self.write(&bytes) {
                Ok(()) => {
                    self.len += bytes.len() as u64;
                    self.digest = digest;
                }
                Err(failure) => {
                    (self.len, self.digest) = start;
                    return Err(self.take_back(failure));
                }
            }
        }
        self.next_seq += commits.len() as u64;
        Ok(())
    }

    /// File of a segment.
    pub fn segment_path(&self, segment: u32) -> PathBuf {
        self.dir.join(segment::name(segment))
    }

    /// Opens a segment for reading what is durable of it.
    pub fn reader(&self, segment: u32) -> Result<Reader, StoreError> {
        let mut reader = Reader::open(&*self.disk, &self.dir, segment)?;
        // A damaged journal is not written, and what lies behind the damage may still be read.
        if segment == self.segment && self.damage.is_none() {
            reader.limit(self.len);
        }
        Ok(reader)
    }

    /// Goes through all whole frames from a place (or the beginning) to the end, or to the damage.
    pub fn replay(
        &self,
        from: Option<Place>,
        mut each: impl FnMut(&Frame<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut seen = 0;
        let mut place = from.unwrap_or(Place {
            segment: 1,
            offset: segment::HEADER as u64,
        });
        while place.segment <= self.segment {
            let mut reader = self.reader(place.segment)?;
            while place.offset < reader.len() && !self.is_damaged_at(place) {
                let path = reader.path().to_owned();
                match reader.frame(place.offset)? {
                    Ok(frame) => {
                        each(&frame)?;
                        seen = frame.header.first_seq + u64::from(frame.header.count) - 1;
                        place.offset = frame.end;
                    }
                    // The opening saw the tail whole, so this is older, and found only now.
                    Err(fault) => {
                        return Err(Damage {
                            path,
                            offset: place.offset,
                            fault,
                            first: seen + 1,
                            last: None,
                        }
                        .into());
                    }
                }
            }
            if self.is_damaged_at(place) {
                break;
            }
            place = Place {
                segment: place.segment + 1,
                offset: segment::HEADER as u64,
            };
        }
        Ok(())
    }

    fn is_damaged_at(&self, place: Place) -> bool {
        self.damage.is_some() && place >= self.end()
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        let path = self.dir.join(segment::name(self.segment));
        let Some(file) = self.file.as_mut() else {
            return Ok(());
        };
        file.append(bytes)
            .map_err(|source| Failure::Clean(StoreError::io(&path, source)))?;
        file.sync()
            .map_err(|source| Failure::Unsure(StoreError::io(&path, source)))
    }

    /// Sees to it that a group has room before anything of it is written. A full disk refuses here, and nothing has to be taken back.
    fn reserve(&mut self, bytes: u64) -> Result<(), AppendError> {
        let wanted = self.len + bytes;
        let Some(file) = self.file.as_mut().filter(|_| wanted > self.reserved) else {
            return Ok(());
        };
        let ahead = wanted + AHEAD;
        let reserved = match file.reserve(ahead) {
            Ok(()) => Ok(ahead),
            Err(error) if is_full(error.kind()) => file.reserve(wanted).map(|()| wanted),
            Err(error) => Err(error),
        };
        match reserved {
            Ok(len) => self.reserved = len,
            Err(source) if is_full(source.kind()) => {
                // What could be had of it helps others more.
                let _ = file.truncate(self.len);
                self.reserved = 0;
                let path = self.dir.join(segment::name(self.segment));
                return Err(AppendError::Refused(StoreError::io(&path, source)));
            }
            // A file system without it: the write itself tells.
            Err(_) => {}
        }
        Ok(())
    }

    /// Cuts the segment back to where the group began. The journal goes on only when that is durable, and when the failure
    /// was not a sync.
    fn take_back(&mut self, failure: Failure) -> AppendError {
        self.reserved = 0;
        let cut = self.file.as_mut().map_or(Ok(()), |file| {
            file.truncate(self.len).and_then(|()| file.sync())
        });
        match (failure, cut) {
            (Failure::Clean(error), Ok(())) => AppendError::Refused(error),
            (Failure::Clean(error) | Failure::Unsure(error), _) => {
                self.file = None;
                AppendError::Unknown(error)
            }
        }
    }

    fn rotate(&mut self) -> Result<(), AppendError> {
        match self.new_segment() {
            Ok(file) => {
                self.file = Some(file);
                Ok(())
            }
            Err(Failure::Clean(error)) => Err(AppendError::Refused(error)),
            Err(Failure::Unsure(error)) => {
                self.file = None;
                Err(AppendError::Unknown(error))
            }
        }
    }

    /// Creates the segment after this one, durable with its name, and makes it the current one.
    fn new_segment(&mut self) -> Result<Box<dyn DiskFile>, Failure> {
        let number = self.segment + 1;
        let path = self.dir.join(segment::name(number));
        let header = SegmentHeader {
            store: self.store,
            number,
            first_seq: self.next_seq,
            previous: self.digest,
        };
        let clean = |source| Failure::Clean(StoreError::io(&path, source));
        let unsure = |source| Failure::Unsure(StoreError::io(&path, source));
        let mut file = self.disk.create(&path).map_err(clean)?;
        let bytes = header.encode();
        if let Err(source) = file.append(&bytes) {
            drop(file);
            // A half header must not stay: with it in place the next attempt would find the name taken.
            return match self.disk.remove(&path) {
                Ok(()) => Err(clean(source)),
                Err(_) => Err(unsure(source)),
            };
        }
        file.sync().map_err(unsure)?;
        self.disk.sync_dir(&self.dir).map_err(unsure)?;
        self.segment = number;
        self.len = bytes.len() as u64;
        self.reserved = 0;
        Ok(file)
    }
}

/// How a look at all of a journal ended.
pub type JournalEnd = Result<(), Damage>;

/// How a write failed.
enum Failure {
    /// Before any sync: cutting back undoes it.
    Clean(StoreError),
    /// In a sync: nothing is known.
    Unsure(StoreError),
}
