//! Exact decimals in Russian notation: reading what is typed, comparing without rounding, showing without crossing a threshold.
//!
//! Owns the arithmetic that scores rest on; there is no floating point in it. Must not know what a number measures or where it is shown.

use std::cmp::Ordering;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Most digits before the decimal sign that are read as a number; more is a slip of the hand.
pub const MAX_WHOLE_DIGITS: usize = 15;
/// Most digits after the decimal sign that are read.
pub const MAX_FRACTION_DIGITS: usize = 9;
/// The no-break space that groups thousands, so that a number is never broken over two lines.
pub const GROUP: char = '\u{a0}';
/// Decimals beyond which a shown value is cut instead of rounded to stay on its side of a threshold.
const MAX_SHOWN_DECIMALS: u32 = 12;

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

/// Writes `value` with exactly `decimals` digits after the comma, rounded half away from zero, grouped by [`GROUP`]: «1 234,5».
#[must_use]
pub fn format(value: Decimal, decimals: u32) -> String {
    let mut rounded = round(value, decimals);
    rounded.rescale(decimals);
    let digits = rounded.abs().to_string();
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let mut shown = String::with_capacity(digits.len() + 6);
    if rounded.is_sign_negative() && !rounded.is_zero() {
        shown.push('-');
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

/// Writes `value` as it would be typed: no grouping, no zeros at the end of the fraction. What an editor opens with.
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

/// An exact figure: numerator ÷ denominator × factor. A plain decimal is one over 1.
///
/// Invariant: the denominator is above zero.
#[derive(Debug, Clone, Copy)]
pub struct Ratio {
    numerator: Decimal,
    denominator: Decimal,
    factor: Decimal,
}

impl From<Decimal> for Ratio {
    fn from(value: Decimal) -> Self {
        Self {
            numerator: value,
            denominator: Decimal::ONE,
            factor: Decimal::ONE,
        }
    }
}

impl Ratio {
    /// A share with factor 1; `None` if the denominator is not above zero.
    #[must_use]
    pub fn new(numerator: Decimal, denominator: Decimal) -> Option<Self> {
        let positive = denominator.is_sign_positive() && !denominator.is_zero();
        positive.then_some(Self {
            numerator,
            denominator,
            factor: Decimal::ONE,
        })
    }

    /// The same share counted per `factor`: 100 for per cent, 1 000 for per mille.
    #[must_use]
    pub fn per(self, factor: Decimal) -> Self {
        Self { factor, ..self }
    }

    /// Compares with a threshold by cross-multiplication: nothing is rounded, nothing overflows.
    #[must_use]
    pub fn compare(&self, threshold: Decimal) -> Ordering {
        compare_products(
            [self.numerator, self.factor, Decimal::ONE],
            [threshold, self.denominator, Decimal::ONE],
        )
    }

    /// Compares with another figure, exactly.
    #[must_use]
    pub fn compare_with(&self, other: &Self) -> Ordering {
        compare_products(
            [self.numerator, self.factor, other.denominator],
            [other.numerator, other.factor, self.denominator],
        )
    }

    /// The figure rounded half away from zero to `decimals`; at most twelve are kept.
    /// A figure beyond what a decimal can hold is cut to the largest one.
    #[must_use]
    pub fn rounded(&self, decimals: u32) -> Decimal {
        let decimals = decimals.min(MAX_SHOWN_DECIMALS);
        let below = self.floored(decimals);
        let step = Decimal::new(1, decimals);
        let half = Decimal::new(5, decimals + 1);
        // Half goes away from zero: up above zero, down below it.
        let up = match below.checked_add(half).map(|middle| self.compare(middle)) {
            Some(Ordering::Greater) => true,
            Some(Ordering::Equal) => !below.is_sign_negative() || below.is_zero(),
            _ => false,
        };
        let value = if up {
            below.checked_add(step).unwrap_or(below)
        } else {
            below
        };
        if value.is_zero() {
            Decimal::new(0, decimals)
        } else {
            value
        }
    }

    /// The largest decimal with `decimals` digits that is not above the figure.
    #[must_use]
    pub fn floored(&self, decimals: u32) -> Decimal {
        let decimals = decimals.min(MAX_SHOWN_DECIMALS);
        let step = Decimal::new(1, decimals);
        let quotient = self
            .numerator
            .checked_mul(self.factor)
            .and_then(|product| product.checked_div(self.denominator))
            .or_else(|| {
                self.numerator
                    .checked_div(self.denominator)?
                    .checked_mul(self.factor)
            });
        let Some(quotient) = quotient else {
            return if self.numerator.is_sign_negative() {
                Decimal::MIN
            } else {
                Decimal::MAX
            };
        };
        let mut below = quotient
            .round_dp_with_strategy(decimals, rust_decimal::RoundingStrategy::ToNegativeInfinity);
        // The quotient has 28 digits and may itself have been rounded; the exact comparison has the last word.
        while self.compare(below) == Ordering::Less {
            let Some(lower) = below.checked_sub(step) else {
                break;
            };
            below = lower;
        }
        while let Some(next) = below
            .checked_add(step)
            .filter(|next| self.compare(*next) != Ordering::Less)
        {
            if next == below {
                break;
            }
            below = next;
        }
        below
    }

    /// The figure as shown beside its thresholds: rounded to `decimals`, with more decimals where rounding would
    /// carry it over a threshold (79,96 with one decimal and a threshold of 80 stays 79,96).
    ///
    /// A threshold is the lower, inclusive end of a band, so only «below or not» must survive.
    #[must_use]
    pub fn rounded_against(&self, thresholds: &[Decimal], decimals: u32) -> Decimal {
        let keeps_side = |shown: Decimal| {
            thresholds.iter().all(|&threshold| {
                (shown < threshold) == (self.compare(threshold) == Ordering::Less)
            })
        };
        let decimals = decimals.min(MAX_SHOWN_DECIMALS);
        let shown = (decimals..=MAX_SHOWN_DECIMALS)
            .map(|digits| self.rounded(digits))
            .find(|&shown| keeps_side(shown));
        let mut shown = shown.unwrap_or_else(|| self.floored(MAX_SHOWN_DECIMALS));
        if shown.scale() < decimals {
            shown.rescale(decimals);
        }
        shown
    }
}

/// [`Ratio::rounded_against`] in Russian notation: «79,96».
#[must_use]
pub fn show_against(figure: impl Into<Ratio>, thresholds: &[Decimal], decimals: u32) -> String {
    let shown = figure.into().rounded_against(thresholds, decimals);
    format(shown, shown.scale().max(decimals.min(MAX_SHOWN_DECIMALS)))
}

/// Compares two products of decimals exactly, however many digits they have.
fn compare_products(left: [Decimal; 3], right: [Decimal; 3]) -> Ordering {
    let (left_sign, right_sign) = (sign(&left), sign(&right));
    if left_sign != right_sign || left_sign == 0 {
        return left_sign.cmp(&right_sign);
    }
    let scale = |factors: &[Decimal; 3]| factors.iter().map(Decimal::scale).sum::<u32>();
    let (left_scale, right_scale) = (scale(&left), scale(&right));
    let common = left_scale.max(right_scale);
    let (left_zeros, right_zeros) = (common - left_scale, common - right_scale);
    let by_size = match (
        small_product(&left, left_zeros),
        small_product(&right, right_zeros),
    ) {
        (Some(left), Some(right)) => left.cmp(&right),
        _ => compare_wide(
            &wide_product(&left, left_zeros),
            &wide_product(&right, right_zeros),
        ),
    };
    if left_sign > 0 {
        by_size
    } else {
        by_size.reverse()
    }
}

/// -1, 0 or 1: the sign of a product.
fn sign(factors: &[Decimal; 3]) -> i8 {
    factors.iter().fold(1, |sign, factor| {
        match (factor.is_zero(), factor.is_sign_negative()) {
            (true, _) => 0,
            (false, true) => -sign,
            (false, false) => sign,
        }
    })
}

/// The product of the mantissas times 10^zeros, if it fits: nearly always.
fn small_product(factors: &[Decimal; 3], zeros: u32) -> Option<u128> {
    factors
        .iter()
        .try_fold(1_u128, |product, factor| {
            product.checked_mul(factor.mantissa().unsigned_abs())
        })?
        .checked_mul(10_u128.checked_pow(zeros)?)
}

/// The same product without a limit, as limbs of 64 bits, the lowest first.
fn wide_product(factors: &[Decimal; 3], zeros: u32) -> Vec<u64> {
    let low = |wide: u128| (wide & u128::from(u64::MAX)).to_u64().unwrap_or_default();
    let times = |limbs: &[u64], by: u64| {
        let mut carry = 0_u128;
        let mut product: Vec<u64> = Vec::with_capacity(limbs.len() + 1);
        for &limb in limbs {
            let wide = u128::from(limb) * u128::from(by) + carry;
            product.push(low(wide));
            carry = wide >> 64;
        }
        product.push(low(carry));
        product
    };
    let mut product = vec![1_u64];
    for factor in factors {
        let mantissa = factor.mantissa().unsigned_abs();
        let by_low = times(&product, low(mantissa));
        let by_high = times(&product, low(mantissa >> 64));
        let shifted = std::iter::once(0).chain(by_high);
        let mut carry = 0_u128;
        let padded = by_low.into_iter().chain(std::iter::repeat(0));
        product = shifted
            .zip(padded)
            .map(|(high, below)| {
                let wide = u128::from(high) + u128::from(below) + carry;
                carry = wide >> 64;
                low(wide)
            })
            .collect();
    }
    for _ in 0..zeros {
        product = times(&product, 10);
    }
    product
}

/// Compares two numbers of many limbs.
fn compare_wide(left: &[u64], right: &[u64]) -> Ordering {
    let length = left.len().max(right.len());
    let digits = |limbs: &[u64]| {
        let mut digits: Vec<u64> = limbs
            .iter()
            .copied()
            .chain(std::iter::repeat(0))
            .take(length)
            .collect();
        digits.reverse();
        digits
    };
    digits(left).cmp(&digits(right))
}
