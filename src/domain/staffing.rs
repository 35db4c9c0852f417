//! What is asked of who works where: an organisation that closes, an appointment, a record of somebody's career, and a register that is
//! taken in as a whole.
//!
//! Invariant: a form names people and papers as it has them, known or new; records name them by id only.

use std::fmt;
use std::marker::PhantomData;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::de::{Error as _, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::alias::Alias;
use super::brought::BroughtFile;
use super::career::{Attestation, Candidate, Contract, Qualification};
use super::catalogue::BaseQuantity;
use super::command::{Seen, SetValue};
use super::drafts::DocumentChoice;
use super::evidence::Document;
use super::ids::{AppointmentId, DocumentId, OrganisationId, PersonId, Seq};
use super::ids::{BaseQuantityId, IndicatorId, PeriodId};
use super::people::{AppointmentKind, Organisation, OrganisationFlag, Person, StandingReason};
use super::period::Reference;
use super::record::{Key, Record};

/// A head to appoint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewHead {
    /// Who: somebody known, or a new person.
    pub person: PersonChoice,
    /// On what footing.
    pub kind: AppointmentKind,
    /// First day.
    pub from: NaiveDate,
    /// Last day, inclusive; `None` where it is not known.
    pub to: Option<NaiveDate>,
    /// The act of appointment.
    pub act: Option<DocumentChoice>,
}

/// A person: a known one, or a new record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PersonChoice {
    /// On record.
    Known(PersonId),
    /// New.
    New(Person),
}

/// How an organisation closes or is merged, beside what its record says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closing {
    /// The act; `None` where there is none yet.
    pub act: Option<DocumentChoice>,
    /// Why its heads leave; may be empty.
    pub reason: String,
    /// The appointments that the person has seen, with their revisions: nobody else's is ended.
    pub heads: Vec<(AppointmentId, Seq)>,
}

/// An appointment with all its fields.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppointmentDraft {
    /// What is headed.
    pub organisation: OrganisationId,
    /// Who.
    pub person: PersonChoice,
    /// On what footing.
    pub kind: AppointmentKind,
    /// First day.
    pub from: NaiveDate,
    /// Last day, inclusive; `None` while in office.
    pub to: Option<NaiveDate>,
    /// The act of appointment.
    pub act: Option<DocumentChoice>,
    /// End of the contract.
    pub contract_until: Option<NaiveDate>,
    /// Why it ended; may be empty.
    pub end_reason: String,
}

/// A record of somebody's career with all its fields.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CareerDraft {
    /// Whose; what stands in the record counts for nothing.
    pub person: PersonChoice,
    /// The paper: the act of an attestation, the ground of a candidacy.
    pub document: Option<DocumentChoice>,
    /// Who guides a candidate.
    pub mentor: Option<PersonChoice>,
    /// Everything else.
    pub career: Career,
}

/// A record of somebody's career.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each variant is the record of that name")]
pub enum Career {
    Qualification(Qualification),
    Attestation(Attestation),
    Contract(Contract),
    Candidate(Candidate),
}

impl Career {
    /// The career that a record is of; `None` where it is of something else.
    #[must_use]
    pub fn of(record: Record) -> Option<Career> {
        Some(match record {
            Record::Qualification(it) => Career::Qualification(it),
            Record::Attestation(it) => Career::Attestation(it),
            Record::Contract(it) => Career::Contract(it),
            Record::Candidate(it) => Career::Candidate(it),
            _ => return None,
        })
    }

    /// Whose it is.
    #[must_use]
    pub fn person(&self) -> PersonId {
        match self {
            Career::Qualification(it) => it.person,
            Career::Attestation(it) => it.person,
            Career::Contract(it) => it.person,
            Career::Candidate(it) => it.person,
        }
    }

    /// The paper that it rests on.
    #[must_use]
    pub fn document(&self) -> Option<DocumentId> {
        match self {
            Career::Attestation(it) => it.act,
            Career::Candidate(it) => it.ground,
            Career::Qualification(_) | Career::Contract(_) => None,
        }
    }

