//! Who is let in, what a store begins with, what is kept for a person and what a person can read back.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::sync::Arc;
use std::sync::mpsc::RecvTimeoutError;

use smotr::cli::founding::founding;
use smotr::domain::command::Command;
use smotr::domain::ids::{Seq, Timestamp};
use smotr::domain::people::{Role, User};
use smotr::domain::record::Key;
use smotr::locale::{Lang, Locale};
use smotr::service::engine::{Engine, OpenError, Setup, domain_rules};
use smotr::service::identity;
use smotr::service::link::{
    Answer, JournalFilter, JournalLine, Kept, Link as _, News, Request, Slot, Trouble, Writing,
};
use smotr::service::unsaved::UnsavedFiles;
use smotr::store::disk::RealDisk;

use super::{count, folder, real};
use crate::support::desk::{Person, clock};
use crate::support::world::{BELOVA, COUNT, OPEN, ORLOVA, RATIO, SCHOOL_1, cell};

#[test]
fn a_stranger_is_told_so() {
    let dir = folder();
    let engine = real(dir.path());
    assert!(matches!(
        engine.join("nobody", |_| {}),
        Err(OpenError::Stranger { account, former: false }) if account == "nobody"
    ));
    engine.close().unwrap();
}

#[test]
fn a_new_store_has_the_catalogue_the_school_year_and_its_maker() {
    let dir = folder();
    let setup = Setup {
        disk: Arc::new(RealDisk),
        dir: dir.path().to_owned(),
        account: "orlova".into(),
        founding: Some(founding("orlova", &Locale::new(Lang::Ru))),
        clock,
        rules: domain_rules,
        config: None,
        most_values: smotr::domain::state::MOST_VALUES,
    };
    let (engine, report) = Engine::start(setup, &mut |_| {}).unwrap();
    assert!(report.created);
    let orlova = Person::join_only(&engine, "orlova");
    let state = &orlova.state;
    assert_eq!(
        (
            state.directions.len(),
            state.indicators.len(),
            state.documents.len(),
            state.requirements.len(),
            state.citations.len(),
        ),
        (6, 36, 0, 32, 0)
    );
    let user = state.users.values().next().unwrap();
    assert_eq!(user.roles, Role::ALL);
    let periods: Vec<_> = state.periods.values().collect();
    // The clock stands in May.
    assert_eq!(periods[0].name, "2025/26");
    assert!(periods.len() == 1 && periods[0].state.takes_values());
    assert!(!state.settings.as_ref().unwrap().demo);
    engine.close().unwrap();
}

#[test]
fn the_account_is_the_one_of_the_machines_list() {
    let list =
        "root:x:0:0:root:/root:/bin/bash\nbroken\norlova:x:1007:1007::/home/orlova:/bin/sh\n";
    for (uid, name) in [(0, Some("root")), (1007, Some("orlova")), (5, None)] {
        assert_eq!(identity::named_in(list, uid).as_deref(), name);
    }
    assert_eq!(
        identity::account_of(u32::MAX - 7).unwrap(),
        "uid-4294967288"
    );
}

/// Something typed into a cell, at that moment.
fn kept(text: &str, at: i64) -> Kept {
    Kept {
        slot: Slot {
            place: "cell 2 1".into(),
            window: 1,
        },
        at: Timestamp(at),
        fields: Some(vec![("entry".into(), text.into())]),
    }
}

