//! `smotr sheet`: the evaluation sheet of one head, printed as it is to be signed.

use super::context::Context;
use super::desk::Desk;
use super::exit::Exit;
use super::place;
use crate::analysis::roster::Roster;
use crate::analysis::scores::PeriodScores;
use crate::domain::record::Key;
use crate::locale::{Phrase, args};
use crate::report::PAPER;
use crate::report::evaluation::{Whose, sheet, title};

/// Prints the sheet.
///
/// # Errors
/// How the call ends.
pub fn run(context: &mut Context, period: &str, whom: &str) -> Result<(), Exit> {
    let mut desk = Desk::open(context)?;
    let said = said(context, &mut desk, period, whom);
    desk.close();
    for line in said? {
        context.out.line(&line)?;
    }
    Ok(())
}

fn said(context: &Context, desk: &mut Desk, period: &str, whom: &str) -> Result<Vec<String>, Exit> {
    let period = place::period(context, &desk.state, period)?;
    // Who headed what in a closed period is told with its values.
    desk.load(context, period)?;
    let roster = Roster::of(&desk.state, period);
    let (organisation, named) = place::head(context, &desk.state, &roster, whom)?;
    let scores = PeriodScores::of(&desk.state, period);
    let last = || scores.last_row(organisation)?.person;
    let person = named.or_else(last);
    desk.looked(Key::Organisation(organisation));
    if let Some(person) = person {
        desk.looked(Key::Person(person));
    }
    let state = &desk.state;
    let whose = Whose {
        locale: &context.locale,
        narrator: context.narrator(state).in_period(period),
        state,
        scores: &scores,
        organisation,
        person,
    };
    let Some(lines) = sheet(&whose, PAPER) else {
        let text = context
            .locale
            .say_with(Phrase::CliNothingFound, &args![words = whom]);
        return Err(context.refuse_line(&text));
    };
    let mut said = Vec::new();
    // On paper nothing else says that these schools are fictitious.
    if state.settings.as_ref().is_some_and(|it| it.demo) {
        said.extend([context.say(Phrase::DemoMark), String::new()]);
    }
    said.extend([title(&whose), String::new()]);
    said.extend(lines.into_iter().map(|it| it.text));
    Ok(said)
}