    /// The record, of this person, resting on this paper, with this mentor; what a kind has no place for is left out.
    #[must_use]
    pub fn record(
        self,
        person: PersonId,
        document: Option<DocumentId>,
        mentor: Option<PersonId>,
    ) -> Record {
        match self {
            Career::Qualification(it) => Record::Qualification(Qualification { person, ..it }),
            Career::Attestation(it) => Record::Attestation(Attestation {
                person,
                act: document,
                ..it
            }),
            Career::Contract(it) => Record::Contract(Contract { person, ..it }),
            Career::Candidate(it) => Record::Candidate(Candidate {
                person,
                ground: document,
                mentor,
                ..it
            }),
        }
    }
}

/// What a register brings, as one change: rows that say what is there already are left out by whoever reads it.
///
/// Somebody new who is named alike in several rows is one person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intake {
    /// The file that it comes from: the first 16 bytes of its SHA-256.
    pub file: [u8; 16],
    /// Organisations and who heads them.
    #[serde(deserialize_with = "few_organisations")]
    pub organisations: Vec<IntakeOrganisation>,
    /// Records of careers: which, as they were seen, or new ones.
    #[serde(deserialize_with = "few")]
    pub careers: Vec<(Option<(Key, Seq)>, CareerDraft)>,
    /// Marks of organisations as these were seen; one of the same sort and first day becomes what is told here.
    #[serde(deserialize_with = "few")]
    pub marks: Vec<(OrganisationId, Seq, OrganisationFlag)>,
    /// Standing reasons of organisations as these were seen; one of the same words and first day becomes what is told here.
    #[serde(deserialize_with = "few")]
    pub reasons: Vec<(OrganisationId, Seq, StandingReason)>,
    /// Names: whose, as they were seen, or new ones.
    #[serde(deserialize_with = "few")]
    pub persons: Vec<(Option<(PersonId, Seq)>, Person)>,
    /// Documents: which, as they were seen, or new ones.
    #[serde(deserialize_with = "few")]
    pub documents: Vec<(Option<(DocumentId, Seq)>, Document)>,
    /// Base quantities: which, as they were seen, or new ones.
    #[serde(deserialize_with = "few")]
    pub quantities: Vec<(Option<(BaseQuantityId, Seq)>, BaseQuantity)>,
    /// Numbers of base quantities.
    #[serde(deserialize_with = "few")]
    pub numbers: Vec<IntakeNumber>,
    /// What indicators are compared with.
    #[serde(deserialize_with = "few")]
    pub references: Vec<IntakeReference>,
    /// Values.
    #[serde(deserialize_with = "few_values")]
    pub values: Vec<SetValue>,
    /// Names that the file uses: what the person has seen said of each, and what they say it means.
    #[serde(deserialize_with = "few")]
    pub names: Vec<(Seen, Alias)>,
    /// Files that the values come from.
    #[serde(deserialize_with = "few")]
    pub files: Vec<BroughtFile>,
}

impl Intake {
    /// Whether it brings nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let nothing = Intake {
            file: self.file,
            ..Intake::default()
        };
        *self == nothing
    }

    /// Most organisations that an intake brings over a link.
    pub const MOST_ORGANISATIONS: usize = 2_000;
    /// Most terms of office of one organisation: each is held against all others there.
    pub const MOST_HEADS: usize = 200;
    /// Most rows of any other kind, and terms of office in all.
    pub const MOST_ROWS: usize = 10_000;

    /// Whether it has no more rows than a link takes.
    #[must_use]
    pub fn is_short(&self) -> bool {
        let others = [
            self.organisations.iter().map(|it| it.heads.len()).sum(),
            self.careers.len(),
            self.marks.len(),
            self.reasons.len(),
            self.persons.len(),
            self.documents.len(),
            self.quantities.len(),
            self.numbers.len(),
            self.references.len(),
            self.names.len(),
            self.files.len(),
        ];
        let few_heads = |it: &IntakeOrganisation| it.heads.len() <= Intake::MOST_HEADS;
        self.organisations.len() <= Intake::MOST_ORGANISATIONS
            && self.values.len() <= SetValue::MOST
            && self.organisations.iter().all(few_heads)
            && others.iter().all(|it| *it <= Intake::MOST_ROWS)
    }

    /// Whether it brings values, with the files they come from and what is said of names, and nothing of a register.
    #[must_use]
    pub fn is_of_values(&self) -> bool {
        let values = Intake {
            file: self.file,
            values: self.values.clone(),
            names: self.names.clone(),
            files: self.files.clone(),
            ..Intake::default()
        };
        *self == values
    }

    /// Takes in what another one brings, after what is there.
    pub fn extend(&mut self, other: &Intake) {
        let Intake {
            file: _,
            organisations,
            careers,
            marks,
            reasons,
            persons,
            documents,
            quantities,
            numbers,
            references,
            values,
            names,
            files,
        } = other.clone();
        self.organisations.extend(organisations);
        self.careers.extend(careers);
        self.marks.extend(marks);
        self.reasons.extend(reasons);
        self.persons.extend(persons);
        self.documents.extend(documents);
        self.quantities.extend(quantities);
        self.numbers.extend(numbers);
        self.references.extend(references);
        self.values.extend(values);
        self.names.extend(names);
        self.files.extend(files);
    }
}

