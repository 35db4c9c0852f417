//! The sheets that are plain lists: directions, base quantities, levels of the index, and what indicators have several of.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::reader::{Once, Reader, id, numbers, positive, words};
use super::words::*;
use crate::domain::catalogue::{BaseQuantity, Direction, IndexLevel, Wording};
use crate::domain::ids::{BaseQuantityId, DirectionId};
use crate::exchange::workbook::table::{Column, Row, Wrong};
use crate::exchange::workbook::{Address, CellText};

pub(super) fn directions(reader: &mut Reader<'_>) -> Vec<(DirectionId, Direction)> {
    let table = reader.table(DIRECTIONS, &DIRECTION_COLUMNS, true);
    let (mut ids, mut codes) = (Once::default(), Once::default());
    let rows = reader.rows(table.as_ref(), |row| {
        let id = id(row, ID, &mut ids);
        let retired = row.yes_no(RETIRED).unwrap_or(false);
        let code = match retired {
            true => Some(row.label(CODE).unwrap_or_default()),
            false => row.needed(CODE, Row::label),
        };
        codes.check(row, CODE, code.as_deref().filter(|_| !retired));
        let title = words(row, TITLE, retired);
        let short = words(row, SHORT, retired);
        let weight = positive(row, WEIGHT, retired);
        Some((
            id,
            Direction {
                code: code?,
                title: title?,
                short: short?,
                weight: weight?,
                order: 0,
                retired,
            },
        ))
    });
    let numbers = numbers(rows.iter().map(|it| it.1.0));
    (1..)
        .zip(numbers.into_iter().zip(rows))
        .map(|(order, (id, (_, (_, it))))| (DirectionId(id), Direction { order, ..it }))
        .collect()
}

pub(super) fn base_quantities(reader: &mut Reader<'_>) -> Vec<(BaseQuantityId, BaseQuantity)> {
    let table = reader.table(BASES, &BASE_COLUMNS, false);
    let (mut ids, mut titles) = (Once::default(), Once::default());
    let rows = reader.rows(table.as_ref(), |row| {
        let id = id(row, ID, &mut ids);
        let title = row.needed(TITLE, Row::lines);
        titles.check(row, TITLE, title.as_deref());
        let unit = row.text(UNIT).unwrap_or_default();
        let whole = row.yes_no(WHOLE).unwrap_or(true);
        let retired = row.yes_no(RETIRED).unwrap_or(false);
        Some((
            id,
            BaseQuantity {
                title: title?,
                unit,
                whole,
                retired,
            },
        ))
    });
    let numbers = numbers(rows.iter().map(|it| it.1.0));
    (numbers.into_iter().zip(rows))
        .map(|(id, (_, (_, it)))| (BaseQuantityId(id), it))
        .collect()
}

/// Levels of the index, from the highest; their order on the sheet does not matter.
pub(super) fn levels(reader: &mut Reader<'_>) -> Vec<IndexLevel> {
    let table = reader.table(LEVELS, &LEVEL_COLUMNS, false);
    let mut bounds = Once::default();
    let rows = reader.rows(table.as_ref(), |row| {
        let from = row.needed(FROM, Row::number);
        let told = from.map(|it| it.normalize().to_string());
        bounds.check(row, FROM, told.as_deref());
        let title = row.needed(LEVEL_TITLE, Row::lines);
        Some(IndexLevel {
            from: from?,
            title: title?,
        })
    });
    let mut levels: Vec<IndexLevel> = rows.into_iter().map(|it| it.1).collect();
    levels.sort_by_key(|it| std::cmp::Reverse(it.from));
    levels
}

/// A line of a scale.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Where its value stands.
    pub(super) at: Address,
    /// Where its points stand.
    pub(super) points_at: Address,
    /// The value, the option or the term, as it stands.
    pub(super) value: String,
    pub(super) points: Option<Decimal>,
}

/// An indicator as lines name it.
pub(super) struct Called {
    pub(super) name: String,
    /// Its code alone, where that is enough for what is retired.
    pub(super) bare: Option<String>,
    /// What stands beside the name, for people.
    pub(super) short: String,
}

/// What indicators have several of, by their names.
pub(super) struct Lists {
    /// Names with a line on any of these sheets that could not be read: what is missing there is not sought.
    pub(super) spoiled: BTreeSet<String>,
    pub(super) scales: BTreeMap<String, Vec<Line>>,
    pub(super) wordings: BTreeMap<String, Vec<Wording>>,
    pub(super) reasons: BTreeMap<String, Vec<String>>,
}

