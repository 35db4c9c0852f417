//! The engine's store: one that may fail, be lost and come back. Owns what is done about a disk that refuses.
//!
//! Invariant: after an unknown outcome nothing is written before the store has been opened anew from the disk.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::domain::ids::{PeriodId, Seq, StoreMark};
use crate::domain::record::{CommandId, Commit};
use crate::domain::refusal::Refusal;
use crate::domain::state::{Shard, State};
use crate::service::clock::Clock;
use crate::service::link::{Trouble, Writing};
use crate::store::codec::MAX_RECORD;
use crate::store::disk::Disk;
use crate::store::erasure::{Erased, Task};
use crate::store::{AppendError, Checked, Filter, Line, Opening, Store, StoreError};

const MIB: u64 = 1 << 20;

/// With less room than this people are warned: it is enough for weeks of entering, and little for anything else on the disk.
const SCARCE: u64 = 64 * MIB;

/// The store, and how to open it again.
pub(super) struct Keeper {
    /// None after an unknown outcome, until it is open again.
    store: Option<Store>,
    /// Opened again, the disk had lost what it had promised: whatever it says afterwards, this engine writes nothing over it.
    is_lost: bool,
    /// The last commit that was durable for certain.
    seq: Seq,
    seed: [u8; 16],
    mark: StoreMark,
    /// Commands that became commits while this engine runs. A repeated one is known by it whatever becomes of the derived
    /// state; it takes some forty bytes for each.
    answered: HashMap<CommandId, Seq>,
    /// The last erasing of a person's data that was brought to its end here, or when this engine was started.
    erased: Option<Box<Erased>>,
    /// Why the store is shut.
    shut: Trouble,
    disk: Arc<dyn Disk>,
    dir: PathBuf,
    account: String,
    clock: Clock,
}

/// What became of a group.
pub(super) enum Written {
    /// All of it is durable.
    Durable,
    /// Nothing of it is there.
    Refused(Trouble),
    /// Nothing of it is there: it is beyond the limits of the store, or one of its commits is.
    TooLarge(Refusal),
    /// Nobody knows; the store is shut until [`Keeper::reopen`].
    Unknown,
}

/// Why the keeper has nothing to give.
#[derive(Debug, thiserror::Error)]
pub(super) enum KeeperError {
    /// The journal ends before what was once written.
    #[error("the journal ends too early")]
    Short,
    /// The store is shut after an unknown outcome.
    #[error("the store is shut until it opens again")]
    Shut,
    /// Opened again, it ends before what was durable for certain. What is in memory can still be read; nothing may be
    /// written over it.
    #[error("the disk has lost what it had promised: commits {}..={}", found.0 + 1, promised.0)]
    Lost {
        /// The last commit that was durable for certain.
        promised: Seq,
        /// The last one there is.
        found: Seq,
    },
    /// The store says so.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl KeeperError {
    /// True when it is for want of room.
    pub fn is_full(&self) -> bool {
        matches!(self, KeeperError::Store(error) if error.is_full())
    }
}

impl Keeper {
    /// Keeps an open store; opening it may have brought an erasing to its end.
    pub fn new(
        store: Store,
        erased: Option<Box<Erased>>,
        disk: Arc<dyn Disk>,
        dir: PathBuf,
        account: String,
        clock: Clock,
    ) -> Keeper {
        Keeper {
            seq: Seq(store.next_seq().0.saturating_sub(1)),
            seed: store.id(),
            mark: store.mark(),
            store: Some(store),
            is_lost: false,
            answered: HashMap::new(),
            erased,
            shut: Trouble::Failed,
            disk,
            dir,
            account,
            clock,
        }
    }

    /// What masks are drawn by: the store's name for itself, which stays with it when it is restored and is told to no client.
    pub fn seed(&self) -> [u8; 16] {
        self.seed
    }

    /// What files that come back are known by.
    pub fn mark(&self) -> StoreMark {
        self.mark
    }

    /// The store's folder.
    pub fn dir(&self) -> &std::path::Path {
        &self.dir
    }

