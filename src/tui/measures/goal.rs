//! The form of a goal: what is to be reached in a direction, what makes it necessary, and by which numbers it will be seen.

use super::{KEPT, joined, last, standing};
use crate::args;
use crate::domain::command::Command;
use crate::domain::cycle::{Goal, Target};
use crate::domain::cycle_command::CycleCommand;
use crate::domain::ids::{DirectionId, GoalId, IndicatorId, Seq};
use crate::domain::number::{format_typed, parse_decimal};
use crate::domain::record::{Key, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::domain::state::State;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::followup::document;
use crate::tui::inline::purpose::{self, Fault, Purpose, Version};
use crate::tui::widget::form::{Column, Field, Form, Kind, Table};

const TEXT: &str = "text";
const GROUNDS: &str = "grounds";
const TARGETS: &str = "targets";
/// The fields of which somebody else's version can be taken in.
const JOINED: [&str; 5] = [TEXT, GROUNDS, TARGETS, document::DOCUMENT, KEPT];

/// The form.
#[derive(Clone, Debug)]
pub struct Aiming {
    direction: DirectionId,
    edits: Option<(GoalId, Seq, Goal)>,
}

impl Aiming {
    /// A new goal of a direction.
    #[must_use]
    pub fn new(direction: DirectionId) -> Aiming {
        Aiming {
            direction,
            edits: None,
        }
    }

    /// A goal to be changed; `None` if there is no such goal.
    #[must_use]
    pub fn edit(app: &App, id: GoalId) -> Option<Aiming> {
        let found = app.state().goals.get(&id)?;
        Some(Aiming::of(id, found.stamp.rev, &found.body))
    }

    fn of(id: GoalId, seen: Seq, goal: &Goal) -> Aiming {
        Aiming {
            direction: goal.direction,
            edits: Some((id, seen, goal.clone())),
        }
    }

    /// The form to which a place belongs, of its words after the first.
    #[must_use]
    pub fn of_place(app: &App, words: &[&str]) -> Option<Aiming> {
        match words {
            ["new", direction] => Some(Aiming::new(DirectionId(direction.parse().ok()?))),
            [id] => Aiming::edit(app, GoalId(id.parse().ok()?)),
            _ => None,
        }
    }

    fn targets(&self, form: &Form, app: &App) -> Result<Vec<Target>, Fault> {
        let Some(Kind::Table(table)) = form.field(TARGETS).map(|it| &it.kind) else {
            return Ok(Vec::new());
        };
        let fault = |sentence: String| Fault::new(TARGETS, sentence);
        let mut targets = Vec::new();
        for row in table.rows() {
            let cell = |at: usize| row.get(at).map(String::as_str).unwrap_or_default();
            let (code, number, year) = (cell(0), cell(1), cell(2));
            let indicator = by_code(app, code)
                .ok_or_else(|| fault(app.say_with(Phrase::TargetUnknown, &args![code])))?;
            let number = parse_decimal(number).map_err(|it| {
                let why = app.locale.number_error(it).to_string();
                fault(app.say_with(Phrase::TargetNumber, &args![code, why]))
            })?;
            let year = (year.parse().ok())
                .filter(|it| (1990..=2100).contains(it))
                .ok_or_else(|| fault(app.say_with(Phrase::TargetYear, &args![code])))?;
            targets.push(Target {
                indicator,
                number,
                year,
            });
        }
        Ok(targets)
    }
}

/// The indicator of that code: in the shown period's edition, else in the last one that has it.
fn by_code(app: &App, typed: &str) -> Option<IndicatorId> {
    // On a keyboard the comma and the letters of its key stand for the point.
    let code = typed.trim().replace([',', 'ю', 'б'], ".");
    let state = app.state();
    let period = app.monitoring.chosen.period;
    let shown = period.and_then(|it| state.edition_of(it));
    let editions = shown
        .into_iter()
        .chain(state.editions.keys().rev().copied());
    let mut editions = editions.collect::<Vec<_>>().into_iter();
    editions.find_map(|edition| {
        let all = state.indicators_of(edition).into_iter();
        let mut called = all.filter(|(_, it)| it.code == code);
        called.next().map(|(id, _)| id)
    })
}

/// The code of an indicator in the last edition that has it.
#[must_use]
pub fn code(state: &State, indicator: IndicatorId) -> String {
    let mut all = state.indicators.iter().rev();
    let last = all.find(|((_, id), _)| *id == indicator);
    last.map_or_else(String::new, |(_, it)| it.code.clone())
}

impl Purpose for Aiming {
    fn title(&self, app: &App) -> String {
        match &self.edits {
            Some((id, ..)) => app.say_with(
                Phrase::RecommendationEditTitle,
                &args![what = app.narrator().key(Key::Goal(*id))],
            ),
            None => {
                let direction = app.narrator().direction_latest(self.direction);
                app.say_with(Phrase::GoalTitle, &args![direction])
            }
        }
    }

    fn record(&self) -> Option<Key> {
        self.edits.as_ref().map(|it| Key::Goal(it.0))
    }

    fn place(&self) -> String {
        match &self.edits {
            Some((id, ..)) => format!("goal {}", id.0),
            None => format!("goal new {}", self.direction.0),
        }
    }

    fn build(&self, app: &App) -> Form {
        let was = self.edits.as_ref().map(|it| &it.2);
        let column = |caption, width| Column {
            caption: app.say(caption),
            width,
        };
        let columns = vec![
            column(Phrase::CaptionTargetIndicator, 12),
            column(Phrase::CaptionTargetNumber, 12),
            column(Phrase::CaptionTargetYear, 8),
        ];
        let rows = (was.into_iter().flat_map(|it| &it.targets)).map(|it| {
            vec![
                code(app.state(), it.indicator),
                format_typed(it.number),
                it.year.to_string(),
            ]
        });
        let table = Kind::Table(Table::new(columns, rows.collect()));
        let mut fields = vec![
            Field::text(
                TEXT,
                app.say(Phrase::LabelGoal),
                was.map_or("", |it| &it.text),
            ),
            Field::text(
                GROUNDS,
                app.say(Phrase::LabelRelevance),
                was.map_or("", |it| &it.grounds),
            ),
            Field::new(TARGETS, app.say(Phrase::LabelTargets), table),
            document::field(app, Phrase::LabelDocument, was.and_then(|it| it.document)),
        ];
        fields.extend(was.map(|it| standing(app, it.retired)));
        fields.extend((self.edits.as_ref()).map(|it| purpose::seen_field(it.1)));
        let button = match &self.edits {
            Some(_) => Phrase::ButtonWriteChanges,
            None => Phrase::ButtonWriteGoal,
        };
        Form::new(fields, app.say(button))
    }

    fn prepare(&self, form: &mut Form, kept: &[(String, String)], app: &App) {
        document::prepare(form, last(form), kept, app);
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        document::renew(form, last(form), app);
        let hint = match form.field(TARGETS).is_some_and(|it| it.told().is_empty()) {
            true => app.say(Phrase::TargetsHow),
            false => String::new(),
        };
        form.hint(TARGETS, hint);
        form.hint(
            GROUNDS,
            match form.text(GROUNDS).is_empty() {
                true => app.say(Phrase::RelevanceHow),
                false => String::new(),
            },
        );
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        if form.text(TEXT).is_empty() {
            return Err(Fault::new(TEXT, app.say(Phrase::GoalNeedsText)));
        }
        let goal = Goal {
            direction: self.direction,
            text: form.text(TEXT),
            grounds: form.text(GROUNDS),
            targets: self.targets(form, app)?,
            document: None,
            retired: form.choice(KEPT) == 1,
        };
        Ok(Command::Cycle(Box::new(CycleCommand::PutGoal {
            at: self.edits.as_ref().map(|it| (it.0, purpose::seen(form))),
            goal,
            document: document::choice(form, app)?,
        })))
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        match field {
            RefusedField::Text => Some(TEXT),
            RefusedField::Relevance => Some(GROUNDS),
            RefusedField::Targets => Some(TARGETS),
            other => document::field_of(other),
        }
    }

    fn versions(&self, theirs: &Record, form: &Form, app: &App) -> Vec<Version> {
        let (Some((id, seen, _)), Record::Goal(theirs)) = (&self.edits, theirs) else {
            return Vec::new();
        };
        purpose::compared(&Aiming::of(*id, *seen, theirs).build(app), form, None)
    }

    fn joins(&self, theirs: &Record) -> bool {
        self.edits.is_some() && matches!(theirs, Record::Goal(_))
    }

    fn join(&mut self, theirs: &Record, shown: Seq, form: &mut Form, app: &App) -> bool {
        let (Some((id, began, _)), Record::Goal(theirs)) = (&self.edits, theirs) else {
            return false;
        };
        let now = Aiming::of(*id, shown, theirs);
        let base = (purpose::seen(form) == *began).then(|| self.build(app));
        let told = joined(form, base.as_ref(), &now.build(app), &JOINED, (shown, app));
        *self = now;
        told
    }
}
