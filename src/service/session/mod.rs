//! A link that lasts: to an engine of one's own, or to whoever serves the store. When the one at the other end goes, orderly or
//! killed, another is found or this process takes the store over, and what had no answer is asked again under the same id.
//!
//! Knows nothing of what is asked. The engine knows commands by their ids, so that asking again does nothing twice.

mod seek;

use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crate::domain::command::Command;
use crate::domain::record::CommandId;
use crate::service::engine::{CloseError, Door, Founding, OpenError, Port};
use crate::service::host::Host;
use crate::service::identity;
use crate::service::link::{Answer, Bar, Link, News, Request, Trouble, Welcome};
use crate::service::parts;
use crate::service::remote::{Receiving, RemoteError, Sending};
use crate::service::server::Naming;
use crate::store::{OpenReport, Progress};
use seek::{Found, SLOWLY, Site, first, seek};

pub use seek::knocks;

/// How long the last words to a server may take.
const LAST_WORDS: Duration = Duration::from_secs(2);

/// Which store is opened, and by whom.
pub struct Opening {
    /// Its folder.
    pub dir: PathBuf,
    /// The account; [`Opening::of`] asks the kernel.
    pub account: String,
    /// How a store begins where there is none; without it, a missing store is an error.
    pub founding: Option<Founding>,
    /// How those who join are named.
    pub naming: Naming,
}

impl Opening {
    /// Opens the store in a folder as whoever runs this process.
    #[must_use]
    pub fn of(dir: PathBuf, founding: Option<Founding>) -> Opening {
        Opening {
            dir,
            account: identity::account(),
            founding,
            naming: Arc::new(identity::account_of),
        }
    }
}

/// Why there is no session.
#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    /// The store does not open here.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// Whoever serves it does not let us in.
    #[error(transparent)]
    Remote(#[from] RemoteError),
}

/// A link that lasts.
pub struct Session {
    shared: Arc<Shared>,
    tell: Tell,
    /// Heard from when the thread that follows whoever has the store has ended.
    ended: Receiver<()>,
}

struct Shared {
    inner: Mutex<Inner>,
    closing: Condvar,
}

struct Inner {
    route: Route,
    /// Commands without an answer, in the order in which they were asked.
    asked: Vec<(CommandId, Box<Command>)>,
    /// What else was asked while nobody was there.
    waiting: Vec<Request>,
    is_closing: bool,
}

enum Route {
    Nobody,
    Own(Host, Port),
    Server(Sending),
}

/// Where news go.
type Tell = Arc<dyn Fn(News) + Send + Sync>;

impl Session {
    /// Opens the store in a folder, or joins whoever has it open. `news` must not block; it is called on another thread.
    ///
    /// # Errors
    /// [`SessionError`]: nothing is left open then.
    pub fn open(
        opening: Opening,
        news: impl Fn(News) + Send + Sync + 'static,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(Session, Welcome, OpenReport), SessionError> {
        let site = Site::Folder {
            dir: opening.dir,
            account: opening.account,
            naming: opening.naming,
        };
        Session::begin(site, opening.founding, Arc::new(news), progress)
    }

    /// Joins a server at its socket.
    ///
    /// # Errors
    /// [`SessionError::Remote`].
    pub fn join(
        socket: PathBuf,
        news: impl Fn(News) + Send + Sync + 'static,
    ) -> Result<(Session, Welcome), SessionError> {
        let begun = Session::begin(Site::Socket(socket), None, Arc::new(news), &mut |_| {})?;
        Ok((begun.0, begun.1))
    }

