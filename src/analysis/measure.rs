//! What a cell comes to: the entry, or what is computed from others, or why there is nothing to count.
//!
//! Invariant: empty ≠ 0 ≠ «н/п» ≠ «нет данных». Knows no points.

use rust_decimal::Decimal;

use super::exact::Exact;
use super::reader::Reader;
use super::rows;
use crate::domain::ids::{EditionId, IndicatorId, PeriodId};
use crate::domain::period::PeriodKind;
use crate::domain::results::Lack;
use crate::domain::state::State;
use crate::domain::value::Cell;

/// What a cell comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// A number, in the indicator's unit.
    Number {
        /// The number, exact.
        value: Exact,
        /// How it came about.
        how: How,
    },
    /// An option, counted from 0.
    Choice(u8),
    /// «н/п»; a computed cell is, if its input is.
    NotApplicable,
    /// «нет данных».
    NoData,
    /// Cleared.
    Empty,
    /// Never entered.
    Absent,
    /// Would be computed, but a side is missing.
    Uncomputed(Missing),
    /// The indicator is not collected for this subject in this period.
    NotCollected,
    /// The period's values are not in memory.
    NotLoaded,
}

/// How a number came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Typed.
    Entered,
    /// Two parts were typed.
    Parts {
        /// Above the line.
        numerator: Decimal,
        /// Below it, not 0.
        denominator: Decimal,
    },
    /// Only the percent is known («без состава»).
    PercentOnly,
    /// Now minus the period before.
    Delta {
        /// The input now.
        now: Exact,
        /// The input in the period before.
        before: Exact,
        /// That period.
        than: PeriodId,
    },
    /// Made of the year's half-years or quarters: nothing was entered for the year itself.
    RolledUp {
        /// Of what.
        kind: PeriodKind,
        /// How many of them have a number that counts.
        filled: u32,
        /// How many should have: it applies to them, and the subject works then.
        of: u32,
        /// Both sides of a ratio, added up or the last ones, where they are known and make the figure.
        parts: Option<(Decimal, Decimal)>,
    },
    /// Own figure divided by the reference.
    Benchmark {
        /// Own figure.
        own: Exact,
        /// The period's reference, not 0.
        reference: Decimal,
    },
}

/// What a computed cell lacks: «не рассчитано: нет …».
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The other indicator has no number in this period.
    Input(IndicatorId),
    /// There is no period of this kind before.
    PeriodBefore,
    /// No number in the period before.
    ValueBefore(PeriodId),
    /// The period before is not in memory.
    NotLoaded(PeriodId),
    /// The editions define the input in different ways: «несопоставимо: ред. 2 → 3».
    SameDefinition {
        /// Number of the edition then.
        before: u32,
        /// Number of the edition now.
        now: u32,
    },
    /// The period has no reference for the indicator.
    Reference,
    /// The reference is 0.
    ReferenceIsZero,
}

impl Missing {
    /// The same as it is kept with the results of a period; `None` while nobody knows.
    #[must_use]
    pub fn lack(self) -> Option<Lack> {
        Some(match self {
            Missing::Input(id) => Lack::Input(id),
            Missing::PeriodBefore => Lack::PeriodBefore,
            Missing::ValueBefore(id) => Lack::ValueBefore(id),
            Missing::NotLoaded(_) => return None,
            Missing::SameDefinition { before, now } => Lack::Redefined { before, now },
            Missing::Reference => Lack::Reference,
            Missing::ReferenceIsZero => Lack::ReferenceIsZero,
        })
    }
}

impl Figure {
    /// The number, if it is one.
    #[must_use]
    pub fn number(&self) -> Option<Exact> {
        match self {
            Figure::Number { value, .. } => Some(*value),
            _ => None,
        }
    }

    /// Whether there is something to score.
    #[must_use]
    pub fn is_filled(&self) -> bool {
        matches!(self, Figure::Number { .. } | Figure::Choice(_))
    }

    /// Whether anything stands there, typed or told by something else: «нет данных», too, and what nothing can be computed from yet.
    #[must_use]
    pub fn is_entered(&self) -> bool {
        !matches!(
            self,
            Figure::Absent | Figure::Empty | Figure::NotCollected | Figure::NotLoaded
        )
    }

    /// Whether it belongs to the «n» of «k из n»: «н/п» leaves both sums.
    #[must_use]
    pub fn applies(&self) -> bool {
        !matches!(self, Figure::NotApplicable | Figure::NotCollected)
    }
}

/// What a cell comes to.
#[must_use]
pub fn figure(state: &State, cell: Cell) -> Figure {
    if !is_collected(state, cell) {
        return Figure::NotCollected;
    }
    Reader::new(state, cell.period).map_or(Figure::NotCollected, |it| {
        it.figure(cell.indicator, cell.subject)
    })
}

/// Whether a cell is expected to come to something: the indicator is of the period's edition, in use, due in a period of this length and
/// meant for the subject; the organisation works within the period; a person heads such an organisation within it.
#[must_use]
pub fn is_collected(state: &State, cell: Cell) -> bool {
    let Some(period) = state.periods.get(&cell.period) else {
        return false;
    };
    let Some(indicator) = state.indicators.get(&(period.edition, cell.indicator)) else {
        return false;
    };
    indicator.is_due(period.kind) && rows::takes(state, cell.period, indicator, cell.subject)
}

/// The number that an edition is known by; 0 for one that is not there.
#[must_use]
pub fn edition_number(state: &State, edition: EditionId) -> u32 {
    state.editions.get(&edition).map_or(0, |it| it.number)
}
