//! Files of values that wait in the folder «загрузка»: which there are, who reads them, and what came of it.
//!
//! Must not know where the folder lies nor what formats there are: names go out, plain claims come back, as of any other file that is read
//! for the interface.

use std::sync::Arc;

use crate::analysis::batch::{Batch, File, Names};
use crate::domain::ids::Timestamp;
use crate::domain::state::State;

/// A file of the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// Its name.
    pub name: String,
    /// How long it is, in bytes.
    pub bytes: u64,
    /// When it was put there or changed.
    pub at: Timestamp,
    /// What it is known by once it was brought in: the first 16 bytes of its SHA-256; none where it would take too long to say.
    pub digest: Option<[u8; 16]>,
}

/// What is in the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    /// Its full path.
    pub path: String,
    /// Its files, the newest first; a sentence, if it can't be read.
    pub files: Result<Vec<Incoming>, String>,
}

/// What files are read against: the records as they are known here, and what is called how.
#[derive(Clone, Debug, PartialEq)]
pub struct Against {
    /// The records.
    pub state: State,
    /// The names.
    pub names: Names,
}

/// Lists the folder.
pub type Lister = Arc<dyn Fn() -> Folder + Send + Sync>;

/// Reads files of the folder, by their names.
pub type Reader = Arc<dyn Fn(&[String], &Against) -> Batch + Send + Sync>;

/// What came of files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Values {
    /// Which were asked for.
    pub files: Vec<String>,
    /// What they say.
    pub batch: Batch,
}

/// Reads in a thread of its own, and tells once what came of it. Where the reader breaks or there is no thread, that is told in the words
/// given: whoever asked waits for an answer.
pub fn read_apart(
    read: Reader,
    (files, against): (Vec<String>, Box<Against>),
    broke: String,
    tell: impl FnOnce(Values) + Send + 'static,
) {
    let mut answer = Answer {
        values: Some(Values {
            batch: broken(&files, broke),
            files,
        }),
        tell: Some(tell),
    };
    let thread = std::thread::Builder::new().name("values".to_owned());
    // What does not begin is dropped, and so answers.
    let _ = thread.spawn(move || {
        let files = answer.values.as_ref().map(|it| it.files.clone());
        let batch = read(&files.unwrap_or_default(), &against);
        if let Some(values) = &mut answer.values {
            values.batch = batch;
        }
    });
}

/// A batch of which nothing is read.
fn broken(files: &[String], said: String) -> Batch {
    let file = File {
        name: files.first().cloned().unwrap_or_default(),
        faults: vec![said],
        ..File::default()
    };
    Batch {
        files: vec![file],
        claims: Vec::new(),
    }
}

/// What is told when it goes, whatever has become of it by then.
struct Answer<T: FnOnce(Values)> {
    values: Option<Values>,
    tell: Option<T>,
}

impl<T: FnOnce(Values)> Drop for Answer<T> {
    fn drop(&mut self) {
        if let (Some(tell), Some(values)) = (self.tell.take(), self.values.take()) {
            tell(values);
        }
    }
}
