//! What lacks its next link (висячее): an analysis without conclusions, a recommendation without a decision, a measure without a review.
//!
//! Owns which links are missed of which record; how the section is judged as a whole is the affair of `cycle`.

use super::cycle::is_reviewed;
use super::related;
use crate::domain::activity::{ActivityState, ReviewOn};
use crate::domain::followup::{DecisionState, RecommendationState};
use crate::domain::record::Key;
use crate::domain::state::State;

/// A link that is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lack {
    /// A goal without a problem that it answers.
    Grounds,
    /// A goal without target values.
    Targets,
    /// An analysis without conclusions.
    Conclusions,
    /// An analysis upon which nothing was recommended, decided or done.
    Consequence,
    /// A recommendation that no decision follows.
    Decision,
    /// A decision without assignments.
    Assignment,
    /// A measure that follows from nothing.
    Ground,
    /// A measure nobody takes part in.
    Participants,
    /// Something done whose effect nobody has judged.
    Review,
}

/// The links that a record lacks, the first one first.
#[must_use]
pub fn lacks(state: &State, key: Key) -> Vec<Lack> {
    let mut found = Vec::new();
    let mut lacks = |it: bool, lack: Lack| {
        if it {
            found.push(lack);
        }
    };
    match key {
        Key::Goal(id) => {
            if let Some(it) = state.goals.get(&id).filter(|it| !it.retired) {
                lacks(it.grounds.is_empty(), Lack::Grounds);
                lacks(it.targets.is_empty(), Lack::Targets);
            }
        }
        Key::AnalysisNote(id) => {
            if let Some(it) = state.notes.get(&id).filter(|it| !it.retired) {
                lacks(it.conclusions.is_empty(), Lack::Conclusions);
                let acted = state.activities_of_note.of(id).next().is_some();
                let followed = it.about.iter().any(|cell| {
                    let decided = state.decisions_about.of(*cell).next().is_some();
                    decided || !related::recommendations_about(state, *cell).is_empty()
                });
                lacks(!acted && !followed, Lack::Consequence);
            }
        }
        Key::Recommendation(id) => {
            if let Some(it) = state.recommendations.get(&id) {
                let decided = state.decisions_after.of(id);
                let decided = decided.into_iter().any(|it| related::stands(state, it));
                lacks(it.state.is_open() && !decided, Lack::Decision);
                let done = matches!(
                    it.state,
                    RecommendationState::Done | RecommendationState::PartlyDone
                );
                lacks(
                    done && !is_reviewed(state, ReviewOn::Recommendation(id)),
                    Lack::Review,
                );
            }
        }
        Key::Decision(id) => {
            if let Some(it) = state.decisions.get(&id) {
                let bare = state.assignments_of.of(id).next().is_none();
                lacks(bare && related::stands(state, id), Lack::Assignment);
                let done = it.state == DecisionState::Executed;
                lacks(
                    done && !is_reviewed(state, ReviewOn::Decision(id)),
                    Lack::Review,
                );
            }
        }
        Key::Activity(id) => {
            if let Some(it) = state.activities.get(&id) {
                let cancelled = matches!(it.state, ActivityState::Cancelled { .. });
                lacks(!cancelled && !it.is_derived(), Lack::Ground);
                let nobody = it.participants.is_empty() && it.others.is_empty();
                lacks(!cancelled && nobody, Lack::Participants);
                let held = it.state == ActivityState::Held;
                lacks(
                    held && !is_reviewed(state, ReviewOn::Activity(id)),
                    Lack::Review,
                );
            }
        }
        _ => {}
    }
    found
}
