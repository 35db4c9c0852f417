//! How numbers and dates are written: `1 234,5`, `87,5 %`, `23.11.2026`. The same in both languages, because the papers and the values are.
//!
//! Pure: no clock and no time zone is read here; whoever asks for a time of day passes the offset.

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use rust_decimal::Decimal;

use crate::domain::number;

/// Between groups of digits and before a unit: a space at which no line breaks.
pub const NBSP: char = number::GROUP;

/// «23.11.2026».
pub fn date(day: NaiveDate) -> String {
    day.format("%d.%m.%Y").to_string()
}

/// «23.11», where the year is known from the surroundings.
pub fn date_short(day: NaiveDate) -> String {
    day.format("%d.%m").to_string()
}

/// «11.2026», where the day is not told.
pub fn month(day: NaiveDate) -> String {
    day.format("%m.%Y").to_string()
}

/// «2026», where the month is not told either.
pub fn year(day: NaiveDate) -> String {
    day.format("%Y").to_string()
}

/// «12:40» at the given offset from UTC.
pub fn time(at: DateTime<Utc>, offset: FixedOffset) -> String {
    at.with_timezone(&offset).format("%H:%M").to_string()
}

/// «23.11.2026 12:40» at the given offset from UTC.
pub fn date_time(at: DateTime<Utc>, offset: FixedOffset) -> String {
    at.with_timezone(&offset)
        .format("%d.%m.%Y %H:%M")
        .to_string()
}

/// «1 234,5»: the digits that the number has, none rounded away.
pub fn number(value: Decimal) -> String {
    number::format(value, value.scale())
}

/// «87,5 %».
pub fn percent(value: Decimal) -> String {
    format!("{}{NBSP}%", number(value))
}

/// A change: «+4,1», «−2», «0».
pub fn signed(change: Decimal) -> String {
    let sign = if change > Decimal::ZERO { "+" } else { "" };
    format!("{sign}{}", number(change))
}

/// A day, or days from the first to the last: «12.03.2026», «12.03.2026–14.03.2026».
pub fn days(from: NaiveDate, to: Option<NaiveDate>) -> String {
    match to.filter(|it| *it != from) {
        Some(to) => format!("{}–{}", date(from), date(to)),
        None => date(from),
    }
}
