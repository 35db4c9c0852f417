//! The register of organisations with those who head them: a row for each term of office, and one for an organisation without any.

mod read;
mod words;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::domain::ids::OrganisationId;
use crate::domain::people::{AppointmentKind, Organisation};
use crate::domain::state::State;
use crate::exchange::workbook::table::Fault;
use crate::exchange::workbook::{Address, CellText, ColumnOut, SheetOut};

pub use read::read;
pub use words::{COLUMNS, FOOTINGS, KINDS};

use super::word;
use words::{FOOTING, KIND};

/// An organisation as a register has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The organisation.
    pub organisation: Organisation,
    /// Who heads it and who did, by the first day.
    pub heads: Vec<Head>,
}

/// A term of office of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Фамилия.
    pub surname: String,
    /// Имя; may be empty.
    pub given: String,
    /// Отчество; may be empty.
    pub patronymic: String,
    /// On what footing.
    pub kind: AppointmentKind,
    /// First day.
    pub from: NaiveDate,
    /// Last day; `None` while in office.
    pub to: Option<NaiveDate>,
    /// Why it ended.
    pub end_reason: String,
}

/// What a file holds: the organisations that are told without a fault, and everything that is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// The organisations, in the order of the file, each with the row that names it first.
    pub organisations: Vec<(Address, Listed)>,
    /// What is wrong, from top to bottom. An organisation of which a row is wrong is not complete: take none in before they are mended,
    /// or tell the person.
    pub faults: Vec<Fault>,
    /// Columns that are not read.
    pub unknown: Vec<Fault>,
}

/// The register of a store, by kind, number and name. The terms of a person whose data was erased are left out: nobody's name would
/// stand in their row.
#[must_use]
pub fn of(state: &State) -> Vec<Listed> {
    let mut all: Vec<(OrganisationId, &Organisation)> = state
        .organisations
        .iter()
        .map(|(id, it)| (*id, &it.body))
        .collect();
    all.sort_by(|(a, one), (b, other)| {
        (one.kind, one.number, &one.name, a).cmp(&(other.kind, other.number, &other.name, b))
    });
    all.into_iter()
        .map(|(id, organisation)| Listed {
            organisation: organisation.clone(),
            heads: heads(state, id),
        })
        .collect()
}

fn heads(state: &State, id: OrganisationId) -> Vec<Head> {
    let mut out: Vec<Head> = state
        .appointments_of
        .of(id)
        .filter_map(|it| {
            let term = &state.appointments.get(&it)?.body;
            let person = &state.persons.get(&term.person)?.body;
            (!person.is_erased()).then(|| Head {
                surname: person.surname.clone(),
                given: person.given.clone(),
                patronymic: person.patronymic.clone(),
                kind: term.kind,
                from: term.from,
                to: term.to,
                end_reason: term.end_reason.clone(),
            })
        })
        .collect();
    out.sort_by_key(|it| it.from);
    out
}

/// The sheet of a register, for [`write_xlsx`](crate::exchange::workbook::write_xlsx) or
/// [`write_csv`](crate::exchange::workbook::write_csv).
#[must_use]
pub fn sheet(register: &[Listed]) -> SheetOut {
    const WIDTHS: [u16; 13] = [18, 8, 24, 50, 12, 12, 18, 14, 18, 20, 12, 12, 40];
    let mut columns: Vec<ColumnOut> = COLUMNS
        .iter()
        .zip(WIDTHS)
        .map(|(it, width)| ColumnOut::new(it.title, width))
        .collect();
    for column in &mut columns {
        match column.title.as_str() {
            KIND => column.choices = KINDS.iter().map(|(it, _)| word(&KINDS, *it)).collect(),
            FOOTING => {
                column.choices = FOOTINGS
                    .iter()
                    .map(|(it, _)| word(&FOOTINGS, *it))
                    .collect();
            }
            _ => {}
        }
    }
    let mut rows = Vec::new();
    for it in register {
        if it.heads.is_empty() {
            rows.push(cells(&it.organisation, None));
        }
        rows.extend(
            it.heads
                .iter()
                .map(|head| cells(&it.organisation, Some(head))),
        );
    }
    SheetOut {
        name: "Организации".to_owned(),
        columns,
        rows,
    }
}

fn cells(organisation: &Organisation, head: Option<&Head>) -> Vec<CellText> {
    let number = organisation.number.map(Decimal::from);
    let mut out = vec![
        CellText::text(word(&KINDS, organisation.kind)),
        number.map_or(CellText::Empty, CellText::Number),
        CellText::text(&organisation.name),
        CellText::text(&organisation.full_name),
        CellText::date(organisation.opened),
        CellText::date(organisation.closed),
    ];
    if let Some(head) = head {
        out.extend([
            CellText::text(&head.surname),
            CellText::text(&head.given),
            CellText::text(&head.patronymic),
            CellText::text(word(&FOOTINGS, head.kind)),
            CellText::Date(head.from),
            CellText::date(head.to),
            CellText::text(&head.end_reason),
        ]);
    }
    out
}
