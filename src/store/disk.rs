//! The seam to the machine: the dozen operations that the journal needs of a file system, and chance for salts.
//! Owns how files are opened (private, never through a link); knows nothing of what is in them.
//!
//! All that a promise rests on goes through it: the journal, `store.toml`, `clean`, what is kept aside, and the renaming of
//! folders; so that a test can put a disk below that tears, forgets and refuses. Two go past it to the machine: sled, which
//! opens its own files and promises nothing, and the lock, which is the kernel's.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io;
use std::os::unix::fs::{DirBuilderExt, FileExt, OpenOptionsExt};
use std::path::Path;

use super::place;

/// What the store asks of a file system.
pub trait Disk: Send + Sync {
    /// Creates the folder, private to its owner; a folder that is there already is success.
    fn create_dir(&self, path: &Path) -> io::Result<()>;
    /// Names of what lies in a folder, sorted. A missing folder is `NotFound`.
    fn list(&self, path: &Path) -> io::Result<Vec<String>>;
    /// Creates a new file; one that is there already is `AlreadyExists`.
    fn create(&self, path: &Path) -> io::Result<Box<dyn DiskFile>>;
    /// Opens a file for reading and appending. A link is refused, not followed.
    fn open(&self, path: &Path) -> io::Result<Box<dyn DiskFile>>;
    /// Opens a file for reading only, for a store that must not be written.
    fn open_to_read(&self, path: &Path) -> io::Result<Box<dyn DiskFile>>;
    /// Gives a file or folder another name, replacing a file that has it.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Writes what a file has from this offset on over itself, and syncs it. After a failed sync the kernel may hold what never reached the
    /// disk and call it clean, so that a sync alone proves nothing; what is written again is not clean. A power cut meanwhile changes nothing.
    fn write_again(&self, path: &Path, _from: u64) -> io::Result<()> {
        self.open(path)?.sync()
    }
    /// Makes creations, renames and removals in this folder durable.
    fn sync_dir(&self, path: &Path) -> io::Result<()>;
    /// Bytes that this account may still write into the file system of this folder; a disk that cannot tell has no end.
    fn room(&self, _path: &Path) -> io::Result<u64> {
        Ok(u64::MAX)
    }
    /// The name of the network file system on which a path lies; none for a disk of this machine. A missing path is `NotFound`.
    fn network(&self, _path: &Path) -> io::Result<Option<String>> {
        Ok(None)
    }
    /// Takes the rights of everybody else from a folder that a store is to lie in, and from what the store has there; false where that is
    /// not this account's to do.
    fn close_to_others(&self, _path: &Path) -> io::Result<bool> {
        Ok(true)
    }
    /// The number of the account that owns a folder, if that is another than this one.
    fn owner_besides_us(&self, _path: &Path) -> io::Result<Option<u32>> {
        Ok(None)
    }
    /// Whether room is held in this file: false when it was and has been given away, none when it never was.
    fn held(&self, _path: &Path) -> Option<bool> {
        None
    }
    /// Holds so much room in a file of its own. `Unsupported` where that cannot be done.
    fn hold(&self, _path: &Path, _bytes: u64) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
    /// Gives away what is held there: that needs no room.
    fn give(&self, _path: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
    /// Which start of the machine this is; none where the disk does not say. What was written since then and not synced is there,
    /// whoever was killed meanwhile.
    fn boot(&self) -> Option<String> {
        None
    }
    /// Fills the buffer with bytes nobody can guess.
    fn random(&self, buffer: &mut [u8]) -> io::Result<()>;
}

/// One open file.
pub trait DiskFile: Send {
    /// Length in bytes.
    fn len(&self) -> io::Result<u64>;
    /// True when the file holds nothing.
    fn is_empty(&self) -> io::Result<bool> {
        Ok(self.len()? == 0)
    }
    /// Reads at an offset until the buffer is full or the file ends; how many bytes were read.
    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize>;
    /// Writes all bytes at the end. After an error any part of them may be there.
    fn append(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// Makes everything appended so far durable. After an error nothing is known, and trying again proves nothing.
    fn sync(&mut self) -> io::Result<()>;
    /// Cuts the file to this length; what was reserved behind it is given back.
    fn truncate(&mut self, len: u64) -> io::Result<()>;
    /// Sees to it that the file can grow to this length, which it does not change, whoever fills the disk meanwhile. `Unsupported` where
    /// the file system has no such thing.
    fn reserve(&mut self, _len: u64) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

/// The file system of this machine.
#[derive(Debug, Default, Clone, Copy)]
pub struct RealDisk;

/// Bytes that are written again at once.
const AGAIN: usize = 256 << 10;

const PRIVATE_FILE: u32 = 0o600;
const PRIVATE_DIR: u32 = 0o700;

fn no_follow() -> i32 {
    rustix::fs::OFlags::NOFOLLOW.bits().cast_signed()
}

impl Disk for RealDisk {
    fn create_dir(&self, path: &Path) -> io::Result<()> {
        DirBuilder::new()
            .mode(PRIVATE_DIR)
            .recursive(true)
            .create(path)
    }

    fn list(&self, path: &Path) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in std::fs::read_dir(path)? {
            names.push(entry?.file_name().to_string_lossy().into_owned());
        }
        names.sort();
        Ok(names)
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        let file = OpenOptions::new()
            .read(true)
            .append(true)
            .create_new(true)
            .mode(PRIVATE_FILE)
            .custom_flags(no_follow())
            .open(path)?;
        Ok(Box::new(RealFile(file)))
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        let file = OpenOptions::new()
            .read(true)
            .append(true)
            .custom_flags(no_follow())
            .open(path)?;
        Ok(Box::new(RealFile(file)))
    }

    fn open_to_read(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        let file = OpenOptions::new()
            .read(true)
            .custom_flags(no_follow())
            .open(path)?;
        Ok(Box::new(RealFile(file)))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        std::fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        std::fs::remove_file(path)
    }

    fn write_again(&self, path: &Path, from: u64) -> io::Result<()> {
        // Not open for appending: there the system writes everything at the end.
        let file = OpenOptions::new()
            .read(true)
            .write(true)
            .custom_flags(no_follow())
            .open(path)?;
        let mut bytes = vec![0; AGAIN];
        let mut at = from;
        loop {
            match file.read_at(&mut bytes, at)? {
                0 => break,
                read => {
                    file.write_all_at(bytes.get(..read).unwrap_or_default(), at)?;
                    at += read as u64;
                }
            }
        }
        file.sync_data()
    }

    fn sync_dir(&self, path: &Path) -> io::Result<()> {
        File::open(path)?.sync_all()
    }

    fn room(&self, path: &Path) -> io::Result<u64> {
        let stat = rustix::fs::statvfs(path)?;
        Ok(stat.f_bavail.saturating_mul(stat.f_frsize))
    }

    fn network(&self, path: &Path) -> io::Result<Option<String>> {
        place::network_of(path)
    }

    fn close_to_others(&self, path: &Path) -> io::Result<bool> {
        place::close_to_others(path)
    }

    fn owner_besides_us(&self, path: &Path) -> io::Result<Option<u32>> {
        place::owner_besides_us(path)
    }

    fn held(&self, path: &Path) -> Option<bool> {
        let found = std::fs::symlink_metadata(path).ok()?;
        Some(found.len() > 0)
    }

    fn hold(&self, path: &Path, bytes: u64) -> io::Result<()> {
        let file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(false)
            .mode(PRIVATE_FILE)
            .custom_flags(no_follow())
            .open(path)?;
        reserve(&file, bytes)?;
        // The length tells that it is held: where the room lies no program can ask.
        file.write_all_at(b"Room for opening the store on a full disk.\n", 0)
    }

    fn give(&self, path: &Path) -> io::Result<()> {
        let mut options = OpenOptions::new();
        let file = options.write(true).custom_flags(no_follow()).open(path)?;
        file.set_len(0)
    }

    fn boot(&self) -> Option<String> {
        let id = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").ok()?;
        Some(id.trim().to_owned()).filter(|it| !it.is_empty())
    }

    fn random(&self, mut buffer: &mut [u8]) -> io::Result<()> {
        while !buffer.is_empty() {
            let filled =
                rustix::rand::getrandom(&mut *buffer, rustix::rand::GetRandomFlags::empty())?;
            buffer = buffer.get_mut(filled..).unwrap_or_default();
        }
        Ok(())
    }
}

/// Room for a file up to this length, which stays as it is.
fn reserve(file: &File, len: u64) -> io::Result<()> {
    let flags = rustix::fs::FallocateFlags::KEEP_SIZE;
    Ok(rustix::fs::fallocate(file, flags, 0, len)?)
}

struct RealFile(File);

impl DiskFile for RealFile {
    fn len(&self) -> io::Result<u64> {
        Ok(self.0.metadata()?.len())
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        let mut filled = 0;
        while let Some(rest) = buffer.get_mut(filled..)
            && !rest.is_empty()
        {
            match self.0.read_at(rest, offset + filled as u64) {
                Ok(0) => break,
                Ok(read) => filled += read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(filled)
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        io::Write::write_all(&mut self.0, bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.0.sync_data()
    }

    fn truncate(&mut self, len: u64) -> io::Result<()> {
        self.0.set_len(len)
    }

    fn reserve(&mut self, len: u64) -> io::Result<()> {
        reserve(&self.0, len)
    }
}
