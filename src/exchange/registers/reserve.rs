//! The register of the managerial reserve: a row for each candidate.

use super::papers::Papers;
use super::{
    GIVEN, Listing, ORGANISATION, PATRONYMIC, SURNAME, choices, columns_out, listing, named,
    not_before, person, person_cells, word,
};
use crate::domain::career::{Candidate, CandidateOutcome};
use crate::domain::ids::PersonId;
use crate::domain::people::Person;
use crate::domain::state::State;
use crate::exchange::workbook::table::{Column, Row};
use crate::exchange::workbook::{Book, CellText, SheetOut};

const POST: &str = "Должность";
const FROM: &str = "В резерве с";
pub(super) const UNTIL: &str = "По";
pub(super) const PROGRAMME: &str = "Программа";
pub(super) const GROUND: &str = "Документ о включении";
pub(super) const MENTOR: &str = "Наставник";
pub(super) const OUTCOME: &str = "Итог";
const ON: &str = "Дата итога";
const REASON: &str = "Причина исключения";

/// The columns, in the order in which they are written.
pub const COLUMNS: [Column; 13] = [
    Column::needed(SURNAME, &[]),
    Column::free(GIVEN, &[]),
    Column::free(PATRONYMIC, &[]),
    Column::needed(POST, &["На должность"]),
    Column::free(ORGANISATION, &["В организацию"]),
    Column::needed(FROM, &["Дата включения", "С"]),
    Column::free(UNTIL, &["Срок", "Включён по"]),
    Column::free(GROUND, &["Основание", "Приказ о включении"]),
    Column::free(PROGRAMME, &["Программа подготовки"]),
    Column::free(MENTOR, &["Наставник (ФИО)"]),
    Column::free(OUTCOME, &["Состояние"]),
    Column::free(ON, &[]),
    Column::free(REASON, &["Причина"]),
];

/// What became of a candidate, without its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Became {
    InReserve,
    Trained,
    Appointed,
    Excluded,
}

const OUTCOMES: [(Became, &[&str]); 4] = [
    (
        Became::InReserve,
        &["в резерве", "состоит в резерве", "состоит"],
    ),
    (
        Became::Trained,
        &["подготовка завершена", "завершил подготовку", "обучен"],
    ),
    (
        Became::Appointed,
        &["назначение на должность", "назначен", "назначена"],
    ),
    (
        Became::Excluded,
        &["исключение из резерва", "исключён", "исключена"],
    ),
];

/// A row: whose, the organisation and the mentor as they are called, and all the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Whose.
    pub person: Person,
    /// What; persons, organisation and ground in it count for nothing.
    pub candidate: Candidate,
    /// The organisation as it is called; empty where there is none.
    pub organisation: String,
    /// The act of inclusion, as it is called; empty where there is none.
    pub ground: String,
    /// Surname, given name and patronymic of the mentor; empty where there is none.
    pub mentor: String,
}

/// Reads the register out of a workbook.
#[must_use]
pub fn read(book: &Book) -> Listing<Listed> {
    listing(book, &COLUMNS, row)
}

fn row(row: &mut Row<'_>) -> Option<Listed> {
    let person = person(row);
    let post = row.needed(POST, Row::text);
    let from = row.needed(FROM, Row::date);
    let until = row.date(UNTIL);
    let became = row.choice(OUTCOME, &OUTCOMES);
    let outcome = match became.unwrap_or(Became::InReserve) {
        Became::InReserve => Some(CandidateOutcome::InReserve),
        became => row.needed(ON, Row::date).map(|on| match became {
            Became::Trained => CandidateOutcome::Trained { on },
            Became::Appointed => CandidateOutcome::Appointed { on },
            _ => CandidateOutcome::Excluded {
                on,
                reason: row.needed(REASON, Row::text).unwrap_or_default(),
            },
        }),
    };
    not_before(row, UNTIL, until, from);
    let candidate = Candidate {
        person: PersonId(0),
        post: post?,
        organisation: None,
        ground: None,
        from: from?,
        until,
        programme: row.text(PROGRAMME).unwrap_or_default(),
        mentor: None,
        outcome: outcome?,
    };
    Some(Listed {
        person: person?,
        candidate,
        organisation: row.text(ORGANISATION).unwrap_or_default(),
        ground: row.text(GROUND).unwrap_or_default(),
        mentor: row.text(MENTOR).unwrap_or_default(),
    })
}

/// The register of a store, by name. Of somebody whose data was erased nothing is told.
#[must_use]
pub fn of(state: &State) -> Vec<Listed> {
    let papers = Papers::of(state);
    let listed = |it: &Candidate| {
        let place = it.organisation.and_then(|id| state.organisations.get(&id));
        let mentor = it.mentor.and_then(|id| named(state, id));
        Some(Listed {
            person: named(state, it.person)?.body.clone(),
            candidate: it.clone(),
            organisation: place.map(|it| it.name.clone()).unwrap_or_default(),
            ground: papers.told(it.ground),
            mentor: mentor.map(|it| it.full_name()).unwrap_or_default(),
        })
    };
    let mut out: Vec<Listed> = (state.candidates.values())
        .filter_map(|it| listed(&it.body))
        .collect();
    out.sort_by_key(|it| (it.person.full_name(), it.candidate.from));
    out
}

/// The sheet of a register.
#[must_use]
pub fn sheet(register: &[Listed]) -> SheetOut {
    const WIDTHS: [u16; 13] = [18, 14, 18, 20, 20, 12, 12, 36, 32, 32, 24, 12, 32];
    SheetOut {
        name: "Резерв".to_owned(),
        columns: columns_out(&COLUMNS, WIDTHS, &[(OUTCOME, choices(&OUTCOMES))]),
        frozen: 1,
        rows: register.iter().map(cells).collect(),
    }
}

fn cells(it: &Listed) -> Vec<CellText> {
    let candidate = &it.candidate;
    let (became, on, reason) = match &candidate.outcome {
        CandidateOutcome::InReserve => (Became::InReserve, None, ""),
        CandidateOutcome::Trained { on } => (Became::Trained, Some(*on), ""),
        CandidateOutcome::Appointed { on } => (Became::Appointed, Some(*on), ""),
        CandidateOutcome::Excluded { on, reason } => (Became::Excluded, Some(*on), reason.as_str()),
    };
    let mut out = person_cells(&it.person).to_vec();
    out.extend([
        CellText::text(&candidate.post),
        CellText::text(&it.organisation),
        CellText::Date(candidate.from),
        CellText::date(candidate.until),
        CellText::text(&it.ground),
        CellText::text(&candidate.programme),
        CellText::text(&it.mentor),
        CellText::text(word(&OUTCOMES, &became)),
        CellText::date(on),
        CellText::text(reason),
    ]);
    out
}
