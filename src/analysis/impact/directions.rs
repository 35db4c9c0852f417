//! The same for each direction: how many indices change, the middle of them, and where they lie among the levels.

use std::collections::BTreeMap;

use super::levels::{LevelImpact, Levels};
use crate::analysis::exact::Exact;
use crate::analysis::municipality::{Spread, of_direction};
use crate::analysis::scores::{PeriodScores, level_of};
use crate::domain::ids::{DirectionId, EditionId, OrganisationId, PersonId};
use crate::domain::state::State;

/// A direction under both editions.
#[derive(Clone, Debug, PartialEq)]
pub struct DirectionImpact {
    /// The direction.
    pub direction: DirectionId,
    /// How many heads have another index in it, or have one in one of the two only.
    pub changed: usize,
    /// The middle of the indices as they are; `None` where there is none.
    pub before: Option<Spread>,
    /// The middle of what they would be.
    pub after: Option<Spread>,
    /// Where the indices lie among the levels, as if the direction were all.
    pub levels: Vec<LevelImpact>,
}

type Whom = (Option<OrganisationId>, Option<PersonId>);

pub(super) fn of(
    (state, from, before): (&State, EditionId, &PeriodScores),
    (other, to, after): (&State, EditionId, &PeriodScores),
    levels: &Levels,
) -> Vec<DirectionImpact> {
    let ids = |state: &State, edition| -> Vec<DirectionId> {
        let all = state.directions_of(edition).into_iter();
        all.map(|it| it.0).collect()
    };
    let mut directions = ids(other, to);
    for id in ids(state, from) {
        if !directions.contains(&id) {
            directions.push(id);
        }
    }
    let found = directions.into_iter().filter_map(|direction| {
        let (old, new) = (indices(before, direction), indices(after, direction));
        // A direction in which nothing is due has nothing to say.
        if old.is_empty() && new.is_empty() {
            return None;
        }
        let both = old
            .keys()
            .chain(new.keys().filter(|it| !old.contains_key(*it)));
        let changed = both.filter(|it| old.get(*it) != new.get(*it)).count();
        let (then, now) = levels.bounds();
        let reached = |bounds, indices: &BTreeMap<Whom, Exact>| -> Vec<Option<usize>> {
            indices.values().map(|it| level_of(bounds, *it)).collect()
        };
        let (levels, _) = levels.count(&reached(then, &old), &reached(now, &new));
        Some(DirectionImpact {
            direction,
            changed,
            before: of_direction(before, direction),
            after: of_direction(after, direction),
            levels,
        })
    });
    found.collect()
}

/// The indices of a direction, by whose they are.
fn indices(scores: &PeriodScores, direction: DirectionId) -> BTreeMap<Whom, Exact> {
    let index = |it: &crate::analysis::scores::RowScore| {
        let of = it.directions.iter().find(|it| it.direction == direction)?;
        Some(((it.organisation, it.person), of.index?))
    };
    scores.rows.iter().filter_map(index).collect()
}
