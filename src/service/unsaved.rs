//! Unfinished input on disk: a small file per user in the store's folder, beside the journal and never in it.
//!
//! Words are merged into what is there: two windows that have lost their server write one file. A file is replaced whole, so that
//! whoever is killed while writing leaves the one before. It is not synced: a killed process loses nothing by that, and nobody
//! waits for a disk because of a half-typed word.

use std::fs::{self, DirBuilder};
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::link::{Kept, KeptSet, Slot};
use crate::domain::ids::{Timestamp, UserId};

/// The format of the file. The first had no windows and nothing that was gone; it is read as it was.
const VERSION: u32 = 2;

/// Bytes that a user may have unfinished: more than anybody types, and little enough to be read and written while others wait.
const MOST: usize = 1 << 20;

/// How many times the file's lock is tried: others hold it for as long as it takes to write a small file.
const TRIES: u32 = 40;

/// How long between two tries.
const PAUSE: Duration = Duration::from_millis(5);

/// The folder of unfinished input in a store.
#[derive(Clone, Debug)]
pub struct UnsavedFiles {
    dir: PathBuf,
}

#[derive(Serialize, Deserialize)]
struct File {
    version: u32,
    inputs: Vec<Input>,
}

#[derive(Serialize, Deserialize)]
struct Input {
    place: String,
    #[serde(default)]
    window: u64,
    fields: Option<Vec<(String, String)>>,
    at: i64,
}

impl UnsavedFiles {
    /// The files of the store in this folder.
    #[must_use]
    pub fn of(store: &Path) -> UnsavedFiles {
        UnsavedFiles {
            dir: store.join("unsaved"),
        }
    }

    /// What a user left unfinished, and what was lately; nothing if there is no file. A file that cannot be read is given another
    /// name, not lost: what is kept next would replace it.
    #[must_use]
    pub fn read(&self, user: UserId) -> Vec<Kept> {
        let path = self.path(user);
        let file = match fs::read(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Vec::new(),
            bytes => bytes.and_then(|it| Ok(serde_json::from_slice::<File>(&it)?)),
        };
        match file {
            Ok(file) if (1..=VERSION).contains(&file.version) => {
                file.inputs.into_iter().map(from_file).collect()
            }
            _ => {
                let kept = fs::rename(&path, aside(&path));
                tracing::warn!(kept = kept.is_ok(), "unfinished input cannot be read");
                Vec::new()
            }
        }
    }

    /// Merges words into what is kept. The last word on each of their slots: where somebody else has said later, it is theirs.
    ///
    /// # Errors
    /// Those of the file system, and that it would be too much; what was kept before is still there then.
    pub fn merge(&self, user: UserId, words: Vec<Kept>) -> io::Result<Vec<Kept>> {
        let slots: Vec<Slot> = words.iter().map(|it| it.slot.clone()).collect();
        let set = self.change(user, |set| {
            for word in words {
                set.merge(word);
            }
            set.forget_oldest();
        })?;
        Ok((slots.iter().filter_map(|it| set.get(it)).cloned()).collect())
    }

    /// Lets go of words that somebody else keeps now. Whether none is left.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn settle(&self, user: UserId, known: &[Kept]) -> io::Result<bool> {
        Ok(self.change(user, |set| set.settle(known))?.is_empty())
    }

    fn change(&self, user: UserId, change: impl FnOnce(&mut KeptSet)) -> io::Result<KeptSet> {
        let _held = self.lock()?;
        let was: KeptSet = self.read(user).into_iter().collect();
        let mut now = was.clone();
        change(&mut now);
        if now != was {
            let [before, after] = [&was, &now].map(|it| it.iter().map(Kept::weight).sum::<usize>());
            if after > MOST.max(before) {
                return Err(io::ErrorKind::FileTooLarge.into());
            }
            let all: Vec<Kept> = now.iter().cloned().collect();
            self.keep(user, &all)?;
        }
        Ok(now)
    }

    /// Holds the folder against other processes until it is dropped.
    fn lock(&self) -> io::Result<fs::File> {
        self.make_folder()?;
        let mut options = fs::OpenOptions::new();
        options.write(true).create(true).truncate(false).mode(0o600);
        let file = options.open(self.dir.join("lock"))?;
        for _ in 0..TRIES {
            match file.try_lock() {
                Ok(()) => return Ok(file),
                Err(fs::TryLockError::WouldBlock) => thread::sleep(PAUSE),
                Err(fs::TryLockError::Error(error)) => return Err(error),
            }
        }
        // Whoever holds it has stopped in the middle: the file is replaced whole, and a word that goes under is said again.
        tracing::warn!("the lock of unfinished input is held for too long");
        Ok(file)
    }

    fn make_folder(&self) -> io::Result<()> {
        (DirBuilder::new().mode(0o700).recursive(true)).create(&self.dir)
    }

    /// Keeps this in place of what was kept before.
    ///
    /// # Errors
    /// Those of the file system; what was kept before is still there then.
    pub fn keep(&self, user: UserId, inputs: &[Kept]) -> io::Result<()> {
        let path = self.path(user);
        if inputs.is_empty() {
            return match fs::remove_file(&path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
                _ => Ok(()),
            };
        }
        self.make_folder()?;
        let file = File {
            version: VERSION,
            inputs: inputs.iter().map(to_file).collect(),
        };
        // A fixed name: whoever is killed before the renaming leaves one file, and the next one takes it away. It is made
        // anew with rights for its owner alone, so that nobody's link is followed.
        let temporary = path.with_extension("new");
        match fs::remove_file(&temporary) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let mut options = fs::OpenOptions::new();
        let written = options
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&temporary)
            .and_then(|mut new| new.write_all(&serde_json::to_vec(&file)?))
            .and_then(|()| fs::rename(&temporary, &path));
        if written.is_err() {
            let _ = fs::remove_file(&temporary);
        }
        written
    }

    fn path(&self, user: UserId) -> PathBuf {
        self.dir.join(format!("{}.json", user.0))
    }
}

/// A name beside the file that nothing has yet: what was set aside before stays there, too.
fn aside(path: &Path) -> PathBuf {
    let mut free = path.with_extension("unreadable");
    let mut n = 1_u32;
    while fs::symlink_metadata(&free).is_ok() {
        n += 1;
        free = path.with_extension(format!("{n}.unreadable"));
    }
    free
}

fn to_file(it: &Kept) -> Input {
    Input {
        place: it.slot.place.clone(),
        window: it.slot.window,
        fields: it.fields.clone(),
        at: it.at.0,
    }
}

fn from_file(it: Input) -> Kept {
    Kept {
        slot: Slot {
            place: it.place,
            window: it.window,
        },
        at: Timestamp(it.at),
        fields: it.fields,
    }
}
