//! `smotr user`: who uses the store and what each may do.
//!
//! Owns how users, roles and scopes are named on the command line. Who may change them is decided in the engine.

use super::context::Context;
use super::desk::Desk;
use super::exit::Exit;
use super::{answer, deputies};
use crate::domain::command::Command;
use crate::domain::ids::{DirectionId, OrganisationId, UserId};
use crate::domain::people::{Person, Role, User};
use crate::domain::record::Key;
use crate::domain::state::State;
use crate::domain::text::fold;
use crate::locale::{Phrase, Told, args};
use crate::service::identity;

/// What is to be done with users.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// Let somebody in.
    Add {
        /// The account.
        account: String,
        /// Surname, given name and patronymic.
        name: Option<String>,
        /// What they may do.
        roles: Vec<Role>,
        /// Within what.
        scope: Scope,
        /// Whether they see names; `None` goes by the roles.
        names: Option<bool>,
    },
    /// Show names to somebody, or hide them.
    Names {
        /// The account.
        account: String,
        /// Which of the two.
        shown: bool,
    },
    /// Give these roles instead of the former ones.
    Roles {
        /// The account.
        account: String,
        /// All roles from now on.
        roles: Vec<Role>,
    },
    /// Give this scope instead of the former one.
    Scope {
        /// The account.
        account: String,
        /// All of it from now on.
        scope: Scope,
    },
    /// Who there is.
    List,
    /// Let somebody in no more.
    Remove(String),
    /// Name who stands in for a head of department, or end it.
    Deputy(deputies::Task),
}

/// Directions and organisations as typed; empty means all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Numbers or names of directions.
    pub directions: Vec<String>,
    /// Numbers or names of organisations.
    pub organisations: Vec<String>,
}

/// Names of the roles on the command line, in the order of [`Role::ALL`].
pub const ROLES: [&str; 4] = {
    let [a, b, c, d] = Role::ALL;
    [a.typed(), b.typed(), c.typed(), d.typed()]
};

/// The role of a name.
#[must_use]
pub fn role(name: &str) -> Option<Role> {
    Role::ALL.into_iter().find(|it| it.typed() == name)
}

/// Does it.
///
/// # Errors
/// How the call ends.
pub fn run(context: &mut Context, task: &Task) -> Result<(), Exit> {
    let mut desk = Desk::open(context)?;
    let done = carry_out(context, &mut desk, task);
    desk.close();
    for line in done? {
        context.out.line(&line)?;
    }
    Ok(())
}

fn carry_out(context: &Context, desk: &mut Desk, task: &Task) -> Result<Vec<String>, Exit> {
    let command = match task {
        Task::List => return Ok(list(context, &desk.state)),
        Task::Add {
            account,
            name,
            roles,
            scope,
            names,
        } => {
            // Whoever was here before comes back under the same number: what they have done stays theirs.
            if let Some((id, former)) = find(&desk.state, account)
                && former.retired
            {
                // What is not said anew is as it was: nobody comes back with more than they had.
                let said = read(context, &desk.state, scope)?;
                let person = name.as_deref().map(person);
                called_so(context, &desk.state, &former, person.as_ref())?;
                let user = User {
                    roles: roles.clone(),
                    directions: if said.0.is_empty() {
                        former.directions.clone()
                    } else {
                        said.0
                    },
                    organisations: if said.1.is_empty() {
                        former.organisations.clone()
                    } else {
                        said.1
                    },
                    retired: false,
                    names: names.unwrap_or(former.names),
                    ..former
                };
                match person.filter(|_| user.person.is_none()) {
                    Some(person) => Command::AddUser {
                        user,
                        person: Some(person),
                    },
                    None => edit(&desk.state, id, user),
                }
            } else {
                let (directions, organisations) = read(context, &desk.state, scope)?;
                let user = User {
                    account: account.clone(),
                    person: None,
                    roles: roles.clone(),
                    directions,
                    organisations,
                    retired: false,
                    names: names.unwrap_or_else(|| User::sees_names(roles)),
                };
                let person = name.as_deref().map(person);
                Command::AddUser { user, person }
            }
        }
        Task::Roles { account, roles } => {
            let (id, user) = known(context, &desk.state, account)?;
            let roles = roles.clone();
            edit(&desk.state, id, User { roles, ..user })
        }
        Task::Scope { account, scope } => {
            let (id, user) = known(context, &desk.state, account)?;
            let (directions, organisations) = read(context, &desk.state, scope)?;
            let user = User {
                directions,
                organisations,
                ..user
            };
            edit(&desk.state, id, user)
        }
        Task::Names { account, shown } => {
            let (id, user) = known(context, &desk.state, account)?;
            let names = *shown;
            edit(&desk.state, id, User { names, ..user })
        }
        Task::Deputy(task) => deputies::command(context, &desk.state, task)?,
        Task::Remove(account) => {
            let (id, user) = known(context, &desk.state, account)?;
            let retired = true;
            edit(&desk.state, id, User { retired, ..user })
        }
    };
    let answer = desk.act(&command);
    let narrator = context.narrator(&desk.state);
    let commit = answer::done(context, answer, |it| narrator.refusal(it))?;
    let mut lines = vec![narrator.commit(&commit)];
    if let Task::Add { account, .. } = task
        && !identity::is_known(account)
    {
        lines.push((context.locale).say_with(Phrase::CliAccountUnknown, &args![account]));
    }
    Ok(lines)
}

