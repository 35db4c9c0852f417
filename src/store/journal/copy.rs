//! A journal written from the frames of another: with the same frames, the same digests, and so the same chain.
//! Owns the new segments; nothing of them counts before [`Copy::end`].

use std::path::{Path, PathBuf};

use super::entry::{Digest, Entry};
use super::segment::{self, SegmentHeader, StoreId};
use super::{frame, plan};
use crate::store::disk::{Disk, DiskFile};
use crate::store::error::{AppendError, AtPath as _, StoreError};

/// Bytes that are written at once.
const BLOCK: usize = 1 << 20;

/// A journal being copied.
pub struct Copy<'a> {
    disk: &'a dyn Disk,
    dir: PathBuf,
    store: StoreId,
    segment_limit: u64,
    file: Option<(PathBuf, Box<dyn DiskFile>)>,
    segment: u32,
    len: u64,
    waiting: Vec<u8>,
    digest: Digest,
}

impl<'a> Copy<'a> {
    /// Begins in a folder without segments. A segment is full at this many bytes.
    pub fn new(disk: &'a dyn Disk, dir: &Path, store: StoreId, segment_limit: u64) -> Self {
        Copy {
            disk,
            dir: dir.to_owned(),
            store,
            segment_limit,
            file: None,
            segment: 0,
            len: 0,
            waiting: Vec::with_capacity(BLOCK),
            digest: frame::GENESIS,
        }
    }

    /// Adds a frame: the entries of one frame of the journal that is copied.
    pub fn frame(&mut self, entries: &[Entry<'_>]) -> Result<(), StoreError> {
        let first = entries.first().map(|it| it.head);
        let begins = first.is_none_or(|it| it.part == 0);
        if self.file.is_none() || (begins && self.len >= self.segment_limit) {
            self.begin(first.map_or(1, |it| it.seq))?;
        }
        let (bytes, digest) = frame::encode(entries, &self.digest);
        self.digest = digest;
        self.put(&bytes)
    }

    /// Adds a commit that is not among the frames that are copied: one entry, which is divided here if it is large.
    pub fn commit(&mut self, commit: &Entry<'_>) -> Result<(), AppendError> {
        for entries in plan::frames(commit.head.seq, std::slice::from_ref(commit))? {
            self.frame(&entries).map_err(AppendError::Refused)?;
        }
        Ok(())
    }

    /// Makes everything durable.
    pub fn end(mut self) -> Result<(), StoreError> {
        if self.file.is_none() {
            self.begin(1)?;
        }
        self.close()?;
        self.disk.sync_dir(&self.dir).at(&self.dir)
    }

    fn begin(&mut self, first_seq: u64) -> Result<(), StoreError> {
        self.close()?;
        self.segment += 1;
        let path = self.dir.join(segment::name(self.segment));
        let file = self.disk.create(&path).at(&path)?;
        self.file = Some((path, file));
        self.len = 0;
        let header = SegmentHeader {
            store: self.store,
            number: self.segment,
            first_seq,
            previous: self.digest,
        };
        self.put(&header.encode())
    }

    fn put(&mut self, bytes: &[u8]) -> Result<(), StoreError> {
        self.len += bytes.len() as u64;
        self.waiting.extend_from_slice(bytes);
        if self.waiting.len() >= BLOCK {
            self.write()?;
        }
        Ok(())
    }

    fn write(&mut self) -> Result<(), StoreError> {
        if let Some((path, file)) = &mut self.file {
            file.append(&self.waiting).at(path)?;
        }
        self.waiting.clear();
        Ok(())
    }

    fn close(&mut self) -> Result<(), StoreError> {
        self.write()?;
        match self.file.take() {
            Some((path, mut file)) => file.sync().at(&path),
            None => Ok(()),
        }
    }
}
