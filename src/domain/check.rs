//! What is unusual about an entry: warnings for the editor while somebody types. Nothing here refuses anything.
//!
//! Pure, and quick enough for every key: one cell is looked at, and the same cell a period earlier.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::bases;
use super::catalogue::{Indicator, Measure};
use super::ids::{BaseQuantityId, PeriodId};
use super::number::{Edge, MAX_SHOWN_DECIMALS, Ratio};
use super::state::State;
use super::value::{Cell, Entry};

/// Digits of the earlier figure that a jump is reckoned from.
const JUMP_DECIMALS: u32 = 2;

/// Something unusual. The entry is taken all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// Less than is usual.
    BelowUsual {
        /// The figure, with the digits that the screen gives it.
        figure: Decimal,
        /// From here on it would be usual.
        min: Decimal,
    },
    /// More than is usual.
    AboveUsual {
        /// The figure, with the digits that the screen gives it.
        figure: Decimal,
        /// Up to here it would be usual.
        max: Decimal,
    },
    /// A figure moved by more than its indicator's `jump`.
    Jump {
        /// The figure, with the digits that the screen gives it.
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
        out.extend(unusual(indicator, figure));
        out.extend(jump(state, cell, indicator, figure));
        // Seen from the numbers themselves, and no news where the whole is usually passed.
        more_than_whole(indicator, entry, &mut out);
    }
    bases(state, cell, indicator, entry, &mut out);
    out
}

fn unusual(indicator: &Indicator, figure: Ratio) -> Option<Warning> {
    let bounds = &indicator.bounds;
    let low = bounds
        .soft_min
        .filter(|it| figure.compare(*it) == Ordering::Less);
    let high = bounds
        .soft_max
        .filter(|it| figure.compare(*it) == Ordering::Greater);
    let shown = shown(indicator, figure);
    match (low, high) {
        (Some(min), _) => Some(Warning::BelowUsual { figure: shown, min }),
        // A bound counts as usual: what is above it must not read as the bound itself.
        (_, Some(max)) if shown <= max => Some(Warning::AboveUsual {
            figure: figure.rounded(MAX_SHOWN_DECIMALS).normalize(),
            max,
        }),
        (_, Some(max)) => Some(Warning::AboveUsual { figure: shown, max }),
        _ => None,
    }
}

/// Only where both periods mean the same by the figure: same definition, same scoring.
fn jump(state: &State, cell: Cell, indicator: &Indicator, figure: Ratio) -> Option<Warning> {
    let most = indicator.jump?;
    let period = state.period_before(cell.period)?;
    let earlier = state.indicator_in(period, cell.indicator)?;
    let comparable = earlier.same_definition(indicator) && earlier.scoring == indicator.scoring;
    if !comparable {
        return None;
    }
    let value = state.value(Cell { period, ..cell })?;
    let earlier = self::figure(indicator, &value.entry)?;
    let before = earlier.rounded(JUMP_DECIMALS);
    let far_up = figure.compare(before.checked_add(most)?) == Ordering::Greater;
    let far_down = figure.compare(before.checked_sub(most)?) == Ordering::Less;
    (far_up || far_down).then(|| Warning::Jump {
        figure: shown(indicator, figure),
        before: shown(indicator, earlier),
        period,
    })
}

/// A figure as the screen has it: with the indicator's decimals, and more where rounding would carry it over a bound.
fn shown(indicator: &Indicator, figure: Ratio) -> Decimal {
    let bounds = &indicator.bounds;
    let mut thresholds = indicator.scoring.edges();
    thresholds.extend(
        bounds
            .soft_min
            .into_iter()
            .chain(bounds.soft_max)
            .map(Edge::at),
    );
    figure.rounded_against(&thresholds, indicator.decimals)
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
