//! What comes from a file and is more than a request may be: in parts over the line, and one commit all the same.

use std::io::Read as _;
use std::ops::Range;
use std::os::unix::net::UnixStream;
use std::sync::mpsc;

use smotr::domain::catalogue::Indicator;
use smotr::domain::command::{Command, SetValue, ValueStep};
use smotr::domain::ids::{IndicatorId, OrganisationId, Seq};
use smotr::domain::people::{Organisation, Role};
use smotr::domain::record::{Cause, CommandId, Key, Kind};
use smotr::domain::staffing::{Intake, IntakeOrganisation};
use smotr::domain::state::State;
use smotr::domain::value::{Cell, Source};
use smotr::exchange::identity::resolve;
use smotr::exchange::toml::Catalogue;
use smotr::service::link::{Answer, News, Request, Trouble};
use smotr::service::parts::{Gathering, MOST_BROUGHT, Sent, fits, sent};
use smotr::service::server::Limits;
use smotr::service::session::Session;
use smotr::service::wire::{Greeting, MOST_REQUEST, WireError, send, size};

use super::Served;
use crate::support::desk::{Person, until};
use crate::support::world;

const FILE: [u8; 16] = [9; 16];

/// A working edition of so many indicators.
fn catalogue(state: &State, indicators: u32) -> Command {
    let mut catalogue = Catalogue::shipped().unwrap();
    let own = catalogue.indicators.clone();
    catalogue.edition.number = 70;
    catalogue.indicators = (1..=indicators)
        .zip(own.iter().cycle())
        .map(|(n, (_, it))| {
            let it = Indicator {
                code: format!("{}.{n}", it.direction.0),
                title: format!("{} {n}", it.title),
                short: format!("{} {n}", it.short),
                order: n,
                ..it.clone()
            };
            (IndicatorId(n), it)
        })
        .collect();
    let mut draft = resolve(&catalogue, state, None).draft;
    draft.file = FILE;
    Command::TakeCatalogue(Box::new(draft))
}

fn request(command: Command) -> Request {
    let (id, command) = (CommandId(fastrand::u128(..)), Box::new(command));
    Request::Command { id, command }
}

fn joined(served: &Served) -> Person<Session> {
    let (sender, news) = mpsc::channel();
    let tell = move |it| drop(sender.send(it));
    let (session, welcome) = Session::join(served.socket(), tell).unwrap();
    Person::over(session, news, welcome)
}

#[test]
fn a_catalogue_of_many_indicators_is_one_commit_over_the_line() {
    let served = Served::to(Limits::default(), "serova");
    let mut serova = joined(&served);
    let mut another = joined(&served);
    let command = catalogue(&serova.state, 700);
    let bytes = size(&command);
    assert!(bytes > 3 * MOST_REQUEST as u64, "only {bytes} bytes");
    assert!(bytes < MOST_BROUGHT as u64 / 3, "{bytes} bytes");
    let done = serova.done(command);
    assert_eq!(done.cause, Cause::Import(FILE));
    let here = |it: &News| matches!(it, News::Committed(commit) if commit.seq == done.seq);
    another.wait(here);
    assert_eq!(serova.state.meta.seq, another.state.meta.seq);
    let edition = *another.state.editions.keys().next_back().unwrap();
    assert_eq!(another.state.indicators_of(edition).len(), 700);
    // It is undone as it was done.
    let undone = serova.done(Command::Undo);
    assert_eq!(undone.cause, Cause::Undo(done.seq));
    assert!(!serova.state.editions.contains_key(&edition));
    served.end();
}

/// Cells with words to each: a block that is pasted, or a file of values.
fn cells(state: &State, schools: Range<u32>) -> Command {
    let sets = schools.flat_map(|n| {
        [world::COUNT, world::EXPERT].map(|indicator| {
            let cell = world::cell(indicator, OrganisationId(n));
            SetValue {
                cell,
                seen: world::seen(state, Key::Value(cell)),
                entry: world::entry("5"),
                note: Some(
                    "По протоколу комиссии от 12.05.2026, пересчитано по справке школы".to_owned(),
                ),
                source: Some(Source::Text("вх. № 123 от 12.05.2026".to_owned())),
            }
        })
    });
    Command::SetValues(sets.collect())
}

#[test]
fn many_cells_are_one_commit_over_the_line_and_are_taken_back_as_one() {
    let served = Served::to(Limits::default(), "serova");
    let mut serova = joined(&served);
    let school = |n: u32| IntakeOrganisation {
        at: None,
        organisation: Some(Organisation {
            name: format!("Школа {n}"),
            number: Some(n),
            ..serova.state.organisations[&world::SCHOOL_1].body.clone()
        }),
        into: None,
        heads: Vec::new(),
    };
    let organisations: Vec<_> = (1_001..1_701).map(school).collect();
    let first = serova.state.next_id(Kind::Organisation);
    serova.done(Command::TakeIn(Intake {
        organisations,
        ..Intake::default()
    }));
    let mut user = serova.state.users[&world::SEROVA].body.clone();
    user.roles.push(Role::Methodist);
    serova.done(Command::EditUser {
        id: world::SEROVA,
        seen: world::rev(&serova.state, Key::User(world::SEROVA)),
        user,
    });
    serova.shard(world::OPEN);
    let command = cells(&serova.state, first..first + 700);
    assert!(size(&command) > MOST_REQUEST as u64);
    let done = serova.done(command);
    assert_eq!(done.changes.len(), 1_400);
    serova.done(Command::Undo);
    let empty = world::cell(world::COUNT, OrganisationId(first));
    assert_eq!(serova.state.value(empty), None);
    served.end();
}

