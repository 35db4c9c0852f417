//! What the program's own records say to a requirement. It proves nothing: it tells that there is something to make a paper of.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike as _, NaiveDate};

use crate::analysis::attention::{Filling, PeriodFilling};
use crate::analysis::related;
use crate::analysis::roster::Roster;
use crate::domain::activity::{ActivityKind, ActivityState};
use crate::domain::cycle::SectionTrack;
use crate::domain::evidence::{Stage, Track};
use crate::domain::followup::{AssignmentState, RecommendationState};
use crate::domain::ids::{
    DirectionId, EditionId, OrganisationId, PeriodId, RequirementId, RoundId,
};
use crate::domain::state::State;
use crate::domain::text::fold;

/// Something that the program's records say to a requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Own {
    /// Goals of the direction.
    Goals {
        /// How many.
        goals: usize,
        /// How many say what problem they answer.
        with_grounds: usize,
        /// How many have target values.
        with_targets: usize,
    },
    /// Indicators of the catalogue.
    Indicators {
        /// How many.
        indicators: usize,
    },
    /// Indicators that say how they are reckoned and from what source.
    Methods {
        /// How many.
        described: usize,
        /// Of how many.
        indicators: usize,
    },
    /// Values of the year.
    Monitoring(Filling),
    /// Notes of analysis.
    Notes {
        /// How many.
        notes: usize,
        /// How many come to conclusions.
        with_conclusions: usize,
    },
    /// Recommendations that have left.
    Recommendations {
        /// How many.
        recommendations: usize,
        /// To how many organisations.
        organisations: usize,
    },
    /// Activities of a kind.
    Activities {
        /// Which kind.
        kind: ActivityKind,
        /// How many were held.
        held: usize,
        /// How many organisations took part.
        organisations: usize,
    },
    /// Signed decisions.
    Decisions {
        /// How many.
        decisions: usize,
        /// Assignments in them.
        assignments: usize,
        /// How many are done.
        done: usize,
        /// How many are overdue.
        overdue: usize,
    },
    /// Reviews of effect.
    Reviews {
        /// How many.
        reviews: usize,
        /// How many compare two periods.
        compared: usize,
    },
}

/// How much of each period is filled.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fillings(BTreeMap<PeriodId, PeriodFilling>);

impl Fillings {
    /// Of those of these periods whose values are in memory.
    #[must_use]
    pub fn of(state: &State, periods: &[PeriodId]) -> Fillings {
        let loaded = periods.iter().filter(|it| state.shard(**it).is_some());
        Fillings(
            loaded
                .map(|it| (*it, PeriodFilling::of(state, &Roster::of(state, *it))))
                .collect(),
        )
    }

    fn direction(&self, periods: &[PeriodId], direction: DirectionId) -> Filling {
        let known = periods.iter().filter_map(|it| self.0.get(it));
        known
            .map(|it| it.direction(direction))
            .fold(Filling::default(), |sum, it| sum + it)
    }
}

/// The periods that end in a year: those that a round of it speaks of.
#[must_use]
pub fn periods_of(state: &State, year: u16) -> Vec<PeriodId> {
    let ends = |to: NaiveDate| to.year() == i32::from(year);
    let all = state.periods.iter().filter(|(_, it)| ends(it.to));
    all.map(|(id, _)| *id).collect()
}

/// Whether a round is of a section that speaks of the catalogue's directions: goals, values, measures and reviews are of these.
pub(super) fn is_measured(state: &State, round: RoundId) -> bool {
    let section = (state.rounds.get(&round)).and_then(|it| state.sections.get(&it.section));
    let is_ours = |it: &SectionTrack| matches!(it.track, Track::Direction(_));
    section.is_some_and(|it| it.tracks.iter().any(is_ours))
}

/// What the records say to a requirement; nothing where they say nothing.
#[must_use]
pub fn own(state: &State, id: RequirementId, fillings: &Fillings, today: NaiveDate) -> Vec<Own> {
    let Some(requirement) = state.requirements.get(&id) else {
        return Vec::new();
    };
    let Some(round) = state.rounds.get(&requirement.round) else {
        return Vec::new();
    };
    let periods = periods_of(state, round.year);
    // A direction that only the section knows has no records of the program, and a section of such directions has none at all.
    let direction = requirement.direction();
    if requirement.track.is_some() && direction.is_none() || !is_measured(state, requirement.round)
    {
        return Vec::new();
    }
    let found = match requirement.stage {
        Stage::Goals => goals(state, direction),
        Stage::Indicators => indicators(state, &periods, direction),
        Stage::Methods => methods(state, &periods, direction),
        Stage::Monitoring => direction.and_then(|it| {
            let filling = fillings.direction(&periods, it);
            (filling.entered > 0).then_some(Own::Monitoring(filling))
        }),
        Stage::Analysis => notes(state, &periods, direction),
        Stage::Recommendations if is_addressed(&requirement.text) => {
            recommendations(state, &periods)
        }
        Stage::Recommendations => None,
        Stage::Measures => {
            kind_asked(&requirement.text).and_then(|it| activities(state, &periods, it))
        }
        Stage::Decisions => decisions(state, &periods, today),
        Stage::Effectiveness => reviews(state, round.year),
    };
    found.into_iter().collect()
}

/// Words of the form by which a kind of activity is asked for, folded.
const ASKS: [(&str, ActivityKind); 6] = [
    ("конкурс", ActivityKind::Contest),
    ("резерв", ActivityKind::ReserveProgramme),
    ("назначени", ActivityKind::AppointmentSystem),
    ("стажиров", ActivityKind::Internship),
    ("сетев", ActivityKind::Network),
    ("программ развития", ActivityKind::DevelopmentProgrammes),
];

