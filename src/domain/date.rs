//! Dates as they are typed: `15.12`, `15.12.26`, `+30`, «завтра», in either keyboard layout.
//!
//! Owns reading; how a date is written is the locale's affair. Must not know the clock: today is an argument.

use chrono::{Datelike, Days, NaiveDate};

use super::text::{fold, retype_russian};

/// The first year that is taken for a date.
pub const MIN_YEAR: i32 = 1900;
/// The last year that is taken for a date.
pub const MAX_YEAR: i32 = 2199;
/// The longest step of `+30`, in days: ten years.
pub const MAX_STEP: u64 = 3660;

/// Which year a day and month without one fall into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The next such day, today included: a term.
    Coming,
    /// The last such day, today included: the date of an act, of a report.
    Past,
    /// Whichever is nearer, the one to come of two as near: the first day of somebody's work.
    Nearest,
}

/// A number with its date, as papers are quoted: «312 от 30.06.2026», «приказ от 30 июня 2026 г. № 312». The date is one in full: «30.06.20»
/// may be the beginning of 2026. `None` where more stands there than a kind of paper, its number and its date: that would be lost.
#[must_use]
pub fn numbered(text: &str) -> Option<(String, NaiveDate)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let at = words.iter().position(|it| fold(it) == "от")?;
    let (before, after) = (words.get(..at)?, words.get(at + 1..)?);
    let has_year = |text: &str| {
        let year = text.rsplit(|it: char| !it.is_ascii_digit()).next();
        year.is_some_and(|it| it.len() == 4)
    };
    let read = |length: usize| {
        let text = after.get(..length)?.join(" ");
        let date = parse_date_on(&text, NaiveDate::MIN, Side::Past).ok()?;
        has_year(&text).then_some((date, after.get(length..)?))
    };
    let (date, rest) = read(1).or_else(|| read(3))?;
    let rest = match rest.split_first() {
        Some((year, rest)) if matches!(*year, "г." | "г" | "года") => rest,
        _ => rest,
    };
    let has_digit = |it: &&str| it.contains(|it: char| it.is_ascii_digit());
    let number = match rest.is_empty() {
        // What stands before the sign, or before the first figure, is what kind of paper it is.
        true => match before.join(" ").rsplit_once('№') {
            Some((_, number)) => number.to_owned(),
            None => before.get(before.iter().position(has_digit)?..)?.join(" "),
        },
        false => {
            let said = rest.join(" ");
            let number = said.strip_prefix('№')?.trim();
            let alone = !number.contains(' ') && !before.iter().any(has_digit);
            alone.then(|| number.to_owned())?
        }
    };
    let number = number.trim();
    (!number.is_empty()).then(|| (number.to_owned(), date))
}

/// Why a text is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateError {
    /// Nothing but spaces.
    Empty,
    /// Not in a form that is known.
    Unreadable,
    /// A readable date that the calendar does not have: 31.02.
    NoSuchDate {
        /// The day as typed.
        day: u32,
        /// The month as typed.
        month: u32,
        /// The year as understood, if one was typed.
        year: Option<i32>,
    },
    /// A year outside [`MIN_YEAR`]..=[`MAX_YEAR`], or a step longer than [`MAX_STEP`].
    OutOfRange,
}

/// The months as documents write them, and how far a short form reaches.
const MONTHS: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];

/// Reads a date. `15.12`, `15.12.26`, `15.12.2026`, `2026-12-15`, `15 декабря 2026 г.`, `+30`, `-3`, «сегодня», «завтра»,
/// «вчера», «послезавтра». Between the parts stand `.`, `,`, `/`, `-`, a space, or `ю` and `б`, which the keys of the point and the comma
/// give under ЙЦУКЕН. Words are understood in the wrong layout too.
///
/// # Errors
/// [`DateError`].
pub fn parse_date_on(text: &str, today: NaiveDate, side: Side) -> Result<NaiveDate, DateError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(DateError::Empty);
    }
    if let Some(step) = step(text) {
        return add_days(today, step?);
    }
    let folded = fold(text);
    if let Some(days) = word(&folded).or_else(|| word(&fold(&retype_russian(text)))) {
        return add_days(today, days);
    }
    let parts = split(&folded)
        .or_else(|| split(&fold(&retype_russian(text))))
        .ok_or(DateError::Unreadable)?;
    match parts {
        Parts::Full { day, month, year } => {
            if !(MIN_YEAR..=MAX_YEAR).contains(&year) {
                return Err(DateError::OutOfRange);
            }
            NaiveDate::from_ymd_opt(year, month, day).ok_or(DateError::NoSuchDate {
                day,
                month,
                year: Some(year),
            })
        }
        Parts::ShortYear { day, month, year } => {
            let year = full_year(year, today.year());
            NaiveDate::from_ymd_opt(year, month, day).ok_or(DateError::NoSuchDate {
                day,
                month,
                year: Some(year),
            })
        }
        Parts::NoYear { day, month } => {
            nearest(day, month, today, side).ok_or(DateError::NoSuchDate {
                day,
                month,
                year: None,
            })
        }
    }
}

