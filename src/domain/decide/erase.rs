//! Erasing a person's data on lawful demand: the one command after which something is gone.
//!
//! Its changes say nothing of what was there before: `before` is `after`, which holds no data of the person. What earlier commits say
//! is taken out by the store.

use chrono::NaiveDate;

use crate::domain::erasure::{Demand, Erasure};
use crate::domain::ids::{Now, PersonId};
use crate::domain::people::{Person, Role};
use crate::domain::record::{Change, Key, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::state::State;

use super::Actor;
use super::rights::Rights;
use super::sheet::loaded;
use super::texts::{self, MOST_ITEMS, NOTE_TEXT};

/// The name of a person whose data somebody may erase.
///
/// # Errors
/// `Denied` to all but administrators, `Missing`, `PersonErased` if it is done already, `PersonUses` while somebody signs in as this
/// person.
pub fn erasable<'a>(
    state: &'a State,
    actor: &Actor,
    person: PersonId,
    today: NaiveDate,
) -> Result<&'a Person, Refusal> {
    let rights = Rights {
        state,
        actor: *actor,
        today,
    };
    rights.need_one(Role::Administrator)?;
    let key = Key::Person(person);
    let name = state.persons.get(&person).ok_or(Refusal::Missing { key })?;
    if name.is_erased() {
        return Err(Refusal::PersonErased { person });
    }
    let uses = (state.users.iter()).find(|(_, it)| it.person == Some(person) && !it.retired);
    match uses {
        Some((user, _)) => Err(Refusal::PersonUses { user: *user }),
        None => Ok(name),
    }
}

/// What the erasing changes: the person's record, every text that says the name, and the records to write anew.
///
/// # Errors
/// Those of [`erasable`], `NameInReason`, and `NotLoaded` for each period until its values are in memory.
pub(super) fn erase(
    state: &State,
    actor: &Actor,
    demand: &Demand,
    now: Now,
) -> Result<Vec<Change>, Refusal> {
    let (person, reason) = (demand.person, &demand.reason);
    let name = erasable(state, actor, person, now.today)?;
    texts::full_line(Field::Reason, reason, NOTE_TEXT)?;
    texts::at_most(Field::Text, MOST_ITEMS, demand.keep.len())?;
    // The engine has found who was this person formerly. Whoever signs in with the account now goes on to do so.
    let former = demand.also.iter().filter_map(|it| match it {
        Key::User(id) if state.users.get(id).is_some_and(|it| it.retired) => Some(*id),
        _ => None,
    });
    let erasure = Erasure::new(person, name, demand.keep.iter().copied()).with_users(former);
    // The reason is kept, beside the archives and on paper.
    if erasure.text(reason).is_some() {
        return Err(Refusal::NameInReason);
    }
    for period in state.periods.keys() {
        loaded(state, *period)?;
    }
    let left = |key| {
        let (record, _) = state.record(key)?;
        let left: Record = match erasure.without(key, &record) {
            Some(left) => left,
            None if demand.also.contains(&key) => record,
            None => return None,
        };
        Some(Change {
            key,
            before: Some(left.clone()),
            after: Some(left),
        })
    };
    Ok(state.keys().filter_map(left).collect())
}
