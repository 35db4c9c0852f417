//! What is told in full of what is under the cursor of the list: a requirement with its points, a document with all its requisites.

use super::{Item, list, told};
use crate::args;
use crate::domain::ids::{CitationId, RequirementId};
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::cycle::names;
use crate::tui::overlay::page::{Line, paragraph};
use crate::tui::theme::Role;

/// Columns of the names of fields.
const LABEL: usize = 18;

/// The lines, for so many columns.
pub(super) fn lines(app: &App, width: usize) -> Vec<Line> {
    let mut detail = Detail {
        app,
        width,
        lines: Vec::new(),
    };
    match app.cycle.item() {
        Some(Item::Requirement(id) | Item::Own(id)) => detail.requirement(id),
        Some(Item::Citation(id)) => detail.citation(id),
        Some(Item::Checks(check)) => {
            let words = told::kind_of_check(app, &check);
            detail.text(&words, Role::Warning);
            detail.field(Phrase::CheckAbout, &told::about(app, &check));
        }
        None => {}
    }
    detail.lines
}

struct Detail<'a> {
    app: &'a App,
    width: usize,
    lines: Vec<Line>,
}

impl Detail<'_> {
    fn field(&mut self, label: Phrase, text: &str) {
        let label = self.app.say(label);
        self.lines
            .extend(paragraph(&label, LABEL, text, Role::Text, self.width));
    }

    fn text(&mut self, text: &str, role: Role) {
        self.lines.extend(paragraph("", 0, text, role, self.width));
    }

    fn requirement(&mut self, id: RequirementId) {
        let app = self.app;
        let assessed = app.cycle.looked.as_ref();
        let assessed = assessed.and_then(|it| it.assessment.requirement(id));
        let it = app.state().requirements.get(&id);
        let Some((it, assessed)) = it.zip(assessed) else {
            return;
        };
        self.text(&names::requirement(app, id), Role::Text);
        let (sign, role) = told::sign(app, assessed.standing);
        let standing = format!("{sign} {}", told::standing(app, assessed.standing));
        self.text(&standing, role);
        let section = names::round(app, it.round).map(|it| it.1);
        let track = section.map(|section| names::track_or_common(app, section, it.track));
        let place = format!(
            "{} · {}",
            names::stage(app, it.stage),
            track.unwrap_or_default()
        );
        self.field(Phrase::FieldStage, &place);
        let points = app.say_with(
            Phrase::CyclePoints,
            &args![
                got = format::number(assessed.score.got),
                max = format::number(assessed.score.max)
            ],
        );
        let points = match it.points {
            Some(_) => format!("{points} · {}", app.say(Phrase::PointsByHand)),
            None => points,
        };
        self.field(Phrase::FieldPoints, &points);
        self.field(Phrase::FieldAsked, &app.locale.word(&it.asked));
        self.field(Phrase::FieldInapplicable, &it.inapplicable);
        for own in &assessed.own {
            let (words, role) = told::own_line(app, own, assessed.standing);
            self.text(&words, role);
        }
    }

    fn citation(&mut self, id: CitationId) {
        let (app, state) = (self.app, self.app.state());
        let it = state.citations.get(&id);
        let document = it.and_then(|it| crate::analysis::cycle::document_of(state, it));
        let Some((it, document)) = it.zip(document) else {
            return;
        };
        self.text(&names::citation(app, id), Role::Text);
        self.field(Phrase::FieldTitle, &document.title);
        self.field(Phrase::FieldIssuer, &document.issuer);
        self.field(Phrase::FieldNote, &names::one_line(&it.note));
        self.field(Phrase::FieldLink, &document.link);
        if document.link.is_empty() {
            let words = app.say(Phrase::CheckNoLink);
            self.text(&words, Role::Dim);
        }
        let asked = state.requirements.get(&it.requirement).map(|it| it.asked);
        for (flag, role) in
            asked.map_or_else(Vec::new, |asked| list::flags(app, id, it, document, asked))
        {
            self.text(&flag, role);
        }
        let n = state.citations_by_document.of(it.document).count();
        let words = app.say_with(Phrase::DocumentCited, &args![n]);
        self.text(&words, Role::Dim);
    }
}
