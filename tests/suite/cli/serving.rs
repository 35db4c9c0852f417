//! `smotr serve` when much is asked of it: ended while everybody writes, without descriptors, on a socket that the system keeps.

use std::collections::BTreeMap;
use std::fs;
use std::os::fd::OwnedFd;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use rustix::process::Signal;
use smotr::domain::command::{Command as Change, RecommendationDraft};
use smotr::domain::followup::{Addressee, Due};
use smotr::domain::ids::Seq;
use smotr::domain::record::CommandId;
use smotr::domain::state::State;
use smotr::service::link::{Answer, Link as _, News, Request};
use smotr::service::remote::{self, Sending};
use smotr::store::disk::RealDisk;
use smotr::store::{Opening, Store};

use super::serve::{Server, at_server, department, serve};
use crate::support::desk::{PATIENCE, Person, clock};
use crate::support::world::date;

/// The program started through a shell, which does something before it.
fn after(words: &str, of: &Command) -> Command {
    let mut command = Command::new("/bin/sh");
    command.args(["-c", &format!("{words} exec \"$0\" \"$@\"")]);
    command.arg(of.get_program()).args(of.get_args());
    command.env_clear();
    for (name, value) in of.get_envs() {
        command.env(name, value.unwrap());
    }
    command.stdin(Stdio::null());
    command
}

#[test]
fn a_socket_that_the_system_gives_is_served_and_left_to_it() {
    let (home, dir, socket) = department();
    let listener = UnixListener::bind(&socket).unwrap();
    let start = || {
        let given: OwnedFd = listener.try_clone().unwrap().into();
        let words = "exec 3<&0 0</dev/null; LISTEN_PID=$$ LISTEN_FDS=1";
        // Which socket it is given decides, not where it would have made one.
        let elsewhere = socket.with_file_name("elsewhere");
        let mut command = after(words, &serve(&home, &dir, &elsewhere));
        command.stdin(given);
        Server::start(command)
    };
    let get = ["get", "2025/26", "6.2", "12"];
    let set = ["set", "2025/26", "6.2", "12", "21/24"];
    for _ in 0..2 {
        let server = start();
        at_server(&home, &socket, &set).check(0, "87,5 %");
        assert!(!socket.with_file_name("elsewhere").exists());
        assert_eq!(server.end(), 0);
        // Whoever comes now waits for the next one.
        assert!(UnixStream::connect(&socket).is_ok());
    }
    let server = start();
    at_server(&home, &socket, &get).check(0, "87,5 % (21 из 24)");
    assert_eq!(server.end(), 0);
}

/// Somebody at the socket.
fn person(socket: &Path) -> Person<Sending> {
    let (sending, receiving, welcome) = remote::connect(socket).unwrap();
    let (sender, news) = mpsc::channel();
    std::thread::spawn(move || receiving.run(|it| drop(sender.send(it))));
    Person::over(sending, news, welcome)
}

/// Advice to the head of a school of the demo.
fn advice(state: &State, text: &str) -> Change {
    let mut serving = state
        .appointments
        .values()
        .filter(|it| it.body.to.is_none());
    let head = &serving.next().unwrap().body;
    let open = |it: &&smotr::domain::ids::PeriodId| state.periods[it].body.state.takes_values();
    Change::Recommend(vec![RecommendationDraft {
        addressees: vec![Addressee {
            person: Some(head.person),
            organisation: head.organisation,
        }],
        period: *state.periods.keys().find(open).unwrap(),
        ground: None,
        text: text.to_owned(),
        expected: "Итог".to_owned(),
        due: Due::On(date("2027-09-01")),
    }])
}

#[test]
fn told_to_end_while_all_write_it_keeps_what_it_acknowledged() {
    let (home, dir, socket) = department();
    let server = Server::start(serve(&home, &dir, &socket));
    let count = Arc::new(AtomicUsize::new(0));
    let writers: Vec<_> = (0..4)
        .map(|of| {
            let (socket, count) = (socket.clone(), Arc::clone(&count));
            std::thread::spawn(move || {
                let person = person(&socket);
                let mut answers = BTreeMap::new();
                for number in 0_u32.. {
                    let id = CommandId(fastrand::u128(..));
                    let command = advice(&person.state, &format!("Совет {of}-{number}"));
                    let command = Box::new(command);
                    person.port.send(Request::Command { id, command });
                    loop {
                        match person.news.recv_timeout(PATIENCE) {
                            Ok(News::Answer { id: it, answer }) if it == id => {
                                let Answer::Done(commit) = answer else {
                                    panic!("{answer:?}");
                                };
                                answers.insert(id.0, commit.seq.0);
                                count.fetch_add(1, Ordering::SeqCst);
                                break;
                            }
                            Ok(_) => {}
                            // The connection has ended.
                            Err(mpsc::RecvTimeoutError::Disconnected) => return answers,
                            Err(error) => panic!("{error}"),
                        }
                    }
                }
                answers
            })
        })
        .collect();
    let patience = Instant::now() + PATIENCE;
    while count.load(Ordering::SeqCst) < 100 {
        assert!(Instant::now() < patience, "nobody works");
        std::thread::sleep(Duration::from_millis(2));
    }
    assert_eq!(server.end(), 0);
    assert!(UnixStream::connect(&socket).is_err());
    let how = Opening {
        account: "orlova",
        now: clock().at,
        create: false,
    };
    let (mut store, ..) = Store::open(Arc::new(RealDisk), &dir, how, &mut |_| {}).unwrap();
    for writer in writers {
        for (id, seq) in writer.join().unwrap() {
            let commit = store.commit(Seq(seq)).unwrap().expect("it is lost");
            assert_eq!(commit.command_id.0, id);
        }
    }
    assert!(store.verify().unwrap().is_good());
    store.close().unwrap();
}

#[test]
fn without_descriptors_those_who_are_in_work_on_and_later_others_come() {
    let (home, dir, socket) = department();
    let most = 48;
    let words = format!("ulimit -n {most};");
    let server = Server::start(after(&words, &serve(&home, &dir, &socket)));
    let mut inside = person(&socket);
    let held = || {
        let list = fs::read_dir(format!("/proc/{}/fd", server.child.id()));
        list.map_or(0, Iterator::count)
    };
    // More than there is room for: they wait at the door, or are refused.
    let crowd: Vec<UnixStream> = (0..120)
        .map_while(|_| UnixStream::connect(&socket).ok())
        .collect();
    let patience = Instant::now() + PATIENCE;
    while held() < most {
        // The greeting that nobody sends runs out; others come in their place.
        assert!(Instant::now() < patience, "there is room: {}", held());
        std::thread::sleep(Duration::from_millis(1));
    }
    for number in 0..5 {
        let command = advice(&inside.state, &format!("Совет {number}"));
        inside.done(command);
    }
    drop(crowd);
    at_server(&home, &socket, &["get", "2025/26", "6.2", "12"]).check(0, "СШ № 12");
    let last = advice(&inside.state, "Последний");
    inside.done(last);
    drop(inside);
    server.send(Signal::HUP);
    assert_eq!(server.end(), 0);
    home.at(&dir, &["verify"]).check(0, "Расхождений нет");
}
