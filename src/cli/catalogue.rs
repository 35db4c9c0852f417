//! `smotr catalogue`: editions as files that can be read, compared and edited, and back.
//!
//! Invariant: nothing is written without `--yes`; what would be is shown first, with everything that keeps it from being published.

use std::path::{Path, PathBuf};

use super::bring::{self, Unread};
use super::catalogue_preview::{Preview, troubles};
use super::context::Context;
use super::desk::Desk;
use super::exit::Exit;
use super::{answer, files};
use crate::domain::catalogue::{Edition, EditionState};
use crate::domain::command::Command;
use crate::domain::ids::{EditionId, Seq};
use crate::domain::soundness::{Problem, problems};
use crate::domain::state::State;
use crate::exchange::catalogue_file::{self, Lost, Shape};
use crate::exchange::identity::resolve;
use crate::exchange::toml::Catalogue;
use crate::locale::{Phrase, args};
use crate::service::clock;

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// List the editions.
    List,
    /// Write an edition into a file, or to standard output.
    Export {
        /// The file; none is standard output.
        file: Option<PathBuf>,
        /// The number of the edition; none is the latest published one, and a working one only where there is no other.
        edition: Option<u32>,
        /// Write over a file that is there.
        replace: bool,
    },
    /// Read a catalogue from a file into a working edition.
    Import {
        /// The file.
        file: PathBuf,
        /// The number of the working edition that is written over; none makes a new one.
        into: Option<u32>,
        /// Write, and not only show.
        yes: bool,
    },
    /// Say what is wrong with an edition.
    Check {
        /// Its number; none is the latest.
        edition: Option<u32>,
    },
}

/// Carries it out.
///
/// # Errors
/// How the call ends.
pub fn run(context: &mut Context, task: &Task) -> Result<(), Exit> {
    let mut desk = Desk::open(context)?;
    let done = match task {
        Task::List => list(context, &desk.state),
        Task::Export {
            file,
            edition,
            replace,
        } => export(context, &desk.state, file.as_deref(), *edition, *replace),
        Task::Import { file, into, yes } => import(context, &mut desk, file, *into, *yes),
        Task::Check { edition } => check(context, &desk.state, *edition),
    };
    desk.close();
    done
}

fn list(context: &mut Context, state: &State) -> Result<(), Exit> {
    for (id, it) in state.editions.iter() {
        let indicators = state.indicators_of(*id).into_iter();
        let count = indicators.filter(|(_, it)| !it.retired).count();
        let line = context.locale.say_with(
            Phrase::CliEditionLine,
            &args![
                number = it.number.to_string(),
                title = &it.title,
                state = context.locale.word(&it.state),
                count
            ],
        );
        context.out.line(&line)?;
    }
    Ok(())
}

/// The edition of that number, or the latest.
fn edition(context: &Context, state: &State, number: Option<u32>) -> Result<EditionId, Exit> {
    let mut editions = state.editions.iter();
    let found = match number {
        Some(number) => editions.find(|(_, it)| it.number == number),
        None => editions.max_by_key(|(_, it)| it.number),
    };
    found.map(|(id, _)| *id).ok_or_else(|| {
        let number = number.unwrap_or_default().to_string();
        let fact = (context.locale).say_with(Phrase::CliNoEdition, &args![number]);
        let next = context.say(Phrase::CliNoEditionNext);
        context.refuse(&crate::locale::Told { fact, next })
    })
}

fn export(
    context: &mut Context,
    state: &State,
    file: Option<&Path>,
    number: Option<u32>,
    replace: bool,
) -> Result<(), Exit> {
    // What an import compares with is what goes out.
    let published = latest_published(state).filter(|_| number.is_none());
    let id = match published {
        Some(id) => id,
        None => edition(context, state, number)?,
    };
    let Some(catalogue) = Catalogue::of(state, id) else {
        return Ok(());
    };
    let which = which(context, &catalogue.edition);
    let Some(path) = file else {
        let text = catalogue.write();
        context.out.tell_line(&which);
        tell_lost(context, &catalogue, "TOML", text.as_bytes());
        return context.out.line(text.trim_end());
    };
    let bytes = match Shape::of(path) {
        Shape::Toml => Ok(catalogue.write().into_bytes()),
        Shape::Xlsx => catalogue_file::write_book(&catalogue, clock::now().at)
            .ok_or((Phrase::TroubleFailed, Phrase::TroubleFailedNext)),
        Shape::OtherBook => Err((Phrase::CliOnlyXlsx, Phrase::CliOnlyXlsxNext)),
    };
    let bytes = bytes.map_err(|(fact, next)| context.refuse(&context.locale.told(fact, next)))?;
    let written = files::write(path, &bytes, replace);
    written.map_err(|error| files::refused(context, path, &error))?;
    tell_lost(context, &catalogue, &path.display().to_string(), &bytes);
    let path = files::full(path);
    let said = context.locale.say_with(Phrase::CliWritten, &args![path]);
    context.out.line(&which)?;
    context.out.line(&said)
}

