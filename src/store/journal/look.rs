//! A look at the whole chain of an open journal, a slice at a time, between whatever else is to be done.
//! Owns how far the look has got; the rules are those of the scan.
//!
//! What is appended meanwhile needs no look: it was written by this journal, on what it knows.

use std::sync::Arc;

use super::scan::{Scan, Verdict};
use super::segment::{self, Reader};
use super::{Journal, JournalEnd};
use crate::store::error::{Damage, Fault, StoreError};

/// A look that is under way.
pub struct Look {
    scan: Scan,
    /// Which segment is next, or being read.
    number: u32,
    open: Option<(Reader, u64)>,
}

impl Journal {
    /// Begins a look at everything from the first frame on.
    pub fn look(&self) -> Look {
        // All that is here has been promised, so nothing can pass for a tear.
        let applied = self.next_seq.saturating_sub(1);
        Look {
            scan: Scan::new(Arc::clone(&self.disk), &self.dir, self.store, 0, applied),
            number: 1,
            open: None,
        }
    }

    /// Looks at so many bytes more, and at one frame at least. `None` when there is more to look at.
    pub fn look_on(&self, look: &mut Look, bytes: u64) -> Result<Option<JournalEnd>, StoreError> {
        let number = look.number;
        let (mut reader, mut offset) = match look.open.take() {
            Some(open) => open,
            None => {
                let mut reader = self.reader(number)?;
                let follows = match look.scan.enter(&mut reader)? {
                    Ok(header) => look.scan.follows(&header),
                    Err(fault) => return look.damage(&mut reader, 0, fault),
                };
                if !follows {
                    return look.damage(&mut reader, 0, Fault::Chain);
                }
                (reader, segment::HEADER as u64)
            }
        };
        let until = offset + bytes;
        while offset < reader.len() && offset < until {
            match look.scan.frame(&mut reader, offset)? {
                Ok(next) => offset = next,
                Err(fault) => return look.damage(&mut reader, offset, fault),
            }
        }
        if offset < reader.len() {
            look.open = Some((reader, offset));
            return Ok(None);
        }
        if look.scan.is_within() {
            return look.damage(&mut reader, offset, Fault::Parts);
        }
        look.number += 1;
        Ok((look.number > self.segment).then_some(Ok(())))
    }

    /// Takes no more entries: what was found by a look is damaged. What is in memory and in the derived state can still be read.
    pub fn stop(&mut self, damage: Damage) {
        self.file = None;
        self.damage = Some(damage);
    }
}

impl Look {
    fn damage(
        &mut self,
        reader: &mut Reader,
        offset: u64,
        fault: Fault,
    ) -> Result<Option<JournalEnd>, StoreError> {
        let number = self.number;
        Ok(Some(Err(
            match self.scan.judge(reader, number, offset, fault)? {
                Verdict::Damage(damage) => damage,
                Verdict::Whole | Verdict::Tear(_) => self.scan.damage(number, offset, fault, None),
            },
        )))
    }
}
