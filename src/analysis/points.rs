//! From a figure to points: every kind of scale, on the exact value, and what is lacking to the next step.
//!
//! Knows a figure and its indicator; knows no weights, no index and no period.

use rust_decimal::Decimal;

use super::exact::Exact;
use super::measure::{Figure, How};
use crate::domain::catalogue::{Band, Better, Indicator, Measure, Scoring};
use crate::domain::number::Edge;

/// The most points that a scale gives. A scale that gives none above 0 counts in no index.
#[must_use]
pub fn max_points(scoring: &Scoring) -> Option<Decimal> {
    let most = match scoring {
        Scoring::Bands(bands) => bands.iter().map(|it| it.points).max()?,
        Scoring::Options(points) => points.iter().copied().max()?,
        Scoring::PerUnit { cap, .. } => *cap,
        Scoring::Direct { max } => *max,
        Scoring::Relative => Decimal::ONE_HUNDRED,
        // Not a scale yet.
        Scoring::Printed(_) => return None,
    };
    (most > Decimal::ZERO).then_some(most)
}

/// The fewest points that a scale gives.
#[must_use]
pub fn min_points(scoring: &Scoring) -> Option<Decimal> {
    match scoring {
        Scoring::Bands(bands) => bands.iter().map(|it| it.points).min(),
        Scoring::Options(points) => points.iter().copied().min(),
        Scoring::PerUnit { floor, .. } => Some(*floor),
        Scoring::Direct { .. } | Scoring::Relative => Some(Decimal::ZERO),
        Scoring::Printed(_) => None,
    }
}

/// Points as they are shown beside the most that there are: exactly as they are, but for a share of the best and for what has decimals
/// without end, which have a tenth, or as many decimals as the most has.
#[must_use]
pub fn shown_points(scoring: &Scoring, points: Exact) -> Decimal {
    let scale = |it: Decimal| it.normalize().scale();
    let exact = points.rounded(Exact::KEPT);
    if !matches!(scoring, Scoring::Relative) && Exact::from(exact) == points {
        return exact.normalize();
    }
    let decimals = max_points(scoring).map_or(1, |it| scale(it).max(1));
    points.rounded(decimals).normalize()
}

/// The points of a figure. `best` is the best number of the period, which only [`Scoring::Relative`] asks for; see [`best_of`].
/// `None` where there is nothing to score, or the scale does not fit the figure.
#[must_use]
pub fn points(indicator: &Indicator, figure: &Figure, best: Option<Exact>) -> Option<Exact> {
    match (&indicator.scoring, figure) {
        (Scoring::Options(points), Figure::Choice(option)) => {
            points.get(usize::from(*option)).map(|it| Exact::from(*it))
        }
        (Scoring::Bands(bands), Figure::Number { value, .. }) => {
            band_of(bands, *value).map(|(_, band)| Exact::from(band.points))
        }
        (
            Scoring::PerUnit {
                start,
                points,
                floor,
                cap,
            },
            Figure::Number { value, .. },
        ) => {
            let (floor, cap) = (Exact::from(*floor), Exact::from(*cap));
            let free = Exact::from(*start) + Exact::from(*points) * *value;
            Some(free.max(floor).min(cap))
        }
        (Scoring::Direct { max }, Figure::Number { value, .. }) => {
            Some((*value).max(Exact::ZERO).min(Exact::from(*max)))
        }
        (Scoring::Relative, Figure::Number { value, .. }) => {
            best.map(|best| relative(*value, best, indicator.better))
        }
        _ => None,
    }
}

/// The best of the numbers: the highest or the lowest, as the indicator improves.
#[must_use]
pub fn best_of(better: Better, numbers: impl Iterator<Item = Exact>) -> Option<Exact> {
    match better {
        Better::Higher => numbers.max(),
        Better::Lower => numbers.min(),
    }
}

/// 0–100 relative to the best. A best of 0 or less leaves nothing to divide by: whoever is as good has 100, others have 0.
fn relative(value: Exact, best: Exact, better: Better) -> Exact {
    if value == best {
        return Exact::HUNDRED;
    }
    let share = match better {
        Better::Higher if best > Exact::ZERO => value.over(best),
        Better::Lower if best > Exact::ZERO => best.over(value),
        _ => None,
    };
    share.map_or(Exact::ZERO, |it| {
        (it * Exact::HUNDRED).max(Exact::ZERO).min(Exact::HUNDRED)
    })
}

/// The band that holds a value: the last one whose edge the value has passed.
#[must_use]
pub fn band_of(bands: &[Band], value: Exact) -> Option<(usize, &Band)> {
    bands
        .iter()
        .enumerate()
        .take_while(|(_, band)| band.from.is_none_or(|from| from.is_passed_by(value)))
        .last()
}

/// Where a value stands on a scale of bands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reached {
    /// Place of the band in the scale.
    pub band: usize,
    /// Where it begins.
    pub from: Option<Edge>,
    /// Where the next one begins.
    pub to: Option<Edge>,
    /// Its points.
    pub points: Decimal,
}

/// The band that a figure has reached; `None` for other scales and for figures without a number.
#[must_use]
pub fn reached(indicator: &Indicator, figure: &Figure) -> Option<Reached> {
    let (Scoring::Bands(bands), Some(value)) = (&indicator.scoring, figure.number()) else {
        return None;
    };
    let (at, band) = band_of(bands, value)?;
    Some(Reached {
        band: at,
        from: band.from,
        to: bands.get(at + 1).and_then(|next| next.from),
        points: band.points,
    })
}

