//! Records as bytes: `[version][kind][payload]`. The only place (with the frame) that knows bincode.
//! Owns versions and limits; says nothing of where the bytes lie.
//!
//! bincode has no schema: a record type that changes gets a new version, a stored struct beside the old one, and a step that
//! upgrades. Bytes of every version ever written lie in `fixtures/golden` and are read by a test for ever.
//!
//! Invariant: bytes are read from slices only, under a limit, and to their last byte. (A reader can be made to claim a
//! terabyte and abort the process; without the last rule a cut record could pass for another.)

mod alias;
mod brought;
mod career;
mod catalogue;
mod collection;
mod cycle;
mod evidence;
mod followup;
pub mod meta;
mod people;
mod results;
mod rule;
mod shape;
mod value;

use bincode::Options as _;
use serde::{Serialize, de::DeserializeOwned};

use crate::domain::record::{Kind, Record};
use shape::{Stored, Variants};

pub use shape::Bad;

/// The version of a kind that is written today.
#[must_use]
pub fn version(kind: Kind) -> u8 {
    match kind {
        Kind::Indicator | Kind::Results | Kind::ResultRow => 3,
        Kind::User
        | Kind::Edition
        | Kind::Direction
        | Kind::BaseQuantity
        | Kind::Organisation
        | Kind::Period
        | Kind::Correction
        | Kind::BroughtFile
        | Kind::Requirement
        | Kind::Citation => 2,
        _ => 1,
    }
}

/// Most bytes of one stored record. Longer texts belong into a document.
pub const MAX_RECORD: usize = 64 << 10;

fn options() -> impl bincode::Options {
    bincode::DefaultOptions::new()
        .with_big_endian()
        .with_limit(MAX_RECORD as u64)
        .reject_trailing_bytes()
}

fn write<T: Serialize>(version: u8, kind: u8, disk: &T) -> Result<Vec<u8>, Bad> {
    let mut bytes = vec![version, kind];
    options()
        .serialize_into(&mut bytes, disk)
        .map_err(|error| Bad(error.to_string()))?;
    Ok(bytes)
}

fn read<T: DeserializeOwned>(payload: &[u8]) -> Result<T, Bad> {
    options()
        .deserialize(payload)
        .map_err(|error| Bad(error.to_string()))
}

macro_rules! kinds {
    ($($kind:ident)*) => {
        /// The bytes of a record; an error when it is longer than [`MAX_RECORD`].
        pub fn encode(record: &Record) -> Result<Vec<u8>, Bad> {
            match record {
                $(Record::$kind(it) => write(version(Kind::$kind), Kind::$kind as u8, &it.store()),)*
            }
        }

        /// The record of these bytes.
        pub fn decode(bytes: &[u8]) -> Result<Record, Bad> {
            let Some(([found, kind], payload)) = bytes.split_first_chunk() else {
                return Err(Bad("too short for a record".into()));
            };
            let kind = Kind::from_number(*kind).ok_or_else(|| Bad(format!("kind {kind} is not known")))?;
            if *found != version(kind) {
                return upgrade(*found, kind, payload);
            }
            Ok(match kind {
                $(Kind::$kind => Record::$kind(Stored::load(read(payload)?)?),)*
            })
        }
    };
}

kinds! {
    Settings Edition Direction Indicator BaseQuantity BaseValue Reference Organisation Person Appointment Period Value
    Recommendation Decision Assignment Report Document Requirement Citation User Deputy
    Results ResultRow Correction Objection Qualification Attestation Contract Candidate Rule Confirmation Collection Alias BroughtFile
    Section Round Goal AnalysisNote Activity Review
}

