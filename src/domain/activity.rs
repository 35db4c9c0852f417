//! What was done after an analysis, and whether it helped: activities (меры, мероприятия) and reviews (анализ эффективности принятых мер).

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::day;
use super::followup::Addressee;
use super::ids::{
    ActivityId, DecisionId, DirectionId, DocumentId, IndicatorId, NoteId, PeriodId,
    RecommendationId,
};
use super::value::Cell;

/// Something done for heads of organisations (мера, мероприятие), with its participants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    /// Which of the six kinds of section 2.1.
    pub kind: ActivityKind,
    /// What it is called.
    pub title: String,
    /// The period it belongs to.
    pub period: PeriodId,
    /// The direction it is for, where it is for one.
    pub direction: Option<DirectionId>,
    /// First day.
    #[serde(with = "day::maybe")]
    pub from: Option<NaiveDate>,
    /// Last day, inclusive; a day alone is both.
    #[serde(with = "day::maybe")]
    pub to: Option<NaiveDate>,
    /// Where it stands.
    pub state: ActivityState,
    /// Heads who take part, with their organisations.
    pub participants: Vec<Addressee>,
    /// Who else takes part, in words: «кандидаты резерва, 12 чел.»; may be empty.
    pub others: String,
    /// What came of it; may be empty.
    pub outcome: String,
    /// Papers about it: regulation, order, report.
    pub documents: Vec<DocumentId>,
    /// Notes of analysis from which it follows.
    pub notes: Vec<NoteId>,
    /// Recommendations from which it follows.
    pub recommendations: Vec<RecommendationId>,
    /// Values it is about.
    pub about: Vec<Cell>,
}

impl Activity {
    /// Whether it follows from something that was found: an analysis, a recommendation, a value.
    #[must_use]
    pub fn is_derived(&self) -> bool {
        !(self.notes.is_empty() && self.recommendations.is_empty() && self.about.is_empty())
    }
}

/// The kinds of measures that section 2.1 asks for, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ActivityKind {
    /// Профессиональный конкурс.
    Contest,
    /// Программа по формированию резерва управленческих кадров.
    ReserveProgramme,
    /// Система назначения руководителей.
    AppointmentSystem,
    /// Стажировка.
    Internship,
    /// Сетевое взаимодействие.
    Network,
    /// Реализация программ развития.
    DevelopmentProgrammes,
}

impl ActivityKind {
    /// All of them, in the order of the section.
    pub const ALL: [ActivityKind; 6] = [
        ActivityKind::Contest,
        ActivityKind::ReserveProgramme,
        ActivityKind::AppointmentSystem,
        ActivityKind::Internship,
        ActivityKind::Network,
        ActivityKind::DevelopmentProgrammes,
    ];
}

/// Where an activity stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ActivityState {
    /// Планируется.
    Planned,
    /// Проведено.
    Held,
    /// Отменено.
    Cancelled {
        /// Why.
        reason: String,
    },
}

/// What a review is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ReviewOn {
    /// An activity.
    Activity(ActivityId),
    /// A recommendation.
    Recommendation(RecommendationId),
    /// A decision.
    Decision(DecisionId),
}

/// Did it change the indicator? (анализ эффективности принятых мер)
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// What is judged.
    pub on: ReviewOn,
    /// By which indicator; `None` where no number tells.
    pub indicator: Option<IndicatorId>,
    /// The number before, as it stood when the review was written.
    pub before: Option<Measured>,
    /// The number after.
    pub after: Option<Measured>,
    /// The verdict.
    pub verdict: Verdict,
    /// What is done next.
    pub next: NextStep,
    /// The verdict in words; may be empty.
    pub text: String,
    /// The day it was written.
    #[serde(with = "day")]
    pub date: NaiveDate,
    /// The paper.
    pub document: Option<DocumentId>,
}

/// An indicator's number in a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measured {
    /// The period.
    pub period: PeriodId,
    /// The number, in the indicator's unit.
    pub number: Decimal,
}

/// The verdict of a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Verdict {
    /// Эффективна.
    Effective,
    /// Частично эффективна.
    Partly,
    /// Неэффективна.
    Ineffective,
    /// Рано оценивать.
    TooEarly,
}

/// What is done after a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum NextStep {
    /// Продолжить.
    Continue,
    /// Скорректировать.
    Adjust,
    /// Прекратить.
    Stop,
}
