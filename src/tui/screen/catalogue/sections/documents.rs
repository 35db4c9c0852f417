//! Документы: the register of papers with their requisites, and where each is used.

use super::super::section::{Column, Row, Section};
use crate::args;
use crate::domain::evidence::{Document, DocumentStatus};
use crate::domain::ids::PeriodId;
use crate::domain::record::{Key, Kind};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::CommandId;
use crate::tui::find;
use crate::tui::followup;
use crate::tui::layer::Overlay;
use crate::tui::overlay::page::Line;
use crate::tui::overlay::record;
use crate::tui::theme::Role;

/// The section.
#[derive(Debug)]
pub struct Documents;

const COLUMNS: [Column; 1] = [Column::words(Phrase::FieldDocument, 0).cut_to(24)];

impl Section for Documents {
    fn kind(&self) -> Kind {
        Kind::Document
    }

    fn title(&self) -> Phrase {
        Phrase::SectionDocuments
    }

    fn count(&self, app: &App) -> usize {
        app.state().documents.len()
    }

    fn rests_on(&self, kind: Kind) -> bool {
        kind == Kind::Document
    }

    fn columns(&self, _: Option<Key>) -> &'static [Column] {
        &COLUMNS
    }

    fn rows(&self, app: &App, _: Option<Key>) -> Vec<Row> {
        let mut all: Vec<_> = app.state().documents.iter().collect();
        all.sort_by_key(|(id, it)| std::cmp::Reverse((it.date, **id)));
        (all.into_iter())
            .map(|(id, it)| row(app, Key::Document(*id), it))
            .collect()
    }

    fn detail(&self, app: &App, key: Key, width: usize) -> Vec<Line> {
        record::lines(app, key, width)
    }

    fn empty(&self, app: &App) -> String {
        let command = hints::named(app, CommandId::AddDocument);
        app.say_with(Phrase::NoDocuments, &args![command])
    }

    fn needs(&self, app: &App, _: Key) -> Vec<PeriodId> {
        // Values of any period may rest on a document.
        app.state().periods.keys().copied().collect()
    }

    fn has_editor(&self, key: Key) -> bool {
        matches!(key, Key::Document(_))
    }

    fn editor(&self, app: &mut App, key: Key) -> Option<Box<dyn Overlay>> {
        followup::editor(app, key)
    }

    fn adds(&self) -> Option<CommandId> {
        Some(CommandId::AddDocument)
    }
}

fn row(app: &App, key: Key, it: &Document) -> Row {
    let row = Row::new(key, vec![find::document_line(app, it)]);
    let glyphs = app.theme.glyphs;
    match &it.status {
        DocumentStatus::Repealed { .. } => {
            let word = app.locale.word(&it.status);
            row.in_state(glyphs.none, word, Role::Dim).dimmed(true)
        }
        DocumentStatus::InForce if it.is_incomplete() => {
            let word = app.say(Phrase::RowIncomplete);
            row.in_state(glyphs.warning, word, Role::Warning)
        }
        DocumentStatus::InForce => row,
    }
}
