//! What is hidden of counts when a table is to be published.
//!
//! The rule: a count below three is told as «<3», whether it is nought, one or two: with one or two pupils a child is known, and a nought
//! beside them would tell that they are not. Counted are whole numbers that are typed, and the whole parts of a ratio. Expert points count
//! nothing. Choices stay as they are.
//!
//! And whatever lets somebody reckon such a count back:
//! - the figure of a ratio one of whose parts is hidden, for the other part may stand in the table or be known from elsewhere;
//! - a percent without parts whose denominator is known to the store, where it comes to less than three;
//! - what is made of sub-periods, by the same rule on what they come to;
//! - a change, where it or the figure before it rests on something hidden; a benchmark, where its own figure does.
//!
//! What is *left* of a whole is no count of the table: of 23 out of 24 the one is not hidden, or nearly every share of a hundred percent
//! would be. Neither does one table know what another one tells: quarters and their year published together may tell what each hides.

use rust_decimal::Decimal;

use super::Table;
use crate::analysis::measure::{Figure, How};
use crate::analysis::reader::Reader;
use crate::domain::bases::known_denominator;
use crate::domain::catalogue::{Indicator, Input, Measure, Scoring};
use crate::domain::ids::{IndicatorId, PeriodId};
use crate::domain::state::State;
use crate::domain::value::{Cell, Entry};

/// The least count that is told.
const LEAST: Decimal = Decimal::from_parts(3, 0, 0, false, 0);
/// What stands for a lesser one.
pub(super) const FEW: &str = "<3";
/// Computed indicators that may stand on each other.
const DEEPEST: u8 = 4;

/// What is hidden of a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Hidden {
    /// What it comes to.
    pub(super) figure: bool,
    /// What is above the line.
    pub(super) numerator: bool,
    /// What is below it.
    pub(super) denominator: bool,
}

/// What is hidden of a cell, if the table is to be published.
pub(super) fn hidden(table: &Table<'_>, id: IndicatorId, cell: Cell) -> Hidden {
    if !table.extract.published {
        return Hidden::default();
    }
    of_cell(table, id, cell, 0)
}

fn of_cell(table: &Table<'_>, id: IndicatorId, cell: Cell, depth: u8) -> Hidden {
    let state = table.state;
    // Only a change asks for another period.
    let is_here = cell.period == table.extract.period;
    let other = if is_here {
        None
    } else {
        Reader::new(state, cell.period)
    };
    let reader = other.as_ref().unwrap_or(&table.reader);
    let Some(indicator) = state.indicator_in(cell.period, id) else {
        return Hidden::default();
    };
    let cell = Cell {
        indicator: id,
        ..cell
    };
    let mut hidden = match state.value(cell).map(|it| &it.entry) {
        Some(entry) => of_entry(state, indicator, cell, entry),
        None => Hidden::default(),
    };
    let figure = reader.figure_of(id, indicator, cell.subject);
    hidden.figure |= made_of_few(indicator, &figure);
    let input = match &indicator.measure {
        Measure::Delta { input } | Measure::Benchmark { input } => input,
        _ => return hidden,
    };
    if depth >= DEEPEST {
        return Hidden {
            figure: true,
            ..hidden
        };
    }
    if let Input::Indicator(of) = input {
        let rests = |period: PeriodId| {
            let there = Cell { period, ..cell };
            of_cell(table, *of, there, depth + 1).figure
        };
        hidden.figure |= rests(cell.period);
        if let Figure::Number {
            how: How::Delta { than, .. },
            ..
        } = figure
        {
            hidden.figure |= rests(than);
        }
    }
    hidden
}

fn is_few(whole: bool, number: Decimal) -> bool {
    whole && number < LEAST
}

fn of_entry(state: &State, indicator: &Indicator, cell: Cell, entry: &Entry) -> Hidden {
    match (entry, &indicator.measure) {
        (Entry::Number(number), _) => Hidden {
            figure: is_few(counts(indicator), *number),
            ..Hidden::default()
        },
        (
            Entry::Ratio {
                numerator,
                denominator,
            },
            Measure::Ratio {
                numerator: above,
                denominator: below,
                ..
            },
        ) => {
            let above = is_few(above.whole, *numerator);
            let below = is_few(below.whole, *denominator);
            Hidden {
                figure: above || below,
                numerator: above,
                denominator: below,
            }
        }
        (
            Entry::Percent(percent),
            Measure::Ratio {
                numerator, factor, ..
            },
        ) => {
            let of = known_denominator(state, cell, indicator);
            let count = of.and_then(|of| percent.checked_mul(of)?.checked_div(*factor));
            Hidden {
                figure: count.is_some_and(|it| is_few(numerator.whole, it)),
                ..Hidden::default()
            }
        }
        _ => Hidden::default(),
    }
}

/// Whether a typed number of the indicator counts something.
fn counts(indicator: &Indicator) -> bool {
    let is_expert = matches!(indicator.scoring, Scoring::Direct { .. });
    matches!(indicator.measure, Measure::Number { whole: true }) && !is_expert
}

/// Whether a figure that was made of sub-periods comes to few.
fn made_of_few(indicator: &Indicator, figure: &Figure) -> bool {
    let Figure::Number {
        value,
        how: How::RolledUp { parts, .. },
    } = figure
    else {
        return false;
    };
    match (&indicator.measure, parts) {
        (
            Measure::Ratio {
                numerator,
                denominator,
                ..
            },
            Some((above, below)),
        ) => is_few(numerator.whole, *above) || is_few(denominator.whole, *below),
        _ => counts(indicator) && value.rounded(0) < LEAST,
    }
}
