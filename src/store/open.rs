//! Opening a store, or making one: lock, format, journal, derived state, in this order.
//! Owns what is done when the derived state cannot be used: it is set aside, never deleted, and made again.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::check::Check;
use super::derived::{Derived, Distrust, Progress, guarded};
use super::disk::Disk;
use super::erasure::{Erased, Task};
use super::error::{AtPath as _, Damage, StoreError};
use super::format::{self, StoreFile};
use super::journal::{Journal, StoreId, Torn};
use super::lock::{self, Lock};
use super::place;
use super::reserve;
use super::store::Store;
use crate::domain::ids::{Seq, Timestamp};
use crate::domain::state::State;

pub(super) const JOURNAL: &str = "journal";
/// Where ends of the journal that were cut short are kept.
pub(super) const TORN: &str = "torn";
pub(super) const SLED: &str = "sled";
/// There after an orderly close, gone while a store is open.
pub(super) const CLEAN: &str = "clean";

/// How a store is opened.
#[derive(Debug, Clone, Copy)]
pub struct Opening<'a> {
    /// Who opens it, for whoever finds it locked.
    pub account: &'a str,
    /// The moment, for a store that is made.
    pub now: Timestamp,
    /// Whether a store may be made where none has ever been.
    pub create: bool,
}

/// What opening found and did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OpenReport {
    /// The store was made just now.
    pub created: bool,
    /// Bytes that a power cut left, kept aside; nobody was told that they were saved.
    pub torn: Option<Torn>,
    /// The journal is damaged: the store is open for reading only.
    pub damage: Option<Damage>,
    /// Commits taken from the journal into the derived state.
    pub replayed: u64,
    /// Why the derived state was made again, if it was.
    pub rebuilt: Option<Distrust>,
    /// Where the former derived state lies now.
    pub set_aside: Option<PathBuf>,
    /// The store had not been closed in order.
    pub unclean: bool,
    /// An erasing of a person's data that had begun, brought to its end.
    pub erased: Option<Box<Erased>>,
}

impl Store {
    /// Opens the store in a folder. All records but values are in the state that is returned.
    /// `progress` is called while the derived state is made again or catches up.
    pub fn open(
        disk: Arc<dyn Disk>,
        dir: &Path,
        how: Opening<'_>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(Self, State, OpenReport), StoreError> {
        Self::open_so(disk, dir, how, false, progress)
    }

    /// The same for whoever has others waiting: after an unclean end only the end of the journal is looked at, and whether the derived
    /// state is of this journal. The rest is left to [`Store::check`].
    ///
    /// Where the machine itself went down meanwhile the derived state may be anything, and all of it is looked at before it is believed.
    pub fn open_to_check(
        disk: Arc<dyn Disk>,
        dir: &Path,
        how: Opening<'_>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(Self, State, OpenReport), StoreError> {
        Self::open_so(disk, dir, how, true, progress)
    }

