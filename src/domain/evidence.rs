//! Documents, and what they prove: requirements of a section and citations.
//!
//! Pages belong to the citation, not to the document; one document serves many requirements.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::ids::{DirectionId, DocumentId, RequirementId, RoundId};

/// A document with its requisites (документ). Date, number and title may be absent: «неполные реквизиты».
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// What it is.
    pub kind: DocumentKind,
    /// The body that issued it.
    pub issuer: String,
    /// Level of that body.
    pub level: DocumentLevel,
    /// Date of the document.
    pub date: Option<NaiveDate>,
    /// Its number, free text: `570-адм`, `259/1`, `15/328`; may be empty.
    pub number: String,
    /// Its title without quotes; may be empty.
    pub title: String,
    /// «ред. от»: date of the version.
    pub redaction: Option<NaiveDate>,
    /// In force or repealed.
    pub status: DocumentStatus,
    /// Where it is published; may be empty.
    pub link: String,
}

impl Document {
    /// Whether date, number or title is missing.
    #[must_use]
    pub fn is_incomplete(&self) -> bool {
        self.date.is_none() || self.number.is_empty() || self.title.is_empty()
    }
}

/// Kind of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum DocumentKind {
    /// Постановление.
    Resolution,
    /// Распоряжение.
    Directive,
    /// Приказ.
    Order,
    /// Письмо.
    Letter,
    /// Несколько писем.
    Letters,
    /// План.
    Plan,
    /// Аналитическая справка.
    AnalyticalNote,
    /// Протокол.
    Protocol,
    /// Отчёт.
    ReportPaper,
    /// Мероприятие: proof without a paper.
    Event,
    /// Решения without requisites.
    Decisions,
    /// Anything else.
    Other,
}

/// Level of the body that issued a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum DocumentLevel {
    /// Федеральный.
    Federal,
    /// Региональный.
    Regional,
    /// Муниципальный.
    Municipal,
    /// ОО.
    Organisation,
}

/// Whether a document is in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DocumentStatus {
    /// Действует.
    InForce,
    /// Утратил силу.
    Repealed {
        /// By what; may be empty.
        by: String,
        /// When.
        on: Option<NaiveDate>,
    },
}

/// A column of the matrix of a section (направление раздела): a direction of the catalogue, or one that only the section knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Track {
    /// A direction of the catalogue.
    Direction(DirectionId),
    /// One of the section's own, by its number there.
    Own(u8),
}

/// One of the lines of a section (позиция оценивания): a stage × a direction, proven by citations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requirement {
    /// The round in which it is answered, and by it the section.
    pub round: RoundId,
    /// Stage of the management cycle.
    pub stage: Stage,
    /// The direction it is about, where it is about one.
    pub track: Option<Track>,
    /// The requirement's words.
    pub text: String,
    /// Place in the official form, from 1.
    pub order: u32,
    /// Points for a proven requirement, > 0. The official table was not at hand: 1 each unless somebody says otherwise.
    pub max_points: Decimal,
    /// Points given by hand, 0 to [`Requirement::max_points`]; `None`: all if it is proven, else none.
    pub points: Option<Decimal>,
    /// Of what level a document is asked.
    pub asked: DocumentLevel,
    /// Why it asks nothing here; empty: it does.
    pub inapplicable: String,
}

impl Requirement {
    /// The direction of the catalogue that it is about.
    #[must_use]
    pub fn direction(&self) -> Option<DirectionId> {
        match self.track {
            Some(Track::Direction(id)) => Some(id),
            Some(Track::Own(_)) | None => None,
        }
    }
}

/// Stages of the management cycle, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stage {
    /// Цели и задачи.
    Goals,
    /// Показатели.
    Indicators,
    /// Методы сбора и обработки информации.
    Methods,
    /// Мониторинг показателей.
    Monitoring,
    /// Анализ результатов.
    Analysis,
    /// Адресные рекомендации.
    Recommendations,
    /// Меры, мероприятия.
    Measures,
    /// Управленческие решения.
    Decisions,
    /// Анализ эффективности принятых мер.
    Effectiveness,
}

impl Stage {
    /// All of them: the full cycle.
    pub const ALL: [Stage; 9] = [
        Stage::Goals,
        Stage::Indicators,
        Stage::Methods,
        Stage::Monitoring,
        Stage::Analysis,
        Stage::Recommendations,
        Stage::Measures,
        Stage::Decisions,
        Stage::Effectiveness,
    ];

    /// What the partial cycle keeps: no goals and nothing that is measured («неполный цикл»).
    pub const PARTIAL: [Stage; 3] = [Stage::Measures, Stage::Decisions, Stage::Effectiveness];
}

/// A document proves a requirement, on these pages (ссылка на документ).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    /// What is proven.
    pub requirement: RequirementId,
    /// By what.
    pub document: DocumentId,
    /// Pages as text: `4-17, 62-64`; may be empty.
    pub pages: String,
    /// Note; may be empty.
    pub note: String,
    /// Place under the requirement, from 1.
    pub order: u32,
    /// It proves nothing any more, and is kept for what was.
    pub retired: bool,
    /// The document as it was when the round was sent: what becomes of it later does not change what was handed in. `None` until then.
    pub sent: Option<Box<Document>>,
}
