//! One pass over the rows of a period: from points to shares, direction indices, the overall index and its level.
//!
//! Owns the sums; does not know when they have to be made again.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{DirectionScore, RowScore};
use crate::analysis::exact::{Exact, Total};
use crate::analysis::measure::{self, Reader};
use crate::analysis::points;
use crate::analysis::roster::{Staffed, Standing};
use crate::analysis::rows;
use crate::domain::catalogue::{IndexLevel, Indicator, Scoring, SubjectKind};
use crate::domain::ids::{DirectionId, EditionId, IndicatorId, PeriodId, PersonId};
use crate::domain::period::Period;
use crate::domain::state::State;
use crate::domain::value::Subject;

/// An indicator that is due, with what is the same for all rows.
pub(super) struct Planned<'a> {
    pub(super) id: IndicatorId,
    pub(super) indicator: &'a Indicator,
    /// The direction, by its place in the pass.
    slot: usize,
    weight: Exact,
    /// Weight ÷ most points.
    per_point: Exact,
    /// The measuring day.
    day: NaiveDate,
}

/// A direction of the edition.
struct Slot {
    id: DirectionId,
    weight: Exact,
    /// An empty sum over the denominator that its shares have in common.
    total: Total,
}

/// One pass over the rows of a period: what is looked up once.
pub(super) struct Pass<'a> {
    state: &'a State,
    pub(super) reader: Reader<'a>,
    edition: EditionId,
    levels: &'a [IndexLevel],
    completeness: Decimal,
    min_months: u32,
    slots: Vec<Slot>,
    planned: Vec<Planned<'a>>,
}

impl<'a> Pass<'a> {
    pub(super) fn new(state: &'a State, period: PeriodId) -> Option<Pass<'a>> {
        let span = state.periods.get(&period)?;
        let id = span.edition;
        let edition = state.editions.get(&id)?;
        let mut slots: Vec<Slot> = state
            .directions
            .range((id, DirectionId(0))..=(id, DirectionId(u32::MAX)))
            .map(|((_, direction), it)| Slot {
                id: *direction,
                weight: Exact::from(it.weight),
                total: Total::over(std::iter::empty()),
            })
            .collect();
        let planned: Vec<Planned> = state
            .indicators
            .range((id, IndicatorId(0))..=(id, IndicatorId(u32::MAX)))
            .filter_map(|((_, indicator), it)| plan(*indicator, it, span, &slots))
            .collect();
        for (at, slot) in slots.iter_mut().enumerate() {
            let parts = planned.iter().filter(|it| it.slot == at);
            slot.total = Total::over(parts.map(|it| it.per_point));
        }
        Some(Pass {
            state,
            reader: Reader::new(state, period)?,
            edition: id,
            levels: &edition.levels,
            completeness: edition.completeness,
            min_months: edition.min_months,
            slots,
            planned,
        })
    }

    /// The indicators with a relative scale.
    pub(super) fn relative(&self) -> impl Iterator<Item = &Planned<'a>> {
        self.planned
            .iter()
            .filter(|it| it.indicator.scoring == Scoring::Relative)
    }

    /// Whether the indicator, or one that it is computed from, is among these.
    pub(super) fn rests_on(&self, planned: &Planned, touched: &BTreeSet<IndicatorId>) -> bool {
        let mut id = planned.id;
        for _ in 0..=measure::DEEPEST {
            if touched.contains(&id) {
                return true;
            }
            let wording = self.state.indicators.get(&(self.edition, id));
            match wording.and_then(|it| it.measure.computed_from()) {
                Some(input) => id = input,
                None => return false,
            }
        }
        false
    }

    /// Whether any value of the organisation counts towards a vacancy.
    pub(super) fn counts_towards_nobody(&self, staffed: &Staffed) -> bool {
        self.planned.iter().any(|it| {
            it.indicator.level == SubjectKind::Organisation
                && rows::meant_for(it.indicator, staffed.kind)
                && staffed.head_on(it.day).person().is_none()
        })
    }

    /// The score of a head of the organisation, or of the vacancy.
    pub(super) fn row(
        &self,
        staffed: &Staffed,
        person: Option<PersonId>,
        best: &BTreeMap<IndicatorId, Exact>,
    ) -> RowScore {
        let mut sums = Sums::new(&self.slots);
        for planned in &self.planned {
            if !rows::meant_for(planned.indicator, staffed.kind) {
                continue;
            }
            let (subject, counts) = match (planned.indicator.level, person) {
                (SubjectKind::Organisation, _) => (
                    Subject::Organisation(staffed.organisation),
                    staffed.head_on(planned.day).person() == person,
                ),
                (SubjectKind::Person, Some(person)) => (Subject::Person(person), true),
                _ => continue,
            };
            self.add(&mut sums, planned, subject, counts, best);
        }
        let standing = staffed.standing(person, self.min_months);
        let row = self.close(&sums, standing);
        RowScore {
            organisation: Some(staffed.organisation),
            person,
            ..row
        }
    }

