//! The engine: one thread that owns the store, decides, writes, takes in, answers and publishes, in this order.
//!
//! Here: starting it, joining it, closing it. What it does with a group of commands is in `group`, how it goes around in
//! `work` and `beside`, who hears of it and may see what in `audience`, and how it deals with a disk that fails in `keeper`. Knows nothing of who
//! shows what it says.
//!
//! Invariants: nothing is answered or published before it is durable; commits are published in the order of their numbers,
//! without gaps; an idle engine waits on its queue and nothing else.

mod answer;
mod aside;
mod audience;
mod beside;
mod erasing;
mod group;
mod keeper;
mod mentions;
mod presence;
mod work;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

use super::access::Access;
use super::clock::Clock;
use super::config::Config;
use super::core::{Asked, commit_for};
use super::link::{Link, News, Request, Trouble, Welcome};
use super::turnstile::Pass;
use crate::domain::command::Command;
use crate::domain::ids::{Now, PROGRAM, Seq};
use crate::domain::record::{CommandId, Commit, Key, Record};
use crate::domain::refusal::Refusal;
use crate::domain::state::{Recent, State};
use crate::store::disk::Disk;
use crate::store::{AppendError, OpenReport, Opening, Progress, Store, StoreError};

use aside::Aside;
use keeper::Keeper;
use work::Worker;

/// Commands that become durable together, at most.
pub const MAX_GROUP: usize = 200;

