//! A disk that forgets: writes live in a volatile cache of 512-byte sectors until they are synced, and the power can fail at any call.
//! Everything follows from the seed. Harsher than most machines: file names need a sync of their folder, lengths and sectors
//! survive independently of each other, and a failed sync leaves pages that no later sync will write.

mod calls;
mod faults;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

pub use self::faults::{Fault, Says};

const SECTOR: usize = 512;

/// What happens at the chosen call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// The power fails: this call and all later ones do nothing, until [`SimDisk::restart`].
    PowerCut,
    /// No room, from this call on, until [`SimDisk::make_room`]. A write may be short.
    NoRoom,
    /// The call fails once.
    Error,
}

/// How the disk misbehaves for ever: bugs planted to see whether the tests find them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Planted {
    /// Syncing a file says «done» and does nothing.
    NoSync,
    /// Syncing a folder says «done» and does nothing.
    NoSyncDir,
    /// What is appended stays in the process until the next append, whatever is synced: gone when the process is killed.
    Unwritten,
    /// Syncing a file says «done» and is done with the next write: so it is for a program that answers before it syncs.
    LateSync,
    /// A sync of a file that fails is tried again, and the second time says «done».
    RetriedSync,
    /// Cutting a file says «done» and does nothing.
    NoCut,
    /// What is to be written again is only synced, as if no sync had failed before.
    OnlySynced,
}

#[derive(Default)]
struct Inode {
    live: Vec<u8>,
    durable: Vec<u8>,
    dirty: BTreeSet<usize>,
    length_is_dirty: bool,
    /// From here on the process alone has it: see [`Planted::Unwritten`].
    unwritten: Option<usize>,
}

#[derive(Debug, Clone)]
enum DirOp {
    Link(PathBuf, Option<usize>),
    Unlink(PathBuf),
    Rename(PathBuf, PathBuf),
}

struct Sim {
    rng: fastrand::Rng,
    inodes: Vec<Inode>,
    /// Path → inode; a folder has none.
    live: BTreeMap<PathBuf, Option<usize>>,
    durable: BTreeMap<PathBuf, Option<usize>>,
    pending: Vec<(PathBuf, DirOp)>,
    calls: u64,
    trouble: Option<(u64, Trouble)>,
    planted: Option<Planted>,
    is_off: bool,
    is_full: bool,
    faults: Vec<Fault>,
    can_reserve: bool,
    /// The file whose sync is owed: see [`Planted::LateSync`].
    owed: Option<usize>,
    room: u64,
    generation: u64,
    syncs: u64,
}

/// The simulated disk; clones share it.
#[derive(Clone)]
pub struct SimDisk(Arc<Mutex<Sim>>);

/// A kind of call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Call {
    Write,
    /// Having room ahead of a file; it changes nothing and is not counted among the changing calls.
    Reserve,
    Sync,
    Other,
}

fn eio() -> io::Error {
    io::Error::other("simulated EIO")
}

impl SimDisk {
    pub fn new(seed: u64) -> Self {
        Self(Arc::new(Mutex::new(Sim {
            rng: fastrand::Rng::with_seed(seed),
            inodes: Vec::new(),
            live: BTreeMap::new(),
            durable: BTreeMap::new(),
            pending: Vec::new(),
            calls: 0,
            trouble: None,
            planted: None,
            is_off: false,
            is_full: false,
            faults: Vec::new(),
            can_reserve: false,
            owed: None,
            room: u64::MAX,
            generation: 0,
            syncs: 0,
        })))
    }

    /// A folder that is there from the beginning.
    pub fn with_dir(self, path: &Path) -> Self {
        {
            let mut sim = self.sim();
            sim.live.insert(path.to_owned(), None);
            sim.durable.insert(path.to_owned(), None);
        }
        self
    }

    fn sim(&self) -> MutexGuard<'_, Sim> {
        self.0.lock().unwrap()
    }

    /// Plants a bug, or takes it out.
    pub fn plant(&self, bug: impl Into<Option<Planted>>) {
        self.sim().planted = bug.into();
    }

    /// From now on the disk says that it has so much room; whether it has is another matter.
    pub fn say_room(&self, bytes: u64) {
        self.sim().room = bytes;
    }

    /// True from a power cut on.
    pub fn is_off(&self) -> bool {
        self.sim().is_off
    }

    /// Makes trouble at the n-th changing call from now, counted from 1.
    pub fn trouble_in(&self, n: u64, trouble: Trouble) {
        let mut sim = self.sim();
        sim.trouble = Some((sim.calls + n, trouble));
    }

    /// Changing calls so far.
    pub fn calls(&self) -> u64 {
        self.sim().calls
    }

    /// Syncs of files so far.
    pub fn syncs(&self) -> u64 {
        self.sim().syncs
    }

    pub fn make_room(&self) {
        self.sim().is_full = false;
    }

    /// Cuts the power, if it is still on, decides what survived, and switches on again. Open files are dead.
    pub fn restart(&self) {
        let mut sim = self.sim();
        sim.lose();
        sim.is_off = false;
        sim.is_full = false;
        sim.trouble = None;
        sim.generation += 1;
    }

    /// The process dies and the machine goes on: nothing is lost, open files are dead.
    pub fn kill(&self) {
        let mut sim = self.sim();
        for inode in &mut sim.inodes {
            if let Some(from) = inode.unwritten.take() {
                inode.live.truncate(from);
                inode.length_is_dirty = true;
            }
        }
        sim.is_off = false;
        sim.trouble = None;
        sim.generation += 1;
    }

    /// The bytes of a file as a program would read them.
    pub fn contents(&self, path: &Path) -> Option<Vec<u8>> {
        let sim = self.sim();
        let inode = (*sim.live.get(path)?)?;
        Some(sim.inodes[inode].live.clone())
    }

    /// Damages a file behind everybody's back.
    pub fn damage(&self, path: &Path, change: impl FnOnce(&mut Vec<u8>)) {
        let mut sim = self.sim();
        let inode = sim.live[path].unwrap();
        let inode = &mut sim.inodes[inode];
        change(&mut inode.live);
        inode.durable = inode.live.clone();
    }

    /// Takes a file away behind everybody's back.
    pub fn vanish(&self, path: &Path) {
        let mut sim = self.sim();
        sim.live.remove(path);
        sim.durable.remove(path);
    }

    /// All files.
    pub fn all_files(&self) -> Vec<PathBuf> {
        let sim = self.sim();
        let files = sim.live.iter().filter(|(_, node)| node.is_some());
        files.map(|(path, _)| path.clone()).collect()
    }

    /// Files in a folder.
    pub fn files(&self, dir: &Path) -> Vec<PathBuf> {
        let sim = self.sim();
        let inside = sim
            .live
            .iter()
            .filter(|(path, node)| path.parent() == Some(dir) && node.is_some());
        inside.map(|(path, _)| path.clone()).collect()
    }
}

