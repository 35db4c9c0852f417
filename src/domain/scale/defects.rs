//! What is wrong with a table: values that no row has or two rows have, rows that hold for nothing, points that go the wrong way.
//!
//! Everything is checked exactly, by cuts; every defect of values has a value that shows it.

use rust_decimal::Decimal;

use super::cut::Span;
use super::interval::Unreadable;
use super::table::{Placed, Table};
use crate::domain::catalogue::Better;

/// What is wrong with a table. Rows are counted from 0, in the order of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Defect {
    /// There is no row.
    NoRow,
    /// There is one row only: every value has the same points.
    OneRow,
    /// A row could not be read.
    Unreadable {
        /// Which.
        row: usize,
        /// Why, and where.
        why: Unreadable,
    },
    /// A row has no points.
    NoPoints {
        /// Which.
        row: usize,
    },
    /// A row goes from the greater to the lesser. Everything else is checked as if it were turned round.
    Reversed {
        /// Which.
        row: usize,
    },
    /// No number lies in the row: «свыше 5, но менее 5», among whole numbers «свыше 5, но менее 6».
    Nothing {
        /// Which.
        row: usize,
    },
    /// All of a row lies where no value can be.
    OutOfBounds {
        /// Which.
        row: usize,
        /// The least possible value.
        min: Option<Decimal>,
        /// The greatest possible value.
        max: Option<Decimal>,
    },
    /// Between two rows there are values that neither has.
    Gap {
        /// The row below.
        below: usize,
        /// The row above.
        above: usize,
        /// Where the gap begins.
        from: Decimal,
        /// Where it ends.
        to: Decimal,
        /// A value in it.
        sample: Decimal,
    },
    /// Two rows have the same values, with different points.
    Overlap {
        /// One row.
        below: usize,
        /// The other.
        above: usize,
        /// A value that both have.
        sample: Decimal,
    },
    /// Possible values lie below the lowest row.
    BelowLowest {
        /// The lowest row.
        row: usize,
        /// Such a value.
        sample: Decimal,
    },
    /// Possible values lie above the highest row.
    AboveHighest {
        /// The highest row.
        row: usize,
        /// Such a value.
        sample: Decimal,
    },
    /// From row to row the points go against the better direction, wherever they move.
    WrongWay {
        /// The better direction.
        better: Better,
    },
    /// Between two neighbouring rows, and not all of them, the points go against the better direction.
    NotMonotone {
        /// The row of the lower values.
        below: usize,
        /// The row of the higher values.
        above: usize,
        /// The better direction.
        better: Better,
    },
    /// No row gives more than 0 points: the indicator would count in no index.
    NothingToGain {
        /// The most points that there are.
        most: Decimal,
    },
    /// A row takes points away.
    Negative {
        /// Which.
        row: usize,
        /// Its points.
        points: Decimal,
    },
}

/// How heavy a defect is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth a look; the scale can stay so.
    Remark,
    /// Has to be mended.
    Fault,
}

impl Defect {
    /// Whether the scale can stay so.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Defect::OneRow
            | Defect::WrongWay { .. }
            | Defect::NotMonotone { .. }
            | Defect::Negative { .. } => Severity::Remark,
            _ => Severity::Fault,
        }
    }

    /// The rows it stands at, in the order of the table.
    #[must_use]
    pub fn rows(&self) -> Vec<usize> {
        let mut rows = match *self {
            Defect::NoRow
            | Defect::OneRow
            | Defect::WrongWay { .. }
            | Defect::NothingToGain { .. } => Vec::new(),
            Defect::Unreadable { row, .. }
            | Defect::NoPoints { row }
            | Defect::Reversed { row }
            | Defect::Nothing { row }
            | Defect::OutOfBounds { row, .. }
            | Defect::BelowLowest { row, .. }
            | Defect::AboveHighest { row, .. }
            | Defect::Negative { row, .. } => vec![row],
            Defect::Gap { below, above, .. }
            | Defect::Overlap { below, above, .. }
            | Defect::NotMonotone { below, above, .. } => vec![below, above],
        };
        rows.sort_unstable();
        rows
    }
}

/// Everything that is wrong with a table: first what stands at single rows, then the values, then the points.
#[must_use]
pub fn defects(table: &Table) -> Vec<Defect> {
    let mut out = of_values(table);
    of_points(table, &mut out);
    out
}

