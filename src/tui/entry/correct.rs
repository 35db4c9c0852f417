//! Putting a value of a closed period right: what it becomes, why, and by what document. The period stays closed.
//!
//! Only for whoever may; anybody else is told that the period is closed, as ever.

use super::accept;
use super::editor::{cell_of, place_of};
use crate::args;
use crate::domain::cell_text;
use crate::domain::command::{Command, SetValue};
use crate::domain::decide::{Actor, Deed, allowed};
use crate::domain::ids::PeriodId;
use crate::domain::period::PeriodState;
use crate::domain::record::{Key, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::domain::value::{Cell, Entry};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::followup::document;
use crate::tui::inline::layer;
use crate::tui::inline::purpose::{self, Fault, Purpose, SEEN, Version};
use crate::tui::widget::form::{Field, Form};

const VALUE: &str = "value";
const REASON: &str = "reason";
/// What the place of such a form begins with.
const PLACE: &str = "correct ";

/// Opens the form for the cell under the cursor, where it stands in a closed period and the person may put it right. Whether it has.
pub fn offer(app: &mut App) -> bool {
    let Some(cell) = super::ground::cell(app) else {
        return false;
    };
    let state = app.state();
    let closed =
        (state.periods.get(&cell.period)).is_some_and(|it| it.state == PeriodState::Closed);
    let computed = (state.indicator_in(cell.period, cell.indicator))
        .is_none_or(|it| it.measure.computed_from().is_some());
    let actor = Actor { user: app.user };
    if !closed || computed || allowed(state, &actor, &Deed::Correct, app.now).is_err() {
        return false;
    }
    layer::open(app, Correcting { cell });
    true
}

/// The form to which kept input of this place belongs.
#[must_use]
pub fn purpose_of(place: &str) -> Option<Box<dyn Purpose>> {
    let cell = cell_of(place.strip_prefix(PLACE)?)?;
    Some(Box::new(Correcting { cell }))
}

/// A value that is put right.
#[derive(Debug)]
struct Correcting {
    cell: Cell,
}

impl Purpose for Correcting {
    fn title(&self, app: &App) -> String {
        let dot = app.theme.glyphs.dot;
        let what = app.narrator().cell(self.cell);
        format!("{} {dot} {what}", app.say(Phrase::TitleCorrect))
    }

    fn record(&self) -> Option<Key> {
        Some(Key::Value(self.cell))
    }

    fn place(&self) -> String {
        format!("{PLACE}{}", place_of(self.cell))
    }

    fn needs(&self) -> Option<PeriodId> {
        Some(self.cell.period)
    }

    fn cells(&self, _: &App) -> Vec<Cell> {
        vec![self.cell]
    }

    fn about(&self, app: &App) -> Vec<String> {
        let period = app.narrator().period(self.cell.period);
        vec![app.say_with(Phrase::CorrectAbout, &args![period = period])]
    }

    fn build(&self, app: &App) -> Form {
        let (text, _) = accept::text_of(app, self.cell);
        let stamp = app.state().stamp(Key::Value(self.cell));
        let fields = vec![
            Field::line(VALUE, app.say(Phrase::LabelCorrectValue), &text),
            Field::text(REASON, app.say(Phrase::LabelReason), ""),
            document::field(app, Phrase::LabelGround, None),
            purpose::seen_or_absent_field(stamp.map(|it| it.rev)),
        ];
        Form::new(fields, app.say(Phrase::ButtonCorrect))
    }

    fn prepare(&self, form: &mut Form, kept: &[(String, String)], app: &App) {
        document::prepare(form, SEEN, kept, app);
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        document::renew(form, SEEN, app);
        let hint = match cell_text::read(app.state(), self.cell, &form.text(VALUE)) {
            Ok(entry) => super::said(app, self.cell, &entry),
            Err(_) => String::new(),
        };
        form.hint(VALUE, hint);
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        let read = cell_text::read(app.state(), self.cell, &form.text(VALUE));
        let entry =
            read.map_err(|it| Fault::new(VALUE, app.locale.entry_error(&it).to_string()))?;
        let reason = form.text(REASON);
        if reason.is_empty() {
            return Err(Fault::new(REASON, app.say(Phrase::StepNeedsCause)));
        }
        // Why nothing can be given is why it is put right.
        let entry = match entry {
            Entry::NotApplicable { reason: own } if own.is_empty() => Entry::NotApplicable {
                reason: reason.clone(),
            },
            Entry::NoData { reason: own } if own.is_empty() => Entry::NoData {
                reason: reason.clone(),
            },
            entry => entry,
        };
        let needs = || Fault::new(document::DOCUMENT, app.say(Phrase::CorrectNeedsDocument));
        Ok(Command::CorrectValue {
            set: SetValue {
                cell: self.cell,
                seen: purpose::seen_or_absent(form),
                entry,
                note: None,
                source: None,
            },
            reason,
            document: document::choice(form, app)?.ok_or_else(needs)?,
        })
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        match field {
            RefusedField::Reason => Some(REASON),
            RefusedField::Note => Some(VALUE),
            field => document::field_of(field),
        }
    }

    fn versions(&self, theirs: &Record, form: &Form, app: &App) -> Vec<Version> {
        let Record::Value(theirs) = theirs else {
            return Vec::new();
        };
        let theirs = super::said(app, self.cell, &theirs.entry);
        vec![(app.say(Phrase::LabelCorrectValue), theirs, form.text(VALUE))]
    }
}
