//! What belongs to the cycle of a period (цели, анализ, рекомендации, меры, решения, анализ эффективности): lists of records, narrowed.
//!
//! Owns which records stand in which list and what a filter lets through; how a row reads is the interface's affair.

use chrono::NaiveDate;

use super::agenda::Scope;
use super::hanging::lacks;
use super::related;
use super::rows::organisations_of;
use crate::domain::activity::{ActivityKind, ActivityState, ReviewOn, Verdict};
use crate::domain::followup::{DecisionState, RecommendationState};
use crate::domain::ids::{DirectionId, OrganisationId, PeriodId, UserId};
use crate::domain::record::Key;
use crate::domain::state::State;
use crate::domain::value::Cell;

/// A list of records, in the order of the cycle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Цели: of every period.
    Goals,
    /// Анализ.
    #[default]
    Analysis,
    /// Рекомендации.
    Recommendations,
    /// Меры.
    Activities,
    /// Управленческие решения.
    Decisions,
    /// Анализ эффективности.
    Reviews,
}

impl Part {
    /// All of them.
    pub const ALL: [Part; 6] = [
        Part::Goals,
        Part::Analysis,
        Part::Recommendations,
        Part::Activities,
        Part::Decisions,
        Part::Reviews,
    ];

    /// The list in which a record stands.
    #[must_use]
    pub fn of(key: Key) -> Option<Part> {
        Some(match key {
            Key::Goal(_) => Part::Goals,
            Key::AnalysisNote(_) => Part::Analysis,
            Key::Recommendation(_) => Part::Recommendations,
            Key::Activity(_) => Part::Activities,
            Key::Decision(_) => Part::Decisions,
            Key::Review(_) => Part::Reviews,
            _ => return None,
        })
    }
}

/// Where a record stands, whatever its kind calls that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// A draft, or planned.
    Planned,
    /// In force, under way, too early to be judged.
    UnderWay,
    /// Held, done, executed, judged.
    Done,
    /// Cancelled, released, no longer in force.
    Dropped,
}

impl Standing {
    /// All of them.
    pub const ALL: [Standing; 4] = [
        Standing::Planned,
        Standing::UnderWay,
        Standing::Done,
        Standing::Dropped,
    ];
}

/// What a list is narrowed to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Narrow {
    /// One direction.
    pub direction: Option<DirectionId>,
    /// One kind of measures.
    pub kind: Option<ActivityKind>,
    /// Where it stands.
    pub standing: Option<Standing>,
    /// What the person has written, or answers for in part.
    pub mine: bool,
    /// What lacks its next link.
    pub hanging: bool,
}

impl Narrow {
    /// Whether everything is let through.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Narrow::default()
    }
}

/// The records of a list in a period, the latest first; of goals the order of the directions.
#[must_use]
pub fn list(
    state: &State,
    part: Part,
    period: PeriodId,
    narrow: &Narrow,
    user: UserId,
) -> Vec<Key> {
    let scope = Scope::of(state, user);
    let mut keys: Vec<(Option<NaiveDate>, Key)> = of_period(state, part, period)
        .into_iter()
        .filter(|it| fits(state, *it, narrow, &scope))
        .map(|it| (day(state, it), it))
        .collect();
    match part {
        Part::Goals => keys.sort_by_key(|(_, key)| (directions(state, *key), *key)),
        _ => keys.sort_by(|a, b| b.cmp(a)),
    }
    keys.into_iter().map(|it| it.1).collect()
}

fn of_period(state: &State, part: Part, period: PeriodId) -> Vec<Key> {
    match part {
        Part::Goals => state.goals.keys().map(|id| Key::Goal(*id)).collect(),
        Part::Analysis => (state.notes.iter())
            .filter(|(_, it)| it.period == period)
            .map(|(id, _)| Key::AnalysisNote(*id))
            .collect(),
        Part::Recommendations => (state.recommendations.iter())
            .filter(|(_, it)| it.period == period)
            .map(|(id, _)| Key::Recommendation(*id))
            .collect(),
        Part::Activities => (state.activities.iter())
            .filter(|(_, it)| it.period == period)
            .map(|(id, _)| Key::Activity(*id))
            .collect(),
        Part::Decisions => (state.decisions.iter())
            .filter(|(_, it)| it.period == period)
            .map(|(id, _)| Key::Decision(*id))
            .collect(),
        // A review tells of two periods, and of the one in which what it judges was done.
        Part::Reviews => (state.reviews.iter())
            .filter(|(_, it)| {
                let measured = [it.before, it.after].into_iter().flatten();
                measured.map(|it| it.period).any(|it| it == period)
                    || period_of(state, it.on) == Some(period)
            })
            .map(|(id, _)| Key::Review(*id))
            .collect(),
    }
}

fn period_of(state: &State, on: ReviewOn) -> Option<PeriodId> {
    match on {
        ReviewOn::Activity(id) => state.activities.get(&id).map(|it| it.period),
        ReviewOn::Recommendation(id) => state.recommendations.get(&id).map(|it| it.period),
        ReviewOn::Decision(id) => state.decisions.get(&id).map(|it| it.period),
    }
}

fn key_of(on: ReviewOn) -> Key {
    match on {
        ReviewOn::Activity(id) => Key::Activity(id),
        ReviewOn::Recommendation(id) => Key::Recommendation(id),
        ReviewOn::Decision(id) => Key::Decision(id),
    }
}

