//! The automatic archives of an engine's store, on a thread of their own: it reads the journal beside the engine, and nobody waits for it.
//!
//! Owns when one is tried: once after opening and once after the first commit of a day, which is when it is told to; what failed is told
//! and waits for the next day. When one is due and which ones may go is the store's affair.
//!
//! Invariant: it never wakes by itself.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use chrono::NaiveDate;

use super::config::Archives;
use super::link::Trouble;
use crate::store::archive::{ArchiveError, View, daily};
use crate::store::disk::Disk;
use crate::store::erasure::note_dailies;
use crate::store::error::StoreError;

/// How long an end waits for an archive to be given up. One that hangs in a slow disk ends with the process, and the next one clears up.
const LAST: Duration = Duration::from_secs(1);

/// How much less the machine minds this thread than one for which somebody waits.
const NICE: i32 = 10;

/// The thread that makes archives.
pub struct Archiver {
    days: Sender<NaiveDate>,
    turn: Arc<Turn>,
    ended: Receiver<()>,
}

/// Whose turn it is with the archives: the thread's, or somebody's who must have them to himself.
#[derive(Default)]
struct Turn {
    is_ending: AtomicBool,
    held: AtomicU32,
    at_work: Mutex<()>,
    let_go: Condvar,
}

/// The archives are left alone while this is held.
pub struct Hold<'a> {
    turn: &'a Turn,
    _alone: MutexGuard<'a, ()>,
}

impl Drop for Hold<'_> {
    fn drop(&mut self) {
        self.turn.held.fetch_sub(1, Ordering::SeqCst);
        self.turn.let_go.notify_all();
    }
}

impl Turn {
    fn take(&self) -> MutexGuard<'_, ()> {
        // Nothing is behind it that a panic could have left half done.
        self.at_work.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The thread's turn, once nobody has asked for the archives: a mutex is not fair, and whoever waits for it would lose it to the thread
    /// that takes it again at once.
    fn take_last(&self) -> MutexGuard<'_, ()> {
        let at_work = self.take();
        let turn = self.let_go.wait_while(at_work, |()| self.is_held());
        turn.unwrap_or_else(PoisonError::into_inner)
    }

    fn is_held(&self) -> bool {
        self.held.load(Ordering::SeqCst) > 0
    }

    fn is_ending(&self) -> bool {
        self.is_ending.load(Ordering::SeqCst)
    }
}

impl Archiver {
    /// Begins; nothing is made before [`Archiver::day`]. What cannot be made is told.
    #[must_use]
    pub fn start(
        disk: Arc<dyn Disk>,
        dir: PathBuf,
        how: Archives,
        tell: impl Fn(Trouble) + Send + 'static,
    ) -> Option<Archiver> {
        let (days, due) = mpsc::channel();
        let (end, ended) = mpsc::channel::<()>();
        let turn = Arc::new(Turn::default());
        let work = Work {
            disk,
            dir,
            how,
            turn: Arc::clone(&turn),
        };
        let spawned = thread::Builder::new()
            .name("archives".into())
            .spawn(move || {
                let _end = end;
                work.run(&due, &tell);
            });
        if let Err(error) = spawned {
            tracing::error!(%error, "no thread for the archives");
            return None;
        }
        Some(Archiver { days, turn, ended })
    }

    /// Something may be due on this day.
    pub fn day(&self, today: NaiveDate) {
        let _ = self.days.send(today);
    }

    /// Gives up an archive that is being made, and makes none until the hold is let go; then it is made anew, of what there is then.
    #[must_use]
    pub fn hold(&self) -> Hold<'_> {
        self.turn.held.fetch_add(1, Ordering::SeqCst);
        Hold {
            turn: &self.turn,
            _alone: self.turn.take(),
        }
    }
}

impl Drop for Archiver {
    fn drop(&mut self) {
        self.turn.is_ending.store(true, Ordering::SeqCst);
        // Nobody is told of more days.
        self.days = mpsc::channel().0;
        if let Err(RecvTimeoutError::Timeout) = self.ended.recv_timeout(LAST) {
            tracing::warn!("an archive is left half written");
        }
    }
}

struct Work {
    disk: Arc<dyn Disk>,
    dir: PathBuf,
    how: Archives,
    turn: Arc<Turn>,
}

impl Work {
    fn run(&self, days: &Receiver<NaiveDate>, tell: &impl Fn(Trouble)) {
        // On Linux it is the thread's own.
        let _ = rustix::process::setpriority_process(None, NICE);
        while let Ok(today) = days.recv() {
            loop {
                let _turn = self.turn.take_last();
                if self.turn.is_ending() {
                    return;
                }
                match self.day(today) {
                    // Somebody needs the archives: tried again after that.
                    Err(ArchiveError::GivenUp) => {}
                    Err(error) => {
                        tracing::error!(%error, "no archive of this day");
                        tell(trouble_of(&error));
                        break;
                    }
                    Ok(()) => break,
                }
            }
        }
    }

    fn day(&self, today: NaiveDate) -> Result<(), ArchiveError> {
        let (disk, folder) = (&*self.disk, &self.how.folder);
        let stop = || self.turn.is_ending() || self.turn.is_held();
        if daily::may_be_due(disk, &self.dir, folder, today)? {
            let view = View::of_until(Arc::clone(&self.disk), &self.dir, &stop)?;
            if let Some(made) = daily::make(disk, &view, folder, today, &stop)? {
                tracing::info!(seq = made.seq, "the archive of this day is made");
            }
        }
        let pruned = daily::prune(disk, &self.dir, folder, today, self.how.days, &stop);
        let gone = pruned.as_deref().unwrap_or_default();
        if let Err(error) = note_dailies(disk, &self.dir, folder, gone) {
            // Tried again with the next archive.
            tracing::warn!(%error, "where the archives lie is not noted");
        }
        pruned?;
        Ok(())
    }
}

fn trouble_of(error: &ArchiveError) -> Trouble {
    match error {
        ArchiveError::Store(error) if error.is_full() => Trouble::Full,
        ArchiveError::Store(StoreError::NoAccess { .. }) => Trouble::ReadOnly,
        _ => Trouble::Failed,
    }
}
