//! Forms about who works where and what they have learnt, and about base quantities: who may open each, and which kept input is whose.

mod appointment;
mod base_quantity;
pub mod career;
pub mod help;
mod person;

use crate::domain::decide::Deed;
use crate::domain::ids::{AppointmentId, BaseQuantityId, OrganisationId, PersonId};
use crate::domain::record::{Key, Kind};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::inline::layer;
use crate::tui::inline::purpose::Purpose;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::overlay::picker::{Item, Picker};
use crate::tui::rights::may;
use crate::tui::status::Tone;
use career::Keeping;

/// Whether F2 has a form of such a record here.
#[must_use]
pub fn has_editor(key: Key) -> bool {
    matches!(
        key,
        Key::Appointment(_) | Key::Person(_) | Key::BaseQuantity(_)
    ) || career::KINDS.contains(&key.kind())
}

/// The form of a record; `None` where the person may not change it, or nothing is left to be changed: that was said.
pub fn editor(app: &mut App, key: Key) -> Option<Box<dyn Overlay>> {
    let purpose = of_record(app, key);
    let Some(purpose) = purpose else {
        let sentence = app.say(Phrase::RecordGone);
        app.status.tell(Tone::Warning, sentence);
        return None;
    };
    let deed = match career::KINDS.contains(&key.kind()) {
        true => Deed::KeepCareers,
        false => Deed::Administer,
    };
    may(app, &deed).then(|| layer::boxed(app, purpose))
}

fn of_record(app: &App, key: Key) -> Option<Box<dyn Purpose>> {
    Some(match key {
        Key::Appointment(id) => Box::new(appointment::Term::edit(app, id)?),
        Key::Person(id) => Box::new(person::Naming::edit(app, id)?),
        Key::BaseQuantity(id) => Box::new(base_quantity::Quantity::edit(app, id)?),
        key => Box::new(Keeping::edit(app, key)?),
    })
}

/// What the form of a place is for; `None` if the place is none of these, or what it was about is gone.
#[must_use]
pub fn purpose_of(app: &App, words: &[&str]) -> Option<Box<dyn Purpose>> {
    let number = |text: &str| text.parse::<u32>().ok();
    let kind = |name: &str| career::KINDS.into_iter().find(|it| it.name() == name);
    match words {
        ["appointment", "new", id] => {
            let id = OrganisationId(number(id)?);
            app.state().organisations.get(&id)?;
            Some(Box::new(appointment::Term::new(id)))
        }
        ["appointment", id] => of_record(app, Key::Appointment(AppointmentId(number(id)?))),
        ["person", id] => of_record(app, Key::Person(PersonId(number(id)?))),
        ["quantity", "new"] => Some(Box::new(base_quantity::Quantity::new())),
        ["quantity", id] => of_record(app, Key::BaseQuantity(BaseQuantityId(number(id)?))),
        ["career", "new", name] => Some(Box::new(Keeping::new(kind(name)?, None))),
        ["career", "new", name, id] => {
            let person = PersonId(number(id)?);
            app.state().persons.get(&person)?;
            Some(Box::new(Keeping::new(kind(name)?, Some(person))))
        }
        ["career", name, id] => of_record(app, career::key_of(kind(name)?, number(id)?)?),
        _ => None,
    }
}

/// Opens the form of a new base quantity.
pub fn add_quantity(app: &mut App) {
    if may(app, &Deed::Administer) {
        layer::open(app, base_quantity::Quantity::new());
    }
}

/// Opens the form of an appointment to an organisation, of now or of long ago.
pub fn add_appointment(app: &mut App, organisation: OrganisationId) {
    if may(app, &Deed::Administer) {
        layer::open(app, appointment::Term::new(organisation));
    }
}

/// Opens the form of somebody new in the reserve.
pub fn add_candidate(app: &mut App) {
    if may(app, &Deed::KeepCareers) {
        layer::open(app, Keeping::new(Kind::Candidate, None));
    }
}

/// The form of a new record of somebody's career; `None` where the person may not keep it, which was said.
pub fn new_of(app: &mut App, kind: Kind, person: PersonId) -> Option<Box<dyn Overlay>> {
    may(app, &Deed::KeepCareers).then(|| layer::layer(app, Keeping::new(kind, Some(person))))
}

/// Asks what is to be added to somebody, and opens its form.
pub fn add_career(app: &mut App, person: PersonId) {
    if !may(app, &Deed::KeepCareers) {
        return;
    }
    let items = (career::KINDS.into_iter())
        .map(|kind| Item {
            label: app.say(career::offered(kind)),
            right: String::new(),
            value: kind,
        })
        .collect();
    let title = app.narrator().person(person);
    let pick = Box::new(move |app: &mut App, kind: Kind| {
        Outcome::Replace(layer::layer(app, Keeping::new(kind, Some(person))))
    });
    let picker = Picker::new(title, items, 0, pick).by_digit();
    app.open(Box::new(picker));
}
