//! Writing an archive: to a temporary name, synced, read back against the journal, and only then given its own.

use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use super::line::{Header, Trailer, hex, line_of};
use super::read::{self, Checked};
use super::{ArchiveError, FORMAT, SEAL_HEAD};
use crate::store::disk::{Disk, DiskFile};
use crate::store::error::{AtPath as _, StoreError, stopped};
use crate::store::format::{self, StoreFile};
use crate::store::journal::{Journal, Payload};
use crate::store::lock;
use crate::store::open::JOURNAL;

/// How hard it is tried: about five to one at the speed of a disk.
const LEVEL: i32 = 3;

/// Bytes that go to the file at once.
const BLOCK: usize = 256 << 10;

/// Bytes after which the file is synced: a sync of the journal waits for what the system has still to write, so that must not be much.
const SYNC_AFTER: usize = 4 << 20;

/// Room that must be left while an archive is written, in bytes: it must not take what the journal needs.
const ROOM_TO_SPARE: u64 = 4 << 20;

/// The journal of a store as it stood when it was looked at.
pub struct View {
    pub(super) journal: Journal,
    pub(super) store: StoreFile,
}

impl View {
    /// Looks at the store in a folder, beside whoever has it open.
    pub fn of(disk: Arc<dyn Disk>, dir: &Path) -> Result<View, StoreError> {
        View::look(disk, dir, &|| false)
    }

    /// The same until it is to be given up: all of the journal is read for it.
    pub fn of_until(
        disk: Arc<dyn Disk>,
        dir: &Path,
        stop: &dyn Fn() -> bool,
    ) -> Result<View, ArchiveError> {
        let view = View::look(disk, dir, stop);
        view.map_err(|error| {
            if stop() {
                ArchiveError::GivenUp
            } else {
                error.into()
            }
        })
    }

    fn look(disk: Arc<dyn Disk>, dir: &Path, stop: &dyn Fn() -> bool) -> Result<View, StoreError> {
        let names = match disk.list(dir) {
            Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
            // A folder without rights is not one without a store.
            names => names.at(dir)?,
        };
        if !names.iter().any(|it| it == format::NAME) {
            return Err(StoreError::Absent {
                path: dir.to_owned(),
            });
        }
        let store = StoreFile::read(&*disk, dir)?;
        let lock = dir.join(lock::NAME);
        let mut beside = lock::look(&lock)?;
        loop {
            let (disk, journal) = (Arc::clone(&disk), dir.join(JOURNAL));
            let read = Journal::open_beside_until(disk, &journal, store.id, beside, stop);
            let now = lock::look(&lock)?;
            if now.is_held == beside.is_held {
                let journal = read?;
                return Ok(View { journal, store });
            }
            // Somebody has come or gone meanwhile: what is durable is asked anew.
            beside = now;
        }
    }

    /// The last commit.
    #[must_use]
    pub fn seq(&self) -> u64 {
        self.journal.next_seq() - 1
    }