/// What keeps the rows from being bands.
pub(super) fn of_values(table: &Table) -> Vec<Defect> {
    if table.rows.is_empty() {
        return vec![Defect::NoRow];
    }
    let mut out = Vec::new();
    let mut readable = true;
    for (row, it) in table.rows.iter().enumerate() {
        match &it.interval {
            Err(why) => {
                readable = false;
                let why = why.clone();
                out.push(Defect::Unreadable { row, why });
            }
            Ok(interval) => {
                let span = table.span(interval);
                if interval.is_reversed() {
                    out.push(Defect::Reversed { row });
                }
                if span.is_empty() {
                    out.push(Defect::Nothing { row });
                } else if span.within(table.all()).is_empty() {
                    let (min, max) = (table.values.min, table.values.max);
                    out.push(Defect::OutOfBounds { row, min, max });
                }
            }
        }
        if it.points.is_none() {
            out.push(Defect::NoPoints { row });
        }
    }
    let placed = table.placed();
    // What an unreadable row holds for is not known: it may be just what seems to be missing.
    if readable {
        missing(table, &placed, &mut out);
    }
    overlaps(table, &placed, &mut out);
    out
}

fn missing(table: &Table, placed: &[Placed], out: &mut Vec<Defect>) {
    let (all, grain) = (table.all(), table.values.grain);
    let (Some(first), Some(mut highest)) = (placed.first(), placed.first()) else {
        return;
    };
    let under = Span {
        from: all.from,
        to: first.span.from,
    };
    if !under.is_empty() {
        let sample = under.sample(grain);
        out.push(Defect::BelowLowest {
            row: first.row,
            sample,
        });
    }
    for next in placed.iter().skip(1) {
        let between = Span {
            from: highest.span.to,
            to: next.span.from,
        };
        if let (false, Some(from), Some(to)) =
            (between.is_empty(), between.from.value(), between.to.value())
        {
            out.push(Defect::Gap {
                below: highest.row,
                above: next.row,
                from,
                to,
                sample: between.inner(grain),
            });
        }
        if next.span.to > highest.span.to {
            highest = next;
        }
    }
    let over = Span {
        from: highest.span.to,
        to: all.to,
    };
    if !over.is_empty() {
        out.push(Defect::AboveHighest {
            row: highest.row,
            sample: over.sample(grain),
        });
    }
}

/// Every row that has values of a row below it with other points, once, with the nearest such row.
fn overlaps(table: &Table, placed: &[Placed], out: &mut Vec<Defect>) {
    for (at, above) in placed.iter().enumerate() {
        let found = placed.iter().take(at).rev().find_map(|below| {
            let both = above.span.within(below.span);
            (!both.is_empty() && below.points != above.points).then_some((below, both))
        });
        if let Some((below, both)) = found {
            out.push(Defect::Overlap {
                below: below.row,
                above: above.row,
                sample: both.sample(table.values.grain),
            });
        }
    }
}

fn of_points(table: &Table, out: &mut Vec<Defect>) {
    if let [_] = table.rows.as_slice() {
        out.push(Defect::OneRow);
    }
    // The points that are missing may be the most.
    let all: Option<Vec<Decimal>> = table.rows.iter().map(|it| it.points).collect();
    let most = all.and_then(|all| all.into_iter().max());
    if let Some(most) = most.filter(|it| *it <= Decimal::ZERO) {
        out.push(Defect::NothingToGain { most });
    }
    for (row, it) in table.rows.iter().enumerate() {
        if let Some(points) = it.points.filter(|it| *it < Decimal::ZERO) {
            out.push(Defect::Negative { row, points });
        }
    }
    direction(table, out);
}

fn direction(table: &Table, out: &mut Vec<Defect>) {
    let better = table.better;
    let placed = table.placed();
    let steps: Vec<(&Placed, &Placed, bool)> = (placed.iter().zip(placed.iter().skip(1)))
        .filter_map(|(below, above)| {
            let (low, high) = (below.points?, above.points?);
            let right = match better {
                Better::Higher => low < high,
                Better::Lower => low > high,
            };
            (low != high).then_some((below, above, right))
        })
        .collect();
    if !steps.is_empty() && steps.iter().all(|(.., right)| !right) {
        out.push(Defect::WrongWay { better });
        return;
    }
    for (below, above, _) in steps.iter().filter(|(.., right)| !right) {
        out.push(Defect::NotMonotone {
            below: below.row,
            above: above.row,
            better,
        });
    }
}
