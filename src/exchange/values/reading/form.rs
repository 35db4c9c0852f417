//! A form that was handed out and comes back: its hidden sheet says which row is which cell.
//!
//! What it says is held against the store: the sheet can be changed by anybody.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::batch::{Claim, Named, Told, Whose, is_named};
use crate::analysis::roster::Roster;
use crate::analysis::rows::rows_in;
use crate::domain::command::Seen;
use crate::domain::ids::{IndicatorId, OrganisationId, PeriodId};
use crate::domain::number::parse_decimal;
use crate::domain::state::State;
use crate::domain::text::clean;
use crate::domain::value::{Cell, Entry, Subject};
use crate::exchange::workbook::table::{HEADER_ROWS, same};
use crate::exchange::workbook::{Address, Book};
use crate::locale::Phrase;

use super::Reading;
use super::given::{Cells, Several, WORDS};
use crate::exchange::values::stamp::{Stamp, StampRow};
use crate::exchange::values::titles::{
    CODE, DENOMINATOR, ENTRY, FILLED_BY, FIRST, NOTE, NUMERATOR, REASON, WHOM,
};

/// Rows of the first sheet that are looked at.
const FIRST_ROWS: usize = 100;

/// Where the columns of a sheet stand, and its rows by their codes.
struct Columns {
    places: BTreeMap<&'static str, usize>,
    rows: BTreeMap<String, Vec<usize>>,
}

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
    // Each sentence once: a hidden sheet may have any number of rows.
    let mut faults = Faults::default();
    let mut notes = Vec::new();
    let mut columns: BTreeMap<&str, Option<(Cells<'_>, Columns)>> = BTreeMap::new();
    let mut rows: BTreeMap<IndicatorId, Vec<Subject>> = BTreeMap::new();
    let mut asked: BTreeSet<(IndicatorId, Subject)> = BTreeSet::new();
    let mut rows_of: BTreeMap<&str, usize> = BTreeMap::new();
    for row in &stamp.rows {
        *rows_of.entry(&row.code).or_default() += 1;
    }
    for row in &stamp.rows {
        let places = (columns.entry(&row.sheet)).or_insert_with(|| {
            let mut found = book.sheets.iter().enumerate();
            let Some((at, sheet)) = found.find(|(_, it)| it.name == row.sheet) else {
                let args = [("file", file.as_str()), ("sheet", row.sheet.as_str())];
                faults.add(reading.say(Phrase::ValuesSheetGone, &args));
                return None;
            };
            let cells = Cells::of(reading, at, sheet);
            let places = Columns::of(&cells);
            if places.is_none() {
                let place = reading.place(sheet, None);
                faults.add(reading.say(Phrase::ValuesTitlesGone, &[("place", &place)]));
            }
            Some((cells, places?))
        });
        let Some((cells, places)) = places else {
            continue;
        };
        let own = (rows.entry(row.indicator))
            .or_insert_with(|| subjects(state, &roster, stamp.organisation, row.indicator));
        let indicator = state.indicator_in(stamp.period, row.indicator);
        let belongs = indicator.is_some_and(|it| it.code == row.code)
            && own.contains(&row.subject)
            && asked.insert((row.indicator, row.subject));
        let code = row.code.as_str();
        let args = [("file", file.as_str()), ("code", code)];
        if !belongs {
            faults.add(reading.say(Phrase::ValuesRowForeign, &args));
            continue;
        }
        // Only two of them have to be told apart: a head may be called otherwise by now.
        let is_one = rows_of.get(code) == Some(&1);
        let Some(line) = places.line(cells, row, is_one) else {
            faults.add(reading.say(Phrase::ValuesRowGone, &args));
            continue;
        };
        match claim(cells, places, stamp, row, line) {
            Some(claim) => claims.push(claim),
            None => notes.extend(left(cells, places, stamp, row, line)),
        }
    }
    for said in faults.all {
        reading.fault(said);
    }
    for claim in claims {
        reading.claim(claim);
    }
    reading.file.notes.append(&mut notes);
    let filled_by = filled_by(reading, book);
    reading.file.notes.extend(filled_by);
}

/// Who has filled it in, in the school's own words: told to whoever looks at the form, and kept nowhere.
fn filled_by(reading: &Reading<'_>, book: &Book) -> Option<String> {
    let mut sheets = book.sheets.iter().enumerate();
    let (at, sheet) = sheets.find(|(_, it)| it.name == FIRST)?;
    let cells = Cells::of(reading, at, sheet);
    let text = |row, column| cells.text(Address { row, column });
    let said = FILLED_BY.iter().filter_map(|label| {
        let mut rows = 0..sheet.rows.len().min(FIRST_ROWS);
        let row = rows.find(|row| text(*row, 0).is_some_and(|it| same(label, &it)))?;
        let words: String = clean(&text(row, 1)?).chars().take(WORDS).collect();
        Some(format!("{} {words}", label.to_lowercase()))
    });
    let said: Vec<String> = said.collect();
    let said = (!said.is_empty()).then(|| said.join(", "))?;
    let args = [("file", reading.file.name.as_str()), ("said", &said)];
    Some(reading.say(Phrase::ValuesFilledBy, &args))
}

