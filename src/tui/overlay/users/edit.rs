//! The form of a user: a new one with the person behind the account, or what one may do, changed; and whether they are admitted.

use std::collections::BTreeMap;

use super::super::somebody::{self, PERSON, SURNAME};
use super::may;
use crate::args;
use crate::domain::command::{Command, PersonChoice};
use crate::domain::ids::{DirectionId, OrganisationId, UserId};
use crate::domain::people::{Role, User};
use crate::domain::record::{Key, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::locale::Phrase;
use crate::service::link::{News, Request};
use crate::tui::app::App;
use crate::tui::inline::layer;
use crate::tui::inline::purpose::{self, Fault, Purpose, Version};
use crate::tui::layer::Overlay;
use crate::tui::msg::Effect;
use crate::tui::overlay::people::career;
use crate::tui::widget::form::{Field, Form, Kind, Tick};

const ACCOUNT: &str = "account";
const ROLES: &str = "roles";
const DIRECTIONS: &str = "directions";
const ORGANISATIONS: &str = "organisations";
const NAMES: &str = "names";
const ACCESS: &str = "access";

/// The form of a new user; `None` if the person may add none, which was said.
pub(super) fn adding(app: &mut App) -> Option<Box<dyn Overlay>> {
    let user = blank();
    let command = Command::AddUser { user, person: None };
    may(app, &command).then(|| layer::layer(app, UserForm::new(None)))
}

/// The form of a user; `None` if the person may change none, which was said.
pub(super) fn changing(app: &mut App, id: UserId) -> Option<Box<dyn Overlay>> {
    let it = app.state().users.get(&id)?;
    let (seen, user) = (it.stamp.rev, it.body.clone());
    let command = Command::EditUser { id, seen, user };
    may(app, &command).then(|| layer::layer(app, UserForm::new(Some(id))))
}

/// What the form of a new user is for: kept input finds it again.
#[must_use]
pub fn of_new() -> Box<dyn Purpose> {
    Box::new(UserForm::new(None))
}

/// What the form of a user is for; `None` if there is no such user.
#[must_use]
pub fn of_user(app: &App, id: UserId) -> Option<Box<dyn Purpose>> {
    app.state().users.get(&id)?;
    Some(Box::new(UserForm::new(Some(id))))
}

/// Every direction there is, as the latest edition that has it words it: «1 Управление».
pub(super) fn directions(app: &App) -> BTreeMap<DirectionId, String> {
    let all = app.state().directions.iter();
    // In the order of editions: the later one comes last.
    all.map(|((_, id), it)| (*id, format!("{} {}", it.code, it.short)))
        .collect()
}

fn blank() -> User {
    User {
        account: String::new(),
        person: None,
        roles: vec![Role::Methodist],
        directions: Vec::new(),
        organisations: Vec::new(),
        retired: false,
        names: true,
    }
}

/// An account that was asked after.
#[derive(Clone, Debug)]
struct Asked {
    account: String,
    /// Whether the machine has it; `None` until it is told.
    known: Option<bool>,
}

#[derive(Clone, Debug)]
struct UserForm {
    /// Whose; `None` for a new user.
    id: Option<UserId>,
    /// Whether names were suggested to be shown last; another choice of the person is left alone.
    suggested: bool,
    /// The account of a new user, once it was asked after.
    asked: Option<Asked>,
}

impl UserForm {
    fn new(id: Option<UserId>) -> UserForm {
        let suggested = true;
        let asked = None;
        UserForm {
            id,
            suggested,
            asked,
        }
    }

    /// The user as stored, or a new one.
    fn stands(&self, app: &App) -> User {
        let found = self.id.and_then(|id| app.state().users.get(&id));
        found.map_or_else(blank, |it| it.body.clone())
    }

    /// That nobody can come in under the account as it is typed, where that is known.
    fn doubt(&self, account: &str, app: &App) -> Option<String> {
        let asked = self.asked.as_ref()?;
        let unknown = asked.account == account && asked.known == Some(false);
        unknown.then(|| app.say_with(Phrase::CliAccountUnknown, &args![account]))
    }

    /// The user as the form has it.
    fn read(&self, form: &Form, app: &App) -> User {
        let stands = self.stands(app);
        let ids = |name| -> Vec<u32> {
            let tokens = form.tokens(name);
            tokens.iter().filter_map(|it| it.parse().ok()).collect()
        };
        let tokens = form.tokens(ROLES);
        let has = |it: &Role| tokens.iter().any(|token| token == it.typed());
        let account = match self.id {
            Some(_) => stands.account,
            None => form.text(ACCOUNT),
        };
        let person = match somebody::chosen(form) {
            Some(PersonChoice::Known(id)) => Some(id),
            _ => None,
        };
        User {
            account,
            person,
            roles: Role::ALL.into_iter().filter(has).collect(),
            directions: ids(DIRECTIONS).into_iter().map(DirectionId).collect(),
            organisations: ids(ORGANISATIONS).into_iter().map(OrganisationId).collect(),
            retired: form.choice(ACCESS) == 1,
            names: form.choice(NAMES) == 0,
        }
    }
}

impl Purpose for UserForm {
    fn title(&self, app: &App) -> String {
        match self.id {
            Some(id) => app.narrator().key(Key::User(id)),
            None => app.say(Phrase::CommandAddUser),
        }
    }

    fn record(&self) -> Option<Key> {
        self.id.map(Key::User)
    }

    fn place(&self) -> String {
        match self.id {
            Some(id) => format!("user {}", id.0),
            None => "user new".to_owned(),
        }
    }

    fn build(&self, app: &App) -> Form {
        let user = self.stands(app);
        let mut fields = Vec::new();
        if self.id.is_none() {
            fields.push(Field::line(ACCOUNT, app.say(Phrase::LabelAccount), ""));
        }
        let mut persons = match self.id {
            Some(_) => somebody::known(app),
            None => somebody::known_or_new(app),
        };
        let person = user.person.map(|it| it.0.to_string());
        persons.choose(person.iter().map(String::as_str));
        fields.push(Field::lookup(PERSON, app.say(Phrase::LabelPerson), persons));
        let roles = (Role::ALL.into_iter())
            .map(|it| Tick {
                token: it.typed().to_owned(),
                label: app.locale.word(&it),
                on: user.roles.contains(&it),
            })
            .collect();
        fields.push(ticks(ROLES, app.say(Phrase::LabelRoles), roles));
        let directions = (directions(app).into_iter())
            .map(|(id, label)| Tick {
                token: id.0.to_string(),
                label,
                on: user.directions.contains(&id),
            })
            .collect();
        let label = app.say(Phrase::LabelDirections);
        fields.push(ticks(DIRECTIONS, label, directions));
        fields.push(Field::lookup(
            ORGANISATIONS,
            app.say(Phrase::LabelOrganisations),
            career::organisations(app, &user.organisations, true),
        ));
        let words = |all: [Phrase; 2]| all.map(|it| app.say(it)).to_vec();
        fields.push(Field::choice(
            NAMES,
            app.say(Phrase::LabelNames),
            words([Phrase::NamesShown, Phrase::NamesHidden]),
            usize::from(!user.names),
        ));
        let button = match self.id {
            Some(id) => {
                fields.push(Field::choice(
                    ACCESS,
                    app.say(Phrase::LabelAccess),
                    words([Phrase::AccessOpen, Phrase::AccessClosed]),
                    usize::from(user.retired),
                ));
                let seen = app.state().stamp(Key::User(id)).map(|it| it.rev);
                fields.push(purpose::seen_field(seen.unwrap_or_default()));
                Phrase::ButtonWriteChanges
            }
            None => Phrase::ButtonAddUser,
        };
        let mut form = Form::new(fields, app.say(button));
        // Who it is has been told; what they may do is what is changed.
        if self.id.is_some() {
            form.focus(ROLES);
        }
        form
    }

    fn prepare(&self, form: &mut Form, kept: &[(String, String)], app: &App) {
        somebody::prepare(form, kept, ROLES, app);
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        somebody::renew(form, ROLES, app);
        if self.id.is_none() && form.choice(NAMES) == usize::from(!self.suggested) {
            self.suggested = User::sees_names(&self.read(form, app).roles);
            form.set(NAMES, &usize::from(!self.suggested).to_string());
        }
        for name in [DIRECTIONS, ORGANISATIONS] {
            let hint = match form.tokens(name).is_empty() {
                true => app.say(Phrase::EmptyIsAll),
                false => String::new(),
            };
            form.hint(name, hint);
        }
        let hint = match form.text(ACCOUNT).is_empty() {
            true => app.say(Phrase::AccountHow),
            false => String::new(),
        };
        form.hint(ACCOUNT, hint);
        let doubt = self.doubt(&form.text(ACCOUNT), app);
        form.remark(ACCOUNT, doubt.unwrap_or_default());
    }

    fn ask(&mut self, form: &Form, is_sent: bool, app: &mut App) {
        let account = form.text(ACCOUNT);
        let is_typed = form.current() == Some(ACCOUNT) && !is_sent;
        let known = self.asked.as_ref().is_some_and(|it| it.account == account);
        if self.id.is_none() && !account.is_empty() && !is_typed && !known {
            app.emit(Effect::Send(Request::Account(account.clone())));
            let known = None;
            self.asked = Some(Asked { account, known });
        }
    }

    fn hear(&mut self, news: &News) -> bool {
        match (news, &mut self.asked) {
            (News::Account { account, known }, Some(asked)) if asked.account == *account => {
                asked.known = Some(*known);
                true
            }
            _ => false,
        }
    }

    fn next(&self, app: &App) -> Option<String> {
        self.doubt(&self.asked.as_ref()?.account, app)
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        somebody::names_are_names(form, app)?;
        let user = self.read(form, app);
        if user.roles.is_empty() {
            return Err(Fault::new(ROLES, app.say(Phrase::UserNeedsRole)));
        }
        Ok(match self.id {
            Some(id) => Command::EditUser {
                id,
                seen: purpose::seen(form),
                user,
            },
            None => Command::AddUser {
                user,
                person: match somebody::chosen(form) {
                    Some(PersonChoice::New(person)) => Some(person),
                    _ => None,
                },
            },
        })
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        match field {
            RefusedField::Account => Some(ACCOUNT),
            RefusedField::Surname => Some(SURNAME),
            RefusedField::Roles => Some(ROLES),
            RefusedField::Directions => Some(DIRECTIONS),
            _ => None,
        }
    }

    fn versions(&self, theirs: &Record, form: &Form, app: &App) -> Vec<Version> {
        let Record::User(theirs) = theirs else {
            return Vec::new();
        };
        let mine = self.read(form, app);
        let (narrator, known) = (app.narrator(), directions(app));
        let person = |it: &User| it.person.map(|id| narrator.person(id)).unwrap_or_default();
        let roles = |it: &User| list(it.roles.iter().map(|it| app.locale.word(it)));
        let all = |text: String| match text.is_empty() {
            true => app.say(Phrase::ScopeAll),
            false => text,
        };
        let scope = |it: &User| {
            all(list(
                it.directions.iter().filter_map(|it| known.get(it).cloned()),
            ))
        };
        let schools = |it: &User| {
            all(list(
                it.organisations.iter().map(|it| narrator.organisation(*it)),
            ))
        };
        let names = |it: &User| {
            app.say(match it.names {
                true => Phrase::NamesShown,
                false => Phrase::NamesHidden,
            })
        };
        let access = |it: &User| {
            app.say(match it.retired {
                true => Phrase::AccessClosed,
                false => Phrase::AccessOpen,
            })
        };
        let told = |it: &User| {
            [
                (Phrase::LabelPerson, person(it)),
                (Phrase::LabelRoles, roles(it)),
                (Phrase::LabelDirections, scope(it)),
                (Phrase::LabelOrganisations, schools(it)),
                (Phrase::LabelNames, names(it)),
                (Phrase::LabelAccess, access(it)),
            ]
        };
        (told(theirs).into_iter().zip(told(&mine)))
            .filter(|((_, theirs), (_, mine))| theirs != mine)
            .map(|((label, theirs), (_, mine))| (app.say(label), theirs, mine))
            .collect()
    }
}

fn list(names: impl Iterator<Item = String>) -> String {
    names.collect::<Vec<_>>().join(", ")
}

fn ticks(name: &str, label: String, items: Vec<Tick>) -> Field {
    Field::new(name, label, Kind::Ticks { items, at: 0 })
}
