//! What is in a frame: large commits in parts, contents that can be erased, limits.

use super::*;

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
