//! Numbers as spreadsheets keep them, made exact: fifteen digits of a binary number, and days counted from an epoch.

use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;

/// Digits that a spreadsheet shows of a number, and that a binary number holds faithfully; what comes after is noise.
const DIGITS: usize = 15;
/// Digits after the decimal sign that an exact number may have.
const MOST_SCALE: i64 = 28;
/// The last day that spreadsheets have: 31.12.9999.
const LAST_DAY: u64 = 2_958_465;

/// A number as it is spelled in a file: `87.5`, `1E-2`, `0.30000000000000004`. `None` if it is none, or too large.
pub(super) fn decimal(text: &str) -> Option<Decimal> {
    let text = text.trim();
    if let Some(exact) = exact(text, DIGITS) {
        return Some(exact);
    }
    let number: f64 = text.parse().ok()?;
    if !number.is_finite() {
        return None;
    }
    // Rounded as the spreadsheet shows it: 14 digits after the first.
    exact(&format!("{number:.14e}"), DIGITS)
}

/// The number of a spelling with at most so many significant digits.
fn exact(text: &str, most: usize) -> Option<Decimal> {
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (figures, exponent) = match text.split_once(['e', 'E']) {
        Some((figures, exponent)) => (figures, exponent.parse::<i32>().ok()?),
        None => (text, 0),
    };
    let (whole, fraction) = figures.split_once('.').unwrap_or((figures, ""));
    let digits: String = [whole, fraction].concat();
    if digits.is_empty() || !digits.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    let significant = digits.trim_start_matches('0');
    let short = significant.trim_end_matches('0');
    if short.len() > most {
        return None;
    }
    if short.is_empty() {
        return Some(Decimal::ZERO);
    }
    let dropped = i64::try_from(significant.len() - short.len()).ok()?;
    let scale = i64::try_from(fraction.len()).ok()? - i64::from(exponent) - dropped;
    let mantissa: i128 = short.parse().ok()?;
    let mantissa = if negative { -mantissa } else { mantissa };
    if scale > MOST_SCALE {
        // Smaller than anything that is reckoned with: noise around zero.
        let cut = u32::try_from(scale - MOST_SCALE).ok()?;
        let mantissa = 10_i128.checked_pow(cut).map_or(0, |unit| mantissa / unit);
        return Decimal::try_from_i128_with_scale(mantissa, 28).ok();
    }
    if scale >= 0 {
        return Decimal::try_from_i128_with_scale(mantissa, u32::try_from(scale).ok()?).ok();
    }
    let factor = 10_i128.checked_pow(u32::try_from(-scale).ok()?)?;
    Decimal::try_from_i128_with_scale(mantissa.checked_mul(factor)?, 0).ok()
}

/// The day that a number stands for; its fraction is the time of day. `None` where the calendar has no such day.
pub(super) fn day(number: Decimal, from_1904: bool) -> Option<NaiveDate> {
    let days = u64::try_from(number.floor()).ok()?;
    if days > LAST_DAY {
        return None;
    }
    let (epoch, days) = if from_1904 {
        (NaiveDate::from_ymd_opt(1904, 1, 1)?, days)
    } else if days < 60 {
        (NaiveDate::from_ymd_opt(1899, 12, 31)?, days)
    } else {
        // Day 60 is 29.02.1900, which never was; spreadsheets keep it for the sake of an old mistake.
        (NaiveDate::from_ymd_opt(1899, 12, 30)?, days)
    };
    if !from_1904 && (days == 0 || days == 60) {
        return None;
    }
    epoch.checked_add_days(Days::new(days))
}

/// `2026-11-23`, with or without a time after it.
pub(super) fn iso_day(text: &str) -> Option<NaiveDate> {
    let day = text.trim().get(..10)?;
    let rest = text.trim().get(10..)?;
    if !(rest.is_empty() || rest.starts_with(['T', ' '])) {
        return None;
    }
    NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()
}
