//! The socket file: where it lies, who may connect, and who is at the other end. Knows nothing of what is said over it.
//!
//! Invariant: the rights of a socket are there from its first moment (a mask around the binding, never a change of mode after
//! it), and an old socket is removed only by whoever holds the store's lock.

use std::fs;
use std::io::{self, Read};
use std::os::fd::AsFd as _;
use std::os::unix::fs::{FileTypeExt as _, MetadataExt as _};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::Mode;
use rustix::process::umask;
use rustix::thread::UnshareFlags;

/// Most bytes of the path of a socket: the system has room for 108, the last of them zero.
pub const MOST_PATH: usize = 107;

/// Name of the socket in a store's folder, through which windows of one account work together.
pub const NAME: &str = "socket";

/// Who may connect, as far as the file's rights go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The account that owns it.
    Owner,
    /// Its group, too.
    Group,
}

/// Why there is no socket.
#[derive(Debug, thiserror::Error)]
pub enum SocketError {
    /// Its path is longer than the system takes.
    #[error("{path}: longer than {MOST_PATH} bytes")]
    PathTooLong {
        /// Where it should be.
        path: PathBuf,
    },
    /// Something else lies there: a file, a link, a socket of another account.
    #[error("{path}: there is something else")]
    Occupied {
        /// Where it should be.
        path: PathBuf,
    },
    /// Somebody serves another store there.
    #[error("{path}: somebody serves another store there")]
    Served {
        /// Where it should be.
        path: PathBuf,
    },
    /// Anybody may write into its folder, and put another socket in its place.
    #[error("{path}: anybody may write into its folder")]
    Exposed {
        /// Where it should be.
        path: PathBuf,
    },
    /// The system says so.
    #[error("{path}: {source}")]
    Io {
        /// Where it should be.
        path: PathBuf,
        /// Its words.
        source: io::Error,
    },
}

/// Makes the socket and listens. Whoever calls holds the lock of the store, so that a socket that lies in its folder is an old one; one
/// for a whole department may lie anywhere, and is left to whoever answers there.
///
/// # Errors
/// [`SocketError`].
pub fn bind(path: &Path, reach: Reach) -> Result<UnixListener, SocketError> {
    fits(path)?;
    let failed = |source| SocketError::Io {
        path: path.to_owned(),
        source,
    };
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    if let Some(folder) = folder {
        let mode = fs::metadata(folder).map_err(failed)?.mode();
        if reach == Reach::Group && mode & 0o002 != 0 {
            return Err(SocketError::Exposed {
                path: path.to_owned(),
            });
        }
    }
    match fs::symlink_metadata(path) {
        Ok(old)
            if old.file_type().is_socket() && old.uid() == rustix::process::geteuid().as_raw() =>
        {
            // Ours by the account, not by the store: a server of another one may be behind it.
            if reach == Reach::Group && UnixStream::connect(path).is_ok() {
                return Err(SocketError::Served {
                    path: path.to_owned(),
                });
            }
            fs::remove_file(path).map_err(failed)?;
        }
        Ok(_) => {
            return Err(SocketError::Occupied {
                path: path.to_owned(),
            });
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(failed(error)),
    }
    let mask = match reach {
        Reach::Owner => 0o177,
        Reach::Group => 0o117,
    };
    bind_under(path, mask).map_err(failed)
}

/// Binds under a mask. A mask belongs to all threads of a process that have not parted with the others in it: so it is done on a thread
/// that has. What others make meanwhile, folders among it, gets the rights that it is to have.
#[expect(
    deprecated,
    reason = "only the part of it that tells descriptors apart is unsafe, and is not asked for"
)]
fn bind_under(path: &Path, mask: u32) -> io::Result<UnixListener> {
    let bind = || {
        // A system that does not let a thread part with the others: from the owner nothing is taken then.
        let mask = rustix::thread::unshare(UnshareFlags::FS).map_or(mask & 0o077, |()| mask);
        let before = umask(Mode::from_raw_mode(mask));
        let bound = UnixListener::bind(path);
        umask(before);
        bound
    };
    thread::scope(|scope| {
        let binding = thread::Builder::new().name("socket".into());
        let bound = binding.spawn_scoped(scope, bind)?.join();
        bound.unwrap_or_else(|_| Err(io::ErrorKind::Other.into()))
    })
}

/// Connects.
///
/// # Errors
/// [`SocketError`]: among others, that nobody listens there.
pub fn connect(path: &Path) -> Result<UnixStream, SocketError> {
    fits(path)?;
    UnixStream::connect(path).map_err(|source| SocketError::Io {
        path: path.to_owned(),
        source,
    })
}

fn fits(path: &Path) -> Result<(), SocketError> {
    if path.as_os_str().len() > MOST_PATH {
        return Err(SocketError::PathTooLong {
            path: path.to_owned(),
        });
    }
    Ok(())
}

/// Number of the user at the other end, from the kernel.
///
/// # Errors
/// Those of the system.
pub fn peer(stream: &UnixStream) -> io::Result<u32> {
    Ok(rustix::net::sockopt::socket_peercred(stream)?.uid.as_raw())
}

/// Waits until somebody connects, or until the other end of the bell is let go. Whether somebody connects.
///
/// The listener itself stays as it is: one that a system keeps for its service goes on taking connections for the next process.
///
/// # Errors
/// Those of the system.
pub fn arrival(listener: &UnixListener, bell: &UnixStream) -> io::Result<bool> {
    loop {
        let mut fds =
            [listener.as_fd(), bell.as_fd()].map(|it| PollFd::from_borrowed_fd(it, PollFlags::IN));
        match poll(&mut fds, None) {
            Ok(_) => {
                let [_, bell] = &fds;
                return Ok(bell.revents().is_empty());
            }
            Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

/// Waits until something can be read, or the other end has gone.
///
/// # Errors
/// Those of the system.
pub fn wait(stream: &UnixStream) -> io::Result<()> {
    ready(stream, None).map(|_| ())
}

/// Whether something can be read in that time.
fn ready(stream: &UnixStream, within: Option<Duration>) -> io::Result<bool> {
    let until = within.map(|it| Instant::now() + it);
    loop {
        let left = until.map(|it| it.saturating_duration_since(Instant::now()));
        let left = left.and_then(|it| Timespec::try_from(it).ok());
        let mut fds = [PollFd::from_borrowed_fd(stream.as_fd(), PollFlags::IN)];
        match poll(&mut fds, left.as_ref()) {
            Ok(n) => return Ok(n > 0),
            Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

/// Reads from a socket until a moment; after it, [`io::ErrorKind::TimedOut`]. One byte a second does not keep anybody waiting.
#[derive(Debug)]
pub struct Until<'a> {
    stream: &'a UnixStream,
    end: Instant,
}

impl<'a> Until<'a> {
    /// Reads for so long, from now on.
    #[must_use]
    pub fn within(stream: &'a UnixStream, time: Duration) -> Until<'a> {
        Until {
            stream,
            end: Instant::now() + time,
        }
    }
}

impl Read for Until<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let left = self.end.saturating_duration_since(Instant::now());
        if !ready(self.stream, Some(left))? {
            return Err(io::ErrorKind::TimedOut.into());
        }
        self.stream.read(into)
    }
}
