//! The engine for others: a socket, a pair of threads for each who connects, and limits for all of them.
//!
//! Who somebody is comes from the kernel, never from what they say. One client can neither delay nor end another: each has a
//! queue of its own, and whoever does not read is let go and comes again for the whole state.

use std::collections::BTreeMap;
use std::io;
use std::net::Shutdown;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::engine::{Door, OpenError, Port};
use super::link::{Link as _, News, Request};
use super::socket::{self, Reach, SocketError, Until};
use super::wire::{self, Entrance, Greeting, MOST_REQUEST, WireError};

/// What one account and all of them together may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Connections of one account.
    pub per_account: usize,
    /// Connections in all.
    pub in_all: usize,
    /// News that wait for one client; one more, and the client is let go.
    pub waiting: usize,
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
            waiting: 4_096,
            greeting: Duration::from_secs(5),
            message: Duration::from_secs(10),
        }
    }
}

/// The account of a user number; [`super::identity::account_of`], unless a test plays several people.
pub type Naming = Arc<dyn Fn(u32) -> String + Send + Sync>;

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
    stream: UnixStream,
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
    fn take_place(&self, uid: u32, stream: &UnixStream) -> Option<u64> {
        let mut clients = self.clients();
        let own = clients.all.values().filter(|it| it.uid == uid).count();
        if own >= self.limits.per_account || clients.all.len() >= self.limits.in_all {
            return None;
        }
        clients.last += 1;
        let id = clients.last;
        let client = Client {
            uid,
            stream: stream.try_clone().ok()?,
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
            Ok((stream, _)) => admit(stream, shared),
            Err(error) => {
                // No more descriptors, most likely: those who are here work on, and some of them will leave.
                tracing::warn!(%error, "a connection was not accepted");
                thread::sleep(NO_ROOM);
            }
        }
    }
}

/// Gives a connection its thread, or says why not.
fn admit(stream: UnixStream, shared: &Arc<Shared>) {
    let Ok(uid) = socket::peer(&stream) else {
        return;
    };
    let Some(id) = shared.take_place(uid, &stream) else {
        // A word to somebody who may not be listening must not hold the door.
        let _ = stream.set_nonblocking(true);
        let mut to = &stream;
        let _ = Greeting::own().send(&mut to);
        let _ = wire::send(&mut to, &Entrance::Crowded);
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
fn serve(shared: &Shared, stream: &UnixStream, uid: u32) -> Result<(), WireError> {
    let mut to = stream;
    let theirs = Greeting::receive(&mut Until::within(stream, shared.limits.greeting))?;
    Greeting::own().send(&mut to)?;
    if !theirs.fits() {
        tracing::info!(uid, version = theirs.version, "a client of another version");
        return Ok(());
    }
    let account = (shared.naming)(uid);
    let (outbox, inbox) = outbox(stream.try_clone()?, shared.limits.waiting);
    let (port, welcome) = match shared.door.join(&account, outbox) {
        Ok(joined) => joined,
        Err(OpenError::Stranger { account }) => {
            tracing::info!(uid, "not among the users");
            return wire::send(&mut to, &Entrance::Stranger { account });
        }
        Err(_) => return wire::send(&mut to, &Entrance::Ending),
    };
    let out = stream.try_clone()?;
    let writing = spawn("client out", move || {
        let told = write(&out, Entrance::Welcome(Box::new(welcome)), &inbox);
        if let Err(error) = told {
            tracing::debug!(%error, "a client does not listen");
        }
        // The one who reads is woken by it.
        let _ = out.shutdown(Shutdown::Both);
    })?;
    let read = read(stream, &port, shared.limits.message);
    // The engine lets the outbox go, and the writer ends with it.
    drop(port);
    let _ = stream.shutdown(Shutdown::Both);
    let _ = writing.join();
    read
}

fn read(stream: &UnixStream, port: &Port, message: Duration) -> Result<(), WireError> {
    loop {
        socket::wait(stream)?;
        match wire::receive::<Request>(&mut Until::within(stream, message), MOST_REQUEST) {
            Ok(request) => port.send(request),
            Err(WireError::Gone) => return Ok(()),
            Err(error) => return Err(error),
        }
    }
}

/// What waits to be sent to a client.
struct Inbox {
    news: Receiver<News>,
    waiting: Arc<AtomicUsize>,
}

/// The engine's end of a client's queue: it never waits. Past the limit the connection is shut, and the client comes again.
fn outbox(stream: UnixStream, most: usize) -> (impl Fn(News) + Send + 'static, Inbox) {
    let (send, news) = mpsc::channel();
    let waiting = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&waiting);
    let tell = move |news| {
        let before = count.fetch_add(1, Ordering::Relaxed);
        if before < most {
            let _ = send.send(news);
        } else if before == most {
            tracing::warn!("a client does not keep up and is to come again");
            let _ = stream.shutdown(Shutdown::Both);
        }
    };
    (tell, Inbox { news, waiting })
}

fn write(stream: &UnixStream, welcome: Entrance, inbox: &Inbox) -> Result<(), WireError> {
    let mut to = stream;
    wire::send(&mut to, &welcome)?;
    drop(welcome);
    while let Ok(news) = inbox.news.recv() {
        wire::send(&mut to, &news)?;
        inbox.waiting.fetch_sub(1, Ordering::Relaxed);
    }
    Ok(())
}
