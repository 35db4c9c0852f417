//! At the server's door: strangers, other programs, other versions, crowds, the slow and the silent. None of them is in anybody's way.

use std::io::{Read as _, Write as _};
use std::os::unix::net::UnixStream;
use std::time::Duration;

use smotr::service::link::{Link as _, News, Request};
use smotr::service::parts::Sent;
use smotr::service::remote::{self, RemoteError};
use smotr::service::server::{Limits, Server};
use smotr::service::socket::{NAME, Reach};
use smotr::service::wire::{Greeting, MOST_FRAME, MOST_NEWS, PROTOCOL, WireError, receive, send};

use super::{Served, known_as, until};
use crate::support::world::{COUNT, OPEN, SCHOOL_1, cell, entry, set};

fn quick() -> Limits {
    Limits {
        per_account: 3,
        in_all: 8,
        waiting: 8 << 10,
        in_hand: 4,
        in_a_second: 1_000,
        greeting: Duration::from_millis(100),
        message: Duration::from_millis(100),
    }
}

/// Somebody enters a value, and gets the answer.
fn works(served: &Served) {
    let mut person = served.person();
    let before = person.state.value(cell(COUNT, SCHOOL_1));
    let number = match before {
        Some(it) if it.body.entry == entry("7") => "8",
        _ => "7",
    };
    person.done(set(&person.state, cell(COUNT, SCHOOL_1), entry(number)));
    drop(person);
    until("the place is given back", || served.connected() == 0);
}

#[test]
fn a_stranger_is_told_under_which_account_they_came() {
    let served = Served::with(quick());
    let path = served.dir.path().join("strangers");
    let door = served.host.door();
    let server = Server::start(door, &path, Reach::Owner, known_as("ivanova"), quick()).unwrap();
    assert!(matches!(
        remote::connect(&path).err(),
        Some(RemoteError::Stranger { account, former: false }) if account == "ivanova"
    ));
    drop(server);
    works(&served);
    served.end();
}

#[test]
fn another_program_is_sent_away() {
    let served = Served::with(quick());
    for words in [
        &b"GET / HTTP/1.0\r\n\r\n"[..],
        b"SMOTR",
        b"SMOTR\0\x01\x05\xff\xff\xff\xff\xff",
        &[0; 64],
        b"",
    ] {
        let mut stream = UnixStream::connect(served.socket()).unwrap();
        stream.write_all(words).unwrap();
        // Until the greeting's time has run out, at the latest.
        let mut said = Vec::new();
        let _ = stream.read_to_end(&mut said);
        assert_eq!(said, b"", "{words:?}");
    }
    works(&served);
    served.end();
}

#[test]
fn another_version_is_told_which_this_one_is() {
    let served = Served::with(quick());
    for protocol in [0, PROTOCOL + 1, u16::MAX] {
        let mut stream = UnixStream::connect(served.socket()).unwrap();
        let theirs = Greeting {
            protocol,
            version: "9.8.7".into(),
        };
        theirs.send(&mut stream).unwrap();
        assert_eq!(Greeting::receive(&mut stream).unwrap(), Greeting::own());
        assert!(matches!(
            receive::<News>(&mut stream, MOST_NEWS),
            Err(WireError::Gone)
        ));
    }
    works(&served);
    served.end();
}

#[test]
fn a_client_tells_another_version_and_another_program_apart() {
    for (answer, is_version) in [
        (&b"SMOTR\xff\x07\x059.8.7"[..], true),
        (b"220 mail ESMTP\r\n", false),
    ] {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(NAME);
        let listener = std::os::unix::net::UnixListener::bind(&path).unwrap();
        let other = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            stream.write_all(answer).unwrap();
            let _ = stream.read(&mut [0; 64]);
        });
        match remote::connect(&path).err() {
            Some(RemoteError::Version { theirs }) => {
                assert!(is_version && theirs.version == "9.8.7");
            }
            Some(RemoteError::Wire(WireError::Foreign)) => assert!(!is_version),
            error => panic!("{error:?}"),
        }
        other.join().unwrap();
    }
}

