//! Who stands in for whom on a day (замещение).
//!
//! Invariant: a deputy has the head's rights only while the head has them; nobody stands in for somebody who stands in.

use chrono::NaiveDate;

use super::ids::{DeputyId, UserId};
use super::people::{Deputy, Role};
use super::state::{Stamped, State};

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

/// Whether the user has the role of a head of department, and not only for some days.
#[must_use]
pub fn is_head(state: &State, user: UserId) -> bool {
    let user = state.users.get(&user);
    user.is_some_and(|it| !it.retired && it.roles.contains(&Role::Head))
}
