//! A long list: a row for each value, with whom, which indicator and when it is about. A table of one organisation is the same without the
//! column that names it: a form without its hidden sheet, or what a school has made itself.

use std::collections::HashMap;

use crate::analysis::batch::{Claim, Mismatch, Named, Told, Whose};
use crate::domain::ids::{IndicatorId, PeriodId};
use crate::exchange::workbook::Address;
use crate::exchange::workbook::table::{Column, Fault, Row, Table, Wrong};
use crate::locale::Phrase;

use super::given::{Cells, Several};
use super::heading::{Owner, of_another};
use super::{Found, is_sum};
use crate::exchange::values::titles::{
    self, CODE, COUNTED, DENOMINATOR, ENTRY, HEAD, INDICATOR, NOT_TO_FILL, NUMERATOR, ORGANISATION,
    PERCENT, PERIOD, REASON, SOURCE, UNIT,
};

/// Reads the sheet; `None` where it is no list.
pub(super) fn read(cells: &Cells<'_>) -> Option<Found> {
    let table = table(cells)?;
    table.has(ORGANISATION).then(|| found(cells, &table, None))
}

/// The same where no column names an organisation: all of it is of one.
pub(super) fn read_of_one(cells: &Cells<'_>) -> Option<Found> {
    let table = table(cells).filter(|it| !it.has(ORGANISATION))?;
    // Organisations in columns of their own are read otherwise.
    let names = cells.against.names;
    let is_named = |it: &Fault| match &it.wrong {
        Wrong::Unknown { title } => matches!(names.organisation(title), Named::Known(_)),
        _ => false,
    };
    if table.unknown.iter().any(is_named) {
        return None;
    }
    Some(match Owner::of(cells, table.header()) {
        Ok(owner) => found(cells, &table, Some(owner)),
        Err(said) => Found::fault(said),
    })
}

fn table<'a>(cells: &Cells<'a>) -> Option<Table<'a>> {
    let columns: Vec<Column> = (titles::LIST.into_iter().chain(titles::BESIDE))
        .map(|it| Column {
            needed: false,
            ..it
        })
        .collect();
    let table = Table::find(cells.file, cells.sheet, &columns).ok()?;
    let named = table.has(CODE) || table.has(INDICATOR);
    let valued = [ENTRY, NUMERATOR, PERCENT].iter().any(|it| table.has(it));
    (named && valued).then_some(table)
}

fn found(cells: &Cells<'_>, table: &Table<'_>, owner: Option<Owner>) -> Found {
    let header = table.header();
    if let (Some(period), false) = (cells.against.names.period, table.has(PERIOD))
        && let Some(said) = of_another(cells, period, (header, header))
    {
        return Found::fault(said);
    }
    let unknown = table.unknown.iter();
    let mut found = Found {
        notes: unknown.map(|it| it.say(cells.against.locale)).collect(),
        ..Found::default()
    };
    let mut list = List {
        cells,
        owner,
        claims: 0,
        both: HashMap::new(),
        words: Vec::new(),
    };
    let reading = table.read(|row| Some(list.claim(row)));
    let claims = reading.rows.into_iter().filter_map(|(_, it)| it);
    found.claims.extend(claims);
    found.notes.append(&mut list.words);
    let faults = reading.faults.iter();
    found
        .faults
        .extend(faults.map(|it| it.say(cells.against.locale)));
    found
}

struct List<'a> {
    cells: &'a Cells<'a>,
    /// What stands in rows without a value.
    words: Vec<String>,
    owner: Option<Owner>,
    /// So many there are: beyond what there is room for nothing is read.
    claims: usize,
    /// What codes mean with the names beside them: asked once, however often they stand in the file.
    both: HashMap<(PeriodId, String, String), Result<Named<IndicatorId>, Mismatch>>,
}

