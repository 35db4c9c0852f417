//! Random records of every kind, from a seed: for round trips, for stores to damage, for golden files to choose from.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use smotr::domain::activity::*;
use smotr::domain::alias::*;
use smotr::domain::brought::*;
use smotr::domain::career::*;
use smotr::domain::catalogue::*;
use smotr::domain::collection::*;
use smotr::domain::cycle::*;
use smotr::domain::evidence::*;
use smotr::domain::followup::*;
use smotr::domain::ids::*;
use smotr::domain::number::Edge;
use smotr::domain::people::*;
use smotr::domain::period::*;
use smotr::domain::record::{Key, Kind, Record};
use smotr::domain::results::*;
use smotr::domain::rule::*;
use smotr::domain::value::*;

/// Something that can be made at random.
pub trait Any: Sized {
    fn any(rng: &mut fastrand::Rng) -> Self;
}

/// A random record of a kind.
pub fn any_record(kind: Kind, rng: &mut fastrand::Rng) -> Record {
    macro_rules! kinds {
        ($($kind:ident)*) => { match kind { $(Kind::$kind => Record::$kind(Any::any(rng))),* } };
    }
    kinds! {
        Settings Edition Direction Indicator BaseQuantity BaseValue Reference Organisation Person Appointment Period Value
        Recommendation Decision Assignment Report Document Requirement Citation User Deputy
        Results ResultRow Correction Objection Qualification Attestation Contract Candidate Rule Confirmation Collection Alias BroughtFile
        Section Round Goal AnalysisNote Activity Review
    }
}

/// A random key of a kind, its ids below `most`.
pub fn any_key(kind: Kind, rng: &mut fastrand::Rng, most: u32) -> Key {
    let mut bytes = vec![kind as u8];
    let mut id = || (1 + rng.u32(..most)).to_be_bytes();
    let ids = match kind {
        Kind::Settings => 0,
        Kind::Direction
        | Kind::Indicator
        | Kind::Reference
        | Kind::Value
        | Kind::Correction
        | Kind::Confirmation
        | Kind::ResultRow
        | Kind::Collection => 2,
        Kind::BaseValue => 3,
        _ => 1,
    };
    (0..ids).for_each(|_| bytes.extend(id()));
    if matches!(kind, Kind::Value | Kind::Correction | Kind::Confirmation) {
        bytes.push(1);
        bytes.extend(id());
    }
    if matches!(kind, Kind::Rule | Kind::Confirmation) {
        bytes.push(rng.u8(1..=RuleKind::ALL.len() as u8));
    }
    Key::from_bytes(&bytes).unwrap()
}

impl Any for bool {
    fn any(rng: &mut fastrand::Rng) -> Self {
        rng.bool()
    }
}

impl Any for u8 {
    fn any(rng: &mut fastrand::Rng) -> Self {
        rng.u8(..)
    }
}

impl Any for [u8; 16] {
    fn any(rng: &mut fastrand::Rng) -> Self {
        std::array::from_fn(|_| rng.u8(..))
    }
}

impl Any for u16 {
    fn any(rng: &mut fastrand::Rng) -> Self {
        rng.u16(..)
    }
}

impl Any for u32 {
    fn any(rng: &mut fastrand::Rng) -> Self {
        let bits = rng.u32(0..32);
        rng.u32(..) >> bits
    }
}

impl Any for u64 {
    fn any(rng: &mut fastrand::Rng) -> Self {
        rng.u64(..)
    }
}

impl Any for i128 {
    fn any(rng: &mut fastrand::Rng) -> Self {
        // As far as JSON goes, through which the tests of masks pass; the whole range has a test of its own.
        let bits = rng.u32(0..62);
        (rng.u64(..) >> (63 - bits)) as i128
    }
}

impl<A: Any, B: Any, C: Any> Any for (A, B, C) {
    fn any(rng: &mut fastrand::Rng) -> Self {
        (A::any(rng), B::any(rng), C::any(rng))
    }
}

impl Any for (NaiveDate, NaiveDate) {
    fn any(rng: &mut fastrand::Rng) -> Self {
        (NaiveDate::any(rng), NaiveDate::any(rng))
    }
}

