//! Archives made while somebody works: what is not durable for certain is in none of them.

use super::*;

use smotr::domain::record::Commit;

fn open(disk: &FaultyDisk, dir: &Path) -> Store {
    let how = Opening {
        account: "orlova",
        now: Timestamp(1_763_900_000_000),
        create: true,
    };
    let opened = Store::open(Arc::new(disk.clone()), dir, how, &mut |_| {});
    opened.unwrap().0
}

fn next(model: &mut Model, rng: &mut fastrand::Rng) -> Commit {
    let commit = model.next(rng, 4);
    model.take(commit.clone());
    commit
}

/// An archive made while a group has been written and its sync is under way: how many commits it has, and how many were acknowledged.
fn during_a_sync(forget: impl Fn(&Path)) -> (u64, u64) {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let disk = FaultyDisk::default();
    let mut store = open(&disk, &data);
    let (mut model, mut rng) = (Model::default(), fastrand::Rng::with_seed(3));
    for _ in 0..5 {
        store.append_group(&[next(&mut model, &mut rng)]).unwrap();
    }
    let journal = data.join("journal/000001.smj");
    let len = fs::metadata(&journal).unwrap().len();
    disk.fail_next(Failing::Stuck);
    let stuck = next(&mut model, &mut rng);
    // It hangs in its sync for ever; with the process it goes.
    std::thread::spawn(move || store.append_group(&[stuck]));
    while fs::metadata(&journal).unwrap().len() == len {
        std::thread::yield_now();
    }
    forget(&data.join("lock"));
    let out = dir.path().join("it");
    (write(&RealDisk, &view(&data), &out, false).unwrap().seq, 5)
}

#[test]
fn a_frame_whose_sync_may_yet_fail_is_in_no_archive() {
    let (archived, acknowledged) = during_a_sync(|_| ());
    assert_eq!(archived, acknowledged);
}

#[test]
fn an_archive_of_everything_that_can_be_read_would_be_found() {
    // Planted: nobody says that the store is held, as if whoever reads did not ask.
    let (archived, acknowledged) = during_a_sync(|lock| fs::remove_file(lock).unwrap());
    assert_ne!(archived, acknowledged);
}

#[test]
fn every_acknowledged_group_is_in_an_archive_made_after_it() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let mut store = open(&FaultyDisk::default(), &data);
    let (mut model, mut rng) = (Model::default(), fastrand::Rng::with_seed(4));
    for n in 1..20 {
        store.append_group(&[next(&mut model, &mut rng)]).unwrap();
        let written = write(&RealDisk, &view(&data), &dir.path().join("it"), true);
        assert_eq!(written.unwrap().seq, n);
    }
}

#[test]
fn a_journal_that_lost_its_end_gives_no_archive() {
    let (dir, _) = archived(12);
    let data = dir.path().join("data");
    let journal = data.join("journal/000001.smj");
    let len = fs::metadata(&journal).unwrap().len();
    // The last frame is gone as if it had never been; only what was said of it tells.
    let file = fs::OpenOptions::new().write(true).open(&journal).unwrap();
    file.set_len(len - 10).unwrap();
    let found = View::of(Arc::new(RealDisk), &data).map(drop);
    assert!(
        matches!(found, Err(smotr::store::StoreError::Damaged(_))),
        "{found:?}"
    );
}
