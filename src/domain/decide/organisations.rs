//! Organisations and who heads them.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::domain::command::{NewHead, PersonChoice, Seen};
use crate::domain::ids::{AppointmentId, OrganisationId, PersonId, Seq};
use crate::domain::people::{Appointment, Organisation, Person, Role};
use crate::domain::record::{Key, Kind, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::state::{Stamped, State};

use super::sheet::{Sheet, conflict};
use super::terms::not_before;
use super::texts::{self, NOTE_TEXT, TITLE_TEXT};

/// Adds an organisation, with its head where there is one.
pub(super) fn add(
    sheet: &mut Sheet,
    organisation: &Organisation,
    head: Option<&NewHead>,
) -> Result<(), Refusal> {
    sheet.rights().need_one(Role::Administrator)?;
    sound(sheet, None, organisation)?;
    let record = Record::Organisation(organisation.clone());
    let id = sheet.create(
        Kind::Organisation,
        OrganisationId,
        Key::Organisation,
        record,
    )?;
    match head {
        Some(head) => {
            if let Some(opened) = organisation.opened {
                not_before(Field::From, Some(head.from), opened)?;
            }
            install(sheet, id, head)
        }
        None => Ok(()),
    }
}

/// Changes an organisation.
pub(super) fn edit(
    sheet: &mut Sheet,
    id: OrganisationId,
    seen: Seq,
    organisation: &Organisation,
) -> Result<(), Refusal> {
    let key = Key::Organisation(id);
    sheet.rights().need_one(Role::Administrator)?;
    sheet.check_revision(key, seen)?;
    sound(sheet, Some(id), organisation)?;
    sheet.put(key, Record::Organisation(organisation.clone()));
    Ok(())
}

/// Appoints a head, or leaves a vacancy. Whoever is in office on `from` leaves the day before.
pub(super) fn appoint(
    sheet: &mut Sheet,
    organisation: OrganisationId,
    head: Option<&NewHead>,
    from: NaiveDate,
    reason: &str,
    seen: Option<(AppointmentId, Seq)>,
) -> Result<(), Refusal> {
    sheet.rights().need_one(Role::Administrator)?;
    sheet.must_exist(Key::Organisation(organisation))?;
    texts::line(Field::Reason, reason, NOTE_TEXT)?;
    let in_office = in_office(sheet, organisation, from)?;
    seen_as_is(sheet, &in_office, seen)?;
    for (id, present) in in_office {
        let Some(last_day) = from.pred_opt() else {
            continue;
        };
        // An appointment lasts a day at least.
        let earliest = present.from.succ_opt().unwrap_or(present.from);
        not_before(Field::From, Some(from), earliest)?;
        let after = Appointment {
            to: Some(last_day),
            end_reason: reason.to_owned(),
            ..present.body.clone()
        };
        sheet.put(Key::Appointment(id), Record::Appointment(after));
    }
    match head {
        Some(head) => {
            not_before(Field::From, Some(head.from), from)?;
            install(sheet, organisation, head)
        }
        None => Ok(()),
    }
}

/// Who is in office on a day, and nobody appointed for later: history is not written backwards.
fn in_office<'a>(
    sheet: &Sheet<'a>,
    organisation: OrganisationId,
    from: NaiveDate,
) -> Result<Vec<(AppointmentId, &'a Stamped<Appointment>)>, Refusal> {
    let mut found = Vec::new();
    for id in sheet.state.appointments_of.of(organisation) {
        let Some(it) = sheet.state.appointments.get(&id) else {
            continue;
        };
        if it.from > from {
            let earliest = it.from.succ_opt().unwrap_or(it.from);
            not_before(Field::From, Some(from), earliest)?;
        }
        if it.covers(from) {
            found.push((id, it));
        }
    }
    Ok(found)
}

/// The person has seen who is in office: somebody else may have appointed in the meantime.
fn seen_as_is(
    sheet: &Sheet,
    in_office: &[(AppointmentId, &Stamped<Appointment>)],
    seen: Option<(AppointmentId, Seq)>,
) -> Result<(), Refusal> {
    let was_seen = |it: &AppointmentId| seen.is_some_and(|(id, _)| id == *it);
    if let Some((id, rev)) = seen {
        sheet.check_seen(Key::Appointment(id), Seen::At(rev))?;
    }
    match in_office.first() {
        Some((first, _)) if !in_office.iter().any(|(id, _)| was_seen(id)) => {
            Err(conflict(sheet.state, Key::Appointment(*first)))
        }
        _ => Ok(()),
    }
}

/// Writes down that somebody heads an organisation from a day on.
fn install(sheet: &mut Sheet, organisation: OrganisationId, head: &NewHead) -> Result<(), Refusal> {
    let person = match &head.person {
        PersonChoice::Known(id) => {
            sheet.must_exist(Key::Person(*id))?;
            let known = sheet.state.persons.get(id);
            if known.is_some_and(|it| it.is_erased()) {
                return Err(Refusal::PersonErased { person: *id });
            }
            *id
        }
        PersonChoice::New(person) => {
            named(person)?;
            let record = Record::Person(person.clone());
            sheet.create(Kind::Person, PersonId, Key::Person, record)?
        }
    };
    let record = Record::Appointment(Appointment {
        person,
        organisation,
        kind: head.kind,
        from: head.from,
        to: None,
        act: None,
        contract_until: None,
        end_reason: String::new(),
    });
    sheet.create(Kind::Appointment, AppointmentId, Key::Appointment, record)?;
    Ok(())
}

fn named(person: &Person) -> Result<(), Refusal> {
    texts::name(Field::Surname, &person.surname, TITLE_TEXT)?;
    texts::name_or_none(Field::Name, &person.given, TITLE_TEXT)?;
    texts::name_or_none(Field::Name, &person.patronymic, TITLE_TEXT)
}

fn sound(
    sheet: &Sheet,
    id: Option<OrganisationId>,
    organisation: &Organisation,
) -> Result<(), Refusal> {
    texts::full_line(Field::Name, &organisation.name, TITLE_TEXT)?;
    texts::line(Field::Name, &organisation.full_name, TITLE_TEXT)?;
    if let Some(opened) = organisation.opened {
        not_before(Field::To, organisation.closed, opened)?;
    }
    let Some(number) = organisation.number else {
        return Ok(());
    };
    if number == 0 {
        return Err(Refusal::OutOfRange {
            number: Decimal::ZERO,
            min: Some(Decimal::ONE),
            max: None,
        });
    }
    number_is_free(sheet.state, id, organisation)
}

/// Refuses a number that another organisation of the kind has.
pub(super) fn number_is_free(
    state: &State,
    id: Option<OrganisationId>,
    organisation: &Organisation,
) -> Result<(), Refusal> {
    let Some(number) = organisation.number else {
        return Ok(());
    };
    let kind = organisation.kind;
    let holder = (state.organisations.iter())
        .find(|(other, it)| Some(**other) != id && it.kind == kind && it.number == Some(number));
    match holder {
        Some((holder, _)) => Err(Refusal::DuplicateNumber {
            kind,
            number,
            holder: *holder,
        }),
        None => Ok(()),
    }
}
