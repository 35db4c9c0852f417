//! Организации: the register with who heads each today; closed ones at its end.

use super::super::Pane;
use super::super::section::{Column, Row, Section};
use super::super::told::Told;
use super::{base_quantities, heads};
use chrono::NaiveDate;

use crate::analysis::roster::{self, Head};
use crate::args;
use crate::domain::ids::OrganisationId;
use crate::domain::people::{AppointmentKind, FlagKind, Organisation, OrganisationKind};
use crate::domain::record::{Key, Kind};
use crate::domain::text::collation_key;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::CommandId;
use crate::tui::layer::Overlay;
use crate::tui::overlay::organisation::edit;
use crate::tui::overlay::page::Line;
use crate::tui::overlay::people;
use crate::tui::theme::Role;

/// The section.
#[derive(Debug)]
pub struct Organisations;

const COLUMNS: [Column; 3] = [
    Column::words(Phrase::FieldName, 0),
    Column::words(Phrase::FieldKind, 3),
    Column::words(Phrase::CaptionHead, 1),
];

impl Section for Organisations {
    fn kind(&self) -> Kind {
        Kind::Organisation
    }

    fn title(&self) -> Phrase {
        Phrase::SectionOrganisations
    }

    fn count(&self, app: &App) -> usize {
        app.state().organisations.len()
    }

    fn rests_on(&self, kind: Kind) -> bool {
        matches!(kind, Kind::Organisation | Kind::Appointment | Kind::Person)
    }

    fn columns(&self, _: Option<Key>) -> &'static [Column] {
        &COLUMNS
    }

    fn rows(&self, app: &App, _: Option<Key>) -> Vec<Row> {
        let today = app.now.today;
        let mut all: Vec<_> = app.state().organisations.iter().collect();
        all.sort_by_cached_key(|(id, it)| {
            let closed = it.closed.is_some_and(|it| it < today);
            (closed, collation_key(&it.name), **id)
        });
        all.into_iter().map(|(id, it)| row(app, *id, it)).collect()
    }

    fn detail(&self, app: &App, key: Key, width: usize) -> Vec<Line> {
        let mut told = Told::new(app, width);
        let Key::Organisation(id) = key else {
            return told.lines;
        };
        if let Some(it) = app.state().organisations.get(&id) {
            organisation(&mut told, id, it);
        }
        told.lines
    }

    fn empty(&self, app: &App) -> String {
        let command = hints::named(app, CommandId::AddOrganisation);
        app.say_with(Phrase::NoOrganisations, &args![command])
    }

    fn has_editor(&self, key: Key) -> bool {
        matches!(key, Key::Organisation(_) | Key::Appointment(_))
    }

    fn opened(&self, app: &App, key: Key) -> Key {
        heads::opened(app, key, false)
    }

    fn editor(&self, app: &mut App, key: Key) -> Option<Box<dyn Overlay>> {
        match key {
            Key::Organisation(id) => edit::form(app, id),
            key => people::editor(app, key),
        }
    }

    fn adds(&self) -> Option<CommandId> {
        Some(CommandId::AddOrganisation)
    }

    fn command(&self, app: &mut App, command: CommandId, _: Option<Key>) -> bool {
        // In the detail of an organisation it is an appointment that is added.
        match (command, app.catalogue.focus, app.catalogue.followed) {
            (CommandId::Add, Pane::Detail, Some(Key::Organisation(id))) => {
                people::add_appointment(app, id);
                true
            }
            _ => false,
        }
    }
}

/// The kind in few columns.
fn short_kind(app: &App, kind: OrganisationKind) -> String {
    match kind {
        OrganisationKind::Additional => app.say(Phrase::KindShortAdditional),
        OrganisationKind::Other => app.say(Phrase::KindShortOther),
        kind => app.locale.word(&kind),
    }
}

fn row(app: &App, id: OrganisationId, it: &Organisation) -> Row {
    let today = app.now.today;
    let key = Key::Organisation(id);
    let kind = short_kind(app, it.kind);
    if let Some(day) = it.closed.filter(|it| *it < today) {
        // Where its head would stand is told what became of it.
        let narrator = app.narrator();
        let word = match it.merged_into {
            Some(into) => {
                let organisation = narrator.organisation(into);
                app.say_with(Phrase::OrganisationMerged, &args![organisation])
            }
            None => {
                let date = narrator.day_in_office(day);
                app.say_with(Phrase::OrganisationClosed, &args![date])
            }
        };
        return Row::new(key, vec![it.name.clone(), kind, word]).dimmed(true);
    }
    let head = roster::head_on(app.state(), id, today);
    let head = head.map(|it| heads::name(app, it)).unwrap_or_default();
    let row = Row::new(key, vec![it.name.clone(), kind, head]);
    let mut marks = it.flags.iter();
    match marks.find(|it| it.from <= today && it.to.is_none_or(|to| today <= to)) {
        Some(mark) => {
            let word = app.say(short_mark(mark.kind));
            row.in_state(app.theme.glyphs.noted, word, Role::Text)
        }
        None => row,
    }
}

