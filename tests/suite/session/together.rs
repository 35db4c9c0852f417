//! Two people in one folder: what one enters, the other sees; and when one leaves, the other goes on.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};

use smotr::domain::command::{Command, SetValue};
use smotr::domain::people::User;
use smotr::domain::record::Key;
use smotr::domain::refusal::Refusal;
use smotr::service::link::{Answer, Link as _, News, Request, Trouble};
use smotr::service::remote;
use smotr::service::session::{Session, SessionError};
use smotr::service::socket::NAME;
use smotr::store::StoreError;

use super::{Served, opening, sit_down};
use crate::support::desk::is_same;
use crate::support::world::{BELOVA, COUNT, OPEN, SCHOOL_1, SCHOOL_2, cell, entry, rev, set};

#[test]
fn what_one_enters_the_other_sees() {
    let dir = tempfile::tempdir().unwrap();
    let mut orlova = sit_down(opening(dir.path(), "orlova", "belova"));
    let mut belova = sit_down(opening(dir.path(), "belova", "belova"));
    assert!(!orlova.port.is_joined() && belova.port.is_joined());

    let here = cell(COUNT, SCHOOL_1);
    let done = belova.done(set(&belova.state, here, entry("7")));
    assert_eq!(done.actor, BELOVA);
    orlova.wait(|it| matches!(it, News::Committed(commit) if commit.seq == done.seq));
    orlova.done(set(&orlova.state, here, entry("8")));
    belova.wait(|it| matches!(it, News::Committed(commit) if commit.seq == done.seq.next()));
    assert_eq!(belova.state.value(here).unwrap().body.entry, entry("8"));
    assert!(is_same(&orlova.state, &belova.state));
    belova.port.close().unwrap();
    orlova.port.close().unwrap();
}

#[test]
fn who_has_not_seen_a_colleagues_value_does_not_overwrite_it() {
    let dir = tempfile::tempdir().unwrap();
    let mut orlova = sit_down(opening(dir.path(), "orlova", "belova"));
    let mut belova = sit_down(opening(dir.path(), "belova", "belova"));
    let here = cell(COUNT, SCHOOL_1);
    let unseeing = set(&belova.state, here, entry("8"));
    orlova.done(set(&orlova.state, here, entry("7")));
    assert!(matches!(
        belova.act(unseeing),
        Answer::Refused(Refusal::Conflict { .. })
    ));
    assert_eq!(belova.state.value(here).unwrap().body.entry, entry("7"));
    belova.port.close().unwrap();
    orlova.port.close().unwrap();
}

#[test]
fn when_the_first_leaves_another_takes_over() {
    let dir = tempfile::tempdir().unwrap();
    let mut orlova = sit_down(opening(dir.path(), "orlova", "belova"));
    let mut belova = sit_down(opening(dir.path(), "belova", "vetrov"));
    let mut vetrov = sit_down(opening(dir.path(), "vetrov", "belova"));
    let [first, second] = [SCHOOL_1, SCHOOL_2].map(|it| cell(COUNT, it));
    orlova.done(set(&orlova.state, first, entry("7")));
    orlova.port.close().unwrap();

    belova.back_again();
    vetrov.back_again();
    assert_eq!(belova.state.value(first).unwrap().body.entry, entry("7"));
    // One of them has the store now, and the other works through it.
    assert!(belova.port.is_joined() != vetrov.port.is_joined());
    let done = belova.done(set(&belova.state, second, entry("3")));
    vetrov.wait(|it| matches!(it, News::Committed(commit) if commit.seq == done.seq));
    assert!(is_same(&belova.state, &vetrov.state));

    // And so on to the last one.
    let mut last = if belova.port.is_joined() {
        vetrov.port.close().unwrap();
        belova
    } else {
        belova.port.close().unwrap();
        vetrov
    };
    last.back_again();
    assert!(!last.port.is_joined());
    last.done(set(&last.state, first, entry("4")));
    last.port.close().unwrap();
    assert!(!dir.path().join(NAME).exists());
}

#[test]
fn what_was_typed_last_arrives_though_the_window_is_closed_at_once() {
    let dir = tempfile::tempdir().unwrap();
    let mut orlova = sit_down(opening(dir.path(), "orlova", "belova"));
    let mut belova = sit_down(opening(dir.path(), "belova", "belova"));
    let here = cell(COUNT, SCHOOL_1);
    belova.send(set(&belova.state, here, entry("7")));
    belova.port.close().unwrap();
    orlova.wait(|it| matches!(it, News::Committed(_)));
    assert_eq!(orlova.state.value(here).unwrap().body.entry, entry("7"));
    orlova.port.close().unwrap();
}

