//! Who stands in for whom on a day (замещение).
//!
//! Invariant: a deputy has the head's rights only while the head has them; nobody stands in for somebody who stands in.

use chrono::NaiveDate;

use super::followup::AssignmentState;
use super::ids::{DeputyId, UserId};
use super::people::{Deputy, Role};
use super::record::{Change, Commit, Record};
use super::state::{Stamped, State};
use super::value::ValueState;

/// The deputations in force on a day, in the order in which they were named.
pub fn on(state: &State, day: NaiveDate) -> impl Iterator<Item = (DeputyId, &Stamped<Deputy>)> {
    (state.deputies.iter())
        .filter(move |(_, it)| it.covers(day) && is_head(state, it.head))
        .map(|(id, it)| (*id, it))
}

/// For whom the user stands in on that day.
#[must_use]
pub fn by(state: &State, user: UserId, day: NaiveDate) -> Option<&Stamped<Deputy>> {
    on(state, day).map(|it| it.1).find(|it| it.user == user)
}

/// Who stands in for the user on that day.
#[must_use]
pub fn of(state: &State, head: UserId, day: NaiveDate) -> Option<&Stamped<Deputy>> {
    on(state, day).map(|it| it.1).find(|it| it.head == head)
}

/// For whom the author of a commit of that day stood in, where the commit did what only a head of department may.
#[must_use]
pub fn acted_for(state: &State, commit: &Commit, day: NaiveDate) -> Option<UserId> {
    // Whoever is a head by now is taken for one of that day, too: what they were then, no record tells.
    if is_head(state, commit.actor) || !commit.changes.iter().any(takes_a_head) {
        return None;
    }
    // As it was on that day, whatever the head has become since.
    let deputies = state.deputies.values();
    let found = { deputies }.find(|it| it.user == commit.actor && it.covers(day));
    found.map(|it| it.head)
}

/// Whether a change is one that only a head of department makes.
fn takes_a_head(change: &Change) -> bool {
    let [before, after] = [&change.before, &change.after];
    match (before, after) {
        (Some(Record::Value(before)), Some(Record::Value(after))) => {
            after.state == ValueState::Approved
                // An approval taken back.
                || before.state == ValueState::Approved && after.state == ValueState::Submitted
                || matches!(after.state, ValueState::Returned { .. }) && after.state != before.state
        }
        (_, Some(Record::Decision(_))) => true,
        (None, Some(Record::Assignment(_))) => true,
        (Some(Record::Assignment(before)), Some(Record::Assignment(after))) => {
            let released = |it: &AssignmentState| matches!(it, AssignmentState::Released { .. });
            released(&before.state) || released(&after.state)
        }
        _ => false,
    }
}

/// Whether the user has the role of a head of department, and not only for some days.
#[must_use]
pub fn is_head(state: &State, user: UserId) -> bool {
    let user = state.users.get(&user);
    user.is_some_and(|it| !it.retired && it.roles.contains(&Role::Head))
}
