//! Where records live: the key of each, and its bytes, by which the store sorts.
//!
//! Must not know what is in a record.

use serde::{Deserialize, Serialize};

use super::ids::{
    ActivityId, AliasId, AppointmentId, AssignmentId, AttestationId, BaseQuantityId, BroughtFileId,
    CandidateId, CitationId, ContractId, DecisionId, DeputyId, DirectionId, DocumentId, EditionId,
    GoalId, IndicatorId, NoteId, ObjectionId, OrganisationId, PeriodId, PersonId, QualificationId,
    RecommendationId, ReportId, RequirementId, ReviewId, RoundId, SectionId, UserId,
};
use super::kind::Kind;
use super::rule::RuleKind;
use super::value::{Cell, Subject};

/// Where a record lives. The order of keys is that of their bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Key {
    /// The store's settings; there is one.
    Settings,
    /// An edition.
    Edition(EditionId),
    /// A direction's text in an edition.
    Direction(EditionId, DirectionId),
    /// An indicator's text in an edition.
    Indicator(EditionId, IndicatorId),
    /// A base quantity.
    BaseQuantity(BaseQuantityId),
    /// A base quantity's number.
    BaseValue(PeriodId, BaseQuantityId, OrganisationId),
    /// The other side of a benchmark.
    Reference(PeriodId, IndicatorId),
    /// An organisation.
    Organisation(OrganisationId),
    /// A person.
    Person(PersonId),
    /// An appointment.
    Appointment(AppointmentId),
    /// A period.
    Period(PeriodId),
    /// A cell.
    Value(Cell),
    /// A recommendation.
    Recommendation(RecommendationId),
    /// A decision.
    Decision(DecisionId),
    /// An assignment.
    Assignment(AssignmentId),
    /// A report.
    Report(ReportId),
    /// A document.
    Document(DocumentId),
    /// A requirement.
    Requirement(RequirementId),
    /// A citation.
    Citation(CitationId),
    /// A user.
    User(UserId),
    /// Who stands in for a head of department.
    Deputy(DeputyId),
    /// What a closed period came to, as a whole.
    Results(PeriodId),
    /// What a closed period came to for an organisation.
    ResultRow(PeriodId, OrganisationId),
    /// What was put right in a closed period.
    Correction(Cell),
    /// An objection.
    Objection(ObjectionId),
    /// A qualification.
    Qualification(QualificationId),
    /// An attestation.
    Attestation(AttestationId),
    /// An employment contract.
    Contract(ContractId),
    /// Somebody in the managerial reserve.
    Candidate(CandidateId),
    /// What an edition says of a rule.
    Rule(EditionId, RuleKind),
    /// What was said of something that a rule found at a cell.
    Confirmation(Cell, RuleKind),
    /// How the numbers of an organisation are collected for a period.
    Collection(PeriodId, OrganisationId),
    /// A name that files use.
    Alias(AliasId),
    /// A file whose values were brought in.
    BroughtFile(BroughtFileId),
    /// A section of the assessment.
    Section(SectionId),
    /// A round of the assessment.
    Round(RoundId),
    /// A goal.
    Goal(GoalId),
    /// A note of analysis.
    AnalysisNote(NoteId),
    /// An activity.
    Activity(ActivityId),
    /// A review of what something has changed.
    Review(ReviewId),
}

