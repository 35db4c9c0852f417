//! People: whom a form names, and how they are called.

use crate::domain::command::PersonChoice;
use crate::domain::ids::{PersonId, Seq};
use crate::domain::people::{Person, Role};
use crate::domain::record::{Key, Kind, Record};
use crate::domain::refusal::{Field, Refusal};

use super::sheet::Sheet;
use super::texts::{self, TITLE_TEXT};

/// Puts a name right: a slip of the pen, a new surname. Whose data was erased has none any more.
pub(super) fn rename(
    sheet: &mut Sheet,
    id: PersonId,
    seen: Seq,
    person: &Person,
) -> Result<(), Refusal> {
    sheet.rights().need_one(Role::Administrator)?;
    sheet.check_revision(Key::Person(id), seen)?;
    not_erased(sheet, id)?;
    named(person)?;
    sheet.put(Key::Person(id), Record::Person(person.clone()));
    Ok(())
}

/// Writes down somebody who has no record yet.
pub(super) fn add(sheet: &mut Sheet, person: &Person) -> Result<(), Refusal> {
    sheet.rights().need_one(Role::Administrator)?;
    choose(sheet, &PersonChoice::New(person.clone())).map(drop)
}

/// The person that a form names: somebody known, or somebody new, who joins the others. Named alike twice in one command, somebody new
/// is one person.
pub(super) fn choose(sheet: &mut Sheet, choice: &PersonChoice) -> Result<PersonId, Refusal> {
    match choice {
        PersonChoice::Known(id) => {
            sheet.must_exist(Key::Person(*id))?;
            not_erased(sheet, *id)?;
            Ok(*id)
        }
        PersonChoice::New(person) => {
            named(person)?;
            if let Some(id) = sheet.newcomer(person) {
                return Ok(id);
            }
            let record = Record::Person(person.clone());
            sheet.create(Kind::Person, PersonId, Key::Person, record)
        }
    }
}

fn not_erased(sheet: &Sheet, person: PersonId) -> Result<(), Refusal> {
    let known = sheet.state.persons.get(&person);
    match known.is_some_and(|it| it.is_erased()) {
        true => Err(Refusal::PersonErased { person }),
        false => Ok(()),
    }
}

fn named(person: &Person) -> Result<(), Refusal> {
    texts::name(Field::Surname, &person.surname, TITLE_TEXT)?;
    texts::name_or_none(Field::Name, &person.given, TITLE_TEXT)?;
    texts::name_or_none(Field::Name, &person.patronymic, TITLE_TEXT)
}
