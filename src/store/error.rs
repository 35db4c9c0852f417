//! Why a store cannot be opened, read or written: as data, with what a sentence needs. The sentences are made elsewhere.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::domain::ids::Timestamp;

/// Why the store cannot be opened or read.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file system refused.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file or folder it happened to.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The folder, or a file in it, may not be read or written by this account.
    #[error("{}: no access", path.display())]
    NoAccess {
        /// The file or folder without rights.
        path: PathBuf,
    },
    /// The folder lies on a network file system: neither locks nor syncs can be relied on there.
    #[error("{}: on a network file system, {system}", path.display())]
    Network {
        /// The folder.
        path: PathBuf,
        /// The file system, as the machine calls it.
        system: String,
    },
    /// Others may look into the folder, and it is not ours to close.
    #[error("{}: open to others", path.display())]
    Exposed {
        /// The folder.
        path: PathBuf,
    },
    /// The folder is another account's: files that this one makes there its owner could not read.
    #[error("{}: of user number {owner}", path.display())]
    Owned {
        /// The folder.
        path: PathBuf,
        /// The number of its owner.
        owner: u32,
    },
    /// Another process holds the store.
    #[error("{}: held by process {pid:?} of {account:?}", path.display())]
    Locked {
        /// The lock file.
        path: PathBuf,
        /// Its process, when it could be read.
        pid: Option<u32>,
        /// Its account, when it could be read.
        account: Option<String>,
        /// When it took the store, when that could be read.
        since: Option<Timestamp>,
    },
    /// The store was written by a newer version.
    #[error("{}: format {found}, this version knows {known}", path.display())]
    Newer {
        /// The file that says so.
        path: PathBuf,
        /// The format it names.
        found: u32,
        /// The newest format this version reads.
        known: u32,
    },
    /// There is no store in the folder, and none was to be made.
    #[error("{}: no store", path.display())]
    Absent {
        /// The folder.
        path: PathBuf,
    },
    /// The folder held a store once (or holds parts of one), and what the journal needs is gone.
    #[error("{}: missing from a store that existed", path.display())]
    Missing {
        /// What is missing.
        path: PathBuf,
    },
    /// A file belongs to another store.
    #[error("{}: belongs to another store", path.display())]
    Foreign {
        /// That file.
        path: PathBuf,
    },
    /// The journal is damaged at a place that was needed.
    #[error(transparent)]
    Damaged(#[from] Damage),
    /// Stored bytes do not say what they should.
    #[error("{what}: {why}")]
    Unreadable {
        /// Whose bytes: a key, an entry, a file.
        what: String,
        /// What was wrong.
        why: String,
    },
    /// The derived state (sled) failed; it is rebuilt when the store is opened again.
    #[error("{}: {why}", path.display())]
    State {
        /// Its folder.
        path: PathBuf,
        /// What it said.
        why: String,
    },
}

impl StoreError {
    /// An error of the file system, with lack of rights told apart: a person can do something about that.
    pub fn io(path: &Path, source: io::Error) -> Self {
        match source.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::NoAccess {
                path: path.to_owned(),
            },
            _ => Self::Io {
                path: path.to_owned(),
                source,
            },
        }
    }

    /// True when there was no room for what was to be written: it may be tried again when there is.
    pub fn is_full(&self) -> bool {
        matches!(self, Self::Io { source, .. } if is_full(source.kind()))
    }
}

/// Want of room, however the system calls it: the disk, this account's part of it, or the longest file.
pub(crate) fn is_full(kind: io::ErrorKind) -> bool {
    matches!(
        kind,
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge
    )
}

/// Attaches a path to an error of the file system.
pub(crate) trait AtPath<T> {
    fn at(self, path: &Path) -> Result<T, StoreError>;
}

impl<T> AtPath<T> for io::Result<T> {
    fn at(self, path: &Path) -> Result<T, StoreError> {
        self.map_err(|source| StoreError::io(path, source))
    }
}

/// A place of the journal that cannot be read and is no tear. The store opens for reading only.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}, byte {offset}: {fault}, entries {first}..={last:?}", path.display())]
pub struct Damage {
    /// The segment.
    pub path: PathBuf,
    /// Where in it, in bytes.
    pub offset: u64,
    /// What was found there.
    pub fault: Fault,
    /// The first entry that cannot be read.
    pub first: u64,
    /// The last one, when something behind it tells.
    pub last: Option<u64>,
}

/// What is wrong with bytes that should be a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The bytes end before the frame does.
    Short,
    /// They do not begin like a frame.
    Magic,
    /// A length or count is outside its limits.
    Length,
    /// The checksum does not fit.
    Checksum,
    /// The frame does not follow the one before it.
    Chain,
    /// The checksum fits and the contents do not parse.
    Contents,
    /// The last commit has not all of its parts.
    Parts,
    /// A whole segment is missing, or its header cannot be read.
    Segment,
    /// The journal does not have entries that the state has applied, or that were acknowledged.
    Lost,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Short => "cut short",
            Self::Magic => "not a frame",
            Self::Length => "impossible length",
            Self::Checksum => "checksum",
            Self::Chain => "does not follow the frame before",
            Self::Contents => "contents do not parse",
            Self::Parts => "parts of a commit are missing",
            Self::Segment => "segment missing or without a header",
            Self::Lost => "entries are missing that were acknowledged",
        })
    }
}

/// Ends a reading of the journal from within; whoever ends it knows why.
pub(super) fn stopped() -> StoreError {
    StoreError::Unreadable {
        what: String::new(),
        why: String::new(),
    }
}

/// Why a group of commits is not in the journal.
#[derive(Debug, thiserror::Error)]
pub enum AppendError {
    /// Nothing of the group is in the journal, and the next group may be tried: no room, as a rule.
    #[error("not written: {0}")]
    Refused(#[source] StoreError),
    /// It is not known whether the group is in the journal. The store accepts nothing more until it is opened again.
    #[error("unknown whether written: {0}")]
    Unknown(#[source] StoreError),
    /// The store stopped after an unknown outcome, or is open for reading only. Nothing was written.
    #[error("the journal does not accept entries")]
    Closed,
    /// A record of the group is longer than the store takes. Nothing was written.
    #[error("{key:?}: longer than {limit} bytes")]
    TooLong {
        /// Its key.
        key: crate::domain::record::Key,
        /// Most bytes of one stored record.
        limit: usize,
    },
    /// The group breaks a limit of the journal: nothing was written.
    #[error("outside the limits of the journal: {0}")]
    Limits(&'static str),
}