impl Key {
    /// Kind of the record that lives here.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Key::Settings => Kind::Settings,
            Key::Edition(_) => Kind::Edition,
            Key::Direction(..) => Kind::Direction,
            Key::Indicator(..) => Kind::Indicator,
            Key::BaseQuantity(_) => Kind::BaseQuantity,
            Key::BaseValue(..) => Kind::BaseValue,
            Key::Reference(..) => Kind::Reference,
            Key::Organisation(_) => Kind::Organisation,
            Key::Person(_) => Kind::Person,
            Key::Appointment(_) => Kind::Appointment,
            Key::Period(_) => Kind::Period,
            Key::Value(_) => Kind::Value,
            Key::Recommendation(_) => Kind::Recommendation,
            Key::Decision(_) => Kind::Decision,
            Key::Assignment(_) => Kind::Assignment,
            Key::Report(_) => Kind::Report,
            Key::Document(_) => Kind::Document,
            Key::Requirement(_) => Kind::Requirement,
            Key::Citation(_) => Kind::Citation,
            Key::User(_) => Kind::User,
            Key::Deputy(_) => Kind::Deputy,
            Key::Results(_) => Kind::Results,
            Key::ResultRow(..) => Kind::ResultRow,
            Key::Correction(_) => Kind::Correction,
            Key::Objection(_) => Kind::Objection,
            Key::Qualification(_) => Kind::Qualification,
            Key::Attestation(_) => Kind::Attestation,
            Key::Contract(_) => Kind::Contract,
            Key::Candidate(_) => Kind::Candidate,
            Key::Rule(..) => Kind::Rule,
            Key::Confirmation(..) => Kind::Confirmation,
            Key::Collection(..) => Kind::Collection,
            Key::Alias(_) => Kind::Alias,
            Key::BroughtFile(_) => Kind::BroughtFile,
            Key::Section(_) => Kind::Section,
            Key::Round(_) => Kind::Round,
            Key::Goal(_) => Kind::Goal,
            Key::AnalysisNote(_) => Kind::AnalysisNote,
            Key::Activity(_) => Kind::Activity,
            Key::Review(_) => Kind::Review,
        }
    }

    /// The number within the kind that the engine hands out, for counters; `None` where a key is only made of others' ids.
    #[must_use]
    pub fn own_id(&self) -> Option<u32> {
        Some(match *self {
            Key::Settings
            | Key::BaseValue(..)
            | Key::Reference(..)
            | Key::Value(_)
            | Key::Results(_)
            | Key::ResultRow(..)
            | Key::Correction(_)
            | Key::Rule(..)
            | Key::Confirmation(..)
            | Key::Collection(..) => return None,
            Key::Edition(id) => id.0,
            Key::Direction(_, id) => id.0,
            Key::Indicator(_, id) => id.0,
            Key::BaseQuantity(id) => id.0,
            Key::Organisation(id) => id.0,
            Key::Person(id) => id.0,
            Key::Appointment(id) => id.0,
            Key::Period(id) => id.0,
            Key::Recommendation(id) => id.0,
            Key::Decision(id) => id.0,
            Key::Assignment(id) => id.0,
            Key::Report(id) => id.0,
            Key::Document(id) => id.0,
            Key::Requirement(id) => id.0,
            Key::Citation(id) => id.0,
            Key::User(id) => id.0,
            Key::Deputy(id) => id.0,
            Key::Objection(id) => id.0,
            Key::Qualification(id) => id.0,
            Key::Attestation(id) => id.0,
            Key::Contract(id) => id.0,
            Key::Candidate(id) => id.0,
            Key::Alias(id) => id.0,
            Key::BroughtFile(id) => id.0,
            Key::Section(id) => id.0,
            Key::Round(id) => id.0,
            Key::Goal(id) => id.0,
            Key::AnalysisNote(id) => id.0,
            Key::Activity(id) => id.0,
            Key::Review(id) => id.0,
        })
    }

    /// The period among whose numbers the record lies, and with which it is loaded; `None` for what is always in memory.
    #[must_use]
    pub fn shard(&self) -> Option<PeriodId> {
        match *self {
            Key::Value(Cell { period, .. })
            | Key::Confirmation(Cell { period, .. }, _)
            | Key::BaseValue(period, ..)
            | Key::ResultRow(period, _)
            | Key::Collection(period, _) => Some(period),
            _ => None,
        }
    }

    /// Kind byte and big-endian parts, so that a prefix scan gives «all values of this period and indicator».
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = vec![self.kind() as u8];
        let mut put = |n: u32| out.extend_from_slice(&n.to_be_bytes());
        match *self {
            Key::Settings => {}
            Key::Direction(edition, id) => {
                put(edition.0);
                put(id.0);
            }
            Key::Indicator(edition, id) => {
                put(edition.0);
                put(id.0);
            }
            Key::BaseValue(period, base, organisation) => {
                put(period.0);
                put(base.0);
                put(organisation.0);
            }
            Key::Reference(period, indicator) => {
                put(period.0);
                put(indicator.0);
            }
            Key::Results(period) => put(period.0),
            Key::ResultRow(period, organisation) | Key::Collection(period, organisation) => {
                put(period.0);
                put(organisation.0);
            }
            Key::Value(cell) | Key::Correction(cell) => put_cell(&mut out, cell),
            Key::Rule(edition, rule) => {
                put(edition.0);
                out.push(rule as u8);
            }
            Key::Confirmation(cell, rule) => {
                put_cell(&mut out, cell);
                out.push(rule as u8);
            }
            _ => put(self.own_id().unwrap_or_default()),
        }
        out
    }

    /// Reads what [`Key::to_bytes`] wrote; `None` for anything else.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Key> {
        let (kind, rest) = bytes.split_first()?;
        let mut parts = Parts(rest);
        let key = match Kind::from_number(*kind)? {
            Kind::Settings => Key::Settings,
            Kind::Edition => Key::Edition(EditionId(parts.id()?)),
            Kind::Direction => Key::Direction(EditionId(parts.id()?), DirectionId(parts.id()?)),
            Kind::Indicator => Key::Indicator(EditionId(parts.id()?), IndicatorId(parts.id()?)),
            Kind::BaseQuantity => Key::BaseQuantity(BaseQuantityId(parts.id()?)),
            Kind::BaseValue => Key::BaseValue(
                PeriodId(parts.id()?),
                BaseQuantityId(parts.id()?),
                OrganisationId(parts.id()?),
            ),
            Kind::Reference => Key::Reference(PeriodId(parts.id()?), IndicatorId(parts.id()?)),
            Kind::Organisation => Key::Organisation(OrganisationId(parts.id()?)),
            Kind::Person => Key::Person(PersonId(parts.id()?)),
            Kind::Appointment => Key::Appointment(AppointmentId(parts.id()?)),
            Kind::Period => Key::Period(PeriodId(parts.id()?)),
            Kind::Value => Key::Value(parts.cell()?),
            Kind::Recommendation => Key::Recommendation(RecommendationId(parts.id()?)),
            Kind::Decision => Key::Decision(DecisionId(parts.id()?)),
            Kind::Assignment => Key::Assignment(AssignmentId(parts.id()?)),
            Kind::Report => Key::Report(ReportId(parts.id()?)),
            Kind::Document => Key::Document(DocumentId(parts.id()?)),
            Kind::Requirement => Key::Requirement(RequirementId(parts.id()?)),
            Kind::Citation => Key::Citation(CitationId(parts.id()?)),
            Kind::User => Key::User(UserId(parts.id()?)),
            Kind::Deputy => Key::Deputy(DeputyId(parts.id()?)),
            Kind::Results => Key::Results(PeriodId(parts.id()?)),
            Kind::ResultRow => Key::ResultRow(PeriodId(parts.id()?), OrganisationId(parts.id()?)),
            Kind::Correction => Key::Correction(parts.cell()?),
            Kind::Objection => Key::Objection(ObjectionId(parts.id()?)),
            Kind::Qualification => Key::Qualification(QualificationId(parts.id()?)),
            Kind::Attestation => Key::Attestation(AttestationId(parts.id()?)),
            Kind::Contract => Key::Contract(ContractId(parts.id()?)),
            Kind::Candidate => Key::Candidate(CandidateId(parts.id()?)),
            Kind::Rule => Key::Rule(EditionId(parts.id()?), parts.rule()?),
            Kind::Confirmation => Key::Confirmation(parts.cell()?, parts.rule()?),
            Kind::Collection => Key::Collection(PeriodId(parts.id()?), OrganisationId(parts.id()?)),
            Kind::Alias => Key::Alias(AliasId(parts.id()?)),
            Kind::BroughtFile => Key::BroughtFile(BroughtFileId(parts.id()?)),
            Kind::Section => Key::Section(SectionId(parts.id()?)),
            Kind::Round => Key::Round(RoundId(parts.id()?)),
            Kind::Goal => Key::Goal(GoalId(parts.id()?)),
            Kind::AnalysisNote => Key::AnalysisNote(NoteId(parts.id()?)),
            Kind::Activity => Key::Activity(ActivityId(parts.id()?)),
            Kind::Review => Key::Review(ReviewId(parts.id()?)),
        };
        parts.0.is_empty().then_some(key)
    }
}

