//! The form of a citation that stands: its pages and its note.

use super::names;
use crate::domain::command::Command;
use crate::domain::cycle_command::CycleCommand;
use crate::domain::ids::CitationId;
use crate::domain::record::{Key, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::inline::purpose::{self, Fault, Purpose, Version, differing};
use crate::tui::widget::form::{Field, Form};

const PAGES: &str = "pages";
const NOTE: &str = "note";

/// A citation being changed.
#[derive(Clone, Debug)]
pub struct Restating {
    id: CitationId,
}

impl Restating {
    /// The form of a citation; `None` if there is no such citation.
    #[must_use]
    pub fn edit(app: &App, id: CitationId) -> Option<Restating> {
        app.state().citations.get(&id)?;
        Some(Restating { id })
    }
}

impl Purpose for Restating {
    fn title(&self, app: &App) -> String {
        app.narrator().key(Key::Citation(self.id))
    }

    fn record(&self) -> Option<Key> {
        Some(Key::Citation(self.id))
    }

    fn place(&self) -> String {
        format!("cycle citation {}", self.id.0)
    }

    fn about(&self, app: &App) -> Vec<String> {
        let it = app.state().citations.get(&self.id);
        it.map(|it| names::requirement(app, it.requirement))
            .into_iter()
            .collect()
    }

    fn build(&self, app: &App) -> Form {
        let it = app.state().citations.get(&self.id);
        let (pages, note, seen) = it.map_or(("", "", Default::default()), |it| {
            (it.pages.as_str(), it.note.as_str(), it.stamp.rev)
        });
        let fields = vec![
            Field::line(PAGES, app.say(Phrase::LabelPages), pages),
            Field::line(NOTE, app.say(Phrase::LabelCitationNote), note),
            purpose::seen_field(seen),
        ];
        Form::new(fields, app.say(Phrase::ButtonWriteChanges))
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        let hint = match form.text(PAGES).is_empty() {
            true => app.say(Phrase::PagesHow),
            false => String::new(),
        };
        form.hint(PAGES, hint);
    }

    fn command(&self, form: &Form, _: &App) -> Result<Command, Fault> {
        Ok(Command::Cycle(Box::new(CycleCommand::EditCitation {
            id: self.id,
            seen: purpose::seen(form),
            pages: form.text(PAGES),
            note: form.text(NOTE),
        })))
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        match field {
            RefusedField::Pages => Some(PAGES),
            RefusedField::Note => Some(NOTE),
            _ => None,
        }
    }

    fn versions(&self, theirs: &Record, form: &Form, app: &App) -> Vec<Version> {
        let Record::Citation(theirs) = theirs else {
            return Vec::new();
        };
        let all = [
            (Phrase::LabelPages, theirs.pages.clone(), form.text(PAGES)),
            (
                Phrase::LabelCitationNote,
                theirs.note.clone(),
                form.text(NOTE),
            ),
        ];
        differing(all, app)
    }
}
