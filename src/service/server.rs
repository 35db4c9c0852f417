//! The engine for others: a socket, a pair of threads for each who connects, and limits for all of them.
//!
//! Who somebody is comes from the kernel, never from what they say. One client can neither delay nor end another: whoever asks
//! much waits by themselves, and whoever does not read loses what waits for them and is told the whole state when they do.

use std::collections::BTreeMap;
use std::io;
use std::net::Shutdown;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::access::Did;
use super::engine::{Door, OpenError, Port, Renewal};
use super::outbox::{Backlog, Inbox, Next, outbox};
use super::parts::{Gathering, MOST_SENT, Sent};
use super::socket::{self, Reach, SocketError, Until};
use super::turnstile::Turnstile;
use super::wire::{self, Entrance, Greeting, WireError};

/// What one account and all of them together may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Connections of one account.
    pub per_account: usize,
    /// Connections in all.
    pub in_all: usize,
    /// Bytes of news, about, that wait for one client; with more than that it is told everything anew. With a quarter of it nothing
    /// more is taken from the client: the answers to what it may have asked by then, periods of 42 000 values, have room in the rest.
    pub waiting: usize,
    /// Requests of one client that are with the engine at once.
    pub in_hand: usize,
    /// Requests of one client in a second.
    pub in_a_second: u32,
    /// How long the greeting may take.
    pub greeting: Duration,
    /// How long a message may take from its first byte to its last.
    pub message: Duration,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            per_account: 32,
            in_all: 128,
            waiting: 48 << 20,
            in_hand: 4,
            in_a_second: 200,
            greeting: Duration::from_secs(5),
            message: Duration::from_secs(10),
        }
    }
}

/// The account of a user number; [`super::identity::account_of`], unless a test plays several people.
pub type Naming = Arc<dyn Fn(u32) -> io::Result<String> + Send + Sync>;

/// How long nobody is let in when the system has no room for one more connection.
const NO_ROOM: Duration = Duration::from_millis(50);

/// A socket on which an engine is served.
pub struct Server {
    /// Let go, it wakes the thread that waits for connections.
    bell: Option<UnixStream>,
    /// Its name, if it is ours to take away.
    path: Option<PathBuf>,
    shared: Arc<Shared>,
    accepting: Option<JoinHandle<()>>,
}

struct Shared {
    door: Door,
    naming: Naming,
    limits: Limits,
    clients: Mutex<Clients>,
}

#[derive(Default)]
struct Clients {
    last: u64,
    all: BTreeMap<u64, Client>,
}

struct Client {
    uid: u32,
    stream: Arc<UnixStream>,
    threads: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves an engine on a socket. Whoever calls holds the store's lock: the engine does.
    ///
    /// # Errors
    /// [`SocketError`]; nothing is served then.
    pub fn start(
        door: Door,
        path: &Path,
        reach: Reach,
        naming: Naming,
        limits: Limits,
    ) -> Result<Server, SocketError> {
        let listener = socket::bind(path, reach)?;
        let mut server =
            Server::listen(door, listener, naming, limits).map_err(|source| SocketError::Io {
                path: path.to_owned(),
                source,
            })?;
        server.path = Some(path.to_owned());
        Ok(server)
    }

    /// Serves an engine on a socket that whoever started this process has made, and keeps.
    ///
    /// # Errors
    /// Those of the system; nothing is served then.
    pub fn listen(
        door: Door,
        listener: UnixListener,
        naming: Naming,
        limits: Limits,
    ) -> io::Result<Server> {
        // Whoever came may be gone by the time they are let in.
        listener.set_nonblocking(true)?;
        let (bell, end) = UnixStream::pair()?;
        let shared = Arc::new(Shared {
            door,
            naming,
            limits,
            clients: Mutex::default(),
        });
        let accepting = {
            let shared = Arc::clone(&shared);
            spawn("doorkeeper", move || accept(&listener, &end, &shared))?
        };
        Ok(Server {
            bell: Some(bell),
            path: None,
            shared,
            accepting: Some(accepting),
        })
    }

    /// How many are connected.
    #[must_use]
    pub fn connected(&self) -> usize {
        self.shared.clients().all.len()
    }
}

impl Drop for Server {
    /// Nobody is let in from here on. What the clients have asked so far is with the engine; what it answers is not sent any more,
    /// and they ask again wherever the store is served next.
    fn drop(&mut self) {
        // The name goes first: whoever looks for it finds either this server or the next one.
        if let Some(path) = &self.path {
            let _ = std::fs::remove_file(path);
        }
        drop(self.bell.take());
        if let Some(thread) = self.accepting.take() {
            let _ = thread.join();
        }
        let clients = std::mem::take(&mut self.shared.clients().all);
        for client in clients.values() {
            let _ = client.stream.shutdown(Shutdown::Both);
        }
        for thread in clients.into_values().filter_map(|it| it.threads) {
            let _ = thread.join();
        }
    }
}

