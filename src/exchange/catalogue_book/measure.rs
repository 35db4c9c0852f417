//! How the number of an indicator comes about, in its columns: read, and written.

use super::reader::{Once, positive, words};
use super::words::*;
use crate::domain::catalogue::{BaseQuantity, Input, Measure, Part};
use crate::domain::ids::{BaseQuantityId, DirectionId, IndicatorId};
use crate::exchange::workbook::CellText;
use crate::exchange::workbook::table::{Row, Wrong};

/// What a measure may name.
#[derive(Clone, Copy)]
pub(super) struct Refs<'a> {
    /// Base quantities, by title.
    pub(super) bases: &'a [(BaseQuantityId, BaseQuantity)],
    /// What directions are called.
    pub(super) directions: &'a [(DirectionId, String)],
    /// What indicators are called.
    pub(super) indicators: &'a [(IndicatorId, String)],
}

/// Columns that make sense with some ways of measuring only.
const OF_WAYS: [(&str, &[Way]); 10] = [
    (WHOLE, &[Way::Number]),
    (NUMERATOR, &[Way::Ratio]),
    (NUMERATOR_BASE, &[Way::Ratio]),
    (NUMERATOR_WHOLE, &[Way::Ratio]),
    (DENOMINATOR, &[Way::Ratio]),
    (DENOMINATOR_BASE, &[Way::Ratio]),
    (DENOMINATOR_WHOLE, &[Way::Ratio]),
    (FACTOR, &[Way::Ratio]),
    (INPUT, &[Way::Delta, Way::Benchmark]),
    (OWN, &[Way::Delta, Way::Benchmark]),
];

/// The measure of a row. The options of a choice are lines of its scale.
pub(super) fn read(
    row: &mut Row<'_>,
    refs: &Refs<'_>,
    options: &[String],
    retired: bool,
) -> Option<Measure> {
    let way = row.needed(MEASURE, |row, title| row.choice(title, &WAYS))?;
    for (column, ways) in OF_WAYS {
        if !ways.contains(&way) && !row.cell(column).is_blank() {
            let (other, says) = (MEASURE.to_owned(), word(&WAYS, &way));
            row.fault(column, Wrong::NotFor { other, says });
        }
    }
    Some(match way {
        Way::Number => Measure::Number {
            whole: row.yes_no(WHOLE).unwrap_or(false),
        },
        Way::Ratio => {
            let over = [NUMERATOR, NUMERATOR_BASE, NUMERATOR_WHOLE];
            let under = [DENOMINATOR, DENOMINATOR_BASE, DENOMINATOR_WHOLE];
            let numerator = part(row, over, refs, retired);
            let denominator = part(row, under, refs, retired);
            let factor = positive(row, FACTOR, retired);
            Measure::Ratio {
                numerator: numerator?,
                denominator: denominator?,
                factor: factor?,
            }
        }
        Way::Choice => {
            let mut once = Once::default();
            for it in options.iter().filter(|_| !retired) {
                once.check(row, MEASURE, Some(it));
            }
            Measure::Choice {
                options: options.to_vec(),
            }
        }
        Way::Delta => Measure::Delta {
            input: input(row, refs, retired)?,
        },
        Way::Benchmark => Measure::Benchmark {
            input: input(row, refs, retired)?,
        },
    })
}

/// A side of a ratio: its title, or that of its base quantity.
fn part(
    row: &mut Row<'_>,
    [title, base, whole]: [&str; 3],
    refs: &Refs<'_>,
    retired: bool,
) -> Option<Part> {
    let known = match row.lines(base) {
        None => None,
        Some(given) => {
            let found = refs.bases.iter().find(|(_, it)| it.title == given);
            if found.is_none() {
                let sheet = BASES.title.to_owned();
                row.fault(base, Wrong::Nowhere { given, sheet });
            }
            found
        }
    };
    let own = match known {
        Some((_, base)) => row.lines(title).or_else(|| Some(base.title.clone())),
        None => words(row, title, retired),
    };
    let is_whole = row.yes_no(whole);
    Some(Part {
        title: own?,
        base: known.map(|(id, _)| *id),
        whole: is_whole.unwrap_or(known.is_none_or(|(_, it)| it.whole)),
    })
}

fn input(row: &mut Row<'_>, refs: &Refs<'_>, retired: bool) -> Option<Input> {
    let Some(given) = row.label(INPUT) else {
        let title = words(row, OWN, retired)?;
        return Some(Input::Own { title });
    };
    if !row.cell(OWN).is_blank() {
        let (other, says) = (INPUT.to_owned(), given.clone());
        row.fault(OWN, Wrong::NotFor { other, says });
    }
    let found = refs.indicators.iter().find(|(_, code)| *code == given);
    if found.is_none() {
        let sheet = INDICATORS.title.to_owned();
        row.fault(INPUT, Wrong::Nowhere { given, sheet });
    }
    found.map(|(id, _)| Input::Indicator(*id))
}

/// What stands in the columns of a measure, by their titles.
pub(super) fn cell(measure: &Measure, column: &str, refs: &Refs<'_>) -> CellText {
    let (way, parts, input) = match measure {
        Measure::Number { .. } => (Way::Number, None, None),
        Measure::Ratio {
            numerator,
            denominator,
            factor,
        } => (Way::Ratio, Some((numerator, denominator, *factor)), None),
        Measure::Choice { .. } => (Way::Choice, None, None),
        Measure::Delta { input } => (Way::Delta, None, Some(input)),
        Measure::Benchmark { input } => (Way::Benchmark, None, Some(input)),
    };
    let title = |it: &Part| CellText::text(&it.title);
    let base = |it: &Part| {
        let found = refs.bases.iter().find(|(id, _)| Some(*id) == it.base);
        CellText::text(found.map_or("", |(_, it)| &it.title))
    };
    match (column, measure, parts, input) {
        (MEASURE, ..) => CellText::text(word(&WAYS, &way)),
        (WHOLE, Measure::Number { whole }, ..) => yes_no(*whole),
        (NUMERATOR, _, Some((it, ..)), _) | (DENOMINATOR, _, Some((_, it, _)), _) => title(it),
        (NUMERATOR_BASE, _, Some((it, ..)), _) | (DENOMINATOR_BASE, _, Some((_, it, _)), _) => {
            base(it)
        }
        (NUMERATOR_WHOLE, _, Some((it, ..)), _) | (DENOMINATOR_WHOLE, _, Some((_, it, _)), _) => {
            yes_no(it.whole)
        }
        (FACTOR, _, Some((_, _, factor)), _) => CellText::Number(factor.normalize()),
        (INPUT, _, _, Some(Input::Indicator(id))) => {
            let found = refs.indicators.iter().find(|(it, _)| it == id);
            CellText::text(found.map_or("", |(_, code)| code))
        }
        (OWN, _, _, Some(Input::Own { title })) => CellText::text(title),
        _ => CellText::Empty,
    }
}
