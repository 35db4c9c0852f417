//! Kinds of records: the numbers that are stored and the names that are exported. A number is only ever appended and never used again.
//!
//! Must not know what is in a record.

use serde::{Deserialize, Serialize};

/// Kind of a record: a number that is stored and a name that is exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[repr(u8)]
#[expect(missing_docs, reason = "each variant is the kind of that name")]
pub enum Kind {
    Settings = 1,
    Edition = 2,
    Direction = 3,
    Indicator = 4,
    BaseQuantity = 5,
    BaseValue = 6,
    Reference = 7,
    Organisation = 8,
    Person = 9,
    Appointment = 10,
    Period = 11,
    Value = 12,
    Recommendation = 13,
    Decision = 14,
    Assignment = 15,
    Report = 16,
    Document = 17,
    Requirement = 18,
    Citation = 19,
    User = 20,
    Deputy = 21,
    Results = 22,
    ResultRow = 23,
    Correction = 24,
    Objection = 25,
    Qualification = 26,
    Attestation = 27,
    Contract = 28,
    Candidate = 29,
    Rule = 30,
    Confirmation = 31,
    Collection = 32,
    Alias = 33,
    BroughtFile = 34,
    Section = 35,
    Round = 36,
    Goal = 37,
    AnalysisNote = 38,
    Activity = 39,
    Review = 40,
}

impl Kind {
    /// Every kind, in the order of numbers.
    pub const ALL: [Kind; 40] = [
        Kind::Settings,
        Kind::Edition,
        Kind::Direction,
        Kind::Indicator,
        Kind::BaseQuantity,
        Kind::BaseValue,
        Kind::Reference,
        Kind::Organisation,
        Kind::Person,
        Kind::Appointment,
        Kind::Period,
        Kind::Value,
        Kind::Recommendation,
        Kind::Decision,
        Kind::Assignment,
        Kind::Report,
        Kind::Document,
        Kind::Requirement,
        Kind::Citation,
        Kind::User,
        Kind::Deputy,
        Kind::Results,
        Kind::ResultRow,
        Kind::Correction,
        Kind::Objection,
        Kind::Qualification,
        Kind::Attestation,
        Kind::Contract,
        Kind::Candidate,
        Kind::Rule,
        Kind::Confirmation,
        Kind::Collection,
        Kind::Alias,
        Kind::BroughtFile,
        Kind::Section,
        Kind::Round,
        Kind::Goal,
        Kind::AnalysisNote,
        Kind::Activity,
        Kind::Review,
    ];

    /// The kind with that number.
    #[must_use]
    pub fn from_number(number: u8) -> Option<Kind> {
        Kind::ALL.into_iter().find(|it| *it as u8 == number)
    }

    /// Name in exports: `base_quantity`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Kind::Settings => "settings",
            Kind::Edition => "edition",
            Kind::Direction => "direction",
            Kind::Indicator => "indicator",
            Kind::BaseQuantity => "base_quantity",
            Kind::BaseValue => "base_value",
            Kind::Reference => "reference",
            Kind::Organisation => "organisation",
            Kind::Person => "person",
            Kind::Appointment => "appointment",
            Kind::Period => "period",
            Kind::Value => "value",
            Kind::Recommendation => "recommendation",
            Kind::Decision => "decision",
            Kind::Assignment => "assignment",
            Kind::Report => "report",
            Kind::Document => "document",
            Kind::Requirement => "requirement",
            Kind::Citation => "citation",
            Kind::User => "user",
            Kind::Deputy => "deputy",
            Kind::Results => "results",
            Kind::ResultRow => "result_row",
            Kind::Correction => "correction",
            Kind::Objection => "objection",
            Kind::Qualification => "qualification",
            Kind::Attestation => "attestation",
            Kind::Contract => "contract",
            Kind::Candidate => "candidate",
            Kind::Rule => "rule",
            Kind::Confirmation => "confirmation",
            Kind::Collection => "collection",
            Kind::Alias => "alias",
            Kind::BroughtFile => "brought_file",
            Kind::Section => "section",
            Kind::Round => "round",
            Kind::Goal => "goal",
            Kind::AnalysisNote => "analysis_note",
            Kind::Activity => "activity",
            Kind::Review => "review",
        }
    }
}
