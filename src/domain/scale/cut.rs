//! Where the line of numbers is cut: just before a value or just after it. With cuts, gaps and overlaps are comparisons, and whether an end
//! belongs to an interval is no special case.

use rust_decimal::Decimal;

use super::interval::{End, Interval};
use super::table::{Grain, Values};
use crate::domain::number::Edge;

/// A place between two neighbouring values. The order of the variants is the order on the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cut {
    /// Below everything.
    Bottom,
    /// At a value: before it, or (true) after it.
    At(Decimal, bool),
    /// Above everything.
    Top,
}

/// What lies between two cuts; empty where the first is not below the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub from: Cut,
    pub to: Cut,
}

impl Cut {
    fn before(low: Option<End>) -> Cut {
        low.map_or(Cut::Bottom, |(at, belongs)| Cut::At(at, !belongs))
    }

    fn behind(high: Option<End>) -> Cut {
        high.map_or(Cut::Top, |(at, belongs)| Cut::At(at, belongs))
    }

    /// Among whole numbers every cut is just before one of them: after 5 is before 6, at 5,4 as well.
    fn among(self, grain: Grain) -> Cut {
        match (self, grain) {
            (Cut::At(at, after), Grain::Whole) => {
                let edge = Edge { at, above: after };
                Cut::At(edge.first_whole(), false)
            }
            (Cut::At(at, after), Grain::Decimal) => Cut::At(at.normalize(), after),
            (it, _) => it,
        }
    }

    /// The value where it cuts.
    pub fn value(self) -> Option<Decimal> {
        match self {
            Cut::At(at, _) => Some(at),
            Cut::Bottom | Cut::Top => None,
        }
    }

    /// As the place where a band begins.
    pub fn edge(self) -> Option<Edge> {
        match self {
            Cut::At(at, above) => Some(Edge { at, above }),
            Cut::Bottom | Cut::Top => None,
        }
    }
}

impl Span {
    pub fn of(interval: &Interval, grain: Grain) -> Span {
        Span {
            from: Cut::before(interval.low).among(grain),
            to: Cut::behind(interval.high).among(grain),
        }
    }

    /// Everything that the measure can be.
    pub fn all(values: &Values) -> Span {
        let end = |it: Option<Decimal>| it.map(|it| (it, true));
        Span {
            from: Cut::before(end(values.min)).among(values.grain),
            to: Cut::behind(end(values.max)).among(values.grain),
        }
    }

    /// As a line that says just this: among whole numbers from the first to the last.
    pub fn interval(self, grain: Grain) -> Interval {
        let it = Interval::between(self.from.edge(), self.to.edge());
        match (grain, self.from.edge(), self.to.edge()) {
            (Grain::Whole, Some(from), Some(to)) if from < to => {
                Interval::closed(from.first_whole(), to.last_whole())
            }
            _ => it,
        }
    }

    pub fn is_empty(self) -> bool {
        self.from >= self.to
    }

    pub fn within(self, other: Span) -> Span {
        Span {
            from: self.from.max(other.from),
            to: self.to.min(other.to),
        }
    }

    /// The one value that it consists of.
    pub fn only(self, grain: Grain) -> Option<Decimal> {
        match (self.from, self.to, grain) {
            (Cut::At(at, false), Cut::At(to, true), _) if at == to => Some(at),
            (Cut::At(at, false), Cut::At(to, false), Grain::Whole) if at + Decimal::ONE == to => {
                Some(at)
            }
            _ => None,
        }
    }

    /// A value in it to show what is meant: an end if one belongs to it, else one with few digits from the lower half,
    /// which no rounding takes out of it. The span must not be empty.
    pub fn sample(self, grain: Grain) -> Decimal {
        match (self.from, self.to) {
            (Cut::At(at, false), _) | (_, Cut::At(at, true)) => at,
            _ => self.inner(grain),
        }
    }

    /// As [`Self::sample`], but away from the ends where there is room: «где 5,4?».
    pub fn inner(self, grain: Grain) -> Decimal {
        let step = Decimal::ONE;
        match (self.from, self.to) {
            (Cut::At(from, after), Cut::At(to, _)) if grain == Grain::Decimal && from < to => {
                between(from, to).unwrap_or(if after { to } else { from })
            }
            (Cut::At(at, false), _) | (_, Cut::At(at, true)) => at,
            (Cut::At(at, true), _) => at.floor() + step,
            (_, Cut::At(at, false)) => at.ceil() - step,
            _ => Decimal::ZERO,
        }
    }
}

/// Two fifths of the way, with as few digits as keep it strictly between the two.
fn between(from: Decimal, to: Decimal) -> Option<Decimal> {
    let way = to.checked_sub(from)? * Decimal::new(4, 1);
    let exact = from.checked_add(way)?;
    (0..=Decimal::MAX_SCALE)
        .map(|digits| exact.round_dp(digits).normalize())
        .find(|it| from < *it && *it < to)
}
