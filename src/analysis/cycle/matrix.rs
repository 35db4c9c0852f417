//! Stages × directions: what is asked where, how it stands, and where the method has a gap.
//!
//! A cell that asks nothing is no gap: either the cycle of the direction leaves the stage out, or the form asks it of all directions
//! together, or it just does not ask.

use super::{Assessment, Count, Standing};
use crate::domain::cycle::{Section, SectionTrack};
use crate::domain::evidence::{Stage, Track};
use crate::domain::ids::RequirementId;
use crate::domain::state::State;

/// A column: a direction of the section, or what is asked of all together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Which direction; `None`: of all together.
    pub track: Option<Track>,
    /// What the section calls it; empty: as the catalogue does.
    pub title: String,
}

/// A gap in the method itself, which no document closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gap {
    /// The direction has indicators and no goal.
    NoGoal,
    /// The direction has a goal and no indicators.
    NoIndicators,
}

/// A stage of a direction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// The form asks something there.
    Asked {
        /// What, in its order.
        requirements: Vec<RequirementId>,
        /// How the worst of them stands.
        worst: Standing,
        /// How many are proven.
        count: Count,
    },
    /// The form asks nothing there.
    Nothing,
    /// The cycle of the direction leaves the stage out.
    NotApplicable,
    /// The form asks nothing there, and should by what it asks beside.
    Gap(Gap),
}

/// A stage with its cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which.
    pub stage: Stage,
    /// Its cells, a column after a column.
    pub cells: Vec<Cell>,
    /// How many of its requirements are proven.
    pub count: Count,
}

/// The matrix of a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// Directions of the section in its order, then what is asked of all together, where something is.
    pub columns: Vec<Column>,
    /// Stages in the order of the cycle.
    pub rows: Vec<Row>,
}

impl Matrix {
    /// Lays an assessment out.
    #[must_use]
    pub fn of(state: &State, section: &Section, assessment: &Assessment) -> Matrix {
        let track_of = |id: &RequirementId| state.requirements.get(id).and_then(|it| it.track);
        let own = section.tracks.iter().map(|it| Column {
            track: Some(it.track),
            title: it.title.clone(),
        });
        let mut columns: Vec<Column> = own.collect();
        // A requirement of a direction that the section no longer has is not lost: it stands with those of all.
        let is_common = |id: &RequirementId| match track_of(id) {
            Some(track) => !section.tracks.iter().any(|it| it.track == track),
            None => true,
        };
        if assessment.requirements.iter().any(|it| is_common(&it.id)) {
            columns.push(Column {
                track: None,
                title: String::new(),
            });
        }
        let rows = Stage::ALL.map(|stage| {
            let of_stage = || {
                let all = assessment.requirements.iter();
                all.filter(move |it| it.stage == stage)
            };
            let cells = columns.iter().map(|column| {
                let here = of_stage().filter(|it| match column.track {
                    Some(track) => track_of(&it.id) == Some(track),
                    None => is_common(&it.id),
                });
                let here: Vec<_> = here.collect();
                let worst = here.iter().map(|it| it.standing).min();
                match worst {
                    Some(worst) => Cell::Asked {
                        requirements: here.iter().map(|it| it.id).collect(),
                        worst,
                        count: Count::of(here.iter().map(|it| it.standing)),
                    },
                    None => {
                        let track = section.tracks.iter();
                        let track = track.clone().find(|it| Some(it.track) == column.track);
                        unasked(state, assessment, stage, track)
                    }
                }
            });
            Row {
                stage,
                cells: cells.collect(),
                count: assessment.count_of(stage),
            }
        });
        Matrix {
            columns,
            rows: rows.to_vec(),
        }
    }

    /// The gaps, with the direction of each.
    pub fn gaps(&self) -> impl Iterator<Item = (&Column, Gap)> {
        self.rows.iter().flat_map(|row| {
            let cells = row.cells.iter().zip(&self.columns);
            cells.filter_map(|(cell, column)| match cell {
                Cell::Gap(gap) => Some((column, *gap)),
                _ => None,
            })
        })
    }
}

fn unasked(
    state: &State,
    assessment: &Assessment,
    stage: Stage,
    track: Option<&SectionTrack>,
) -> Cell {
    let Some(track) = track else {
        return Cell::Nothing;
    };
    if !track.stages.contains(&stage) {
        return Cell::NotApplicable;
    }
    let asks = |stage: Stage| {
        let mut all = assessment.requirements.iter();
        all.any(|it| {
            let of = state.requirements.get(&it.id).and_then(|it| it.track);
            it.stage == stage && of == Some(track.track)
        })
    };
    match stage {
        Stage::Goals if asks(Stage::Indicators) => Cell::Gap(Gap::NoGoal),
        Stage::Indicators if asks(Stage::Goals) => Cell::Gap(Gap::NoIndicators),
        _ => Cell::Nothing,
    }
}
