//! Who may do what: roles, and the directions and organisations of a methodist.
//!
//! An administrator enters no values; a head of department enters none either, unless also a methodist.

use crate::domain::ids::{OrganisationId, PROGRAM, UserId};
use crate::domain::people::{Role, User};
use crate::domain::refusal::Refusal;
use crate::domain::state::State;
use crate::domain::value::{Cell, Subject};

use super::Actor;
use super::collected::headed_in;

/// What the state lets somebody do.
#[derive(Clone, Copy)]
pub(super) struct Rights<'a> {
    pub(super) state: &'a State,
    pub(super) actor: Actor,
}

impl<'a> Rights<'a> {
    /// Whether the program itself asks.
    fn is_program(&self) -> bool {
        self.actor.user == PROGRAM
    }

    fn user(&self) -> Option<&'a User> {
        let user = self.state.users.get(&self.actor.user)?;
        (!user.retired).then_some(&user.body)
    }

    /// Whether the person has the role.
    pub(super) fn has(&self, role: Role) -> bool {
        self.is_program() || self.user().is_some_and(|it| it.roles.contains(&role))
    }

    /// Refuses without one of these roles; the first is the one named.
    pub(super) fn need(&self, roles: [Role; 2]) -> Result<(), Refusal> {
        let [needs, or] = roles;
        if self.has(needs) || self.has(or) {
            Ok(())
        } else {
            Err(Refusal::Denied { needs })
        }
    }

    /// Refuses without the role.
    pub(super) fn need_one(&self, role: Role) -> Result<(), Refusal> {
        self.need([role, role])
    }

    /// Refuses who may not enter into the cell.
    pub(super) fn may_enter(&self, cell: Cell) -> Result<(), Refusal> {
        self.need_one(Role::Methodist)?;
        self.within_scope(cell)
    }

    /// Refuses a methodist outside of their directions and organisations.
    pub(super) fn within_scope(&self, cell: Cell) -> Result<(), Refusal> {
        let organisations: Vec<OrganisationId> = match cell.subject {
            Subject::Organisation(id) => vec![id],
            Subject::Person(id) => match self.state.periods.get(&cell.period) {
                Some(period) => headed_in(self.state, id, period).collect(),
                None => Vec::new(),
            },
            Subject::Municipality => Vec::new(),
        };
        self.within_direction(cell)?;
        self.within_organisations(&organisations)
    }

    /// Refuses a methodist outside of their directions.
    pub(super) fn within_direction(&self, cell: Cell) -> Result<(), Refusal> {
        let direction =
            (self.state.indicator_in(cell.period, cell.indicator)).map(|it| it.direction);
        let allowed = |user: &User| {
            user.directions.is_empty() || direction.is_some_and(|it| user.directions.contains(&it))
        };
        self.scoped(allowed)
    }

    /// Refuses a methodist none of whose organisations is among these. What concerns no single organisation concerns
    /// the whole municipality and is not for somebody who answers for a part of it.
    pub(super) fn within_organisations(
        &self,
        organisations: &[OrganisationId],
    ) -> Result<(), Refusal> {
        self.scoped(|user| {
            user.organisations.is_empty()
                || organisations
                    .iter()
                    .any(|it| user.organisations.contains(it))
        })
    }

    fn scoped(&self, allowed: impl FnOnce(&User) -> bool) -> Result<(), Refusal> {
        if self.is_program() || self.user().is_some_and(allowed) {
            return Ok(());
        }
        let needs = Role::Methodist;
        Err(Refusal::Denied { needs })
    }
}

/// How many different persons among the users in office have the role.
pub(super) fn persons_with(state: &State, role: Role) -> usize {
    let mut persons: Vec<_> = (state.users.iter())
        .filter(|(_, user)| !user.retired && user.roles.contains(&role))
        .map(|(id, _)| person_of(state, *id))
        .collect();
    persons.sort_unstable();
    persons.dedup();
    persons.len()
}

/// Who stands behind an account: the person, else the account itself. Two accounts of one person are one person.
pub(super) fn person_of(state: &State, user: UserId) -> (bool, u32) {
    match state.users.get(&user).and_then(|it| it.person) {
        Some(person) => (true, person.0),
        None => (false, user.0),
    }
}
