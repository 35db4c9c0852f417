//! The register of organisations with those who head them: a row for each term of office, and one for an organisation without any.

mod read;
mod words;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::domain::ids::OrganisationId;
use crate::domain::people::{AppointmentKind, Organisation};
use crate::domain::state::State;
use crate::exchange::workbook::table::Fault;
use crate::exchange::workbook::{Address, CellText, SheetOut};

pub use read::read;
pub(super) use words::{ACT, CLOSED_BY, FOOTING, FROM, MERGED, NAME, REASON, TO};
pub use words::{COLUMNS, FOOTINGS, KINDS};

use super::papers::Papers;
use super::{Places, choices, columns_out, word};
use words::KIND;

/// An organisation as a register has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The organisation, without its papers, marks and standing reasons.
    pub organisation: Organisation,
    /// The act by which it was closed, as it is called; may be empty.
    pub closed_by: String,
    /// What it was merged into, as it is called; may be empty.
    pub merged_into: String,
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
    /// The act of appointment, as it is called; may be empty.
    pub act: String,
    /// End of the contract.
    pub contract_until: Option<NaiveDate>,
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
    /// Where its columns stand.
    pub places: Places,
    /// The rows of the terms of office of each organisation, in their order.
    pub terms: Vec<Vec<Address>>,
    /// How many rows tell of each organisation.
    pub rows_of: Vec<usize>,
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
    let papers = Papers::of(state);
    all.into_iter()
        .map(|(id, organisation)| Listed {
            organisation: Organisation {
                closed_by: None,
                merged_into: None,
                flags: Vec::new(),
                standing: Vec::new(),
                ..organisation.clone()
            },
            closed_by: papers.told(organisation.closed_by),
            merged_into: (organisation.merged_into)
                .and_then(|it| state.organisations.get(&it))
                .map(|it| it.name.clone())
                .unwrap_or_default(),
            heads: heads(state, &papers, id),
        })
        .collect()
}

fn heads(state: &State, papers: &Papers, id: OrganisationId) -> Vec<Head> {
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
                act: papers.told(term.act),
                contract_until: term.contract_until,
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
    const WIDTHS: [u16; 17] = [
        18, 8, 24, 50, 12, 12, 36, 24, 18, 14, 18, 20, 12, 12, 40, 36, 12,
    ];
    let offered = [(KIND, choices(&KINDS)), (FOOTING, choices(&FOOTINGS))];
    let columns = columns_out(&COLUMNS, WIDTHS, &offered);
    let mut rows = Vec::new();
    for it in register {
        if it.heads.is_empty() {
            rows.push(cells(it, None));
        }
        rows.extend(it.heads.iter().map(|head| cells(it, Some(head))));
    }
    SheetOut {
        name: "Организации".to_owned(),
        columns,
        frozen: 3,
        rows,
    }
}

fn cells(listed: &Listed, head: Option<&Head>) -> Vec<CellText> {
    let organisation = &listed.organisation;
    let number = organisation.number.map(Decimal::from);
    let mut out = vec![
        CellText::text(word(&KINDS, &organisation.kind)),
        number.map_or(CellText::Empty, CellText::Number),
        CellText::text(&organisation.name),
        CellText::text(&organisation.full_name),
        CellText::date(organisation.opened),
        CellText::date(organisation.closed),
        CellText::text(&listed.closed_by),
        CellText::text(&listed.merged_into),
    ];
    if let Some(head) = head {
        out.extend([
            CellText::text(&head.surname),
            CellText::text(&head.given),
            CellText::text(&head.patronymic),
            CellText::text(word(&FOOTINGS, &head.kind)),
            CellText::Date(head.from),
            CellText::date(head.to),
            CellText::text(&head.end_reason),
            CellText::text(&head.act),
            CellText::date(head.contract_until),
        ]);
    }
    out
}
