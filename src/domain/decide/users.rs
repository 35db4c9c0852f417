//! Who uses the program, and what each may do.
//!
//! Invariants: somebody can always administer the store; whoever administers it sees names. An administrator makes and changes
//! records of people, which travel whole, and could give themselves the right anyway; so there is none without it.

use crate::domain::ids::{PersonId, Seq, UserId};
use crate::domain::people::{Person, Role, User};
use crate::domain::record::{Change, Key, Kind, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::state::State;

use super::sheet::Sheet;
use super::texts::{self, NUMBER_TEXT, TITLE_TEXT};

/// Adds a user, with the person behind the account where that is a new one; or lets one in again who had no name.
pub(super) fn add(sheet: &mut Sheet, user: &User, person: Option<&Person>) -> Result<(), Refusal> {
    sheet.rights().need_one(Role::Administrator)?;
    let mut user = user.clone();
    if let Some(person) = person {
        texts::name(Field::Surname, &person.surname, TITLE_TEXT)?;
        texts::name_or_none(Field::Name, &person.given, TITLE_TEXT)?;
        texts::name_or_none(Field::Name, &person.patronymic, TITLE_TEXT)?;
        let record = Record::Person(person.clone());
        user.person = Some(sheet.create(Kind::Person, PersonId, Key::Person, record)?);
    } else if let Some(id) = user.person {
        sheet.must_exist(Key::Person(id))?;
    }
    // Somebody without a name who comes back with one is the same: their number stays, and what they have done.
    let nameless = |it: &User| it.retired && it.person.is_none() && it.account == user.account;
    let mut users = sheet.state.users.iter();
    let back = users.find(|it| user.person.is_some() && nameless(it.1));
    match back.map(|it| *it.0) {
        Some(id) => {
            let user = sound(sheet, Some(id), user)?;
            sheet.put(Key::User(id), Record::User(user));
        }
        None => {
            let user = sound(sheet, None, user)?;
            sheet.create(Kind::User, UserId, Key::User, Record::User(user))?;
        }
    }
    Ok(())
}

/// Changes what a user may do, or lets them in no more.
pub(super) fn edit(sheet: &mut Sheet, id: UserId, seen: Seq, user: &User) -> Result<(), Refusal> {
    let key = Key::User(id);
    sheet.rights().need_one(Role::Administrator)?;
    sheet.check_revision(key, seen)?;
    if let Some(person) = user.person {
        sheet.must_exist(Key::Person(person))?;
    }
    let user = sound(sheet, Some(id), user.clone())?;
    let change = Change {
        key,
        before: None,
        after: Some(Record::User(user.clone())),
    };
    somebody_administers(sheet.state, std::slice::from_ref(&change))?;
    sheet.put(key, Record::User(user));
    Ok(())
}

/// Refuses an account that another user has: who comes in by it could be either.
pub(super) fn account_is_free(
    sheet: &Sheet,
    own: Option<UserId>,
    account: &str,
) -> Result<(), Refusal> {
    let mut others = (sheet.state.users.iter())
        .filter(|(id, _)| Some(**id) != own && sheet.counts(Key::User(**id)));
    match others.find(|it| it.1.account == account) {
        Some((id, _)) => Err(Refusal::Taken {
            key: Key::User(*id),
        }),
        None => Ok(()),
    }
}

/// The user with roles and scope in order, if there can be one like this.
fn sound(sheet: &Sheet, own: Option<UserId>, mut user: User) -> Result<User, Refusal> {
    texts::full_line(Field::Account, &user.account, NUMBER_TEXT)?;
    account_is_free(sheet, own, &user.account)?;
    user.roles.sort_unstable();
    user.roles.dedup();
    if user.roles.is_empty() {
        return Err(Refusal::Empty {
            field: Field::Roles,
        });
    }
    if user.roles.contains(&Role::Administrator) && !user.names {
        return Err(Refusal::AdministratorSeesNames);
    }
    user.directions.sort_unstable();
    user.directions.dedup();
    for id in &user.directions {
        let known = sheet.state.directions.keys().find(|it| it.1 == *id);
        if known.is_none() {
            return Err(Refusal::Empty {
                field: Field::Directions,
            });
        }
    }
    user.organisations.sort_unstable();
    user.organisations.dedup();
    for id in &user.organisations {
        sheet.must_exist(Key::Organisation(*id))?;
    }
    Ok(user)
}

/// Refuses changes after which nobody could administer the store.
pub(super) fn somebody_administers(state: &State, changes: &[Change]) -> Result<(), Refusal> {
    let administers = |it: &User| !it.retired && it.roles.contains(&Role::Administrator);
    let mut changed = false;
    let mut any = false;
    let mut anybody = false;
    for change in changes {
        if let Key::User(_) = change.key {
            changed = true;
            anybody |= change.after.is_some();
            any |= matches!(&change.after, Some(Record::User(it)) if administers(it));
        }
    }
    let is_changed = |id: &UserId| changes.iter().any(|it| it.key == Key::User(*id));
    let mut others = (state.users.iter())
        .filter(|it| !is_changed(it.0))
        .peekable();
    // A founding that is taken back whole leaves nobody, and nothing to administer.
    anybody |= others.peek().is_some();
    if changed && anybody && !any && !others.any(|it| administers(it.1)) {
        return Err(Refusal::LastAdministrator);
    }
    Ok(())
}
