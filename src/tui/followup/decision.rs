//! Writing a decision with its assignments: new, as a draft or with its act, or anew over one that is there.

use crossterm::event::{KeyCode, KeyEvent};

use super::assignment::{self, Common};
use super::document;
use super::executor;
use super::target::{self, Target};
use crate::analysis::related;
use crate::args;
use crate::domain::command::{Command, DecisionDraft};
use crate::domain::followup::{Assignment, Decision, DecisionState, Executor};
use crate::domain::ids::{AssignmentId, DecisionId, PeriodId, RecommendationId, Seq};
use crate::domain::record::{Key, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::domain::value::Cell;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::CommandId;
use crate::tui::inline::join;
use crate::tui::inline::purpose::{self, Fault, Purpose, SEEN, Version};
use crate::tui::text;
use crate::tui::widget::form::{Field, Form, Kind, Tick};

const TITLE: &str = "title";
const REASON: &str = "reason";
const CONTROL: &str = "control";
const AFTER: &str = "after";

/// The form of a decision.
#[derive(Clone, Debug)]
pub struct Deciding {
    edits: Option<(DecisionId, Seq, Decision)>,
    common: Common,
    /// Values it is about.
    grounds: Vec<Cell>,
    /// Recommendations it may follow.
    offered: Vec<RecommendationId>,
    /// Whether the form names an act: what is written then is signed.
    acted: bool,
}

impl Deciding {
    /// A new decision about these rows.
    #[must_use]
    pub fn new(app: &App, period: PeriodId, targets: Vec<Target>, grounds: Vec<Cell>) -> Deciding {
        let offered = following(app, &grounds);
        Deciding {
            edits: None,
            common: Common { period, targets },
            grounds,
            offered,
            acted: false,
        }
    }

    /// A decision to be changed; `None` if there is no such decision.
    #[must_use]
    pub fn edit(app: &App, id: DecisionId) -> Option<Deciding> {
        let found = app.state().decisions.get(&id)?;
        let mut deciding = Deciding {
            common: Common {
                period: found.period,
                targets: Vec::new(),
            },
            grounds: found.grounds.clone(),
            edits: Some((id, found.stamp.rev, found.body.clone())),
            offered: following(app, &found.grounds),
            acted: found.document.is_some(),
        };
        deciding.offer(&found.recommendations);
        Some(deciding)
    }

    /// Offers what the decision follows already beside what it may follow.
    pub(super) fn offer(&mut self, followed: &[RecommendationId]) {
        for id in followed {
            if !self.offered.contains(id) {
                self.offered.push(*id);
            }
        }
    }

    fn present<'a>(&self, app: &'a App) -> Vec<(AssignmentId, Seq, &'a Assignment)> {
        let Some((id, ..)) = &self.edits else {
            return Vec::new();
        };
        let state = app.state();
        let mut found: Vec<_> = (state.assignments_of.of(*id))
            .filter_map(|id| {
                state
                    .assignments
                    .get(&id)
                    .map(|it| (id, it.stamp.rev, &it.body))
            })
            .collect();
        found.sort_by_key(|(_, _, it)| crate::domain::text::collation_key(&it.number));
        found
    }

    fn ticks(&self, app: &App) -> Vec<Tick> {
        let state = app.state();
        let follows = self.edits.as_ref().map(|it| &it.2.recommendations);
        (self.offered.iter())
            .filter_map(|id| {
                let it = state.recommendations.get(id)?;
                let due = app.narrator().term(it.due, &it.prolongations);
                let first = it.text.lines().next().unwrap_or("");
                let first = text::cut(first, 60, app.theme.glyphs.ellipsis);
                Some(Tick {
                    token: id.0.to_string(),
                    label: format!("{first} · {due} · {}", app.locale.word(&it.state)),
                    on: follows.is_none_or(|all| all.contains(id)),
                })
            })
            .collect()
    }
}

/// Recommendations grounded on these values, the latest first.
fn following(app: &App, grounds: &[Cell]) -> Vec<RecommendationId> {
    let all = app.state().recommendations.iter().rev();
    all.filter(|(_, it)| it.ground.is_some_and(|it| grounds.contains(&it)))
        .map(|(id, _)| *id)
        .collect()
}

impl Purpose for Deciding {
    fn title(&self, app: &App) -> String {
        if let Some((id, ..)) = &self.edits {
            let what = app.narrator().decision(*id);
            return app.say_with(Phrase::RecommendationEditTitle, &args![what]);
        }
        match self.common.targets.as_slice() {
            [] => app.say(Phrase::NewDecisionTitle),
            [one] => app.say_with(Phrase::DecisionTitle, &args![whom = one.name(app)]),
            many => app.say_with(Phrase::DecisionTitleMarked, &args![n = many.len()]),
        }
    }

    fn record(&self) -> Option<Key> {
        (self.edits.as_ref()).map(|it| Key::Decision(it.0))
    }

