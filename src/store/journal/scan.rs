//! Reading the journal from a place to its end, and the verdict on how it ends: whole, torn or damaged.
//! Owns the rules of that verdict; changes nothing on disk.
//!
//! A tear is what a power cut leaves: the last frame, in no state to be read, that nobody has heard of (its first seq is
//! above `promised`); or the first parts of a large commit whose last part never came. Everything else is damage.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::entry::{Digest, Payload};
use super::frame;
use super::segment::{self, Frame, Place, Reader, SegmentHeader, StoreId};
use crate::store::disk::Disk;
use crate::store::error::{Damage, Fault, StoreError, stopped};

/// What [`super::Journal::verify`] has read and found whole.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Verified {
    /// Files.
    pub segments: u32,
    /// Frames.
    pub frames: u64,
    /// Commits.
    pub commits: u64,
    /// Changes in them.
    pub changes: u64,
    /// Contents that were erased and whose digest still holds.
    pub redacted: u64,
    /// Bytes of all frames.
    pub bytes: u64,
}

/// What a scan found.
pub(super) enum Verdict {
    Whole,
    /// The tear begins in this segment.
    Tear(u32),
    Damage(Damage),
}

/// A large commit whose parts are being read.
#[derive(Clone, Copy)]
struct Parts {
    digest_before: Option<Digest>,
    seq: u64,
    next: u32,
    parts: u32,
}

/// Goes through the journal from a place to its end.
pub(super) struct Scan {
    disk: Arc<dyn Disk>,
    dir: PathBuf,
    store: StoreId,
    last: u32,
    applied: u64,
    /// The last commit of which somebody may have heard: what ends before it has lost something.
    promised: u64,
    /// Behind the last whole commit.
    pub(super) end: Place,
    /// From here to the end its segment may be in memory only: the last frame, which alone can be without a sync, or the header.
    pub(super) in_doubt: u64,
    pub(super) next_seq: u64,
    /// Digest of the last frame; unknown before the frame at a checkpoint.
    pub(super) digest: Option<Digest>,
    parts: Option<Parts>,
    pub(super) counted: Verified,
}

impl Scan {
    pub(super) fn new(
        disk: Arc<dyn Disk>,
        dir: &Path,
        store: StoreId,
        last: u32,
        applied: u64,
    ) -> Self {
        Self {
            disk,
            dir: dir.to_owned(),
            store,
            last,
            applied,
            promised: applied,
            end: Place {
                segment: 1,
                offset: segment::HEADER as u64,
            },
            in_doubt: 0,
            next_seq: 1,
            digest: Some(frame::GENESIS),
            parts: None,
            counted: Verified::default(),
        }
    }

    /// The same for a journal that is known to have had so many commits.
    pub(super) fn promising(mut self, promised: u64) -> Self {
        self.promised = self.promised.max(promised);
        self
    }

    pub(super) fn run(
        &mut self,
        numbers: &[u32],
        start: Option<Place>,
    ) -> Result<Verdict, StoreError> {
        self.run_until(numbers, start, &|| false)
    }

    /// The same until it is to be given up.
    pub(super) fn run_until(
        &mut self,
        numbers: &[u32],
        start: Option<Place>,
        stop: &dyn Fn() -> bool,
    ) -> Result<Verdict, StoreError> {
        for (&number, expected) in numbers.iter().zip(1..) {
            if number != expected {
                return Ok(Verdict::Damage(self.damage(
                    expected,
                    0,
                    Fault::Segment,
                    None,
                )));
            }
            let mut reader = Reader::open(&*self.disk, &self.dir, number)?;
            let header = match self.enter(&mut reader)? {
                Ok(header) => header,
                Err(fault) => return self.judge(&mut reader, number, 0, fault),
            };
            let mut offset = segment::HEADER as u64;
            if let Some(start) = start.filter(|start| number <= start.segment) {
                self.end = Place {
                    segment: number,
                    offset,
                };
                if number < start.segment {
                    continue;
                }
                offset = start.offset;
                self.digest = None;
                self.next_seq = self.applied;
            } else if !self.follows(&header) {
                return Ok(Verdict::Damage(self.damage(number, 0, Fault::Chain, None)));
            }
            self.end = Place {
                segment: number,
                offset,
            };
            self.in_doubt = 0;
            while offset < reader.len() {
                if stop() {
                    return Err(stopped());
                }
                match self.frame(&mut reader, offset)? {
                    Ok(next) => offset = next,
                    Err(fault) => return self.judge(&mut reader, number, offset, fault),
                }
            }
            if self.is_within() {
                return self.judge(&mut reader, number, self.end.offset, Fault::Parts);
            }
        }
        if self.promised >= self.next_seq {
            let end = self.end;
            return Ok(Verdict::Damage(self.damage(
                end.segment,
                end.offset,
                Fault::Lost,
                Some(self.promised),
            )));
        }
        Ok(Verdict::Whole)
    }

