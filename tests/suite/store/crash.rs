//! Killed, out of room, a failed sync: what was acknowledged is there, and the rest is answered truly.

use super::*;

/// Not a test by itself: the process that [`kill_9_loses_nothing_acknowledged`] kills.
#[test]
fn child_that_is_killed() {
    let Ok(dir) = std::env::var("SMOTR_TEST_CHILD") else {
        return;
    };
    let (mut store, state, _) = open(Path::new(&dir));
    let mut rng = fastrand::Rng::new();
    let mut seq = state.meta.seq.0;
    println!("open {seq}");
    loop {
        let group: Vec<Commit> = (1..=rng.u64(1..6))
            .map(|n| {
                commit(
                    seq + n,
                    1,
                    vec![change(cell(rng.u32(0..50)), None, value((seq + n) as i64))],
                )
            })
            .collect();
        store.append_group(&group).unwrap();
        seq += group.len() as u64;
        println!("saved {seq}");
        if rng.u8(0..20) == 0 {
            store.settle().unwrap();
        }
    }
}

#[test]
fn kill_9_loses_nothing_acknowledged() {
    let dir = folder();
    let mut rng = fastrand::Rng::with_seed(17);
    let mut saved = 0;
    for round in 0..25 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "store::crash::child_that_is_killed",
                "--nocapture",
            ])
            .env("SMOTR_TEST_CHILD", dir.path())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        // Killed after so many answers; now and then while it is still opening.
        let answers = if round % 5 == 4 { 0 } else { rng.usize(1..150) };
        for _ in 0..answers {
            let line = lines.find_map(|line| {
                line.unwrap()
                    .split_once("saved ")
                    .map(|(_, it)| it.to_owned())
            });
            saved = line.unwrap().trim().parse().unwrap();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        // What it said before it died counts, too.
        for line in lines.map_while(Result::ok) {
            if let Some((_, seq)) = line.split_once("saved ") {
                saved = seq.trim().parse().unwrap_or(saved);
            }
        }
        let (mut store, state, report) = open(dir.path());
        assert!(
            state.meta.seq.0 >= saved,
            "round {round}: {} of {saved}",
            state.meta.seq.0
        );
        assert!(
            report.damage.is_none() && report.rebuilt.is_none(),
            "round {round}: {report:?}"
        );
        assert!(store.verify().unwrap().is_good(), "round {round}");
        saved = state.meta.seq.0;
        if rng.bool() {
            store.close().unwrap();
        }
    }
    assert!(saved > 1000, "{saved}");
}

#[test]
fn a_full_disk_is_refused_and_writing_resumes() {
    let dir = folder();
    let mounted = rustix::process::geteuid().is_root()
        && Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=6m", "tmpfs"])
            .arg(dir.path())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success());
    if !mounted {
        crate::support::skipped("needs root and mount");
        return;
    }
    let result = std::panic::catch_unwind(|| full_disk(&dir.path().join("store")));
    assert!(
        Command::new("umount")
            .arg(dir.path())
            .status()
            .unwrap()
            .success()
    );
    if let Err(panic) = result {
        std::panic::resume_unwind(panic);
    }
}

fn full_disk(dir: &Path) {
    let (mut store, ..) = open(dir);
    let mut rng = fastrand::Rng::with_seed(18);
    let mut model = Model::default();
    write(&mut store, &mut model, &mut rng, 30);
    store.settle().unwrap();
    let ballast = dir.join("ballast");
    let free = || {
        let stat = rustix::fs::statvfs(dir).unwrap();
        stat.f_bavail * stat.f_frsize
    };
    for _ in 0..3 {
        let leave = rng.u64(0..20_000);
        fs::write(&ballast, vec![1; free().saturating_sub(leave) as usize]).unwrap();
        let mut refused = 0;
        for _ in 0..200 {
            let commit = model.next(&mut rng, 6);
            match store.append_group(std::slice::from_ref(&commit)) {
                Ok(()) => model.take(commit),
                Err(AppendError::Refused(StoreError::Io { source, .. })) => {
                    assert_eq!(source.kind(), std::io::ErrorKind::StorageFull);
                    refused += 1;
                    if refused > 3 {
                        break;
                    }
                }
                Err(other) => panic!("{other}"),
            }
        }
        assert!(refused > 0 && store.is_writable());
        // sled has no room either; the journal is what counts.
        let _ = store.settle();
        fs::remove_file(&ballast).unwrap();
        write(&mut store, &mut model, &mut rng, 5);
    }
    let mut state = None;
    for _ in 0..2 {
        state = state.or(store.settle().ok());
    }
    check_after_full(store, dir, &model);
    let aside = fs::read_dir(dir).unwrap().filter(|it| {
        let name = it.as_ref().unwrap().file_name();
        name.to_string_lossy().starts_with("sled.bad")
    });
    assert_eq!(
        aside.count(),
        0,
        "want of room is no reason to set anything aside"
    );
}

