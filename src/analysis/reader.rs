//! Reads the cells of a period: entries as figures, changes and benchmarks computed from their inputs.
//!
//! Owns the ways from a cell to its inputs; what the answers mean is [`Figure`]'s.

use std::cell::OnceCell;
use std::collections::{BTreeSet, btree_map};
use std::iter::Peekable;

use super::exact::Exact;
use super::measure::{Figure, How, Missing, edition_number};
use crate::domain::catalogue::{Indicator, Input, Measure};
use crate::domain::ids::{EditionId, IndicatorId, PeriodId};
use crate::domain::state::{Shard, Stamped, State};
use crate::domain::value::{Entry, Subject, Value};

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
        })
    }

    fn before(&self) -> Option<&Reader<'a>> {
        let find = || {
            let period = self.state.period_before(self.period)?;
            Reader::new(self.state, period).map(Box::new)
        };
        self.before.get_or_init(find).as_deref()
    }

    /// The period whose cells are read.
    #[must_use]
    pub fn period(&self) -> PeriodId {
        self.period
    }

    /// Reads one indicator for many subjects, which come in their order.
    pub(super) fn column<'r>(
        &'r self,
        id: IndicatorId,
        indicator: &'r Indicator,
    ) -> InOrder<'a, 'r> {
        let cells = match &indicator.measure {
            Measure::Delta { input } => self.delta_in_order(id, indicator, input),
            Measure::Benchmark { .. } => None,
            _ => Entries::of(self, id).map(Cells::Entered),
        };
        InOrder {
            reader: self,
            id,
            indicator,
            cells: cells.unwrap_or(Cells::LookedUp),
        }
    }

    /// The two columns of a change, where both sides are entries under one definition: nearly always.
    fn delta_in_order<'r>(
        &'r self,
        id: IndicatorId,
        indicator: &'r Indicator,
        input: &Input,
    ) -> Option<Cells<'a, 'r>> {
        let before = self.before()?;
        let (source, now) = match input {
            Input::Own { .. } => (id, indicator),
            Input::Indicator(other) => {
                let wording = &self.state.indicators.get(&(self.edition, *other))?.body;
                let computed = matches!(
                    wording.measure,
                    Measure::Delta { .. } | Measure::Benchmark { .. }
                );
                (!computed).then_some((*other, wording))?
            }
        };
        // Of another edition, the definition would have to be compared; the looking up does that.
        if before.edition != self.edition {
            return None;
        }
        Some(Cells::Delta {
            source: now,
            own: matches!(input, Input::Own { .. }),
            now: Entries::of(self, source)?,
            before: Entries::of(before, source)?,
            than: before.period,
            missing: Missing::Input(source),
        })
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
            Some(value) => of_entry(&value.entry, asked.indicator),
            None => Figure::Absent,
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

/// The values of one indicator, in order; `None`: nothing was entered at all.
struct Entries<'a>(Option<Peekable<btree_map::Iter<'a, Subject, Stamped<Value>>>>);

impl<'a> Entries<'a> {
    /// Those of the reader's period; `None` where they are not in memory.
    fn of(reader: &Reader<'a>, id: IndicatorId) -> Option<Entries<'a>> {
        let column = reader.shard?.column(id);
        Some(Entries(column.map(|it| it.iter().peekable())))
    }

    /// The figure of a subject's own entry; subjects come in their order.
    fn figure(&mut self, subject: Subject, indicator: &Indicator) -> Figure {
        let Some(entries) = &mut self.0 else {
            return Figure::Absent;
        };
        while entries.next_if(|(it, _)| **it < subject).is_some() {}
        match entries.peek() {
            Some((it, value)) if **it == subject => of_entry(&value.entry, indicator),
            _ => Figure::Absent,
        }
    }
}

/// Where the figures of a column come from.
enum Cells<'a, 'r> {
    /// From the entries.
    Entered(Entries<'a>),
    /// From the input's entries in two periods.
    Delta {
        /// The input as the edition words it.
        source: &'r Indicator,
        /// The input is the cell's own entry.
        own: bool,
        now: Entries<'a>,
        before: Entries<'a>,
        /// The period before.
        than: PeriodId,
        /// What is missing where the input has no number.
        missing: Missing,
    },
    /// One by one, through all inputs.
    LookedUp,
}

/// Cells of one indicator, asked for in the order of subjects: entries are walked along instead of looked up.
pub(super) struct InOrder<'a, 'r> {
    reader: &'r Reader<'a>,
    id: IndicatorId,
    indicator: &'r Indicator,
    cells: Cells<'a, 'r>,
}

impl InOrder<'_, '_> {
    /// The figure of a subject, which must not come before the one asked for last.
    pub(super) fn figure(&mut self, subject: Subject) -> Figure {
        match &mut self.cells {
            Cells::LookedUp => self.reader.figure_of(self.id, self.indicator, subject),
            Cells::Entered(entries) => entries.figure(subject, self.indicator),
            Cells::Delta {
                source,
                own,
                now,
                before,
                than,
                missing,
            } => {
                let now = match now.figure(subject, source) {
                    Figure::Number { value, .. } => value,
                    figure if *own || figure == Figure::NotApplicable => return figure,
                    _ => return Figure::Uncomputed(*missing),
                };
                match before.figure(subject, source) {
                    Figure::Number { value: before, .. } => Figure::Number {
                        value: now - before,
                        how: How::Delta {
                            now,
                            before,
                            than: *than,
                        },
                    },
                    _ => Figure::Uncomputed(Missing::ValueBefore(*than)),
                }
            }
        }
    }
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