#[test]
fn a_session_with_a_server_alone_waits_for_the_server() {
    let served = Served::with(smotr::service::server::Limits::default());
    let (socket, dir) = (served.socket(), served.dir.path().to_owned());
    let (sender, news) = mpsc::channel();
    let tell = move |it| drop(sender.send(it));
    let (session, welcome) = Session::join(socket.clone(), tell).unwrap();
    let mut orlova = super::at_work(session, news, welcome);
    let here = cell(COUNT, SCHOOL_1);
    let seven = set(&orlova.state, here, entry("7"));
    let Served {
        server,
        host,
        dir: kept,
    } = served;
    drop(server);
    host.close().unwrap();
    orlova.wait(|it| matches!(it, News::Lost));
    // It does not open the store itself: what is asked now waits.
    let id = orlova.send(seven);
    assert!(orlova.port.is_joined() || !socket.exists());
    let opening = opening(&dir, "orlova", "orlova");
    let (mut host, _) = smotr::service::host::Host::open(
        opening.dir,
        opening.account,
        opening.founding.as_ref(),
        &mut |_| {},
    )
    .unwrap();
    host.serve_folder(&dir, &opening.naming);
    assert!(matches!(orlova.answer(id), Answer::Done(_)));
    orlova.port.close().unwrap();
    host.close().unwrap();
    drop(kept);
}

#[test]
fn a_store_that_is_held_without_a_socket_is_said_to_be_held() {
    let dir = tempfile::tempdir().unwrap();
    let orlova = sit_down(opening(dir.path(), "orlova", "orlova"));
    // As on a folder whose path is too long for a socket.
    std::fs::remove_file(dir.path().join(NAME)).unwrap();
    let (sender, _news) = mpsc::channel();
    let tell = move |it| drop(sender.send(it));
    let second = Session::open(opening(dir.path(), "orlova", "orlova"), tell, &mut |_| {});
    assert!(matches!(
        second.err(),
        Some(SessionError::Open(
            smotr::service::engine::OpenError::Store(StoreError::Locked { .. })
        ))
    ));
    orlova.port.close().unwrap();
}

#[test]
fn a_change_of_more_than_a_link_carries_is_refused_whoever_has_the_store() {
    let dir = tempfile::tempdir().unwrap();
    let mut orlova = sit_down(opening(dir.path(), "orlova", "belova"));
    let mut belova = sit_down(opening(dir.path(), "belova", "belova"));
    let Command::SetValues(one) = set(&orlova.state, cell(COUNT, SCHOOL_1), entry("7")) else {
        unreachable!();
    };
    for person in [&mut orlova, &mut belova] {
        let much = Command::SetValues(vec![one[0].clone(); SetValue::MOST + 1]);
        assert!(matches!(
            person.act(much),
            Answer::NotWritten(Trouble::TooMuch)
        ));
    }
    belova.done(Command::SetValues(one));
    belova.port.close().unwrap();
    orlova.port.close().unwrap();
}

/// The administrator changes what Belova may do, or whether she is admitted.
pub(super) fn change_belova(
    admin: &mut crate::support::desk::Person<Session>,
    change: impl FnOnce(&mut User),
) {
    let key = Key::User(BELOVA);
    let mut user = admin.state.users[&BELOVA].body.clone();
    change(&mut user);
    let (id, seen) = (BELOVA, rev(&admin.state, key));
    admin.done(Command::EditUser { id, seen, user });
}

#[test]
fn a_scope_holds_from_the_moment_it_is_given_whatever_a_client_sends() {
    let dir = tempfile::tempdir().unwrap();
    let mut orlova = sit_down(opening(dir.path(), "orlova", "belova"));
    // No session, no interface: nothing but the protocol.
    let (sending, receiving, welcome) = remote::connect(&dir.path().join(NAME)).unwrap();
    let (sender, news) = mpsc::channel();
    std::thread::spawn(move || receiving.run(|it| drop(sender.send(it))));
    let mut belova = crate::support::desk::Person::over(sending, news, welcome);
    belova.shard(crate::support::world::OPEN);
    let [here, there] = [SCHOOL_1, SCHOOL_2].map(|it| cell(COUNT, it));
    belova.done(set(&belova.state, here, entry("1")));
    change_belova(&mut orlova, |it| it.organisations = vec![SCHOOL_2]);
    assert!(matches!(
        belova.act(set(&belova.state, here, entry("2"))),
        Answer::Refused(Refusal::Denied { .. })
    ));
    belova.done(set(&belova.state, there, entry("2")));
    drop(belova);
    orlova.port.close().unwrap();
}