    /// Whether changes are taken, as far as is known without trying.
    pub fn writing(&self) -> Writing {
        match &self.store {
            Some(store) if store.is_writable() => match store.room() {
                // A disk that was full when the store was opened: it can be read.
                Some(0) => Writing::Stopped(Trouble::Full),
                Some(room) if room < SCARCE => Writing::Scarce {
                    mib: u32::try_from(room / MIB).unwrap_or(0),
                },
                _ => Writing::Open,
            },
            Some(store) if store.damage().is_some() => Writing::Stopped(damaged(store)),
            Some(_) => Writing::Stopped(Trouble::ReadOnly),
            None if self.is_lost => Writing::Stopped(Trouble::Lost),
            None => Writing::Stopped(self.shut),
        }
    }

    /// Writes a group and waits for the disk.
    pub fn write(&mut self, commits: &[Commit]) -> Written {
        let Some(store) = &mut self.store else {
            return Written::Refused(Trouble::Failed);
        };
        match store.append_group(commits) {
            Ok(()) => {
                self.seq = commits.last().map_or(self.seq, |it| it.seq);
                self.note_answered(commits);
                Written::Durable
            }
            Err(AppendError::Refused(error)) => {
                tracing::warn!(%error, "not written");
                Written::Refused(trouble_of(&error))
            }
            Err(AppendError::Unknown(error)) => {
                tracing::error!(%error, "unknown whether written");
                self.store = None;
                Written::Unknown
            }
            Err(AppendError::Closed) => Written::Refused(damaged(store)),
            Err(AppendError::TooLong { key, limit }) => Written::TooLarge(Refusal::TooLarge {
                key: Some(key),
                limit,
            }),
            Err(error @ AppendError::Limits(_)) => {
                tracing::error!(%error, "outside the limits of the store");
                Written::TooLarge(Refusal::TooLarge {
                    key: None,
                    limit: MAX_RECORD,
                })
            }
        }
    }

    /// Writes the commit of an erasing, and before it what is to be erased. Everything else is done when the store is opened anew.
    pub fn write_erasing(&mut self, task: &Task, commit: &Commit) -> Written {
        let Some(store) = &mut self.store else {
            return Written::Refused(self.shut);
        };
        if let Err(error) = store.begin_erasing(task) {
            tracing::warn!(%error, "the erasing is not noted");
            return Written::Refused(trouble_of(&error));
        }
        let written = self.write(std::slice::from_ref(commit));
        if let (Written::Refused(_) | Written::TooLarge(_), Some(store)) =
            (&written, &mut self.store)
            && let Err(error) = store.do_not_erase()
        {
            // A note without its commit is taken away by the next opening.
            tracing::warn!(%error, "the note of an erasing stays");
        }
        written
    }

    /// Shuts the store, so that it is opened anew.
    pub fn shut(&mut self) {
        self.store = None;
    }

    /// What was done by the last erasing that was brought to its end.
    pub fn erased(&self) -> Option<&Erased> {
        self.erased.as_deref()
    }

    /// Every commit there is.
    pub fn each_commit(
        &self,
        each: impl FnMut(Commit) -> Result<(), StoreError>,
    ) -> Result<(), KeeperError> {
        let store = self.store.as_ref().ok_or(KeeperError::Shut)?;
        Ok(store.each_commit(each)?)
    }

    /// Opens the store anew from the disk if it was shut: the state as the disk has it, and the commits beyond the last
    /// certain one that turned out to be there. `None` if the store is open, still does not open, or has lost something.
    pub fn reopen(&mut self) -> Option<(State, Vec<Commit>)> {
        if self.store.is_some() || self.is_lost {
            return None;
        }
        let reopened = self.open_anew();
        if let Err(error) = &reopened {
            tracing::error!(%error, "the store does not open again");
            self.is_lost = matches!(error, KeeperError::Lost { .. });
            self.shut = match error {
                KeeperError::Store(error) => trouble_of(error),
                _ => Trouble::Failed,
            };
        }
        reopened.ok()
    }

    fn open_anew(&mut self) -> Result<(State, Vec<Commit>), KeeperError> {
        let how = Opening {
            account: &self.account,
            now: (self.clock)().at,
            create: false,
        };
        let (mut store, state, report) =
            Store::open_to_check(Arc::clone(&self.disk), &self.dir, how, &mut |_| {})?;
        let mut found = Vec::new();
        for seq in self.seq.0 + 1..=state.meta.seq.0 {
            found.extend(store.commit(Seq(seq))?);
        }
        if state.meta.seq < self.seq {
            return Err(KeeperError::Lost {
                promised: self.seq,
                found: state.meta.seq,
            });
        }
        self.seq = state.meta.seq;
        self.note_answered(&found);
        self.erased = report.erased.or(self.erased.take());
        self.store = Some(store);
        Ok((state, found))
    }

