//! Whether the words kept for recommendations speak of points that the scale gives.

use rust_decimal::Decimal;

use super::{Found, Part, Trouble};
use crate::domain::catalogue::{Indicator, Scoring};
use crate::domain::record::Key;

/// After a scale is cut anew, words for the points of the old one would be offered where nobody meant them.
pub fn look_at(key: Key, it: &Indicator, out: &mut Found) {
    let Some(given) = given(&it.scoring) else {
        return;
    };
    let mut points: Vec<Decimal> = (it.wording.iter())
        .map(|it| it.points)
        .filter(|it| !given.contains(it))
        .collect();
    points.sort();
    points.dedup();
    if !points.is_empty() {
        out.add(key, Part::Wording, Trouble::WordingWithoutPoints { points });
    }
}

/// All points that a scale gives; `None` where any number of them may come out.
fn given(scoring: &Scoring) -> Option<Vec<Decimal>> {
    match scoring {
        Scoring::Bands(bands) => Some(bands.iter().map(|it| it.points).collect()),
        Scoring::Options(points) => Some(points.clone()),
        Scoring::Printed(_)
        | Scoring::PerUnit { .. }
        | Scoring::Direct { .. }
        | Scoring::Relative => None,
    }
}
