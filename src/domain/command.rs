//! What a person can ask for. Every change of an existing record names the revision that the person has seen.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::evidence::Document;
use super::followup::{
    Addressee, AssignmentState, Due, Executor, RecommendationState, ReportOn, Sent,
};
use super::ids::{
    AssignmentId, BaseQuantityId, DecisionId, DocumentId, IndicatorId, OrganisationId, PeriodId,
    PersonId, RecommendationId, ReportId, Seq, UserId,
};
use super::people::{Organisation, Person, Settings, User};
use super::period::{Period, Reference};
use super::record::{Key, Record};
use super::value::{Cell, Entry, Source};

/// What the person has seen under a key.
///
/// Invariant: absent is explicit, never revision 0; a check that takes «no revision» for «don't care» loses the first write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Seen {
    /// There was no record.
    Absent,
    /// There was this revision.
    At(Seq),
}

/// One cell to be set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetValue {
    /// Which.
    pub cell: Cell,
    /// What the person has seen there.
    pub seen: Seen,
    /// What it becomes.
    pub entry: Entry,
    /// The note that goes with it; `None` keeps the one there is.
    pub note: Option<String>,
    /// Where the number comes from; `None` keeps what there is.
    pub source: Option<Source>,
}

/// What is said about a value, apart from its entry. `None` leaves a field as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueDetail {
    /// Note; empty clears it.
    pub note: Option<String>,
    /// Source; the inner `None` clears it.
    pub source: Option<Option<Source>>,
    /// Evidence; the inner `None` clears it.
    pub evidence: Option<Option<DocumentId>>,
    /// Follow-up flag.
    pub follow_up: Option<bool>,
    /// The organisation's own assessment; the inner `None` clears it.
    pub self_assessment: Option<Option<Entry>>,
}

/// A step of a value on its way to approval.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ValueStep {
    /// Сдать на проверку.
    Submit,
    /// Утвердить.
    Approve,
    /// Вернуть на доработку.
    Return {
        /// Why.
        reason: String,
    },
}

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

/// What a person can ask for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Command {
    /// Sets cells; all or none.
    SetValues(Vec<SetValue>),
    /// Changes what is said about a value.
    DetailValue {
        /// Which.
        cell: Cell,
        /// What the person has seen; `Absent` makes an empty value that carries a note.
        seen: Seen,
        /// What changes.
        detail: ValueDetail,
    },
    /// Moves values on their way; all or none.
    StepValues {
        /// Which, with the revisions seen.
        cells: Vec<(Cell, Seq)>,
        /// The step.
        step: ValueStep,
    },
    /// Sets a base quantity's number.
    SetBase {
        /// Period.
        period: PeriodId,
        /// Which quantity.
        base: BaseQuantityId,
        /// Of which organisation.
        organisation: OrganisationId,
        /// What the person has seen.
        seen: Seen,
        /// The number, ≥ 0; `None` takes it out.
        number: Option<Decimal>,
        /// Values that are put right with it, in the same commit: entered with the wrong number, they keep it otherwise.
        values: Vec<SetValue>,
    },
    /// Sets the other side of a benchmark.
    SetReference {
        /// Period.
        period: PeriodId,
        /// Indicator.
        indicator: IndicatorId,
        /// What the person has seen.
        seen: Seen,
        /// The number, > 0, with where it comes from; `None` takes it out.
        reference: Option<Reference>,
    },
    /// New recommendations, one per draft, in one commit.
    Recommend(Vec<RecommendationDraft>),
    /// Changes the words, term or addressees of a recommendation that has not left yet.
    EditRecommendation {
        /// Which.
        id: RecommendationId,
        /// The revision seen.
        seen: Seq,
        /// All its fields.
        draft: RecommendationDraft,
    },
    /// Moves recommendations; all or none.
    StepRecommendations {
        /// Which, with the revisions seen.
        ids: Vec<(RecommendationId, Seq)>,
        /// The step.
        step: RecommendationStep,
    },
    /// A new decision with its assignments.
    Decide(DecisionDraft),
    /// Changes a decision; assignments that the draft leaves out are left alone.
    EditDecision {
        /// Which.
        id: DecisionId,
        /// The revision seen.
        seen: Seq,
        /// All its fields.
        draft: DecisionDraft,
    },
    /// Moves a decision.
    StepDecision {
        /// Which.
        id: DecisionId,
        /// The revision seen.
        seen: Seq,
        /// The step.
        step: DecisionStep,
    },
    /// Moves an assignment.
    StepAssignment {
        /// Which.
        id: AssignmentId,
        /// The revision seen.
        seen: Seq,
        /// The step.
        step: AssignmentStep,
    },
    /// Records a report of execution.
    Report(ReportDraft),
    /// Changes a report's words.
    EditReport {
        /// Which.
        id: ReportId,
        /// The revision seen.
        seen: Seq,
        /// All its fields; `closes` must be `None`.
        draft: ReportDraft,
    },
    /// Adds a document to the register.
    AddDocument(Document),
    /// Changes a document.
    EditDocument {
        /// Which.
        id: DocumentId,
        /// The revision seen.
        seen: Seq,
        /// All its fields.
        document: Document,
    },
    /// Adds an organisation, with its head where there is one.
    AddOrganisation {
        /// The organisation.
        organisation: Organisation,
        /// The head: a new person, since when, on what footing.
        head: Option<NewHead>,
    },
    /// Changes an organisation.
    EditOrganisation {
        /// Which.
        id: OrganisationId,
        /// The revision seen.
        seen: Seq,
        /// All its fields.
        organisation: Organisation,
    },
    /// Appoints a head; the current permanent one's appointment ends the day before.
    Appoint {
        /// The organisation.
        organisation: OrganisationId,
        /// The new head; `None` leaves a vacancy from `from` on.
        head: Option<NewHead>,
        /// First day.
        from: NaiveDate,
        /// Why the last appointment ends.
        reason: String,
        /// The appointment in force that the person has seen, if any.
        seen: Option<(super::ids::AppointmentId, Seq)>,
    },
    /// Adds a period.
    AddPeriod(Period),
    /// Lets somebody in.
    AddUser {
        /// The account, its roles and scope.
        user: User,
        /// The person behind the account, where that is a new one.
        person: Option<Person>,
    },
    /// Changes what a user may do, or lets them in no more.
    EditUser {
        /// Which.
        id: UserId,
        /// The revision seen.
        seen: Seq,
        /// All its fields.
        user: User,
    },
    /// Changes the store's settings.
    EditSettings {
        /// The revision seen.
        seen: Seen,
        /// The settings.
        settings: Settings,
    },
    /// Loads ready records into a store, as one commit; every key must be free.
    Load(Vec<(Key, Record)>),
    /// Takes back one's own last commit.
    Undo,
    /// Does again what one has just taken back.
    Redo,
}

/// A head to appoint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewHead {
    /// Who: somebody known, or a new person.
    pub person: PersonChoice,
    /// On what footing.
    pub kind: super::people::AppointmentKind,
    /// First day.
    pub from: NaiveDate,
}

/// A person: a known one, or a new record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PersonChoice {
    /// On record.
    Known(PersonId),
    /// New.
    New(Person),
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
