//! What the others have: the middle of a column and how far its figures lie from it, by measures that a few wild ones do not move.
//!
//! The middle is the median, the distance the median of the distances from it (MAD). A figure is an outlier where
//! 0,6745 × |figure − median| ÷ MAD passes the threshold (Iglewicz, Hoaglin). Where more than half of the figures are one and the same
//! the MAD is 0 and there is no distance to measure by: then nothing is called an outlier, and bounds and jumps are what watches.
//!
//! Where most stand close together the MAD is next to nothing, and a figure like any other would be many of them away: of 99,2 % with a MAD
//! of 0,3 that is 97,6 %. (The estimate «implodes», as Rousseeuw and Croux call it.) It is never taken for less than [`least`] says.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{figure, is_percentage};
use crate::domain::catalogue::{Indicator, Measure};
use crate::domain::number::Ratio;
use crate::domain::people::OrganisationKind;
use crate::domain::state::{Column, State};
use crate::domain::value::{Entry, Subject};

/// Fewer figures than this have no middle worth the name.
const ENOUGH: usize = 8;
/// Digits of a figure that count here.
const DECIMALS: u32 = 4;

/// The middles of a column: of organisations of each kind where there are enough of it, and of all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Peers {
    kinds: BTreeMap<OrganisationKind, Middle>,
    all: Option<Middle>,
}

/// The middle of some figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Middle {
    median: Decimal,
    /// The median of the distances from it.
    mad: Decimal,
    figures: usize,
}

/// How a figure stands among the others.
pub(super) struct Apart {
    pub(super) median: Decimal,
    pub(super) peers: usize,
    /// The others are of the same kind.
    pub(super) alike: bool,
}

impl Peers {
    /// Those of a column; `typed` stands in the place of what the subject has there.
    pub(super) fn of(
        state: &State,
        indicator: &Indicator,
        column: Option<&Column>,
        typed: Option<(Subject, &Entry)>,
    ) -> Peers {
        let others = (column.into_iter().flatten())
            .filter(|(subject, _)| typed.is_none_or(|it| it.0 != **subject))
            .map(|(subject, value)| (*subject, &value.entry));
        let mut all = Vec::new();
        let mut kinds: BTreeMap<OrganisationKind, Vec<Decimal>> = BTreeMap::new();
        for (subject, entry) in others.chain(typed) {
            let Some(figure) = figure(indicator, entry).map(|it| it.rounded(DECIMALS)) else {
                continue;
            };
            all.push(figure);
            if let Some(kind) = kind_of(state, subject) {
                kinds.entry(kind).or_default().push(figure);
            }
        }
        let middles = kinds
            .into_iter()
            .filter_map(|(kind, it)| Some((kind, Middle::of(it)?)));
        Peers {
            kinds: middles.collect(),
            all: Middle::of(all),
        }
    }

    /// How far apart a figure stands, where that is further than the threshold.
    pub(super) fn outlier(
        &self,
        state: &State,
        subject: Subject,
        figure: Ratio,
        indicator: &Indicator,
        threshold: Decimal,
    ) -> Option<Apart> {
        let own = kind_of(state, subject).and_then(|kind| self.kinds.get(&kind));
        let middle = own.or(self.all.as_ref())?;
        let distance = (figure.rounded(DECIMALS).checked_sub(middle.median)?).abs();
        // 0,6745 is the distance of a quartile from the middle of a normal distribution, in its standard deviations.
        let apart = distance.checked_mul(Decimal::new(6745, 4))?;
        let mad = middle.mad.max(least(indicator, middle.median));
        let most = mad.checked_mul(threshold)?;
        (!middle.mad.is_zero() && apart > most).then_some(Apart {
            median: middle.median.normalize(),
            peers: middle.figures,
            alike: own.is_some(),
        })
    }
}

/// The least distance from the middle that figures of an indicator are measured by: a hundredth of the whole of a share, which is a point of
/// percent; one where things are counted; of anything else a hundredth of the middle. With the usual threshold of 3,5 a share must lie more
/// than 5,2 points from the middle to be called an outlier; the steps of scales are of that order and wider.
fn least(indicator: &Indicator, median: Decimal) -> Decimal {
    match &indicator.measure {
        Measure::Ratio { factor, .. } => *factor / Decimal::ONE_HUNDRED,
        _ if is_percentage(indicator) => Decimal::ONE,
        Measure::Number { whole: true } => Decimal::ONE,
        _ => median.abs() / Decimal::ONE_HUNDRED,
    }
}

fn kind_of(state: &State, subject: Subject) -> Option<OrganisationKind> {
    match subject {
        Subject::Organisation(id) => state.organisations.get(&id).map(|it| it.kind),
        Subject::Person(_) | Subject::Municipality => None,
    }
}

impl Middle {
    fn of(mut figures: Vec<Decimal>) -> Option<Middle> {
        if figures.len() < ENOUGH {
            return None;
        }
        let median = median(&mut figures)?;
        let mut distances: Vec<Decimal> = figures.iter().map(|it| (*it - median).abs()).collect();
        Some(Middle {
            median,
            mad: self::median(&mut distances)?,
            figures: figures.len(),
        })
    }
}

/// What stands in the middle: of an even number the mean of the two.
fn median(all: &mut [Decimal]) -> Option<Decimal> {
    all.sort_unstable();
    let half = all.len() / 2;
    let upper = *all.get(half)?;
    if all.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = *all.get(half.checked_sub(1)?)?;
    lower.checked_add(upper)?.checked_div(Decimal::TWO)
}
