//! The forms that begin the next round of a section and that submit one.

use super::names;
use super::section::{read_year, this_year};
use crate::args;
use crate::domain::command::Command;
use crate::domain::cycle_command::CycleCommand;
use crate::domain::date::Side;
use crate::domain::ids::RoundId;
use crate::domain::record::{Commit, Key, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::followup::term;
use crate::tui::inline::purpose::{self, Fault, Purpose, Version};
use crate::tui::screen::cycle::CycleScreen;
use crate::tui::widget::form::{Field, Form};

const YEAR: &str = "year";
const DATE: &str = "date";
const NUMBER: &str = "number";

/// The next round being begun.
#[derive(Clone, Debug)]
pub struct Starting {
    from: RoundId,
}

impl Starting {
    /// Begins the round after one; `None` if there is no such round.
    #[must_use]
    pub fn after(app: &App, from: RoundId) -> Option<Starting> {
        app.state().rounds.get(&from)?;
        Some(Starting { from })
    }
}

impl Purpose for Starting {
    fn title(&self, app: &App) -> String {
        app.say(Phrase::CommandStartRound)
    }

    fn place(&self) -> String {
        format!("cycle round after {}", self.from.0)
    }

    fn about(&self, app: &App) -> Vec<String> {
        let state = app.state();
        let requirements = names::in_order(app, self.from);
        let citations = (requirements.iter())
            .flat_map(|it| state.citations_of.of(*it))
            .filter(|it| state.citations.get(it).is_some_and(|it| !it.retired))
            .count();
        let what = app.narrator().key(Key::Round(self.from));
        let n = requirements.len();
        vec![app.say_with(Phrase::RoundCopies, &args![what, n, citations])]
    }

    fn build(&self, app: &App) -> Form {
        let round = app.state().rounds.get(&self.from);
        let next = round.map_or(0, |it| i32::from(it.year) + 1);
        let year = next.max(this_year(app)).to_string();
        let fields = vec![Field::line(YEAR, app.say(Phrase::LabelRoundYear), &year)];
        Form::new(fields, app.say(Phrase::ButtonStartRound))
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        Ok(Command::Cycle(Box::new(CycleCommand::StartRound {
            from: self.from,
            year: read_year(form, app, YEAR)?,
        })))
    }

    fn done(&self, commit: &Commit, app: &mut App) {
        CycleScreen::made(app, commit);
    }

    fn next(&self, app: &App) -> Option<String> {
        let command = crate::tui::command::hints::named(app, super::REMARKS);
        Some(app.say_with(Phrase::RoundOlderNext, &args![command]))
    }
}

/// A round being submitted.
#[derive(Clone, Debug)]
pub struct Submitting {
    id: RoundId,
}

impl Submitting {
    /// Submits a round; `None` if there is no such round.
    #[must_use]
    pub fn round(app: &App, id: RoundId) -> Option<Submitting> {
        app.state().rounds.get(&id)?;
        Some(Submitting { id })
    }
}

impl Purpose for Submitting {
    fn title(&self, app: &App) -> String {
        let what = app.narrator().key(Key::Round(self.id));
        app.say_with(Phrase::SubmitRoundTitle, &args![what])
    }

    fn record(&self) -> Option<Key> {
        Some(Key::Round(self.id))
    }

    fn place(&self) -> String {
        format!("cycle round submit {}", self.id.0)
    }

    fn about(&self, app: &App) -> Vec<String> {
        vec![app.say(Phrase::SubmitRoundMeans)]
    }

    fn build(&self, app: &App) -> Form {
        let stamp = app.state().stamp(Key::Round(self.id));
        let seen = stamp.map(|it| it.rev).unwrap_or_default();
        let today = format::date(app.now.today);
        let fields = vec![
            Field::line(NUMBER, app.say(Phrase::LabelOutgoing), "").dated(DATE),
            Field::line(DATE, app.say(Phrase::LabelDate), &today),
            purpose::seen_field(seen),
        ];
        Form::new(fields, app.say(Phrase::ButtonSubmitRound))
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        term::hint_date(form, DATE, app, Side::Past);
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        Ok(Command::Cycle(Box::new(CycleCommand::SubmitRound {
            id: self.id,
            seen: purpose::seen(form),
            on: term::date_of(form, DATE, app, Side::Past)?,
            number: form.text(NUMBER),
        })))
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        match field {
            RefusedField::Number => Some(NUMBER),
            RefusedField::Date => Some(DATE),
            _ => None,
        }
    }

    fn versions(&self, theirs: &Record, _: &Form, app: &App) -> Vec<Version> {
        let Record::Round(theirs) = theirs else {
            return Vec::new();
        };
        let stands = app.locale.word(&theirs.state);
        let mine = app.say(Phrase::RoundSubmitted);
        purpose::differing([(Phrase::FieldState, stands, mine)], app)
    }
}
