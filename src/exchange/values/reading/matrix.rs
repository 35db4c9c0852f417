//! A matrix: a row for each organisation, a column for each indicator or two for the parts of a ratio, under titles that stand somewhere above.
//! One that lies on its side, organisations over indicators, is read turned: here rows are its columns.

use std::collections::BTreeMap;

use crate::analysis::batch::{Claim, Named, Told, counts_whole, is_name_of};
use crate::domain::ids::{IndicatorId, PeriodId};
use crate::domain::text::fold;
use crate::exchange::workbook::table::{Column, HEADER_ROWS, same};
use crate::exchange::workbook::{Address, CellText, letters};
use crate::locale::Phrase;

use super::given::{Cells, Several};
use super::heading::of_another;
use super::{Found, is_sum};
use crate::exchange::values::titles::{BESIDE, HEAD, Held, LIST, ORGANISATION, of_matrix_title};

/// What the titles say.
struct Titles {
    /// The row that names the indicators.
    header: usize,
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
    /// Codes that are numbers and do not say which of two they are.
    alike: Vec<String>,
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
    if let Some(said) = of_another(cells, period, (titles.header, titles.last)) {
        return Some(Found::fault(said));
    }
    found.faults.append(&mut titles.alike);
    for (indicator, columns) in &mut titles.indicators {
        let id = indicator.id();
        let indicator = id.and_then(|it| cells.against.state.indicator_in(period, it));
        let whole = indicator.is_some_and(|it| counts_whole(it));
        columns.percents |=
            holds_percents(cells, (columns, whole), (titles.last, titles.organisation))
                || cells.is_turned() && is_of_percents(cells, columns.entry, titles.organisation);
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
        found.notes.push(aside(cells, *column, title));
    }
    if !titles.twice.is_empty() {
        return Some(found);
    }
    for row in titles.last + 1..cells.sheet.rows.len() {
        if found.claims.len() > cells.room {
            break;
        }
        let at = |column: usize| Address { row, column };
        let head = titles.head.and_then(|it| cells.text(at(it)));
        let name = cells.text(at(titles.organisation));
        if let Some(name) = &name
            && is_of_nobody(cells, name)
        {
            // Whoever has numbers is somebody, and is asked about; words under a title of their own are told to be left out.
            let columns = titles.indicators.iter().filter_map(|(_, it)| it.entry);
            let mut numbers = columns.filter(|it| is_number(cells, at(*it)));
            if is_sum(name) || explains(name) {
                continue;
            }
            if numbers.next().is_none() {
                found.notes.push(organisation_aside(cells, row, name));
                continue;
            }
        }
        let whose = (name.as_ref()).map(|it| cells.whose(it, head.clone()));
        let mut is_told = false;
        for (indicator, columns) in &titles.indicators {
            let several = Several {
                entry: columns.entry.map(at),
                numerator: columns.numerator.map(at),
                denominator: columns.denominator.map(at),
                percents: columns.percents,
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
            let Some(whose) = &whose else {
                // Of a table on its side it is words beside the codes, as likely as not.
                if !(is_told || cells.is_turned() && matches!(told, Told::Text(_))) {
                    let place = cells.place(at(titles.organisation));
                    let said = cells.say(Phrase::ValuesWhose, &[("place", &place)]);
                    found.faults.push(said);
                }
                is_told = true;
                continue;
            };
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

/// Whether a column of figures has some that can be no counts: then it has no counts at all, and 90 is a percent beside 87,5. Where parts of
/// one are counted, only the sign says so.
fn holds_percents(
    cells: &Cells<'_>,
    (columns, whole): (&Columns, bool),
    (last, names): (usize, usize),
) -> bool {
    let (Some(column), None) = (columns.entry, columns.numerator) else {
        return false;
    };
    // What stands below is of another kind: a mean of counts is no count.
    let is_summed = |row: usize| {
        let name = cells.text(Address { row, column: names });
        name.is_some_and(|it| is_sum(&it))
    };
    let rows = last + 1..cells.sheet.rows.len();
    let mut rows = rows.filter(|it| !is_summed(*it));
    rows.any(
        |row| match cells.told(Address { row, column }, &columns.title, false) {
            Some(Told::Percent(_)) => true,
            Some(Told::Number { number, .. }) => whole && !number.is_integer(),
            Some(Told::Text(text)) => text.ends_with('%'),
            _ => false,
        },
    )
}

/// Below the last organisation stand sums, which are nobody's. Of a table that lies on its side the columns before the first organisation
/// say what the rows are.
fn is_of_nobody(cells: &Cells<'_>, name: &str) -> bool {
    let names = cells.against.names;
    let is_unknown = || {
        matches!(names.organisation(name), Named::Unknown(_))
            && !names.is_municipality(name)
            && names.organisations_like(name).is_empty()
    };
    is_sum(name) || cells.is_turned() && is_unknown()
}

fn is_number(cells: &Cells<'_>, at: Address) -> bool {
    matches!(
        cells.told(at, "", false),
        Some(Told::Number { .. } | Told::Percent(_))
    )
}

/// Whether a column of a table on its side only says what the rows are.
fn explains(title: &str) -> bool {
    let columns = LIST.iter().chain(&BESIDE);
    let known = |it: &Column| same(it.title, title) || it.aliases.iter().any(|it| same(it, title));
    fold(title).starts_with('№') || columns.into_iter().any(known)
}

/// A column of an indicator that is not read; of a table on its side, a row.
fn aside(cells: &Cells<'_>, column: usize, title: &str) -> String {
    let place = cells.sheet_place(None).say(cells.against.locale);
    let (phrase, name, at) = match cells.is_turned() {
        true => (Phrase::ValuesRowAside, "row", (column + 1).to_string()),
        false => (Phrase::ValuesColumnAside, "column", letters(column)),
    };
    cells.say(phrase, &[("place", &*place), (name, &at), ("title", title)])
}

/// A column of a table on its side that is no organisation's.
fn organisation_aside(cells: &Cells<'_>, column: usize, title: &str) -> String {
    let place = cells.sheet_place(None).say(cells.against.locale);
    let column = letters(column);
    let args = [("place", &*place), ("column", &column), ("title", title)];
    cells.say(Phrase::ValuesNobodyAside, &args)
}

/// Whether what stands beside the code of a row says that it holds percents: its unit, or its name.
fn is_of_percents(cells: &Cells<'_>, column: Option<usize>, header: usize) -> bool {
    let Some(column) = column else { return false };
    let mut rows = 0..cells.sheet.rows.len();
    rows.any(|row| {
        let label = cells.text(Address {
            row,
            column: header,
        });
        let says = cells.text(Address { row, column });
        label.is_none_or(|it| is_of_nobody(cells, &it) && !is_sum(&it))
            && says.is_some_and(|it| {
                it.ends_with('%') && !it.starts_with(|c: char| c.is_ascii_digit())
            })
    })
}

/// The row of titles that names most indicators.
fn titles(cells: &Cells<'_>, period: PeriodId) -> Option<Titles> {
    let names = cells.against.names;
    let by_code = |title: &str| -> Option<(IndicatorId, Held)> {
        let (code, held, _) = of_matrix_title(title);
        match names.indicator(period, code) {
            Named::Known(id) => Some((id, held)),
            Named::Remembered(..) | Named::Unknown(_) => None,
        }
    };
    // A decree gives old codes to new indicators: before a name of another thing a code says nothing.
    let by_text = |title: &str| -> Option<(IndicatorId, Held)> {
        if let Some(id) = names.indicator(period, title).id() {
            return Some((id, Held::Entry));
        }
        let (_, held, words) = of_matrix_title(title);
        by_code(title).filter(|(id, _)| {
            let indicator = cells.against.state.indicator_in(period, *id);
            held != Held::Entry || indicator.is_some_and(|it| is_name_of(it, words))
        })
    };
    let is_asked =
        |title: &str| by_code(title).is_some() || !names.indicators_like(period, title).is_empty();
    // A code that is a number says by its noughts which one it is.
    let named = |at: Address, title: &str| match cells.sheet.at(at) {
        CellText::Number(_) => Ok(match cells.indicator(period, at, None)? {
            Some(Named::Known(id)) => Some((id, Held::Entry)),
            _ => None,
        }),
        _ => Ok::<_, String>(by_text(title)),
    };
    let width = cells.sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
    let hits = |row: usize| {
        (0..width)
            .filter_map(|column| cells.text(Address { row, column }))
            .filter(|title| by_text(title).or_else(|| by_code(title)).is_some())
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
        header,
        last,
        organisation: 0,
        head: None,
        indicators: Vec::new(),
        unknown: Vec::new(),
        twice: Vec::new(),
        alike: Vec::new(),
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
        let of_title = match named(at(header), &title) {
            Ok(of_title) => of_title,
            Err(said) => {
                found.alike.push(said);
                continue;
            }
        };
        let (indicator, held) = match of_title {
            Some((id, held)) => match names.indicator(period, &title) {
                it @ Named::Remembered(..) => (it, part.unwrap_or(held)),
                _ => (Named::Known(id), part.unwrap_or(held)),
            },
            None => match names.indicator(period, &title) {
                // A title that looks like an indicator's waits for a person to say that it is.
                Named::Unknown(plain) if is_asked(&plain) => {
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
        .min();
    // Codes that say nothing are told where the rest of it is a matrix.
    let first = first.or_else(|| (!found.alike.is_empty()).then_some(width))?;
    found.organisation = organisation.or_else(|| likeliest(cells, last, first))?;
    let (own, is_turned) = (found.organisation, cells.is_turned());
    found
        .unknown
        .retain(|it| it.0 != own && !(is_turned && it.0 < own));
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
                it.parse::<u32>().is_err() && names.organisation(it).id().is_some()
            })
            .count()
    };
    let best = (0..first).rev().max_by_key(|it| known(*it))?;
    (known(best) > 0).then_some(best)
}
