//! What cannot be read: a tear is cut off and kept, damage closes the journal to writing.

use super::*;

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
fn an_end_that_is_gone_and_was_promised_is_damage_whatever_was_applied() {
    let (disk, all) = written(3);
    let last = all[14].1;
    let checkpoint = Some(Checkpoint {
        seq: 5,
        place: all[4].1,
    });
    for left in [60, 1, 0] {
        disk.damage(&segment(last.segment), |bytes| {
            bytes.truncate(last.offset as usize + left)
        });
        for checkpoint in [None, checkpoint] {
            let opened = open_promised(&disk, checkpoint, 15).unwrap();
            assert!(opened.torn.is_none() && opened.checkpoint_holds);
            let damage = opened.journal.damage().unwrap();
            assert_eq!((damage.first, damage.last), (11, Some(15)), "{left}");
        }
    }
    // Where nobody has heard of them nothing is lost.
    let opened = open_promised(&disk, checkpoint, 10).unwrap();
    assert!(opened.journal.is_writable());
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
fn another_stores_segment_is_foreign() {
    let (disk, _) = written(2);
    let opened = Journal::open(
        Arc::new(disk),
        &dir(),
        &root().join("torn"),
        [0; 16],
        None,
        0,
    );
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
