//! What a person can ask for. Every change of an existing record names the revision that the person has seen.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::alias::PutAlias;
use super::catalogue::{BaseQuantity, Direction, Edition, Indicator};
pub use super::drafts::{
    AssignmentDraft, AssignmentStep, Beginning, CatalogueDraft, DecisionDraft, DecisionStep,
    DocumentChoice, FirstCatalogue, Outcome, PeriodStep, Rebinding, RecommendationDraft,
    RecommendationStep, ReportDraft,
};
pub use super::entering::{Seen, SetValue, ValueDetail, ValueStep};
use super::evidence::Document;
use super::ids::{
    AppointmentId, AssignmentId, BaseQuantityId, DecisionId, DeputyId, DirectionId, DocumentId,
    EditionId, IndicatorId, ObjectionId, OrganisationId, PeriodId, PersonId, RecommendationId,
    ReportId, Seq, UserId,
};
use super::people::{Organisation, Person, Settings, User};
use super::period::{Period, Reference};
use super::record::{Key, Record};
use super::results::{Objection, ObjectionAnswer};
use super::rule::RuleKind;
pub use super::rule::{Confirm, Found, PutRule};
use super::staffing::{AppointmentDraft, CareerDraft, Closing, Intake};
pub use super::staffing::{NewHead, PersonChoice};
use super::value::Cell;

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
    /// Says of what rules found why it is right as it stands; all or none.
    Confirm(Confirm),
    /// Takes that back, with the revisions seen.
    Unconfirm(Vec<(Cell, RuleKind, Seq)>),
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
    /// Appoints a head; whoever is in office then leaves the day before, but for the one who is only absent while the new head acts.
    Appoint {
        /// The organisation.
        organisation: OrganisationId,
        /// The new head; `None` leaves a vacancy from `from` on.
        head: Option<NewHead>,
        /// First day.
        from: NaiveDate,
        /// Why the last appointment ends.
        reason: String,
        /// The appointments in force that the person has seen: nobody else's is ended.
        seen: Vec<(AppointmentId, Seq)>,
        /// The one of them that goes on: of the permanent head who is absent.
        absent: Option<AppointmentId>,
    },
    /// Closes an organisation, or merges it into another one, and lets its heads go. Its other fields change with it.
    CloseOrganisation {
        /// Which.
        id: OrganisationId,
        /// The revision seen.
        seen: Seq,
        /// All its fields.
        organisation: Organisation,
        /// By which act, and who leaves.
        closing: Closing,
    },
    /// Writes down an appointment, of now or of long ago.
    AddAppointment(AppointmentDraft),
    /// Changes an appointment.
    EditAppointment {
        /// Which.
        id: AppointmentId,
        /// The revision seen.
        seen: Seq,
        /// All its fields.
        draft: AppointmentDraft,
    },
    /// Takes out an appointment on which nothing rests.
    RemoveAppointment {
        /// Which.
        id: AppointmentId,
        /// The revision seen.
        seen: Seq,
    },
    /// Puts a name right.
    EditPerson {
        /// Whose.
        id: PersonId,
        /// The revision seen.
        seen: Seq,
        /// The name.
        person: Person,
    },
    /// Adds, changes or takes out a qualification, an attestation, a contract, or a candidacy in the reserve.
    SetCareer {
        /// Which, with the revision seen; `None` makes a new one.
        at: Option<(Key, Seq)>,
        /// All its fields; `None` takes it out.
        draft: Option<CareerDraft>,
    },
    /// Takes in what a register brings, as one commit.
    TakeIn(Intake),
    /// Adds a base quantity.
    AddBaseQuantity(BaseQuantity),
    /// Changes a base quantity, retires or revives it.
    EditBaseQuantity {
        /// Which.
        id: BaseQuantityId,
        /// The revision seen.
        seen: Seq,
        /// All its fields.
        quantity: BaseQuantity,
    },
    /// Adds a working edition: a copy of another, or an empty one.
    AddEdition {
        /// What is copied.
        from: Option<EditionId>,
        /// What is said of it as a whole; its state and what it is based on follow.
        edition: Edition,
        /// The act that it rests on, where it is not the one that the edition names.
        act: Option<DocumentChoice>,
    },
    /// Changes what is said of a working edition as a whole.
    EditEdition {
        /// Which.
        id: EditionId,
        /// The revision seen.
        seen: Seq,
        /// All its fields.
        edition: Edition,
        /// The act that it rests on, where it is not the one that the edition names.
        act: Option<DocumentChoice>,
    },
    /// Takes a working edition out, with all that is in it.
    DropEdition {
        /// Which.
        id: EditionId,
        /// The revision seen.
        seen: Seq,
    },
    /// Writes a direction of a working edition.
    PutDirection {
        /// The edition.
        edition: EditionId,
        /// Which; `None` for a new one, which stands last.
        id: Option<DirectionId>,
        /// What the person has seen.
        seen: Seen,
        /// All its fields.
        direction: Direction,
    },
    /// Writes an indicator of a working edition.
    PutIndicator {
        /// The edition.
        edition: EditionId,
        /// Which; `None` for a new one, which stands last in its direction.
        id: Option<IndicatorId>,
        /// What the person has seen.
        seen: Seen,
        /// All its fields.
        indicator: Box<Indicator>,
    },
    /// Retires a direction or an indicator of a working edition, or takes it up again.
    RetireItem {
        /// Which.
        key: Key,
        /// The revision seen.
        seen: Seq,
        /// Retired from now on, or not any more.
        retired: bool,
    },
    /// Removes a direction or an indicator that only this working edition has.
    RemoveItem {
        /// Which.
        key: Key,
        /// The revision seen.
        seen: Seq,
    },
    /// Moves a direction, or an indicator within its direction, to stand right after another.
    ArrangeItem {
        /// Which.
        key: Key,
        /// The revision seen.
        seen: Seq,
        /// After which; `None`: first.
        after: Option<Key>,
    },
    /// Says how much a rule matters in a working edition, and what is to be done.
    PutRule(PutRule),
    /// Publishes a working edition.
    PublishEdition {
        /// Which.
        id: EditionId,
        /// The revision seen.
        seen: Seq,
        /// Periods without values that are measured by it from now on, with the revisions seen.
        periods: Vec<(PeriodId, Seq)>,
    },
    /// Writes a whole catalogue into a working edition.
    TakeCatalogue(Box<CatalogueDraft>),
    /// Adds a period.
    AddPeriod(Period),
    /// Adds periods in one commit: a year with its half-years and quarters.
    AddPeriods(Vec<Period>),
    /// Changes what is said of a period: name, days, deadline, exceptions. Where it stands, its steps change.
    EditPeriod {
        /// Which.
        id: PeriodId,
        /// The revision seen.
        seen: Seq,
        /// All its fields; state and events as they are.
        period: Period,
    },
    /// Moves a period on its way.
    StepPeriod {
        /// Which.
        id: PeriodId,
        /// The revision seen.
        seen: Seq,
        /// The step.
        step: PeriodStep,
    },
    /// Moves a period that is not closed to another edition; its values stay as they are.
    MovePeriod(Rebinding),
    /// Scores a closed period anew; by the edition that it has, that takes in what was put right since.
    Rescore(Rebinding),
    /// Names the act that approved the results of a closed period.
    ApproveResults {
        /// Which.
        id: PeriodId,
        /// The revision seen.
        seen: Seq,
        /// The act.
        act: DocumentChoice,
    },
    /// Puts a value of a closed period right; the period stays closed.
    CorrectValue {
        /// The cell and what it becomes.
        set: SetValue,
        /// Why.
        reason: String,
        /// The document that says so.
        document: DocumentChoice,
    },
    /// Takes an objection down; what it says of an answer counts for nothing.
    AddObjection(Objection),
    /// Puts an objection right; its answer stays.
    EditObjection {
        /// Which.
        id: ObjectionId,
        /// The revision seen.
        seen: Seq,
        /// All its fields but the answer.
        objection: Objection,
    },
    /// Answers an objection, or puts the answer right.
    AnswerObjection {
        /// Which.
        id: ObjectionId,
        /// The revision seen.
        seen: Seq,
        /// The answer.
        answer: ObjectionAnswer,
    },
    /// Notes what happens while numbers are collected: the same of one organisation or of many, all or none.
    Collect(super::collection::Collecting),
    /// Something of the management cycle.
    Cycle(Box<super::cycle_command::CycleCommand>),
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
    /// Names who stands in for a head of department.
    NameDeputy {
        /// Who stands in.
        user: UserId,
        /// For whom.
        head: UserId,
        /// First day.
        from: NaiveDate,
        /// Last day, inclusive.
        to: NaiveDate,
    },
    /// Ends a deputation sooner or later; one that has not begun and would end before it begins is taken out.
    EndDeputy {
        /// Which.
        id: DeputyId,
        /// The revision seen.
        seen: Seq,
        /// The new last day.
        to: NaiveDate,
    },
    /// Sets up a store that was just founded.
    Begin(Box<Beginning>),
    /// Changes the store's settings.
    EditSettings {
        /// The revision seen.
        seen: Seen,
        /// The settings.
        settings: Settings,
    },
    /// Loads ready records into a store, as one commit; every key must be free.
    Load(#[serde(deserialize_with = "super::drafts::from_nobody")] Vec<(Key, Record)>),
    /// Erases a person's data on lawful demand (152-ФЗ): for ever, also from what was.
    Erase(super::erasure::Demand),
    /// Says anew what a name that files use means, or forgets it.
    PutAlias(PutAlias),
    /// Takes back one's own last commit.
    Undo,
    /// Does again what one has just taken back.
    Redo,
}