impl Shared {
    fn clients(&self) -> MutexGuard<'_, Clients> {
        self.clients.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a place for a client; `None` where there is none.
    fn take_place(&self, uid: u32, stream: &Arc<UnixStream>) -> Option<u64> {
        let mut clients = self.clients();
        let own = clients.all.values().filter(|it| it.uid == uid).count();
        if own >= self.limits.per_account || clients.all.len() >= self.limits.in_all {
            return None;
        }
        clients.last += 1;
        let id = clients.last;
        let client = Client {
            uid,
            stream: Arc::clone(stream),
            threads: None,
        };
        clients.all.insert(id, client);
        Some(id)
    }
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<JoinHandle<()>> {
    thread::Builder::new().name(name.to_owned()).spawn(work)
}

fn accept(listener: &UnixListener, bell: &UnixStream, shared: &Arc<Shared>) {
    loop {
        let accepted = match socket::arrival(listener, bell) {
            Ok(false) => return,
            Ok(true) => listener.accept(),
            Err(error) => Err(error),
        };
        match accepted {
            Ok((stream, _)) => admit(Arc::new(stream), shared),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            Err(error) => {
                // No more descriptors, most likely: those who are here work on, and some of them will leave.
                tracing::warn!(%error, "a connection was not accepted");
                thread::sleep(NO_ROOM);
            }
        }
    }
}

/// Gives a connection its thread, or says why not.
fn admit(stream: Arc<UnixStream>, shared: &Arc<Shared>) {
    let Ok(uid) = socket::peer(&stream) else {
        return;
    };
    let Some(id) = shared.take_place(uid, &stream) else {
        // A word to somebody who may not be listening must not hold the door.
        let _ = stream.set_nonblocking(true);
        let mut to = &*stream;
        let _ = Greeting::own().send(&mut to);
        let _ = wire::send(&mut to, &Entrance::Crowded);
        shared.door.access().note(None, Did::Crowded { uid });
        tracing::warn!(uid, "too many connections");
        return;
    };
    let of_client = Arc::clone(shared);
    let spawned = spawn("client", move || {
        let leaving = Leaving(of_client, id);
        if let Err(error) = serve(&leaving.0, &stream, uid) {
            tracing::debug!(%error, uid, "a client has gone");
        }
    });
    let mut clients = shared.clients();
    match spawned {
        Ok(thread) => {
            if let Some(client) = clients.all.get_mut(&id) {
                client.threads = Some(thread);
            }
        }
        Err(error) => {
            tracing::warn!(%error, "no thread for a client");
            clients.all.remove(&id);
        }
    }
}

/// Gives a client's place back, however its thread ends.
struct Leaving(Arc<Shared>, u64);

impl Drop for Leaving {
    fn drop(&mut self) {
        self.0.clients().all.remove(&self.1);
    }
}

/// One client from the greeting to the end.
fn serve(shared: &Shared, stream: &Arc<UnixStream>, uid: u32) -> Result<(), WireError> {
    let mut to = &**stream;
    let theirs = Greeting::receive(&mut Until::within(stream, shared.limits.greeting))?;
    Greeting::own().send(&mut to)?;
    if !theirs.fits() {
        tracing::info!(uid, version = theirs.version, "a client of another version");
        shared.door.access().note(None, Did::OtherVersion { uid });
        return Ok(());
    }
    let account = (shared.naming)(uid)?;
    let (outbox, inbox) = outbox(shared.limits.waiting);
    let (port, welcome) = match shared.door.join(&account, move |it| outbox.put(it)) {
        Ok(joined) => joined,
        Err(OpenError::Stranger { account, former }) => {
            tracing::info!(uid, "not among the users");
            return wire::send(&mut to, &Entrance::Stranger { account, former });
        }
        Err(_) => return wire::send(&mut to, &Entrance::Ending),
    };
    let (out, renewal, backlog) = (Arc::clone(stream), port.renewal(), inbox.backlog());
    let writing = spawn("client out", move || {
        let welcome = Entrance::Welcome(Box::new(welcome));
        if let Err(error) = write(&out, welcome, &inbox, &renewal) {
            tracing::debug!(%error, "a client does not listen");
        }
        // The one who reads is woken by it.
        let _ = out.shutdown(Shutdown::Both);
    })?;
    let read = read(stream, &port, &backlog, &shared.limits);
    // The engine lets the outbox go, and the writer ends with it.
    drop(port);
    let _ = stream.shutdown(Shutdown::Both);
    let _ = writing.join();
    read
}

fn read(
    stream: &UnixStream,
    port: &Port,
    backlog: &Backlog,
    limits: &Limits,
) -> Result<(), WireError> {
    let mut turnstile = Turnstile::new(limits.in_hand, limits.in_a_second);
    let mut gathering = Gathering::default();
    loop {
        // Before anything is read: what waits for its turn waits with whoever sends it.
        let pass = turnstile.pass();
        backlog.wait();
        socket::wait(stream)?;
        let mut from = Until::within(stream, limits.message);
        match wire::receive::<Sent>(&mut from, MOST_SENT) {
            Ok(sent) => {
                if let Some(request) = gathering.take(sent)? {
                    port.send_with(request, pass);
                }
            }
            Err(WireError::Gone) => return Ok(()),
            Err(error) => return Err(error),
        }
    }
}

fn write(
    stream: &UnixStream,
    welcome: Entrance,
    inbox: &Inbox,
    renewal: &Renewal,
) -> Result<(), WireError> {
    let mut to = stream;
    wire::send(&mut to, &welcome)?;
    drop(welcome);
    while let Some(next) = inbox.next() {
        match next {
            Next::News(news) => wire::send(&mut to, &news)?,
            Next::Renew => renewal.ask(),
        }
    }
    Ok(())
}
