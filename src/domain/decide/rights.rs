//! Who may do what: roles, the directions and organisations of a methodist, and who stands in for a head of department.
//!
//! An administrator enters no values; a head of department enters none either, unless also a methodist.

use chrono::NaiveDate;

use crate::domain::deputies;
use crate::domain::ids::{DirectionId, OrganisationId, PROGRAM, UserId};
use crate::domain::people::{Role, User};
use crate::domain::refusal::{Able, Refusal, Who};
use crate::domain::state::State;
use crate::domain::value::Cell;

use super::Actor;
use super::collected::answering;

/// What the state lets somebody do on a day.
#[derive(Clone, Copy)]
pub(super) struct Rights<'a> {
    pub(super) state: &'a State,
    pub(super) actor: Actor,
    pub(super) today: NaiveDate,
}

/// Who leads recommendations and assignments: a methodist within their scope, or the head of department.
pub(super) const LEADING: [Role; 2] = [Role::Methodist, Role::Head];

/// What the scope of a methodist is held against.
pub(super) enum Part {
    /// The direction of an indicator; `None` where it cannot be told.
    Direction(Option<DirectionId>),
    /// Organisations, one of which is enough. What concerns no single organisation concerns the whole municipality and is
    /// not for somebody who answers for a part of it.
    Organisations(Vec<OrganisationId>),
}

impl Part {
    fn is_of(&self, user: &User) -> bool {
        match self {
            Part::Direction(it) => {
                user.directions.is_empty() || it.is_some_and(|it| user.directions.contains(&it))
            }
            Part::Organisations(all) => {
                user.organisations.is_empty()
                    || all.iter().any(|it| user.organisations.contains(it))
            }
        }
    }
}

impl Rights<'_> {
    /// Whether the program itself asks.
    fn is_program(&self) -> bool {
        self.actor.user == PROGRAM
    }

    /// Whether the person has the role, of their own or by standing in.
    pub(super) fn has(&self, role: Role) -> bool {
        self.is_program() || self.have(self.actor.user, role)
    }

    fn have(&self, id: UserId, role: Role) -> bool {
        let user = self.state.users.get(&id).filter(|it| !it.retired);
        user.is_some_and(|it| it.roles.contains(&role))
            || user.is_some()
                && role == Role::Head
                && deputies::by(self.state, id, self.today).is_some()
    }

    /// Refuses without one of these roles; the first is the one named.
    pub(super) fn need(&self, roles: [Role; 2]) -> Result<(), Refusal> {
        self.need_for(&roles, &[])
    }

    /// Refuses without the role.
    pub(super) fn need_one(&self, role: Role) -> Result<(), Refusal> {
        self.need_for(&[role], &[])
    }

    /// Refuses without one of these roles, of which a methodist's is held against all parts of the matter.
    pub(super) fn need_for(&self, roles: &[Role], parts: &[Part]) -> Result<(), Refusal> {
        let within = |id: UserId| {
            let user = self.state.users.get(&id);
            user.is_some_and(|it| parts.iter().all(|part| part.is_of(it)))
        };
        let may = |id: UserId| {
            let counts = |role: Role| role != Role::Methodist || within(id);
            (roles.iter()).any(|role| self.have(id, *role) && counts(*role))
        };
        if self.is_program() || may(self.actor.user) {
            return Ok(());
        }
        Err(Refusal::Denied {
            needs: roles.first().copied().unwrap_or(Role::Administrator),
            outside: roles.contains(&Role::Methodist) && self.has(Role::Methodist),
            may: self.who(may, roles == [Role::Head]),
        })
    }

    /// Refuses whoever is neither this user nor an administrator.
    pub(super) fn need_self_or_administrator(&self, user: UserId) -> Result<(), Refusal> {
        let may = |id: UserId| {
            self.have(id, Role::Administrator) || id == user && deputies::is_head(self.state, user)
        };
        if self.is_program() || may(self.actor.user) {
            return Ok(());
        }
        // A head of department asks for another one: that is for an administrator. Anybody else is told who does such things.
        let (needs, may) = if deputies::is_head(self.state, self.actor.user) {
            (Role::Administrator, self.who(may, false))
        } else {
            let may = |id| may(id) || deputies::is_head(self.state, id);
            (Role::Head, self.who(may, false))
        };
        Err(Refusal::Denied {
            needs,
            outside: false,
            may,
        })
    }

    /// Everybody who may; last those who stand in, with the day until which.
    fn who(&self, may: impl Fn(UserId) -> bool, as_head: bool) -> Who {
        let users = self.state.users.keys().copied().filter(|id| may(*id));
        let mut all: Vec<Able> = users
            .map(|user| {
                let stands_in = as_head && !deputies::is_head(self.state, user);
                let deputy = deputies::by(self.state, user, self.today);
                let until = deputy.filter(|_| stands_in).map(|it| it.to);
                Able { user, until }
            })
            .collect();
        all.sort_by_key(|it| it.until.is_some());
        Who::of(all)
    }

    /// Everybody who has one of these roles today.
    pub(super) fn all_with(&self, roles: &[Role]) -> Who {
        self.who(|id| roles.iter().any(|it| self.have(id, *it)), true)
    }

    /// Refuses who may not enter into the cell.
    pub(super) fn may_enter(&self, cell: Cell) -> Result<(), Refusal> {
        let organisations = answering(self.state, cell);
        let parts = [self.direction(cell), Part::Organisations(organisations)];
        self.need_for(&[Role::Methodist], &parts)
    }

    /// The direction of what is entered into a cell.
    pub(super) fn direction(&self, cell: Cell) -> Part {
        let indicator = self.state.indicator_in(cell.period, cell.indicator);
        Part::Direction(indicator.map(|it| it.direction))
    }

    /// Who could approve today instead of the one who asks. A head for whom somebody stands in is away.
    pub(super) fn other_approvers(&self) -> Who {
        let own = person_of(self.state, self.actor.user);
        let is_here = |id| deputies::of(self.state, id, self.today).is_none();
        let may = |id| self.have(id, Role::Head) && is_here(id) && person_of(self.state, id) != own;
        self.who(may, true)
    }
}

/// Who stands behind an account: the person, else the account itself. Two accounts of one person are one person.
pub(super) fn person_of(state: &State, user: UserId) -> (bool, u32) {
    match state.users.get(&user).and_then(|it| it.person) {
        Some(person) => (true, person.0),
        None => (false, user.0),
    }
}
