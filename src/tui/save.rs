//! Files for a person, in the folder of what the person asked for: whole or not at all, never over another, read by nobody else.

use std::fs::DirBuilder;
use std::io::{self, ErrorKind, Write as _};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

/// Characters of a name: in UTF-8 a system takes 255 bytes.
const NAME_CHARS: usize = 100;

/// Files of one name in one folder.
const MOST: usize = 100;

/// Makes a folder for nobody else, if it is not there.
///
/// # Errors
/// Those of the file system.
pub fn folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.mode(0o700).recursive(true).create(path)
}

/// Writes a file of that name, or, where the name is taken, of that name with a number. Its full path.
///
/// # Errors
/// Those of the file system; a name that is none is [`ErrorKind::InvalidInput`]. Nothing is left of the file then.
pub fn save(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) -> io::Result<PathBuf> {
    let name = Path::new(name);
    // Only a name: nothing that comes from data may lead out of the folder.
    if name.file_name() != Some(name.as_os_str()) {
        return Err(ErrorKind::InvalidInput.into());
    }
    self::folder(folder)?;
    // Made with rights for its owner alone.
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes.as_ref())?;
    file.as_file().sync_all()?;
    for n in 1..=MOST {
        let path = folder.join(numbered(name, n));
        match file.persist_noclobber(&path) {
            Ok(_) => return Ok(path.canonicalize().unwrap_or(path)),
            Err(refused) if refused.error.kind() == ErrorKind::AlreadyExists => {
                file = refused.file;
            }
            Err(refused) => return Err(refused.error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

/// «список.txt», «список-2.txt» …
fn numbered(name: &Path, n: usize) -> PathBuf {
    if n == 1 {
        return name.to_owned();
    }
    let mut stem = name.file_stem().unwrap_or_default().to_owned();
    stem.push(format!("-{n}"));
    // A name with a date in it has points of its own: only what follows the last one is the ending.
    if let Some(extension) = name.extension() {
        stem.push(".");
        stem.push(extension);
    }
    PathBuf::from(stem)
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
