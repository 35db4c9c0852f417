//! The real disk, with one failure to order: for the store, whose derived state needs real files.

use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use smotr::store::disk::{Disk, DiskFile, RealDisk};

/// Which call fails next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failing {
    /// An append, half done, for want of room.
    Append,
    /// A sync; the data may or may not be on the disk.
    Sync,
    /// A sync, in such a way that it never ends.
    Stuck,
    /// A read, by a panic.
    Read,
}

/// What somebody else does meanwhile.
type Meanwhile = Box<dyn FnOnce() + Send>;

/// The disk; clones share the order.
#[derive(Clone, Default)]
pub struct FaultyDisk(
    Arc<Mutex<Option<Failing>>>,
    Arc<Mutex<Option<Meanwhile>>>,
    Arc<Mutex<Option<String>>>,
    Arc<AtomicU32>,
);

impl FaultyDisk {
    /// Orders a failure of the next such call.
    pub fn fail_next(&self, what: Failing) {
        *self.0.lock().unwrap() = Some(what);
    }

    /// Lets somebody else act between the next listing of a folder and the moment its answer is looked at.
    pub fn after_listing(&self, meanwhile: impl FnOnce() + Send + 'static) {
        *self.1.lock().unwrap() = Some(Box::new(meanwhile));
    }

    /// From now on the disk is of this network file system.
    pub fn say_network(&self, system: &str) {
        *self.2.lock().unwrap() = Some(system.to_owned());
    }

    /// How often a folder was listed.
    pub fn listed(&self) -> u32 {
        self.3.load(Ordering::SeqCst)
    }

    fn is_due(&self, what: Failing) -> bool {
        self.0.lock().unwrap().take_if(|it| *it == what).is_some()
    }
}

impl Disk for FaultyDisk {
    fn create_dir(&self, path: &Path) -> io::Result<()> {
        RealDisk.create_dir(path)
    }

    fn list(&self, path: &Path) -> io::Result<Vec<String>> {
        self.3.fetch_add(1, Ordering::SeqCst);
        let names = RealDisk.list(path);
        let meanwhile = self.1.lock().unwrap().take();
        if let Some(act) = meanwhile {
            act();
        }
        names
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        Ok(Box::new(FaultyFile(RealDisk.create(path)?, self.clone())))
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        Ok(Box::new(FaultyFile(RealDisk.open(path)?, self.clone())))
    }

    fn open_to_read(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        let file = RealDisk.open_to_read(path)?;
        Ok(Box::new(FaultyFile(file, self.clone())))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealDisk.rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        RealDisk.remove(path)
    }

    fn sync_dir(&self, path: &Path) -> io::Result<()> {
        RealDisk.sync_dir(path)
    }

    fn room(&self, path: &Path) -> io::Result<u64> {
        RealDisk.room(path)
    }

    fn network(&self, path: &Path) -> io::Result<Option<String>> {
        let said = self.2.lock().unwrap().clone();
        said.map_or_else(|| RealDisk.network(path), |it| Ok(Some(it)))
    }

    fn close_to_others(&self, path: &Path) -> io::Result<bool> {
        RealDisk.close_to_others(path)
    }

    fn random(&self, buffer: &mut [u8]) -> io::Result<()> {
        RealDisk.random(buffer)
    }
}

struct FaultyFile(Box<dyn DiskFile>, FaultyDisk);

impl DiskFile for FaultyFile {
    fn len(&self) -> io::Result<u64> {
        self.0.len()
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        if self.1.is_due(Failing::Read) {
            panic!("planted");
        }
        self.0.read_at(offset, buffer)
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.1.is_due(Failing::Append) {
            self.0.append(&bytes[..bytes.len() / 2])?;
            return Err(io::ErrorKind::StorageFull.into());
        }
        self.0.append(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        if self.1.is_due(Failing::Stuck) {
            loop {
                std::thread::park();
            }
        }
        if self.1.is_due(Failing::Sync) {
            return Err(io::Error::other("simulated EIO"));
        }
        self.0.sync()
    }

    fn truncate(&mut self, len: u64) -> io::Result<()> {
        self.0.truncate(len)
    }
}