/// The names that lines have told so far: what is wrong with them, and by which of an indicator's two names it was called first.
#[derive(Default)]
struct Names {
    spoiled: BTreeSet<String>,
    first: BTreeMap<String, String>,
}

/// The lists of these indicators.
pub(super) fn lists(reader: &mut Reader<'_>, codes: &[Called]) -> Lists {
    let mut names = Names::default();
    let scales = by_code(reader, (SCALES, &SCALE_COLUMNS), codes, &mut names, |row| {
        let value = row.needed(VALUE, line);
        Some(Line {
            at: row.address(VALUE),
            points_at: row.address(POINTS),
            points: row.number(POINTS),
            value: value?,
        })
    });
    let wordings = by_code(
        reader,
        (WORDINGS, &WORDING_COLUMNS),
        codes,
        &mut names,
        |row| {
            let points = row.needed(UP_TO, Row::number);
            let text = row.needed(ADVICE, Row::lines);
            Some(Wording {
                points: points?,
                text: text?,
            })
        },
    );
    let reasons = by_code(
        reader,
        (REASONS, &REASON_COLUMNS),
        codes,
        &mut names,
        |row| row.needed(REASON, Row::lines),
    );
    Lists {
        spoiled: names.spoiled,
        scales,
        wordings,
        reasons,
    }
}

/// What stands for values: a text, or a number that is one; a date was something else before.
fn line(row: &mut Row<'_>, title: &str) -> Option<String> {
    if let CellText::Date(given) = row.cell(title) {
        let given = *given;
        row.fault(title, Wrong::DateForText { given });
        return None;
    }
    row.lines(title)
}

fn by_code<T>(
    reader: &mut Reader<'_>,
    (name, columns): (Name, &[Column]),
    codes: &[Called],
    names: &mut Names,
    mut read: impl FnMut(&mut Row<'_>) -> Option<T>,
) -> BTreeMap<String, Vec<T>> {
    let table = reader.table(name, columns, false);
    let mut told: BTreeSet<String> = BTreeSet::new();
    let rows = reader.rows(table.as_ref(), |row| {
        let given = row.needed(INDICATOR, Row::label);
        let of = given.as_deref().and_then(|given| named(given, codes));
        let wrong = (given.as_deref()).and_then(|given| match of {
            Some(of) => names
                .other(given, of)
                .or_else(|| misplaced(row, given, of, codes)),
            None => {
                let (given, sheet) = (given.to_owned(), INDICATORS.title.to_owned());
                Some(Wrong::Nowhere { given, sheet })
            }
        });
        // Of the lines of one indicator the first is enough.
        if let Some(wrong) = wrong
            && told.insert(given.clone().unwrap_or_default())
        {
            row.fault(INDICATOR, wrong);
        }
        let code = of.map(|it| it.name.clone()).or(given);
        let it = read(row);
        if row.is_faulty() {
            names.spoiled.extend(code.clone());
        }
        Some((code?, it?))
    });
    let mut out: BTreeMap<String, Vec<T>> = BTreeMap::new();
    for (_, (code, it)) in rows {
        out.entry(code).or_default().push(it);
    }
    out
}

/// The indicator that a line names.
fn named<'a>(given: &str, all: &'a [Called]) -> Option<&'a Called> {
    let by_code = || all.iter().find(|it| it.bare.as_deref() == Some(given));
    all.iter().find(|it| it.name == given).or_else(by_code)
}

impl Names {
    /// Why a line may not belong to the retired indicator of its code: other lines call that one by its number, so that the code alone may
    /// be meant for a new one.
    fn other(&mut self, given: &str, of: &Called) -> Option<Wrong> {
        let first = self
            .first
            .entry(of.name.clone())
            .or_insert_with(|| given.to_owned());
        (first != given).then(|| Wrong::OtherName {
            given: given.to_owned(),
            first: first.clone(),
        })
    }
}

/// Why a line does not belong to the indicator of its code: it is called as another one is. Where codes are renumbered on one sheet only,
/// lines would go to a neighbour without a word.
fn misplaced(row: &mut Row<'_>, given: &str, of: &Called, all: &[Called]) -> Option<Wrong> {
    let title = row.lines(FOR_READERS)?;
    let is_other = title != of.short && all.iter().any(|it| it.short == title);
    let given = given.to_owned();
    is_other.then_some(Wrong::OfAnother { given, title })
}
