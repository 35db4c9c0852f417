//! Chance from a seed: the same numbers on every machine and in every run.
//!
//! Whatever is drawn for a school or a cell has dice of its own, so that a change in one place leaves the rest as it was.

use chrono::{Days, NaiveDate};

/// Seeded dice.
pub(super) struct Dice(fastrand::Rng);

impl Dice {
    /// Dice for a place in the demo: the seed and what the place is.
    pub(super) fn of(seed: u64, place: &[u64]) -> Dice {
        let mixed = place
            .iter()
            .fold(mix(seed), |sum, part| mix(sum ^ mix(*part)));
        Dice(fastrand::Rng::with_seed(mixed))
    }

    /// True in so many cases of a thousand.
    pub(super) fn chance(&mut self, per_mille: u32) -> bool {
        self.0.u32(..1000) < per_mille
    }

    /// A whole number from low to high, both inclusive.
    pub(super) fn whole(&mut self, low: u32, high: u32) -> u32 {
        self.0.u32(low..=high.max(low))
    }

    /// A number from 0 up to 1.
    pub(super) fn share(&mut self) -> f64 {
        self.0.f64()
    }

    /// A number from low up to high.
    pub(super) fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.share()
    }

    /// One of the items; `None` of an empty list.
    pub(super) fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        let last = u32::try_from(items.len()).ok()?.checked_sub(1)?;
        items.get(self.whole(0, last) as usize)
    }

    /// One of the texts; empty of an empty list.
    pub(super) fn text(&mut self, items: &[String]) -> String {
        self.pick(items).cloned().unwrap_or_default()
    }

    /// A working day from the first on, at most so many days later.
    pub(super) fn day(&mut self, first: NaiveDate, within: u32) -> NaiveDate {
        working(later(first, self.whole(0, within)))
    }
}

/// So many days later; the same day where the calendar ends.
pub(super) fn later(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(Days::new(days.into())).unwrap_or(day)
}

/// So many days earlier; the same day where the calendar begins.
pub(super) fn earlier(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_sub_days(Days::new(days.into())).unwrap_or(day)
}

/// The day itself, or the Monday after a weekend.
pub(super) fn working(day: NaiveDate) -> NaiveDate {
    use chrono::{Datelike, Weekday};
    match day.weekday() {
        Weekday::Sat => later(day, 2),
        Weekday::Sun => later(day, 1),
        _ => day,
    }
}

/// A day of a year; the first of January where there is no such day.
pub(super) fn day_of(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day)
        .or_else(|| NaiveDate::from_yo_opt(year, 1))
        .unwrap_or_default()
}

/// SplitMix64: spreads neighbouring numbers over the whole range.
fn mix(n: u64) -> u64 {
    let n = n.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let n = (n ^ (n >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let n = (n ^ (n >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    n ^ (n >> 31)
}
