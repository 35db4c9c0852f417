//! Лица: everybody with a name, with what they head or headed, or the account they use.

use super::super::section::{Column, Row, Section};
use super::super::told::Told;
use super::{careers, heads};
use crate::args;
use crate::domain::ids::PersonId;
use crate::domain::people::AppointmentKind;
use crate::domain::record::{Key, Kind};
use crate::domain::text::collation_key;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::CommandId;
use crate::tui::layer::Overlay;
use crate::tui::overlay::page::Line;
use crate::tui::overlay::people;
use crate::tui::theme::Role;

/// The section.
#[derive(Debug)]
pub struct Persons;

const COLUMNS: [Column; 3] = [
    Column::words(Phrase::FieldPerson, 0).cut_to(20),
    Column::words(Phrase::CaptionHeads, 1).cut_to(12),
    Column::words(Phrase::CaptionSince, 2),
];

impl Section for Persons {
    fn kind(&self) -> Kind {
        Kind::Person
    }

    fn title(&self) -> Phrase {
        Phrase::SectionPersons
    }

    fn count(&self, app: &App) -> usize {
        app.state().persons.len()
    }

    fn rests_on(&self, kind: Kind) -> bool {
        matches!(
            kind,
            Kind::Person
                | Kind::Appointment
                | Kind::Organisation
                | Kind::User
                | Kind::Qualification
                | Kind::Attestation
                | Kind::Contract
                | Kind::Candidate
        )
    }

    fn columns(&self, _: Option<Key>) -> &'static [Column] {
        &COLUMNS
    }

    fn rows(&self, app: &App, _: Option<Key>) -> Vec<Row> {
        let mut all: Vec<_> = (app.state().persons.keys())
            .map(|id| (heads::full_name(app, *id), *id))
            .collect();
        all.sort_by_cached_key(|(name, id)| (collation_key(name), *id));
        (all.into_iter())
            .map(|(name, id)| row(app, id, name))
            .collect()
    }

    fn detail(&self, app: &App, key: Key, width: usize) -> Vec<Line> {
        let mut told = Told::new(app, width);
        if let Key::Person(id) = key {
            person(&mut told, id);
        }
        told.lines
    }

    fn empty(&self, app: &App) -> String {
        let command = hints::named(app, CommandId::AddOrganisation);
        app.say_with(Phrase::NoPersons, &args![command])
    }

    fn has_editor(&self, key: Key) -> bool {
        people::has_editor(key)
    }

    fn opened(&self, app: &App, key: Key) -> Key {
        heads::opened(app, key, true)
    }

    fn editor(&self, app: &mut App, key: Key) -> Option<Box<dyn Overlay>> {
        people::editor(app, key)
    }

    fn adds(&self) -> Option<CommandId> {
        Some(CommandId::Add)
    }

    fn command(&self, app: &mut App, command: CommandId, at: Option<Key>) -> bool {
        // On a line of the detail it is still the person of the row to whom something is added; among the sections it is nobody.
        match (command, app.catalogue.key().filter(|_| at.is_some())) {
            (CommandId::Add, Some(Key::Person(id))) => {
                people::add_career(app, id);
                true
            }
            _ => false,
        }
    }
}

fn row(app: &App, id: PersonId, name: String) -> Row {
    let (what, since, former) = standing(app, id);
    Row::new(Key::Person(id), vec![name, what, since]).dimmed(former)
}

/// What somebody heads now, else headed last, else the account they use; since when; and whether it is over.
fn standing(app: &App, id: PersonId) -> (String, String, bool) {
    let (state, today, narrator) = (app.state(), app.now.today, app.narrator());
    let all = heads::latest_first(app, state.appointments_by_person.of(id));
    let all: Vec<_> = (all.into_iter())
        .filter_map(|it| state.appointments.get(&it))
        .collect();
    let now: Vec<_> = all.iter().filter(|it| it.covers(today)).collect();
    let named = |it: &crate::domain::people::Appointment| {
        let name = narrator.organisation(it.organisation);
        match it.kind {
            AppointmentKind::Acting => app.say_with(Phrase::ActingHead, &args![name]),
            _ => name,
        }
    };
    if let Some(first) = now.first() {
        let names: Vec<String> = now.iter().map(|it| named(it)).collect();
        return (names.join(", "), heads::days(app, first), false);
    }
    let accounts = accounts(app, id);
    if !accounts.is_empty() {
        return (accounts, String::new(), false);
    }
    match (all.first(), narrator.former(id, today)) {
        (Some(_), Some(former)) => (former, String::new(), true),
        // Whoever is only to begin is not gone.
        (Some(next), None) => (named(next), heads::days(app, next), false),
        (None, _) => (String::new(), String::new(), false),
    }
}

/// «orlova: методист».
fn accounts(app: &App, id: PersonId) -> String {
    let users = app.state().users.values();
    let own: Vec<String> = users
        .filter(|it| it.person == Some(id))
        .map(|it| {
            let roles: Vec<String> = it.roles.iter().map(|it| app.locale.word(it)).collect();
            format!("{}: {}", it.account, roles.join(", "))
        })
        .collect();
    own.join("; ")
}

fn person(told: &mut Told<'_>, id: PersonId) {
    let (app, state) = (told.app, told.app.state());
    let name = heads::full_name(app, id);
    told.plain(&name, Role::Text);
    for (user, it) in state.users.iter() {
        if it.person == Some(id) {
            told.link(Phrase::FieldAccount, &it.account, Key::User(*user));
            let roles: Vec<String> = it.roles.iter().map(|it| app.locale.word(it)).collect();
            told.field(Phrase::FieldRoles, &roles.join(", "));
        }
    }
    told.changed(Key::Person(id));
    let all = heads::latest_first(app, state.appointments_by_person.of(id));
    if !all.is_empty() {
        told.heading(Phrase::AppointmentsHeading);
    }
    for id in all {
        heads::item(told, id, true);
    }
    careers::tell(told, id);
}
