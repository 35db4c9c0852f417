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

/// Reads in a thread of its own, and tells once what came of it. A file at which the reader breaks, or for which there is no thread, is told
/// in the words given: whoever asked waits for an answer.
pub fn read_apart(
    read: Reader,
    (path, state): (String, Box<State>),
    broke: String,
    tell: impl FnOnce(Brought) + Send + 'static,
) {
    let mut answer = Answer {
        path,
        read: Err(NoCatalogue::of(vec![broke])),
        tell: Some(tell),
    };
    let thread = std::thread::Builder::new().name("catalogue".to_owned());
    // What does not begin is dropped, and so answers.
    let _ = thread.spawn(move || {
        let read = read(&answer.path, &state);
        answer.becomes(read);
    });
}

/// What is told when it goes, whatever has become of it by then.
struct Answer<T: FnOnce(Brought)> {
    path: String,
    read: Result<Box<CatalogueDraft>, NoCatalogue>,
    tell: Option<T>,
}

impl<T: FnOnce(Brought)> Answer<T> {
    fn becomes(&mut self, read: Result<Box<CatalogueDraft>, NoCatalogue>) {
        self.read = read;
    }
}

impl<T: FnOnce(Brought)> Drop for Answer<T> {
    fn drop(&mut self) {
        let path = std::mem::take(&mut self.path);
        let none = NoCatalogue::of(Vec::new());
        let read = std::mem::replace(&mut self.read, Err(none));
        if let Some(tell) = self.tell.take() {
            tell(Brought { path, read });
        }
    }
}
