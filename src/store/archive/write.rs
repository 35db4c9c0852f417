//! Writing an archive: to a temporary name, synced, read back against the journal, and only then given its own.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use super::line::{Header, Trailer, hex, line_of};
use super::read::{self, Checked};
use super::{ArchiveError, FORMAT, SEAL_HEAD};
use crate::store::disk::{Disk, DiskFile};
use crate::store::error::{AtPath as _, StoreError};
use crate::store::format::StoreFile;
use crate::store::journal::{Journal, Payload};
use crate::store::lock;
use crate::store::open::JOURNAL;

/// How hard it is tried: about five to one at the speed of a disk.
const LEVEL: i32 = 3;

/// Bytes that go to the file at once.
const BLOCK: usize = 256 << 10;

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
        let names = disk.list(dir);
        if !names.is_ok_and(|it| it.iter().any(|it| it == crate::store::format::NAME)) {
            return Err(StoreError::Absent {
                path: dir.to_owned(),
            });
        }
        let store = StoreFile::read(&*disk, dir)?;
        let lock = dir.join(lock::NAME);
        let mut beside = lock::look(&lock)?;
        loop {
            let read =
                Journal::open_beside(Arc::clone(&disk), &dir.join(JOURNAL), store.id, beside);
            let now = lock::look(&lock)?;
            if now.is_held == beside.is_held {
                let journal = read?;
                return Ok(View { journal, store });
            }
            // Somebody has come or gone meanwhile: what is durable is asked anew.
            beside = now;
        }
    }

    pub(super) fn header(&self) -> Header {
        Header {
            smotr_archive: FORMAT,
            store: hex(&self.store.id),
            created: self.store.created.0,
            seq: self.journal.next_seq() - 1,
            program: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }

    /// The lines between the first and the last, and what the last must count.
    pub(super) fn lines(
        &self,
        mut each: impl FnMut(&[u8]) -> Result<(), StoreError>,
    ) -> Result<Trailer, StoreError> {
        let mut counts = Trailer::default();
        self.journal.replay(None, |frame| {
            let digest = frame.digest();
            for (index, entry) in frame.entries.iter().enumerate() {
                let is_last = index + 1 == frame.entries.len();
                let mut line = text(&line_of(entry, is_last.then_some(&digest))?)?;
                line.push(b'\n');
                each(&line)?;
                counts.entries += 1;
                counts.commits += u64::from(entry.head.is_last_part());
                counts.changes += entry.items.len() as u64;
                let redacted = |it: &&_| matches!(it, &&Payload::Redacted(_));
                let payloads = entry.items.iter().map(|it| &it.payload);
                counts.redacted += payloads.filter(redacted).count() as u64;
            }
            counts.chain = hex(&digest);
            Ok(())
        })?;
        Ok(counts)
    }
}

/// Writes an archive of what the view shows, and reads it back against it. A file of that name is replaced only if `replace` says so.
pub fn write(
    disk: &dyn Disk,
    view: &View,
    path: &Path,
    replace: bool,
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
    if is_there(&name) && !replace {
        return Err(exists());
    }
    let part = format!(".{name}.part");
    let temporary = dir.join(&part);
    if is_there(&part) {
        disk.remove(&temporary).at(&temporary)?;
    }
    let made = fill(disk, view, &dir, &temporary).and_then(|()| {
        let checked = read::compare(disk, view, &temporary)?;
        if checked.seq + 1 != view.journal.next_seq() {
            return Err(ArchiveError::Differs {
                path: temporary.clone(),
                seq: checked.seq + 1,
            });
        }
        if !replace && disk.list(&dir).at(&dir)?.iter().any(|it| *it == name) {
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

fn fill(disk: &dyn Disk, view: &View, dir: &Path, path: &Path) -> Result<(), ArchiveError> {
    let out = Out {
        disk,
        dir,
        file: disk.create(path).at(path)?,
        waiting: Vec::with_capacity(BLOCK),
        digest: Sha256::new(),
    };
    let mut zstd = zstd::stream::Encoder::new(out, LEVEL).at(path)?;
    zstd.include_checksum(true).at(path)?;
    let mut digest = Sha256::new();
    let mut put = |line: &[u8]| {
        digest.update(line);
        zstd.write_all(line).at(path)
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
        if room < ROOM_TO_SPARE + self.waiting.len() as u64 {
            return Err(io::ErrorKind::StorageFull.into());
        }
        self.digest.update(&self.waiting);
        self.file.append(&self.waiting)?;
        self.waiting.clear();
        Ok(())
    }
}