fn check_after_full(mut store: Store, dir: &Path, model: &Model) {
    let state = model.state();
    check(&mut store, &state, model);
    drop(store);
    let (mut store, state, _) = open(dir);
    check(&mut store, &state, model);
}

#[test]
fn after_a_failed_sync_the_store_is_opened_again_and_says_what_it_has() {
    let dir = folder();
    let disk = FaultyDisk::default();
    let open = |disk: &FaultyDisk| {
        Store::open(Arc::new(disk.clone()), dir.path(), HOW, &mut |_| {}).unwrap()
    };
    let (mut store, ..) = open(&disk);
    let mut rng = fastrand::Rng::with_seed(20);
    let mut model = Model::default();
    for round in 0..12 {
        write(&mut store, &mut model, &mut rng, 3);
        let lost = model.next(&mut rng, 6);
        if round % 3 == 0 {
            disk.fail_next(Failing::Append);
            let refused = store.append_group(std::slice::from_ref(&lost));
            assert!(
                matches!(refused, Err(AppendError::Refused(_))),
                "{refused:?}"
            );
            assert!(store.is_writable());
        } else {
            disk.fail_next(Failing::Sync);
            let unknown = store.append_group(std::slice::from_ref(&lost));
            assert!(
                matches!(unknown, Err(AppendError::Unknown(_))),
                "{unknown:?}"
            );
            let again = store.append_group(std::slice::from_ref(&lost));
            assert!(matches!(again, Err(AppendError::Closed)), "{again:?}");
            // Reading goes on meanwhile.
            assert_eq!(store.next_seq(), lost.seq);
            store.load_shard(PeriodId(1)).unwrap();
            drop(store);
            let (opened, state, _) = open(&disk);
            assert_eq!(state, model.state());
            store = opened;
        }
        // Whoever asks by the command's id hears that it is not there, and sends it again.
        assert_eq!(store.command(lost.command_id).unwrap(), None);
        store.append_group(std::slice::from_ref(&lost)).unwrap();
        assert_eq!(store.command(lost.command_id).unwrap(), Some(lost.seq));
        model.take(lost);
    }
    let state = model.state();
    check(&mut store, &state, &model);
}

#[test]
fn a_torn_group_is_kept_aside_and_told() {
    let dir = folder();
    let mut model = written(dir.path(), 22, 20);
    let (mut store, ..) = open(dir.path());
    let segment = dir.path().join("journal/000001.smj");
    let length = || fs::metadata(&segment).unwrap().len();
    let whole = length();
    let torn = model.next(&mut fastrand::Rng::with_seed(23), 6);
    store.append_group(std::slice::from_ref(&torn)).unwrap();
    drop(store);
    let file = fs::File::options().write(true).open(&segment).unwrap();
    file.set_len(length() - 1).unwrap();
    let left = length() - whole;
    // Nobody has heard of it: what the lock knows of is older.
    fs::remove_file(dir.path().join("lock")).unwrap();
    let (mut store, state, report) = open(dir.path());
    let told = report.torn.unwrap();
    assert_eq!((told.first, told.bytes), (torn.seq.0, left));
    assert_eq!(fs::metadata(&told.kept).unwrap().len(), left);
    check(&mut store, &state, &model);
    store.append_group(std::slice::from_ref(&torn)).unwrap();
    model.take(torn);
    let state = model.state();
    check(&mut store, &state, &model);
}

#[test]
fn an_acknowledged_group_that_is_torn_is_damage_and_nothing_is_written_over_it() {
    let dir = folder();
    let mut model = written(dir.path(), 24, 20);
    // The derived state is behind: it knows nothing of what is torn.
    let (mut store, ..) = open(dir.path());
    let group = model.next(&mut fastrand::Rng::with_seed(25), 6);
    store.append_group(std::slice::from_ref(&group)).unwrap();
    drop(store);
    let segment = dir.path().join("journal/000001.smj");
    let whole = fs::read(&segment).unwrap();
    for cut in [1, 40] {
        fs::write(&segment, &whole[..whole.len() - cut]).unwrap();
        // Every time it is looked at.
        for _ in 0..2 {
            let (store, state, report) = open(dir.path());
            let damage = report.damage.unwrap();
            assert_eq!(
                (damage.first, damage.last),
                (group.seq.0, Some(group.seq.0))
            );
            assert!(report.torn.is_none() && !store.is_writable());
            assert_eq!(state, model.state());
        }
        assert_eq!(fs::read(&segment).unwrap(), whole[..whole.len() - cut]);
    }
    fs::write(&segment, &whole).unwrap();
    model.take(group);
    let (mut store, state, _) = open(dir.path());
    check(&mut store, &state, &model);
}
