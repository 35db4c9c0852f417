//! What every subcommand works with: the voice, the folders, the output; opening the store, and saying why it does not open.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::exit::Exit;
use super::holder;
use super::output::Output;
use super::progress::Bar;
use super::store_words::StoreWords as _;
use crate::domain::state::State;
use crate::locale::{Locale, Narrator, Phrase, Told, args};
use crate::service::engine::OpenError;
use crate::service::paths::Paths;
use crate::service::remote::RemoteError;
use crate::service::session::SessionError;
use crate::service::socket::{MOST_PATH, SocketError};
use crate::service::wire::WireError;
use crate::service::{clock, identity};
use crate::store::disk::RealDisk;
use crate::store::{OpenReport, Opening, Store, StoreError};

/// One call of the program.
pub struct Context {
    /// The voice.
    pub locale: Arc<Locale>,
    /// The person's folders.
    pub paths: Paths,
    /// The store's folder as given, if it was.
    pub data: Option<PathBuf>,
    /// The server's socket as given, if it was.
    pub socket: Option<PathBuf>,
    /// Where answers go.
    pub out: Output,
}

/// Where a department's server lets people in; where its folder is, nobody works in a store of their own unless they name it.
pub const SERVER: &str = "/run/smotr/socket";

impl Context {
    /// The socket of the server to join; `None` where the store is a folder's: a named one, or the person's own.
    #[must_use]
    pub fn server(&self) -> Option<PathBuf> {
        if self.data.is_some() {
            return None;
        }
        let known = || {
            let known = PathBuf::from(SERVER);
            known.parent().is_some_and(Path::is_dir).then_some(known)
        };
        self.socket.clone().or_else(known)
    }

    /// The store's folder.
    #[must_use]
    pub fn dir(&self) -> PathBuf {
        self.data.clone().unwrap_or_else(|| self.paths.data.clone())
    }

    /// A phrase.
    #[must_use]
    pub fn say(&self, phrase: Phrase) -> String {
        self.locale.say(phrase)
    }

    /// A voice that knows the names of this state.
    #[must_use]
    pub fn narrator<'a>(&'a self, state: &'a State) -> Narrator<'a> {
        Narrator::new(&self.locale, state, clock::offset())
    }

    /// Says what happened and what to do next; the call has failed.
    #[must_use]
    pub fn refuse(&self, told: &Told) -> Exit {
        self.out.tell(told);
        Exit::Refused
    }

    /// The same in one phrase that says both.
    #[must_use]
    pub fn refuse_line(&self, text: &str) -> Exit {
        self.out.tell_line(text);
        Exit::Refused
    }

    /// Sees to it that the folder is meant, where there is a server, too.
    ///
    /// # Errors
    /// How the call ends; the person has been told why.
    pub fn is_not_served(&self) -> Result<(), Exit> {
        let Some(socket) = self.server() else {
            return Ok(());
        };
        let socket = socket.display().to_string();
        let fact = self.locale.say_with(Phrase::CliServedStore, &args![socket]);
        let next = self.say(Phrase::CliServedStoreNext);
        Err(self.refuse(&Told { fact, next }))
    }

    /// Opens the store that is there, for reading or for looking at it.
    ///
    /// # Errors
    /// How the call ends; the person has been told why.
    pub fn open_store(&self) -> Result<(Store, State), Exit> {
        self.is_not_served()?;
        let account = identity::account();
        let how = Opening {
            account: &account,
            now: clock::now().at,
            create: false,
        };
        let mut bar = Bar::new(self.say(Phrase::CliReplayProgress));
        let opened = Store::open(Arc::new(RealDisk), &self.dir(), how, &mut |it| {
            bar.of_store(it);
        });
        drop(bar);
        let (store, state, report) = opened.map_err(|error| self.store_failed(&error))?;
        self.report(&report);
        Ok((store, state))
    }

    /// Closes a store that was opened to be read. Nothing was promised, so nothing can be lost.
    pub fn close_store(&self, store: Store) {
        if let Err(error) = store.close() {
            tracing::warn!(%error, "not closed in order");
        }
    }

    /// Says what opening has found and done, if that is worth a word.
    pub fn report(&self, report: &OpenReport) {
        if let Some(torn) = &report.torn {
            self.out.tell(&self.locale.torn(torn.bytes, &torn.kept));
        }
        if let Some(damage) = &report.damage {
            self.out.tell(&self.locale.damage(damage));
        }
        if let Some(erased) = &report.erased {
            let id = erased.person.0.to_string();
            let text = self.locale.say_with(Phrase::CliEraseFinished, &args![id]);
            self.out.tell_line(&text);
        }
        if let (Some(_), Some(aside)) = (&report.rebuilt, &report.set_aside) {
            let folder = aside.display().to_string();
            let text = self.locale.say_with(Phrase::CliRebuilt, &args![folder]);
            self.out.tell_line(&text);
        }
    }

