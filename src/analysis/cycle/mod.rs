//! The management cycle as a whole: how every requirement of a round stands, what the program's own records say to it, what is missing.
//!
//! Finds and counts; says nothing in words. Nothing here makes a requirement proven but a document that is cited for it.

mod checks;
mod matrix;
mod older;
mod own;
mod standing;

pub use checks::{Check, checks, is_reviewed};
pub use matrix::{Cell, Column, Gap, Matrix, Row};
pub use older::older_than_round;
pub use own::{Fillings, Own, kind_asked, own, periods_of};
pub use standing::{
    Count, Score, Standing, cited, document_of, in_force, is_of_other_level, standing,
};

use chrono::NaiveDate;

use crate::domain::cycle::RoundState;
use crate::domain::evidence::Stage;
use crate::domain::ids::{RequirementId, RoundId};
use crate::domain::state::State;

/// The day as of which a round is judged: that on which it was sent, else today.
#[must_use]
pub fn as_of(state: &State, round: RoundId, today: NaiveDate) -> NaiveDate {
    match state.rounds.get(&round).map(|it| &it.state) {
        Some(RoundState::Submitted { on, .. }) => *on,
        Some(RoundState::Open) | None => today,
    }
}

/// One requirement, looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessed {
    /// Which.
    pub id: RequirementId,
    /// Its stage.
    pub stage: Stage,
    /// How it stands.
    pub standing: Standing,
    /// What the program's records say to it.
    pub own: Vec<Own>,
    /// Its points.
    pub score: Score,
}

/// A round, looked at: the self-assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// Which.
    pub round: RoundId,
    /// Its requirements, in the order of the form.
    pub requirements: Vec<Assessed>,
}

impl Assessment {
    /// Looks at a round as of today; at one that was sent, as of that day.
    #[must_use]
    pub fn of(state: &State, round: RoundId, fillings: &Fillings, today: NaiveDate) -> Assessment {
        let today = as_of(state, round, today);
        let is_sent = (state.rounds.get(&round)).is_some_and(|it| !it.state.is_open());
        let mut ids: Vec<RequirementId> = state.requirements_of.of(round).collect();
        ids.sort_by_key(|id| (state.requirements.get(id).map(|it| it.order), *id));
        let requirements = ids.into_iter().filter_map(|id| {
            let requirement = state.requirements.get(&id)?;
            // What was said with a round that was sent was said then; the records of today say nothing to it.
            let own = match is_sent {
                true => Vec::new(),
                false => own(state, id, fillings, today),
            };
            let standing = standing(state, id, !own.is_empty(), today);
            Some(Assessed {
                id,
                stage: requirement.stage,
                standing,
                own,
                score: Score::of(requirement, standing),
            })
        });
        Assessment {
            round,
            requirements: requirements.collect(),
        }
    }

    /// One requirement of it.
    #[must_use]
    pub fn requirement(&self, id: RequirementId) -> Option<&Assessed> {
        self.requirements.iter().find(|it| it.id == id)
    }

    /// How many are proven, of those that are asked.
    #[must_use]
    pub fn count(&self) -> Count {
        Count::of(self.requirements.iter().map(|it| it.standing))
    }

    /// The same of a stage.
    #[must_use]
    pub fn count_of(&self, stage: Stage) -> Count {
        let all = self.requirements.iter().filter(|it| it.stage == stage);
        Count::of(all.map(|it| it.standing))
    }

    /// The sum of points.
    #[must_use]
    pub fn score(&self) -> Score {
        self.requirements.iter().map(|it| it.score).sum()
    }

    /// The sum of points of a stage.
    #[must_use]
    pub fn score_of(&self, stage: Stage) -> Score {
        let all = self.requirements.iter().filter(|it| it.stage == stage);
        all.map(|it| it.score).sum()
    }
}
