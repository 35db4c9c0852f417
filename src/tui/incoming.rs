//! Files of values that wait in the folder «загрузка»: which there are, who reads them, and what came of it.
//!
//! Must not know where the folder lies nor what formats there are: names go out, plain claims come back, as of any other file that is read
//! for the interface.

use std::sync::{Arc, Weak};

use crate::analysis::batch::{Batch, Brings, File, Meant, Names, Touched};
use crate::domain::decide::Actor;
use crate::domain::ids::{Now, Timestamp};
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

/// Reads files of the folder, by their names, as long as whoever hears of it after each of them wants more.
pub type Reader =
    Arc<dyn Fn(&[String], &Against, &mut dyn FnMut(Pace) -> bool) -> Batch + Send + Sync>;

/// How far something long is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// So many of so many files are read.
    Files(usize, usize),
    /// So many of so many values are held against what is there.
    Values(usize, usize),
}

/// What came of files, or how far they are.
#[derive(Clone, Debug, PartialEq)]
pub struct Values {
    /// For whom: whoever has asked anew since waits for something else.
    pub awaited: Awaited,
    /// What came.
    pub came: Came,
}

/// What came of files.
#[derive(Clone, Debug, PartialEq)]
pub enum Came {
    /// They are read so far, or held against what is there.
    Pace(Pace),
    /// What they say.
    Batch(Batch),
    /// What that would come to, and the claims under whose hands a cell was changed; none where that broke.
    Brings(Option<Box<(Brings, Vec<usize>)>>),
}

/// What is to be held against the records.
#[derive(Clone, Debug, PartialEq)]
pub struct Weighing {
    /// What the files say, and what was said of names.
    pub about: (Batch, Meant),
    /// What it came to so far.
    pub brings: Brings,
    /// What was changed since.
    pub touched: Touched,
    /// The records.
    pub state: State,
    /// Who would enter it, and when.
    pub by: (Actor, Now),
}

/// Whoever waits for long work has this one; the work has its shadow, and ends when nobody waits any more.
#[derive(Debug, Default)]
pub struct Patience(Arc<()>);

/// Whether somebody still waits.
#[derive(Clone, Debug)]
pub struct Awaited(Weak<()>);

impl Patience {
    /// What the work asks.
    #[must_use]
    pub fn awaited(&self) -> Awaited {
        Awaited(Arc::downgrade(&self.0))
    }
}

impl Awaited {
    /// Whether somebody does.
    #[must_use]
    pub fn is_so(&self) -> bool {
        self.0.strong_count() > 0
    }
}

impl PartialEq for Awaited {
    fn eq(&self, other: &Awaited) -> bool {
        self.0.ptr_eq(&other.0)
    }
}

/// Reads in a thread of its own, and tells how far it is and at last what came of it. Where the reader breaks or there is no thread, that is
/// told in the words given: whoever asked waits for an answer. Once nobody does, nothing more is told.
pub fn read_apart(
    read: Reader,
    (files, against): (Vec<String>, Box<Against>),
    awaited: Awaited,
    broke: String,
    tell: impl Fn(Values) + Send + 'static,
) {
    let broken = Came::Batch(broken(&files, broke));
    apart(awaited, broken, tell, move |go_on| {
        Some(Came::Batch(read(&files, &against, go_on)))
    });
}

/// Holds what was read against the records, in the same way.
pub fn weigh_apart(
    weighing: Box<Weighing>,
    awaited: Awaited,
    tell: impl Fn(Values) + Send + 'static,
) {
    apart(awaited, Came::Brings(None), tell, move |go_on| {
        weigh(*weighing, go_on)
    });
}

/// The same here and now.
pub fn weigh(weighing: Weighing, go_on: &mut dyn FnMut(Pace) -> bool) -> Option<Came> {
    let Weighing {
        about: (batch, meant),
        mut brings,
        touched,
        state,
        by,
    } = weighing;
    let mut told = |done, total| go_on(Pace::Values(done, total));
    let moved = brings.in_parts(&state, by, (&batch, &meant), &touched, &mut told)?;
    Some(Came::Brings(Some(Box::new((brings, moved)))))
}

fn apart<T: Fn(Values) + Send + 'static>(
    awaited: Awaited,
    broken: Came,
    tell: T,
    work: impl FnOnce(&mut dyn FnMut(Pace) -> bool) -> Option<Came> + Send + 'static,
) {
    let mut answer = Answer {
        came: Some(broken),
        awaited,
        tell,
    };
    let thread = std::thread::Builder::new().name("values".to_owned());
    // What does not begin is dropped, and so answers.
    let _ = thread.spawn(move || {
        let came = work(&mut |pace| answer.pace(pace));
        answer.becomes(came);
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
struct Answer<T: Fn(Values)> {
    came: Option<Came>,
    awaited: Awaited,
    tell: T,
}

impl<T: Fn(Values)> Answer<T> {
    /// Tells how far it is. Whether anybody wants to know.
    fn pace(&self, pace: Pace) -> bool {
        let awaited = self.awaited.is_so();
        if awaited {
            self.tell(Came::Pace(pace));
        }
        awaited
    }

    fn becomes(&mut self, came: Option<Came>) {
        self.came = came;
    }

    fn tell(&self, came: Came) {
        let awaited = self.awaited.clone();
        (self.tell)(Values { awaited, came });
    }
}

impl<T: Fn(Values)> Drop for Answer<T> {
    fn drop(&mut self) {
        if let Some(came) = self.came.take().filter(|_| self.awaited.is_so()) {
            self.tell(came);
        }
    }
}
