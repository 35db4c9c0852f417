//! Appointments one by one, also those of long ago: who headed what, on what footing, from and to, by which act.
//!
//! Invariant: of an organisation's appointments no two overlap, but for an acting head beside the one permanent head who is absent. Nobody
//! else acts then: by the form of an appointment ([`appoint`](super::organisations::appoint)) the next one to act ends the term of the one
//! before, and an appointment that is written down by itself is refused.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::domain::followup::{Addressee, Executor};
use crate::domain::ids::{AppointmentId, OrganisationId, PersonId, Seq};
use crate::domain::people::{Appointment, AppointmentKind, Role};
use crate::domain::period::{Period, PeriodState};
use crate::domain::record::{Key, Kind, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::staffing::AppointmentDraft;
use crate::domain::value::{Cell, Entry, Subject};

use super::sheet::{Sheet, loaded};
use super::terms::not_before;
use super::texts::{self, NOTE_TEXT};
use super::{documents, persons};

/// Writes down an appointment.
pub(super) fn add(sheet: &mut Sheet, draft: &AppointmentDraft) -> Result<(), Refusal> {
    sheet.rights().need_one(Role::Administrator)?;
    let it = read(sheet, draft)?;
    enter(sheet, None, it)?;
    go_together(sheet)
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
    enter(sheet, Some(id), it)?;
    go_together(sheet)
}

/// Takes an appointment out that was a mistake. One on which something rests has ended, at most.
pub(super) fn remove(sheet: &mut Sheet, id: AppointmentId, seen: Seq) -> Result<(), Refusal> {
    let key = Key::Appointment(id);
    sheet.rights().need_one(Role::Administrator)?;
    sheet.check_revision(key, seen)?;
    sheet.must_exist(key)?;
    sheet.remove(key);
    go_together(sheet)
}

/// Writes an appointment down, new or changed, if its dates go with its organisation, which it keeps. Whether it goes with the others, and
/// what rested on it is still accounted for, is asked when all of them are written down: see [`go_together`].
pub(super) fn enter(
    sheet: &mut Sheet,
    id: Option<AppointmentId>,
    it: Appointment,
) -> Result<AppointmentId, Refusal> {
    sound(sheet, &it)?;
    let organisation = it.organisation;
    let record = Record::Appointment(it);
    let Some(id) = id else {
        return sheet.create(Kind::Appointment, AppointmentId, Key::Appointment, record);
    };
    let key = Key::Appointment(id);
    let stands = sheet.state.appointments.get(&id);
    if stands.is_some_and(|it| it.organisation != organisation) {
        return Err(Refusal::WrongKind { key });
    }
    sheet.put(key, record);
    Ok(id)
}

/// Refuses appointments, once all are written down, that do not go beside the others of their organisation, or that no longer account for
/// what rests on them. Whoever leaves within a period leaves behind what was entered for it.
pub(super) fn go_together(sheet: &Sheet) -> Result<(), Refusal> {
    let written = written(sheet);
    let mut of_persons: BTreeMap<PersonId, BTreeSet<AppointmentId>> = BTreeMap::new();
    for (id, it) in written
        .iter()
        .filter_map(|id| Some((*id, then(sheet, *id)?)))
    {
        of_persons.entry(it.person).or_default().insert(id);
    }
    for id in &written {
        let Some(stands) = sheet.state.appointments.get(id) else {
            continue;
        };
        let known = sheet.state.appointments_by_person.of(stands.person);
        let new = of_persons.get(&stands.person).into_iter().flatten();
        let all: BTreeSet<AppointmentId> = known.chain(new.copied()).collect();
        let others: Vec<&Appointment> = (all.into_iter().filter(|other| other != id))
            .filter_map(|other| then(sheet, other))
            .filter(|other| other.person == stands.person)
            .collect();
        let after = then(sheet, *id).filter(|it| it.person == stands.person);
        if let Some(by) = rests_on(sheet, stands, after, &others)? {
            let key = Key::Appointment(*id);
            return Err(Refusal::InUse { key, by });
        }
    }
    let new = new_terms(sheet);
    for (organisation, its) in &new {
        let all = terms_of(sheet, *organisation, &new);
        for id in its {
            if let Some(it) = then(sheet, *id) {
                beside(sheet, &all, *id, it)?;
            }
        }
    }
    Ok(())
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
    within(sheet, it)
}

/// Nobody heads what does not work yet, or any more.
pub(super) fn within(sheet: &Sheet, it: &Appointment) -> Result<(), Refusal> {
    let key = Key::Organisation(it.organisation);
    let at = match sheet.written(key) {
        Some(Record::Organisation(written)) => Some(written),
        _ => (sheet.state.organisations.get(&it.organisation)).map(|it| &it.body),
    };
    let Some(at) = at.filter(|_| sheet.counts(key)) else {
        return Ok(());
    };
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

/// The appointments that are written down, or written down to go.
fn written(sheet: &Sheet) -> Vec<AppointmentId> {
    let keys = sheet.all_written().map(|(key, _)| key);
    (keys.chain(sheet.all_gone()))
        .filter_map(|key| match key {
            Key::Appointment(id) => Some(id),
            _ => None,
        })
        .collect()
}

/// An appointment as it is once the command is carried out.
fn then<'s>(sheet: &'s Sheet, id: AppointmentId) -> Option<&'s Appointment> {
    match sheet.comes_to(Key::Appointment(id)) {
        Some(Some(Record::Appointment(it))) => Some(it),
        Some(_) => None,
        None => sheet.state.appointments.get(&id).map(|it| &it.body),
    }
}

