//! A connection to an engine behind a socket: in through the door, then requests one way and news the other.
//! What happens when it breaks is the affair of [`super::session`].

use std::io;
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::link::{Link, News, Request, Welcome};
use super::parts;
use super::socket::{self, SocketError, Until};
use super::wire::{self, Entrance, Greeting, MOST_NEWS, WireError};

/// How long the other end may take to greet. A store that is just being opened greets when it is.
const GREETING: Duration = Duration::from_secs(5);

/// Why there is no connection.
#[derive(Debug, thiserror::Error)]
pub enum RemoteError {
    /// Nobody listens there, or not to us.
    #[error(transparent)]
    Socket(#[from] SocketError),
    /// What came is not what was expected.
    #[error(transparent)]
    Wire(#[from] WireError),
    /// The program at the other end speaks another protocol.
    #[error("the server is of version {}", .theirs.version)]
    Version {
        /// Who it is.
        theirs: Greeting,
    },
    /// The store does not know the account.
    #[error("{account} is not a user of this store")]
    Stranger {
        /// The account, as the server's machine names it.
        account: String,
        /// It was admitted before, and its access was closed.
        former: bool,
    },
    /// There are too many connections already.
    #[error("too many connections")]
    Crowded,
    /// The server is about to end.
    #[error("the server is about to end")]
    Ending,
}

/// The writing end. Dropped, it shuts the connection, and the reading end comes to its end.
pub struct Sending {
    queue: Sender<Request>,
    writing: JoinHandle<()>,
    line: Line,
}

/// The connection itself; dropped, it is shut.
pub struct Line(UnixStream);

/// The reading end.
pub struct Receiving(UnixStream);

impl Link for Sending {
    /// What is not sent any more is asked again by whoever keeps account of it.
    fn send(&self, request: Request) {
        let _ = self.queue.send(request);
    }
}

impl Sending {
    /// Sends what waits, and that nothing more comes. The server hangs up when it has done all of it; until then the line stays.
    #[must_use]
    pub fn finish(self) -> Line {
        drop(self.queue);
        let _ = self.writing.join();
        let _ = self.line.0.shutdown(Shutdown::Write);
        self.line
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        let _ = self.0.shutdown(Shutdown::Both);
    }
}

impl Receiving {
    /// Hands over what comes until the connection breaks.
    pub fn run(self, heard: impl Fn(News)) {
        let mut from = io::BufReader::new(&self.0);
        loop {
            match wire::receive(&mut from, MOST_NEWS) {
                Ok(news) => heard(news),
                Err(error) => {
                    tracing::info!(%error, "the connection has broken");
                    return;
                }
            }
        }
    }
}

/// Connects and goes in.
///
/// # Errors
/// [`RemoteError`].
pub fn connect(path: &Path) -> Result<(Sending, Receiving, Welcome), RemoteError> {
    let stream = socket::connect(path)?;
    let mut to = &stream;
    // A server without room may have hung up by now; what it has said before is still to be read.
    let _ = Greeting::own().send(&mut to);
    let theirs = Greeting::receive(&mut Until::within(&stream, GREETING))?;
    // A server without room says so before it has heard us.
    if !theirs.fits() {
        return Err(RemoteError::Version { theirs });
    }
    let welcome = match wire::receive(&mut &stream, MOST_NEWS)? {
        Entrance::Welcome(welcome) => *welcome,
        Entrance::Stranger { account, former } => {
            return Err(RemoteError::Stranger { account, former });
        }
        Entrance::Crowded => return Err(RemoteError::Crowded),
        Entrance::Ending => return Err(RemoteError::Ending),
    };
    let (queue, requests) = mpsc::channel::<Request>();
    let out = stream.try_clone().map_err(WireError::from)?;
    let writing = move || {
        let mut to = &out;
        let mut send = |request| {
            let all = parts::sent(request)?;
            all.iter().try_for_each(|it| wire::send(&mut to, it))
        };
        for request in requests {
            if let Err(error) = send(request) {
                tracing::info!(%error, "a request was not sent");
                let _ = out.shutdown(Shutdown::Both);
                return;
            }
        }
    };
    let writing = thread::Builder::new()
        .name("to server".into())
        .spawn(writing)
        .map_err(WireError::from)?;
    let receiving = Receiving(stream.try_clone().map_err(WireError::from)?);
    let sending = Sending {
        queue,
        writing,
        line: Line(stream),
    };
    Ok((sending, receiving, welcome))
}
