//! Which kinds of records may name one of a kind. Must say the same as [`super::each`]: a test holds them together.

use crate::domain::record::Kind;

/// Kinds of records that may name one of this kind: [`super::each`] the other way round.
#[must_use]
pub fn named_by(kind: Kind) -> &'static [Kind] {
    match kind {
        Kind::Settings
        | Kind::BaseValue
        | Kind::Reference
        | Kind::Appointment
        | Kind::Value
        | Kind::Report
        | Kind::Citation
        | Kind::Deputy
        | Kind::Results
        | Kind::ResultRow
        | Kind::Correction
        | Kind::Objection
        | Kind::Qualification
        | Kind::Attestation
        | Kind::Contract
        | Kind::Candidate
        | Kind::Rule
        | Kind::Confirmation
        | Kind::Collection
        | Kind::Alias
        | Kind::BroughtFile
        | Kind::Goal
        | Kind::Review => &[],
        Kind::Section => &[Kind::Round],
        Kind::Round => &[Kind::Round, Kind::Requirement],
        Kind::AnalysisNote => &[Kind::Activity],
        Kind::Activity => &[Kind::Review],
        Kind::Edition => &[
            Kind::Edition,
            Kind::Direction,
            Kind::Indicator,
            Kind::Period,
            Kind::Results,
            Kind::Rule,
        ],
        Kind::Direction => &[Kind::Indicator],
        Kind::Indicator => &[
            Kind::Indicator,
            Kind::Reference,
            Kind::Value,
            Kind::Recommendation,
            Kind::Decision,
            Kind::Correction,
            Kind::Confirmation,
            Kind::Objection,
            Kind::AnalysisNote,
            Kind::Activity,
        ],
        Kind::BaseQuantity => &[Kind::Indicator, Kind::BaseValue],
        Kind::Organisation => &[
            Kind::Organisation,
            Kind::Period,
            Kind::Collection,
            Kind::ResultRow,
            Kind::Correction,
            Kind::Confirmation,
            Kind::Objection,
            Kind::Contract,
            Kind::Candidate,
            Kind::BaseValue,
            Kind::Appointment,
            Kind::Value,
            Kind::Recommendation,
            Kind::Decision,
            Kind::Assignment,
            Kind::User,
            Kind::Alias,
            Kind::BroughtFile,
            Kind::AnalysisNote,
            Kind::Activity,
        ],
        Kind::Person => &[
            Kind::Correction,
            Kind::Confirmation,
            Kind::Objection,
            Kind::Qualification,
            Kind::Attestation,
            Kind::Contract,
            Kind::Candidate,
            Kind::Appointment,
            Kind::Value,
            Kind::Recommendation,
            Kind::Decision,
            Kind::Assignment,
            Kind::User,
            Kind::AnalysisNote,
            Kind::Activity,
        ],
        Kind::Period => &[
            Kind::BaseValue,
            Kind::Reference,
            Kind::Value,
            Kind::Recommendation,
            Kind::Decision,
            Kind::Results,
            Kind::ResultRow,
            Kind::Collection,
            Kind::Correction,
            Kind::Confirmation,
            Kind::Objection,
            Kind::BroughtFile,
            Kind::AnalysisNote,
            Kind::Activity,
            Kind::Review,
        ],
        Kind::Recommendation => &[Kind::Decision, Kind::Report, Kind::Activity, Kind::Review],
        Kind::Decision => &[Kind::Assignment, Kind::Review],
        Kind::Assignment => &[Kind::Report],
        Kind::Document => &[
            Kind::Edition,
            Kind::Appointment,
            Kind::Value,
            Kind::Decision,
            Kind::Report,
            Kind::Citation,
            Kind::Organisation,
            Kind::Period,
            Kind::Correction,
            Kind::Attestation,
            Kind::Candidate,
            Kind::Goal,
            Kind::AnalysisNote,
            Kind::Activity,
            Kind::Review,
        ],
        Kind::Requirement => &[Kind::Citation],
        Kind::User => &[
            Kind::Value,
            Kind::Recommendation,
            Kind::Assignment,
            Kind::Deputy,
            Kind::Period,
        ],
    }
}
