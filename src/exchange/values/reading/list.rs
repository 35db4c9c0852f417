//! A long list: a row for each value, with whom, which indicator and when it is about.

use crate::analysis::batch::{Claim, Named};
use crate::exchange::workbook::Address;
use crate::exchange::workbook::table::{Column, Row, Table};
use crate::locale::Phrase;

use super::Found;
use super::given::{Cells, Several};
use crate::exchange::values::titles::{
    self, CODE, DENOMINATOR, ENTRY, HEAD, INDICATOR, NUMERATOR, ORGANISATION, PERCENT, PERIOD,
    REASON, SOURCE,
};

/// Reads the sheet; `None` where it is no list.
pub(super) fn read(cells: &Cells<'_>) -> Option<Found> {
    let columns: Vec<Column> = (titles::LIST.into_iter())
        .map(|it| Column {
            needed: it.title == ORGANISATION,
            ..it
        })
        .collect();
    let table = Table::find(cells.file, cells.sheet, &columns).ok()?;
    let named = table.has(CODE) || table.has(INDICATOR);
    let valued = [ENTRY, NUMERATOR, PERCENT].iter().any(|it| table.has(it));
    if !(named && valued) {
        return None;
    }
    let mut found = Found {
        notes: table
            .unknown
            .iter()
            .map(|it| it.say(cells.against.locale))
            .collect(),
        ..Found::default()
    };
    let reading = table.read(|row| Some(claim(cells, row)));
    found
        .claims
        .extend(reading.rows.into_iter().filter_map(|(_, it)| it));
    let faults = reading.faults.iter();
    found
        .faults
        .extend(faults.map(|it| it.say(cells.against.locale)));
    Some(found)
}

/// What a row says; nothing where it has no value.
fn claim(cells: &Cells<'_>, row: &mut Row<'_>) -> Option<Claim> {
    let place = |row: &Row<'_>, title| row.has(title).then(|| row.address(title));
    let several = Several {
        entry: place(row, ENTRY),
        numerator: place(row, NUMERATOR),
        denominator: place(row, DENOMINATOR),
        percent: place(row, PERCENT),
        reason: place(row, REASON),
    };
    let (at, told) = cells.together(several)?;
    let organisation = row.needed(ORGANISATION, Row::text)?;
    let code = row.label(CODE).or_else(|| row.text(INDICATOR));
    let (head, note, source) = (row.text(HEAD), row.lines(titles::NOTE), row.text(SOURCE));
    let period = match row.text(PERIOD) {
        Some(name) => match cells.against.names.period_of(&name) {
            Some(period) => Some(period),
            None => {
                return wrong(
                    cells,
                    at,
                    row.address(PERIOD),
                    Phrase::ValuesNoSuchPeriod,
                    &name,
                );
            }
        },
        None => cells.against.names.period,
    };
    let Some(period) = period else {
        return wrong(cells, at, at, Phrase::ValuesWhichPeriod, "");
    };
    let Some(code) = code else {
        return wrong(
            cells,
            at,
            row.address(CODE),
            Phrase::ValuesWhichIndicator,
            "",
        );
    };
    let names = cells.against.names;
    let indicator = match names.indicator(period, &code) {
        Named::Unknown(plain) => match row.text(INDICATOR) {
            Some(title) if names.indicators_like(period, &plain).is_empty() => {
                names.indicator(period, &title)
            }
            _ => Named::Unknown(plain),
        },
        known => known,
    };
    Some(Claim {
        spot: cells.spot(at),
        period,
        indicator,
        whose: cells.whose(&organisation, head),
        told,
        note,
        source,
        handed_out: None,
    })
}

/// A row of which a name says nothing: told where the value stands.
fn wrong(cells: &Cells<'_>, at: Address, of: Address, phrase: Phrase, name: &str) -> Option<Claim> {
    use crate::analysis::batch::{Told, Whose};
    use crate::domain::ids::PeriodId;
    let place = cells.place(of);
    let args: &[(&'static str, &str)] = match phrase {
        Phrase::ValuesNoSuchPeriod => &[("place", &place), ("name", name)],
        _ => &[("place", &place)],
    };
    Some(Claim {
        spot: cells.spot(at),
        period: cells.against.names.period.unwrap_or(PeriodId(0)),
        indicator: Named::Unknown(String::new()),
        whose: Whose::Municipality,
        told: Told::Wrong(cells.say(phrase, args)),
        note: None,
        source: None,
        handed_out: None,
    })
}
