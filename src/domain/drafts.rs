//! What follows from values, as forms give it: recommendations, decisions, assignments and reports, and their steps.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::catalogue::{BaseQuantity, Direction, Edition, Indicator};
use super::command::Command;
use super::cycle_command::CycleCommand;
use super::evidence::Document;
use super::followup::{
    Addressee, AssignmentState, Due, Executor, RecommendationState, ReportOn, Sent,
};
use super::ids::{
    AssignmentId, BaseQuantityId, DirectionId, DocumentId, EditionId, IndicatorId, PeriodId,
    RecommendationId, Seq,
};
use super::people::Person;
use super::period::Period;
use super::rule::{Rule, RuleKind};
use super::value::Cell;

/// A recommendation as the form gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecommendationDraft {
    /// Whom it is addressed to.
    pub addressees: Vec<Addressee>,
    /// Period.
    pub period: PeriodId,
    /// The value it is about.
    pub ground: Option<Cell>,
    /// The advice.
    pub text: String,
    /// Expected result.
    pub expected: String,
    /// Term.
    pub due: Due,
}

/// A step of a recommendation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RecommendationStep {
    /// Направить: outgoing number and date.
    Send(Sent),
    /// Взять на контроль.
    Control,
    /// Закрыть: Done, PartlyDone or NotDone, on that day.
    Close {
        /// The outcome; any other state is refused.
        outcome: RecommendationState,
        /// The day.
        on: NaiveDate,
    },
    /// Снять с контроля.
    Release {
        /// Why.
        reason: String,
        /// The day.
        on: NaiveDate,
    },
    /// Продлить.
    Prolong {
        /// New date.
        to: NaiveDate,
        /// On what ground.
        ground: String,
    },
    /// Вернуть на контроль what was closed by mistake.
    Reopen,
}

/// A document: one of the register, or entered on the spot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DocumentChoice {
    /// Of the register.
    Known(DocumentId),
    /// New; it is added to the register in the same commit.
    New(Document),
}

/// A decision as the form gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionDraft {
    /// What it is about.
    pub title: String,
    /// Period.
    pub period: PeriodId,
    /// Values it is about.
    pub grounds: Vec<Cell>,
    /// Recommendations it follows.
    pub recommendations: Vec<RecommendationId>,
    /// The reason.
    pub reason: String,
    /// The act; `None` while a draft.
    pub document: Option<DocumentChoice>,
    /// Who controls its execution.
    pub control: String,
    /// Its assignments, in order.
    pub assignments: Vec<AssignmentDraft>,
}

/// An assignment as the form gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssignmentDraft {
    /// Which one is edited, with the revision seen; `None` for a new one.
    pub edits: Option<(AssignmentId, Seq)>,
    /// Number in the act.
    pub number: String,
    /// What is to be done.
    pub text: String,
    /// Who does it.
    pub executors: Vec<Executor>,
    /// Term.
    pub due: Due,
}

/// A step of a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PeriodStep {
    /// Открыть ввод; also again, where entry had ended.
    Open,
    /// Закончить ввод и проверить.
    Review,
    /// Закрыть, with the results.
    Close {
        /// The person has seen that not everything is ready, and closes all the same.
        unready: bool,
    },
    /// Открыть снова what was closed.
    Reopen {
        /// Why.
        reason: String,
    },
}

/// A period by another edition: moved to it, or scored anew by it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rebinding {
    /// Which period.
    pub id: PeriodId,
    /// The revision seen.
    pub seen: Seq,
    /// The edition by which it is measured or scored from now on.
    pub edition: EditionId,
    /// Why.
    pub reason: String,
    /// The act it rests on.
    pub act: Option<DocumentChoice>,
}

/// A step of a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DecisionStep {
    /// Подписать: the act with its kind, date and number.
    Sign(DocumentChoice),
    /// Начать исполнение.
    Execute,
    /// Исполнено.
    Complete,
    /// Отменить.
    Cancel {
        /// By what act.
        by: String,
    },
}

