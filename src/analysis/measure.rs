//! What a cell comes to: the entry, or what is computed from others, or why there is nothing to count.
//!
//! Invariant: empty ≠ 0 ≠ «н/п» ≠ «нет данных». Knows no points.

use rust_decimal::Decimal;

use super::exact::Exact;
use super::rows;
use crate::domain::catalogue::{Indicator, Input, Measure};
use crate::domain::ids::{EditionId, IndicatorId, PeriodId};
use crate::domain::period::Period;
use crate::domain::state::{Shard, State};
use crate::domain::value::{Cell, Entry, Subject, Value};

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
    is_due(indicator, period) && rows::takes(state, period, indicator, cell.subject)
}

/// Whether an indicator is due in a period of this length: a yearly one in a school year only, a quarterly one in all.
#[must_use]
pub fn is_due(indicator: &Indicator, period: &Period) -> bool {
    indicator.is_due(period.kind)
}

/// The reason given for «н/п» or «нет данных»; that of the input, where the cell is computed.
#[must_use]
pub fn reason(state: &State, cell: Cell) -> Option<&str> {
    let input = state
        .indicator_in(cell.period, cell.indicator)
        .and_then(|it| it.measure.computed_from());
    let held = Cell {
        indicator: input.unwrap_or(cell.indicator),
        ..cell
    };
    match &state.value(held)?.entry {
        Entry::NotApplicable { reason } | Entry::NoData { reason } => Some(reason),
        _ => None,
    }
}

/// Whether figures by the two wordings of an indicator can be compared: the same thing is counted in the same way.
/// Titles, weights and scales may differ.
#[must_use]
pub fn same_definition(a: &Indicator, b: &Indicator) -> bool {
    a.same_definition(b)
}

/// The period of the same kind that ended last before this one began.
#[must_use]
pub fn period_before(state: &State, period: PeriodId) -> Option<PeriodId> {
    state.period_before(period)
}

/// How many computed indicators may stand on each other; a longer chain is a circle.
pub(super) const DEEPEST: u8 = 4;

/// Reads the cells of one period; finds the period, its edition and its neighbour only once.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    state: &'a State,
    period: PeriodId,
    edition: EditionId,
    shard: Option<&'a Shard>,
    before: Option<PeriodId>,
    depth: u8,
}

