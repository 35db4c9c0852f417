//! The derived state is lost, behind, of another store: it is never believed and always made again. Damage is in `damaged`.

use super::damaged::remove_snapshots;
use super::*;

#[test]
fn the_derived_state_may_be_deleted() {
    let dir = folder();
    let model = written(dir.path(), 4, 60);
    fs::remove_dir_all(dir.path().join("sled")).unwrap();
    let (mut store, state, report) = open(dir.path());
    assert_eq!(report.rebuilt, Some(Distrust::Missing));
    assert_eq!(report.replayed, model.commits.len() as u64);
    check(&mut store, &state, &model);
}

#[test]
fn a_derived_state_that_is_behind_catches_up() {
    let (dir, aside) = (folder(), folder());
    let mut model = written(dir.path(), 5, 40);
    copy(&dir.path().join("sled"), aside.path());
    let (mut store, _, _) = open(dir.path());
    let before = model.commits.len();
    write(&mut store, &mut model, &mut fastrand::Rng::with_seed(6), 30);
    store.close().unwrap();
    fs::remove_dir_all(dir.path().join("sled")).unwrap();
    copy(aside.path(), &dir.path().join("sled"));
    let (mut store, state, report) = open(dir.path());
    assert_eq!(report.rebuilt, None);
    assert_eq!(report.replayed, (model.commits.len() - before) as u64);
    check(&mut store, &state, &model);
}

#[test]
fn a_derived_state_of_another_store_is_set_aside() {
    let (dir, other) = (folder(), folder());
    let model = written(dir.path(), 7, 20);
    written(other.path(), 8, 30);
    fs::remove_dir_all(dir.path().join("sled")).unwrap();
    copy(&other.path().join("sled"), &dir.path().join("sled"));
    let (mut store, state, report) = open(dir.path());
    assert!(
        matches!(report.rebuilt, Some(Distrust::Broken(_))),
        "{report:?}"
    );
    assert_eq!(report.set_aside, Some(dir.path().join("sled.bad-1")));
    check(&mut store, &state, &model);
}

#[test]
fn a_journal_that_has_lost_what_was_applied_is_read_only() {
    let dir = folder();
    let model = written(dir.path(), 9, 30);
    let segment = dir.path().join("journal/000001.smj");
    let length = fs::metadata(&segment).unwrap().len();
    fs::File::options()
        .write(true)
        .open(&segment)
        .unwrap()
        .set_len(length - 10)
        .unwrap();
    let (mut store, state, report) = open(dir.path());
    let damage = report.damage.unwrap();
    assert_eq!(damage.last, Some(model.commits.len() as u64));
    assert!(!store.is_writable() && report.torn.is_none() && report.rebuilt.is_none());
    assert_eq!(state, model.state(), "the state still has it");
    let commit = Model::default().next(&mut fastrand::Rng::with_seed(1), 1);
    let commit = Commit {
        seq: store.next_seq(),
        ..commit
    };
    assert!(matches!(
        store.append_group(&[commit]),
        Err(AppendError::Closed)
    ));
    assert!(matches!(store.verify(), Err(StoreError::Damaged(_))));
    let _ = store.close();
    assert!(
        !dir.path().join("clean").exists(),
        "nothing is in order there"
    );
}

#[test]
fn verify_finds_a_record_that_is_not_the_journals() {
    let dir = folder();
    let model = written(dir.path(), 12, 20);
    let key = |n: usize| model.records.keys().nth(n).unwrap().to_bytes();
    {
        let db = open_sled(dir.path());
        let records = db.open_tree("state").unwrap();
        let other = records.get(key(1)).unwrap().unwrap();
        records.remove(key(0)).unwrap();
        records.insert(key(2), other).unwrap();
        db.flush().unwrap();
    }
    let (mut store, ..) = open(dir.path());
    let found = store.verify().unwrap();
    assert!(!found.is_good());
    assert_eq!((found.missing.count, found.different.count), (1, 1));
    assert_eq!(found.missing.first, [Key::from_bytes(&key(0)).unwrap()]);
    drop(store);
    // After an end that was not orderly all is looked at when opening.
    let (mut store, state, report) = open(dir.path());
    assert_eq!(report.rebuilt, Some(Distrust::Disagrees));
    check(&mut store, &state, &model);
}

/// What stands beside the records is looked at, too: ids that were handed out, what can be undone, commands that were answered.
#[test]
fn verify_finds_notes_that_are_not_the_journals() {
    for (mark, planted) in [
        (&[0, b'c'][..], false),
        (&[0, b'u'], false),
        (&[0xE1], false),
        (&[0xE4], false),
        (&[0xE4], true),
    ] {
        let dir = folder();
        let model = written(dir.path(), 12, 20);
        {
            let db = open_sled(dir.path());
            let tree = db.open_tree("state").unwrap();
            let (key, value) = tree.scan_prefix(mark).last().unwrap().unwrap();
            let mut value = value.to_vec();
            // The last byte of a number: it reads well and is another one.
            *value.last_mut().unwrap() ^= u8::from(!planted);
            tree.insert(key, value).unwrap();
            db.flush().unwrap();
        }
        let (mut store, _, report) = open(dir.path());
        if report.rebuilt.is_some() {
            // It could not even be read.
            continue;
        }
        let found = store.verify().unwrap();
        assert_eq!(found.is_good(), planted, "{mark:?}: {found:?}");
        drop(store);
        let (mut store, state, report) = open(dir.path());
        let rebuilt = (!planted).then_some(Distrust::Disagrees);
        assert_eq!(report.rebuilt, rebuilt, "{mark:?}");
        check(&mut store, &state, &model);
    }
}

#[test]
fn a_half_snapshot_of_a_killed_opening_is_in_nobodys_way() {
    let dir = folder();
    let model = written(dir.path(), 21, 30);
    // An opening that was killed before there was any other.
    remove_snapshots(&dir.path().join("sled"));
    let half = dir.path().join("sled/snap.00000000000000FF.generating");
    fs::write(&half, b"half").unwrap();
    // That it would be in the way is what sled does today.
    assert!(sled::open(dir.path().join("sled")).is_err());
    let (mut store, state, report) = open(dir.path());
    assert_eq!(report.rebuilt, None);
    assert!(!half.exists());
    check(&mut store, &state, &model);
}
