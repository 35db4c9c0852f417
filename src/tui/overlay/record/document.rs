//! A document: its requisites and everything that rests on it.

use super::Writer;
use crate::args;
use crate::domain::evidence::{Document, DocumentStatus};
use crate::domain::ids::DocumentId;
use crate::domain::record::Key;
use crate::domain::state::State;
use crate::domain::value::{Cell, Source};
use crate::locale::{Phrase, format};
use crate::tui::followup::repealing;
use crate::tui::overlay::page::{Line, paragraph, still_loading};
use crate::tui::theme::Role;

/// Uses of a document that are listed.
const MOST_USES: usize = 200;

impl Writer<'_> {
    pub(super) fn document(&mut self, id: DocumentId) {
        let Some(it) = self.app.state().documents.get(&id) else {
            return;
        };
        self.requisites(id, it);
        self.changed(Key::Document(id));
        let uses = uses(self.app.state(), id);
        self.heading(Phrase::DocumentUses);
        let waits = still_loading(
            self.app,
            &self.app.state().periods.keys().copied().collect::<Vec<_>>(),
        );
        if uses.is_empty() && waits.is_none() {
            self.lines
                .push(Line::new(self.app.say(Phrase::DocumentUnused), Role::Dim));
        }
        for key in uses.iter().take(MOST_USES) {
            let text = self.named(*key);
            match self.opened(*key) {
                Some(key) => self.item(&text, key),
                None => self
                    .lines
                    .extend(paragraph("", 1, &text, Role::Text, self.width)),
            }
        }
        if let Some(n) = uses.len().checked_sub(MOST_USES).filter(|it| *it > 0) {
            let more = self.app.say_with(Phrase::PeriodAndMore, &args![n]);
            self.lines.push(Line::new(more, Role::Dim));
        }
    }

    fn requisites(&mut self, id: DocumentId, it: &Document) {
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
        let status = match it.status {
            DocumentStatus::Repealed { on: Some(on), .. } => {
                format!("{status}, {}", format::date(on))
            }
            _ => status,
        };
        let repealing = match &it.status {
            DocumentStatus::Repealed { by, .. } => repealing::named(self.app, by, Some(id)),
            DocumentStatus::InForce => None,
        };
        match repealing {
            Some(by) => self.link(Phrase::FieldState, &status, Key::Document(by)),
            None => self.field(Phrase::FieldState, &status),
        }
        self.field(Phrase::FieldLink, &it.link);
        if matches!(it.status, DocumentStatus::Repealed { on: None, .. }) {
            let missing = self.app.say(Phrase::RepealedWhenMissing);
            self.lines.push(Line::new(missing, Role::Warning));
        }
        if it.is_incomplete() {
            self.lines.push(Line::new(
                self.app.say(Phrase::DocumentIncomplete),
                Role::Warning,
            ));
        }
    }

    /// What rests on a document, in words.
    fn named(&self, key: Key) -> String {
        let (state, narrator) = (self.app.state(), self.app.narrator());
        match key {
            Key::Decision(id) => self.decision_line(id),
            Key::Citation(id) => {
                let Some(it) = state.citations.get(&id) else {
                    return String::new();
                };
                let requirement = narrator.key(Key::Requirement(it.requirement));
                let round = state.requirements.get(&it.requirement).map(|it| it.round);
                let round = round.and_then(|id| state.rounds.get(&id));
                let requirement = match round {
                    Some(round) => self.app.say_with(
                        Phrase::RequirementInRound,
                        &args![requirement, year = round.year.to_string()],
                    ),
                    None => requirement,
                };
                let requirement = match it.retired {
                    true => format!("{requirement} · {}", self.app.say(Phrase::CitationRetired)),
                    false => requirement,
                };
                match it.pages.as_str() {
                    "" => requirement,
                    pages => {
                        let pages = self.app.say_with(Phrase::Pages, &args![pages]);
                        format!("{requirement}, {pages}")
                    }
                }
            }
            key => narrator.key(key),
        }
    }

    /// What the line of something that rests on a document opens: what has no page of its own, whose it is.
    fn opened(&self, key: Key) -> Option<Key> {
        let state = self.app.state();
        match key {
            Key::Correction(cell) => Some(Key::Value(cell)),
            Key::Appointment(id) => {
                let it = state.appointments.get(&id)?;
                Some(Key::Organisation(it.organisation))
            }
            Key::Attestation(id) => Some(Key::Person(state.attestations.get(&id)?.person)),
            Key::Candidate(id) => Some(Key::Person(state.candidates.get(&id)?.person)),
            key => Some(key),
        }
    }
}

/// Everything that rests on a document; values of the loaded periods only. Only found, so that the walk over all values is a cheap one.
fn uses(state: &State, id: DocumentId) -> Vec<Key> {
    let it = Some(id);
    let mut all: Vec<Key> = Vec::new();
    let editions = state.editions.iter().filter(|(_, of)| of.act == it);
    all.extend(editions.map(|(id, _)| Key::Edition(*id)));
    let periods = state
        .periods
        .iter()
        .filter(|(_, of)| of.approved_by == it || of.events.iter().any(|event| event.act == it));
    all.extend(periods.map(|(id, _)| Key::Period(*id)));
    let closed = state.organisations.iter();
    let closed = closed.filter(|(_, of)| of.closed_by == it);
    all.extend(closed.map(|(id, _)| Key::Organisation(*id)));
    let appointed = state.appointments.iter().filter(|(_, of)| of.act == it);
    all.extend(appointed.map(|(id, _)| Key::Appointment(*id)));
    let attested = state.attestations.iter().filter(|(_, of)| of.act == it);
    all.extend(attested.map(|(id, _)| Key::Attestation(*id)));
    let reserve = state.candidates.iter().filter(|(_, of)| of.ground == it);
    all.extend(reserve.map(|(id, _)| Key::Candidate(*id)));
    let decisions = state.decisions.iter().filter(|(_, of)| of.document == it);
    all.extend(decisions.map(|(id, _)| Key::Decision(*id)));
    let reports = state.reports.iter().filter(|(_, of)| of.document == it);
    all.extend(reports.map(|(id, _)| Key::Report(*id)));
    all.extend(state.citations_by_document.of(id).map(Key::Citation));
    let corrected = state.corrections.iter().filter(|(_, of)| of.document == id);
    all.extend(corrected.map(|(cell, _)| Key::Correction(*cell)));
    for period in state.loaded() {
        let columns = state.shard(period).into_iter().flat_map(|it| it.columns());
        for (indicator, column) in columns {
            let rest = column.iter().filter(|(_, value)| {
                value.evidence == it || value.source == Some(Source::Document(id))
            });
            all.extend(rest.map(|(subject, _)| {
                Key::Value(Cell {
                    period,
                    indicator,
                    subject: *subject,
                })
            }));
        }
    }
    all
}
