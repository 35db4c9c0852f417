//! As whom a person is shown: the head of an organisation by its number, a user by the user's, anybody else by their own.

use std::collections::BTreeMap;

use super::Mask;
use crate::domain::ids::{OrganisationId, PersonId, UserId};
use crate::domain::state::State;

/// What each person is known as.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Faces {
    heads: BTreeMap<PersonId, Head>,
    staff: BTreeMap<PersonId, UserId>,
}

/// Somebody who heads or headed an organisation: the one where they came last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Head {
    organisation: OrganisationId,
    /// How many came there after them.
    successors: usize,
}

impl Faces {
    pub fn of(state: &State) -> Faces {
        let mut last = BTreeMap::new();
        for (id, it) in state.appointments.iter() {
            let came = (it.from, *id, it.organisation);
            let known = last.entry(it.person).or_insert(came);
            *known = came.max(*known);
        }
        let mut of_organisation: BTreeMap<OrganisationId, Vec<_>> = BTreeMap::new();
        for (person, (from, id, organisation)) in last {
            let heads = of_organisation.entry(organisation).or_default();
            heads.push((from, id, person));
        }
        let mut heads = BTreeMap::new();
        for (organisation, mut all) in of_organisation {
            all.sort_unstable();
            for (successors, (.., person)) in all.into_iter().rev().enumerate() {
                let head = Head {
                    organisation,
                    successors,
                };
                heads.insert(person, head);
            }
        }
        let staff = (state.users.iter()).filter_map(|(id, it)| Some((it.person?, *id)));
        Faces {
            heads,
            staff: staff.collect(),
        }
    }
}

impl Mask {
    /// «ОО 07».
    pub(super) fn organisation(&self, id: OrganisationId) -> String {
        format!("ОО {:02}", self.numbers.of(id))
    }

    /// «рук. ОО 07»; «б. рук. ОО 07» for whoever came before, «б. рук. ОО 07 (2)» for whoever came before that one.
    pub(super) fn person(&self, id: PersonId) -> String {
        if let Some(Head {
            organisation,
            successors,
        }) = self.faces.heads.get(&id)
        {
            let organisation = self.organisation(*organisation);
            return match successors {
                0 => format!("рук. {organisation}"),
                1 => format!("б. рук. {organisation}"),
                _ => format!("б. рук. {organisation} ({successors})"),
            };
        }
        match self.faces.staff.get(&id) {
            Some(user) => account(*user),
            None => format!("лицо {}", id.0),
        }
    }
}

/// «сотрудник 3».
pub(super) fn account(id: UserId) -> String {
    format!("сотрудник {}", id.0)
}
