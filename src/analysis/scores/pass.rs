//! One pass over the rows of a period: from points to shares, direction indices, the overall index and its level.
//!
//! Owns the sums; does not know when they have to be made again.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{DirectionScore, RowScore};
use crate::analysis::exact::{Exact, Total};
use crate::analysis::measure::Figure;
use crate::analysis::points;
use crate::analysis::reader::Reader;
use crate::analysis::roster::{Roster, Staffed, Standing};
use crate::analysis::rows;
use crate::domain::catalogue::{IndexLevel, Indicator, Scoring, SubjectKind};
use crate::domain::ids::{DirectionId, EditionId, IndicatorId, PeriodId, PersonId};
use crate::domain::period::Period;
use crate::domain::state::State;
use crate::domain::value::Subject;

/// Best numbers of the indicators with a relative scale.
pub(super) type Best = BTreeMap<IndicatorId, Exact>;

/// An indicator that is due, with what is the same for all rows.
pub(super) struct Planned<'a> {
    pub(super) id: IndicatorId,
    pub(super) indicator: &'a Indicator,
    /// The direction, by its place in the pass.
    slot: usize,
    pub(super) weight: Exact,
    /// Weight ÷ most points.
    per_point: Exact,
    /// Share × weight of every band or option, where the scale has such.
    steps: Steps,
    /// The measuring day, by its place in the pass.
    day: usize,
}

/// Share × weight by step, made once: nearly all figures need no more than finding their step.
enum Steps {
    /// Where each band begins, whether only above that, and its share × weight.
    Bands(Vec<(Option<(Exact, bool)>, Exact)>),
    /// Share × weight of each option.
    Options(Vec<Exact>),
    /// The scale has no steps.
    None,
}

impl Planned<'_> {
    /// Share × weight of a figure; `None` where there is nothing to score.
    fn share(&self, figure: &Figure, best: Option<Exact>) -> Option<Exact> {
        match (&self.steps, figure) {
            (Steps::Bands(bands), Figure::Number { value, .. }) => bands
                .iter()
                .take_while(|(from, _)| {
                    from.is_none_or(|(at, above)| *value > at || !above && *value == at)
                })
                .last()
                .map(|it| it.1),
            (Steps::Options(options), Figure::Choice(option)) => {
                options.get(usize::from(*option)).copied()
            }
            (Steps::None, _) => {
                points::points(self.indicator, figure, best).map(|it| it * self.per_point)
            }
            _ => None,
        }
    }

    /// Share × weight of these points.
    pub(super) fn weighed(&self, points: Exact) -> Exact {
        points * self.per_point
    }

    /// The cell's subject in a head's row, and whether its value counts towards that head; `None` if the indicator is not for the row.
    pub(super) fn subject(
        &self,
        manned: &Manned,
        person: Option<PersonId>,
    ) -> Option<(Subject, bool)> {
        if !rows::meant_for(self.indicator, manned.staffed.kind) {
            return None;
        }
        match self.indicator.level {
            SubjectKind::Organisation => Some((
                Subject::Organisation(manned.staffed.organisation),
                manned.head_on(self.day) == person,
            )),
            SubjectKind::Person => Some((Subject::Person(person?), true)),
            SubjectKind::Municipality => None,
        }
    }

    fn steps(scoring: &Scoring, per_point: Exact) -> Steps {
        let share = |points: Decimal| Exact::from(points) * per_point;
        match scoring {
            Scoring::Bands(bands) => Steps::Bands(
                bands
                    .iter()
                    .map(|it| {
                        let from = it.from.map(|edge| (Exact::from(edge.at), edge.above));
                        (from, share(it.points))
                    })
                    .collect(),
            ),
            Scoring::Options(points) => {
                Steps::Options(points.iter().map(|it| share(*it)).collect())
            }
            _ => Steps::None,
        }
    }
}

/// A direction of the edition.
struct Slot {
    id: DirectionId,
    weight: Exact,
    /// An empty sum over the denominator that its shares have in common.
    total: Total,
}

/// An organisation with its heads on the measuring days, looked up once for all indicators.
pub(super) struct Manned<'a> {
    staffed: &'a Staffed,
    heads: Vec<Option<PersonId>>,
}

