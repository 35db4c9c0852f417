//! Periods as they are written down, and what holds for the whole store. How a period goes on its way is in `period_steps`.

use std::collections::BTreeSet;

use crate::domain::catalogue::EditionState;
use crate::domain::command::Seen;
use crate::domain::ids::{EditionId, PeriodId, Seq};
use crate::domain::people::{Role, Settings};
use crate::domain::period::{Period, PeriodState};
use crate::domain::record::{Key, Kind, Record};
use crate::domain::refusal::{Field, Refusal};

use super::sheet::{Sheet, loaded};
use super::terms::not_before;
use super::texts::{self, MOST_ITEMS, NOTE_TEXT, NUMBER_TEXT, TITLE_TEXT};

/// Who gives time: exceptions and the deadline are of those who ask for the values, too.
pub(super) const GIVING_TIME: [Role; 2] = [Role::Administrator, Role::Head];

/// Adds periods, planned or open, each by a published edition that applies to it.
pub(super) fn add(sheet: &mut Sheet, periods: &[Period]) -> Result<(), Refusal> {
    sheet.rights().need_one(Role::Administrator)?;
    texts::at_most(Field::Name, MOST_ITEMS, periods.len())?;
    for (at, period) in periods.iter().enumerate() {
        let earlier = periods.get(..at).unwrap_or_default();
        sound(sheet, None, period, earlier)?;
        // A period is closed by its results, never added closed.
        if !matches!(period.state, PeriodState::Planned | PeriodState::Open)
            || period.approved_by.is_some()
            || !period.events.is_empty()
        {
            let key = Key::Period(PeriodId(sheet.state.next_id(Kind::Period)));
            return Err(Refusal::WrongState { key });
        }
        let record = Record::Period(period.clone());
        sheet.create(Kind::Period, PeriodId, Key::Period, record)?;
    }
    Ok(())
}

/// Changes what is said of a period that is not closed. The act that approved a closed one may still be changed.
pub(super) fn edit(
    sheet: &mut Sheet,
    id: PeriodId,
    seen: Seq,
    period: &Period,
) -> Result<(), Refusal> {
    let key = Key::Period(id);
    sheet.rights().need(GIVING_TIME)?;
    sheet.check_revision(key, seen)?;
    let present = &sheet.period(id)?.body;
    if period == present {
        return Ok(());
    }
    let given_time = Period {
        deadline: period.deadline,
        locks: period.locks,
        exceptions: period.exceptions.clone(),
        ..present.clone()
    };
    let approved = Period {
        approved_by: period.approved_by,
        ..present.clone()
    };
    if present.state == PeriodState::Closed {
        if approved != *period {
            return Err(Refusal::PeriodClosed { period: id });
        }
        sheet.rights().need_one(Role::Head)?;
        if let Some(act) = period.approved_by {
            sheet.must_exist(Key::Document(act))?;
        }
    } else {
        if given_time != *period {
            sheet.rights().need_one(Role::Administrator)?;
        }
        // Where it stands and what was done with it is written by its steps.
        if (period.state, &period.events, period.approved_by)
            != (present.state, &present.events, present.approved_by)
        {
            return Err(Refusal::WrongState { key });
        }
        let measured_alike = (period.edition, period.kind) == (present.edition, present.kind);
        if !measured_alike && has_entries(sheet, id)? {
            return Err(Refusal::MoveInstead { period: id });
        }
        sound(sheet, Some(id), period, &[])?;
    }
    sheet.put(key, Record::Period(period.clone()));
    Ok(())
}

/// What makes a period one: a name of its own, days that no other of its kind has, an edition that applies to it.
fn sound(
    sheet: &Sheet,
    id: Option<PeriodId>,
    period: &Period,
    besides: &[Period],
) -> Result<(), Refusal> {
    texts::full_line(Field::Name, &period.name, NUMBER_TEXT)?;
    let others = || {
        let stored = (sheet.state.periods.iter()).filter(|(other, _)| Some(**other) != id);
        stored.map(|(_, it)| &it.body).chain(besides)
    };
    if others().any(|it| it.name == period.name) {
        let name = period.name.clone();
        return Err(Refusal::DuplicatePeriod { name });
    }
    not_before(Field::To, Some(period.to), period.from)?;
    not_before(Field::Due, period.deadline, period.from)?;
    let unchanged = id.and_then(|it| sheet.state.edition_of(it)) == Some(period.edition);
    let applies_from = published(sheet, period.edition)?;
    // An edition that the period was moved to in mid-year applies from a day within it.
    if let Some(applies_from) = applies_from.filter(|_| !unchanged) {
        not_before(Field::From, Some(period.from), applies_from)?;
    }
    if let Some(other) = others().find(|it| it.overlaps(period)) {
        let with = other.name.clone();
        return Err(Refusal::PeriodOverlaps { with });
    }
    exceptions(sheet, period)
}

/// The day from which an edition applies, if it is published.
pub(super) fn published(
    sheet: &Sheet,
    id: EditionId,
) -> Result<Option<chrono::NaiveDate>, Refusal> {
    let key = Key::Edition(id);
    let edition = sheet.state.editions.get(&id);
    let edition = edition.ok_or(Refusal::Missing { key })?;
    if edition.state != EditionState::Published {
        return Err(Refusal::WrongState { key });
    }
    Ok(edition.applies_from)
}

/// Each exception is of an organisation, gives more time than the others have, and says why.
fn exceptions(sheet: &Sheet, period: &Period) -> Result<(), Refusal> {
    texts::at_most(Field::Exceptions, MOST_ITEMS, period.exceptions.len())?;
    if !period.exceptions.is_empty() && period.deadline.is_none() {
        let field = Field::Due;
        return Err(Refusal::Empty { field });
    }
    let mut seen = BTreeSet::new();
    for it in &period.exceptions {
        let key = Key::Organisation(it.organisation);
        sheet.must_exist(key)?;
        if !seen.insert(it.organisation) {
            return Err(Refusal::Taken { key });
        }
        texts::full_line(Field::Reason, &it.reason, NOTE_TEXT)?;
        if let Some(deadline) = period.deadline {
            let later = deadline.succ_opt().unwrap_or(deadline);
            not_before(Field::Exceptions, Some(it.until), later)?;
        }
    }
    Ok(())
}

/// Whether anything was entered for the period. Not being in memory is not being empty.
pub(super) fn has_entries(sheet: &Sheet, id: PeriodId) -> Result<bool, Refusal> {
    loaded(sheet.state, id)?;
    Ok(sheet.state.has_entries(id) == Some(true))
}

/// Changes the store's settings.
pub(super) fn settings(sheet: &mut Sheet, seen: Seen, settings: &Settings) -> Result<(), Refusal> {
    sheet.rights().need_one(Role::Administrator)?;
    texts::full_line(Field::Municipality, &settings.municipality, TITLE_TEXT)?;
    let present = sheet.state.settings.as_ref().map(|it| &it.body);
    if present == Some(settings) {
        return Ok(());
    }
    sheet.check_seen(Key::Settings, seen)?;
    sheet.put(Key::Settings, Record::Settings(settings.clone()));
    Ok(())
}
