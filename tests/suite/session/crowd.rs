//! Many at one server: whoever asks without end waits by themselves, and whoever does not listen is told everything anew.

use std::io::Write as _;
use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};

use smotr::domain::ids::Seq;
use smotr::domain::record::CommandId;
use smotr::service::link::{Answer, Link as _, News, Request};
use smotr::service::parts::Sent;
use smotr::service::server::Limits;
use smotr::service::session::Session;
use smotr::service::turnstile::Turnstile;
use smotr::service::wire::{Entrance, Greeting, MOST_NEWS, receive, send};

use super::{Served, advice, known_as, stopped, until};
use crate::support::desk::Person;
use crate::support::world::{COUNT, OPEN, SCHOOL_1, SCHOOL_2, cell, entry, set};

/// A connection with nothing behind it: what it says and hears is bytes.
fn raw(served: &Served) -> UnixStream {
    let mut stream = UnixStream::connect(served.socket()).unwrap();
    Greeting::own().send(&mut stream).unwrap();
    Greeting::receive(&mut stream).unwrap();
    stream
}

fn welcomed(mut stream: &UnixStream) -> Seq {
    let Entrance::Welcome(welcome) = receive(&mut stream, MOST_NEWS).unwrap() else {
        panic!("not let in");
    };
    welcome.state.meta.seq
}

/// Asks for a thousand changes and hears nothing; how many were sent off.
fn flood(mut stream: UnixStream) -> Arc<AtomicUsize> {
    let sent = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&sent);
    std::thread::spawn(move || {
        for number in 0..1_000 {
            let request = Sent::Request(Request::Command {
                id: CommandId(fastrand::u128(..)),
                command: Box::new(advice(&format!("Рекомендация {number}"))),
            });
            if send(&mut stream, &request).is_err() {
                return;
            }
            count.fetch_add(1, Ordering::SeqCst);
        }
    });
    sent
}

/// The engine is held while somebody floods it; then another asks. How many changes of the flood come before theirs.
fn ahead_of_another(in_hand: usize) -> u64 {
    let served = Served::with(Limits {
        in_hand,
        in_a_second: 100_000,
        ..Limits::default()
    });
    let flooding = raw(&served);
    let door = served.host.door();
    let (sender, news) = mpsc::channel();
    let tell = move |it| drop(sender.send(it));
    let (port, welcome) = door.join("orlova", tell).unwrap();
    let mut orlova = Person::over(port, news, welcome);
    orlova.shard(OPEN);
    let begun = orlova.state.meta.seq;

    let (release, gate) = mpsc::channel::<()>();
    let (entered, inside) = mpsc::channel();
    let listener = move |_| {
        let _ = entered.send(());
        let _ = gate.recv();
    };
    let (holding, _) = door.join("belova", listener).unwrap();
    holding.send(Request::Shard(OPEN));
    inside.recv().unwrap();
    let sent = flood(flooding);
    // Either all of it is on its way, or it has come to a standstill.
    let mut before = usize::MAX;
    while before != sent.load(Ordering::SeqCst) || before == 0 {
        before = sent.load(Ordering::SeqCst);
        std::thread::sleep(Duration::from_millis(300));
    }
    let id = orlova.send(set(&orlova.state, cell(COUNT, SCHOOL_1), entry("7")));
    drop(release);
    let Answer::Done(commit) = orlova.answer(id) else {
        panic!("not done");
    };
    drop((orlova, holding));
    served.end();
    commit.seq.0 - begun.0 - 1
}

#[test]
fn a_flood_waits_by_itself() {
    let ahead = ahead_of_another(4);
    assert!(ahead <= 4, "{ahead} requests of a flood come first");
}

#[test]
fn planted_a_flood_without_a_limit_is_seen() {
    let ahead = ahead_of_another(usize::MAX);
    assert!(ahead > 100, "{ahead}");
}

#[test]
fn whoever_asks_too_quickly_is_slowed_down() {
    let mut turnstile = Turnstile::new(usize::MAX, 50);
    let begun = Instant::now();
    let passes: Vec<_> = (0..50).map(|_| turnstile.pass()).collect();
    drop(passes);
    for _ in 0..11 {
        drop(turnstile.pass());
    }
    // The last ten of them one by one.
    assert!(begun.elapsed() >= Duration::from_millis(200));
}

