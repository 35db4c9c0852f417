//! Reading an archive: the seal first, then every line, its place in the chain, the counts and the checksum. Streams: a frame is in memory.

use std::io::{self, BufRead as _, BufReader, Read};
use std::path::Path;

use serde::Deserialize;
use sha2::{Digest as _, Sha256};

use super::line::{EntryLine, Header, Owned, Trailer, hex};
use super::write::View;
use super::{ArchiveError, FORMAT, MAX_LINE, SEAL, SEAL_HEAD};
use crate::store::disk::{Disk, DiskFile};
use crate::store::error::{AtPath as _, stopped};
use crate::store::journal::frame::{self, GENESIS};
use crate::store::journal::{Entry, Payload};

/// Bytes that are read at once.
const BLOCK: usize = 256 << 10;

/// What a whole archive holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checked {
    /// The store's name for itself, in hexadecimal.
    pub store: String,
    /// When the store was made, in milliseconds since 1970.
    pub created: i64,
    /// The last commit.
    pub seq: u64,
    /// Commits.
    pub commits: u64,
    /// Changes.
    pub changes: u64,
}

/// Checks an archive by itself: seal, every line, chain, counts, checksum.
///
/// # Errors
/// [`ArchiveError::Damaged`] for whatever is not as it was written.
pub fn check(disk: &dyn Disk, path: &Path) -> Result<Checked, ArchiveError> {
    check_until(disk, path, &|| false)
}

/// The same until it is to be given up.
pub(super) fn check_until(
    disk: &dyn Disk,
    path: &Path,
    stop: &dyn Fn() -> bool,
) -> Result<Checked, ArchiveError> {
    run(disk, path, &mut |_| {
        if stop() {
            Err(ArchiveError::GivenUp)
        } else {
            Ok(())
        }
    })
}

/// Checks an archive, and that the store begins with what it holds.
///
/// # Errors
/// [`ArchiveError::Differs`] besides those of [`check`].
pub fn compare(disk: &dyn Disk, view: &View, path: &Path) -> Result<Checked, ArchiveError> {
    compare_until(disk, view, path, &|| false)
}

/// The same until it is to be given up.
pub(super) fn compare_until(
    disk: &dyn Disk,
    view: &View,
    path: &Path,
    stop: &dyn Fn() -> bool,
) -> Result<Checked, ArchiveError> {
    let differs = |seq| ArchiveError::Differs {
        path: path.to_owned(),
        seq,
    };
    // Of each frame its digest, which stands for all that was before it.
    let mut of_store: Vec<[u8; 32]> = Vec::new();
    let read = view.journal.replay(None, |frame| {
        of_store.push(frame.digest());
        if stop() { Err(stopped()) } else { Ok(()) }
    });
    if stop() {
        return Err(ArchiveError::GivenUp);
    }
    read?;
    let mut expected = of_store.iter();
    let checked = run(disk, path, &mut |frame| {
        if stop() {
            Err(ArchiveError::GivenUp)
        } else if expected.next() == Some(frame.digest) {
            Ok(())
        } else {
            Err(differs(frame.entries.first().map_or(0, |it| it.head.seq)))
        }
    })?;
    if checked.store == hex(&view.store.id) {
        Ok(checked)
    } else {
        Err(differs(0))
    }
}

/// A frame of an archive.
pub(super) struct Frame<'a> {
    /// What is in it.
    pub entries: &'a [Entry<'a>],
    /// Its digest, which stands for all that was before it, too.
    digest: &'a [u8; 32],
}

