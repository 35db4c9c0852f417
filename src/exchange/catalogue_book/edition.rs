//! What is said of an edition as a whole: a line for each thing, with the act that it rests on.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::FORMAT;
use super::fault::Wrong;
use super::lists;
use super::reader::{Reader, named};
use super::words::*;
use crate::domain::catalogue::{Edition, EditionState, IndexLevel};
use crate::domain::evidence::{Document, DocumentKind, DocumentLevel, DocumentStatus};
use crate::exchange::registers::documents;
use crate::exchange::workbook::table::{self, Row};
use crate::exchange::workbook::{Address, CellText, ColumnOut, SheetOut};

/// What a line is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum About {
    Format,
    Number,
    Title,
    State,
    Adopted,
    InForce,
    AppliesFrom,
    Completeness,
    MinMonths,
    Kind,
    Issuer,
    Level,
    Date,
    ActNumber,
    ActTitle,
    Redaction,
    Link,
    Repealed,
    RepealedBy,
    RepealedOn,
}

const LINES: [(About, &[&str]); 20] = [
    (About::Number, &["Номер редакции", "number"]),
    (About::Title, &["Название", "title"]),
    (About::State, &["Состояние", "state"]),
    (About::Adopted, &["Принята", "adopted"]),
    (About::InForce, &["В силе с", "in_force"]),
    (About::AppliesFrom, &["Применяется с", "applies_from"]),
    (About::Completeness, &["Порог полноты, %", "completeness"]),
    (About::MinMonths, &["Месяцев в должности", "min_months"]),
    (About::Kind, &["Документ: вид", "act.kind"]),
    (About::Issuer, &["Документ: кто издал", "act.issuer"]),
    (About::Level, &["Документ: уровень", "act.level"]),
    (About::Date, &["Документ: дата", "act.date"]),
    (About::ActNumber, &["Документ: номер", "act.number"]),
    (About::ActTitle, &["Документ: название", "act.title"]),
    (
        About::Redaction,
        &["Документ: в редакции от", "act.redaction"],
    ),
    (About::Link, &["Документ: где опубликован", "act.link"]),
    (About::Repealed, &["Документ: утратил силу", "act.repealed"]),
    (
        About::RepealedBy,
        &["Документ: чем отменён", "act.repealed.by"],
    ),
    (
        About::RepealedOn,
        &["Документ: когда отменён", "act.repealed.on"],
    ),
    (About::Format, &["Формат файла", "format"]),
];

/// The lines of the act: where one of them says something, there is an act.
const OF_ACT: [About; 11] = [
    About::Kind,
    About::Issuer,
    About::Level,
    About::Date,
    About::ActNumber,
    About::ActTitle,
    About::Redaction,
    About::Link,
    About::Repealed,
    About::RepealedBy,
    About::RepealedOn,
];

/// What the lines have told so far.
#[derive(Default)]
struct Told {
    format: Option<u32>,
    number: Option<u32>,
    title: Option<String>,
    state: Option<EditionState>,
    adopted: Option<NaiveDate>,
    in_force: Option<NaiveDate>,
    applies_from: Option<NaiveDate>,
    completeness: Option<Decimal>,
    min_months: Option<u32>,
    kind: Option<DocumentKind>,
    issuer: Option<String>,
    level: Option<DocumentLevel>,
    date: Option<NaiveDate>,
    act_number: Option<String>,
    act_title: Option<String>,
    redaction: Option<NaiveDate>,
    link: Option<String>,
    repealed: Option<bool>,
    repealed_by: Option<String>,
    repealed_on: Option<NaiveDate>,
}

impl Told {
    fn line(&mut self, about: About, row: &mut Row<'_>) {
        match about {
            About::Format => self.format = row.whole(VALUE),
            About::Number => self.number = row.whole(VALUE),
            About::Title => self.title = row.lines(VALUE),
            About::State => self.state = named(row, VALUE, &STATES),
            About::Adopted => self.adopted = row.date(VALUE),
            About::InForce => self.in_force = row.date(VALUE),
            About::AppliesFrom => self.applies_from = row.date(VALUE),
            About::Completeness => self.completeness = row.number(VALUE),
            About::MinMonths => self.min_months = row.whole(VALUE),
            About::Kind => self.kind = named(row, VALUE, &documents::KINDS),
            About::Issuer => self.issuer = row.lines(VALUE),
            About::Level => self.level = named(row, VALUE, &documents::LEVELS),
            About::Date => self.date = row.date(VALUE),
            About::ActNumber => self.act_number = row.label(VALUE),
            About::ActTitle => self.act_title = row.lines(VALUE),
            About::Redaction => self.redaction = row.date(VALUE),
            About::Link => self.link = row.lines(VALUE),
            About::Repealed => self.repealed = row.yes_no(VALUE),
            About::RepealedBy => self.repealed_by = row.lines(VALUE),
            About::RepealedOn => self.repealed_on = row.date(VALUE),
        }
    }

    fn act(&self) -> Option<Document> {
        let text = |it: &Option<String>| it.clone().unwrap_or_default();
        let is_repealed = self.repealed.unwrap_or(false)
            || self.repealed_by.is_some()
            || self.repealed_on.is_some();
        Some(Document {
            kind: self.kind?,
            issuer: text(&self.issuer),
            level: self.level?,
            date: self.date,
            number: text(&self.act_number),
            title: text(&self.act_title),
            redaction: self.redaction,
            status: match is_repealed {
                true => DocumentStatus::Repealed {
                    by: text(&self.repealed_by),
                    on: self.repealed_on,
                },
                false => DocumentStatus::InForce,
            },
            link: text(&self.link),
        })
    }

