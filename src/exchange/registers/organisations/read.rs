//! Reads the register of organisations out of a workbook: rows of one organisation are brought together, faults are all told.

use std::collections::BTreeMap;

use super::words::{
    ACT, CLOSED, CLOSED_BY, COLUMNS, CONTRACT, FOOTING, FOOTINGS, FROM, FULL_NAME, KIND, KINDS,
    MERGED, NAME, NUMBER, OPENED, REASON, TO,
};
use super::{Head, Listed, Register};
use crate::domain::people::{AppointmentKind, Organisation, OrganisationKind};
use crate::exchange::registers::{GIVEN, PATRONYMIC, Places, SURNAME, not_before, the_table};
use crate::exchange::workbook::table::{Row, Table, Wrong, same};
use crate::exchange::workbook::{Address, Book};

/// Reads the register out of a workbook: of the sheet that has its titles.
#[must_use]
pub fn read(book: &Book) -> Register {
    let (table, faults) = the_table(book, &COLUMNS);
    let mut read = table.map(read_table).unwrap_or_default();
    read.faults.splice(0..0, faults);
    read
}

/// A term of office and its row.
type Placed = (Address, Head);

fn read_table(table: Table<'_>) -> Register {
    // Where each organisation stands first. Rows of one organisation need not follow each other.
    let mut seen: BTreeMap<(OrganisationKind, Option<u32>, String), (Address, Listed)> =
        BTreeMap::new();
    let places = Places::of(&table, &COLUMNS);
    let reading = table.read(|row| {
        let listed = organisation(row);
        let head = head(row);
        let listed = listed?;
        let key = (
            listed.organisation.kind,
            listed.organisation.number,
            listed.organisation.name.to_lowercase(),
        );
        let at = row.address(NAME);
        let (first, known) = seen.entry(key.clone()).or_insert((at, listed.clone()));
        for title in differences(known, &listed) {
            let cell = Address {
                row: first.row,
                column: row.address(title).column,
            };
            row.fault(title, Wrong::Differs { cell });
        }
        Some((key, listed, head))
    });
    let mut out: Vec<(Address, Listed, Vec<Placed>, usize)> = Vec::new();
    let mut known = BTreeMap::new();
    for (at, (key, listed, head)) in reading.rows {
        let place = *known.entry(key).or_insert_with(|| {
            out.push((at, listed, Vec::new(), 0));
            out.len() - 1
        });
        if let Some((_, _, heads, rows)) = out.get_mut(place) {
            heads.extend(head.map(|it| (at, it)));
            *rows += 1;
        }
    }
    let mut organisations = Vec::new();
    let mut terms = Vec::new();
    let mut rows_of = Vec::new();
    for (at, mut listed, mut heads, count) in out {
        heads.sort_by_key(|(_, it)| it.from);
        let (rows, heads) = heads.into_iter().unzip();
        listed.heads = heads;
        organisations.push((at, listed));
        terms.push(rows);
        rows_of.push(count);
    }
    Register {
        organisations,
        faults: reading.faults,
        unknown: table.unknown,
        places,
        terms,
        rows_of,
    }
}

/// The titles of what two rows say differently of one organisation.
fn differences(one: &Listed, other: &Listed) -> Vec<&'static str> {
    let (a, b) = (&one.organisation, &other.organisation);
    let all = [
        (NAME, a.name == b.name),
        (FULL_NAME, same(&a.full_name, &b.full_name)),
        (OPENED, a.opened == b.opened),
        (CLOSED, a.closed == b.closed),
        (CLOSED_BY, same(&one.closed_by, &other.closed_by)),
        (MERGED, same(&one.merged_into, &other.merged_into)),
    ];
    let differ = all.into_iter().filter(|(_, same)| !same);
    differ.map(|(title, _)| title).collect()
}

fn organisation(row: &mut Row<'_>) -> Option<Listed> {
    let kind = row.needed(KIND, |row, title| row.choice(title, &KINDS));
    let number = row.whole(NUMBER);
    let name = row.needed(NAME, Row::text);
    let full_name = row.text(FULL_NAME).unwrap_or_default();
    let opened = row.date(OPENED);
    let closed = row.date(CLOSED);
    not_before(row, CLOSED, closed, opened);
    let closed_by = row.text(CLOSED_BY).unwrap_or_default();
    let merged_into = row.text(MERGED).unwrap_or_default();
    // How an organisation ended is told with the day on which it did.
    for title in [CLOSED_BY, MERGED] {
        if !row.cell(title).is_blank() && row.cell(CLOSED).is_blank() {
            let other = CLOSED.to_owned();
            row.fault(title, Wrong::Without { other });
        }
    }
    Some(Listed {
        organisation: Organisation {
            opened,
            closed,
            ..Organisation::new(kind?, number, name?, full_name)
        },
        closed_by,
        merged_into,
        heads: Vec::new(),
    })
}

/// Who heads the organisation, if the row says so. Without a surname nothing else may stand there.
fn head(row: &mut Row<'_>) -> Option<Head> {
    let rest = [GIVEN, PATRONYMIC, FOOTING, FROM, TO, REASON, ACT, CONTRACT];
    if row.cell(SURNAME).is_blank() {
        let other = || SURNAME.to_owned();
        if let Some(title) = rest.into_iter().find(|it| !row.cell(it).is_blank()) {
            row.fault(title, Wrong::Without { other: other() });
        }
        return None;
    }
    let surname = row.text(SURNAME);
    let given = row.text(GIVEN).unwrap_or_default();
    let patronymic = row.text(PATRONYMIC).unwrap_or_default();
    // A register that does not tell footings apart is one of permanent heads.
    let kind = if row.has(FOOTING) {
        row.needed(FOOTING, |row, title| row.choice(title, &FOOTINGS))
    } else {
        Some(AppointmentKind::Permanent)
    };
    let from = row.needed(FROM, Row::date);
    let to = row.date(TO);
    not_before(row, TO, to, from);
    let end_reason = row.text(REASON).unwrap_or_default();
    let act = row.text(ACT).unwrap_or_default();
    let contract_until = row.date(CONTRACT);
    not_before(row, CONTRACT, contract_until, from);
    Some(Head {
        surname: surname?,
        given,
        patronymic,
        kind: kind?,
        from: from?,
        to,
        end_reason,
        act,
        contract_until,
    })
}