/// On which side of a threshold the better points begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// At it or above: «не ниже 80».
    AtLeast,
    /// Above it, and not at it: «свыше 80».
    Above,
    /// Below it: «менее 3».
    Below,
    /// At it or below: «не более 3».
    AtMost,
}

/// What leads to more points: the next step of the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// The nearest better band.
    Band {
        /// {порог}: where it begins.
        threshold: Decimal,
        /// On which side of the threshold it lies.
        side: Side,
        /// Its points.
        points: Decimal,
        /// {не хватает}: how far the value is from it, in the indicator's unit: above zero or, just at a threshold that does not belong
        /// to the band, zero.
        /// For whole numbers it is whole and leads into the band.
        lacking: Exact,
        /// For a ratio with both parts: by how much the numerator has to change, the denominator staying. Whole where the part is.
        in_numerator: Option<Exact>,
    },
    /// The nearest better option.
    Option {
        /// Which, counted from 0.
        option: usize,
        /// Its points.
        points: Decimal,
    },
    /// A scale without steps: the way to its most points.
    Most {
        /// Those points.
        points: Decimal,
        /// How far the value is from them, in the indicator's unit.
        lacking: Exact,
    },
}

/// What leads to more points; `None` at the most points, or where there is nothing to score.
/// `best` is the best number of the period, for [`Scoring::Relative`].
#[must_use]
pub fn next_step(indicator: &Indicator, figure: &Figure, best: Option<Exact>) -> Option<Next> {
    match (&indicator.scoring, figure) {
        (Scoring::Bands(bands), Figure::Number { value, how }) => {
            next_band(indicator, bands, *value, how)
        }
        (Scoring::Options(points), Figure::Choice(option)) => {
            let now = points.get(usize::from(*option))?;
            let (option, points) = points
                .iter()
                .enumerate()
                .filter(|(_, it)| *it > now)
                .min_by_key(|(_, it)| **it)?;
            Some(Next::Option {
                option,
                points: *points,
            })
        }
        (
            Scoring::PerUnit {
                start, points, cap, ..
            },
            Figure::Number { value, .. },
        ) => {
            let at_cap = (Exact::from(*cap) - Exact::from(*start)).over(Exact::from(*points))?;
            let lacking = if *points > Decimal::ZERO {
                at_cap - *value
            } else {
                *value - at_cap
            };
            most(*cap, lacking)
        }
        (Scoring::Direct { max }, Figure::Number { value, .. }) => {
            most(*max, Exact::from(*max) - *value)
        }
        (Scoring::Relative, Figure::Number { value, .. }) => {
            let lacking = match indicator.better {
                Better::Higher => best? - *value,
                Better::Lower => *value - best?,
            };
            most(Decimal::ONE_HUNDRED, lacking)
        }
        _ => None,
    }
}

fn most(points: Decimal, lacking: Exact) -> Option<Next> {
    (lacking > Exact::ZERO).then_some(Next::Most { points, lacking })
}

/// The nearest band with more points: looked for where the indicator improves, then on the other side (a norm in the middle of a scale).
fn next_band(indicator: &Indicator, bands: &[Band], value: Exact, how: &How) -> Option<Next> {
    let (at, now) = band_of(bands, value)?;
    let above = || {
        let band = bands
            .get(at + 1..)?
            .iter()
            .find(|it| it.points > now.points)?;
        let edge = band.from?;
        let side = if edge.above {
            Side::Above
        } else {
            Side::AtLeast
        };
        Some((edge.at, side, band.points))
    };
    let below = || {
        let (place, band) = bands
            .get(..at)?
            .iter()
            .enumerate()
            .rfind(|(_, it)| it.points > now.points)?;
        let edge = bands.get(place + 1)?.from?;
        let side = if edge.above {
            Side::AtMost
        } else {
            Side::Below
        };
        Some((edge.at, side, band.points))
    };
    let (threshold, side, points) = match indicator.better {
        Better::Higher => above().or_else(below),
        Better::Lower => below().or_else(above),
    }?;
    let bound = Exact::from(threshold);
    let (whole, parts) = match &indicator.measure {
        Measure::Number { whole } => (*whole, None),
        Measure::Ratio {
            numerator, factor, ..
        } => (false, Some((numerator.whole, *factor))),
        _ => (false, None),
    };
    let in_numerator = match (parts, how) {
        (
            Some((whole, factor)),
            How::Parts {
                numerator,
                denominator,
            },
        ) => (bound * Exact::from(*denominator))
            .over(Exact::from(factor))
            .map(|wanted| distance(Exact::from(*numerator), wanted, side, whole)),
        _ => None,
    };
    Some(Next::Band {
        threshold,
        side,
        points,
        lacking: distance(value, bound, side, whole),
        in_numerator,
    })
}

/// How far a number is from a bound; among whole numbers, from the nearest that lies on the side.
fn distance(number: Exact, bound: Exact, side: Side, whole: bool) -> Exact {
    match (side, whole) {
        (Side::AtLeast | Side::Above, false) => bound - number,
        (Side::AtLeast, true) => bound.ceiling() - number,
        (Side::Above, true) => bound.floor() + Exact::ONE - number,
        (Side::Below | Side::AtMost, false) => number - bound,
        (Side::Below, true) => number - (bound.ceiling() - Exact::ONE),
        (Side::AtMost, true) => number - bound.floor(),
    }
}

/// The number as it is shown: with the indicator's decimals, and more where rounding would carry it over a bound of the scale.
#[must_use]
pub fn shown(indicator: &Indicator, value: Exact) -> Decimal {
    value.shown(&indicator.scoring.edges(), indicator.decimals)
}
