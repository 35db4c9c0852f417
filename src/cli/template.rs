//! `smotr template`: the workbooks that schools fill in.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use super::context::Context;
use super::desk::Desk;
use super::exit::Exit;
use super::progress::Bar;
use super::{files, place};
use crate::analysis::roster::Roster;
use crate::domain::ids::{Now, OrganisationId, PeriodId};
use crate::domain::period::PeriodState;
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
        /// The organisation or its head.
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
    let Some(forms) = Forms::of(&desk.state, desk.store, period) else {
        return Err(nothing());
    };
    desk.took(period);
    match &wanted.whom {
        Whom::One { words, file } => {
            let roster = Roster::of(&desk.state, period);
            let (organisation, _) = place::head(context, &desk.state, &roster, words)?;
            let Some(bytes) = bytes(context, &forms, organisation)? else {
                return Err(nothing());
            };
            let path = match file {
                Some(file) => {
                    files::write(file, &bytes, wanted.replace)
                        .map_err(|error| files::refused(context, file, &error))?;
                    files::full(file)
                }
                None => {
                    let name = name(&desk.state, period, organisation);
                    files::to_exports(context, &name, &bytes)?
                }
            };
            Ok(vec![
                (context.locale).say_with(Phrase::CliWritten, &args![path]),
            ])
        }
        Whom::All { folder } => all(
            context,
            &desk.state,
            &forms,
            (period, folder),
            wanted.replace,
        ),
    }
}

/// A workbook for each, in one folder: all of them or none.
fn all(
    context: &Context,
    state: &State,
    forms: &Forms<'_>,
    (period, folder): (PeriodId, &Path),
    replace: bool,
) -> Result<Vec<String>, Exit> {
    let organisations = forms.organisations();
    let names = names(state, period, &organisations);
    let paths: Vec<PathBuf> = names.iter().map(|it| folder.join(it)).collect();
    // Before anything is made: half a folder would have to be looked through by hand.
    if let Some(there) = paths.iter().find(|it| !replace && it.exists()) {
        let error = io::ErrorKind::AlreadyExists.into();
        return Err(files::refused(context, there, &error));
    }
    let mut bar = Bar::new(context.say(Phrase::CliTemplateProgress));
    let total = organisations.len() as u64;
    let mut books = Vec::with_capacity(organisations.len());
    for ((done, organisation), path) in (0_u64..).zip(organisations).zip(paths) {
        bar.at(done, total);
        let bytes = bytes(context, forms, organisation)?;
        books.extend(bytes.map(|it| (path, it)));
    }
    save::folder(folder).map_err(|error| files::refused(context, folder, &error))?;
    for (at, (path, bytes)) in books.iter().enumerate() {
        if let Err(error) = files::write(path, bytes, replace) {
            let written = books.get(..at).unwrap_or_default();
            // What was there before is not ours to take away.
            for (path, _) in written.iter().filter(|_| !replace) {
                drop(std::fs::remove_file(path));
            }
            return Err(files::refused(context, path, &error));
        }
    }
    drop(bar);
    let (n, path) = (books.len(), files::full(folder));
    Ok(vec![
        (context.locale).say_with(Phrase::CliTemplatesWritten, &args![n, path]),
    ])
}

/// Names of files, each once: nothing keeps two organisations from being called alike.
fn names(state: &State, period: PeriodId, organisations: &[OrganisationId]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let named = organisations.iter().map(|it| {
        let plain = name(state, period, *it);
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
    organisation: OrganisationId,
) -> Result<Option<Vec<u8>>, Exit> {
    book(forms, organisation, clock::now()).map_err(|_| {
        let told = (context.locale).told(Phrase::TroubleFailed, Phrase::TroubleFailedNext);
        context.refuse(&told)
    })
}

/// More is asked than a workbook holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMuch;

/// The workbook of an organisation; `None` where nothing is asked of it.
///
/// # Errors
/// [`TooMuch`].
pub fn book(
    forms: &Forms<'_>,
    organisation: OrganisationId,
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

/// «2025-26 СШ № 12.xlsx».
#[must_use]
pub fn name(state: &State, period: PeriodId, organisation: OrganisationId) -> String {
    let period = state.periods.get(&period).map_or("", |it| it.name.as_str());
    let organisation = state.organisations.get(&organisation);
    let organisation = organisation.map_or("", |it| it.name.as_str());
    files::name(&[period, organisation], "xlsx")
}
