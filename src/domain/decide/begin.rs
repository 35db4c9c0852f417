//! The first day: a store that was founded with the supplied catalogue gets the municipality's name, its first period and its administrator,
//! and keeps the catalogue or empties it.
//!
//! Only while nothing rests on what is changed: the published edition of the founding is no one's past yet.

use rust_decimal::Decimal;

use crate::domain::catalogue::{Edition, EditionState};
use crate::domain::command::Beginning;
use crate::domain::ids::PersonId;
use crate::domain::people::{Role, Settings, User};
use crate::domain::period::{Period, PeriodState};
use crate::domain::record::{Key, Kind, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::state::State;

use super::sheet::{Sheet, loaded};
use super::terms::not_before;
use super::texts::{self, NUMBER_TEXT, TITLE_TEXT};

/// Whether a store is as it was founded: one edition, one period, and nobody and nothing entered.
#[must_use]
pub fn is_fresh(state: &State) -> bool {
    let is_named = state
        .settings
        .as_ref()
        .is_some_and(|it| !it.municipality.is_empty());
    let has_entries = |id| state.has_entries(id) == Some(true);
    state.editions.len() == 1
        && state.periods.len() <= 1
        && !is_named
        && state.organisations.is_empty()
        && state.persons.is_empty()
        && state.decisions.is_empty()
        && state.recommendations.is_empty()
        && !state.periods.keys().any(|id| has_entries(*id))
}

/// Carries it out.
pub(super) fn begin(sheet: &mut Sheet, beginning: &Beginning) -> Result<(), Refusal> {
    sheet.rights().need_one(Role::Administrator)?;
    let mut periods = sheet.state.periods.keys();
    periods.try_for_each(|id| loaded(sheet.state, *id))?;
    if !is_fresh(sheet.state) {
        let key = Key::Settings;
        return Err(Refusal::WrongState { key });
    }
    texts::full_line(Field::Name, &beginning.municipality, TITLE_TEXT)?;
    let demo = sheet.state.settings.as_ref().is_some_and(|it| it.demo);
    let settings = Settings {
        municipality: beginning.municipality.clone(),
        demo,
    };
    sheet.put(Key::Settings, Record::Settings(settings));
    administrator(sheet, beginning)?;
    period(sheet, beginning)?;
    if beginning.empty {
        empty(sheet);
    }
    Ok(())
}

/// Whoever begins is a person with a name from now on.
fn administrator(sheet: &mut Sheet, beginning: &Beginning) -> Result<(), Refusal> {
    let Some(person) = &beginning.administrator else {
        return Ok(());
    };
    texts::name(Field::Surname, &person.surname, TITLE_TEXT)?;
    texts::name_or_none(Field::Name, &person.given, TITLE_TEXT)?;
    texts::name_or_none(Field::Name, &person.patronymic, TITLE_TEXT)?;
    let id = sheet.actor.user;
    let Some(user) = sheet.state.users.get(&id) else {
        return Ok(());
    };
    let record = Record::Person(person.clone());
    let person = sheet.create(Kind::Person, PersonId, Key::Person, record)?;
    let user = User {
        person: Some(person),
        ..user.body.clone()
    };
    sheet.put(Key::User(id), Record::User(user));
    Ok(())
}

/// The period of the founding becomes the first one; by an empty catalogue nothing can be entered yet.
fn period(sheet: &mut Sheet, beginning: &Beginning) -> Result<(), Refusal> {
    let Some((id, present)) = sheet.state.periods.iter().next() else {
        return Ok(());
    };
    let first = &beginning.period;
    texts::full_line(Field::Name, &first.name, NUMBER_TEXT)?;
    not_before(Field::To, Some(first.to), first.from)?;
    not_before(Field::Due, first.deadline, first.from)?;
    let period = Period {
        name: first.name.clone(),
        kind: first.kind,
        from: first.from,
        to: first.to,
        deadline: first.deadline,
        state: match beginning.empty {
            true => PeriodState::Planned,
            false => present.state,
        },
        ..present.body.clone()
    };
    sheet.put(Key::Period(*id), Record::Period(period));
    Ok(())
}

/// Leaves of the catalogue a working edition without a direction.
fn empty(sheet: &mut Sheet) {
    let state = sheet.state;
    let keys = state.keys().filter(|key| {
        matches!(
            key,
            Key::Direction(..) | Key::Indicator(..) | Key::BaseQuantity(_)
        )
    });
    for key in keys {
        sheet.remove(key);
    }
    for (id, it) in state.editions.iter() {
        let edition = Edition {
            state: EditionState::Draft,
            act: None,
            adopted: None,
            in_force: None,
            applies_from: None,
            completeness: Decimal::from(70),
            ..it.body.clone()
        };
        sheet.put(Key::Edition(*id), Record::Edition(edition));
    }
}
