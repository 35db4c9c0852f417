//! Two people at one engine, one of them without names: everything that each of them ever receives is looked through.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, mpsc};

use chrono::{Datelike as _, NaiveDate};
use smotr::domain::command::Command;
use smotr::domain::cycle_command::CycleCommand;
use smotr::domain::ids::UserId;
use smotr::domain::mask::HIDDEN;
use smotr::domain::people::{Organisation, Role};
use smotr::domain::record::{Key, Record};
use smotr::domain::refusal::Refusal;
use smotr::domain::state::State;
use smotr::service::engine::{Engine, Setup, domain_rules};
use smotr::service::link::{Answer, JournalFilter, Link as _, News, Request};
use smotr::store::disk::RealDisk;

use super::{SIGN, leaks, marked, marked_record};
use crate::support::desk::{Person, clock};
use crate::support::dice::thrown;
use crate::support::world::*;

/// Everything that somebody has received, as it is.
#[derive(Clone, Default)]
struct Heard(Arc<Mutex<Vec<News>>>);

impl Heard {
    /// Ends the test at the first piece that is nobody's business.
    fn check(&self, own: &str) {
        let others = ["orlova", "belova", "vetrov", "gromov", "serova", "dolin"];
        let others: Vec<&str> = others.into_iter().filter(|it| *it != own).collect();
        for news in self.0.lock().unwrap().drain(..) {
            if let Some(leak) = leaks(&without_own(&news, own), &others) {
                panic!("{leak}");
            }
        }
    }

    fn signs(&self) -> usize {
        let heard = self.0.lock().unwrap();
        let signs = |it: &News| format!("{it:?}").matches(SIGN).count();
        heard.iter().map(signs).sum()
    }
}

/// Nobody is a stranger to themselves: the own name is taken out before it is looked for.
fn without_own(news: &News, own: &str) -> String {
    let surname = match own {
        "dolin" => "Долин",
        _ => "Белова",
    };
    let text = format!("{news:?}");
    let full = [
        ("Долин", "Эдуард", "Кузьмич"),
        ("Белова", "Анна", "Ивановна"),
    ];
    let (_, given, patronymic) = full.into_iter().find(|it| it.0 == surname).unwrap();
    [surname, given, patronymic]
        .into_iter()
        .fold(text, |text, it| {
            text.replace(&format!("\"{it}{SIGN}\""), "\"own\"")
        })
}

/// A world of which every text has a sign; these see no names.
fn start(dir: &std::path::Path, blind: &'static [UserId]) -> Engine {
    let records = move || {
        let all = records().into_iter();
        let made = all.map(|(key, record)| match (key, marked_record(key, &record)) {
            (Key::User(id), Record::User(mut user)) if blind.contains(&id) => {
                user.names = false;
                (key, Record::User(user))
            }
            other => other,
        });
        made.collect()
    };
    let setup = Setup {
        disk: Arc::new(RealDisk),
        dir: dir.to_owned(),
        account: "orlova".into(),
        founding: Some(Arc::new(move |_| Ok(records()))),
        clock,
        rules: domain_rules,
        config: None,
        most_values: smotr::domain::state::MOST_VALUES,
    };
    Engine::start(setup, &mut |_| {}).unwrap().0
}

/// Joins and keeps all that comes, the welcome as if it were news.
fn join(engine: &Engine, account: &str) -> (Person, Heard) {
    let heard = Heard::default();
    let (sender, news) = mpsc::channel();
    let keep = heard.clone();
    let tell = move |it: News| {
        keep.0.lock().unwrap().push(it.clone());
        drop(sender.send(it));
    };
    let (port, welcome) = engine.join(account, tell).unwrap();
    let again = News::Again(Box::new(welcome.clone()));
    heard.0.lock().unwrap().push(again);
    let mut person = Person::over(port, news, welcome);
    person.shard(OPEN);
    person.shard(CLOSED);
    (person, heard)
}

fn edit(
    state: &State,
    id: UserId,
    change: impl FnOnce(&mut smotr::domain::people::User),
) -> Command {
    let mut user = state.users[&id].body.clone();
    change(&mut user);
    let seen = rev(state, Key::User(id));
    Command::EditUser { id, seen, user }
}

fn note(state: &State, note: &str) -> Command {
    let Command::SetValues(mut sets) = set(state, cell(COUNT, SCHOOL_1), entry("5")) else {
        unreachable!()
    };
    sets[0].note = Some(note.into());
    Command::SetValues(sets)
}

/// Reads all that can be read.
fn read(person: &mut Person) {
    person.shard(CLOSED);
    for key in person.state.keys().collect::<Vec<_>>() {
        person.port.send(Request::History { key, before: None });
        person.wait(|it| matches!(it, News::History { .. }));
    }
    for filter in [
        JournalFilter::All,
        JournalFilter::By(ORLOVA),
        JournalFilter::Person(DEMINA),
        JournalFilter::Organisation(SCHOOL_1),
        JournalFilter::Indicator(COUNT),
    ] {
        let before = None;
        person.port.send(Request::Journal { filter, before });
        person.wait(|it| matches!(it, News::Journal { .. }));
    }
}

