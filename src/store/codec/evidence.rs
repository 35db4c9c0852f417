//! Stored form of documents, requirements and citations, and what their versions 1 become.

use rust_decimal::Decimal;

use super::catalogue::older;
use super::shape::{Day, Number, Stored as _, codes, stored, tagged};
use crate::domain::evidence::*;

stored! {
    Document => DocumentV1 {
        kind: u8, issuer: String, level: u8, date: Option<Day>, number: String, title: String, redaction: Option<Day>,
        status: DocumentStatusV1, link: String,
    }
    Requirement => RequirementV2 {
        round: u32, stage: u8, track: Option<TrackV1>, text: String, order: u32, max_points: Number, points: Option<Number>,
        asked: u8, inapplicable: String,
    }
    Citation => CitationV2 {
        requirement: u32, document: u32, pages: String, note: String, order: u32, retired: bool, sent: Option<DocumentV1>,
    }
}

/// Version 1: there was one section, answered once.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
pub struct RequirementV1 {
    section: String,
    stage: u8,
    direction: Option<u32>,
    text: String,
    order: u32,
    max_points: Number,
}

/// The round that takes over what was there before rounds were: the first of a store.
const FIRST_ROUND: u32 = 1;

impl From<RequirementV1> for RequirementV2 {
    fn from(old: RequirementV1) -> RequirementV2 {
        RequirementV2 {
            round: FIRST_ROUND,
            stage: old.stage,
            track: old.direction.map(TrackV1::Direction),
            text: old.text,
            order: old.order,
            max_points: old.max_points,
            points: None::<Decimal>.store(),
            asked: DocumentLevel::Municipal.store(),
            inapplicable: String::new(),
        }
    }
}

// In version 1 a citation was there or was not.
older! {
    CitationV1 => CitationV2 {
        requirement: u32, document: u32, pages: String, note: String, order: u32,
    } with { retired: false, sent: None }
}

codes! {
    DocumentKind {
        1 = Resolution, 2 = Directive, 3 = Order, 4 = Letter, 5 = Letters, 6 = Plan, 7 = AnalyticalNote, 8 = Protocol,
        9 = ReportPaper, 10 = Event, 11 = Decisions, 12 = Other,
    }
    DocumentLevel { 1 = Federal, 2 = Regional, 3 = Municipal, 4 = Organisation }
    Stage {
        1 = Goals, 2 = Indicators, 3 = Methods, 4 = Monitoring, 5 = Analysis, 6 = Recommendations, 7 = Measures,
        8 = Decisions, 9 = Effectiveness,
    }
}

tagged! {
    DocumentStatus => DocumentStatusV1 {
        1 = InForce() [DocumentStatus::InForce],
        2 = Repealed(by: String, on: Option<Day>) [DocumentStatus::Repealed { by, on }],
    }
    Track => TrackV1 {
        1 = Direction(id: u32) [Track::Direction(id)],
        2 = Own(number: u8) [Track::Own(number)],
    }
}
