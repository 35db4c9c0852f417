//! What a review of effect holds side by side: by which numbers something can be judged, whose they are, and what they come to in a period.
//!
//! Owns which number is offered and whose it is; the verdict is a person's.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::measure::{Figure, figure};
use super::municipality::{Municipal, MunicipalValue, municipal};
use super::{chain, points};
use crate::domain::activity::ReviewOn;
use crate::domain::catalogue::{Indicator, SubjectKind};
use crate::domain::followup::Addressee;
use crate::domain::ids::{IndicatorId, PeriodId, PersonId};
use crate::domain::state::State;
use crate::domain::value::{Cell, Subject};

/// Whose numbers are held side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// One organisation's, or its head's.
    One(Addressee),
    /// The municipality's: several took part, or nobody is named.
    Municipality,
}

/// What a review can rest on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis {
    /// Whose numbers.
    pub whose: Whose,
    /// Indicators that the thing is about, in the order in which it names them.
    pub indicators: Vec<IndicatorId>,
    /// The period before.
    pub before: PeriodId,
    /// The period after; `None` where there is none yet.
    pub after: Option<PeriodId>,
}

/// What something can be judged by; `None` where it is not there.
#[must_use]
pub fn basis(state: &State, on: ReviewOn) -> Option<Basis> {
    let (period, cells, named) = about(state, on)?;
    let mut organisations = BTreeSet::new();
    organisations.extend(named.iter().map(|it| it.organisation));
    for cell in &cells {
        organisations.extend(super::rows::organisations_of(state, cell.subject));
    }
    let one = (organisations.len() == 1)
        .then(|| organisations.first().copied())
        .flatten();
    let whose = match one {
        Some(organisation) => Whose::One(
            (named.into_iter().find(|it| it.organisation == organisation)).unwrap_or(Addressee {
                organisation,
                person: person_in(&cells),
            }),
        ),
        None => Whose::Municipality,
    };
    let mut indicators: Vec<IndicatorId> = Vec::new();
    for cell in &cells {
        if !indicators.contains(&cell.indicator) {
            indicators.push(cell.indicator);
        }
    }
    let later = chain::periods_after(state, period);
    let next = later.first().map(|it| it.0);
    // What was not begun by a value of its own period shows between the period before and its own.
    let (before, after) = match (next, cells.is_empty(), state.period_before(period)) {
        (None, true, Some(earlier)) => (earlier, Some(period)),
        (next, _, _) => (period, next),
    };
    Some(Basis {
        whose,
        indicators,
        before,
        after,
    })
}

fn person_in(cells: &[Cell]) -> Option<PersonId> {
    cells.iter().find_map(|it| match it.subject {
        Subject::Person(id) => Some(id),
        _ => None,
    })
}

/// The period, the values and the heads that something names; a decision also by the recommendations it follows.
fn about(state: &State, on: ReviewOn) -> Option<(PeriodId, Vec<Cell>, Vec<Addressee>)> {
    match on {
        ReviewOn::Activity(id) => {
            let it = state.activities.get(&id)?;
            let mut cells = it.about.clone();
            for id in &it.recommendations {
                let advice = state.recommendations.get(id);
                cells.extend(advice.and_then(|it| it.ground));
            }
            for id in &it.notes {
                let note = state.notes.get(id);
                cells.extend(note.into_iter().flat_map(|it| it.about.iter().copied()));
            }
            // Who took part is judged by, whatever values led to it.
            let named = it.participants.clone();
            let own = |cell: &Cell| {
                let of = super::rows::organisations_of(state, cell.subject);
                named.is_empty()
                    || of
                        .iter()
                        .any(|id| named.iter().any(|it| it.organisation == *id))
            };
            cells.retain(own);
            Some((it.period, cells, named))
        }
        ReviewOn::Recommendation(id) => {
            let it = state.recommendations.get(&id)?;
            let cells = it.ground.into_iter().collect();
            Some((it.period, cells, it.addressees.clone()))
        }
        ReviewOn::Decision(id) => {
            let it = state.decisions.get(&id)?;
            let mut cells = it.grounds.clone();
            let mut named = Vec::new();
            for id in &it.recommendations {
                if let Some(advice) = state.recommendations.get(id) {
                    cells.extend(advice.ground.filter(|it| !cells.contains(it)));
                    named.extend(advice.addressees.iter().cloned());
                }
            }
            Some((it.period, cells, named))
        }
    }
}

/// What a number comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// A number, as it is shown.
    Number {
        /// The number, in the indicator's unit; of a choice between two the share of «да» in percent.
        number: Decimal,
        /// Whether it is the municipality's, and how many subjects of how many are in it.
        municipal: Option<(usize, usize)>,
    },
    /// There is none.
    Nothing,
    /// The period's values are not in memory.
    NotLoaded,
}

/// What an indicator comes to in a period, for whom a review is about. What is one figure of the municipality is so for everybody.
#[must_use]
pub fn found(state: &State, whose: &Whose, period: PeriodId, indicator: IndicatorId) -> Found {
    let Some(wording) = state.indicator_in(period, indicator) else {
        return Found::Nothing;
    };
    if state.shard(period).is_none() {
        return Found::NotLoaded;
    }
    let subject = match (wording.level, whose) {
        (SubjectKind::Municipality, _) | (_, Whose::Municipality) => None,
        (SubjectKind::Organisation, Whose::One(it)) => Some(Subject::Organisation(it.organisation)),
        (SubjectKind::Person, Whose::One(it)) => it.person.map(Subject::Person),
    };
    let Some(subject) = subject else {
        return of_municipality(wording, &municipal(state, period, indicator));
    };
    let cell = Cell {
        period,
        indicator,
        subject,
    };
    match figure(state, cell).number() {
        Some(number) => Found::Number {
            number: points::shown(wording, number).normalize(),
            municipal: None,
        },
        None => Found::Nothing,
    }
}

fn of_municipality(wording: &Indicator, it: &Municipal) -> Found {
    let number = match &it.value {
        MunicipalValue::Ratio { value, .. } | MunicipalValue::Change { value, .. } => Some(*value),
        MunicipalValue::Options { share, .. } => *share,
        MunicipalValue::Numbers(spread) => Some(spread.mean.unwrap_or(spread.median)),
        MunicipalValue::Own(Figure::Number { value, .. }) => Some(*value),
        MunicipalValue::Own(_) | MunicipalValue::Nothing => None,
    };
    let decimals = match &it.value {
        MunicipalValue::Numbers(spread) if spread.mean.is_some() => wording.decimals.max(1),
        MunicipalValue::Options { .. } => 1,
        _ => wording.decimals,
    };
    match number {
        Some(number) => Found::Number {
            number: number.rounded(decimals).normalize(),
            municipal: Some((it.counted, it.applicable)),
        },
        None => Found::Nothing,
    }
}
