//! Checks of the method: what an expert would say of the cycle, each about one record that can be mended.
//!
//! The list follows what experts usually write of such sections (a goal without a problem, an analysis without conclusions, a measure
//! that follows from nothing …) and what section 2.1 of a real town shows.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::own::{is_measured, periods_of};
use super::standing::{cited, in_force, is_of_other_level};
use crate::analysis::related;
use crate::domain::activity::{ActivityState, NextStep, Review, ReviewOn, Verdict};
use crate::domain::evidence::Stage;
use crate::domain::followup::{DecisionState, RecommendationState};
use crate::domain::ids::{
    ActivityId, AssignmentId, CitationId, DecisionId, DirectionId, DocumentId, EditionId, GoalId,
    IndicatorId, NoteId, PeriodId, RecommendationId, RequirementId, ReviewId, RoundId,
};
use crate::domain::period::PeriodState;
use crate::domain::record::Key;
use crate::domain::state::State;

/// A document that carries more than this share of the proven requirements carries the section alone.
const ONE_FOR_ALL: usize = 3;

/// Requirements below which a section is too small for that to be said.
const FEW: usize = 6;

/// Something that an expert would say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Check {
    /// A goal does not say what problem it answers.
    GoalWithoutGrounds(GoalId),
    /// A goal names no indicator by which it is seen.
    GoalWithoutIndicator(GoalId),
    /// A direction of the catalogue has indicators and no goal.
    IndicatorsWithoutGoal(EditionId, DirectionId),
    /// An indicator does not say how it is reckoned.
    IndicatorWithoutMethod(EditionId, IndicatorId),
    /// Numbers of a year that has ended were never fixed with a date: the period is not closed.
    MonitoringNotFixed(PeriodId),
    /// An analysis is a table without conclusions.
    AnalysisWithoutConclusions(NoteId),
    /// A recommendation goes to nobody by name: its addressees have no head, or it goes to every organisation.
    RecommendationWithoutAddressee(RecommendationId),
    /// A measure follows from no analysis, recommendation or value.
    ActivityNotDerived(ActivityId),
    /// A signed decision has no act, or no assignment.
    DecisionIncomplete(DecisionId),
    /// An assignment has no executor.
    AssignmentWithoutExecutor(AssignmentId),
    /// A review tells that something took place and not what it changed.
    ReviewWithoutEffect(ReviewId),
    /// Something that was done was never reviewed.
    NotReviewed(ReviewOn),
    /// A document that is cited was repealed.
    Repealed(CitationId, DocumentId),
    /// A document that is cited has incomplete requisites.
    Incomplete(CitationId, DocumentId),
    /// A document that is cited has no link to its publication.
    NoLink(DocumentId),
    /// A document of a higher level alone, where a municipal one is asked.
    OtherLevel(RequirementId),
    /// One document carries a third of the section or more.
    OneForAll(DocumentId, usize),
}

impl Check {
    /// The record that it is about, where it is mended.
    #[must_use]
    pub fn key(&self) -> Key {
        match *self {
            Check::GoalWithoutGrounds(id) | Check::GoalWithoutIndicator(id) => Key::Goal(id),
            Check::IndicatorsWithoutGoal(edition, id) => Key::Direction(edition, id),
            Check::IndicatorWithoutMethod(edition, id) => Key::Indicator(edition, id),
            Check::MonitoringNotFixed(id) => Key::Period(id),
            Check::AnalysisWithoutConclusions(id) => Key::AnalysisNote(id),
            Check::RecommendationWithoutAddressee(id) => Key::Recommendation(id),
            Check::ActivityNotDerived(id) => Key::Activity(id),
            Check::DecisionIncomplete(id) => Key::Decision(id),
            Check::AssignmentWithoutExecutor(id) => Key::Assignment(id),
            Check::ReviewWithoutEffect(id) => Key::Review(id),
            Check::NotReviewed(on) => match on {
                ReviewOn::Activity(id) => Key::Activity(id),
                ReviewOn::Recommendation(id) => Key::Recommendation(id),
                ReviewOn::Decision(id) => Key::Decision(id),
            },
            Check::Repealed(id, _) | Check::Incomplete(id, _) => Key::Citation(id),
            Check::NoLink(id) | Check::OneForAll(id, _) => Key::Document(id),
            Check::OtherLevel(id) => Key::Requirement(id),
        }
    }

