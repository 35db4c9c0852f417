//! `smotr template`: the workbooks that schools fill in.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use super::context::Context;
use super::desk::Desk;
use super::exit::Exit;
use super::files::{Together, Unwritten};
use super::interrupt::Interrupt;
use super::progress::Bar;
use super::tables::direction;
use super::{files, place};
use crate::analysis::batch::Names;
use crate::analysis::roster::Roster;
use crate::domain::ids::{DirectionId, Now, OrganisationId, PeriodId};
use crate::domain::period::PeriodState;
use crate::domain::record::Key;
use crate::domain::state::State;
use crate::domain::text::fold;
use crate::exchange::values::form::Forms;
use crate::exchange::workbook::write_form;
use crate::locale::{Phrase, Told, args};
use crate::service::clock;
use crate::tui::save;

/// What is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The period's name.
    pub period: String,
    /// A direction by its code or name; none is all.
    pub direction: Option<String>,
    /// For whom.
    pub whom: Whom,
    /// Write over files that are there.
    pub replace: bool,
}

/// For whom a workbook is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whom {
    /// One organisation.
    One {
        /// The organisation or its head; «муниципалитет» is the municipality itself.
        words: String,
        /// The file; none is one in the folder of exports.
        file: Option<PathBuf>,
    },
    /// Each organisation of which anything is asked.
    All {
        /// The folder.
        folder: PathBuf,
    },
}

/// Writes them.
///
/// # Errors
/// How the call ends.
pub fn run(context: &mut Context, wanted: &Wanted) -> Result<(), Exit> {
    let mut desk = Desk::open(context)?;
    let written = written(context, &mut desk, wanted);
    desk.close();
    for line in written? {
        context.out.line(&line)?;
    }
    Ok(())
}

fn written(context: &Context, desk: &mut Desk, wanted: &Wanted) -> Result<Vec<String>, Exit> {
    let period = place::period(context, &desk.state, &wanted.period)?;
    desk.load(context, period)?;
    takes_values(context, &desk.state, period)?;
    let nothing = || {
        let told =
            (context.locale).told(Phrase::CliTemplateNothing, Phrase::CliTemplateNothingNext);
        context.refuse(&told)
    };
    let edition = desk.state.edition_of(period);
    let direction = match (wanted.direction.as_deref(), edition) {
        (Some(words), Some(edition)) => Some(direction(context, &desk.state, edition, words)?),
        _ => None,
    };
    let Some(forms) = Forms::of(&desk.state, desk.store, period, direction) else {
        return Err(nothing());
    };
    desk.took(period);
    let of = (period, direction);
    match &wanted.whom {
        Whom::One { words, file } => {
            let is_municipal = Names::of(&desk.state, None).is_municipality(words);
            let organisation = if is_municipal {
                None
            } else {
                let roster = Roster::of(&desk.state, period);
                Some(place::head(context, &desk.state, &roster, words)?.0)
            };
            let Some(bytes) = bytes(context, &forms, organisation)? else {
                return Err(nothing());
            };
            for person in forms.people(organisation) {
                desk.looked(Key::Person(person));
            }
            let path = match file {
                Some(file) => {
                    files::write(file, &bytes, wanted.replace)
                        .map_err(|error| files::refused(context, file, &error))?;
                    files::full(file)
                }
                None => {
                    let name = name(&desk.state, of, organisation);
                    files::to_exports(context, &name, &bytes)?
                }
            };
            Ok(vec![
                (context.locale).say_with(Phrase::CliWritten, &args![path]),
            ])
        }
        Whom::All { folder } => all(context, desk, &forms, (of, folder), wanted.replace),
    }
}

/// A workbook for each, in one folder: all of them or none.
fn all(
    context: &Context,
    desk: &Desk,
    forms: &Forms<'_>,
    (of, folder): (Of, &Path),
    replace: bool,
) -> Result<Vec<String>, Exit> {
    let organisations = forms.organisations();
    let names = names(&desk.state, of, &organisations);
    // Before anything is made: nobody waits for what is refused.
    let mut there = names.iter().map(|it| folder.join(it));
    if let Some(there) = there.find(|it| !replace && it.exists()) {
        let error = io::ErrorKind::AlreadyExists.into();
        return Err(files::refused(context, &there, &error));
    }
    let stopped = Interrupt::heeded();
    let mut bar = Bar::new(context.say(Phrase::CliTemplateProgress));
    let total = organisations.len() as u64;
    let failed = |n: usize| move |it: Unwritten| not_all(context, &it, n);
    let mut books = Together::begin(folder, replace).map_err(failed(0))?;
    let mut n = 0;
    for ((done, organisation), name) in (0_u64..).zip(organisations).zip(names) {
        bar.at(done, total);
        if let Some(exit) = stopped.came() {
            drop((books, bar));
            context.out.tell_line(&context.say(Phrase::ExportStopped));
            return Err(exit);
        }
        let Some(bytes) = bytes(context, forms, Some(organisation))? else {
            continue;
        };
        books.add(&name, &bytes).map_err(failed(0))?;
        n += 1;
        for person in forms.people(Some(organisation)) {
            desk.looked(Key::Person(person));
        }
    }
    books.done().map_err(failed(n))?;
    drop(bar);
    let path = files::full(folder);
    Ok(vec![
        (context.locale).say_with(Phrase::CliTemplatesWritten, &args![n, path]),
    ])
}