    pub(super) fn header(&self) -> Header {
        Header {
            smotr_archive: FORMAT,
            store: hex(&self.store.id),
            created: self.store.created.0,
            seq: self.seq(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }

    /// The lines between the first and the last, and what the last must count.
    pub(super) fn lines(
        &self,
        mut each: impl FnMut(&[u8]) -> Result<(), ArchiveError>,
    ) -> Result<Trailer, ArchiveError> {
        let mut counts = Trailer::default();
        // What ends the reading from within is no error of the journal's.
        let mut ended = None;
        let read = self.journal.replay(None, |frame| {
            let digest = frame.digest();
            for (index, entry) in frame.entries.iter().enumerate() {
                let is_last = index + 1 == frame.entries.len();
                let mut line = text(&line_of(entry, is_last.then_some(&digest))?)?;
                line.push(b'\n');
                if let Err(error) = each(&line) {
                    ended = Some(error);
                    return Err(stopped());
                }
                counts.entries += 1;
                counts.commits += u64::from(entry.head.is_last_part());
                counts.changes += entry.items.len() as u64;
                let redacted = |it: &&_| matches!(it, &&Payload::Redacted(_));
                let payloads = entry.items.iter().map(|it| &it.payload);
                counts.redacted += payloads.filter(redacted).count() as u64;
            }
            counts.chain = hex(&digest);
            Ok(())
        });
        match ended {
            Some(error) => Err(error),
            None => {
                read?;
                Ok(counts)
            }
        }
    }
}

/// How an archive is written.
pub struct Manner<'a> {
    /// Over a file of that name.
    pub replace: bool,
    /// Room that must be left, in bytes.
    pub spare: u64,
    /// Whether it is to be given up.
    pub stop: &'a dyn Fn() -> bool,
}

/// Writes an archive of what the view shows, and reads it back against it. A file of that name is replaced only if `replace` says so.
pub fn write(
    disk: &dyn Disk,
    view: &View,
    path: &Path,
    replace: bool,
) -> Result<Checked, ArchiveError> {
    let manner = Manner {
        replace,
        spare: ROOM_TO_SPARE,
        stop: &|| false,
    };
    write_so(disk, view, path, &manner)
}

/// The same in that manner.
///
/// # Errors
/// [`ArchiveError`]: then nothing has got the name.
pub fn write_so(
    disk: &dyn Disk,
    view: &View,
    path: &Path,
    manner: &Manner<'_>,
) -> Result<Checked, ArchiveError> {
    let dir = match path.parent() {
        Some(dir) if !dir.as_os_str().is_empty() => dir.to_owned(),
        _ => PathBuf::from("."),
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let names = disk.list(&dir).at(&dir)?;
    let is_there = |name: &str| names.iter().any(|it| it == name);
    let exists = || ArchiveError::Exists {
        path: path.to_owned(),
    };
    if is_there(&name) && !manner.replace {
        return Err(exists());
    }
    let part = format!(".{name}.part");
    let temporary = dir.join(&part);
    if is_there(&part) {
        disk.remove(&temporary).at(&temporary)?;
    }
    let made = fill(disk, view, &dir, &temporary, manner).and_then(|()| {
        let checked = read::compare_until(disk, view, &temporary, manner.stop)?;
        if checked.seq + 1 != view.journal.next_seq() {
            return Err(ArchiveError::Differs {
                path: temporary.clone(),
                seq: checked.seq + 1,
            });
        }
        if !manner.replace && disk.list(&dir).at(&dir)?.iter().any(|it| *it == name) {
            return Err(exists());
        }
        disk.rename(&temporary, path).at(path)?;
        disk.sync_dir(&dir).at(&dir)?;
        Ok(checked)
    });
    if made.is_err() {
        // Half an archive is of no use to anybody.
        let _ = disk.remove(&temporary);
    }
    made
}

fn fill(
    disk: &dyn Disk,
    view: &View,
    dir: &Path,
    path: &Path,
    manner: &Manner<'_>,
) -> Result<(), ArchiveError> {
    let out = Out {
        disk,
        dir,
        spare: manner.spare,
        unsynced: 0,
        file: disk.create(path).at(path)?,
        waiting: Vec::with_capacity(BLOCK),
        digest: Sha256::new(),
    };
    let mut zstd = zstd::stream::Encoder::new(out, LEVEL).at(path)?;
    zstd.include_checksum(true).at(path)?;
    let mut digest = Sha256::new();
    let mut put = |line: &[u8]| {
        if (manner.stop)() {
            return Err(ArchiveError::GivenUp);
        }
        digest.update(line);
        Ok(zstd.write_all(line).at(path)?)
    };
    let mut header = text(&view.header())?;
    header.push(b'\n');
    put(&header)?;
    let mut trailer = view.lines(&mut put)?;
    trailer.sha256 = hex(&digest.finalize());
    let mut last = text(&trailer)?;
    last.push(b'\n');
    zstd.write_all(&last).at(path)?;
    let mut out = zstd.finish().at(path)?;
    out.flush().at(path)?;
    out.file.append(&SEAL_HEAD).at(path)?;
    out.file.append(&out.digest.finalize()).at(path)?;
    Ok(out.file.sync().at(path)?)
}

fn text(line: &impl serde::Serialize) -> Result<Vec<u8>, StoreError> {
    serde_json::to_vec(line).map_err(|error| StoreError::Unreadable {
        what: "line".to_owned(),
        why: error.to_string(),
    })
}

/// A file that is written in blocks, with the digest of what went in.
struct Out<'a> {
    disk: &'a dyn Disk,
    dir: &'a Path,
    file: Box<dyn DiskFile>,
    spare: u64,
    /// Bytes since the last sync.
    unsynced: usize,
    waiting: Vec<u8>,
    digest: Sha256,
}

impl Write for Out<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.waiting.extend_from_slice(bytes);
        if self.waiting.len() >= BLOCK {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let room = self.disk.room(self.dir).unwrap_or(u64::MAX);
        if room < self.spare + self.waiting.len() as u64 {
            return Err(ErrorKind::StorageFull.into());
        }
        self.digest.update(&self.waiting);
        self.file.append(&self.waiting)?;
        self.unsynced += self.waiting.len();
        self.waiting.clear();
        if self.unsynced >= SYNC_AFTER {
            self.file.sync()?;
            self.unsynced = 0;
        }
        Ok(())
    }
}
