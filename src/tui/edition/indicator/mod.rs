//! The form of an indicator of a working edition: everything but its scale.
//!
//! A fault never keeps it from being written: it is said beneath its field while somebody types, and counted once it is written. What is
//! in which field is in `fields` and `measure`; their names and what each is for in `names`.

mod fields;
mod measure;
mod names;
mod saying;
mod wording;

use crossterm::event::{KeyCode, KeyEvent};
use rust_decimal::Decimal;

use super::counted_in_words;
use super::written::{self, Written, land};
use crate::domain::catalogue::{
    Better, Bounds, Indicator, Measure, NoteRule, Origin, Part, Periodicity, RollUp, Scoring,
    SubjectKind,
};
use crate::domain::command::{Command, Seen};
use crate::domain::ids::{DirectionId, EditionId, IndicatorId, Seq};
use crate::domain::record::{Commit, Key, Kind, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::domain::state::State;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::CommandId;
use crate::tui::inline::purpose::{self, Fault, Purpose, Version};
use crate::tui::text;
use crate::tui::widget::form::Form;
use fields::Shown;

pub use names::field_of;

/// An indicator that is written.
#[derive(Clone, Debug)]
pub struct Measuring {
    edition: EditionId,
    /// Which one; `None` for a new one.
    id: Option<IndicatorId>,
    /// What a new one is like.
    like: Option<IndicatorId>,
    /// How it began, with its revision.
    began: (Option<Seq>, Indicator),
}

impl Measuring {
    /// A new indicator of a direction; `None` if there is no such direction. Its code and the weight that is left are suggested.
    #[must_use]
    pub fn new(app: &App, edition: EditionId, direction: DirectionId) -> Option<Measuring> {
        let state = app.state();
        state.directions.get(&(edition, direction))?;
        let part = || Part {
            title: String::new(),
            base: None,
            whole: true,
        };
        let indicator = Indicator {
            direction,
            code: next_code(state, edition, direction),
            title: String::new(),
            short: String::new(),
            unit: "%".to_owned(),
            level: SubjectKind::Organisation,
            measure: Measure::Ratio {
                numerator: part(),
                denominator: part(),
                factor: Decimal::ONE_HUNDRED,
            },
            // No scale yet: that is said, and the scale is written after.
            scoring: Scoring::Printed(Vec::new()),
            weight: (Decimal::ONE_HUNDRED - others(state, edition, direction, None))
                .max(Decimal::ZERO),
            periodicity: Periodicity::Year,
            roll_up: RollUp::Last,
            measured_on: None,
            bounds: Bounds::default(),
            decimals: 1,
            better: Better::Higher,
            source: String::new(),
            method: String::new(),
            responsible: String::new(),
            note: NoteRule::Free,
            evidence_required: false,
            kinds: Vec::new(),
            na_reasons: Vec::new(),
            wording: Vec::new(),
            // Whoever copies a published one says so; a guess here would be a false source.
            origin: Origin::Own,
            origin_note: String::new(),
            retired: false,
            order: 0,
            jump: None,
            instruction: String::new(),
        };
        Some(Measuring {
            edition,
            id: None,
            like: None,
            began: (None, indicator),
        })
    }

    /// A new indicator like another one, its scale included; `None` if there is no such indicator.
    #[must_use]
    pub fn like(app: &App, edition: EditionId, id: IndicatorId) -> Option<Measuring> {
        let state = app.state();
        let it = &state.indicators.get(&(edition, id))?.body;
        let indicator = Indicator {
            code: next_code(state, edition, it.direction),
            retired: false,
            ..it.clone()
        };
        Some(Measuring {
            edition,
            id: None,
            like: Some(id),
            began: (None, indicator),
        })
    }

    /// An indicator that is there; `None` if it is not.
    #[must_use]
    pub fn edit(app: &App, edition: EditionId, id: IndicatorId) -> Option<Measuring> {
        let found = app.state().indicators.get(&(edition, id))?;
        Some(Measuring {
            edition,
            id: Some(id),
            like: None,
            began: (Some(found.stamp.rev), found.body.clone()),
        })
    }

    /// The indicator as the form has it. The scale, which others may write meanwhile, is as it stands now.
    fn read(&self, form: &Form, app: &App) -> (Indicator, Vec<Fault>) {
        let stands = (self.id).and_then(|id| app.state().indicators.get(&(self.edition, id)));
        let stands = stands.map_or(&self.began.1, |it| &it.body);
        fields::read(app, form, stands)
    }
}

/// The code after the last one of a direction.
fn next_code(state: &State, edition: EditionId, direction: DirectionId) -> String {
    let mut all = state.indicators_of(edition).into_iter();
    let last = all.rfind(|it| it.1.direction == direction);
    match last {
        Some((_, it)) => text::next_number(&it.code),
        None => {
            let direction = state.directions.get(&(edition, direction));
            direction.map_or_else(String::new, |it| format!("{}.1", it.code))
        }
    }
}

/// What the weights of a direction come to without an indicator.
fn others(
    state: &State,
    edition: EditionId,
    direction: DirectionId,
    without: Option<IndicatorId>,
) -> Decimal {
    (state.indicators_of(edition).into_iter())
        .filter(|(id, it)| Some(*id) != without && it.direction == direction && !it.retired)
        .map(|(_, it)| it.weight)
        .sum()
}

impl Written for Measuring {
    type Body = Indicator;

    fn body(record: &Record) -> Option<&Indicator> {
        match record {
            Record::Indicator(it) => Some(it),
            _ => None,
        }
    }

    fn began(&self) -> Option<Seq> {
        self.began.0
    }

    fn begin(&mut self, rev: Seq, it: Indicator) {
        self.began = (Some(rev), it);
    }

    fn form_of(&self, seen: Option<Seq>, it: &Indicator, app: &App) -> Form {
        let shown = Shown {
            edition: self.edition,
            id: self.id,
            seen,
            it,
        };
        fields::form(app, shown)
    }
}

impl Purpose for Measuring {
    fn title(&self, app: &App) -> String {
        match (self.id, self.like) {
            (Some(id), _) => app.narrator().title_of(Key::Indicator(self.edition, id)),
            (None, Some(id)) => {
                let like = app.narrator().title_of(Key::Indicator(self.edition, id));
                app.say_with(Phrase::NewIndicatorLike, &crate::args![like])
            }
            (None, None) => app.say(Phrase::NewIndicator),
        }
    }

    fn place(&self) -> String {
        let edition = self.edition.0;
        match (self.id, self.like) {
            (Some(id), _) => format!("indicator {edition} {}", id.0),
            (None, Some(id)) => format!("indicator like {edition} {}", id.0),
            (None, None) => format!("indicator new {edition} {}", self.began.1.direction.0),
        }
    }

    fn record(&self) -> Option<Key> {
        self.id.map(|id| Key::Indicator(self.edition, id))
    }

    fn help(&self, form: &Form, app: &App) -> Option<String> {
        Some(app.say(names::help(form.current())))
    }

    fn build(&self, app: &App) -> Form {
        self.form_of(self.began.0, &self.began.1, app)
    }

    fn prepare(&self, form: &mut Form, kept: &[(String, String)], app: &App) {
        wording::prepare(form, kept, app);
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        measure::show(form, app);
        let (it, faults) = self.read(form, app);
        let about = saying::About {
            edition: self.edition,
            id: self.id,
            it: &it,
        };
        saying::say(form, app, about, faults);
    }

    fn act(&mut self, action: &str, form: &mut Form, app: &App) {
        if action == wording::ADD {
            wording::add(form, app);
        }
    }

    fn key(&mut self, key: KeyEvent, form: &mut Form, app: &App) -> bool {
        match key.code {
            KeyCode::F(8) => wording::remove(form),
            KeyCode::Insert if wording::is_in(form) => {
                wording::add(form, app);
                true
            }
            _ => false,
        }
    }

    fn hints(&self, form: &Form, app: &App) -> Vec<(String, String)> {
        match wording::is_in(form) {
            true => vec![
                ("Insert".to_owned(), app.say(Phrase::FormKeyAddRow)),
                ("F8".to_owned(), app.say(Phrase::FormKeyRemoveRow)),
            ],
            false => Vec::new(),
        }
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        (field == RefusedField::Decimals).then_some(names::DECIMALS)
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        let (indicator, faults) = self.read(form, app);
        if let Some(fault) = faults.into_iter().next() {
            return Err(fault);
        }
        Ok(Command::PutIndicator {
            edition: self.edition,
            id: self.id,
            seen: match self.id {
                Some(_) => purpose::seen_or_absent(form),
                None => Seen::Absent,
            },
            indicator: Box::new(indicator),
        })
    }

    written::meets_colleagues!();

    fn done(&self, commit: &Commit, app: &mut App) {
        if self.id.is_none() {
            land(commit, Kind::Indicator, app);
        }
    }

    /// A new indicator lacks its scale yet.
    fn next(&self, app: &App) -> Option<String> {
        if self.id.is_none() && self.like.is_none() {
            let key = hints::key(app, CommandId::Scale);
            return Some(app.say_with(Phrase::ScaleNext, &crate::args![key]));
        }
        Some(counted_in_words(app, self.edition))
    }
}
