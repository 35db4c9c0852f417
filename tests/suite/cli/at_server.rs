//! Scripts at a server that does not do as they want: it is gone before it has answered, it has no place left, it is of another version;
//! and what is there to be read of that afterwards.

use std::os::unix::net::{UnixListener, UnixStream};
use std::process::Stdio;
use std::sync::{Arc, mpsc};

use smotr::service::host::Host;
use smotr::service::identity;
use smotr::service::link::News;
use smotr::service::remote;
use smotr::service::server::{Limits, Server as Serving};
use smotr::service::socket::Reach;
use smotr::service::wire::{Greeting, PROTOCOL};

use super::serve::{Server, at_server, department, serve};
use crate::support::desk::until;

const SET: [&str; 5] = ["set", "2025/26", "6.2", "12", "21/24"];
const GET: [&str; 4] = ["get", "2025/26", "6.2", "12"];

fn newer() -> Greeting {
    Greeting {
        protocol: PROTOCOL + 1,
        version: "9.9.9".into(),
    }
}

/// The server writes the value and is gone; in its place there is one of another version, so that the script does not wait for it.
#[test]
fn a_script_whose_server_is_gone_before_it_answers_says_that_nobody_knows() {
    let (home, dir, socket) = department();
    let (host, _) = Host::open(dir.clone(), identity::account(), None, &mut |_| {}).unwrap();
    let naming = Arc::new(identity::account_of);
    let server = Serving::start(
        host.door(),
        &socket,
        Reach::Owner,
        naming,
        Limits::default(),
    );
    let server = server.unwrap();
    // A colleague who is told of the commit, and with whom the engine stands still then: it has yet to answer.
    let (written, told) = mpsc::channel();
    let (release, gate) = mpsc::channel::<()>();
    let colleague = host.door().join(&identity::account(), move |news| {
        if matches!(news, News::Committed(_)) {
            let _ = written.send(());
            let _ = gate.recv();
        }
    });
    let mut script = home.command(&[&["--socket", socket.to_str().unwrap()], &SET[..]].concat());
    let script = script.stdout(Stdio::piped()).stderr(Stdio::piped());
    let script = script.spawn().unwrap();
    told.recv().unwrap();
    let ending = std::thread::spawn(move || drop(server));
    until("the name has gone", || !socket.exists());
    let listener = UnixListener::bind(&socket).unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let _ = newer().send(&mut stream.unwrap());
        }
    });
    let output = script.wait_with_output().unwrap();
    drop(release);
    ending.join().unwrap();
    drop(colleague);
    host.close().unwrap();
    let said = super::Said {
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
        code: output.status.code().unwrap(),
    };
    said.check(5, "неизвестно, записано ли изменение")
        .check(5, "smotr get");
    assert_eq!(said.out, "");
    // As it is told to, the script looks what has become of it.
    home.at(&dir, &GET).check(0, "87,5 % (21 из 24)");
    home.at(&dir, &["verify"]).check(0, "Расхождений нет");
}

#[test]
fn the_access_log_tells_of_those_who_were_not_let_in() {
    let (home, dir, socket) = department();
    let server = Server::start(serve(&home, &dir, &socket));
    // As many windows of one account as it may have.
    let most = Limits::default().per_account;
    let windows: Vec<_> = (0..most)
        .map(|_| remote::connect(&socket).unwrap())
        .collect();
    at_server(&home, &socket, &GET).check(3, "слишком много окон");
    drop(windows);
    let come = || remote::connect(&socket).is_ok();
    until("there is room again", come);
    let mut other = UnixStream::connect(&socket).unwrap();
    newer().send(&mut other).unwrap();
    assert_eq!(Greeting::receive(&mut other).unwrap(), Greeting::own());
    drop(other);
    let own = rustix::process::getuid().as_raw();
    let lines = [
        format!("вход не разрешён, слишком много подключений: uid {own}"),
        format!("вход не разрешён, программа другой версии: uid {own}"),
    ];
    let log = || at_server(&home, &socket, &["access-log"]).out;
    until("both are there", || {
        let log = log();
        lines.iter().all(|it| log.contains(it.as_str()))
    });
    // Nobody knows yet whose account it is.
    let log = log();
    let line = log.lines().find(|it| it.contains(&lines[0])).unwrap();
    assert!(line.contains("  —  "), "{line}");
    assert_eq!(server.end(), 0);
}
