//! A store made of an archive: the same in every way it can be asked, or none.

use super::*;

use smotr::store::archive::{restore, unpack};
use smotr::store::disk::Disk;
use smotr::store::{Filter, MAX_PAGE};

use crate::support::sim_disk::{Planted, SimDisk, Trouble};

fn real() -> Arc<dyn Disk> {
    Arc::new(RealDisk)
}

fn lines_of(archive: &Path) -> Vec<u8> {
    zstd::stream::decode_all(fs::read(archive).unwrap().as_slice()).unwrap()
}

#[test]
fn restored_it_is_the_same_store_and_gives_the_same_archive() {
    for (groups, limit) in [(1, 1), (30, 4)] {
        let dir = tempfile::tempdir().unwrap();
        let (data, out) = (dir.path().join("data"), dir.path().join("out"));
        fs::create_dir(&out).unwrap();
        let mut model = Model::default();
        grow(&data, &mut model, groups);
        write(&RealDisk, &view(&data), &out.join("it"), false).unwrap();
        let new = dir.path().join("new").join(limit.to_string());
        restore(&real(), &out.join("it"), &new, "orlova").unwrap();
        let how = Opening {
            account: "orlova",
            now: Timestamp(1_763_900_000_000),
            create: false,
        };
        let (mut store, state, _) = Store::open(real(), &new, how, &mut |_| {}).unwrap();
        assert_eq!(state, model.state());
        assert!(store.verify().unwrap().is_good());
        let mut commits = Vec::new();
        let each = |commit| {
            commits.push(commit);
            Ok(())
        };
        store.each_commit(each).unwrap();
        assert_eq!(commits, model.commits);
        // Histories, users' own lines and answered commands are found as before.
        for (key, _) in model.records.iter().take(20) {
            let lines = store.page(Filter::Key(*key), None, MAX_PAGE).unwrap();
            let own = model.commits.iter();
            let own = own.filter(|it| it.changes.iter().any(|it| it.key == *key));
            assert_eq!(lines.len(), own.count(), "{key:?}");
        }
        let last = model.commits.last().unwrap();
        assert_eq!(store.command(last.command_id).unwrap(), Some(last.seq));
        drop(store);
        write(&RealDisk, &view(&new), &out.join("again"), false).unwrap();
        assert_eq!(lines_of(&out.join("again")), lines_of(&out.join("it")));
        compare(&RealDisk, &view(&data), &out.join("again")).unwrap();
        // It goes on where the archive ended.
        grow(&new, &mut model, 3);
        compare(&RealDisk, &view(&new), &out.join("it")).unwrap();
    }
}

#[test]
fn where_anything_is_nothing_is_touched() {
    let (dir, _) = archived(4);
    let it = dir.path().join("out/it");
    let taken = dir.path().join("taken");
    for name in ["store.toml", "journal", "sled", "somebody's", "erasures"] {
        fs::create_dir_all(&taken).unwrap();
        fs::write(taken.join(name), "own").unwrap();
        let refused = restore(&real(), &it, &taken, "orlova");
        assert!(
            matches!(refused, Err(ArchiveError::NotEmpty { .. })),
            "{name}: {refused:?}"
        );
        assert_eq!(names(&taken), [name]);
        fs::remove_dir_all(&taken).unwrap();
    }
    let data = dir.path().join("data");
    let before = fs::read(data.join("journal/000001.smj")).unwrap();
    let refused = restore(&real(), &it, &data, "orlova");
    assert!(matches!(refused, Err(ArchiveError::NotEmpty { .. })));
    assert_eq!(fs::read(data.join("journal/000001.smj")).unwrap(), before);
}

#[test]
fn of_a_damaged_archive_nothing_is_made() {
    let (dir, _) = archived(4);
    let it = dir.path().join("out/it");
    let new = dir.path().join("new");
    let whole = fs::read(&it).unwrap();
    for at in [0, whole.len() / 2, whole.len() - 1] {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        fs::write(&it, bytes).unwrap();
        let refused = restore(&real(), &it, &new, "orlova");
        assert!(matches!(refused, Err(ArchiveError::Damaged { .. })));
        assert!(!new.exists());
    }
}

#[test]
fn a_disk_that_refuses_leaves_a_folder_for_another_try() {
    let (dir, _) = archived(10);
    let (it, new) = (dir.path().join("out/it"), dir.path().join("new"));
    for failing in [Failing::Append, Failing::Sync] {
        let disk = FaultyDisk::default();
        disk.fail_next(failing);
        let failed = restore(&(Arc::new(disk) as _), &it, &new, "orlova");
        assert!(matches!(failed, Err(ArchiveError::Store(_))), "{failed:?}");
        assert_eq!(names(&new), ["lock"]);
    }
    restore(&real(), &it, &new, "orlova").unwrap();
    compare(&RealDisk, &view(&new), &it).unwrap();
}

/// A simulated disk with an archive on it.
fn simulated(seed: u64, archive: &[u8]) -> SimDisk {
    let disk = SimDisk::new(seed).with_dir(Path::new("/out"));
    let disk = disk.with_dir(Path::new("/store"));
    let mut file = disk.create(Path::new("/out/it")).unwrap();
    file.append(archive).unwrap();
    file.sync().unwrap();
    disk.sync_dir(Path::new("/out")).unwrap();
    disk
}

