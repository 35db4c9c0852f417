//! A catalogue out of a file that somebody names: read and checked, for the command line and for the interface; and the form of a section
//! that the program comes with.
//!
//! Must not know what becomes of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{files, founding};
use crate::domain::command::CatalogueDraft;
use crate::domain::soundness::{Problem, problems};
use crate::domain::state::State;
use crate::exchange::catalogue_file::{self, FileError};
use crate::exchange::identity::resolve;
use crate::exchange::toml::{Catalogue, Cycle};
use crate::locale::{Locale, Narrator, Phrase, Told, args};
use crate::service::clock;
use crate::tui::brought::{NoCatalogue, Reader};
use crate::tui::cycle::{FormReader, SectionForm};

/// Why there is no catalogue in a file.
#[derive(Debug)]
pub enum Unread {
    /// The file is not read.
    File(Told),
    /// What it holds is none.
    Content(FileError),
}

/// The catalogue of a file, which errors call by that name, and the digest of the file.
///
/// # Errors
/// [`Unread`].
pub fn catalogue(
    locale: &Locale,
    file: &Path,
    name: &str,
) -> Result<(Catalogue, [u8; 16]), Unread> {
    let bytes = files::read(file, catalogue_file::MOST)
        .map_err(|error| Unread::File(files::unread(locale, file, &error)))?;
    let catalogue = catalogue_file::read(name, &bytes).map_err(Unread::Content)?;
    Ok((catalogue, files::digest(&bytes)))
}

/// What keeps a catalogue from being published as it is, a line for each thing.
#[must_use]
pub fn faults(locale: &Locale, catalogue: &Catalogue) -> Vec<String> {
    let state = founding::alone(catalogue);
    let narrator = Narrator::new(locale, &state, clock::offset());
    let faults = problems(&state, founding::EDITION).into_iter();
    let told = |it: Problem| {
        let (name, what) = (narrator.title_of(it.key), narrator.trouble(&it));
        locale.say_with(Phrase::CliCatalogueFault, &args![name, what])
    };
    faults.filter(Problem::is_fault).map(told).collect()
}

/// Reads what is typed into the interface.
#[must_use]
pub fn reader(locale: Arc<Locale>, home: PathBuf) -> Reader {
    Arc::new(move |typed, state| read(&locale, &home, typed, state))
}

/// A catalogue that a store can begin with, in the numbers of the state.
///
/// # Errors
/// What is wrong with the path or with the file.
pub fn read(
    locale: &Locale,
    home: &Path,
    typed: &str,
    state: &State,
) -> Result<Box<CatalogueDraft>, NoCatalogue> {
    let path = place(home, typed);
    // What is no file may never come to an end: the interface would wait for it.
    if fs::metadata(&path).is_ok_and(|it| !it.is_file()) {
        let path = files::full(&path);
        let fact = locale.say_with(Phrase::BeginNoFile, &args![path]);
        return Err(NoCatalogue::of(vec![fact]));
    }
    let (catalogue, file) = catalogue(locale, &path, typed).map_err(|error| match error {
        Unread::File(told) => NoCatalogue::of(vec![told.to_string()]),
        Unread::Content(error) => NoCatalogue::of(error.say_all(locale)),
    })?;
    let faults = faults(locale, &catalogue);
    if !faults.is_empty() {
        return Err(NoCatalogue::of(faults));
    }
    let draft = resolve(&catalogue, state, None).draft;
    Ok(Box::new(CatalogueDraft { file, ..draft }))
}

/// Reads the form of section 2.1 that the program comes with, in the directions of a state as its last edition has them.
#[must_use]
pub fn section_form(locale: Arc<Locale>) -> FormReader {
    Arc::new(move |state| Box::new(supplied_form(&locale, state)))
}

/// The same, now.
///
/// # Errors
/// Which of the form's directions the catalogue does not have.
pub fn supplied_form(locale: &Locale, state: &State) -> Result<SectionForm, String> {
    let mut last = BTreeMap::new();
    // In the order of editions: the later one comes last.
    for ((_, id), it) in state.directions.iter() {
        last.insert(*id, it.body.clone());
    }
    let directions: Vec<_> = last.into_iter().collect();
    let form = Cycle::shipped(&directions).map_err(|error| error.say(locale))?;
    Ok(SectionForm {
        section: form.section,
        requirements: form.requirements.into_iter().map(|it| it.1).collect(),
    })
}

/// Where a path leads: `~` is the home folder, and what names no folder lies there. Quotes come along where a path was copied with them.
fn place(home: &Path, typed: &str) -> PathBuf {
    let typed = typed.trim();
    let bare = [('"', '"'), ('\'', '\''), ('«', '»')]
        .into_iter()
        .find_map(|(open, close)| typed.strip_prefix(open)?.strip_suffix(close));
    let path = bare.unwrap_or(typed);
    match path.strip_prefix('~') {
        Some("") => home.to_owned(),
        Some(rest) if rest.starts_with('/') => home.join(rest.trim_start_matches('/')),
        _ => home.join(path),
    }
}
