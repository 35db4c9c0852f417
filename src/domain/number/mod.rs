//! Exact decimals in Russian notation: reading what is typed, comparing without rounding, showing without crossing a threshold.
//!
//! Owns the arithmetic that scores rest on; there is no floating point in it. Must not know what a number measures or where it is shown.

mod edge;
mod ratio;

use rust_decimal::Decimal;

pub use edge::Edge;
pub use ratio::{MAX_SHOWN_DECIMALS, Ratio};

/// Most digits before the decimal sign that are read as a number; more is a slip of the hand.
pub const MAX_WHOLE_DIGITS: usize = 15;
/// Most digits after the decimal sign that are read.
pub const MAX_FRACTION_DIGITS: usize = 9;
/// The no-break space that groups thousands, so that a number is never broken over two lines.
pub const GROUP: char = '\u{a0}';
/// The sign before a figure below zero; what an editor opens with has the hyphen of the keyboard instead.
pub const MINUS: char = '\u{2212}';

/// Why a text is not a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberError {
    /// Nothing but spaces.
    Empty,
    /// A character that has no place in a number, or a sign or separator where none can stand.
    NotANumber,
    /// Two decimal signs: `1.234,5` can be meant in two ways.
    TwoDecimalSigns,
    /// Spaces that do not group thousands: `12 34`.
    BadGrouping,
    /// More digits than [`MAX_WHOLE_DIGITS`] or [`MAX_FRACTION_DIGITS`].
    TooManyDigits,
}

/// True for what counts as a decimal sign: the comma, the point, the letters that the same two keys give under ЙЦУКЕН,
/// and the question mark, which the comma key of ЙЦУКЕН gives under QWERTY.
#[must_use]
pub fn is_decimal_sign(c: char) -> bool {
    matches!(c, ',' | '.' | 'б' | 'Б' | 'ю' | 'Ю' | '?')
}

/// True for the spaces that may group thousands: the space, the no-break, the narrow no-break and the thin one.
#[must_use]
pub fn is_group_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// True for the ways a minus is written: hyphen-minus, the minus sign, and the dash that Word makes of it.
fn is_minus(c: char) -> bool {
    matches!(c, '-' | '\u{2212}' | '\u{2013}')
}

/// Reads a decimal: `1 234,5`, `-3`, `12.5`, `12б5`.
///
/// Spaces group thousands only where every group after the first has three digits; the fraction is never grouped.
///
/// # Errors
/// [`NumberError`], one variant for each thing that can be wrong.
pub fn parse_decimal(text: &str) -> Result<Decimal, NumberError> {
    let text = text.trim();
    let (negative, digits) = match text.chars().next() {
        None => return Err(NumberError::Empty),
        Some(c) if is_minus(c) => (true, text.trim_start_matches(is_minus)),
        Some('+') => (false, text.trim_start_matches('+')),
        Some(_) => (false, text),
    };
    // One sign only: `--5` loses both above, but not without notice.
    if text.chars().filter(|&c| is_minus(c) || c == '+').count() > 1 {
        return Err(NumberError::NotANumber);
    }
    let mut parts = digits.split(is_decimal_sign);
    let whole = ungroup(parts.next().unwrap_or_default().trim_start())?;
    let fraction = parts.next();
    if parts.next().is_some() {
        return Err(NumberError::TwoDecimalSigns);
    }
    let fraction_digits = fraction.unwrap_or_default();
    if !fraction_digits.chars().all(|c| c.is_ascii_digit()) {
        return Err(NumberError::NotANumber);
    }
    // `5,` is begun, not finished, and `,5` is how a hurried hand writes 0,5: the first is refused, the second read.
    if (whole.is_empty() && fraction_digits.is_empty())
        || (fraction.is_some() && fraction_digits.is_empty())
    {
        return Err(NumberError::NotANumber);
    }
    let significant = whole.trim_start_matches('0').len();
    if significant > MAX_WHOLE_DIGITS || fraction_digits.len() > MAX_FRACTION_DIGITS {
        return Err(NumberError::TooManyDigits);
    }
    let mut mantissa: i128 = 0;
    for digit in whole
        .chars()
        .chain(fraction_digits.chars())
        .filter_map(|c| c.to_digit(10))
    {
        mantissa = mantissa
            .saturating_mul(10)
            .saturating_add(i128::from(digit));
    }
    let scale = u32::try_from(fraction_digits.len()).map_err(|_| NumberError::TooManyDigits)?;
    let mantissa = if negative { -mantissa } else { mantissa };
    let value = Decimal::try_from_i128_with_scale(mantissa, scale)
        .map_err(|_| NumberError::TooManyDigits)?;
    Ok(if value.is_zero() {
        Decimal::new(0, scale)
    } else {
        value
    })
}

/// Takes grouping spaces out of the digits before the decimal sign.
fn ungroup(whole: &str) -> Result<String, NumberError> {
    if !whole
        .chars()
        .all(|c| c.is_ascii_digit() || is_group_space(c))
    {
        return Err(NumberError::NotANumber);
    }
    let mut groups = whole.split(is_group_space);
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let grouped = rest.is_empty()
        || ((1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3));
    if !grouped {
        return Err(NumberError::BadGrouping);
    }
    Ok(whole.chars().filter(char::is_ascii_digit).collect())
}

/// Writes `value` with exactly `decimals` digits after the comma, rounded half away from zero, grouped by [`GROUP`], below zero with
/// [`MINUS`]: «1 234,5», «−4,2».
#[must_use]
pub fn format(value: Decimal, decimals: u32) -> String {
    let mut rounded = round(value, decimals);
    rounded.rescale(decimals);
    let digits = rounded.abs().to_string();
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let mut shown = String::with_capacity(digits.len() + 6);
    if rounded.is_sign_negative() && !rounded.is_zero() {
        shown.push(MINUS);
    }
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            shown.push(GROUP);
        }
        shown.push(digit);
    }
    if !fraction.is_empty() {
        shown.push(',');
        shown.push_str(fraction);
    }
    shown
}

/// Writes `value` as it would be typed: no grouping, no zeros at the end of the fraction, a hyphen for the minus. What an editor opens with.
#[must_use]
pub fn format_typed(value: Decimal) -> String {
    value.normalize().to_string().replace('.', ",")
}

/// Rounds half away from zero, the way scores are rounded on paper.
#[must_use]
pub fn round(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(
        decimals,
        rust_decimal::RoundingStrategy::MidpointAwayFromZero,
    )
}

/// [`Ratio::rounded_against`] in Russian notation: «79,96».
#[must_use]
pub fn show_against<T: Copy + Into<Edge>>(
    figure: impl Into<Ratio>,
    thresholds: &[T],
    decimals: u32,
) -> String {
    let shown = figure.into().rounded_against(thresholds, decimals);
    format(shown, shown.scale().max(decimals.min(MAX_SHOWN_DECIMALS)))
}
