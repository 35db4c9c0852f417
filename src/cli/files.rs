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

/// Characters of a name: in UTF-8 a system takes 255 bytes.
const NAME_CHARS: usize = 100;

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

/// Writes files of these names into a folder: all of them or none. A folder that is not there comes with a stroke; into one that is there
/// the files come only when all of them are on the disk.
///
/// # Errors
/// [`Unwritten`].
pub fn write_all(
    folder: &Path,
    files: &[(String, Vec<u8>)],
    replace: bool,
) -> Result<(), Unwritten> {
    let unwritten = |path: &Path, error: io::Error, replaced: usize| Unwritten {
        path: path.to_owned(),
        error,
        replaced,
    };
    let at_folder = |error| unwritten(folder, error, 0);
    if folder.symlink_metadata().is_err() {
        let parent = folder.parent().filter(|it| !it.as_os_str().is_empty());
        let parent = parent.unwrap_or(Path::new("."));
        save::folder(parent).map_err(at_folder)?;
        let aside = tempfile::Builder::new()
            .prefix(".smotr-")
            .tempdir_in(parent);
        let aside = aside.map_err(at_folder)?;
        for (name, bytes) in files {
            let written = made(&aside.path().join(name))
                .and_then(|mut it| it.write_all(bytes).and_then(|()| it.sync_all()));
            written.map_err(|error| unwritten(&folder.join(name), error, 0))?;
        }
        return fs::rename(aside.path(), folder).map_err(at_folder);
    }
    let mut ready = Vec::with_capacity(files.len());
    for (name, bytes) in files {
        let path = folder.join(name);
        if !replace && path.symlink_metadata().is_ok() {
            return Err(unwritten(&path, ErrorKind::AlreadyExists.into(), 0));
        }
        let file = tempfile::NamedTempFile::new_in(folder).and_then(|mut it| {
            it.write_all(bytes)?;
            it.as_file().sync_all()?;
            Ok(it)
        });
        ready.push((file.map_err(|error| unwritten(&path, error, 0))?, path));
    }
    let mut written: Vec<PathBuf> = Vec::new();
    for (file, path) in ready {
        let named = match replace {
            true => file.persist(&path),
            false => file.persist_noclobber(&path),
        };
        if let Err(refused) = named {
            // What was there before is not ours to take away.
            let replaced = if replace { written.len() } else { 0 };
            for it in written.iter().filter(|_| !replace) {
                drop(fs::remove_file(it));
            }
            return Err(unwritten(&path, refused.error, replaced));
        }
        written.push(path);
    }
    Ok(())
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

/// A name that every system takes, Windows too, of words as they stand in the store: «2025-26 СШ № 12.xlsx».
#[must_use]
pub fn name(words: &[&str], end: &str) -> String {
    format!("{}.{end}", plain(words))
}

/// The same without an ending: for a folder.
#[must_use]
pub fn plain(words: &[&str]) -> String {
    let allowed = |it: char| match it {
        '/' | '\\' | '|' => '-',
        '<' | '>' | ':' | '"' | '?' | '*' | '«' | '»' => ' ',
        it if it.is_control() => ' ',
        it => it,
    };
    let words = words.join(" ");
    let words: String = words.chars().map(allowed).take(NAME_CHARS).collect();
    let words: Vec<&str> = words.split_whitespace().collect();
    words.join(" ").trim_matches('.').to_owned()
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
