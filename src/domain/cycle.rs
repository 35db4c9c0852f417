//! The management cycle as it is kept: sections of the assessment with their rounds, goals, notes of analysis.
//!
//! What proves a requirement stands in [`super::evidence`]; what was done and what came of it in [`super::activity`].

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::day;
use super::evidence::{Stage, Track};
use super::ids::{DirectionId, DocumentId, IndicatorId, PeriodId, RoundId, SectionId};
use super::value::Cell;

/// A section of the assessment (раздел), such as 2.1. Which there are, and what each asks of, is data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Its number in the assessment: `2.1`.
    pub code: String,
    /// Its title without the number.
    pub title: String,
    /// Its directions, the columns of the matrix, in order.
    pub tracks: Vec<SectionTrack>,
    /// It is kept no longer.
    pub retired: bool,
}

impl Section {
    /// Whether a stage is asked of a direction at all. What stands for all directions together is asked in any case.
    #[must_use]
    pub fn asks(&self, stage: Stage, track: Option<Track>) -> bool {
        let Some(track) = track else {
            return true;
        };
        let mut tracks = self.tracks.iter();
        tracks.any(|it| it.track == track && it.stages.contains(&stage))
    }
}

/// A direction of a section, with its cycle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionTrack {
    /// Which.
    pub track: Track,
    /// What it is called here; empty: as the catalogue calls it.
    pub title: String,
    /// The stages that apply to it: all of them («полный цикл») or a part («неполный цикл»).
    pub stages: Vec<Stage>,
}

/// A section as it is answered in one year (оценочный раунд), with requirements of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// Of which section.
    pub section: SectionId,
    /// The year.
    pub year: u16,
    /// Where it stands.
    pub state: RoundState,
    /// The round from which its requirements and citations were copied.
    pub copied_from: Option<RoundId>,
}

/// Where a round stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RoundState {
    /// Being answered.
    Open,
    /// Отправлен: nothing of it is changed any more.
    Submitted {
        /// When.
        #[serde(with = "day")]
        on: NaiveDate,
        /// Исходящий №.
        number: String,
    },
}

impl RoundState {
    /// Whether it can be changed.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self, RoundState::Open)
    }
}

/// A goal (цель) of a direction, with what makes it one: the problem behind it, and the numbers by which it will be seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// The direction.
    pub direction: DirectionId,
    /// The goal.
    pub text: String,
    /// «Актуальность, проблемы»: what it answers; may be empty, and is then a gap.
    pub grounds: String,
    /// By which indicators it is seen, and what they should come to.
    pub targets: Vec<Target>,
    /// The document that sets it.
    pub document: Option<DocumentId>,
    /// It is pursued no longer.
    pub retired: bool,
}

/// What an indicator should come to (целевое значение).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// Which indicator.
    pub indicator: IndicatorId,
    /// The number, in the indicator's unit.
    pub number: Decimal,
    /// By the end of which year.
    pub year: u16,
}

/// What the numbers of a direction say in a period (анализ результатов мониторинга).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnalysisNote {
    /// The direction.
    pub direction: DirectionId,
    /// The period.
    pub period: PeriodId,
    /// The day it was written.
    #[serde(with = "day")]
    pub on: NaiveDate,
    /// Values it speaks of; may be empty.
    pub about: Vec<Cell>,
    /// What the numbers show.
    pub findings: String,
    /// Why it is so; may be empty.
    pub causes: String,
    /// What follows; may be empty, and the analysis is then only a table.
    pub conclusions: String,
    /// The paper, such as an аналитическая справка.
    pub document: Option<DocumentId>,
    /// It counts no longer.
    pub retired: bool,
}
