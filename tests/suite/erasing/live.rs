//! An engine at work: what is found, what is refused, what is done and what everybody sees afterwards.

use smotr::domain::text::fold;
use smotr::search::{Query, over};
use smotr::store::{Opening, Store};

use super::*;
use crate::support::desk::is_same;
use crate::support::world::{DOLIN, YASHINA};

#[test]
fn afterwards_the_name_is_nowhere_and_everything_else_is_as_it_was() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("data");
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    let (engine, mut orlova) = talkative(Arc::clone(&disk), &dir);
    let mut belova = Person::join(&engine, "belova");
    litter(&*disk, &dir);
    fs::create_dir(dir.join("sled.bad-1")).unwrap();
    fs::write(dir.join("sled.bad-1/db"), "Ерёмин").unwrap();
    let archives = dir.join("archives");
    archive(&disk, &dir, &archives.join("smotr-2026-05-22.jsonl.zst"));
    archive(&disk, &dir, &home.path().join("out/old"));
    fs::write(archives.join("smotr-2026-05-21.jsonl.zst"), "Ерёмин").unwrap();
    fs::write(archives.join(".smotr-2026-05-20.jsonl.zst.part"), "Ерёмин").unwrap();
    // The derived state has it when the engine has had a pause.
    crate::support::desk::until("the name is everywhere", || found_in(&dir).len() > 8);

    let (commit, done) = erased(&mut orlova);
    assert_eq!(commit.cause, Cause::Erase);
    assert_eq!(found_in(&dir), Vec::<PathBuf>::new());
    assert_eq!((done.person, done.reason.as_str()), (EREMIN, REASON));
    // The record, two and two changes of the former ones, and the note that is said now.
    assert_eq!((done.changes, done.unsaved), (6, 2));
    assert_eq!(done.archives, ["smotr-2026-05-22.jsonl.zst"]);
    assert_eq!(done.removed, ["smotr-2026-05-21.jsonl.zst"]);
    is_left(&orlova.state);
    belova.wait(|it| matches!(it, News::Committed(it) if it.seq == commit.seq));
    assert!(is_same(&belova.state, &orlova.state));
    // What others had begun is theirs still.
    let kept = fs::read_to_string(dir.join("unsaved/2.json")).unwrap();
    assert!(kept.contains("[данные удалены] перезвонить"), "{kept}");
    assert!(dir.join("unsaved/3.json").exists());
    let ledger = fs::read_to_string(archives.join("erasures.jsonl")).unwrap();
    assert!(
        ledger.contains("\"person\":1") && ledger.contains(REASON),
        "{ledger}"
    );

    // Search has nothing, work goes on.
    let line = |_: &_| String::new();
    let hits = over::index(&orlova.state, &line).find(&Query::new(&fold("ерёмин")), 9);
    assert!(!hits.hits.contains(&Key::Person(EREMIN)));
    belova.done(noted(&belova.state, cell(COUNT, SCHOOL_2), "7", "дальше"));
    orlova.wait(|it| matches!(it, News::Committed(_)));
    engine.close().unwrap();

    // As it was before closing, and once more when everything is made again from the journal.
    for derived in [true, false] {
        if !derived {
            fs::remove_dir_all(dir.join("sled")).unwrap();
        }
        let engine = start(Arc::clone(&disk), &dir);
        let again = Person::join(&engine, "orlova");
        assert!(is_same(&again.state, &orlova.state), "derived {derived}");
        engine.close().unwrap();
    }
    let how = Opening {
        account: "orlova",
        now: smotr::domain::ids::Timestamp(0),
        create: false,
    };
    let (mut store, ..) = Store::open(Arc::clone(&disk), &dir, how, &mut |_| {}).unwrap();
    let verified = store.verify().unwrap();
    assert!(verified.is_good(), "{verified:?}");
    assert_eq!(verified.journal.redacted, done.changes);
    drop(store);
    let view = View::of(Arc::clone(&disk), &dir).unwrap();
    let kept = archives.join("smotr-2026-05-22.jsonl.zst");
    smotr::store::archive::compare(&*disk, &view, &kept).unwrap();
    assert!(says(&fs::read(home.path().join("out/old")).unwrap()));
}