    /// Whether the disk has lost what it had promised. What is in memory can still be read.
    pub fn is_lost(&self) -> bool {
        self.is_lost
    }

    /// The commit that answered this command.
    pub fn answered(&mut self, id: CommandId) -> Result<Option<Arc<Commit>>, KeeperError> {
        let known = self.answered.get(&id).copied();
        let store = self.store()?;
        let Some(seq) = known.map_or_else(|| store.command(id), |seq| Ok(Some(seq)))? else {
            return Ok(None);
        };
        Ok(store.commit(seq)?.map(Arc::new))
    }

    /// Whether this command has become a commit while this engine runs.
    pub fn has_answered(&self, id: CommandId) -> bool {
        self.answered.contains_key(&id)
    }

    fn note_answered(&mut self, commits: &[Commit]) {
        let commands = commits.iter().map(|it| (it.command_id, it.seq));
        self.answered.extend(commands);
    }

    /// A commit by its number, if there is one.
    pub fn commit(&mut self, seq: Seq) -> Result<Option<Arc<Commit>>, KeeperError> {
        let commit = self.store()?.commit(seq);
        if let Err(error) = &commit {
            tracing::error!(%error, "a commit cannot be read");
        }
        Ok(commit?.map(Arc::new))
    }

    /// The values of a period, as of the last durable commit.
    pub fn shard(&mut self, period: PeriodId) -> Result<Arc<Shard>, KeeperError> {
        let shard = self.store()?.load_shard(period);
        if let Err(error) = &shard {
            tracing::error!(%error, "values cannot be read");
        }
        Ok(shard?)
    }

    /// A page of the journal, the latest first, and whether there are older lines.
    pub fn page(
        &mut self,
        filter: Filter,
        before: Option<Seq>,
        limit: usize,
    ) -> Result<(Vec<Line>, bool), KeeperError> {
        let mut lines = self.store()?.page(filter, before, limit + 1)?;
        let more = lines.len() > limit;
        lines.truncate(limit);
        Ok((lines, more))
    }

    /// Whole commits after one, the earliest first, and whether there are later ones: at most so many, and none after so many
    /// changes.
    pub fn commits(
        &mut self,
        after: Seq,
        most: usize,
        most_changes: usize,
    ) -> Result<(Vec<Arc<Commit>>, bool), KeeperError> {
        let mut commits = Vec::new();
        let mut changes = 0;
        let mut seq = after;
        while seq < self.seq && commits.len() < most && changes < most_changes {
            seq = seq.next();
            let Some(commit) = self.commit(seq)? else {
                // A damaged journal ends before what was once written.
                return Ok((commits, false));
            };
            changes += commit.changes.len();
            commits.push(commit);
        }
        Ok((commits, seq < self.seq))
    }

    /// Whether the derived state is behind the journal.
    pub fn is_behind(&self) -> bool {
        (self.store.as_ref()).is_some_and(|store| store.unsettled() > 0)
    }

    /// Brings the derived state up to the journal.
    pub fn settle(&mut self) {
        if let Some(store) = &mut self.store
            && let Err(error) = store.settle()
        {
            // The journal has it all; the next one who reads finds it made again.
            tracing::warn!(%error, "the derived state is behind");
        }
    }

    /// Whether something is left to check after an unclean end.
    pub fn is_checking(&self) -> bool {
        self.store.as_ref().is_some_and(Store::is_checking)
    }

    /// Checks a slice of what is left.
    pub fn check(&mut self) -> Result<Checked, KeeperError> {
        Ok(self.store()?.check()?)
    }

    /// Closes in order.
    pub fn close(self) -> Result<(), StoreError> {
        self.store.map_or(Ok(()), Store::close)
    }

    fn store(&mut self) -> Result<&mut Store, KeeperError> {
        self.store.as_mut().ok_or(KeeperError::Shut)
    }
}

/// Why a store that is open takes nothing.
fn damaged(store: &Store) -> Trouble {
    store
        .damage()
        .map_or(Trouble::ReadOnly, |it| Trouble::Damaged {
            first: it.first,
            last: it.last,
        })
}

fn trouble_of(error: &StoreError) -> Trouble {
    match error {
        error if error.is_full() => Trouble::Full,
        StoreError::NoAccess { .. } => Trouble::ReadOnly,
        _ => Trouble::Failed,
    }
}
