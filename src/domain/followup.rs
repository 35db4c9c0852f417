//! What follows from a value: recommendations, decisions with assignments, reports of execution.
//!
//! «Просрочено» is computed from due date and state, never stored.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::day;
use super::ids::{
    AssignmentId, DecisionId, DocumentId, OrganisationId, PeriodId, PersonId, RecommendationId,
    UserId,
};
use super::value::Cell;

/// Whom something is addressed to: the head of an organisation, by name where known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addressee {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its head at the time; `None` at a vacancy.
    pub person: Option<PersonId>,
}

/// When something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Due {
    /// By a date.
    On(#[serde(with = "day")] NaiveDate),
    /// «ежеквартально до 5-го»: every quarter, by this day of its first month after (1–28).
    Quarterly(u32),
    /// «ежемесячно до 5-го» (1–28).
    Monthly(u32),
    /// «постоянно».
    Standing,
}

impl Due {
    /// The date, where there is one.
    #[must_use]
    pub fn date(self) -> Option<NaiveDate> {
        match self {
            Due::On(date) => Some(date),
            _ => None,
        }
    }
}

/// A due date moved. The first date is kept where it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prolongation {
    /// New date.
    #[serde(with = "day")]
    pub to: NaiveDate,
    /// On what ground.
    pub ground: String,
    /// By whom.
    pub by: UserId,
    /// On which day it was decided.
    #[serde(with = "day")]
    pub on: NaiveDate,
}

/// The due date in force: the last prolongation, else the first date.
#[must_use]
pub fn due_now(first: Due, prolongations: &[Prolongation]) -> Due {
    prolongations.last().map_or(first, |it| Due::On(it.to))
}

/// Advice to a named head (адресная рекомендация), with its ground, term and expected result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recommendation {
    /// Whom it is addressed to.
    pub addressees: Vec<Addressee>,
    /// The period it arose in.
    pub period: PeriodId,
    /// The value it is about; `None` for advice about a head as a whole.
    pub ground: Option<Cell>,
    /// The advice.
    pub text: String,
    /// What should come of it; may be empty.
    pub expected: String,
    /// When it is due, as first set.
    pub due: Due,
    /// Moves of the due date, in order.
    pub prolongations: Vec<Prolongation>,
    /// Where it stands.
    pub state: RecommendationState,
    /// Outgoing number and date, once sent.
    pub sent: Option<Sent>,
    /// The day it was done or given up.
    #[serde(with = "day::maybe")]
    pub closed_on: Option<NaiveDate>,
}

/// How something was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sent {
    /// Исходящий №.
    pub number: String,
    /// Date.
    #[serde(with = "day")]
    pub date: NaiveDate,
}

/// A recommendation's way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RecommendationState {
    /// Проект.
    Draft,
    /// Направлена.
    Sent,
    /// На контроле.
    Controlled,
    /// Выполнена.
    Done,
    /// Выполнена частично.
    PartlyDone,
    /// Не выполнена.
    NotDone,
    /// Снята с контроля.
    Released {
        /// Why.
        reason: String,
    },
}

impl RecommendationState {
    /// Whether it still waits for something.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Draft | Self::Sent | Self::Controlled)
    }
}

/// An act with numbered assignments (управленческое решение).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// What it is about.
    pub title: String,
    /// The period it arose in.
    pub period: PeriodId,
    /// Values it is about.
    pub grounds: Vec<Cell>,
    /// Recommendations it follows.
    pub recommendations: Vec<RecommendationId>,
    /// The reason, in words.
    pub reason: String,
    /// The act: kind, date, № are the document's.
    pub document: Option<DocumentId>,
    /// Who controls its execution.
    pub control: String,
    /// Where it stands.
    pub state: DecisionState,
}

/// A decision's way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DecisionState {
    /// Проект.
    Draft,
    /// Подписано.
    Signed,
    /// Исполняется.
    InExecution,
    /// Исполнено.
    Executed,
    /// Отменено.
    Cancelled {
        /// By what act.
        by: String,
    },
}

/// A numbered assignment of a decision (поручение).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    /// The decision it belongs to.
    pub decision: DecisionId,
    /// Its number in the act: `2.1`.
    pub number: String,
    /// What is to be done.
    pub text: String,
    /// Who does it; the first one is responsible.
    pub executors: Vec<Executor>,
    /// When it is due, as first set.
    pub due: Due,
    /// Moves of the due date, in order.
    pub prolongations: Vec<Prolongation>,
    /// Where it stands.
    pub state: AssignmentState,
}

/// Who does an assignment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Executor {
    /// The head of an organisation.
    Head(Addressee),
    /// A user of the program.
    User(UserId),
    /// A department or a post, as text.
    Post(String),
    /// A group of organisations.
    Group(Vec<OrganisationId>),
}

/// An assignment's way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AssignmentState {
    /// На контроле.
    Controlled,
    /// Исполнено в срок.
    DoneInTime {
        /// The day it was done.
        on: NaiveDate,
    },
    /// Исполнено с нарушением срока.
    DoneLate {
        /// The day it was done.
        on: NaiveDate,
    },
    /// Не исполнено.
    NotDone,
    /// Снято с контроля, by the head of department only.
    Released {
        /// Why.
        reason: String,
        /// By whom.
        by: UserId,
    },
}

/// What a report of execution is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ReportOn {
    /// An assignment.
    Assignment(AssignmentId),
    /// A recommendation.
    Recommendation(RecommendationId),
}

/// A report of execution (отчёт об исполнении).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// What it is about.
    pub on: ReportOn,
    /// Which executor reports, by place in the list; several report separately.
    pub executor: Option<u8>,
    /// Date of the report.
    #[serde(with = "day")]
    pub date: NaiveDate,
    /// Incoming number; may be empty.
    pub number: String,
    /// What was done.
    pub text: String,
    /// The paper.
    pub document: Option<DocumentId>,
}