    /// Whether a segment that is begun follows what was read before it: its header, or what is wrong with it.
    pub(super) fn enter(
        &self,
        reader: &mut Reader,
    ) -> Result<Result<SegmentHeader, Fault>, StoreError> {
        let header = match reader.header()? {
            Ok(header) => header,
            Err(fault) => return Ok(Err(fault)),
        };
        if header.store != self.store {
            return Err(StoreError::Foreign {
                path: reader.path().to_owned(),
            });
        }
        Ok(Ok(header))
    }

    /// Whether this is what the header of the next segment must say.
    pub(super) fn follows(&self, header: &SegmentHeader) -> bool {
        (Some(header.previous), header.first_seq) == (self.digest, self.next_seq)
    }

    /// Whether a large commit has begun and not ended.
    pub(super) fn is_within(&self) -> bool {
        self.parts.is_some()
    }

    /// Reads one frame and checks that it follows; where the next one begins.
    pub(super) fn frame(
        &mut self,
        reader: &mut Reader,
        offset: u64,
    ) -> Result<Result<u64, Fault>, StoreError> {
        let frame = match reader.frame(offset)? {
            Ok(frame) => frame,
            Err(fault) => return Ok(Err(fault)),
        };
        let first = self.digest.is_none();
        if !first
            && (self.digest != Some(frame.header.previous)
                || frame.header.first_seq != self.next_seq)
        {
            return Ok(Err(Fault::Chain));
        }
        if let Err(fault) = self.follow(&frame, first) {
            return Ok(Err(fault));
        }
        self.digest = Some(frame.digest());
        self.count(&frame);
        if self.parts.is_none() {
            self.in_doubt = frame.place.offset;
            self.end = Place {
                segment: frame.place.segment,
                offset: frame.end,
            };
        }
        Ok(Ok(frame.end))
    }

    /// Checks what the frame says of commits and their parts.
    fn follow(&mut self, frame: &Frame<'_>, first: bool) -> Result<(), Fault> {
        let Some(head) = frame.entries.first().map(|entry| entry.head) else {
            return Err(Fault::Contents);
        };
        let behind = frame.header.first_seq + u64::from(frame.header.count);
        if first {
            // At a checkpoint stands the frame with the last part of the last commit applied; earlier parts are before it.
            if !head.is_last_part() || !(frame.header.first_seq..behind).contains(&self.applied) {
                return Err(Fault::Lost);
            }
        } else {
            let expected = self.parts.map_or((head.seq, 0, head.parts), |parts| {
                (parts.seq, parts.next, parts.parts)
            });
            if expected != (head.seq, head.part, head.parts) {
                return Err(Fault::Parts);
            }
        }
        if head.is_last_part() {
            self.parts = None;
            self.next_seq = behind;
        } else {
            let begun = Parts {
                digest_before: self.digest,
                seq: head.seq,
                next: 0,
                parts: head.parts,
            };
            self.parts.get_or_insert(begun).next = head.part + 1;
        }
        Ok(())
    }

    fn count(&mut self, frame: &Frame<'_>) {
        self.counted.frames += 1;
        self.counted.bytes += frame.header.frame_len();
        for entry in &frame.entries {
            self.counted.commits += u64::from(entry.head.is_last_part());
            self.counted.changes += entry.items.len() as u64;
            let redacted = entry
                .items
                .iter()
                .filter(|item| matches!(item.payload, Payload::Redacted(_)))
                .count();
            self.counted.redacted += redacted as u64;
        }
    }

    /// Decides what an unreadable place is: a tear only at the very end, above what was applied, with nothing whole behind it.
    pub(super) fn judge(
        &mut self,
        reader: &mut Reader,
        number: u32,
        offset: u64,
        fault: Fault,
    ) -> Result<Verdict, StoreError> {
        let behind = if fault == Fault::Parts {
            None
        } else {
            reader.whole_frame_after(offset + 1)?
        };
        let can_tear = match fault {
            Fault::Segment => number > 1,
            Fault::Chain | Fault::Lost => false,
            _ => true,
        };
        if let Some(parts) = self.parts.take() {
            // What is there of a large commit goes with its missing parts.
            self.digest = parts.digest_before;
        }
        if can_tear && number == self.last && behind.is_none() && self.next_seq > self.promised {
            return Ok(Verdict::Tear(number));
        }
        let last = behind
            .map(|seq| seq.saturating_sub(1))
            .or((self.promised >= self.next_seq).then_some(self.promised));
        Ok(Verdict::Damage(self.damage(number, offset, fault, last)))
    }

    pub(super) fn damage(
        &self,
        number: u32,
        offset: u64,
        fault: Fault,
        last: Option<u64>,
    ) -> Damage {
        Damage {
            path: self.dir.join(segment::name(number)),
            offset,
            fault,
            first: self.next_seq,
            last,
        }
    }
}
