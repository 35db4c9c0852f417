//! The folder «загрузка» for the interface: its files, the newest first, and what they say.
//!
//! Must not know what becomes of it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::UNIX_EPOCH;

use super::files;
use crate::analysis::batch::{Batch, File};
use crate::domain::ids::{StoreMark, Timestamp};
use crate::exchange::values::{Against, read_into};
use crate::exchange::workbook::limits;
use crate::locale::Locale;
use crate::tui::incoming::{self, Folder, Incoming, Pace};
use crate::tui::save;

/// Endings of files that may hold values.
const ENDINGS: [&str; 8] = ["xlsx", "xls", "ods", "csv", "tsv", "txt", "jsonl", "json"];

/// Bytes of the folder that are looked through to tell which files were brought before: the list waits for it. What is not told so is told
/// when it is read.
const LOOKED_THROUGH: u64 = 16 << 20;

/// Files that may hold values, in a folder, by their names. What a spreadsheet that is open leaves beside its file is none.
///
/// # Errors
/// Those of the system.
pub fn files_in(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let file = entry?.path();
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let is_aside = name.starts_with(['.', '~']);
        let ending = file
            .extension()
            .map(|it| it.to_string_lossy().to_lowercase());
        let is_known = ending.is_some_and(|it| ENDINGS.contains(&it.as_str()));
        if is_known && !is_aside && file.is_file() {
            found.push(file);
        }
    }
    found.sort();
    Ok(found)
}

/// Lists the folder.
#[must_use]
pub fn lister(locale: Arc<Locale>, folder: PathBuf) -> incoming::Lister {
    Arc::new(move || list(&locale, &folder))
}

/// What is in the folder; one that is not there has nothing in it.
#[must_use]
pub fn list(locale: &Locale, folder: &Path) -> Folder {
    let path = files::full(folder);
    let files = match files_in(folder) {
        Ok(all) => {
            let mut all: Vec<Incoming> = all.iter().filter_map(|it| one(it)).collect();
            all.sort_by(|one, other| (other.at, &one.name).cmp(&(one.at, &other.name)));
            let mut room = LOOKED_THROUGH;
            for it in &mut all {
                if it.bytes <= room
                    && let Ok(bytes) = files::read(&folder.join(&it.name), room)
                {
                    room = room.saturating_sub(it.bytes);
                    it.digest = Some(files::digest(&bytes));
                }
            }
            Ok(all)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            // Whoever is told where to put files finds the folder there.
            drop(save::folder(folder));
            Ok(Vec::new())
        }
        Err(error) => Err(locale.io_error(&error)),
    };
    Folder { path, files }
}

fn one(path: &Path) -> Option<Incoming> {
    let about = fs::metadata(path).ok()?;
    let since = about.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some(Incoming {
        name: path.file_name()?.to_str()?.to_owned(),
        bytes: about.len(),
        at: Timestamp(i64::try_from(since.as_millis()).ok()?),
        digest: None,
    })
}

/// Reads files of the folder.
#[must_use]
pub fn reader(locale: Arc<Locale>, folder: PathBuf, store: StoreMark) -> incoming::Reader {
    Arc::new(move |names, against, go_on| read(&locale, &folder, (store, against), names, go_on))
}

/// What files of the folder say.
#[must_use]
pub fn read(
    locale: &Locale,
    folder: &Path,
    (store, against): (StoreMark, &incoming::Against),
    names: &[String],
    go_on: &mut dyn FnMut(Pace) -> bool,
) -> Batch {
    let mut batch = Batch::default();
    for (at, name) in names.iter().enumerate() {
        if !go_on(Pace::Files(at, names.len())) {
            break;
        }
        let path = folder.join(name);
        let against = Against {
            state: &against.state,
            names: &against.names,
            store,
            locale,
        };
        let most = u64::try_from(limits::FILE_BYTES).unwrap_or(u64::MAX);
        match files::read(&path, most) {
            Ok(bytes) => {
                let digest = files::digest(&bytes);
                read_into(&mut batch, against, (name, digest), &bytes);
            }
            Err(error) => batch.files.push(unread(locale, (&path, name), &error)),
        }
    }
    batch
}

/// A file that can't be read, which is what is to be told of it.
#[must_use]
pub fn unread(locale: &Locale, (path, name): (&Path, &str), error: &io::Error) -> File {
    File {
        name: name.to_owned(),
        faults: vec![files::unread(locale, path, error).to_string()],
        ..File::default()
    }
}
