//! A machine whose power can go: what its files are while it runs, and what they may be after a cut.
//!
//! Owns what is legal. A sync of a file makes its bytes and its length durable, a sync of a folder the names in it. Of the rest any part may
//! be there: names in the order in which they changed, folder by folder; sectors of 512 bytes and the length of a file each by itself.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use super::recorded::Event;

const SECTOR: u64 = 512;

/// How much of what was not synced is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    Nothing,
    Everything,
    /// What was done first, up to some sector of some write.
    Beginning,
    /// Any sectors, in any of the states that they had.
    Anything,
}

impl Left {
    pub const ALL: [Left; 4] = [
        Left::Nothing,
        Left::Everything,
        Left::Beginning,
        Left::Anything,
    ];
}

#[derive(Clone, Debug)]
enum Change {
    Write(u64, Vec<u8>),
    Length(u64),
}

#[derive(Clone, Debug)]
enum Naming {
    Named(OsString, usize),
    Gone(OsString),
    /// From one name to another, at once.
    Renamed(OsString, OsString, usize),
}

#[derive(Clone, Debug)]
enum Node {
    File {
        durable: Vec<u8>,
        pending: Vec<Change>,
    },
    Folder {
        durable: BTreeMap<OsString, usize>,
        live: BTreeMap<OsString, usize>,
        pending: Vec<Naming>,
    },
}

/// The machine; the first node is its folder.
pub struct Machine {
    nodes: Vec<Node>,
}

fn folder() -> Node {
    Node::Folder {
        durable: BTreeMap::new(),
        live: BTreeMap::new(),
        pending: Vec::new(),
    }
}

impl Machine {
    /// A machine that has had all this for long.
    pub fn of(dir: &Path) -> Machine {
        let mut machine = Machine {
            nodes: vec![folder()],
        };
        machine.fill(0, dir);
        machine
    }

    fn fill(&mut self, into: usize, dir: &Path) {
        for entry in fs::read_dir(dir).unwrap() {
            let (path, name) = entry.map(|it| (it.path(), it.file_name())).unwrap();
            let id = self.nodes.len();
            if path.is_dir() {
                self.nodes.push(folder());
                self.fill(id, &path);
            } else {
                let durable = fs::read(&path).unwrap();
                let pending = Vec::new();
                self.nodes.push(Node::File { durable, pending });
            }
            let Node::Folder { durable, live, .. } = &mut self.nodes[into] else {
                continue;
            };
            durable.insert(name.clone(), id);
            live.insert(name, id);
        }
    }

    fn find(&self, path: &Path) -> Option<usize> {
        path.iter().try_fold(0, |at, name| match &self.nodes[at] {
            Node::Folder { live, .. } => live.get(name).copied(),
            Node::File { .. } => None,
        })
    }

    fn name(&mut self, path: &Path, node: Option<usize>) {
        let parent = path.parent().and_then(|it| self.find(it));
        let (Some(parent), Some(name)) = (parent, path.file_name()) else {
            return;
        };
        let Node::Folder { live, pending, .. } = &mut self.nodes[parent] else {
            return;
        };
        match node {
            Some(node) => {
                live.insert(name.to_owned(), node);
                pending.push(Naming::Named(name.to_owned(), node));
            }
            None => {
                live.remove(name);
                pending.push(Naming::Gone(name.to_owned()));
            }
        }
    }

    fn rename(&mut self, from: &Path, to: &Path) {
        assert_eq!(from.parent(), to.parent(), "a rename within a folder");
        let parent = from.parent().and_then(|it| self.find(it));
        let names = from.file_name().zip(to.file_name());
        if let (Some(parent), Some(node), Some((from, to))) = (parent, self.find(from), names)
            && let Node::Folder { live, pending, .. } = &mut self.nodes[parent]
        {
            live.remove(from);
            live.insert(to.to_owned(), node);
            pending.push(Naming::Renamed(from.to_owned(), to.to_owned(), node));
        }
    }

    fn change(&mut self, path: &Path, change: Change) {
        let Some(id) = self.find(path) else {
            return;
        };
        if let Node::File { pending, .. } = &mut self.nodes[id] {
            pending.push(change);
        }
    }

