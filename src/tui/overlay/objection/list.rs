//! All objections on a page, those without an answer first: whose, about which period, how each stands and what is objected to.

use super::told;
use crate::args;
use crate::domain::record::Key;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::{CommandId, Place};
use crate::tui::layer::Outcome;
use crate::tui::overlay::page::{Content, Line, Page, Told};
use crate::tui::text;
use crate::tui::theme::Role;

/// Opens the page.
pub fn open(app: &mut App) {
    let page = Page::new(Objections, app);
    app.open(Box::new(page));
}

/// What is on the page.
#[derive(Debug)]
struct Objections;

impl Content for Objections {
    fn place(&self) -> Place {
        Place::Chain
    }

    fn tell(&mut self, app: &App, width: usize) -> Told {
        let mut all: Vec<_> = app.state().objections.iter().collect();
        all.sort_by_key(|(id, it)| (it.answer.is_some(), it.due, **id));
        let dot = app.theme.glyphs.dot;
        let mut lines = Vec::new();
        for (id, it) in &all {
            let narrator = app.narrator();
            let whose = [
                Some(narrator.organisation(it.organisation)),
                it.person.map(|it| narrator.person(it)),
                Some(narrator.period(it.period)),
            ];
            let whose: Vec<String> = whose.into_iter().flatten().collect();
            let mut told = told(app, **id, it, width);
            let whose = whose.join(&format!(" {dot} "));
            let whose = text::cut(&whose, width.saturating_sub(2), app.theme.glyphs.ellipsis);
            told.insert(1, Line::new("  ", Role::Text).and(whose, Role::Text));
            lines.extend(told);
        }
        if all.is_empty() {
            let command = hints::named(app, CommandId::Objection);
            let said = app.say_with(Phrase::NoObjections, &args![command]);
            lines.extend(
                text::wrap(&said, width)
                    .into_iter()
                    .map(|it| Line::new(it, Role::Dim)),
            );
        }
        let title = app.say(Phrase::CommandObjections);
        Told { title, lines }
    }

    fn command(&mut self, command: CommandId, at: Option<Key>, app: &mut App) -> Outcome {
        match (command, at) {
            (CommandId::Edit, Some(Key::Objection(id))) => super::edit(app, id),
            (CommandId::Objections, _) => Outcome::Used,
            _ => Outcome::Pass,
        }
    }
}
