//! Opening a journal that exists: a tear is kept aside and cut off, damage closes the journal to writing.
//! Owns what is done about a verdict; the verdict itself is the scan's.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::scan::{Scan, Verdict, Verified};
use super::segment::{self, Place, Reader, StoreId};
use super::{Journal, SEGMENT, frame};
use crate::store::disk::Disk;
use crate::store::error::{AtPath as _, Fault, StoreError};

/// How far the derived state has got: from there on the journal is read when it is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Checkpoint {
    /// The last commit applied.
    pub seq: u64,
    /// The frame that holds it (its last part).
    pub place: Place,
}

/// An opened journal and what opening it found.
pub struct Opened {
    /// The journal; closed to writing when damaged.
    pub journal: Journal,
    /// What was cut off.
    pub torn: Option<Torn>,
    /// False when the journal is whole and the checkpoint is not in it: then the derived state is what is wrong.
    pub checkpoint_holds: bool,
}

/// A tear that was cut off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Torn {
    /// The segment it was in.
    pub segment: PathBuf,
    /// Where its bytes are kept.
    pub kept: PathBuf,
    /// How many bytes.
    pub bytes: u64,
    /// The first commit that was in it, never acknowledged to anybody.
    pub first: u64,
}

impl Journal {
    /// Opens the journal in `dir`. Reads it from the checkpoint on, or the whole of it without one. Bytes of a tear go to `torn_dir`; what
    /// ends before the `promised` commit is damaged, not torn.
    pub fn open(
        disk: Arc<dyn Disk>,
        dir: &Path,
        torn_dir: &Path,
        store: StoreId,
        checkpoint: Option<Checkpoint>,
        promised: u64,
    ) -> Result<Opened, StoreError> {
        let names = match disk.list(dir) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(StoreError::Missing {
                    path: dir.to_owned(),
                });
            }
            names => names.at(dir)?,
        };
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
        let applied = checkpoint.map_or(0, |checkpoint| checkpoint.seq);
        let new = || Scan::new(Arc::clone(&disk), dir, store, last, applied).promising(promised);
        let mut scan = new();
        let mut verdict = scan.run(&numbers, checkpoint.map(|checkpoint| checkpoint.place))?;
        let mut checkpoint_holds = true;
        if checkpoint.is_some() && matches!(verdict, Verdict::Damage(_)) {
            // The checkpoint may be what is wrong; and damage is told exactly only after reading everything before it.
            scan = new();
            verdict = scan.run(&numbers, None)?;
            checkpoint_holds = matches!(verdict, Verdict::Damage(_));
        }
        let (end, next_seq, digest) = (
            scan.end,
            scan.next_seq,
            scan.digest.unwrap_or(frame::GENESIS),
        );
        let mut journal = Journal {
            disk: Arc::clone(&disk),
            dir: dir.to_owned(),
            store,
            file: None,
            segment: end.segment,
            len: end.offset,
            reserved: 0,
            next_seq,
            digest,
            segment_limit: SEGMENT,
            damage: None,
        };
        let mut torn = None;
        match verdict {
            Verdict::Whole => {}
            Verdict::Damage(damage) => {
                journal.damage = Some(damage);
                return Ok(Opened {
                    journal,
                    torn,
                    checkpoint_holds,
                });
            }
            Verdict::Tear(number) => torn = journal.cut(torn_dir, number)?,
        }
        let path = dir.join(segment::name(journal.segment));
        // A process that was killed after its write and before its sync, or after a sync that failed and before its cut, leaves a frame
        // that reads well and is nowhere but in memory; or a segment without a frame whose name is. Whoever asks for its commands is
        // told that they are done, so it is made durable first.
        let is_bare = journal.len == Self::EMPTY_LEN && journal.segment > 1;
        if next_seq - 1 > applied || is_bare {
            disk.write_again(&path, scan.in_doubt).at(&path)?;
        }
        if is_bare {
            disk.sync_dir(dir).at(dir)?;
        }
        journal.file = Some(disk.open(&path).at(&path)?);
        Ok(Opened {
            journal,
            torn,
            checkpoint_holds,
        })
    }

    /// Reads the whole journal again and checks the chain from the first frame to the last.
    pub fn verify(&self) -> Result<Verified, StoreError> {
        if let Some(damage) = &self.damage {
            return Err(damage.clone().into());
        }
        let numbers: Vec<u32> = (1..=self.segment).collect();
        let mut scan = Scan::new(
            Arc::clone(&self.disk),
            &self.dir,
            self.store,
            self.segment,
            self.next_seq - 1,
        );
        if let Verdict::Damage(damage) = scan.run(&numbers, None)? {
            return Err(damage.into());
        }
        let counted = Verified {
            segments: self.segment,
            ..scan.counted
        };
        if (scan.next_seq, scan.digest) == (self.next_seq, Some(self.digest)) {
            return Ok(counted);
        }
        Err(scan
            .damage(self.segment, scan.end.offset, Fault::Chain, None)
            .into())
    }

    /// Keeps what lies behind the end aside and cuts it off. `number` is the segment in which the tear begins: the current one,
    /// or the one after it, of which then nothing is left.
    fn cut(&self, torn_dir: &Path, number: u32) -> Result<Option<Torn>, StoreError> {
        let reader = Reader::open(&*self.disk, &self.dir, number)?;
        let path = reader.path().to_owned();
        let from = if number == self.segment { self.len } else { 0 };
        let bytes = reader.rest(from)?;
        // A torn header of a segment without frames: there was nothing in it yet to keep or to tell of.
        let is_bare = number != self.segment && bytes.len() <= segment::HEADER;
        let torn = if is_bare {
            None
        } else {
            let kept = keep_aside(&*self.disk, torn_dir, number, from, &bytes)?;
            Some(Torn {
                segment: path.clone(),
                kept,
                bytes: bytes.len() as u64,
                first: self.next_seq,
            })
        };
        if number == self.segment {
            let mut file = self.disk.open(&path).at(&path)?;
            file.truncate(from).at(&path)?;
            file.sync().at(&path)?;
        } else {
            self.disk.remove(&path).at(&path)?;
            self.disk.sync_dir(&self.dir).at(&self.dir)?;
        }
        Ok(torn)
    }
}

fn keep_aside(
    disk: &dyn Disk,
    dir: &Path,
    segment: u32,
    from: u64,
    bytes: &[u8],
) -> Result<PathBuf, StoreError> {
    disk.create_dir(dir).at(dir)?;
    let taken = disk.list(dir).at(dir)?;
    let name = (0..)
        .map(|copy: u32| format!("{segment:06}-{from}-{copy}.torn"))
        .find(|name| !taken.contains(name));
    let path = dir.join(name.unwrap_or_default());
    let mut file = disk.create(&path).at(&path)?;
    file.append(bytes).at(&path)?;
    file.sync().at(&path)?;
    disk.sync_dir(dir).at(dir)?;
    if let Some(parent) = dir.parent() {
        disk.sync_dir(parent).at(parent)?;
    }
    Ok(path)
}
