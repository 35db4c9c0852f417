//! Registers taken in as a whole: organisations with their heads, and records of careers, by the same rules as one by one.

use crate::domain::command::Seen;
use crate::domain::ids::OrganisationId;
use crate::domain::people::{Appointment, Role};
use crate::domain::record::Key;
use crate::domain::refusal::Refusal;
use crate::domain::staffing::{Intake, IntakeHead, IntakeOrganisation};

use super::sheet::Sheet;
use super::{appointments, careers, organisations, persons};

/// Takes in what a register brings.
pub(super) fn take_in(sheet: &mut Sheet, intake: &Intake) -> Result<(), Refusal> {
    if !intake.organisations.is_empty() {
        sheet.rights().need_one(Role::Administrator)?;
    }
    for it in &intake.organisations {
        organisation(sheet, it)?;
    }
    for (at, draft) in &intake.careers {
        careers::set(sheet, *at, Some(draft))?;
    }
    Ok(())
}

fn organisation(sheet: &mut Sheet, it: &IntakeOrganisation) -> Result<(), Refusal> {
    let id = match (it.at, &it.organisation) {
        (Some((id, seen)), changed) => {
            organisations::may_edit(sheet, id, seen)?;
            if let Some(changed) = changed {
                organisations::write(sheet, id, changed)?;
            }
            id
        }
        (None, Some(new)) => organisations::found(sheet, new)?,
        (None, None) => return Ok(()),
    };
    let mut written = Vec::new();
    for (at, head) in &it.heads {
        let stands = match at {
            Some((id, seen)) => {
                sheet.check_seen(Key::Appointment(*id), Seen::At(*seen))?;
                sheet.state.appointments.get(id).map(|it| &it.body)
            }
            None => None,
        };
        let appointment = term(sheet, id, head, stands)?;
        written.push(appointments::enter(sheet, at.map(|it| it.0), appointment)?);
    }
    written
        .into_iter()
        .try_for_each(|it| appointments::alone(sheet, it))
}

/// A term of office as the register tells it; of what a register does not tell, an appointment keeps what it has.
fn term(
    sheet: &mut Sheet,
    organisation: OrganisationId,
    head: &IntakeHead,
    stands: Option<&Appointment>,
) -> Result<Appointment, Refusal> {
    Ok(Appointment {
        person: persons::choose(sheet, &head.person)?,
        organisation,
        kind: head.kind,
        from: head.from,
        to: head.to,
        act: stands.and_then(|it| it.act),
        contract_until: stands.and_then(|it| it.contract_until),
        end_reason: head.end_reason.clone(),
    })
}
