//! Which way a formula points: what growth of its numerator does to the figure and to the points, and whether the parts seem swapped.
//!
//! Official papers contain reversed formulas: «на начало / на конец × 100» with points for 100–105, where growth gives less than 100.

use rust_decimal::Decimal;

use super::cut::Span;
use super::interval::Interval;
use super::table::{Grain, Table, Values};
use crate::domain::catalogue::{Band, Better, Indicator, Measure, Scoring};
use crate::domain::text::fold;

/// What becomes of a number while another grows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    /// It grows, or stays.
    Grows,
    /// It falls, or stays.
    Falls,
    /// It stays.
    Stays,
    /// It grows here and falls there: a norm in the middle.
    Varies,
}

impl Trend {
    /// What becomes of it while that other number falls.
    #[must_use]
    pub fn reversed(self) -> Trend {
        match self {
            Trend::Grows => Trend::Falls,
            Trend::Falls => Trend::Grows,
            other => other,
        }
    }
}

/// What is said to grow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Driver {
    /// The numerator of a ratio.
    Numerator,
    /// The value itself.
    Value,
    /// The figure of this period, compared with that of the period before.
    Current,
    /// One's own figure, compared with the reference.
    Own,
}

/// «Растёт числитель → доля растёт → баллы растут».
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Direction {
    /// What grows.
    pub driver: Driver,
    /// What becomes of the figure that is scored.
    pub figure: Trend,
    /// What becomes of the points.
    pub points: Trend,
    /// Which way the indicator improves.
    pub better: Better,
}

impl Direction {
    /// Whether the points go against the better direction.
    #[must_use]
    pub fn contradicts(&self) -> bool {
        let right = match self.better {
            Better::Higher => self.figure,
            Better::Lower => self.figure.reversed(),
        };
        self.points == right.reversed() && self.points != right
    }
}

/// What growth does to the points; `None` where there is no number that could grow.
#[must_use]
pub fn direction(it: &Indicator) -> Option<Direction> {
    let values = Values::of(it)?;
    let (driver, figure) = match &it.measure {
        Measure::Number { .. } => (Driver::Value, Trend::Grows),
        Measure::Ratio { factor, .. } => (Driver::Numerator, sign(*factor)),
        Measure::Delta { .. } => (Driver::Current, Trend::Grows),
        Measure::Benchmark { .. } => (Driver::Own, Trend::Grows),
        Measure::Choice { .. } => return None,
    };
    let points = points(&it.scoring, &values, it.better)?;
    Some(Direction {
        driver,
        figure,
        points: match figure {
            Trend::Grows => points,
            Trend::Falls => points.reversed(),
            still => still,
        },
        better: it.better,
    })
}

fn sign(number: Decimal) -> Trend {
    match number.cmp(&Decimal::ZERO) {
        std::cmp::Ordering::Greater => Trend::Grows,
        std::cmp::Ordering::Less => Trend::Falls,
        std::cmp::Ordering::Equal => Trend::Stays,
    }
}

/// What becomes of the points while the scored figure grows.
fn points(scoring: &Scoring, values: &Values, better: Better) -> Option<Trend> {
    Some(match scoring {
        Scoring::Bands(bands) => of_bands(bands, values),
        Scoring::PerUnit {
            points, floor, cap, ..
        } if floor < cap => sign(*points),
        Scoring::PerUnit { .. } => Trend::Stays,
        Scoring::Direct { .. } => Trend::Grows,
        Scoring::Relative => match better {
            Better::Higher => Trend::Grows,
            Better::Lower => Trend::Falls,
        },
        Scoring::Printed(lines) => {
            let placed = Table::printed(lines, *values, better).placed();
            from_below(placed.iter().filter_map(|it| it.points).collect())
        }
        Scoring::Options(_) => return None,
    })
}

