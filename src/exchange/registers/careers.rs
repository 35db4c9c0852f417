//! The register of careers: a row for each qualification, attestation and contract of somebody.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::papers::Papers;
use super::{
    GIVEN, Listing, ORGANISATION, PATRONYMIC, SURNAME, choices, columns_out, labelled, listing,
    named, not_before, person, person_cells, word,
};
use crate::domain::career::{
    Attestation, AttestationOutcome, Contract, Qualification, QualificationKind,
};
use crate::domain::ids::{OrganisationId, PersonId};
use crate::domain::people::Person;
use crate::domain::staffing::Career;
use crate::domain::state::State;
use crate::exchange::workbook::table::{Column, Row};
use crate::exchange::workbook::{Book, CellText, SheetOut};

const SORT: &str = "Вид";
pub(super) const TITLE: &str = "Содержание";
pub(super) const HOURS: &str = "Часов";
const FROM: &str = "Дата";
pub(super) const UNTIL: &str = "Действует по";
pub(super) const PAPER: &str = "Документ";

/// The columns, in the order in which they are written.
pub const COLUMNS: [Column; 10] = [
    Column::needed(SURNAME, &[]),
    Column::free(GIVEN, &[]),
    Column::free(PATRONYMIC, &[]),
    Column::needed(SORT, &["Вид записи", "Сведения"]),
    Column::free(TITLE, &["Программа", "Специальность", "Решение", "Номер"]),
    Column::free(ORGANISATION, &["Где", "Образовательная организация"]),
    Column::free(HOURS, &["Объём", "Часы", "Количество часов"]),
    Column::needed(FROM, &["Дата выдачи", "С"]),
    Column::free(UNTIL, &["По", "Срок действия"]),
    Column::free(PAPER, &["Удостоверение", "Диплом"]),
];

/// What a row is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Qualification(QualificationKind),
    /// As a candidate or not.
    Attestation(bool),
    Contract,
}

const SORTS: [(Sort, &[&str]); 6] = [
    (
        Sort::Qualification(QualificationKind::Course),
        &["повышение квалификации", "ПК", "курсы", "курс"],
    ),
    (
        Sort::Qualification(QualificationKind::Retraining),
        &["профессиональная переподготовка", "переподготовка", "ПП"],
    ),
    (
        Sort::Qualification(QualificationKind::Higher),
        &["высшее образование", "ВО", "образование"],
    ),
    (
        Sort::Attestation(false),
        &["аттестация", "аттестация руководителя"],
    ),
    (Sort::Attestation(true), &["аттестация кандидата"]),
    (Sort::Contract, &["трудовой договор", "договор"]),
];

const OUTCOMES: [(AttestationOutcome, &[&str]); 3] = [
    (
        AttestationOutcome::Fit,
        &["соответствует", "соответствует занимаемой должности"],
    ),
    (
        AttestationOutcome::FitWithAdvice,
        &[
            "соответствует с рекомендациями",
            "соответствует, с рекомендациями",
        ],
    ),
    (AttestationOutcome::Unfit, &["не соответствует"]),
];

/// A row: whose, what, and the organisation of a contract as it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Whose.
    pub person: Person,
    /// What; persons and organisations in it count for nothing.
    pub career: Career,
    /// The organisation of a contract, as it is called; empty where it is no contract.
    pub organisation: String,
    /// The act of an attestation, as it is called; empty where it is none.
    pub act: String,
}

const NOBODY: PersonId = PersonId(0);

/// Reads the register out of a workbook.
#[must_use]
pub fn read(book: &Book) -> Listing<Listed> {
    listing(book, &COLUMNS, row)
}

