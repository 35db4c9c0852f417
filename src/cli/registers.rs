//! `smotr register`: organisations, people, documents and base quantities as spreadsheets, out and in.
//!
//! Invariant: nothing is written without `--yes`; what would be is shown first, row by row, and of a file with a fault nothing is taken in.

use std::path::{Path, PathBuf};

use super::context::Context;
use super::desk::Desk;
use super::exit::Exit;
use super::{answer, files};
use crate::domain::bases;
use crate::domain::command::Command;
use crate::domain::decide::{Actor, decide};
use crate::domain::ids::PROGRAM;
use crate::domain::record::{Change, Key};
use crate::domain::refusal::Refusal;
use crate::domain::staffing::{Intake, IntakeOrganisation};
use crate::domain::state::State;
use crate::exchange::registers::intake::{Doubt, Planned, Verdict, together};
use crate::exchange::registers::{Plan, Register};
use crate::exchange::workbook::{Address, Book, Place, limits, write_csv, write_xlsx};
use crate::locale::{Phrase, Told, args};
use crate::service::clock;
use crate::service::parts::MOST_BROUGHT;
use crate::service::wire::size;

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// Write a register into a file.
    Export {
        /// Which.
        kind: Register,
        /// The file: a table in text where its name ends so, else a workbook.
        file: PathBuf,
        /// Write over a file that is there.
        replace: bool,
    },
    /// Read a register from a file.
    Import {
        /// Which.
        kind: Register,
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
    let (Task::Export { kind, .. } | Task::Import { kind, .. }) = task;
    // Whether a term of office may end hangs on what stands in the periods.
    if kind.is_of_periods() || matches!(task, Task::Import { .. }) {
        desk.load_all().map_err(|it| it.told(context))?;
    }
    let done = match task {
        Task::Export {
            kind,
            file,
            replace,
        } => export(context, &desk, *kind, file, *replace),
        Task::Import { kind, file, yes } => import(context, &mut desk, *kind, file, *yes),
    };
    desk.close();
    done
}

