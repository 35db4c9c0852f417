//! Organisations and who heads them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::domain::command::{NewHead, Seen};
use crate::domain::ids::{AppointmentId, EditionId, OrganisationId, Seq};
use crate::domain::people::{
    Appointment, FlagKind, Organisation, OrganisationFlag, OrganisationKind, Role, StandingReason,
};
use crate::domain::record::{Key, Kind, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::state::Stamped;

use super::sheet::{Sheet, conflict};
use super::terms::not_before;
use super::texts::{self, MOST_ITEMS, NOTE_TEXT, TITLE_TEXT};
use super::{appointments, closing, documents, persons};

/// Most marks and most standing reasons of one organisation: a record stays small.
const MOST_LINES: usize = 20;

/// Adds an organisation, with its head where there is one.
pub(super) fn add(
    sheet: &mut Sheet,
    organisation: &Organisation,
    head: Option<&NewHead>,
) -> Result<(), Refusal> {
    sheet.rights().need_one(Role::Administrator)?;
    let id = found(sheet, organisation)?;
    numbers_differ(sheet)?;
    closing::merged_soundly(sheet)?;
    head.map_or(Ok(()), |head| install(sheet, id, head))?;
    appointments::go_together(sheet)
}

/// Changes an organisation. One that somebody heads is closed by [`closing`], where it is seen who leaves.
pub(super) fn edit(
    sheet: &mut Sheet,
    id: OrganisationId,
    seen: Seq,
    organisation: &Organisation,
) -> Result<(), Refusal> {
    may_edit(sheet, id, seen)?;
    write(sheet, id, organisation)?;
    numbers_differ(sheet)?;
    closing::merged_soundly(sheet)?;
    closing::nobody_beyond(sheet)
}

/// Whether the person may change an organisation that is as they have seen it.
pub(super) fn may_edit(sheet: &Sheet, id: OrganisationId, seen: Seq) -> Result<(), Refusal> {
    sheet.rights().need_one(Role::Administrator)?;
    sheet.check_revision(Key::Organisation(id), seen)
}

/// Writes down a new organisation. Whether its number is its own, and whether it goes with what it is merged into, is asked when all are
/// written down: see [`numbers_differ`] and [`closing::merged_soundly`].
pub(super) fn found(
    sheet: &mut Sheet,
    organisation: &Organisation,
) -> Result<OrganisationId, Refusal> {
    sound(sheet, organisation)?;
    let record = Record::Organisation(organisation.clone());
    sheet.create(
        Kind::Organisation,
        OrganisationId,
        Key::Organisation,
        record,
    )
}

/// Writes down what an organisation becomes; its number as with [`found`].
pub(super) fn write(
    sheet: &mut Sheet,
    id: OrganisationId,
    organisation: &Organisation,
) -> Result<(), Refusal> {
    sound(sheet, organisation)?;
    let record = Record::Organisation(organisation.clone());
    sheet.put(Key::Organisation(id), record);
    Ok(())
}

/// Appoints a head, or leaves a vacancy. Whoever is in office on `from` leaves the day before, but for the permanent head who is `absent`
/// while the new one acts: then only somebody who has acted for them so far leaves.
pub(super) fn appoint(
    sheet: &mut Sheet,
    organisation: OrganisationId,
    head: Option<&NewHead>,
    from: NaiveDate,
    reason: &str,
    (seen, absent): (&[(AppointmentId, Seq)], Option<AppointmentId>),
) -> Result<(), Refusal> {
    sheet.rights().need_one(Role::Administrator)?;
    sheet.must_exist(Key::Organisation(organisation))?;
    texts::line(Field::Reason, reason, NOTE_TEXT)?;
    let in_office = in_office(sheet, organisation, from, absent)?;
    seen_as_is(sheet, &in_office, seen)?;
    for (id, present) in in_office {
        if absent == Some(id) {
            continue;
        }
        let Some(last_day) = from.pred_opt() else {
            continue;
        };
        // An appointment lasts a day at least.
        let earliest = present.from.succ_opt().unwrap_or(present.from);
        not_before(Field::From, Some(from), earliest)?;
        let after = Appointment {
            to: Some(last_day),
            end_reason: match (reason, absent) {
                ("", Some(_)) => present.end_reason.clone(),
                (reason, _) => reason.to_owned(),
            },
            ..present.body.clone()
        };
        appointments::enter(sheet, Some(id), after)?;
    }
    if let Some(head) = head {
        not_before(Field::From, Some(head.from), from)?;
        install(sheet, organisation, head)?;
    }
    appointments::go_together(sheet)
}

/// Who is in office on a day, and nobody appointed for later: history is not written backwards, but for somebody who acted for an absent
/// head, whom whoever acted later leaves as they were.
fn in_office<'a>(
    sheet: &Sheet<'a>,
    organisation: OrganisationId,
    from: NaiveDate,
    absent: Option<AppointmentId>,
) -> Result<Vec<(AppointmentId, &'a Stamped<Appointment>)>, Refusal> {
    let mut found = Vec::new();
    for id in sheet.state.appointments_of.of(organisation) {
        let Some(it) = sheet.state.appointments.get(&id) else {
            continue;
        };
        if it.from > from && absent.is_none() {
            let earliest = it.from.succ_opt().unwrap_or(it.from);
            not_before(Field::From, Some(from), earliest)?;
        }
        if it.covers(from) {
            found.push((id, it));
        }
    }
    Ok(found)
}

