//! Automatic archives: when one is due, what becomes of older ones, and that none is ever there by half.

use super::*;

use std::io::Write as _;
use std::path::PathBuf;

use chrono::NaiveDate;
use smotr::store::archive::daily::{list, make, name, newest, prune};
use smotr::store::archive::unpack;
use smotr::store::disk::Disk;

use crate::support::rounds;
use crate::support::sim_disk::{Planted, SimDisk, Trouble};

fn day(number: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 5, number).unwrap()
}

/// A store, and a folder for its archives.
struct Kept {
    dir: tempfile::TempDir,
    model: Model,
}

impl Kept {
    fn new() -> Kept {
        let dir = tempfile::tempdir().unwrap();
        let mut model = Model::default();
        grow(&dir.path().join("data"), &mut model, 3);
        Kept { dir, model }
    }

    fn data(&self) -> PathBuf {
        self.dir.path().join("data")
    }

    fn folder(&self) -> PathBuf {
        self.data().join("archives")
    }

    fn grow(&mut self) {
        let data = self.data();
        grow(&data, &mut self.model, 1);
    }

    /// Whether an archive was made on that day.
    fn make(&self, today: NaiveDate) -> bool {
        let made = make(
            &RealDisk,
            &view(&self.data()),
            &self.folder(),
            today,
            &|| false,
        );
        made.unwrap().is_some()
    }

    fn prune(&self, today: NaiveDate, days: u32) -> usize {
        let (data, folder) = (self.data(), self.folder());
        prune(&RealDisk, &data, &folder, today, days, &|| false)
            .unwrap()
            .len()
    }

    fn names(&self) -> Vec<String> {
        let mut names = names(&self.folder());
        names.sort();
        names
    }

    /// Spoils the archive of a day.
    fn damage(&self, day: NaiveDate) {
        let path = self.folder().join(name(day, 1));
        let mut bytes = fs::read(&path).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(path, bytes).unwrap();
    }
}

#[test]
fn a_day_has_one_archive_and_only_if_something_has_changed() {
    let mut kept = Kept::new();
    assert!(kept.make(day(1)));
    kept.grow();
    assert!(!kept.make(day(1)), "this day has one");
    assert!(kept.make(day(2)));
    assert!(!kept.make(day(3)), "nothing has changed");
    kept.grow();
    assert!(kept.make(day(4)));
    let expected = [1, 2, 4].map(|it| name(day(it), 1));
    assert_eq!(kept.names(), expected);
    for name in expected {
        compare(&RealDisk, &view(&kept.data()), &kept.folder().join(name)).unwrap();
    }
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&kept.folder()), 0o700);
    assert_eq!(mode(&kept.folder().join(name(day(4), 1))), 0o600);
    let (last, seq) = newest(&RealDisk, &kept.folder(), &kept.data())
        .unwrap()
        .unwrap();
    assert_eq!((last.date, seq), (day(4), view(&kept.data()).seq()));
}

#[test]
fn what_is_older_than_the_days_kept_goes() {
    let mut kept = Kept::new();
    for number in 1..=6 {
        assert!(kept.make(day(number)));
        kept.grow();
    }
    assert_eq!(kept.prune(day(6), 6), 0);
    assert_eq!(kept.prune(day(6), 3), 3);
    assert_eq!(kept.names(), [4, 5, 6].map(|it| name(day(it), 1)));
    assert_eq!(kept.prune(day(31), 1), 0, "however long ago it was");
}

/// A boot without a battery for the clock.
#[test]
fn a_clock_that_is_wrong_takes_no_archives_with_it() {
    let mut kept = Kept::new();
    for number in 1..=6 {
        assert!(kept.make(day(number)));
        kept.grow();
    }
    let wrong = NaiveDate::from_ymd_opt(2036, 1, 1).unwrap();
    assert!(kept.make(wrong));
    assert_eq!(kept.prune(wrong, 3), 0);
    kept.grow();
    // And for a second day: the last of those that are right is there still.
    let next = wrong.succ_opt().unwrap();
    assert!(kept.make(next));
    kept.prune(next, 3);
    assert_eq!(kept.names(), [day(6), wrong, next].map(|it| name(it, 1)));
}

#[test]
fn the_last_whole_archive_stays_though_there_are_newer_ones() {
    let mut kept = Kept::new();
    for number in 1..=4 {
        kept.make(day(number));
        kept.grow();
    }
    kept.damage(day(3));
    kept.damage(day(4));
    assert_eq!(kept.prune(day(30), 1), 1);
    assert_eq!(kept.names(), [2, 3, 4].map(|it| name(day(it), 1)));
    kept.damage(day(2));
    assert_eq!(kept.prune(day(30), 1), 0, "none is whole, and none goes");
    assert!(kept.make(day(30)));
    kept.prune(day(30), 1);
    assert!(kept.names().contains(&name(day(30), 1)));
}

