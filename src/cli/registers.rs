//! `smotr register`: organisations with their heads, careers and the reserve as spreadsheets, out and in.
//!
//! Invariant: nothing is written without `--yes`; what would be is shown first, row by row, and of a file with a fault nothing is taken in.

use std::path::{Path, PathBuf};

use super::context::Context;
use super::desk::Desk;
use super::exit::Exit;
use super::{answer, files};
use crate::domain::command::Command;
use crate::domain::decide::{Actor, decide};
use crate::domain::ids::PROGRAM;
use crate::domain::refusal::Refusal;
use crate::domain::state::State;
use crate::exchange::registers::intake::{Doubt, Planned, Verdict, together};
use crate::exchange::registers::{careers, intake, organisations, reserve};
use crate::exchange::workbook::table::Fault;
use crate::exchange::workbook::{Book, SheetOut, limits, write_csv, write_xlsx};
use crate::locale::{Phrase, Told, args};
use crate::service::clock;
use crate::service::wire::{MOST_REQUEST, size};

/// A register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Organisations with those who head them.
    Organisations,
    /// Qualifications, attestations, contracts.
    Careers,
    /// The managerial reserve.
    Reserve,
}

impl Kind {
    /// All of them, as they are typed.
    pub const ALL: [(&'static str, Kind); 3] = [
        ("organisations", Kind::Organisations),
        ("careers", Kind::Careers),
        ("reserve", Kind::Reserve),
    ];
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// Write a register into a file.
    Export {
        /// Which.
        kind: Kind,
        /// The file: a table in text where its name ends so, else a workbook.
        file: PathBuf,
        /// Write over a file that is there.
        replace: bool,
    },
    /// Read a register from a file.
    Import {
        /// Which.
        kind: Kind,
        /// The file.
        file: PathBuf,
        /// Write, and not only show.
        yes: bool,
    },
}

/// Bytes of a request beside what the register brings.
const AROUND: u64 = 1 << 10;

/// Carries it out.
///
/// # Errors
/// How the call ends.
pub fn run(context: &mut Context, task: &Task) -> Result<(), Exit> {
    let mut desk = Desk::open(context)?;
    let done = match task {
        Task::Export {
            kind,
            file,
            replace,
        } => export(context, &desk.state, *kind, file, *replace),
        Task::Import { kind, file, yes } => import(context, &mut desk, *kind, file, *yes),
    };
    desk.close();
    done
}

fn sheet(state: &State, kind: Kind) -> SheetOut {
    match kind {
        Kind::Organisations => organisations::sheet(&organisations::of(state)),
        Kind::Careers => careers::sheet(&careers::of(state)),
        Kind::Reserve => reserve::sheet(&reserve::of(state)),
    }
}

fn export(
    context: &mut Context,
    state: &State,
    kind: Kind,
    file: &Path,
    replace: bool,
) -> Result<(), Exit> {
    let sheet = sheet(state, kind);
    let is_text = (file.extension()).is_some_and(|it| it.eq_ignore_ascii_case("csv"));
    let rows = sheet.rows.len();
    let bytes = if is_text {
        write_csv(&sheet)
    } else {
        let made = chrono::DateTime::from_timestamp_millis(clock::now().at.0).unwrap_or_default();
        write_xlsx(&[sheet], made).map_err(|_| {
            let told = (context.locale).told(Phrase::TroubleFailed, Phrase::TroubleFailedNext);
            context.refuse(&told)
        })?
    };
    files::write(file, &bytes, replace).map_err(|error| files::refused(context, file, &error))?;
    let path = files::full(file);
    let said = (context.locale).say_with(Phrase::CliRegisterWritten, &args![rows, path]);
    context.out.line(&said)
}

/// The rows of a file with what becomes of each, and what is wrong with it.
fn read(state: &State, kind: Kind, book: &Book) -> (Vec<Planned>, Vec<Fault>, Vec<Fault>) {
    match kind {
        Kind::Organisations => {
            let it = organisations::read(book);
            let rows = intake::of_organisations(state, &it.organisations);
            (rows, it.faults, it.unknown)
        }
        Kind::Careers => {
            let it = careers::read(book);
            (intake::of_careers(state, &it.rows), it.faults, it.unknown)
        }
        Kind::Reserve => {
            let it = reserve::read(book);
            (intake::of_reserve(state, &it.rows), it.faults, it.unknown)
        }
    }
}

fn import(
    context: &mut Context,
    desk: &mut Desk,
    kind: Kind,
    file: &Path,
    yes: bool,
) -> Result<(), Exit> {
    let most = u64::try_from(limits::FILE_BYTES).unwrap_or(u64::MAX);
    let bytes = files::read(file, most).map_err(|error| files::refused(context, file, &error))?;
    let name = file.file_name().unwrap_or(file.as_os_str());
    let book = Book::read(&name.to_string_lossy(), &bytes)
        .map_err(|error| context.refuse_line(&error.say(&context.locale)))?;
    let (rows, faults, unknown) = read(&desk.state, kind, &book);
    for fault in &unknown {
        context.out.tell_line(&fault.say(&context.locale));
    }
    let shown = shown(context, &desk.state, &rows);
    let mut wrong = faults.len();
    for line in &shown {
        wrong += usize::from(line.refused);
        context.out.line(&line.text)?;
    }
    for fault in &faults {
        context.out.line(&fault.say(&context.locale))?;
    }
    if wrong > 0 {
        let fact = context
            .locale
            .say_with(Phrase::CliRegisterFaults, &args![n = wrong]);
        let next = context.say(Phrase::CliRegisterFaultsNext);
        return Err(context.refuse(&Told { fact, next }));
    }
    let taken = together(&rows);
    if taken.organisations.is_empty() && taken.careers.is_empty() {
        return context.out.line(&context.say(Phrase::CliRegisterNothing));
    }
    let command = Command::TakeIn(taken);
    fits(context, &rows, &command)?;
    if !yes {
        return context.out.line(&context.say(Phrase::CliRegisterNotYet));
    }
    let answer = desk.act(&command);
    let commit = answer::done(context, answer, |refusal| {
        context.narrator(&desk.state).refusal(refusal)
    })?;
    let said = context.narrator(&desk.state).commit(&commit);
    context.out.line(&said)
}

/// A request takes so much and no more: who brings more brings it in parts, and is told how large these may be.
fn fits(context: &Context, rows: &[Planned], command: &Command) -> Result<(), Exit> {
    let most = u64::try_from(MOST_REQUEST).unwrap_or(u64::MAX) - AROUND;
    let bytes = size(command);
    if bytes <= most {
        return Ok(());
    }
    let brings = |it: &&Planned| matches!(it.verdict, Verdict::New | Verdict::Changed);
    let count = u64::try_from(rows.iter().filter(brings).count()).unwrap_or(u64::MAX);
    let fit = usize::try_from(count.saturating_mul(most) / bytes.max(1)).unwrap_or(usize::MAX);
    let fact = context.say(Phrase::CliRegisterTooMuch);
    let next = (context.locale).say_with(Phrase::CliRegisterTooMuchNext, &args![n = fit]);
    Err(context.refuse(&Told { fact, next }))
}

/// A line of what is shown.
struct Line {
    text: String,
    refused: bool,
}

fn shown(context: &Context, state: &State, rows: &[Planned]) -> Vec<Line> {
    let mut out = Vec::new();
    let mut same = 0;
    for it in rows {
        let place = it.at.to_string();
        let what = it.what.as_str();
        let verdict = match it.verdict {
            Verdict::Same => {
                same += 1;
                continue;
            }
            Verdict::New => Ok(context.say(Phrase::CliRegisterNew)),
            Verdict::Changed => Ok(context.say(Phrase::CliRegisterChanged)),
            Verdict::Doubtful(doubt) => Err(context.say(doubted(doubt))),
        };
        let verdict = verdict.and_then(|said| match refused(state, it) {
            None => Ok(said),
            Some(refusal) => Err(context.narrator(state).refusal(&refusal).to_string()),
        });
        let refused = verdict.is_err();
        let said = match verdict {
            Ok(said) => said,
            Err(why) => context
                .locale
                .say_with(Phrase::CliRegisterRefused, &args![why]),
        };
        let text = (context.locale).say_with(Phrase::CliRegisterRow, &args![place, what, said]);
        out.push(Line { text, refused });
    }
    if same > 0 {
        let text = (context.locale).say_with(Phrase::CliRegisterSame, &args![n = same]);
        let refused = false;
        out.push(Line { text, refused });
    }
    out
}

/// Why a row by itself would not be written down. Rights are the affair of the store.
fn refused(state: &State, it: &Planned) -> Option<Refusal> {
    let command = Command::TakeIn(it.intake.clone());
    let actor = Actor { user: PROGRAM };
    let done = decide(
        state,
        &actor,
        &command,
        clock::now(),
        crate::analysis::results::RECKON,
    );
    done.err().filter(|it| *it != Refusal::NoChange)
}

fn doubted(doubt: Doubt) -> Phrase {
    match doubt {
        Doubt::SeveralPersons => Phrase::DoubtSeveralPersons,
        Doubt::PartOfName => Phrase::DoubtPartOfName,
        Doubt::NoOrganisation => Phrase::DoubtNoOrganisation,
        Doubt::TwoOrganisations => Phrase::DoubtTwoOrganisations,
        Doubt::NoMentor => Phrase::DoubtNoMentor,
        Doubt::Twice => Phrase::DoubtTwice,
    }
}
