//! A row of a scale in the words of officials: «менее 40», «от 40 до 60», «80 и выше». What is printed here is read by
//! [`Interval::read`] as the same, in each language.

use super::{Locale, Phrase, args};
use crate::domain::number::format_typed;
use crate::domain::scale::Interval;

impl Locale {
    /// The interval in words. Whether an end was [`Interval::loose`] is not told.
    #[must_use]
    pub fn interval(&self, it: &Interval) -> String {
        let ends = |phrase, low, high| {
            let (low, high) = (format_typed(low), format_typed(high));
            self.say_with(phrase, &args![low, high])
        };
        let low = |phrase, low| self.say_with(phrase, &args![low = format_typed(low)]);
        let high = |phrase, high| self.say_with(phrase, &args![high = format_typed(high)]);
        match (it.low, it.high) {
            (None, None) => self.say(Phrase::IntervalAny),
            (Some((it, true)), None) => low(Phrase::IntervalFrom, it),
            (Some((it, false)), None) => low(Phrase::IntervalOver, it),
            (None, Some((it, true))) => high(Phrase::IntervalAtMost, it),
            (None, Some((it, false))) => high(Phrase::IntervalUnder, it),
            (Some((low, true)), Some((high, true))) if low == high => format_typed(low),
            (Some((low, true)), Some((high, true))) => {
                format!("{}–{}", format_typed(low), format_typed(high))
            }
            (Some((low, true)), Some((high, false))) => ends(Phrase::IntervalFromTo, low, high),
            (Some((low, false)), Some((high, true))) => ends(Phrase::IntervalOverTo, low, high),
            (Some((low, false)), Some((high, false))) => ends(Phrase::IntervalOverUnder, low, high),
        }
    }
}
