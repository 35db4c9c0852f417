//! The form of a document of the register: all its requisites, its link, whether it is in force.

use super::document::{
    DATE, ISSUER, LEVEL, LINK, NUMBER, REDACTION, REPEALED_ON, STATUS, TITLE, beginning, field_of,
    fields, more_fields, read, warn_of_twin,
};
use super::repealing::{self, REPEALED_BY};
use super::term;
use crate::domain::command::Command;
use crate::domain::date::Side;
use crate::domain::evidence::Document;
use crate::domain::ids::{DocumentId, Seq};
use crate::domain::record::{Key, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::inline::purpose::{self, Fault, Purpose, Version};
use crate::tui::overlay::people::help;
use crate::tui::widget::form::Form;

/// What the fields of the register are for.
const ABOUT: [(&str, Phrase); 8] = [
    (NUMBER, Phrase::AboutDocumentNumber),
    (TITLE, Phrase::AboutDocumentTitle),
    (ISSUER, Phrase::AboutIssuer),
    (LEVEL, Phrase::AboutLevel),
    (REDACTION, Phrase::AboutRedaction),
    (LINK, Phrase::AboutLink),
    (STATUS, Phrase::AboutStatus),
    (REPEALED_BY, Phrase::AboutRepealedBy),
];

/// The form of a document of the register.
#[derive(Clone, Debug, Default)]
pub struct Registering {
    edits: Option<(DocumentId, Seq, Document)>,
}

impl Registering {
    /// A document of the register to be changed; `None` if there is no such document.
    #[must_use]
    pub fn edit(app: &App, id: DocumentId) -> Option<Registering> {
        let found = app.state().documents.get(&id)?;
        Some(Registering {
            edits: Some((id, found.stamp.rev, found.body.clone())),
        })
    }

    fn own(&self) -> Option<DocumentId> {
        self.edits.as_ref().map(|it| it.0)
    }
}

impl Purpose for Registering {
    fn title(&self, app: &App) -> String {
        match &self.edits {
            Some((_, _, it)) => app.narrator().requisites(it),
            None => app.say(Phrase::NewDocumentTitle),
        }
    }

    fn record(&self) -> Option<Key> {
        (self.edits.as_ref()).map(|it| Key::Document(it.0))
    }

    fn place(&self) -> String {
        match &self.edits {
            Some((id, ..)) => format!("document {}", id.0),
            None => "document new".to_owned(),
        }
    }

    fn build(&self, app: &App) -> Form {
        let document = match &self.edits {
            Some((_, _, it)) => it.clone(),
            None => beginning(app, ""),
        };
        let mut fields = fields(app, &document);
        fields.extend(more_fields(app, &document, self.own()));
        fields.extend((self.edits.as_ref()).map(|it| purpose::seen_field(it.1)));
        Form::new(fields, app.say(Phrase::ButtonWriteDocument))
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        for name in [DATE, REDACTION, REPEALED_ON] {
            term::hint_date(form, name, app, Side::Past);
        }
        let in_force = form.choice(STATUS) == 0;
        repealing::hint(form, in_force, app);
        let undated = form.text(REPEALED_ON).is_empty();
        if undated && in_force {
            form.hint(REPEALED_ON, app.say(Phrase::NotAskedYet));
        }
        let missing = (undated && !in_force).then(|| app.say(Phrase::RepealedWhenMissing));
        form.remark(REPEALED_ON, missing.unwrap_or_default());
        help::tell(form, &ABOUT, app);
        warn_of_twin(form, app, self.own());
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        let was = self.edits.as_ref().map(|it| &it.2);
        let document = read(form, app, was)?;
        Ok(match &self.edits {
            Some((id, ..)) => Command::EditDocument {
                id: *id,
                seen: purpose::seen(form),
                document,
            },
            None => Command::AddDocument(document),
        })
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        match field {
            RefusedField::Reason => Some(REPEALED_BY),
            RefusedField::To => Some(REPEALED_ON),
            other => field_of(other),
        }
    }

    fn versions(&self, theirs: &Record, form: &Form, app: &App) -> Vec<Version> {
        let Record::Document(theirs) = theirs else {
            return Vec::new();
        };
        let mut fields = fields(app, theirs);
        fields.extend(more_fields(app, theirs, self.own()));
        purpose::compared(&Form::new(fields, String::new()), form, None)
    }
}
