//! What an indicator comes to for the municipality as a whole.
//!
//! Invariant: never a mean of percentages. Shares are ΣA ÷ ΣB; yes/no is the share of «да»; counts and points have mean and median.

use rust_decimal::Decimal;

use super::exact::Exact;
use super::indicator::IndicatorScores;
use super::measure::{Figure, How};
use super::roster::Roster;
use super::scores::PeriodScores;
use crate::domain::catalogue::{Indicator, Input, Measure};
use crate::domain::ids::{DirectionId, IndicatorId, PeriodId};
use crate::domain::state::State;
use crate::domain::text::fold;
use crate::domain::value::Subject;

/// An indicator of the municipality in a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Municipal {
    /// What it comes to.
    pub value: MunicipalValue,
    /// How many subjects are in that figure: the 57 of «по 57 из 60 ОО».
    pub counted: usize,
    /// How many have something to score; with `counted`, shows how many percents without parts were left out.
    pub filled: usize,
    /// How many it applies to: the 60. Who has «н/п» is not among them.
    pub applicable: usize,
    /// Mean and median of the points, where the indicator gives any.
    pub points: Option<Spread>,
}

/// What the municipality comes to, by the kind of measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MunicipalValue {
    /// ΣA ÷ ΣB × factor.
    Ratio {
        /// The figure, in the indicator's unit.
        value: Exact,
        /// ΣA.
        numerator: Exact,
        /// ΣB.
        denominator: Exact,
    },
    /// How often each option was chosen.
    Options {
        /// Subjects by option, in the order of the options.
        chosen: Vec<usize>,
        /// The option «да», where there are two.
        yes: Option<usize>,
        /// The share of «да» in percent, where there are two options and anything was chosen.
        share: Option<Exact>,
    },
    /// Numbers side by side.
    Numbers(Spread),
    /// The change of the municipal figure to the period before: ΣA ÷ ΣB now minus then.
    Change {
        /// The difference, in the unit of the input.
        value: Exact,
        /// The municipality's figure now.
        now: Exact,
        /// The municipality's figure then.
        before: Exact,
    },
    /// The municipality's own cell.
    Own(Figure),
    /// Nothing to add up.
    Nothing,
}

/// The middle of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The mean; `None` for percentages, which have none.
    pub mean: Option<Exact>,
    /// The median.
    pub median: Exact,
    /// The lowest.
    pub min: Exact,
    /// The highest.
    pub max: Exact,
}

impl Spread {
    /// Of these numbers; `None` if there are none.
    #[must_use]
    pub fn of(numbers: impl IntoIterator<Item = Exact>) -> Option<Spread> {
        let mut numbers: Vec<Exact> = numbers.into_iter().collect();
        numbers.sort_unstable();
        let (min, max) = (*numbers.first()?, *numbers.last()?);
        let count = Exact::whole(i64::try_from(numbers.len()).ok()?);
        let upper = *numbers.get(numbers.len() / 2)?;
        let median = if numbers.len().is_multiple_of(2) {
            let lower = *numbers.get(numbers.len() / 2 - 1)?;
            (lower + upper).over(Exact::whole(2))?
        } else {
            upper
        };
        Some(Spread {
            mean: numbers.into_iter().sum::<Exact>().over(count),
            median,
            min,
            max,
        })
    }
}

/// The municipality's figure of an indicator in a period.
#[must_use]
pub fn municipal(state: &State, period: PeriodId, indicator: IndicatorId) -> Municipal {
    municipal_of(state, &IndicatorScores::of(state, period, indicator))
}

/// The same with the period's roster at hand.
#[must_use]
pub fn municipal_in(state: &State, roster: &Roster, indicator: IndicatorId) -> Municipal {
    municipal_of(state, &IndicatorScores::in_roster(state, roster, indicator))
}

/// The same from scores at hand.
#[must_use]
pub fn municipal_of(state: &State, scores: &IndicatorScores) -> Municipal {
    let filled = scores.cells.iter().filter(|it| it.figure.is_filled());
    let mut summed = Municipal {
        value: MunicipalValue::Nothing,
        counted: 0,
        filled: filled.count(),
        applicable: scores.cells.iter().filter(|it| it.figure.applies()).count(),
        points: Spread::of(scores.cells.iter().filter_map(|it| it.points)),
    };
    if let Some(indicator) = state.indicator_in(scores.period, scores.indicator) {
        (summed.value, summed.counted) = value_of(state, scores, indicator);
    }
    summed
}

