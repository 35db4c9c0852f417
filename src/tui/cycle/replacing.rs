//! The form that puts a document's successor in its place: every citation is listed with what becomes of it, and some can be left out.

use crate::args;
use crate::domain::command::{Command, DocumentChoice};
use crate::domain::cycle_command::CycleCommand;
use crate::domain::date::Side;
use crate::domain::evidence::DocumentStatus;
use crate::domain::ids::{CitationId, DocumentId, Seq};
use crate::domain::record::Key;
use crate::domain::refusal::Field as RefusedField;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::followup::{document, term};
use crate::tui::inline::purpose::{self, Fault, Purpose};
use crate::tui::widget::form::{Field, Form, Kind, Tick};

const CITATIONS: &str = "citations";
const PAGES: &str = "keep-pages";
const REPEALED: &str = "repealed";
const ON: &str = "on";

/// A document being replaced.
#[derive(Clone, Debug)]
pub struct Replacing {
    from: DocumentId,
}

impl Replacing {
    /// Replaces a document; `None` if there is no such document.
    #[must_use]
    pub fn document(app: &App, from: DocumentId) -> Option<Replacing> {
        app.state().documents.get(&from)?;
        Some(Replacing { from })
    }

    /// The citations that can be changed: in force, and of rounds that are not submitted.
    fn citations(&self, app: &App) -> Vec<CitationId> {
        let state = app.state();
        let open = |id: &CitationId| {
            let it = state.citations.get(id).filter(|it| !it.retired)?;
            let round = state.requirements.get(&it.requirement)?.round;
            Some(state.rounds.get(&round)?.state.is_open())
        };
        (state.citations_by_document.of(self.from))
            .filter(|it| open(it) == Some(true))
            .collect()
    }

    /// «позиция 7 раздела 2.1, стр. 3-10»: where it stands, and what becomes of its pages.
    fn line(&self, id: CitationId, keeps_pages: bool, app: &App) -> String {
        let Some(it) = app.state().citations.get(&id) else {
            return String::new();
        };
        let place = app.narrator().key(Key::Requirement(it.requirement));
        let pages = match (it.pages.as_str(), keeps_pages) {
            ("", _) => return place,
            (pages, true) => app.say_with(Phrase::Pages, &args![pages]),
            (pages, false) => app.say_with(Phrase::PagesGo, &args![pages]),
        };
        format!("{place}, {pages}")
    }
}

impl Purpose for Replacing {
    fn title(&self, app: &App) -> String {
        let what = app.narrator().document(self.from);
        app.say_with(Phrase::ReplaceTitle, &args![what])
    }

    fn place(&self) -> String {
        format!("cycle replace {}", self.from.0)
    }

    fn about(&self, app: &App) -> Vec<String> {
        let n = self.citations(app).len();
        vec![app.say_with(Phrase::ReplaceAbout, &args![n])]
    }

    fn build(&self, app: &App) -> Form {
        let items = self.citations(app).into_iter().map(|id| Tick {
            token: id.0.to_string(),
            label: self.line(id, true, app),
            on: true,
        });
        let ticks = Kind::Ticks {
            items: items.collect(),
            at: 0,
        };
        let seen = app.state().stamp(Key::Document(self.from));
        let yes_no = || vec![app.say(Phrase::Yes), app.say(Phrase::No)];
        let repealed = app.state().documents.get(&self.from);
        let is_repealed = repealed.is_some_and(|it| it.status != DocumentStatus::InForce);
        let mut document = document::field(app, Phrase::LabelSuccessor, None);
        if let Kind::Lookup(lookup) = &mut document.kind {
            lookup.leave_out(&self.from.0.to_string());
        }
        let fields = vec![
            document,
            Field::new(CITATIONS, app.say(Phrase::LabelCitations), ticks),
            Field::choice(PAGES, app.say(Phrase::LabelKeepPages), yes_no(), 1),
            Field::choice(
                REPEALED,
                app.say(Phrase::LabelMarkRepealed),
                yes_no(),
                usize::from(is_repealed),
            ),
            Field::line(
                ON,
                app.say(Phrase::LabelRepealedOn),
                &format::date(app.now.today),
            ),
            purpose::seen_field(seen.map(|it| it.rev).unwrap_or_default()),
        ];
        Form::new(fields, app.say(Phrase::ButtonReplace))
    }

    fn prepare(&self, form: &mut Form, kept: &[(String, String)], app: &App) {
        document::prepare(form, CITATIONS, kept, app);
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        document::renew(form, CITATIONS, app);
        term::hint_date(form, ON, app, Side::Past);
        form.show(ON, form.choice(REPEALED) == 0);
        let keeps = form.choice(PAGES) == 0;
        let there = self.citations(app);
        if let Some(Kind::Ticks { items, .. }) = form.field_mut(CITATIONS).map(|it| &mut it.kind) {
            for item in items {
                let id = item.token.parse().ok().map(CitationId);
                if let Some(id) = id.filter(|it| there.contains(it)) {
                    item.label = self.line(id, keeps, app);
                }
            }
        }
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        let Some(to) = document::choice(form, app)? else {
            let sentence = app.say(Phrase::ReplaceNeedsSuccessor);
            return Err(Fault::new(document::DOCUMENT, sentence));
        };
        if to == DocumentChoice::Known(self.from) {
            let sentence = app.say(Phrase::ReplaceNeedsSuccessor);
            return Err(Fault::new(document::DOCUMENT, sentence));
        }
        let state = app.state();
        let tokens = form.tokens(CITATIONS);
        let citations: Vec<(CitationId, Seq)> = (tokens.iter())
            .filter_map(|it| it.parse().ok().map(CitationId))
            .filter_map(|id| Some((id, state.citations.get(&id)?.stamp.rev)))
            .collect();
        let repealed = match form.choice(REPEALED) {
            0 => Some((
                term::date_of(form, ON, app, Side::Past)?,
                purpose::seen(form),
            )),
            _ => None,
        };
        if citations.is_empty() && repealed.is_none() {
            let sentence = app.say(Phrase::ReplaceNothing);
            return Err(Fault::new(CITATIONS, sentence));
        }
        Ok(Command::Cycle(Box::new(CycleCommand::ReplaceDocument {
            from: self.from,
            to,
            citations,
            keep_pages: form.choice(PAGES) == 0,
            repealed,
        })))
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        document::field_of(field)
    }
}
