//! Power cuts on a disk that forgets: what was acknowledged is there, and a sync that does nothing is found out.

use super::*;
use crate::support::sim_disk::{Call, Fault, Says};

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

/// What a process leaves that nobody has synced, or whose sync has failed, is there for the next one, which answers by it: from then on
/// it is there whatever happens. `twice` fails every sync and every cut from the n-th call on, else the process is killed there.
fn found_and_lost(seed: u64, n: u64, twice: bool, planted: Option<Planted>) -> Result<u64, String> {
    let disk = new_disk(seed);
    let mut rng = fastrand::Rng::with_seed(seed);
    let mut journal = create(&disk);
    let begun = disk.calls();
    if twice {
        for on in [Call::Sync, Call::Other] {
            disk.fail(Fault {
                on,
                says: Says::Broken,
                after: if on == Call::Sync { n } else { 0 },
                times: u64::MAX,
            });
        }
    } else {
        disk.trouble_in(n, Trouble::PowerCut);
    }
    Promised::default().work(&mut rng, &mut journal, 6);
    let calls = disk.calls() - begun;
    drop(journal);
    disk.kill();
    disk.mend();
    if let Some(bug) = planted {
        disk.plant(bug);
    }
    let opened = open(&disk, None).map_err(|error| format!("open: {error}"))?;
    let mut journal = opened.journal;
    let found = read(&journal).map_err(|error| format!("read: {error}"))?;
    let mut promised = Promised {
        acknowledged: found.into_iter().map(|(commit, _)| commit).collect(),
        ..Promised::default()
    };
    // Straight away, or after another group.
    if rng.bool() {
        promised.work(&mut rng, &mut journal, 1);
    }
    disk.restart();
    promised
        .check(&disk)
        .map_err(|why| format!("seed {seed}, call {n}, twice {twice}: {why}"))?;
    Ok(calls)
}

/// Every call of some lives; what was lost.
fn all_found_and_lost(planted: Option<Planted>) -> Vec<String> {
    let mut lost = Vec::new();
    for seed in 2000..2006 {
        let calls = found_and_lost(seed, u64::MAX / 2, false, None).unwrap();
        for (n, twice) in (1..=calls).flat_map(|n| [(n, false), (n, true)]) {
            lost.extend(found_and_lost(seed, n, twice, planted).err());
        }
    }
    lost
}

#[test]
fn what_was_found_once_is_not_lost_later() {
    assert_eq!(all_found_and_lost(None), [""; 0]);
}

#[test]
fn planted_a_last_frame_that_is_only_synced_again_is_caught() {
    let lost = all_found_and_lost(Some(Planted::OnlySynced));
    assert!(lost.len() > 10, "{lost:#?}");
}
