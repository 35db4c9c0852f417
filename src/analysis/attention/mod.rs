//! What needs attention, and how much is filled: where a day starts.
//!
//! Owns the reasons for the mark ●; knows nothing of how they are worded.

mod filling;
mod period;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::exact::Exact;
use super::measure::{self, Figure};
use super::points;
use super::related;
use super::rows::organisations_of;
use crate::domain::carried;
use crate::domain::catalogue::{Indicator, Scoring};
use crate::domain::decide::needs_note;
use crate::domain::followup::Recommendation;
use crate::domain::ids::{AssignmentId, RecommendationId};
use crate::domain::state::{Stamped, State};
use crate::domain::value::{Cell, Value, ValueState};

pub use filling::{Filling, PeriodFilling};
pub use period::PeriodAttention;

/// Days after which a recommendation should have led to a decision.
pub const DAYS_TO_DECIDE: i64 = 30;

/// Why a cell or an organisation needs attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concern {
    /// A third of the points or fewer, or the lowest band, and neither recommendation nor decision.
    Low {
        /// The points.
        points: Exact,
        /// The most points.
        max: Decimal,
    },
    /// An open recommendation without a decision for more than [`DAYS_TO_DECIDE`] days.
    NoDecision {
        /// Which.
        recommendation: RecommendationId,
        /// Days since it was sent, or written.
        days: i64,
    },
    /// A recommendation past its day.
    RecommendationOverdue {
        /// Which.
        recommendation: RecommendationId,
        /// By how many days.
        days: i64,
    },
    /// An assignment past its day.
    AssignmentOverdue {
        /// Which.
        assignment: AssignmentId,
        /// By how many days.
        days: i64,
    },
    /// Marked to come back to.
    FollowUp,
    /// Returned «на доработку».
    Returned,
    /// The note that the indicator asks for is missing.
    NoteMissing,
    /// The document that must prove the value is missing.
    EvidenceMissing,
}

/// Why a cell needs attention; nothing if it does not. `best` is the best number of the period, for a relative scale.
#[must_use]
pub fn concerns(state: &State, cell: Cell, best: Option<Exact>, today: NaiveDate) -> Vec<Concern> {
    let mut concerns = Vec::new();
    let Some(indicator) = state.indicator_in(cell.period, cell.indicator) else {
        return concerns;
    };
    let recommendations = related::recommendations_about(state, cell);
    let handled = !recommendations.is_empty()
        || state
            .decisions_about
            .of(cell)
            .any(|it| related::stands(state, it));
    if !handled {
        concerns.extend(low(indicator, &measure::figure(state, cell), best));
    }
    if let Some(value) = state.value(cell) {
        of_value(state, indicator, value, &mut concerns);
    }
    for id in recommendations {
        of_recommendation(state, id, today, &mut concerns);
    }
    let organisations = organisations_of(state, cell.subject);
    for decision in related::decisions_about(state, cell) {
        for assignment in related::assignments_for(state, decision, &organisations) {
            concerns.extend(overdue_assignment(state, assignment, today));
        }
    }
    concerns
}

/// Whether a figure is low: a third of the points or fewer, or the lowest band of several.
#[must_use]
pub fn low(indicator: &Indicator, figure: &Figure, best: Option<Exact>) -> Option<Concern> {
    Lowness::of(&indicator.scoring)?.of_figure(indicator, figure, best)
}

/// What is low by a scale, found once for all of an indicator's figures.
#[derive(Clone, Copy, Debug)]
struct Lowness {
    max: Decimal,
    /// A third of the most points.
    third: Exact,
    /// The points of the lowest band, where there are several.
    band: Option<Exact>,
}

impl Lowness {
    fn of(scoring: &Scoring) -> Option<Lowness> {
        let max = points::max_points(scoring)?;
        let lowest = points::min_points(scoring)?;
        let several = matches!(scoring, Scoring::Bands(_)) && lowest < max;
        Some(Lowness {
            max,
            third: Exact::from(max).over(Exact::whole(3))?,
            band: several.then(|| Exact::from(lowest)),
        })
    }

    fn of_figure(
        self,
        indicator: &Indicator,
        figure: &Figure,
        best: Option<Exact>,
    ) -> Option<Concern> {
        let points = points::points(indicator, figure, best)?;
        (Some(points) == self.band || points <= self.third).then_some(Concern::Low {
            points,
            max: self.max,
        })
    }
}

fn of_value(state: &State, indicator: &Indicator, value: &Value, concerns: &mut Vec<Concern>) {
    if value.follow_up {
        concerns.push(Concern::FollowUp);
    }
    if matches!(value.state, ValueState::Returned { .. }) {
        concerns.push(Concern::Returned);
    }
    if !value.entry.is_filled() {
        return;
    }
    if needs_note(indicator, &value.entry) && !carried::explains(state, &value.note) {
        concerns.push(Concern::NoteMissing);
    }
    if indicator.evidence_required && value.evidence.is_none() {
        concerns.push(Concern::EvidenceMissing);
    }
}

fn of_recommendation(
    state: &State,
    id: RecommendationId,
    today: NaiveDate,
    concerns: &mut Vec<Concern>,
) {
    let Some(it) = state
        .recommendations
        .get(&id)
        .filter(|it| it.state.is_open())
    else {
        return;
    };
    if let Some(days) = undecided_of(state, id, it, today) {
        concerns.push(Concern::NoDecision {
            recommendation: id,
            days,
        });
    }
    if let Some(days) = related::recommendation_overdue(state, id, today) {
        concerns.push(Concern::RecommendationOverdue {
            recommendation: id,
            days,
        });
    }
}

/// Since how many days an open recommendation has waited for a decision, where that is more than [`DAYS_TO_DECIDE`].
#[must_use]
pub fn undecided(state: &State, id: RecommendationId, today: NaiveDate) -> Option<i64> {
    let it = state.recommendations.get(&id)?;
    let it = it.state.is_open().then_some(it)?;
    undecided_of(state, id, it, today)
}

fn undecided_of(
    state: &State,
    id: RecommendationId,
    it: &Stamped<Recommendation>,
    today: NaiveDate,
) -> Option<i64> {
    let days = (today - related::since_of(it)).num_days();
    let mut after = state.decisions_after.of(id);
    let decided = after.any(|it| related::stands(state, it));
    (!decided && days > DAYS_TO_DECIDE).then_some(days)
}

fn overdue_assignment(state: &State, id: AssignmentId, today: NaiveDate) -> Option<Concern> {
    let days = related::assignment_overdue(state, id, today)?;
    Some(Concern::AssignmentOverdue {
        assignment: id,
        days,
    })
}