    /// The stage of the cycle that it belongs to; `None` for what is said of documents, which serve several.
    #[must_use]
    pub fn stage(&self) -> Option<Stage> {
        match self {
            Check::GoalWithoutGrounds(_)
            | Check::GoalWithoutIndicator(_)
            | Check::IndicatorsWithoutGoal(..) => Some(Stage::Goals),
            Check::IndicatorWithoutMethod(..) => Some(Stage::Methods),
            Check::MonitoringNotFixed(_) => Some(Stage::Monitoring),
            Check::AnalysisWithoutConclusions(_) => Some(Stage::Analysis),
            Check::RecommendationWithoutAddressee(_) => Some(Stage::Recommendations),
            Check::ActivityNotDerived(_) => Some(Stage::Measures),
            Check::DecisionIncomplete(_) | Check::AssignmentWithoutExecutor(_) => {
                Some(Stage::Decisions)
            }
            Check::ReviewWithoutEffect(_) | Check::NotReviewed(_) => Some(Stage::Effectiveness),
            Check::Repealed(..)
            | Check::Incomplete(..)
            | Check::NoLink(_)
            | Check::OtherLevel(_)
            | Check::OneForAll(..) => None,
        }
    }
}

/// All that an expert would say of a round and of the year that it speaks of, along the cycle; nothing of one that was sent, in which nothing
/// is to be mended, and of a section without directions of the catalogue only what its documents show.
#[must_use]
pub fn checks(state: &State, round: RoundId, today: NaiveDate) -> Vec<Check> {
    let open = state.rounds.get(&round).filter(|it| it.state.is_open());
    let Some(year) = open.map(|it| it.year) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    if is_measured(state, round) {
        of_records(state, year, today, &mut found);
    }
    documents(state, round, today, &mut found);
    found
}

fn of_records(state: &State, year: u16, today: NaiveDate, found: &mut Vec<Check>) {
    let periods = periods_of(state, year);
    goals(state, &periods, found);
    monitoring(state, &periods, today, found);
    recommendations(state, &periods, found);
    activities(state, &periods, found);
    decisions(state, &periods, found);
    let empty = (state.reviews.iter()).filter(|(_, it)| !shows_effect(it));
    found.extend(empty.map(|(id, _)| Check::ReviewWithoutEffect(*id)));
    found.extend(unreviewed(state, &periods).map(Check::NotReviewed));
}

fn goals(state: &State, periods: &[PeriodId], found: &mut Vec<Check>) {
    let goals = || state.goals.iter().filter(|(_, it)| !it.retired);
    for (id, it) in goals() {
        if it.grounds.is_empty() {
            found.push(Check::GoalWithoutGrounds(*id));
        }
        if it.targets.is_empty() {
            found.push(Check::GoalWithoutIndicator(*id));
        }
    }
    let last = periods.iter().filter_map(|it| state.periods.get(it));
    let Some(edition) = last.max_by_key(|it| it.to).map(|it| it.edition) else {
        return;
    };
    let indicators = || {
        let all = state.indicators.iter();
        all.filter(move |((of, _), it)| *of == edition && !it.retired)
    };
    // Where no goal is kept at all, goals stand in the acts, and the form tells which are missing.
    if goals().next().is_some() {
        let measured: BTreeSet<DirectionId> = indicators().map(|(_, it)| it.direction).collect();
        let bare = measured
            .into_iter()
            .filter(|id| !goals().any(|(_, it)| it.direction == *id));
        found.extend(bare.map(|id| Check::IndicatorsWithoutGoal(edition, id)));
    }
    let silent = indicators().filter(|(_, it)| it.method.trim().is_empty());
    found.extend(silent.map(|((of, id), _)| Check::IndicatorWithoutMethod(*of, *id)));
}

fn monitoring(state: &State, periods: &[PeriodId], today: NaiveDate, found: &mut Vec<Check>) {
    for id in periods {
        let ended = state.periods.get(id);
        if ended.is_some_and(|it| it.to < today && it.state != PeriodState::Closed) {
            found.push(Check::MonitoringNotFixed(*id));
        }
    }
    let bare = state.notes.iter().filter(|(_, it)| {
        !it.retired && periods.contains(&it.period) && it.conclusions.trim().is_empty()
    });
    found.extend(bare.map(|(id, _)| Check::AnalysisWithoutConclusions(*id)));
}