impl Any for (u32, u32) {
    fn any(rng: &mut fastrand::Rng) -> Self {
        (rng.u32(1..=12), rng.u32(1..=31))
    }
}

impl Any for String {
    fn any(rng: &mut fastrand::Rng) -> Self {
        const WORDS: [&str; 8] = [
            "приказ",
            "№ 259/1",
            "«Ёлка»",
            "СШ № 12",
            "a",
            "\u{301}",
            "😀",
            "2025/26",
        ];
        let words = (0..rng.usize(0..4)).map(|_| *rng.choice(WORDS.iter()).unwrap());
        words.collect::<Vec<_>>().join(" ")
    }
}

impl Any for NaiveDate {
    fn any(rng: &mut fastrand::Rng) -> Self {
        NaiveDate::from_num_days_from_ce_opt(rng.i32(600_000..800_000)).unwrap()
    }
}

impl Any for Decimal {
    fn any(rng: &mut fastrand::Rng) -> Self {
        let bits = rng.u32(0..95);
        let mantissa = (rng.u128(..) >> (128 - 1 - bits)) as i128;
        let sign = if rng.bool() { 1 } else { -1 };
        Decimal::from_i128_with_scale(sign * mantissa, rng.u32(0..=28))
    }
}

impl<T: Any> Any for Option<T> {
    fn any(rng: &mut fastrand::Rng) -> Self {
        rng.bool().then(|| T::any(rng))
    }
}

impl<T: Any> Any for Vec<T> {
    fn any(rng: &mut fastrand::Rng) -> Self {
        (0..rng.usize(0..4)).map(|_| T::any(rng)).collect()
    }
}

impl<T: Any> Any for Box<T> {
    fn any(rng: &mut fastrand::Rng) -> Self {
        Box::new(T::any(rng))
    }
}

macro_rules! ids {
    ($($id:ident)*) => {$(impl Any for $id {
        fn any(rng: &mut fastrand::Rng) -> Self { $id(Any::any(rng)) }
    })*};
}
ids! {
    EditionId DirectionId IndicatorId BaseQuantityId PeriodId OrganisationId PersonId UserId RecommendationId DecisionId
    AssignmentId DocumentId RequirementId AppointmentId SectionId RoundId NoteId ActivityId
}

macro_rules! structs {
    ($($type:ident { $($field:ident),* $(,)? })*) => {$(impl Any for $type {
        fn any(rng: &mut fastrand::Rng) -> Self { $type { $($field: Any::any(rng)),* } }
    })*};
}

/// One of the forms, `any` standing for something random.
macro_rules! enums {
    ($($type:ident { $($form:expr),* $(,)? })*) => {$(impl Any for $type {
        fn any(rng: &mut fastrand::Rng) -> Self {
            let forms: &[fn(&mut fastrand::Rng) -> $type] = &[$($form),*];
            forms[rng.usize(..forms.len())](rng)
        }
    })*};
}