    fn edition(self, levels: Vec<IndexLevel>) -> Option<Edition> {
        Some(Edition {
            number: self.number?,
            title: self.title?,
            act: None,
            adopted: self.adopted,
            in_force: self.in_force,
            applies_from: self.applies_from,
            state: self.state?,
            levels,
            completeness: self.completeness?,
            min_months: self.min_months?,
            based_on: None,
        })
    }
}

pub(super) fn read(reader: &mut Reader<'_>) -> Option<(Edition, Option<Document>)> {
    let levels = lists::levels(reader);
    let table = reader.table(EDITION, &EDITION_COLUMNS, true)?;
    let mut told = Told::default();
    let mut lines: BTreeMap<About, Address> = BTreeMap::new();
    let mut has_act = false;
    let told_of = reader.faults();
    reader.rows(Some(&table), |row| {
        let about = row.needed(WHAT, |row, title| row.choice(title, &LINES))?;
        if lines.insert(about, row.address(VALUE)).is_some() {
            let given = word(&LINES, &about);
            row.fault(WHAT, table::Wrong::Again { given });
        }
        has_act |= OF_ACT.contains(&about) && !row.cell(VALUE).is_blank();
        told.line(about, row);
        Some(())
    });
    // The column is the same for all: what is wrong is told by the name of the line.
    reader.rename(told_of, VALUE, |cell| {
        let line = lines.iter().find(|(_, at)| **at == cell);
        line.map(|(about, _)| word(&LINES, about))
    });
    if let Some(given) = told.format.filter(|it| *it > FORMAT) {
        let cell = lines.get(&About::Format).copied();
        let place = reader.place(EDITION.title, cell);
        let known = FORMAT;
        reader.fault(place, "", Wrong::Newer { given, known });
    }
    let missing = [
        (About::Number, told.number.is_none()),
        (About::Title, told.title.is_none()),
        (About::State, told.state.is_none()),
        (About::Completeness, told.completeness.is_none()),
        (About::MinMonths, told.min_months.is_none()),
        (About::Kind, has_act && told.kind.is_none()),
        (About::Level, has_act && told.level.is_none()),
    ];
    for (about, _) in missing.into_iter().filter(|it| it.1) {
        let cell = lines.get(&about).copied();
        let place = reader.place(EDITION.title, cell);
        if !reader.is_told(&place) {
            let title = word(&LINES, &about);
            let wrong = match cell {
                Some(_) => table::Wrong::Empty,
                None => table::Wrong::NoLine {
                    title: title.clone(),
                },
            };
            reader.fault(place, &title, Wrong::Cell(wrong));
        }
    }
    let act = if has_act { Some(told.act()?) } else { None };
    Some((told.edition(levels)?, act))
}

/// The sheet of an edition: every line, whether it says something or not, so that it is seen what can be said.
pub(super) fn sheet(it: &Edition, act: Option<&Document>) -> SheetOut {
    let mut what = ColumnOut::new(WHAT, 28);
    what.is_label = true;
    SheetOut {
        name: EDITION.title.to_owned(),
        columns: vec![what, ColumnOut::new(VALUE, 90)],
        frozen: 0,
        rows: (LINES.iter())
            .map(|(about, _)| vec![CellText::text(word(&LINES, about)), cell(*about, it, act)])
            .collect(),
    }
}

fn cell(about: About, it: &Edition, act: Option<&Document>) -> CellText {
    let number = |it: u32| CellText::Number(it.into());
    let text = |of: fn(&Document) -> &str| CellText::text(act.map_or("", of));
    let date = |of: fn(&Document) -> Option<NaiveDate>| CellText::date(act.and_then(of));
    let repealed = act.and_then(|it| match &it.status {
        DocumentStatus::InForce => None,
        DocumentStatus::Repealed { by, on } => Some((by, *on)),
    });
    match about {
        About::Format => number(FORMAT),
        About::Number => number(it.number),
        About::Title => CellText::text(&it.title),
        About::State => CellText::text(word(&STATES, &it.state)),
        About::Adopted => CellText::date(it.adopted),
        About::InForce => CellText::date(it.in_force),
        About::AppliesFrom => CellText::date(it.applies_from),
        About::Completeness => CellText::Number(it.completeness),
        About::MinMonths => number(it.min_months),
        About::Kind => {
            CellText::text(act.map_or(String::new(), |it| word(&documents::KINDS, &it.kind)))
        }
        About::Issuer => text(|it| &it.issuer),
        About::Level => {
            CellText::text(act.map_or(String::new(), |it| word(&documents::LEVELS, &it.level)))
        }
        About::Date => date(|it| it.date),
        About::ActNumber => text(|it| &it.number),
        About::ActTitle => text(|it| &it.title),
        About::Redaction => date(|it| it.redaction),
        About::Link => text(|it| &it.link),
        About::Repealed => match act {
            None => CellText::Empty,
            Some(_) => yes_no(repealed.is_some()),
        },
        About::RepealedBy => CellText::text(repealed.map_or("", |it| it.0)),
        About::RepealedOn => CellText::date(repealed.and_then(|it| it.1)),
    }
}