#[test]
fn archives_of_another_store_and_other_files_are_left_alone() {
    let (mut kept, mut other) = (Kept::new(), Kept::new());
    other.make(day(1));
    other.grow();
    other.make(day(2));
    fs::rename(other.folder(), kept.folder()).unwrap();
    fs::write(kept.folder().join("smotr-2020-01-01.jsonl"), "own").unwrap();
    fs::write(kept.folder().join("smotr-2020-1-1.jsonl.zst"), "own").unwrap();
    fs::write(kept.folder().join("письмо.txt"), "own").unwrap();
    // The name is taken: the store has its archive all the same.
    assert!(kept.make(day(2)));
    assert!(kept.folder().join(name(day(2), 2)).exists());
    kept.grow();
    assert!(!kept.make(day(2)));
    for number in 18..=20 {
        assert!(kept.make(day(number)));
        kept.grow();
    }
    kept.prune(day(20), 1);
    let names = kept.names();
    assert!(!names.contains(&name(day(2), 2)), "{names:?}");
    assert_eq!(names.len(), 8, "{names:?}");
}

#[test]
fn after_an_older_archive_was_restored_the_day_has_another_one() {
    let mut kept = Kept::new();
    kept.make(day(1));
    for _ in 0..4 {
        kept.grow();
    }
    kept.make(day(2));
    let old = kept.folder().join(name(day(1), 1));
    let aside = kept.dir.path().join("aside");
    fs::rename(kept.folder(), &aside).unwrap();
    fs::remove_dir_all(kept.data()).unwrap();
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    let restored = smotr::store::archive::restore(
        &disk,
        &aside.join(old.file_name().unwrap()),
        &kept.data(),
        "orlova",
    );
    restored.unwrap();
    fs::rename(&aside, kept.folder()).unwrap();
    let mut model = Model::default();
    let how = Opening {
        account: "orlova",
        now: Timestamp(1_763_900_000_000),
        create: false,
    };
    let (store, ..) = Store::open(disk, &kept.data(), how, &mut |_| {}).unwrap();
    let take = |commit| {
        model.take(commit);
        Ok(())
    };
    store.each_commit(take).unwrap();
    drop(store);
    kept.model = model;
    kept.grow();
    assert!(kept.make(day(2)));
    let second = kept.folder().join(name(day(2), 2));
    compare(&RealDisk, &view(&kept.data()), &second).unwrap();
}

#[test]
fn what_a_killed_process_has_left_is_removed_and_nothing_else() {
    let kept = Kept::new();
    fs::create_dir(kept.folder()).unwrap();
    let left = kept.folder().join(format!(".{}.part", name(day(1), 1)));
    let own = kept.folder().join(".somebody.part");
    for path in [&left, &own] {
        let mut file = fs::File::create(path).unwrap();
        file.write_all(b"half").unwrap();
    }
    assert!(kept.make(day(2)));
    assert!(!left.exists() && own.exists());
}

#[test]
fn one_that_is_given_up_leaves_nothing() {
    let kept = Kept::new();
    for after in 0..80 {
        let asked = std::cell::Cell::new(0);
        let stop = || {
            asked.set(asked.get() + 1);
            asked.get() > after
        };
        let view = view(&kept.data());
        let made = make(&RealDisk, &view, &kept.folder(), day(1), &stop);
        match made {
            Err(ArchiveError::GivenUp) => assert_eq!(kept.names(), [""; 0], "{after}"),
            Ok(Some(_)) => return,
            other => panic!("{other:?}"),
        }
    }
    panic!("it is given up for ever");
}

#[test]
fn whoever_needs_the_archives_waits_for_no_reading_of_the_journal_or_of_an_archive() {
    let mut kept = Kept::new();
    for number in 1..=4 {
        kept.make(day(number));
        kept.grow();
    }
    let (data, folder, before) = (kept.data(), kept.folder(), kept.names());
    for after in 0..3 {
        let asked = std::cell::Cell::new(0);
        let stop = || {
            asked.set(asked.get() + 1);
            asked.get() > after
        };
        let view = View::of_until(Arc::new(RealDisk), &data, &stop).map(drop);
        assert!(matches!(view, Err(ArchiveError::GivenUp)), "{view:?}");
        asked.set(0);
        let pruned = prune(&RealDisk, &data, &folder, day(30), 1, &stop);
        assert!(matches!(pruned, Err(ArchiveError::GivenUp)), "{pruned:?}");
        assert_eq!(kept.names(), before);
    }
}

