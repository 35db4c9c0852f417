//! Erasing on a disk that forgets, refuses and fills: not begun or done, and nothing of others lost.

use std::collections::BTreeSet;

use super::*;
use crate::support::desk::start_with;
use crate::support::sim_disk::{Planted, SimDisk, Trouble};
use smotr::service::engine::domain_rules;

/// Files of the simulated disk that say the name.
fn found_on(disk: &SimDisk) -> Vec<PathBuf> {
    let all = disk.all_files().into_iter();
    all.filter(|it| says(&disk.contents(it).unwrap())).collect()
}

/// What came of an erasing with trouble in it.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum End {
    /// The trouble came too late.
    Undisturbed,
    /// Nothing had begun.
    NotBegun,
    /// It was finished by the next opening.
    Finished,
}

/// Erases with trouble at the n-th call, opens again, and says what is wrong.
fn troubled(seed: u64, n: u64, trouble: Trouble, planted: Option<Planted>) -> Result<End, String> {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path();
    let disk = SimDisk::new(seed).with_dir(dir);
    let shared: Arc<dyn Disk> = Arc::new(disk.clone());
    let (engine, mut orlova) = talkative(Arc::clone(&shared), dir);
    litter(&disk, dir);
    archive(
        &shared,
        dir,
        &dir.join("archives/smotr-2026-05-22.jsonl.zst"),
    );
    let before = orlova.state.meta.seq;
    disk.plant(planted);
    disk.trouble_in(n, trouble);
    let id = orlova.send(erase());
    let answer = orlova.answer(id);
    let was_told = matches!(answer, Answer::Done(_));
    let said = found_on(&disk);
    let came = !(was_told && said.is_empty());
    let _ = engine.close();
    match trouble {
        Trouble::PowerCut => {
            disk.restart();
            // sled lies on the machine's disk, which knows of no power cut.
            let _ = fs::remove_dir_all(dir.join("sled"));
        }
        Trouble::NoRoom | Trouble::Error => {
            disk.make_room();
            disk.kill();
        }
    }
    disk.plant(None);
    let opened = start_with(Arc::clone(&shared), dir, domain_rules);
    let (engine, report) = opened.map_err(|it| format!("does not open: {it}"))?;
    if report.damage.is_some() {
        return Err(format!("{report:?}"));
    }
    let mut orlova = Person::join(&engine, "orlova");
    let is_erased = orlova.state.persons[&EREMIN].is_erased();
    if report.erased.is_some() {
        // Whoever asks again hears what was done.
        orlova.send_as(id, erase());
        let is_told = |it: &News| matches!(it, News::Erased(_) | News::Answer { .. });
        if !matches!(orlova.wait(is_told), News::Erased(_)) {
            return Err("finished, and not told".into());
        }
    }
    if was_told && !is_erased {
        return Err("told to be done, and not done".into());
    }
    if orlova.state.meta.seq < before {
        return Err(format!("{:?} of {before:?}", orlova.state.meta.seq));
    }
    let end = match (came, is_erased) {
        (false, _) => End::Undisturbed,
        (true, false) => End::NotBegun,
        (true, true) => End::Finished,
    };
    if !is_erased {
        let left = disk.contents(&dir.join("erasing"));
        if left.is_some() {
            return Err("a note of what has not begun".into());
        }
        orlova.done(erase());
    }
    let said: BTreeSet<PathBuf> = found_on(&disk).into_iter().chain(found_in(dir)).collect();
    if !said.is_empty() {
        return Err(format!("{said:?}"));
    }
    is_left(&orlova.state);
    orlova.done(noted(&orlova.state, cell(COUNT, SCHOOL_2), "7", "дальше"));
    engine.close().map_err(|it| it.to_string())?;
    let how = smotr::store::Opening {
        account: "orlova",
        now: smotr::domain::ids::Timestamp(0),
        create: false,
    };
    let opened = smotr::store::Store::open(shared, dir, how, &mut |_| {});
    let verified = opened
        .and_then(|mut it| it.0.verify())
        .map_err(|it| it.to_string())?;
    if !verified.is_good() {
        return Err(format!("{verified:?}"));
    }
    Ok(end)
}

