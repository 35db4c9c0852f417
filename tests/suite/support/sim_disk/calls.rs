//! The calls that a program makes, on the simulated disk.

use std::io;
use std::path::Path;

use smotr::store::disk::{Disk, DiskFile};

use super::{Call, DirOp, Inode, Planted, SECTOR, SimDisk, apply, eio, parent};

impl Disk for SimDisk {
    fn create_dir(&self, path: &Path) -> io::Result<()> {
        let mut sim = self.sim();
        if sim.live.contains_key(path) {
            return Ok(());
        }
        let generation = sim.generation;
        sim.begin(Call::Other, generation)?;
        sim.change_dir(&parent(path), DirOp::Link(path.to_owned(), None));
        Ok(())
    }

    fn list(&self, path: &Path) -> io::Result<Vec<String>> {
        let sim = self.sim();
        if !sim.live.contains_key(path) {
            return Err(io::ErrorKind::NotFound.into());
        }
        let inside = sim.live.keys().filter(|it| it.parent() == Some(path));
        Ok(inside
            .map(|it| it.file_name().unwrap().to_string_lossy().into_owned())
            .collect())
    }

    fn room(&self, _path: &Path) -> io::Result<u64> {
        Ok(self.sim().room)
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        let mut sim = self.sim();
        if sim.live.contains_key(path) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let generation = sim.generation;
        sim.begin(Call::Write, generation)?;
        let inode = sim.inodes.len();
        sim.inodes.push(Inode::default());
        sim.change_dir(&parent(path), DirOp::Link(path.to_owned(), Some(inode)));
        Ok(Box::new(SimFile {
            disk: self.clone(),
            inode,
            generation,
        }))
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        let sim = self.sim();
        let inode = sim
            .live
            .get(path)
            .copied()
            .flatten()
            .ok_or(io::ErrorKind::NotFound)?;
        Ok(Box::new(SimFile {
            disk: self.clone(),
            inode,
            generation: sim.generation,
        }))
    }

    fn open_to_read(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        self.open(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut sim = self.sim();
        let generation = sim.generation;
        sim.begin(Call::Other, generation)?;
        sim.change_dir(&parent(to), DirOp::Rename(from.to_owned(), to.to_owned()));
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut sim = self.sim();
        let generation = sim.generation;
        sim.begin(Call::Other, generation)?;
        sim.change_dir(&parent(path), DirOp::Unlink(path.to_owned()));
        Ok(())
    }

    fn write_again(&self, path: &Path, from: u64) -> io::Result<()> {
        let mut file = self.open(path)?;
        {
            let mut sim = self.sim();
            let generation = sim.generation;
            sim.begin(Call::Write, generation)?;
            if sim.planted != Some(Planted::OnlySynced) {
                let inode = sim.live[path].unwrap();
                sim.soil(inode, from as usize);
            }
        }
        file.sync()
    }

    fn sync_dir(&self, path: &Path) -> io::Result<()> {
        let mut sim = self.sim();
        let generation = sim.generation;
        sim.begin(Call::Sync, generation)?;
        if sim.planted == Some(Planted::NoSyncDir) {
            return Ok(());
        }
        for (dir, op) in std::mem::take(&mut sim.pending) {
            if dir == path {
                apply(&mut sim.durable, &op);
            } else {
                sim.pending.push((dir, op));
            }
        }
        Ok(())
    }

    fn random(&self, buffer: &mut [u8]) -> io::Result<()> {
        self.sim().rng.fill(buffer);
        Ok(())
    }
}

struct SimFile {
    disk: SimDisk,
    inode: usize,
    generation: u64,
}

impl DiskFile for SimFile {
    fn len(&self) -> io::Result<u64> {
        Ok(self.disk.sim().inodes[self.inode].live.len() as u64)
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        let sim = self.disk.sim();
        let bytes = sim.inodes[self.inode]
            .live
            .get(offset as usize..)
            .unwrap_or_default();
        let read = bytes.len().min(buffer.len());
        buffer[..read].copy_from_slice(&bytes[..read]);
        Ok(read)
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut sim = self.disk.sim();
        if sim.is_off {
            return Err(eio());
        }
        let result = sim.begin(Call::Write, self.generation);
        // A failing write may have written some of it.
        let written = if result.is_ok() {
            bytes.len()
        } else {
            sim.rng.usize(0..=bytes.len())
        };
        if self.generation == sim.generation {
            if let Some(owed) = sim.owed.take() {
                sim.write_back(owed, |_| true);
            }
            sim.write(self.inode, &bytes[..written]);
        }
        result
    }

    fn sync(&mut self) -> io::Result<()> {
        let mut sim = self.disk.sim();
        let result = sim.begin(Call::Sync, self.generation);
        if self.generation != sim.generation || sim.planted == Some(Planted::NoSync) {
            return result;
        }
        sim.syncs += 1;
        if result.is_ok() && sim.planted == Some(Planted::LateSync) {
            sim.owed = Some(self.inode);
            return result;
        }
        match &result {
            Ok(()) => sim.write_back(self.inode, |_| true),
            // The kernel calls the pages clean now, whatever reached the disk: no later sync will write them.
            Err(_) if !sim.is_off => sim.write_back(self.inode, fastrand::Rng::bool),
            Err(_) => {}
        }
        if !sim.is_off && sim.planted == Some(Planted::RetriedSync) {
            return Ok(());
        }
        result
    }

    fn truncate(&mut self, len: u64) -> io::Result<()> {
        let mut sim = self.disk.sim();
        sim.begin(Call::Other, self.generation)?;
        if sim.planted == Some(Planted::NoCut) {
            return Ok(());
        }
        let inode = &mut sim.inodes[self.inode];
        inode.live.truncate(len as usize);
        inode.dirty.retain(|sector| sector * SECTOR < len as usize);
        inode.length_is_dirty = true;
        Ok(())
    }

    fn reserve(&mut self, _len: u64) -> io::Result<()> {
        let mut sim = self.disk.sim();
        if !sim.can_reserve {
            return Err(io::ErrorKind::Unsupported.into());
        }
        if sim.is_off || self.generation != sim.generation {
            return Err(eio());
        }
        if sim.is_full {
            return Err(io::ErrorKind::StorageFull.into());
        }
        sim.strike(Call::Reserve)
    }
}
