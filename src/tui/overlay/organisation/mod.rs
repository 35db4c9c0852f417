//! Forms about organisations: a new one with its head, what is known of one, and who heads it from a day on.
//!
//! Moving, unfinished input, refusals and conflicts are the form layer's; here is what is asked and what it makes.

use chrono::{Datelike, NaiveDate};

mod appoint;
pub mod edit;
mod marks;

use super::go;
use super::people::help;
use super::somebody::{self, PERSON, SURNAME};
use crate::args;
use crate::domain::command::{Command, NewHead};
use crate::domain::date::{Side, parse_date_on};
use crate::domain::decide::Deed;
use crate::domain::ids::OrganisationId;
use crate::domain::people::{AppointmentKind, Organisation, OrganisationKind};
use crate::domain::record::{Commit, Kind};
use crate::domain::refusal::Field as RefusedField;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::edition::written::land;
use crate::tui::inline::layer;
use crate::tui::inline::purpose::{Fault, Purpose};
use crate::tui::layer::Overlay;
use crate::tui::rights::may;
use crate::tui::widget::form::{Field, Form};
use appoint::Appointing;

const KIND: &str = "kind";
const NUMBER: &str = "number";
const NAME: &str = "name";
const FULL_NAME: &str = "full-name";
const FOOTING: &str = "footing";
const FROM: &str = "from";
const REASON: &str = "reason";

/// Kinds, the most usual first.
const KINDS: [OrganisationKind; 9] = [
    OrganisationKind::School,
    OrganisationKind::Kindergarten,
    OrganisationKind::Gymnasium,
    OrganisationKind::Lyceum,
    OrganisationKind::Basic,
    OrganisationKind::Primary,
    OrganisationKind::Boarding,
    OrganisationKind::Additional,
    OrganisationKind::Other,
];
/// On what footing, the most usual first.
pub(super) const FOOTINGS: [AppointmentKind; 3] = [
    AppointmentKind::Permanent,
    AppointmentKind::Acting,
    AppointmentKind::Concurrent,
];

/// Opens the form of a new organisation.
pub fn add(app: &mut App) {
    if may(app, &Deed::Administer) {
        layer::open(app, Founding::default());
    }
}

/// Opens the form of an appointment to the organisation under the cursor.
pub fn appoint(app: &mut App) {
    match go::head(app) {
        Some((organisation, _)) => {
            if let Some(form) = appointing(app, organisation) {
                app.open(form);
            }
        }
        None => go::nobody_here(app),
    }
}

/// The form of an appointment to an organisation; `None` if the person may not appoint, which was said.
pub fn appointing(app: &mut App, organisation: OrganisationId) -> Option<Box<dyn Overlay>> {
    may(app, &Deed::Administer).then(|| layer::layer(app, Appointing::new(organisation)))
}

/// What the form of a new organisation is for: kept input finds it again.
#[must_use]
pub fn of_new() -> Box<dyn Purpose> {
    Box::new(Founding::default())
}

/// What the form of an appointment is for; `None` if the organisation is gone.
#[must_use]
pub fn of_appointment(app: &App, organisation: OrganisationId) -> Option<Box<dyn Purpose>> {
    app.state().organisations.get(&organisation)?;
    Some(Box::new(Appointing::new(organisation)))
}

/// A new organisation.
#[derive(Debug, Default)]
struct Founding {
    /// The name that was suggested last; one that the person typed is left alone.
    suggested: String,
}

impl Purpose for Founding {
    fn title(&self, app: &App) -> String {
        app.say(Phrase::CommandAddOrganisation)
    }

    fn place(&self) -> String {
        "organisation new".to_owned()
    }

    fn build(&self, app: &App) -> Form {
        let kinds = KINDS.iter().map(|it| app.locale.word(it)).collect();
        let mut fields = vec![
            Field::choice(KIND, app.say(Phrase::LabelDocumentKind), kinds, 0),
            Field::line(NUMBER, app.say(Phrase::LabelNumber), ""),
            Field::line(NAME, app.say(Phrase::LabelName), ""),
            Field::line(FULL_NAME, app.say(Phrase::LabelFullName), ""),
        ];
        fields.extend(head_fields(app, Phrase::LabelHead, ""));
        Form::new(fields, app.say(Phrase::ButtonAddOrganisation))
    }

    fn prepare(&self, form: &mut Form, kept: &[(String, String)], app: &App) {
        somebody::prepare(form, kept, FOOTING, app);
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        renew_person(form, app);
        tell_first_day(form, app);
        follow_number(form, &mut self.suggested, app);
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        let organisation = Organisation::new(
            kind(form).unwrap_or(OrganisationKind::Other),
            number_or_none(form, app)?,
            form.text(NAME),
            form.text(FULL_NAME),
        );
        somebody::names_are_names(form, app)?;
        let head = match somebody::chosen(form) {
            Some(person) => Some(NewHead {
                person,
                kind: footing(form),
                from: first_day(form, app)?,
                to: None,
                act: None,
            }),
            None => None,
        };
        Ok(Command::AddOrganisation { organisation, head })
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        match field {
            RefusedField::Number => Some(NUMBER),
            RefusedField::Name => Some(NAME),
            RefusedField::Surname => Some(SURNAME),
            RefusedField::From => Some(FROM),
            _ => None,
        }
    }