impl<'a> Reader<'a> {
    /// A reader of the period; `None` if there is no such period.
    #[must_use]
    pub fn new(state: &'a State, period: PeriodId) -> Option<Reader<'a>> {
        Reader::at(state, period, 0)
    }

    fn at(state: &'a State, period: PeriodId, depth: u8) -> Option<Reader<'a>> {
        Some(Reader {
            state,
            period,
            edition: state.edition_of(period)?,
            shard: state.shard(period),
            before: period_before(state, period),
            depth,
        })
    }

    /// The period whose cells are read.
    #[must_use]
    pub fn period(&self) -> PeriodId {
        self.period
    }

    /// What the cell comes to, taken that it is collected.
    #[must_use]
    pub fn figure(&self, indicator: IndicatorId, subject: Subject) -> Figure {
        match self.state.indicators.get(&(self.edition, indicator)) {
            Some(wording) => self.figure_of(indicator, wording, subject),
            None => Figure::NotCollected,
        }
    }

    /// The same for an indicator at hand.
    #[must_use]
    pub fn figure_of(&self, id: IndicatorId, indicator: &Indicator, subject: Subject) -> Figure {
        match &indicator.measure {
            Measure::Delta { input } => self.delta(id, indicator, input, subject),
            Measure::Benchmark { input } => self.benchmark(id, indicator, input, subject),
            _ => self.entered(id, indicator, subject),
        }
    }

    /// The figure of the cell's own entry.
    fn entered(&self, id: IndicatorId, indicator: &Indicator, subject: Subject) -> Figure {
        let Some(shard) = self.shard else {
            return Figure::NotLoaded;
        };
        match shard.column(id).and_then(|it| it.get(&subject)) {
            Some(value) => of_entry(value, indicator),
            None => Figure::Absent,
        }
    }

    /// The figure of what a delta or a benchmark is computed from; for an own entry, of that entry.
    fn input(
        &self,
        id: IndicatorId,
        indicator: &Indicator,
        input: &Input,
        subject: Subject,
    ) -> Figure {
        match input {
            Input::Own { .. } => self.entered(id, indicator, subject),
            Input::Indicator(_) if self.depth >= DEEPEST => Figure::Uncomputed(Missing::Input(id)),
            Input::Indicator(other) => {
                let deeper = Reader {
                    depth: self.depth + 1,
                    ..*self
                };
                match deeper.figure(*other, subject) {
                    it @ (Figure::Number { .. }
                    | Figure::NotApplicable
                    | Figure::NotLoaded
                    | Figure::NotCollected) => it,
                    _ => Figure::Uncomputed(Missing::Input(*other)),
                }
            }
        }
    }

    fn delta(
        &self,
        id: IndicatorId,
        indicator: &Indicator,
        input: &Input,
        subject: Subject,
    ) -> Figure {
        let figure = self.input(id, indicator, input, subject);
        let Figure::Number { value: now, .. } = figure else {
            return figure;
        };
        match self.number_before(id, input, subject) {
            Ok((before, than)) => Figure::Number {
                value: now - before,
                how: How::Delta { now, before, than },
            },
            Err(missing) => Figure::Uncomputed(missing),
        }
    }

    /// The input's number in the period before, where it was defined as it is now.
    fn number_before(
        &self,
        id: IndicatorId,
        input: &Input,
        subject: Subject,
    ) -> Result<(Exact, PeriodId), Missing> {
        let than = self.before.ok_or(Missing::PeriodBefore)?;
        let reader = Reader::at(self.state, than, self.depth).ok_or(Missing::PeriodBefore)?;
        let source = match input {
            Input::Own { .. } => id,
            Input::Indicator(other) => *other,
        };
        let wording = |edition| self.state.indicators.get(&(edition, source));
        let (Some(then), Some(now)) = (wording(reader.edition), wording(self.edition)) else {
            return Err(Missing::ValueBefore(than));
        };
        if !same_definition(then, now) {
            return Err(Missing::SameDefinition {
                before: edition_number(self.state, reader.edition),
                now: edition_number(self.state, self.edition),
            });
        }
        match reader.input(id, then, input, subject) {
            Figure::Number { value, .. } => Ok((value, than)),
            Figure::NotLoaded => Err(Missing::NotLoaded(than)),
            _ => Err(Missing::ValueBefore(than)),
        }
    }

    fn benchmark(
        &self,
        id: IndicatorId,
        indicator: &Indicator,
        input: &Input,
        subject: Subject,
    ) -> Figure {
        let figure = self.input(id, indicator, input, subject);
        let Figure::Number { value: own, .. } = figure else {
            return figure;
        };
        let Some(reference) = self.state.references.get(&(self.period, id)) else {
            return Figure::Uncomputed(Missing::Reference);
        };
        match own.over(Exact::from(reference.number)) {
            Some(value) => Figure::Number {
                value,
                how: How::Benchmark {
                    own,
                    reference: reference.number,
                },
            },
            None => Figure::Uncomputed(Missing::ReferenceIsZero),
        }
    }
}

/// The number that an edition is known by; 0 for one that is not there.
#[must_use]
pub fn edition_number(state: &State, edition: EditionId) -> u32 {
    state.editions.get(&edition).map_or(0, |it| it.number)
}

/// What an entry comes to under the indicator's measure.
fn of_entry(value: &Value, indicator: &Indicator) -> Figure {
    let factor = match &indicator.measure {
        Measure::Ratio { factor, .. } => Exact::from(*factor),
        _ => Exact::ONE,
    };
    match &value.entry {
        Entry::Number(number) => Figure::Number {
            value: Exact::from(*number),
            how: How::Entered,
        },
        Entry::Ratio {
            numerator,
            denominator,
        } => Exact::ratio(*numerator, *denominator).map_or(Figure::Empty, |share| Figure::Number {
            value: share * factor,
            how: How::Parts {
                numerator: *numerator,
                denominator: *denominator,
            },
        }),
        // Under a factor of 100 the percent is the value itself.
        Entry::Percent(percent) => Figure::Number {
            value: match &indicator.measure {
                Measure::Ratio { .. } => (Exact::from(*percent) * factor)
                    .over(Exact::HUNDRED)
                    .unwrap_or(Exact::ZERO),
                _ => Exact::from(*percent),
            },
            how: How::PercentOnly,
        },
        Entry::Choice(option) => Figure::Choice(*option),
        Entry::NotApplicable { .. } => Figure::NotApplicable,
        Entry::NoData { .. } => Figure::NoData,
        Entry::Empty => Figure::Empty,
    }
}
