//! Values that the indicator would not take today: an edition came later, the period was moved to one, or they were loaded.
//!
//! What is taken and what is not is said by the rules of entering; here it only gets its name.

use rust_decimal::Decimal;

use super::Warning;
use crate::domain::catalogue::{Indicator, Measure, Scoring};
use crate::domain::decide::takes;
use crate::domain::refusal::Refusal;
use crate::domain::value::{Cell, Entry};

/// Why the indicator would not take the entry; `None` where it would.
pub(super) fn impossible(indicator: &Indicator, cell: Cell, entry: &Entry) -> Option<Warning> {
    match takes(indicator, cell, entry).err()? {
        Refusal::WrongMeasure { .. } | Refusal::NoSuchOption { .. } | Refusal::ZeroDenominator => {
            Some(Warning::OtherMeasure)
        }
        Refusal::NotWhole { number } => Some(Warning::NoCount { number }),
        Refusal::PartExceedsWhole {
            numerator,
            denominator,
        } => Some(Warning::MoreThanWhole {
            numerator,
            denominator,
        }),
        Refusal::OutOfRange { number, min, max } => Some(out_of(indicator, number, min, max)),
        // Digits and words are not what is looked at here.
        _ => None,
    }
}

fn out_of(
    indicator: &Indicator,
    number: Decimal,
    min: Option<Decimal>,
    max: Option<Decimal>,
) -> Warning {
    let counts = match &indicator.measure {
        Measure::Number { whole } => *whole,
        Measure::Ratio { .. } => min == Some(Decimal::ZERO) && max.is_none(),
        _ => false,
    };
    match (&indicator.scoring, max) {
        (Scoring::Direct { max: most }, Some(max)) if max == *most => {
            Warning::BeyondPoints { number, max }
        }
        _ if counts && number < Decimal::ZERO => Warning::NoCount { number },
        _ => Warning::Impossible {
            figure: number,
            min,
            max,
        },
    }
}