/// The appointments that are written down, by organisation.
pub(super) type NewTerms = BTreeMap<OrganisationId, BTreeSet<AppointmentId>>;

/// The appointments that are written down, once for all organisations.
pub(super) fn new_terms(sheet: &Sheet) -> NewTerms {
    let mut new = NewTerms::new();
    for id in written(sheet) {
        if let Some(it) = then(sheet, id) {
            new.entry(it.organisation).or_default().insert(id);
        }
    }
    new
}

/// The appointments of an organisation as they are once the command is carried out.
pub(super) fn terms_of<'s>(
    sheet: &'s Sheet,
    organisation: OrganisationId,
    new: &NewTerms,
) -> Vec<(AppointmentId, &'s Appointment)> {
    let known = sheet.state.appointments_of.of(organisation);
    let new = new.get(&organisation).into_iter().flatten().copied();
    let all: BTreeSet<AppointmentId> = known.chain(new).collect();
    (all.into_iter())
        .filter_map(|id| Some((id, then(sheet, id)?)))
        .filter(|(_, it)| it.organisation == organisation)
        .collect()
}

/// Whether an appointment goes beside the others of its organisation; the one of the same number is itself.
fn beside(
    sheet: &Sheet,
    all: &[(AppointmentId, &Appointment)],
    id: AppointmentId,
    it: &Appointment,
) -> Result<(), Refusal> {
    // Whoever is acting stands in for one who is absent, and nobody else does so at the time.
    let for_one = |own: AppointmentId, acting: &Appointment, one: AppointmentId| {
        meeting(all, own, acting).all(|(met, _)| *met == one)
    };
    let neither = |(_, there): &&(_, &Appointment)| !stands_in(it, there) && !stands_in(there, it);
    let crowded = |(other, there): &&(AppointmentId, &Appointment)| match stands_in(it, there) {
        true => !for_one(id, it, *other),
        false => !for_one(*other, there, id),
    };
    let met = || meeting(all, id, it).filter(|(other, _)| sheet.counts(Key::Appointment(*other)));
    let in_the_way = (met().find(neither)).or_else(|| met().find(crowded));
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

/// The other appointments on some of the same days.
fn meeting<'a>(
    all: &'a [(AppointmentId, &'a Appointment)],
    id: AppointmentId,
    it: &'a Appointment,
) -> impl Iterator<Item = &'a (AppointmentId, &'a Appointment)> {
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
/// of a closed period, values of the person that none of the `others` of this person accounts for, advice and assignments to this person
/// here.
fn rests_on(
    sheet: &Sheet,
    it: &Appointment,
    remains: Option<&Appointment>,
    others: &[&Appointment],
) -> Result<Option<Key>, Refusal> {
    let state = sheet.state;
    let during = |of: &Appointment, period: &Period| {
        overlap((of.from, of.to), (period.from, Some(period.to)))
    };
    let goes = |at: &Period| during(it, at) && !remains.is_some_and(|it| during(it, at));
    for (period, at) in (state.periods.iter()).filter(|(_, at)| goes(at)) {
        if at.state == PeriodState::Closed && sheet.counts(Key::Results(*period)) {
            return Ok(Some(Key::Period(*period)));
        }
        if others.iter().any(|other| during(other, at)) {
            continue;
        }
        loaded(state, *period)?;
        let cells = (state.shard(*period).into_iter()).flat_map(|shard| {
            shard.columns().map(|(indicator, _)| Cell {
                period: *period,
                indicator,
                subject: Subject::Person(it.person),
            })
        });
        let is_filled =
            |cell: &Cell| (state.value(*cell)).is_some_and(|it| it.entry != Entry::Empty);
        let mut values = cells.filter(is_filled).map(Key::Value);
        if let Some(by) = values.find(|key| sheet.counts(*key)) {
            return Ok(Some(by));
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
            && sheet.counts(Key::Recommendation(*id))
    });
    let to_them = |executor: &Executor| matches!(executor, Executor::Head(to) if is_it(to));
    let asked = || {
        (state.assignments.iter())
            .filter(|(_, found)| found.executors.iter().any(to_them))
            .find(|(id, _)| sheet.counts(Key::Assignment(**id)))
    };
    Ok(advice
        .map(Key::Recommendation)
        .or_else(|| asked().map(|(id, _)| Key::Assignment(*id))))
}
