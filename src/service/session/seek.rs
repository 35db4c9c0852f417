//! Looking for whoever has the store, or taking it: at a folder's socket first, then the folder itself; or at one socket alone.
//!
//! Owns what counts as "nobody there" and how long a store may be between two owners.

use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use super::{SessionError, Shared, Tell};
use crate::service::engine::{Founding, OpenError};
use crate::service::host::Host;
use crate::service::link::{Bar, News, Welcome};
use crate::service::remote::{self, Receiving, RemoteError, Sending};
use crate::service::server::Naming;
use crate::service::socket::{self, SocketError};
use crate::service::wire::WireError;
use crate::store::{OpenReport, Progress, StoreError};

/// How often somebody is looked for at first.
const QUICKLY: Duration = Duration::from_millis(25);

/// How often somebody is looked for after that.
pub(super) const SLOWLY: Duration = Duration::from_secs(1);

/// How often at most somebody is asked who does not let us in.
const SELDOM: Duration = Duration::from_secs(30);

/// How many times somebody is looked for quickly: a store changes hands within a second.
const QUICK: u32 = 80;

/// Where the other end is looked for.
pub(super) enum Site {
    /// In a folder: whoever comes first serves the others.
    Folder {
        dir: PathBuf,
        account: String,
        naming: Naming,
    },
    /// At a socket, and nowhere else.
    Socket(PathBuf),
}

/// A way in that was found.
pub(super) enum Found {
    Own(Box<Host>, OpenReport),
    Server(Box<(Sending, Receiving, Welcome)>),
}

/// The first way in: whoever holds the store may be about to open or to close it.
pub(super) fn first(
    site: &Site,
    founding: Option<&Founding>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Found, SessionError> {
    let mut tries = 0;
    loop {
        match look(site, founding, progress) {
            Err(error) if is_passing(&error) && tries < QUICK => tries += 1,
            found => return found,
        }
        thread::sleep(QUICKLY);
    }
}

/// Looks for a way in: at the socket first, for that is quickly tried.
fn look(
    site: &Site,
    founding: Option<&Founding>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Found, SessionError> {
    let path: &Path = match site {
        Site::Folder { dir, .. } => &dir.join(socket::NAME),
        Site::Socket(path) => path,
    };
    let joined = remote::connect(path).map(|it| Found::Server(Box::new(it)));
    match (joined, site) {
        (Err(error), Site::Folder { dir, account, .. }) if is_nobody(&error) => {
            let opened = Host::open(dir.clone(), account.clone(), founding, progress);
            let (host, report) = opened?;
            Ok(Found::Own(Box::new(host), report))
        }
        (joined, _) => Ok(joined?),
    }
}

/// Whether nobody is at the other end, or nobody any more.
pub(super) fn is_nobody(error: &RemoteError) -> bool {
    match error {
        RemoteError::Socket(SocketError::Io { .. } | SocketError::PathTooLong { .. })
        | RemoteError::Ending => true,
        RemoteError::Wire(error) => {
            matches!(error, WireError::Gone | WireError::Cut | WireError::Io(_))
        }
        _ => false,
    }
}

/// Whether it may be otherwise in a moment.
pub(super) fn is_passing(error: &SessionError) -> bool {
    match error {
        SessionError::Open(OpenError::Store(StoreError::Locked { .. })) => true,
        SessionError::Open(_) => false,
        SessionError::Remote(error) => is_nobody(error),
    }
}

/// Why somebody is there and does not let us in.
fn bar_of(error: &SessionError) -> Option<Bar> {
    match error {
        SessionError::Remote(RemoteError::Stranger { account, .. })
        | SessionError::Open(OpenError::Stranger { account, .. }) => Some(Bar::Stranger {
            account: account.clone(),
        }),
        SessionError::Remote(RemoteError::Version { theirs }) => Some(Bar::Version {
            theirs: theirs.version.clone(),
        }),
        _ => None,
    }
}

/// The pauses between two questions to somebody who does not let us in.
pub fn knocks() -> impl Iterator<Item = Duration> {
    std::iter::successors(Some(SLOWLY), |it| Some(SELDOM.min(*it * 2)))
}

/// Looks for somebody until there is one; `None` when the session is closed. Whoever is there and does not let us in is told of once,
/// and asked again ever less often: they will not think otherwise in a moment, and each of these knocks is noted there.
pub(super) fn seek(shared: &Shared, site: &Site, tell: &Tell) -> Option<Found> {
    let mut tries = 0;
    let mut told = None;
    let mut knocks = knocks();
    loop {
        let error = match look(site, None, &mut |_| {}) {
            Ok(found) => return Some(found),
            Err(error) => error,
        };
        let bar = bar_of(&error);
        let pause = match &bar {
            Some(bar) => {
                if told.as_ref() != Some(bar) {
                    tell(News::Barred(bar.clone()));
                    told = Some(bar.clone());
                }
                tries = tries.max(QUICK);
                knocks.next().unwrap_or(SELDOM)
            }
            None if tries < QUICK => QUICKLY,
            None => SLOWLY,
        };
        if bar.is_none() && tries == QUICK {
            tracing::warn!(%error, "nobody serves the store");
        }
        tries = tries.saturating_add(1);
        if !shared.pause(pause) {
            return None;
        }
    }
}
