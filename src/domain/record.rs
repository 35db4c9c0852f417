//! The one shape in which anything is stored, sent or undone: a [`Commit`] of [`Change`]s to [`Record`]s under [`Key`]s.
//!
//! Persisting, sending, undoing, auditing and exporting work on this shape and know nothing of schools.
//! Kind numbers are written by us and only ever appended.

use super::activity::{Activity, Review};
use super::alias::Alias;
use super::brought::BroughtFile;
use super::career::{Attestation, Candidate, Contract, Qualification};
use super::catalogue::{BaseQuantity, Direction, Edition, Indicator};
use super::collection::Collection;
use super::cycle::{AnalysisNote, Goal, Round, Section};
use super::evidence::{Citation, Document, Requirement};
use super::followup::{Assignment, Decision, Recommendation, Report};
use super::ids::{Seq, Timestamp, UserId};
pub use super::key::Key;
pub use super::kind::Kind;
use super::people::{Appointment, Deputy, Organisation, Person, Settings, User};
use super::period::{BaseValue, Period, Reference};
use super::results::{Correction, Objection, ResultRow, Results};
use super::rule::{Confirmation, Rule};
use super::value::Value;
use serde::{Deserialize, Serialize};

/// A record of any kind. Its stamp (revision, author, time) is not part of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(
    clippy::large_enum_variant,
    reason = "records pass one at a time; tables hold the inner types"
)]
#[expect(missing_docs, reason = "each variant is the record of that name")]
pub enum Record {
    Settings(Settings),
    Edition(Edition),
    Direction(Direction),
    Indicator(Indicator),
    BaseQuantity(BaseQuantity),
    BaseValue(BaseValue),
    Reference(Reference),
    Organisation(Organisation),
    Person(Person),
    Appointment(Appointment),
    Period(Period),
    Value(Value),
    Recommendation(Recommendation),
    Decision(Decision),
    Assignment(Assignment),
    Report(Report),
    Document(Document),
    Requirement(Requirement),
    Citation(Citation),
    User(User),
    Deputy(Deputy),
    Results(Results),
    ResultRow(ResultRow),
    Correction(Correction),
    Objection(Objection),
    Qualification(Qualification),
    Attestation(Attestation),
    Contract(Contract),
    Candidate(Candidate),
    Rule(Rule),
    Confirmation(Confirmation),
    Collection(Collection),
    Alias(Alias),
    BroughtFile(BroughtFile),
    Section(Section),
    Round(Round),
    Goal(Goal),
    AnalysisNote(AnalysisNote),
    Activity(Activity),
    Review(Review),
}

impl Record {
    /// Kind of the record.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Record::Settings(_) => Kind::Settings,
            Record::Edition(_) => Kind::Edition,
            Record::Direction(_) => Kind::Direction,
            Record::Indicator(_) => Kind::Indicator,
            Record::BaseQuantity(_) => Kind::BaseQuantity,
            Record::BaseValue(_) => Kind::BaseValue,
            Record::Reference(_) => Kind::Reference,
            Record::Organisation(_) => Kind::Organisation,
            Record::Person(_) => Kind::Person,
            Record::Appointment(_) => Kind::Appointment,
            Record::Period(_) => Kind::Period,
            Record::Value(_) => Kind::Value,
            Record::Recommendation(_) => Kind::Recommendation,
            Record::Decision(_) => Kind::Decision,
            Record::Assignment(_) => Kind::Assignment,
            Record::Report(_) => Kind::Report,
            Record::Document(_) => Kind::Document,
            Record::Requirement(_) => Kind::Requirement,
            Record::Citation(_) => Kind::Citation,
            Record::User(_) => Kind::User,
            Record::Deputy(_) => Kind::Deputy,
            Record::Results(_) => Kind::Results,
            Record::ResultRow(_) => Kind::ResultRow,
            Record::Correction(_) => Kind::Correction,
            Record::Objection(_) => Kind::Objection,
            Record::Qualification(_) => Kind::Qualification,
            Record::Attestation(_) => Kind::Attestation,
            Record::Contract(_) => Kind::Contract,
            Record::Candidate(_) => Kind::Candidate,
            Record::Rule(_) => Kind::Rule,
            Record::Confirmation(_) => Kind::Confirmation,
            Record::Collection(_) => Kind::Collection,
            Record::Alias(_) => Kind::Alias,
            Record::BroughtFile(_) => Kind::BroughtFile,
            Record::Section(_) => Kind::Section,
            Record::Round(_) => Kind::Round,
            Record::Goal(_) => Kind::Goal,
            Record::AnalysisNote(_) => Kind::AnalysisNote,
            Record::Activity(_) => Kind::Activity,
            Record::Review(_) => Kind::Review,
        }
    }
}

/// One record before and after. Both whole, so that replaying is idempotent and undoing needs no rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Where.
    pub key: Key,
    /// What was there; `None` for a new record.
    pub before: Option<Record>,
    /// What is there now; `None` where an undo takes a creation back.
    pub after: Option<Record>,
}

impl Change {
    /// What takes it back.
    #[must_use]
    pub fn turned_back(&self) -> Change {
        Change {
            key: self.key,
            before: self.after.clone(),
            after: self.before.clone(),
        }
    }
}

/// Why a commit was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Cause {
    /// Somebody did it.
    Do,
    /// The commit takes back this one.
    Undo(Seq),
    /// The commit does again what this undo took back.
    Redo(Seq),
    /// Loaded from a file with this digest (the first 16 bytes of its SHA-256).
    Import([u8; 16]),
    /// A person's data was erased on lawful demand.
    Erase,
}

/// Made by the client when a command leaves the editor, so that a repeated command gets its first answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CommandId(pub u128);

/// A change of the store: numbered, dated, signed, whole or not at all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commit {
    /// Its number; the revision of every record it changed.
    pub seq: Seq,
    /// When it was decided.
    pub time: Timestamp,
    /// By whom.
    pub actor: UserId,
    /// The command it answers.
    pub command_id: CommandId,
    /// Why.
    pub cause: Cause,
    /// What changed, in order; a key occurs once.
    pub changes: Vec<Change>,
}