    fn beside(&self, since: Seq, app: &App) -> Option<String> {
        let cells = self.grounds.iter();
        let keys = cells.flat_map(|it| related::decisions_about(app.state(), *it));
        super::recorded_since(app, keys.map(Key::Decision), since)
    }

    fn place(&self) -> String {
        if let Some((id, ..)) = &self.edits {
            return format!("decision {}", id.0);
        }
        let period = self.common.period.0;
        match (self.common.targets.as_slice(), self.grounds.first()) {
            ([], Some(cell)) => format!("decision new {period}/municipality.{}", cell.indicator.0),
            (targets, _) => format!("decision new {period}/{}", target::whom(targets)),
        }
    }

    fn cells(&self, _: &App) -> Vec<Cell> {
        self.grounds.clone()
    }

    fn about(&self, app: &App) -> Vec<String> {
        target::about_cells(app, &self.grounds)
    }

    fn build(&self, app: &App) -> Form {
        let was = self.edits.as_ref().map(|it| &it.2);
        let text_of = |f: fn(&Decision) -> &str| was.map_or("", f);
        let mut fields = vec![
            Field::line(
                TITLE,
                app.say(Phrase::LabelDecisionTitle),
                text_of(|it| &it.title),
            ),
            Field::text(
                REASON,
                app.say(Phrase::LabelReason),
                text_of(|it| &it.reason),
            ),
            document::field(app, Phrase::LabelAct, was.and_then(|it| it.document)),
            Field::line(
                CONTROL,
                app.say(Phrase::LabelControl),
                text_of(|it| &it.control),
            ),
        ];
        let ticks = self.ticks(app);
        if !ticks.is_empty() {
            let kind = Kind::Ticks {
                items: ticks,
                at: 0,
            };
            fields.push(Field::new(AFTER, app.say(Phrase::LabelAfter), kind));
        }
        let present = self.present(app);
        for (n, it) in present.iter().enumerate() {
            fields.extend(assignment::fields(
                app,
                &self.common,
                n,
                &it.2.number,
                Some(*it),
            ));
        }
        if self.edits.is_none() {
            fields.extend(assignment::fields(app, &self.common, 0, "1", None));
        }
        let add = app.say(Phrase::ButtonAddAssignment);
        fields.push(Field::new(assignment::ADD, add, Kind::Action));
        fields.extend((self.edits.as_ref()).map(|it| purpose::seen_field(it.1)));
        Form::new(fields, app.say(Phrase::ButtonWriteDecisionDraft))
    }

    fn prepare(&self, form: &mut Form, kept: &[(String, String)], app: &App) {
        assignment::prepare(form, kept, app, &self.common);
        document::prepare(form, CONTROL, kept, app);
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        document::renew(form, CONTROL, app);
        assignment::renew(form, app);
        self.acted = document::is_named(form);
        let button = match &self.edits {
            Some(_) => Phrase::ButtonWriteChanges,
            None if !self.acted => Phrase::ButtonWriteDecisionDraft,
            None => Phrase::ButtonWriteDecisionSigned,
        };
        form.button = app.say(button);
    }

    fn act(&mut self, action: &str, form: &mut Form, app: &App) {
        if action == assignment::ADD {
            assignment::add(form, app, &self.common);
        }
    }

    fn key(&mut self, key: KeyEvent, form: &mut Form, app: &App) -> bool {
        match key.code {
            KeyCode::F(8) => assignment::remove(form),
            KeyCode::Insert => {
                assignment::add(form, app, &self.common);
                true
            }
            _ => false,
        }
    }

    fn hints(&self, form: &Form, app: &App) -> Vec<(String, String)> {
        let mut hints = vec![("Insert".to_owned(), app.say(Phrase::FormKeyAddAssignment))];
        if assignment::can_remove(form) {
            hints.push(("F8".to_owned(), app.say(Phrase::FormKeyRemoveAssignment)));
        }
        hints
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        for (name, phrase) in [
            (TITLE, Phrase::DecisionNeedsTitle),
            (REASON, Phrase::DecisionNeedsReason),
        ] {
            if form.text(name).is_empty() {
                return Err(Fault::new(name, app.say(phrase)));
            }
        }
        executor::check_name(form, CONTROL, app)?;
        let ticked = form.tokens(AFTER);
        let draft = DecisionDraft {
            title: form.text(TITLE),
            period: self.common.period,
            grounds: self.grounds.clone(),
            recommendations: (self.offered.iter().copied())
                .filter(|it| ticked.contains(&it.0.to_string()))
                .collect(),
            reason: form.text(REASON),
            document: document::choice(form, app)?,
            control: form.text(CONTROL),
            assignments: assignment::read(form, app, &self.common)?,
        };
        Ok(match &self.edits {
            Some((id, ..)) => Command::EditDecision {
                id: *id,
                seen: purpose::seen(form),
                draft,
            },
            None => Command::Decide(draft),
        })
    }