impl Sim {
    /// Counts a changing call and makes the trouble that is due.
    fn begin(&mut self, call: Call, generation: u64) -> io::Result<()> {
        if self.is_off || generation != self.generation {
            return Err(io::Error::other("the power is off"));
        }
        self.calls += 1;
        if let Some((at, trouble)) = self.trouble
            && self.calls >= at
        {
            self.trouble = None;
            match trouble {
                Trouble::PowerCut => self.is_off = true,
                Trouble::NoRoom => self.is_full = true,
                Trouble::Error => {}
            }
            if trouble != Trouble::NoRoom {
                return Err(eio());
            }
        }
        if self.is_full && call == Call::Write {
            return Err(io::ErrorKind::StorageFull.into());
        }
        self.strike(call)
    }

    /// The fault that is due, if one is.
    fn strike(&mut self, call: Call) -> io::Result<()> {
        let struck = self.faults.iter_mut().find_map(|it| it.strikes(call));
        struck.map_or(Ok(()), Err)
    }

    fn write(&mut self, at: usize, bytes: &[u8]) {
        let is_late = self.planted == Some(Planted::Unwritten);
        if is_late && self.is_off {
            // The process dies with all that it has kept.
            return;
        }
        let inode = &mut self.inodes[at];
        let from = inode.live.len();
        inode.unwritten = is_late.then_some(from);
        inode.live.extend_from_slice(bytes);
        self.soil(at, from);
    }

    /// What a file has from here on is to be written to the disk.
    fn soil(&mut self, inode: usize, from: usize) {
        let inode = &mut self.inodes[inode];
        inode
            .dirty
            .extend(from / SECTOR..=(inode.live.len().max(1) - 1) / SECTOR);
        inode.length_is_dirty = true;
    }

    fn write_back(&mut self, inode: usize, keep: impl Fn(&mut fastrand::Rng) -> bool) {
        let rng = &mut self.rng;
        let inode = &mut self.inodes[inode];
        if inode.length_is_dirty && keep(rng) {
            inode.durable.resize(inode.live.len(), 0);
        }
        for sector in std::mem::take(&mut inode.dirty) {
            if keep(rng) {
                let from = sector * SECTOR;
                let to = (from + SECTOR)
                    .min(inode.live.len())
                    .min(inode.durable.len());
                if from < to {
                    inode.durable[from..to].copy_from_slice(&inode.live[from..to]);
                }
            }
        }
        inode.length_is_dirty = false;
    }

    /// The power is gone: any subset of what was not synced stays.
    fn lose(&mut self) {
        self.owed = None;
        for inode in 0..self.inodes.len() {
            let mode = self.rng.u8(0..4);
            if mode == 3 && self.inodes[inode].length_is_dirty {
                // A length anywhere between the two.
                let (durable, live) = (
                    self.inodes[inode].durable.len(),
                    self.inodes[inode].live.len(),
                );
                let length = self.rng.usize(durable.min(live)..=durable.max(live));
                self.inodes[inode].durable.resize(length, 0);
                self.inodes[inode].length_is_dirty = false;
            }
            self.write_back(inode, |rng| match mode {
                0 => false,
                1 => true,
                _ => rng.bool(),
            });
            let inode = &mut self.inodes[inode];
            inode.live = inode.durable.clone();
        }
        let mode = self.rng.u8(0..3);
        for (_, op) in std::mem::take(&mut self.pending) {
            let stays = match mode {
                0 => false,
                1 => true,
                _ => self.rng.bool(),
            };
            if stays {
                apply(&mut self.durable, &op);
            }
        }
        self.live = self.durable.clone();
    }

    fn change_dir(&mut self, dir: &Path, op: DirOp) {
        apply(&mut self.live, &op);
        self.pending.push((dir.to_owned(), op));
    }
}

fn apply(tree: &mut BTreeMap<PathBuf, Option<usize>>, op: &DirOp) {
    match op {
        DirOp::Link(path, node) => {
            tree.insert(path.clone(), *node);
        }
        DirOp::Unlink(path) => {
            tree.remove(path);
        }
        DirOp::Rename(from, to) => {
            if let Some(node) = tree.remove(from) {
                tree.insert(to.clone(), node);
            }
        }
    }
}

fn parent(path: &Path) -> PathBuf {
    path.parent().unwrap_or(path).to_owned()
}
