//! Who does an assignment, in a form: heads, users, a group of organisations, or a post as typed.
//!
//! An executor is known by a token: `head:12:7`, `user:3`, `group:1,2,3`, `post:заместитель`.

use super::target::{self, Target};
use crate::analysis::roster::{self, Roster};
use crate::args;
use crate::domain::decide::explains;
use crate::domain::followup::{Addressee, Executor};
use crate::domain::ids::{OrganisationId, PeriodId, PersonId, UserId};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::inline::purpose::Fault;
use crate::tui::widget::form::{Candidate, Form, Kind, Lookup};

const POST: &str = "post:";

/// What is meant for a name has a letter in it: «35.13.2026» is nobody.
///
/// # Errors
/// The sentence, at the field.
pub fn check_name(form: &Form, field: &str, app: &App) -> Result<(), Fault> {
    let mut typed = vec![form.text(field)];
    typed.extend(
        (form.tokens(field).iter()).filter_map(|it| it.strip_prefix(POST).map(str::to_owned)),
    );
    let nobody = (typed.into_iter()).find(|it| !it.is_empty() && !explains(it));
    match nobody {
        Some(typed) => {
            let sentence = app.say_with(Phrase::NotAName, &args![typed]);
            Err(Fault::new(field, sentence))
        }
        None => Ok(()),
    }
}

/// The token of an executor.
#[must_use]
pub fn token(executor: &Executor) -> String {
    match executor {
        Executor::Head(it) => format!(
            "head:{}:{}",
            it.organisation.0,
            it.person.map_or(0, |it| it.0)
        ),
        Executor::User(id) => format!("user:{}", id.0),
        Executor::Post(text) => format!("{POST}{text}"),
        Executor::Group(ids) => {
            let ids: Vec<_> = ids.iter().map(|it| it.0.to_string()).collect();
            format!("group:{}", ids.join(","))
        }
    }
}

/// The executor of a token.
#[must_use]
pub fn of_token(token: &str) -> Option<Executor> {
    let (kind, rest) = token.split_once(':')?;
    Some(match kind {
        "head" => {
            let (organisation, person) = rest.split_once(':')?;
            let person: u32 = person.parse().ok()?;
            Executor::Head(Addressee {
                organisation: OrganisationId(organisation.parse().ok()?),
                person: (person > 0).then_some(PersonId(person)),
            })
        }
        "user" => Executor::User(UserId(rest.parse().ok()?)),
        "post" => Executor::Post(rest.to_owned()),
        "group" => Executor::Group(
            rest.split(',')
                .map(|it| it.parse().map(OrganisationId))
                .collect::<Result<_, _>>()
                .ok()?,
        ),
        _ => return None,
    })
}

/// Whether a token names the head of an organisation that has none.
#[must_use]
pub fn is_vacancy(token: &str) -> bool {
    matches!(of_token(token), Some(Executor::Head(it)) if it.person.is_none())
}

/// Who does it by default: the head of the one row, the group of the marked ones.
#[must_use]
pub fn of_targets(targets: &[Target]) -> Option<Executor> {
    match targets {
        [] => None,
        [one] => Some(Executor::Head(one.addressee.clone())),
        many => {
            let organisations = many.iter().map(|it| it.addressee.organisation);
            Some(Executor::Group(organisations.collect()))
        }
    }
}

/// An executor as it is offered.
#[must_use]
pub fn candidate(app: &App, executor: &Executor) -> Candidate {
    let narrator = app.narrator();
    let label = match executor {
        Executor::Head(it) => target::addressee(app, it),
        Executor::Group(ids) => {
            let names: Vec<_> = ids
                .iter()
                .take(3)
                .map(|it| narrator.organisation(*it))
                .collect();
            let first = names.join(", ");
            match ids.len() {
                0..=3 => first,
                n => app.say_with(Phrase::GroupOf, &args![n, first]),
            }
        }
        other => narrator.executor(other),
    };
    Candidate {
        token: token(executor),
        label,
        more: match executor {
            Executor::User(_) => app.say(Phrase::ExecutorIsUser),
            Executor::Group(_) => app.say(Phrase::ExecutorIsGroup),
            _ => String::new(),
        },
    }
}

/// A field for executors: those of the rows and those that stand there already, heads, users.
#[must_use]
pub fn lookup(app: &App, period: PeriodId, targets: &[Target], chosen: &[Executor]) -> Lookup {
    let state = app.state();
    let mut all: Vec<Candidate> = Vec::new();
    let mut add = |executor: &Executor| {
        let it = candidate(app, executor);
        if all.iter().all(|other| other.token != it.token) {
            all.push(it);
        }
    };
    chosen.iter().for_each(&mut add);
    of_targets(targets).iter().for_each(&mut add);
    for it in targets {
        add(&Executor::Head(it.addressee.clone()));
    }
    heads_of(app, period).iter().for_each(&mut add);
    for (id, user) in state.users.iter() {
        if !user.retired {
            add(&Executor::User(*id));
        }
    }
    let mut lookup = Lookup::new(all, true).or_as_typed(POST);
    let tokens: Vec<_> = chosen.iter().map(token).collect();
    lookup.choose(tokens.iter().map(String::as_str));
    lookup
}

/// Whoever heads the organisations of a period now.
fn heads_of(app: &App, period: PeriodId) -> Vec<Executor> {
    let state = app.state();
    (Roster::of(state, period).organisations.iter())
        .map(|staffed| {
            Executor::Head(Addressee {
                organisation: staffed.organisation,
                person: roster::head_on(state, staffed.organisation, app.now.today)
                    .unwrap_or_else(|| staffed.head_on(app.now.today))
                    .person(),
            })
        })
        .collect()
}

/// A field for heads alone: those that stand there already, and all of the period.
#[must_use]
pub fn heads(app: &App, period: PeriodId, chosen: &[Addressee]) -> Lookup {
    let chosen: Vec<Executor> = chosen.iter().cloned().map(Executor::Head).collect();
    let mut all: Vec<Candidate> = Vec::new();
    for it in chosen.iter().chain(&heads_of(app, period)) {
        let it = candidate(app, it);
        if all.iter().all(|other| other.token != it.token) {
            all.push(it);
        }
    }
    let mut lookup = Lookup::new(all, true);
    let tokens: Vec<_> = chosen.iter().map(token).collect();
    lookup.choose(tokens.iter().map(String::as_str));
    lookup
}

/// Offers those whom kept input names, though nobody would be offered them now.
pub fn offer_kept(form: &mut Form, field: &str, kept: &[(String, String)], app: &App) {
    let tokens = kept.iter().find(|(it, _)| it == field);
    let more = tokens.map(|(_, tokens)| {
        (tokens.lines())
            .filter_map(of_token)
            .map(|it| candidate(app, &it))
            .collect()
    });
    if let Some(Kind::Lookup(lookup)) = form.field_mut(field).map(|it| &mut it.kind) {
        lookup.add(more.unwrap_or_default());
    }
}