/// `+30` and `-3`, with or without «дней»; `None` if the text is not a step.
fn step(text: &str) -> Option<Result<i64, DateError>> {
    let forward = text.starts_with('+');
    let rest = text.strip_prefix(['+', '-', '\u{2212}'])?.trim_start();
    let digits = rest.trim_end_matches(|c: char| c.is_alphabetic() || c == '.' || c == ' ');
    if digits.is_empty() || !digits.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let days = digits.parse::<i64>().unwrap_or(i64::MAX);
    if days.unsigned_abs() > MAX_STEP {
        return Some(Err(DateError::OutOfRange));
    }
    Some(Ok(if forward { days } else { -days }))
}

fn word(folded: &str) -> Option<i64> {
    match folded {
        "сегодня" => Some(0),
        "завтра" => Some(1),
        "послезавтра" => Some(2),
        "вчера" => Some(-1),
        _ => None,
    }
}

fn add_days(today: NaiveDate, days: i64) -> Result<NaiveDate, DateError> {
    let step = Days::new(days.unsigned_abs());
    let date = if days < 0 {
        today.checked_sub_days(step)
    } else {
        today.checked_add_days(step)
    };
    date.ok_or(DateError::OutOfRange)
}

/// What was typed, before the calendar is asked.
enum Parts {
    Full { day: u32, month: u32, year: i32 },
    ShortYear { day: u32, month: u32, year: i32 },
    NoYear { day: u32, month: u32 },
}

fn split(folded: &str) -> Option<Parts> {
    let folded = folded.trim();
    let without_mark = ["года", "год", "г.", "г"]
        .iter()
        .find_map(|mark| folded.strip_suffix(mark))
        .unwrap_or(folded)
        .trim();
    // A point at the end belongs to no part: «15.12.».
    let body = without_mark.trim_end_matches(['.', 'ю']);
    let is_separator = |c: char| matches!(c, '.' | ',' | '/' | '-' | ' ' | '\u{a0}');
    let mut parts: Vec<&str> = body
        .split(is_separator)
        .filter(|part| !part.is_empty())
        .collect();
    // `ю` and `б` separate only between digits, else the months with «ю» fall apart.
    if parts.len() == 1
        && !body
            .chars()
            .any(|c| c.is_alphabetic() && !matches!(c, 'ю' | 'б'))
    {
        parts = body.split(['ю', 'б']).collect();
    }
    match parts.as_slice() {
        [day, month] => Some(Parts::NoYear {
            day: number(day, 2)?,
            month: month_number(month)?,
        }),
        // `2026-12-15`
        [year, month, day] if year.len() == 4 => Some(Parts::Full {
            day: number(day, 2)?,
            month: number(month, 2)?,
            year: i32::try_from(number(year, 4)?).ok()?,
        }),
        [day, month, year] => {
            let (day, month) = (number(day, 2)?, month_number(month)?);
            let digits = year.len();
            let year = i32::try_from(number(year, 4)?).ok()?;
            match digits {
                2 => Some(Parts::ShortYear { day, month, year }),
                4 => Some(Parts::Full { day, month, year }),
                _ => None,
            }
        }
        _ => None,
    }
}

fn number(part: &str, most_digits: usize) -> Option<u32> {
    let digits = part.len() <= most_digits && part.chars().all(|c| c.is_ascii_digit());
    digits.then(|| part.parse().ok()).flatten()
}

/// A month as a number or by name, of which three letters are enough.
fn month_number(part: &str) -> Option<u32> {
    if let Some(month) = number(part, 2) {
        return Some(month);
    }
    if part == "май" {
        return Some(5);
    }
    let enough = part.chars().count() >= 3;
    let index = MONTHS
        .iter()
        .position(|month| enough && month.starts_with(part))?;
    u32::try_from(index + 1).ok()
}

/// `26` is the year nearest to today that ends so, at most twenty years ahead.
fn full_year(short: i32, this_year: i32) -> i32 {
    let same_century = this_year - this_year.rem_euclid(100) + short;
    if same_century > this_year + 20 {
        same_century - 100
    } else if same_century <= this_year - 80 {
        same_century + 100
    } else {
        same_century
    }
}

/// The nearest such day on the asked side, today included; 29.02 looks for its leap year.
fn nearest(day: u32, month: u32, today: NaiveDate, side: Side) -> Option<NaiveDate> {
    // Eight years is the longest wait for a leap year (1896–1904, 2096–2104).
    let on = |year| NaiveDate::from_ymd_opt(year, month, day);
    let coming = || (0..=8).find_map(|it| on(today.year() + it).filter(|date| *date >= today));
    let past = || (0..=8).find_map(|it| on(today.year() - it).filter(|date| *date <= today));
    match side {
        Side::Coming => coming(),
        Side::Past => past(),
        Side::Nearest => (coming().into_iter().chain(past()))
            .min_by_key(|date| date.signed_duration_since(today).num_days().abs()),
    }
}