impl List<'_> {
    /// What a row says; nothing where it has no value.
    fn claim(&mut self, row: &mut Row<'_>) -> Option<Claim> {
        let cells = self.cells;
        if self.claims > cells.room {
            return None;
        }
        let place = |row: &Row<'_>, title| row.has(title).then(|| row.address(title));
        let text = |row: &Row<'_>, title| place(row, title).and_then(|it| cells.text(it));
        let several = Several {
            entry: place(row, ENTRY),
            numerator: place(row, NUMERATOR),
            denominator: place(row, DENOMINATOR),
            percent: place(row, PERCENT),
            reason: place(row, REASON),
            are_there: false,
            percents: text(row, UNIT).is_some_and(|it| it == "%"),
        };
        let names = [CODE, INDICATOR].map(|it| text(row, it));
        let Some((at, told)) = cells.together(several) else {
            let words = [REASON, titles::NOTE].into_iter();
            let words = words.filter_map(|it| Some((place(row, it)?, text(row, it)?)));
            let code = names.iter().flatten().next();
            self.words.extend(
                words
                    .zip(code)
                    .map(|((at, words), code)| cells.only_words(at, code, &words)),
            );
            return None;
        };
        // A form tells what it computes, and below the last indicator stand sums. A title behind a code may begin as one of theirs.
        if text(row, COUNTED).is_some_and(|it| it.contains(NOT_TO_FILL))
            || (names.iter().flatten().next()).is_some_and(|it| is_sum(it))
        {
            return None;
        }
        let organisation = match &self.owner {
            Some(_) => None,
            None => Some(row.needed(ORGANISATION, Row::text)?),
        };
        let [code, title] = names;
        self.claims += 1;
        let (head, note, source) = (row.text(HEAD), row.lines(titles::NOTE), row.text(SOURCE));
        let whose = match (&organisation, &self.owner) {
            (Some(organisation), _) => cells.whose(organisation, head),
            (None, Some(owner)) => owner.whose(head),
            (None, None) => Whose::OfFile { head },
        };
        let mut claim = Claim {
            spot: cells.spot(at),
            period: cells.against.names.period.unwrap_or(PeriodId(0)),
            indicator: Named::Unknown(String::new()),
            whose,
            told,
            note,
            source,
            handed_out: None,
        };
        let said = |of: Address, phrase, name: &str| {
            let all = [("place", cells.place(of)), ("name", name.to_owned())];
            let args = all.iter().map(|(key, it)| (*key, it.as_str()));
            let args: Vec<_> = match phrase {
                Phrase::ValuesNoSuchPeriod => args.collect(),
                _ => args.take(1).collect(),
            };
            Told::Wrong(cells.say(phrase, &args))
        };
        let period = match row.text(PERIOD) {
            Some(name) => (cells.against.names.period_of(&name)).ok_or((
                row.address(PERIOD),
                Phrase::ValuesNoSuchPeriod,
                name,
            )),
            None => {
                (cells.against.names.period).ok_or((at, Phrase::ValuesWhichPeriod, String::new()))
            }
        };
        match period {
            Ok(period) => claim.period = period,
            Err((of, phrase, name)) => {
                claim.told = said(of, phrase, &name);
                return Some(claim);
            }
        }
        let by_code = code.as_ref().map(|_| row.address(CODE));
        let Some(named) = by_code.or_else(|| title.as_ref().map(|_| row.address(INDICATOR))) else {
            claim.told = said(row.address(CODE), Phrase::ValuesWhichIndicator, "");
            return Some(claim);
        };
        match cells.indicator(claim.period, named, title.as_deref()) {
            Ok(found) => claim.indicator = found.unwrap_or(claim.indicator),
            Err(said) => {
                claim.told = Told::Wrong(said);
                return Some(claim);
            }
        }
        if let (Some(code), Some(title)) = (&code, &title) {
            let (state, names) = (cells.against.state, cells.against.names);
            let key = (claim.period, code.clone(), title.clone());
            let both = (self.both.entry(key)).or_insert_with(|| {
                let coded = claim.indicator.clone();
                names.indicator_of_both(state, claim.period, coded, (code, title))
            });
            match both {
                Ok(named) => claim.indicator = named.clone(),
                // Rows that were shifted, or codes of another edition.
                Err(_) => claim.told = said(named, Phrase::ValuesCodeOrTitle, ""),
            }
        }
        Some(claim)
    }
}
