//! From what was typed to a record of a career.

use super::fields::{OUTCOMES, SORTS};
use super::{
    FROM, HOURS, INSTITUTION, MENTOR, NUMBER, ON, ORGANISATION, OUTCOME, PAPER, POST, PROGRAMME,
    REASON, ROLE, SORT, TITLE, UNTIL,
};
use crate::domain::career::{
    Attestation, AttestationOutcome, Candidate, CandidateOutcome, Contract, Qualification,
    QualificationKind,
};
use crate::domain::command::PersonChoice;
use crate::domain::date::Side;
use crate::domain::ids::{OrganisationId, PersonId};
use crate::domain::record::Kind;
use crate::domain::staffing::{Career, CareerDraft};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::followup::{document, term};
use crate::tui::inline::purpose::Fault;
use crate::tui::overlay::somebody::{self, PERSON};
use crate::tui::widget::form::Form;

/// The person of a draft is in its choice: what stands in the record counts for nothing.
const NOBODY: PersonId = PersonId(0);

/// The draft that a form makes.
///
/// # Errors
/// What cannot be read, at which field.
pub(super) fn draft(form: &Form, kind: Kind, app: &App) -> Result<CareerDraft, Fault> {
    somebody::names_are_names(form, app)?;
    let person = somebody::chosen(form)
        .ok_or_else(|| Fault::new(PERSON, app.say(Phrase::CareerNeedsPerson)))?;
    let career = match kind {
        Kind::Qualification => Career::Qualification(qualification(form, app)?),
        Kind::Attestation => Career::Attestation(attestation(form, app)?),
        Kind::Contract => Career::Contract(contract(form, app)?),
        _ => Career::Candidate(candidate(form, app)?),
    };
    let mentor = id_in(form, MENTOR).map(|it| PersonChoice::Known(PersonId(it)));
    Ok(CareerDraft {
        person,
        document: document::choice(form, app)?,
        mentor,
        career,
    })
}

fn id_in(form: &Form, name: &str) -> Option<u32> {
    form.tokens(name).first().and_then(|it| it.parse().ok())
}

fn qualification(form: &Form, app: &App) -> Result<Qualification, Fault> {
    let hours = form.text(HOURS);
    let read: Option<u32> = hours.parse().ok();
    if read.is_none() && !hours.is_empty() {
        return Err(Fault::new(HOURS, app.say(Phrase::HoursAreWhole)));
    }
    Ok(Qualification {
        person: NOBODY,
        kind: (SORTS.get(form.choice(SORT)).copied()).unwrap_or(QualificationKind::Course),
        title: form.text(TITLE),
        institution: form.text(INSTITUTION),
        hours: read,
        issued: term::date_of(form, FROM, app, Side::Past)?,
        until: term::date_or_none(form, UNTIL, app, Side::Coming)?,
        paper: form.text(PAPER),
    })
}

fn attestation(form: &Form, app: &App) -> Result<Attestation, Fault> {
    Ok(Attestation {
        person: NOBODY,
        candidate: form.choice(ROLE) == 1,
        held: term::date_of(form, FROM, app, Side::Past)?,
        outcome: (OUTCOMES.get(form.choice(OUTCOME)).copied()).unwrap_or(AttestationOutcome::Fit),
        until: term::date_or_none(form, UNTIL, app, Side::Coming)?,
        act: None,
    })
}

fn contract(form: &Form, app: &App) -> Result<Contract, Fault> {
    let organisation = id_in(form, ORGANISATION)
        .ok_or_else(|| Fault::new(ORGANISATION, app.say(Phrase::ContractNeedsOrganisation)))?;
    Ok(Contract {
        person: NOBODY,
        organisation: OrganisationId(organisation),
        number: form.text(NUMBER),
        from: term::date_of(form, FROM, app, Side::Past)?,
        until: term::date_or_none(form, UNTIL, app, Side::Coming)?,
    })
}

fn candidate(form: &Form, app: &App) -> Result<Candidate, Fault> {
    let on = || term::date_of(form, ON, app, Side::Past);
    // What the outcome does not take is not dropped in silence.
    for (field, taken, phrase) in [
        (ON, 1..=3, Phrase::OutcomeHasNoDay),
        (REASON, 3..=3, Phrase::OutcomeHasNoReason),
    ] {
        if !form.text(field).is_empty() && !taken.contains(&form.choice(OUTCOME)) {
            return Err(Fault::new(OUTCOME, app.say(phrase)));
        }
    }
    let outcome = match form.choice(OUTCOME) {
        0 => CandidateOutcome::InReserve,
        1 => CandidateOutcome::Trained { on: on()? },
        2 => CandidateOutcome::Appointed { on: on()? },
        _ => CandidateOutcome::Excluded {
            on: on()?,
            reason: form.text(REASON),
        },
    };
    Ok(Candidate {
        person: NOBODY,
        post: form.text(POST),
        organisation: id_in(form, ORGANISATION).map(OrganisationId),
        ground: None,
        from: term::date_of(form, FROM, app, Side::Past)?,
        until: term::date_or_none(form, UNTIL, app, Side::Coming)?,
        programme: form.text(PROGRAMME),
        mentor: None,
        outcome,
    })
}