#[test]
fn what_is_found_says_where_and_whether_it_is_said_now() {
    let dir = tempfile::tempdir().unwrap();
    let (engine, mut orlova) = talkative(Arc::new(RealDisk), dir.path());
    let found = mentions(&mut orlova).unwrap();
    let of = |cell| found.iter().find(|it| it.key == Key::Value(cell)).unwrap();
    assert_eq!(found.len(), 3);
    assert!(of(cell(COUNT, SCHOOL_1)).is_now);
    assert!(!of(cell(EXPERT, SCHOOL_1)).is_now);
    assert!(!of(cell(COUNT, SCHOOL_2)).is_now);
    assert_eq!(of(cell(EXPERT, SCHOOL_1)).excerpt, "со слов Ерёмина");
    engine.close().unwrap();
}

#[test]
fn texts_that_mean_somebody_else_are_kept_with_their_history() {
    let dir = tempfile::tempdir().unwrap();
    let (engine, mut orlova) = talkative(Arc::new(RealDisk), dir.path());
    let other = cell(COUNT, SCHOOL_1);
    let note = note_of(&orlova.state, other);
    orlova.done(Command::Erase(Demand {
        person: EREMIN,
        reason: REASON.into(),
        keep: vec![Key::Value(other)],
        also: Vec::new(),
    }));
    assert_eq!(note_of(&orlova.state, other), note);
    assert_eq!(note_of(&orlova.state, cell(EXPERT, SCHOOL_1)), "по приказу");
    orlova.done(Command::Undo);
    engine.close().unwrap();
    assert!(!found_in(dir.path()).is_empty());
}

#[test]
fn only_an_administrator_erases_nobody_who_signs_in_and_nobody_twice() {
    let dir = tempfile::tempdir().unwrap();
    let (engine, mut orlova) = talkative(Arc::new(RealDisk), dir.path());
    let mut belova = Person::join(&engine, "belova");
    let refused = |answer| match answer {
        Answer::Refused(refusal) => refusal,
        other => panic!("{other:?}"),
    };
    assert!(matches!(
        refused(belova.act(erase())),
        Refusal::Denied { .. }
    ));
    assert!(matches!(mentions(&mut belova), Err(Refusal::Denied { .. })));
    let of = |person, reason: &str| {
        Command::Erase(Demand {
            person,
            reason: reason.into(),
            keep: Vec::new(),
            also: Vec::new(),
        })
    };
    let dolin = orlova.state.users[&DOLIN].person.unwrap();
    let uses = refused(orlova.act(of(dolin, REASON)));
    assert_eq!(uses, Refusal::PersonUses { user: DOLIN });
    let named = refused(orlova.act(of(EREMIN, "по просьбе Ерёмина")));
    assert_eq!(named, Refusal::NameInReason);
    assert!(matches!(
        refused(orlova.act(of(YASHINA, " "))),
        Refusal::Empty { .. }
    ));
    retire(&mut orlova, DOLIN);
    orlova.done(of(dolin, REASON));
    assert_eq!(orlova.state.users[&DOLIN].account, "erased:6");
    erased(&mut orlova);
    let again = refused(orlova.act(erase()));
    assert_eq!(again, Refusal::PersonErased { person: EREMIN });
    // Nothing was left half-way by what was refused.
    assert!(!dir.path().join("erasing").exists());
    engine.close().unwrap();
}

#[test]
fn what_held_the_name_cannot_be_undone_and_its_history_says_that_it_is_gone() {
    let dir = tempfile::tempdir().unwrap();
    let (engine, mut orlova) = talkative(Arc::new(RealDisk), dir.path());
    let (erasing, _) = erased(&mut orlova);
    let Answer::Refused(Refusal::Erased { seq }) = orlova.act(Command::Undo) else {
        panic!("undone");
    };
    assert!(seq < erasing.seq);
    let key = Key::Value(cell(COUNT, SCHOOL_1));
    orlova.port.send(Request::History { key, before: None });
    let News::History { commits, .. } = orlova.wait(|it| matches!(it, News::History { .. })) else {
        unreachable!()
    };
    let sides: Vec<(bool, bool)> = (commits.iter())
        .map(|it| {
            (
                it.changes[0].before.is_some(),
                it.changes[0].after.is_some(),
            )
        })
        .collect();
    assert_eq!(sides, [(true, true), (false, false)]);
    // What comes after it can be undone as ever.
    orlova.done(noted(&orlova.state, cell(COUNT, SCHOOL_2), "7", "дальше"));
    orlova.done(Command::Undo);
    engine.close().unwrap();
}

