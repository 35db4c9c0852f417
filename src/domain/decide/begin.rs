//! The first day: a store that was founded with the supplied catalogue gets the municipality's name, its first period and its administrator,
//! and keeps the catalogue, empties it or has one from a file instead.
//!
//! Only while nothing rests on what is changed: the published edition of the founding is no one's past yet.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::domain::catalogue::{Edition, EditionState};
use crate::domain::command::{Beginning, CatalogueDraft, FirstCatalogue};
use crate::domain::cycle::Section;
use crate::domain::evidence::Track;
use crate::domain::ids::{DirectionId, PersonId, Seq, Timestamp};
use crate::domain::people::{Role, Settings, User};
use crate::domain::period::{Period, PeriodState};
use crate::domain::record::{Key, Kind, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::state::{Stamp, State};

use super::editions::rests_on;
use super::publishing::fit;
use super::sheet::{Sheet, loaded};
use super::sound::sound;
use super::taking::{Taking, bounded};
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
    texts::full_line(Field::Municipality, &beginning.municipality, TITLE_TEXT)?;
    let demo = sheet.state.settings.as_ref().is_some_and(|it| it.demo);
    let settings = Settings {
        municipality: beginning.municipality.clone(),
        demo,
    };
    sheet.put(Key::Settings, Record::Settings(settings));
    administrator(sheet, beginning)?;
    period(sheet, beginning)?;
    match &beginning.catalogue {
        FirstCatalogue::Supplied => Ok(()),
        FirstCatalogue::Empty => {
            empty(sheet);
            Ok(())
        }
        FirstCatalogue::Brought(draft) => brought(sheet, draft, beginning.period.from),
    }
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
        state: match beginning.catalogue {
            FirstCatalogue::Empty => PeriodState::Planned,
            FirstCatalogue::Supplied | FirstCatalogue::Brought(_) => present.state,
        },
        ..present.body.clone()
    };
    sheet.put(Key::Period(*id), Record::Period(period));
    Ok(())
}

/// Leaves of the catalogue a working edition without a direction.
fn empty(sheet: &mut Sheet) {
    let state = sheet.state;
    forget(sheet, |_| false);
    for key in state.keys().filter(|it| is_of_catalogue(*it)) {
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

/// Has a catalogue from a file in the place of the supplied one, published as that was: it must be fit for it. Nothing of the founding stays
/// that speaks of what is gone.
fn brought(sheet: &mut Sheet, draft: &CatalogueDraft, from: NaiveDate) -> Result<(), Refusal> {
    bounded(draft)?;
    if let Some(applies_from) = draft.edition.applies_from {
        not_before(Field::From, Some(from), applies_from)?;
    }
    let state = sheet.state;
    let Some(id) = state.editions.keys().next().copied() else {
        return Ok(());
    };
    let edition = Edition {
        act: rests_on(sheet, &draft.edition, draft.act.as_ref())?,
        state: EditionState::Published,
        based_on: None,
        ..draft.edition.clone()
    };
    let record = Record::Edition(edition);
    sound(&record)?;
    sheet.put(Key::Edition(id), record);
    // What comes with the edition goes with it, though its own words may be those of the supplied one.
    sheet.touch(Key::Edition(id));
    Taking::new(state, id, draft).write(sheet)?;
    // No number rests on the words of a base quantity yet.
    for (base, it) in &draft.bases {
        if state.base_quantities.contains_key(base) {
            let record = Record::BaseQuantity(it.clone());
            sound(&record)?;
            sheet.put(Key::BaseQuantity(*base), record);
        }
    }
    for base in state.base_quantities.keys() {
        if !draft.bases.iter().any(|(id, _)| id == base) {
            sheet.remove(Key::BaseQuantity(*base));
        }
    }
    forget(sheet, |it| draft.directions.iter().any(|(id, _)| *id == it));
    fit(&written(sheet), id)
}

/// Takes what section 2.1 says of directions that are gone out of it, with the documents that it cites there.
fn forget(sheet: &mut Sheet, stays: impl Fn(DirectionId) -> bool) {
    let state = sheet.state;
    for (id, it) in state.sections.iter() {
        sheet.put(Key::Section(*id), Record::Section(narrowed(it, &stays)));
    }
    for (id, it) in state.requirements.iter() {
        if it.direction().is_none_or(&stays) {
            continue;
        }
        sheet.remove(Key::Requirement(*id));
        for (citation, _) in (state.citations.iter()).filter(|(_, it)| it.requirement == *id) {
            sheet.remove(Key::Citation(*citation));
        }
    }
}

/// A section without the directions that are gone.
fn narrowed(it: &Section, stays: &impl Fn(DirectionId) -> bool) -> Section {
    let mut section = it.clone();
    (section.tracks).retain(|it| !matches!(it.track, Track::Direction(id) if !stays(id)));
    section
}

/// The catalogue as it is written down, and nothing else.
fn written(sheet: &Sheet) -> State {
    let stamp = Stamp {
        rev: Seq(0),
        by: sheet.actor.user,
        at: Timestamp(0),
    };
    let mut state = State::default();
    for (key, record) in sheet.all_written() {
        if is_of_catalogue(key) || matches!(key, Key::Edition(_)) {
            state.put(key, Some(record.clone()), stamp);
        }
    }
    state
}

/// Whether it is something that an edition measures by.
fn is_of_catalogue(key: Key) -> bool {
    matches!(
        key,
        Key::Direction(..) | Key::Indicator(..) | Key::Rule(..) | Key::BaseQuantity(_)
    )
}
