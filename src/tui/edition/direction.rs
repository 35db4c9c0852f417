//! The form of a direction of a working edition.

use rust_decimal::Decimal;

use super::reading::Reading;
use super::written::{self, Written, land};
use super::{ahead, counted_in_words, remark, told};
use crate::args;
use crate::domain::catalogue::Direction;
use crate::domain::command::{Command, Seen};
use crate::domain::ids::{DirectionId, EditionId, Seq};
use crate::domain::number::format_typed;
use crate::domain::record::{Commit, Key, Kind, Record};
use crate::domain::soundness::{Part, Trouble, of_direction};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::inline::purpose::{self, Fault, Purpose, Version};
use crate::tui::text;
use crate::tui::widget::form::{Field, Form};

const CODE: &str = "code";
const TITLE: &str = "title";
const SHORT: &str = "short";
const WEIGHT: &str = "weight";

/// The field that a problem is about.
pub fn field_of(part: Part) -> Option<&'static str> {
    match part {
        Part::Code => Some(CODE),
        Part::Title => Some(TITLE),
        Part::Short => Some(SHORT),
        Part::Weight => Some(WEIGHT),
        _ => None,
    }
}

/// A direction that is written.
#[derive(Clone, Debug)]
pub struct Directing {
    edition: EditionId,
    /// Which one; `None` for a new one.
    id: Option<DirectionId>,
    /// How it began, with its revision.
    began: (Option<Seq>, Direction),
}

impl Directing {
    /// A new direction: its code and the weight that is left are suggested.
    #[must_use]
    pub fn new(app: &App, edition: EditionId) -> Directing {
        let all = app.state().directions_of(edition);
        let last = all.last().map(|(_, it)| it.code.as_str());
        let sum: Decimal = (all.iter().filter(|(_, it)| !it.retired))
            .map(|(_, it)| it.weight)
            .sum();
        let direction = Direction {
            code: text::next_number(last.unwrap_or("0")),
            title: String::new(),
            short: String::new(),
            weight: (Decimal::ONE_HUNDRED - sum).max(Decimal::ZERO),
            order: 0,
            retired: false,
        };
        Directing {
            edition,
            id: None,
            began: (None, direction),
        }
    }

    /// A direction that is there; `None` if it is not.
    #[must_use]
    pub fn edit(app: &App, edition: EditionId, id: DirectionId) -> Option<Directing> {
        let found = app.state().directions.get(&(edition, id))?;
        Some(Directing {
            edition,
            id: Some(id),
            began: (Some(found.stamp.rev), found.body.clone()),
        })
    }

    /// The direction as the form has it: what the form does not show is as it stands now.
    fn read(&self, form: &Form, app: &App) -> (Direction, Vec<Fault>) {
        let stands = (self.id).and_then(|id| app.state().directions.get(&(self.edition, id)));
        let stands = stands.map_or(&self.began.1, |it| &it.body);
        let mut reading = Reading::new(form, app);
        let direction = Direction {
            code: form.text(CODE),
            title: form.text(TITLE),
            short: form.text(SHORT),
            weight: reading.number(WEIGHT, stands.weight),
            order: stands.order,
            retired: stands.retired,
        };
        (direction, reading.faults)
    }
}

impl Written for Directing {
    type Body = Direction;

    fn body(record: &Record) -> Option<&Direction> {
        match record {
            Record::Direction(it) => Some(it),
            _ => None,
        }
    }

    fn began(&self) -> Option<Seq> {
        self.began.0
    }

    fn begin(&mut self, rev: Seq, it: Direction) {
        self.began = (Some(rev), it);
    }

    fn form_of(&self, seen: Option<Seq>, it: &Direction, app: &App) -> Form {
        let fields = vec![
            Field::line(CODE, app.say(Phrase::LabelCode), &it.code),
            Field::text(TITLE, app.say(Phrase::LabelTitle), &it.title),
            Field::line(SHORT, app.say(Phrase::LabelShort), &it.short),
            Field::line(
                WEIGHT,
                app.say(Phrase::LabelWeight),
                &format_typed(it.weight.normalize()),
            ),
            purpose::seen_or_absent_field(seen),
        ];
        Form::new(fields, app.say(Phrase::ButtonWriteDirection))
    }
}

impl Purpose for Directing {
    fn title(&self, app: &App) -> String {
        match self.id {
            Some(id) => app.narrator().key(Key::Direction(self.edition, id)),
            None => app.say(Phrase::NewDirection),
        }
    }

    fn place(&self) -> String {
        let edition = self.edition.0;
        match self.id {
            Some(id) => format!("direction {edition} {}", id.0),
            None => format!("direction new {edition}"),
        }
    }

    fn record(&self) -> Option<Key> {
        self.id.map(|id| Key::Direction(self.edition, id))
    }

    fn help(&self, form: &Form, app: &App) -> Option<String> {
        Some(app.say(match form.current() {
            Some(CODE) => Phrase::HelpDirectionCode,
            Some(TITLE) => Phrase::HelpDirectionTitle,
            Some(SHORT) => Phrase::HelpDirectionShort,
            Some(WEIGHT) => Phrase::HelpDirectionWeight,
            _ => Phrase::HelpFormButton,
        }))
    }

    fn build(&self, app: &App) -> Form {
        self.form_of(self.began.0, &self.began.1, app)
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        let (it, faults) = self.read(form, app);
        let weight_is_read = faults.iter().all(|it| it.field != WEIGHT);
        let id = self.id.unwrap_or(DirectionId(u32::MAX));
        let current = form.current().map(str::to_owned);
        let mut found = Vec::new();
        let ahead = ahead(form, self.id.is_none());
        for problem in of_direction(app.state(), self.edition, id, &it) {
            let field = field_of(problem.part).unwrap_or(CODE);
            let is_ahead = problem.what == Trouble::Blank && ahead.iter().any(|it| it == field);
            if !is_ahead {
                found.push((field.to_owned(), told(app, &problem)));
            }
        }
        if current.as_deref() != Some(WEIGHT) {
            found.extend(faults.into_iter().map(|it| (it.field, it.sentence)));
        }
        remark(form, &found);
        let others: Decimal = (app.state().directions_of(self.edition).iter())
            .filter(|(other, it)| *other != id && !it.retired)
            .map(|(_, it)| it.weight)
            .sum();
        let sum = crate::locale::format::number((others + it.weight).normalize());
        let will_be = app.say_with(Phrase::WeightsOfAllWillBe, &args![sum]);
        form.hint(
            WEIGHT,
            if weight_is_read {
                will_be
            } else {
                String::new()
            },
        );
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        let (direction, faults) = self.read(form, app);
        if let Some(fault) = faults.into_iter().next() {
            return Err(fault);
        }
        Ok(Command::PutDirection {
            edition: self.edition,
            id: self.id,
            seen: match self.id {
                Some(_) => purpose::seen_or_absent(form),
                None => Seen::Absent,
            },
            direction,
        })
    }

    written::meets_colleagues!();

    fn done(&self, commit: &Commit, app: &mut App) {
        if self.id.is_none() {
            land(commit, Kind::Direction, app);
        }
    }

    fn next(&self, app: &App) -> Option<String> {
        Some(counted_in_words(app, self.edition))
    }
}