#[test]
fn unfinished_input_is_kept_for_its_author_across_a_restart() {
    let dir = folder();
    let input = |text: &str, at: i64| Kept {
        fields: Some(vec![
            ("entry".into(), text.into()),
            ("note".into(), "«ё»\n№".into()),
        ]),
        ..kept(text, at)
    };
    let engine = real(dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    for (at, text) in (5..).zip(["2", "21", "21/"]) {
        orlova
            .port
            .send(Request::KeepUnsaved(vec![input(text, at)]));
    }
    // The queue is worked off in order, so the answer says that the input before it is kept.
    orlova.done(count(&orlova, 1));
    orlova.shard(OPEN);
    let path = dir.path().join("unsaved/1.json");
    assert_eq!(
        fs::metadata(&path).unwrap().permissions().mode() & 0o777,
        0o600
    );
    engine.close().unwrap();

    let engine = real(dir.path());
    let orlova = Person::join(&engine, "orlova");
    assert_eq!(orlova.unsaved, [input("21/", 7)]);
    assert!(Person::join(&engine, "belova").unsaved.is_empty());
    let gone = Kept {
        fields: None,
        ..kept("", 8)
    };
    (orlova.port).send(Request::KeepUnsaved(vec![gone.clone()]));
    engine.close().unwrap();
    // Of what is gone the text is gone as well.
    assert!(!fs::read_to_string(&path).unwrap().contains("21/"));
    let engine = real(dir.path());
    assert_eq!(Person::join(&engine, "orlova").unsaved, [gone]);
    engine.close().unwrap();

    // What cannot be read is set aside, and nobody is kept from working.
    fs::write(&path, b"{\"version\":9}").unwrap();
    let engine = real(dir.path());
    assert!(Person::join(&engine, "orlova").unsaved.is_empty());
    assert!(path.with_extension("unreadable").exists());
    engine.close().unwrap();
}

#[test]
fn history_and_journal_come_in_pages_the_latest_first() {
    let dir = folder();
    let engine = real(dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    for n in 0..230 {
        orlova.done(count(&orlova, n % 7 + 1));
    }
    let key = Key::Value(cell(COUNT, SCHOOL_1));
    let mut seen = Vec::new();
    let mut before = None;
    loop {
        orlova.port.send(Request::History { key, before });
        let News::History { commits, more, .. } =
            orlova.wait(|it| matches!(it, News::History { .. }))
        else {
            unreachable!()
        };
        assert!(!commits.is_empty() && commits.len() <= 500);
        before = commits.last().map(|it| it.seq);
        seen.extend(commits.iter().map(|it| it.seq.0));
        if !more {
            break;
        }
    }
    assert_eq!(seen, (2..=231).rev().collect::<Vec<u64>>());

    let mut journal = |filter| {
        orlova.port.send(Request::Journal {
            filter,
            before: None,
        });
        match orlova.wait(|it| matches!(it, News::Journal { .. })) {
            News::Journal { commits, more, .. } => (commits, more),
            _ => unreachable!(),
        }
    };
    let (lines, more) = journal(JournalFilter::Indicator(RATIO));
    // Only the founding says anything of it.
    assert_eq!((lines.len(), more), (1, false));
    assert!(lines[0].changes > JournalLine::SHOWN);
    assert!(lines[0].commit.changes.len() <= JournalLine::SHOWN);
    let (lines, more) = journal(JournalFilter::All);
    assert!(more && lines[0].commit.seq == Seq(231));
    engine.close().unwrap();
}

#[test]
fn unfinished_input_that_cannot_be_kept_is_told() {
    let dir = folder();
    let engine = real(dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    fs::write(
        dir.path().join("unsaved"),
        b"a file where a folder should be",
    )
    .unwrap();
    orlova.port.send(Request::KeepUnsaved(vec![kept("2", 5)]));
    orlova.port.send(Request::Shard(OPEN));
    let told = orlova.wait(|it| matches!(it, News::Unkept | News::Shard { .. }));
    let after = orlova.wait(|it| matches!(it, News::Unkept | News::Shard { .. }));
    assert!([told, after].contains(&News::Unkept));
    engine.close().unwrap();
}

#[test]
fn nobody_has_more_unfinished_than_others_can_wait_for() {
    let dir = folder();
    let engine = real(dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    let place = |n: i64| Kept {
        slot: Slot {
            place: format!("form {n}"),
            window: 7,
        },
        ..kept(&"ж".repeat(50_000), n)
    };
    let mut keep = |word: Kept| {
        orlova.port.send(Request::KeepUnsaved(vec![word]));
        orlova.wait(|it| matches!(it, News::Unkept | News::Unsaved(_)))
    };
    let n = (1..100).find(|n| keep(place(*n)) == News::Unkept).unwrap();
    assert!(n > 5, "{n}");
    // What was kept is there, may become less, and makes room.
    let gone = Kept {
        fields: None,
        ..place(1)
    };
    assert!(matches!(
        keep(Kept {
            at: Timestamp(200),
            ..gone
        }),
        News::Unsaved(_)
    ));
    assert!(matches!(keep(place(n)), News::Unsaved(_)));
    drop(orlova);
    let orlova = Person::join(&engine, "orlova");
    let kept = orlova.unsaved.iter().filter(|it| it.fields.is_some());
    assert_eq!(kept.count() as i64, n - 1);
    engine.close().unwrap();
}

#[test]
fn unfinished_input_that_cannot_be_read_is_set_aside_and_never_replaced() {
    let dir = folder();
    let files = UnsavedFiles::of(dir.path());
    let input = |text: &str| kept(text, 5);
    let path = dir.path().join("unsaved/1.json");
    // A folder in its place cannot be read as a file, whoever asks.
    fs::create_dir_all(path.join("inside")).unwrap();
    assert!(files.read(ORLOVA).is_empty());
    files.keep(ORLOVA, &[input("2")]).unwrap();
    assert_eq!(files.read(ORLOVA), [input("2")]);
    assert!(path.with_extension("unreadable").join("inside").exists());
    fs::write(&path, b"{").unwrap();
    assert!(files.read(ORLOVA).is_empty());
    assert_eq!(
        fs::read(path.with_extension("2.unreadable")).unwrap(),
        b"{",
        "what was set aside before is replaced"
    );
}

/// Killed between writing and renaming: what lies there is taken away by whoever keeps next.
#[test]
fn what_a_killed_process_left_of_unfinished_input_does_not_pile_up() {
    let dir = folder();
    let files = UnsavedFiles::of(dir.path());
    let inputs = [kept("2", 5)];
    let names = || -> Vec<_> {
        let names = fs::read_dir(dir.path().join("unsaved")).unwrap();
        names.map(|it| it.unwrap().file_name()).collect()
    };
    // A file in the way of the renaming stops `keep` where a kill would.
    let path = dir.path().join("unsaved/1.json");
    fs::create_dir_all(path.join("inside")).unwrap();
    fs::write(dir.path().join("unsaved/1.new"), b"half").unwrap();
    assert!(files.keep(ORLOVA, &inputs).is_err());
    fs::remove_dir_all(&path).unwrap();
    fs::write(dir.path().join("unsaved/1.new"), b"half").unwrap();
    files.keep(ORLOVA, &inputs).unwrap();
    assert_eq!(names(), ["1.json"]);
    assert_eq!(files.read(ORLOVA), inputs);
}

#[test]
fn an_undo_that_cannot_read_what_it_undoes_says_so() {
    let dir = folder();
    let engine = real(dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    orlova.done(count(&orlova, 1));
    let path = dir.path().join("journal/000001.smj");
    let mut bytes = fs::read(&path).unwrap();
    let last = bytes.iter().rposition(|it| *it != 0).unwrap();
    for byte in &mut bytes[last - 40..=last] {
        *byte ^= 0xff;
    }
    std::os::unix::fs::FileExt::write_all_at(
        &fs::File::options().write(true).open(&path).unwrap(),
        &bytes,
        0,
    )
    .unwrap();
    assert_eq!(
        orlova.act(Command::Undo),
        Answer::NotWritten(Trouble::Unreadable)
    );
    assert_eq!(orlova.writing, Writing::Open);
    let _ = engine.close();
}

#[test]
fn whoever_was_added_by_mistake_hears_nothing_more() {
    let dir = folder();
    let engine = real(dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    let user = User {
        account: "novikova".into(),
        ..orlova.state.users[&BELOVA].body.clone()
    };
    let user = User {
        person: None,
        ..user
    };
    orlova.done(Command::AddUser { user, person: None });
    let novikova = Person::join(&engine, "novikova");
    orlova.done(Command::Undo);
    // With its last listener the channel ends.
    let end = std::time::Instant::now() + crate::support::desk::PATIENCE;
    while novikova
        .news
        .recv_timeout(std::time::Duration::from_secs(1))
        != Err(RecvTimeoutError::Disconnected)
    {
        assert!(std::time::Instant::now() < end, "still told");
    }
    assert!(engine.join("novikova", |_| {}).is_err());
    engine.close().unwrap();
}
