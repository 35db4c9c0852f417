//! A scale as a table that somebody fills in, and what the numbers that it is for can be.

use rust_decimal::Decimal;

use super::cut::{Cut, Span};
use super::interval::{Interval, Unreadable};
use crate::domain::catalogue::{Better, Bounds, Indicator, Input, Measure, PrintedBand, RollUp};

/// Whether there are values between two neighbouring whole numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grain {
    /// No: people, complaints, days. After «1–5» comes «6–10», and nothing is left out.
    Whole,
    /// Yes: shares, means, hours.
    Decimal,
}

/// What the numbers can be that a scale is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Values {
    /// Whole or not.
    pub grain: Grain,
    /// The least possible value; `None` is without bound.
    pub min: Option<Decimal>,
    /// The greatest possible value; `None` is without bound.
    pub max: Option<Decimal>,
    /// Decimal places shown: the finest step that a mended scale makes.
    pub decimals: u32,
}

/// A line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The values that it holds for, or why the line could not be read.
    pub interval: Result<Interval, Unreadable>,
    /// The points for them; `None` where no number stands.
    pub points: Option<Decimal>,
}

/// A scale being made: rows in any order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The rows, as they stand.
    pub rows: Vec<Row>,
    /// What the measure can be.
    pub values: Values,
    /// Which way the indicator improves.
    pub better: Better,
}

impl Row {
    /// A row from what is typed into it.
    #[must_use]
    pub fn read(line: &str, points: Option<Decimal>) -> Row {
        Row {
            interval: Interval::read(line),
            points,
        }
    }
}

impl Table {
    /// The table of a scale that is kept as an act prints it.
    #[must_use]
    pub fn printed(lines: &[PrintedBand], values: Values, better: Better) -> Table {
        let row = |it: &PrintedBand| Row::read(&it.values, Some(it.points));
        Table {
            rows: lines.iter().map(row).collect(),
            values,
            better,
        }
    }
}

impl Values {
    /// What an indicator's figure can be: its hard bounds, carried over from the input to the figure where the two are different things.
    /// Counts, shares and ratios are not below 0. `None` for a choice, which has no number.
    #[must_use]
    pub fn of(indicator: &Indicator) -> Option<Values> {
        let Bounds {
            hard_min, hard_max, ..
        } = indicator.bounds;
        let zero = Some(Decimal::ZERO);
        let (whole, min, max) = match &indicator.measure {
            Measure::Number { whole: true } => {
                // The mean of whole numbers is none.
                let whole = indicator.roll_up != RollUp::Mean;
                (whole, hard_min.or(zero), hard_max)
            }
            Measure::Number { whole: false } => (false, hard_min, hard_max),
            Measure::Ratio { .. } => (false, hard_min.max(zero), hard_max),
            Measure::Choice { .. } => return None,
            // The bounds are those of what is typed: 0–100 can change by 100 either way.
            Measure::Delta {
                input: Input::Own { .. },
            } => {
                let most = hard_min
                    .zip(hard_max)
                    .and_then(|(min, max)| max.checked_sub(min));
                (false, most.map(|it| -it), most)
            }
            // How many times the reference it is has no bound above: the reference may be small.
            Measure::Benchmark {
                input: Input::Own { .. },
            } => (
                false,
                hard_min.filter(|it| !it.is_sign_negative()).and(zero),
                None,
            ),
            Measure::Delta { .. } | Measure::Benchmark { .. } => (false, hard_min, hard_max),
        };
        Some(Values {
            grain: if whole { Grain::Whole } else { Grain::Decimal },
            min,
            max,
            decimals: indicator.decimals,
        })
    }

    /// The finest difference that is shown: 1, 0,1, 0,01.
    #[must_use]
    pub fn step(&self) -> Decimal {
        match self.grain {
            Grain::Whole => Decimal::ONE,
            Grain::Decimal => Decimal::new(1, self.decimals.min(Decimal::MAX_SCALE)),
        }
    }
}

/// A row that can be reckoned with: in order, clipped to what is possible, its loose end decided.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    /// Its place in the table.
    pub row: usize,
    /// What it holds for.
    pub span: Span,
    pub points: Option<Decimal>,
}

impl Table {
    /// The rows that hold for something possible, from the lowest.
    pub(super) fn placed(&self) -> Vec<Placed> {
        let all = Span::all(&self.values);
        let mut out: Vec<Placed> = (self.rows.iter().enumerate())
            .filter_map(|(row, it)| {
                let interval = it.interval.as_ref().ok()?;
                let span = self.span(interval).within(all);
                (!span.is_empty()).then_some(Placed {
                    row,
                    span,
                    points: it.points,
                })
            })
            .collect();
        out.sort_by_key(|it| (it.span.from, it.span.to));
        out
    }

    /// What a line holds for in this table, before it is clipped to the possible. A loose end belongs to the line if it is the greatest
    /// value of all, or another line begins just after it; not if another line begins with it.
    pub(super) fn span(&self, interval: &Interval) -> Span {
        Span::of(&self.decided(interval), self.values.grain)
    }

    /// A line with its ends in order and a loose end decided, as `Self::span` has it.
    #[must_use]
    pub fn decided(&self, interval: &Interval) -> Interval {
        let mut interval = interval.in_order();
        if let (true, Some((high, false))) = (interval.loose, interval.high) {
            let grain = self.values.grain;
            let end = |belongs| {
                let high = Some((high, belongs));
                Span::of(&Interval { high, ..interval }, grain).to
            };
            let begins = |cut: Cut| {
                (self.rows.iter().filter_map(|it| it.interval.as_ref().ok()))
                    .any(|it| Span::of(&it.in_order(), grain).from == cut)
            };
            let last = self.values.max == Some(high);
            let belongs = !begins(end(false)) && (last || begins(end(true)));
            interval.high = Some((high, belongs));
        }
        interval
    }

    /// The rows that have a value, as printed: one in a sound table, none in a gap, several where rows overlap.
    #[must_use]
    pub fn rows_at(&self, value: Decimal) -> Vec<usize> {
        let cut = Cut::At(value.normalize(), false);
        (self.rows.iter().enumerate())
            .filter(|(_, it)| {
                it.interval.as_ref().is_ok_and(|interval| {
                    let span = self.span(interval);
                    span.from <= cut && cut < span.to
                })
            })
            .map(|(row, _)| row)
            .collect()
    }

    /// Everything that the measure can be.
    pub(super) fn all(&self) -> Span {
        Span::all(&self.values)
    }
}
