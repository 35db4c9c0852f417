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
    merged_soundly(sheet)?;
    let_go(sheet, id, closed, &closing.reason)
}

/// Refuses organisations that were written down and close over the head of somebody who stays in office: whoever closes one has seen who
/// leaves.
pub(super) fn nobody_beyond(sheet: &Sheet) -> Result<(), Refusal> {
    let newly = |(id, it): (OrganisationId, &Organisation)| {
        let stands = sheet.state.organisations.get(&id).and_then(|it| it.closed);
        let closed = it.closed.filter(|it| stands != Some(*it))?;
        Some((id, closed))
    };
    let closing: Vec<_> = written(sheet).filter_map(newly).collect();
    if closing.is_empty() {
        return Ok(());
    }
    let terms = appointments::new_terms(sheet);
    for (id, closed) in closing {
        let goes_on = |it: &(AppointmentId, &Appointment)| goes_on_after(it.1, closed);
        let all = appointments::terms_of(sheet, id, &terms).into_iter();
        let mut beyond = all.filter(goes_on).map(|(it, _)| Key::Appointment(it));
        if let Some(key) = beyond.find(|it| sheet.counts(*it)) {
            return Err(conflict(sheet.state, key));
        }
    }
    Ok(())
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
    let all = appointments::terms_of(sheet, id, &appointments::new_terms(sheet)).into_iter();
    all.filter(|(_, it)| goes_on_after(it, day))
        .map(|(id, it)| (id, it.clone()))
        .collect()
}

fn goes_on_after(it: &Appointment, day: NaiveDate) -> bool {
    it.to.is_none_or(|to| to > day)
}

/// Refuses organisations, once all are written down, that are merged into one that does not work longer than themselves, or into themselves
/// by way of others.
pub(super) fn merged_soundly(sheet: &Sheet) -> Result<(), Refusal> {
    for (id, it) in written(sheet) {
        let Some(into) = it.merged_into else {
            continue;
        };
        let Some(closed) = it.closed else {
            let field = Field::Closed;
            return Err(Refusal::Empty { field });
        };
        let key = Key::Organisation(into);
        let other = then(sheet, into).ok_or(Refusal::Missing { key })?;
        not_in_circle(sheet, id, it)?;
        if let Some(its) = other.closed.filter(|its| *its <= closed) {
            return Err(Refusal::OrganisationClosed {
                organisation: into,
                closed: its,
            });
        }
    }
    Ok(())
}

/// Refuses an organisation that would be merged into itself, at once or by way of others.
pub(super) fn not_in_circle(
    sheet: &Sheet,
    id: OrganisationId,
    organisation: &Organisation,
) -> Result<(), Refusal> {
    let Some(into) = organisation.merged_into else {
        return Ok(());
    };
    let mut next = Some(into);
    // As many steps as there are organisations are enough for any way that ends.
    for _ in 0..=sheet.state.organisations.len() + written(sheet).count() {
        let Some(at) = next else { break };
        if at == id {
            return Err(Refusal::MergedInCircle { into });
        }
        next = then(sheet, at).and_then(|it| it.merged_into);
    }
    Ok(())
}

/// The organisations that are written down.
fn written<'s>(sheet: &'s Sheet) -> impl Iterator<Item = (OrganisationId, &'s Organisation)> {
    (sheet.all_written()).filter_map(|(key, record)| match (key, record) {
        (Key::Organisation(id), Record::Organisation(it)) => Some((id, it)),
        _ => None,
    })
}

/// An organisation as it is once the command is carried out.
fn then<'s>(sheet: &'s Sheet, id: OrganisationId) -> Option<&'s Organisation> {
    match sheet.comes_to(Key::Organisation(id)) {
        Some(Some(Record::Organisation(it))) => Some(it),
        Some(_) => None,
        None => sheet.state.organisations.get(&id).map(|it| &it.body),
    }
}