    fn open_so(
        disk: Arc<dyn Disk>,
        dir: &Path,
        how: Opening<'_>,
        is_to_check: bool,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(Self, State, OpenReport), StoreError> {
        place::check(&*disk, dir)?;
        make_folder(&*disk, dir, how.create)?;
        place::close(&*disk, dir)?;
        let path = dir.join(lock::NAME);
        let mut lock = Lock::take(&path, how.account, disk.boot().as_deref())?;
        // Whoever had the lock until now may have changed everything: what the folder holds is asked only here.
        let names = disk.list(dir).at(dir)?;
        let has = |name: &str| names.iter().any(|it| it == name);
        let is_old = has(format::NAME);
        let mut report = OpenReport {
            unclean: is_old && !has(CLEAN),
            ..OpenReport::default()
        };
        let file = if is_old {
            StoreFile::read(&*disk, dir)?
        } else {
            report.created = true;
            create(&disk, dir, &names, how.now, &mut || lock.begin().at(&path))?
        };
        if has(CLEAN) {
            disk.remove(&dir.join(CLEAN)).at(dir)?;
            disk.sync_dir(dir).at(dir)?;
        }
        // sled may panic when it is let go, too, if its disk refuses: on any way out of there.
        let mut store = guarded(&dir.join(SLED), || {
            Store::assemble(disk, dir, file, lock, is_to_check, &mut report, progress)
        })?;
        let state = match store.with_derived(|derived, _| derived.state()) {
            Err(StoreError::Unreadable { .. }) if store.damage().is_none() => {
                store.state_looked_at(&mut report)?
            }
            state => state?,
        };
        store.check = (is_to_check && report.unclean).then_some(Check::Derived);
        Ok((store, state, report))
    }

    /// The derived state, after it was let go: as it is, or made again. Where the former one lies then.
    pub(super) fn derived_again(&self) -> Result<(Derived, Option<PathBuf>), StoreError> {
        guarded(&self.sled, || {
            reopen_derived(&*self.disk, &self.dir, self.id, &self.journal)
        })
    }

    /// The state, after something in it could not be read: if it is not what was written, it is made again.
    fn state_looked_at(&mut self, report: &mut OpenReport) -> Result<State, StoreError> {
        self.let_go()?;
        let (derived, aside) = self.derived_again()?;
        self.derived = Some(derived);
        if aside.is_some() {
            report.rebuilt = Some(Distrust::Disagrees);
            report.set_aside = aside;
        }
        self.with_derived(|derived, _| derived.state())
    }

    fn assemble(
        disk: Arc<dyn Disk>,
        dir: &Path,
        file: StoreFile,
        lock: Lock,
        is_to_check: bool,
        report: &mut OpenReport,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Self, StoreError> {
        let (id, sled) = (file.id, dir.join(SLED));
        reserve::prepare(&*disk, dir);
        // What no snapshot points to sled reads from its log and passes over where it is damaged, without a word: what it then has may be
        // partly older than its checkpoint says. An orderly close leaves a snapshot of everything.
        let is_sure = !report.unclean && has_snapshot(&*disk, &sled);
        // A process that was killed had handed all of it to the system.
        let is_left = report.unclean && is_to_check && lock.is_of_this_start();
        let mut found = open_derived(&sled, id, !is_sure && !is_left)?;
        let checkpoint = found.as_ref().ok().and_then(Derived::checkpoint);
        let mut opened = Journal::open(
            Arc::clone(&disk),
            &dir.join(JOURNAL),
            &dir.join(TORN),
            id,
            checkpoint,
            lock.known(),
        )?;
        if !opened.checkpoint_holds {
            found = Err(Distrust::Disagrees);
        }
        if let Some(task) = Task::begun(&*disk, dir, &opened.journal)? {
            // It says what is to go, and where things lay: nothing of it counts any more.
            let former = std::mem::replace(&mut found, Err(Distrust::Missing));
            trust(guarded(&sled, || {
                drop(former);
                Ok(())
            }))?
            .ok();
            let erased = task.finish(&disk, dir, id, &mut opened.journal)?;
            report.erased = Some(Box::new(erased));
        }
        // What a damaged journal no longer has may be there only.
        if opened.journal.damage().is_none()
            && let Ok(derived) = &found
            && trust(guarded(&sled, || derived.is_of_today()))? == Ok(false)
        {
            found = Err(Distrust::Former);
        }
        report.torn = opened.torn;
        report.damage = opened.journal.damage().cloned();
        if let Ok(derived) = &mut found {
            match trust(guarded(&sled, || {
                derived.take_in(&opened.journal, progress)
            }))? {
                Ok(taken) => report.replayed = taken,
                Err(distrust) => found = Err(distrust),
            }
        }
        let derived = match found {
            Ok(derived) => derived,
            Err(distrust) => {
                report.set_aside = set_aside(&*disk, dir)?;
                // In a store without a commit there was nothing to lose, and nothing to tell.
                let is_news = opened.journal.next_seq() > 1 && report.erased.is_none();
                report.rebuilt = is_news.then_some(distrust);
                let mut derived = new_derived(&*disk, &sled, id)?;
                report.replayed = guarded(&sled, || derived.take_in(&opened.journal, progress))?;
                derived
            }
        };
        if opened.journal.is_writable() {
            // Opening has made durable whatever it found.
            lock.publish(Seq(opened.journal.next_seq() - 1));
        }
        Ok(Store {
            disk,
            dir: dir.to_owned(),
            id,
            journal: opened.journal,
            derived: Some(derived),
            sled,
            unsettled: HashMap::new(),
            unsettled_bytes: 0,
            lock,
            raised: file.raised(),
            check: None,
        })
    }
}

/// Sees to it that there is a folder to lock: one of a store, or of a store to be. Asking for a store that is not there
/// leaves nothing behind.
fn make_folder(disk: &dyn Disk, dir: &Path, create: bool) -> Result<(), StoreError> {
    let absent = || StoreError::Absent {
        path: dir.to_owned(),
    };
    let is_missing = |error: &std::io::Error| error.kind() == std::io::ErrorKind::NotFound;
    match disk.list(dir) {
        Ok(_) if create => Ok(()),
        Ok(names) if names.iter().any(|it| it == format::NAME || it == JOURNAL) => Ok(()),
        Ok(_) => Err(absent()),
        Err(error) if is_missing(&error) && create => disk.create_dir(dir).at(dir),
        Err(error) if is_missing(&error) => Err(absent()),
        Err(error) => Err(StoreError::io(dir, error)),
    }
}

/// Whether sled has a snapshot of where everything lies in its log.
fn has_snapshot(disk: &dyn Disk, sled: &Path) -> bool {
    let names = disk.list(sled).unwrap_or_default();
    names.iter().any(|name| name.starts_with("snap."))
}

/// Opens the derived state as it is, or makes it again, and says where the former one lies; for a store that has lost it while open.
fn reopen_derived(
    disk: &dyn Disk,
    dir: &Path,
    id: StoreId,
    journal: &Journal,
) -> Result<(Derived, Option<PathBuf>), StoreError> {
    let sled = dir.join(SLED);
    // It failed under us: what is on disk is believed only after a look at all of it.
    if let Ok(mut derived) = open_derived(&sled, id, true)?
        && trust(guarded(&sled, || derived.take_in(journal, &mut |_| {})))?.is_ok()
    {
        return Ok((derived, None));
    }
    let aside = set_aside(disk, dir)?;
    let mut derived = new_derived(disk, &sled, id)?;
    guarded(&sled, || derived.take_in(journal, &mut |_| {}))?;
    Ok((derived, aside))
}

/// Makes a new store in a folder without one: everything else first, `store.toml` last. `begin` is called once nothing stands in its way.
fn create(
    disk: &Arc<dyn Disk>,
    dir: &Path,
    names: &[String],
    now: Timestamp,
    begin: &mut dyn FnMut() -> Result<(), StoreError>,
) -> Result<StoreFile, StoreError> {
    if names.iter().any(|name| name == SLED) {
        return Err(StoreError::Missing {
            path: dir.join(format::NAME),
        });
    }
    let mut id = StoreId::default();
    disk.random(&mut id).at(dir)?;
    let journal = dir.join(JOURNAL);
    if names.iter().any(|name| name == JOURNAL) {
        // A making that was cut short leaves a first segment without a frame. Anything more was a store once.
        for name in disk.list(&journal).at(&journal)? {
            let path = journal.join(&name);
            let len = disk.open_to_read(&path).at(&path)?.len().at(&path)?;
            if len > Journal::EMPTY_LEN {
                return Err(StoreError::Missing {
                    path: dir.join(format::NAME),
                });
            }
            disk.remove(&path).at(&path)?;
        }
    }
    begin()?;
    drop(Journal::create(Arc::clone(disk), &journal, id)?);
    let file = StoreFile::new(id, now);
    file.write(&**disk, dir)?;
    Ok(file)
}

fn open_derived(
    path: &Path,
    id: StoreId,
    thoroughly: bool,
) -> Result<Result<Derived, Distrust>, StoreError> {
    if !path.join("db").exists() {
        return Ok(Err(Distrust::Missing));
    }
    let derived = match trust(guarded(path, || Derived::open(path, id, false)))? {
        Ok(derived) if thoroughly => derived,
        found => return Ok(found),
    };
    Ok(match trust(guarded(path, || derived.is_whole()))? {
        Ok(true) => Ok(derived),
        Ok(false) => Err(Distrust::Disagrees),
        Err(distrust) => Err(distrust),
    })
}

/// Tells what is wrong with the derived state from what is wrong around it: for want of room or rights nothing is set aside.
fn trust<T>(result: Result<T, StoreError>) -> Result<Result<T, Distrust>, StoreError> {
    match result {
        Ok(result) => Ok(Ok(result)),
        Err(StoreError::State { why, .. }) => Ok(Err(Distrust::Broken(why))),
        Err(error) => Err(error),
    }
}

fn new_derived(disk: &dyn Disk, path: &Path, id: StoreId) -> Result<Derived, StoreError> {
    // sled makes readable files; the folder is what keeps others out.
    disk.create_dir(path).at(path)?;
    guarded(path, || {
        let mut derived = Derived::open(path, id, true)?;
        // So that a process killed right now leaves something that says whose it is.
        derived.flush()?;
        Ok(derived)
    })
}

/// Gives the folder of the derived state another name; which one.
fn set_aside(disk: &dyn Disk, dir: &Path) -> Result<Option<PathBuf>, StoreError> {
    let names = disk.list(dir).at(dir)?;
    if !names.iter().any(|name| name == SLED) {
        return Ok(None);
    }
    let aside = (1..)
        .map(|n: u32| format!("{SLED}.bad-{n}"))
        .find(|name| !names.contains(name));
    let aside = dir.join(aside.unwrap_or_default());
    disk.rename(&dir.join(SLED), &aside).at(&aside)?;
    disk.sync_dir(dir).at(dir)?;
    Ok(Some(aside))
}
