//! Going to something by its number: in the lists digits and a dot typed one after another are one code, «12» or «6.2».
//!
//! Owns what belongs together and what it means; must not know the keymap or how anything is drawn.

use super::items::ListItem;
use super::lists::{direction_ids, indicator_ids};
use super::walk::{self, Step};
use super::{Monitoring, Pane, Selection};
use crate::args;
use crate::domain::ids::{IndicatorId, Timestamp};
use crate::domain::number::is_decimal_sign;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::CommandId;
use crate::tui::status::Tone;

/// Milliseconds after which a digit begins another number.
const TOGETHER: i64 = 1_500;

/// What has been typed of a number. Anything but the next digit ends it: a movement, Esc, a pause.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Number {
    typed: String,
    at: Timestamp,
    /// Where its first digit was typed.
    from: Option<(Pane, Selection)>,
    /// The last number, if it meant nothing and no other key has come since.
    missed: Option<String>,
}

impl Number {
    /// The next digit begins another number.
    pub fn end(&mut self) {
        *self = Number::default();
    }

    /// The number just typed, if it means nothing here. Told once.
    pub fn take_missed(&mut self) -> Option<String> {
        self.missed.take()
    }

    /// A number of another list was typed so far.
    pub fn begin(&mut self, typed: String, at: Timestamp) {
        *self = Number {
            typed,
            at,
            ..Number::default()
        };
    }

    /// What is typed with the next sign.
    #[must_use]
    pub fn with(&self, sign: char, now: Timestamp) -> String {
        let begun = if now.0 - self.at.0 <= TOGETHER {
            self.typed.as_str()
        } else {
            ""
        };
        format!("{begun}{sign}")
    }
}

/// Takes a digit, or what the key of the dot gives in either layout; goes to what the number means so far.
pub fn typed(app: &mut App, c: char) {
    let sign = match c {
        _ if c.is_ascii_digit() => c,
        _ if is_decimal_sign(c) => '.',
        _ => return,
    };
    if app.monitoring.focus.index().is_none() {
        let key = hints::key(app, CommandId::EditValue);
        let sentence = app.say_with(Phrase::DigitsInDetail, &args![key = key]);
        return app.status.tell(Tone::Warning, sentence);
    }
    let now = app.now.at;
    let number = app.monitoring.number.with(sign, now);
    if number.starts_with('.') {
        return;
    }
    let m = &app.monitoring;
    let here = (m.focus, m.chosen);
    let begun = m.number.from.filter(|_| number.len() > 1);
    let from = begun.unwrap_or(here);
    if go(app, &number) {
        if number.ends_with('.') {
            let sentence = app.say_with(Phrase::GoingTo, &args![number = number.as_str()]);
            app.status.tell(Tone::Plain, sentence);
        }
        app.monitoring.number = Number {
            typed: number,
            at: now,
            from: Some(from),
            missed: None,
        };
    } else {
        // Where its first digits have led is not where anybody wanted to go. With a dot it is: to that direction.
        if from != here && !number.contains('.') {
            (app.monitoring.focus, app.monitoring.chosen) = from;
            Monitoring::rebuild(app);
            Monitoring::row_chosen(app);
        }
        app.monitoring.number = Number {
            missed: Some(number.clone()),
            ..Number::default()
        };
        tell_missed(app, number);
    }
}

/// Says that there is no such number.
pub fn tell_missed(app: &mut App, number: String) {
    let sentence = app.say_with(Phrase::NoSuchNumber, &args![number = number]);
    app.status.tell(Tone::Warning, sentence);
}

/// Goes to what a number means. Whether it means something here.
fn go(app: &mut App, number: &str) -> bool {
    if number.contains('.') {
        return indicator(app, number).is_some_and(|it| to_indicator(app, it));
    }
    let m = &app.monitoring;
    let items = if m.focus == Pane::First {
        &m.panes.first
    } else {
        &m.panes.second
    };
    let by_place = || {
        let at = number.parse::<usize>().ok()?.checked_sub(1)?;
        (at < items.len()).then_some(at)
    };
    let answers = |it: &ListItem| it.answers_to(number);
    let Some(at) = items.iter().position(answers).or_else(by_place) else {
        return false;
    };
    walk::step(app, Step::To(at));
    true
}

/// The indicator with this code, in whichever direction; the first of those whose codes begin with what ends in a dot.
fn indicator(app: &App, code: &str) -> Option<IndicatorId> {
    let (state, period) = (app.state(), app.monitoring.chosen.period?);
    let fits = |it: &IndicatorId| {
        state
            .indicator_in(period, *it)
            .is_some_and(|it| it.code == code || (code.ends_with('.') && it.code.starts_with(code)))
    };
    (direction_ids(state, period).into_iter())
        .flat_map(|it| indicator_ids(state, period, it))
        .find(fits)
}

/// Shows an indicator; the keys stay in a list, where the next digit still belongs to the number.
fn to_indicator(app: &mut App, id: IndicatorId) -> bool {
    walk::go_to_indicator(app, id);
    if !app.monitoring.pivot {
        walk::focus(app, Pane::Second);
    }
    Monitoring::follow_soon(app);
    true
}
