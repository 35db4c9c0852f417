//! Files beside the journal that may say a name: what was set aside, and unfinished input. Owns how each is cleaned.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use serde::Serialize;
use serde_json::Value;

use crate::domain::erasure::Erasure;
use crate::store::disk::Disk;
use crate::store::error::{AtPath as _, StoreError};
use crate::store::open::{SLED, TORN};

/// Behind the name of a file that is being written.
pub(super) const NEW: &str = ".new";

/// Where unfinished input lies.
const UNSAVED: &str = "unsaved";

/// Something as JSON, on one line.
pub(super) fn json(what: &impl Serialize) -> Result<Vec<u8>, StoreError> {
    serde_json::to_vec(what).map_err(|error| StoreError::Unreadable {
        what: "json".to_owned(),
        why: error.to_string(),
    })
}

/// Names in a folder; none where there is no folder.
pub(super) fn names(disk: &dyn Disk, dir: &Path) -> Result<Vec<String>, StoreError> {
    match disk.list(dir) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        names => names.at(dir),
    }
}

/// All of a file; none where there is no file.
pub(super) fn read(disk: &dyn Disk, path: &Path) -> Result<Option<Vec<u8>>, StoreError> {
    let file = match disk.open_to_read(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        file => file.at(path)?,
    };
    let mut bytes = vec![0; file.len().at(path)? as usize];
    let read = file.read_at(0, &mut bytes).at(path)?;
    bytes.truncate(read);
    Ok(Some(bytes))
}

/// Writes a file in the place of the former one: durably, and whole or not at all.
pub(super) fn write(
    disk: &dyn Disk,
    dir: &Path,
    name: &str,
    bytes: &[u8],
) -> Result<(), StoreError> {
    remove_unfinished(disk, dir, name)?;
    let (path, new) = (dir.join(name), dir.join(format!("{name}{NEW}")));
    let mut file = disk.create(&new).at(&new)?;
    file.append(bytes).at(&new)?;
    file.sync().at(&new)?;
    disk.rename(&new, &path).at(&path)?;
    disk.sync_dir(dir).at(dir)
}

/// Removes what a writing that was cut short has left.
pub(super) fn remove_unfinished(disk: &dyn Disk, dir: &Path, name: &str) -> Result<(), StoreError> {
    let new = format!("{name}{NEW}");
    if names(disk, dir)?.contains(&new) {
        let path = dir.join(new);
        disk.remove(&path).at(&path)?;
    }
    Ok(())
}

/// Removes the derived state and all that was set aside of it.
pub(super) fn remove_derived(disk: &dyn Disk, dir: &Path) -> Result<(), StoreError> {
    // sled lies on the machine's own disk, whatever the journal lies on.
    let entries = match fs::read_dir(dir) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        entries => entries.at(dir)?,
    };
    for entry in entries {
        let name = entry.at(dir)?.file_name();
        let name = name.to_string_lossy();
        if name == SLED || name.starts_with(&format!("{SLED}.bad-")) {
            let path = dir.join(&*name);
            fs::remove_dir_all(&path).at(&path)?;
        }
    }
    disk.sync_dir(dir).at(dir)
}

/// Removes torn ends of the journal: nobody was ever told that they were saved, and what is in them cannot be read for certain.
pub(super) fn remove_torn(disk: &dyn Disk, dir: &Path) -> Result<(), StoreError> {
    let torn = dir.join(TORN);
    let all = names(disk, &torn)?;
    for path in all.iter().map(|it| torn.join(it)) {
        disk.remove(&path).at(&path)?;
    }
    if !all.is_empty() {
        disk.sync_dir(&torn).at(&torn)?;
    }
    Ok(())
}

/// Takes the name out of unfinished input; how many files said it. What cannot be read and says it is removed.
pub(super) fn clean_unsaved(
    disk: &dyn Disk,
    dir: &Path,
    erasure: &Erasure,
) -> Result<u64, StoreError> {
    let dir = dir.join(UNSAVED);
    let mut said = 0;
    for name in names(disk, &dir)? {
        let path = dir.join(&name);
        let bytes = read(disk, &path)?.unwrap_or_default();
        match serde_json::from_slice::<Value>(&bytes) {
            Ok(mut value) if name.ends_with(".json") => {
                let texts = clean(&mut value, erasure);
                if texts == 0 {
                    continue;
                }
                write(disk, &dir, &name, &json(&value)?)?;
                said += 1;
            }
            _ if erasure.text(&String::from_utf8_lossy(&bytes)).is_some() => {
                disk.remove(&path).at(&path)?;
                disk.sync_dir(&dir).at(&dir)?;
                said += 1;
            }
            _ => {}
        }
    }
    Ok(said)
}

/// Takes the name out of every text; how many said it.
fn clean(value: &mut Value, erasure: &Erasure) -> u64 {
    match value {
        Value::String(text) => match erasure.text(text) {
            Some(left) => {
                *text = left;
                1
            }
            None => 0,
        },
        Value::Array(all) => all.iter_mut().map(|it| clean(it, erasure)).sum(),
        Value::Object(all) => {
            let said = all.values_mut().map(|it| clean(it, erasure)).sum();
            // The later word on an input wins, also over what a window has in memory.
            if let Some(at) = all.get_mut("at").filter(|_| said > 0) {
                *at = (at.as_i64().unwrap_or_default() + 1).into();
            }
            said
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => 0,
    }
}