/// A mark in a word.
fn short_mark(kind: FlagKind) -> Phrase {
    match kind {
        FlagKind::LowResults => Phrase::FlagShortLowResults,
        FlagKind::AdverseConditions => Phrase::FlagShortAdverse,
        FlagKind::Other => Phrase::FlagShortOther,
    }
}

fn organisation(told: &mut Told<'_>, id: OrganisationId, it: &Organisation) {
    let (app, key) = (told.app, Key::Organisation(id));
    let narrator = app.narrator();
    told.plain(&it.full_name, Role::Text);
    told.field(Phrase::FieldKind, &app.locale.word(&it.kind));
    let number = it.number.map(|it| it.to_string()).unwrap_or_default();
    told.field(Phrase::FieldNumber, &number);
    let day = |it: Option<_>| it.map(|it| narrator.day_in_office(it)).unwrap_or_default();
    told.field(Phrase::FieldOpened, &day(it.opened));
    told.field(Phrase::FieldClosed, &day(it.closed));
    ends(told, id, it);
    if let Some(head) = roster::head_on(app.state(), id, app.now.today) {
        headed(told, id, head);
    }
    told.changed(key);
    marks(told, it);
    let all = heads::latest_first(app, app.state().appointments_of.of(id));
    told.heading(Phrase::AppointmentsHeading);
    for id in all {
        heads::item(told, id, false);
    }
    // Only whoever stands here adds one: elsewhere the key means an organisation.
    if app.catalogue.focus == Pane::Detail {
        let command = hints::named(app, CommandId::Add);
        let said = app.say_with(Phrase::AppointmentAddedHere, &args![command]);
        told.plain(&said, Role::Dim);
    }
}

/// Who heads it today, since when, and who is absent at the time.
fn headed(told: &mut Told<'_>, id: OrganisationId, head: Head) {
    let app = told.app;
    let Head::Person {
        appointment,
        person,
        kind,
        from,
        ..
    } = head
    else {
        return told.field(Phrase::CaptionHead, &heads::name(app, head));
    };
    let footing = match kind {
        AppointmentKind::Permanent => String::new(),
        kind => app.locale.word(&kind),
    };
    let name = heads::full_name(app, person);
    let said = joined(&[name, footing, days(app, Some(from), None)]);
    told.link(Phrase::CaptionHead, &said, Key::Person(person));
    let state = app.state();
    let others = (state.appointments_of.of(id)).filter(|it| *it != appointment);
    for other in others.filter_map(|id| state.appointments.get(&id)) {
        if other.covers(app.now.today) {
            let name = heads::full_name(app, other.person);
            told.link(Phrase::CaptionAbsent, &name, Key::Person(other.person));
        }
    }
}

/// By which act it ended, into what it was merged, and what was merged into it.
fn ends(told: &mut Told<'_>, id: OrganisationId, it: &Organisation) {
    let (app, narrator) = (told.app, told.app.narrator());
    if let Some(act) = it.closed_by {
        told.link(
            Phrase::FieldClosedBy,
            &narrator.document(act),
            Key::Document(act),
        );
    }
    if let Some(into) = it.merged_into {
        told.link(
            Phrase::FieldMergedInto,
            &narrator.organisation(into),
            Key::Organisation(into),
        );
    }
    let others = app.state().organisations.iter();
    for (other, _) in others.filter(|(_, it)| it.merged_into == Some(id)) {
        let name = narrator.organisation(*other);
        told.link(Phrase::FieldMergedFrom, &name, Key::Organisation(*other));
    }
}

/// What it is marked as, and why some indicators are «н/п» there: each with its days.
fn marks(told: &mut Told<'_>, it: &Organisation) {
    let app = told.app;
    if !it.flags.is_empty() {
        told.heading(Phrase::FlagsHeading);
    }
    for flag in &it.flags {
        let days = days(app, Some(flag.from), flag.to);
        let parts = [app.locale.word(&flag.kind), flag.note.clone(), days];
        told.item(&joined(&parts), None);
    }
    if !it.standing.is_empty() {
        told.heading(Phrase::StandingHeading);
    }
    for reason in &it.standing {
        let codes: Vec<String> = (reason.indicators.iter())
            .filter_map(|id| base_quantities::latest_code(app, *id))
            .collect();
        let days = days(app, reason.from, reason.to);
        let parts = [reason.reason.clone(), codes.join(", "), days];
        told.item(&joined(&parts), None);
    }
}

fn joined(parts: &[String]) -> String {
    let said: Vec<&str> = (parts.iter().map(String::as_str))
        .filter(|it| !it.is_empty())
        .collect();
    said.join(", ")
}

/// «с 01.09.2024 по 31.08.2025».
fn days(app: &App, from: Option<NaiveDate>, to: Option<NaiveDate>) -> String {
    let date = |it: NaiveDate| app.narrator().day_in_office(it);
    match (from, to) {
        (Some(from), Some(to)) => {
            app.say_with(Phrase::InOffice, &args![from = date(from), to = date(to)])
        }
        (Some(from), None) => app.say_with(Phrase::InOfficeSince, &args![date = date(from)]),
        (None, Some(to)) => app.say_with(Phrase::DaysUntil, &args![date = date(to)]),
        (None, None) => String::new(),
    }
}