    fn begin(
        site: Site,
        founding: Option<Founding>,
        tell: Tell,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(Session, Welcome, OpenReport), SessionError> {
        let shared = Arc::new(Shared {
            inner: Mutex::new(Inner {
                route: Route::Nobody,
                asked: Vec::new(),
                waiting: Vec::new(),
                is_closing: false,
            }),
            closing: Condvar::new(),
        });
        let (end, ended) = mpsc::channel();
        // From here on whatever was opened is closed with it, also where no thread follows.
        let session = Session {
            shared: Arc::clone(&shared),
            tell: Arc::clone(&tell),
            ended,
        };
        let (other, welcome, report) = match first(&site, founding.as_ref(), progress)? {
            Found::Own(host, report) => {
                let (door, welcome) = shared.own(*host, &site, &tell, |_| {})?;
                (Other::Engine(door), welcome, report)
            }
            Found::Server(found) => {
                let (sending, receiving, welcome) = *found;
                shared.lock().go_by(Route::Server(sending));
                (Other::Server(receiving), welcome, OpenReport::default())
            }
        };
        let following = move || {
            follow(&shared, &site, &tell, other);
            drop(end);
        };
        thread::Builder::new()
            .name("session".into())
            .spawn(following)
            .map_err(|_| OpenError::Stopped)?;
        Ok((session, welcome, report))
    }

    /// Whether somebody else serves the store just now.
    #[must_use]
    pub fn is_joined(&self) -> bool {
        matches!(self.shared.lock().route, Route::Server(_))
    }

    /// Finishes what was asked so far. A store of one's own is closed; whoever has joined it finds another way.
    ///
    /// # Errors
    /// [`CloseError`]; everything acknowledged is durable all the same.
    pub fn close(mut self) -> Result<(), CloseError> {
        self.end()
    }

    fn end(&mut self) -> Result<(), CloseError> {
        let route = {
            let mut inner = self.shared.lock();
            inner.is_closing = true;
            std::mem::replace(&mut inner.route, Route::Nobody)
        };
        self.shared.closing.notify_all();
        match route {
            Route::Own(host, port) => {
                drop(port);
                host.close()
            }
            Route::Server(sending) => {
                // What was typed last is with the engine when the server has hung up.
                let hearing = sending.finish();
                let _ = self.ended.recv_timeout(LAST_WORDS);
                drop(hearing);
                Ok(())
            }
            Route::Nobody => Ok(()),
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // Closed in order, there is nothing left to end.
        let _ = self.end();
    }
}

impl Link for Session {
    fn send(&self, request: Request) {
        // Here the answer is the same whoever has the store; a server would hang up, and be asked again for ever.
        let refusal = match &request {
            Request::Command { id, .. } => Some(News::Answer {
                id: *id,
                answer: Answer::NotWritten(Trouble::TooMuch),
            }),
            Request::KeepUnsaved(_) => Some(News::Unkept),
            _ => None,
        };
        if let Some(refusal) = refusal
            && !parts::fits(&request)
        {
            (self.tell)(refusal);
            return;
        }
        self.shared.lock().send(request);
    }
}

impl Inner {
    fn send(&mut self, request: Request) {
        match (&self.route, request) {
            (route, Request::Command { id, command }) => {
                if !self.asked.iter().any(|it| it.0 == id) {
                    self.asked.push((id, command.clone()));
                }
                let request = Request::Command { id, command };
                match route {
                    Route::Own(_, port) => port.send(request),
                    Route::Server(server) => server.send(request),
                    Route::Nobody => {}
                }
            }
            (Route::Own(_, port), request) => port.send(request),
            (Route::Server(server), request) => server.send(request),
            // Where one is now is said to whoever comes next.
            (Route::Nobody, Request::Here(_)) => {}
            (Route::Nobody, request) => {
                if !self.waiting.contains(&request) {
                    self.waiting.push(request);
                }
            }
        }
    }

    /// Takes a route, and asks there what has no answer.
    fn go_by(&mut self, route: Route) {
        self.route = route;
        self.ask_again();
        for request in std::mem::take(&mut self.waiting) {
            self.send(request);
        }
    }

    /// Asks what has no answer.
    fn ask_again(&mut self) {
        for (id, command) in std::mem::take(&mut self.asked) {
            self.send(Request::Command { id, command });
        }
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes note of what was answered.
    fn heard(&self, news: &News) {
        if let News::Answer { id, answer } = news
            && *answer != Answer::Unknown
        {
            self.lock().asked.retain(|it| it.0 != *id);
        }
    }

    /// Waits before somebody is looked for again. Whether the session goes on.
    fn pause(&self, pause: Duration) -> bool {
        let waited = self
            .closing
            .wait_timeout_while(self.lock(), pause, |it| !it.is_closing);
        waited.is_ok_and(|it| !it.0.is_closing)
    }

    /// Goes by an engine of one's own, and lets others in when one is in oneself: until then nobody has anything to tell.
    fn own(
        self: &Arc<Self>,
        mut host: Host,
        site: &Site,
        tell: &Tell,
        before: impl FnOnce(&Welcome),
    ) -> Result<(Door, Welcome), OpenError> {
        let Site::Folder {
            dir,
            account,
            naming,
        } = site
        else {
            return Err(OpenError::Stopped);
        };
        let (shared, tell) = (Arc::clone(self), Arc::clone(tell));
        let listener = move |news| {
            shared.heard(&news);
            tell(news);
        };
        let door = host.door();
        let (port, welcome) = match door.join(account, listener) {
            Ok(joined) => joined,
            Err(error) => {
                // That somebody is a stranger is what matters; the store lost nothing.
                let _ = host.close();
                return Err(error);
            }
        };
        before(&welcome);
        host.serve_folder(dir, naming);
        let mut inner = self.lock();
        if inner.is_closing {
            drop(inner);
            drop(port);
            let _ = host.close();
            return Err(OpenError::Stopped);
        }
        inner.go_by(Route::Own(host, port));
        drop(inner);
        Ok((door, welcome))
    }
}

/// Who has the store, to be followed to their end.
enum Other {
    /// An engine of one's own. It ends before the session does only if it breaks.
    Engine(Door),
    Server(Receiving),
}

/// Follows whoever has the store to their end, finds another way in, and so on.
fn follow(shared: &Arc<Shared>, site: &Site, tell: &Tell, mut other: Other) {
    loop {
        match other {
            Other::Engine(door) => door.wait(),
            Other::Server(receiving) => receiving.run(|news| {
                shared.heard(&news);
                let is_anew = matches!(news, News::Again(_));
                tell(news);
                // Answers were among what was dropped, perhaps.
                if is_anew {
                    shared.lock().ask_again();
                }
            }),
        }
        let route = {
            let mut inner = shared.lock();
            if inner.is_closing {
                return;
            }
            std::mem::replace(&mut inner.route, Route::Nobody)
        };
        tell(News::Lost);
        if let Route::Own(host, port) = route {
            drop(port);
            // It lets the store go; that it has broken is known.
            let _ = host.close();
            // What broke it may do so again: not as often as it can.
            if !shared.pause(SLOWLY) {
                return;
            }
        }
        let Some(found) = find(shared, site, tell) else {
            return;
        };
        other = found;
    }
}

/// Another who has the store, and the way there; `None` when the session is closed, or there is none to be had.
fn find(shared: &Arc<Shared>, site: &Site, tell: &Tell) -> Option<Other> {
    loop {
        let host = match seek(shared, site, tell)? {
            Found::Own(host, _) => host,
            Found::Server(found) => {
                let (sending, receiving, welcome) = *found;
                // Nothing is heard before it is followed: the welcome comes first all the same.
                shared.lock().go_by(Route::Server(sending));
                tell(News::Again(Box::new(welcome)));
                return Some(Other::Server(receiving));
            }
        };
        let told = |it: &Welcome| tell(News::Again(Box::new(it.clone())));
        match shared.own(*host, site, tell, told) {
            Ok((door, _)) => return Some(Other::Engine(door)),
            Err(error) => {
                tracing::error!(%error, "the store was not taken over");
                if let OpenError::Stranger { account, .. } = error {
                    tell(News::Barred(Bar::Stranger { account }));
                    // Every look would open the whole store: somebody else is to do that, and let us in.
                    return None;
                }
            }
        }
        if !shared.pause(SLOWLY) {
            return None;
        }
    }
}
