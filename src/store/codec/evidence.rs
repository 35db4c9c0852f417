//! Stored form of documents, requirements and citations, version 1.

use super::shape::{Day, Number, codes, stored, tagged};
use crate::domain::evidence::*;

stored! {
    Document => DocumentV1 {
        kind: u8, issuer: String, level: u8, date: Option<Day>, number: String, title: String, redaction: Option<Day>,
        status: DocumentStatusV1, link: String,
    }
    Requirement => RequirementV1 {
        section: String, stage: u8, direction: Option<u32>, text: String, order: u32, max_points: Number,
    }
    Citation => CitationV1 { requirement: u32, document: u32, pages: String, note: String, order: u32 }
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
}
