//! What is set for a store, in `config.toml` of its folder: its automatic archives and its access log.
//! Owns the keys, their limits, and what holds where nothing is set.
//!
//! A slip in the file is told with its line, and what is usual holds in its place: nobody is kept from working by it.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::store::archive;
use crate::store::place::OWN;

/// Name of the file in a store's folder.
pub const NAME: &str = "config.toml";

/// Longer than anybody writes by hand.
const MOST_BYTES: u64 = 64 << 10;

/// Most days and megabytes that can be asked for: numbers beyond are slips.
const MOST_DAYS: u32 = 36_500;
const MOST_MEGABYTES: u32 = 1 << 20;

/// What holds for a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// Automatic archives; `None` where there are none.
    pub archives: Option<Archives>,
    /// The access log.
    pub access: Access,
}

/// How archives are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Archives {
    /// Where they lie.
    pub folder: PathBuf,
    /// For how many days.
    pub days: u32,
}

/// How the access log is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Access {
    /// For how many days.
    pub days: u32,
    /// How large it may be, in megabytes; the oldest goes first.
    pub megabytes: u32,
}

/// A line that is not followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1; 0 for the file as a whole.
    pub line: usize,
    /// The key: `archives.days`.
    pub key: String,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It is not TOML; the reader's words.
    Syntax(String),
    /// There is no such key.
    Unknown,
    /// It takes `true` or `false`.
    Truth,
    /// It takes a whole number from 1 on, and no more than this.
    Number(u32),
    /// It takes a text.
    Text,
    /// It is the name of a table.
    Table,
    /// Archives may not lie there.
    Folder,
    /// The file cannot be read.
    Unreadable(io::ErrorKind),
}

impl Config {
    /// What holds where nothing is set.
    #[must_use]
    pub fn usual(dir: &Path) -> Config {
        Config {
            archives: Some(Archives::usual(dir)),
            access: Access {
                days: 365,
                megabytes: 64,
            },
        }
    }

    /// What holds for the store in a folder, and what of its file is not followed.
    #[must_use]
    pub fn read(dir: &Path) -> (Config, Vec<Fault>) {
        let unreadable = |kind| {
            let problem = Problem::Unreadable(kind);
            let fault = Fault {
                line: 0,
                key: String::new(),
                problem,
            };
            (Config::usual(dir), vec![fault])
        };
        let path = dir.join(NAME);
        match fs::metadata(&path).map(|it| it.len()) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                (Config::usual(dir), Vec::new())
            }
            Ok(MOST_BYTES..) => unreadable(io::ErrorKind::FileTooLarge),
            _ => match fs::read_to_string(&path) {
                Ok(text) => Config::parse(&text, dir),
                Err(error) => unreadable(error.kind()),
            },
        }
    }

    /// The same from the text of a file.
    #[must_use]
    pub fn parse(text: &str, dir: &Path) -> (Config, Vec<Fault>) {
        let usual = Config::usual(dir);
        let mut reader = Reader {
            text,
            dir,
            is_on: true,
            archives: usual.archives.unwrap_or_else(|| Archives::usual(dir)),
            access: usual.access,
            faults: Vec::new(),
        };
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in errors {
            let at = error.span().map_or(0, |span| span.start);
            reader.fault(at, "", Problem::Syntax(error.message().to_owned()));
        }
        reader.tables(table.get_ref());
        reader.faults.sort_by_key(|it| it.line);
        let config = Config {
            archives: reader.is_on.then_some(reader.archives),
            access: reader.access,
        };
        (config, reader.faults)
    }
}

/// Whether a name in a store's folder is the store's own, but for the folder that is meant for archives.
fn is_taken(name: &str) -> bool {
    let begins = |it: &str| name.strip_prefix(it).is_some_and(|it| it.starts_with('.'));
    OWN.iter().any(|it| name == *it || begins(it)) || begins(archive::DIR)
}

impl Archives {
    fn usual(dir: &Path) -> Archives {
        Archives {
            folder: dir.join(archive::DIR),
            days: 30,
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    dir: &'a Path,
    is_on: bool,
    archives: Archives,
    access: Access,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    fn tables(&mut self, file: &DeTable<'_>) {
        for (name, value) in file {
            let table: &str = name.get_ref();
            match (table, value.get_ref()) {
                ("archives" | "access", DeValue::Table(keys)) => {
                    for (key, value) in keys {
                        let full = format!("{table}.{}", key.get_ref());
                        self.key(&full, key.span().start, value);
                    }
                }
                ("archives" | "access", _) => {
                    self.fault(value.span().start, table, Problem::Table);
                }
                _ => self.fault(name.span().start, table, Problem::Unknown),
            }
        }
    }

    fn key(&mut self, name: &str, at: usize, value: &Spanned<DeValue<'_>>) {
        match name {
            "archives.enabled" => match value.get_ref() {
                DeValue::Boolean(it) => self.is_on = *it,
                _ => self.fault(value.span().start, name, Problem::Truth),
            },
            "archives.folder" => {
                if let Some(folder) = self.folder(name, value) {
                    self.archives.folder = folder;
                }
            }
            "archives.days" => {
                if let Some(days) = self.number(name, value, MOST_DAYS) {
                    self.archives.days = days;
                }
            }
            "access.days" => {
                if let Some(days) = self.number(name, value, MOST_DAYS) {
                    self.access.days = days;
                }
            }
            "access.megabytes" => {
                if let Some(most) = self.number(name, value, MOST_MEGABYTES) {
                    self.access.megabytes = most;
                }
            }
            _ => self.fault(at, name, Problem::Unknown),
        }
    }

    fn number(&mut self, name: &str, value: &Spanned<DeValue<'_>>, most: u32) -> Option<u32> {
        let number = match value.get_ref() {
            DeValue::Integer(it) => u32::from_str_radix(it.as_str(), it.radix()).ok(),
            _ => None,
        };
        let number = number.filter(|it| (1..=most).contains(it));
        if number.is_none() {
            self.fault(value.span().start, name, Problem::Number(most));
        }
        number
    }

    fn folder(&mut self, name: &str, value: &Spanned<DeValue<'_>>) -> Option<PathBuf> {
        let DeValue::String(text) = value.get_ref() else {
            self.fault(value.span().start, name, Problem::Text);
            return None;
        };
        let path = Path::new(text.as_ref());
        // The same folder may be named in full.
        let within = path.strip_prefix(self.dir).unwrap_or(path);
        let parts: Vec<Component<'_>> = within.components().collect();
        let is_taken = match parts.as_slice() {
            [] => true,
            // Within the store: a folder of its own, not one of the store's.
            [Component::Normal(first), rest @ ..] => {
                is_taken(&first.to_string_lossy())
                    || rest.iter().any(|it| !matches!(it, Component::Normal(_)))
            }
            [Component::RootDir, rest @ ..] => rest.contains(&Component::ParentDir),
            _ => true,
        };
        if is_taken || text.chars().any(char::is_control) {
            self.fault(value.span().start, name, Problem::Folder);
            return None;
        }
        Some(self.dir.join(path))
    }

    fn fault(&mut self, at: usize, key: &str, problem: Problem) {
        let before = self.text.get(..at).unwrap_or(self.text);
        self.faults.push(Fault {
            line: before.matches('\n').count() + 1,
            key: key.to_owned(),
            problem,
        });
    }
}