/// Over the bands that a possible value can have.
fn of_bands(bands: &[Band], values: &Values) -> Trend {
    let all = Span::all(values);
    let tops = (bands.iter().skip(1).map(|it| it.from)).chain(std::iter::once(None));
    let reachable: Vec<Decimal> = (bands.iter().zip(tops))
        .filter(|(band, top)| {
            let span = Span::of(&Interval::between(band.from, *top), Grain::Decimal);
            !span.within(all).is_empty()
        })
        .map(|(band, _)| band.points)
        .collect();
    from_below(reachable)
}

/// Of points from the lowest values to the highest.
fn from_below(all: Vec<Decimal>) -> Trend {
    let steps = || all.iter().zip(all.iter().skip(1));
    match (steps().any(|(a, b)| a < b), steps().any(|(a, b)| a > b)) {
        (true, false) => Trend::Grows,
        (false, true) => Trend::Falls,
        (false, false) => Trend::Stays,
        (true, true) => Trend::Varies,
    }
}

/// Words that suggest that numerator and denominator are swapped: what was before stands above what is now, or the plan above the fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swapped {
    /// The word in the numerator, as written.
    pub above: String,
    /// The word in the denominator, as written.
    pub below: String,
    /// What becomes of the points while the denominator grows, which seems to be what is measured; `None` where nothing is scored.
    pub points: Option<Trend>,
}

/// Words, folded: whole ones, or beginnings marked with `…`. Before them what should stand below, behind them what should stand above.
const PAIRS: [(&[&str], &[&str]); 2] = [
    (
        &[
            "начало",
            "начала",
            "начале",
            "началу",
            "предыдущ…",
            "предшеств…",
            "прошлый",
            "прошлого",
            "прошлом",
            "прошлому",
            "прошлым",
            "прошлая",
            "прошлой",
            "прошлую",
            "прошлое",
            "прошлые",
            "прошлых",
            "прошлыми",
            "прошлогодн…",
            "базовый",
            "базового",
            "базовом",
        ],
        &[
            "конец",
            "конца",
            "конце",
            "концу",
            "текущ…",
            "отчетный",
            "отчетного",
            "отчетном",
            "отчетному",
            "отчетной",
            "отчетную",
            "отчетная",
            "отчетное",
            "нынешн…",
        ],
    ),
    (
        &[
            "план",
            "плана",
            "плану",
            "планов…",
            "планируем…",
            "запланир…",
        ],
        &["факт", "факту", "фактич…"],
    ),
];

/// «Прошедший» is also whoever has passed; it is the past only before these.
const PAST: [&str; 6] = ["год", "период", "квартал", "полугоди", "учебн", "месяц"];

/// Whether the parts of a ratio seem swapped, by the words of their titles.
#[must_use]
pub fn swapped(it: &Indicator) -> Option<Swapped> {
    let Measure::Ratio {
        numerator,
        denominator,
        ..
    } = &it.measure
    else {
        return None;
    };
    PAIRS.iter().find_map(|(lower, upper)| {
        let above = word_of(&numerator.title, lower)?;
        let below = word_of(&denominator.title, upper)?;
        // A part that names both is a comparison itself: «прирост с начала до конца года».
        let itself = word_of(&numerator.title, upper).is_some()
            || word_of(&denominator.title, lower).is_some();
        (!itself).then(|| Swapped {
            above,
            below,
            points: direction(it).map(|it| it.points.reversed()),
        })
    })
}

/// The first word of a title that is one of these, as written.
fn word_of(title: &str, wanted: &[&str]) -> Option<String> {
    let words: Vec<&str> = (title.split(|c: char| !c.is_alphanumeric()))
        .filter(|it| !it.is_empty())
        .collect();
    (words.iter().enumerate())
        .find(|(at, word)| {
            let folded = fold(word);
            let listed = wanted.iter().any(|it| match it.strip_suffix('…') {
                Some(beginning) => folded.starts_with(beginning),
                None => folded == *it,
            });
            let past = wanted.contains(&"прошлый")
                && folded.starts_with("прошедш")
                && words
                    .get(at + 1)
                    .is_some_and(|next| PAST.iter().any(|it| fold(next).starts_with(it)));
            listed || past
        })
        .map(|(_, word)| (*word).to_owned())
}