    /// Says why a store cannot be used.
    #[must_use]
    pub fn store_failed(&self, error: &StoreError) -> Exit {
        let by = match error {
            StoreError::Locked { pid: Some(pid), .. } => holder::served(*pid),
            _ => None,
        };
        let offset = clock::offset();
        let served = by.and_then(|by| self.locale.served(error, &by, offset));
        self.out
            .tell(&served.unwrap_or_else(|| self.locale.store_error(error, offset)));
        Exit::of_store(error)
    }

    /// Says why there is no way to an engine.
    #[must_use]
    pub fn session_failed(&self, error: &SessionError) -> Exit {
        match error {
            SessionError::Open(error) => self.open_failed(error),
            SessionError::Remote(error) => self.remote_failed(error),
        }
    }

    fn remote_failed(&self, error: &RemoteError) -> Exit {
        let (fact, next, exit) = match error {
            RemoteError::Stranger { account, former } => {
                let (account, former) = (account.clone(), *former);
                return self.open_failed(&OpenError::Stranger { account, former });
            }
            RemoteError::Version { theirs } => {
                let (theirs, own) = (theirs.version.as_str(), env!("CARGO_PKG_VERSION"));
                let fact = self
                    .locale
                    .say_with(Phrase::CliServerVersion, &args![theirs, own]);
                (fact, Phrase::CliServerVersionNext, Exit::Version)
            }
            RemoteError::Crowded => (
                self.say(Phrase::CliServerCrowded),
                Phrase::CliServerCrowdedNext,
                Exit::Held,
            ),
            RemoteError::Socket(SocketError::PathTooLong { path }) => {
                let path = path.display().to_string();
                let most = MOST_PATH;
                let fact = self
                    .locale
                    .say_with(Phrase::CliSocketLong, &args![path, most]);
                (fact, Phrase::CliSocketLongNext, Exit::SocketPath)
            }
            RemoteError::Socket(SocketError::Occupied { path }) => {
                let path = path.display().to_string();
                let fact = self
                    .locale
                    .say_with(Phrase::CliSocketOccupied, &args![path]);
                (fact, Phrase::CliSocketOccupiedNext, Exit::Unusable)
            }
            RemoteError::Socket(SocketError::Served { path }) => {
                let path = path.display().to_string();
                let fact = (self.locale).say_with(Phrase::CliSocketServed, &args![path]);
                (fact, Phrase::CliSocketServedNext, Exit::Held)
            }
            RemoteError::Socket(SocketError::Exposed { path }) => {
                let path = path.display().to_string();
                let fact = self.locale.say_with(Phrase::CliSocketExposed, &args![path]);
                (fact, Phrase::CliSocketExposedNext, Exit::Unusable)
            }
            RemoteError::Socket(SocketError::Io { path, source })
                if source.kind() == std::io::ErrorKind::PermissionDenied =>
            {
                let (path, account) = (path.display().to_string(), identity::account());
                let fact = self
                    .locale
                    .say_with(Phrase::CliSocketNoAccess, &args![path]);
                let next = self
                    .locale
                    .say_with(Phrase::CliSocketNoAccessNext, &args![account]);
                self.out.tell(&Told { fact, next });
                return Exit::NoServer;
            }
            RemoteError::Socket(SocketError::Io { path, source }) => {
                let (path, why) = (path.display().to_string(), self.locale.io_error(source));
                let fact = self.locale.say_with(Phrase::CliNoServer, &args![path, why]);
                (fact, Phrase::CliNoServerNext, Exit::NoServer)
            }
            RemoteError::Wire(
                WireError::Foreign | WireError::Bad(_) | WireError::TooLong { .. },
            ) => (
                self.say(Phrase::CliServerForeign),
                Phrase::CliServerForeignNext,
                Exit::NoServer,
            ),
            RemoteError::Wire(_) | RemoteError::Ending => (
                self.say(Phrase::CliServerSilent),
                Phrase::CliNoServerNext,
                Exit::NoServer,
            ),
        };
        let next = self.say(next);
        self.out.tell(&Told { fact, next });
        exit
    }

    /// Says why an engine does not start.
    #[must_use]
    pub fn open_failed(&self, error: &OpenError) -> Exit {
        match error {
            OpenError::Store(error) => self.store_failed(error),
            OpenError::NotWritten(error) => self.refuse(&self.locale.append_error(error)),
            OpenError::Stranger { account, former } => {
                let with =
                    |phrase| (self.locale).say_with(phrase, &args![account = account.as_str()]);
                self.refuse(&match former {
                    true => Told {
                        fact: with(Phrase::CliFormer),
                        next: with(Phrase::CliFormerNext),
                    },
                    false => Told {
                        fact: self.say(Phrase::CliStranger),
                        next: with(Phrase::CliStrangerNext),
                    },
                })
            }
            OpenError::Founding(reason) => {
                let reason = reason.as_str();
                self.refuse_line(&self.locale.say_with(Phrase::CliNotFounded, &args![reason]))
            }
            OpenError::Stopped => self.refuse_line(&self.say(Phrase::LinkLost)),
        }
    }
}
