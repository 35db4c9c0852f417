//! The files of the access log: `access/2026-05-23.jsonl`, a new one for each day and where one is full. Owns their names, how long
//! they stay, and what is done when they cannot be written.

use std::io::{self, ErrorKind};
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use super::line::{Asked, Did, Line, Page, Place, Told};
use crate::domain::ids::Now;
use crate::service::config;
use crate::store::age;
use crate::store::disk::{Disk, DiskFile};

/// The folder of the log in a store's.
pub const DIR: &str = "access";

const END: &str = ".jsonl";

/// Bytes after which a file is full; fewer where the whole log may not be much longer.
const FULL: u64 = 4 << 20;

/// Bytes that wait in memory, at most.
const WAITING: usize = 64 << 10;

/// Lines of a page, and bytes that are looked through for it.
const PAGE: usize = 500;
const LOOKED_THROUGH: u64 = 4 << 20;

/// Bytes that are read at once; a line is never longer.
const BLOCK: usize = 64 << 10;

pub(super) struct Files {
    disk: Arc<dyn Disk>,
    dir: PathBuf,
    limits: config::Access,
    open: Option<Open>,
    /// What goes to the file next, of how many lines and of which day.
    waiting: Vec<u8>,
    lines: u64,
    last: Option<Now>,
    /// Lines that are lost and not yet told.
    lost: u64,
}

struct Open {
    date: NaiveDate,
    file: Box<dyn DiskFile>,
    length: u64,
}

/// A file by its name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Name {
    date: NaiveDate,
    number: u32,
}

impl Name {
    fn text(self) -> String {
        match self.number {
            1 => format!("{}{END}", self.date),
            number => format!("{}-{number}{END}", self.date),
        }
    }

    fn of(text: &str) -> Option<Name> {
        let middle = text.strip_suffix(END)?;
        let (date, number) = match middle.match_indices('-').nth(2) {
            Some((at, _)) => (middle.get(..at)?, middle.get(at + 1..)?.parse().ok()?),
            None => (middle, 1),
        };
        let date = date.parse().ok()?;
        let name = Name { date, number };
        (name.text() == text).then_some(name)
    }
}

impl Files {
    pub fn new(disk: Arc<dyn Disk>, dir: PathBuf, limits: config::Access) -> Files {
        Files {
            disk,
            dir,
            limits,
            open: None,
            waiting: Vec::new(),
            lines: 0,
            last: None,
            lost: 0,
        }
    }

    /// So many lines never came here.
    pub fn lose(&mut self, lines: u64) {
        self.lost += lines;
    }

    /// Takes a line in; it goes to the file with others, or with [`Files::flush`].
    pub fn write(&mut self, now: Now, line: &Line) {
        let is_another_day = self.last.is_some_and(|it| it.today != now.today);
        if is_another_day || self.waiting.len() >= WAITING {
            self.flush();
        }
        self.last = Some(now);
        self.tell_lost(now);
        self.put(line);
    }

    /// Writes what waits. What cannot be written is lost, and counted.
    pub fn flush(&mut self) {
        if let Some(now) = self.last {
            self.tell_lost(now);
        }
        let Some(now) = self.last.filter(|_| !self.waiting.is_empty()) else {
            return;
        };
        if let Err(error) = self.append(now.today) {
            tracing::warn!(%error, lines = self.lines, "lines of the access log are lost");
            self.open = None;
            self.lost += self.lines;
        }
        self.waiting.clear();
        self.lines = 0;
    }

    fn tell_lost(&mut self, now: Now) {
        if self.lost > 0 {
            let lost = std::mem::take(&mut self.lost);
            let did = Did::Skipped(lost);
            let (at, user) = (now.at, None);
            self.put(&Line { at, user, did });
            // If this line is lost, too, they are.
            self.lines += lost - 1;
        }
    }

    fn put(&mut self, line: &Line) {
        self.waiting.extend(line.json().bytes());
        self.waiting.push(b'\n');
        self.lines += 1;
    }

    fn append(&mut self, today: NaiveDate) -> io::Result<()> {
        let full = self.full();
        let mut open = match self.open.take() {
            Some(open) if open.date == today && open.length < full => open,
            _ => self.begin(today, full)?,
        };
        open.file.append(&self.waiting)?;
        open.length += self.waiting.len() as u64;
        self.open = Some(open);
        Ok(())
    }

    fn full(&self) -> u64 {
        FULL.min(self.most() / 4)
    }

    fn most(&self) -> u64 {
        u64::from(self.limits.megabytes) << 20
    }

