//! A matrix: a row for each organisation, a column for each indicator or two for the parts of a ratio, under titles that stand somewhere above.

use std::collections::BTreeMap;

use crate::analysis::batch::{Claim, Named, Told, years};
use crate::domain::ids::{IndicatorId, PeriodId};
use crate::domain::text::fold;
use crate::exchange::workbook::table::{HEADER_ROWS, same};
use crate::exchange::workbook::{Address, letters};
use crate::locale::Phrase;

use super::Found;
use super::given::{Cells, Several};
use crate::exchange::values::titles::{HEAD, Held, LIST, ORGANISATION, of_matrix_title};

/// What the titles say.
struct Titles {
    /// The row below which the values stand.
    last: usize,
    organisation: usize,
    head: Option<usize>,
    /// The columns of each indicator, by the first of them.
    indicators: Vec<(Named<IndicatorId>, Columns)>,
    /// Columns with a title that says nothing.
    unknown: Vec<(usize, String)>,
    /// Titles that stand twice.
    twice: Vec<(usize, String)>,
}

#[derive(Clone, Debug, Default)]
struct Columns {
    title: String,
    percents: bool,
    entry: Option<usize>,
    numerator: Option<usize>,
    denominator: Option<usize>,
}

impl Columns {
    /// Where a column of this kind is written down; what is computed is not read.
    fn place(&mut self, held: Held) -> Option<&mut Option<usize>> {
        match held {
            Held::Entry => Some(&mut self.entry),
            Held::Numerator => Some(&mut self.numerator),
            Held::Denominator => Some(&mut self.denominator),
            Held::Result => None,
        }
    }
}

/// Reads the sheet; `None` where it is no matrix.
pub(super) fn read(cells: &Cells<'_>) -> Option<Found> {
    let period = cells.against.names.period?;
    let mut titles = titles(cells, period)?;
    let mut found = Found::default();
    if let Some(said) = another_year(cells, period, titles.last) {
        found.faults.push(said);
        return Some(found);
    }
    for (_, columns) in &mut titles.indicators {
        columns.percents |= holds_percents(cells, columns, titles.last);
    }
    for (column, title) in &titles.twice {
        let at = Address {
            row: titles.last,
            column: *column,
        };
        let place = cells.place(at);
        let said = cells.say(
            Phrase::ValuesTwice,
            &[("place", &place), ("title", title.as_str())],
        );
        found.faults.push(said);
    }
    for (column, title) in &titles.unknown {
        let (column, title) = (letters(*column), title.as_str());
        let place = cells.sheet_place(None).say(cells.against.locale);
        let args = [("place", &*place), ("column", &column), ("title", title)];
        found
            .notes
            .push(cells.say(Phrase::ValuesColumnAside, &args));
    }
    if !titles.twice.is_empty() {
        return Some(found);
    }
    for row in titles.last + 1..cells.sheet.rows.len() {
        let at = |column: usize| Address { row, column };
        let head = titles.head.and_then(|it| cells.text(at(it)));
        let name = cells.text(at(titles.organisation));
        let whose = (name.as_ref()).map(|it| cells.whose(it, head.clone()));
        for (indicator, columns) in &titles.indicators {
            let several = Several {
                entry: columns.entry.map(at),
                numerator: columns.numerator.map(at),
                denominator: columns.denominator.map(at),
                ..Several::default()
            };
            let told = match several.numerator.or(several.denominator) {
                // A column by itself says whether it holds percents.
                None => several
                    .entry
                    .and_then(|it| Some((it, cells.told(it, &columns.title, columns.percents)?))),
                Some(_) => cells.together(several),
            };
            let Some((spot, told)) = told else { continue };
            let (Some(name), Some(whose)) = (&name, &whose) else {
                let place = cells.place(at(titles.organisation));
                let said = cells.say(Phrase::ValuesWhose, &[("place", &place)]);
                if !found.faults.contains(&said) {
                    found.faults.push(said);
                }
                continue;
            };
            // Below the last organisation stand sums, which are nobody's.
            if is_sum(name) {
                continue;
            }
            found.claims.push(Claim {
                spot: cells.spot(spot),
                period,
                indicator: indicator.clone(),
                whose: whose.clone(),
                told,
                note: None,
                source: None,
                handed_out: None,
            });
        }
    }
    Some(found)
}

/// Whether a column of figures has some that can be no counts: then it has no counts at all, and 90 is a percent beside 87,5.
fn holds_percents(cells: &Cells<'_>, columns: &Columns, last: usize) -> bool {
    let (Some(column), None) = (columns.entry, columns.numerator) else {
        return false;
    };
    let mut rows = last + 1..cells.sheet.rows.len();
    rows.any(
        |row| match cells.told(Address { row, column }, &columns.title, false) {
            Some(Told::Percent(_)) => true,
            Some(Told::Number { number, .. }) => !number.is_integer(),
            Some(Told::Text(text)) => text.ends_with('%'),
            _ => false,
        },
    )
}

/// The sentence where the table says itself that it is of another year: above its titles, by the name of the sheet or of the file.
fn another_year(cells: &Cells<'_>, period: PeriodId, last: usize) -> Option<String> {
    let state = cells.against.state;
    let width = cells.sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
    let above = (0..=last).flat_map(|row| (0..width).map(move |column| Address { row, column }));
    let mut named: Vec<String> = above
        .filter_map(|it| cells.text(it))
        .chain([cells.sheet.name.clone(), cells.file.to_owned()])
        .flat_map(|it| years(&it))
        .collect();
    named.sort();
    named.dedup();
    let own = state.periods.get(&period)?;
    // Half-years and quarters are called by their year and more.
    let is_own = |it: &String| years(&own.name).contains(it);
    let other = named.first().filter(|_| !named.iter().any(is_own))?;
    (!years(&own.name).is_empty()).then(|| {
        let place = cells.sheet_place(None).say(cells.against.locale);
        let args = [("place", &*place), ("named", other), ("period", &own.name)];
        cells.say(Phrase::ValuesOtherYear, &args)
    })
}

