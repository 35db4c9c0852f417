//! A report of execution: when, under which number, what was done, and what becomes of the thing reported on in the same commit.

use super::document;
use super::executor;
use super::target;
use super::term;
use crate::args;
use crate::domain::command::{Command, Outcome, ReportDraft};
use crate::domain::date::Side;
use crate::domain::decide::explains;
use crate::domain::followup::{AssignmentState, RecommendationState, Report, ReportOn};
use crate::domain::ids::{ReportId, Seq};
use crate::domain::record::{Key, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::domain::text::clean_multiline;
use crate::domain::value::Cell;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::inline::join;
use crate::tui::inline::purpose::{self, Fault, Purpose, SEEN, Version};
use crate::tui::widget::form::{Field, Form};

const WHO: &str = "who";
const DATE: &str = "date";
const NUMBER: &str = "number";
const TEXT: &str = "text";
const OUTCOME: &str = "outcome";

/// The form of a report.
#[derive(Clone, Debug)]
pub struct Reporting {
    on: ReportOn,
    edits: Option<(ReportId, Seq, Report)>,
}

impl Reporting {
    /// A new report.
    #[must_use]
    pub fn new(on: ReportOn) -> Reporting {
        Reporting { on, edits: None }
    }

    /// A report to be changed; `None` if there is no such report.
    #[must_use]
    pub fn edit(app: &App, id: ReportId) -> Option<Reporting> {
        let found = app.state().reports.get(&id)?;
        Some(Reporting {
            on: found.on,
            edits: Some((id, found.stamp.rev, found.body.clone())),
        })
    }

    fn key(&self) -> Key {
        match self.on {
            ReportOn::Assignment(id) => Key::Assignment(id),
            ReportOn::Recommendation(id) => Key::Recommendation(id),
        }
    }

    /// Those who can report, by name.
    fn reporters(&self, app: &App) -> Vec<String> {
        let state = app.state();
        match self.on {
            ReportOn::Assignment(id) => (state.assignments.get(&id).into_iter())
                .flat_map(|it| &it.executors)
                .map(|it| executor::candidate(app, it).label)
                .collect(),
            ReportOn::Recommendation(id) => (state.recommendations.get(&id).into_iter())
                .flat_map(|it| &it.addressees)
                .map(|it| target::addressee(app, it))
                .collect(),
        }
    }

    /// What can become of the thing reported on; only while it waits for an end.
    fn outcomes(&self, app: &App) -> Vec<(Outcome, Phrase)> {
        let state = app.state();
        match self.on {
            ReportOn::Assignment(id)
                if (state.assignments.get(&id))
                    .is_some_and(|it| it.state == AssignmentState::Controlled) =>
            {
                vec![
                    (Outcome::AssignmentDone, Phrase::DecisionExecuted),
                    (Outcome::AssignmentNotDone, Phrase::AssignmentNotDone),
                ]
            }
            ReportOn::Recommendation(id)
                if (state.recommendations.get(&id)).is_some_and(|it| {
                    matches!(
                        it.state,
                        RecommendationState::Sent | RecommendationState::Controlled
                    )
                }) =>
            {
                [
                    (RecommendationState::Done, Phrase::RecommendationDone),
                    (
                        RecommendationState::PartlyDone,
                        Phrase::RecommendationPartlyDone,
                    ),
                    (RecommendationState::NotDone, Phrase::RecommendationNotDone),
                ]
                .map(|(state, phrase)| (Outcome::Recommendation(state), phrase))
                .to_vec()
            }
            _ => Vec::new(),
        }
    }

    /// The state that somebody gave the thing reported on, against the one chosen here.
    fn outcome_against(&self, theirs: String, form: &Form, app: &App) -> Vec<Version> {
        let chosen = form.field(OUTCOME).map(Field::told);
        let chosen = chosen.unwrap_or_else(|| app.say(Phrase::OutcomeNone));
        vec![(app.say(Phrase::LabelState), theirs, chosen)]
    }

    /// What becomes of the thing reported on.
    ///
    /// # Errors
    /// It was chosen in time, and somebody else has been faster: it can no longer come of it.
    fn outcome(&self, form: &Form, app: &App) -> Result<Option<Outcome>, Fault> {
        let Some(at) = form.choice(OUTCOME).checked_sub(1) else {
            return Ok(None);
        };
        if let Some((outcome, _)) = self.outcomes(app).into_iter().nth(at) {
            return Ok(Some(outcome));
        }
        let state = app.state();
        let now = match self.on {
            ReportOn::Assignment(id) => {
                (state.assignments.get(&id)).map(|it| app.locale.word(&it.state))
            }
            ReportOn::Recommendation(id) => {
                (state.recommendations.get(&id)).map(|it| app.locale.word(&it.state))
            }
        };
        let args = args![
            state = now.unwrap_or_default(),
            none = app.say(Phrase::OutcomeNone)
        ];
        Err(Fault::new(
            OUTCOME,
            app.say_with(Phrase::OutcomeLate, &args),
        ))
    }

    /// What differs between a report and the one typed.
    fn against(&self, theirs: &Report, form: &Form, app: &App) -> Vec<Version> {
        let narrator = app.narrator();
        let date = term::date_of(form, DATE, app, Side::Past).map(format::date);
        let mut versions = vec![
            (
                app.say(Phrase::LabelReportText),
                theirs.text.clone(),
                clean_multiline(&form.text(TEXT)),
            ),
            (
                app.say(Phrase::LabelDate),
                format::date(theirs.date),
                date.unwrap_or_else(|_| form.text(DATE)),
            ),
            (
                app.say(Phrase::LabelIncoming),
                theirs.number.clone(),
                form.text(NUMBER),
            ),
            (
                app.say(Phrase::LabelDocument),
                (theirs.document).map_or_else(String::new, |it| narrator.document(it)),
                document::told(form, app),
            ),
        ];
        if let Some(field) = form.field(WHO) {
            let at = theirs.executor.map_or(0, usize::from);
            let reporter = self.reporters(app).into_iter().nth(at);
            let label = app.say(Phrase::LabelReporter);
            versions.insert(0, (label, reporter.unwrap_or_default(), field.told()));
        }
        versions.retain(|(_, theirs, mine)| theirs != mine);
        versions
    }

    fn rev(&self, app: &App) -> Seq {
        app.state().stamp(self.key()).map_or(Seq(0), |it| it.rev)
    }
}

impl Purpose for Reporting {
    fn title(&self, app: &App) -> String {
        let what = app.narrator().key(self.key());
        app.say_with(Phrase::ReportTitle, &args![what])
    }

    fn record(&self) -> Option<Key> {
        (self.edits.as_ref()).map(|it| Key::Report(it.0))
    }

    fn place(&self) -> String {
        match (&self.edits, self.on) {
            (Some((id, ..)), _) => format!("report {}", id.0),
            (None, ReportOn::Assignment(id)) => format!("report new assignment {}", id.0),
            (None, ReportOn::Recommendation(id)) => format!("report new recommendation {}", id.0),
        }
    }

    fn cells(&self, app: &App) -> Vec<Cell> {
        super::summary::cells(app, self.key())
    }

    fn about(&self, app: &App) -> Vec<String> {
        super::summary::summary(app, self.key())
    }

    fn build(&self, app: &App) -> Form {
        let was = self.edits.as_ref().map(|it| &it.2);
        let date = was.map_or(app.now.today, |it| it.date);
        let mut fields = Vec::new();
        let reporters = self.reporters(app);
        if reporters.len() > 1 {
            let at = was.and_then(|it| it.executor).map_or(0, usize::from);
            fields.push(Field::choice(
                WHO,
                app.say(Phrase::LabelReporter),
                reporters,
                at,
            ));
        }
        // What was done comes first: the letter it came by has often no number yet.
        fields.extend([
            Field::text(
                TEXT,
                app.say(Phrase::LabelReportText),
                was.map_or("", |it| &it.text),
            ),
            Field::line(DATE, app.say(Phrase::LabelDate), &format::date(date)),
            Field::line(
                NUMBER,
                app.say(Phrase::LabelIncoming),
                was.map_or("", |it| &it.number),
            )
            .dated(DATE),
            document::field(app, Phrase::LabelDocument, was.and_then(|it| it.document)),
        ]);
        let outcomes = self.outcomes(app);
        if self.edits.is_none() && !outcomes.is_empty() {
            let mut words = vec![app.say(Phrase::OutcomeNone)];
            words.extend(outcomes.iter().map(|it| app.say(it.1)));
            fields.push(Field::choice(
                OUTCOME,
                app.say(Phrase::LabelOutcome),
                words,
                0,
            ));
        }
        let seen = match &self.edits {
            Some((_, seen, _)) => *seen,
            None => self.rev(app),
        };
        fields.push(purpose::seen_field(seen));
        Form::new(fields, app.say(Phrase::ButtonWriteReport))
    }

    fn prepare(&self, form: &mut Form, kept: &[(String, String)], app: &App) {
        document::prepare(form, OUTCOME, kept, app);
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        term::hint_date(form, DATE, app, Side::Past);
        let before = if form.field(OUTCOME).is_some() {
            OUTCOME
        } else {
            SEEN
        };
        document::renew(form, before, app);
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        if !explains(&form.text(TEXT)) {
            return Err(Fault::new(TEXT, app.say(Phrase::ReportNeedsText)));
        }
        let seen = purpose::seen(form);
        let executor = (form.field(WHO).is_some())
            .then(|| u8::try_from(form.choice(WHO)).ok())
            .flatten();
        let was = self.edits.as_ref().and_then(|it| it.2.executor);
        let closes = self.outcome(form, app)?.map(|outcome| (outcome, seen));
        let draft = ReportDraft {
            on: self.on,
            executor: executor.or(was),
            date: term::date_of(form, DATE, app, Side::Past)?,
            number: form.text(NUMBER),
            text: form.text(TEXT),
            document: document::choice(form, app)?,
            closes,
        };
        Ok(match &self.edits {
            Some((id, ..)) => Command::EditReport {
                id: *id,
                seen,
                draft,
            },
            None => Command::Report(draft),
        })
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        match field {
            RefusedField::Text => Some(TEXT),
            RefusedField::Date => Some(DATE),
            RefusedField::Number => Some(NUMBER),
            RefusedField::Document => Some(document::DOCUMENT),
            _ => None,
        }
    }

    fn versions(&self, theirs: &Record, form: &Form, app: &App) -> Vec<Version> {
        match theirs {
            Record::Report(theirs) => self.against(theirs, form, app),
            Record::Assignment(it) => self.outcome_against(app.locale.word(&it.state), form, app),
            Record::Recommendation(it) => {
                self.outcome_against(app.locale.word(&it.state), form, app)
            }
            _ => Vec::new(),
        }
    }

    fn joins(&self, theirs: &Record) -> bool {
        self.edits.is_some() && matches!(theirs, Record::Report(_))
    }

    fn join(&mut self, theirs: &Record, shown: Seq, form: &mut Form, app: &App) -> bool {
        let (Some((id, began, _)), Record::Report(theirs)) = (&self.edits, theirs) else {
            return false;
        };
        let now = Reporting {
            on: self.on,
            edits: Some((*id, shown, theirs.clone())),
        };
        let names = [WHO, TEXT, DATE, NUMBER, document::DOCUMENT];
        let base = (purpose::seen(form) == *began).then(|| self.build(app));
        let told = join::join(form, base.as_ref(), &now.build(app), &names, app);
        form.set(SEEN, &shown.0.to_string());
        *self = now;
        told
    }
}