    pub(super) fn municipality(&self, best: &BTreeMap<IndicatorId, Exact>) -> Option<RowScore> {
        let mut sums = Sums::new(&self.slots);
        let mut any = false;
        for planned in &self.planned {
            if planned.indicator.level == SubjectKind::Municipality {
                any = true;
                self.add(&mut sums, planned, Subject::Municipality, true, best);
            }
        }
        any.then(|| self.close(&sums, Standing::Full))
    }

    fn add(
        &self,
        sums: &mut Sums,
        planned: &Planned,
        subject: Subject,
        counts: bool,
        best: &BTreeMap<IndicatorId, Exact>,
    ) {
        let Some(sum) = sums.0.get_mut(planned.slot) else {
            return;
        };
        let figure = self
            .reader
            .figure_of(planned.id, planned.indicator, subject);
        if !figure.applies() {
            return;
        }
        sum.applicable += 1;
        let best = best.get(&planned.id).copied();
        if let Some(points) = points::points(planned.indicator, &figure, best).filter(|_| counts) {
            sum.filled += 1;
            sum.shares.add(points * planned.per_point);
            sum.weights = sum.weights + planned.weight;
        }
    }

    /// Indices, completeness and level from the sums.
    fn close(&self, sums: &Sums, standing: Standing) -> RowScore {
        let directions: Vec<DirectionScore> = self
            .slots
            .iter()
            .zip(&sums.0)
            .map(|(slot, sum)| DirectionScore {
                direction: slot.id,
                index: (sum.shares.exact() * Exact::HUNDRED)
                    .over(sum.weights)
                    .map(|it| it.max(Exact::ZERO)),
                filled: sum.filled,
                applicable: sum.applicable,
            })
            .collect();
        let (mut shares, mut weights) = (Exact::ZERO, Exact::ZERO);
        for (slot, direction) in self.slots.iter().zip(&directions) {
            if let Some(index) = direction.index {
                shares = shares + index * slot.weight;
                weights = weights + slot.weight;
            }
        }
        let overall = shares.over(weights);
        let filled = directions.iter().map(|it| it.filled).sum();
        let applicable = directions.iter().map(|it| it.applicable).sum();
        let complete = overall.is_some()
            && Exact::whole(i64::from(filled)) * Exact::HUNDRED
                >= Exact::whole(i64::from(applicable)) * Exact::from(self.completeness);
        let level = overall
            .filter(|_| complete && standing == Standing::Full)
            .and_then(|it| level_of(self.levels, it));
        RowScore {
            organisation: None,
            person: None,
            standing,
            directions,
            overall,
            filled,
            applicable,
            complete,
            level,
            place: None,
        }
    }
}

/// An indicator's part in a pass; `None` if it is not due, gives no points or belongs to no direction of the edition.
fn plan<'a>(
    id: IndicatorId,
    indicator: &'a Indicator,
    span: &Period,
    slots: &[Slot],
) -> Option<Planned<'a>> {
    if !measure::is_due(indicator, span) {
        return None;
    }
    let weight = Exact::from(indicator.weight);
    let most = points::max_points(&indicator.scoring)?;
    Some(Planned {
        id,
        indicator,
        slot: slots.iter().position(|it| it.id == indicator.direction)?,
        weight,
        per_point: weight.over(Exact::from(most))?,
        day: span.measuring_day(indicator.measured_on),
    })
}

/// What a row adds up, by direction.
struct Sums(Vec<DirectionSum>);

struct DirectionSum {
    /// Σ(share × weight).
    shares: Total,
    /// Σ(weight) of what is filled.
    weights: Exact,
    filled: u32,
    applicable: u32,
}

impl Sums {
    fn new(slots: &[Slot]) -> Sums {
        let sum = |slot: &Slot| DirectionSum {
            shares: slot.total,
            weights: Exact::ZERO,
            filled: 0,
            applicable: 0,
        };
        Sums(slots.iter().map(sum).collect())
    }
}

/// The level of an index, by its place in the list: of the levels that it reaches, the highest.
#[must_use]
pub fn level_of(levels: &[IndexLevel], index: Exact) -> Option<usize> {
    levels
        .iter()
        .enumerate()
        .filter(|(_, it)| index >= it.from)
        .max_by_key(|(_, it)| it.from)
        .map(|(at, _)| at)
}
