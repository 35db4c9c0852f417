//! Contents taken out of a journal: the chain holds, nothing else is touched, and a power cut at any call leaves it whole.

use super::*;

const SECRET: &[u8] = b"EREMIN";

/// Commits of which every third item or so says the secret.
fn with_secrets(rng: &mut fastrand::Rng, first: u64, count: u64) -> Vec<Commit> {
    let commit = |seq| {
        let mut commit = Commit::random(rng, seq);
        for (_, bytes) in &mut commit.items {
            if rng.u8(0..3) == 0 {
                bytes.extend_from_slice(SECRET);
            }
        }
        commit
    };
    (first..first + count).map(commit).collect()
}

fn says(bytes: &[u8]) -> bool {
    bytes.windows(SECRET.len()).any(|it| it == SECRET)
}

fn redact(journal: &mut Journal) -> Result<u64, StoreError> {
    journal.redact(&mut |item| match item.payload {
        Payload::Kept { bytes, .. } => Ok(says(bytes)),
        Payload::Redacted(_) => Ok(false),
    })
}

/// A journal of several segments, and what is in it.
fn secretive(seed: u64) -> (SimDisk, Journal, Vec<Commit>) {
    let disk = new_disk(seed);
    let mut rng = fastrand::Rng::with_seed(seed);
    let mut journal = create(&disk);
    let mut all = Vec::new();
    while journal.end().segment < 4 {
        let commits = with_secrets(&mut rng, journal.next_seq(), 6);
        append(&mut journal, &commits).unwrap();
        all.extend(commits);
    }
    (disk, journal, all)
}

/// What the commits are without what says the secret.
fn without(all: &[Commit]) -> Vec<Commit> {
    let mut left = all.to_vec();
    for (_, bytes) in left.iter_mut().flat_map(|it| &mut it.items) {
        if says(bytes) {
            *bytes = b"redacted".to_vec();
        }
    }
    left
}

fn found(journal: &Journal) -> Vec<Commit> {
    let all = read(journal).unwrap();
    all.into_iter().map(|(commit, _)| commit).collect()
}

/// Whether any file of the journal says it still.
fn is_left(disk: &SimDisk) -> bool {
    let files = disk.files(&dir());
    files.iter().any(|it| says(&disk.contents(it).unwrap()))
}

#[test]
fn what_is_redacted_is_gone_and_the_chain_verifies() {
    let (disk, mut journal, all) = secretive(1);
    let before = journal.verify().unwrap();
    let secrets = all.iter().flat_map(|it| &it.items);
    let secrets = secrets.filter(|(_, bytes)| says(bytes)).count() as u64;
    assert_eq!(redact(&mut journal).unwrap(), secrets);
    let after = journal.verify().unwrap();
    assert_eq!(
        (after.commits, after.changes),
        (before.commits, before.changes)
    );
    assert_eq!((before.redacted, after.redacted), (0, secrets));
    assert!(!is_left(&disk));
    assert_eq!(found(&journal), without(&all));
    // It goes on where it was.
    let next = with_secrets(&mut fastrand::Rng::with_seed(2), journal.next_seq(), 9);
    append(&mut journal, &next).unwrap();
    drop(journal);
    let mut journal = open(&disk, None).unwrap().journal;
    journal.verify().unwrap();
    let expected: Vec<Commit> = without(&all).into_iter().chain(next).collect();
    assert_eq!(found(&journal), expected);
    assert!(redact(&mut journal).unwrap() > 0);
}

#[test]
fn a_segment_that_says_nothing_is_left_as_it_is() {
    let (disk, all) = written(40);
    let mut journal = open(&disk, None).unwrap().journal;
    let calls = disk.calls();
    assert_eq!(redact(&mut journal).unwrap(), 0);
    assert_eq!(
        disk.calls(),
        calls + 1,
        "the folder is synced, nothing else"
    );
    assert_eq!(read(&journal).unwrap(), all);
}

/// Redacts with trouble at the n-th call, opens again, finishes; what is wrong. `Ok(false)` when the trouble never came.
fn troubled(seed: u64, n: u64, trouble: Trouble, planted: Option<Planted>) -> Result<bool, String> {
    let (disk, mut journal, all) = secretive(seed);
    disk.plant(planted);
    disk.trouble_in(n, trouble);
    let came = redact(&mut journal).is_err();
    drop(journal);
    match trouble {
        Trouble::PowerCut => disk.restart(),
        Trouble::NoRoom | Trouble::Error => {
            disk.make_room();
            disk.kill();
        }
    }
    disk.plant(None);
    let mut journal = open(&disk, None)
        .map_err(|it| format!("open: {it}"))?
        .journal;
    if let Some(damage) = journal.damage() {
        return Err(format!("damage: {damage}"));
    }
    journal.verify().map_err(|it| format!("half-way: {it}"))?;
    if !came && is_left(&disk) {
        return Err("said to be gone, and there".into());
    }
    redact(&mut journal).map_err(|it| format!("again: {it}"))?;
    if is_left(&disk) {
        return Err("still there".into());
    }
    journal.verify().map_err(|it| format!("verify: {it}"))?;
    if found(&journal) != without(&all) {
        return Err("something else was touched".into());
    }
    let next = with_secrets(&mut fastrand::Rng::with_seed(seed), journal.next_seq(), 3);
    append(&mut journal, &next).map_err(|it| it.to_string())?;
    Ok(came)
}

#[test]
fn trouble_at_any_call_leaves_the_journal_whole_and_is_made_good() {
    for seed in 0..3 {
        for trouble in [Trouble::PowerCut, Trouble::NoRoom, Trouble::Error] {
            let mut n = 1;
            while troubled(seed, n, trouble, None)
                .unwrap_or_else(|why| panic!("seed {seed}, {trouble:?} at {n}: {why}"))
            {
                n += 1;
            }
            assert!(n > 10, "{trouble:?} at {n} calls only");
        }
    }
}

#[test]
fn planted_a_sync_left_out_is_caught() {
    for bug in [Planted::NoSync, Planted::NoSyncDir] {
        // The power goes right after it is all done.
        let caught = (0..40)
            .filter(|seed| troubled(*seed, u64::MAX / 2, Trouble::PowerCut, Some(bug)).is_err())
            .count();
        assert!(caught > 2, "{bug:?} caught by {caught} seeds only");
    }
}