/// What is on the disk after a power cut: no store, or the whole one. Whether it is the whole one.
fn holds_all_or_nothing(disk: &SimDisk) -> Result<bool, String> {
    disk.restart();
    let shared: Arc<dyn Disk> = Arc::new(disk.clone());
    let names = disk.list(Path::new("/store")).unwrap();
    if !names.iter().any(|it| it == "store.toml") {
        return Ok(false);
    }
    let view = View::of(shared, Path::new("/store")).map_err(|it| it.to_string())?;
    let same = compare(disk, &view, Path::new("/out/it")).map_err(|it| it.to_string())?;
    write(disk, &view, Path::new("/out/again"), true).map_err(|it| it.to_string())?;
    let again = check(disk, Path::new("/out/again")).map_err(|it| it.to_string())?;
    (same == again)
        .then_some(true)
        .ok_or_else(|| "ends early".into())
}

/// Restores with the power cut at every call; what was wrong first.
fn restoring_under_power_cuts(bug: Option<Planted>) -> Result<(), String> {
    let (dir, _) = archived(20);
    let archive = fs::read(dir.path().join("out/it")).unwrap();
    let disk = simulated(0, &archive);
    let begun = disk.calls();
    unpack(
        &(Arc::new(disk.clone()) as _),
        Path::new("/out/it"),
        Path::new("/store"),
    )
    .unwrap();
    let calls = disk.calls() - begun;
    for (seed, n) in (0..6).flat_map(|seed| (1..=calls + 1).map(move |n| (seed, n))) {
        let disk = simulated(seed, &archive);
        disk.plant(bug);
        disk.trouble_in(n, Trouble::PowerCut);
        let shared: Arc<dyn Disk> = Arc::new(disk.clone());
        let made = unpack(&shared, Path::new("/out/it"), Path::new("/store"));
        let holds = holds_all_or_nothing(&disk).map_err(|it| format!("{seed}/{n}: {it}"))?;
        if made.is_ok() && !holds {
            return Err(format!("{seed}/{n}: gone"));
        }
        if !holds {
            // What was left of the first try stands in nobody's way.
            disk.plant(None);
            unpack(&shared, Path::new("/out/it"), Path::new("/store"))
                .map_err(|it| format!("{seed}/{n}: {it}"))?;
            assert!(holds_all_or_nothing(&disk)?);
        }
    }
    Ok(())
}

#[test]
fn a_power_cut_leaves_the_whole_store_or_none() {
    restoring_under_power_cuts(None).unwrap();
}

/// What the lock of a store says that had more commits than any archive here.
const LEFT: &str = "7\norlova\n0\nstart/1\n00000000000000005000 00000000000000005000\n";

#[test]
fn what_the_lock_of_a_lost_store_promises_is_not_asked_of_the_new_one() {
    let (dir, _) = archived(20);
    let archive = fs::read(dir.path().join("out/it")).unwrap();
    // The lock lies on the machine's disk, which no simulated power cut reaches: as if all of it had been written.
    let new = dir.path().join("new");
    fs::create_dir(&new).unwrap();
    for n in 1.. {
        fs::write(new.join("lock"), LEFT).unwrap();
        let disk = simulated(0, &archive).with_dir(&new);
        let shared: Arc<dyn Disk> = Arc::new(disk.clone());
        disk.trouble_in(n, Trouble::PowerCut);
        let made = restore(&shared, Path::new("/out/it"), &new, "orlova");
        disk.restart();
        if disk.contents(&new.join("store.toml")).is_some() {
            let view = View::of(shared, &new).unwrap();
            compare(&disk, &view, Path::new("/out/it")).unwrap();
        }
        if made.is_ok() {
            assert!(n > 10, "over after {n} calls");
            return;
        }
    }
}

#[test]
fn a_restoring_that_syncs_nothing_would_be_found() {
    restoring_under_power_cuts(Some(Planted::NoSync)).unwrap_err();
    restoring_under_power_cuts(Some(Planted::NoSyncDir)).unwrap_err();
}

/// Writes archives with the power cut at every call; what was wrong first.
fn writing_under_power_cuts(bug: Option<Planted>) -> Result<(), String> {
    let (dir, _) = archived(20);
    let archive = fs::read(dir.path().join("out/it")).unwrap();
    let it = Path::new("/out/day");
    for (seed, n) in (0..40).flat_map(|seed| (1..=9).map(move |n| (seed, n))) {
        let disk = simulated(seed, &archive);
        let shared: Arc<dyn Disk> = Arc::new(disk.clone());
        unpack(&shared, Path::new("/out/it"), Path::new("/store")).unwrap();
        let view = View::of(shared, Path::new("/store")).unwrap();
        disk.plant(bug);
        disk.trouble_in(n, Trouble::PowerCut);
        let written = write(&disk, &view, it, false);
        disk.restart();
        let there = disk.contents(it).is_some();
        let checked = check(&disk, it);
        let is_whole = checked.is_ok();
        if there != is_whole || written.is_ok() && !there {
            return Err(format!("{seed}/{n}: {written:?}, {checked:?}"));
        }
    }
    Ok(())
}

#[test]
fn a_name_of_an_archive_is_given_to_a_whole_one_only() {
    writing_under_power_cuts(None).unwrap();
}

#[test]
fn an_archive_renamed_before_its_sync_would_be_found() {
    writing_under_power_cuts(Some(Planted::NoSync)).unwrap_err();
    writing_under_power_cuts(Some(Planted::NoSyncDir)).unwrap_err();
}
