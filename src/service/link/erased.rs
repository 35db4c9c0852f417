//! What passes about the erasing of a person's data: what is found first, and what was done.

use serde::{Deserialize, Serialize};

use crate::domain::ids::{PersonId, Seq, Timestamp};
use crate::domain::record::Key;

/// What says the name of a person, besides the person's own record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mentions {
    /// Records with such texts, in the order of keys.
    pub texts: Vec<Mention>,
}

/// A record with a text that says a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// Which record.
    pub key: Key,
    /// The place in the text.
    pub excerpt: String,
    /// Whether it is said now; else only what was there before says it.
    pub is_now: bool,
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erased {
    /// Whose data it was.
    pub person: PersonId,
    /// The commit.
    pub seq: Seq,
    /// When.
    pub at: Timestamp,
    /// Why.
    pub reason: String,
    /// Changes taken out of the journal.
    pub changes: u64,
    /// Files of unfinished input that said the name.
    pub unsaved: u64,
    /// Automatic archives written anew, by name.
    pub archives: Vec<String>,
    /// Automatic archives that could not be read, and are removed.
    pub removed: Vec<String>,
    /// Archives that are not in reach.
    pub beyond: Vec<Beyond>,
}

/// An archive that is not in reach.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beyond {
    /// Where it was written.
    pub path: String,
    /// When; 0 if that is not known.
    pub at: Timestamp,
}
