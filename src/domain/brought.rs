//! Files whose values were brought in: remembered, so that a file that is read again does not turn back what was put right since.
//!
//! Who brought it and when is said by the stamp of the record. How a file is read is not known here.

use serde::{Deserialize, Serialize};

use super::ids::Seq;
use super::state::State;

/// A file whose values were brought in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BroughtFile {
    /// What it is known by, whatever it is called: the first 16 bytes of its SHA-256.
    pub digest: [u8; 16],
    /// How it was called.
    pub name: String,
    /// How many values it brought.
    pub values: u32,
}

/// Since which revision a file is in, if it is: since it was brought for the first time.
#[must_use]
pub fn since(state: &State, digest: [u8; 16]) -> Option<Seq> {
    let all = state.brought_files.values();
    let same = all.filter(|it| it.body.digest == digest);
    same.map(|it| it.stamp.rev).min()
}
