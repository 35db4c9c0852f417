//! What another edition would do to a period: a worked example with all figures, and that it comes true when the edition is taken.

mod compare;
mod fates;
mod findings;
mod properties;
mod screens;
mod spread;
mod worked;

use crate::support::measured::*;
use smotr::analysis::impact::{By, Impact};
use smotr::domain::catalogue::*;
use smotr::domain::ids::*;
use smotr::domain::period::Period;
use smotr::domain::record::{Key, Record};

/// The period that is looked at: 2025/26, bound to edition 1.
pub const YEAR: PeriodId = PeriodId(3);
/// The draft.
pub const DRAFT: EditionId = EditionId(2);

/// Copies edition 1 as the draft.
pub fn copy(it: &mut Measured) {
    it.edition(DRAFT.0, 70, 6);
    let all = |id: &EditionId| *id == EditionId(1);
    let directions: Vec<_> = (it.state.directions.iter())
        .filter(|((edition, _), _)| all(edition))
        .map(|((_, id), it)| (*id, it.body.clone()))
        .collect();
    for (id, body) in directions {
        it.put(Key::Direction(DRAFT, id), Record::Direction(body));
    }
    let indicators: Vec<_> = (it.state.indicators.iter())
        .filter(|((edition, _), _)| all(edition))
        .map(|((_, id), it)| (*id, it.body.clone()))
        .collect();
    for (id, body) in indicators {
        it.indicator_in(DRAFT.0, id.0, body);
    }
}

/// The wording of an indicator in the draft.
pub fn drafted(it: &Measured, id: u32) -> Indicator {
    it.state.indicators[&(DRAFT, IndicatorId(id))].body.clone()
}

/// The period takes the draft for good.
pub fn take(it: &mut Measured) {
    let body = it.state.periods[&YEAR].body.clone();
    let body = Period {
        edition: DRAFT,
        ..body
    };
    it.put(Key::Period(YEAR), Record::Period(body));
}

/// What the draft would do.
pub fn impact(it: &Measured) -> Impact {
    Impact::of(&it.state, YEAR, By::Stored(DRAFT)).unwrap()
}
