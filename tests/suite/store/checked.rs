//! After an unclean end the store answers at once and is checked behind, slice by slice, while it goes on being written.

use smotr::store::Checked;
use smotr::store::error::Damage;

use super::*;

/// A disk of a machine that has been started again since.
struct Restarted;

impl smotr::store::disk::Disk for Restarted {
    fn create_dir(&self, path: &Path) -> std::io::Result<()> {
        RealDisk.create_dir(path)
    }
    fn list(&self, path: &Path) -> std::io::Result<Vec<String>> {
        RealDisk.list(path)
    }
    fn create(&self, path: &Path) -> std::io::Result<Box<dyn smotr::store::disk::DiskFile>> {
        RealDisk.create(path)
    }
    fn open(&self, path: &Path) -> std::io::Result<Box<dyn smotr::store::disk::DiskFile>> {
        RealDisk.open(path)
    }
    fn open_to_read(&self, path: &Path) -> std::io::Result<Box<dyn smotr::store::disk::DiskFile>> {
        RealDisk.open_to_read(path)
    }
    fn rename(&self, from: &Path, to: &Path) -> std::io::Result<()> {
        RealDisk.rename(from, to)
    }
    fn remove(&self, path: &Path) -> std::io::Result<()> {
        RealDisk.remove(path)
    }
    fn sync_dir(&self, path: &Path) -> std::io::Result<()> {
        RealDisk.sync_dir(path)
    }
    fn boot(&self) -> Option<String> {
        Some("another start".to_owned())
    }
    fn random(&self, buffer: &mut [u8]) -> std::io::Result<()> {
        RealDisk.random(buffer)
    }
}

/// Opens as the engine does.
fn begin(dir: &Path) -> (Store, State, OpenReport) {
    Store::open_to_check(Arc::new(RealDisk), dir, HOW, &mut |_| {}).unwrap()
}

/// A store of many slices whose process was killed.
fn killed(dir: &Path, seed: u64) -> Model {
    let mut model = written(dir, seed, 300);
    let (mut store, ..) = open(dir);
    let mut rng = fastrand::Rng::with_seed(seed + 1);
    write(&mut store, &mut model, &mut rng, 20);
    store.settle().unwrap();
    write(&mut store, &mut model, &mut rng, 2);
    model
}

/// Checks to the end; how many slices, and what was found on the way.
fn check_on(store: &mut Store) -> (usize, Vec<Checked>) {
    let mut found = Vec::new();
    for n in 1.. {
        match store.check().unwrap() {
            Checked::More => {}
            Checked::Whole => return (n, found),
            damaged @ Checked::Damaged(_) => {
                found.push(damaged);
                return (n, found);
            }
            other => found.push(other),
        }
    }
    unreachable!()
}

fn is_aside(dir: &Path) -> bool {
    dir.join("sled.bad-1").exists()
}

#[test]
fn what_was_killed_is_open_before_it_is_checked_and_is_written_meanwhile() {
    let dir = folder();
    let mut model = killed(dir.path(), 41);
    let (mut store, state, report) = begin(dir.path());
    assert!(report.unclean && report.rebuilt.is_none() && store.is_checking());
    assert!(state == model.state());
    let mut rng = fastrand::Rng::with_seed(43);
    let mut slices = 0;
    // Every kind of entry is written over, behind the check and before it.
    while !matches!(store.check().unwrap(), Checked::Whole) {
        slices += 1;
        write(&mut store, &mut model, &mut rng, 2);
        store.load_shard(PeriodId(1 + slices % 6)).unwrap();
    }
    assert!(slices > 8, "{slices}");
    assert!(!store.is_checking() && !is_aside(dir.path()));
    let state = model.state();
    check(&mut store, &state, &model);
    store.close().unwrap();
    let (store, _, report) = begin(dir.path());
    assert!(!report.unclean && !store.is_checking());
}

/// The first place in a file at which these bytes stand, from the end.
fn last_place(bytes: &[u8], wanted: &[u8]) -> usize {
    let found = bytes.windows(wanted.len()).rposition(|it| it == wanted);
    found.expect("not in the file")
}

const WORDS: &str = "Примечание, которое не читает никто";

/// The same with a value that has words to be found in the files.
fn killed_with_words(dir: &Path) -> Model {
    let mut model = written(dir, 44, 100);
    let (mut store, ..) = open(dir);
    let mut noted = Value::entered(Entry::Number(5.into()), UserId(1));
    noted.note = WORDS.to_owned();
    // Of nobody else: nothing is written over it. And in the middle: opening reads what lies around all values.
    let subject = Subject::Organisation(OrganisationId(999));
    let cell = Cell {
        period: PeriodId(3),
        indicator: IndicatorId(62),
        subject,
    };
    let change = change(Key::Value(cell), None, Record::Value(noted));
    let next = model.commits.len() as u64 + 1;
    let noted = commit(next, 1, vec![change]);
    model.take(noted.clone());
    store.append_group(&[noted]).unwrap();
    let mut rng = fastrand::Rng::with_seed(45);
    write(&mut store, &mut model, &mut rng, 200);
    // What sled has no snapshot of it forgets when it is damaged, and takes from the journal again.
    store.close().unwrap();
    drop(open(dir));
    model
}

fn flip(path: &Path, at: usize) {
    let mut bytes = fs::read(path).unwrap();
    bytes[at] ^= 4;
    fs::write(path, bytes).unwrap();
}

