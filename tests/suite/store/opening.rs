//! Who may open what, and what is said to the others.

use super::*;

use smotr::store::FORMAT;

#[test]
fn a_store_in_use_says_who_has_it() {
    let dir = folder();
    let (store, ..) = open(dir.path());
    match try_open(
        dir.path(),
        Opening {
            account: "petrova",
            ..HOW
        },
    ) {
        Err(StoreError::Locked { pid, account, .. }) => {
            assert_eq!(
                (pid, account.as_deref()),
                (Some(std::process::id()), Some("orlova"))
            );
        }
        other => panic!("{:?}", other.err()),
    }
    drop(store);
    open(dir.path());
}

/// What the folder held before the lock was free says nothing: another process may have closed the store since, or made it.
#[test]
fn whoever_waits_for_the_lock_sees_what_the_other_left() {
    let opened = |dir: &Path, meanwhile: Box<dyn FnOnce() + Send>| {
        let disk = FaultyDisk::default();
        disk.after_listing(meanwhile);
        let (store, _, report) = Store::open(Arc::new(disk), dir, HOW, &mut |_| {}).unwrap();
        assert!(!dir.join("clean").exists(), "an open store is not clean");
        store.close().unwrap();
        report
    };
    let dir = folder();
    let (other, ..) = open(dir.path());
    let report = opened(dir.path(), Box::new(move || other.close().unwrap()));
    assert!(!report.unclean && !report.created);

    let dir = folder();
    let path = dir.path().to_owned();
    let other = move || open(&path).0.close().unwrap();
    let report = opened(dir.path(), Box::new(other));
    assert!(!report.unclean && !report.created);
}

/// A folder that was cleared out by hand, but for the lock.
#[test]
fn what_the_lock_of_a_lost_store_promises_does_not_stop_a_new_one() {
    let dir = folder();
    let lost = "7\norlova\n0\nstart/1\n00000000000000005000 00000000000000005000\n";
    fs::write(dir.path().join("lock"), lost).unwrap();
    let (store, _, report) = open(dir.path());
    assert!(report.created && report.damage.is_none(), "{report:?}");
    store.close().unwrap();
    let (.., report) = open(dir.path());
    assert_eq!(report.damage, None);
}

#[test]
fn what_cannot_be_opened_is_refused_by_kind() {
    let only_open = Opening {
        create: false,
        ..HOW
    };
    let dir = folder();
    let refused = |dir: &Path, how| try_open(dir, how).map(|_| ()).unwrap_err();
    assert!(matches!(
        refused(&dir.path().join("none"), only_open),
        StoreError::Absent { .. }
    ));
    assert!(matches!(
        refused(dir.path(), only_open),
        StoreError::Absent { .. }
    ));
    assert_eq!(
        fs::read_dir(dir.path()).unwrap().count(),
        0,
        "asking leaves nothing behind"
    );

    written(dir.path(), 13, 3);
    let toml = dir.path().join("store.toml");
    let text = fs::read_to_string(&toml).unwrap();
    fs::write(
        &toml,
        text.replace(&format!("format = {FORMAT}"), "format = 999"),
    )
    .unwrap();
    assert!(matches!(
        refused(dir.path(), HOW),
        StoreError::Newer {
            found: 999,
            known: FORMAT,
            ..
        }
    ));
    fs::write(&toml, "format = ").unwrap();
    assert!(matches!(
        refused(dir.path(), HOW),
        StoreError::Unreadable { .. }
    ));

    // A store that existed is never made anew.
    fs::remove_file(&toml).unwrap();
    assert!(matches!(
        refused(dir.path(), HOW),
        StoreError::Missing { .. }
    ));
    fs::write(&toml, &text).unwrap();
    let journal = dir.path().join("journal");
    fs::rename(&journal, dir.path().join("elsewhere")).unwrap();
    assert!(matches!(
        refused(dir.path(), HOW),
        StoreError::Missing { .. }
    ));
    fs::create_dir(&journal).unwrap();
    assert!(matches!(
        refused(dir.path(), HOW),
        StoreError::Missing { .. }
    ));
    fs::remove_file(&toml).unwrap();
    assert!(matches!(
        refused(dir.path(), HOW),
        StoreError::Missing { .. }
    ));

    // A making that was cut short is no store yet.
    let half = folder();
    drop(written(half.path(), 14, 0));
    fs::remove_dir_all(half.path().join("sled")).unwrap();
    fs::remove_file(half.path().join("store.toml")).unwrap();
    fs::write(half.path().join("store.toml.new"), "format").unwrap();
    assert!(open(half.path()).2.created);
}

#[test]
fn a_folder_without_rights_is_told() {
    let dir = folder();
    written(dir.path(), 15, 1);
    if rustix::process::geteuid().is_root() {
        crate::support::skipped("root may write everywhere");
        return;
    }
    fs::set_permissions(dir.path(), fs::Permissions::from_mode(0o500)).unwrap();
    let result = try_open(dir.path(), HOW);
    fs::set_permissions(dir.path(), fs::Permissions::from_mode(0o700)).unwrap();
    assert!(matches!(result, Err(StoreError::NoAccess { .. })));
}

#[test]
fn nobody_else_can_read_a_store() {
    let outer = folder();
    let dir = outer.path().join("data/smotr");
    written(&dir, 16, 3);
    let mode = |path: &Path| fs::metadata(path).unwrap().mode() & 0o777;
    assert_eq!(mode(&dir), 0o700);
    for entry in fs::read_dir(&dir).unwrap() {
        let path = entry.unwrap().path();
        let expected = if path.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(mode(&path), expected, "{}", path.display());
    }
    assert_eq!(mode(&dir.join("journal/000001.smj")), 0o600);
}

#[test]
fn the_journal_has_room_ahead_of_it_and_is_no_longer_for_it() {
    let dir = folder();
    let mut model = written(dir.path(), 17, 3);
    let segment = dir.path().join("journal/000001.smj");
    let (mut store, ..) = open(dir.path());
    write(&mut store, &mut model, &mut fastrand::Rng::with_seed(18), 2);
    let found = fs::metadata(&segment).unwrap();
    if found.blocks() * 512 < found.len() + (512 << 10) {
        crate::support::skipped("no room can be reserved on this file system");
        return;
    }
    let state = model.state();
    check(&mut store, &state, &model);
    // Cut off by nobody: what is read ends where it was written.
    drop(store);
    let (mut store, state, report) = open(dir.path());
    assert!(report.torn.is_none(), "{report:?}");
    check(&mut store, &state, &model);
}
