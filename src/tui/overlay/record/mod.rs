//! A record as a page: all of a recommendation, a decision with its assignments, an assignment, a report, an objection, a collection, a
//! document with where it is used, or a record of the cycle.

mod collection;
mod cycle;
mod document;
mod objection;

use crate::args;
use crate::domain::activity::ReviewOn;
use crate::domain::followup::{
    AssignmentState, DecisionState, Prolongation, RecommendationState, ReportOn,
};
use crate::domain::ids::{AssignmentId, DecisionId, PeriodId, RecommendationId, ReportId};
use crate::domain::record::Key;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::command::table::{CommandId, Place};
use crate::tui::cycle::{citing_of, replacing_of};
use crate::tui::followup;
use crate::tui::layer::Outcome;
use crate::tui::overlay::page::{Content, Line, Page, Told, paragraph, still_loading};
use crate::tui::overlay::{chain, go};
use crate::tui::theme::Role;

/// Columns of the names of fields.
const LABEL: usize = 17;
/// The page of one record.
#[derive(Debug)]
pub struct RecordPage {
    key: Key,
}

impl RecordPage {
    /// The page of the record under a key.
    #[must_use]
    pub fn new(key: Key) -> RecordPage {
        RecordPage { key }
    }
}

impl Content for RecordPage {
    fn place(&self) -> Place {
        Place::Chain
    }

    fn shows(&self, _: &App) -> Vec<Key> {
        vec![self.key]
    }

