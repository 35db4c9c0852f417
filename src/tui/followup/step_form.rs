//! What a step asks for: an outgoing number, a day, a reason, a new date, an act.

use super::document;
use super::steps::{Input, Step};
use super::term;
use crate::domain::command::Command;
use crate::domain::date::Side;
use crate::domain::ids::Seq;
use crate::domain::record::{Key, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::domain::value::Cell;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::inline::purpose::{self, Fault, Purpose, SEEN, Version};
use crate::tui::widget::form::{Field, Form};

const DATE: &str = "date";
const NUMBER: &str = "number";
const TEXT: &str = "text";

/// The form of a step.
#[derive(Clone, Debug)]
pub struct Stepping {
    key: Key,
    step: Step,
    seen: Seq,
    /// The state that the person has seen, in words.
    was: String,
}

impl Stepping {
    /// The form of a step of a record as it is now.
    #[must_use]
    pub fn new(app: &App, key: Key, step: Step) -> Stepping {
        let state = app.state();
        Stepping {
            key,
            step,
            seen: state.stamp(key).map_or(Seq(0), |it| it.rev),
            was: (state.record(key)).map_or_else(String::new, |(it, _)| state_word(app, &it)),
        }
    }

    fn side(&self) -> Side {
        if self.step == Step::Prolong {
            Side::Coming
        } else {
            Side::Past
        }
    }
}

/// The state of a record in a word.
#[must_use]
pub fn state_word(app: &App, record: &Record) -> String {
    match record {
        Record::Recommendation(it) => app.locale.word(&it.state),
        Record::Decision(it) => app.locale.word(&it.state),
        Record::Assignment(it) => app.locale.word(&it.state),
        _ => String::new(),
    }
}

impl Purpose for Stepping {
    fn title(&self, app: &App) -> String {
        let what = app.narrator().key(self.key);
        format!("{} · {what}", app.say(self.step.title(self.key)))
    }

    fn record(&self) -> Option<Key> {
        Some(self.key)
    }

    fn place(&self) -> String {
        let id = self.key.own_id().unwrap_or_default();
        format!("step {} {} {id}", self.step.name(), self.key.kind().name())
    }

    fn cells(&self, app: &App) -> Vec<Cell> {
        super::summary::cells(app, self.key)
    }

    fn about(&self, app: &App) -> Vec<String> {
        super::summary::summary(app, self.key)
    }

    fn build(&self, app: &App) -> Form {
        let today = format::date(app.now.today);
        let date = |label: Phrase, text: &str| Field::line(DATE, app.say(label), text);
        let text = |label: Phrase| Field::text(TEXT, app.say(label), "");
        let mut fields = match self.step {
            Step::Send => vec![
                Field::line(NUMBER, app.say(Phrase::LabelOutgoing), "").dated(DATE),
                date(Phrase::LabelDate, &today),
            ],
            Step::Release if matches!(self.key, Key::Recommendation(_)) => {
                vec![text(Phrase::LabelReason), date(Phrase::LabelDate, &today)]
            }
            Step::Release => vec![text(Phrase::LabelReason)],
            Step::Prolong => vec![date(Phrase::LabelNewTerm, ""), text(Phrase::LabelGround)],
            Step::Sign => vec![document::field(app, Phrase::LabelAct, self.act(app))],
            Step::Cancel => vec![Field::line(TEXT, app.say(Phrase::LabelCancelledBy), "")],
            _ => vec![date(Phrase::LabelDate, &today)],
        };
        fields.push(purpose::seen_field(self.seen));
        Form::new(fields, app.say(self.step.title(self.key)))
    }

    fn prepare(&self, form: &mut Form, kept: &[(String, String)], app: &App) {
        document::prepare(form, SEEN, kept, app);
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        term::hint_date(form, DATE, app, self.side());
        if self.step == Step::Sign {
            document::renew(form, SEEN, app);
        }
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        // At fault is the first field from above: the new date stands before its ground.
        if self.step == Step::Prolong {
            term::date_of(form, DATE, app, self.side())?;
        }
        for (name, phrase) in [
            (NUMBER, Phrase::StepNeedsNumber),
            (TEXT, Phrase::StepNeedsReason),
        ] {
            if form.field(name).is_some() && form.text(name).is_empty() {
                return Err(Fault::new(name, app.say(phrase)));
            }
        }
        let date = match form.field(DATE) {
            Some(_) => term::date_of(form, DATE, app, self.side())?,
            None => app.now.today,
        };
        let document = if self.step == Step::Sign {
            let chosen = document::choice(form, app)?;
            let fault = || Fault::new(document::DOCUMENT, app.say(Phrase::StepNeedsAct));
            Some(chosen.ok_or_else(fault)?)
        } else {
            None
        };
        let input = Input {
            date,
            number: form.text(NUMBER),
            text: form.text(TEXT),
            document,
        };
        let command = self.step.command(self.key, purpose::seen(form), &input);
        command.ok_or_else(|| Fault::new(DATE, app.say(Phrase::NoStepsNow)))
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        match (field, self.step) {
            (RefusedField::Number, Step::Send) => Some(NUMBER),
            (RefusedField::Reason | RefusedField::Ground, _) => Some(TEXT),
            (RefusedField::Document, Step::Cancel) => Some(TEXT),
            (RefusedField::Date | RefusedField::Due, step) if step != Step::Sign => Some(DATE),
            (field, Step::Sign) => document::field_of(field),
            _ => None,
        }
    }

    fn versions(&self, theirs: &Record, _: &Form, app: &App) -> Vec<Version> {
        vec![(
            app.say(Phrase::LabelState),
            state_word(app, theirs),
            format!("{} → {}", self.was, app.say(self.step.title(self.key))),
        )]
    }
}

impl Stepping {
    /// The act that a draft names already.
    fn act(&self, app: &App) -> Option<crate::domain::ids::DocumentId> {
        match self.key {
            Key::Decision(id) => app.state().decisions.get(&id)?.document,
            _ => None,
        }
    }
}