/// Which edition goes out.
fn which(context: &Context, edition: &Edition) -> String {
    let number = edition.number.to_string();
    let state = context.locale.word(&edition.state);
    (context.locale).say_with(Phrase::CliCatalogueWhich, &args![number, state])
}

/// Tells what the file will not bring back, if there is anything.
fn tell_lost(context: &Context, catalogue: &Catalogue, file: &str, bytes: &[u8]) {
    match catalogue_file::lost(catalogue, file, bytes) {
        None => {}
        Some(Lost::Refused(error)) => {
            let said = context.say(Phrase::CliCatalogueLost);
            context.out.tell_line(&said);
            for line in error.say(&context.locale) {
                context.out.tell_line(&line);
            }
        }
        Some(Lost::Otherwise(codes)) => {
            let codes = codes.join(", ");
            let said = (context.locale).say_with(Phrase::CliCatalogueOtherwise, &args![codes]);
            context.out.tell_line(&said);
        }
    }
}

/// A catalogue out of a file that a person names, and the digest of the file.
///
/// # Errors
/// How the call ends; the person has been told what is wrong with the file, a line for each thing.
pub fn read(context: &Context, file: &Path) -> Result<(Catalogue, [u8; 16]), Exit> {
    let name = file.display().to_string();
    bring::catalogue(&context.locale, file, &name).map_err(|error| match error {
        Unread::File(told) => context.refuse(&told),
        Unread::Content(error) => {
            for line in error.say(&context.locale) {
                context.out.tell_line(&line);
            }
            Exit::Refused
        }
    })
}

fn import(
    context: &mut Context,
    desk: &mut Desk,
    file: &Path,
    into: Option<u32>,
    yes: bool,
) -> Result<(), Exit> {
    let (mut catalogue, digest) = read(context, file)?;
    let target = into_edition(context, &desk.state, into)?;
    numbered(&mut catalogue, &desk.state, target.map(|it| it.0));
    let mut resolved = resolve(&catalogue, &desk.state, target);
    resolved.draft.file = digest;
    let command = Command::TakeCatalogue(Box::new(resolved.draft.clone()));
    let preview = Preview::of(context, &desk.state, &resolved, &command)?;
    for line in &preview.lines {
        context.out.line(line)?;
    }
    if preview.is_nothing {
        return context.out.line(&context.say(Phrase::CliCatalogueNothing));
    }
    if !yes {
        return context.out.line(&context.say(Phrase::CliCatalogueNotYet));
    }
    let answer = desk.act(&command);
    let commit = answer::done(context, answer, |refusal| {
        context.narrator(&desk.state).refusal(refusal)
    })?;
    let said = context.narrator(&desk.state).commit(&commit);
    context.out.line(&said)
}

/// A working edition keeps its number. A new one has that of the file, or the next where it is taken, and goes on from the latest published one.
fn numbered(catalogue: &mut Catalogue, state: &State, target: Option<EditionId>) {
    if let Some(target) = target.and_then(|it| state.editions.get(&it)) {
        catalogue.edition.number = target.number;
        return;
    }
    let mut numbers = state.editions.values().map(|it| it.number);
    if numbers.clone().any(|it| it == catalogue.edition.number) {
        catalogue.edition.number = numbers.by_ref().max().unwrap_or(0).saturating_add(1);
    }
    catalogue.edition.based_on = latest_published(state);
}

/// What an import is compared with, and goes on from.
pub(super) fn latest_published(state: &State) -> Option<EditionId> {
    let mut editions = state.editions.iter();
    let latest = editions.rfind(|(_, it)| it.state == EditionState::Published);
    latest.map(|(id, _)| *id)
}

/// The working edition to be written over, with its revision.
fn into_edition(
    context: &Context,
    state: &State,
    number: Option<u32>,
) -> Result<Option<(EditionId, Seq)>, Exit> {
    let Some(number) = number else {
        return Ok(None);
    };
    let id = edition(context, state, Some(number))?;
    match state.editions.get(&id) {
        Some(it) if it.state == EditionState::Draft => {
            Ok(state.latest_of(id).map(|(_, it)| (id, it.rev)))
        }
        _ => {
            let refusal = crate::domain::refusal::Refusal::EditionPublished;
            Err(context.refuse(&context.narrator(state).refusal(&refusal)))
        }
    }
}

fn check(context: &mut Context, state: &State, number: Option<u32>) -> Result<(), Exit> {
    let id = edition(context, state, number)?;
    let lines = troubles(context, state, id);
    if lines.is_empty() {
        let said = context.say(Phrase::CliCatalogueSound);
        return context.out.line(&said);
    }
    for line in lines {
        context.out.line(&line)?;
    }
    match problems(state, id).iter().any(Problem::is_fault) {
        true => Err(Exit::Refused),
        false => Ok(()),
    }
}
