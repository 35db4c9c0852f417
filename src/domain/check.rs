//! What is unusual about an entry: warnings for the editor while somebody types. Nothing here refuses anything.
//!
//! Pure, and quick enough for every key: one cell is looked at, and the same cell a period earlier.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::bases;
use super::catalogue::{Indicator, Measure};
use super::ids::{BaseQuantityId, PeriodId};
use super::number::Ratio;
use super::state::State;
use super::value::{Cell, Entry};

/// A percentage that moves by more than this many points within a period is worth a second look.
pub const JUMP: Decimal = Decimal::from_parts(20, 0, 0, false, 0);
/// Digits of a figure in a warning, where it doesn't come out even.
const SHOWN_DECIMALS: u32 = 2;

/// Something unusual. The entry is taken all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// Less than is usual.
    BelowUsual {
        /// The figure.
        figure: Decimal,
        /// From here on it would be usual.
        min: Decimal,
    },
    /// More than is usual.
    AboveUsual {
        /// The figure.
        figure: Decimal,
        /// Up to here it would be usual.
        max: Decimal,
    },
    /// A percentage moved by more than [`JUMP`] points.
    Jump {
        /// The figure.
        figure: Decimal,
        /// What it was.
        before: Decimal,
        /// When it was that.
        period: PeriodId,
    },
    /// A base quantity is known with another number.
    BaseDiffers {
        /// Which.
        base: BaseQuantityId,
        /// The number known for the organisation and period.
        known: Decimal,
        /// The number in the entry.
        given: Decimal,
    },
    /// A share of more than the whole, where that is possible.
    MoreThanWhole {
        /// Above the line.
        numerator: Decimal,
        /// Below it.
        denominator: Decimal,
    },
}

/// The exact figure of an entry in the indicator's unit; `None` where there is no number to it.
#[must_use]
pub fn figure(indicator: &Indicator, entry: &Entry) -> Option<Ratio> {
    match (entry, &indicator.measure) {
        (Entry::Number(number) | Entry::Percent(number), _) => Some(Ratio::from(*number)),
        (
            Entry::Ratio {
                numerator,
                denominator,
            },
            Measure::Ratio { factor, .. },
        ) => Some(Ratio::new(*numerator, *denominator)?.per(*factor)),
        _ => None,
    }
}

/// What is unusual about an entry in a cell, the most telling first.
#[must_use]
pub fn warnings(state: &State, cell: Cell, entry: &Entry) -> Vec<Warning> {
    let Some(indicator) = state.indicator_in(cell.period, cell.indicator) else {
        return Vec::new();
    };
    let mut out = Vec::new();
    if let Some(figure) = figure(indicator, entry) {
        more_than_whole(indicator, entry, &mut out);
        out.extend(unusual(indicator, figure));
        out.extend(jump(state, cell, indicator, figure));
    }
    bases(state, cell, indicator, entry, &mut out);
    out
}

fn unusual(indicator: &Indicator, figure: Ratio) -> Option<Warning> {
    let shown = figure.rounded(SHOWN_DECIMALS).normalize();
    let bounds = &indicator.bounds;
    let low = bounds
        .soft_min
        .filter(|it| figure.compare(*it) == Ordering::Less);
    let high = bounds
        .soft_max
        .filter(|it| figure.compare(*it) == Ordering::Greater);
    match (low, high) {
        (Some(min), _) => Some(Warning::BelowUsual { figure: shown, min }),
        (_, Some(max)) => Some(Warning::AboveUsual { figure: shown, max }),
        _ => None,
    }
}

/// Only where both periods mean the same by the figure: same definition, same scoring.
fn jump(state: &State, cell: Cell, indicator: &Indicator, figure: Ratio) -> Option<Warning> {
    if !is_percentage(indicator) {
        return None;
    }
    let period = state.period_before(cell.period)?;
    let earlier = state.indicator_in(period, cell.indicator)?;
    let comparable = earlier.same_definition(indicator) && earlier.scoring == indicator.scoring;
    if !comparable {
        return None;
    }
    let value = state.value(Cell { period, ..cell })?;
    let before = self::figure(indicator, &value.entry)?.rounded(SHOWN_DECIMALS);
    let far_up = figure.compare(before.checked_add(JUMP)?) == Ordering::Greater;
    let far_down = figure.compare(before.checked_sub(JUMP)?) == Ordering::Less;
    (far_up || far_down).then(|| Warning::Jump {
        figure: figure.rounded(SHOWN_DECIMALS).normalize(),
        before: before.normalize(),
        period,
    })
}

/// Whether points of the figure are percentage points.
fn is_percentage(indicator: &Indicator) -> bool {
    match &indicator.measure {
        Measure::Ratio { factor, .. } => *factor == Decimal::ONE_HUNDRED,
        Measure::Number { .. } => indicator.unit.trim_start().starts_with('%'),
        Measure::Choice { .. } | Measure::Delta { .. } | Measure::Benchmark { .. } => false,
    }
}

fn more_than_whole(indicator: &Indicator, entry: &Entry, out: &mut Vec<Warning>) {
    if let (
        Entry::Ratio {
            numerator,
            denominator,
        },
        Measure::Ratio { factor, .. },
    ) = (entry, &indicator.measure)
        && numerator > denominator
        && *factor == Decimal::ONE_HUNDRED
    {
        out.push(Warning::MoreThanWhole {
            numerator: *numerator,
            denominator: *denominator,
        });
    }
}

fn bases(state: &State, cell: Cell, indicator: &Indicator, entry: &Entry, out: &mut Vec<Warning>) {
    for (base, organisation, given) in bases::given(indicator, cell, entry) {
        let known = state.base_value(cell.period, base, organisation);
        if let Some(known) = known.map(|it| it.number).filter(|it| *it != given) {
            out.push(Warning::BaseDiffers { base, known, given });
        }
    }
}
