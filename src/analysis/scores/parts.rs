//! What each indicator gives to a head's index: the same sums as the scores, taken apart.
//!
//! Owns the parts of one row; the sum of what they give is the row's index, unless a direction was cut at nothing.

use rust_decimal::Decimal;

use super::pass::{Best, Manned, Pass, Planned};
use super::{PeriodScores, RowScore};
use crate::analysis::exact::Exact;
use crate::analysis::measure::Figure;
use crate::analysis::{points, roster};
use crate::domain::ids::{DirectionId, IndicatorId};
use crate::domain::state::{ResultRows, State};

/// An indicator in a head's index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which.
    pub indicator: IndicatorId,
    /// The direction in which it counts.
    pub direction: DirectionId,
    /// What its cell comes to.
    pub figure: Figure,
    /// Its points, where there is something to score and it counts towards this head.
    pub points: Option<Exact>,
    /// Most points.
    pub max: Decimal,
    /// What it weighs in its direction.
    pub weight: Exact,
    /// How much of the overall index it gives, in points of the index; nothing where it does not count.
    pub gives: Exact,
}

/// Takes the indices of a period apart.
pub struct Parts<'a> {
    pass: Pass<'a>,
    scores: &'a PeriodScores,
    /// What the period came to when it was closed, where the points are read from that.
    kept: Option<&'a ResultRows>,
}

impl<'a> Parts<'a> {
    /// For these scores, which are those of the state; `None` if there is no such period.
    #[must_use]
    pub fn new(state: &'a State, scores: &'a PeriodScores) -> Option<Parts<'a>> {
        Some(Parts {
            pass: Pass::new(state, scores.period)?,
            scores,
            kept: None,
        })
    }

    /// The same of scores that are read from the results of a closed period: the points are those of the time, whatever was put right since.
    #[must_use]
    pub fn as_kept(state: &'a State, scores: &'a PeriodScores) -> Option<Parts<'a>> {
        Some(Parts {
            kept: roster::recorded(state, scores.period),
            ..Parts::new(state, scores)?
        })
    }

    /// The indicators that apply to a row, in the order of their ids; none of the municipality's.
    #[must_use]
    pub fn of(&self, row: &RowScore) -> Vec<Part> {
        let staffed = (row.organisation).and_then(|it| self.scores.roster.get(it));
        let Some(staffed) = staffed else {
            return Vec::new();
        };
        let manned = self.pass.manned(staffed);
        let mut parts: Vec<Part> = (self.pass.planned())
            .filter_map(|it| self.part(it, &manned, row))
            .collect();
        self.weigh(&mut parts);
        parts
    }

    fn part(&self, planned: &Planned<'_>, manned: &Manned<'_>, row: &RowScore) -> Option<Part> {
        let (subject, counts) = planned.subject(manned, row.person)?;
        let direction = self.pass.direction(planned)?;
        let reader = &self.pass.reader;
        let figure = reader.figure_of(planned.id, planned.indicator, subject);
        let best: &Best = &self.scores.best;
        let best = best.get(&planned.id).copied();
        let points = match self.kept {
            Some(rows) => kept(rows, row, planned.id),
            None => points::points(planned.indicator, &figure, best).filter(|_| counts),
        };
        figure.applies().then(|| Part {
            indicator: planned.id,
            direction,
            figure,
            points,
            max: points::max_points(&planned.indicator.scoring).unwrap_or_default(),
            weight: planned.weight,
            // What it weighs so far; divided by what all weigh once they are together.
            gives: points.map_or(Exact::ZERO, |it| planned.weighed(it)),
        })
    }

    /// Brings what every part weighs to points of the overall index.
    fn weigh(&self, parts: &mut [Part]) {
        let filled = |direction| {
            let of_direction = (parts.iter()).filter(|it| it.direction == direction);
            let filled = of_direction.filter(|it| it.points.is_some());
            filled.map(|it| it.weight).sum::<Exact>()
        };
        let directions: Vec<(DirectionId, Exact, Exact)> = (self.pass.directions())
            .map(|(id, weight)| (id, weight, filled(id)))
            .filter(|it| it.2 != Exact::ZERO)
            .collect();
        let all: Exact = directions.iter().map(|it| it.1).sum();
        let factors: Vec<(DirectionId, Exact)> = (directions.into_iter())
            .filter_map(|(id, weight, filled)| {
                let factor = (weight * Exact::HUNDRED).over(filled)?.over(all)?;
                Some((id, factor))
            })
            .collect();
        for part in parts {
            let factor = factors.iter().find(|it| it.0 == part.direction);
            part.gives = factor.map_or(Exact::ZERO, |it| part.gives * it.1);
        }
    }
}

/// The points of an indicator as a closed period keeps them.
fn kept(rows: &ResultRows, row: &RowScore, indicator: IndicatorId) -> Option<Exact> {
    let heads = &rows.get(&row.organisation?)?.heads;
    let head = heads.iter().find(|it| it.person == row.person)?;
    let cell = head.cells.iter().find(|it| it.indicator == indicator)?;
    cell.points.map(Exact::from)
}
