//! A catalogue out of a file that a person names: who reads it, and what comes of it.
//!
//! Must not know where the file lies nor what formats there are: a path as it was typed goes out, a catalogue or sentences come back.

use std::sync::Arc;

use crate::domain::command::CatalogueDraft;
use crate::domain::state::State;

/// Reads the catalogue that a path names, in the numbers of the state: one that a store can begin with.
pub type Reader =
    Arc<dyn Fn(&str, &State) -> Result<Box<CatalogueDraft>, NoCatalogue> + Send + Sync>;

/// What came of a path.
#[derive(Clone, Debug, PartialEq)]
pub struct Brought {
    /// The path as it was typed.
    pub path: String,
    /// The catalogue, or why there is none.
    pub read: Result<Box<CatalogueDraft>, NoCatalogue>,
}

/// Why there is no catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoCatalogue {
    /// What is wrong, each with its place in the file.
    pub first: Vec<String>,
    /// How much more is wrong.
    pub more: usize,
}

impl NoCatalogue {
    /// As much of what is wrong as a form has room for.
    const TOLD: usize = 3;

    /// The first of these, and how many more there are.
    #[must_use]
    pub fn of(mut all: Vec<String>) -> NoCatalogue {
        let more = all.len().saturating_sub(Self::TOLD);
        all.truncate(Self::TOLD);
        NoCatalogue { first: all, more }
    }
}