    /// Opens the day's last file or begins the next one, and lets go of the oldest.
    fn begin(&self, today: NaiveDate, full: u64) -> io::Result<Open> {
        self.disk.create_dir(&self.dir)?;
        let names = self.names()?;
        self.tidy(&names, today, full);
        let last = names.iter().rev().find(|it| it.date == today);
        if let Some(last) = last {
            let mut file = self.disk.open(&self.dir.join(last.text()))?;
            let mut length = file.len()?;
            if length < full {
                let mut end = [b'\n'];
                if length > 0 {
                    file.read_at(length - 1, &mut end)?;
                }
                // Of a line that was cut short nothing is joined to the next one.
                if end != *b"\n" {
                    file.append(b"\n")?;
                    length += 1;
                }
                let date = today;
                return Ok(Open { date, file, length });
            }
        }
        let number = last.map_or(1, |it| it.number.saturating_add(1));
        let date = today;
        let file = self
            .disk
            .create(&self.dir.join(Name { date, number }.text()))?;
        let length = 0;
        Ok(Open { date, file, length })
    }

    /// All files, the oldest first.
    fn names(&self) -> io::Result<Vec<Name>> {
        let names = match self.disk.list(&self.dir) {
            Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
            names => names?,
        };
        let mut names: Vec<Name> = names.iter().filter_map(|it| Name::of(it)).collect();
        names.sort();
        Ok(names)
    }

    /// Removes what is older than it may be, and the oldest of what is more than there may be. What cannot be removed stays for now.
    fn tidy(&self, names: &[Name], today: NaiveDate, full: u64) {
        let last = names.iter().map(|it| it.date).rfind(|it| *it < today);
        let first = age::first_kept(today, self.limits.days, last);
        let length = |name: &Name| {
            let file = self.disk.open_to_read(&self.dir.join(name.text()));
            file.and_then(|it| it.len()).unwrap_or(0)
        };
        // The one that is begun counts as full.
        let mut room = self.most().saturating_sub(full);
        let mut is_full = false;
        for name in names.iter().rev() {
            let length = length(name);
            is_full = is_full || length > room;
            room = room.saturating_sub(length);
            if is_full || first.is_some_and(|it| name.date < it) {
                let _ = self.disk.remove(&self.dir.join(name.text()));
            }
        }
    }

    /// A page of it.
    pub fn read(&self, asked: &Asked) -> Told {
        match self.page(asked) {
            Ok(page) => Told::Page(page),
            Err(error) => {
                tracing::warn!(%error, "the access log cannot be read");
                Told::Unreadable
            }
        }
    }

    fn page(&self, asked: &Asked) -> io::Result<Page> {
        let mut page = Page::default();
        let mut left = LOOKED_THROUGH;
        for name in self.names()? {
            let mut offset = 0;
            if let Some(from) = asked.from {
                let begins = Name {
                    date: from.date,
                    number: from.number,
                };
                match name.cmp(&begins) {
                    std::cmp::Ordering::Less => continue,
                    std::cmp::Ordering::Equal => offset = from.offset,
                    std::cmp::Ordering::Greater => {}
                }
            }
            let file = match self.disk.open_to_read(&self.dir.join(name.text())) {
                // It has gone meanwhile, for it was the oldest.
                Err(error) if error.kind() == ErrorKind::NotFound => continue,
                file => file?,
            };
            loop {
                if page.lines.len() >= PAGE || left == 0 {
                    page.next = Some(Place {
                        date: name.date,
                        number: name.number,
                        offset,
                    });
                    return Ok(page);
                }
                let mut block = vec![0; BLOCK];
                let read = file.read_at(offset, &mut block)?;
                block.truncate(read);
                let whole = match block.iter().rposition(|it| *it == b'\n') {
                    Some(at) => at + 1,
                    None => {
                        // Half a line at the end of a file, or no lines at all.
                        page.unreadable += u64::from(read > 0);
                        break;
                    }
                };
                for line in block
                    .get(..whole)
                    .unwrap_or_default()
                    .split_inclusive(|it| *it == b'\n')
                {
                    offset += line.len() as u64;
                    left = left.saturating_sub(line.len() as u64);
                    let text = line.strip_suffix(b"\n").unwrap_or(line);
                    match Line::of_json(text) {
                        Some(line) if asked.fits(&line) => page.lines.push(line),
                        Some(_) => {}
                        None => page.unreadable += u64::from(!text.is_empty()),
                    }
                    if page.lines.len() >= PAGE {
                        break;
                    }
                }
            }
        }
        Ok(page)
    }
}