/// A record of a version that is no longer written: each old one has its step to today's.
fn upgrade(found: u8, kind: Kind, payload: &[u8]) -> Result<Record, Bad> {
    match (kind, found) {
        (Kind::User, 1) => {
            let old: people::UserV1 = read(payload)?;
            Ok(Record::User(Stored::load(people::UserV2::from(old))?))
        }
        (Kind::Edition, 1) => {
            let old: catalogue::EditionV1 = read(payload)?;
            Ok(Record::Edition(Stored::load(catalogue::EditionV2::from(
                old,
            ))?))
        }
        (Kind::Direction, 1) => {
            let old: catalogue::DirectionV1 = read(payload)?;
            Ok(Record::Direction(Stored::load(
                catalogue::DirectionV2::from(old),
            )?))
        }
        (Kind::Indicator, 1) => {
            let old: catalogue::IndicatorV1 = read(payload)?;
            Ok(Record::Indicator(Stored::load(
                catalogue::IndicatorV3::from(old),
            )?))
        }
        (Kind::Indicator, 2) => {
            let old: catalogue::IndicatorV2 = read(payload)?;
            Ok(Record::Indicator(Stored::load(
                catalogue::IndicatorV3::from(old),
            )?))
        }
        (Kind::BaseQuantity, 1) => {
            let old: catalogue::BaseQuantityV1 = read(payload)?;
            Ok(Record::BaseQuantity(Stored::load(
                catalogue::BaseQuantityV2::from(old),
            )?))
        }
        (Kind::Organisation, 1) => {
            let old: people::OrganisationV1 = read(payload)?;
            Ok(Record::Organisation(Stored::load(
                people::OrganisationV2::from(old),
            )?))
        }
        (Kind::Period, 1) => {
            let old: people::PeriodV1 = read(payload)?;
            Ok(Record::Period(Stored::load(people::PeriodV2::from(old))?))
        }
        (Kind::Results, 1) => {
            let old: results::OlderResults<results::ResultCellV1> = read(payload)?;
            let new = results::ResultsV3::from(old);
            Ok(Record::Results(Stored::load(new)?))
        }
        (Kind::Results, 2) => {
            let old: results::OlderResults<results::ResultCellV2> = read(payload)?;
            let new = results::ResultsV3::from(old);
            Ok(Record::Results(Stored::load(new)?))
        }
        (Kind::ResultRow, 1) => {
            let old: results::OlderRow<results::ResultCellV1> = read(payload)?;
            let new = results::ResultRowV3::from(old);
            Ok(Record::ResultRow(Stored::load(new)?))
        }
        (Kind::ResultRow, 2) => {
            let old: results::OlderRow<results::ResultCellV2> = read(payload)?;
            let new = results::ResultRowV3::from(old);
            Ok(Record::ResultRow(Stored::load(new)?))
        }
        (Kind::Correction, 1) => {
            let old: results::CorrectionV1 = read(payload)?;
            let new = results::CorrectionV2::from(old);
            Ok(Record::Correction(Stored::load(new)?))
        }
        (Kind::BroughtFile, 1) => {
            let old: brought::BroughtFileV1 = read(payload)?;
            let new = brought::BroughtFileV2::from(old);
            Ok(Record::BroughtFile(Stored::load(new)?))
        }
        (Kind::Requirement, 1) => {
            let old: evidence::RequirementV1 = read(payload)?;
            let new = evidence::RequirementV2::from(old);
            Ok(Record::Requirement(Stored::load(new)?))
        }
        (Kind::Citation, 1) => {
            let old: evidence::CitationV1 = read(payload)?;
            let new = evidence::CitationV2::from(old);
            Ok(Record::Citation(Stored::load(new)?))
        }
        _ => Err(Bad(format!("version {found} is not known"))),
    }
}

/// Every enum variant that has a number on disk, by enum: the golden files must hold an example of each.
#[must_use]
pub fn variants() -> Vec<(&'static str, &'static [&'static str])> {
    use crate::domain::{
        activity::*, alias::*, career::*, catalogue::*, collection::*, cycle::*, evidence::*,
        followup::*, people::*, period::*, results::*, rule::*, value::*,
    };
    macro_rules! names { ($($type:ident)*) => { vec![$((stringify!($type), <$type as Variants>::NAMES)),*] } }
    names! {
        EditionState SubjectKind Better Periodicity RollUp NoteRule Origin Measure Input Scoring
        OrganisationKind AppointmentKind Role PeriodKind PeriodState
        Subject Entry Source ValueState
        Due RecommendationState DecisionState Executor AssignmentState ReportOn
        DocumentKind DocumentLevel Stage DocumentStatus
        FlagKind PeriodDeed Standing Lack ResultFigure ObjectionOutcome QualificationKind AttestationOutcome CandidateOutcome
        CollectionDeed ReceiptForm
        Importance Means
        Track RoundState ActivityKind ActivityState ReviewOn Verdict NextStep
    }
}