structs! {
    Settings { municipality, demo }
    Edition { number, title, act, adopted, in_force, applies_from, state, levels, completeness, min_months,
        based_on,
    }
    IndexLevel { from, title }
    Direction { code, title, short, weight, order, retired }
    Indicator {
        direction, code, title, short, unit, level, measure, scoring, weight, periodicity, roll_up, measured_on, bounds,
        decimals, better, source, method, responsible, note, evidence_required, kinds, na_reasons, wording, origin,
        origin_note, retired, order, jump, instruction,
    }
    Part { title, base, whole }
    Edge { at, above }
    Band { from, points }
    Bounds { hard_min, hard_max, soft_min, soft_max }
    Wording { points, text }
    BaseQuantity { title, unit, whole, retired }
    PrintedBand { values, points }
    BaseValue { number }
    Reference { number, source }
    Organisation { kind, number, name, full_name, opened, closed, closed_by, merged_into, flags, standing }
    OrganisationFlag { kind, from, to, note }
    StandingReason { reason, indicators, from, to }
    Person { surname, given, patronymic }
    Appointment { person, organisation, kind, from, to, act, contract_until, end_reason }
    Period { name, kind, from, to, deadline, locks, edition, state, exceptions, approved_by, events }
    Exception { organisation, until, reason }
    PeriodEvent { deed, on, by, reason, act }
    Cell { period, indicator, subject }
    Value { entry, state, note, source, evidence, follow_up, self_assessment, entered_by }
    Addressee { organisation, person }
    Prolongation { to, ground, by, on }
    Sent { number, date }
    Recommendation { addressees, period, ground, text, expected, due, prolongations, state, sent, closed_on }
    Decision { title, period, grounds, recommendations, reason, document, control, state }
    Assignment { decision, number, text, executors, due, prolongations, state }
    Report { on, executor, date, number, text, document }
    Document { kind, issuer, level, date, number, title, redaction, status, link }
    Requirement { round, stage, track, text, order, max_points, points, asked, inapplicable }
    Citation { requirement, document, pages, note, order, retired, sent }
    Section { code, title, tracks, retired }
    SectionTrack { track, title, stages }
    Round { section, year, state, copied_from }
    Goal { direction, text, grounds, targets, document, retired }
    Target { indicator, number, year }
    AnalysisNote { direction, period, on, about, findings, causes, conclusions, document, retired }
    Activity {
        kind, title, period, direction, from, to, state, participants, others, outcome, documents, notes, recommendations, about,
    }
    Review { on, indicator, before, after, verdict, next, text, date, document }
    Measured { period, number }
    User { account, person, roles, directions, organisations, retired, names }
    Deputy { user, head, from, to, named_by }
    Fraction { top, bottom }
    Results { edition, organisations, placed, municipality }
    ResultRow { name, kind, days, tenures, heads }
    Tenure { head, from, to }
    ResultHead { person, standing, directions, overall, filled, applicable, complete, level, place, cells }
    ResultDirection { direction, index, filled, applicable }
    ResultCell { indicator, entry, figure, points, max, lack }
    Correction { was, source, reason, document }
    Objection { period, organisation, person, cell, received, number, substance, due, answer }
    ObjectionAnswer { on, number, text, outcome }
    Qualification { person, kind, title, institution, hours, issued, until, paper }
    Attestation { person, candidate, held, outcome, until, act }
    Contract { person, organisation, number, from, until }
    Candidate { person, post, organisation, ground, from, until, programme, mentor, outcome }
    Collection { events }
    CollectionEvent { on, deed }
    Rule { importance, threshold, instruction }
    Confirmation { note, mark }
    Alias { text, means }
    BroughtFile { digest, name, values, form }
    FormOf { period, organisation }
}

