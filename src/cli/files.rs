//! Files that a person names: read under a limit, written whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::context::Context;
use super::exit::Exit;
use crate::locale::{Locale, Phrase, Told, args};
use crate::tui::save;

/// What a file holds; an error of kind `FileTooLarge` beyond the limit.
///
/// # Errors
/// Those of the system.
pub fn read(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Err(ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

/// What tells this file from others in the journal: the first 16 bytes of its SHA-256.
#[must_use]
pub fn digest(bytes: &[u8]) -> [u8; 16] {
    let whole = Sha256::digest(bytes);
    whole.first_chunk().copied().unwrap_or_default()
}

/// Writes a file that nobody else can read, for there are names in it; it must not be there unless it may be replaced. It comes with a
/// stroke: half a file is never seen.
///
/// # Errors
/// Those of the system.
pub fn write(path: &Path, bytes: &[u8], replace: bool) -> io::Result<()> {
    if !replace && path.symlink_metadata().is_ok() {
        return Err(ErrorKind::AlreadyExists.into());
    }
    let beside = beside(path);
    let mut file = made(&beside)?;
    let written = (file.write_all(bytes))
        .and_then(|()| file.sync_all())
        .and_then(|()| {
            if replace {
                fs::rename(&beside, path)
            } else {
                new_name(&beside, path)
            }
        });
    written.inspect_err(|_| drop(fs::remove_file(&beside)))
}

/// Files that were to be written together and are not.
#[derive(Debug)]
pub struct Unwritten {
    /// The file or the folder that it went wrong with.
    pub path: PathBuf,
    /// Why.
    pub error: io::Error,
    /// How many were there before, and are new by now.
    pub replaced: usize,
}

/// Files that come into a folder together: all of them or none. Before [`Together::done`] nothing of them is seen there, and dropped before
/// it they leave nothing.
pub struct Together {
    folder: PathBuf,
    replace: bool,
    aside: Aside,
}

/// Where they are before.
enum Aside {
    /// In a folder that takes the name when it is full: there was none of that name.
    Folder(tempfile::TempDir),
    /// Each beside its name.
    Files(Vec<(tempfile::TempPath, PathBuf)>),
}

impl Together {
    /// Begins with none.
    ///
    /// # Errors
    /// [`Unwritten`].
    pub fn begin(folder: &Path, replace: bool) -> Result<Together, Unwritten> {
        let aside = match folder.symlink_metadata() {
            Ok(_) => Aside::Files(Vec::new()),
            Err(_) => {
                let parent = folder.parent().filter(|it| !it.as_os_str().is_empty());
                let parent = parent.unwrap_or(Path::new("."));
                let mut aside = tempfile::Builder::new();
                let aside = (save::folder(parent))
                    .and_then(|()| aside.prefix(".smotr-").tempdir_in(parent))
                    .map_err(|error| Unwritten::of(folder, error))?;
                Aside::Folder(aside)
            }
        };
        Ok(Together {
            folder: folder.to_owned(),
            replace,
            aside,
        })
    }

    /// One more, of this name.
    ///
    /// # Errors
    /// [`Unwritten`].
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), Unwritten> {
        let path = self.folder.join(name);
        let added = match &mut self.aside {
            Aside::Folder(aside) => made(&aside.path().join(name))
                .and_then(|mut it| it.write_all(bytes).and_then(|()| it.sync_all())),
            Aside::Files(_) if !self.replace && path.symlink_metadata().is_ok() => {
                Err(ErrorKind::AlreadyExists.into())
            }
            Aside::Files(ready) => tempfile::NamedTempFile::new_in(&self.folder)
                .and_then(|mut it| {
                    it.write_all(bytes)?;
                    it.as_file().sync_all()?;
                    // No more files are open than one, however many there are.
                    Ok(it.into_temp_path())
                })
                .map(|it| ready.push((it, path.clone()))),
        };
        added.map_err(|error| Unwritten::of(&path, error))
    }

    /// Gives them their names.
    ///
    /// # Errors
    /// [`Unwritten`].
    pub fn done(self) -> Result<(), Unwritten> {
        let ready = match self.aside {
            Aside::Folder(aside) => {
                return fs::rename(aside.path(), &self.folder)
                    .map_err(|error| Unwritten::of(&self.folder, error));
            }
            Aside::Files(ready) => ready,
        };
        let mut written: Vec<PathBuf> = Vec::new();
        for (file, path) in ready {
            let named = match self.replace {
                true => file.persist(&path),
                false => file.persist_noclobber(&path),
            };
            if let Err(refused) = named {
                // What was there before is not ours to take away.
                let replaced = if self.replace { written.len() } else { 0 };
                for it in written.iter().filter(|_| !self.replace) {
                    drop(fs::remove_file(it));
                }
                let it = Unwritten::of(&path, refused.error);
                return Err(Unwritten { replaced, ..it });
            }
            written.push(path);
        }
        Ok(())
    }
}

impl Unwritten {
    fn of(path: &Path, error: io::Error) -> Unwritten {
        Unwritten {
            path: path.to_owned(),
            error,
            replaced: 0,
        }
    }
}

/// Gives a file its name, if nothing has it by now.
fn new_name(beside: &Path, path: &Path) -> io::Result<()> {
    match fs::hard_link(beside, path) {
        Ok(()) => fs::remove_file(beside),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(error),
        // Not every file system has a second name for a file.
        Err(_) => fs::rename(beside, path),
    }
}

/// Writes a file into the folder of exports, beside what is there; its full path. The folder of what comes in is made with it: what goes out
/// to be filled in comes back there.
///
/// # Errors
/// How the call ends; the person has been told why.
pub fn to_exports(context: &Context, name: &str, bytes: &[u8]) -> Result<String, Exit> {
    let folder = &context.paths.exports;
    let written =
        save::folder(&context.paths.imports).and_then(|()| save::save(folder, name, bytes));
    match written {
        Ok(path) => Ok(path.display().to_string()),
        Err(error) => Err(refused(context, &folder.join(name), &error)),
    }
}

/// Makes a file for nobody else; one that is there already is left as it is.
pub(super) fn made(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true).mode(0o600).open(path)
}

