//! Reading a journal beside whoever has the store open: changes nothing and takes no lock.
//! Owns what of it is durable for certain.
//!
//! A frame that can be read may be one whose sync fails the next moment, and that is cut off again. So what is read ends where the owner
//! of the store says that everything is durable; without an owner, where the journal ends after it was synced here.

use std::path::Path;
use std::sync::Arc;

use super::scan::{Scan, Verdict};
use super::segment::{self, StoreId};
use super::{Journal, SEGMENT, frame};
use crate::store::disk::Disk;
use crate::store::error::{AtPath as _, StoreError, stopped};

/// What is known of a store that others may have open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Beside {
    /// Somebody has it open.
    pub is_held: bool,
    /// The last commit that is durable for certain, if that is known; there may be more when nobody has the store open.
    pub durable: Option<u64>,
}

impl Journal {
    /// The journal as it stands on disk, up to what is durable for certain. Damage is an error, also that the journal ends before what it
    /// is known to have.
    pub fn open_beside(
        disk: Arc<dyn Disk>,
        dir: &Path,
        store: StoreId,
        beside: Beside,
    ) -> Result<Self, StoreError> {
        Journal::open_beside_until(disk, dir, store, beside, &|| false)
    }

    /// The same until it is to be given up, which is an error like any other: whoever gives it up knows.
    pub fn open_beside_until(
        disk: Arc<dyn Disk>,
        dir: &Path,
        store: StoreId,
        beside: Beside,
        stop: &dyn Fn() -> bool,
    ) -> Result<Self, StoreError> {
        let names = disk.list(dir).at(dir)?;
        let mut numbers: Vec<u32> = names
            .iter()
            .filter_map(|name| segment::number(name))
            .collect();
        numbers.sort_unstable();
        let Some(&last) = numbers.last() else {
            return Err(StoreError::Missing {
                path: dir.join(segment::name(1)),
            });
        };
        if !beside.is_held {
            // What a killed process has left unsynced counts when the store is opened next; so it does here, made durable first.
            let path = dir.join(segment::name(last));
            disk.open_to_read(&path)
                .and_then(|mut it| it.sync())
                .at(&path)?;
        }
        let mut scan = Scan::new(
            Arc::clone(&disk),
            dir,
            store,
            last,
            beside.durable.unwrap_or(0),
        );
        if let Verdict::Damage(damage) = scan.run_until(&numbers, None, stop)? {
            return Err(damage.into());
        }
        let mut journal = Journal {
            disk: Arc::clone(&disk),
            dir: dir.to_owned(),
            store,
            file: None,
            segment: scan.end.segment,
            len: scan.end.offset,
            reserved: 0,
            next_seq: scan.next_seq,
            digest: scan.digest.unwrap_or(frame::GENESIS),
            segment_limit: SEGMENT,
            damage: None,
        };
        if beside.is_held {
            journal.end_at(beside.durable, stop)?;
        }
        Ok(journal)
    }

    /// Lets the journal end with this commit; with the one before the last frame, if it is not known: each frame but the last was
    /// synced before the next was written.
    fn end_at(&mut self, durable: Option<u64>, stop: &dyn Fn() -> bool) -> Result<(), StoreError> {
        let go_on = || if stop() { Err(stopped()) } else { Ok(()) };
        let mut last_frame = 1;
        let durable = match durable {
            Some(seq) => seq,
            None => {
                self.replay(None, |frame| {
                    last_frame = frame.header.first_seq;
                    go_on()
                })?;
                last_frame - 1
            }
        };
        if self.next_seq <= durable + 1 {
            return Ok(());
        }
        let (mut end, mut next_seq, mut digest) = (None, 1, frame::GENESIS);
        self.replay(None, |frame| {
            let head = frame.entries.last().map(|it| it.head);
            if let Some(head) = head.filter(|it| it.is_last_part() && it.seq <= durable) {
                end = Some((frame.place.segment, frame.end));
                next_seq = head.seq + 1;
                digest = frame.digest();
            }
            go_on()
        })?;
        (self.segment, self.len) = end.unwrap_or((1, segment::HEADER as u64));
        (self.next_seq, self.digest) = (next_seq, digest);
        Ok(())
    }
}