    fn done(&self, commit: &Commit, app: &mut App) {
        land(commit, Kind::Organisation, app);
    }
}

/// Who, on what footing, since when.
fn head_fields(app: &App, label: Phrase, since: &str) -> Vec<Field> {
    let footings = FOOTINGS.iter().map(|it| app.locale.word(it)).collect();
    vec![
        Field::lookup(PERSON, app.say(label), somebody::known_or_new(app)),
        Field::choice(FOOTING, app.say(Phrase::LabelFooting), footings, 0),
        Field::line(FROM, app.say(Phrase::LabelSince), since),
    ]
}

/// Says anew what was understood of the head.
fn renew_person(form: &mut Form, app: &App) {
    somebody::renew(form, FOOTING, app);
    form.hint(PERSON, String::new());
    let typed = form.text(FROM);
    let read = parse_date_on(&typed, app.now.today, Side::Nearest).map(format::date);
    let hint = read.ok().filter(|it| *it != typed).unwrap_or_default();
    form.hint(FROM, hint);
}

/// The day since which the first head of an organisation has been in office where nothing else is said: from before all periods, and with
/// none yet, the school year.
fn since_before(app: &App) -> NaiveDate {
    let today = app.now.today;
    let periods = app.state().periods.values().map(|it| it.from);
    let year = (0..=1).filter_map(|it| NaiveDate::from_ymd_opt(today.year() - it, 9, 1));
    let year = year.filter(|it| *it <= today);
    periods.chain(year.take(1)).min().unwrap_or(today)
}

/// Says beneath the first day of the first head what it means to leave it empty.
fn tell_first_day(form: &mut Form, app: &App) {
    if form.text(FROM).is_empty() {
        let date = format::date(since_before(app));
        form.hint(FROM, app.say_with(Phrase::EmptyIsSinceBefore, &args![date]));
    }
    help::tell(form, &[(FROM, Phrase::AboutFirstHeadFrom)], app);
}

/// The first day of the first head of an organisation.
fn first_day(form: &Form, app: &App) -> Result<NaiveDate, Fault> {
    match form.text(FROM).is_empty() {
        true => Ok(since_before(app)),
        false => date(form, app),
    }
}

fn footing(form: &Form) -> AppointmentKind {
    let at = form.choice(FOOTING);
    FOOTINGS
        .get(at)
        .copied()
        .unwrap_or(AppointmentKind::Permanent)
}

fn kind(form: &Form) -> Option<OrganisationKind> {
    KINDS.get(form.choice(KIND)).copied()
}

fn number(form: &Form) -> Option<u32> {
    form.text(NUMBER)
        .trim_start_matches(['№', ' '])
        .parse()
        .ok()
}

/// The number, which an organisation may be without.
fn number_or_none(form: &Form, app: &App) -> Result<Option<u32>, Fault> {
    let read = number(form);
    if read.is_none() && !form.text(NUMBER).is_empty() {
        return Err(Fault::new(NUMBER, app.say(Phrase::NumberIsWhole)));
    }
    Ok(read)
}

/// The name follows kind and number until the person types another one.
fn follow_number(form: &mut Form, suggested: &mut String, app: &App) {
    let new = match (number(form), kind(form)) {
        (Some(number), Some(kind)) => name_of(app, kind, number),
        _ => String::new(),
    };
    let name = form.text(NAME);
    // Of a form that came back it is not known what was suggested; what a suggestion would be now was one.
    let untouched = name.is_empty() || name == *suggested || (suggested.is_empty() && name == new);
    if untouched && form.current() != Some(NAME) {
        form.suggest(NAME, &new);
        *suggested = new;
    }
}

/// A date as it would be typed; nothing where there is none.
pub(super) fn date_typed(date: Option<NaiveDate>) -> String {
    date.map(format::date).unwrap_or_default()
}

fn date(form: &Form, app: &App) -> Result<NaiveDate, Fault> {
    parse_date_on(&form.text(FROM), app.now.today, Side::Nearest)
        .map_err(|it| Fault::new(FROM, app.locale.date_error(it).to_string()))
}

/// What an organisation of a kind is called by its number: «СШ № 12».
fn name_of(app: &App, kind: OrganisationKind, number: u32) -> String {
    let phrase = match kind {
        OrganisationKind::School => Phrase::NamedSchool,
        OrganisationKind::Basic => Phrase::NamedBasic,
        OrganisationKind::Primary => Phrase::NamedPrimary,
        OrganisationKind::Boarding => Phrase::NamedBoarding,
        OrganisationKind::Gymnasium => Phrase::NamedGymnasium,
        OrganisationKind::Lyceum => Phrase::NamedLyceum,
        OrganisationKind::Kindergarten => Phrase::NamedKindergarten,
        OrganisationKind::Additional | OrganisationKind::Other => return String::new(),
    };
    app.say_with(phrase, &args![number = number.to_string()])
}
