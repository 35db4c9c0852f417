//! Values that a person wants in a file: what is wanted, who writes it, and what comes of it.
//!
//! Must not know where files lie nor how a workbook is made: what is wanted goes out, a path or a sentence comes back.

use std::sync::Arc;

use crate::analysis::extract::Extract;
use crate::domain::ids::{DirectionId, Now, OrganisationId, PeriodId};
use crate::domain::state::State;

/// What is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A table of values.
    Table {
        /// Of what.
        extract: Extract,
        /// As a table in text instead of a workbook.
        is_text: bool,
    },
    /// The workbook that a school fills in.
    Form {
        /// The period.
        period: PeriodId,
        /// Of which direction; `None` is all of them.
        direction: Option<DirectionId>,
        /// For whom.
        whom: Whom,
    },
}

/// For whom a workbook is to be filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whom {
    /// An organisation.
    One(OrganisationId),
    /// Several, a workbook for each.
    Several(Vec<OrganisationId>),
    /// Every organisation of which anything is asked, likewise.
    Each,
    /// The municipality itself.
    Municipality,
}

/// Writes it; the full path, or why not.
pub type Writer = Arc<dyn Fn(&Wanted, &State, Now) -> Result<String, String> + Send + Sync>;

/// Writes in a thread of its own, and tells once what came of it. Where the writer breaks or there is no thread, that is told in the words
/// given: whoever asked waits for an answer.
pub fn write_apart(
    write: Writer,
    (wanted, state, now): (Wanted, Box<State>, Now),
    broke: String,
    tell: impl FnOnce(Result<String, String>) + Send + 'static,
) {
    let mut answer = Answer {
        written: Err(broke),
        tell: Some(tell),
    };
    let thread = std::thread::Builder::new().name("export".to_owned());
    // What does not begin is dropped, and so answers.
    let _ = thread.spawn(move || answer.becomes(write(&wanted, &state, now)));
}

/// What is told when it goes, whatever has become of it by then.
struct Answer<T: FnOnce(Result<String, String>)> {
    written: Result<String, String>,
    tell: Option<T>,
}

impl<T: FnOnce(Result<String, String>)> Answer<T> {
    fn becomes(&mut self, written: Result<String, String>) {
        self.written = written;
    }
}

impl<T: FnOnce(Result<String, String>)> Drop for Answer<T> {
    fn drop(&mut self) {
        if let Some(tell) = self.tell.take() {
            tell(std::mem::replace(&mut self.written, Ok(String::new())));
        }
    }
}
