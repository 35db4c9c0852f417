//! One line of a printed scale as an interval. The words that it is printed in again are made in `locale`.
//!
//! What a line means where the paper leaves it open:
//!
//! | printed | meant |
//! |---|---|
//! | `40–59`, `с 40 по 59` | both ends belong to it |
//! | `от 40 до 60` | 40 belongs to it, 60 does not: the next line begins there |
//! | `до 40` | 40 does not belong to it; with «включительно» it does |
//! | `свыше 80`, `более 80` | 80 does not belong to it |
//! | `80 и выше`, `от 80`, `не менее 80` | 80 belongs to it |
//!
//! «до» alone never tells whether its end belongs, so such an end is marked [`Interval::loose`], and the table decides by the other lines:
//! beside «свыше 40» the line «до 40» has 40, and «от 95 до 100» has 100 where nothing lies above it.

use rust_decimal::Decimal;

use super::reading;
use crate::domain::number::{Edge, NumberError};

/// An end of an interval: the number, and whether it belongs to the interval.
pub type End = (Decimal, bool);

/// The values that a line of a scale holds for. Without both ends it is every value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Interval {
    /// Where it begins; `None` is without bound.
    pub low: Option<End>,
    /// Where it ends; `None` is without bound.
    pub high: Option<End>,
    /// The upper end was printed with «до» and nothing says whether it belongs: taken as not belonging, unless the table needs it.
    pub loose: bool,
}

/// A line that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// What is the matter.
    pub why: Unread,
    /// Where it stands: the number of characters before it.
    pub at: usize,
    /// The piece itself, as typed; empty where something is missing.
    pub piece: String,
}

/// What can be wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// Nothing is there.
    Empty,
    /// A word or sign that no scale has.
    Unknown,
    /// A number has more digits than are read, or two decimal signs.
    Number(NumberError),
    /// A number is missing after the piece.
    NumberMissing,
    /// Both ends are there already, and more follows.
    Extra,
    /// A second lower or a second upper end.
    TwiceSame,
    /// The brackets are not `[a; b)`.
    Brackets,
}

impl Interval {
    /// Reads a line of a scale.
    ///
    /// # Errors
    /// [`Unreadable`]: what could not be read, and where.
    pub fn read(line: &str) -> Result<Interval, Unreadable> {
        reading::read(line)
    }

    /// The one value.
    #[must_use]
    pub fn point(value: Decimal) -> Interval {
        Interval::closed(value, value)
    }

    /// From one value to another, both belonging to it.
    #[must_use]
    pub fn closed(low: Decimal, high: Decimal) -> Interval {
        Interval {
            low: Some((low, true)),
            high: Some((high, true)),
            loose: false,
        }
    }

    /// From one edge up to the next: a band of a scale.
    #[must_use]
    pub fn between(from: Option<Edge>, to: Option<Edge>) -> Interval {
        Interval {
            low: from.map(|it| (it.at, !it.above)),
            high: to.map(|it| (it.at, it.above)),
            loose: false,
        }
    }

    /// Whether it is printed from the greater to the lesser: `60–40`.
    #[must_use]
    pub fn is_reversed(&self) -> bool {
        matches!((self.low, self.high), (Some((low, _)), Some((high, _))) if low > high)
    }

    /// The same with the ends in their order: what `60–40` was meant to be.
    #[must_use]
    pub fn in_order(self) -> Interval {
        if self.is_reversed() {
            Interval {
                low: self.high.map(|(it, _)| (it, true)),
                high: self.low.map(|(it, _)| (it, true)),
                loose: false,
            }
        } else {
            self
        }
    }
}
