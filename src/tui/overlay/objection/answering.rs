//! The form of the answer to an objection: when, under which number, what became of it, and in which words.

use crate::domain::command::Command;
use crate::domain::date::Side;
use crate::domain::ids::ObjectionId;
use crate::domain::record::{Key, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::domain::results::{ObjectionAnswer, ObjectionOutcome};
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::followup::term;
use crate::tui::inline::purpose::{self, Fault, Purpose, Version};
use crate::tui::widget::form::{Field, Form};

const ON: &str = "on";
const NUMBER: &str = "number";
const OUTCOME: &str = "outcome";
const TEXT: &str = "text";

/// What may become of an objection, in the order in which it is offered.
const OUTCOMES: [ObjectionOutcome; 3] = [
    ObjectionOutcome::Granted,
    ObjectionOutcome::PartlyGranted,
    ObjectionOutcome::Rejected,
];

/// An objection that is answered.
#[derive(Clone, Copy, Debug)]
pub(super) struct Answering {
    pub(super) id: ObjectionId,
}

fn form_of(answer: Option<&ObjectionAnswer>, app: &App) -> Form {
    let on = format::date(answer.map_or(app.now.today, |it| it.on));
    let at = answer.and_then(|it| OUTCOMES.iter().position(|other| *other == it.outcome));
    // Nothing is decided by leaving a field as it stands.
    let mut outcomes = vec![app.say(Phrase::NotChosen)];
    outcomes.extend(OUTCOMES.map(|it| app.locale.word(&it)));
    let text = |of: fn(&ObjectionAnswer) -> &str| answer.map_or("", of);
    let fields = vec![
        Field::choice(
            OUTCOME,
            app.say(Phrase::LabelObjectionOutcome),
            outcomes,
            at.map_or(0, |it| it + 1),
        ),
        Field::text(TEXT, app.say(Phrase::LabelAnswer), text(|it| &it.text)),
        Field::line(ON, app.say(Phrase::LabelAnswered), &on),
        Field::line(
            NUMBER,
            app.say(Phrase::LabelOutgoing),
            text(|it| &it.number),
        )
        .dated(ON),
    ];
    Form::new(fields, app.say(Phrase::ButtonAnswer))
}

impl Purpose for Answering {
    fn title(&self, app: &App) -> String {
        let dot = app.theme.glyphs.dot;
        let what = app.narrator().key(Key::Objection(self.id));
        format!("{} {dot} {what}", app.say(Phrase::LabelAnswer))
    }

    fn record(&self) -> Option<Key> {
        Some(Key::Objection(self.id))
    }

    fn place(&self) -> String {
        format!("objection answer {}", self.id.0)
    }

    fn about(&self, app: &App) -> Vec<String> {
        let Some(it) = app.state().objections.get(&self.id) else {
            return Vec::new();
        };
        let cell = it.cell.map(|it| app.narrator().cell(it));
        let (said, _) = super::standing(app, it);
        let substance = it.substance.replace('\n', " ");
        cell.into_iter().chain([substance, said]).collect()
    }

    fn build(&self, app: &App) -> Form {
        let stands = app.state().objections.get(&self.id);
        let mut form = form_of(stands.and_then(|it| it.answer.as_ref()), app);
        if let Some(it) = stands {
            form.fields.push(purpose::seen_field(it.stamp.rev));
        }
        form
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        term::hint_date(form, ON, app, Side::Past);
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        let at = form.choice(OUTCOME).checked_sub(1);
        let outcome = at.and_then(|it| OUTCOMES.get(it).copied());
        let none = || Fault::new(OUTCOME, app.say(Phrase::OutcomeNeeded));
        Ok(Command::AnswerObjection {
            id: self.id,
            seen: purpose::seen(form),
            answer: ObjectionAnswer {
                on: term::date_of(form, ON, app, Side::Past)?,
                number: form.text(NUMBER),
                text: form.text(TEXT),
                outcome: outcome.ok_or_else(none)?,
            },
        })
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        Some(match field {
            RefusedField::Date => ON,
            RefusedField::Number => NUMBER,
            RefusedField::Text => TEXT,
            _ => return None,
        })
    }

    fn versions(&self, theirs: &Record, form: &Form, app: &App) -> Vec<Version> {
        match theirs {
            Record::Objection(it) => {
                purpose::compared(&form_of(it.answer.as_ref(), app), form, None)
            }
            _ => Vec::new(),
        }
    }
}