fn put_cell(out: &mut Vec<u8>, cell: Cell) {
    let (tag, id) = match cell.subject {
        Subject::Organisation(id) => (1, id.0),
        Subject::Person(id) => (2, id.0),
        Subject::Municipality => (3, 0),
    };
    out.extend_from_slice(&cell.period.0.to_be_bytes());
    out.extend_from_slice(&cell.indicator.0.to_be_bytes());
    out.push(tag);
    out.extend_from_slice(&id.to_be_bytes());
}

/// Reads the parts of a key off a slice.
struct Parts<'a>(&'a [u8]);

impl Parts<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn cell(&mut self) -> Option<Cell> {
        let (period, indicator) = (PeriodId(self.id()?), IndicatorId(self.id()?));
        let subject = match (self.byte()?, self.id()?) {
            (1, id) => Subject::Organisation(OrganisationId(id)),
            (2, id) => Subject::Person(PersonId(id)),
            (3, 0) => Subject::Municipality,
            _ => return None,
        };
        Some(Cell {
            period,
            indicator,
            subject,
        })
    }

    fn rule(&mut self) -> Option<RuleKind> {
        RuleKind::from_number(self.byte()?)
    }

    fn id(&mut self) -> Option<u32> {
        let (first, rest) = self.0.split_first_chunk::<4>()?;
        self.0 = rest;
        Some(u32::from_be_bytes(*first))
    }
}
