//! The journal on a disk that forgets: whatever happens, what was acknowledged is there, whole and in order.

mod contents;
mod damage;
mod power;
mod redact;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use smotr::store::error::{AppendError, Damage, Fault, StoreError};
use smotr::store::journal::{
    Cause, Checkpoint, Entry, Head, Item, Journal, Opened, Payload, Place, StoreId,
};

use crate::support::sim_disk::{Planted, SimDisk, Trouble};

const STORE: StoreId = *b"sixteen of bytes";

const SEEDS: u64 = 300;

fn root() -> &'static Path {
    Path::new("/store")
}

fn dir() -> PathBuf {
    root().join("journal")
}

fn segment(number: u32) -> PathBuf {
    dir().join(format!("{number:06}.smj"))
}

fn new_disk(seed: u64) -> SimDisk {
    SimDisk::new(seed).with_dir(root())
}

fn create(disk: &SimDisk) -> Journal {
    let mut journal = Journal::create(Arc::new(disk.clone()), &dir(), STORE).unwrap();
    journal.set_segment_limit(8_000);
    journal
}

fn open(disk: &SimDisk, checkpoint: Option<Checkpoint>) -> Result<Opened, StoreError> {
    open_promised(disk, checkpoint, 0)
}

fn open_promised(
    disk: &SimDisk,
    checkpoint: Option<Checkpoint>,
    promised: u64,
) -> Result<Opened, StoreError> {
    let mut opened = Journal::open(
        Arc::new(disk.clone()),
        &dir(),
        &root().join("torn"),
        STORE,
        checkpoint,
        promised,
    )?;
    opened.journal.set_segment_limit(8_000);
    Ok(opened)
}

/// A commit as the test remembers it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Commit {
    head: Head,
    items: Vec<(Vec<u8>, Vec<u8>)>,
}

impl Commit {
    fn random(rng: &mut fastrand::Rng, seq: u64) -> Self {
        let items = (0..rng.usize(0..4)).map(|_| {
            let label = vec![rng.u8(..); rng.usize(1..20)];
            (label, vec![rng.u8(..); rng.usize(0..900)])
        });
        Self {
            items: items.collect(),
            head: head(seq),
        }
    }

    /// A commit of about so many bytes.
    fn large(seq: u64, bytes: usize) -> Self {
        let item = |n: usize| ((n as u32).to_be_bytes().to_vec(), vec![n as u8; 40_000]);
        Self {
            head: head(seq),
            items: (0..bytes / 40_000).map(item).collect(),
        }
    }

    fn entry(&self) -> Entry<'_> {
        let mut items = Vec::new();
        for (label, bytes) in &self.items {
            items.push(Item {
                label,
                payload: Payload::Kept {
                    salt: [9; 16],
                    bytes,
                },
            });
        }
        Entry {
            head: self.head,
            items,
        }
    }
}

fn head(seq: u64) -> Head {
    let time = 1_700_000_000_000 + seq as i64;
    let cause = match seq % 5 {
        0 => Cause::Undo(seq - 1),
        1 => Cause::Redo(seq),
        2 => Cause::Import([7; 16]),
        3 => Cause::Erase,
        _ => Cause::Do,
    };
    Head {
        seq,
        part: 0,
        parts: 1,
        time,
        actor: 3,
        command_id: u128::from(seq) << 64,
        cause,
    }
}

fn append(journal: &mut Journal, commits: &[Commit]) -> Result<(), AppendError> {
    let entries: Vec<Entry<'_>> = commits.iter().map(Commit::entry).collect();
    journal.append(&entries)
}

fn group(rng: &mut fastrand::Rng, journal: &Journal, most: u64) -> Vec<Commit> {
    let first = journal.next_seq();
    (first..first + rng.u64(1..=most))
        .map(|seq| Commit::random(rng, seq))
        .collect()
}

/// Everything in the journal, parts put together, with the place of each commit's last part.
fn read(journal: &Journal) -> Result<Vec<(Commit, Place)>, StoreError> {
    let mut all: Vec<(Commit, Place)> = Vec::new();
    journal.replay(None, |frame| {
        for entry in &frame.entries {
            let items = entry.items.iter().map(|item| match &item.payload {
                Payload::Kept { bytes, .. } => (item.label.to_vec(), bytes.to_vec()),
                Payload::Redacted(_) => (item.label.to_vec(), b"redacted".to_vec()),
            });
            if entry.head.part > 0 {
                let (commit, place) = all.last_mut().unwrap();
                commit.items.extend(items);
                *place = frame.place;
            } else {
                let commit = Commit {
                    head: Head {
                        parts: 1,
                        ..entry.head
                    },
                    items: items.collect(),
                };
                all.push((commit, frame.place));
            }
        }
        Ok(())
    })?;
    Ok(all)
}

fn checkpoint_at(journal: &Journal, seq: u64) -> Option<Checkpoint> {
    let all = read(journal).ok()?;
    let (commit, place) = all.get((seq as usize).checked_sub(1)?)?;
    Some(Checkpoint {
        seq: commit.head.seq,
        place: *place,
    })
}

/// A journal of `groups` groups of five, on a disk with everything synced.
fn written(groups: u64) -> (SimDisk, Vec<(Commit, Place)>) {
    let disk = new_disk(groups);
    let mut rng = fastrand::Rng::with_seed(groups);
    let mut journal = create(&disk);
    for _ in 0..groups {
        let first = journal.next_seq();
        let commits: Vec<Commit> = (first..first + 5)
            .map(|seq| Commit::random(&mut rng, seq))
            .collect();
        append(&mut journal, &commits).unwrap();
    }
    let all = read(&journal).unwrap();
    (disk, all)
}

fn damage_of(disk: &SimDisk, checkpoint: Option<Checkpoint>) -> Damage {
    let opened = open(disk, checkpoint).unwrap();
    assert!(!opened.journal.is_writable());
    opened.journal.damage().unwrap().clone()
}
