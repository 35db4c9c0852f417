//! The name of somebody, put right: a slip of the pen, or a new surname.

use super::super::somebody::{GIVEN, PATRONYMIC, SURNAME};
use super::help;
use crate::domain::command::Command;
use crate::domain::ids::PersonId;
use crate::domain::people::Person;
use crate::domain::record::{Key, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::followup::executor;
use crate::tui::inline::purpose::{self, Fault, Purpose, Version};
use crate::tui::widget::form::{Field, Form};

/// The names of somebody.
#[derive(Debug)]
pub(super) struct Naming(PersonId);

impl Naming {
    /// Of somebody on record; `None` where there is nobody, or the data was erased.
    pub(super) fn edit(app: &App, id: PersonId) -> Option<Naming> {
        let found = app.state().persons.get(&id)?;
        (!found.is_erased()).then_some(Naming(id))
    }
}

fn read(form: &Form) -> Person {
    Person {
        surname: form.text(SURNAME),
        given: form.text(GIVEN),
        patronymic: form.text(PATRONYMIC),
    }
}

impl Purpose for Naming {
    fn title(&self, app: &App) -> String {
        let dot = app.theme.glyphs.dot;
        let name = app.narrator().person(self.0);
        format!("{} {dot} {name}", app.say(Phrase::TitlePerson))
    }

    fn record(&self) -> Option<Key> {
        Some(Key::Person(self.0))
    }

    fn place(&self) -> String {
        format!("person {}", self.0.0)
    }

    fn build(&self, app: &App) -> Form {
        let found = app.state().persons.get(&self.0);
        let seen = found.map(|it| it.stamp.rev).unwrap_or_default();
        let line = |name, label, of: fn(&Person) -> &str| {
            Field::line(name, app.say(label), found.map_or("", |it| of(&it.body)))
        };
        let fields = vec![
            line(SURNAME, Phrase::LabelSurname, |it| &it.surname),
            line(GIVEN, Phrase::LabelGiven, |it| &it.given),
            line(PATRONYMIC, Phrase::LabelPatronymic, |it| &it.patronymic),
            purpose::seen_field(seen),
        ];
        Form::new(fields, app.say(Phrase::ButtonWriteChanges))
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        help::tell(form, &[(SURNAME, Phrase::AboutSurname)], app);
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        for name in [SURNAME, GIVEN, PATRONYMIC] {
            executor::check_name(form, name, app)?;
        }
        Ok(Command::EditPerson {
            id: self.0,
            seen: purpose::seen(form),
            person: read(form),
        })
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        match field {
            RefusedField::Surname => Some(SURNAME),
            RefusedField::Name => Some(GIVEN),
            _ => None,
        }
    }

    fn versions(&self, theirs: &Record, form: &Form, app: &App) -> Vec<Version> {
        let Record::Person(theirs) = theirs else {
            return Vec::new();
        };
        let mine = read(form);
        let all = [
            (Phrase::LabelSurname, theirs.surname.clone(), mine.surname),
            (Phrase::LabelGiven, theirs.given.clone(), mine.given),
            (
                Phrase::LabelPatronymic,
                theirs.patronymic.clone(),
                mine.patronymic,
            ),
        ];
        purpose::differing(all, app)
    }
}
