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

/// Who leads a period and gives time: of those who ask for the values, too.
pub(super) const GIVING_TIME: [Role; 2] = [Role::Head, Role::Administrator];

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

/// Changes what is said of a period that is not closed. Where it stands, what was done with it and the act that approved it are written by
/// its steps.
pub(super) fn edit(
    sheet: &mut Sheet,
    id: PeriodId,
    seen: Seq,
    period: &Period,
) -> Result<(), Refusal> {
    let key = Key::Period(id);
    let present = &sheet.period(id)?.body;
    let given_time = Period {
        deadline: period.deadline,
        locks: period.locks,
        exceptions: period.exceptions.clone(),
        ..present.clone()
    };
    // That a closed one changes in nothing is told to all who lead periods.
    match given_time == *period || present.state == PeriodState::Closed {
        true => sheet.rights().need(GIVING_TIME)?,
        false => sheet.rights().need_one(Role::Administrator)?,
    }
    sheet.check_revision(key, seen)?;
    if period == present {
        return Ok(());
    }
    if present.state == PeriodState::Closed {
        return Err(Refusal::PeriodClosed { period: id });
    }
    if (period.state, &period.events, period.approved_by)
        != (present.state, &present.events, present.approved_by)
    {
        return Err(Refusal::WrongState { key });
    }
    measured_as_entered(sheet, id, period)?;
    sound(sheet, Some(id), period, &[])?;
    sheet.put(key, Record::Period(period.clone()));
    Ok(())
}

/// Refuses a period that would be measured otherwise than it was when values were entered, unless it is moved or scored anew, with a reason.
pub(super) fn measured_as_entered(
    sheet: &Sheet,
    id: PeriodId,
    period: &Period,
) -> Result<(), Refusal> {
    let Some(stands) = sheet.state.periods.get(&id) else {
        return Ok(());
    };
    let alike = (period.edition, period.kind) == (stands.edition, stands.kind);
    let told_why = period.events != stands.events;
    if !alike && !told_why && has_entries(sheet, id)? {
        return Err(Refusal::MoveInstead { period: id });
    }
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
    not_before(Field::To, Some(period.to), period.from)?;
    not_before(Field::Due, period.deadline, period.from)?;
    let unchanged = id.and_then(|it| sheet.state.edition_of(it)) == Some(period.edition);
    let applies_from = published(sheet, period.edition)?;
    // An edition that the period was moved to in mid-year applies from a day within it.
    if let Some(applies_from) = applies_from.filter(|_| !unchanged) {
        not_before(Field::From, Some(period.from), applies_from)?;
    }
    alone(sheet, id, period, besides)?;
    exceptions(sheet, period)
}

/// Refuses a name or days that another period of the kind has, in the store or `besides`.
pub(super) fn alone(
    sheet: &Sheet,
    id: Option<PeriodId>,
    period: &Period,
    besides: &[Period],
) -> Result<(), Refusal> {
    let others = || {
        let stored = (sheet.state.periods.iter())
            .filter(|(other, _)| Some(**other) != id && sheet.counts(Key::Period(**other)));
        stored.map(|(_, it)| &it.body).chain(besides)
    };
    if others().any(|it| it.name == period.name) {
        let name = period.name.clone();
        return Err(Refusal::DuplicatePeriod { name });
    }
    match others().find(|it| it.overlaps(period)) {
        Some(other) => Err(Refusal::PeriodOverlaps {
            with: other.name.clone(),
        }),
        None => Ok(()),
    }
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