    fn next(&self, app: &App) -> Option<String> {
        let written = self.edits.as_ref().map(|(id, ..)| id);
        let state = match written {
            Some(id) => app.state().decisions.get(id)?.state.clone(),
            None if self.acted => DecisionState::Signed,
            None => DecisionState::Draft,
        };
        let phrase = match state {
            DecisionState::Draft => Phrase::DecisionIsDraft,
            DecisionState::Signed => Phrase::DecisionIsSigned,
            _ => return None,
        };
        let key = hints::key(app, CommandId::NextState);
        Some(app.say_with(phrase, &args![key]))
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        match field {
            RefusedField::Reason => Some(REASON),
            RefusedField::Control => Some(CONTROL),
            RefusedField::Assignments => Some(assignment::ADD),
            RefusedField::Document | RefusedField::Date | RefusedField::Number => {
                document::field_of(field)
            }
            _ => None,
        }
    }

    fn versions(&self, theirs: &Record, form: &Form, app: &App) -> Vec<Version> {
        let narrator = app.narrator();
        let executors = |all: &[Executor]| -> String {
            let all: Vec<String> = all.iter().map(|it| narrator.executor(it)).collect();
            all.join(", ")
        };
        let mut versions = match theirs {
            Record::Decision(theirs) => {
                let advice = |ids: &mut dyn Iterator<Item = RecommendationId>| {
                    let texts = ids.filter_map(|it| app.state().recommendations.get(&it));
                    let texts: Vec<&str> = texts.map(|it| it.text.as_str()).collect();
                    texts.join("; ")
                };
                let ticked = form.tokens(AFTER);
                let mine =
                    (self.offered.iter().copied()).filter(|it| ticked.contains(&it.0.to_string()));
                vec![
                    (
                        app.say(Phrase::LabelDecisionTitle),
                        theirs.title.clone(),
                        form.text(TITLE),
                    ),
                    (
                        app.say(Phrase::LabelReason),
                        theirs.reason.clone(),
                        form.text(REASON),
                    ),
                    (
                        app.say(Phrase::LabelControl),
                        theirs.control.clone(),
                        form.text(CONTROL),
                    ),
                    (
                        app.say(Phrase::FieldDocument),
                        (theirs.document).map_or_else(String::new, |it| narrator.document(it)),
                        document::told(form, app),
                    ),
                    (
                        app.say(Phrase::LabelAfter),
                        advice(&mut theirs.recommendations.iter().copied()),
                        advice(&mut mine.into_iter()),
                    ),
                ]
            }
            Record::Assignment(theirs) => {
                let Some((id, ..)) = (self.present(app).into_iter()).find(|it| it.2 == theirs)
                else {
                    return Vec::new();
                };
                let Some(mine) = assignment::draft_of(form, app, &self.common, id) else {
                    return Vec::new();
                };
                vec![
                    (
                        app.say(Phrase::LabelAssignmentNumber),
                        theirs.number.clone(),
                        mine.number,
                    ),
                    (
                        app.say(Phrase::LabelAssignmentText),
                        theirs.text.clone(),
                        mine.text,
                    ),
                    (
                        app.say(Phrase::LabelDue),
                        narrator.term(theirs.due, &theirs.prolongations),
                        narrator.due(mine.due),
                    ),
                    (
                        app.say(Phrase::LabelExecutors),
                        executors(&theirs.executors),
                        executors(&mine.executors),
                    ),
                ]
            }
            _ => return Vec::new(),
        };
        versions.retain(|(_, theirs, mine)| theirs != mine);
        versions
    }

    fn joins(&self, theirs: &Record) -> bool {
        matches!(theirs, Record::Decision(_))
    }

    /// The assignments stay as they are typed here: each is a record of its own.
    fn join(&mut self, theirs: &Record, shown: Seq, form: &mut Form, app: &App) -> bool {
        let (Some((id, began, _)), Record::Decision(theirs)) = (&self.edits, theirs) else {
            return false;
        };
        let mut now = Deciding {
            edits: Some((*id, shown, theirs.clone())),
            ..self.clone()
        };
        now.offer(&theirs.recommendations);
        let names = [TITLE, REASON, document::DOCUMENT, CONTROL, AFTER];
        let base = (purpose::seen(form) == *began).then(|| self.build(app));
        let told = join::join(form, base.as_ref(), &now.build(app), &names, app);
        form.set(SEEN, &shown.0.to_string());
        *self = now;
        told
    }

    fn rest_on(&mut self, key: Key, seen: Seq, form: &mut Form) {
        match key {
            Key::Assignment(id) => assignment::rest_on(form, id, seen),
            _ => form.set(SEEN, &seen.0.to_string()),
        }
    }
}