#[test]
fn whoever_is_let_go_hears_nothing_more() {
    let dir = tempfile::tempdir().unwrap();
    let mut orlova = sit_down(opening(dir.path(), "orlova", "belova"));
    let mut belova = sit_down(opening(dir.path(), "belova", "belova"));
    change_belova(&mut orlova, |it| it.retired = true);
    belova.wait(|it| matches!(it, News::Lost));
    orlova.done(set(&orlova.state, cell(COUNT, SCHOOL_1), entry("7")));
    orlova.port.close().unwrap();
    belova.port.close().unwrap();
    let heard: Vec<News> = belova.news.try_iter().collect();
    assert!(
        !heard
            .iter()
            .any(|it| matches!(it, News::Committed(_) | News::Again(_))),
        "{heard:?}"
    );
}

#[test]
fn an_engine_of_ones_own_that_breaks_is_told_and_what_it_owes_is_answered_by_the_next() {
    let dir = tempfile::tempdir().unwrap();
    let (sender, news) = mpsc::channel();
    let breaks = Arc::new(AtomicBool::new(false));
    let is_to_break = Arc::clone(&breaks);
    // What hears the news is called on the engine's thread: where it panics, the engine ends.
    let tell = move |it| {
        if matches!(it, News::Committed(_)) && is_to_break.swap(false, Ordering::SeqCst) {
            panic!("planted");
        }
        drop(sender.send(it));
    };
    let opened = Session::open(opening(dir.path(), "orlova", "belova"), tell, &mut |_| {});
    let (session, welcome, _) = opened.unwrap();
    let mut orlova = super::at_work(session, news, welcome);
    let here = cell(COUNT, SCHOOL_1);
    breaks.store(true, Ordering::SeqCst);
    let seq = orlova.state.meta.seq;
    // Durable, and the engine breaks before it can say so.
    let id = orlova.send(set(&orlova.state, here, entry("7")));
    orlova.wait(|it| matches!(it, News::Lost));
    orlova.wait(|it| matches!(it, News::Again(_)));
    assert!(matches!(orlova.answer(id), Answer::Done(commit) if commit.seq == seq.next()));
    assert_eq!(orlova.state.meta.seq, seq.next(), "once, not twice");
    orlova.shard(OPEN);
    assert_eq!(orlova.state.value(here).unwrap().body.entry, entry("7"));
    // Others come in again as before.
    let mut belova = sit_down(opening(dir.path(), "belova", "orlova"));
    assert!(belova.port.is_joined());
    belova.done(set(&belova.state, here, entry("8")));
    belova.port.close().unwrap();
    orlova.port.close().unwrap();
}

#[test]
fn where_two_are_and_the_engine_of_one_breaks_the_other_takes_over() {
    let dir = tempfile::tempdir().unwrap();
    let (sender, news) = mpsc::channel();
    let breaks = Arc::new(AtomicBool::new(false));
    let is_to_break = Arc::clone(&breaks);
    let tell = move |it| {
        if matches!(it, News::Shard { .. }) && is_to_break.swap(false, Ordering::SeqCst) {
            panic!("planted");
        }
        drop(sender.send(it));
    };
    let opened = Session::open(opening(dir.path(), "orlova", "belova"), tell, &mut |_| {});
    let (session, welcome, _) = opened.unwrap();
    let mut orlova = super::at_work(session, news, welcome);
    let mut belova = sit_down(opening(dir.path(), "belova", "orlova"));
    breaks.store(true, Ordering::SeqCst);
    orlova.port.send(Request::Shard(OPEN));
    orlova.back_again();
    belova.back_again();
    assert!(orlova.port.is_joined() != belova.port.is_joined());
    let here = cell(COUNT, SCHOOL_1);
    let done = orlova.done(set(&orlova.state, here, entry("7")));
    belova.wait(|it| matches!(it, News::Committed(commit) if commit.seq == done.seq));
    assert!(is_same(&orlova.state, &belova.state));
    belova.port.close().unwrap();
    orlova.port.close().unwrap();
}