#[test]
fn room_is_left_for_those_who_work() {
    let (dir, _) = archived(3);
    let bytes = fs::read(dir.path().join("out/it")).unwrap();
    let (disk, view) = simulated(0, &bytes);
    disk.say_room(20 << 20);
    let made = make(&disk, &view, Path::new("/store/archives"), day(1), &|| {
        false
    });
    let Err(ArchiveError::Store(error)) = made else {
        panic!("{made:?}");
    };
    assert!(error.is_full());
    assert!(disk.files(Path::new("/store/archives")).is_empty());
    disk.say_room(u64::MAX);
    let made = make(&disk, &view, Path::new("/store/archives"), day(1), &|| {
        false
    });
    assert!(made.unwrap().is_some());
}

/// A store on a simulated disk, made of an archive.
fn simulated(seed: u64, archive: &[u8]) -> (SimDisk, View) {
    let disk = SimDisk::new(seed).with_dir(Path::new("/out"));
    let disk = disk.with_dir(Path::new("/store"));
    let mut file = disk.create(Path::new("/out/it")).unwrap();
    file.append(archive).unwrap();
    file.sync().unwrap();
    disk.sync_dir(Path::new("/out")).unwrap();
    let shared: Arc<dyn Disk> = Arc::new(disk.clone());
    unpack(&shared, Path::new("/out/it"), Path::new("/store")).unwrap();
    let view = View::of(shared, Path::new("/store")).unwrap();
    (disk, view)
}

/// Every file with the name of an archive is a whole one.
fn all_whole(disk: &SimDisk, folder: &Path) -> Result<usize, String> {
    let found = list(disk, folder).map_err(|it| it.to_string())?;
    for it in &found {
        check(disk, &it.path).map_err(|error| format!("{}: {error}", it.path.display()))?;
    }
    Ok(found.len())
}

/// Makes the archives of three days, with trouble at every call; what was wrong first.
fn through_trouble(trouble: Trouble, bug: Option<Planted>) -> Result<(), String> {
    let (dir, _) = archived(12);
    let archive = fs::read(dir.path().join("out/it")).unwrap();
    let folder = Path::new("/store/archives");
    // More calls than it takes: the last ones meet no trouble.
    let seeds = 0..rounds(40) as u64;
    for (seed, n) in seeds.flat_map(|seed| (1..=14).map(move |n| (seed, n))) {
        let (disk, view) = simulated(seed, &archive);
        disk.plant(bug);
        disk.trouble_in(n, trouble);
        let made = make(&disk, &view, folder, day(1), &|| false);
        let pruned = prune(&disk, Path::new("/store"), folder, day(1), 1, &|| false);
        match trouble {
            Trouble::PowerCut => disk.restart(),
            Trouble::NoRoom | Trouble::Error => disk.make_room(),
        }
        let wrong = |it: String| format!("{seed}/{n}: {it}");
        let found = all_whole(&disk, folder).map_err(wrong)?;
        if made.is_ok() && found != 1 {
            return Err(wrong(format!("gone: {made:?}, {pruned:?}")));
        }
        disk.plant(None);
        // The next one finds its way, whatever the last one left.
        let again = make(&disk, &view, folder, day(2), &|| false);
        let again = again.map_err(|it| wrong(it.to_string()))?;
        if again.is_some() == (found == 1) || all_whole(&disk, folder)? != 1 {
            return Err(wrong("the next day".into()));
        }
        let hidden = disk.files(folder);
        if hidden.len() != 1 {
            return Err(wrong(format!("left: {hidden:?}")));
        }
    }
    Ok(())
}

#[test]
fn a_power_cut_at_any_call_leaves_no_half_archive() {
    through_trouble(Trouble::PowerCut, None).unwrap();
}

#[test]
fn a_full_disk_or_an_error_at_any_call_leaves_no_half_archive() {
    through_trouble(Trouble::NoRoom, None).unwrap();
    through_trouble(Trouble::Error, None).unwrap();
}

#[test]
fn an_archive_that_gets_its_name_before_it_is_synced_would_be_found() {
    through_trouble(Trouble::PowerCut, Some(Planted::NoSync)).unwrap_err();
    through_trouble(Trouble::PowerCut, Some(Planted::NoSyncDir)).unwrap_err();
}
