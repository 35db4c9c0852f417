//! Erasing a person's data: afterwards the name is nowhere, everything else is where it was, and whatever goes wrong on the way ends in one of
//! both: not begun, or done.

mod accounts;
mod backups;
mod elsewhere;
mod faults;
mod killed;
mod live;
mod names;
mod restored;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use smotr::domain::command::{Command, SetValue};
use smotr::domain::erasure::Demand;
use smotr::domain::people::User;
use smotr::domain::record::{Cause, Commit, Key, Record};
use smotr::domain::refusal::Refusal;
use smotr::domain::state::State;
use smotr::domain::value::Cell;
use smotr::service::engine::Engine;
use smotr::service::link::{Answer, Erased, Link as _, Mention, News, Request};
use smotr::store::archive::{View, write};
use smotr::store::disk::{Disk, RealDisk};
use smotr::store::erasure::Backup;

use crate::support::desk::{Person, start};
use crate::support::world::{COUNT, EREMIN, EXPERT, SCHOOL_1, SCHOOL_2, cell, entry, seen};

/// What must be nowhere: nobody else in the small world is called so.
const NAMES: [&str; 5] = ["Ерёмин", "ЕРЁМИН", "Еремин", "Константин", "Львович"];

const REASON: &str = "заявление, вх. № 15 от 01.06.2026";

/// Sets a cell with a note.
fn noted(state: &State, cell: Cell, number: &str, note: &str) -> Command {
    Command::SetValues(vec![SetValue {
        cell,
        seen: seen(state, Key::Value(cell)),
        entry: entry(number),
        note: Some(note.into()),
        source: None,
    }])
}

fn erase() -> Command {
    Command::Erase(Demand {
        person: EREMIN,
        reason: REASON.into(),
        keep: Vec::new(),
        also: Vec::new(),
    })
}

/// An engine whose store says the name in every way: now, formerly, and in what was taken back. Орлова has not undone the last of hers.
fn talkative(disk: Arc<dyn Disk>, dir: &Path) -> (Engine, Person) {
    let engine = start(disk, dir);
    let mut orlova = Person::join(&engine, "orlova");
    let now = cell(COUNT, SCHOOL_1);
    let formerly = cell(EXPERT, SCHOOL_1);
    let gone = cell(COUNT, SCHOOL_2);
    orlova.done(noted(&orlova.state, formerly, "3", "со слов Ерёмина"));
    orlova.done(noted(&orlova.state, formerly, "4", "по приказу"));
    orlova.done(noted(&orlova.state, gone, "5", "К. Л. ЕРЁМИНУ отказано"));
    orlova.done(Command::Undo);
    let note = "Константин Львович уточнил: у Ерёмина К. Л. было иначе";
    orlova.done(noted(&orlova.state, now, "6", note));
    (engine, orlova)
}

/// Puts the name where it lies beside the journal: unfinished input, readable and not, a torn end, a derived state set aside.
fn litter(disk: &dyn Disk, dir: &Path) {
    let put = |folder: &str, name: &str, text: &str| {
        let folder = dir.join(folder);
        disk.create_dir(&folder).unwrap();
        let mut file = disk.create(&folder.join(name)).unwrap();
        file.append(text.as_bytes()).unwrap();
        file.sync().unwrap();
        disk.sync_dir(&folder).unwrap();
        disk.sync_dir(dir).unwrap();
    };
    let input = |text: &str| {
        format!(
            r#"{{"version":2,"inputs":[{{"place":"note","window":7,"fields":[["text","{text}"]],"at":5}}]}}"#
        )
    };
    put("unsaved", "2.json", &input("Ерёмину К. Л. перезвонить"));
    put("unsaved", "3.json", &input("ничего такого"));
    put("unsaved", "2.unreadable", "[половина: Ерёмин");
    put("torn", "000001-9-0.torn", "SMJ Ерёмин");
}

