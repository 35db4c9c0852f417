//! An exact figure, compared by cross-multiplication: no scale is ever decided by a rounded number.
//!
//! Must not know notation; that is its parent's affair.

use std::cmp::Ordering;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::edge::Edge;

/// Decimals beyond which a shown value is cut instead of rounded to stay on its side of a threshold.
pub const MAX_SHOWN_DECIMALS: u32 = 12;

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
    /// Only the side must survive: where a threshold is the inclusive end of a band, 80,04 may be shown as 80,0, where it is the end
    /// of «свыше 80» it may not.
    #[must_use]
    pub fn rounded_against<T: Copy + Into<Edge>>(
        &self,
        thresholds: &[T],
        decimals: u32,
    ) -> Decimal {
        let keeps_side = |shown: Decimal| {
            thresholds.iter().all(|&threshold| {
                let edge: Edge = threshold.into();
                let passed = match self.compare(edge.at) {
                    Ordering::Less => false,
                    Ordering::Equal => !edge.above,
                    Ordering::Greater => true,
                };
                edge.is_passed_by(shown) == passed
            })
        };
        let decimals = decimals.min(MAX_SHOWN_DECIMALS);
        let shown = (decimals..=MAX_SHOWN_DECIMALS)
            .map(|digits| self.rounded(digits))
            .find(|&shown| keeps_side(shown));
        let mut shown = shown.unwrap_or_else(|| {
            // Nearer to a threshold than anything that is shown: then beside it, on the side where the figure lies.
            let below = self.floored(MAX_SHOWN_DECIMALS);
            let above = below.saturating_add(Decimal::new(1, MAX_SHOWN_DECIMALS));
            let kept = [below, above].into_iter().find(|it| keeps_side(*it));
            kept.unwrap_or(below)
        });
        if shown.scale() < decimals {
            shown.rescale(decimals);
        }
        shown
    }
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
