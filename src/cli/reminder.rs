//! `smotr reminder`: the letter to an organisation whose numbers have not come, to all of those, or the list of them.

use super::context::Context;
use super::desk::Desk;
use super::exit::Exit;
use super::place;
use crate::analysis::roster::Roster;
use crate::domain::record::Key;
use crate::locale::Phrase;
use crate::report::PAPER;
use crate::report::reminder::Reminders;
use crate::service::clock;

/// Whom the reminder is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The period's name.
    pub period: String,
    /// The organisation or its head; `None` for all that have not sent.
    pub whom: Option<String>,
    /// Only the list of those who have not sent.
    pub list: bool,
}

/// Prints letters or the list.
///
/// # Errors
/// How the call ends.
pub fn run(context: &mut Context, wanted: &Wanted) -> Result<(), Exit> {
    let mut desk = Desk::open(context)?;
    let said = said(context, &mut desk, wanted);
    desk.close();
    for line in said? {
        context.out.line(&line)?;
    }
    Ok(())
}

fn said(context: &Context, desk: &mut Desk, wanted: &Wanted) -> Result<Vec<String>, Exit> {
    let period = place::period(context, &desk.state, &wanted.period)?;
    for it in [period]
        .into_iter()
        .chain(desk.state.periods_within(period))
    {
        desk.load(context, it)?;
    }
    let one = match &wanted.whom {
        Some(whom) => {
            let roster = Roster::of(&desk.state, period);
            let (organisation, _) = place::head(context, &desk.state, &roster, whom)?;
            Some(organisation)
        }
        None => None,
    };
    let (state, today) = (&desk.state, clock::now().today);
    let all = Reminders::of(
        &context.locale,
        context.narrator(state),
        state,
        period,
        today,
    );
    let mut said = Vec::new();
    // On paper nothing else says that these schools are fictitious.
    if state.settings.as_ref().is_some_and(|it| it.demo) {
        said.extend([context.say(Phrase::DemoMark), String::new()]);
    }
    if wanted.list {
        said.extend(all.list(PAPER));
        return Ok(said);
    }
    if let Some(needless) = one.and_then(|it| all.needless(it)) {
        return Err(context.refuse_line(&needless));
    }
    let whom = match one {
        Some(one) => vec![one],
        None => all.waited_for().collect(),
    };
    if whom.is_empty() {
        said.push(context.say(Phrase::ReminderNobody));
    }
    for (n, id) in whom.into_iter().enumerate() {
        if n > 0 {
            said.extend([String::new(), "-".repeat(PAPER), String::new()]);
        }
        let head = all.head(id).map(Key::Person);
        let shown = std::iter::once(Key::Organisation(id)).chain(head);
        shown.for_each(|it| desk.looked(it));
        said.extend([all.title(id), String::new()]);
        said.extend(all.letter(id, PAPER).into_iter().flatten());
    }
    Ok(said)
}
