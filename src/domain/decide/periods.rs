//! Periods, and what holds for the whole store.

use crate::domain::catalogue::EditionState;
use crate::domain::command::Seen;
use crate::domain::ids::PeriodId;
use crate::domain::people::{Role, Settings};
use crate::domain::period::{Period, PeriodState};
use crate::domain::record::{Key, Kind, Record};
use crate::domain::refusal::{Field, Refusal};

use super::sheet::Sheet;
use super::terms::not_before;
use super::texts::{self, NUMBER_TEXT, TITLE_TEXT};

/// Adds a period, planned or open, by a published edition that applies to it.
pub(super) fn add(sheet: &mut Sheet, period: &Period) -> Result<(), Refusal> {
    sheet.rights().need_one(Role::Administrator)?;
    texts::full_line(Field::Name, &period.name, NUMBER_TEXT)?;
    let same_name = |it: &Period| it.name == period.name;
    if sheet.state.periods.values().any(|it| same_name(it)) {
        let name = period.name.clone();
        return Err(Refusal::DuplicatePeriod { name });
    }
    not_before(Field::To, Some(period.to), period.from)?;
    not_before(Field::Due, period.deadline, period.from)?;
    let key = Key::Edition(period.edition);
    let edition = sheet.state.editions.get(&period.edition);
    let edition = edition.ok_or(Refusal::Missing { key })?;
    if edition.state != EditionState::Published {
        return Err(Refusal::WrongState { key });
    }
    if let Some(applies_from) = edition.applies_from {
        not_before(Field::From, Some(period.from), applies_from)?;
    }
    // A period is closed by its results, never added closed.
    if !matches!(period.state, PeriodState::Planned | PeriodState::Open) {
        let key = Key::Period(PeriodId(sheet.state.next_id(Kind::Period)));
        return Err(Refusal::WrongState { key });
    }
    let record = Record::Period(period.clone());
    sheet.create(Kind::Period, PeriodId, Key::Period, record)?;
    Ok(())
}

/// Changes the store's settings.
pub(super) fn settings(sheet: &mut Sheet, seen: Seen, settings: &Settings) -> Result<(), Refusal> {
    sheet.rights().need_one(Role::Administrator)?;
    texts::full_line(Field::Name, &settings.municipality, TITLE_TEXT)?;
    let present = sheet.state.settings.as_ref().map(|it| &it.body);
    if present == Some(settings) {
        return Ok(());
    }
    sheet.check_seen(Key::Settings, seen)?;
    sheet.put(Key::Settings, Record::Settings(settings.clone()));
    Ok(())
}