/// The rules by which a command becomes a commit: [`commit_for`], unless a test plants something else.
pub type Rules =
    fn(&State, Asked<'_>, &mut dyn FnMut(Seq) -> Option<Arc<Commit>>) -> Result<Commit, Refusal>;

/// The first records of a store that is made now; an error is what the program's own files say.
pub type Founding = Arc<dyn Fn(Now) -> Result<Vec<(Key, Record)>, String> + Send + Sync>;

/// What an engine is started with.
pub struct Setup {
    /// The disk.
    pub disk: Arc<dyn Disk>,
    /// The store's folder.
    pub dir: PathBuf,
    /// Who starts it, for whoever finds the store held.
    pub account: String,
    /// How a store begins where there is none; without it, a missing store is an error.
    pub founding: Option<Founding>,
    /// The clock.
    pub clock: Clock,
    /// The rules.
    pub rules: Rules,
    /// What is set for the store; without it there are neither automatic archives nor an access log.
    pub config: Option<Config>,
    /// Values that stay in memory between groups, unless one needs more: [`crate::domain::state::MOST_VALUES`].
    pub most_values: usize,
}

/// The rules of the domain.
///
/// # Errors
/// Those of [`commit_for`].
pub fn domain_rules(
    state: &State,
    asked: Asked<'_>,
    find: &mut dyn FnMut(Seq) -> Option<Arc<Commit>>,
) -> Result<Commit, Refusal> {
    commit_for(state, asked, find)
}

/// Why an engine does not start, or does not let somebody in.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The store does not open.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The first records of a new store could not be made.
    #[error("founding: {0}")]
    Founding(String),
    /// The first records of a new store could not be written.
    #[error(transparent)]
    NotWritten(#[from] AppendError),
    /// The store does not know this account, or no longer admits it.
    #[error("{account} is not a user of this store")]
    Stranger {
        /// The account.
        account: String,
        /// It was admitted before, and its access was closed.
        former: bool,
    },
    /// The system gives no thread, or the engine's has ended.
    #[error("the engine does not run")]
    Stopped,
}

/// Why an engine was not closed in order. Everything acknowledged is durable all the same.
#[derive(Debug, thiserror::Error)]
pub enum CloseError {
    /// The disk, to the last flush; the next opening mends it.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The program broke on the engine's thread, before or while closing.
    #[error("the engine's thread has panicked")]
    Broken,
}

/// A running engine. Dropped, it ends when its last request is done; closed, it says how that went.
pub struct Engine {
    /// Shared with those who tell the engine something and do not keep it going.
    queue: Arc<Sender<Ask>>,
    access: Access,
    thread: JoinHandle<()>,
}

/// The way into an engine, as many times as one likes. An engine outlives its doors and does not wait for them.
#[derive(Clone)]
pub struct Door {
    queue: Sender<Ask>,
    access: Access,
}

/// One client's way to an engine.
#[derive(Debug)]
pub struct Port {
    id: ClientId,
    queue: Sender<Ask>,
}

/// A way to ask for the whole state anew on behalf of a client; it does not keep the client there.
#[derive(Debug)]
pub struct Renewal {
    id: ClientId,
    queue: Sender<Ask>,
}

/// Number of a client of one engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct ClientId(u64);

/// Where news go; called on the engine's thread, so it hands them on and returns.
type Listener = Box<dyn Fn(News) + Send>;

/// Whoever comes is not let in.
struct TurnedAway {
    /// They were, before.
    former: bool,
}

/// What stands in the engine's queue.
enum Ask {
    /// A client asks something; the pass, if there is one, is let go when it is done.
    Request(ClientId, Request, Option<Pass>),
    /// Somebody comes.
    Join {
        account: String,
        news: Listener,
        reply: Sender<Result<(ClientId, Welcome), TurnedAway>>,
    },
    /// A client is to be told the whole state anew.
    Renew(ClientId),
    /// A client has gone.
    Leave(ClientId),
    /// Tell a client what was found for it elsewhere.
    Tell(ClientId, News),
    /// There is no archive of this day.
    NoArchive(Trouble),
    /// Let go of this when the engine has ended, however.
    Watch(Sender<()>),
    /// Finish what stands before this, and close the store.
    Close(Sender<Result<(), StoreError>>),
}

impl Engine {
    /// Opens the store, founds it if it is new, and starts the thread. `progress` is called while the derived state is made
    /// again or catches up.
    ///
    /// # Errors
    /// [`OpenError`], all but [`OpenError::Stranger`].
    pub fn start(
        setup: Setup,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(Engine, OpenReport), OpenError> {
        let now = (setup.clock)();
        let how = Opening {
            account: &setup.account,
            now: now.at,
            create: setup.founding.is_some(),
        };
        let (mut store, mut state, report) =
            Store::open_to_check(Arc::clone(&setup.disk), &setup.dir, how, progress)?;
        if let Some(founding) = &setup.founding
            && state.is_new()
            && store.is_writable()
        {
            let records = founding(now).map_err(OpenError::Founding)?;
            let mut id = [0; 16];
            (setup.disk.random(&mut id)).map_err(|error| StoreError::io(&setup.dir, error))?;
            let asked = Asked {
                actor: PROGRAM,
                id: CommandId(u128::from_be_bytes(id)),
                command: &Command::Load(records),
                now,
            };
            let commit = commit_for(&state, asked, |_| None)
                .map_err(|refusal| OpenError::Founding(format!("{refusal:?}")))?;
            store.append_group(std::slice::from_ref(&commit))?;
            state.apply(&commit);
        }
        let (queue, asks) = mpsc::channel();
        let queue = Arc::new(queue);
        let aside = Aside::of(&setup, &queue);
        let access = aside.access();
        let erased = report.erased.clone();
        let keeper = Keeper::new(
            store,
            erased,
            setup.disk,
            setup.dir,
            setup.account,
            setup.clock,
        );
        let recent = Recent::new(setup.most_values);
        let worker = Worker::new(keeper, state, recent, setup.clock, setup.rules, aside);
        let thread = thread::Builder::new()
            .name("engine".into())
            .spawn(move || worker.run(&asks))
            .map_err(|_| OpenError::Stopped)?;
        let engine = Engine {
            queue,
            access,
            thread,
        };
        Ok((engine, report))
    }

    /// Lets somebody in. The welcome and the news after it are without a gap.
    ///
    /// # Errors
    /// [`OpenError::Stranger`] for an account that is not among the users.
    pub fn join(
        &self,
        account: &str,
        news: impl Fn(News) + Send + 'static,
    ) -> Result<(Port, Welcome), OpenError> {
        self.door().join(account, news)
    }

    /// The way in, for whoever lets others in.
    #[must_use]
    pub fn door(&self) -> Door {
        Door {
            queue: Sender::clone(&self.queue),
            access: self.access.clone(),
        }
    }

    /// Finishes what was asked so far, flushes and closes the store. Everything acknowledged is durable whether this succeeds or not.
    ///
    /// # Errors
    /// [`CloseError`].
    pub fn close(self) -> Result<(), CloseError> {
        let (reply, answer) = mpsc::channel();
        let asked = self.queue.send(Ask::Close(reply));
        let closed = asked.ok().and_then(|()| answer.recv().ok());
        let ended = self.thread.join();
        // An engine is told to end here and nowhere else: without an answer it has ended by itself.
        match (ended, closed) {
            (Ok(()), Some(closed)) => Ok(closed?),
            (Err(_), _) | (_, None) => {
                tracing::error!("the engine's thread has panicked");
                Err(CloseError::Broken)
            }
        }
    }
}

impl Door {
    /// The way to the access log, for whoever turns somebody away at the door.
    #[must_use]
    pub fn access(&self) -> &Access {
        &self.access
    }

    /// Waits until the engine has ended, in order or broken.
    pub fn wait(&self) {
        let (held, ended) = mpsc::channel();
        if self.queue.send(Ask::Watch(held)).is_ok() {
            // Nothing ever comes but the end.
            let _ = ended.recv();
        }
    }

    /// Lets somebody in. The welcome and the news after it are without a gap.
    ///
    /// # Errors
    /// [`OpenError::Stranger`] for an account that is not among the users; [`OpenError::Stopped`] when the engine has ended.
    pub fn join(
        &self,
        account: &str,
        news: impl Fn(News) + Send + 'static,
    ) -> Result<(Port, Welcome), OpenError> {
        let (reply, answer): (_, Receiver<_>) = mpsc::channel();
        let ask = Ask::Join {
            account: account.to_owned(),
            news: Box::new(news),
            reply,
        };
        self.queue.send(ask).map_err(|_| OpenError::Stopped)?;
        let (id, welcome) =
            answer
                .recv()
                .map_err(|_| OpenError::Stopped)?
                .map_err(|TurnedAway { former }| OpenError::Stranger {
                    account: account.to_owned(),
                    former,
                })?;
        let queue = self.queue.clone();
        Ok((Port { id, queue }, welcome))
    }
}

impl Link for Port {
    fn send(&self, request: Request) {
        // An engine that is gone answers nothing; whoever closed it knows.
        let _ = self.queue.send(Ask::Request(self.id, request, None));
    }
}

impl Port {
    /// Asks under a pass, which is let go when the engine is done with it.
    pub fn send_with(&self, request: Request, pass: Pass) {
        let _ = (self.queue).send(Ask::Request(self.id, request, Some(pass)));
    }

    /// For whoever writes what this client hears.
    #[must_use]
    pub fn renewal(&self) -> Renewal {
        Renewal {
            id: self.id,
            queue: self.queue.clone(),
        }
    }
}

impl Renewal {
    /// Asks for the whole state: it comes as [`News::Again`], and the news after it are without a gap.
    pub fn ask(&self) {
        let _ = self.queue.send(Ask::Renew(self.id));
    }
}

impl Drop for Port {
    fn drop(&mut self) {
        let _ = self.queue.send(Ask::Leave(self.id));
    }
}
