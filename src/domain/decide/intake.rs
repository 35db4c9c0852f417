//! Registers taken in as a whole: organisations with their heads, careers, names, papers and numbers, by the same rules as one by one.

use std::collections::BTreeMap;

use crate::domain::command::Seen;
use crate::domain::ids::{OrganisationId, Seq};
use crate::domain::people::{Appointment, Organisation, OrganisationFlag, Role, StandingReason};
use crate::domain::record::{Key, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::staffing::{Intake, IntakeHead, IntakeOrganisation};
use crate::domain::text::fold;

use super::sheet::Sheet;
use super::{
    aliases, appointments, base_quantities, bases, brought, careers, closing, documents,
    organisations, persons, texts, values,
};

/// Takes in what a register brings.
pub(super) fn take_in(sheet: &mut Sheet, intake: &Intake) -> Result<(), Refusal> {
    if !intake.organisations.is_empty() {
        sheet.rights().need_one(Role::Administrator)?;
    }
    organisations_of(sheet, &intake.organisations)?;
    organisations::numbers_differ(sheet)?;
    closing::merged_soundly(sheet)?;
    closing::nobody_beyond(sheet)?;
    appointments::go_together(sheet)?;
    for (at, draft) in &intake.careers {
        careers::set(sheet, *at, Some(draft))?;
    }
    for (id, seen, mark) in &intake.marks {
        let same = |it: &OrganisationFlag| (it.kind, it.from) == (mark.kind, mark.from);
        amended(sheet, (*id, *seen), |it| set(&mut it.flags, mark, same))?;
    }
    for (id, seen, reason) in &intake.reasons {
        let words = fold(&reason.reason);
        let same = |it: &StandingReason| fold(&it.reason) == words && it.from == reason.from;
        amended(sheet, (*id, *seen), |it| {
            set(&mut it.standing, reason, same);
        })?;
    }
    for (at, person) in &intake.persons {
        match at {
            Some((id, seen)) => persons::rename(sheet, *id, *seen, person)?,
            None => persons::add(sheet, person)?,
        }
    }
    for (at, document) in &intake.documents {
        match at {
            Some((id, seen)) => documents::edit(sheet, *id, *seen, document)?,
            None => drop(documents::add(sheet, document)?),
        }
    }
    for (at, quantity) in &intake.quantities {
        match at {
            Some((id, seen)) => base_quantities::write(sheet, *id, *seen, quantity)?,
            None => base_quantities::enter(sheet, quantity)?,
        }
    }
    base_quantities::titles_differ(sheet)?;
    for it in &intake.numbers {
        let whose = (it.period, it.base, it.organisation);
        bases::set_base(sheet, whose, it.seen, Some(it.number))?;
    }
    for it in &intake.references {
        let whose = (it.period, it.indicator);
        bases::set_reference(sheet, whose, it.seen, Some(&it.reference))?;
    }
    values::set(sheet, &intake.values)?;
    aliases::remember(sheet, &intake.names)?;
    if !intake.values.is_empty() {
        for it in &intake.files {
            brought::note(sheet, it)?;
        }
    }
    Ok(())
}

/// Changes an organisation that may have been changed in this intake already.
fn amended(
    sheet: &mut Sheet,
    (id, seen): (OrganisationId, Seq),
    amend: impl FnOnce(&mut Organisation),
) -> Result<(), Refusal> {
    organisations::may_edit(sheet, id, seen)?;
    let key = Key::Organisation(id);
    let mut it = match sheet.written(key) {
        Some(Record::Organisation(written)) => written.clone(),
        _ => {
            let stands = sheet.state.organisations.get(&id);
            stands.ok_or(Refusal::Missing { key })?.body.clone()
        }
    };
    amend(&mut it);
    organisations::write(sheet, id, &it)
}

/// Puts a line in the place of the same one, else after all others.
fn set<T: Clone>(lines: &mut Vec<T>, line: &T, same: impl Fn(&T) -> bool) {
    match lines.iter_mut().find(|it| same(it)) {
        Some(there) => *there = line.clone(),
        None => lines.push(line.clone()),
    }
}

/// Takes in organisations: what another one of them is merged into comes before it, wherever it stands.
fn organisations_of(sheet: &mut Sheet, all: &[IntakeOrganisation]) -> Result<(), Refusal> {
    let mut new: BTreeMap<String, OrganisationId> = BTreeMap::new();
    let mut waiting: Vec<&IntakeOrganisation> = all.iter().collect();
    while !waiting.is_empty() {
        let known = |name: &String| new.get(&fold(name)).copied();
        let (ready, rest): (Vec<_>, Vec<_>) = (waiting.into_iter())
            .map(|it| (it, it.into.as_ref().map(known)))
            .partition(|(_, into)| *into != Some(None));
        if ready.is_empty() {
            let key = Key::Organisation(OrganisationId(0));
            return Err(Refusal::Missing { key });
        }
        for (it, into) in ready {
            let id = organisation(sheet, it, into.flatten())?;
            if let (None, Some(organisation), Some(id)) = (it.at, &it.organisation, id) {
                new.entry(fold(&organisation.name)).or_insert(id);
            }
        }
        waiting = rest.into_iter().map(|(it, _)| it).collect();
    }
    Ok(())
}

fn organisation(
    sheet: &mut Sheet,
    it: &IntakeOrganisation,
    into: Option<OrganisationId>,
) -> Result<Option<OrganisationId>, Refusal> {
    let becomes = it.organisation.as_ref().map(|it| Organisation {
        merged_into: into.or(it.merged_into),
        ..it.clone()
    });
    let id = match (it.at, &becomes) {
        (Some((id, seen)), changed) => {
            organisations::may_edit(sheet, id, seen)?;
            if let Some(changed) = changed {
                organisations::write(sheet, id, changed)?;
            }
            id
        }
        (None, Some(new)) => organisations::found(sheet, new)?,
        (None, None) => return Ok(None),
    };
    texts::at_most(Field::Heads, Intake::MOST_HEADS, it.heads.len())?;
    for (at, head) in &it.heads {
        let stands = match at {
            Some((id, seen)) => {
                sheet.check_seen(Key::Appointment(*id), Seen::At(*seen))?;
                sheet.state.appointments.get(id).map(|it| &it.body)
            }
            None => None,
        };
        let appointment = term(sheet, id, head, stands)?;
        appointments::enter(sheet, at.map(|it| it.0), appointment)?;
    }
    Ok(Some(id))
}

/// A term of office as the register tells it; of what a register does not tell, an appointment keeps what it has.
fn term(
    sheet: &mut Sheet,
    organisation: OrganisationId,
    head: &IntakeHead,
    stands: Option<&Appointment>,
) -> Result<Appointment, Refusal> {
    if let Some(act) = head.act {
        sheet.must_exist(Key::Document(act))?;
    }
    Ok(Appointment {
        person: persons::choose(sheet, &head.person)?,
        organisation,
        kind: head.kind,
        from: head.from,
        to: head.to,
        act: head.act.or_else(|| stands.and_then(|it| it.act)),
        contract_until: (head.contract_until).or_else(|| stands.and_then(|it| it.contract_until)),
        end_reason: head.end_reason.clone(),
    })
}