enums! {
    Track { |r| Track::Direction(Any::any(r)), |r| Track::Own(Any::any(r)) }
    RoundState { |_| RoundState::Open, |r| RoundState::Submitted { on: Any::any(r), number: Any::any(r) } }
    ActivityKind { |r| ActivityKind::ALL[r.usize(..6)] }
    ActivityState {
        |_| ActivityState::Planned, |_| ActivityState::Held, |r| ActivityState::Cancelled { reason: Any::any(r) },
    }
    ReviewOn {
        |r| ReviewOn::Activity(Any::any(r)), |r| ReviewOn::Recommendation(Any::any(r)), |r| ReviewOn::Decision(Any::any(r)),
    }
    Verdict { |_| Verdict::Effective, |_| Verdict::Partly, |_| Verdict::Ineffective, |_| Verdict::TooEarly }
    NextStep { |_| NextStep::Continue, |_| NextStep::Adjust, |_| NextStep::Stop }
    Means { |r| Means::Organisation(Any::any(r)), |r| Means::Indicator(Any::any(r)) }
    Importance { |_| Importance::High, |_| Importance::Medium, |_| Importance::Low, |_| Importance::Off }
    EditionState { |_| EditionState::Draft, |_| EditionState::Published }
    SubjectKind { |_| SubjectKind::Organisation, |_| SubjectKind::Person, |_| SubjectKind::Municipality }
    Better { |_| Better::Higher, |_| Better::Lower }
    Periodicity {
        |_| Periodicity::Year, |_| Periodicity::HalfYear, |_| Periodicity::Quarter, |_| Periodicity::AsItHappens,
    }
    RollUp { |_| RollUp::Sum, |_| RollUp::Last, |_| RollUp::Mean, |_| RollUp::FromParts }
    NoteRule { |_| NoteRule::Free, |_| NoteRule::AtZero, |_| NoteRule::Always }
    Origin { |_| Origin::Found, |_| Origin::Adapted, |_| Origin::Own }
    Measure {
        |r| Measure::Number { whole: Any::any(r) },
        |r| Measure::Ratio { numerator: Any::any(r), denominator: Any::any(r), factor: Any::any(r) },
        |r| Measure::Choice { options: Any::any(r) },
        |r| Measure::Delta { input: Any::any(r) },
        |r| Measure::Benchmark { input: Any::any(r) },
    }
    Input { |r| Input::Indicator(Any::any(r)), |r| Input::Own { title: Any::any(r) } }
    Scoring {
        |r| Scoring::Bands(Any::any(r)),
        |r| Scoring::Options(Any::any(r)),
        |r| Scoring::PerUnit { start: Any::any(r), points: Any::any(r), floor: Any::any(r), cap: Any::any(r) },
        |r| Scoring::Direct { max: Any::any(r) },
        |_| Scoring::Relative,
        |r| Scoring::Printed(Any::any(r)),
    }
    OrganisationKind {
        |_| OrganisationKind::School, |_| OrganisationKind::Gymnasium, |_| OrganisationKind::Lyceum,
        |_| OrganisationKind::Kindergarten, |_| OrganisationKind::Additional, |_| OrganisationKind::Other,
        |_| OrganisationKind::Basic, |_| OrganisationKind::Primary, |_| OrganisationKind::Boarding,
    }
    AppointmentKind { |_| AppointmentKind::Permanent, |_| AppointmentKind::Acting, |_| AppointmentKind::Concurrent }
    Role { |r| Role::ALL[r.usize(..4)] }
    PeriodKind { |_| PeriodKind::SchoolYear, |_| PeriodKind::CalendarYear, |_| PeriodKind::HalfYear, |_| PeriodKind::Quarter }
    PeriodState {
        |_| PeriodState::Planned, |_| PeriodState::Open, |_| PeriodState::Review, |_| PeriodState::Closed,
    }
    FlagKind { |_| FlagKind::LowResults, |_| FlagKind::AdverseConditions, |_| FlagKind::Other }
    PeriodDeed {
        |_| PeriodDeed::Opened, |_| PeriodDeed::Reviewed, |_| PeriodDeed::Closed, |_| PeriodDeed::Reopened,
        |r| PeriodDeed::Moved { from: Any::any(r) }, |r| PeriodDeed::Rescored { from: Any::any(r) },
    }
    Standing {
        |_| Standing::Full, |r| Standing::Short { months: Any::any(r) }, |_| Standing::Acting, |_| Standing::Vacancy,
    }
    ReceiptForm { |r| ReceiptForm::ALL[r.usize(..3)] }
    CollectionDeed {
        |r| CollectionDeed::Requested { number: Any::any(r) },
        |r| CollectionDeed::Received { number: Any::any(r), form: Any::any(r) },
        |_| CollectionDeed::Accepted,
        |r| CollectionDeed::Returned { reason: Any::any(r), until: Any::any(r) },
        |r| CollectionDeed::Reminded { number: Any::any(r) },
    }
    ObjectionOutcome {
        |_| ObjectionOutcome::Granted, |_| ObjectionOutcome::PartlyGranted, |_| ObjectionOutcome::Rejected,
    }
    QualificationKind {
        |_| QualificationKind::Higher, |_| QualificationKind::Retraining, |_| QualificationKind::Course,
    }
    AttestationOutcome {
        |_| AttestationOutcome::Fit, |_| AttestationOutcome::FitWithAdvice, |_| AttestationOutcome::Unfit,
    }
    CandidateOutcome {
        |_| CandidateOutcome::InReserve,
        |r| CandidateOutcome::Trained { on: Any::any(r) },
        |r| CandidateOutcome::Appointed { on: Any::any(r) },
        |r| CandidateOutcome::Excluded { on: Any::any(r), reason: Any::any(r) },
    }
    Subject {
        |r| Subject::Organisation(Any::any(r)), |r| Subject::Person(Any::any(r)), |_| Subject::Municipality,
    }
    Entry {
        |_| Entry::Empty,
        |r| Entry::Number(Any::any(r)),
        |r| Entry::Ratio { numerator: Any::any(r), denominator: Any::any(r) },
        |r| Entry::Percent(Any::any(r)),
        |r| Entry::Choice(Any::any(r)),
        |r| Entry::NotApplicable { reason: Any::any(r) },
        |r| Entry::NoData { reason: Any::any(r) },
    }
    ResultFigure {
        |r| ResultFigure::Number(Any::any(r)), |r| ResultFigure::Choice(Any::any(r)), |_| ResultFigure::NotApplicable,
        |_| ResultFigure::NoData, |_| ResultFigure::Empty, |_| ResultFigure::Absent, |_| ResultFigure::Uncomputed,
        |r| ResultFigure::Untold { no_reason: Any::any(r) },
    }
    Lack {
        |r| Lack::Standing(Any::any(r)), |r| Lack::Input(Any::any(r)), |_| Lack::PeriodBefore, |r| Lack::ValueBefore(Any::any(r)),
        |r| Lack::Redefined { before: Any::any(r), now: Any::any(r) }, |_| Lack::Reference, |_| Lack::ReferenceIsZero,
    }
    Source { |r| Source::Text(Any::any(r)), |r| Source::Document(Any::any(r)) }
    ValueState {
        |_| ValueState::Entered, |_| ValueState::Submitted, |_| ValueState::Approved,
        |r| ValueState::Returned { reason: Any::any(r) },
    }
    Due { |r| Due::On(Any::any(r)), |r| Due::Quarterly(Any::any(r)), |r| Due::Monthly(Any::any(r)), |_| Due::Standing }
    RecommendationState {
        |_| RecommendationState::Draft, |_| RecommendationState::Sent, |_| RecommendationState::Controlled,
        |_| RecommendationState::Done, |_| RecommendationState::PartlyDone, |_| RecommendationState::NotDone,
        |r| RecommendationState::Released { reason: Any::any(r) },
    }
    DecisionState {
        |_| DecisionState::Draft, |_| DecisionState::Signed, |_| DecisionState::InExecution, |_| DecisionState::Executed,
        |r| DecisionState::Cancelled { by: Any::any(r) },
    }
    Executor {
        |r| Executor::Head(Any::any(r)), |r| Executor::User(Any::any(r)), |r| Executor::Post(Any::any(r)),
        |r| Executor::Group(Any::any(r)),
    }
    AssignmentState {
        |_| AssignmentState::Controlled,
        |r| AssignmentState::DoneInTime { on: Any::any(r) },
        |r| AssignmentState::DoneLate { on: Any::any(r) },
        |_| AssignmentState::NotDone,
        |r| AssignmentState::Released { reason: Any::any(r), by: Any::any(r) },
    }
    ReportOn { |r| ReportOn::Assignment(AssignmentId::any(r)), |r| ReportOn::Recommendation(Any::any(r)) }
    DocumentKind {
        |_| DocumentKind::Resolution, |_| DocumentKind::Directive, |_| DocumentKind::Order, |_| DocumentKind::Letter,
        |_| DocumentKind::Letters, |_| DocumentKind::Plan, |_| DocumentKind::AnalyticalNote, |_| DocumentKind::Protocol,
        |_| DocumentKind::ReportPaper, |_| DocumentKind::Event, |_| DocumentKind::Decisions, |_| DocumentKind::Other,
    }
    DocumentLevel {
        |_| DocumentLevel::Federal, |_| DocumentLevel::Regional, |_| DocumentLevel::Municipal,
        |_| DocumentLevel::Organisation,
    }
    DocumentStatus {
        |_| DocumentStatus::InForce, |r| DocumentStatus::Repealed { by: Any::any(r), on: Any::any(r) },
    }
    Stage {
        |_| Stage::Goals, |_| Stage::Indicators, |_| Stage::Methods, |_| Stage::Monitoring, |_| Stage::Analysis,
        |_| Stage::Recommendations, |_| Stage::Measures, |_| Stage::Decisions, |_| Stage::Effectiveness,
    }
}
