//! The register of documents: a row for each, with its full requisites.

use chrono::NaiveDate;

use super::papers::Papers;
use super::{Listing, choices, columns_out, labelled, listing, not_before, word};
use crate::domain::evidence::{Document, DocumentKind, DocumentLevel, DocumentStatus};
use crate::domain::state::State;
use crate::exchange::workbook::table::{Column, Row, Wrong};
use crate::exchange::workbook::{Book, CellText, SheetOut};

const KIND: &str = "Вид";
const ISSUER: &str = "Кем издан";
const LEVEL: &str = "Уровень";
const DATE: &str = "Дата";
const NUMBER: &str = "Номер";
const TITLE: &str = "Название";
const REDACTION: &str = "В редакции от";
const STATUS: &str = "Состояние";
const BY: &str = "Чем отменён";
const ON: &str = "Утратил силу";
const LINK: &str = "Ссылка";
pub(super) const KNOWN: &str = "Записан как";

/// The columns, in the order in which they are written.
pub const COLUMNS: [Column; 12] = [
    Column::needed(KIND, &["Вид документа"]),
    Column::free(ISSUER, &["Орган", "Издан"]),
    Column::free(LEVEL, &[]),
    Column::free(DATE, &["Дата документа", "От"]),
    Column::free(NUMBER, &["№", "Номер документа"]),
    Column::needed(TITLE, &["Наименование", "Заголовок"]),
    Column::free(REDACTION, &["Редакция", "Ред. от"]),
    Column::free(STATUS, &["Статус"]),
    Column::free(BY, &["Признан утратившим силу"]),
    Column::free(ON, &["Утратил силу с"]),
    Column::free(LINK, &["Адрес публикации"]),
    Column::free(KNOWN, &["Реквизиты"]),
];

/// Words for a kind of document; the first is the one that is written.
pub const KINDS: [(DocumentKind, &[&str]); 12] = [
    (DocumentKind::Resolution, &["постановление"]),
    (DocumentKind::Directive, &["распоряжение"]),
    (DocumentKind::Order, &["приказ"]),
    (DocumentKind::Letter, &["письмо"]),
    (DocumentKind::Letters, &["письма"]),
    (DocumentKind::Plan, &["план"]),
    (
        DocumentKind::AnalyticalNote,
        &["аналитическая справка", "справка"],
    ),
    (DocumentKind::Protocol, &["протокол"]),
    (DocumentKind::ReportPaper, &["отчёт"]),
    (DocumentKind::Event, &["мероприятие"]),
    (DocumentKind::Decisions, &["решения"]),
    (
        DocumentKind::Other,
        &["документ", "иной", "другой", "другое"],
    ),
];

/// Words for a level; the first is the one that is written.
pub const LEVELS: [(DocumentLevel, &[&str]); 4] = [
    (DocumentLevel::Federal, &["федеральный"]),
    (DocumentLevel::Regional, &["региональный"]),
    (DocumentLevel::Municipal, &["муниципальный"]),
    (DocumentLevel::Organisation, &["уровень ОО", "ОО"]),
];

const STATUSES: [(bool, &[&str]); 2] = [
    (true, &["действует", "в силе"]),
    (false, &["утратил силу", "отменён", "не действует"]),
];

/// A document as a row has it. What the row does not say stays as it is, or is nothing where the document is new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// What it is.
    pub kind: DocumentKind,
    /// The body that issued it; may be empty.
    pub issuer: String,
    /// Level of that body.
    pub level: Option<DocumentLevel>,
    /// Its date.
    pub date: Option<NaiveDate>,
    /// Its number; may be empty.
    pub number: String,
    /// Its title; may be empty.
    pub title: String,
    /// Date of the version.
    pub redaction: Option<NaiveDate>,
    /// In force or repealed.
    pub status: Option<DocumentStatus>,
    /// Where it is published; may be empty.
    pub link: String,
    /// How it is called on record; empty where none is meant.
    pub known: String,
}

impl Listed {
    /// The document as it becomes, from what it is.
    #[must_use]
    pub fn over(&self, stands: Option<&Document>) -> Document {
        let text = |told: &str, of: fn(&Document) -> &String| match told {
            "" => stands.map(of).cloned().unwrap_or_default(),
            told => told.to_owned(),
        };
        Document {
            kind: self.kind,
            issuer: text(&self.issuer, |it| &it.issuer),
            level: (self.level.or(stands.map(|it| it.level))).unwrap_or(DocumentLevel::Municipal),
            date: self.date.or(stands.and_then(|it| it.date)),
            number: text(&self.number, |it| &it.number),
            title: text(&self.title, |it| &it.title),
            redaction: self.redaction.or(stands.and_then(|it| it.redaction)),
            status: (self.status.clone())
                .or(stands.map(|it| it.status.clone()))
                .unwrap_or(DocumentStatus::InForce),
            link: text(&self.link, |it| &it.link),
        }
    }
}

