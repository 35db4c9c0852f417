//! The field's enums in words: which phrase names a state, a kind, a role. Every `match` is exhaustive, so that a new variant asks for its word.

use super::{Locale, Phrase, args};
use crate::domain::activity::{ActivityKind, ActivityState, NextStep, Verdict};
use crate::domain::career::{AttestationOutcome, CandidateOutcome, QualificationKind};
use crate::domain::catalogue::{
    Better, EditionState, Measure, NoteRule, Origin, Periodicity, RollUp, Scoring, SubjectKind,
};
use crate::domain::collection::{CollectionStage, ReceiptForm};
use crate::domain::cycle::RoundState;
use crate::domain::evidence::{DocumentKind, DocumentLevel, DocumentStatus, Stage};
use crate::domain::followup::{AssignmentState, DecisionState, RecommendationState};
use crate::domain::people::{AppointmentKind, FlagKind, OrganisationKind, Role};
use crate::domain::period::{PeriodDeed, PeriodKind, PeriodState};
use crate::domain::record::Kind;
use crate::domain::refusal::Field;
use crate::domain::results::ObjectionOutcome;
use crate::domain::rule::{Importance, RuleKind};
use crate::domain::soundness::Part;
use crate::domain::value::ValueState;

/// Something of the domain that has a word, without what it carries (a reason, a date).
pub trait Word {
    /// The word.
    fn phrase(&self) -> Phrase;
}

impl Locale {
    /// The word for a state, a kind, a role: «на контроле».
    pub fn word(&self, it: &impl Word) -> String {
        self.say(it.phrase())
    }

    /// The state of a value; of one sent back also why: «на доработке: сверьте с ведомостью».
    pub fn value_state(&self, state: &ValueState) -> String {
        match state {
            ValueState::Returned { reason } if !reason.is_empty() => {
                self.say_with(Phrase::ValueReturnedBecause, &args![reason])
            }
            state => self.word(state),
        }
    }
}

macro_rules! words {
    ($($kind:ident { $($pattern:pat $(if $only:expr)? => $phrase:ident,)+ })+) => {$(
        impl Word for $kind {
            fn phrase(&self) -> Phrase {
                match self {
                    $($pattern $(if $only)? => Phrase::$phrase,)+
                }
            }
        }
    )+};
}

