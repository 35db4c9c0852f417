//! The base quantities that the entry of a cell speaks of: a ratio whose parts are numbers that other indicators use, too.
//!
//! Owns which number stands for which quantity.

use rust_decimal::Decimal;

use super::catalogue::{Indicator, Measure};
use super::ids::{BaseQuantityId, OrganisationId, PeriodId};
use super::state::State;
use super::value::{Cell, Entry, Subject};

/// The base quantities on which an indicator rests: the one below the line, then the one above it, where it has them.
#[must_use]
pub fn of(indicator: &Indicator) -> [Option<BaseQuantityId>; 2] {
    match &indicator.measure {
        Measure::Ratio {
            numerator,
            denominator,
            ..
        } => [denominator.base, numerator.base],
        _ => [None, None],
    }
}

/// The base quantities given by an entry, with whose they are and their numbers; first what is below the line, then what is above it.
/// Only organisations have them.
pub fn given(
    indicator: &Indicator,
    cell: Cell,
    entry: &Entry,
) -> impl Iterator<Item = (BaseQuantityId, OrganisationId, Decimal)> + use<> {
    let parts = match (cell.subject, entry) {
        (
            Subject::Organisation(organisation),
            Entry::Ratio {
                numerator,
                denominator,
            },
        ) => {
            let [below, above] = of(indicator);
            [(below, denominator), (above, numerator)]
                .map(|(base, number)| base.map(|it| (it, organisation, *number)))
        }
        _ => [None, None],
    };
    parts.into_iter().flatten()
}

/// The values of an organisation that were entered with another number for a base quantity than this, with what they say.
#[must_use]
pub fn entered_otherwise(
    state: &State,
    of: (PeriodId, BaseQuantityId, OrganisationId),
    number: Decimal,
) -> Vec<(Cell, &Entry)> {
    entered(state, of, |it| it != number)
}

/// The values of an organisation that were entered with this number for a base quantity.
#[must_use]
pub fn entered_so(
    state: &State,
    of: (PeriodId, BaseQuantityId, OrganisationId),
    number: Decimal,
) -> Vec<(Cell, &Entry)> {
    entered(state, of, |it| it == number)
}

fn entered(
    state: &State,
    (period, base, organisation): (PeriodId, BaseQuantityId, OrganisationId),
    is_wanted: impl Fn(Decimal) -> bool,
) -> Vec<(Cell, &Entry)> {
    let columns = state.shard(period).into_iter().flat_map(|it| it.columns());
    let there = columns.filter_map(|(indicator, column)| {
        let subject = Subject::Organisation(organisation);
        let cell = Cell {
            period,
            indicator,
            subject,
        };
        let entry = &column.get(&subject)?.entry;
        let of = state.indicator_in(period, indicator)?;
        let wanted = given(of, cell, entry).any(|(of, _, it)| of == base && is_wanted(it));
        wanted.then_some((cell, entry))
    });
    there.collect()
}

/// The base quantity of the denominator, where it is known for the organisation and period.
#[must_use]
pub fn known_denominator(state: &State, cell: Cell, indicator: &Indicator) -> Option<Decimal> {
    let (Measure::Ratio { denominator, .. }, Subject::Organisation(organisation)) =
        (&indicator.measure, cell.subject)
    else {
        return None;
    };
    state
        .base_value(cell.period, denominator.base?, organisation)
        .map(|it| it.number)
}