/// A number of a base quantity that a register brings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IntakeNumber {
    /// Period.
    pub period: PeriodId,
    /// Which quantity.
    pub base: BaseQuantityId,
    /// Of which organisation.
    pub organisation: OrganisationId,
    /// What the person has seen.
    pub seen: Seen,
    /// The number.
    pub number: Decimal,
}

/// What an indicator is compared with in a period, as a register brings it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IntakeReference {
    /// Period.
    pub period: PeriodId,
    /// Which indicator.
    pub indicator: IndicatorId,
    /// What the person has seen.
    pub seen: Seen,
    /// What it is compared with.
    pub reference: Reference,
}

fn few_organisations<'de, D: Deserializer<'de>>(
    rows: D,
) -> Result<Vec<IntakeOrganisation>, D::Error> {
    at_most(rows, Intake::MOST_ORGANISATIONS)
}

fn few_heads<'de, D: Deserializer<'de>, T: Deserialize<'de>>(rows: D) -> Result<Vec<T>, D::Error> {
    at_most(rows, Intake::MOST_HEADS)
}

fn few_values<'de, D: Deserializer<'de>>(rows: D) -> Result<Vec<SetValue>, D::Error> {
    at_most(rows, SetValue::MOST)
}

fn few<'de, D: Deserializer<'de>, T: Deserialize<'de>>(rows: D) -> Result<Vec<T>, D::Error> {
    at_most(rows, Intake::MOST_ROWS)
}

/// Rows in memory are many times what the smallest of them take on the way: a list that promises more is no list.
///
/// # Errors
/// Those of the rows, and one of too many.
pub fn at_most<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    rows: D,
    most: usize,
) -> Result<Vec<T>, D::Error> {
    struct Few<T>(usize, PhantomData<T>);
    impl<'de, T: Deserialize<'de>> Visitor<'de> for Few<T> {
        type Value = Vec<T>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "at most {} rows", self.0)
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<T>, A::Error> {
            let mut rows = Vec::new();
            while let Some(row) = seq.next_element()? {
                if rows.len() == self.0 {
                    return Err(A::Error::invalid_length(self.0 + 1, &self));
                }
                rows.push(row);
            }
            Ok(rows)
        }
    }
    rows.deserialize_seq(Few(most, PhantomData))
}

/// An organisation that a register brings or tells more of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IntakeOrganisation {
    /// Which, as it was seen; `None` is a new one.
    pub at: Option<(OrganisationId, Seq)>,
    /// What it becomes; `None` leaves it as it is.
    pub organisation: Option<Organisation>,
    /// The name of a new one of the same intake that it is merged into: it has no id yet.
    pub into: Option<String>,
    /// Terms of office: which, as they were seen, or new ones.
    #[serde(deserialize_with = "few_heads")]
    pub heads: Vec<(Option<(AppointmentId, Seq)>, IntakeHead)>,
}

/// A term of office that a register tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IntakeHead {
    /// Who.
    pub person: PersonChoice,
    /// On what footing.
    pub kind: AppointmentKind,
    /// First day.
    pub from: NaiveDate,
    /// Last day, inclusive; `None` while in office.
    pub to: Option<NaiveDate>,
    /// Why it ended; may be empty.
    pub end_reason: String,
    /// The act of appointment; `None` leaves what is there.
    pub act: Option<DocumentId>,
    /// End of the contract; `None` leaves what is there.
    pub contract_until: Option<NaiveDate>,
}