/// Every call in turn, or every tenth of them from another one on for each kind of trouble.
fn through(trouble: Trouble, first: u64) {
    let step = if crate::support::rounds(10) == 10 {
        1
    } else {
        10
    };
    let mut ends = BTreeSet::new();
    let mut n = if step == 1 { 1 } else { first };
    loop {
        let end = troubled(n, n, trouble, None);
        let end = end.unwrap_or_else(|why| panic!("{trouble:?} at call {n}: {why}"));
        let is_over = end == End::Undisturbed;
        ends.insert(end);
        if is_over {
            break;
        }
        n += step;
    }
    assert!(n > 40, "{trouble:?}: over after {n} calls");
    assert_eq!(ends.len(), 3, "{trouble:?}: {ends:?}");
}

#[test]
fn a_power_cut_at_any_call_ends_in_not_begun_or_done() {
    through(Trouble::PowerCut, 1);
}

#[test]
fn a_full_disk_at_any_call_ends_in_not_begun_or_done() {
    through(Trouble::NoRoom, 2);
}

#[test]
fn an_error_at_any_call_ends_in_not_begun_or_done() {
    through(Trouble::Error, 3);
}

/// The disk was full behind the commit, and somebody's next command finished it: whoever asked has been answered without an act.
#[test]
fn what_was_finished_later_is_told_to_an_administrator_who_asks() {
    let is_told = |it: &News| matches!(it, News::Erased(_) | News::Answer { .. });
    let is_left_half_way = |n| {
        let home = tempfile::tempdir().unwrap();
        let disk = SimDisk::new(n).with_dir(home.path());
        let (engine, mut orlova) = talkative(Arc::new(disk.clone()), home.path());
        disk.trouble_in(n, Trouble::NoRoom);
        orlova.send(erase());
        let first = orlova.wait(is_told);
        let is_half_way = matches!(
            &first,
            News::Answer {
                answer: Answer::Done(_),
                ..
            }
        );
        disk.make_room();
        if is_half_way {
            orlova.done(noted(&orlova.state, cell(COUNT, SCHOOL_2), "7", "дальше"));
            orlova.send(erase());
            let first = orlova.wait(is_told);
            assert!(matches!(first, News::Erased(_)), "{first:?}");
            let mut belova = Person::join(&engine, "belova");
            belova.send(erase());
            let first = belova.wait(is_told);
            assert!(matches!(first, News::Answer { .. }), "{first:?}");
        }
        let _ = engine.close();
        is_half_way
    };
    assert!((10..60).step_by(5).any(is_left_half_way));
}

/// Names that come and go in folders must be synced: with the task gone for good, the old files must be so, too.
#[test]
fn planted_a_folder_that_is_not_synced_is_caught() {
    let cut = |seed| {
        troubled(
            seed,
            u64::MAX / 2,
            Trouble::PowerCut,
            Some(Planted::NoSyncDir),
        )
    };
    let caught = (0..12).filter(|seed| cut(*seed).is_err()).count();
    assert!(caught > 1, "caught by {caught} seeds only");
}

/// A place that is left out is found, whichever it is.
#[test]
fn planted_a_place_that_is_left_out_is_caught() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("data");
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    let (engine, _orlova) = talkative(Arc::clone(&disk), &dir);
    let spared = home.path().join("spared");
    archive(&disk, &dir, &spared.join("archive"));
    fs::copy(dir.join("journal/000001.smj"), spared.join("journal")).unwrap();
    engine.close().unwrap();
    fs::copy(dir.join("sled/db"), spared.join("sled")).unwrap();
    litter(&*disk, &dir);
    fs::copy(dir.join("unsaved/2.json"), spared.join("unsaved")).unwrap();
    let engine = start(Arc::clone(&disk), &dir);
    let mut orlova = Person::join(&engine, "orlova");
    erased(&mut orlova);
    assert!(found_in(&dir).is_empty());
    engine.close().unwrap();
    for name in ["archive", "journal", "sled", "unsaved"] {
        let back = dir.join(name.to_owned() + ".left");
        fs::copy(spared.join(name), &back).unwrap();
        assert_eq!(found_in(&dir), std::slice::from_ref(&back));
        fs::remove_file(back).unwrap();
    }
}