#[test]
fn an_observer_without_names_never_receives_one() {
    let dir = tempfile::tempdir().unwrap();
    let engine = start(dir.path(), &[DOLIN]);
    let (mut orlova, all) = join(&engine, "orlova");
    let (mut dolin, heard) = join(&engine, "dolin");
    assert!(all.signs() > 20, "whoever sees names receives them");
    let mut done = 0;
    for throw in 0..600 {
        let (_, command) = thrown(&orlova.state, throw * 7_919);
        // The calendar, the catalogue and what a section asks are for everybody, records are loaded by the program alone, and nobody's rights are to be lost to chance.
        let is_form = matches!(&command, Command::Cycle(it)
            if matches!(**it, CycleCommand::Found { .. } | CycleCommand::PutRequirement { .. }));
        let is_public = matches!(
            command,
            Command::AddPeriod(_)
                | Command::Load(_)
                | Command::AddBaseQuantity(_)
                | Command::EditBaseQuantity { .. }
                | Command::EditSettings { .. }
                | Command::EditUser { .. }
                | Command::AddUser { .. }
        );
        if !is_public
            && !is_form
            && let Answer::Done(commit) = orlova.act(marked(&command))
        {
            dolin.wait(|it| matches!(it, News::Committed(it) if it.seq == commit.seq));
            done += 1;
        }
    }
    assert!(done > 60, "{done} were done");
    dolin.shard(OPEN);
    read(&mut dolin);
    // Nothing is to be done without a role; nor does a refusal tell anything.
    for throw in 0..300 {
        let (_, command) = thrown(&dolin.state, throw * 104_729);
        if !matches!(
            command,
            Command::AddPeriod(_) | Command::EditSettings { .. }
        ) {
            let answer = dolin.act(command);
            assert!(matches!(answer, Answer::Refused(_)), "{answer:?}");
        }
    }
    heard.check("dolin");
    // What the news have told is what a newcomer is told.
    let (again, _) = join(&engine, "dolin");
    assert_eq!(again.state.organisations, dolin.state.organisations);
    assert_eq!(again.state.persons, dolin.state.persons);
    assert_eq!(again.state.recommendations, dolin.state.recommendations);
    assert_eq!(again.state.documents, dolin.state.documents);
    assert_eq!(again.state.appointments, dolin.state.appointments);
    // Appointments were made on days of their own, and none of these is told but the first of a month.
    let days = |state: &State| -> BTreeSet<NaiveDate> {
        let all = state.appointments.values().map(|it| it.from);
        all.filter(|it| it.day() != 1).collect()
    };
    let (made, told) = (days(&orlova.state), days(&dolin.state));
    assert!(made.len() > 3, "{made:?}");
    let middles: BTreeSet<NaiveDate> = told.difference(&made).copied().collect();
    assert_eq!(middles.len(), told.len(), "{told:?} of {made:?}");
    engine.close().unwrap();
}

#[test]
fn a_conflict_shows_the_figure_and_hides_the_words() {
    let dir = tempfile::tempdir().unwrap();
    let engine = start(dir.path(), &[BELOVA]);
    let (mut orlova, _) = join(&engine, "orlova");
    let (mut belova, heard) = join(&engine, "belova");
    let late = set(&belova.state, cell(COUNT, SCHOOL_1), entry("7"));
    orlova.done(note(&orlova.state, "болеет директорЪ"));
    let answer = belova.act(late);
    let Answer::Refused(Refusal::Conflict { theirs, stamp, .. }) = answer else {
        panic!("{answer:?}")
    };
    let Some(Record::Value(value)) = theirs.as_deref() else {
        panic!("{theirs:?}")
    };
    assert_eq!(
        (value.entry.clone(), value.note.as_str()),
        (entry("5"), HIDDEN)
    );
    assert_eq!(stamp.unwrap().by, ORLOVA);
    // A figure over a hidden note keeps the note; a note over it is refused.
    belova.done(set(&belova.state, cell(COUNT, SCHOOL_1), entry("7")));
    let over = note(&belova.state, "всё в порядке");
    assert_eq!(belova.act(over), Answer::Refused(Refusal::NamesHidden));
    belova.done(Command::Undo);
    orlova.wait(|it| matches!(it, News::Committed(it) if it.actor == BELOVA && it.cause != smotr::domain::record::Cause::Do));
    let value = orlova.state.value(cell(COUNT, SCHOOL_1)).unwrap();
    assert_eq!(
        (value.entry.clone(), value.note.as_str()),
        (entry("5"), "болеет директорЪ")
    );
    read(&mut belova);
    heard.check("belova");
    engine.close().unwrap();
}

