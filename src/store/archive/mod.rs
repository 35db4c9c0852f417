//! Archives: the whole journal of a store as JSON Lines in zstd, readable without this program (`zstd -dc FILE`).
//!
//! The first line says which store and up to where, the last how much and the sha256 of all lines before it; between them is a line for each
//! entry of the journal, with its salts, digests and bytes, so that what is made of it has the same chain. Behind the compressed lines, in
//! a frame that zstd skips, stands the sha256 of the compressed bytes: what a checksum of the lines cannot see, that one does.
//!
//! Invariant: a file has the name of an archive only after it was written, synced, and read back against the journal.

mod again;
pub mod daily;
mod line;
mod read;
mod redact;
mod restore;
mod write;

pub use read::{Checked, check, compare};
pub use redact::{clear, name_of, redact};
pub use restore::{has_ledger, restore, restore_by, unpack};
pub use write::{Manner, View, write, write_so};

use std::path::PathBuf;

use super::error::StoreError;

/// The format this version writes, and the newest it reads: of the lines, and of the records in them, as [`super::FORMAT`] is of a store's.
pub const FORMAT: u32 = 7;

/// Where the automatic archives lie in a store's folder.
pub const DIR: &str = "archives";

/// What a skippable frame of zstd begins with, and how long ours is: a sha256.
const SEAL_HEAD: [u8; 8] = [0x50, 0x2A, 0x4D, 0x18, 32, 0, 0, 0];

/// Bytes of the seal.
const SEAL: u64 = 8 + 32;

/// Longest line, in bytes: a part of a commit is a megabyte, and text takes several times that.
const MAX_LINE: u64 = 64 << 20;

/// Why an archive is not written, or not believed.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// The store, or the file system.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// There is a file of that name.
    #[error("{}: is there", path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// A store is to be made where there is something already.
    #[error("{}: is not empty", path.display())]
    NotEmpty {
        /// The folder.
        path: PathBuf,
    },
    /// The archive is not what was written.
    #[error("{}: line {line}: {why}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// The line, from 1; 0 for the file as a whole.
        line: u64,
        /// What was found.
        why: String,
    },
    /// A newer program wrote it.
    #[error("{}: format {found}, this version knows {FORMAT}", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its format.
        found: u32,
    },
    /// Whoever asked for it has no use for it any more.
    #[error("given up")]
    GivenUp,
    /// The archive is whole, and says something else than the store.
    #[error("{}: differs from the store from commit {seq} on", path.display())]
    Differs {
        /// The file.
        path: PathBuf,
        /// The first commit that differs; 0 for another store.
        seq: u64,
    },
}
