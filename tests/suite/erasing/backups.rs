//! Archives that somebody has asked for: whatever is erased while one is written, it is listed.

use smotr::domain::ids::{Seq, Timestamp};
use smotr::store::erasure::{backup, note_backup};

use super::*;
use crate::support::faulty_disk::FaultyDisk;

#[test]
fn an_archive_that_somebody_writes_is_named_before_anything_of_it_is_there() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("data");
    let (engine, mut orlova) = talkative(Arc::new(RealDisk), &dir);
    let view = View::of(Arc::new(RealDisk), &dir).unwrap();
    let (good, bad) = (home.path().join("it"), home.path().join("none/it"));
    let write = |disk: &FaultyDisk, path: &Path, at| {
        let mut tell = |error: &_| panic!("{error:?}");
        backup(disk, &dir, &view, path, false, Timestamp(at), &mut tell)
    };
    let disk = FaultyDisk::default();
    let (again, of, it) = (disk.clone(), dir.clone(), good.clone());
    let look = move || assert_eq!(paths(&named(&of, "backups.jsonl")), [it]);
    // The first listing is made for the note, the second one for the archive.
    disk.after_listing(move || again.after_listing(look));
    write(&disk, &good, 1).unwrap();
    write(&FaultyDisk::default(), &bad, 2).unwrap_err();
    assert_eq!(
        paths(&named(&dir, "backups.jsonl")),
        std::slice::from_ref(&good)
    );
    let (_, done) = erased(&mut orlova);
    assert_eq!(paths(&done.beyond), [good]);
    engine.close().unwrap();
}

#[test]
fn an_archive_made_while_somebody_is_erased_is_listed_whatever_its_last_commit() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path();
    let path = Path::new("/usb/it");
    note_backup(&RealDisk, dir, path, Timestamp(1), Seq(7)).unwrap();
    fs::write(dir.join("erasing"), "{}").unwrap();
    // Of a line that was cut short nothing is joined to the next one.
    let register = dir.join("archives/backups.jsonl");
    let mut text = fs::read(&register).unwrap();
    text.pop();
    fs::write(&register, text).unwrap();
    note_backup(&RealDisk, dir, path, Timestamp(2), Seq(7)).unwrap();
    let all: Vec<u64> = named(dir, "backups.jsonl")
        .iter()
        .map(|it| it.seq)
        .collect();
    assert_eq!(all, [7, 0]);
}
