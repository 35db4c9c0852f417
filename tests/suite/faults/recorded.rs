//! What a process did to a folder, as `strace` wrote it down: a line of events in the order in which the kernel was done with them.
//!
//! Owns the meaning of the calls. A word that the process says stands where it began to say it, everything else where it was done:
//! so what comes before a word was done before it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::strace::{self, Call};
use super::writer::Said;

/// Something that happened to a file of the folder; paths are within it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    Create(PathBuf),
    Folder(PathBuf),
    Write(PathBuf, u64, Vec<u8>),
    Length(PathBuf, u64),
    /// Of a file or of a folder.
    Sync(PathBuf),
    Rename(PathBuf, PathBuf),
    Remove(PathBuf),
    Said(Said),
}

/// Calls that are needed beside those that change something: where a descriptor stands.
pub const ALSO: [&str; 2] = ["lseek", "read"];

/// Reads a process's calls, as far as they are about the folder.
pub struct Recorded<'a> {
    folder: &'a Path,
    /// Where each descriptor stands; none where it writes at the end.
    places: BTreeMap<u32, Option<u64>>,
    /// The length of each file, for what is written at its end.
    lengths: BTreeMap<PathBuf, u64>,
    said: String,
    events: Vec<Event>,
}

/// The events of a process that began with these files in the folder.
pub fn events(log: &Path, folder: &Path, lengths: BTreeMap<PathBuf, u64>) -> Vec<Event> {
    let mut recorded = Recorded {
        folder,
        places: BTreeMap::new(),
        lengths,
        said: String::new(),
        events: Vec::new(),
    };
    for call in strace::read(log) {
        recorded.take(&call);
    }
    recorded.events
}

impl Recorded<'_> {
    fn within(&self, argument: &str) -> Option<PathBuf> {
        let path = strace::path(argument)?;
        Some(path.strip_prefix(self.folder).ok()?.to_owned())
    }

    fn take(&mut self, call: &Call) {
        let argument = |at: usize| call.arguments.get(at).map_or("", String::as_str);
        let descriptor = strace::descriptor(argument(0));
        if call.begins && call.name == "write" && descriptor == Some(1) {
            self.hear(&strace::bytes(argument(1)));
        }
        let (true, Some(result)) = (call.ends, call.result) else {
            return;
        };
        let number = |at: usize| argument(at).parse::<u64>().unwrap_or(0);
        match call.name.as_str() {
            "openat" => self.open(argument(1), argument(2), result as u32),
            "lseek" => self.stand(descriptor, result),
            "read" => self.move_on(descriptor, result),
            "write" => {
                let Some(path) = self.within(argument(0)) else {
                    return;
                };
                let place = descriptor.and_then(|it| *self.places.entry(it).or_default());
                let end = self.lengths.get(&path).copied().unwrap_or(0);
                self.write(path, place.unwrap_or(end), argument(1), result);
                self.move_on(descriptor, result);
            }
            "pwrite64" => {
                if let Some(path) = self.within(argument(0)) {
                    self.write(path, number(3), argument(1), result);
                }
            }
            "fsync" | "fdatasync" => {
                let synced = self.within(argument(0)).map(Event::Sync);
                self.events.extend(synced);
            }
            "ftruncate" => {
                if let Some(path) = self.within(argument(0)) {
                    self.lengths.insert(path.clone(), number(1));
                    self.events.push(Event::Length(path, number(1)));
                }
            }
            "fallocate" => self.allocate(argument(0), argument(1), number(2) + number(3)),
            "mkdir" => {
                let made = self.within(argument(0)).map(Event::Folder);
                self.events.extend(made);
            }
            "rename" => self.rename(argument(0), argument(1)),
            "unlink" => {
                if let Some(path) = self.within(argument(0)) {
                    self.lengths.remove(&path);
                    self.events.push(Event::Remove(path));
                }
            }
            "sync_file_range" => {} // It promises nothing.
            other => {
                let touched = call.arguments.iter().find_map(|it| self.within(it));
                assert!(
                    touched.is_none(),
                    "{other} of {touched:?} has no meaning here"
                );
            }
        }
    }

    fn open(&mut self, path: &str, flags: &str, descriptor: u32) {
        let is_at_end = flags.contains("O_APPEND");
        self.places.insert(descriptor, (!is_at_end).then_some(0));
        let Some(path) = self.within(path) else {
            return;
        };
        if flags.contains("O_CREAT") && !self.lengths.contains_key(&path) {
            self.lengths.insert(path.clone(), 0);
            self.events.push(Event::Create(path.clone()));
        }
        if flags.contains("O_TRUNC") {
            self.lengths.insert(path.clone(), 0);
            self.events.push(Event::Length(path, 0));
        }
    }

    fn stand(&mut self, descriptor: Option<u32>, at: u64) {
        if let Some(Some(place)) = descriptor.and_then(|it| self.places.get_mut(&it)) {
            *place = at;
        }
    }

    fn move_on(&mut self, descriptor: Option<u32>, by: u64) {
        if let Some(Some(place)) = descriptor.and_then(|it| self.places.get_mut(&it)) {
            *place += by;
        }
    }

    fn write(&mut self, path: PathBuf, at: u64, argument: &str, written: u64) {
        let mut bytes = strace::bytes(argument);
        assert!(bytes.len() as u64 >= written, "not all of it was recorded");
        bytes.truncate(written as usize);
        let length = self.lengths.entry(path.clone()).or_insert(0);
        *length = (at + written).max(*length);
        self.events.push(Event::Write(path, at, bytes));
    }

    /// Room set aside: the file is longer by it, unless it is to keep its length.
    fn allocate(&mut self, file: &str, mode: &str, end: u64) {
        let Some(path) = self.within(file) else {
            return;
        };
        assert!(
            !mode.contains("PUNCH") && !mode.contains("COLLAPSE"),
            "{mode}"
        );
        let length = self.lengths.entry(path.clone()).or_insert(0);
        if !mode.contains("KEEP_SIZE") && *length < end {
            *length = end;
            self.events.push(Event::Length(path, end));
        }
    }

    fn rename(&mut self, from: &str, to: &str) {
        let (Some(from), Some(to)) = (self.within(from), self.within(to)) else {
            return;
        };
        let moved: Vec<PathBuf> = self
            .lengths
            .keys()
            .filter(|it| it.starts_with(&from))
            .cloned()
            .collect();
        for path in moved {
            let length = self.lengths.remove(&path).unwrap_or(0);
            let rest = path.strip_prefix(&from).unwrap();
            let named = if rest.as_os_str().is_empty() {
                to.clone()
            } else {
                to.join(rest)
            };
            self.lengths.insert(named, length);
        }
        self.events.push(Event::Rename(from, to));
    }

    fn hear(&mut self, bytes: &[u8]) {
        self.said.push_str(&String::from_utf8_lossy(bytes));
        while let Some((line, rest)) = self.said.split_once('\n') {
            self.events.extend(line.parse().map(Event::Said));
            self.said = rest.to_owned();
        }
    }
}
