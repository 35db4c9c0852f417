//! What the store has kept of a torn journal, as `verify` tells it.

use std::fs;

use super::Home;

#[test]
fn what_was_torn_once_is_told_by_every_later_verify() {
    let (home, dir) = Home::with_demo();
    assert!(!home.at(&dir, &["verify"]).out.contains("torn"));
    let segment = dir.join("journal/000001.smj");
    let mut whole = fs::read(&segment).unwrap();
    whole.extend_from_slice(b"a frame that was not finished");
    fs::write(&segment, whole).unwrap();
    // The first call keeps it aside, the later ones find it there.
    for _ in 0..2 {
        home.at(&dir, &["verify"])
            .check(0, "Расхождений нет")
            .check(0, "1 обрывок журнала (29 Б, с ")
            .check(0, "Делать ничего не нужно");
    }
    home.at(&dir, &["--lang", "en", "verify"])
        .check(0, "1 torn end of the journal (29 B, since ")
        .check(0, "Nothing has to be done");
}