/// Tells why books are not written together; how the call ends.
fn not_all(context: &Context, it: &Unwritten, all: usize) -> Exit {
    if it.replaced == 0 {
        return files::refused(context, &it.path, &it.error);
    }
    let (n, path) = (it.replaced, files::full(&it.path));
    let why = context.locale.io_error(&it.error);
    let fact = (context.locale).say_with(Phrase::CliTemplatesPart, &args![path, why, n, all]);
    let next = context.say(Phrase::CliFileFailedNext);
    context.refuse(&Told { fact, next })
}

/// A period, and a direction where only that one is asked for.
pub type Of = (PeriodId, Option<DirectionId>);

/// Names of files, each once: nothing keeps two organisations from being called alike.
#[must_use]
pub fn names(state: &State, of: Of, organisations: &[OrganisationId]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let named = organisations.iter().map(|it| {
        let plain = name(state, of, Some(*it));
        if taken.insert(fold(&plain)) {
            return plain;
        }
        let stem = plain.trim_end_matches(".xlsx");
        let numbered = format!("{stem} ({}).xlsx", it.0);
        taken.insert(fold(&numbered));
        numbered
    });
    named.collect()
}

fn bytes(
    context: &Context,
    forms: &Forms<'_>,
    organisation: Option<OrganisationId>,
) -> Result<Option<Vec<u8>>, Exit> {
    book(forms, organisation, clock::now()).map_err(|_| {
        let told = (context.locale).told(Phrase::TroubleFailed, Phrase::TroubleFailedNext);
        context.refuse(&told)
    })
}

/// More is asked than a workbook holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMuch;

/// The workbook of an organisation, or of the municipality; `None` where nothing is asked of it.
///
/// # Errors
/// [`TooMuch`].
pub fn book(
    forms: &Forms<'_>,
    organisation: Option<OrganisationId>,
    now: Now,
) -> Result<Option<Vec<u8>>, TooMuch> {
    let Some(form) = forms.form(organisation) else {
        return Ok(None);
    };
    let made = chrono::DateTime::from_timestamp_millis(now.at.0).unwrap_or_default();
    let written = write_form(&form.sheets, made);
    written.map(Some).map_err(|_| TooMuch)
}

/// What is closed takes nothing in: a workbook for it would be filled in for nothing.
fn takes_values(context: &Context, state: &State, period: PeriodId) -> Result<(), Exit> {
    let span = state.periods.get(&period);
    if span.is_none_or(|it| it.state != PeriodState::Closed) {
        return Ok(());
    }
    let name = span.map_or("", |it| it.name.as_str());
    let fact = (context.locale).say_with(Phrase::CliTemplateClosed, &args![period = name]);
    let next = context.say(Phrase::CliTemplateClosedNext);
    Err(context.refuse(&Told { fact, next }))
}

/// «2025-26 СШ № 12.xlsx», «2025-26 6 Условия СШ № 12.xlsx», «2025-26 муниципалитет.xlsx».
#[must_use]
pub fn name(
    state: &State,
    (period, direction): Of,
    organisation: Option<OrganisationId>,
) -> String {
    let direction = direction_name(state, (period, direction));
    let organisation = match organisation {
        Some(id) => state
            .organisations
            .get(&id)
            .map_or("", |it| it.name.as_str()),
        None => "муниципалитет",
    };
    let period = state.periods.get(&period);
    let period = period.map_or("", |it| it.name.as_str());
    save::name(&[period, &direction, organisation], "xlsx")
}

/// «6 Условия»; nothing where all directions are asked for.
#[must_use]
pub fn direction_name(state: &State, (period, direction): Of) -> String {
    let edition = state.edition_of(period);
    let direction = direction
        .zip(edition)
        .and_then(|(id, edition)| state.directions.get(&(edition, id)));
    direction.map_or_else(String::new, |it| format!("{} {}", it.code, it.short))
}