words! {
    ValueState {
        ValueState::Entered => ValueEntered,
        ValueState::Submitted => ValueSubmitted,
        ValueState::Approved => ValueApproved,
        ValueState::Returned { .. } => ValueReturned,
    }
    RecommendationState {
        RecommendationState::Draft => RecommendationDraft,
        RecommendationState::Sent => RecommendationSent,
        RecommendationState::Controlled => RecommendationControlled,
        RecommendationState::Done => RecommendationDone,
        RecommendationState::PartlyDone => RecommendationPartlyDone,
        RecommendationState::NotDone => RecommendationNotDone,
        RecommendationState::Released { .. } => RecommendationReleased,
    }
    DecisionState {
        DecisionState::Draft => DecisionDraft,
        DecisionState::Signed => DecisionSigned,
        DecisionState::InExecution => DecisionInExecution,
        DecisionState::Executed => DecisionExecuted,
        DecisionState::Cancelled { .. } => DecisionCancelled,
    }
    AssignmentState {
        AssignmentState::Controlled => AssignmentControlled,
        AssignmentState::DoneInTime { .. } => AssignmentDoneInTime,
        AssignmentState::DoneLate { .. } => AssignmentDoneLate,
        AssignmentState::NotDone => AssignmentNotDone,
        AssignmentState::Released { .. } => AssignmentReleased,
    }
    PeriodKind {
        PeriodKind::SchoolYear => PeriodSchoolYear,
        PeriodKind::CalendarYear => PeriodCalendarYear,
        PeriodKind::HalfYear => PeriodHalfYear,
        PeriodKind::Quarter => PeriodQuarter,
    }
    PeriodState {
        PeriodState::Planned => PeriodPlanned,
        PeriodState::Open => PeriodOpen,
        PeriodState::Review => PeriodReview,
        PeriodState::Closed => PeriodClosed,
    }
    EditionState {
        EditionState::Draft => EditionDraft,
        EditionState::Published => EditionPublished,
    }
    SubjectKind {
        SubjectKind::Organisation => SubjectOrganisation,
        SubjectKind::Person => SubjectPerson,
        SubjectKind::Municipality => SubjectMunicipality,
    }
    Measure {
        Measure::Number { .. } => MeasureNumber,
        Measure::Ratio { .. } => MeasureRatio,
        Measure::Choice { .. } => MeasureChoice,
        Measure::Delta { .. } => MeasureDelta,
        Measure::Benchmark { .. } => MeasureBenchmark,
    }
    Scoring {
        Scoring::Bands(_) => ScoringBands,
        Scoring::Options(_) => ScoringOptions,
        Scoring::PerUnit { .. } => ScoringPerUnit,
        Scoring::Direct { .. } => ScoringDirect,
        Scoring::Relative => ScoringRelative,
        Scoring::Printed(lines) if lines.is_empty() => ScoringUnset,
        Scoring::Printed(_) => ScoringPrinted,
    }
    Periodicity {
        Periodicity::Year => PeriodicityYear,
        Periodicity::HalfYear => PeriodicityHalfYear,
        Periodicity::Quarter => PeriodicityQuarter,
        Periodicity::AsItHappens => PeriodicityAsItHappens,
    }
    RollUp {
        RollUp::Sum => RollUpSum,
        RollUp::Last => RollUpLast,
        RollUp::Mean => RollUpMean,
        RollUp::FromParts => RollUpFromParts,
    }
    Better {
        Better::Higher => BetterHigher,
        Better::Lower => BetterLower,
    }
    NoteRule {
        NoteRule::Free => NoteFree,
        NoteRule::AtZero => NoteAtZero,
        NoteRule::Always => NoteAlways,
    }
    Origin {
        Origin::Found => OriginFound,
        Origin::Adapted => OriginAdapted,
        Origin::Own => OriginOwn,
    }
    OrganisationKind {
        OrganisationKind::School => OrganisationSchool,
        OrganisationKind::Basic => OrganisationBasic,
        OrganisationKind::Primary => OrganisationPrimary,
        OrganisationKind::Boarding => OrganisationBoarding,
        OrganisationKind::Gymnasium => OrganisationGymnasium,
        OrganisationKind::Lyceum => OrganisationLyceum,
        OrganisationKind::Kindergarten => OrganisationKindergarten,
        OrganisationKind::Additional => OrganisationAdditional,
        OrganisationKind::Other => OrganisationOther,
    }
    AppointmentKind {
        AppointmentKind::Permanent => AppointmentPermanent,
        AppointmentKind::Acting => AppointmentActing,
        AppointmentKind::Concurrent => AppointmentConcurrent,
    }
    Role {
        Role::Observer => RoleObserver,
        Role::Methodist => RoleMethodist,
        Role::Head => RoleHead,
        Role::Administrator => RoleAdministrator,
    }
    DocumentKind {
        DocumentKind::Resolution => DocumentResolution,
        DocumentKind::Directive => DocumentDirective,
        DocumentKind::Order => DocumentOrder,
        DocumentKind::Letter => DocumentLetter,
        DocumentKind::Letters => DocumentLetters,
        DocumentKind::Plan => DocumentPlan,
        DocumentKind::AnalyticalNote => DocumentAnalyticalNote,
        DocumentKind::Protocol => DocumentProtocol,
        DocumentKind::ReportPaper => DocumentReportPaper,
        DocumentKind::Event => DocumentEvent,
        DocumentKind::Decisions => DocumentDecisions,
        DocumentKind::Other => DocumentOther,
    }
    DocumentLevel {
        DocumentLevel::Federal => DocumentLevelFederal,
        DocumentLevel::Regional => DocumentLevelRegional,
        DocumentLevel::Municipal => DocumentLevelMunicipal,
        DocumentLevel::Organisation => DocumentLevelOrganisation,
    }
    DocumentStatus {
        DocumentStatus::InForce => DocumentInForce,
        DocumentStatus::Repealed { .. } => DocumentRepealed,
    }
    Stage {
        Stage::Goals => StageGoals,
        Stage::Indicators => StageIndicators,
        Stage::Methods => StageMethods,
        Stage::Monitoring => StageMonitoring,
        Stage::Analysis => StageAnalysis,
        Stage::Recommendations => StageRecommendations,
        Stage::Measures => StageMeasures,
        Stage::Decisions => StageDecisions,
        Stage::Effectiveness => StageEffectiveness,
    }
    Kind {
        Kind::Settings => KindSettings,
        Kind::Edition => KindEdition,
        Kind::Direction => KindDirection,
        Kind::Indicator => KindIndicator,
        Kind::BaseQuantity => KindBaseQuantity,
        Kind::BaseValue => KindBaseValue,
        Kind::Reference => KindReference,
        Kind::Organisation => KindOrganisation,
        Kind::Person => KindPerson,
        Kind::Appointment => KindAppointment,
        Kind::Period => KindPeriod,
        Kind::Value => KindValue,
        Kind::Recommendation => KindRecommendation,
        Kind::Decision => KindDecision,
        Kind::Assignment => KindAssignment,
        Kind::Report => KindReport,
        Kind::Document => KindDocument,
        Kind::Requirement => KindRequirement,
        Kind::Citation => KindCitation,
        Kind::User => KindUser,
        Kind::Deputy => KindDeputy,
        Kind::Results => KindResults,
        Kind::ResultRow => KindResultRow,
        Kind::Correction => KindCorrection,
        Kind::Objection => KindObjection,
        Kind::Qualification => KindQualification,
        Kind::Attestation => KindAttestation,
        Kind::Contract => KindContract,
        Kind::Candidate => KindCandidate,
        Kind::Collection => KindCollection,
        Kind::Alias => KindAlias,
        Kind::BroughtFile => KindBroughtFile,
        Kind::Rule => KindRule,
        Kind::Confirmation => KindConfirmation,
        Kind::Section => KindSection,
        Kind::Round => KindRound,
        Kind::Goal => KindGoal,
        Kind::AnalysisNote => KindNote,
        Kind::Activity => KindActivity,
        Kind::Review => KindReview,
    }
    RuleKind {
        RuleKind::Unfit => RuleUnfit,
        RuleKind::MoreThanWhole => RuleMoreThanWhole,
        RuleKind::HalfGiven => RuleHalfGiven,
        RuleKind::BaseDiffers => RuleBaseDiffers,
        RuleKind::Count => RuleCount,
        RuleKind::ZeroUnexplained => RuleZeroUnexplained,
        RuleKind::Unusual => RuleUnusual,
        RuleKind::Jump => RuleJump,
        RuleKind::OwnRange => RuleOwnRange,
        RuleKind::Outlier => RuleOutlier,
        RuleKind::Copied => RuleCopied,
        RuleKind::NoteMissing => RuleNoteMissing,
        RuleKind::EvidenceMissing => RuleEvidenceMissing,
    }
    Importance {
        Importance::High => ImportanceHigh,
        Importance::Medium => ImportanceMedium,
        Importance::Low => ImportanceLow,
        Importance::Off => ImportanceOff,
    }
    RoundState {
        RoundState::Open => RoundOpen,
        RoundState::Submitted { .. } => RoundSubmitted,
    }
    ActivityKind {
        ActivityKind::Contest => ActivityContest,
        ActivityKind::ReserveProgramme => ActivityReserveProgramme,
        ActivityKind::AppointmentSystem => ActivityAppointmentSystem,
        ActivityKind::Internship => ActivityInternship,
        ActivityKind::Network => ActivityNetwork,
        ActivityKind::DevelopmentProgrammes => ActivityDevelopmentProgrammes,
    }
    ActivityState {
        ActivityState::Planned => ActivityPlanned,
        ActivityState::Held => ActivityHeld,
        ActivityState::Cancelled { .. } => ActivityCancelled,
    }
    Verdict {
        Verdict::Effective => VerdictEffective,
        Verdict::Partly => VerdictPartly,
        Verdict::Ineffective => VerdictIneffective,
        Verdict::TooEarly => VerdictTooEarly,
    }
    NextStep {
        NextStep::Continue => NextContinue,
        NextStep::Adjust => NextAdjust,
        NextStep::Stop => NextStop,
    }
    FlagKind {
        FlagKind::LowResults => FlagLowResults,
        FlagKind::AdverseConditions => FlagAdverseConditions,
        FlagKind::Other => FlagOther,
    }
    QualificationKind {
        QualificationKind::Higher => QualificationHigher,
        QualificationKind::Retraining => QualificationRetraining,
        QualificationKind::Course => QualificationCourse,
    }
    AttestationOutcome {
        AttestationOutcome::Fit => AttestationFit,
        AttestationOutcome::FitWithAdvice => AttestationFitWithAdvice,
        AttestationOutcome::Unfit => AttestationUnfit,
    }
    CandidateOutcome {
        CandidateOutcome::InReserve => CandidateInReserve,
        CandidateOutcome::Trained { .. } => CandidateTrained,
        CandidateOutcome::Appointed { .. } => CandidateAppointed,
        CandidateOutcome::Excluded { .. } => CandidateExcluded,
    }
    ReceiptForm {
        ReceiptForm::Paper => ReceiptPaper,
        ReceiptForm::Letter => ReceiptLetter,
        ReceiptForm::File => ReceiptFile,
    }
    CollectionStage {
        CollectionStage::NotRequested => CollectingNotRequested,
        CollectionStage::Requested => CollectingRequested,
        CollectionStage::Returned => CollectingReturned,
        CollectionStage::Received => CollectingReceived,
        CollectionStage::Accepted => CollectingAccepted,
    }
    ObjectionOutcome {
        ObjectionOutcome::Granted => ObjectionGranted,
        ObjectionOutcome::PartlyGranted => ObjectionPartlyGranted,
        ObjectionOutcome::Rejected => ObjectionRejected,
    }
    PeriodDeed {
        PeriodDeed::Opened => DeedOpened,
        PeriodDeed::Reviewed => DeedReviewed,
        PeriodDeed::Closed => DeedClosed,
        PeriodDeed::Reopened => DeedReopened,
        PeriodDeed::Moved { .. } => DeedMoved,
        PeriodDeed::Rescored { .. } => DeedRescored,
    }
    Part {
        Part::Whole => PartWhole,
        Part::Code => PartCode,
        Part::Title => PartTitle,
        Part::Short => PartShort,
        Part::Weight => PartWeight,
        Part::Direction => PartDirection,
        Part::Measure => PartMeasure,
        Part::Scoring => PartScoring,
        Part::Bounds => PartBounds,
        Part::RollUp => PartRollUp,
        Part::Levels => PartLevels,
        Part::Completeness => PartCompleteness,
        Part::MinMonths => PartMinMonths,
        Part::Adopted => PartAdopted,
        Part::Dates => PartDates,
        Part::AppliesFrom => PartAppliesFrom,
        Part::Act => PartAct,
        Part::Wording => PartWording,
        Part::Importance => FieldImportance,
        Part::Threshold => FieldThreshold,
    }
    Field {
        Field::Text => FieldText,
        Field::Expected => FieldExpected,
        Field::Due => FieldDue,
        Field::Title => FieldTitle,
        Field::Reason => FieldReason,
        Field::Note => FieldNote,
        Field::Source => FieldSource,
        Field::Number => FieldNumber,
        Field::Date => FieldDate,
        Field::Name => FieldName,
        Field::Surname => FieldSurname,
        Field::Addressees => FieldAddressees,
        Field::Executors => FieldExecutors,
        Field::Account => FieldAccount,
        Field::Roles => FieldRoles,
        Field::Directions => FieldDirections,
        Field::Assignments => FieldAssignments,
        Field::Document => FieldDocument,
        Field::Control => FieldControl,
        Field::Ground => FieldGround,
        Field::Issuer => FieldIssuer,
        Field::From => FieldFrom,
        Field::To => FieldTo,
        Field::Opened => FieldOpened,
        Field::Closed => FieldClosed,
        Field::MergedInto => FieldMergedInto,
        Field::Flags => FieldFlags,
        Field::Standing => FieldStanding,
        Field::Indicators => FieldIndicators,
        Field::Until => FieldUntil,
        Field::Contract => FieldContract,
        Field::Post => FieldPost,
        Field::Programme => FieldProgramme,
        Field::Unit => FieldUnit,
        Field::Whole => FieldWhole,
        Field::Exceptions => FieldExceptions,
        Field::Municipality => FieldMunicipality,
        Field::Levels => FieldLevels,
        Field::Scale => FieldScoring,
        Field::Options => FieldOptions,
        Field::Kinds => FieldKinds,
        Field::BaseQuantities => FieldBaseQuantities,
        Field::Heads => FieldHeads,
        Field::Decimals => FieldDecimals,
        Field::Threshold => FieldThreshold,
        Field::Marks => FieldMarks,
        Field::Pages => FieldPages,
        Field::Points => FieldPoints,
        Field::Year => FieldYear,
        Field::Relevance => FieldRelevance,
        Field::Targets => FieldTargets,
        Field::Findings => FieldFindings,
        Field::Conclusions => FieldConclusions,
        Field::Participants => FieldParticipants,
        Field::Outcome => FieldOutcome,
        Field::Before => FieldBefore,
        Field::After => FieldAfter,
        Field::Inapplicable => FieldInapplicable,
    }
}
