//! The form that cites a document: for one requirement or for several at once, found in the register or entered on the spot.

use super::{names, proposed};
use crate::args;
use crate::domain::command::{Command, DocumentChoice};
use crate::domain::cycle_command::{CitationDraft, CycleCommand};
use crate::domain::ids::{DocumentId, RequirementId};
use crate::domain::record::{Commit, Key};
use crate::domain::refusal::Field as RefusedField;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::followup::document;
use crate::tui::inline::purpose::{Fault, Purpose};
use crate::tui::screen::cycle::CycleScreen;
use crate::tui::widget::form::{Field, Form, Lookup};

const REQUIREMENTS: &str = "requirements";
const PAGES: &str = "pages";
const NOTE: &str = "note";

/// A citation being written.
#[derive(Clone, Debug)]
pub struct Citing {
    /// For which requirements.
    requirements: Vec<RequirementId>,
    /// Of which document, where it began there.
    document: Option<DocumentId>,
}

impl Citing {
    /// Cites a document for requirements.
    #[must_use]
    pub fn of(requirements: Vec<RequirementId>) -> Citing {
        Citing {
            requirements,
            document: None,
        }
    }

    /// Cites this document.
    #[must_use]
    pub fn document(id: DocumentId) -> Citing {
        Citing {
            requirements: Vec::new(),
            document: Some(id),
        }
    }

    fn chosen(form: &Form) -> Vec<RequirementId> {
        let tokens = form.tokens(REQUIREMENTS);
        let ids = tokens.iter().filter_map(|it| it.parse().ok());
        ids.map(RequirementId).collect()
    }

    /// Requirements for which the known document stands already on these pages.
    fn standing(form: &Form, app: &App) -> Vec<RequirementId> {
        let Ok(Some(DocumentChoice::Known(document))) = document::choice(form, app) else {
            return Vec::new();
        };
        let (state, pages) = (app.state(), form.text(PAGES));
        let stands = |id: &RequirementId| {
            let mut there = state.citations_of.of(*id);
            there.any(|it| {
                let it = state.citations.get(&it);
                it.is_some_and(|it| !it.retired && it.document == document && it.pages == pages)
            })
        };
        Self::chosen(form).into_iter().filter(stands).collect()
    }
}

impl Purpose for Citing {
    fn title(&self, app: &App) -> String {
        match (self.document, self.requirements.as_slice()) {
            (Some(id), _) => {
                let document = app.narrator().document(id);
                app.say_with(Phrase::CiteTitleOf, &args![what = document])
            }
            (None, [one]) => {
                let what = app.narrator().key(Key::Requirement(*one));
                app.say_with(Phrase::CiteTitleOf, &args![what])
            }
            (None, all) => app.say_with(Phrase::CiteTitleMany, &args![n = all.len()]),
        }
    }

    fn place(&self) -> String {
        match self.document {
            Some(id) => format!("cycle cite document {}", id.0),
            None => {
                let ids: Vec<String> = self
                    .requirements
                    .iter()
                    .map(|it| it.0.to_string())
                    .collect();
                format!("cycle cite {}", ids.join("."))
            }
        }
    }

    fn about(&self, app: &App) -> Vec<String> {
        let [one] = self.requirements.as_slice() else {
            return Vec::new();
        };
        let is_to_be_made = proposed::of(app, *one).map(|_| app.say(Phrase::PaperToBeMade));
        std::iter::once(names::requirement(app, *one))
            .chain(is_to_be_made)
            .collect()
    }

    fn build(&self, app: &App) -> Form {
        let mut lookup = Lookup::new(names::candidates(app), true);
        let tokens: Vec<String> = self
            .requirements
            .iter()
            .map(|it| it.0.to_string())
            .collect();
        lookup.choose(tokens.iter().map(String::as_str));
        let requirements = Field::lookup(REQUIREMENTS, app.say(Phrase::LabelRequirements), lookup);
        let document = document::field(app, Phrase::FieldDocument, self.document);
        let pages = Field::line(PAGES, app.say(Phrase::LabelPages), "");
        let note = Field::line(NOTE, app.say(Phrase::LabelCitationNote), "");
        let fields = match self.document {
            Some(_) => vec![requirements, pages, note, document],
            None => vec![document, pages, note, requirements],
        };
        let mut form = Form::new(fields, app.say(Phrase::ButtonCite));
        if let [one] = self.requirements.as_slice()
            && let Some(paper) = proposed::of(app, *one)
        {
            document::propose(&mut form, PAGES, &paper, app);
        }
        form
    }

    fn prepare(&self, form: &mut Form, kept: &[(String, String)], app: &App) {
        document::prepare(form, PAGES, kept, app);
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        document::renew(form, PAGES, app);
        let hint = match form.text(PAGES).is_empty() {
            true => app.say(Phrase::PagesHow),
            false => String::new(),
        };
        form.hint(PAGES, hint);
        let standing = Self::standing(form, app);
        let remark = match standing.is_empty() {
            true => String::new(),
            false => {
                let state = app.state();
                let numbers = standing.iter().filter_map(|it| state.requirements.get(it));
                let numbers: Vec<String> = numbers.map(|it| it.order.to_string()).collect();
                app.say_with(
                    Phrase::CitedThereAlready,
                    &args![numbers = numbers.join(", ")],
                )
            }
        };
        form.remark(PAGES, remark);
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        let Some(document) = document::choice(form, app)? else {
            return Err(Fault::new(
                document::DOCUMENT,
                app.say(Phrase::CiteNeedsDocument),
            ));
        };
        let all = Self::chosen(form);
        if all.is_empty() {
            return Err(Fault::new(
                REQUIREMENTS,
                app.say(Phrase::CiteNeedsRequirement),
            ));
        }
        // Where it stands already it is left alone; where it stands everywhere the answer says so.
        let standing = Self::standing(form, app);
        let rest: Vec<RequirementId> = { all.iter() }
            .filter(|it| !standing.contains(it))
            .copied()
            .collect();
        let meant = if rest.is_empty() { all } else { rest };
        let draft = |requirement| CitationDraft {
            requirement,
            document: document.clone(),
            pages: form.text(PAGES),
            note: form.text(NOTE),
        };
        let drafts = meant.into_iter().map(draft).collect();
        Ok(Command::Cycle(Box::new(CycleCommand::Cite(drafts))))
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        match field {
            RefusedField::Pages => Some(PAGES),
            RefusedField::Note => Some(NOTE),
            field => document::field_of(field),
        }
    }

    fn done(&self, commit: &Commit, app: &mut App) {
        CycleScreen::made(app, commit);
    }
}
