//! A year's cell from those of its half-years or quarters, where nothing was entered for the year itself.
//!
//! Owns which sub-periods count and how their figures become one; what an entry comes to is the reader's.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::{Asked, Reader};
use crate::analysis::exact::Exact;
use crate::analysis::measure::{Figure, How};
use crate::analysis::roster::Roster;
use crate::domain::catalogue::{Indicator, Measure, RollUp};
use crate::domain::period::PeriodKind;
use crate::domain::state::State;
use crate::domain::value::{Cell, Subject};

/// A half-year or a quarter of the reader's year.
#[derive(Clone, Debug)]
pub(super) struct Within<'a> {
    kind: PeriodKind,
    reader: Reader<'a>,
    /// Whether all of its days are the year's: else its value is in no sum, and missed there.
    whole: bool,
    /// Whom there are values to expect of, once that is asked.
    expected: OnceCell<BTreeSet<Subject>>,
}

impl Within<'_> {
    /// Whether a subject works, or is in office, within it.
    fn expects(&self, subject: Subject) -> bool {
        let find = || {
            let roster = Roster::unsorted(self.reader.state, self.reader.period);
            let mut expected = BTreeSet::from([Subject::Municipality]);
            for it in &roster.organisations {
                expected.insert(Subject::Organisation(it.organisation));
                expected.extend(it.persons().into_iter().map(Subject::Person));
            }
            expected
        };
        self.expected.get_or_init(find).contains(&subject)
    }
}

/// The half-years and quarters of a year, those that are only partly of it last; none of anything else.
pub(super) fn within<'a>(reader: &Reader<'a>) -> Vec<Within<'a>> {
    let state = reader.state;
    let whole = state.periods_within(reader.period).into_iter();
    let across = state.periods_across(reader.period).into_iter();
    let periods = (whole.map(|it| (it, true))).chain(across.map(|it| (it, false)));
    let found = periods.filter_map(|(it, whole)| {
        Some(Within {
            kind: state.periods.get(&it)?.kind,
            reader: Reader::new(state, it)?,
            whole,
            expected: OnceCell::new(),
        })
    });
    found.collect()
}

/// The figure of a year's cell made of its sub-periods; `None` where the year has none of a kind in which the indicator is due, or where
/// nothing stands in any of them.
pub(super) fn rolled(reader: &Reader<'_>, asked: &Asked<'_>) -> Option<Figure> {
    let within = reader.within();
    let due = |it: &&Within<'_>| it.whole && asked.indicator.is_due(it.kind);
    // The finest kind there is: what is reported by quarters is not taken from half-years as well.
    let kind = within.iter().filter(due).map(|it| it.kind).max()?;
    let mut told = Told::default();
    for part in within.iter().filter(|it| it.kind == kind) {
        let at = &part.reader;
        let wording = at.state.indicators.get(&(at.edition, asked.id));
        let Some(wording) = wording.filter(|it| it.is_due(kind)) else {
            continue;
        };
        if !part.whole {
            told.across += u32::from(part.expects(asked.subject));
            continue;
        }
        let same = at.edition == reader.edition || wording.same_definition(asked.indicator);
        if !same {
            told.of += 1;
            continue;
        }
        let figure = at.entered(&Asked {
            indicator: wording,
            ..*asked
        });
        match figure {
            Figure::NotLoaded => return Some(Figure::NotLoaded),
            Figure::NotApplicable => told.not_applicable = true,
            Figure::Absent | Figure::Empty if !part.expects(asked.subject) => {}
            it => told.take(it),
        }
    }
    told.figure(asked.indicator, kind)
}

/// What the sub-periods say, in order of time.
#[derive(Default)]
struct Told {
    numbers: Vec<(Exact, Option<(Decimal, Decimal)>)>,
    choice: Option<u8>,
    /// How many have something or should have.
    of: u32,
    /// How many that should have something belong to the year with some of their days only.
    across: u32,
    /// Of how many nobody knows anything.
    no_data: u32,
    not_applicable: bool,
}

impl Told {
    fn take(&mut self, figure: Figure) {
        self.of += 1;
        match figure {
            Figure::Number { value, how } => {
                let parts = match how {
                    How::Parts {
                        numerator,
                        denominator,
                    } => Some((numerator, denominator)),
                    _ => None,
                };
                self.numbers.push((value, parts));
            }
            Figure::Choice(option) => self.choice = Some(option),
            Figure::NoData => self.no_data += 1,
            _ => {}
        }
    }

    fn figure(self, indicator: &Indicator, kind: PeriodKind) -> Option<Figure> {
        // An option can't be added to another: the last one counts.
        if let Some(option) = self.choice {
            return Some(Figure::Choice(option));
        }
        if self.of == 0 {
            return self.not_applicable.then_some(Figure::NotApplicable);
        }
        if self.no_data == self.of {
            return Some(Figure::NoData);
        }
        let known: Vec<(Decimal, Decimal)> = (self.numbers.iter()).filter_map(|it| it.1).collect();
        let all_known = (known.len() == self.numbers.len()).then_some(&known);
        let (value, parts, filled) = match indicator.roll_up {
            RollUp::Sum => {
                let sum = self.numbers.iter().map(|it| it.0).sum();
                (Some(sum), None, self.numbers.len())
            }
            RollUp::Last => {
                let last = self.numbers.last()?;
                (Some(last.0), last.1, self.numbers.len())
            }
            RollUp::Mean => {
                let sum: Exact = self.numbers.iter().map(|it| it.0).sum();
                let count = i64::try_from(self.numbers.len()).ok()?;
                let parts = all_known.and_then(|it| summed(it));
                (sum.over(Exact::whole(count)), parts, self.numbers.len())
            }
            RollUp::FromParts => {
                let (above, below) = summed(&known)?;
                let factor = match &indicator.measure {
                    Measure::Ratio { factor, .. } => Exact::from(*factor),
                    _ => Exact::ONE,
                };
                let share = Exact::ratio(above, below).map(|it| it * factor);
                (share, Some((above, below)), known.len())
            }
        };
        let filled = u32::try_from(filled).ok().filter(|it| *it > 0)?;
        Some(Figure::Number {
            value: value?,
            how: How::RolledUp {
                kind,
                filled,
                of: self.of + self.across,
                parts,
            },
        })
    }
}

/// Both sides added up; `None` without any, or where they grow beyond all numbers.
fn summed(parts: &[(Decimal, Decimal)]) -> Option<(Decimal, Decimal)> {
    let (first, rest) = parts.split_first()?;
    rest.iter().try_fold(*first, |sum, it| {
        Some((sum.0.checked_add(it.0)?, sum.1.checked_add(it.1)?))
    })
}

/// What a year's cell would come to from its sub-periods, were nothing entered in it; `None` where there is nothing to make it of.
#[must_use]
pub fn rolled_up(state: &State, cell: Cell) -> Option<Figure> {
    let reader = Reader::new(state, cell.period)?;
    let indicator = state.indicator_in(cell.period, cell.indicator)?;
    rolled(
        &reader,
        &Asked {
            id: cell.indicator,
            indicator,
            subject: cell.subject,
            depth: 0,
        },
    )
}
