//! Who uses the program and what each may do: a page with a user after a user, and the ways to its forms.
//!
//! Anybody may read it; whoever may not change anything there is told who may, before they have typed.

mod deputy;
mod edit;

pub use deputy::{of_ending, of_naming};
pub use edit::{of_new, of_user};

use std::collections::BTreeMap;

use super::page::{Content, Line, Page, Told, paragraph};
use crate::analysis::results::RECKON;
use crate::domain::command::Command;
use crate::domain::decide::{Actor, decide};
use crate::domain::ids::{DeputyId, DirectionId, PROGRAM, UserId};
use crate::domain::people::User;
use crate::domain::record::Key;
use crate::domain::refusal::Refusal;
use crate::domain::state::Stamped;
use crate::domain::text::fold;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::table::Place;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::status::Tone;
use crate::tui::theme::Role;

/// Columns of the names of fields.
const LABEL: usize = 15;
/// The line that adds a user.
const NEW_USER: Key = Key::User(PROGRAM);
/// The line that names a deputy.
const NEW_DEPUTY: Key = Key::Deputy(DeputyId(0));

/// Opens the page.
pub fn open(app: &mut App) {
    let page = Page::new(Users, app);
    app.open(Box::new(page));
}

/// The page with the cursor on a user or a deputation.
#[must_use]
pub fn on(app: &App, key: Key) -> Box<dyn Overlay> {
    Box::new(Page::new(Users, app).on(key, app))
}

/// Opens the form of a new user.
pub fn add(app: &mut App) {
    if let Some(form) = edit::adding(app) {
        app.open(form);
    }
}

/// Opens the form that names who stands in.
pub fn name_deputy(app: &mut App) {
    if let Some(form) = deputy::naming(app) {
        app.open(form);
    }
}

/// The form of a user; `None` if the person may not change it, which was said.
pub fn editor(app: &mut App, id: UserId) -> Option<Box<dyn Overlay>> {
    edit::changing(app, id)
}

/// Directions by their codes and titles, as the latest edition that has them words them.
#[must_use]
pub fn directions(app: &App) -> BTreeMap<DirectionId, String> {
    edit::directions(app)
}

/// Everything about a user, for any page that tells it.
#[must_use]
pub fn lines(app: &App, id: UserId, width: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    if let Some(user) = app.state().users.get(&id) {
        tell_user(app, id, user, width, &mut lines);
    }
    lines
}

/// The page.
#[derive(Debug)]
struct Users;

impl Content for Users {
    fn place(&self) -> Place {
        Place::Page
    }

    fn tell(&mut self, app: &App, width: usize) -> Told {
        let mut lines = Vec::new();
        for (phrase, key) in [
            (Phrase::CommandAddUser, NEW_USER),
            (Phrase::CommandNameDeputy, NEW_DEPUTY),
        ] {
            lines.push(Line::new(app.say(phrase), Role::Label).opening(key));
        }
        let mut users: Vec<_> = app.state().users.iter().collect();
        users.sort_by_cached_key(|(id, it)| (it.retired, fold(&it.account), **id));
        for (id, user) in users {
            lines.push(Line::default());
            tell_user(app, *id, user, width, &mut lines);
        }
        Told {
            title: app.say(Phrase::CommandUsers),
            lines,
        }
    }

    fn open(&mut self, key: Key, app: &mut App) -> Outcome {
        let form = match key {
            NEW_USER => edit::adding(app),
            NEW_DEPUTY => deputy::naming(app),
            Key::User(id) => edit::changing(app, id),
            Key::Deputy(id) => deputy::ending(app, id),
            _ => None,
        };
        form.map_or(Outcome::Used, Outcome::Open)
    }
}

fn tell_user(app: &App, id: UserId, user: &Stamped<User>, width: usize, out: &mut Vec<Line>) {
    let (narrator, today) = (app.narrator(), app.now.today);
    let mut name = user.account.clone();
    let full = narrator.user_in_full(id);
    if full != name {
        name = format!("{name} {} {full}", app.theme.glyphs.dot);
    }
    if id == app.user {
        name = format!(
            "{name} {} {}",
            app.theme.glyphs.dot,
            app.say(Phrase::UserIsYou)
        );
    }
    let role = if user.retired { Role::Dim } else { Role::Text };
    out.push(Line::new(name, role).opening(Key::User(id)));
    let mut field = |phrase: Phrase, text: &str| {
        out.extend(paragraph(&app.say(phrase), LABEL, text, Role::Text, width));
    };
    if user.retired {
        field(Phrase::LabelAccess, &app.say(Phrase::AccessClosed));
    }
    let roles: Vec<String> = user.roles.iter().map(|it| app.locale.word(it)).collect();
    field(Phrase::LabelRoles, &roles.join(", "));
    let directions: Vec<String> = (edit::directions(app).into_iter())
        .filter(|(id, _)| user.directions.contains(id))
        .map(|it| it.1)
        .collect();
    field(Phrase::LabelDirections, &directions.join(", "));
    let organisations: Vec<String> = (user.organisations.iter())
        .map(|it| narrator.organisation(*it))
        .collect();
    field(Phrase::LabelOrganisations, &organisations.join(", "));
    if !user.names {
        field(Phrase::LabelNames, &app.say(Phrase::NamesHidden));
    }
    for (deputy, text) in narrator.deputations_of(id, today) {
        let mut lines = paragraph(
            &app.say(Phrase::LabelDeputation),
            LABEL,
            &text,
            Role::Text,
            width,
        );
        if let Some(line) = lines.first_mut() {
            line.opens = Some(Key::Deputy(deputy));
        }
        out.extend(lines);
    }
}

/// Whether the person may ask such a thing at all. Says who may if not.
fn may(app: &mut App, command: &Command) -> bool {
    let actor = Actor { user: app.user };
    match decide(app.mirror.confirmed(), &actor, command, app.now, RECKON) {
        Err(refusal @ Refusal::Denied { .. }) => {
            let sentence = app.narrator().refusal(&refusal).to_string();
            app.status.tell(Tone::Warning, sentence);
            false
        }
        _ => true,
    }
}
