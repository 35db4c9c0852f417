//! The term and the dates of a form: how they are typed, what was understood, and what is wrong with them.
//!
//! A term is a date, «постоянно», «ежеквартально до 5» or «ежемесячно до 5», in either keyboard layout.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::args;
use crate::domain::date::{DateError, Side, parse_date_on};
use crate::domain::followup::Due;
use crate::domain::text::{fold, retype_russian};
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::inline::purpose::Fault;
use crate::tui::widget::form::Form;

/// The last day of a month that every month has.
const LAST_DAY: u32 = 28;
/// Letters of a word that are enough to know it.
const ENOUGH: usize = 4;

/// Why a text is not a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermError {
    /// It is not a date.
    Date(DateError),
    /// A term that comes back lacks its day, or has one that some months have not.
    Day,
}

/// Reads a term.
///
/// # Errors
/// [`TermError`].
pub fn parse_due(text: &str, today: NaiveDate) -> Result<Due, TermError> {
    let folded = fold(text.trim());
    let due = words(&folded).or_else(|| words(&fold(&retype_russian(text.trim()))));
    due.unwrap_or_else(|| {
        parse_date_on(text, today, Side::Coming)
            .map(Due::On)
            .map_err(TermError::Date)
    })
}

/// A term in words; `None` if the first word is not one of them.
fn words(folded: &str) -> Option<Result<Due, TermError>> {
    let first = folded.split_whitespace().next()?;
    let is = |word: &str| first.chars().count() >= ENOUGH && word.starts_with(first);
    if is("постоянно") {
        return Some(Ok(Due::Standing));
    }
    let make: fn(u32) -> Due = if is("ежеквартально") {
        Due::Quarterly
    } else if is("ежемесячно") {
        Due::Monthly
    } else {
        return None;
    };
    let day = folded
        .split(|c: char| !c.is_ascii_digit())
        .find(|it| !it.is_empty())
        .and_then(|it| it.parse().ok())
        .filter(|it| (1..=LAST_DAY).contains(it));
    Some(day.map(make).ok_or(TermError::Day))
}

/// A term as it would be typed.
#[must_use]
pub fn typed(app: &App, due: Due) -> String {
    match due {
        Due::On(date) => format::date(date),
        _ => app.narrator().due(due),
    }
}

/// Says beside a term what was understood; nothing while it cannot be read.
pub fn hint_due(form: &mut Form, name: &str, app: &App) {
    let hint = match parse_due(&form.text(name), app.now.today) {
        Ok(Due::On(date)) => date_hint(date, app, true),
        Ok(due) => app.narrator().due(due),
        Err(TermError::Day) => app.say(Phrase::TermNeedsDay),
        Err(TermError::Date(DateError::Empty)) => app.say(Phrase::TermHow),
        Err(TermError::Date(_)) => String::new(),
    };
    form.hint(name, hint);
}

/// Says beside a date what was understood.
pub fn hint_date(form: &mut Form, name: &str, app: &App, side: Side) {
    let hint = parse_date_on(&form.text(name), app.now.today, side)
        .map(|it| date_hint(it, app, side == Side::Coming))
        .unwrap_or_default();
    form.hint(name, hint);
}

fn date_hint(date: NaiveDate, app: &App, coming: bool) -> String {
    let weekday = app.say(match date.weekday() {
        Weekday::Mon => Phrase::WeekdayMon,
        Weekday::Tue => Phrase::WeekdayTue,
        Weekday::Wed => Phrase::WeekdayWed,
        Weekday::Thu => Phrase::WeekdayThu,
        Weekday::Fri => Phrase::WeekdayFri,
        Weekday::Sat => Phrase::WeekdaySat,
        Weekday::Sun => Phrase::WeekdaySun,
    });
    let understood = format!("{}, {weekday}", format::date(date));
    if coming && date < app.now.today {
        let past = app.say(Phrase::TermPassed);
        return format!("{understood} · {past}");
    }
    understood
}

/// The term of a field.
///
/// # Errors
/// What is wrong with it, at the field.
pub fn due_of(form: &Form, name: &str, app: &App) -> Result<Due, Fault> {
    parse_due(&form.text(name), app.now.today).map_err(|error| {
        let sentence = match error {
            TermError::Date(DateError::Empty) => app.say(Phrase::TermEmpty),
            TermError::Date(DateError::Unreadable) => {
                app.say_with(Phrase::TermUnreadable, &args![typed = form.text(name)])
            }
            TermError::Date(error) => app.locale.date_error(error).to_string(),
            TermError::Day => app.say_with(Phrase::TermDayOutOfRange, &args![last = LAST_DAY]),
        };
        Fault::new(name, sentence)
    })
}

/// The date of a field.
///
/// # Errors
/// What is wrong with it, at the field.
pub fn date_of(form: &Form, name: &str, app: &App, side: Side) -> Result<NaiveDate, Fault> {
    parse_date_on(&form.text(name), app.now.today, side).map_err(|error| {
        let sentence = match error {
            DateError::Unreadable => {
                app.say_with(Phrase::DateUnreadableTyped, &args![typed = form.text(name)])
            }
            error => app.locale.date_error(error).to_string(),
        };
        Fault::new(name, sentence)
    })
}

/// The date of a field that may be empty, as one that is not asked now is: what was typed there before nobody sees.
///
/// # Errors
/// What is wrong with it, at the field.
pub fn date_or_none(
    form: &Form,
    name: &str,
    app: &App,
    side: Side,
) -> Result<Option<NaiveDate>, Fault> {
    let asked = form.field(name).is_some_and(|it| it.shown);
    if !asked || form.text(name).is_empty() {
        return Ok(None);
    }
    date_of(form, name, app, side).map(Some)
}
