//! Who heads and who headed what, in the words of lists and of details.

use super::super::told::Told;
use crate::analysis::roster::Head;
use crate::args;
use crate::domain::ids::AppointmentId;
use crate::domain::ids::PersonId;
use crate::domain::people::{Appointment, AppointmentKind, Person};
use crate::domain::record::Key;
use crate::locale::{Phrase, format};
use crate::tui::app::App;

/// «Ерёмин К. Л.», «и. о. Ерёмин К. Л.», «вакансия с 12.03.2026».
pub fn name(app: &App, head: Head) -> String {
    let narrator = app.narrator();
    match head {
        Head::Person { person, kind, .. } => {
            let name = narrator.person(person);
            match kind {
                AppointmentKind::Acting => app.say_with(Phrase::ActingHead, &args![name]),
                AppointmentKind::Permanent | AppointmentKind::Concurrent => name,
            }
        }
        Head::Vacancy { since: None, .. } => app.say(Phrase::Vacancy),
        Head::Vacancy {
            since: Some(since), ..
        } => {
            let date = narrator.day_in_office(since);
            app.say_with(Phrase::VacancySince, &args![date])
        }
    }
}

/// The whole name, as far as it is known.
pub fn full_name(app: &App, id: PersonId) -> String {
    let known = |it: &Person| !it.is_erased();
    match app.state().persons.get(&id).filter(|it| known(it)) {
        Some(it) => it.full_name(),
        None => app.narrator().person(id),
    }
}

/// «с 01.09.2019 по 31.08.2024».
pub fn days(app: &App, it: &Appointment) -> String {
    let narrator = app.narrator();
    let from = narrator.day_in_office(it.from);
    match it.to {
        Some(to) => {
            let to = narrator.day_in_office(to);
            app.say_with(Phrase::InOffice, &args![from, to])
        }
        None => app.say_with(Phrase::InOfficeSince, &args![date = from]),
    }
}

/// An appointment as a line of a detail: who or where, on what footing, from and to, by which act. F2 changes it, Enter leads to who or
/// where: see [`opened`].
pub fn item(told: &mut Told<'_>, id: AppointmentId, of_person: bool) {
    let app = told.app;
    let Some(it) = app.state().appointments.get(&id) else {
        return;
    };
    let narrator = app.narrator();
    let name = match of_person {
        true => narrator.organisation(it.organisation),
        false => full_name(app, it.person),
    };
    let mut parts = vec![name];
    if it.kind != AppointmentKind::Permanent {
        parts.push(app.locale.word(&it.kind));
    }
    parts.push(days(app, it));
    if let Some(act) = it.act {
        parts.push(narrator.document(act));
    }
    if let Some(until) = it.contract_until {
        let date = format::date(until);
        parts.push(app.say_with(Phrase::ContractUntil, &args![date]));
    }
    if !it.end_reason.is_empty() {
        parts.push(it.end_reason.clone());
    }
    told.item(&parts.join(", "), Some(Key::Appointment(id)));
}

/// Where Enter on an appointment leads: to the organisation from a person, and to the person from an organisation.
pub fn opened(app: &App, key: Key, of_person: bool) -> Key {
    match key {
        Key::Appointment(id) => {
            (app.state().appointments.get(&id)).map_or(key, |it| match of_person {
                true => Key::Organisation(it.organisation),
                false => Key::Person(it.person),
            })
        }
        key => key,
    }
}

/// Appointments of somebody or somewhere, the latest first.
pub fn latest_first(app: &App, ids: impl Iterator<Item = AppointmentId>) -> Vec<AppointmentId> {
    let state = app.state();
    let mut all: Vec<_> = ids
        .filter_map(|id| Some((state.appointments.get(&id)?.from, id)))
        .collect();
    all.sort_by(|a, b| b.cmp(a));
    all.into_iter().map(|(_, id)| id).collect()
}