/// Whether a name is that of a line with sums.
fn is_sum(name: &str) -> bool {
    let folded = fold(name);
    let first = folded
        .trim_start()
        .split(|it: char| !it.is_alphabetic())
        .next();
    matches!(
        first,
        Some("итого" | "всего" | "среднее" | "медиана" | "сумма")
    )
}

/// The row of titles that names most indicators.
fn titles(cells: &Cells<'_>, period: PeriodId) -> Option<Titles> {
    let names = cells.against.names;
    let named = |title: &str| -> Option<(IndicatorId, Held)> {
        let whole = names.indicator(period, title);
        if let Named::Known(id) = whole {
            return Some((id, Held::Entry));
        }
        let (code, held) = of_matrix_title(title);
        match names.indicator(period, code) {
            // A bare number that is a code by chance stands alone, not before words of another thing.
            Named::Known(id) => Some((id, held)),
            Named::Unknown(_) => None,
        }
    };
    let width = cells.sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
    let hits = |row: usize| {
        (0..width)
            .filter_map(|column| cells.text(Address { row, column }))
            .filter(|title| named(title).is_some())
            .count()
    };
    let rows = 0..cells.sheet.rows.len().min(HEADER_ROWS);
    let header = rows.rev().max_by_key(|row| hits(*row))?;
    if hits(header) == 0 {
        return None;
    }
    let below = parts_below(cells, header, width);
    let last = header + usize::from(below.iter().any(Option::is_some));
    let mut found = Titles {
        last,
        organisation: 0,
        head: None,
        indicators: Vec::new(),
        unknown: Vec::new(),
        twice: Vec::new(),
    };
    let mut places: BTreeMap<Named<IndicatorId>, usize> = BTreeMap::new();
    let mut organisation = None;
    let mut carried: Option<String> = None;
    for column in 0..width {
        let at = |row| Address { row, column };
        let own = cells.text(at(header));
        let part = below.get(column).copied().flatten();
        // A title over two columns stands in the first of them.
        let title = match (&own, part) {
            (Some(title), _) => title.clone(),
            (None, Some(_)) => carried.clone().unwrap_or_default(),
            (None, None) => continue,
        };
        carried = Some(title.clone());
        if is_called(&title, ORGANISATION) {
            organisation = organisation.or(Some(column));
            continue;
        }
        if is_called(&title, HEAD) {
            found.head = found.head.or(Some(column));
            continue;
        }
        let (indicator, held) = match named(&title) {
            Some((id, held)) => (Named::Known(id), part.unwrap_or(held)),
            None => match names.indicator(period, &title) {
                // A title that looks like an indicator's waits for a person to say that it is.
                Named::Unknown(plain) if !names.indicators_like(period, &plain).is_empty() => {
                    (Named::Unknown(plain), part.unwrap_or(Held::Entry))
                }
                _ => {
                    found.unknown.push((column, title));
                    continue;
                }
            },
        };
        let at = *places.entry(indicator.clone()).or_insert_with(|| {
            found.indicators.push((indicator, Columns::default()));
            found.indicators.len() - 1
        });
        let Some((_, columns)) = found.indicators.get_mut(at) else {
            continue;
        };
        columns.percents |= held == Held::Entry && title.contains('%');
        match columns.place(held) {
            Some(place @ None) => *place = Some(column),
            Some(Some(_)) => found.twice.push((column, title.clone())),
            None => {}
        }
        if columns.title.is_empty() {
            columns.title = title;
        }
    }
    let first = (found.indicators.iter())
        .filter_map(|(_, it)| it.entry.or(it.numerator).or(it.denominator))
        .min()?;
    found.organisation = organisation.or_else(|| likeliest(cells, last, first))?;
    found.unknown.retain(|it| it.0 != found.organisation);
    Some(found)
}

/// «числитель» and «знаменатель» in the row below the titles.
fn parts_below(cells: &Cells<'_>, header: usize, width: usize) -> Vec<Option<Held>> {
    let row = header + 1;
    (0..width)
        .map(|column| {
            let word = fold(&cells.text(Address { row, column })?);
            match word.trim() {
                it if it.starts_with("числитель") => Some(Held::Numerator),
                it if it.starts_with("знаменатель") => Some(Held::Denominator),
                _ => None,
            }
        })
        .collect()
}

fn is_called(title: &str, column: &str) -> bool {
    let column = LIST.iter().find(|it| it.title == column);
    column.is_some_and(|it| same(it.title, title) || it.aliases.iter().any(|it| same(it, title)))
}

/// The column before the indicators in which most organisations are named.
fn likeliest(cells: &Cells<'_>, last: usize, first: usize) -> Option<usize> {
    let names = cells.against.names;
    let known = |column: usize| {
        let rows = last + 1..cells.sheet.rows.len();
        rows.filter_map(|row| cells.text(Address { row, column }))
            .filter(|it| {
                // A line's own number is no name.
                it.parse::<u32>().is_err() && matches!(names.organisation(it), Named::Known(_))
            })
            .count()
    };
    let best = (0..first).rev().max_by_key(|it| known(*it))?;
    (known(best) > 0).then_some(best)
}