/// A step of an assignment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AssignmentStep {
    /// Исполнено on that day; in time or late is computed from the term in force.
    Done {
        /// The day.
        on: NaiveDate,
    },
    /// Не исполнено.
    NotDone,
    /// Продлить.
    Prolong {
        /// New date.
        to: NaiveDate,
        /// On what ground.
        ground: String,
    },
    /// Снять с контроля; the head of department only.
    Release {
        /// Why.
        reason: String,
    },
    /// Вернуть на контроль what was closed by mistake.
    Reopen,
}

/// A report of execution as the form gives it, and what becomes of the thing reported on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportDraft {
    /// On what.
    pub on: ReportOn,
    /// Which executor reports.
    pub executor: Option<u8>,
    /// Date.
    pub date: NaiveDate,
    /// Incoming number.
    pub number: String,
    /// What was done.
    pub text: String,
    /// The paper.
    pub document: Option<DocumentChoice>,
    /// The outcome to set in the same commit, with the revision of the thing reported on.
    pub closes: Option<(Outcome, Seq)>,
}

/// What a report closes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// An assignment: its new state is decided by the term and the report's date.
    AssignmentDone,
    /// An assignment was not done.
    AssignmentNotDone,
    /// A recommendation: Done, PartlyDone or NotDone.
    Recommendation(RecommendationState),
}

impl AssignmentStep {
    /// The state a report of this day gives an assignment with this term in force.
    #[must_use]
    pub fn done_state(due: Due, on: NaiveDate) -> AssignmentState {
        match due.date() {
            Some(date) if on > date => AssignmentState::DoneLate { on },
            _ => AssignmentState::DoneInTime { on },
        }
    }
}

/// What a store begins with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beginning {
    /// The municipality's name.
    pub municipality: String,
    /// Who begins, if they say their name.
    pub administrator: Option<Person>,
    /// The first period; its edition and state follow.
    pub period: Period,
    /// The catalogue.
    pub catalogue: FirstCatalogue,
}

/// By which catalogue a store begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FirstCatalogue {
    /// The one of the founding, published as it is.
    Supplied,
    /// A working edition with nothing in it.
    Empty,
    /// One that was read from a file, published instead.
    Brought(Box<CatalogueDraft>),
}

impl Beginning {
    /// The catalogue from a file, if there is one.
    #[must_use]
    pub fn brought(&self) -> Option<&CatalogueDraft> {
        match &self.catalogue {
            FirstCatalogue::Brought(it) => Some(it),
            FirstCatalogue::Supplied | FirstCatalogue::Empty => None,
        }
    }
}

/// A whole catalogue to be written. Ids that the store does not know stand for something new.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CatalogueDraft {
    /// The file that it comes from: the first 16 bytes of its SHA-256.
    pub file: [u8; 16],
    /// The working edition that it is written over, with the revision seen; `None` makes a new one.
    pub into: Option<(EditionId, Seq)>,
    /// What is said of the edition as a whole.
    pub edition: Edition,
    /// The act that it rests on.
    pub act: Option<DocumentChoice>,
    /// Its directions, in order.
    pub directions: Vec<(DirectionId, Direction)>,
    /// Base quantities that its indicators name.
    pub bases: Vec<(BaseQuantityId, BaseQuantity)>,
    /// Its indicators, in order within their directions.
    pub indicators: Vec<(IndicatorId, Indicator)>,
    /// What it says of rules; of the others the usual holds.
    pub rules: Vec<(RuleKind, Rule)>,
}

impl Command {
    /// The file that the command brings, by the first 16 bytes of its SHA-256; `None` where somebody does something themselves.
    #[must_use]
    pub fn file(&self) -> Option<[u8; 16]> {
        match self {
            Command::TakeCatalogue(it) => Some(it.file),
            Command::TakeIn(it) => Some(it.file),
            Command::Begin(it) => it.brought().map(|it| it.file),
            Command::Cycle(it) => match &**it {
                CycleCommand::TakePage(it) => Some(it.file),
                _ => None,
            },
            _ => None,
        }
    }
}

/// Records are loaded by the program itself, and are nothing that comes over a link: the smallest of them take in memory many times
/// what they take on the way.
pub(super) fn from_nobody<'de, D: serde::Deserializer<'de>, T>(_: D) -> Result<T, D::Error> {
    Err(serde::de::Error::custom("only the program loads records"))
}
