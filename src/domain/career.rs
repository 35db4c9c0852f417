//! What is on record about a person's work beside the appointments: qualifications, attestations, contracts, the managerial reserve.
//!
//! Owns the records and what their dates say; names a person by id only. Facts of the field: sections 3.3 (D2, D5) and 6 (the list of what
//! may be kept of an employee).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ids::{DocumentId, OrganisationId, PersonId};

/// Education or training that somebody has (образование, переподготовка, повышение квалификации).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Qualification {
    /// Who.
    pub person: PersonId,
    /// What kind of training.
    pub kind: QualificationKind,
    /// Programme or speciality: «Государственное и муниципальное управление».
    pub title: String,
    /// Who taught; may be empty.
    pub institution: String,
    /// Hours of the programme, where they are known.
    pub hours: Option<u32>,
    /// When the certificate was given.
    pub issued: NaiveDate,
    /// Last day on which it counts; `None` without term.
    pub until: Option<NaiveDate>,
    /// The certificate: «удостоверение № 6727-18»; may be empty.
    pub paper: String,
}

/// Kind of a qualification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum QualificationKind {
    /// Высшее образование.
    Higher,
    /// Профессиональная переподготовка.
    Retraining,
    /// Повышение квалификации.
    Course,
}

/// An attestation of a head or of a candidate (аттестация на соответствие занимаемой должности). 273-ФЗ, ст. 51 ч. 4.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attestation {
    /// Who.
    pub person: PersonId,
    /// As a head in office or as a candidate for the post.
    pub candidate: bool,
    /// Day of the commission's decision.
    pub held: NaiveDate,
    /// What the commission decided.
    pub outcome: AttestationOutcome,
    /// Last day on which it counts; `None` without term.
    pub until: Option<NaiveDate>,
    /// The minutes or the order.
    pub act: Option<DocumentId>,
}

/// What an attestation came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum AttestationOutcome {
    /// Соответствует занимаемой должности.
    Fit,
    /// Соответствует с рекомендациями комиссии.
    FitWithAdvice,
    /// Не соответствует.
    Unfit,
}

/// An employment contract with a head (трудовой договор).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contract {
    /// With whom.
    pub person: PersonId,
    /// For which organisation.
    pub organisation: OrganisationId,
    /// Number; may be empty.
    pub number: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day, inclusive; `None` without term.
    pub until: Option<NaiveDate>,
}

/// Somebody in the managerial reserve (резерв управленческих кадров).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// Who.
    pub person: PersonId,
    /// For which post: «директор», «заведующий».
    pub post: String,
    /// For which organisation, where it is for one.
    pub organisation: Option<OrganisationId>,
    /// The act of inclusion.
    pub ground: Option<DocumentId>,
    /// In the reserve since.
    pub from: NaiveDate,
    /// Until when the inclusion counts; `None` without term.
    pub until: Option<NaiveDate>,
    /// What the candidate is trained by; may be empty.
    pub programme: String,
    /// Who guides the candidate.
    pub mentor: Option<PersonId>,
    /// What became of it.
    pub outcome: CandidateOutcome,
}

/// What became of a candidate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CandidateOutcome {
    /// Состоит в резерве.
    InReserve,
    /// Подготовка завершена.
    Trained {
        /// When.
        on: NaiveDate,
    },
    /// Назначение на должность.
    Appointed {
        /// When.
        on: NaiveDate,
    },
    /// Исключение из резерва.
    Excluded {
        /// When.
        on: NaiveDate,
        /// Why.
        reason: String,
    },
}

/// Whether something with a last day counts on a day.
#[must_use]
pub fn counts_on(from: NaiveDate, until: Option<NaiveDate>, day: NaiveDate) -> bool {
    from <= day && until.is_none_or(|it| day <= it)
}
