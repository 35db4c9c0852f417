//! A place on the line of numbers where something begins: at a value, or only above it.
//!
//! Owns the one comparison that tells on which side of such a place a number lies. Must not know what begins there.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// Where something begins. The order is that on the line: at 40, then above 40, then at 41.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Edge {
    /// The value.
    pub at: Decimal,
    /// Whether the value itself still lies before it: «свыше 40».
    pub above: bool,
}

impl Edge {
    /// With the value.
    #[must_use]
    pub const fn at(at: Decimal) -> Edge {
        Edge { at, above: false }
    }

    /// Only above the value.
    #[must_use]
    pub const fn above(at: Decimal) -> Edge {
        Edge { at, above: true }
    }

    /// Whether a number lies behind it.
    pub fn is_passed_by<T: PartialOrd<Decimal>>(self, number: T) -> bool {
        if self.above {
            number > self.at
        } else {
            number >= self.at
        }
    }

    /// The least whole number behind it.
    #[must_use]
    pub fn first_whole(self) -> Decimal {
        let whole = if self.above {
            self.at.floor().saturating_add(Decimal::ONE)
        } else {
            self.at.ceil()
        };
        whole.normalize()
    }

    /// The greatest whole number before it.
    #[must_use]
    pub fn last_whole(self) -> Decimal {
        self.first_whole().saturating_sub(Decimal::ONE)
    }
}

impl From<Decimal> for Edge {
    fn from(at: Decimal) -> Edge {
        Edge::at(at)
    }
}
