//! One indicator read for many subjects at once: entries are walked along instead of looked up.
//!
//! Owns the order; must come to the same figures as reading the cells one by one.

use std::collections::btree_map;
use std::iter::Peekable;

use super::{Asked, Reader, of_entry};
use crate::analysis::measure::{Figure, How, Missing};
use crate::domain::catalogue::{Indicator, Input, Measure};
use crate::domain::ids::{IndicatorId, PeriodId};
use crate::domain::state::Stamped;
use crate::domain::value::{Subject, Value};

impl<'a> Reader<'a> {
    /// Reads one indicator for many subjects, which come in their order.
    pub(in crate::analysis) fn column<'r>(
        &'r self,
        id: IndicatorId,
        indicator: &'r Indicator,
    ) -> InOrder<'a, 'r> {
        let cells = match &indicator.measure {
            Measure::Delta { input } => self.delta_in_order(id, indicator, input),
            Measure::Benchmark { .. } => None,
            _ => Entries::of(self, id).map(Cells::Entered),
        };
        let fills = self.fills(id);
        InOrder {
            reader: self,
            id,
            indicator,
            fills,
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
        // Of another edition, the definition would have to be compared; the looking up does that, and finds what was not entered.
        let filled = self.fills(id) || self.fills(source) || before.fills(source);
        if before.edition != self.edition || filled {
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
pub(in crate::analysis) struct InOrder<'a, 'r> {
    reader: &'r Reader<'a>,
    id: IndicatorId,
    indicator: &'r Indicator,
    /// A cell without a value may come to something all the same.
    fills: bool,
    cells: Cells<'a, 'r>,
}

impl InOrder<'_, '_> {
    /// The figure of a subject, which must not come before the one asked for last.
    pub(in crate::analysis) fn figure(&mut self, subject: Subject) -> Figure {
        match &mut self.cells {
            Cells::LookedUp => self.reader.figure_of(self.id, self.indicator, subject),
            Cells::Entered(entries) => match entries.figure(subject, self.indicator) {
                nothing @ (Figure::Absent | Figure::Empty) if self.fills => {
                    let asked = Asked {
                        id: self.id,
                        indicator: self.indicator,
                        subject,
                        depth: 0,
                    };
                    self.reader.unentered(&asked, nothing)
                }
                figure => figure,
            },
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