/// What a row without a value still says: words of the school's own, or that a value was taken out of it.
fn left(
    cells: &Cells<'_>,
    places: &Columns,
    stamp: &Stamp,
    row: &StampRow,
    line: usize,
) -> Option<String> {
    let words = [REASON, NOTE].into_iter().find_map(|title| {
        let at = places.at(line, title)?;
        Some((at, cells.text(at)?))
    });
    if let Some((at, words)) = words {
        return Some(cells.only_words(at, &row.code, &words));
    }
    let cell = Cell {
        period: stamp.period,
        indicator: row.indicator,
        subject: row.subject,
    };
    let there = cells.against.state.value(cell);
    let was = there.filter(|it| it.entry != Entry::Empty && row.seen == Some(it.stamp.rev));
    was?;
    let place = cells.place(places.at(line, ENTRY)?);
    let args = [("place", &*place), ("code", row.code.as_str())];
    Some(cells.say(Phrase::ValuesTakenOut, &args))
}

/// Sentences in their order, each once.
#[derive(Default)]
struct Faults {
    all: Vec<String>,
    told: BTreeSet<String>,
}

impl Faults {
    fn add(&mut self, said: String) {
        if self.told.insert(said.clone()) {
            self.all.push(said);
        }
    }
}

/// Whom an indicator is asked of in the form of an organisation, or in the municipality's own.
fn subjects(
    state: &State,
    roster: &Roster,
    of: Option<OrganisationId>,
    indicator: IndicatorId,
) -> Vec<Subject> {
    let rows = rows_in(state, roster, indicator).into_iter();
    rows.filter(|it| it.organisation == of)
        .filter_map(|it| it.subject)
        .collect()
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
        are_there: are_there(
            cells,
            (stamp.period, row),
            [place(NUMERATOR), place(DENOMINATOR)],
        ),
        // The cell says so to whoever fills it in.
        percents: true,
    })?;
    // What it was handed out with says nothing by itself.
    if let Told::Below { denominator, .. } = &told
        && row.below.is_some()
        && parse_decimal(denominator).ok() == row.below
    {
        return None;
    }
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

/// Whether the parts in a row are those of the value that is there.
fn are_there(
    cells: &Cells<'_>,
    (period, row): (PeriodId, &StampRow),
    parts: [Option<Address>; 2],
) -> bool {
    let cell = Cell {
        period,
        indicator: row.indicator,
        subject: row.subject,
    };
    let there = cells.against.state.value(cell).map(|it| &it.entry);
    let Some(Entry::Ratio {
        numerator,
        denominator,
    }) = there
    else {
        return false;
    };
    let given = parts.map(|it| parse_decimal(&cells.text(it?)?).ok());
    given == [Some(*numerator), Some(*denominator)]
}

impl Columns {
    /// The columns of a sheet by their titles, in the row that has most of them.
    fn of(cells: &Cells<'_>) -> Option<Columns> {
        let titles = [CODE, WHOM, NUMERATOR, DENOMINATOR, ENTRY, REASON, NOTE];
        let of_row = |row: usize| {
            let cells = cells.sheet.rows.get(row).into_iter().flatten().enumerate();
            let known = cells.filter_map(|(column, cell)| {
                let text = cell.to_string();
                let title = titles.iter().find(|it| same(it, &text))?;
                Some((*title, column))
            });
            known.collect::<BTreeMap<_, _>>()
        };
        let rows = 0..cells.sheet.rows.len().min(HEADER_ROWS);
        let places = rows.rev().map(of_row).max_by_key(BTreeMap::len)?;
        let column = *places.get(CODE)?;
        let mut rows: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for row in 0..cells.sheet.rows.len() {
            if let Some(code) = cells.text(Address { row, column }) {
                rows.entry(code.replace(',', ".")).or_default().push(row);
            }
        }
        (places.contains_key(ENTRY)).then_some(Columns { places, rows })
    }

    fn at(&self, row: usize, title: &str) -> Option<Address> {
        let column = *self.places.get(title)?;
        Some(Address { row, column })
    }

    /// The row of a cell: where it was, unless somebody has put rows in or taken them out; then the only one with the code.
    fn line(&self, cells: &Cells<'_>, row: &StampRow, is_one: bool) -> Option<usize> {
        let surname = match row.subject {
            Subject::Person(id) if !is_one => {
                cells.against.state.persons.get(&id).map(|it| &it.surname)
            }
            _ => None,
        };
        // Two heads have a row each under one code.
        let is_of = |line: usize| {
            let whom = self.at(line, WHOM).and_then(|it| cells.text(it));
            match (surname, whom) {
                (Some(surname), Some(whom)) => is_named(&whom, surname),
                _ => true,
            }
        };
        let lines = self.rows.get(&row.code).map_or(&[][..], Vec::as_slice);
        if lines.binary_search(&row.row).is_ok() && is_of(row.row) {
            return Some(row.row);
        }
        let mut found = lines.iter().copied().filter(|it| is_of(*it));
        let line = found.next()?;
        found.next().is_none().then_some(line)
    }
}