#[test]
fn rights_that_change_in_mid_session_begin_it_anew() {
    let dir = tempfile::tempdir().unwrap();
    let engine = start(dir.path(), &[]);
    let (mut orlova, _) = join(&engine, "orlova");
    let (mut belova, heard) = join(&engine, "belova");
    let again = |person: &mut Person| person.wait(|it| matches!(it, News::Again(_)));
    assert!(heard.signs() > 20);
    heard.0.lock().unwrap().clear();
    // Taken away: the names go from the screen, and nothing with one comes any more.
    orlova.done(edit(&orlova.state, BELOVA, |it| it.names = false));
    again(&mut belova);
    belova.shard(OPEN);
    assert!(
        belova.state.organisations[&SCHOOL_1]
            .name
            .starts_with("ОО ")
    );
    orlova.done(note(&orlova.state, "тайнаЪ"));
    belova.done(set(&belova.state, cell(COUNT, SCHOOL_2), entry("3")));
    read(&mut belova);
    heard.check("belova");
    // Given back by an undo.
    orlova.wait(|it| matches!(it, News::Committed(it) if it.actor == BELOVA));
    orlova.done(Command::Undo);
    orlova.done(Command::Undo);
    again(&mut belova);
    assert!(belova.state.organisations[&SCHOOL_1].name.contains(SIGN));
    assert!(heard.signs() > 20);
    // Roles and scope begin anew, too; what concerns somebody else does not.
    for change in [
        |it: &mut smotr::domain::people::User| it.roles = vec![Role::Observer],
        |it: &mut smotr::domain::people::User| it.organisations = vec![SCHOOL_1],
    ] {
        orlova.done(edit(&orlova.state, BELOVA, change));
        again(&mut belova);
    }
    heard.0.lock().unwrap().clear();
    orlova.done(edit(&orlova.state, DOLIN, |it| it.names = false));
    belova.shard(OPEN);
    let anew = heard
        .0
        .lock()
        .unwrap()
        .iter()
        .filter(|it| matches!(it, News::Again(_)))
        .count();
    assert_eq!(anew, 0);
    engine.close().unwrap();
}

#[test]
fn masks_that_move_are_told_anew() {
    let dir = tempfile::tempdir().unwrap();
    let engine = start(dir.path(), &[DOLIN]);
    let (mut orlova, _) = join(&engine, "orlova");
    let (mut dolin, heard) = join(&engine, "dolin");
    let name = |it: &Person, id| it.state.persons[&id].surname.clone();
    let school = dolin.state.organisations[&SCHOOL_2].name.clone();
    assert_eq!(name(&dolin, ZIMIN), format!("рук. {school}"));
    orlova.done(Command::Appoint {
        organisation: SCHOOL_2,
        head: Some(smotr::domain::command::NewHead {
            person: smotr::domain::command::PersonChoice::Known(EREMIN),
            kind: smotr::domain::people::AppointmentKind::Permanent,
            from: date("2026-05-01"),
            to: None,
            act: None,
        }),
        from: date("2026-05-01"),
        reason: "по соглашениюЪ".into(),
        absent: None,
        seen: vec![(
            smotr::domain::ids::AppointmentId(3),
            rev(
                &orlova.state,
                Key::Appointment(smotr::domain::ids::AppointmentId(3)),
            ),
        )],
    });
    dolin.wait(|it| matches!(it, News::Again(_)));
    assert_eq!(name(&dolin, EREMIN), format!("рук. {school}"));
    assert_eq!(name(&dolin, ZIMIN), format!("б. рук. {school}"));
    heard.check("dolin");
    engine.close().unwrap();
}

#[test]
fn whoever_sees_names_shares_what_the_engine_has() {
    let dir = tempfile::tempdir().unwrap();
    let engine = start(dir.path(), &[DOLIN]);
    let (orlova, _) = join(&engine, "orlova");
    let (belova, _) = join(&engine, "belova");
    let (dolin, _) = join(&engine, "dolin");
    assert!(Arc::ptr_eq(&orlova.state.persons, &belova.state.persons));
    assert!(Arc::ptr_eq(
        &orlova.state.share_shard(OPEN).unwrap(),
        &belova.state.share_shard(OPEN).unwrap()
    ));
    assert!(!Arc::ptr_eq(&orlova.state.persons, &dolin.state.persons));
    engine.close().unwrap();
}

#[test]
fn masks_are_the_same_after_a_restart() {
    let dir = tempfile::tempdir().unwrap();
    let engine = start(dir.path(), &[DOLIN]);
    let before = join(&engine, "dolin").0.state;
    engine.close().unwrap();
    let engine = start(dir.path(), &[DOLIN]);
    let after = join(&engine, "dolin").0.state;
    assert_eq!(before.organisations, after.organisations);
    assert_eq!(before.persons, after.persons);
    engine.close().unwrap();
    let other = tempfile::tempdir().unwrap();
    let engine = start(other.path(), &[DOLIN]);
    let elsewhere = join(&engine, "dolin").0.state;
    let names = |state: &State| -> Vec<Organisation> {
        state
            .organisations
            .values()
            .map(|it| it.body.clone())
            .collect()
    };
    assert_ne!(names(&before), names(&elsewhere), "drawn by the store");
    engine.close().unwrap();
}
