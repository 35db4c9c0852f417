//! Erasing a person's data from all that a store has written: what is being erased, and how it is brought to its end.
//!
//! The order: a task is noted in `DIR/erasing`, durably; then the commit that empties the records; from then on it is finished by whoever
//! opens the store next, before anything of it is served: the derived state is removed, segments of the journal are written anew, and so
//! are unfinished input and the automatic archives; `erasures.jsonl` gets its line; the task is removed last. A kill, a power cut or a full
//! disk before the commit leaves a task without a commit, which is nothing; after it, one that is done once more from the beginning.
//!
//! The task says the name, as everything it is taken out of does until then; with the task it is gone.

mod elsewhere;
mod files;
mod ledger;
mod register;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::archive::{self, ArchiveError};
use super::change::change_of;
use super::disk::Disk;
use super::error::{AtPath as _, StoreError};
use super::journal::{self, Item, Journal, StoreId};
use crate::domain::erasure::{Demand, Erasure};
use crate::domain::ids::{PersonId, Seq, Timestamp, UserId};
use crate::domain::people::Person;
use crate::domain::record::{Commit, Key};

pub use self::elsewhere::note as note_dailies;
pub use self::ledger::{LEDGER, Line, read as read_ledger};
pub use self::register::{Backup, backup, note as note_backup};

pub(super) use self::ledger::add as add_to_ledger;

/// The task's name in the store's folder.
const NAME: &str = "erasing";

/// Where archives are written anew.
const SCRATCH: &str = "archives.new";

/// What is being erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Task {
    person: PersonId,
    name: Person,
    keep: Vec<Key>,
    /// Users whose account goes, also where no person is named yet, or any more.
    #[serde(default)]
    users: Vec<UserId>,
    reason: String,
    /// Where the automatic archives lie, if not in the store's folder.
    #[serde(default)]
    archives: Option<PathBuf>,
    /// The commit that empties the records, and the command that it answers: another may have got its number.
    seq: Seq,
    command: String,
    at: Timestamp,
}

/// What was done; a link carries it as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erased {
    /// Whose data it was.
    pub person: PersonId,
    /// The commit.
    pub seq: Seq,
    /// When it was decided.
    pub at: Timestamp,
    /// Why.
    pub reason: String,
    /// Changes taken out of the journal.
    pub changes: u64,
    /// Files of unfinished input that said the name.
    pub unsaved: u64,
    /// Automatic archives written anew, by name.
    pub archives: Vec<String>,
    /// Automatic archives that could not be read, and are removed.
    pub removed: Vec<String>,
    /// Archives that are not in reach, and may say the name still.
    pub beyond: Vec<Backup>,
}

impl Task {
    /// The task of a commit that erases.
    #[must_use]
    pub fn new(demand: &Demand, name: Person, commit: &Commit, archives: Option<&Path>) -> Task {
        Task {
            archives: archives.map(Path::to_owned),
            person: demand.person,
            name,
            keep: demand.keep.clone(),
            users: (commit.changes.iter())
                .filter_map(Erasure::erased_user)
                .collect(),
            reason: demand.reason.clone(),
            seq: commit.seq,
            command: format!("{:032x}", commit.command_id.0),
            at: commit.time,
        }
    }

    /// Notes the task, durably.
    pub(super) fn write(&self, disk: &dyn Disk, dir: &Path) -> Result<(), StoreError> {
        files::write(disk, dir, NAME, &files::json(self)?)
    }

    /// Takes the task away.
    pub(super) fn remove(disk: &dyn Disk, dir: &Path) -> Result<(), StoreError> {
        let path = dir.join(NAME);
        disk.remove(&path).at(&path)?;
        disk.sync_dir(dir).at(dir)
    }

    /// The task that has begun, if there is one: its commit is in the journal. One without is taken away.
    pub(super) fn begun(
        disk: &dyn Disk,
        dir: &Path,
        journal: &Journal,
    ) -> Result<Option<Task>, StoreError> {
        files::remove_unfinished(disk, dir, NAME)?;
        // What cannot be written must not be begun; nothing of it is lost.
        let Some(bytes) = files::read(disk, &dir.join(NAME))?.filter(|_| journal.is_writable())
        else {
            return Ok(None);
        };
        let task: Task =
            serde_json::from_slice(&bytes).map_err(|error| StoreError::Unreadable {
                what: dir.join(NAME).display().to_string(),
                why: error.to_string(),
            })?;
        let mut is_there = false;
        journal.replay(None, |frame| {
            for head in frame.entries.iter().map(|it| it.head) {
                is_there |= head.seq == task.seq.0
                    && head.is_last_part()
                    && head.cause == journal::Cause::Erase
                    && format!("{:032x}", head.command_id) == task.command;
            }
            Ok(())
        })?;
        if is_there {
            return Ok(Some(task));
        }
        Task::remove(disk, dir)?;
        Ok(None)
    }