/// Archives what the store holds now.
fn archive(disk: &Arc<dyn Disk>, dir: &Path, path: &Path) {
    let folder = path.parent().unwrap();
    disk.create_dir(folder).unwrap();
    disk.sync_dir(folder.parent().unwrap()).unwrap();
    write(
        &**disk,
        &View::of(Arc::clone(disk), dir).unwrap(),
        path,
        false,
    )
    .unwrap();
}

/// Whether bytes say the name: as text, in the hexadecimal of an archive, or packed.
fn says(bytes: &[u8]) -> bool {
    holds(bytes, &NAMES)
}

fn holds(bytes: &[u8], words: &[&str]) -> bool {
    let hex = |word: &str| -> String { word.bytes().map(|it| format!("{it:02x}")).collect() };
    let has = |it: &[u8]| bytes.windows(it.len()).any(|window| window == it);
    let plain = |word: &&str| has(word.as_bytes()) || has(hex(word).as_bytes());
    words.iter().any(plain)
        || zstd::stream::decode_all(bytes)
            .is_ok_and(|it| !it.is_empty() && it != bytes && holds(&it, words))
}

/// Files under a folder of the machine that say the name.
fn found_in(dir: &Path) -> Vec<PathBuf> {
    files_with(dir, &NAMES)
}

fn files_with(dir: &Path, words: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files_with(&path, words));
        } else if holds(&fs::read(&path).unwrap(), words) {
            found.push(path);
        }
    }
    found
}

fn note_of(state: &State, cell: Cell) -> String {
    state.value(cell).map(|it| it.note.clone()).unwrap()
}

/// Everything but the name is as it was.
fn is_left(state: &State) {
    assert!(state.persons[&EREMIN].is_erased());
    let number = |cell| state.value(cell).map(|it| it.body.entry.clone());
    assert_eq!(number(cell(COUNT, SCHOOL_1)), Some(entry("6")));
    assert_eq!(number(cell(EXPERT, SCHOOL_1)), Some(entry("4")));
    assert_eq!(number(cell(COUNT, SCHOOL_2)), None);
    assert_eq!(
        note_of(state, cell(COUNT, SCHOOL_1)),
        "[данные удалены] уточнил: у [данные удалены] было иначе"
    );
    assert_eq!(note_of(state, cell(EXPERT, SCHOOL_1)), "по приказу");
}

/// Asks where the name is said.
fn mentions(person: &mut Person) -> Result<Vec<Mention>, Refusal> {
    person.port.send(Request::Mentions(EREMIN));
    match person.wait(|it| matches!(it, News::Mentions { .. })) {
        News::Mentions { found, .. } => found.map(|it| it.texts),
        _ => unreachable!(),
    }
}

/// Erases; the commit and what was done.
fn erased(person: &mut Person) -> (Arc<Commit>, Erased) {
    let id = person.send(erase());
    let done = person.wait(|it| matches!(it, News::Erased(_)));
    match (done, person.answer(id)) {
        (News::Erased(done), Answer::Done(commit)) => (commit, *done),
        (_, other) => panic!("{other:?}"),
    }
}

/// The archives that a file beside them names.
fn named(dir: &Path, file: &str) -> Vec<Backup> {
    let text = fs::read_to_string(dir.join("archives").join(file)).unwrap_or_default();
    let lines = text.lines().map(serde_json::from_str);
    lines.collect::<Result<_, _>>().unwrap()
}

fn paths(all: &[Backup]) -> Vec<PathBuf> {
    all.iter().map(|it| PathBuf::from(&it.path)).collect()
}

/// Retires an account.
fn retire(person: &mut Person, user: smotr::domain::ids::UserId) {
    let key = Key::User(user);
    let former = person.state.users[&user].body.clone();
    let seen = person.state.stamp(key).unwrap().rev;
    person.done(Command::EditUser {
        id: user,
        seen,
        user: User {
            retired: true,
            ..former
        },
    });
}