/// The figure, and how many subjects it is made of.
fn value_of(
    state: &State,
    scores: &IndicatorScores,
    indicator: &Indicator,
) -> (MunicipalValue, usize) {
    if let Some(own) = scores.get(Subject::Municipality) {
        return (MunicipalValue::Own(own.figure), 1);
    }
    match &indicator.measure {
        Measure::Ratio { factor, .. } => ratio(scores, *factor),
        Measure::Choice { options } => choice(scores, options),
        Measure::Delta {
            input: Input::Indicator(input),
        } if is_ratio(state, scores.period, *input) => change(state, scores, *input),
        _ => numbers(scores, indicator),
    }
}

fn is_ratio(state: &State, period: PeriodId, indicator: IndicatorId) -> bool {
    state
        .indicator_in(period, indicator)
        .is_some_and(|it| matches!(it.measure, Measure::Ratio { .. }))
}

/// ΣA ÷ ΣB over those of whom both parts are known.
fn ratio(scores: &IndicatorScores, factor: Decimal) -> (MunicipalValue, usize) {
    let (mut numerator, mut denominator) = (Exact::ZERO, Exact::ZERO);
    let mut counted = 0;
    for cell in &scores.cells {
        if let Figure::Number {
            how:
                How::Parts {
                    numerator: a,
                    denominator: b,
                }
                | How::RolledUp {
                    parts: Some((a, b)),
                    ..
                },
            ..
        } = cell.figure
        {
            numerator = numerator + Exact::from(a);
            denominator = denominator + Exact::from(b);
            counted += 1;
        }
    }
    match (numerator * Exact::from(factor)).over(denominator) {
        Some(value) => (
            MunicipalValue::Ratio {
                value,
                numerator,
                denominator,
            },
            counted,
        ),
        None => (MunicipalValue::Nothing, 0),
    }
}

fn choice(scores: &IndicatorScores, options: &[String]) -> (MunicipalValue, usize) {
    let mut chosen = vec![0_usize; options.len()];
    let mut counted = 0;
    for cell in &scores.cells {
        if let Figure::Choice(option) = cell.figure
            && let Some(it) = chosen.get_mut(usize::from(option))
        {
            *it += 1;
            counted += 1;
        }
    }
    let yes = yes_of(options);
    let count = |n: usize| i64::try_from(n).map_or(Exact::ZERO, Exact::whole);
    let share = yes
        .and_then(|it| chosen.get(it))
        .and_then(|it| (count(*it) * Exact::HUNDRED).over(count(counted)));
    (MunicipalValue::Options { chosen, yes, share }, counted)
}

/// Of two options, the one that says «да»; the first where neither does.
fn yes_of(options: &[String]) -> Option<usize> {
    let says_yes = |it: &String| ["да", "yes"].contains(&fold(it).trim());
    (options.len() == 2).then(|| options.iter().position(says_yes).unwrap_or(0))
}

/// The municipality's share now minus that of the period before which the cells look back to.
fn change(state: &State, scores: &IndicatorScores, input: IndicatorId) -> (MunicipalValue, usize) {
    let figures = || {
        let then = scores.cells.iter().find_map(|it| match it.figure {
            Figure::Number {
                how: How::Delta { than, .. },
                ..
            } => Some(than),
            _ => None,
        })?;
        let now = municipal(state, scores.period, input);
        let before = municipal(state, then, input);
        match (now.value, before.value) {
            (MunicipalValue::Ratio { value: a, .. }, MunicipalValue::Ratio { value: b, .. }) => {
                Some((a, b, now.counted))
            }
            _ => None,
        }
    };
    match figures() {
        Some((now, before, counted)) => (
            MunicipalValue::Change {
                value: now - before,
                now,
                before,
            },
            counted,
        ),
        None => (MunicipalValue::Nothing, 0),
    }
}

fn numbers(scores: &IndicatorScores, indicator: &Indicator) -> (MunicipalValue, usize) {
    let numbers: Vec<Exact> = scores
        .cells
        .iter()
        .filter_map(|it| it.figure.number())
        .collect();
    let counted = numbers.len();
    match Spread::of(numbers) {
        Some(spread) => (
            MunicipalValue::Numbers(Spread {
                mean: spread.mean.filter(|_| !is_percentage(indicator)),
                ..spread
            }),
            counted,
        ),
        None => (MunicipalValue::Nothing, 0),
    }
}

/// Whether the numbers are percentages, or made of them: their mean would weigh a school of 40 like one of 1 000.
fn is_percentage(indicator: &Indicator) -> bool {
    let in_unit = indicator.unit.contains('%') || fold(&indicator.unit).starts_with("п.п");
    in_unit || matches!(indicator.measure, Measure::Benchmark { .. })
}

/// Mean and median of the heads' indices of a direction; those «справочно» count, because their organisations are part of the municipality.
#[must_use]
pub fn of_direction(scores: &PeriodScores, direction: DirectionId) -> Option<Spread> {
    Spread::of(scores.rows.iter().filter_map(|row| {
        row.directions
            .iter()
            .find(|it| it.direction == direction)?
            .index
    }))
}
