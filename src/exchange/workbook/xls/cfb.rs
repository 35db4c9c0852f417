//! The file system inside of a file that old formats are kept in: streams by name, their sectors chained by a table.
//!
//! Every chain is followed no further than there are sectors in the file, so that a ring of them ends.

/// Bytes of an entry of the directory.
const ENTRY: usize = 128;
/// Streams shorter than this lie in small sectors, of which the stream of the root consists.
const SMALL: usize = 4096;
/// Sector numbers from here on are marks, not sectors.
const MARKS: u32 = 0xFFFF_FFFA;

pub(super) struct Files<'a> {
    bytes: &'a [u8],
    sector: usize,
    table: Vec<u32>,
    directory: Vec<u8>,
    small_table: Vec<u32>,
    small: Vec<u8>,
}

impl<'a> Files<'a> {
    /// `None` if the file is damaged.
    pub(super) fn open(bytes: &'a [u8]) -> Option<Files<'a>> {
        let sector = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut files = Files {
            bytes,
            sector,
            table: Vec::new(),
            directory: Vec::new(),
            small_table: Vec::new(),
            small: Vec::new(),
        };
        let most = bytes.len() / sector + 1;
        // The first 109 sectors of the table are named in the header, the others in sectors of their own.
        let mut parts: Vec<u32> = (0..109)
            .filter_map(|at| u32_at(bytes, 76 + at * 4))
            .collect();
        let mut next = u32_at(bytes, 68)?;
        for _ in 0..most {
            if next >= MARKS {
                break;
            }
            let mut more = words(files.sector(next)?);
            next = more.pop()?;
            parts.extend(more);
        }
        parts.retain(|it| *it < MARKS);
        for part in parts.into_iter().take(most) {
            let entries = words(files.sector(part)?);
            files.table.extend(entries);
        }
        files.directory = files.chain(u32_at(bytes, 48)?)?;
        let small = u32_at(bytes, 60)?;
        if small < MARKS {
            files.small_table = words(&files.chain(small)?);
            let root = u32_at(&files.directory, 116)?;
            if root < MARKS {
                files.small = files.chain(root)?;
            }
        }
        Some(files)
    }

    /// The stream of this name, or `None`.
    pub(super) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let entry = self.directory.chunks_exact(ENTRY).find(|it| {
            it.get(..name.len()) == Some(&name[..])
                && u16_at(it, 64).map(usize::from) == Some(name.len() + 2)
        })?;
        let start = u32_at(entry, 116)?;
        let length = usize::try_from(u32_at(entry, 120)?).ok()?;
        let mut out = if length < SMALL {
            self.small_chain(start)?
        } else {
            self.chain(start)?
        };
        out.truncate(length);
        Some(out)
    }

    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        let start = usize::try_from(number)
            .ok()?
            .checked_add(1)?
            .checked_mul(self.sector)?;
        let rest = self.bytes.get(start..)?;
        // The last sector may be cut short.
        Some(rest.get(..self.sector).unwrap_or(rest))
    }

    fn chain(&self, start: u32) -> Option<Vec<u8>> {
        let most = self.bytes.len() / self.sector + 1;
        let mut out = Vec::new();
        let mut next = start;
        for _ in 0..most {
            if next >= MARKS {
                break;
            }
            out.extend_from_slice(self.sector(next)?);
            next = *self.table.get(usize::try_from(next).ok()?)?;
        }
        Some(out)
    }

    fn small_chain(&self, start: u32) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        let mut next = start;
        for _ in 0..SMALL / 64 {
            if next >= MARKS {
                break;
            }
            let at = usize::try_from(next).ok()?;
            let from = at.checked_mul(64)?;
            let rest = self.small.get(from..)?;
            out.extend_from_slice(rest.get(..64).unwrap_or(rest));
            next = *self.small_table.get(at)?;
        }
        Some(out)
    }
}

fn words(bytes: &[u8]) -> Vec<u32> {
    let (chunks, _) = bytes.as_chunks::<4>();
    chunks.iter().map(|it| u32::from_le_bytes(*it)).collect()
}

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

pub(super) fn f64_at(bytes: &[u8], at: usize) -> Option<f64> {
    Some(f64::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}
