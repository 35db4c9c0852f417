//! Reads the cells of a period: entries as figures, changes and benchmarks computed from their inputs.
//!
//! Owns the ways from a cell to its inputs; what the answers mean is [`Figure`]'s.

mod column;
mod rolling;
mod standing;

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::exact::Exact;
use super::measure::{Figure, How, Missing, edition_number};
use crate::domain::catalogue::{Indicator, Input, Measure};
use crate::domain::ids::{EditionId, IndicatorId, PeriodId};
use crate::domain::state::{Shard, State};
use crate::domain::value::{Entry, Subject};

pub use rolling::rolled_up;
pub use standing::{contradicted, standing_reason};

use rolling::Within;
use standing::Standing;

/// How many computed indicators may stand on each other; a longer chain is a circle.
pub(super) const DEEPEST: u8 = 4;

/// Reads the cells of one period; finds the period, its edition and the period before only once.
#[derive(Clone, Debug)]
pub struct Reader<'a> {
    state: &'a State,
    period: PeriodId,
    edition: EditionId,
    shard: Option<&'a Shard>,
    /// The reader of the period before, once a change asks for it.
    before: OnceCell<Option<Box<Reader<'a>>>>,
    /// The half-years and quarters of the year, once a cell without a value asks for them.
    within: OnceCell<Vec<Within<'a>>>,
    /// The cells that are «н/п» without being typed, once one without a value asks for them.
    standing: OnceCell<Standing>,
}

impl<'a> Reader<'a> {
    /// A reader of the period; `None` if there is no such period.
    #[must_use]
    pub fn new(state: &'a State, period: PeriodId) -> Option<Reader<'a>> {
        Some(Reader {
            state,
            period,
            edition: state.edition_of(period)?,
            shard: state.shard(period),
            before: OnceCell::new(),
            within: OnceCell::new(),
            standing: OnceCell::new(),
        })
    }

    fn before(&self) -> Option<&Reader<'a>> {
        let find = || {
            let period = self.state.period_before(self.period)?;
            Reader::new(self.state, period).map(Box::new)
        };
        self.before.get_or_init(find).as_deref()
    }

    fn within(&self) -> &[Within<'a>] {
        self.within.get_or_init(|| rolling::within(self))
    }

    fn standing(&self) -> &Standing {
        let find = || Standing::of(self.state, self.period, self.edition);
        self.standing.get_or_init(find)
    }

    /// Whether a cell of the indicator may come to something though nothing was entered in it: from sub-periods, or for a standing reason.
    pub(super) fn fills(&self, id: IndicatorId) -> bool {
        !self.within().is_empty() || self.standing().names(id)
    }

    /// What a cell without a value comes to; `nothing` where neither sub-periods nor a standing reason say anything.
    fn unentered(&self, asked: &Asked, nothing: Figure) -> Figure {
        match rolling::rolled(self, asked) {
            Some(figure) if figure != Figure::NotApplicable => figure,
            _ if self.standing().holds(asked.id, asked.subject) => Figure::NotApplicable,
            rolled => rolled.unwrap_or(nothing),
        }
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
        self.compute(&Asked {
            id,
            indicator,
            subject,
            depth: 0,
        })
    }

    fn compute(&self, asked: &Asked) -> Figure {
        let computed = asked.indicator.measure.computed_from().is_some();
        if computed && self.standing().holds(asked.id, asked.subject) {
            return Figure::NotApplicable;
        }
        match &asked.indicator.measure {
            Measure::Delta { input } => self.delta(asked, input),
            Measure::Benchmark { input } => self.benchmark(asked, input),
            _ => self.entered(asked),
        }
    }

    /// The figure of the cell's own entry.
    fn entered(&self, asked: &Asked) -> Figure {
        let Some(shard) = self.shard else {
            return Figure::NotLoaded;
        };
        match shard.column(asked.id).and_then(|it| it.get(&asked.subject)) {
            Some(value) if value.entry == Entry::Empty => self.unentered(asked, Figure::Empty),
            Some(value) => of_entry(&value.entry, asked.indicator),
            None => self.unentered(asked, Figure::Absent),
        }
    }

