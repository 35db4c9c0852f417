//! A form that was handed out and comes back: its hidden sheet says which row is which cell.
//!
//! What it says is held against the store: the sheet can be changed by anybody.

use std::collections::BTreeMap;

use crate::analysis::batch::{Claim, Named, Whose, is_named};
use crate::analysis::roster::Roster;
use crate::analysis::rows::rows_in;
use crate::domain::command::Seen;
use crate::domain::state::State;
use crate::domain::value::Subject;
use crate::exchange::workbook::table::{HEADER_ROWS, same};
use crate::exchange::workbook::{Address, Book, Sheet};
use crate::locale::Phrase;

use super::Reading;
use super::given::{Cells, Several};
use crate::exchange::values::stamp::{Stamp, StampRow};
use crate::exchange::values::titles::{CODE, DENOMINATOR, ENTRY, NOTE, NUMERATOR, REASON, WHOM};

/// Where the columns of a sheet stand.
struct Columns(BTreeMap<&'static str, usize>);

/// Reads the form.
pub(super) fn read(reading: &mut Reading<'_>, book: &Book, stamp: &Stamp) {
    let state = reading.against.state;
    let file = reading.file.name.clone();
    let whose = [stamp.period_name.as_str(), stamp.organisation_name.as_str()]
        .into_iter()
        .filter(|it| !it.is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    let of_another = [("file", file.as_str()), ("whose", whose.as_str())];
    if stamp.store != reading.against.store {
        let said = reading.say(Phrase::ValuesOtherStore, &of_another);
        return reading.fault(said);
    }
    let is_there = state.periods.contains_key(&stamp.period)
        && (stamp.organisation).is_none_or(|it| state.organisations.contains_key(&it));
    if !is_there {
        let said = reading.say(Phrase::ValuesFormOfNothing, &of_another);
        return reading.fault(said);
    }
    reading.file.form_of = Some((stamp.period, stamp.organisation));
    let roster = match stamp.organisation {
        Some(id) => Roster::of(state, stamp.period).only(Some(id)),
        None => Roster::of(state, stamp.period),
    };
    let mut claims = Vec::new();
    let mut faults = Vec::new();
    let mut columns: BTreeMap<&str, Option<Columns>> = BTreeMap::new();
    for row in &stamp.rows {
        let found = book.sheets.iter().enumerate();
        let mut found = found.filter(|(_, it)| it.name == row.sheet);
        let Some((at, sheet)) = found.next() else {
            if columns.insert(&row.sheet, None).is_none() {
                let args = [("file", file.as_str()), ("sheet", row.sheet.as_str())];
                faults.push(reading.say(Phrase::ValuesSheetGone, &args));
            }
            continue;
        };
        let cells = Cells::of(reading, at, sheet);
        let places = (columns.entry(&row.sheet)).or_insert_with(|| {
            let places = Columns::of(sheet);
            if places.is_none() {
                let place = reading.place(sheet, None);
                faults.push(reading.say(Phrase::ValuesTitlesGone, &[("place", &place)]));
            }
            places
        });
        let Some(places) = places else { continue };
        if !belongs(state, &roster, stamp, row) {
            let args = [("file", file.as_str()), ("code", row.code.as_str())];
            faults.push(reading.say(Phrase::ValuesRowForeign, &args));
            continue;
        }
        let Some(line) = places.line(&cells, row) else {
            let args = [("file", file.as_str()), ("code", row.code.as_str())];
            faults.push(reading.say(Phrase::ValuesRowGone, &args));
            continue;
        };
        claims.extend(claim(&cells, places, stamp, row, line));
    }
    for said in faults {
        reading.fault(said);
    }
    for claim in claims {
        reading.claim(claim);
    }
}

/// Whether a row is one of the organisation that the form was made for: whom it is about, and the code of its indicator.
fn belongs(state: &State, roster: &Roster, stamp: &Stamp, row: &StampRow) -> bool {
    let indicator = state.indicator_in(stamp.period, row.indicator);
    let mut rows = rows_in(state, roster, row.indicator).into_iter();
    indicator.is_some_and(|it| it.code == row.code)
        && rows.any(|it| it.organisation == stamp.organisation && it.subject == Some(row.subject))
}

fn claim(
    cells: &Cells<'_>,
    places: &Columns,
    stamp: &Stamp,
    row: &StampRow,
    line: usize,
) -> Option<Claim> {
    let place = |title| places.at(line, title);
    let (at, told) = cells.together(Several {
        entry: place(ENTRY),
        numerator: place(NUMERATOR),
        denominator: place(DENOMINATOR),
        percent: None,
        reason: place(REASON),
    })?;
    Some(Claim {
        spot: cells.spot(at),
        period: stamp.period,
        indicator: Named::Known(row.indicator),
        whose: Whose::Subject(row.subject),
        told,
        note: place(NOTE).and_then(|it| cells.lines(it)),
        source: None,
        handed_out: Some(row.seen.map_or(Seen::Absent, Seen::At)),
    })
}

impl Columns {
    /// The columns of a sheet by their titles, in the row that has most of them.
    fn of(sheet: &Sheet) -> Option<Columns> {
        let titles = [CODE, WHOM, NUMERATOR, DENOMINATOR, ENTRY, REASON, NOTE];
        let of_row = |row: usize| {
            let cells = sheet.rows.get(row).into_iter().flatten().enumerate();
            let known = cells.filter_map(|(column, cell)| {
                let text = cell.to_string();
                let title = titles.iter().find(|it| same(it, &text))?;
                Some((*title, column))
            });
            known.collect::<BTreeMap<_, _>>()
        };
        let rows = 0..sheet.rows.len().min(HEADER_ROWS);
        let best = rows.rev().map(of_row).max_by_key(BTreeMap::len)?;
        (best.contains_key(CODE) && best.contains_key(ENTRY)).then_some(Columns(best))
    }

    fn at(&self, row: usize, title: &str) -> Option<Address> {
        let column = *self.0.get(title)?;
        Some(Address { row, column })
    }

    /// The row of a cell: where it was, unless somebody has put rows in or taken them out; then the only one with the code.
    fn line(&self, cells: &Cells<'_>, row: &StampRow) -> Option<usize> {
        let text = |line: usize, title| self.at(line, title).and_then(|it| cells.text(it));
        let surname = match row.subject {
            Subject::Person(id) => cells.against.state.persons.get(&id).map(|it| &it.surname),
            _ => None,
        };
        // Two heads have a row each under one code.
        let is_of = |line: usize| match (surname, text(line, WHOM)) {
            (Some(surname), Some(whom)) => is_named(&whom, surname),
            _ => true,
        };
        let has_code = |line: usize| {
            text(line, CODE).is_some_and(|it| it.replace(',', ".") == row.code) && is_of(line)
        };
        if has_code(row.row) {
            return Some(row.row);
        }
        let mut found = (0..cells.sheet.rows.len()).filter(|it| has_code(*it));
        let line = found.next()?;
        found.next().is_none().then_some(line)
    }
}