fn edit(state: &State, id: UserId, user: User) -> Command {
    let seen = state.stamp(Key::User(id)).map(|it| it.rev);
    Command::EditUser {
        id,
        seen: seen.unwrap_or_default(),
        user,
    }
}

/// Refuses another name than that under which somebody was here before: what they have done would be somebody else's.
fn called_so(
    context: &Context,
    state: &State,
    former: &User,
    said: Option<&Person>,
) -> Result<(), Exit> {
    let known = former.person.and_then(|id| state.persons.get(&id));
    let (Some(known), Some(said)) = (known, said) else {
        return Ok(());
    };
    let (account, name) = (&former.account, known.full_name());
    if fold(&name) == fold(&said.full_name()) {
        return Ok(());
    }
    let fact = (context.locale).say_with(Phrase::CliUserHasName, &args![account, name]);
    let next = context.say(Phrase::CliUserHasNameNext);
    Err(context.refuse(&Told { fact, next }))
}

pub(super) fn find(state: &State, account: &str) -> Option<(UserId, User)> {
    let mut all = state.users.iter();
    let found = all.find(|(_, it)| it.account == account)?;
    Some((*found.0, found.1.body.clone()))
}

pub(super) fn known(
    context: &Context,
    state: &State,
    account: &str,
) -> Result<(UserId, User), Exit> {
    find(state, account).ok_or_else(|| {
        let fact = context.locale.say_with(Phrase::CliNoUser, &args![account]);
        let next = context.say(Phrase::CliNoUserNext);
        context.refuse(&Told { fact, next })
    })
}

/// «Иванова Анна Петровна»: surname, given name, and the rest.
pub(super) fn person(name: &str) -> Person {
    let mut words = name.split_whitespace();
    Person {
        surname: words.next().unwrap_or_default().to_owned(),
        given: words.next().unwrap_or_default().to_owned(),
        patronymic: words.collect::<Vec<_>>().join(" "),
    }
}

/// The directions and organisations that are meant.
fn read(
    context: &Context,
    state: &State,
    scope: &Scope,
) -> Result<(Vec<DirectionId>, Vec<OrganisationId>), Exit> {
    let unknown = |name: &str| {
        let name = name.to_owned();
        context.refuse_line(
            &context
                .locale
                .say_with(Phrase::CliScopeUnknown, &args![name]),
        )
    };
    let mut directions = Vec::new();
    for name in &scope.directions {
        let fits =
            |code: &str, title: &str| code == name.trim() || fold(title) == fold(name.trim());
        // A code is that of the latest edition: decrees renumber them.
        let found = (state.directions.iter()).rfind(|(_, it)| fits(&it.code, &it.title));
        directions.push(found.map(|it| it.0.1).ok_or_else(|| unknown(name))?);
    }
    let mut organisations = Vec::new();
    for name in &scope.organisations {
        let number = name.trim().parse::<u32>().ok();
        let by_number =
            |it: &crate::domain::people::Organisation| number.is_some() && it.number == number;
        let fits = |it: &crate::domain::people::Organisation| {
            by_number(it) || fold(&it.name) == fold(name.trim())
        };
        let found: Vec<OrganisationId> = (state.organisations.iter())
            .filter(|(_, it)| fits(it))
            .map(|it| *it.0)
            .collect();
        // «12» may be a school and a kindergarten: then the name decides.
        match found.as_slice() {
            [one] => organisations.push(*one),
            _ => return Err(unknown(name)),
        }
    }
    Ok((directions, organisations))
}

/// Everybody, one on a line: «ivanova · Иванова · методист».
fn list(context: &Context, state: &State) -> Vec<String> {
    let narrator = context.narrator(state);
    let lines = state.users.iter().map(|(id, user)| {
        let roles: Vec<String> = user
            .roles
            .iter()
            .map(|it| context.locale.word(it))
            .collect();
        let mut parts = vec![user.account.clone()];
        let name = narrator.user(*id);
        if name != user.account {
            parts.push(name);
        }
        parts.push(roles.join(", "));
        let directions: Vec<String> = (user.directions.iter())
            .map(|it| narrator.direction_code(*it))
            .collect();
        if !directions.is_empty() {
            let directions = directions.join(", ");
            parts.push(
                context
                    .locale
                    .say_with(Phrase::CliUserDirections, &args![directions]),
            );
        }
        let organisations: Vec<String> = (user.organisations.iter())
            .map(|it| narrator.organisation(*it))
            .collect();
        if !organisations.is_empty() {
            parts.push(organisations.join(", "));
        }
        if !user.names {
            parts.push(context.say(Phrase::CliUserNoNames));
        }
        parts.extend(deputies::of(context, state, *id));
        if user.retired {
            parts.push(context.say(Phrase::CliUserRetired));
        }
        parts.join(" · ")
    });
    lines.collect()
}