/// Which kind of activity a requirement asks for, by its words; `None` where they say another thing.
#[must_use]
pub fn kind_asked(text: &str) -> Option<ActivityKind> {
    let text = fold(text);
    ASKS.into_iter()
        .find(|(words, _)| text.contains(words))
        .map(|(_, kind)| kind)
}

/// Whether recommendations to named heads are asked for, and not such as go to nobody: practices, materials.
fn is_addressed(text: &str) -> bool {
    fold(text).contains("адресн")
}

fn goals(state: &State, direction: Option<DirectionId>) -> Option<Own> {
    let all = state.goals.values().filter(|it| !it.retired);
    let all: Vec<_> = all
        .filter(|it| direction.is_none_or(|id| it.direction == id))
        .collect();
    (!all.is_empty()).then(|| Own::Goals {
        goals: all.len(),
        with_grounds: all.iter().filter(|it| !it.grounds.is_empty()).count(),
        with_targets: all.iter().filter(|it| !it.targets.is_empty()).count(),
    })
}

/// The edition of the year's last period.
fn edition_of(state: &State, periods: &[PeriodId]) -> Option<EditionId> {
    let periods = periods.iter().filter_map(|it| state.periods.get(it));
    periods.max_by_key(|it| it.to).map(|it| it.edition)
}

/// How many indicators of a direction there are, and how many say how they are reckoned and where from.
fn described(
    state: &State,
    periods: &[PeriodId],
    direction: Option<DirectionId>,
) -> (usize, usize) {
    let Some(edition) = edition_of(state, periods) else {
        return (0, 0);
    };
    let all = state.indicators.iter().filter(|((of, _), it)| {
        *of == edition && !it.retired && direction.is_none_or(|id| it.direction == id)
    });
    all.fold((0, 0), |(all, described), (_, it)| {
        let says = !it.method.trim().is_empty() && !it.source.trim().is_empty();
        (all + 1, described + usize::from(says))
    })
}

fn indicators(state: &State, periods: &[PeriodId], direction: Option<DirectionId>) -> Option<Own> {
    let (indicators, _) = described(state, periods, direction);
    (indicators > 0).then_some(Own::Indicators { indicators })
}

fn methods(state: &State, periods: &[PeriodId], direction: Option<DirectionId>) -> Option<Own> {
    let (indicators, described) = described(state, periods, direction);
    (described > 0).then_some(Own::Methods {
        described,
        indicators,
    })
}

fn notes(state: &State, periods: &[PeriodId], direction: Option<DirectionId>) -> Option<Own> {
    let all = state.notes.values().filter(|it| {
        !it.retired && periods.contains(&it.period) && direction.is_none_or(|id| it.direction == id)
    });
    let all: Vec<_> = all.collect();
    (!all.is_empty()).then(|| Own::Notes {
        notes: all.len(),
        with_conclusions: all.iter().filter(|it| !it.conclusions.is_empty()).count(),
    })
}

fn recommendations(state: &State, periods: &[PeriodId]) -> Option<Own> {
    let sent = state.recommendations.values().filter(|it| {
        periods.contains(&it.period) && !matches!(it.state, RecommendationState::Draft)
    });
    let sent: Vec<_> = sent.collect();
    let organisations: BTreeSet<OrganisationId> = (sent.iter())
        .flat_map(|it| it.addressees.iter().map(|it| it.organisation))
        .collect();
    (!sent.is_empty()).then_some(Own::Recommendations {
        recommendations: sent.len(),
        organisations: organisations.len(),
    })
}

fn activities(state: &State, periods: &[PeriodId], kind: ActivityKind) -> Option<Own> {
    let held = state.activities.values().filter(|it| {
        it.kind == kind && it.state == ActivityState::Held && periods.contains(&it.period)
    });
    let held: Vec<_> = held.collect();
    let organisations: BTreeSet<OrganisationId> = (held.iter())
        .flat_map(|it| it.participants.iter().map(|it| it.organisation))
        .collect();
    (!held.is_empty()).then_some(Own::Activities {
        kind,
        held: held.len(),
        organisations: organisations.len(),
    })
}

fn decisions(state: &State, periods: &[PeriodId], today: NaiveDate) -> Option<Own> {
    let signed = state
        .decisions
        .iter()
        .filter(|(id, it)| periods.contains(&it.period) && related::is_in_force(state, **id));
    let signed: Vec<_> = signed.map(|(id, _)| *id).collect();
    let assignments: Vec<_> = (signed.iter())
        .flat_map(|it| state.assignments_of.of(*it))
        .collect();
    let is_done = |state_of: &AssignmentState| {
        matches!(
            state_of,
            AssignmentState::DoneInTime { .. } | AssignmentState::DoneLate { .. }
        )
    };
    let done = assignments.iter().filter(|id| {
        let it = state.assignments.get(id);
        it.is_some_and(|it| is_done(&it.state))
    });
    let overdue = assignments
        .iter()
        .filter(|id| related::assignment_overdue(state, **id, today).is_some());
    (!signed.is_empty()).then(|| Own::Decisions {
        decisions: signed.len(),
        assignments: assignments.len(),
        done: done.count(),
        overdue: overdue.count(),
    })
}

/// A review says what became of something of the years before, so that its own day counts.
fn reviews(state: &State, year: u16) -> Option<Own> {
    let all = state.reviews.values();
    let all: Vec<_> = all.filter(|it| it.date.year() == i32::from(year)).collect();
    (!all.is_empty()).then(|| Own::Reviews {
        reviews: all.len(),
        compared: (all.iter())
            .filter(|it| it.before.is_some() && it.after.is_some())
            .count(),
    })
}