#[test]
fn one_account_does_not_take_every_place() {
    let served = Served::with(quick());
    let people: Vec<_> = (0..3).map(|_| served.person()).collect();
    assert!(matches!(
        remote::connect(&served.socket()).err(),
        Some(RemoteError::Crowded)
    ));
    drop(people);
    until("the places are given back", || served.connected() == 0);
    works(&served);
    served.end();
}

#[test]
fn half_a_message_holds_nobody_up() {
    let served = Served::with(quick());
    let mut stream = UnixStream::connect(served.socket()).unwrap();
    Greeting::own().send(&mut stream).unwrap();
    let mut whole = Vec::new();
    send(&mut whole, &Sent::Request(Request::Shard(OPEN))).unwrap();
    stream.write_all(&whole).unwrap();
    stream.write_all(&whole[..5]).unwrap();
    until("it is let go", || served.connected() == 0);
    works(&served);
    served.end();
}

#[test]
fn what_is_no_request_ends_the_connection_and_nothing_else() {
    let served = Served::with(quick());
    let long = (u32::try_from(MOST_FRAME).unwrap() + 1).to_be_bytes();
    for bytes in [
        &[0x80, 0, 0, 4, 0xff, 0xff, 0xff, 0xff][..],
        &long,
        &[0x80, 0, 0, 0],
        b"SMOTR",
    ] {
        let mut stream = UnixStream::connect(served.socket()).unwrap();
        Greeting::own().send(&mut stream).unwrap();
        stream.write_all(bytes).unwrap();
        // Until it is let in and sent away: one that is not yet in is not connected either.
        let _ = stream.read_to_end(&mut Vec::new());
        until("it is let go", || served.connected() == 0);
    }
    works(&served);
    served.end();
}

/// Bytes that come one by one, each in time.
#[test]
fn a_message_byte_by_byte_holds_nobody_up() {
    let served = Served::with(quick());
    let mut stream = UnixStream::connect(served.socket()).unwrap();
    Greeting::own().send(&mut stream).unwrap();
    let mut whole = Vec::new();
    send(&mut whole, &Sent::Request(Request::Shard(OPEN))).unwrap();
    let trickle = std::thread::spawn(move || {
        // It is let go before the last byte.
        let sent = whole.iter().take_while(|byte| {
            std::thread::sleep(Duration::from_millis(40));
            stream.write_all(&[**byte]).is_ok()
        });
        (sent.count(), whole.len())
    });
    let (sent, all) = trickle.join().unwrap();
    assert!(sent < all, "all of it was waited for");
    works(&served);
    served.end();
}

#[test]
fn an_end_in_order_has_done_what_was_asked() {
    let served = Served::with(Limits::default());
    let orlova = served.person();
    let here = cell(COUNT, SCHOOL_1);
    let command = Box::new(set(&orlova.state, here, entry("7")));
    let id = smotr::domain::record::CommandId(1);
    orlova.port.send(Request::Command { id, command });
    // The answer may be lost with the connection; the value may not.
    let line = orlova.port.finish();
    until("it is done", || served.connected() == 0);
    drop(line);
    let next = served.person();
    assert_eq!(next.state.value(here).unwrap().body.entry, entry("7"));
    drop(next);
    served.end();
}

#[test]
fn a_socket_that_the_system_keeps_takes_connections_for_the_next_server() {
    let served = Served::with(quick());
    let path = served.dir.path().join("given");
    let kept = std::os::unix::net::UnixListener::bind(&path).unwrap();
    let serve = || {
        let given = kept.try_clone().unwrap();
        Server::listen(served.host.door(), given, known_as("orlova"), quick()).unwrap()
    };
    drop(serve());
    // Nobody serves now; who comes waits in the system's queue until somebody does.
    let waiting = UnixStream::connect(&path).unwrap();
    let server = serve();
    Greeting::own().send(&mut &waiting).unwrap();
    assert!(Greeting::receive(&mut &waiting).unwrap().fits());
    drop(waiting);
    drop(server);
    served.end();
}
