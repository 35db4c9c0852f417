//! What holds for the whole store: the name of the municipality. Whether a store is a demo is nobody's to change.

use crate::domain::command::Command;
use crate::domain::decide::Deed;
use crate::domain::people::Settings;
use crate::domain::record::{Key, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::inline::layer;
use crate::tui::inline::purpose::{self, Fault, Purpose, SEEN, Version};
use crate::tui::rights::may;
use crate::tui::widget::form::{Field, Form};

const NAME: &str = "name";

/// Opens the form of the settings.
pub fn open(app: &mut App) {
    if may(app, &Deed::Administer) {
        layer::open(app, Setting);
    }
}

/// What the form is for, to which kept input belongs.
#[must_use]
pub fn purpose() -> Box<dyn Purpose> {
    Box::new(Setting)
}

/// The settings that are changed.
#[derive(Clone, Copy, Debug)]
struct Setting;

impl Purpose for Setting {
    fn title(&self, app: &App) -> String {
        app.say(Phrase::CommandSettings)
    }

    fn record(&self) -> Option<Key> {
        Some(Key::Settings)
    }

    fn place(&self) -> String {
        "settings".to_owned()
    }

    fn about(&self, app: &App) -> Vec<String> {
        vec![app.say(Phrase::MunicipalityServes)]
    }

    fn build(&self, app: &App) -> Form {
        let stands = app.state().settings.as_ref();
        let name = stands.map_or("", |it| it.municipality.as_str());
        let fields = vec![
            Field::line(NAME, app.say(Phrase::Municipality), name),
            purpose::seen_or_absent_field(stands.map(|it| it.stamp.rev)),
        ];
        Form::new(fields, app.say(Phrase::ButtonWriteChanges))
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        let hint = if form.text(NAME).is_empty() {
            app.say(Phrase::MunicipalityHow)
        } else {
            String::new()
        };
        form.hint(NAME, hint);
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        let settings = Settings {
            municipality: form.text(NAME),
            demo: (app.state().settings.as_ref()).is_some_and(|it| it.demo),
        };
        Ok(Command::EditSettings {
            seen: purpose::seen_or_absent(form),
            settings,
        })
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        (field == RefusedField::Municipality).then_some(NAME)
    }

    fn versions(&self, theirs: &Record, form: &Form, app: &App) -> Vec<Version> {
        let Record::Settings(theirs) = theirs else {
            return Vec::new();
        };
        let (label, mine) = (app.say(Phrase::Municipality), form.text(NAME));
        match theirs.municipality == mine {
            true => Vec::new(),
            false => vec![(label, theirs.municipality.clone(), mine)],
        }
    }

    fn rest_on_nothing(&mut self, _: Key, form: &mut Form) {
        form.set(SEEN, "");
    }
}
