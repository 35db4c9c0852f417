//! Identities. Every kind of record has its own number type, so that one can't stand for another.
//!
//! Ids are handed out by `decide` from [`crate::domain::state::State`] and are never used twice, even after an undo.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub u32);
    )*};
}

ids! {
    /// A version of the catalogue.
    EditionId;
    /// A direction (направление). Lives for ever; its text is a record per edition.
    DirectionId;
    /// An indicator (показатель). Lives for ever; its text is a record per edition.
    IndicatorId;
    /// A base quantity (базовая величина), e.g. «педагоги всего».
    BaseQuantityId;
    /// A period (период).
    PeriodId;
    /// An organisation (ОО).
    OrganisationId;
    /// A person (лицо).
    PersonId;
    /// An appointment (назначение).
    AppointmentId;
    /// A user of the program, by the account of the operating system.
    UserId;
    /// A recommendation (адресная рекомендация).
    RecommendationId;
    /// A decision (управленческое решение).
    DecisionId;
    /// An assignment (поручение) of a decision.
    AssignmentId;
    /// A report of execution (отчёт об исполнении).
    ReportId;
    /// A document (документ).
    DocumentId;
    /// A requirement of section 2.1 (позиция оценивания).
    RequirementId;
    /// A citation of a document for a requirement (ссылка на документ).
    CitationId;
    /// A deputation (замещение) of a head of department.
    DeputyId;
    /// An objection (возражение) to a value or a score.
    ObjectionId;
    /// A qualification of a person.
    QualificationId;
    /// An attestation of a person.
    AttestationId;
    /// An employment contract (трудовой договор).
    ContractId;
    /// Somebody in the managerial reserve (резерв).
    CandidateId;
    /// A name that files use.
    AliasId;
    /// A file whose values were brought in.
    BroughtFileId;
    /// A section of the assessment (раздел), such as 2.1.
    SectionId;
    /// A round of the assessment (оценочный раунд).
    RoundId;
    /// A goal (цель).
    GoalId;
    /// A note of analysis (анализ результатов мониторинга).
    NoteId;
    /// An activity (мера, мероприятие).
    ActivityId;
    /// A review of what something has changed (анализ эффективности принятых мер).
    ReviewId;
}

/// The user that stands for the program itself: founding a store and loading its first records.
pub const PROGRAM: UserId = UserId(0);

/// Number of a commit in the journal, from 1. Also the *revision* of whatever the commit changed last.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Seq(pub u64);

impl Seq {
    /// The number after this one.
    #[must_use]
    pub fn next(self) -> Seq {
        Seq(self.0.saturating_add(1))
    }
}

/// Which store it is, for files that are given away and come back. Told to whoever comes in; nothing secret can be reckoned from it.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct StoreMark(pub u64);

/// Sixteen hexadecimal digits.
impl std::fmt::Display for StoreMark {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// A moment: milliseconds since 1970-01-01T00:00:00Z. The domain never asks a clock for one.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Timestamp(pub i64);

/// When something is decided: the moment, and the civil date where the person sits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Now {
    /// The moment.
    pub at: Timestamp,
    /// The local date at that moment; deadlines are civil dates and know no time zone.
    pub today: chrono::NaiveDate,
}
