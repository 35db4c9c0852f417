//! What is found before a person's data is erased: where else the name is said.

use serde::{Deserialize, Serialize};

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
