//! `smotr user deputy`: who stands in for a head of department, as it is typed.

use chrono::NaiveDate;

use super::context::Context;
use super::exit::Exit;
use super::users::known;
use crate::domain::command::Command;
use crate::domain::date::{Side, parse_date_on};
use crate::domain::ids::UserId;
use crate::domain::people::Deputy;
use crate::domain::state::State;
use crate::locale::{Phrase, Told, args};
use crate::service::{clock, identity};

/// What is to be done, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Who stands in.
    pub account: String,
    /// For whom; `None` for whoever types.
    pub head: Option<String>,
    /// First day; `None` for today.
    pub from: Option<String>,
    /// Last day.
    pub to: Option<String>,
    /// End it instead of naming one.
    pub end: bool,
}

/// What it asks of the engine.
///
/// # Errors
/// How the call ends; the person has been told why.
pub fn command(context: &Context, state: &State, task: &Task) -> Result<Command, Exit> {
    let own = identity::account();
    let (user, _) = known(context, state, &task.account)?;
    let (head, _) = known(context, state, task.head.as_ref().unwrap_or(&own))?;
    let day = |typed: &Option<String>| day(context, typed.as_deref());
    if !task.end {
        let (from, to) = (day(&task.from)?, day(&task.to)?);
        return Ok(Command::NameDeputy {
            user,
            head,
            from,
            to,
        });
    }
    let to = day(&task.to)?;
    let today = clock::now().today;
    let lasting = |it: &Deputy| it.user == user && it.head == head;
    let mut found: Vec<_> = (state.deputies.iter())
        .filter(|(_, it)| lasting(it) && it.to >= today)
        .collect();
    found.sort_by_key(|(_, it)| it.from);
    match found.first() {
        Some((id, it)) => Ok(Command::EndDeputy {
            id: **id,
            seen: it.stamp.rev,
            to,
        }),
        None => {
            let account = &task.account;
            let fact = context
                .locale
                .say_with(Phrase::CliNoDeputy, &args![account]);
            let next = context.say(Phrase::CliNoDeputyNext);
            Err(context.refuse(&Told { fact, next }))
        }
    }
}

/// A typed day; today where none is typed.
fn day(context: &Context, typed: Option<&str>) -> Result<NaiveDate, Exit> {
    let today = clock::now().today;
    let Some(typed) = typed else { return Ok(today) };
    parse_date_on(typed, today, Side::Coming)
        .map_err(|it| context.refuse(&context.locale.date_error(it)))
}

/// Who stands in for a user, and for whom they do, now and in days to come.
pub fn of(context: &Context, state: &State, user: UserId) -> Vec<String> {
    let today = clock::now().today;
    let all = context.narrator(state).deputations_of(user, today);
    all.into_iter().map(|it| it.1).collect()
}