fn recommendations(state: &State, periods: &[PeriodId], found: &mut Vec<Check>) {
    for (id, it) in state.recommendations.iter() {
        if !periods.contains(&it.period) || matches!(it.state, RecommendationState::Released { .. })
        {
            continue;
        }
        let open = state
            .organisations
            .values()
            .filter(|it| it.closed.is_none());
        let everybody = it.addressees.len() > 1 && it.addressees.len() >= open.count();
        if everybody || it.addressees.iter().all(|it| it.person.is_none()) {
            found.push(Check::RecommendationWithoutAddressee(*id));
        }
    }
}

fn activities(state: &State, periods: &[PeriodId], found: &mut Vec<Check>) {
    let loose = state.activities.iter().filter(|(_, it)| {
        periods.contains(&it.period)
            && !matches!(it.state, ActivityState::Cancelled { .. })
            && !it.is_derived()
    });
    found.extend(loose.map(|(id, _)| Check::ActivityNotDerived(*id)));
}

fn decisions(state: &State, periods: &[PeriodId], found: &mut Vec<Check>) {
    for (id, it) in state.decisions.iter() {
        if !periods.contains(&it.period) || !related::is_in_force(state, *id) {
            continue;
        }
        let mut assignments = state.assignments_of.of(*id).peekable();
        if it.document.is_none() || assignments.peek().is_none() {
            found.push(Check::DecisionIncomplete(*id));
        }
        let nobody = assignments.filter(|id| {
            let it = state.assignments.get(id);
            it.is_some_and(|it| it.executors.is_empty())
        });
        found.extend(nobody.map(Check::AssignmentWithoutExecutor));
    }
}

/// Whether a review says what was changed: by two numbers, or that it is too early for them.
#[must_use]
fn shows_effect(it: &Review) -> bool {
    let compared = it.indicator.is_some() && it.before.is_some() && it.after.is_some();
    compared || it.verdict == Verdict::TooEarly
}

/// What was done and never reviewed: measures held, decisions executed. What a later review says «рано оценивать» of is looked at again.
pub(super) fn unreviewed<'a>(
    state: &'a State,
    periods: &'a [PeriodId],
) -> impl Iterator<Item = ReviewOn> + 'a {
    let held = state
        .activities
        .iter()
        .filter(|(_, it)| it.state == ActivityState::Held && periods.contains(&it.period));
    let executed = state
        .decisions
        .iter()
        .filter(|(_, it)| it.state == DecisionState::Executed && periods.contains(&it.period));
    let held = held.map(|(id, _)| ReviewOn::Activity(*id));
    let executed = executed.map(|(id, _)| ReviewOn::Decision(*id));
    held.chain(executed).filter(|it| !is_reviewed(state, *it))
}

/// Whether something has a verdict that is not to be waited for.
#[must_use]
pub fn is_reviewed(state: &State, on: ReviewOn) -> bool {
    let mut all = state.reviews_on.of(on);
    all.any(|id| {
        let it = state.reviews.get(&id);
        it.is_some_and(|it| it.verdict != Verdict::TooEarly || it.next == NextStep::Stop)
    })
}

fn documents(state: &State, round: RoundId, today: NaiveDate, found: &mut Vec<Check>) {
    let mut requirements: Vec<RequirementId> = state.requirements_of.of(round).collect();
    requirements.sort_by_key(|id| (state.requirements.get(id).map(|it| it.order), *id));
    let mut uses: BTreeMap<DocumentId, BTreeSet<RequirementId>> = BTreeMap::new();
    let mut proven = 0;
    for id in requirements {
        let cited = cited(state, id);
        proven += usize::from(!cited.is_empty());
        for (citation, it, document) in &cited {
            if !in_force(document, today) {
                found.push(Check::Repealed(*citation, it.document));
            } else if document.is_incomplete() {
                found.push(Check::Incomplete(*citation, it.document));
            }
            uses.entry(it.document).or_default().insert(id);
        }
        if is_of_other_level(state, id, today) {
            found.push(Check::OtherLevel(id));
        }
    }
    for (id, by) in &uses {
        let is_bare = state.documents.get(id).is_some_and(|it| it.link.is_empty());
        if is_bare {
            found.push(Check::NoLink(*id));
        }
        if proven >= FEW && by.len() * ONE_FOR_ALL >= proven {
            found.push(Check::OneForAll(*id, by.len()));
        }
    }
}
