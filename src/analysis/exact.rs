//! Fractions for scores: added, multiplied and compared without rounding, so that equal indices are equal and a threshold is a threshold.
//!
//! Owns the arithmetic of sums of shares; [`Ratio`] of the domain shows and compares single figures, but can't be added up.

use std::cmp::Ordering;
use std::ops::{Add, Mul, Neg, Sub};

use rust_decimal::Decimal;

use crate::domain::number::{Edge, Ratio};
use crate::domain::results::Fraction;

/// An exact fraction, denominator above zero. Equal fractions are equal however they came about.
///
/// It is brought to lowest terms only when it grows, because thousands are added for one screen.
/// Sums of shares stay far within 38 digits; what would not is rounded to [`Exact::KEPT`] decimals and never panics.
#[derive(Clone, Copy, Debug)]
pub struct Exact {
    top: i128,
    bottom: i128,
}

impl Exact {
    /// Nothing.
    pub const ZERO: Exact = Exact { top: 0, bottom: 1 };
    /// One.
    pub const ONE: Exact = Exact { top: 1, bottom: 1 };
    /// A hundred: the highest index.
    pub const HUNDRED: Exact = Exact {
        top: 100,
        bottom: 1,
    };
    /// Decimals that are kept when a fraction no longer fits in 38 digits.
    pub const KEPT: u32 = 12;

    /// A whole number.
    #[must_use]
    pub const fn whole(number: i64) -> Exact {
        Exact {
            top: number as i128,
            bottom: 1,
        }
    }

    /// One divided by the other; `None` at a denominator of 0.
    #[must_use]
    pub fn ratio(numerator: Decimal, denominator: Decimal) -> Option<Exact> {
        Exact::from(numerator).over(Exact::from(denominator))
    }

    /// Divided by another; `None` at 0.
    #[must_use]
    pub fn over(self, divisor: Exact) -> Option<Exact> {
        let turned = match divisor.top.signum() {
            0 => return None,
            1 => Exact {
                top: divisor.bottom,
                bottom: divisor.top,
            },
            _ => Exact {
                top: divisor.bottom.checked_neg()?,
                bottom: divisor.top.checked_neg()?,
            },
        };
        Some(self * turned)
    }

    /// How far it is from nothing.
    #[must_use]
    pub fn size(self) -> Exact {
        self.max(-self)
    }

    /// The smallest whole number that is not below it.
    #[must_use]
    pub fn ceiling(self) -> Exact {
        let up = i128::from(self.top.rem_euclid(self.bottom) != 0);
        Exact {
            top: self.top.div_euclid(self.bottom).saturating_add(up),
            bottom: 1,
        }
    }

    /// The greatest whole number that is not above it.
    #[must_use]
    pub fn floor(self) -> Exact {
        -(-self).ceiling()
    }

    /// Rounded half away from zero; at most twelve decimals.
    #[must_use]
    pub fn rounded(self, decimals: u32) -> Decimal {
        Ratio::from(self).rounded(decimals)
    }

    /// As shown beside its thresholds: with more decimals where rounding would carry it over one.
    #[must_use]
    pub fn shown<T: Copy + Into<Edge>>(self, thresholds: &[T], decimals: u32) -> Decimal {
        Ratio::from(self).rounded_against(thresholds, decimals)
    }

    /// The fraction in lowest terms; `bottom` is above 0.
    fn reduced(top: i128, bottom: i128) -> Exact {
        let common = gcd(top.unsigned_abs(), bottom.unsigned_abs());
        let Some(common) = i128::try_from(common).ok().filter(|it| *it > 1) else {
            return Exact { top, bottom };
        };
        Exact {
            top: top / common,
            bottom: bottom / common,
        }
    }

    /// The fraction as it is while both parts are short, else in lowest terms.
    fn fit(top: i128, bottom: i128) -> Exact {
        if i64::try_from(top).is_ok() && i64::try_from(bottom).is_ok() {
            Exact { top, bottom }
        } else {
            Exact::reduced(top, bottom)
        }
    }

    /// The nearest fraction of [`Exact::KEPT`] decimals, as a number of those: for what does not fit.
    fn scaled(self) -> i128 {
        const UNIT: i128 = 10_i128.pow(Exact::KEPT);
        let (mut rest, mut bottom) = (self.top % self.bottom, self.bottom);
        while rest.checked_mul(UNIT).is_none() {
            (rest, bottom) = (rest / 2, (bottom / 2).max(1));
        }
        (self.top / self.bottom)
            .saturating_mul(UNIT)
            .saturating_add(rest * UNIT / bottom)
    }