/// Reads an archive to its end; `each` gets every frame, and what it got counts only when all of it was read.
pub(super) fn run(
    disk: &dyn Disk,
    path: &Path,
    each: &mut dyn FnMut(&Frame<'_>) -> Result<(), ArchiveError>,
) -> Result<Checked, ArchiveError> {
    let length = unsealed(disk, path)?;
    let mut lines = Lines::of(disk, path, length)?;
    let mut digest = Sha256::new();
    let header = lines.header()?;
    digest.update(&lines.line);
    let mut found = Trailer::default();
    let (mut chain, mut next, mut part) = (GENESIS, 1, 0);
    let mut frame: Vec<Owned> = Vec::new();
    while lines.next()? {
        if let Ok(trailer) = serde_json::from_slice::<Trailer>(&lines.line) {
            found.chain = hex(&chain);
            found.sha256 = hex(&digest.finalize());
            if trailer != found || !frame.is_empty() || part != 0 || header.seq != next - 1 {
                return Err(lines.bad("counts or checksum"));
            }
            if lines.next()? {
                return Err(lines.bad("lines behind the last"));
            }
            return Ok(Checked {
                store: header.store,
                created: header.created,
                seq: header.seq,
                commits: found.commits,
                changes: found.changes,
            });
        }
        let line: EntryLine = lines.parse()?;
        digest.update(&lines.line);
        let owned = line.owned().ok_or_else(|| lines.bad("no entry"))?;
        let entry = owned.entry();
        if entry.head.seq != next || entry.head.part != part || part >= entry.head.parts {
            return Err(lines.bad("does not follow"));
        }
        part = if entry.head.is_last_part() {
            next += 1;
            0
        } else {
            part + 1
        };
        count(&mut found, &entry);
        frame.push(owned);
        if let Some(said) = line.chain {
            let entries: Vec<Entry<'_>> = frame.iter().map(Owned::entry).collect();
            chain = frame::digest(&entries, &chain);
            if said != hex(&chain) {
                return Err(lines.bad("chain"));
            }
            each(&Frame {
                entries: &entries,
                digest: &chain,
            })?;
            frame.clear();
        } else if frame.len() >= frame::MAX_ENTRIES {
            return Err(lines.bad("frame too long"));
        }
    }
    Err(lines.bad("cut short"))
}

/// The first line of an archive, which is believed as it stands: nothing else was read.
pub(super) fn head(disk: &dyn Disk, path: &Path) -> Result<Header, ArchiveError> {
    let file = disk.open_to_read(path).at(path)?;
    let length = file.len().at(path)?.saturating_sub(SEAL);
    Lines::of(disk, path, length)?.header()
}

fn count(found: &mut Trailer, entry: &Entry<'_>) {
    found.entries += 1;
    found.commits += u64::from(entry.head.is_last_part());
    found.changes += entry.items.len() as u64;
    let redacted = entry.items.iter();
    let redacted = redacted.filter(|it| matches!(it.payload, Payload::Redacted(_)));
    found.redacted += redacted.count() as u64;
}

/// Checks the seal; how many bytes are before it.
fn unsealed(disk: &dyn Disk, path: &Path) -> Result<u64, ArchiveError> {
    let bad = |why: &str| ArchiveError::Damaged {
        path: path.to_owned(),
        line: 0,
        why: why.to_owned(),
    };
    let file = disk.open_to_read(path).at(path)?;
    let end = file.len().at(path)?.checked_sub(SEAL);
    let end = end.ok_or_else(|| bad("cut short"))?;
    let mut seal = [0; SEAL as usize];
    file.read_at(end, &mut seal).at(path)?;
    let mut digest = Sha256::new();
    let (mut at, mut block) = (0, vec![0; BLOCK]);
    while at < end {
        let wanted = (end - at).min(BLOCK as u64) as usize;
        let Some(block) = block.get_mut(..wanted) else {
            break;
        };
        let read = file.read_at(at, block).at(path)?;
        if read < wanted {
            return Err(bad("cut short"));
        }
        digest.update(block);
        at += read as u64;
    }
    let digest: [u8; 32] = digest.finalize().into();
    if seal.split_first_chunk() == Some((&SEAL_HEAD, digest.as_slice())) {
        Ok(end)
    } else {
        Err(bad("seal"))
    }
}

/// A file up to an offset.
struct Bytes {
    file: Box<dyn DiskFile>,
    at: u64,
    end: u64,
}

impl Read for Bytes {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let wanted = (self.end - self.at).min(out.len() as u64) as usize;
        let read = self
            .file
            .read_at(self.at, out.get_mut(..wanted).unwrap_or_default())?;
        self.at += read as u64;
        Ok(read)
    }
}

/// All that is read of a first line before its version is known.
#[derive(Deserialize)]
struct Format {
    smotr_archive: u32,
}

struct Lines<'a> {
    path: &'a Path,
    from: BufReader<zstd::stream::Decoder<'static, BufReader<Bytes>>>,
    number: u64,
    line: Vec<u8>,
}

impl<'a> Lines<'a> {
    fn of(disk: &dyn Disk, path: &'a Path, length: u64) -> Result<Lines<'a>, ArchiveError> {
        let from = Bytes {
            file: disk.open_to_read(path).at(path)?,
            at: 0,
            end: length,
        };
        let from = BufReader::with_capacity(BLOCK, from);
        let zstd = zstd::stream::Decoder::with_buffer(from).at(path)?;
        Ok(Lines {
            path,
            from: BufReader::with_capacity(BLOCK, zstd),
            number: 0,
            line: Vec::new(),
        })
    }

    /// The first line. That a newer program wrote it is seen before anything else in it is understood.
    fn header(&mut self) -> Result<Header, ArchiveError> {
        if !self.next()? {
            return Err(self.bad("no lines"));
        }
        let Format { smotr_archive } = self.parse()?;
        if smotr_archive > FORMAT {
            return Err(ArchiveError::Newer {
                path: self.path.to_owned(),
                found: smotr_archive,
            });
        }
        self.parse()
    }

    /// Reads the next line; whether there is one.
    fn next(&mut self) -> Result<bool, ArchiveError> {
        self.line.clear();
        self.number += 1;
        let mut within = self.from.by_ref().take(MAX_LINE);
        let read = within.read_until(b'\n', &mut self.line);
        match read {
            Err(error) => Err(self.bad(&error.to_string())),
            Ok(0) => Ok(false),
            Ok(_) if self.line.last() == Some(&b'\n') => Ok(true),
            Ok(_) => Err(self.bad("no end of line")),
        }
    }

    fn parse<T: serde::de::DeserializeOwned>(&self) -> Result<T, ArchiveError> {
        serde_json::from_slice(&self.line).map_err(|error| self.bad(&error.to_string()))
    }

    fn bad(&self, why: &str) -> ArchiveError {
        ArchiveError::Damaged {
            path: self.path.to_owned(),
            line: self.number,
            why: why.to_owned(),
        }
    }
}