    fn needs(&self, app: &App) -> Vec<PeriodId> {
        let state = app.state();
        match self.key {
            // Values of any period may rest on a document.
            Key::Document(_) => state.periods.keys().copied().collect(),
            Key::Collection(period, _) => vec![period],
            Key::Recommendation(id) => (state.recommendations.get(&id))
                .and_then(|it| it.ground)
                .map(|it| it.period)
                .into_iter()
                .collect(),
            key @ (Key::Decision(_) | Key::AnalysisNote(_) | Key::Activity(_)) => {
                followup::cells(app, key)
                    .iter()
                    .map(|it| it.period)
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    fn tell(&mut self, app: &App, width: usize) -> Told {
        let mut lines = lines(app, self.key, width);
        if lines.is_empty() {
            lines.push(Line::new(app.say(Phrase::RecordGone), Role::Dim));
        }
        lines.extend(still_loading(app, &self.needs(app)));
        Told {
            title: app.narrator().key(self.key),
            lines,
        }
    }

    fn command(&mut self, command: CommandId, at: Option<Key>, app: &mut App) -> Outcome {
        let among: Vec<Key> = at.into_iter().chain([self.key]).collect();
        if let Some(outcome) = followup::on_page(app, command, &among) {
            return outcome;
        }
        if let Key::Document(id) = self.key {
            let form = match command {
                CommandId::Evidence => Some(citing_of(app, id)),
                CommandId::ReplaceDocument => Some(replacing_of(app, id)),
                _ => None,
            };
            if let Some(form) = form {
                return form.map_or(Outcome::Used, Outcome::Open);
            }
        }
        match command {
            CommandId::Chain => chain::about(app, self.key).map_or(Outcome::Used, Outcome::Open),
            // Beneath the value that the record is about, never beneath whatever lies hidden below.
            CommandId::Recommend | CommandId::Decide | CommandId::Analyse | CommandId::Act => {
                let cell = match at {
                    Some(Key::Value(cell)) => Some(cell),
                    _ => followup::cells(app, self.key).first().copied(),
                };
                match (cell, go::head_of(app.state(), self.key)) {
                    (Some(cell), _) => go::to_cell(app, cell),
                    (None, Some((organisation, _))) => go::to_organisation(app, organisation),
                    (None, None) => {
                        go::nobody_here(app);
                        return Outcome::Used;
                    }
                }
                Outcome::AsideAndRun(command)
            }
            CommandId::Card => match go::head_of(app.state(), self.key) {
                Some((organisation, person)) => {
                    Outcome::Open(super::card::of(app, organisation, person))
                }
                None => Outcome::Used,
            },
            _ => Outcome::Pass,
        }
    }
}

/// Everything about a record, for any page that tells it; nothing of one that has no page.
#[must_use]
pub fn lines(app: &App, key: Key, width: usize) -> Vec<Line> {
    let mut page = Writer {
        app,
        width,
        lines: Vec::new(),
    };
    match key {
        Key::Recommendation(id) => page.recommendation(id),
        Key::Decision(id) => page.decision(id),
        Key::Assignment(id) => page.assignment(id),
        Key::Report(id) => page.report(id),
        Key::Document(id) => page.document(id),
        Key::Objection(id) => page.objection(id),
        Key::Collection(period, id) => page.collection(period, id),
        Key::Goal(id) => page.goal(id),
        Key::AnalysisNote(id) => page.note(id),
        Key::Activity(id) => page.activity(id),
        Key::Review(id) => page.review(id),
        _ => {}
    }
    page.lines
}

struct Writer<'a> {
    app: &'a App,
    width: usize,
    lines: Vec<Line>,
}

impl Writer<'_> {
    fn field(&mut self, label: Phrase, text: &str) {
        let label = self.app.say(label);
        self.lines
            .extend(paragraph(&label, LABEL, text, Role::Text, self.width));
    }

    /// A field whose first line opens a record.
    fn link(&mut self, label: Phrase, text: &str, key: Key) {
        let from = self.lines.len();
        self.field(label, text);
        if let Some(line) = self.lines.get_mut(from) {
            line.opens = Some(key);
        }
    }

    fn heading(&mut self, phrase: Phrase) {
        self.lines.push(Line::default());
        self.lines
            .push(Line::new(self.app.say(phrase), Role::Label));
    }

    fn item(&mut self, text: &str, key: Key) {
        let lines = paragraph("", 1, text, Role::Text, self.width);
        for (n, line) in lines.into_iter().enumerate() {
            self.lines
                .push(if n == 0 { line.opening(key) } else { line });
        }
    }

    fn prolongations(&mut self, moves: &[Prolongation]) {
        for it in moves {
            let text = self.app.say_with(
                Phrase::ProlongedTo,
                &args![
                    to = format::date(it.to),
                    ground = it.ground.as_str(),
                    who = self.app.narrator().user(it.by),
                    on = format::date(it.on)
                ],
            );
            self.field(Phrase::FieldProlongations, &text);
        }
    }

    fn changed(&mut self, key: Key) {
        if let Some(stamp) = self.app.state().stamp(key) {
            let text = self.app.narrator().stamp(&stamp);
            self.field(Phrase::LastChanged, &text);
        }
    }

    fn reports(&mut self, on: ReportOn) {
        let state = self.app.state();
        let ids: Vec<ReportId> = state.reports_on.of(on).collect();
        if ids.is_empty() {
            return;
        }
        self.heading(Phrase::FieldReports);
        for id in ids {
            if let Some(it) = state.reports.get(&id) {
                let number = chain::incoming(self.app, &it.number)
                    .map(|it| format!(", {it}"))
                    .unwrap_or_default();
                let text = format!("{}{number}  {}", format::date(it.date), it.text);
                self.item(&text, Key::Report(id));
            }
        }
    }

    fn recommendation(&mut self, id: RecommendationId) {
        let state = self.app.state();
        let Some(it) = state.recommendations.get(&id) else {
            return;
        };
        let narrator = self.app.narrator();
        let word = self.app.locale.word(&it.state);
        let text = match &it.state {
            RecommendationState::Released { reason } => format!("{word}: {reason}"),
            _ => word,
        };
        self.field(Phrase::FieldState, &text);
        for whom in &it.addressees {
            let mut name = narrator.organisation(whom.organisation);
            if let Some(person) = whom.person {
                name = format!("{name}, {}", narrator.person(person));
            }
            self.link(
                Phrase::FieldAddressees,
                &name,
                Key::Organisation(whom.organisation),
            );
        }
        if let Some(cell) = it.ground {
            self.ground(cell);
        }
        self.field(Phrase::FieldText, &it.text);
        self.field(Phrase::FieldExpected, &it.expected);
        self.field(Phrase::FieldDue, &narrator.term(it.due, &it.prolongations));
        self.prolongations(&it.prolongations);
        if let Some(sent) = &it.sent {
            let text = self.app.say_with(
                Phrase::SentAs,
                &args![
                    number = sent.number.as_str(),
                    date = format::date(sent.date)
                ],
            );
            self.field(Phrase::FieldSent, &text);
        }
        if let Some(day) = it.closed_on {
            self.field(Phrase::FieldClosedOn, &format::date(day));
        }
        self.changed(Key::Recommendation(id));
        let decisions: Vec<DecisionId> = state.decisions_after.of(id).collect();
        if !decisions.is_empty() {
            self.heading(Phrase::FieldDecisions);
            for id in decisions {
                let text = self.decision_line(id);
                self.item(&text, Key::Decision(id));
            }
        }
        self.reports(ReportOn::Recommendation(id));
        self.activities_after(id);
        self.reviews(ReviewOn::Recommendation(id));
    }

    fn ground(&mut self, cell: crate::domain::value::Cell) {
        let narrator = self.app.narrator();
        let mut text = narrator.cell(cell);
        if let Some(value) = self.app.state().value(cell) {
            text = format!("{text}: {}", narrator.entry(cell, &value.entry));
        }
        self.link(Phrase::FieldGround, &text, Key::Value(cell));
    }

    fn decision_line(&self, id: DecisionId) -> String {
        let narrator = self.app.narrator();
        let Some(it) = self.app.state().decisions.get(&id) else {
            return narrator.decision(id);
        };
        let dot = self.app.theme.glyphs.dot;
        let state = self.app.locale.word(&it.state);
        // Without an act the decision is called by its title already.
        match it.document {
            Some(_) if !it.title.is_empty() => {
                format!("{} {dot} {} {dot} {state}", it.title, narrator.decision(id))
            }
            _ => format!("{} {dot} {state}", narrator.decision(id)),
        }
    }

    fn decision(&mut self, id: DecisionId) {
        let state = self.app.state();
        let Some(it) = state.decisions.get(&id) else {
            return;
        };
        let word = self.app.locale.word(&it.state);
        let text = match &it.state {
            DecisionState::Cancelled { by } => format!("{word}: {by}"),
            _ => word,
        };
        self.field(Phrase::FieldTitle, &it.title);
        self.field(Phrase::FieldState, &text);
        if let Some(document) = it.document {
            let line = state
                .documents
                .get(&document)
                .map(|it| crate::tui::find::document_line(self.app, it));
            self.link(
                Phrase::FieldDocument,
                &line.unwrap_or_default(),
                Key::Document(document),
            );
        }
        self.field(Phrase::FieldReason, &it.reason);
        self.field(Phrase::FieldControl, &it.control);
        for cell in &it.grounds {
            self.ground(*cell);
        }
        for id in &it.recommendations {
            let text = self.app.narrator().key(Key::Recommendation(*id));
            self.link(Phrase::KindRecommendation, &text, Key::Recommendation(*id));
        }
        self.changed(Key::Decision(id));
        let assignments: Vec<AssignmentId> = state.assignments_of.of(id).collect();
        if !assignments.is_empty() {
            self.heading(Phrase::FieldAssignments);
        }
        for id in assignments {
            let Some(it) = state.assignments.get(&id) else {
                continue;
            };
            let narrator = self.app.narrator();
            let who: Vec<String> = it
                .executors
                .iter()
                .map(|it| narrator.executor(it))
                .collect();
            let dot = self.app.theme.glyphs.dot;
            let text = format!(
                "{} {}  {} {dot} {} {dot} {}",
                it.number,
                it.text,
                who.join(", "),
                narrator.term(it.due, &it.prolongations),
                self.assignment_state(&it.state),
            );
            self.item(&text, Key::Assignment(id));
        }
        self.reviews(ReviewOn::Decision(id));
    }

    fn assignment_state(&self, state: &AssignmentState) -> String {
        let word = self.app.locale.word(state);
        match state {
            AssignmentState::DoneInTime { on } | AssignmentState::DoneLate { on } => {
                format!("{word}, {}", format::date(*on))
            }
            AssignmentState::Released { reason, by } => {
                format!("{word}: {reason} ({})", self.app.narrator().user(*by))
            }
            AssignmentState::Controlled | AssignmentState::NotDone => word,
        }
    }

    fn assignment(&mut self, id: AssignmentId) {
        let Some(it) = self.app.state().assignments.get(&id) else {
            return;
        };
        let narrator = self.app.narrator();
        self.field(Phrase::FieldState, &self.assignment_state(&it.state));
        let text = self.decision_line(it.decision);
        self.link(Phrase::KindDecision, &text, Key::Decision(it.decision));
        self.field(Phrase::FieldNumber, &it.number);
        self.field(Phrase::FieldText, &it.text);
        let who: Vec<String> = it
            .executors
            .iter()
            .map(|it| narrator.executor(it))
            .collect();
        self.field(Phrase::FieldExecutors, &who.join(", "));
        self.field(Phrase::FieldDue, &narrator.term(it.due, &it.prolongations));
        self.prolongations(&it.prolongations);
        self.changed(Key::Assignment(id));
        self.reports(ReportOn::Assignment(id));
    }

    fn report(&mut self, id: ReportId) {
        let state = self.app.state();
        let Some(it) = state.reports.get(&id) else {
            return;
        };
        let narrator = self.app.narrator();
        let on = match it.on {
            ReportOn::Assignment(id) => Key::Assignment(id),
            ReportOn::Recommendation(id) => Key::Recommendation(id),
        };
        self.link(Phrase::ReportAbout, &narrator.key(on), on);
        self.field(Phrase::FieldDate, &format::date(it.date));
        self.field(Phrase::FieldNumber, &it.number);
        self.field(Phrase::FieldText, &it.text);
        if let Some(document) = it.document {
            self.link(
                Phrase::FieldDocument,
                &narrator.document(document),
                Key::Document(document),
            );
        }
        self.changed(Key::Report(id));
    }
}

/// The page of a record as a layer.
#[must_use]
pub fn of(app: &App, key: Key) -> Box<dyn crate::tui::layer::Overlay> {
    Box::new(Page::new(RecordPage::new(key), app))
}
