//! What the process says when it ends. Scripts rely on these numbers; they are never given another meaning.

use std::process::ExitCode;

use crate::store::StoreError;

/// How a call of the program ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// Done as asked.
    Done = 0,
    /// Refused or failed; nothing was changed unless the message says so.
    Refused = 1,
    /// The call makes no sense, or the interface has no terminal.
    Usage = 2,
    /// Another process holds the store; the message says which.
    Held = 3,
    /// The store cannot be used: damaged, newer, without rights.
    Unusable = 4,
    /// Nobody serves the store where it was looked for.
    NoServer = 5,
    /// The program that serves the store is of another version.
    Version = 6,
    /// An archive is damaged, newer than this program, or not one of this store.
    Archive = 7,
    /// A store is to be made in a folder that is not empty.
    NotEmpty = 8,
    /// The store's folder lies on a network disk.
    Network = 9,
    /// The path of a socket is longer than the system takes.
    SocketPath = 10,
    /// A fault of the program; a report of it is kept. As the language counts it.
    Broken = 101,
    /// The terminal was gone; what was typed is kept. As a shell counts SIGHUP.
    HungUp = 129,
    /// Whoever asked has stopped it, and nothing was changed. As a shell counts SIGINT.
    Interrupted = 130,
    /// The process was told to end; what was typed is kept. As a shell counts SIGTERM.
    Terminated = 143,
}

impl Exit {
    /// How a call ends whose store cannot be used.
    #[must_use]
    pub fn of_store(error: &StoreError) -> Exit {
        match error {
            StoreError::Locked { .. } => Exit::Held,
            StoreError::Absent { .. } => Exit::Refused,
            StoreError::Network { .. } => Exit::Network,
            _ => Exit::Unusable,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit as u8)
    }
}
