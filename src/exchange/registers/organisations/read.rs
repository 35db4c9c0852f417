//! Reads the register of organisations out of a workbook: rows of one organisation are brought together, faults are all told.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::words::{
    CLOSED, COLUMNS, FOOTING, FOOTINGS, FROM, FULL_NAME, GIVEN, KIND, KINDS, NAME, NUMBER, OPENED,
    PATRONYMIC, REASON, SURNAME, TO,
};
use super::{Head, Listed, Register};
use crate::domain::people::{AppointmentKind, Organisation, OrganisationKind};
use crate::exchange::workbook::table::{Fault, Row, Table, Wrong, same};
use crate::exchange::workbook::{Address, Book};

/// Reads the register out of a workbook: of the first sheet that has its titles.
#[must_use]
pub fn read(book: &Book) -> Register {
    let mut faults = Vec::new();
    for sheet in book.sheets.iter().filter(|it| !it.hidden) {
        match Table::find(&book.file, sheet, &COLUMNS) {
            Ok(table) => return read_table(table),
            // What is wrong with the likeliest sheet is told: the one that has some of the titles.
            Err(found) => {
                let better = |it: &Fault| !matches!(it.wrong, Wrong::NoTitles { .. });
                if faults.is_empty() || (found.iter().any(better) && !faults.iter().any(better)) {
                    faults = found;
                }
            }
        }
    }
    Register {
        faults,
        ..Register::default()
    }
}

fn read_table(table: Table<'_>) -> Register {
    // Where each organisation stands first. Rows of one organisation need not follow each other.
    let mut seen: BTreeMap<(OrganisationKind, Option<u32>, String), (Address, Organisation)> =
        BTreeMap::new();
    let reading = table.read(|row| {
        let organisation = organisation(row);
        let head = head(row);
        let organisation = organisation?;
        let key = (
            organisation.kind,
            organisation.number,
            organisation.name.to_lowercase(),
        );
        let at = row.address(NAME);
        let (first, known) = seen
            .entry(key.clone())
            .or_insert((at, organisation.clone()));
        for title in differences(known, &organisation) {
            let cell = Address {
                row: first.row,
                column: row.address(title).column,
            };
            row.fault(title, Wrong::Differs { cell });
        }
        Some((key, organisation, head))
    });
    let mut out: Vec<(Address, Listed)> = Vec::new();
    let mut places = BTreeMap::new();
    for (at, (key, organisation, head)) in reading.rows {
        let place = *places.entry(key).or_insert_with(|| {
            let heads = Vec::new();
            out.push((
                at,
                Listed {
                    organisation,
                    heads,
                },
            ));
            out.len() - 1
        });
        if let Some((_, listed)) = out.get_mut(place) {
            listed.heads.extend(head);
        }
    }
    for (_, listed) in &mut out {
        listed.heads.sort_by_key(|it| it.from);
    }
    Register {
        organisations: out,
        faults: reading.faults,
        unknown: table.unknown,
    }
}

/// The titles of what two rows say differently of one organisation.
fn differences(one: &Organisation, other: &Organisation) -> Vec<&'static str> {
    let all = [
        (NAME, one.name == other.name),
        (FULL_NAME, same(&one.full_name, &other.full_name)),
        (OPENED, one.opened == other.opened),
        (CLOSED, one.closed == other.closed),
    ];
    let differ = all.into_iter().filter(|(_, same)| !same);
    differ.map(|(title, _)| title).collect()
}

fn organisation(row: &mut Row<'_>) -> Option<Organisation> {
    let kind = row.needed(KIND, |row, title| row.choice(title, &KINDS));
    let number = row.whole(NUMBER);
    let name = row.needed(NAME, Row::text);
    let full_name = row.text(FULL_NAME).unwrap_or_default();
    let opened = row.date(OPENED);
    let closed = row.date(CLOSED);
    not_before(row, CLOSED, closed, opened);
    Some(Organisation {
        opened,
        closed,
        ..Organisation::new(kind?, number, name?, full_name)
    })
}

/// Who heads the organisation, if the row says so. Without a surname nothing else may stand there.
fn head(row: &mut Row<'_>) -> Option<Head> {
    let rest = [GIVEN, PATRONYMIC, FOOTING, FROM, TO, REASON];
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
    Some(Head {
        surname: surname?,
        given,
        patronymic,
        kind: kind?,
        from: from?,
        to,
        end_reason,
    })
}

fn not_before(
    row: &mut Row<'_>,
    title: &str,
    given: Option<NaiveDate>,
    earliest: Option<NaiveDate>,
) {
    if let (Some(given), Some(earliest)) = (given, earliest)
        && given < earliest
    {
        row.fault(title, Wrong::Before { given, earliest });
    }
}
