//! Appointments one by one, also those of long ago: who headed what, on what footing, from and to, by which act.
//!
//! Invariant: of an organisation's appointments no two overlap, but for an acting head beside the one permanent head who is absent. Nobody
//! else acts then: by the form of an appointment ([`appoint`](super::organisations::appoint)) the next one to act ends the term of the one
//! before, and an appointment that is written down by itself is refused.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::followup::{Addressee, Executor};
use crate::domain::ids::{AppointmentId, OrganisationId, Seq};
use crate::domain::people::{Appointment, AppointmentKind, Organisation, Role};
use crate::domain::period::{Period, PeriodState};
use crate::domain::record::{Key, Kind, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::staffing::AppointmentDraft;
use crate::domain::state::State;
use crate::domain::value::{Cell, Subject};

use super::sheet::{Sheet, loaded};
use super::terms::not_before;
use super::texts::{self, NOTE_TEXT};
use super::{documents, persons};

/// Writes down an appointment.
pub(super) fn add(sheet: &mut Sheet, draft: &AppointmentDraft) -> Result<(), Refusal> {
    sheet.rights().need_one(Role::Administrator)?;
    let it = read(sheet, draft)?;
    let id = enter(sheet, None, it)?;
    alone(sheet, id)
}

/// Changes an appointment; it stays one of its organisation.
pub(super) fn edit(
    sheet: &mut Sheet,
    id: AppointmentId,
    seen: Seq,
    draft: &AppointmentDraft,
) -> Result<(), Refusal> {
    sheet.rights().need_one(Role::Administrator)?;
    sheet.check_revision(Key::Appointment(id), seen)?;
    let it = read(sheet, draft)?;
    goes_on(sheet, id, &it)?;
    let id = enter(sheet, Some(id), it)?;
    alone(sheet, id)
}

/// Takes an appointment out that was a mistake. One on which something rests has ended, at most.
pub(super) fn remove(sheet: &mut Sheet, id: AppointmentId, seen: Seq) -> Result<(), Refusal> {
    let key = Key::Appointment(id);
    sheet.rights().need_one(Role::Administrator)?;
    sheet.check_revision(key, seen)?;
    let it = sheet.state.appointments.get(&id);
    let it = it.ok_or(Refusal::Missing { key })?;
    match rests_on(sheet.state, id, it, None)? {
        Some(by) => Err(Refusal::InUse { key, by }),
        None => {
            sheet.remove(key);
            Ok(())
        }
    }
}

/// Writes an appointment down, new or changed, if its dates go with its organisation. Whether it goes with the others there is asked when
/// all of them are written down: see [`alone`].
pub(super) fn enter(
    sheet: &mut Sheet,
    id: Option<AppointmentId>,
    it: Appointment,
) -> Result<AppointmentId, Refusal> {
    sound(sheet, &it)?;
    let record = Record::Appointment(it);
    match id {
        Some(id) => {
            sheet.put(Key::Appointment(id), record);
            Ok(id)
        }
        None => sheet.create(Kind::Appointment, AppointmentId, Key::Appointment, record),
    }
}

/// Whether an appointment that is told otherwise still accounts for what rests on it. It stays one of its organisation. Whoever leaves, or
/// is let go, leaves all that behind and has no part in this.
pub(super) fn goes_on(sheet: &Sheet, id: AppointmentId, it: &Appointment) -> Result<(), Refusal> {
    let key = Key::Appointment(id);
    let Some(stands) = sheet.state.appointments.get(&id) else {
        return Ok(());
    };
    if stands.organisation != it.organisation {
        return Err(Refusal::WrongKind { key });
    }
    let remains = (stands.person == it.person).then_some(it);
    match rests_on(sheet.state, id, stands, remains)? {
        Some(by) => Err(Refusal::InUse { key, by }),
        None => Ok(()),
    }
}

/// Refuses an appointment that was written down and does not go beside the others of its organisation.
pub(super) fn alone(sheet: &Sheet, id: AppointmentId) -> Result<(), Refusal> {
    let Some(Record::Appointment(it)) = sheet.written(Key::Appointment(id)) else {
        return Ok(());
    };
    beside(&terms_of(sheet, it.organisation), id, it)
}

fn read(sheet: &mut Sheet, draft: &AppointmentDraft) -> Result<Appointment, Refusal> {
    sheet.must_exist(Key::Organisation(draft.organisation))?;
    let person = persons::choose(sheet, &draft.person)?;
    let act = documents::choose_paper(sheet, draft.act.as_ref())?;
    Ok(Appointment {
        person,
        organisation: draft.organisation,
        kind: draft.kind,
        from: draft.from,
        to: draft.to,
        act,
        contract_until: draft.contract_until,
        end_reason: draft.end_reason.clone(),
    })
}

fn sound(sheet: &Sheet, it: &Appointment) -> Result<(), Refusal> {
    texts::line(Field::Reason, &it.end_reason, NOTE_TEXT)?;
    not_before(Field::To, it.to, it.from)?;
    not_before(Field::Contract, it.contract_until, it.from)?;
    let organisation = match sheet.written(Key::Organisation(it.organisation)) {
        Some(Record::Organisation(written)) => Some(written),
        _ => (sheet.state.organisations.get(&it.organisation)).map(|it| &it.body),
    };
    organisation.map_or(Ok(()), |at| within(at, it))
}

/// Nobody heads what does not work yet, or any more.
fn within(at: &Organisation, it: &Appointment) -> Result<(), Refusal> {
    if let Some(opened) = at.opened {
        not_before(Field::From, Some(it.from), opened)?;
    }
    match at.closed {
        Some(closed) if it.to.is_none_or(|to| to > closed) => Err(Refusal::OrganisationClosed {
            organisation: it.organisation,
            closed,
        }),
        _ => Ok(()),
    }
}

/// The appointments of an organisation as they are once the command is carried out.
fn terms_of(sheet: &Sheet, organisation: OrganisationId) -> Vec<(AppointmentId, Appointment)> {
    let stand = (sheet.state.appointments_of.of(organisation))
        .filter_map(|id| Some((id, sheet.state.appointments.get(&id)?.body.clone())));
    let mut all: BTreeMap<_, _> = stand.collect();
    for (key, record) in sheet.all_written() {
        if let (Key::Appointment(id), Record::Appointment(it)) = (key, record)
            && it.organisation == organisation
        {
            all.insert(id, it.clone());
        }
    }
    all.into_iter().collect()
}

/// Whether an appointment goes beside the others of its organisation; the one of the same number is itself.
fn beside(
    all: &[(AppointmentId, Appointment)],
    id: AppointmentId,
    it: &Appointment,
) -> Result<(), Refusal> {
    // Whoever is acting stands in for one who is absent, and nobody else does so at the time.
    let for_one = |own: AppointmentId, acting: &Appointment, one: AppointmentId| {
        meeting(all, own, acting).all(|(met, _)| *met == one)
    };
    let neither = |(_, there): &&(_, Appointment)| !stands_in(it, there) && !stands_in(there, it);
    let crowded = |(other, there): &&(AppointmentId, Appointment)| match stands_in(it, there) {
        true => !for_one(id, it, *other),
        false => !for_one(*other, there, id),
    };
    let in_the_way =
        (meeting(all, id, it).find(neither)).or_else(|| meeting(all, id, it).find(crowded));
    match in_the_way {
        Some((by, there)) => Err(Refusal::Overlapping {
            by: *by,
            person: there.person,
            from: there.from,
            to: there.to,
        }),
        None => Ok(()),
    }
}

/// Whether an appointment that comes back goes beside those that are there, of which some come back with it.
pub(super) fn goes_beside(
    state: &State,
    id: AppointmentId,
    it: &Appointment,
    with: &BTreeMap<Key, &Option<Record>>,
) -> Result<(), Refusal> {
    let all: Vec<_> = (state.appointments_of.of(it.organisation))
        .filter(|other| *other != id)
        .filter_map(|other| match with.get(&Key::Appointment(other)) {
            Some(Some(Record::Appointment(back))) => Some((other, back.clone())),
            Some(_) => None,
            None => Some((other, state.appointments.get(&other)?.body.clone())),
        })
        .collect();
    beside(&all, id, it)
}

/// The other appointments on some of the same days.
fn meeting<'a>(
    all: &'a [(AppointmentId, Appointment)],
    id: AppointmentId,
    it: &'a Appointment,
) -> impl Iterator<Item = &'a (AppointmentId, Appointment)> {
    let days = (it.from, it.to);
    all.iter()
        .filter(move |(other, there)| *other != id && overlap(days, (there.from, there.to)))
}

