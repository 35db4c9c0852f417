//! `smotr init`: a store made and set up in one call, without the interface.
//!
//! What is not said is asked at a terminal, and taken as usual elsewhere.

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use super::context::Context;
use super::desk::Desk;
use super::exit::Exit;
use super::{answer, bring, files, founding, users};
use crate::analysis::results::RECKON;
use crate::domain::command::{Beginning, Command, FirstCatalogue};
use crate::domain::decide::{Actor, decide};
use crate::exchange::toml::Catalogue;
use crate::locale::format::date;
use crate::locale::{Phrase, Told, args};
use crate::service::engine::Founding;
use crate::service::{clock, identity};

/// How a store is to begin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The municipality's name.
    pub municipality: Option<String>,
    /// Surname, given name and patronymic of whoever begins.
    pub name: Option<String>,
    /// A catalogue file, or `empty`; none is the supplied catalogue.
    pub catalogue: Option<PathBuf>,
}

/// Makes the store.
///
/// # Errors
/// How the call ends.
pub fn run(context: &mut Context, wanted: &Wanted) -> Result<(), Exit> {
    if context.dir().join("store.toml").exists() {
        let path = files::full(&context.dir());
        context.out.tell(&Told {
            fact: (context.locale).say_with(Phrase::CliInitThere, &args![path]),
            next: context.say(Phrase::CliInitThereNext),
        });
        return Err(Exit::NotEmpty);
    }
    let empty = wanted
        .catalogue
        .as_deref()
        .is_some_and(|it| it.as_os_str() == "empty");
    let catalogue = match &wanted.catalogue {
        Some(file) if !empty => Some(read(context, file)?),
        _ => None,
    };
    let ask = |phrase: Phrase, said: &Option<String>| match said {
        Some(said) => said.trim().to_owned(),
        None => asked(context, phrase),
    };
    let municipality = ask(Phrase::CliInitMunicipality, &wanted.municipality);
    if municipality.is_empty() {
        return Err(context
            .refuse(&(context.locale).told(Phrase::CliInitUnnamed, Phrase::CliInitUnnamedNext)));
    }
    let name = ask(Phrase::CliInitName, &wanted.name);
    let applies_from = (catalogue.as_ref()).and_then(|it| it.edition.applies_from);
    let first = founded(context, catalogue);
    let fresh = founding::state(&first, clock::now()).map_err(|why| context.refuse_line(&why))?;
    let period = fresh.periods.values().next().map(|it| it.body.clone());
    let from = period.as_ref().map(|it| it.from);
    if let (Some(applies_from), Some(from)) = (applies_from, from)
        && from < applies_from
    {
        return Err(too_early(context, applies_from, from));
    }
    let command = Command::Begin(Box::new(Beginning {
        municipality,
        administrator: (!name.is_empty()).then(|| users::person(&name)),
        period: period.ok_or(Exit::Refused)?,
        catalogue: match empty {
            true => FirstCatalogue::Empty,
            false => FirstCatalogue::Supplied,
        },
    }));
    // What is refused must not leave a store behind.
    let actor = Actor {
        user: founding::MAKER,
    };
    decide(&fresh, &actor, &command, clock::now(), RECKON)
        .map_err(|it| context.refuse(&context.narrator(&fresh).refusal(&it)))?;
    let mut desk = Desk::found(context, first)?;
    let answer = desk.act(&command);
    let done = answer::done(context, answer, |it| {
        context.narrator(&desk.state).refusal(it)
    });
    let state = desk.close();
    done?;
    let path = files::full(&context.dir());
    let period = state
        .periods
        .values()
        .next()
        .map_or("", |it| it.name.as_str());
    let said = context
        .locale
        .say_with(Phrase::CliInitDone, &args![path, period]);
    context.out.line(&said)
}

/// A catalogue that a store can begin with: one that could be published.
fn read(context: &Context, file: &std::path::Path) -> Result<Catalogue, Exit> {
    let (catalogue, _) = super::catalogue::read(context, file)?;
    let faults = bring::faults(&context.locale, &catalogue);
    for line in &faults {
        context.out.tell_line(line);
    }
    match faults.is_empty() {
        true => Ok(catalogue),
        false => Err(context
            .refuse(&(context.locale).told(Phrase::CliInitFaulty, Phrase::CliInitFaultyNext))),
    }
}

/// The first period begins before the edition applies to any.
fn too_early(context: &Context, applies_from: NaiveDate, from: NaiveDate) -> Exit {
    let args = args![applies_from = date(applies_from), from = date(from)];
    context.refuse(&Told {
        fact: context.locale.say_with(Phrase::CliInitTooEarly, &args),
        next: context.say(Phrase::CliInitTooEarlyNext),
    })
}

fn founded(context: &Context, catalogue: Option<Catalogue>) -> Founding {
    let account = identity::account();
    match catalogue {
        None => founding::founding(&account, &context.locale),
        Some(catalogue) => Arc::new(move |now| Ok(founding::with(&account, now, &catalogue))),
    }
}

/// What somebody answers at a terminal; nothing where nobody can be asked.
fn asked(context: &Context, phrase: Phrase) -> String {
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return String::new();
    }
    let mut err = io::stderr();
    let _ = write!(err, "{} ", context.say(phrase));
    let mut line = String::new();
    let _ = io::stdin().lock().read_line(&mut line);
    crate::domain::text::clean(line.trim())
}
