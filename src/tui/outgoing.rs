//! Values that a person wants in a file: what is wanted, who writes it, how far it is, and what comes of it.
//!
//! Must not know where files lie nor how a workbook is made: what is wanted goes out, a path or a sentence comes back.

use std::sync::Arc;
use std::thread::{Builder, JoinHandle};

use super::incoming::Awaited;
use crate::analysis::extract::Extract;
use crate::domain::ids::{DirectionId, Now, OrganisationId, PeriodId, RoundId};
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
    /// The section of a round.
    Section {
        /// Which round.
        round: RoundId,
        /// As what.
        page: Page,
    },
    /// Texts, a file for each.
    Papers {
        /// What their folder is called.
        folder: String,
        /// Their names, and what they say.
        files: Vec<(String, String)>,
    },
}

/// As what a section is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// Plain text, which can be read in again.
    Text,
    /// Markdown.
    Markdown,
    /// A document of a text processor.
    Docx,
    /// A page of a browser.
    Html,
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

/// Why nothing was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unwritten {
    /// Whoever wanted it has stopped it.
    Stopped,
    /// What went wrong.
    Failed(String),
}

/// What was written, as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Out {
    /// The full path.
    pub path: String,
    /// How many files are in it, if it is a folder.
    pub files: Option<usize>,
}

/// What was written, or why nothing was.
pub type Written = Result<Out, Unwritten>;

/// Hears that so many steps of so many are done, and says whether to go on.
pub type GoOn<'a> = &'a mut dyn FnMut(usize, usize) -> bool;

/// Writes it, as long as whoever hears how far it is wants it to go on.
pub type Writer = Arc<dyn Fn(&Wanted, &State, Now, GoOn<'_>) -> Written + Send + Sync>;

/// What is told of a file on its way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// So many steps of so many are done.
    Pace(usize, usize),
    /// It is over.
    Written(Written),
}

/// Writes in a thread of its own, tells how far it is and at last what came of it. Where the writer breaks or there is no thread, that is told
/// in the words given: whoever asked waits for an answer, whoever has stopped it, too: it may have been too late for that.
pub fn write_apart(
    write: Writer,
    (wanted, state, now): (Wanted, Box<State>, Now),
    awaited: Awaited,
    broke: String,
    tell: impl Fn(Told) + Send + 'static,
) -> Option<JoinHandle<()>> {
    let mut answer = Answer {
        written: Err(Unwritten::Failed(broke)),
        tell,
    };
    let thread = Builder::new().name("export".to_owned());
    // What does not begin is dropped, and so answers.
    let begun = thread.spawn(move || {
        let mut last = None;
        let written = write(&wanted, &state, now, &mut |done, total| {
            let part = done * PARTS / total.max(1);
            // More often nobody would see it move.
            if last.replace(part) != Some(part) {
                (answer.tell)(Told::Pace(done, total));
            }
            awaited.is_so()
        });
        answer.becomes(written);
    });
    begun.ok()
}

/// How often it is told how far something is, in all.
const PARTS: usize = 60;

/// What is told when it goes, whatever has become of it by then.
struct Answer<T: Fn(Told)> {
    written: Written,
    tell: T,
}

impl<T: Fn(Told)> Answer<T> {
    fn becomes(&mut self, written: Written) {
        self.written = written;
    }
}

impl<T: Fn(Told)> Drop for Answer<T> {
    fn drop(&mut self) {
        let written = std::mem::replace(&mut self.written, Err(Unwritten::Stopped));
        (self.tell)(Told::Written(written));
    }
}