    /// Something happens.
    pub fn take(&mut self, event: &Event) {
        match event {
            Event::Create(path) | Event::Folder(path) => {
                let node = match event {
                    Event::Folder(_) => folder(),
                    _ => Node::File {
                        durable: Vec::new(),
                        pending: Vec::new(),
                    },
                };
                self.nodes.push(node);
                self.name(path, Some(self.nodes.len() - 1));
            }
            Event::Write(path, at, bytes) => self.change(path, Change::Write(*at, bytes.clone())),
            Event::Length(path, length) => self.change(path, Change::Length(*length)),
            Event::Rename(from, to) => self.rename(from, to),
            Event::Remove(path) => self.name(path, None),
            Event::Sync(path) => self.sync(path),
            Event::Said(_) => {}
        }
    }

    fn sync(&mut self, path: &Path) {
        let Some(id) = self.find(path) else {
            return;
        };
        match &mut self.nodes[id] {
            Node::File { durable, pending } => {
                for change in pending.drain(..) {
                    apply(durable, &change);
                }
            }
            Node::Folder {
                durable,
                live,
                pending,
            } => {
                durable.clone_from(live);
                pending.clear();
            }
        }
    }

    /// Writes the files of the machine as they may be after a cut at this moment.
    pub fn cut(&self, left: Left, rng: &mut fastrand::Rng, into: &Path) {
        let _ = fs::remove_dir_all(into);
        self.write(0, left, rng, into);
    }

    fn write(&self, node: usize, left: Left, rng: &mut fastrand::Rng, into: &Path) {
        match &self.nodes[node] {
            Node::File { durable, pending } => {
                fs::write(into, file(durable, pending, left, rng)).unwrap();
            }
            Node::Folder {
                durable, pending, ..
            } => {
                let kept = match left {
                    Left::Nothing => 0,
                    Left::Everything => pending.len(),
                    Left::Beginning | Left::Anything => rng.usize(..=pending.len()),
                };
                let mut names = durable.clone();
                for naming in &pending[..kept] {
                    match naming {
                        Naming::Named(name, node) => names.insert(name.clone(), *node),
                        Naming::Gone(name) => names.remove(name),
                        Naming::Renamed(from, to, node) => {
                            names.remove(from);
                            names.insert(to.clone(), *node)
                        }
                    };
                }
                fs::create_dir_all(into).unwrap();
                for (name, node) in names {
                    self.write(node, left, rng, &into.join(name));
                }
            }
        }
    }
}

fn apply(bytes: &mut Vec<u8>, change: &Change) {
    match change {
        Change::Length(length) => bytes.resize(*length as usize, 0),
        Change::Write(at, written) => {
            let (at, end) = (*at as usize, *at as usize + written.len());
            if bytes.len() < end {
                bytes.resize(end, 0);
            }
            bytes[at..end].copy_from_slice(written);
        }
    }
}

/// What a file may be.
fn file(durable: &[u8], pending: &[Change], left: Left, rng: &mut fastrand::Rng) -> Vec<u8> {
    // Its states, one for each change.
    let mut states = vec![durable.to_vec()];
    for change in pending {
        let mut next = states[states.len() - 1].clone();
        apply(&mut next, change);
        states.push(next);
    }
    match left {
        Left::Nothing => states.swap_remove(0),
        Left::Everything => states.pop().unwrap_or_default(),
        Left::Beginning => {
            let kept = rng.usize(..states.len());
            let mut bytes = states[kept].clone();
            if let Some(Change::Write(at, written)) = pending.get(kept) {
                let torn = rng.u64(..=written.len() as u64);
                let torn = ((at + torn) / SECTOR * SECTOR).saturating_sub(*at) as usize;
                apply(&mut bytes, &Change::Write(*at, written[..torn].to_vec()));
            }
            bytes
        }
        Left::Anything => {
            let length = states[rng.usize(..states.len())].len();
            let mut bytes = vec![0; length];
            for (number, sector) in bytes.chunks_mut(SECTOR as usize).enumerate() {
                let from = &states[rng.usize(..states.len())];
                let at = number * SECTOR as usize;
                let there = from.get(at..).unwrap_or_default();
                let n = there.len().min(sector.len());
                sector[..n].copy_from_slice(&there[..n]);
            }
            bytes
        }
    }
}

/// The files below a folder and their lengths, by their paths within it.
pub fn lengths(dir: &Path) -> BTreeMap<PathBuf, u64> {
    let mut lengths = BTreeMap::new();
    let mut folders = vec![dir.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let length = fs::metadata(&path).unwrap().len();
                lengths.insert(path.strip_prefix(dir).unwrap().to_owned(), length);
            }
        }
    }
    lengths
}
