//! Qualifications, attestations, contracts and the managerial reserve: by the administrator or the head of department.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::domain::career::{Attestation, Candidate, CandidateOutcome, Contract, Qualification};
use crate::domain::ids::{AttestationId, CandidateId, ContractId, PersonId, QualificationId, Seq};
use crate::domain::people::Role;
use crate::domain::record::{Key, Kind, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::staffing::{Career, CareerDraft};

use super::rights::Rights;
use super::sheet::Sheet;
use super::terms::{happened, not_before};
use super::texts::{self, NOTE_TEXT, NUMBER_TEXT, TITLE_TEXT};
use super::{documents, persons};

/// Most hours of a programme: five years of study.
const MOST_HOURS: u32 = 10_000;

/// Who keeps careers.
pub(super) fn may_keep(rights: &Rights) -> Result<(), Refusal> {
    rights.need([Role::Administrator, Role::Head])
}

/// Adds a record of a career, changes one, or takes one out.
pub(super) fn set(
    sheet: &mut Sheet,
    at: Option<(Key, Seq)>,
    draft: Option<&CareerDraft>,
) -> Result<(), Refusal> {
    may_keep(&sheet.rights())?;
    if let Some((key, seen)) = at {
        if !is_career(key.kind()) {
            return Err(Refusal::WrongKind { key });
        }
        sheet.check_revision(key, seen)?;
    }
    match (at, draft) {
        (None, None) => Ok(()),
        (Some((key, _)), None) => {
            sheet.remove(key);
            Ok(())
        }
        (at, Some(draft)) => {
            let record = read(sheet, draft)?;
            write(sheet, at.map(|it| it.0), record)
        }
    }
}

fn is_career(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Qualification | Kind::Attestation | Kind::Contract | Kind::Candidate
    )
}

fn read(sheet: &mut Sheet, draft: &CareerDraft) -> Result<Record, Refusal> {
    let person = persons::choose(sheet, &draft.person)?;
    let document = documents::choose_paper(sheet, draft.document.as_ref())?;
    let mentor = match &draft.mentor {
        Some(choice) => Some(persons::choose(sheet, choice)?),
        None => None,
    };
    match &draft.career {
        Career::Qualification(it) => qualification(sheet, it)?,
        Career::Attestation(it) => attestation(sheet, it)?,
        Career::Contract(it) => contract(sheet, it)?,
        Career::Candidate(it) => candidate(sheet, it, (person, mentor))?,
    }
    Ok(draft.career.clone().record(person, document, mentor))
}

fn write(sheet: &mut Sheet, at: Option<Key>, record: Record) -> Result<(), Refusal> {
    if let Some(key) = at {
        if key.kind() != record.kind() {
            return Err(Refusal::WrongKind { key });
        }
        sheet.put(key, record);
        return Ok(());
    }
    let kind = record.kind();
    match &record {
        Record::Qualification(_) => {
            sheet.create(kind, QualificationId, Key::Qualification, record)?;
        }
        Record::Attestation(_) => {
            sheet.create(kind, AttestationId, Key::Attestation, record)?;
        }
        Record::Contract(_) => {
            sheet.create(kind, ContractId, Key::Contract, record)?;
        }
        _ => {
            sheet.create(kind, CandidateId, Key::Candidate, record)?;
        }
    }
    Ok(())
}

fn qualification(sheet: &Sheet, it: &Qualification) -> Result<(), Refusal> {
    texts::name(Field::Title, &it.title, TITLE_TEXT)?;
    texts::line(Field::Issuer, &it.institution, TITLE_TEXT)?;
    texts::line(Field::Document, &it.paper, TITLE_TEXT)?;
    if let Some(hours) = it.hours.filter(|it| *it == 0 || *it > MOST_HOURS) {
        return Err(Refusal::OutOfRange {
            number: hours.into(),
            min: Some(Decimal::ONE),
            max: Some(MOST_HOURS.into()),
        });
    }
    happened(sheet, it.issued, None)?;
    not_before(Field::Until, it.until, it.issued)
}

fn attestation(sheet: &Sheet, it: &Attestation) -> Result<(), Refusal> {
    happened(sheet, it.held, None)?;
    not_before(Field::Until, it.until, it.held)
}

fn contract(sheet: &Sheet, it: &Contract) -> Result<(), Refusal> {
    texts::line(Field::Number, &it.number, NUMBER_TEXT)?;
    sheet.must_exist(Key::Organisation(it.organisation))?;
    not_before(Field::Until, it.until, it.from)
}

fn candidate(
    sheet: &Sheet,
    it: &Candidate,
    (person, mentor): (PersonId, Option<PersonId>),
) -> Result<(), Refusal> {
    texts::name(Field::Post, &it.post, TITLE_TEXT)?;
    texts::line(Field::Programme, &it.programme, TITLE_TEXT)?;
    if let Some(id) = it.organisation {
        sheet.must_exist(Key::Organisation(id))?;
    }
    not_before(Field::Until, it.until, it.from)?;
    if mentor == Some(person) {
        return Err(Refusal::OwnMentor);
    }
    let over = |on: NaiveDate| happened(sheet, on, Some(it.from));
    match &it.outcome {
        CandidateOutcome::InReserve => Ok(()),
        CandidateOutcome::Trained { on } | CandidateOutcome::Appointed { on } => over(*on),
        CandidateOutcome::Excluded { on, reason } => {
            over(*on)?;
            texts::full_line(Field::Reason, reason, NOTE_TEXT)
        }
    }
}