/// The person has seen everybody in office: somebody else may have appointed in the meantime.
fn seen_as_is(
    sheet: &Sheet,
    in_office: &[(AppointmentId, &Stamped<Appointment>)],
    seen: &[(AppointmentId, Seq)],
) -> Result<(), Refusal> {
    for (id, rev) in seen {
        sheet.check_seen(Key::Appointment(*id), Seen::At(*rev))?;
    }
    let was_seen = |it: &AppointmentId| seen.iter().any(|(id, _)| id == it);
    match in_office.iter().find(|(id, _)| !was_seen(id)) {
        Some((unseen, _)) => Err(conflict(sheet.state, Key::Appointment(*unseen))),
        None => Ok(()),
    }
}

/// Writes down that somebody heads an organisation from a day on.
fn install(sheet: &mut Sheet, organisation: OrganisationId, head: &NewHead) -> Result<(), Refusal> {
    let person = persons::choose(sheet, &head.person)?;
    let act = documents::choose_paper(sheet, head.act.as_ref())?;
    // Whoever heads an organisation that closes leaves with its last day.
    let closed = match sheet.written(Key::Organisation(organisation)) {
        Some(Record::Organisation(it)) => it.closed,
        _ => (sheet.state.organisations.get(&organisation)).and_then(|it| it.closed),
    };
    let appointment = Appointment {
        person,
        organisation,
        kind: head.kind,
        from: head.from,
        to: head.to.or(closed.filter(|it| head.from <= *it)),
        act,
        contract_until: None,
        end_reason: String::new(),
    };
    appointments::enter(sheet, None, appointment).map(drop)
}

fn sound(sheet: &Sheet, organisation: &Organisation) -> Result<(), Refusal> {
    texts::full_line(Field::Name, &organisation.name, TITLE_TEXT)?;
    texts::line(Field::Name, &organisation.full_name, TITLE_TEXT)?;
    if let Some(opened) = organisation.opened {
        not_before(Field::To, organisation.closed, opened)?;
    }
    if organisation.closed.is_none() && organisation.closed_by.is_some() {
        let field = Field::Closed;
        return Err(Refusal::Empty { field });
    }
    (organisation.closed_by).map_or(Ok(()), |it| sheet.must_exist(Key::Document(it)))?;
    organisation.flags.iter().try_for_each(flag)?;
    texts::at_most(Field::Flags, MOST_LINES, organisation.flags.len())?;
    texts::at_most(Field::Standing, MOST_LINES, organisation.standing.len())?;
    organisation
        .standing
        .iter()
        .try_for_each(|it| standing(sheet, it))?;
    match organisation.number {
        Some(0) => Err(Refusal::OutOfRange {
            number: Decimal::ZERO,
            min: Some(Decimal::ONE),
            max: None,
        }),
        _ => Ok(()),
    }
}

/// A mark lasts from a day on; what is none of the usual ones says what it is.
fn flag(it: &OrganisationFlag) -> Result<(), Refusal> {
    match it.kind {
        FlagKind::Other => texts::name(Field::Note, &it.note, TITLE_TEXT)?,
        FlagKind::LowResults | FlagKind::AdverseConditions => {
            texts::line(Field::Note, &it.note, TITLE_TEXT)?;
        }
    }
    not_before(Field::Flags, it.to, it.from)
}

/// A reason that holds without being typed has words, and indicators that some edition knows.
fn standing(sheet: &Sheet, it: &StandingReason) -> Result<(), Refusal> {
    texts::name(Field::Standing, &it.reason, TITLE_TEXT)?;
    if it.indicators.is_empty() {
        let field = Field::Indicators;
        return Err(Refusal::Empty { field });
    }
    texts::at_most(Field::Indicators, MOST_ITEMS, it.indicators.len())?;
    for id in &it.indicators {
        let mut known = sheet.state.indicators.keys();
        if !known.any(|(_, indicator)| indicator == id) {
            let latest = sheet.state.editions.keys().next_back().copied();
            let key = Key::Indicator(latest.unwrap_or(EditionId(0)), *id);
            return Err(Refusal::Missing { key });
        }
    }
    match it.from {
        Some(from) => not_before(Field::Standing, it.to, from),
        None => Ok(()),
    }
}

/// Refuses a number that was written down and that another organisation of the kind has, once all is written down: two that exchange their
/// numbers in one register are told by one row each.
pub(super) fn numbers_differ(sheet: &Sheet) -> Result<(), Refusal> {
    let number_of = |it: &Organisation| Some((it.kind, it.number?));
    let others = (sheet.state.organisations.iter()).filter(|(id, _)| {
        let key = Key::Organisation(**id);
        sheet.comes_to(key).is_none() && sheet.counts(key)
    });
    let mut holders: BTreeMap<(OrganisationKind, u32), OrganisationId> = others
        .filter_map(|(id, it)| Some((number_of(it)?, *id)))
        .collect();
    for (key, record) in sheet.all_written() {
        if let (Key::Organisation(id), Record::Organisation(it)) = (key, record)
            && let Some((kind, number)) = number_of(it)
            && let Some(holder) = holders.insert((kind, number), id)
        {
            return Err(Refusal::DuplicateNumber {
                kind,
                number,
                holder,
            });
        }
    }
    Ok(())
}
