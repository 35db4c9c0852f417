//! What becomes of the indicators in a period: which are due now, which no more, which can't be compared, which give no points.

use crate::analysis::points;
use crate::domain::catalogue::{Indicator, Scoring};
use crate::domain::ids::{DirectionId, EditionId, IndicatorId, PeriodId};
use crate::domain::rule::RuleKind;
use crate::domain::state::State;

/// What becomes of the indicators that are due in a period before or after.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordingImpact {
    /// Due under the other edition only, in its order.
    pub due: Vec<IndicatorId>,
    /// Due under the edition of the period only: no longer scored, their values are kept.
    pub dropped: Vec<Dropped>,
    /// Measured otherwise: values before and after can't be compared, and may not fit.
    pub incomparable: Vec<IndicatorId>,
    /// Measured alike, with another scale.
    pub rescaled: Vec<IndicatorId>,
    /// With another weight, or in another direction.
    pub reweighted: Vec<IndicatorId>,
    /// Directions with another weight.
    pub directions: Vec<DirectionId>,
    /// Whether the bounds or names of the levels are others.
    pub levels: bool,
    /// Whether another completeness is asked for.
    pub completeness: bool,
    /// Whether another time in office is asked for.
    pub min_months: bool,
    /// Rules of checking that look for something else, or matter otherwise.
    pub rules: Vec<RuleKind>,
    /// Due, but without points.
    pub unscored: Vec<(IndicatorId, Unscored)>,
}

/// An indicator that is no longer scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// Which.
    pub indicator: IndicatorId,
    /// How many values the period has of it.
    pub values: usize,
}

/// Why an indicator gives no points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unscored {
    /// It has no scale yet.
    Blank,
    /// Its scale is still as the act prints it.
    Printed,
    /// Its scale gives no points above 0.
    NothingToGain,
    /// Its direction is not in the edition.
    NoDirection,
}

impl WordingImpact {
    pub(super) fn of(
        (state, from): (&State, EditionId),
        (other, to): (&State, EditionId),
        period: PeriodId,
    ) -> WordingImpact {
        let mut impact = WordingImpact::default();
        let Some(kind) = state.periods.get(&period).map(|it| it.kind) else {
            return impact;
        };
        let wording = |state: &'_ State, edition, id| -> Option<Indicator> {
            let found = state.indicators.get(&(edition, id))?;
            found.is_due(kind).then(|| found.body.clone())
        };
        for (id, new) in other.indicators_of(to) {
            if !new.is_due(kind) {
                continue;
            }
            impact
                .unscored
                .extend(unscored(other, to, new).map(|it| (id, it)));
            match wording(state, from, id) {
                None => impact.due.push(id),
                Some(old) if !old.same_definition(new) => impact.incomparable.push(id),
                Some(old) => {
                    if old.scoring != new.scoring {
                        impact.rescaled.push(id);
                    }
                    if (old.weight, old.direction) != (new.weight, new.direction) {
                        impact.reweighted.push(id);
                    }
                }
            }
        }
        for (id, new) in other.directions_of(to) {
            let old = state.directions.get(&(from, id));
            if old.is_some_and(|old| old.weight != new.weight) {
                impact.directions.push(id);
            }
        }
        if let (Some(old), Some(new)) = (state.editions.get(&from), other.editions.get(&to)) {
            impact.levels = old.levels != new.levels;
            impact.completeness = old.completeness != new.completeness;
            impact.min_months = old.min_months != new.min_months;
        }
        let checks = |state: &State, edition, kind| {
            let rule = state.rule(edition, kind);
            (rule.importance, rule.threshold)
        };
        let others = RuleKind::ALL.into_iter();
        let others = others.filter(|it| checks(state, from, *it) != checks(other, to, *it));
        impact.rules.extend(others);
        let values = |id| {
            let shard = state.shard(period);
            shard.and_then(|it| it.column(id)).map_or(0, |it| it.len())
        };
        let dropped = (state.indicators_of(from).into_iter())
            .filter(|(id, it)| it.is_due(kind) && wording(other, to, *id).is_none());
        impact.dropped.extend(dropped.map(|(indicator, _)| Dropped {
            indicator,
            values: values(indicator),
        }));
        impact
    }

    /// Whether nothing becomes of any of them.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == WordingImpact::default()
    }
}

fn unscored(state: &State, edition: EditionId, it: &Indicator) -> Option<Unscored> {
    if let Scoring::Printed(lines) = &it.scoring {
        return Some(match lines.is_empty() {
            true => Unscored::Blank,
            false => Unscored::Printed,
        });
    }
    if points::max_points(&it.scoring).is_none() {
        return Some(Unscored::NothingToGain);
    }
    let placed = state.directions.contains_key(&(edition, it.direction));
    (!placed).then_some(Unscored::NoDirection)
}
