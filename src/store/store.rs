//! The open store: groups go into the journal, the derived state follows, and everything is read from here.
//! Owns the order «durable, then derived»; opening is in `open`, reading in `read`.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use super::change::Encoded;
use super::check::Check;
use super::derived::{Derived, guarded};
use super::disk::Disk;
use super::erasure::Task;
use super::error::{AppendError, AtPath as _, Damage, StoreError};
use super::format::StoreFile;
use super::journal::{Journal, StoreId};
use super::lock::Lock;
use super::open::CLEAN;
use super::reserve;
use crate::domain::ids::{Seq, StoreMark};
use crate::domain::record::{CommandId, Commit};

/// Commits that may wait for the derived state before [`Store::append_group`] takes them in by itself.
const MOST_UNSETTLED: u64 = 2_000;

/// Room that must be left, in bytes, before the derived state is driven any further. sled writes in segments of half a megabyte;
/// after it has run out of room once it refuses to read, too, and opening it again needs room.
const ROOM_TO_FOLLOW: u64 = 1 << 20;

/// Room that a group leaves beyond that, so that the derived state can follow what was accepted.
const ROOM_TO_APPEND: u64 = 1 << 20;

/// How many bytes the derived state may write for one of the journal.
const GROWTH: u64 = 4;

/// An open store. There is one per folder and it belongs to one thread, the engine's.
pub struct Store {
    pub(super) disk: Arc<dyn Disk>,
    pub(super) dir: PathBuf,
    pub(super) id: StoreId,
    pub(super) journal: Journal,
    /// None after it has failed: the next one who needs it opens or makes it again.
    pub(super) derived: Option<Derived>,
    pub(super) sled: PathBuf,
    /// Commands of the commits that the derived state has not yet, to know them when they are repeated.
    pub(super) unsettled: HashMap<CommandId, Seq>,
    /// About how many bytes these commits have in the journal.
    pub(super) unsettled_bytes: u64,
    pub(super) lock: Lock,
    /// What `store.toml` is to say before anything is written, where it is of a former format.
    pub(super) raised: Option<StoreFile>,
    /// What is left to check after an unclean end.
    pub(super) check: Option<Check>,
}

impl Store {
    /// Writes a group of commits (at most 200, numbered from [`Store::next_seq`]) and syncs it. On `Ok` all of it is durable; after
    /// [`AppendError::Unknown`] the store must be dropped and opened again. The derived state is not waited for.
    pub fn append_group(&mut self, commits: &[Commit]) -> Result<(), AppendError> {
        let mut encoded = Vec::with_capacity(commits.len());
        for commit in commits {
            encoded.push(Encoded::new(commit, &*self.disk)?);
        }
        let entries: Vec<_> = encoded.iter().map(Encoded::entry).collect();
        let bytes = encoded.iter().map(Encoded::len).sum::<u64>();
        let owed = reserve::owed(&*self.disk, &self.dir);
        self.has_room(owed + ROOM_TO_APPEND + bytes + GROWTH * bytes)
            .map_err(AppendError::Refused)?;
        self.raise().map_err(AppendError::Refused)?;
        self.journal.append(&entries)?;
        if owed > 0 {
            reserve::hold(&*self.disk, &self.dir);
        }
        self.lock.publish(Seq(self.journal.next_seq() - 1));
        self.unsettled_bytes += bytes;
        let commands = commits.iter().map(|it| (it.command_id, it.seq));
        self.unsettled.extend(commands);
        if self.unsettled() > MOST_UNSETTLED {
            // The journal has it; what goes wrong here is found and mended by the next one who reads.
            let _ = self.settle();
        }
        Ok(())
    }

    /// Sees to it that a program which knows only a former format reads nothing of what is written from now on.
    fn raise(&mut self) -> Result<(), StoreError> {
        if let Some(file) = self.raised {
            file.write(&*self.disk, &self.dir)?;
            self.raised = None;
        }
        Ok(())
    }

    /// Notes what is about to be erased, durably, before the commit that begins it. What it says is done when the store is opened next.
    pub fn begin_erasing(&mut self, task: &Task) -> Result<(), StoreError> {
        task.write(&*self.disk, &self.dir)
    }

    /// Takes the note back: the commit was not written.
    pub fn do_not_erase(&mut self) -> Result<(), StoreError> {
        Task::remove(&*self.disk, &self.dir)
    }

    /// The store's name for itself: made with it, never changed.
    #[must_use]
    pub fn id(&self) -> [u8; 16] {
        self.id
    }

    /// By what files that are given away know it again. The id itself is told to nobody, for masks are drawn by it, and it cannot be
    /// reckoned from this.
    #[must_use]
    pub fn mark(&self) -> StoreMark {
        let digest = Sha256::new()
            .chain_update(b"smotr: the mark of a store")
            .chain_update(self.id)
            .finalize();
        StoreMark(u64::from_be_bytes(
            digest.first_chunk().copied().unwrap_or_default(),
        ))
    }

    /// Takes into the derived state what the journal has and it has not. To be called when nobody waits: after the answers, when
    /// the queue has been empty for a moment. Reading does it by itself.
    pub fn settle(&mut self) -> Result<(), StoreError> {
        self.with_derived(|_, _| Ok(()))
    }

    /// Commits that [`Store::settle`] would take in.
    pub fn unsettled(&self) -> u64 {
        self.unsettled.len() as u64
    }