/// In whichever place of its log sled has the record.
fn flip_record(dir: &Path) {
    let db = dir.join("sled/db");
    let bytes = fs::read(&db).unwrap();
    let words = WORDS.as_bytes();
    let places = bytes.windows(words.len()).enumerate();
    let places: Vec<usize> = places
        .filter_map(|(at, it)| (it == words).then_some(at))
        .collect();
    assert!(!places.is_empty());
    for at in places {
        flip(&db, at + 3);
    }
}

/// Where sled has a page is another matter each time: opening may come upon the damage by itself. Not each time.
#[test]
fn a_flipped_byte_in_a_live_record_is_found_behind_and_all_is_made_again() {
    for _ in 0..50 {
        let dir = folder();
        let mut model = killed_with_words(dir.path());
        flip_record(dir.path());
        let (mut store, state, report) = begin(dir.path());
        assert!(state == model.state() && store.is_checking());
        if report.rebuilt.is_some() {
            continue;
        }
        // Answers come before the check has ended.
        write(&mut store, &mut model, &mut fastrand::Rng::with_seed(46), 1);
        assert!(store.is_checking());
        let (_, found) = check_on(&mut store);
        let [Checked::Rebuilt(state)] = found.as_slice() else {
            panic!("{found:?}");
        };
        assert!(is_aside(dir.path()));
        check(&mut store, state, &model);
        return;
    }
    panic!("always found at opening");
}

/// What sled gives is whole and is not what was written: it may go back after a failure without a word.
#[test]
fn a_record_that_is_older_than_it_says_is_found_behind() {
    let dir = folder();
    let model = killed(dir.path(), 47);
    let key = model.records.keys().find(|it| it.kind() == Kind::Value);
    let db = open_sled(dir.path());
    let tree = db.open_tree("state").unwrap();
    let other = model.records.keys().rfind(|it| it.kind() == Kind::Value);
    let older = tree.get(other.unwrap().to_bytes()).unwrap().unwrap();
    tree.insert(key.unwrap().to_bytes(), older).unwrap();
    drop((tree, db));
    let (mut store, ..) = begin(dir.path());
    assert!(!is_aside(dir.path()));
    let (_, found) = check_on(&mut store);
    assert!(
        matches!(found.as_slice(), [Checked::Rebuilt(_)]),
        "{found:?}"
    );
    let state = model.state();
    check(&mut store, &state, &model);
}

#[test]
fn a_flipped_byte_in_an_old_part_of_the_journal_is_found_behind_and_closes_it() {
    let dir = folder();
    let model = killed_with_words(dir.path());
    let segment = dir.path().join("journal/000001.smj");
    let text = fs::read(&segment).unwrap();
    flip(&segment, last_place(&text, WORDS.as_bytes()));
    let seq = model
        .commits
        .iter()
        .find(|it| format!("{it:?}").contains(WORDS))
        .unwrap()
        .seq;
    let (mut store, state, report) = begin(dir.path());
    assert!(report.damage.is_none() && store.is_writable());
    assert!(state == model.state());
    let (_, found) = check_on(&mut store);
    let [Checked::Damaged(Damage { first, last, .. })] = found.as_slice() else {
        panic!("{found:?}");
    };
    assert_eq!((*first, *last), (seq.0, Some(seq.0)));
    assert!(!store.is_writable() && store.damage().is_some() && !store.is_checking());
    let more = commit(model.commits.len() as u64 + 1, 1, Vec::new());
    assert!(matches!(
        store.append_group(&[more]),
        Err(AppendError::Closed)
    ));
    // What the derived state has can be read as before.
    for period in (1..=6).map(PeriodId) {
        store.load_shard(period).unwrap();
    }
    assert!(matches!(store.verify(), Err(StoreError::Damaged(_))));
    store.close().unwrap();
    assert!(!dir.path().join("clean").exists());
}

/// Whatever had not reached the disk is gone with the machine, and a copy has what the copying met.
#[test]
fn where_the_machine_went_down_or_a_copy_was_made_all_is_checked_first() {
    let dir = folder();
    let model = killed_with_words(dir.path());
    flip_record(dir.path());
    let copied = folder();
    copy(dir.path(), copied.path());
    let (mut store, state, report) = begin(copied.path());
    assert!(
        matches!(report.rebuilt, Some(Distrust::Broken(_))),
        "{report:?}"
    );
    check(&mut store, &state, &model);
    let restarted = Store::open_to_check(Arc::new(Restarted), dir.path(), HOW, &mut |_| {});
    let (mut store, state, report) = restarted.unwrap();
    assert!(
        matches!(report.rebuilt, Some(Distrust::Broken(_))),
        "{report:?}"
    );
    check(&mut store, &state, &model);
}

#[test]
fn a_small_check_ends_with_the_closing_and_what_it_finds_keeps_the_store_unclean() {
    let dir = folder();
    killed(dir.path(), 48);
    let (store, ..) = begin(dir.path());
    store.close().unwrap();
    assert!(dir.path().join("clean").exists());
    let dir = folder();
    killed_with_words(dir.path());
    let segment = dir.path().join("journal/000001.smj");
    let text = fs::read(&segment).unwrap();
    flip(&segment, last_place(&text, WORDS.as_bytes()));
    let (store, ..) = begin(dir.path());
    store.close().unwrap();
    assert!(!dir.path().join("clean").exists());
}
