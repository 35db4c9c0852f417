//! Whether an entry fits its indicator: its measure, what is possible, what must be said with it.
//!
//! Only hard bounds refuse; what is merely unusual is a warning of [`crate::domain::check`].

use std::cmp::Ordering;

use rust_decimal::Decimal;

use crate::domain::catalogue::{Bounds, Indicator, Measure, NoteRule, Scoring};
use crate::domain::number::{MAX_FRACTION_DIGITS, MAX_SHOWN_DECIMALS, MAX_WHOLE_DIGITS, Ratio};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::value::{Cell, Entry};

use super::texts::{self, NOTE_TEXT};

/// The factor of a percentage; only such a ratio can be known by its percent alone.
const PERCENT: Decimal = Decimal::ONE_HUNDRED;

/// The entry as it is kept (numbers without idle zeros), if the indicator takes it. Notes are not looked at.
///
/// # Errors
/// `WrongMeasure`, `ZeroDenominator`, `NotWhole`, `OutOfRange`, `TooManyDecimals`, `PartExceedsWhole`, `NoSuchOption`,
/// `ReasonRequired`, or what is wrong with the text of a reason.
pub fn takes(indicator: &Indicator, cell: Cell, entry: &Entry) -> Result<Entry, Refusal> {
    match entry {
        Entry::Empty => {}
        Entry::NotApplicable { reason } | Entry::NoData { reason } => {
            if !texts::explains(reason) {
                return Err(Refusal::ReasonRequired);
            }
            texts::line(Field::Reason, reason, NOTE_TEXT)?;
        }
        Entry::Number(number) => number_fits(indicator, cell, *number)?,
        Entry::Ratio {
            numerator,
            denominator,
        } => ratio_fits(indicator, cell, *numerator, *denominator)?,
        Entry::Percent(percent) => match &indicator.measure {
            Measure::Ratio { factor, .. } if *factor == PERCENT => {
                readable(*percent)?;
                at_least_zero(*percent)?;
                within(&indicator.bounds, Ratio::from(*percent), *percent)?;
            }
            _ => return Err(Refusal::WrongMeasure { cell }),
        },
        Entry::Choice(choice) => match &indicator.measure {
            Measure::Choice { options } if usize::from(*choice) < options.len() => {}
            Measure::Choice { options } => {
                return Err(Refusal::NoSuchOption {
                    options: options.len(),
                });
            }
            _ => return Err(Refusal::WrongMeasure { cell }),
        },
    }
    Ok(normalised(entry))
}

/// Whether the entry must come with a note: expert points of 0, or what the indicator asks for.
#[must_use]
pub fn needs_note(indicator: &Indicator, entry: &Entry) -> bool {
    let is_zero = match entry {
        Entry::Number(number) | Entry::Percent(number) => number.is_zero(),
        Entry::Ratio { numerator, .. } => numerator.is_zero(),
        _ => false,
    };
    let expert = matches!(indicator.scoring, Scoring::Direct { .. });
    match indicator.note {
        NoteRule::Always => entry.is_filled(),
        NoteRule::AtZero => is_zero,
        NoteRule::Free => is_zero && expert,
    }
}

fn number_fits(indicator: &Indicator, cell: Cell, number: Decimal) -> Result<(), Refusal> {
    let whole = match indicator.measure {
        Measure::Number { whole } => whole,
        Measure::Delta { .. } | Measure::Benchmark { .. } => false,
        Measure::Ratio { .. } | Measure::Choice { .. } => {
            return Err(Refusal::WrongMeasure { cell });
        }
    };
    readable(number)?;
    if whole {
        is_whole(number)?;
    }
    within(&indicator.bounds, Ratio::from(number), number)?;
    if let Scoring::Direct { max } = indicator.scoring {
        let points = Bounds {
            hard_min: Some(Decimal::ZERO),
            hard_max: Some(max),
            ..Bounds::default()
        };
        within(&points, Ratio::from(number), number)?;
    }
    Ok(())
}

fn ratio_fits(
    indicator: &Indicator,
    cell: Cell,
    numerator: Decimal,
    denominator: Decimal,
) -> Result<(), Refusal> {
    let Measure::Ratio {
        numerator: above,
        denominator: below,
        factor,
    } = &indicator.measure
    else {
        return Err(Refusal::WrongMeasure { cell });
    };
    count_fits(above.whole, numerator)?;
    count_fits(below.whole, denominator)?;
    let share = Ratio::new(numerator, denominator)
        .ok_or(Refusal::ZeroDenominator)?
        .per(*factor);
    // A share whose greatest possible value is the whole says so in its own words.
    if numerator > denominator && indicator.bounds.hard_max == Some(*factor) {
        return Err(Refusal::PartExceedsWhole {
            numerator,
            denominator,
        });
    }
    within(
        &indicator.bounds,
        share,
        share.rounded(indicator.decimals.max(2)),
    )
}

/// A part of a ratio or a base quantity: readable, not below 0, whole where it counts things.
pub(super) fn count_fits(whole: bool, number: Decimal) -> Result<(), Refusal> {
    readable(number)?;
    at_least_zero(number)?;
    if whole { is_whole(number) } else { Ok(()) }
}

pub(super) fn at_least_zero(number: Decimal) -> Result<(), Refusal> {
    if number < Decimal::ZERO {
        return Err(Refusal::OutOfRange {
            number,
            min: Some(Decimal::ZERO),
            max: None,
        });
    }
    Ok(())
}

fn is_whole(number: Decimal) -> Result<(), Refusal> {
    if number.fract().is_zero() {
        Ok(())
    } else {
        Err(Refusal::NotWhole { number })
    }
}

/// Not more digits than can be typed: reckoning with such numbers stays exact.
pub(super) fn readable(number: Decimal) -> Result<(), Refusal> {
    let (max, given) = (MAX_FRACTION_DIGITS, number.normalize().scale() as usize);
    if given > max {
        return Err(Refusal::TooManyDecimals { field: None, max });
    }
    let most = (0..MAX_WHOLE_DIGITS).fold(Decimal::ONE, |it, _| it * Decimal::TEN);
    if number.abs() >= most {
        return Err(Refusal::OutOfRange {
            number,
            min: Some(Decimal::ONE - most),
            max: Some(most - Decimal::ONE),
        });
    }
    Ok(())
}

/// Whether a figure is possible; `shown` is what the refusal names.
fn within(bounds: &Bounds, figure: Ratio, shown: Decimal) -> Result<(), Refusal> {
    let below = |min| figure.compare(min) == Ordering::Less;
    let above = |max| figure.compare(max) == Ordering::Greater;
    if bounds.hard_min.is_some_and(below) || bounds.hard_max.is_some_and(above) {
        // What is just beyond a bound must not read as the bound itself.
        let reads_as_bound = [bounds.hard_min, bounds.hard_max].contains(&Some(shown));
        return Err(Refusal::OutOfRange {
            number: if reads_as_bound {
                figure.rounded(MAX_SHOWN_DECIMALS).normalize()
            } else {
                shown
            },
            min: bounds.hard_min,
            max: bounds.hard_max,
        });
    }
    Ok(())
}

fn normalised(entry: &Entry) -> Entry {
    match entry {
        Entry::Number(number) => Entry::Number(number.normalize()),
        Entry::Percent(percent) => Entry::Percent(percent.normalize()),
        Entry::Ratio {
            numerator,
            denominator,
        } => Entry::Ratio {
            numerator: numerator.normalize(),
            denominator: denominator.normalize(),
        },
        other => other.clone(),
    }
}
