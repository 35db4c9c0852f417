//! The end of an organisation: closed on a day, or merged into another one. Whoever heads it leaves with its last day; values,
//! recommendations and decisions stay where they were.
//!
//! Invariant: nobody's appointment is ended that the person has not seen.

use chrono::NaiveDate;

use crate::domain::command::Seen;
use crate::domain::ids::{AppointmentId, OrganisationId, Seq};
use crate::domain::people::{Appointment, Organisation};
use crate::domain::record::{Key, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::staffing::Closing;
use crate::domain::state::State;

use super::sheet::{Sheet, conflict};
use super::terms::not_before;
use super::texts::{self, NOTE_TEXT};
use super::{appointments, documents, organisations};

/// Closes an organisation, or merges it into another one.
pub(super) fn close(
    sheet: &mut Sheet,
    (id, seen): (OrganisationId, Seq),
    organisation: &Organisation,
    closing: &Closing,
) -> Result<(), Refusal> {
    organisations::may_edit(sheet, id, seen)?;
    texts::line(Field::Reason, &closing.reason, NOTE_TEXT)?;
    let Some(closed) = organisation.closed else {
        let field = Field::Closed;
        return Err(Refusal::Empty { field });
    };
    for (appointment, _) in beyond(sheet, id, closed) {
        let key = Key::Appointment(appointment);
        match closing.heads.iter().find(|(it, _)| *it == appointment) {
            Some((_, rev)) => sheet.check_seen(key, Seen::At(*rev))?,
            None => return Err(conflict(sheet.state, key)),
        }
    }
    let act = documents::choose_paper(sheet, closing.act.as_ref())?;
    let organisation = Organisation {
        closed_by: act,
        ..organisation.clone()
    };
    organisations::write(sheet, id, &organisation)?;
    organisations::numbers_differ(sheet)?;
    let_go(sheet, id, closed, &closing.reason)
}

/// Refuses an organisation that was written down and closes over the head of somebody who stays in office: whoever closes it has seen who
/// leaves.
pub(super) fn nobody_beyond(sheet: &Sheet, id: OrganisationId) -> Result<(), Refusal> {
    let Some(Record::Organisation(organisation)) = sheet.written(Key::Organisation(id)) else {
        return Ok(());
    };
    let stands = sheet.state.organisations.get(&id).and_then(|it| it.closed);
    let Some(closed) = organisation.closed.filter(|it| stands != Some(*it)) else {
        return Ok(());
    };
    let beyond = beyond(sheet, id, closed).into_iter();
    let mut beyond = beyond.map(|(it, _)| Key::Appointment(it));
    match beyond.find(|it| sheet.counts(*it)) {
        Some(key) => Err(conflict(sheet.state, key)),
        None => Ok(()),
    }
}

/// Ends the appointments that would go on after an organisation's last day.
fn let_go(
    sheet: &mut Sheet,
    id: OrganisationId,
    closed: NaiveDate,
    reason: &str,
) -> Result<(), Refusal> {
    for (appointment, it) in beyond(sheet, id, closed) {
        // Who was to begin only later has never been in office: that is for the person to put right first.
        not_before(Field::Closed, Some(closed), it.from)?;
        let end_reason = match it.end_reason.as_str() {
            "" => reason,
            said => said,
        };
        let after = Appointment {
            to: Some(closed),
            end_reason: end_reason.to_owned(),
            ..it
        };
        appointments::enter(sheet, Some(appointment), after)?;
    }
    Ok(())
}

/// Appointments that go on after a day, once all is written down.
fn beyond(sheet: &Sheet, id: OrganisationId, day: NaiveDate) -> Vec<(AppointmentId, Appointment)> {
    (appointments::terms_of(sheet, id).into_iter())
        .filter(|(_, it)| it.to.is_none_or(|to| to > day))
        .map(|(id, it)| (id, it.clone()))
        .collect()
}

/// Whether an organisation is merged into one that works longer than itself, and not into itself by way of others.
pub(super) fn merged_soundly(
    sheet: &Sheet,
    id: Option<OrganisationId>,
    organisation: &Organisation,
) -> Result<(), Refusal> {
    let Some(into) = organisation.merged_into else {
        return Ok(());
    };
    let Some(closed) = organisation.closed else {
        let field = Field::Closed;
        return Err(Refusal::Empty { field });
    };
    let key = Key::Organisation(into);
    // What comes with the same commit counts as it becomes.
    let other = match sheet.written(key) {
        Some(Record::Organisation(written)) => Some(written),
        _ => (sheet.state.organisations.get(&into)).map(|it| &it.body),
    };
    let other = other.ok_or(Refusal::Missing { key })?;
    if let Some(id) = id {
        not_in_circle(sheet.state, id, organisation)?;
    }
    match other.closed {
        Some(its) if its <= closed => Err(Refusal::OrganisationClosed {
            organisation: into,
            closed: its,
        }),
        _ => Ok(()),
    }
}

/// Refuses an organisation that would be merged into itself, at once or by way of others.
pub(super) fn not_in_circle(
    state: &State,
    id: OrganisationId,
    organisation: &Organisation,
) -> Result<(), Refusal> {
    let Some(into) = organisation.merged_into else {
        return Ok(());
    };
    let mut next = Some(into);
    // As many steps as there are organisations are enough for any way that ends.
    for _ in 0..=state.organisations.len() {
        let Some(at) = next else { break };
        if at == id {
            return Err(Refusal::MergedInCircle { into });
        }
        next = state.organisations.get(&at).and_then(|it| it.merged_into);
    }
    Ok(())
}
