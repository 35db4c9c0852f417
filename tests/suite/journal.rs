//! The journal on a disk that forgets: whatever happens, what was acknowledged is there, whole and in order.

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
    let mut opened = Journal::open(
        Arc::new(disk.clone()),
        &dir(),
        &root().join("torn"),
        STORE,
        checkpoint,
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

/// What somebody was promised, what hangs in the air, and how far the state has got.
#[derive(Default)]
struct Promised {
    acknowledged: Vec<Commit>,
    in_doubt: Vec<Commit>,
    checkpoint: Option<Checkpoint>,
}

impl Promised {
    /// Writes random groups until the disk fails or the rounds are over.
    fn work(&mut self, rng: &mut fastrand::Rng, journal: &mut Journal, rounds: usize) {
        for _ in 0..rounds {
            let commits = group(rng, journal, 50);
            self.in_doubt = commits.clone();
            match append(journal, &commits) {
                Ok(()) => {
                    self.acknowledged.extend(commits);
                    self.in_doubt.clear();
                }
                Err(AppendError::Refused(_)) => self.in_doubt.clear(),
                Err(_) => return,
            }
            if rng.u8(0..3) == 0 {
                self.checkpoint = checkpoint_at(journal, rng.u64(0..journal.next_seq()));
            }
        }
    }

    /// Opens again and says what is wrong.
    fn check(&mut self, disk: &SimDisk) -> Result<(), String> {
        let mut opened = open(disk, self.checkpoint).map_err(|error| format!("open: {error}"))?;
        if let Some(damage) = opened.journal.damage() {
            return Err(format!("damage: {damage}"));
        }
        let found = read(&opened.journal).map_err(|error| format!("read: {error}"))?;
        let found: Vec<Commit> = found.into_iter().map(|(commit, _)| commit).collect();
        let attempted: Vec<Commit> = self
            .acknowledged
            .iter()
            .chain(&self.in_doubt)
            .cloned()
            .collect();
        if found.len() < self.acknowledged.len() {
            return Err(format!(
                "{} of {} are there",
                found.len(),
                self.acknowledged.len()
            ));
        }
        if !attempted.starts_with(&found) {
            return Err("what is there was never written so".into());
        }
        // It goes on as if nothing had been.
        self.acknowledged = found;
        let next = Commit {
            head: head(opened.journal.next_seq()),
            items: vec![],
        };
        append(&mut opened.journal, std::slice::from_ref(&next)).map_err(|e| e.to_string())?;
        self.acknowledged.push(next);
        self.in_doubt.clear();
        opened
            .journal
            .verify()
            .map_err(|error| format!("verify: {error}"))?;
        Ok(())
    }
}

/// One life: work, a power cut at a call, and what is found afterwards; twice over, on the same disk.
fn power_cut(seed: u64, cut_at: Option<u64>, planted: Option<Planted>) -> Result<u64, String> {
    let disk = new_disk(seed);
    let mut rng = fastrand::Rng::with_seed(seed);
    let mut journal = create(&disk);
    if let Some(bug) = planted {
        disk.plant(bug);
    }
    let mut promised = Promised::default();
    let begun = disk.calls();
    disk.trouble_in(cut_at.unwrap_or_else(|| rng.u64(1..30)), Trouble::PowerCut);
    promised.work(&mut rng, &mut journal, 8);
    let calls = disk.calls() - begun;
    for again in 0..2 {
        disk.restart();
        // The opening itself may be cut, too.
        disk.trouble_in(rng.u64(1..6), Trouble::PowerCut);
        match open(&disk, promised.checkpoint) {
            Ok(mut opened) if opened.journal.is_writable() => {
                let found = read(&opened.journal).unwrap_or_default();
                let found: Vec<Commit> = found.into_iter().map(|(commit, _)| commit).collect();
                if found.len() > promised.acknowledged.len() {
                    promised.acknowledged = found;
                }
                promised.work(&mut rng, &mut opened.journal, 3);
            }
            _ => {}
        }
        disk.restart();
        promised
            .check(&disk)
            .map_err(|why| format!("seed {seed}, life {again}: {why}"))?;
    }
    Ok(calls)
}

#[test]
fn power_cuts_lose_nothing_acknowledged() {
    for seed in 0..SEEDS {
        power_cut(seed, None, None).unwrap();
    }
}

#[test]
fn a_power_cut_at_every_call_loses_nothing_acknowledged() {
    for seed in 1000..1010 {
        let calls = power_cut(seed, Some(u64::MAX / 2), None).unwrap();
        for cut in 1..=calls {
            power_cut(seed, Some(cut), None).unwrap();
        }
    }
}

#[test]
fn planted_a_sync_that_does_nothing_is_caught() {
    for bug in [Planted::NoSync, Planted::NoSyncDir] {
        let caught = (0..SEEDS)
            .filter(|seed| power_cut(*seed, None, Some(bug)).is_err())
            .count();
        assert!(
            caught > SEEDS as usize / 20,
            "{bug:?} caught by {caught} seeds only"
        );
    }
}

/// A failure at every call: each group is either there or refused, and with room again writing goes on.
#[test]
fn failing_calls_are_answered_truly() {
    let mut outcomes = [0; 3];
    for seed in 0..SEEDS {
        for trouble in [Trouble::NoRoom, Trouble::Error] {
            let disk = new_disk(seed);
            let mut rng = fastrand::Rng::with_seed(seed);
            let mut journal = create(&disk);
            let mut promised = Promised::default();
            disk.trouble_in(1 + seed % 25, trouble);
            for _ in 0..12 {
                let commits = group(&mut rng, &journal, 20);
                promised.in_doubt = commits.clone();
                match append(&mut journal, &commits) {
                    Ok(()) => {
                        promised.acknowledged.extend(commits);
                        outcomes[0] += 1;
                    }
                    Err(AppendError::Refused(_)) => {
                        outcomes[1] += 1;
                        assert!(journal.is_writable());
                        disk.make_room();
                        append(&mut journal, &commits).unwrap();
                        promised.acknowledged.extend(commits);
                    }
                    Err(AppendError::Unknown(_)) => {
                        outcomes[2] += 1;
                        assert!(matches!(
                            append(&mut journal, &commits),
                            Err(AppendError::Closed)
                        ));
                        break;
                    }
                    Err(other) => panic!("seed {seed}: {other}"),
                }
                promised.in_doubt.clear();
            }
            // Now and then the machine goes down right after.
            if rng.bool() {
                disk.restart()
            } else {
                disk.kill()
            }
            promised
                .check(&disk)
                .unwrap_or_else(|why| panic!("seed {seed}, {trouble:?}: {why}"));
        }
    }
    assert!(outcomes.iter().all(|count| *count > 20), "{outcomes:?}");
}

#[test]
fn a_failed_sync_is_not_tried_again() {
    let disk = new_disk(1);
    let mut journal = create(&disk);
    append(
        &mut journal,
        &[Commit {
            head: head(1),
            items: vec![],
        }],
    )
    .unwrap();
    let before = (disk.syncs(), disk.contents(&segment(1)).unwrap());
    disk.trouble_in(2, Trouble::Error);
    let result = append(
        &mut journal,
        &[Commit::random(&mut fastrand::Rng::with_seed(1), 2)],
    );
    assert!(matches!(result, Err(AppendError::Unknown(_))));
    // One sync failed, one made the cut durable.
    assert_eq!(disk.syncs(), before.0 + 2);
    assert_eq!(disk.contents(&segment(1)).unwrap(), before.1);
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

#[test]
fn a_torn_group_of_fifty_opens_writable() {
    for keep in [1, 55, 56, 60, 700, 5_000] {
        let disk = new_disk(keep);
        let mut rng = fastrand::Rng::with_seed(keep);
        let mut journal = create(&disk);
        append(&mut journal, &[Commit::random(&mut rng, 1)]).unwrap();
        let (end, checkpoint) = (journal.end().offset, checkpoint_at(&journal, 1));
        let fifty: Vec<Commit> = (2..52).map(|seq| Commit::random(&mut rng, seq)).collect();
        append(&mut journal, &fifty).unwrap();
        disk.damage(&segment(1), |bytes| bytes.truncate((end + keep) as usize));
        let opened = open(&disk, checkpoint).unwrap();
        assert!(opened.journal.is_writable());
        assert_eq!(opened.journal.next_seq(), 2);
        let torn = opened.torn.unwrap();
        assert_eq!((torn.first, torn.bytes), (2, keep));
        assert_eq!(disk.contents(&torn.kept).unwrap().len() as u64, keep);
    }
}

#[test]
fn a_flipped_bit_in_an_applied_entry_is_damage_not_a_tear() {
    let (disk, all) = written(3);
    let (last, place) = all.last().unwrap();
    let checkpoint = Some(Checkpoint {
        seq: last.head.seq,
        place: *place,
    });
    let path = segment(place.segment);
    let length = disk.contents(&path).unwrap().len();
    for byte in place.offset as usize..length {
        disk.damage(&path, |bytes| bytes[byte] ^= 4);
        let damage = damage_of(&disk, checkpoint);
        assert_eq!((damage.first, damage.last), (11, Some(15)), "byte {byte}");
        assert!(open(&disk, checkpoint).unwrap().torn.is_none());
        disk.damage(&path, |bytes| bytes[byte] ^= 4);
    }
    assert!(open(&disk, checkpoint).unwrap().journal.is_writable());
}

#[test]
fn a_flipped_bit_in_the_last_entry_not_yet_applied_is_a_tear() {
    let (disk, all) = written(3);
    let checkpoint = Some(Checkpoint {
        seq: 10,
        place: all[9].1,
    });
    let last = all[14].1;
    disk.damage(&segment(last.segment), |bytes| {
        bytes[last.offset as usize + 60] ^= 1
    });
    let opened = open(&disk, checkpoint).unwrap();
    assert_eq!(
        (opened.journal.next_seq(), opened.torn.unwrap().first),
        (11, 11)
    );
}

#[test]
fn a_flipped_bit_before_a_whole_frame_is_damage() {
    let (disk, all) = written(3);
    disk.damage(&segment(1), |bytes| {
        bytes[all[0].1.offset as usize + 70] ^= 1
    });
    let damage = damage_of(&disk, None);
    assert_eq!(
        (damage.first, damage.last, damage.fault),
        (1, Some(5), Fault::Checksum)
    );
}

#[test]
fn a_missing_segment_is_damage() {
    let (disk, all) = written(30);
    let segments = all.last().unwrap().1.segment;
    assert!(segments > 3, "{segments}");
    let checkpoint = all.last().map(|(commit, place)| Checkpoint {
        seq: commit.head.seq,
        place: *place,
    });
    for gone in 1..=segments {
        let bytes = disk.contents(&segment(gone)).unwrap();
        disk.vanish(&segment(gone));
        let damage = damage_of(&disk, checkpoint);
        let expected = if gone == segments {
            Fault::Lost
        } else {
            Fault::Segment
        };
        assert_eq!(damage.fault, expected, "segment {gone}");
        use smotr::store::disk::Disk as _;
        disk.create(&segment(gone)).unwrap().append(&bytes).unwrap();
    }
    assert!(open(&disk, checkpoint).unwrap().journal.is_writable());
}

#[test]
fn any_flipped_bit_is_found_by_verify() {
    let (disk, all) = written(4);
    let journal = open(&disk, None).unwrap().journal;
    let verified = journal.verify().unwrap();
    assert_eq!((verified.commits, verified.frames), (20, 4));
    assert_eq!(
        verified.changes,
        all.iter()
            .map(|(commit, _)| commit.items.len() as u64)
            .sum::<u64>()
    );
    for number in 1..=journal.end().segment {
        let length = disk.contents(&segment(number)).unwrap().len();
        for byte in (0..length).step_by(7) {
            disk.damage(&segment(number), |bytes| bytes[byte] ^= 1);
            assert!(journal.verify().is_err(), "segment {number}, byte {byte}");
            disk.damage(&segment(number), |bytes| bytes[byte] ^= 1);
        }
    }
    journal.verify().unwrap();
}

#[test]
fn a_checkpoint_from_elsewhere_is_not_believed() {
    let (disk, all) = written(3);
    let place = all[4].1;
    for wrong in [
        Checkpoint { seq: 12, place },
        Checkpoint {
            seq: 5,
            place: Place {
                offset: place.offset + 1,
                ..place
            },
        },
        Checkpoint {
            seq: 5,
            place: Place {
                segment: 9,
                offset: 70,
            },
        },
    ] {
        let opened = open(&disk, Some(wrong)).unwrap();
        assert!(
            opened.journal.is_writable() && !opened.checkpoint_holds,
            "{wrong:?}"
        );
        assert_eq!(opened.journal.next_seq(), 16);
    }
}

#[test]
fn a_large_commit_takes_effect_with_its_last_part() {
    let disk = new_disk(5);
    let mut journal = create(&disk);
    journal.set_segment_limit(64 << 20);
    let small = |seq| Commit {
        head: head(seq),
        items: vec![(vec![1], vec![2; 10])],
    };
    let commits = [small(1), Commit::large(2, 2_500_000), small(3)];
    append(&mut journal, &commits[..1]).unwrap();
    let checkpoint = checkpoint_at(&journal, 1);
    let begins = journal.end().offset;
    append(&mut journal, &commits[1..]).unwrap();
    let found: Vec<Commit> = read(&journal)
        .unwrap()
        .into_iter()
        .map(|(commit, _)| commit)
        .collect();
    assert_eq!(found, commits);
    let verified = journal.verify().unwrap();
    assert_eq!((verified.frames, verified.commits), (5, 3));

    let whole = disk.contents(&segment(1)).unwrap();
    let ends = {
        let mut ends = Vec::new();
        journal
            .replay(None, |frame| {
                ends.push(frame.end);
                Ok(())
            })
            .unwrap();
        ends
    };
    // Cut between the parts, within a part, and right behind the last part.
    for (cut, next) in [
        (ends[1], 2),
        (ends[2], 2),
        (ends[2] + 100, 2),
        (ends[3] - 1, 2),
        (ends[3], 3),
    ] {
        disk.damage(&segment(1), |bytes| bytes.truncate(cut as usize));
        let opened = open(&disk, checkpoint).unwrap();
        assert_eq!(opened.journal.next_seq(), next, "cut at {cut}");
        let torn = opened.torn.map(|torn| (torn.first, torn.bytes));
        assert_eq!(torn, (next == 2).then_some((2, cut - begins)));
        disk.damage(&segment(1), |bytes| bytes.clone_from(&whole));
    }
    // The state has it: then the missing part is damage.
    let applied = checkpoint_at(&journal, 2);
    disk.damage(&segment(1), |bytes| bytes.truncate(ends[2] as usize));
    assert_eq!(damage_of(&disk, applied).first, 2);
}

#[test]
fn a_redacted_payload_keeps_the_chain() {
    let kept = Commit {
        head: head(1),
        items: vec![(vec![9, 1], "Ерёмин".into()), (vec![9, 2], "Дёмина".into())],
    };
    let entry = kept.entry();
    let mut redacted = entry.clone();
    redacted.items[0].payload = Payload::Redacted(entry.items[0].payload.digest());
    let previous = [5; 32];
    let (bytes, digest) = smotr::store::journal::frame::encode(&[entry], &previous);
    let (after, same) = smotr::store::journal::frame::encode(&[redacted.clone()], &previous);
    assert_eq!(digest, same);
    let has = |bytes: &[u8], name: &str| bytes.windows(name.len()).any(|it| it == name.as_bytes());
    assert!(has(&bytes, "Ерёмин") && !has(&after, "Ерёмин") && has(&after, "Дёмина"));
    // Anything else that is changed breaks it.
    redacted.items[1].payload = Payload::Kept {
        salt: [9; 16],
        bytes: b"other",
    };
    assert_ne!(
        smotr::store::journal::frame::encode(&[redacted], &previous).1,
        digest
    );
}

#[test]
fn limits_are_refused_before_anything_is_written() {
    let disk = new_disk(3);
    let mut journal = create(&disk);
    let before = disk.calls();
    let refused = |journal: &mut Journal, commit: Commit| {
        matches!(append(journal, &[commit]), Err(AppendError::Limits(_)))
    };
    assert!(
        refused(
            &mut journal,
            Commit {
                head: head(2),
                items: vec![]
            }
        ),
        "a gap"
    );
    let long = vec![(vec![1; 256], vec![])];
    assert!(
        refused(
            &mut journal,
            Commit {
                head: head(1),
                items: long
            }
        ),
        "a long label"
    );
    let large = vec![(vec![1], vec![0; 1 << 20])];
    assert!(
        refused(
            &mut journal,
            Commit {
                head: head(1),
                items: large
            }
        ),
        "a large item"
    );
    assert_eq!(disk.calls(), before);
}

#[test]
fn another_stores_segment_is_foreign() {
    let (disk, _) = written(2);
    let opened = Journal::open(Arc::new(disk), &dir(), &root().join("torn"), [0; 16], None);
    assert!(matches!(opened, Err(StoreError::Foreign { .. })));
}

#[test]
fn a_journal_that_is_gone_is_not_made_anew() {
    let (disk, _) = written(2);
    for path in disk.files(&dir()) {
        disk.vanish(&path);
    }
    assert!(matches!(open(&disk, None), Err(StoreError::Missing { .. })));
}

#[test]
fn a_newer_format_is_refused() {
    let (disk, _) = written(1);
    disk.damage(&segment(1), |bytes| {
        bytes[5] = 9;
        let crc = crc32fast::hash(&bytes[..66]);
        bytes[66..70].copy_from_slice(&crc.to_be_bytes());
    });
    assert!(matches!(
        open(&disk, None),
        Err(StoreError::Newer { found: 9, .. })
    ));
}

proptest::proptest! {
    #[test]
    fn any_bytes_after_the_header_are_a_tear_or_damage(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..2_000)) {
        let (disk, _) = written(1);
        disk.damage(&segment(1), |journal| { journal.truncate(70); journal.extend_from_slice(&bytes); });
        let opened = open(&disk, None).unwrap();
        proptest::prop_assert_eq!(opened.journal.next_seq(), 1);
        proptest::prop_assert_eq!(opened.torn.map(|it| it.bytes).unwrap_or(0), bytes.len() as u64);
    }
}
