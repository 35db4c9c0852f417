//! Scores as they were kept when a period was closed, and the way back: the same fractions, bit for bit.
//!
//! Knows no values; nothing is reckoned here.

use super::{DirectionScore, RowScore};
use crate::analysis::exact::Exact;
use crate::domain::ids::OrganisationId;
use crate::domain::results::{ResultCell, ResultDirection, ResultHead};

/// A row as it is kept.
pub(super) fn row(organisation: Option<OrganisationId>, it: &ResultHead) -> RowScore {
    let direction = |it: &ResultDirection| DirectionScore {
        direction: it.direction,
        index: it.index.map(Exact::from),
        filled: it.filled,
        applicable: it.applicable,
    };
    RowScore {
        organisation,
        person: it.person,
        standing: it.standing,
        directions: it.directions.iter().map(direction).collect(),
        overall: it.overall.map(Exact::from),
        filled: it.filled,
        applicable: it.applicable,
        complete: it.complete,
        level: it.level.map(usize::from),
        place: it.place.and_then(|it| usize::try_from(it).ok()),
    }
}

impl RowScore {
    /// The row as it is kept, with the cells that it is made of.
    #[must_use]
    pub fn to_result(&self, cells: Vec<ResultCell>) -> ResultHead {
        let direction = |it: &DirectionScore| ResultDirection {
            direction: it.direction,
            index: it.index.map(Into::into),
            filled: it.filled,
            applicable: it.applicable,
        };
        ResultHead {
            person: self.person,
            standing: self.standing,
            directions: self.directions.iter().map(direction).collect(),
            overall: self.overall.map(Into::into),
            filled: self.filled,
            applicable: self.applicable,
            complete: self.complete,
            level: self.level.and_then(|it| u8::try_from(it).ok()),
            place: self.place.and_then(|it| u32::try_from(it).ok()),
            cells,
        }
    }
}
