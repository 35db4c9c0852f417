//! `smotr cycle`: a section of the assessment read from a page, and written as one.
//!
//! The page is an official form, and is written in Russian whatever the language of the interface is: so it is handed in, and so it is
//! read again.

use std::io::{self, IsTerminal as _, Write as _};
use std::path::PathBuf;

use super::context::Context;
use super::desk::Desk;
use super::exit::Exit;
use super::output::end_of;
use super::{cycle_import, files};
use crate::domain::ids::{RoundId, SectionId};
use crate::domain::state::State;
use crate::exchange::section::{Format, write};
use crate::locale::{Lang, Locale, Phrase, Told, args};
use crate::report::section::{Asked, paper};
use crate::service::clock;

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// Read a page.
    Import(Import),
    /// Write a section.
    Export(Export),
}

/// How a page is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// The file.
    pub file: PathBuf,
    /// The section that is meant.
    pub section: Option<String>,
    /// A document that looks like one of the register is that one.
    pub similar: bool,
    /// Write without asking.
    pub yes: bool,
}

/// How a section is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Export {
    /// The file; none is standard output.
    pub file: Option<PathBuf>,
    /// The format; none is that of the file's ending, else text.
    pub format: Option<Format>,
    /// The section that is meant.
    pub section: Option<String>,
    /// The year of the round; none is the last one.
    pub round: Option<u16>,
    /// Write over a file that is there.
    pub replace: bool,
}

/// Carries it out.
///
/// # Errors
/// How the call ends.
pub fn run(context: &mut Context, task: &Task) -> Result<(), Exit> {
    match task {
        Task::Import(wanted) => cycle_import::run(context, wanted),
        Task::Export(wanted) => export(context, wanted),
    }
}

/// The section that is meant: the one of this code, or the only one.
///
/// # Errors
/// How the call ends; the person has been told why.
pub fn section(context: &Context, state: &State, code: Option<&str>) -> Result<SectionId, Exit> {
    let mut kept = state.sections.iter().filter(|(_, it)| !it.retired);
    let found = match code {
        Some(code) => state.sections.iter().find(|(_, it)| it.code == code),
        None => kept.next().filter(|_| kept.next().is_none()),
    };
    if let Some((id, _)) = found {
        return Ok(*id);
    }
    let codes: Vec<&str> = state.sections.values().map(|it| it.code.as_str()).collect();
    let codes = codes.join(", ");
    Err(context.refuse(&match (code, codes.is_empty()) {
        (_, true) => (context.locale).told(Phrase::CliNoSections, Phrase::CliNoSectionsNext),
        (Some(code), false) => Told {
            fact: context.locale.say_with(Phrase::CliNoSection, &args![code]),
            next: context
                .locale
                .say_with(Phrase::CliSectionNext, &args![codes]),
        },
        (None, false) => Told {
            fact: context.say(Phrase::CliSeveralSections),
            next: context
                .locale
                .say_with(Phrase::CliSectionNext, &args![codes]),
        },
    }))
}

/// The round of a year, or the last one.
#[must_use]
pub fn round(state: &State, section: SectionId, year: Option<u16>) -> Option<RoundId> {
    let own = state.rounds.iter().filter(|(_, it)| it.section == section);
    let meant = own.filter(|(_, it)| year.is_none_or(|year| it.year == year));
    meant.max_by_key(|(id, it)| (it.year, **id)).map(|it| *it.0)
}

fn export(context: &mut Context, wanted: &Export) -> Result<(), Exit> {
    let ending = wanted.file.as_ref().and_then(|it| it.extension()?.to_str());
    let format = wanted
        .format
        .or_else(|| Format::named(ending?))
        .unwrap_or_default();
    if wanted.file.is_none() && format.is_binary() && io::stdout().is_terminal() {
        let told = (context.locale).told(Phrase::CliCycleNotShown, Phrase::CliCycleNotShownNext);
        return Err(context.refuse(&told));
    }
    let desk = Desk::open(context)?;
    let bytes = written(context, &desk.state, wanted, format);
    desk.close();
    let bytes = bytes?;
    let Some(file) = &wanted.file else {
        return match (format.is_binary(), String::from_utf8(bytes)) {
            (false, Ok(text)) => text.lines().try_for_each(|it| context.out.line(it)),
            (_, Ok(text)) => put(context, text.as_bytes()),
            (_, Err(bytes)) => put(context, bytes.as_bytes()),
        };
    };
    files::write(file, &bytes, wanted.replace)
        .map_err(|error| files::refused(context, file, &error))?;
    let path = files::full(file);
    let said = context
        .locale
        .say_with(Phrase::CliCycleWritten, &args![path]);
    context.out.line(&said)
}

fn put(context: &mut Context, bytes: &[u8]) -> Result<(), Exit> {
    context
        .out
        .file()
        .write_all(bytes)
        .map_err(|error| end_of(&error))
}

fn written(
    context: &Context,
    state: &State,
    wanted: &Export,
    format: Format,
) -> Result<Vec<u8>, Exit> {
    let section = section(context, state, wanted.section.as_deref())?;
    let no_round = || {
        let year = wanted.round.unwrap_or_default().to_string();
        let fact = context.locale.say_with(Phrase::CliNoRound, &args![year]);
        let next = context.say(Phrase::CliNoRoundNext);
        context.refuse(&Told { fact, next })
    };
    let round = round(state, section, wanted.round).ok_or_else(no_round)?;
    let locale = Locale::new(Lang::Ru);
    let now = clock::now();
    let asked = Asked {
        locale: &locale,
        state,
        round,
        today: now.today,
    };
    let paper = paper(&asked).ok_or_else(no_round)?;
    let made = chrono::DateTime::from_timestamp_millis(now.at.0).unwrap_or_default();
    write(format, &paper, made).map_err(|error| {
        tracing::error!(%error, "the section is not written");
        let told = (context.locale).told(Phrase::TroubleFailed, Phrase::TroubleFailedNext);
        context.refuse(&told)
    })
}
