//! Whose an item is: within the directions and organisations that somebody answers for, or entered by them, or theirs to be done.

use crate::domain::ids::{DirectionId, OrganisationId, UserId};
use crate::domain::state::State;

/// What somebody answers for. Nobody named of a list is all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    user: UserId,
    directions: Vec<DirectionId>,
    organisations: Vec<OrganisationId>,
}

impl Scope {
    /// What a user answers for.
    #[must_use]
    pub fn of(state: &State, user: UserId) -> Scope {
        let found = state.users.get(&user);
        Scope {
            user,
            directions: found.map_or_else(Vec::new, |it| it.directions.clone()),
            organisations: found.map_or_else(Vec::new, |it| it.organisations.clone()),
        }
    }

    /// Whether that is everything: then nothing is somebody else's.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.directions.is_empty() && self.organisations.is_empty()
    }

    /// Whether it is this user.
    #[must_use]
    pub fn is_user(&self, user: UserId) -> bool {
        self.user == user
    }

    /// Whether one of these directions is among those of the scope; what has none is no direction's business.
    pub(in crate::analysis) fn takes_direction(
        &self,
        of: impl IntoIterator<Item = DirectionId>,
    ) -> bool {
        let mut of = of.into_iter().peekable();
        self.directions.is_empty()
            || of.peek().is_none()
            || of.any(|it| self.directions.contains(&it))
    }

    /// Whether one of these organisations is among those of the scope; what names none concerns the whole municipality, and is not for
    /// somebody who answers for a part of it.
    pub(in crate::analysis) fn takes_organisation(
        &self,
        of: impl IntoIterator<Item = OrganisationId>,
    ) -> bool {
        let mut of = of.into_iter();
        self.organisations.is_empty() || of.any(|it| self.organisations.contains(&it))
    }
}
