//! Замечания: everything that is wrong with an edition, what keeps it from being published first; Enter leads to the record and its field.

use super::{at_field, counted_in_words, draft_of, edition_of};
use crate::args;
use crate::domain::decide::Deed;
use crate::domain::ids::EditionId;
use crate::domain::record::{Key, Kind};
use crate::domain::soundness::{Part, Problem, problems};
use crate::locale::Phrase;
use crate::service::link::News;
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::{CommandId, Place};
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::overlay::page::{Content, Line, Page, Told, paragraph};
use crate::tui::rights::can;
use crate::tui::screen::catalogue::Catalogue;
use crate::tui::theme::Role;

/// Columns before what is wrong.
const INDENT: usize = 3;

/// Opens the list of an edition.
pub fn open(app: &mut App, key: Key) {
    if let Some(edition) = edition_of(key) {
        let page = of(app, edition);
        app.open(page);
    }
}

/// The list as a layer.
#[must_use]
pub fn of(app: &App, edition: EditionId) -> Box<dyn Overlay> {
    let lines = Vec::new();
    Box::new(Page::new(Remarks { edition, lines }, app))
}

#[derive(Debug)]
struct Remarks {
    edition: EditionId,
    /// The field that each line leads to.
    lines: Vec<Option<Part>>,
}

impl Remarks {
    fn tell_all(&self, app: &App, all: &[Problem], width: usize) -> Vec<(Line, Option<Part>)> {
        let mut out = Vec::new();
        let mut above = None;
        for it in all {
            let is_fault = it.is_fault();
            let glyphs = app.theme.glyphs;
            let (heading, sign, role) = match is_fault {
                true => (Phrase::HeadingFaults, glyphs.failed, Role::Error),
                false => (Phrase::HeadingRemarks, glyphs.warning, Role::Warning),
            };
            if above != Some(is_fault) {
                if above.is_some() {
                    out.push((Line::default(), None));
                }
                out.push((Line::new(app.say(heading), Role::Label), None));
                above = Some(is_fault);
            }
            let name = match it.key {
                Key::Edition(_) => app.say(Phrase::EditionAsWhole),
                key => app.narrator().title_of(key),
            };
            let first = Line::new(format!("{sign} "), role)
                .and(name, Role::Text)
                .opening(it.key);
            out.push((first, Some(it.part)));
            let what = paragraph(
                "",
                INDENT - 1,
                &app.narrator().trouble(it),
                Role::Dim,
                width,
            );
            out.extend(what.into_iter().map(|it| (it, None)));
        }
        out
    }
}

impl Content for Remarks {
    fn place(&self) -> Place {
        Place::Page
    }

    fn tell(&mut self, app: &App, width: usize) -> Told {
        let all = problems(app.state(), self.edition);
        let mut lines = vec![
            (
                Line::new(counted_in_words(app, self.edition), Role::Text),
                None,
            ),
            (Line::default(), None),
        ];
        lines.extend(self.tell_all(app, &all, width));
        let key = Key::Edition(self.edition);
        let publishes = draft_of(app, key).is_some() && can(app, &Deed::Administer);
        if publishes && !all.iter().any(Problem::is_fault) {
            let way = hints::named(app, CommandId::PublishEdition);
            let may = app.say_with(Phrase::EditionMayBePublished, &args![way]);
            lines.push((Line::default(), None));
            lines.push((Line::new(may, Role::Good), None));
        }
        let (lines, parts) = lines.into_iter().unzip();
        self.lines = parts;
        let edition = app.narrator().key(Key::Edition(self.edition));
        Told {
            title: app.say_with(Phrase::RemarksOf, &args![edition]),
            lines,
        }
    }

    fn open_line(&mut self, line: usize, key: Key, app: &mut App) -> Outcome {
        let part = self.lines.get(line).copied().flatten();
        // What is wrong with all that a record holds is mended in the tree, beneath it.
        if part == Some(Part::Whole) {
            if app.catalogue.inside != Some(key) {
                Catalogue::show(app, key);
            }
            return Outcome::Close;
        }
        at_field(app, key, part).map_or(Outcome::Used, Outcome::Open)
    }

    fn command(&mut self, command: CommandId, _: Option<Key>, app: &mut App) -> Outcome {
        match command {
            CommandId::PublishEdition => {
                super::publishing::open(app, Key::Edition(self.edition));
                Outcome::Used
            }
            _ => Outcome::Pass,
        }
    }

    fn news(&mut self, news: &News, _: &mut App) -> bool {
        match news {
            News::Committed(commit) => (commit.changes.iter()).any(|it| {
                matches!(
                    it.key.kind(),
                    Kind::Edition
                        | Kind::Direction
                        | Kind::Indicator
                        | Kind::Rule
                        | Kind::BaseQuantity
                )
            }),
            _ => false,
        }
    }
}