#[test]
fn an_erasing_that_is_asked_again_gets_its_first_answer() {
    let dir = tempfile::tempdir().unwrap();
    let (engine, mut orlova) = talkative(Arc::new(RealDisk), dir.path());
    let id = orlova.send(erase());
    let Answer::Done(first) = orlova.answer(id) else {
        panic!("not erased");
    };
    orlova.send_as(id, erase());
    orlova.wait(|it| matches!(it, News::Erased(_)));
    let Answer::Done(again) = orlova.answer(id) else {
        panic!("forgotten");
    };
    assert_eq!(first.seq, again.seq);
    engine.close().unwrap();
}

/// The number of a command stands in every commit that others hear: it is no ticket to what was erased, and why.
#[test]
fn what_was_erased_is_told_to_nobody_else_whatever_they_ask() {
    let dir = tempfile::tempdir().unwrap();
    let (engine, mut orlova) = talkative(Arc::new(RealDisk), dir.path());
    let (erasing, _) = erased(&mut orlova);
    let last = orlova.done(noted(&orlova.state, cell(COUNT, SCHOOL_2), "7", ""));
    let heard = |person: &mut Person, id| {
        person.send_as(id, erase());
        let is_it = |it: &News| matches!(it, News::Erased(_) | News::Answer { .. });
        person.wait(is_it)
    };
    let mut belova = Person::join(&engine, "belova");
    for id in [erasing.command_id, last.command_id] {
        let news = heard(&mut belova, id);
        assert!(matches!(news, News::Answer { .. }), "{news:?}");
    }
    // Under the number of another commit it is not told to whoever did it, either.
    let news = heard(&mut orlova, last.command_id);
    assert!(matches!(news, News::Answer { .. }), "{news:?}");
    let news = heard(&mut orlova, erasing.command_id);
    assert!(matches!(news, News::Erased(_)), "{news:?}");
    engine.close().unwrap();
}

#[test]
fn a_record_whose_last_change_is_taken_out_is_written_anew() {
    let dir = tempfile::tempdir().unwrap();
    let (engine, mut orlova) = talkative(Arc::new(RealDisk), dir.path());
    let (commit, _) = erased(&mut orlova);
    let is_there = |key| commit.changes.iter().any(|it| it.key == key);
    assert!(is_there(Key::Value(cell(EXPERT, SCHOOL_1))));
    assert!(!is_there(Key::Value(cell(COUNT, SCHOOL_2))));
    let clean = commit.changes.iter().all(|it| it.before == it.after);
    assert!(clean, "what was there before is not said");
    let person = commit
        .changes
        .iter()
        .find(|it| it.key == Key::Person(EREMIN));
    assert!(matches!(&person.unwrap().after, Some(Record::Person(it)) if it.is_erased()));
    engine.close().unwrap();
}

/// A journal of years is looked through between the commands of others, not before them.
#[test]
fn nobody_waits_while_somebody_looks_where_a_name_is_said() {
    let dir = tempfile::tempdir().unwrap();
    let (engine, mut orlova) = talkative(Arc::new(RealDisk), dir.path());
    for n in 0..160 {
        let number = (n % 7 + 1).to_string();
        orlova.done(noted(&orlova.state, cell(COUNT, SCHOOL_2), &number, ""));
    }
    let (port, _) = engine.join("orlova", |_| {}).unwrap();
    let command = noted(&orlova.state, cell(COUNT, SCHOOL_2), "9", "");
    let held = crate::engine::hold(&engine);
    orlova.port.send(Request::Mentions(EREMIN));
    // What is no request ends the round: the command comes in the next one.
    port.renewal().ask();
    let id = orlova.send(command);
    drop(held);
    let first = orlova.wait(|it| {
        matches!(it, News::Mentions { .. })
            || matches!(it, News::Answer { id: of, .. } if *of == id)
    });
    assert!(
        matches!(
            first,
            News::Answer {
                answer: Answer::Done(_),
                ..
            }
        ),
        "{first:?}"
    );
    let found = orlova.wait(|it| matches!(it, News::Mentions { .. }));
    let News::Mentions {
        found: Ok(found), ..
    } = found
    else {
        panic!("{found:?}")
    };
    assert!(!found.texts.is_empty());
    engine.close().unwrap();
}