#[test]
fn what_is_too_large_even_so_is_said_and_the_line_stays() {
    let served = Served::to(Limits::default(), "serova");
    let mut serova = joined(&served);
    let Command::TakeCatalogue(mut draft) = catalogue(&serova.state, 700) else {
        unreachable!()
    };
    let text = "о".repeat(8_000);
    for (_, it) in &mut draft.indicators {
        it.method.clone_from(&text);
    }
    let answer = serova.act(Command::TakeCatalogue(draft));
    assert_eq!(answer, Answer::NotWritten(Trouble::TooMuch));
    serova.shard(world::OPEN);
    // What is no file's is not brought in parts, however often it is asked.
    let long = world::recommend(&"о".repeat(MOST_REQUEST), "Итог");
    assert!(!fits(&request(long.clone())));
    assert_eq!(serova.act(long), Answer::NotWritten(Trouble::TooMuch));
    served.end();
}

#[test]
fn parts_make_the_command_that_was_cut() {
    let asked = request(catalogue(&State::default(), 300));
    let parts = sent(asked.clone()).unwrap();
    assert!(parts.len() > 3);
    let limit = MOST_REQUEST as u64;
    assert!(parts.iter().all(|it| size(it) <= limit));
    let mut gathering = Gathering::default();
    // A command that came in half before is forgotten.
    let other = sent(request(catalogue(&State::default(), 200))).unwrap();
    assert_eq!(gathering.take(other[0].clone()).unwrap(), None);
    let (last, before) = parts.split_last().unwrap();
    for part in before {
        assert_eq!(gathering.take(part.clone()).unwrap(), None);
    }
    let small = Sent::Request(Request::Shard(world::OPEN));
    assert_eq!(
        gathering.take(small).unwrap(),
        Some(Request::Shard(world::OPEN))
    );
    assert_eq!(gathering.take(last.clone()).unwrap(), Some(asked));
    // Nothing is left of it.
    let again = gathering.take(last.clone());
    assert!(matches!(again, Err(WireError::Bad(_))), "{again:?}");
    let small = request(Command::Undo);
    assert_eq!(sent(small.clone()).unwrap(), [Sent::Request(small)]);
}

/// The values of 700 organisations under 60 indicators are handed in at once.
#[test]
fn steps_of_a_whole_period_are_one_command() {
    let cells = (0..700 * 60).map(|n: u32| {
        let cell = Cell {
            indicator: IndicatorId(1 + n % 60),
            ..world::cell(world::RATIO, OrganisationId(1 + n / 60))
        };
        (cell, Seq(u64::from(n)))
    });
    let asked = request(Command::StepValues {
        cells: cells.collect(),
        step: ValueStep::Submit,
    });
    assert!(fits(&asked));
    let mut gathering = Gathering::default();
    let parts = sent(asked.clone()).unwrap();
    assert!(parts.len() > 3);
    let came = (parts.into_iter()).filter_map(|it| gathering.take(it).unwrap());
    assert_eq!(came.collect::<Vec<_>>(), [asked]);
}

#[test]
fn parts_without_end_are_refused_in_time() {
    let mut gathering = Gathering::default();
    let part = Sent::Part {
        id: CommandId(1),
        is_last: false,
        bytes: vec![0xff; 96 << 10],
    };
    let mut taken = 0;
    let error = loop {
        match gathering.take(part.clone()) {
            Ok(_) => taken += 96 << 10,
            Err(error) => break error,
        }
        assert!(taken <= MOST_BROUGHT);
    };
    assert!(matches!(error, WireError::TooLong { most: MOST_BROUGHT }));
}

/// Bytes that promise a long list, and parts of nothing: whoever sends them is let go, and nobody else notices.
#[test]
fn parts_that_are_nothing_end_the_connection_and_nothing_else() {
    let served = Served::to(Limits::default(), "serova");
    let mut serova = joined(&served);
    let mut bytes = vec![0, 0, 0, 1];
    bytes.extend([0; 16]);
    bytes.extend([0xff; 64]);
    for bytes in [bytes, Vec::new(), vec![0xff; 4]] {
        let mut stream = UnixStream::connect(served.socket()).unwrap();
        Greeting::own().send(&mut stream).unwrap();
        let part = Sent::Part {
            id: CommandId(1),
            is_last: true,
            bytes,
        };
        send(&mut stream, &part).unwrap();
        let _ = stream.read_to_end(&mut Vec::new());
        until("it is let go", || served.connected() == 1);
    }
    serova.shard(world::OPEN);
    served.end();
}
