//! `smotr template`: the workbooks that schools fill in.

use std::path::{Path, PathBuf};

use super::context::Context;
use super::desk::Desk;
use super::exit::Exit;
use super::progress::Bar;
use super::{files, place};
use crate::analysis::roster::Roster;
use crate::domain::ids::{OrganisationId, PeriodId};
use crate::domain::period::PeriodState;
use crate::domain::state::State;
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

/// A workbook for each, in one folder.
fn all(
    context: &Context,
    state: &State,
    forms: &Forms<'_>,
    (period, folder): (PeriodId, &Path),
    replace: bool,
) -> Result<Vec<String>, Exit> {
    save::folder(folder).map_err(|error| files::refused(context, folder, &error))?;
    let organisations = forms.organisations();
    let mut bar = Bar::working(context.say(Phrase::CliTemplateProgress));
    let (mut n, total) = (0_usize, organisations.len() as u64);
    for (done, organisation) in (0_u64..).zip(organisations) {
        bar.at(done, total);
        let Some(bytes) = bytes(context, forms, organisation)? else {
            continue;
        };
        let file = folder.join(name(state, period, organisation));
        files::write(&file, &bytes, replace)
            .map_err(|error| files::refused(context, &file, &error))?;
        n += 1;
    }
    drop(bar);
    let path = files::full(folder);
    Ok(vec![
        (context.locale).say_with(Phrase::CliTemplatesWritten, &args![n, path]),
    ])
}

fn bytes(
    context: &Context,
    forms: &Forms<'_>,
    organisation: OrganisationId,
) -> Result<Option<Vec<u8>>, Exit> {
    let Some(form) = forms.form(organisation) else {
        return Ok(None);
    };
    let made = chrono::DateTime::from_timestamp_millis(clock::now().at.0).unwrap_or_default();
    let written = write_form(&form.sheets, made);
    written.map(Some).map_err(|_| {
        let told = (context.locale).told(Phrase::TroubleFailed, Phrase::TroubleFailedNext);
        context.refuse(&told)
    })
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
fn name(state: &State, period: PeriodId, organisation: OrganisationId) -> String {
    let period = state.periods.get(&period).map_or("", |it| it.name.as_str());
    let organisation = state.organisations.get(&organisation);
    let organisation = organisation.map_or("", |it| it.name.as_str());
    files::name(&[period, organisation], "xlsx")
}