    /// The figure of what a delta or a benchmark is computed from; for an own entry, of that entry.
    fn input(&self, asked: &Asked, input: &Input) -> Figure {
        let Input::Indicator(id) = *input else {
            return self.entered(asked);
        };
        if asked.depth >= DEEPEST {
            return Figure::Uncomputed(Missing::Input(id));
        }
        let Some(indicator) = self.state.indicators.get(&(self.edition, id)) else {
            return Figure::NotCollected;
        };
        let figure = self.compute(&Asked {
            id,
            indicator,
            depth: asked.depth + 1,
            ..*asked
        });
        match figure {
            Figure::Number { .. }
            | Figure::NotApplicable
            | Figure::NotLoaded
            | Figure::NotCollected => figure,
            _ => Figure::Uncomputed(Missing::Input(id)),
        }
    }

    fn delta(&self, asked: &Asked, input: &Input) -> Figure {
        let figure = self.input(asked, input);
        let Figure::Number { value: now, .. } = figure else {
            return figure;
        };
        match self.number_before(asked, input) {
            Ok((before, than)) => Figure::Number {
                value: now - before,
                how: How::Delta { now, before, than },
            },
            Err(missing) => Figure::Uncomputed(missing),
        }
    }

    /// The input's number in the period before, where it was defined as it is now.
    fn number_before(&self, asked: &Asked, input: &Input) -> Result<(Exact, PeriodId), Missing> {
        let before = self.before().ok_or(Missing::PeriodBefore)?;
        let than = before.period;
        let source = match input {
            Input::Own { .. } => asked.id,
            Input::Indicator(other) => *other,
        };
        let wording = |edition| self.state.indicators.get(&(edition, source));
        let (Some(then), Some(now)) = (wording(before.edition), wording(self.edition)) else {
            return Err(Missing::ValueBefore(than));
        };
        if before.edition != self.edition && !then.same_definition(now) {
            return Err(Missing::SameDefinition {
                before: edition_number(self.state, before.edition),
                now: edition_number(self.state, self.edition),
            });
        }
        let asked = Asked {
            indicator: then,
            ..*asked
        };
        match before.input(&asked, input) {
            Figure::Number { value, .. } => Ok((value, than)),
            Figure::NotLoaded => Err(Missing::NotLoaded(than)),
            _ => Err(Missing::ValueBefore(than)),
        }
    }

    fn benchmark(&self, asked: &Asked, input: &Input) -> Figure {
        let figure = self.input(asked, input);
        let Figure::Number { value: own, .. } = figure else {
            return figure;
        };
        let Some(reference) = self.state.references.get(&(self.period, asked.id)) else {
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

/// The cell that is asked for, in whichever period; `depth` counts computed indicators on the way.
#[derive(Clone, Copy)]
struct Asked<'q> {
    id: IndicatorId,
    indicator: &'q Indicator,
    subject: Subject,
    depth: u8,
}

/// Whether an indicator of an edition, or one that it is computed from, is among these.
pub(super) fn rests_on(
    state: &State,
    (edition, indicator): (EditionId, IndicatorId),
    touched: &BTreeSet<IndicatorId>,
) -> bool {
    let input = |id: &IndicatorId| {
        let wording = state.indicators.get(&(edition, *id))?;
        wording.measure.computed_from()
    };
    std::iter::successors(Some(indicator), input)
        .take(usize::from(DEEPEST) + 1)
        .any(|it| touched.contains(&it))
}

/// How many periods back an indicator of an edition looks: 1 for a change, 2 for a change of a change.
pub(super) fn looks_back(state: &State, (edition, indicator): (EditionId, IndicatorId)) -> usize {
    let measure = |id: IndicatorId| Some(&state.indicators.get(&(edition, id))?.measure);
    let input = |id: &IndicatorId| measure(*id)?.computed_from();
    std::iter::successors(Some(indicator), input)
        .take(usize::from(DEEPEST) + 1)
        .filter(|id| matches!(measure(*id), Some(Measure::Delta { .. })))
        .count()
}

/// What an entry comes to under the indicator's measure.
#[must_use]
pub fn of_entry(entry: &Entry, indicator: &Indicator) -> Figure {
    let factor = match &indicator.measure {
        Measure::Ratio { factor, .. } => Exact::from(*factor),
        _ => Exact::ONE,
    };
    match entry {
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
