//! A row of a scale in the words of officials, who leave no doubt about an end: «менее 40», «от 40, но менее 60», «свыше 40 до 60
//! включительно», «80 и выше». What is printed here is read by [`Interval::read`] as the same, in each language.

use rust_decimal::Decimal;

use super::{Locale, Phrase, args};
use crate::domain::number::format_typed;
use crate::domain::scale::Interval;

impl Locale {
    /// The interval in words, as it can be typed. Whether an end was [`Interval::loose`] is not told.
    #[must_use]
    pub fn interval(&self, it: &Interval) -> String {
        self.interval_in(it, format_typed)
    }

    /// The same with numbers written otherwise, with a unit for one.
    #[must_use]
    pub fn interval_in(&self, it: &Interval, number: impl Fn(Decimal) -> String) -> String {
        let ends = |phrase, low, high| {
            let (low, high) = (number(low), number(high));
            self.say_with(phrase, &args![low, high])
        };
        let low = |phrase, low| self.say_with(phrase, &args![low = number(low)]);
        let high = |phrase, high| self.say_with(phrase, &args![high = number(high)]);
        match (it.low, it.high) {
            (None, None) => self.say(Phrase::IntervalAny),
            (Some((it, true)), None) => low(Phrase::IntervalFrom, it),
            (Some((it, false)), None) => low(Phrase::IntervalOver, it),
            (None, Some((it, true))) => high(Phrase::IntervalAtMost, it),
            (None, Some((it, false))) => high(Phrase::IntervalUnder, it),
            (Some((low, true)), Some((high, true))) if low == high => number(low),
            (Some((low, true)), Some((high, true))) => {
                format!("{}–{}", number(low), number(high))
            }
            (Some((low, true)), Some((high, false))) => ends(Phrase::IntervalFromTo, low, high),
            (Some((low, false)), Some((high, true))) => ends(Phrase::IntervalOverTo, low, high),
            (Some((low, false)), Some((high, false))) => ends(Phrase::IntervalOverUnder, low, high),
        }
    }
}