fn row(row: &mut Row<'_>) -> Option<Listed> {
    let person = person(row);
    let sort = row.needed(SORT, |row, title| row.choice(title, &SORTS));
    let from = row.needed(FROM, Row::date);
    let until = row.date(UNTIL);
    not_before(row, UNTIL, until, from);
    let mut organisation = String::new();
    let mut act = String::new();
    let career = match sort? {
        Sort::Qualification(kind) => Career::Qualification(Qualification {
            person: NOBODY,
            kind,
            title: row.needed(TITLE, Row::text).unwrap_or_default(),
            institution: row.text(ORGANISATION).unwrap_or_default(),
            hours: row.whole(HOURS),
            issued: from?,
            until,
            paper: row.label(PAPER).unwrap_or_default(),
        }),
        Sort::Attestation(candidate) => {
            act = row.text(PAPER).unwrap_or_default();
            Career::Attestation(Attestation {
                person: NOBODY,
                candidate,
                held: from?,
                outcome: row.needed(TITLE, |row, title| row.choice(title, &OUTCOMES))?,
                until,
                act: None,
            })
        }
        Sort::Contract => {
            organisation = row.needed(ORGANISATION, Row::text)?;
            Career::Contract(Contract {
                person: NOBODY,
                organisation: OrganisationId(0),
                number: row.label(TITLE).unwrap_or_default(),
                from: from?,
                until,
            })
        }
    };
    Some(Listed {
        person: person?,
        career,
        organisation,
        act,
    })
}

/// The register of a store, by name and date. Of somebody whose data was erased nothing is told.
#[must_use]
pub fn of(state: &State) -> Vec<Listed> {
    let mut all: Vec<Career> = Vec::new();
    all.extend((state.qualifications.values()).map(|it| Career::Qualification(it.body.clone())));
    all.extend((state.attestations.values()).map(|it| Career::Attestation(it.body.clone())));
    all.extend((state.contracts.values()).map(|it| Career::Contract(it.body.clone())));
    let papers = Papers::of(state);
    let mut out: Vec<Listed> = (all.into_iter())
        .filter_map(|career| {
            let organisation = match &career {
                Career::Contract(it) => {
                    (state.organisations.get(&it.organisation)).map(|it| it.name.clone())
                }
                _ => None,
            };
            Some(Listed {
                person: named(state, career.person())?.body.clone(),
                act: papers.told(career.document()),
                career,
                organisation: organisation.unwrap_or_default(),
            })
        })
        .collect();
    out.sort_by_key(|it| {
        let (sort, from, _) = parts(it);
        (it.person.full_name(), word(&SORTS, &sort), from)
    });
    out
}

fn parts(it: &Listed) -> (Sort, NaiveDate, Option<NaiveDate>) {
    match &it.career {
        Career::Attestation(it) => (Sort::Attestation(it.candidate), it.held, it.until),
        Career::Contract(it) => (Sort::Contract, it.from, it.until),
        Career::Qualification(it) => (Sort::Qualification(it.kind), it.issued, it.until),
        Career::Candidate(it) => (Sort::Contract, it.from, it.until),
    }
}

/// The sheet of a register.
#[must_use]
pub fn sheet(register: &[Listed]) -> SheetOut {
    const WIDTHS: [u16; 10] = [18, 14, 18, 28, 44, 30, 8, 12, 14, 26];
    let columns = columns_out(&COLUMNS, WIDTHS, &[(SORT, choices(&SORTS))]);
    SheetOut {
        name: "Карьера".to_owned(),
        columns: labelled(columns, &[TITLE, PAPER]),
        frozen: 1,
        rows: register.iter().map(cells).collect(),
    }
}

fn cells(it: &Listed) -> Vec<CellText> {
    let (sort, from, until) = parts(it);
    let (title, place, hours, paper) = match &it.career {
        Career::Qualification(it) => (
            it.title.clone(),
            it.institution.clone(),
            it.hours,
            it.paper.clone(),
        ),
        Career::Attestation(attestation) => (
            word(&OUTCOMES, &attestation.outcome),
            String::new(),
            None,
            it.act.clone(),
        ),
        Career::Contract(contract) => (
            contract.number.clone(),
            it.organisation.clone(),
            None,
            String::new(),
        ),
        Career::Candidate(_) => Default::default(),
    };
    let mut out = person_cells(&it.person).to_vec();
    out.extend([
        CellText::text(word(&SORTS, &sort)),
        CellText::text(title),
        CellText::text(place),
        hours.map_or(CellText::Empty, |it| CellText::Number(Decimal::from(it))),
        CellText::Date(from),
        CellText::date(until),
        CellText::text(paper),
    ]);
    out
}