fn export(
    context: &mut Context,
    desk: &Desk,
    kind: Register,
    file: &Path,
    replace: bool,
) -> Result<(), Exit> {
    for person in kind.people(&desk.state) {
        desk.looked(Key::Person(person));
    }
    let sheet = kind.sheet(&desk.state);
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

fn import(
    context: &mut Context,
    desk: &mut Desk,
    kind: Register,
    file: &Path,
    yes: bool,
) -> Result<(), Exit> {
    let most = u64::try_from(limits::FILE_BYTES).unwrap_or(u64::MAX);
    let bytes = files::read(file, most)
        .map_err(|error| context.refuse(&files::unread(&context.locale, file, &error)))?;
    let name = file.file_name().unwrap_or(file.as_os_str());
    let book = Book::read(&name.to_string_lossy(), &bytes)
        .map_err(|error| context.refuse_line(&error.say(&context.locale)))?;
    let plan = kind.plan(&desk.state, &book);
    let shown = shown(context, &desk.state, &plan);
    // A column that is not read is a title with a slip in it as often as not: what stands there would be lost in silence.
    let mut wrong = plan.faults.len() + plan.unknown.len();
    for line in &shown {
        wrong += usize::from(line.refused);
        context.out.line(&line.text)?;
    }
    for fault in plan.unknown.iter().chain(&plan.faults) {
        context.out.line(&fault.say(&context.locale))?;
    }
    if wrong > 0 {
        let fact = context
            .locale
            .say_with(Phrase::CliRegisterFaults, &args![n = wrong]);
        let next = context
            .locale
            .say_with(Phrase::CliRegisterFaultsNext, &args![n = wrong]);
        return Err(context.refuse(&Told { fact, next }));
    }
    let taken = Intake {
        file: files::digest(&bytes),
        ..together(&plan.rows)
    };
    if taken.is_empty() {
        return context.out.line(&context.say(Phrase::CliRegisterNothing));
    }
    fits(context, &plan.rows, &taken)?;
    // Rows that are right each by itself may not go together.
    if let Err(refusal) = tried(&desk.state, &taken) {
        let told = context.narrator(&desk.state).refusal(&refusal);
        return Err(context.refuse(&told));
    }
    let command = Command::TakeIn(taken);
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

/// A link takes so much at once and no more: who brings more brings it in parts, and is told how large these may be.
fn fits(context: &Context, rows: &[Planned], taken: &Intake) -> Result<(), Exit> {
    let most = u64::try_from(MOST_BROUGHT).unwrap_or(u64::MAX) - AROUND;
    let bytes = size(taken);
    if bytes <= most && taken.is_short() {
        return Ok(());
    }
    let brings = |it: &&Planned| matches!(it.verdict, Verdict::New | Verdict::Changed);
    let count: usize = rows.iter().filter(brings).map(|it| it.rows).sum();
    let count = u64::try_from(count).unwrap_or(u64::MAX);
    let fit = usize::try_from(count.saturating_mul(most) / bytes.max(1)).unwrap_or(usize::MAX);
    let most = match taken.organisations.is_empty() {
        true => Intake::MOST_ROWS,
        false => Intake::MOST_ORGANISATIONS,
    };
    let fact = context.say(Phrase::CliRegisterTooMuch);
    let next = (context.locale).say_with(Phrase::CliRegisterTooMuchNext, &args![n = fit.min(most)]);
    Err(context.refuse(&Told { fact, next }))
}

/// A line of what is shown.
struct Line {
    text: String,
    refused: bool,
}

fn shown(context: &Context, state: &State, plan: &Plan) -> Vec<Line> {
    let whole = tried(state, &together(&plan.rows));
    // Two that exchange their names go together, and not each by itself.
    let goes_along = |it: &Planned| -> Option<Vec<Change>> {
        let all = whole.as_ref().ok()?;
        let own: Vec<Key> = (it.intake.quantities.iter())
            .filter_map(|(at, _)| Some(Key::BaseQuantity(at.as_ref()?.0)))
            .collect();
        let changes = all.iter().filter(|it| own.contains(&it.key)).cloned();
        Some(changes.collect()).filter(|it: &Vec<_>| !it.is_empty())
    };
    let mut out = Vec::new();
    let mut same = 0;
    for it in &plan.rows {
        let mut at = it.at;
        let what = it.what.as_str();
        let verdict = match it.verdict {
            Verdict::Same => {
                same += it.rows;
                continue;
            }
            Verdict::Doubtful(doubt) => Err(context.say(doubted(doubt))),
            Verdict::New | Verdict::Changed => match tried(state, &it.alone()) {
                Ok(changes) => Ok(brought(context, state, it.verdict, &changes)
                    + &left_behind(context, state, &it.intake)),
                Err(_) if let Some(changes) = goes_along(it) => {
                    Ok(brought(context, state, it.verdict, &changes))
                }
                Err(refusal) => {
                    at = culprit(state, it, &refusal).unwrap_or(at);
                    Err(context.narrator(state).refusal(&refusal).to_string())
                }
            },
        };
        let refused = verdict.is_err();
        let said = match verdict {
            Ok(said) => said,
            Err(why) => context
                .locale
                .say_with(Phrase::CliRegisterRefused, &args![why]),
        };
        let place = match refused {
            // Where to mend is said in full, as of every other fault.
            true => Place {
                cell: Some(at),
                ..plan.places.place.clone()
            }
            .say(&context.locale),
            false => at.to_string(),
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

/// What a row by itself would change, or why it would not be written down. Rights are the affair of the store.
fn tried(state: &State, intake: &Intake) -> Result<Vec<Change>, Refusal> {
    let command = Command::TakeIn(intake.clone());
    let actor = Actor { user: PROGRAM };
    let reckon = crate::analysis::results::RECKON;
    match decide(state, &actor, &command, clock::now(), reckon) {
        Err(Refusal::NoChange) => Ok(Vec::new()),
        other => other,
    }
}

/// The cell of the term of office for which an organisation is refused: the first with which it is.
fn culprit(state: &State, it: &Planned, refusal: &Refusal) -> Option<Address> {
    let whole = it.intake.organisations.first()?;
    let refused_with = |n: &usize| {
        let heads = whole.heads.iter().take(*n).cloned().collect();
        let one = IntakeOrganisation {
            heads,
            ..whole.clone()
        };
        let part = Intake {
            organisations: it.beside.iter().cloned().chain([one]).collect(),
            ..Intake::default()
        };
        tried(state, &part).is_err_and(|it| it == *refusal)
    };
    let first = (0..=whole.heads.len()).find(refused_with)?;
    it.terms.get(first.checked_sub(1)?).copied()
}

/// What a row brings, in words: one thing beside it, several below it, each with what was there before. Of a new row that is what it does to
/// others: who leaves because of it.
fn brought(context: &Context, state: &State, verdict: Verdict, changes: &[Change]) -> String {
    let narrator = context.narrator(state).among(changes);
    let alone = changes.len() == 1;
    let told = |it: &Change| match (&it.before, &it.after) {
        (Some(_), Some(_)) if alone => narrator.each_difference(it),
        (Some(_), Some(_)) => narrator.each_change(it),
        _ => vec![narrator.change(it)],
    };
    let touched = |it: &&Change| verdict == Verdict::Changed || it.before.is_some();
    let lines: Vec<String> = changes.iter().filter(touched).flat_map(told).collect();
    let head = match (verdict, lines.as_slice()) {
        (Verdict::New, _) => context.say(Phrase::CliRegisterNew),
        (_, [what]) => {
            return (context.locale).say_with(Phrase::CliRegisterChangedTo, &args![what]);
        }
        _ => context.say(Phrase::CliRegisterChanged),
    };
    let below = lines.iter().map(|it| format!("\n    {it}"));
    format!("{head}{}", below.collect::<String>())
}

/// The values that rest on a number that a row changes, and stay as they were entered: that is told before, for nothing tells it after.
fn left_behind(context: &Context, state: &State, intake: &Intake) -> String {
    let left = intake.numbers.iter().flat_map(|it| {
        let whose = (it.period, it.base, it.organisation);
        bases::entered_otherwise(state, whose, it.number)
    });
    let said = left.map(|(cell, entry)| {
        let of = state.indicator_in(cell.period, cell.indicator);
        let code = of.map_or("", |it| it.code.as_str());
        let value = context.locale.entry_in_full(of.map(|it| &it.body), entry);
        (context.locale).say_with(Phrase::CliRegisterStays, &args![code, value])
    });
    let said: Vec<String> = said.collect();
    match said.as_slice() {
        [] => String::new(),
        all => {
            let values = all.join("; ");
            let line = (context.locale).say_with(Phrase::CliRegisterRests, &args![values]);
            format!("\n    {line}")
        }
    }
}

fn doubted(doubt: Doubt) -> Phrase {
    match doubt {
        Doubt::SeveralPersons => Phrase::DoubtSeveralPersons,
        Doubt::PartOfName => Phrase::DoubtPartOfName,
        Doubt::NoOrganisation => Phrase::DoubtNoOrganisation,
        Doubt::TwoOrganisations => Phrase::DoubtTwoOrganisations,
        Doubt::NoMentor => Phrase::DoubtNoMentor,
        Doubt::Twice => Phrase::DoubtTwice,
        Doubt::NoDocument => Phrase::DoubtNoDocument,
        Doubt::SeveralDocuments => Phrase::DoubtSeveralDocuments,
        Doubt::NoIndicator => Phrase::DoubtNoIndicator,
        Doubt::NotCompared => Phrase::DoubtNotCompared,
        Doubt::NoPeriod => Phrase::DoubtNoPeriod,
        Doubt::NoQuantity => Phrase::DoubtNoQuantity,
        Doubt::NoRecord => Phrase::DoubtNoRecord,
        Doubt::Circle => Phrase::DoubtCircle,
        Doubt::SeveralReasons => Phrase::DoubtSeveralReasons,
    }
}