    fn from_scaled(units: i128) -> Exact {
        Exact::reduced(units, 10_i128.pow(Exact::KEPT))
    }

    fn try_add(self, other: Exact) -> Option<Exact> {
        if self.bottom == other.bottom {
            return Some(Exact::fit(self.top.checked_add(other.top)?, self.bottom));
        }
        let crossed = || {
            let top = times(self.top, other.bottom)?.checked_add(times(other.top, self.bottom)?)?;
            Some(Exact::fit(top, times(self.bottom, other.bottom)?))
        };
        crossed().or_else(|| self.try_add_reduced(other))
    }

    /// The same over the least common denominator, for long fractions.
    fn try_add_reduced(self, other: Exact) -> Option<Exact> {
        let (a, b) = (
            Exact::reduced(self.top, self.bottom),
            Exact::reduced(other.top, other.bottom),
        );
        let common = gcd(a.bottom.unsigned_abs(), b.bottom.unsigned_abs());
        let common = i128::try_from(common).ok()?;
        let (left, right) = (b.bottom / common, a.bottom / common);
        let top = times(a.top, left)?.checked_add(times(b.top, right)?)?;
        Some(Exact::reduced(top, times(a.bottom, left)?))
    }

    fn try_mul(self, other: Exact) -> Option<Exact> {
        if let (Some(top), Some(bottom)) =
            (times(self.top, other.top), times(self.bottom, other.bottom))
        {
            return Some(Exact::fit(top, bottom));
        }
        let a = Exact::reduced(self.top, other.bottom);
        let b = Exact::reduced(other.top, self.bottom);
        Some(Exact {
            top: times(a.top, b.top)?,
            bottom: times(a.bottom, b.bottom)?,
        })
    }
}

impl From<Exact> for Fraction {
    /// In lowest terms, so that what is kept of equal fractions is the same.
    fn from(it: Exact) -> Fraction {
        let it = Exact::reduced(it.top, it.bottom);
        Fraction {
            top: it.top,
            bottom: it.bottom,
        }
    }
}

impl From<Fraction> for Exact {
    /// What was never written by an [`Exact`] and has no denominator counts as nothing.
    fn from(it: Fraction) -> Exact {
        match it.bottom {
            1.. => Exact {
                top: it.top,
                bottom: it.bottom,
            },
            _ => Exact::ZERO,
        }
    }
}

impl From<Decimal> for Exact {
    fn from(number: Decimal) -> Exact {
        // A scale is at most 28, so the power fits.
        match number.scale() {
            0 => Exact {
                top: number.mantissa(),
                bottom: 1,
            },
            scale => Exact::fit(number.mantissa(), 10_i128.pow(scale)),
        }
    }
}

impl From<Exact> for Ratio {
    /// Exact where both parts fit a decimal, which is nearly always; else rounded to [`Exact::KEPT`] decimals.
    fn from(it: Exact) -> Ratio {
        let it = Exact::reduced(it.top, it.bottom);
        let part = |n: i128| Decimal::try_from_i128_with_scale(n, 0).ok();
        part(it.top)
            .zip(part(it.bottom))
            .and_then(|(top, bottom)| Ratio::new(top, bottom))
            .unwrap_or_else(|| {
                let limit = if it.top < 0 {
                    Decimal::MIN
                } else {
                    Decimal::MAX
                };
                Ratio::from(
                    Decimal::try_from_i128_with_scale(it.scaled(), Exact::KEPT).unwrap_or(limit),
                )
            })
    }
}

impl Add for Exact {
    type Output = Exact;

    fn add(self, other: Exact) -> Exact {
        self.try_add(other)
            .unwrap_or_else(|| Exact::from_scaled(self.scaled().saturating_add(other.scaled())))
    }
}

impl Neg for Exact {
    type Output = Exact;

    fn neg(self) -> Exact {
        Exact {
            top: self.top.saturating_neg(),
            bottom: self.bottom,
        }
    }
}

impl Sub for Exact {
    type Output = Exact;

    fn sub(self, other: Exact) -> Exact {
        self + -other
    }
}

impl Mul for Exact {
    type Output = Exact;

