//! Unfinished input on disk: a small file per user in the store's folder, beside the journal and never in it.
//!
//! A file is replaced whole, so that whoever is killed while writing leaves the one before. It is not synced: a killed process
//! loses nothing by that, and nobody waits for a disk because of a half-typed word.

use std::fs::{self, DirBuilder};
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::link::Unsaved;
use crate::domain::ids::{Timestamp, UserId};

/// The format of the file.
const VERSION: u32 = 1;

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
    fields: Vec<(String, String)>,
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

    /// What a user left unfinished; nothing if there is no file. A file that cannot be read is given another name, not lost:
    /// what is kept next would replace it.
    #[must_use]
    pub fn read(&self, user: UserId) -> Vec<Unsaved> {
        let path = self.path(user);
        let file = match fs::read(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Vec::new(),
            bytes => bytes.and_then(|it| Ok(serde_json::from_slice::<File>(&it)?)),
        };
        match file {
            Ok(file) if file.version == VERSION => file.inputs.into_iter().map(from_file).collect(),
            _ => {
                let kept = fs::rename(&path, aside(&path));
                tracing::warn!(kept = kept.is_ok(), "unfinished input cannot be read");
                Vec::new()
            }
        }
    }

    /// Keeps this in place of what was kept before.
    ///
    /// # Errors
    /// Those of the file system; what was kept before is still there then.
    pub fn keep(&self, user: UserId, inputs: &[Unsaved]) -> io::Result<()> {
        let path = self.path(user);
        if inputs.is_empty() {
            return match fs::remove_file(&path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
                _ => Ok(()),
            };
        }
        DirBuilder::new()
            .mode(0o700)
            .recursive(true)
            .create(&self.dir)?;
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

fn to_file(it: &Unsaved) -> Input {
    Input {
        place: it.place.clone(),
        fields: it.fields.clone(),
        at: it.at.0,
    }
}

fn from_file(it: Input) -> Unsaved {
    Unsaved {
        place: it.place,
        fields: it.fields,
        at: Timestamp(it.at),
    }
}