impl Manned<'_> {
    /// The head on one of the measuring days.
    fn head_on(&self, day: usize) -> Option<PersonId> {
        self.heads.get(day).copied().flatten()
    }
}

/// One pass over the rows of a period: what is looked up once.
pub(super) struct Pass<'a> {
    pub(super) reader: Reader<'a>,
    pub(super) edition: EditionId,
    levels: &'a [IndexLevel],
    completeness: Decimal,
    min_months: u32,
    slots: Vec<Slot>,
    /// The measuring days of the indicators, each once.
    days: Vec<NaiveDate>,
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
        let mut days = Vec::new();
        let planned: Vec<Planned> = state
            .indicators
            .range((id, IndicatorId(0))..=(id, IndicatorId(u32::MAX)))
            .filter_map(|((_, indicator), it)| plan(*indicator, it, span, &slots, &mut days))
            .collect();
        for (at, slot) in slots.iter_mut().enumerate() {
            let parts = planned.iter().filter(|it| it.slot == at);
            slot.total = Total::over(parts.map(|it| it.per_point));
        }
        Some(Pass {
            reader: Reader::new(state, period)?,
            edition: id,
            levels: &edition.levels,
            completeness: edition.completeness,
            min_months: edition.min_months,
            slots,
            days,
            planned,
        })
    }

    /// The indicators with a relative scale.
    pub(super) fn relative(&self) -> impl Iterator<Item = &Planned<'a>> {
        self.planned
            .iter()
            .filter(|it| it.indicator.scoring == Scoring::Relative)
    }

    /// The indicators that are due and give points, by id.
    pub(super) fn planned(&self) -> impl Iterator<Item = &Planned<'a>> {
        self.planned.iter()
    }

    /// The directions with their weights, by id.
    pub(super) fn directions(&self) -> impl Iterator<Item = (DirectionId, Exact)> {
        self.slots.iter().map(|it| (it.id, it.weight))
    }

    /// The direction of an indicator of this pass.
    pub(super) fn direction(&self, planned: &Planned) -> Option<DirectionId> {
        self.slots.get(planned.slot).map(|it| it.id)
    }

    pub(super) fn manned<'s>(&self, staffed: &'s Staffed) -> Manned<'s> {
        let heads = self.days.iter().map(|it| staffed.head_on(*it).person());
        Manned {
            staffed,
            heads: heads.collect(),
        }
    }

    /// Whether any value of the organisation counts towards a vacancy.
    fn counts_towards_nobody(&self, manned: &Manned) -> bool {
        manned.heads.contains(&None)
            && self.planned.iter().any(|it| {
                it.indicator.level == SubjectKind::Organisation
                    && rows::meant_for(it.indicator, manned.staffed.kind)
                    && manned.head_on(it.day).is_none()
            })
    }

    /// The heads who have a row: every person, and the vacancy where a value counts towards it or there is nobody else.
    fn holders(&self, manned: &Manned) -> impl Iterator<Item = Option<PersonId>> + use<> {
        let persons = manned.staffed.persons();
        let vacant = persons.is_empty() || self.counts_towards_nobody(manned);
        let vacancy = vacant.then_some(None);
        persons.into_iter().map(Some).chain(vacancy)
    }

    /// The scores of all heads, in the order of the roster.
    ///
    /// Goes by indicators and, within one, in the order in which its values lie, so that each is read once and none is looked up.
    pub(super) fn rows(&self, roster: &Roster, best: &Best) -> Vec<RowScore> {
        let manned: Vec<Manned> = (roster.organisations.iter())
            .map(|it| self.manned(it))
            .collect();
        let mut open: Vec<OpenRow> = (manned.iter())
            .flat_map(|manned| self.holders(manned).map(move |person| (manned, person)))
            .map(|(manned, person)| OpenRow {
                manned,
                person,
                sums: Sums::new(&self.slots),
            })
            .collect();
        let mut by_organisation: Vec<usize> = (0..open.len()).collect();
        let mut by_person = by_organisation.clone();
        by_organisation.sort_by_key(|at| open.get(*at).map(|it| it.manned.staffed.organisation));
        by_person.sort_by_key(|at| open.get(*at).map(|it| it.person));
        for planned in &self.planned {
            let order = match planned.indicator.level {
                SubjectKind::Organisation => &by_organisation,
                SubjectKind::Person => &by_person,
                SubjectKind::Municipality => continue,
            };
            let best = best.get(&planned.id).copied();
            let mut column = self.reader.column(planned.id, planned.indicator);
            for at in order {
                if let Some(row) = open.get_mut(*at)
                    && let Some((subject, counts)) = planned.subject(row.manned, row.person)
                {
                    let figure = column.figure(subject);
                    row.sums.add(planned, &figure, counts, best);
                }
            }
        }
        open.into_iter()
            .map(|it| self.close_row(it.manned.staffed, it.person, &it.sums))
            .collect()
    }

    /// The score of one head of the organisation, or of the vacancy.
    pub(super) fn row(&self, staffed: &Staffed, person: Option<PersonId>, best: &Best) -> RowScore {
        let mut sums = Sums::new(&self.slots);
        let manned = self.manned(staffed);
        for planned in &self.planned {
            if let Some((subject, counts)) = planned.subject(&manned, person) {
                let figure = self
                    .reader
                    .figure_of(planned.id, planned.indicator, subject);
                sums.add(planned, &figure, counts, best.get(&planned.id).copied());
            }
        }
        self.close_row(staffed, person, &sums)
    }

    /// The score of the municipality's own indicators; `None` if none is due.
    pub(super) fn municipality(&self, best: &Best) -> Option<RowScore> {
        let mut sums = Sums::new(&self.slots);
        let mut any = false;
        for planned in &self.planned {
            if planned.indicator.level == SubjectKind::Municipality {
                any = true;
                let figure =
                    self.reader
                        .figure_of(planned.id, planned.indicator, Subject::Municipality);
                sums.add(planned, &figure, true, best.get(&planned.id).copied());
            }
        }
        any.then(|| self.close(&sums, Standing::Full))
    }

    fn close_row(&self, staffed: &Staffed, person: Option<PersonId>, sums: &Sums) -> RowScore {
        RowScore {
            organisation: Some(staffed.organisation),
            person,
            ..self.close(sums, staffed.standing(person, self.min_months))
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
    days: &mut Vec<NaiveDate>,
) -> Option<Planned<'a>> {
    if !indicator.is_due(span.kind) {
        return None;
    }
    let weight = Exact::from(indicator.weight);
    let per_point = weight.over(Exact::from(points::max_points(&indicator.scoring)?))?;
    let measured = span.measuring_day(indicator.measured_on);
    let day = days.iter().position(|it| *it == measured);
    Some(Planned {
        id,
        indicator,
        slot: slots.iter().position(|it| it.id == indicator.direction)?,
        weight,
        per_point,
        steps: Planned::steps(&indicator.scoring, per_point),
        day: day.unwrap_or_else(|| {
            days.push(measured);
            days.len() - 1
        }),
    })
}

/// A row that is being added up.
struct OpenRow<'a> {
    manned: &'a Manned<'a>,
    person: Option<PersonId>,
    sums: Sums,
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

    /// Takes a figure in; one that counts towards another head is only among the n.
    fn add(&mut self, planned: &Planned, figure: &Figure, counts: bool, best: Option<Exact>) {
        let Some(sum) = self.0.get_mut(planned.slot).filter(|_| figure.applies()) else {
            return;
        };
        sum.applicable += 1;
        if let Some(share) = planned.share(figure, best).filter(|_| counts) {
            sum.filled += 1;
            sum.shares.add(share);
            sum.weights = sum.weights + planned.weight;
        }
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

/// An index as it is shown: with one decimal, and more where rounding would carry it over the bound of a level (79,96 stays below 80).
#[must_use]
pub fn shown_index(levels: &[IndexLevel], index: Exact) -> Decimal {
    let bounds: Vec<Decimal> = levels.iter().map(|it| it.from).collect();
    index.shown(&bounds, 1)
}