    fn mul(self, other: Exact) -> Exact {
        self.try_mul(other).unwrap_or_else(|| {
            let (a, b) = (
                Exact::from_scaled(self.scaled()),
                Exact::from_scaled(other.scaled()),
            );
            let whole = |it: Exact| it.top / it.bottom;
            a.try_mul(b).unwrap_or_else(|| Exact {
                top: whole(self).saturating_mul(whole(other)),
                bottom: 1,
            })
        })
    }
}

impl std::iter::Sum for Exact {
    fn sum<I: Iterator<Item = Exact>>(parts: I) -> Exact {
        parts.fold(Exact::ZERO, Add::add)
    }
}

/// A sum of many fractions over a common denominator: what a direction index adds up. The total is that of adding them one by one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Total {
    top: i128,
    bottom: i128,
}

impl Total {
    /// Nothing yet, over the smallest denominator that all of `parts` share, so that adding these or their whole multiples is quick.
    pub(super) fn over(parts: impl Iterator<Item = Exact>) -> Total {
        let common = |sum: i128, part: Exact| {
            let shared =
                i128::try_from(gcd(sum.unsigned_abs(), part.bottom.unsigned_abs())).ok()?;
            (sum / shared).checked_mul(part.bottom)
        };
        let bottom = parts.fold(1, |sum, part| common(sum, part).unwrap_or(sum));
        Total { top: 0, bottom }
    }

    /// Takes one in.
    pub(super) fn add(&mut self, part: Exact) {
        let quick = multiple(self.bottom, part.bottom)
            .and_then(|it| times(part.top, it))
            .and_then(|it| self.top.checked_add(it));
        match quick {
            Some(top) => self.top = top,
            None => {
                let sum = self.exact() + Exact::reduced(part.top, part.bottom);
                (self.top, self.bottom) = (sum.top, sum.bottom);
            }
        }
    }

    /// What has been added up.
    pub(super) fn exact(self) -> Exact {
        Exact::reduced(self.top, self.bottom)
    }
}

impl PartialEq for Exact {
    fn eq(&self, other: &Exact) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Exact {}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Exact) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Exact {
    /// By cross-multiplication; where that does not fit, by whole parts and the turned rests, which never overflows.
    fn cmp(&self, other: &Exact) -> Ordering {
        if self.bottom == other.bottom {
            return self.top.cmp(&other.top);
        }
        let crossed = (times(self.top, other.bottom), times(other.top, self.bottom));
        if let (Some(left), Some(right)) = crossed {
            return left.cmp(&right);
        }
        let whole = |it: &Exact| it.top.div_euclid(it.bottom);
        let rest = |it: &Exact| it.top.rem_euclid(it.bottom);
        whole(self).cmp(&whole(other)).then_with(|| {
            match (rest(self), rest(other)) {
                (0, 0) => Ordering::Equal,
                (0, _) => Ordering::Less,
                (_, 0) => Ordering::Greater,
                // a/b < c/d exactly when d/c < b/a.
                (left, right) => {
                    let turned = |top: i128, bottom: i128| Exact { top, bottom };
                    turned(other.bottom, right).cmp(&turned(self.bottom, left))
                }
            }
        })
    }
}

impl PartialEq<Decimal> for Exact {
    fn eq(&self, other: &Decimal) -> bool {
        *self == Exact::from(*other)
    }
}

impl PartialOrd<Decimal> for Exact {
    fn partial_cmp(&self, other: &Decimal) -> Option<Ordering> {
        Some(self.cmp(&Exact::from(*other)))
    }
}

/// The product, if it fits; short numbers, nearly all, take the short multiplication.
fn times(a: i128, b: i128) -> Option<i128> {
    match (i64::try_from(a), i64::try_from(b)) {
        (Ok(a), Ok(b)) => Some(i128::from(a) * i128::from(b)),
        _ => a.checked_mul(b),
    }
}

/// `whole` divided by `part`, if that is a whole number; both are above 0.
fn multiple(whole: i128, part: i128) -> Option<i128> {
    match (u64::try_from(whole), u64::try_from(part)) {
        (Ok(whole), Ok(part)) => (whole % part == 0).then(|| i128::from(whole / part)),
        _ => (whole % part == 0).then(|| whole / part),
    }
}

/// Greatest common divisor; short numbers, nearly all, take the short division.
fn gcd(a: u128, b: u128) -> u128 {
    if let (Ok(a), Ok(b)) = (u64::try_from(a), u64::try_from(b)) {
        let (mut a, mut b) = (a, b);
        while b != 0 {
            (a, b) = (b, a % b);
        }
        return u128::from(a);
    }
    let (mut a, mut b) = (a, b);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}