/// Reads the register out of a workbook.
#[must_use]
pub fn read(book: &Book) -> Listing<Listed> {
    listing(book, &COLUMNS, row)
}

fn row(row: &mut Row<'_>) -> Option<Listed> {
    let kind = row.needed(KIND, |row, title| row.choice(title, &KINDS));
    let issuer = row.text(ISSUER).unwrap_or_default();
    let level = row.choice(LEVEL, &LEVELS);
    let date = row.date(DATE);
    let number = row.label(NUMBER).unwrap_or_default();
    let title = row.text(TITLE).unwrap_or_default();
    if number.is_empty() && title.is_empty() {
        row.fault(TITLE, Wrong::Empty);
    }
    let redaction = row.date(REDACTION);
    not_before(row, REDACTION, redaction, date);
    let on = row.date(ON);
    not_before(row, ON, on, date);
    let by = row.text(BY).unwrap_or_default();
    let in_force = row.choice(STATUS, &STATUSES);
    let status = match in_force {
        Some(false) => Some(DocumentStatus::Repealed { by, on }),
        other => {
            // By what and when it was repealed is told of what was.
            for title in [ON, BY] {
                if !row.cell(title).is_blank() {
                    let given = row.text(title).unwrap_or_default();
                    let names = vec![word(&STATUSES, &false)];
                    let wrong = match row.has(STATUS) {
                        true => Wrong::Without {
                            other: format!("{STATUS}: {}", names.join(", ")),
                        },
                        false => Wrong::NotOneOf { given, names },
                    };
                    row.fault(title, wrong);
                }
            }
            other.map(|_| DocumentStatus::InForce)
        }
    };
    Some(Listed {
        kind: kind?,
        issuer,
        level,
        date,
        number,
        title,
        redaction,
        status,
        link: row.text(LINK).unwrap_or_default(),
        known: row.text(KNOWN).unwrap_or_default(),
    })
}

/// The register of a store, by date.
#[must_use]
pub fn of(state: &State) -> Vec<Listed> {
    let papers = Papers::of(state);
    let mut out: Vec<Listed> = (state.documents.iter())
        .map(|(id, it)| Listed {
            kind: it.kind,
            issuer: it.issuer.clone(),
            level: Some(it.level),
            date: it.date,
            number: it.number.clone(),
            title: it.title.clone(),
            redaction: it.redaction,
            status: Some(it.status.clone()),
            link: it.link.clone(),
            known: papers.told(Some(*id)),
        })
        .collect();
    out.sort_by(|a, b| (a.date, &a.known).cmp(&(b.date, &b.known)));
    out
}

/// The sheet of a register.
#[must_use]
pub fn sheet(register: &[Listed]) -> SheetOut {
    const WIDTHS: [u16; 12] = [20, 36, 18, 12, 14, 60, 14, 16, 36, 14, 40, 40];
    let offered = [
        (KIND, choices(&KINDS)),
        (LEVEL, choices(&LEVELS)),
        (STATUS, choices(&STATUSES)),
    ];
    SheetOut {
        name: "Документы".to_owned(),
        columns: labelled(columns_out(&COLUMNS, WIDTHS, &offered), &[NUMBER]),
        frozen: 0,
        rows: register.iter().map(cells).collect(),
    }
}

fn cells(it: &Listed) -> Vec<CellText> {
    let (in_force, by, on) = match &it.status {
        Some(DocumentStatus::Repealed { by, on }) => (false, by.as_str(), *on),
        _ => (true, "", None),
    };
    vec![
        CellText::text(word(&KINDS, &it.kind)),
        CellText::text(&it.issuer),
        (it.level).map_or(CellText::Empty, |it| CellText::text(word(&LEVELS, &it))),
        CellText::date(it.date),
        CellText::text(&it.number),
        CellText::text(&it.title),
        CellText::date(it.redaction),
        CellText::text(word(&STATUSES, &in_force)),
        CellText::text(by),
        CellText::date(on),
        CellText::text(&it.link),
        CellText::text(&it.known),
    ]
}
