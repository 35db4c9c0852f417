//! Pages of the cycle: a goal, a note of analysis, a measure, a review; each with what it follows from and what followed.

use super::Writer;
use crate::domain::activity::{ActivityState, ReviewOn};
use crate::domain::ids::{ActivityId, DocumentId, GoalId, NoteId, ReviewId};
use crate::domain::record::Key;
use crate::locale::{Phrase, format};
use crate::tui::find;
use crate::tui::measures::{self, told};
use crate::tui::theme::Role;

impl Writer<'_> {
    pub(super) fn goal(&mut self, id: GoalId) {
        let state = self.app.state();
        let Some(it) = state.goals.get(&id) else {
            return;
        };
        let direction = self.app.narrator().direction_latest(it.direction);
        self.field(Phrase::FieldDirection, &direction);
        self.standing(it.retired);
        self.lacks(Key::Goal(id));
        self.field(Phrase::FieldText, &it.text);
        self.field(Phrase::FieldRelevance, &it.grounds);
        for target in &it.targets {
            let code = measures::code(state, target.indicator);
            let mut all = state.indicators.iter().rev();
            let wording = all.find(|((_, id), _)| *id == target.indicator);
            let unit = wording.map_or("", |(_, it)| it.unit.as_str());
            let name = wording.map_or("", |(_, it)| it.short.as_str());
            let number = format::number(target.number);
            let dot = self.app.theme.glyphs.dot;
            let text = format!("{code} {name}: {number} {unit} {dot} {}", target.year);
            match wording.map(|(key, _)| *key) {
                Some((edition, id)) => {
                    self.link(Phrase::FieldTargets, &text, Key::Indicator(edition, id));
                }
                None => self.field(Phrase::FieldTargets, &text),
            }
        }
        self.paper(it.document);
        self.changed(Key::Goal(id));
        let notes = state.notes.iter();
        let notes = notes.filter(|(_, note)| note.direction == it.direction && !note.retired);
        let keys: Vec<Key> = notes.map(|(id, _)| Key::AnalysisNote(*id)).collect();
        self.records(Phrase::SectionAnalysis, &keys);
    }

    pub(super) fn note(&mut self, id: NoteId) {
        let state = self.app.state();
        let Some(it) = state.notes.get(&id) else {
            return;
        };
        let narrator = self.app.narrator();
        let direction = narrator.direction_latest(it.direction);
        let dot = self.app.theme.glyphs.dot;
        let of = format!("{direction} {dot} {}", narrator.period(it.period));
        self.field(Phrase::FieldDirection, &of);
        self.field(Phrase::FieldDate, &format::date(it.on));
        self.standing(it.retired);
        self.lacks(Key::AnalysisNote(id));
        for cell in &it.about {
            self.ground(*cell);
        }
        self.field(Phrase::FieldFindings, &it.findings);
        self.field(Phrase::FieldCauses, &it.causes);
        self.field(Phrase::FieldConclusions, &it.conclusions);
        self.paper(it.document);
        self.changed(Key::AnalysisNote(id));
        let advice = it
            .about
            .iter()
            .flat_map(|it| state.recommendations_about.of(*it));
        let mut advice: Vec<Key> = advice.map(Key::Recommendation).collect();
        advice.sort_unstable();
        advice.dedup();
        self.records(Phrase::SectionRecommendations, &advice);
        let done: Vec<Key> = (state.activities_of_note.of(id))
            .map(Key::Activity)
            .collect();
        self.records(Phrase::SectionActivities, &done);
    }

    pub(super) fn activity(&mut self, id: ActivityId) {
        let state = self.app.state();
        let Some(it) = state.activities.get(&id) else {
            return;
        };
        let (app, narrator) = (self.app, self.app.narrator());
        self.field(Phrase::FieldTitle, &it.title);
        self.field(Phrase::FieldKind, &app.locale.word(&it.kind));
        let word = app.locale.word(&it.state);
        let stands = match &it.state {
            ActivityState::Cancelled { reason } => format!("{word}: {reason}"),
            _ => word,
        };
        let days = it.from.map(|from| format::days(from, it.to));
        let stands: Vec<String> = std::iter::once(stands).chain(days).collect();
        self.field(Phrase::FieldState, &stands.join(", "));
        self.lacks(Key::Activity(id));
        let direction = it.direction.map(|it| narrator.direction_latest(it));
        self.field(Phrase::FieldDirection, &direction.unwrap_or_default());
        self.field(Phrase::FieldPeriod, &narrator.period(it.period));
        for whom in &it.participants {
            let mut name = narrator.organisation(whom.organisation);
            if let Some(person) = whom.person {
                name = format!("{name}, {}", narrator.person(person));
            }
            let key = Key::Organisation(whom.organisation);
            self.link(Phrase::FieldParticipants, &name, key);
        }
        self.field(Phrase::FieldOthers, &it.others);
        self.field(Phrase::FieldOutcome, &it.outcome);
        for id in &it.documents {
            self.paper(Some(*id));
        }
        self.changed(Key::Activity(id));
        for cell in &it.about {
            self.ground(*cell);
        }
        let notes = it.notes.iter().map(|it| Key::AnalysisNote(*it));
        let advice = it.recommendations.iter().map(|it| Key::Recommendation(*it));
        let from: Vec<Key> = notes.chain(advice).collect();
        self.records(Phrase::LabelFollowsFrom, &from);
        self.reviews(ReviewOn::Activity(id));
    }

    pub(super) fn review(&mut self, id: ReviewId) {
        let state = self.app.state();
        let Some(it) = state.reviews.get(&id) else {
            return;
        };
        let app = self.app;
        let on = measures::key_of(it.on);
        self.link(Phrase::FieldReviewOn, &app.narrator().key(on), on);
        self.field(Phrase::FieldDate, &format::date(it.date));
        let effect = told::effect(app, it);
        self.field(Phrase::FieldEffect, &effect.unwrap_or_default());
        self.field(Phrase::FieldVerdict, &app.locale.word(&it.verdict));
        self.field(Phrase::FieldNextStep, &app.locale.word(&it.next));
        self.field(Phrase::FieldText, &it.text);
        self.paper(it.document);
        self.changed(Key::Review(id));
    }

    /// Reviews of something, under their heading.
    pub(super) fn reviews(&mut self, on: ReviewOn) {
        let keys: Vec<Key> = (self.app.state().reviews_on.of(on))
            .map(Key::Review)
            .collect();
        self.records(Phrase::SectionReviews, &keys);
    }

    /// Measures that follow a recommendation.
    pub(super) fn activities_after(&mut self, id: crate::domain::ids::RecommendationId) {
        let all = self.app.state().activities_after.of(id);
        let keys: Vec<Key> = all.map(Key::Activity).collect();
        self.records(Phrase::SectionActivities, &keys);
    }

    /// Records under a heading, each on a line that opens it; nothing where there are none.
    fn records(&mut self, heading: Phrase, keys: &[Key]) {
        if keys.is_empty() {
            return;
        }
        self.heading(heading);
        for key in keys {
            let text = self.record_line(*key);
            self.item(&text, *key);
        }
    }

    fn record_line(&self, key: Key) -> String {
        let (app, state) = (self.app, self.app.state());
        let dot = format!(" {} ", app.theme.glyphs.dot);
        let name = app.narrator().key(key);
        let parts = match key {
            Key::AnalysisNote(id) => match state.notes.get(&id) {
                Some(it) => vec![name, it.findings.replace('\n', " ")],
                None => vec![name],
            },
            Key::Recommendation(id) => match state.recommendations.get(&id) {
                Some(it) => vec![it.text.replace('\n', " "), app.locale.word(&it.state)],
                None => vec![name],
            },
            Key::Activity(id) => match state.activities.get(&id) {
                Some(it) => {
                    let title = std::iter::once(it.title.clone());
                    title.chain(told::activity(app, it)).collect()
                }
                None => vec![name],
            },
            Key::Review(id) => match state.reviews.get(&id) {
                Some(it) => told::review(app, it),
                None => vec![name],
            },
            _ => vec![name],
        };
        parts.join(&dot)
    }

    fn standing(&mut self, retired: bool) {
        if retired {
            let word = self.app.say(Phrase::KeptNo);
            self.field(Phrase::FieldState, &word);
        }
    }

    /// What the record lacks, as a warning.
    pub(super) fn lacks(&mut self, key: Key) {
        let found = told::lacking(self.app, key);
        let from = self.lines.len();
        self.field(Phrase::FieldLacks, &found.join("; "));
        for line in self.lines.iter_mut().skip(from) {
            for part in line.parts.iter_mut().skip(1) {
                part.1 = Role::Warning;
            }
        }
    }

    fn paper(&mut self, document: Option<DocumentId>) {
        let Some(id) = document else {
            return;
        };
        let line =
            (self.app.state().documents.get(&id)).map(|it| find::document_line(self.app, it));
        let key = Key::Document(id);
        self.link(Phrase::FieldDocument, &line.unwrap_or_default(), key);
    }
}
