//! Пользователи: who is let in, with which rights and for which part of the work.

use super::super::section::{Column, Row, Section};
use crate::args;
use crate::domain::ids::UserId;
use crate::domain::people::{Role as UserRole, User};
use crate::domain::record::{Key, Kind};
use crate::domain::text::fold;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::CommandId;
use crate::tui::layer::Overlay;
use crate::tui::overlay::page::Line;
use crate::tui::overlay::users;
use crate::tui::theme::Role;

/// The section.
#[derive(Debug)]
pub struct Users;

const COLUMNS: [Column; 4] = [
    Column::words(Phrase::FieldAccount, 0),
    Column::words(Phrase::FieldPerson, 1).cut_to(9),
    Column::words(Phrase::FieldRoles, 1),
    Column::words(Phrase::CaptionScope, 3),
];

impl Section for Users {
    fn kind(&self) -> Kind {
        Kind::User
    }

    fn title(&self) -> Phrase {
        Phrase::SectionUsers
    }

    fn count(&self, app: &App) -> usize {
        app.state().users.len()
    }

    fn rests_on(&self, kind: Kind) -> bool {
        matches!(
            kind,
            Kind::User | Kind::Person | Kind::Deputy | Kind::Direction
        )
    }

    fn columns(&self, _: Option<Key>) -> &'static [Column] {
        &COLUMNS
    }

    fn rows(&self, app: &App, _: Option<Key>) -> Vec<Row> {
        let mut all: Vec<_> = app.state().users.iter().collect();
        all.sort_by_cached_key(|(id, it)| (it.retired, fold(&it.account), **id));
        all.into_iter().map(|(id, it)| row(app, *id, it)).collect()
    }

    fn detail(&self, app: &App, key: Key, width: usize) -> Vec<Line> {
        match key {
            Key::User(id) => users::lines(app, id, width),
            _ => Vec::new(),
        }
    }

    fn empty(&self, app: &App) -> String {
        let command = hints::named(app, CommandId::AddUser);
        app.say_with(Phrase::NoUsers, &args![command])
    }

    fn has_editor(&self, key: Key) -> bool {
        matches!(key, Key::User(_))
    }

    fn editor(&self, app: &mut App, key: Key) -> Option<Box<dyn Overlay>> {
        match key {
            Key::User(id) => users::editor(app, id),
            _ => None,
        }
    }

    fn adds(&self) -> Option<CommandId> {
        Some(CommandId::AddUser)
    }
}

fn row(app: &App, id: UserId, it: &User) -> Row {
    let name = (it.person).map(|_| app.narrator().user_in_full(id));
    // Where there is no room for all, the highest ones say most.
    let mut roles = it.roles.clone();
    roles.sort_by_key(|it| std::cmp::Reverse(*it));
    // All of them are seen: several stand in short, and in full in the detail.
    let roles: Vec<String> = match roles.as_slice() {
        [only] => vec![app.locale.word(only)],
        several => several.iter().map(|it| app.say(in_short(*it))).collect(),
    };
    let cells = vec![
        it.account.clone(),
        name.unwrap_or_default(),
        roles.join(" "),
        scope(app, it),
    ];
    let row = Row::new(Key::User(id), cells);
    let glyphs = app.theme.glyphs;
    if it.retired {
        let word = app.say(Phrase::RowNoAccess);
        return row.in_state(glyphs.none, word, Role::Dim).dimmed(true);
    }
    match it.names {
        true => row,
        false => {
            let word = app.say(Phrase::HeaderNamesHidden);
            row.in_state(glyphs.noted, word, Role::Text)
        }
    }
}

fn in_short(role: UserRole) -> Phrase {
    match role {
        UserRole::Observer => Phrase::RoleObserverShort,
        UserRole::Methodist => Phrase::RoleMethodistShort,
        UserRole::Head => Phrase::RoleHeadShort,
        UserRole::Administrator => Phrase::RoleAdministratorShort,
    }
}

/// Which part of the work is a user's: directions by code, organisations by number; «все».
fn scope(app: &App, it: &User) -> String {
    let codes = users::directions(app);
    let directions: Vec<String> = (codes.into_iter())
        .filter(|(id, _)| it.directions.contains(id))
        .filter_map(|(_, name)| name.split_whitespace().next().map(str::to_owned))
        .collect();
    let mut parts = Vec::new();
    if !directions.is_empty() {
        let codes = directions.join(", ");
        parts.push(app.say_with(Phrase::ScopeDirections, &args![codes]));
    }
    if !it.organisations.is_empty() {
        let n = it.organisations.len();
        parts.push(app.say_with(Phrase::ScopeOrganisations, &args![n]));
    }
    match parts.is_empty() {
        true => app.say(Phrase::ScopeAll),
        false => parts.join("; "),
    }
}
