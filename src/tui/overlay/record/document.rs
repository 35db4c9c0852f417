//! A document: its requisites and everything that rests on it.

use super::Writer;
use crate::args;
use crate::domain::evidence::{Document, DocumentStatus};
use crate::domain::ids::DocumentId;
use crate::domain::record::Key;
use crate::domain::value::Source;
use crate::locale::{Phrase, format};
use crate::tui::overlay::page::{Line, paragraph, still_loading};
use crate::tui::theme::Role;

/// Uses of a document that are listed.
const MOST_USES: usize = 200;

impl Writer<'_> {
    pub(super) fn document(&mut self, id: DocumentId) {
        let Some(it) = self.app.state().documents.get(&id) else {
            return;
        };
        self.requisites(it);
        self.changed(Key::Document(id));
        let uses = self.uses(id);
        self.heading(Phrase::DocumentUses);
        let waits = still_loading(
            self.app,
            &self.app.state().periods.keys().copied().collect::<Vec<_>>(),
        );
        if uses.is_empty() && waits.is_none() {
            self.lines
                .push(Line::new(self.app.say(Phrase::DocumentUnused), Role::Dim));
        }
        for (text, key) in uses.into_iter().take(MOST_USES) {
            match key {
                Some(key) => self.item(&text, key),
                None => self
                    .lines
                    .extend(paragraph("", 1, &text, Role::Text, self.width)),
            }
        }
    }

    fn requisites(&mut self, it: &Document) {
        let locale = &self.app.locale;
        self.field(Phrase::FieldKind, &locale.word(&it.kind));
        self.field(Phrase::FieldTitle, &it.title);
        self.field(
            Phrase::FieldDate,
            &(self.app.narrator().day_of_document(it)).unwrap_or_default(),
        );
        self.field(Phrase::FieldNumber, &it.number);
        self.field(Phrase::FieldIssuer, &it.issuer);
        self.field(Phrase::FieldLevel, &locale.word(&it.level));
        self.field(
            Phrase::FieldRedaction,
            &it.redaction.map(format::date).unwrap_or_default(),
        );
        let status = match &it.status {
            DocumentStatus::Repealed { by, .. } if !by.is_empty() => self
                .app
                .say_with(Phrase::DocumentRepealedBy, &args![by = by.as_str()]),
            status => locale.word(status),
        };
        self.field(Phrase::FieldState, &status);
        self.field(Phrase::FieldLink, &it.link);
        if it.is_incomplete() {
            self.lines.push(Line::new(
                self.app.say(Phrase::DocumentIncomplete),
                Role::Warning,
            ));
        }
    }

    /// Everything that rests on a document; values of the loaded periods only.
    fn uses(&self, id: DocumentId) -> Vec<(String, Option<Key>)> {
        let state = self.app.state();
        let narrator = self.app.narrator();
        let mut uses = Vec::new();
        for (key, it) in state.editions.iter() {
            if it.act == Some(id) {
                let key = Key::Edition(*key);
                uses.push((narrator.key(key), Some(key)));
            }
        }
        for (key, it) in state.appointments.iter() {
            if it.act == Some(id) {
                let name = narrator.key(Key::Appointment(*key));
                uses.push((name, Some(Key::Organisation(it.organisation))));
            }
        }
        for (key, it) in state.decisions.iter() {
            if it.document == Some(id) {
                uses.push((self.decision_line(*key), Some(Key::Decision(*key))));
            }
        }
        for (key, it) in state.reports.iter() {
            if it.document == Some(id) {
                uses.push((narrator.key(Key::Report(*key)), Some(Key::Report(*key))));
            }
        }
        for citation in state.citations_by_document.of(id) {
            if let Some(it) = state.citations.get(&citation) {
                let requirement = narrator.key(Key::Requirement(it.requirement));
                let pages = if it.pages.is_empty() {
                    String::new()
                } else {
                    format!(
                        ", {}",
                        self.app
                            .say_with(Phrase::Pages, &args![pages = it.pages.as_str()])
                    )
                };
                uses.push((format!("{requirement}{pages}"), None));
            }
        }
        for period in state.loaded() {
            let columns = state.shard(period).into_iter().flat_map(|it| it.columns());
            for (indicator, column) in columns {
                for (subject, value) in column {
                    if value.evidence == Some(id) || value.source == Some(Source::Document(id)) {
                        let cell = crate::domain::value::Cell {
                            period,
                            indicator,
                            subject: *subject,
                        };
                        uses.push((narrator.key(Key::Value(cell)), Some(Key::Value(cell))));
                    }
                }
            }
        }
        uses
    }
}
