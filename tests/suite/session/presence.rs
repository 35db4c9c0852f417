//! Who is here: told to all others, taken back when the window goes, and stored nowhere.

use smotr::domain::record::Key;
use smotr::service::link::{Bar, Link, News, Present, Request, Room, Spot};
use smotr::service::server::Limits;

use super::{Served, opening, sit_down};
use crate::support::desk::Person;
use crate::support::world::{BELOVA, COUNT, ORLOVA, SCHOOL_1, SCHOOL_2, cell};

fn at(organisation: smotr::domain::ids::OrganisationId) -> Spot {
    Spot {
        room: Room::Monitoring,
        key: Some(Key::Value(cell(COUNT, organisation))),
        editing: false,
    }
}

/// Waits until the others are said to be there.
fn wait_for<L: Link>(person: &mut Person<L>, others: &[(smotr::domain::ids::UserId, Spot)]) {
    let is_it = |it: &Vec<Present>| {
        let here: Vec<_> = it.iter().map(|it| (it.user, it.spot)).collect();
        here == others
    };
    person.wait(|it| matches!(it, News::Here(here) if is_it(here)));
}

#[test]
fn each_is_told_where_the_others_are_until_they_go() {
    let dir = tempfile::tempdir().unwrap();
    let mut orlova = sit_down(opening(dir.path(), "orlova", "belova"));
    let mut belova = sit_down(opening(dir.path(), "belova", "belova"));
    orlova.port.send(Request::Here(at(SCHOOL_1)));
    wait_for(&mut orlova, &[]);
    belova.port.send(Request::Here(at(SCHOOL_2)));
    wait_for(&mut orlova, &[(BELOVA, at(SCHOOL_2))]);
    wait_for(&mut belova, &[(ORLOVA, at(SCHOOL_1))]);
    // Several windows of one person are several places.
    let second = sit_down(opening(dir.path(), "belova", "belova"));
    second.port.send(Request::Here(at(SCHOOL_1)));
    wait_for(
        &mut orlova,
        &[(BELOVA, at(SCHOOL_2)), (BELOVA, at(SCHOOL_1))],
    );
    second.port.close().unwrap();
    wait_for(&mut orlova, &[(BELOVA, at(SCHOOL_2))]);
    belova.port.close().unwrap();
    wait_for(&mut orlova, &[]);
    orlova.port.close().unwrap();
}

#[test]
fn whoever_asks_from_a_script_is_not_said_to_be_here_and_hears_nothing_of_others() {
    let served = Served::with(Limits::default());
    let mut script = served.person();
    let mut orlova = served.person();
    orlova.port.send(Request::Here(at(SCHOOL_1)));
    wait_for(&mut orlova, &[]);
    script.shard(crate::support::world::OPEN);
    assert!(!script.news.try_iter().any(|it| matches!(it, News::Here(_))));
    drop((script, orlova));
    served.end();
}

#[test]
fn a_window_whose_account_was_let_go_is_told_just_that() {
    let dir = tempfile::tempdir().unwrap();
    let mut orlova = sit_down(opening(dir.path(), "orlova", "belova"));
    let mut belova = sit_down(opening(dir.path(), "belova", "belova"));
    super::together::change_belova(&mut orlova, |it| it.retired = true);
    let told = belova.wait(|it| matches!(it, News::Barred(_) | News::Again(_)));
    let account = "belova".to_owned();
    assert_eq!(told, News::Barred(Bar::Stranger { account }));
    // And let in again, when that is mended.
    super::together::change_belova(&mut orlova, |it| it.retired = false);
    belova.wait(|it| matches!(it, News::Again(_)));
    belova.port.close().unwrap();
    orlova.port.close().unwrap();
}

#[test]
fn whoever_is_not_let_in_knocks_ever_less_often() {
    let pauses: Vec<u64> = smotr::service::session::knocks()
        .map(|it| it.as_secs())
        .take(7)
        .collect();
    assert_eq!(pauses, [1, 2, 4, 8, 16, 30, 30]);
}

#[test]
fn a_window_of_another_version_is_told_just_that() {
    use smotr::service::wire::{Greeting, PROTOCOL};
    let served = Served::with(Limits::default());
    let socket = served.socket();
    let (sender, news) = std::sync::mpsc::channel();
    let tell = move |it| drop(sender.send(it));
    let (session, welcome) = smotr::service::session::Session::join(socket.clone(), tell).unwrap();
    let mut orlova = super::at_work(session, news, welcome);
    // The server is put in place anew, by another release.
    let Served { server, host, dir } = served;
    drop(server);
    host.close().unwrap();
    let listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    let newer = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let greeting = Greeting {
            protocol: PROTOCOL + 1,
            version: "9.9.9".into(),
        };
        greeting.send(&mut stream).unwrap();
        let _ = Greeting::receive(&mut stream);
    });
    let told = orlova.wait(|it| matches!(it, News::Barred(_)));
    let theirs = "9.9.9".to_owned();
    assert_eq!(told, News::Barred(Bar::Version { theirs }));
    newer.join().unwrap();
    orlova.port.close().unwrap();
    drop(dir);
}

#[test]
fn a_script_whose_server_has_gone_gives_up_and_never_says_done() {
    use smotr::service::ask::ask;
    use smotr::service::link::{Answer, Trouble};
    use std::time::Duration;
    let served = Served::with(Limits::default());
    let (sender, news) = std::sync::mpsc::channel();
    let tell = move |it| drop(sender.send(it));
    let joined = smotr::service::session::Session::join(served.socket(), tell);
    let (session, welcome) = joined.unwrap();
    let Served { server, host, dir } = served;
    drop(server);
    host.close().unwrap();
    let here = cell(COUNT, SCHOOL_1);
    let command =
        crate::support::world::set(&welcome.state, here, crate::support::world::entry("7"));
    let id = smotr::domain::record::CommandId(7);
    let patience = Duration::from_millis(50);
    let answer = ask(&session, &news, id, &command, patience, |_| {});
    assert_eq!(answer, Answer::NotWritten(Trouble::Unreached));
    session.close().unwrap();
    drop(dir);
}