fn day(state: &State, key: Key) -> Option<NaiveDate> {
    let own = match key {
        Key::AnalysisNote(id) => state.notes.get(&id).map(|it| it.on),
        Key::Activity(id) => state.activities.get(&id).and_then(|it| it.from),
        Key::Review(id) => state.reviews.get(&id).map(|it| it.date),
        Key::Decision(id) => {
            let document = state.decisions.get(&id).and_then(|it| it.document);
            document
                .and_then(|it| state.documents.get(&it))
                .and_then(|it| it.date)
        }
        _ => None,
    };
    own.or_else(|| state.stamp(key).map(|it| related::day_of(it.at)))
}

fn fits(state: &State, key: Key, narrow: &Narrow, scope: &Scope) -> bool {
    let of_kind = |kind: ActivityKind| match key {
        Key::Activity(id) => state.activities.get(&id).is_some_and(|it| it.kind == kind),
        _ => true,
    };
    let directions = directions(state, key);
    (narrow.direction).is_none_or(|it| directions.contains(&it))
        && narrow.kind.is_none_or(of_kind)
        && (narrow.standing).is_none_or(|it| standing(state, key) == Some(it))
        && (!narrow.mine || is_mine(state, key, &directions, scope))
        && (!narrow.hanging || !lacks(state, key).is_empty())
}

fn is_mine(state: &State, key: Key, directions: &[DirectionId], scope: &Scope) -> bool {
    let written = state.stamp(key).is_some_and(|it| scope.is_user(it.by));
    let answers = !scope.is_all()
        && scope.takes_direction(directions.iter().copied())
        && scope.takes_organisation(organisations(state, key));
    written || answers
}

/// The directions that a record is about, each once.
#[must_use]
pub fn directions(state: &State, key: Key) -> Vec<DirectionId> {
    let of = |cells: &[Cell]| -> Vec<DirectionId> {
        let found = cells.iter().filter_map(|it| {
            let indicator = state.indicator_in(it.period, it.indicator)?;
            Some(indicator.direction)
        });
        found.collect()
    };
    let mut all: Vec<DirectionId> = match key {
        Key::Goal(id) => state
            .goals
            .get(&id)
            .map(|it| it.direction)
            .into_iter()
            .collect(),
        Key::AnalysisNote(id) => state
            .notes
            .get(&id)
            .map(|it| it.direction)
            .into_iter()
            .collect(),
        Key::Recommendation(id) => {
            let ground = state.recommendations.get(&id).and_then(|it| it.ground);
            of(ground.as_slice())
        }
        Key::Activity(id) => match state.activities.get(&id) {
            Some(it) => it.direction.into_iter().chain(of(&it.about)).collect(),
            None => Vec::new(),
        },
        Key::Decision(id) => match state.decisions.get(&id) {
            Some(it) => {
                let advice = it.recommendations.iter();
                let advice = advice.flat_map(|it| directions(state, Key::Recommendation(*it)));
                of(&it.grounds).into_iter().chain(advice).collect()
            }
            None => Vec::new(),
        },
        Key::Review(id) => match state.reviews.get(&id) {
            Some(it) => directions(state, key_of(it.on)),
            None => Vec::new(),
        },
        _ => Vec::new(),
    };
    all.sort_unstable();
    all.dedup();
    all
}

fn organisations(state: &State, key: Key) -> Vec<OrganisationId> {
    let of = |cells: &[Cell]| -> Vec<OrganisationId> {
        let all = cells.iter();
        all.flat_map(|it| organisations_of(state, it.subject))
            .collect()
    };
    match key {
        Key::AnalysisNote(id) => state
            .notes
            .get(&id)
            .map(|it| of(&it.about))
            .unwrap_or_default(),
        Key::Recommendation(id) => match state.recommendations.get(&id) {
            Some(it) => it.addressees.iter().map(|it| it.organisation).collect(),
            None => Vec::new(),
        },
        Key::Activity(id) => match state.activities.get(&id) {
            Some(it) => it.participants.iter().map(|it| it.organisation).collect(),
            None => Vec::new(),
        },
        Key::Decision(id) => (state.assignments_of.of(id))
            .filter_map(|it| state.assignments.get(&it))
            .flat_map(|it| related::named(it))
            .collect(),
        Key::Review(id) => match state.reviews.get(&id) {
            Some(it) => organisations(state, key_of(it.on)),
            None => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// Where a record stands.
#[must_use]
pub fn standing(state: &State, key: Key) -> Option<Standing> {
    let kept = |retired: bool| match retired {
        true => Standing::Dropped,
        false => Standing::UnderWay,
    };
    Some(match key {
        Key::Goal(id) => kept(state.goals.get(&id)?.retired),
        Key::AnalysisNote(id) => kept(state.notes.get(&id)?.retired),
        Key::Recommendation(id) => match state.recommendations.get(&id)?.state {
            RecommendationState::Draft => Standing::Planned,
            RecommendationState::Sent | RecommendationState::Controlled => Standing::UnderWay,
            RecommendationState::Done
            | RecommendationState::PartlyDone
            | RecommendationState::NotDone => Standing::Done,
            RecommendationState::Released { .. } => Standing::Dropped,
        },
        Key::Activity(id) => match state.activities.get(&id)?.state {
            ActivityState::Planned => Standing::Planned,
            ActivityState::Held => Standing::Done,
            ActivityState::Cancelled { .. } => Standing::Dropped,
        },
        Key::Decision(id) => match state.decisions.get(&id)?.state {
            DecisionState::Draft => Standing::Planned,
            DecisionState::Signed | DecisionState::InExecution => Standing::UnderWay,
            DecisionState::Executed => Standing::Done,
            DecisionState::Cancelled { .. } => Standing::Dropped,
        },
        Key::Review(id) => match state.reviews.get(&id)?.verdict {
            Verdict::TooEarly => Standing::UnderWay,
            _ => Standing::Done,
        },
        _ => return None,
    })
}
