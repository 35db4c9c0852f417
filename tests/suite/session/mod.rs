//! Several people in one store: through a socket, through each other's ends, and against everything that comes to a socket.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc;

use smotr::domain::command::Command;
use smotr::service::link::{News, Welcome};
use smotr::service::server::{Limits, Naming, Server};
use smotr::service::session::{Opening, Session};
use smotr::service::socket::{NAME, Reach};
use smotr::service::{host::Host, remote};

use crate::support::desk::{Person, until};
use crate::support::world;

mod crowd;
mod door;
mod drafts;
mod killed;
mod large;
mod order;
mod presence;
mod sockets;
mod together;
mod waiting;
mod wire;

/// Everybody of a test runs under one account of the machine: this is the one the store knows them by.
fn known_as(account: &'static str) -> Naming {
    Arc::new(move |_| Ok(account.to_owned()))
}

/// How somebody opens the store in a folder, where whoever joins them later is somebody else.
fn opening(dir: &Path, account: &str, joiners: &'static str) -> Opening {
    Opening {
        dir: dir.to_owned(),
        account: account.to_owned(),
        founding: Some(Arc::new(|_| Ok(world::records()))),
        naming: known_as(joiners),
    }
}

/// Opens the store or joins whoever has it.
fn sit_down(opening: Opening) -> Person<Session> {
    let (sender, news) = mpsc::channel();
    let tell = move |it| drop(sender.send(it));
    let (session, welcome, _) = Session::open(opening, tell, &mut |_| {}).unwrap();
    at_work(session, news, welcome)
}

/// Advice to somebody, in these words.
fn advice(text: &str) -> Command {
    world::recommend(text, "Итог")
}

/// Somebody who has asked for the open period's values.
fn at_work(session: Session, news: mpsc::Receiver<News>, welcome: Welcome) -> Person<Session> {
    let mut person = Person::over(session, news, welcome);
    person.shard(world::OPEN);
    person
}

impl Person<Session> {
    /// Until the link has been lost and found again, and the values are there again.
    fn back_again(&mut self) {
        self.wait(|it| matches!(it, News::Lost));
        self.wait(|it| matches!(it, News::Again(_)));
        self.shard(world::OPEN);
    }
}

/// A store that is served in its folder to people of one account.
struct Served {
    // The order in which they end.
    server: Option<Server>,
    host: Host,
    dir: tempfile::TempDir,
}

impl Served {
    fn with(limits: Limits) -> Served {
        Served::to(limits, "orlova")
    }

    /// To people of another account.
    fn to(limits: Limits, account: &'static str) -> Served {
        let dir = tempfile::tempdir().unwrap();
        let opening = opening(dir.path(), "orlova", "orlova");
        let opened = Host::open(
            opening.dir,
            opening.account,
            opening.founding.as_ref(),
            &mut |_| {},
        );
        let host = opened.unwrap().0;
        let path = dir.path().join(NAME);
        let naming = known_as(account);
        let server = Server::start(host.door(), &path, Reach::Owner, naming, limits).unwrap();
        Served {
            server: Some(server),
            host,
            dir,
        }
    }

    fn socket(&self) -> std::path::PathBuf {
        self.dir.path().join(NAME)
    }

    fn connected(&self) -> usize {
        self.server.as_ref().unwrap().connected()
    }

    /// Somebody who comes in as any client does, and does not come again.
    fn person(&self) -> Person<remote::Sending> {
        let (sending, receiving, welcome) = remote::connect(&self.socket()).unwrap();
        let (sender, news) = mpsc::channel();
        std::thread::spawn(move || receiving.run(|it| drop(sender.send(it))));
        let mut person = Person::over(sending, news, welcome);
        person.shard(world::OPEN);
        person
    }

    fn end(mut self) {
        drop(self.server.take());
        self.host.close().unwrap();
    }
}

/// Somebody whose window hears nothing until it is released, piece by piece, or for good when the release is dropped.
fn stopped(socket: &Path) -> (Person<Session>, mpsc::Sender<()>) {
    let (release, gate) = mpsc::channel::<()>();
    let gate = std::sync::Mutex::new(gate);
    let (sender, news) = mpsc::channel();
    let tell = move |it| {
        let _ = gate.lock().unwrap().recv();
        drop(sender.send(it));
    };
    let (session, welcome) = Session::join(socket.to_owned(), tell).unwrap();
    (Person::over(session, news, welcome), release)
}