    /// Does all that is left to do. The derived state must be closed; it is gone afterwards.
    pub(super) fn finish(
        &self,
        disk: &Arc<dyn Disk>,
        dir: &Path,
        store: StoreId,
        journal: &mut Journal,
    ) -> Result<Erased, StoreError> {
        let erasure = Erasure::new(self.person, &self.name, self.keep.iter().copied())
            .with_users(self.users.iter().copied());
        let mut done = Erased {
            person: self.person,
            seq: self.seq,
            at: self.at,
            reason: self.reason.clone(),
            changes: 0,
            unsaved: 0,
            archives: Vec::new(),
            removed: Vec::new(),
            beyond: Vec::new(),
        };
        // It says the name, and where things lay.
        files::remove_derived(&**disk, dir)?;
        done.changes = journal.redact(&mut |item| touches(&erasure, item))?;
        files::remove_torn(&**disk, dir)?;
        done.unsaved = files::clean_unsaved(&**disk, dir, &erasure)?;
        let line = Line {
            store: archive::name_of(&store),
            person: self.person,
            at: self.at,
            reason: self.reason.clone(),
            seq: self.seq,
            keep: self.keep.clone(),
        };
        let own = dir.join(archive::DIR);
        let dailies = elsewhere::read(&**disk, dir)?;
        for folder in &folders(&own, self.archives.as_deref(), &dailies) {
            let cleaned = Self::clean_archives(disk, (dir, folder), store, &erasure, &mut done);
            let there = unless_elsewhere(cleaned, dir)?.flatten();
            // A folder that is set and not there may be on a disk that is not mounted: nothing is made in its place.
            if there.is_some() || *folder == own {
                let added = ledger::add(&**disk, folder, std::slice::from_ref(&line));
                unless_elsewhere(added, dir)?;
            }
            let there = there.unwrap_or_default();
            let is_missing = |it: &&Backup| {
                let path = Path::new(&it.path);
                path.parent() == Some(folder) && !there.iter().any(|it| path.ends_with(it))
            };
            done.beyond
                .extend(dailies.iter().filter(is_missing).cloned());
        }
        disk.sync_dir(dir).at(dir)?;
        done.beyond.extend(register::read(&**disk, dir)?);
        done.beyond.retain(|it| it.seq < self.seq.0);
        Task::remove(&**disk, dir)?;
        Ok(done)
    }

    /// Cleans the archives of a folder; what lies in it, none if it is out of reach.
    fn clean_archives(
        disk: &Arc<dyn Disk>,
        (dir, folder): (&Path, &Path),
        store: StoreId,
        erasure: &Erasure,
        done: &mut Erased,
    ) -> Result<Option<Vec<String>>, StoreError> {
        let scratch = dir.join(SCRATCH);
        let is_own = folder == dir.join(archive::DIR);
        let names = match disk.list(folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            names => names.at(folder)?,
        };
        let begin = if is_own { "." } else { ".smotr-" };
        for name in names.clone() {
            let path = folder.join(&name);
            if !name.ends_with(".zst") {
                if name.starts_with(begin) && name.ends_with(".zst.part") {
                    // What a killed process has left half written, or somebody is writing of what is taken out.
                    disk.remove(&path).at(&path)?;
                }
                continue;
            }
            // What is called otherwise somebody has put there.
            let is_automatic = name.starts_with("smotr-") && name.ends_with(".jsonl.zst");
            let rewritten = archive::redact(disk, &path, &scratch, store, &mut |item| {
                touches(erasure, item)
            });
            match rewritten {
                Ok(0) => {}
                Ok(_) => done.archives.push(name),
                Err(ArchiveError::Store(error)) if is_automatic => return Err(error),
                // The store is whole, so nothing is lost with an archive that is not.
                Err(ArchiveError::Damaged { .. }) if is_automatic => {
                    disk.remove(&path).at(&path)?;
                    done.removed.push(name);
                }
                // Another store's, a newer program's, or nothing that is known.
                Err(_) => done.beyond.push(Backup {
                    path: path.display().to_string(),
                    at: Timestamp(0),
                    seq: 0,
                }),
            }
        }
        if !done.removed.is_empty() {
            disk.sync_dir(folder).at(folder)?;
        }
        archive::clear(&**disk, &scratch)?;
        Ok(Some(names))
    }
}

/// What goes wrong outside the store's folder keeps nobody from the store: what cannot be cleaned there is listed.
fn unless_elsewhere<T>(result: Result<T, StoreError>, dir: &Path) -> Result<Option<T>, StoreError> {
    match result {
        Err(StoreError::Io { path, .. } | StoreError::NoAccess { path })
            if !path.starts_with(dir) =>
        {
            Ok(None)
        }
        result => result.map(Some),
    }
}

/// Where automatic archives lie: the store's own folder, the one that is set, and those that were.
fn folders(own: &Path, set: Option<&Path>, dailies: &[Backup]) -> Vec<PathBuf> {
    let former = dailies.iter().filter_map(|it| Path::new(&it.path).parent());
    let mut all: Vec<PathBuf> = Vec::new();
    for folder in [own].into_iter().chain(set).chain(former) {
        if !all.iter().any(|it| it == folder) {
            all.push(folder.to_owned());
        }
    }
    all
}

/// Whether an item of a journal holds any of the person's data.
pub(super) fn touches(erasure: &Erasure, item: &Item<'_>) -> Result<bool, StoreError> {
    Ok(erasure.touches(&change_of(item)?))
}