/// Where a file is written that then takes the place of another. Another run may be writing there, and what it finds is not its own to take.
fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{}.new", std::process::id()));
    PathBuf::from(name)
}

/// The path as others find it.
#[must_use]
pub fn full(path: &Path) -> String {
    let full = std::path::absolute(path);
    full.unwrap_or_else(|_| path.to_owned())
        .display()
        .to_string()
}

/// Tells why a file is not written; how the call ends.
pub fn refused(context: &Context, path: &Path, error: &io::Error) -> Exit {
    context.refuse(&unwritten(&context.locale, path, error))
}

/// Why a file is not written, and what to do.
fn unwritten(locale: &Locale, path: &Path, error: &io::Error) -> Told {
    match error.kind() {
        ErrorKind::AlreadyExists => Told {
            fact: locale.say_with(Phrase::CliFileThere, &args![path = full(path)]),
            next: locale.say(Phrase::CliFileThereNext),
        },
        _ => failed(locale, path, error, Phrase::CliFileFailedNext),
    }
}

/// Why a file is not read, and what to do.
pub fn unread(locale: &Locale, path: &Path, error: &io::Error) -> Told {
    let next = match error.kind() {
        ErrorKind::FileTooLarge => Phrase::CliFileLargeNext,
        _ => Phrase::CliFileUnreadNext,
    };
    failed(locale, path, error, next)
}

fn failed(locale: &Locale, path: &Path, error: &io::Error, next: Phrase) -> Told {
    let (path, why) = (full(path), locale.io_error(error));
    Told {
        fact: locale.say_with(Phrase::CliFileFailed, &args![path, why]),
        next: locale.say(next),
    }
}
