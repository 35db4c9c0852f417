//! The fields of a form that name somebody: a person on record, or a new one with surname, given name and patronymic.

use super::go;
use crate::domain::command::PersonChoice;
use crate::domain::ids::PersonId;
use crate::domain::people::Person;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::followup::executor;
use crate::tui::inline::purpose::Fault;
use crate::tui::widget::form::{Candidate, Field, Form, Kind, Lookup};

/// The field in which somebody is found.
pub const PERSON: &str = "person";
/// A new person's surname: its field is there while one is to be entered.
pub const SURNAME: &str = "person.surname";
/// The beginning of the names of a new person's fields.
const NEW_PERSON: &str = "person.";
/// A given name.
pub const GIVEN: &str = "person.given";
/// A patronymic.
pub const PATRONYMIC: &str = "person.patronymic";
/// The token of a person who is not on record yet.
const NEW: &str = "new";

/// Everybody on record, each with what they head.
#[must_use]
pub fn known(app: &App) -> Lookup {
    let state = app.state();
    let all = (state.persons.iter())
        .filter(|(_, it)| !it.is_erased())
        .map(|(id, it)| Candidate {
            token: id.0.to_string(),
            label: it.full_name(),
            more: go::latest_organisation(state, *id)
                .map(|it| app.narrator().organisation(it))
                .unwrap_or_default(),
        })
        .collect();
    Lookup::new(all, false)
}

/// Everybody on record, and somebody new.
#[must_use]
pub fn known_or_new(app: &App) -> Lookup {
    known(app).or_new(Candidate {
        token: NEW.to_owned(),
        label: app.say(Phrase::NewPerson),
        more: String::new(),
    })
}

/// Shows the fields of a new person before another field while one is to be entered; what was typed to find them is divided into names.
pub fn renew(form: &mut Form, before: &str, app: &App) {
    let wanted = form.tokens(PERSON).iter().any(|it| it == NEW);
    let shown = form.field(SURNAME).is_some();
    if wanted && !shown {
        let typed = match form.field(PERSON).map(|it| &it.kind) {
            Some(Kind::Lookup(lookup)) => lookup.typed().to_owned(),
            _ => String::new(),
        };
        form.insert_before(before, fields(app, &typed));
        form.focus(SURNAME);
    }
    if !wanted && shown {
        form.remove(NEW_PERSON);
    }
}

fn fields(app: &App, typed: &str) -> Vec<Field> {
    let mut words = typed.split_whitespace();
    [
        (SURNAME, Phrase::LabelSurname),
        (GIVEN, Phrase::LabelGiven),
        (PATRONYMIC, Phrase::LabelPatronymic),
    ]
    .into_iter()
    .map(|(name, label)| {
        Field::line(
            name,
            app.say(label),
            &capital(words.next().unwrap_or_default()),
        )
    })
    .collect()
}

/// A name typed in small letters gets its capital.
fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map_or_else(String::new, |it| it.to_uppercase().chain(chars).collect())
}

/// Makes the fields of a new person before another field if the kept input has them.
pub fn prepare(form: &mut Form, kept: &[(String, String)], before: &str, app: &App) {
    if kept.iter().any(|(name, _)| name == SURNAME) && form.field(SURNAME).is_none() {
        form.insert_before(before, fields(app, ""));
    }
}

/// A new person's names have letters in them.
///
/// # Errors
/// Which has not.
pub fn names_are_names(form: &Form, app: &App) -> Result<(), Fault> {
    [SURNAME, GIVEN, PATRONYMIC]
        .into_iter()
        .try_for_each(|it| executor::check_name(form, it, app))
}

/// Whom the form names; `None` where it names nobody.
#[must_use]
pub fn chosen(form: &Form) -> Option<PersonChoice> {
    let token = form.tokens(PERSON).into_iter().next()?;
    if token == NEW {
        return Some(PersonChoice::New(Person {
            surname: form.text(SURNAME),
            given: form.text(GIVEN),
            patronymic: form.text(PATRONYMIC),
        }));
    }
    token
        .parse()
        .ok()
        .map(|it| PersonChoice::Known(PersonId(it)))
}
