//! From a table to the bands of a scale, exactly or mended, and from bands back to rows.
//!
//! A band holds from its bound up to the next one's. What a table says beyond that is a defect: see [`mod@super::defects`].

use rust_decimal::Decimal;

use super::cut::Cut;
use super::defects::{self, Defect, Severity};
use super::interval::Interval;
use super::table::{Grain, Row, Table, Values};
use crate::domain::catalogue::Band;

/// The bands that a table means. The lowest has no bound where the table reaches the least possible value, the highest never has one.
/// With decimals a row may begin just after a value («свыше 59»): its band begins at the value, which [`Defect::Edge`] says.
///
/// # Errors
/// The faults that keep the rows from being bands.
pub fn close(table: &Table) -> Result<Vec<Band>, Vec<Defect>> {
    let faults: Vec<Defect> = (defects::of_values(table).into_iter())
        .filter(|it| it.severity() == Severity::Fault)
        .collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    let placed = table.placed();
    // Rows may lie one over the other where their points are the same: what counts is where the points change, and where a row begins.
    let mut cuts: Vec<Cut> = placed
        .iter()
        .flat_map(|it| [it.span.from, it.span.to])
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut out: Vec<Band> = Vec::new();
    for cut in cuts {
        let mut here = placed
            .iter()
            .filter(|it| it.span.from <= cut && cut < it.span.to);
        let Some(points) = here.clone().find_map(|it| it.points) else {
            continue;
        };
        let begins = here.any(|it| it.span.from == cut);
        if begins || out.last().is_none_or(|last| last.points != points) {
            push(&mut out, table, cut, points);
        }
    }
    Ok(out)
}

/// The bands nearest to a table with defects. Every gap goes to the row below it: a row begins where it is printed to begin, and holds until
/// the next one begins; the lowest has no bound. Rows without a lower end («до 3», «до 5», «до 10») begin where the one before ends.
/// Beside a row of one value («0», «=1») the next one begins a shown step later. Of two rows that begin together the first stands.
/// Rows that cannot be read, have no points or hold for nothing possible are left out.
#[must_use]
pub fn suggest(table: &Table) -> Vec<Band> {
    let grain = table.values.grain;
    let mut rows: Vec<(Cut, Option<Decimal>, Decimal)> = Vec::new();
    let mut open: Option<Cut> = None;
    let mut placed = table.placed();
    placed.retain(|it| it.points.is_some());
    // Those without a lower end by their upper end, before the others.
    placed.sort_by_key(|it| (it.begins, if it.begins { it.span.from } else { it.span.to }));
    for it in &placed {
        let Some(points) = it.points else { continue };
        let from = match (it.begins, open) {
            (false, Some(before)) => before,
            _ => it.span.from,
        };
        if !it.begins {
            open = Some(it.span.to);
        }
        rows.push((from, it.span.only(grain), points));
    }
    // A row of one value stands before a row that begins with it.
    rows.sort_by_key(|(from, only, _)| (from.value(), only.is_none()));
    let mut out: Vec<Band> = Vec::new();
    // Where the band before begins, and the one value that it has to keep.
    let (mut begun, mut kept): (Option<Decimal>, Option<Decimal>) = (None, None);
    for (from, only, points) in rows {
        let mut at = from.value();
        if let (Some(keeps), Some(value)) = (kept, at)
            && value <= keeps
        {
            if only.is_some() {
                continue;
            }
            at = keeps.checked_add(table.values.step());
        }
        // Of two rows that end together the second would begin where all values end.
        let beyond = at.is_some_and(|it| Cut::At(it, false) >= table.all().to);
        if beyond || (!out.is_empty() && at <= begun) {
            continue;
        }
        out.push(Band {
            from: if out.is_empty() { None } else { at },
            points,
        });
        (begun, kept) = (at, only);
    }
    out
}

/// Just before and just after a value is the same place for bands; of two rows that begin there the second goes on.
fn push(out: &mut Vec<Band>, table: &Table, cut: Cut, points: Decimal) {
    let least = table.all().from;
    let reaches_least = out.first().map_or(cut <= least, |it| it.from.is_none());
    let from = match reaches_least && cut.value() == least.value() {
        true => None,
        false => cut.value(),
    };
    out.pop_if(|last| last.from == from);
    out.push(Band { from, points });
}

/// The rows that print bands: among whole numbers «0», «1–5», «6 и выше», among others «менее 40», «от 40 до 60», «80 и выше».
#[must_use]
pub fn rows_of(bands: &[Band], values: &Values) -> Vec<Row> {
    let tops = (bands.iter().skip(1).map(|it| it.from)).chain(std::iter::once(None));
    (bands.iter().zip(tops))
        .map(|(band, top)| Row {
            interval: Ok(printed(band.from, top, values)),
            points: Some(band.points),
        })
        .collect()
}

fn printed(from: Option<Decimal>, top: Option<Decimal>, values: &Values) -> Interval {
    let low = from.or(values.min);
    match (values.grain, low, top) {
        // The greatest possible value alone: «100», not «100 и выше».
        (_, Some(low), None) if values.max == Some(low) => Interval::point(low),
        (Grain::Whole, Some(low), Some(top)) if low < top => {
            let last = if top.fract().is_zero() {
                top - Decimal::ONE
            } else {
                top.floor()
            };
            Interval::closed(low.ceil(), last)
        }
        _ => Interval::half_open(from, top),
    }
}
