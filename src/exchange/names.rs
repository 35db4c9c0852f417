//! Names of enumerated values in files, TOML and JSON Lines alike: `half_year`, `gymnasium`.
//!
//! Owns the spelling. A name is for ever: files written once are read later.

use crate::domain::activity::{ActivityKind, NextStep, Verdict};
use crate::domain::career::{AttestationOutcome, QualificationKind};
use crate::domain::catalogue::{
    Better, EditionState, NoteRule, Origin, Periodicity, RollUp, SubjectKind,
};
use crate::domain::collection::ReceiptForm;
use crate::domain::evidence::{DocumentKind, DocumentLevel, Stage};
use crate::domain::people::{AppointmentKind, FlagKind, OrganisationKind, Role};
use crate::domain::period::{PeriodKind, PeriodState};
use crate::domain::results::ObjectionOutcome;
use crate::domain::rule::{Importance, RuleKind};

/// An enumerated value with a name in files.
pub trait Named: Sized + Copy + 'static {
    /// All names.
    const NAMES: &'static [&'static str];

    /// The name of this value.
    fn name(self) -> &'static str;

    /// The value of a name.
    fn of_name(name: &str) -> Option<Self>;
}

macro_rules! named {
    ($($type:ident { $($variant:ident = $name:literal),+ $(,)? })+) => {$(
        impl Named for $type {
            const NAMES: &'static [&'static str] = &[$($name),+];

            fn name(self) -> &'static str {
                match self { $($type::$variant => $name),+ }
            }

            fn of_name(name: &str) -> Option<Self> {
                match name { $($name => Some($type::$variant),)+ _ => None }
            }
        }
    )+};
}

named! {
    EditionState { Draft = "draft", Published = "published" }
    SubjectKind { Organisation = "organisation", Person = "person", Municipality = "municipality" }
    Periodicity { Year = "year", HalfYear = "half_year", Quarter = "quarter", AsItHappens = "as_it_happens" }
    RollUp { Sum = "sum", Last = "last", Mean = "mean", FromParts = "from_parts" }
    Better { Higher = "higher", Lower = "lower" }
    NoteRule { Free = "free", AtZero = "at_zero", Always = "always" }
    Origin { Found = "found", Adapted = "adapted", Own = "own" }
    DocumentKind {
        Resolution = "resolution", Directive = "directive", Order = "order", Letter = "letter", Letters = "letters",
        Plan = "plan", AnalyticalNote = "analytical_note", Protocol = "protocol", ReportPaper = "report",
        Event = "event", Decisions = "decisions", Other = "other",
    }
    DocumentLevel {
        Federal = "federal", Regional = "regional", Municipal = "municipal", Organisation = "organisation",
    }
    Stage {
        Goals = "goals", Indicators = "indicators", Methods = "methods", Monitoring = "monitoring",
        Analysis = "analysis", Recommendations = "recommendations", Measures = "measures", Decisions = "decisions",
        Effectiveness = "effectiveness",
    }
    ActivityKind {
        Contest = "contest", ReserveProgramme = "reserve_programme", AppointmentSystem = "appointment_system",
        Internship = "internship", Network = "network", DevelopmentProgrammes = "development_programmes",
    }
    Verdict { Effective = "effective", Partly = "partly_effective", Ineffective = "ineffective", TooEarly = "too_early" }
    NextStep { Continue = "continue", Adjust = "adjust", Stop = "stop" }
    OrganisationKind {
        School = "school", Gymnasium = "gymnasium", Lyceum = "lyceum", Kindergarten = "kindergarten",
        Additional = "additional", Other = "other", Basic = "basic", Primary = "primary", Boarding = "boarding",
    }
    AppointmentKind { Permanent = "permanent", Acting = "acting", Concurrent = "concurrent" }
    Role { Observer = "observer", Methodist = "methodist", Head = "head", Administrator = "administrator" }
    FlagKind { LowResults = "low_results", AdverseConditions = "adverse_conditions", Other = "other" }
    QualificationKind { Higher = "higher", Retraining = "retraining", Course = "course" }
    AttestationOutcome { Fit = "fit", FitWithAdvice = "fit_with_advice", Unfit = "unfit" }
    ObjectionOutcome { Granted = "granted", PartlyGranted = "partly_granted", Rejected = "rejected" }
    ReceiptForm { Paper = "paper", Letter = "letter", File = "file" }
    PeriodKind { SchoolYear = "school_year", CalendarYear = "calendar_year", HalfYear = "half_year", Quarter = "quarter" }
    Importance { High = "high", Medium = "medium", Low = "low", Off = "off" }
    RuleKind {
        Unfit = "unfit", MoreThanWhole = "more_than_whole", HalfGiven = "half_given", BaseDiffers = "base_differs",
        Count = "count", ZeroUnexplained = "zero_unexplained", Unusual = "unusual", Jump = "jump",
        OwnRange = "own_range", Outlier = "outlier", Copied = "copied", NoteMissing = "note_missing",
        EvidenceMissing = "evidence_missing",
    }
    PeriodState { Planned = "planned", Open = "open", Review = "review", Closed = "closed" }
}