/// Whether an acting head has come for a permanent one who is absent.
fn stands_in(acting: &Appointment, absent: &Appointment) -> bool {
    acting.kind == AppointmentKind::Acting
        && absent.kind != AppointmentKind::Acting
        && acting.person != absent.person
        && absent.from < acting.from
}

type Days = (NaiveDate, Option<NaiveDate>);

fn overlap(a: Days, b: Days) -> bool {
    a.1.is_none_or(|to| b.0 <= to) && b.1.is_none_or(|to| a.0 <= to)
}

/// What would be without its head if an appointment had never been, or had only been what `remains` of it for the same person: the results
/// of a closed period, values of the person that no other appointment accounts for, advice and assignments to this person here.
fn rests_on(
    state: &State,
    id: AppointmentId,
    it: &Appointment,
    remains: Option<&Appointment>,
) -> Result<Option<Key>, Refusal> {
    let others: Vec<&Appointment> = (state.appointments_by_person.of(it.person))
        .filter(|other| *other != id)
        .filter_map(|other| state.appointments.get(&other).map(|it| &it.body))
        .collect();
    let during = |of: &Appointment, period: &Period| {
        overlap((of.from, of.to), (period.from, Some(period.to)))
    };
    let goes = |at: &Period| during(it, at) && !remains.is_some_and(|it| during(it, at));
    for (period, at) in (state.periods.iter()).filter(|(_, at)| goes(at)) {
        if at.state == PeriodState::Closed {
            return Ok(Some(Key::Period(*period)));
        }
        if others.iter().any(|other| during(other, at)) {
            continue;
        }
        loaded(state, *period)?;
        let subject = Subject::Person(it.person);
        let column = state.shard(*period).and_then(|shard| {
            (shard.columns()).find(|(_, column)| column.iter().any(|(of, _)| *of == subject))
        });
        if let Some((indicator, _)) = column {
            return Ok(Some(Key::Value(Cell {
                period: *period,
                indicator,
                subject,
            })));
        }
    }
    let heads_still = (others.iter()).any(|other| other.organisation == it.organisation);
    if remains.is_some() || heads_still {
        return Ok(None);
    }
    let is_it = |to: &Addressee| to.organisation == it.organisation && to.person == Some(it.person);
    let advice = (state.recommendations_of.of(it.organisation)).find(|id| {
        let found = state.recommendations.get(id);
        found.is_some_and(|it| it.addressees.iter().any(is_it))
    });
    let to_them = |executor: &Executor| matches!(executor, Executor::Head(to) if is_it(to));
    let asked =
        || (state.assignments.iter()).find(|(_, found)| found.executors.iter().any(to_them));
    Ok(advice
        .map(Key::Recommendation)
        .or_else(|| asked().map(|(id, _)| Key::Assignment(*id))))
}
