//! What is known of an organisation, changed: kind, number, names, since when and until when it works.

use super::super::go;
use super::{
    FULL_NAME, KIND, KINDS, NAME, NUMBER, follow_number, kind, name_of, number, number_or_none,
};
use crate::domain::command::Command;
use crate::domain::date::Side;
use crate::domain::decide::Deed;
use crate::domain::ids::{OrganisationId, Seq};
use crate::domain::people::{Organisation, OrganisationKind};
use crate::domain::record::{Key, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::followup::term;
use crate::tui::inline::layer;
use crate::tui::inline::purpose::{self, Fault, Purpose, SEEN, Version};
use crate::tui::layer::Overlay;
use crate::tui::rights::may;
use crate::tui::status::Tone;
use crate::tui::widget::form::{Field, Form};

const OPENED: &str = "opened";
const CLOSED: &str = "closed";

/// Opens the form of the organisation under the cursor.
pub fn open(app: &mut App) {
    let Some((organisation, _)) = go::head(app) else {
        return go::nobody_here(app);
    };
    if let Some(form) = form(app, organisation) {
        app.open(form);
    }
}

/// The form of an organisation; `None` if there is no such organisation, or the person may not change it: that was said.
pub fn form(app: &mut App, id: OrganisationId) -> Option<Box<dyn Overlay>> {
    if !app.state().organisations.contains_key(&id) {
        let sentence = app.say(Phrase::RecordGone);
        app.status.tell(Tone::Warning, sentence);
        return None;
    }
    may(app, &Deed::Administer).then(|| layer::layer(app, Changing::new(id)))
}

/// What the form is for, to which kept input belongs; `None` if there is no such organisation.
#[must_use]
pub fn purpose_of(app: &App, id: OrganisationId) -> Option<Box<dyn Purpose>> {
    app.state().organisations.get(&id)?;
    Some(Box::new(Changing::new(id)))
}

/// An organisation that is changed.
#[derive(Debug)]
struct Changing {
    id: OrganisationId,
    /// The name that goes with kind and number; one that the person typed is left alone.
    suggested: Option<String>,
}

impl Changing {
    fn new(id: OrganisationId) -> Changing {
        Changing {
            id,
            suggested: None,
        }
    }

    /// The organisation as the form has it.
    ///
    /// # Errors
    /// What cannot be read, at its field.
    fn read(&self, form: &Form, app: &App) -> Result<Organisation, Fault> {
        let stands = app.state().organisations.get(&self.id);
        let kept = stands.map(|it| it.body.clone());
        Ok(Organisation {
            kind: kind(form).unwrap_or(OrganisationKind::Other),
            number: number_or_none(form, app)?,
            name: form.text(NAME),
            full_name: form.text(FULL_NAME),
            opened: term::date_or_none(form, OPENED, app, Side::Past)?,
            closed: term::date_or_none(form, CLOSED, app, Side::Past)?,
            ..kept.unwrap_or_else(|| {
                Organisation::new(OrganisationKind::Other, None, String::new(), String::new())
            })
        })
    }
}

impl Purpose for Changing {
    fn title(&self, app: &App) -> String {
        let dot = app.theme.glyphs.dot;
        let name = app.narrator().organisation(self.id);
        format!("{} {dot} {name}", app.say(Phrase::CommandEditOrganisation))
    }

    fn record(&self) -> Option<Key> {
        Some(Key::Organisation(self.id))
    }

    fn place(&self) -> String {
        format!("organisation {}", self.id.0)
    }

    fn build(&self, app: &App) -> Form {
        let state = app.state();
        let stands = state.organisations.get(&self.id);
        let seen = stands.map_or(Seq(0), |it| it.stamp.rev);
        let stands = stands.map(|it| &it.body);
        let kinds = KINDS.iter().map(|it| app.locale.word(it)).collect();
        let at = KINDS
            .iter()
            .position(|it| stands.is_some_and(|stands| stands.kind == *it));
        let number = stands.and_then(|it| it.number);
        let typed = |it: Option<chrono::NaiveDate>| it.map(format::date).unwrap_or_default();
        let line = |name, label, text: &str| Field::line(name, app.say(label), text);
        let fields = vec![
            Field::choice(
                KIND,
                app.say(Phrase::LabelDocumentKind),
                kinds,
                at.unwrap_or(0),
            ),
            line(
                NUMBER,
                Phrase::LabelNumber,
                &number.map(|it| it.to_string()).unwrap_or_default(),
            ),
            line(NAME, Phrase::LabelName, stands.map_or("", |it| &it.name)),
            line(
                FULL_NAME,
                Phrase::LabelFullName,
                stands.map_or("", |it| &it.full_name),
            ),
            line(
                OPENED,
                Phrase::LabelWorksSince,
                &typed(stands.and_then(|it| it.opened)),
            ),
            line(
                CLOSED,
                Phrase::LabelClosedOn,
                &typed(stands.and_then(|it| it.closed)),
            ),
            purpose::seen_field(seen),
        ];
        Form::new(fields, app.say(Phrase::ButtonWriteChanges))
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        let suggested = self
            .suggested
            .get_or_insert_with(|| match (number(form), kind(form)) {
                (Some(number), Some(kind)) => name_of(app, kind, number),
                _ => String::new(),
            });
        follow_number(form, suggested, app);
        for (name, empty) in [
            (OPENED, Phrase::EmptyIsAlways),
            (CLOSED, Phrase::EmptyIsOpen),
        ] {
            if form.text(name).is_empty() {
                form.hint(name, app.say(empty));
            } else {
                term::hint_date(form, name, app, Side::Past);
            }
        }
        let closes = !form.text(CLOSED).is_empty();
        if let Some(field) = form.field_mut(CLOSED) {
            field.note = if closes {
                app.say(Phrase::ClosedMeans)
            } else {
                String::new()
            };
        }
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        Ok(Command::EditOrganisation {
            id: self.id,
            seen: purpose::seen(form),
            organisation: self.read(form, app)?,
        })
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        match field {
            RefusedField::Number => Some(NUMBER),
            RefusedField::Name => Some(NAME),
            RefusedField::To => Some(CLOSED),
            _ => None,
        }
    }

    fn versions(&self, theirs: &Record, form: &Form, app: &App) -> Vec<Version> {
        let Record::Organisation(theirs) = theirs else {
            return Vec::new();
        };
        let Ok(mine) = self.read(form, app) else {
            return Vec::new();
        };
        let number = |it: Option<u32>| it.map(|it| it.to_string()).unwrap_or_default();
        let date = |it: Option<chrono::NaiveDate>| it.map(format::date).unwrap_or_default();
        let word = |it: &Organisation| app.locale.word(&it.kind);
        let all = [
            (Phrase::LabelDocumentKind, word(theirs), word(&mine)),
            (
                Phrase::LabelNumber,
                number(theirs.number),
                number(mine.number),
            ),
            (Phrase::LabelName, theirs.name.clone(), mine.name.clone()),
            (
                Phrase::LabelFullName,
                theirs.full_name.clone(),
                mine.full_name.clone(),
            ),
            (
                Phrase::LabelWorksSince,
                date(theirs.opened),
                date(mine.opened),
            ),
            (
                Phrase::LabelClosedOn,
                date(theirs.closed),
                date(mine.closed),
            ),
        ];
        (all.into_iter())
            .filter(|(_, theirs, mine)| theirs != mine)
            .map(|(label, theirs, mine)| (app.say(label), theirs, mine))
            .collect()
    }

    fn rest_on(&mut self, _: Key, seen: Seq, form: &mut Form) {
        form.set(SEEN, &seen.0.to_string());
    }
}