/// Others write until more waits for somebody who does not read than the socket and the queue take.
fn write_much(served: &Served) -> Seq {
    let mut orlova = served.person();
    for number in 0..200 {
        orlova.done(advice(&format!("{number} {}", "слово ".repeat(300))));
    }
    orlova.state.meta.seq
}

fn small() -> Limits {
    Limits {
        waiting: 128 << 10,
        in_a_second: 100_000,
        ..Limits::default()
    }
}

#[test]
fn whoever_did_not_read_is_told_everything_anew_over_the_same_connection() {
    let served = Served::with(small());
    let stream = raw(&served);
    let mut seq = welcomed(&stream);
    let last = write_much(&served);
    let mut times = 0;
    let mut from = &stream;
    while seq < last {
        match receive::<News>(&mut from, MOST_NEWS).unwrap() {
            News::Committed(commit) => {
                assert_eq!(commit.seq, seq.next(), "a gap");
                seq = commit.seq;
            }
            News::Again(welcome) => {
                times += 1;
                assert!(welcome.state.meta.seq > seq.next(), "nothing was dropped");
                seq = welcome.state.meta.seq;
            }
            other => panic!("{other:?}"),
        }
    }
    assert_eq!((seq, times), (last, 1));
    // And so it goes on.
    let mut orlova = served.person();
    let done = orlova.done(advice("ещё"));
    let news: News = receive(&mut from, MOST_NEWS).unwrap();
    assert_eq!(news, News::Committed(done));
    drop((orlova, stream));
    until("both have gone", || served.connected() == 0);
    served.end();
}

#[test]
fn a_stopped_window_gets_each_answer_once_it_goes_on() {
    let served = Served::with(small());
    let (mut belova, release) = stopped(&served.socket());
    let sent: Vec<_> = (0..20)
        .map(|number| belova.send(advice(&format!("Совет {number}"))))
        .collect();
    let last = write_much(&served);
    drop(release);
    let mut done = std::collections::BTreeMap::new();
    let mut again = 0;
    while done.len() < sent.len() || belova.state.meta.seq < last {
        match belova.hear() {
            News::Answer { id, answer } => {
                let Answer::Done(commit) = answer else {
                    panic!("{answer:?}");
                };
                let before = done.insert(id, commit.seq);
                assert!(before.is_none_or(|it| it == commit.seq), "done twice");
            }
            News::Again(_) => again += 1,
            _ => {}
        }
    }
    assert_eq!(again, 1);
    let texts: Vec<&String> = (belova.state.recommendations.values())
        .map(|it| &it.body.text)
        .filter(|it| it.starts_with("Совет"))
        .collect();
    assert_eq!(texts.len(), sent.len());
    belova.port.close().unwrap();
    served.end();
}

#[test]
fn an_account_that_cannot_be_named_just_now_is_not_taken_for_a_stranger() {
    let served = Served::with(Limits::default());
    let path = served.dir.path().join("unnamed");
    let tries = AtomicUsize::new(0);
    let naming: smotr::service::server::Naming =
        Arc::new(move |uid| match tries.fetch_add(1, Ordering::SeqCst) {
            0 => Err(rustix::io::Errno::MFILE.into()),
            _ => known_as("orlova")(uid),
        });
    let (door, limits) = (served.host.door(), Limits::default());
    let reach = smotr::service::socket::Reach::Owner;
    let server = smotr::service::server::Server::start(door, &path, reach, naming, limits).unwrap();
    // A client comes again by itself.
    let (session, _) = Session::join(path, |_| {}).unwrap();
    session.close().unwrap();
    drop(server);
    let mut orlova = served.person();
    orlova.done(set(&orlova.state, cell(COUNT, SCHOOL_2), entry("1")));
    drop(orlova);
    served.end();
}

#[test]
fn a_server_ends_while_somebody_floods_it() {
    let served = Served::with(Limits {
        in_a_second: 100,
        ..Limits::default()
    });
    let stream = raw(&served);
    welcomed(&stream);
    let sent = flood(stream.try_clone().unwrap());
    until("it floods", || sent.load(Ordering::SeqCst) > 100);
    served.end();
    until("it is let go", || (&stream).write_all(&[0; 64]).is_err());
}
