//! A section of the assessment as it is put on paper: requirements in the order of the official form, what proves each, the table of the
//! self-assessment and the list of documents.
//!
//! One model for every format, said in full: whoever renders it adds no word. Plain text and Markdown are rendered here, because they are
//! nothing but text; other formats are the exchange's.

mod build;
pub mod cited;
mod markdown;
mod text;

use serde::Serialize;

pub use build::{Asked, paper};
pub use markdown::markdown;
pub use text::text;

/// A section of one round, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Paper {
    /// «2.1. Система мониторинга…».
    pub title: String,
    /// The mark of invented data, where they are invented.
    pub demo: Option<String>,
    /// Which round, as of which day, when it was sent.
    pub above: Vec<String>,
    /// The stages in the order of the form.
    pub stages: Vec<Part>,
    /// The table of points.
    pub assessment: Assessment,
    /// The list of documents.
    pub listing: Listing,
}

/// A stage of the cycle.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Part {
    /// Its heading in the form.
    pub heading: String,
    /// What is said under it before the requirements; may be empty.
    pub lead: String,
    /// The requirements.
    pub asked: Vec<Line>,
}

/// A requirement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Its number in this paper, by which the tables name it.
    pub number: usize,
    /// Its words.
    pub words: String,
    /// What proves it.
    pub cited: Vec<Proof>,
    /// What is said in its place: that nothing proves it, or why it does not apply; may be empty.
    pub said: String,
}

/// A citation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Proof {
    /// As it is printed.
    pub line: String,
    /// Where it is published, if it is on the web; may be empty.
    pub link: String,
}

/// The table of the self-assessment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Assessment {
    /// Its heading.
    pub heading: String,
    /// The columns: number, requirement, most, points.
    pub columns: [String; 4],
    /// The stages.
    pub parts: Vec<AssessedPart>,
    /// The whole.
    pub total: Sum,
}

/// A stage in the table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct AssessedPart {
    /// The stage.
    pub title: String,
    /// Its requirements.
    pub rows: Vec<AssessedRow>,
    /// What they come to.
    pub sum: Sum,
}

/// A requirement in the table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct AssessedRow {
    /// Its number.
    pub number: usize,
    /// Its words.
    pub words: String,
    /// The most that it can have.
    pub max: String,
    /// What it has.
    pub points: String,
}

/// A sum in the table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sum {
    /// What it is the sum of.
    pub label: String,
    /// The most.
    pub max: String,
    /// The points.
    pub points: String,
}

/// The list of documents.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Listing {
    /// Its heading.
    pub heading: String,
    /// The columns: number, document, where it is cited, remarks.
    pub columns: [String; 4],
    /// The documents.
    pub rows: Vec<Listed>,
    /// What is said where there are none; empty where there are.
    pub none: String,
}

/// A document in the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Listed {
    /// Its number in the list.
    pub number: usize,
    /// The document as it is printed.
    pub line: String,
    /// Where it is published, if it is on the web; may be empty.
    pub link: String,
    /// The numbers of the requirements: «1, 2, 6».
    pub uses: String,
    /// That it was repealed, or lacks a requisite; may be empty.
    pub remarks: String,
}
