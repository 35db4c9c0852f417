//! A base quantity: its name and unit, whether it is a whole number, and whether it is still asked for.

use super::help;
use crate::domain::catalogue::BaseQuantity;
use crate::domain::command::Command;
use crate::domain::ids::BaseQuantityId;
use crate::domain::record::{Key, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::inline::purpose::{self, Fault, Purpose, Version};
use crate::tui::widget::form::{Field, Form};

const TITLE: &str = "title";
const UNIT: &str = "unit";
const WHOLE: &str = "whole";
const USE: &str = "use";

const ABOUT: [(&str, Phrase); 4] = [
    (TITLE, Phrase::AboutQuantityTitle),
    (UNIT, Phrase::AboutQuantityUnit),
    (WHOLE, Phrase::AboutQuantityWhole),
    (USE, Phrase::AboutQuantityUse),
];

/// A base quantity, new or changed.
#[derive(Debug)]
pub(super) struct Quantity(Option<BaseQuantityId>);

impl Quantity {
    /// A new one.
    pub(super) fn new() -> Quantity {
        Quantity(None)
    }

    /// One to be changed; `None` if there is none.
    pub(super) fn edit(app: &App, id: BaseQuantityId) -> Option<Quantity> {
        app.state().base_quantities.get(&id)?;
        Some(Quantity(Some(id)))
    }
}

fn read(form: &Form) -> BaseQuantity {
    BaseQuantity {
        title: form.text(TITLE),
        unit: form.text(UNIT),
        whole: form.choice(WHOLE) == 0,
        retired: form.choice(USE) == 1,
    }
}

impl Purpose for Quantity {
    fn title(&self, app: &App) -> String {
        match self.0 {
            Some(id) => app.narrator().key(Key::BaseQuantity(id)),
            None => app.say(Phrase::TitleNewQuantity),
        }
    }

    fn record(&self) -> Option<Key> {
        self.0.map(Key::BaseQuantity)
    }

    fn place(&self) -> String {
        match self.0 {
            Some(id) => format!("quantity {}", id.0),
            None => "quantity new".to_owned(),
        }
    }

    fn build(&self, app: &App) -> Form {
        let found = self.0.and_then(|id| app.state().base_quantities.get(&id));
        let it = found.map(|it| &it.body);
        let words = |all: [Phrase; 2]| all.map(|it| app.say(it)).to_vec();
        let mut fields = vec![
            Field::line(
                TITLE,
                app.say(Phrase::LabelName),
                it.map_or("", |it| &it.title),
            ),
            Field::line(
                UNIT,
                app.say(Phrase::LabelUnit),
                it.map_or("", |it| &it.unit),
            ),
            Field::choice(
                WHOLE,
                app.say(Phrase::LabelNumbers),
                words([Phrase::NumbersWhole, Phrase::NumbersAny]),
                usize::from(it.is_some_and(|it| !it.whole)),
            ),
        ];
        if let Some(found) = found {
            fields.push(Field::choice(
                USE,
                app.say(Phrase::LabelUse),
                words([Phrase::UseGoesOn, Phrase::UseIsOver]),
                usize::from(found.retired),
            ));
            fields.push(purpose::seen_field(found.stamp.rev));
        }
        let button = match found {
            Some(_) => Phrase::ButtonWriteChanges,
            None => Phrase::ButtonAddQuantity,
        };
        Form::new(fields, app.say(button))
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        help::tell(form, &ABOUT, app);
    }

    fn command(&self, form: &Form, _: &App) -> Result<Command, Fault> {
        let quantity = read(form);
        Ok(match self.0 {
            Some(id) => Command::EditBaseQuantity {
                id,
                seen: purpose::seen(form),
                quantity,
            },
            None => Command::AddBaseQuantity(quantity),
        })
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        match field {
            RefusedField::Title => Some(TITLE),
            RefusedField::Unit => Some(UNIT),
            RefusedField::Whole => Some(WHOLE),
            _ => None,
        }
    }

    fn versions(&self, theirs: &Record, form: &Form, app: &App) -> Vec<Version> {
        let Record::BaseQuantity(theirs) = theirs else {
            return Vec::new();
        };
        let mine = read(form);
        let of = |it: bool, [yes, no]: [Phrase; 2]| app.say(if it { yes } else { no });
        let numbers = [Phrase::NumbersWhole, Phrase::NumbersAny];
        let uses = [Phrase::UseGoesOn, Phrase::UseIsOver];
        let all = [
            (Phrase::LabelName, theirs.title.clone(), mine.title),
            (Phrase::LabelUnit, theirs.unit.clone(), mine.unit),
            (
                Phrase::LabelNumbers,
                of(theirs.whole, numbers),
                of(mine.whole, numbers),
            ),
            (
                Phrase::LabelUse,
                of(!theirs.retired, uses),
                of(!mine.retired, uses),
            ),
        ];
        purpose::differing(all, app)
    }
}