    /// Number of the next commit.
    pub fn next_seq(&self) -> Seq {
        Seq(self.journal.next_seq())
    }

    /// True when groups may be appended.
    pub fn is_writable(&self) -> bool {
        self.journal.is_writable()
    }

    /// The damage for which the store is open for reading only.
    pub fn damage(&self) -> Option<&Damage> {
        self.journal.damage()
    }

    /// Leaves in order: the next opening has nothing to replay and nothing to check. A store that is only dropped loses nothing.
    pub fn close(mut self) -> Result<(), StoreError> {
        // An orderly close writes, too; on a disk without any room the next opening does it.
        let _ = self.make_room();
        let is_whole = self.end_check();
        self.with_derived(|derived, _| derived.flush())?;
        let is_changed = self.derived.as_ref().is_none_or(Derived::is_changed);
        self.let_go()?;
        if !self.is_writable() || !is_whole {
            // Damaged, or stopped, or not wholly looked at: the next opening has every reason to look at all of it.
            return Ok(());
        }
        if is_changed {
            match self.make_snapshot() {
                // Damaged under us: not marked clean, it is found and made again at the next opening.
                Err(StoreError::State { .. }) => return Ok(()),
                made => made?,
            }
        }
        let path = self.dir.join(CLEAN);
        let mut file = self.disk.create(&path).at(&path)?;
        file.sync().at(&path)?;
        self.disk.sync_dir(&self.dir).at(&self.dir)
    }

    /// Has sled make a snapshot of all that its log holds, which it does when it opens. What lies in the log behind the last snapshot and is
    /// damaged, sled passes over without a word; what a snapshot points to and is damaged, it finds when it reads it.
    fn make_snapshot(&self) -> Result<(), StoreError> {
        guarded(&self.sled, || {
            Derived::open(&self.sled, self.id, false)?.flush()
        })
    }

    /// Works with the derived state, up to date. When it fails it is opened or made again, and the work done again from the start.
    pub(super) fn with_derived<T>(
        &mut self,
        mut work: impl FnMut(&mut Derived, &Journal) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        match self.with_derived_once(&mut work) {
            Err(StoreError::State { .. }) => self.with_derived_once(work),
            result => result,
        }
    }

    /// The same for work that cannot be repeated: when it fails, the next one finds everything made again.
    pub(super) fn with_derived_once<T>(
        &mut self,
        work: impl FnOnce(&mut Derived, &Journal) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        if self.derived.is_some() && self.unsettled() > 0 {
            self.make_room()?;
        }
        let mut is_up_to_date = false;
        let result = self.with_derived_behind(|derived, journal| {
            derived.take_in(journal, &mut |_| {})?;
            is_up_to_date = true;
            work(derived, journal)
        });
        if is_up_to_date {
            self.unsettled.clear();
            self.unsettled_bytes = 0;
        }
        result
    }

    /// Works with the derived state as it is, which may be behind by the commits of [`Store::unsettled`].
    pub(super) fn with_derived_behind<T>(
        &mut self,
        work: impl FnOnce(&mut Derived, &Journal) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut derived = match self.derived.take() {
            Some(derived) => derived,
            None => {
                self.make_room()?;
                self.derived_again()?.0
            }
        };
        let journal = &self.journal;
        let result = guarded(&self.sled, || work(&mut derived, journal));
        self.derived = Some(derived);
        match &result {
            // The journal's affair, or the caller's.
            Ok(_) | Err(StoreError::Damaged(_) | StoreError::Unreadable { .. }) => {}
            // After an error sled goes on refusing until it is opened again, also when there is room again.
            Err(_) => {
                let _ = self.let_go();
            }
        }
        result
    }

    /// Bytes that can be written before groups are refused for want of room; none where the disk does not say.
    pub fn room(&self) -> Option<u64> {
        let room = self.disk.room(&self.dir).ok()?;
        let owed = reserve::owed(&*self.disk, &self.dir);
        let kept = owed + ROOM_TO_FOLLOW + ROOM_TO_APPEND + GROWTH * self.unsettled_bytes;
        Some(room.saturating_sub(kept))
    }

    /// Sees to it that the derived state can follow the journal: it is what room was held for.
    fn make_room(&self) -> Result<(), StoreError> {
        self.has_room(0).or_else(|_| {
            reserve::give(&*self.disk, &self.dir);
            self.has_room(0)
        })
    }

    /// Whether the derived state can follow the journal, and so many bytes be written besides. A disk that is out of room is
    /// told before sled meets it.
    fn has_room(&self, besides: u64) -> Result<(), StoreError> {
        let wanted = ROOM_TO_FOLLOW + GROWTH * self.unsettled_bytes + besides;
        match self.disk.room(&self.dir) {
            Ok(room) if room < wanted => Err(StoreError::io(
                &self.dir,
                std::io::ErrorKind::StorageFull.into(),
            )),
            // A disk that does not say is tried.
            Ok(_) | Err(_) => Ok(()),
        }
    }

    /// Closes the derived state: a sled that has failed may panic even then.
    pub(super) fn let_go(&mut self) -> Result<(), StoreError> {
        let derived = self.derived.take();
        guarded(&self.sled, || {
            drop(derived);
            Ok(())
        })
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        let _ = self.let_go();
    }
}
