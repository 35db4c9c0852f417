//! From a table to the bands of a scale, and from bands back to rows. How a table is mended first: see `super::mend`.
//!
//! A band holds from its edge up to the next one's. What a table says beyond that is a defect: see [`mod@super::defects`].

use super::cut::Cut;
use super::defects::{self, Defect, Severity};
use super::interval::Interval;
use super::table::{Grain, Row, Table, Values};
use crate::domain::catalogue::Band;
use crate::domain::number::Edge;

/// The bands that a table means, exactly. The lowest has no edge where the table reaches the least possible value, the highest never
/// ends. Among whole numbers a band begins with the first of them: «более 5» is from 6.
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
            let from = cut.edge().filter(|_| cut > table.all().from);
            out.push(Band { from, points });
        }
    }
    Ok(out)
}

/// The rows that print bands: among whole numbers «0», «1–5», «6 и выше», among others «менее 40», «от 40, но менее 60», «80 и выше».
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

fn printed(from: Option<Edge>, top: Option<Edge>, values: &Values) -> Interval {
    let low = from.or(values.min.map(Edge::at));
    match (values.grain, low, top) {
        // The greatest possible value alone: «100», not «100 и выше».
        (_, Some(low), None) if values.max.map(Edge::at) == Some(low) => Interval::point(low.at),
        (Grain::Whole, Some(low), Some(top)) if low.first_whole() <= top.last_whole() => {
            Interval::closed(low.first_whole(), top.last_whole())
        }
        (Grain::Whole, Some(low), None) if low.above => {
            Interval::between(Some(Edge::at(low.first_whole())), None)
        }
        _ => Interval::between(from, top),
    }
}
