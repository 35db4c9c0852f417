//! A table with defects, mended as far as nobody has to be asked: gaps that only the printing makes, ends that two rows share,
//! lines of which each is meant to begin where the one before ends.
//!
//! What would change a scale by guessing stays as it is typed: wide gaps and overlaps, and the ends of a table that is not finished.

use rust_decimal::Decimal;

use super::cut::{Cut, Span};
use super::defects::{Defect, defects};
use super::interval::Interval;
use super::table::{Grain, Table};
use crate::domain::catalogue::{Indicator, Measure};

/// A row while it is mended.
struct Piece {
    row: usize,
    span: Span,
    points: Option<Decimal>,
    /// Where its line was printed with «до», which does not tell whether the end belongs.
    loose: bool,
}

/// The rows that change, with what they hold for then: a line that is turned round is put right; of «до 3», «до 5» and of «от 60», «от 80»
/// each goes up to the next; «40–59» before «60–79» goes up to 60, for nothing that is printed lies between; what two rows share belongs
/// to the upper one, but a row of one value («0» before «0–5») keeps it.
#[must_use]
pub fn mend(table: &Table) -> Vec<(usize, Interval)> {
    let grain = table.values.grain;
    let mut pieces: Vec<Piece> = (table.rows.iter().enumerate())
        .filter_map(|(row, it)| {
            let interval = it.interval.as_ref().ok()?;
            let span = table.span(interval);
            let possible = !span.is_empty() && !span.within(table.all()).is_empty();
            possible.then_some(Piece {
                row,
                span,
                points: it.points,
                loose: interval.loose,
            })
        })
        .collect();
    chain(&mut pieces);
    pieces.sort_by_key(|it| (it.span.from, it.span.to));
    for at in 1..pieces.len() {
        if let [before @ .., below, above] = pieces.get_mut(..=at).unwrap_or_default() {
            // Where a longer row lies under both of them, they are no neighbours.
            if before.iter().all(|it| it.span.to <= below.span.to) {
                meet(below, above, grain);
            }
        }
    }
    (pieces.iter())
        .filter_map(|it| {
            let was = table.rows.get(it.row)?.interval.as_ref().ok()?;
            let changed = was.is_reversed() || it.span != table.span(was);
            changed.then(|| (it.row, it.span.interval(grain)))
        })
        .collect()
}

/// The same of the table of an indicator. A share is no more than the whole, and an official table ends there: where nothing says so, the
/// last line goes up without an end, which gives every share the points it had.
#[must_use]
pub fn mend_of(indicator: &Indicator, table: &Table) -> Vec<(usize, Interval)> {
    let mut mended = mend(table);
    let Some((row, last)) = ends_at_whole(indicator, table) else {
        return mended;
    };
    let open = |it: Interval| Interval { high: None, ..it };
    match mended.iter_mut().find(|(it, _)| *it == row) {
        Some((_, it)) => *it = open(*it),
        None => mended.push((row, open(last))),
    }
    mended
}

/// The line of a table of shares that ends with the whole, and what it holds for, where the indicator does not say that there is no more.
#[must_use]
pub fn ends_at_whole(indicator: &Indicator, table: &Table) -> Option<(usize, Interval)> {
    let whole = Decimal::ONE_HUNDRED;
    let is_share = matches!(&indicator.measure, Measure::Ratio { factor, .. } if *factor == whole);
    if !is_share || indicator.bounds.hard_max.is_some() {
        return None;
    }
    let row = defects(table).into_iter().find_map(|it| match it {
        Defect::AboveHighest { row, .. } => Some(row),
        _ => None,
    })?;
    let last = table.rows.get(row)?.interval.as_ref().ok()?.in_order();
    let ends = last.low.is_some() && last.high == Some((whole, true));
    ends.then_some((row, last))
}

/// Lines without a lower end go on from each other by their upper ends, lines without an upper end by their lower ones.
fn chain(pieces: &mut [Piece]) {
    pieces.sort_by_key(|it| it.span.to);
    let mut before: Option<Cut> = None;
    for it in pieces.iter_mut().filter(|it| it.span.from == Cut::Bottom) {
        let to = it.span.to;
        if let Some(before) = before.filter(|it| *it < to) {
            it.span.from = before;
        }
        before = Some(to);
    }
    pieces.sort_by_key(|it| it.span.from);
    let mut next: Option<Cut> = None;
    for it in (pieces.iter_mut().rev()).filter(|it| it.span.to == Cut::Top) {
        let from = it.span.from;
        if let Some(next) = next.filter(|it| *it > from) {
            it.span.to = next;
        }
        next = Some(from);
    }
}

/// Closes what lies between two neighbours, if that is no more than the printing leaves open.
fn meet(below: &mut Piece, above: &mut Piece, grain: Grain) {
    let (ends, begins) = (below.span.to, above.span.from);
    if is_hairline(ends, begins, below.loose) {
        below.span.to = begins;
    } else if begins < ends && ends <= above.span.to && below.points != above.points {
        let both = Span {
            from: begins,
            to: ends,
        };
        let Some(shared) = both.only(grain) else {
            return;
        };
        match (below.span == both, above.span == both) {
            (true, true) => {}
            (true, false) => above.span.from = ends,
            (false, _) => below.span.to = Cut::At(shared, false),
        }
    }
}

/// Whether no number with as many digits as are printed lies between the rows: 59 and 60, 94,9 and 95.
fn is_hairline(ends: Cut, begins: Cut, loose: bool) -> bool {
    let (Cut::At(last, after), Cut::At(first, false)) = (ends, begins) else {
        return false;
    };
    let digits = last.normalize().scale().max(first.normalize().scale());
    let step = Decimal::new(1, digits);
    (after || loose) && last < first && first.checked_sub(last).is_some_and(|gap| gap <= step)
}
