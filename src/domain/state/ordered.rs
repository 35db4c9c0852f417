//! The catalogue in the order in which it is read: by place, equal places by code.

use super::State;
use super::stamped::Stamped;
use crate::domain::catalogue::{Direction, Indicator};
use crate::domain::ids::{DirectionId, EditionId, IndicatorId};
use crate::domain::text::collation_key;

impl State {
    /// The directions of an edition in their order, retired ones included.
    #[must_use]
    pub fn directions_of(&self, edition: EditionId) -> Vec<(DirectionId, &Stamped<Direction>)> {
        let ids = (edition, DirectionId(0))..=(edition, DirectionId(u32::MAX));
        let mut found: Vec<_> = (self.directions.range(ids))
            .map(|((_, id), it)| (*id, it))
            .collect();
        found.sort_by_cached_key(|(id, it)| (it.order, collation_key(&it.code), *id));
        found
    }

    /// The indicators of an edition in the order of their directions and within these, retired ones included.
    #[must_use]
    pub fn indicators_of(&self, edition: EditionId) -> Vec<(IndicatorId, &Stamped<Indicator>)> {
        let places: Vec<DirectionId> = (self.directions_of(edition).iter())
            .map(|(id, _)| *id)
            .collect();
        let ids = (edition, IndicatorId(0))..=(edition, IndicatorId(u32::MAX));
        let mut found: Vec<_> = (self.indicators.range(ids))
            .map(|((_, id), it)| (*id, it))
            .collect();
        found.sort_by_cached_key(|(id, it)| {
            let place = places.iter().position(|place| *place == it.direction);
            (place, it.order, collation_key(&it.code), *id)
        });
        found
    }
}
