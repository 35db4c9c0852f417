//! A small department to speak about: two schools, three indicators, a recommendation, a decision. Fictitious throughout.

use chrono::{FixedOffset, NaiveDate};
use rust_decimal::Decimal;
use smotr::domain::activity::*;
use smotr::domain::alias::*;
use smotr::domain::brought::BroughtFile;
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
use smotr::domain::record::{Cause, Change, CommandId, Commit, Key, Record};
use smotr::domain::results::*;
use smotr::domain::rule::{Confirmation, Importance, Rule, RuleKind};
use smotr::domain::state::{Stamp, State};
use smotr::domain::value::*;
use smotr::locale::{Lang, Locale, Narrator};

pub const YEAR: PeriodId = PeriodId(1);
pub const NEXT_YEAR: PeriodId = PeriodId(2);
pub const CATEGORIES: IndicatorId = IndicatorId(62);
pub const LIST: IndicatorId = IndicatorId(16);
pub const CHANGE: IndicatorId = IndicatorId(24);
pub const SCHOOL: OrganisationId = OrganisationId(12);
pub const OTHER_SCHOOL: OrganisationId = OrganisationId(7);
pub const HEAD: PersonId = PersonId(1);
pub const ORLOVA: UserId = UserId(1);
pub const ORDER: DocumentId = DocumentId(1);
pub const ADVICE: RecommendationId = RecommendationId(1);
pub const DECISION: DecisionId = DecisionId(1);
pub const TASK: AssignmentId = AssignmentId(1);
pub const REPORT: ReportId = ReportId(1);
pub const STAMP: Stamp = Stamp {
    rev: Seq(9),
    by: ORLOVA,
    at: Timestamp(1_779_529_200_000),
};

pub fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%d.%m.%Y").unwrap()
}

pub fn dec(text: &str) -> Decimal {
    text.parse().unwrap()
}

pub fn cell(indicator: IndicatorId, organisation: OrganisationId) -> Cell {
    Cell {
        period: YEAR,
        indicator,
        subject: Subject::Organisation(organisation),
    }
}

pub fn ratio(numerator: i64, denominator: i64) -> Entry {
    Entry::Ratio {
        numerator: numerator.into(),
        denominator: denominator.into(),
    }
}

pub fn value(entry: Entry) -> Value {
    Value::entered(entry, ORLOVA)
}

pub fn indicator(code: &str, measure: Measure, scoring: Scoring) -> Indicator {
    Indicator {
        direction: DirectionId(6),
        code: code.into(),
        title: format!("Показатель {code}"),
        short: "Первая и высшая категории".into(),
        unit: "%".into(),
        level: SubjectKind::Organisation,
        measure,
        scoring,
        weight: 20.into(),
        periodicity: Periodicity::Year,
        roll_up: RollUp::FromParts,
        measured_on: None,
        bounds: Bounds::default(),
        decimals: 1,
        better: Better::Higher,
        source: "ОО-1".into(),
        method: String::new(),
        responsible: String::new(),
        note: NoteRule::Free,
        evidence_required: false,
        kinds: Vec::new(),
        na_reasons: Vec::new(),
        wording: Vec::new(),
        origin: Origin::Own,
        origin_note: String::new(),
        retired: false,
        order: 0,
        jump: None,
        instruction: String::new(),
    }
}

pub fn part(title: &str) -> Part {
    Part {
        title: title.into(),
        base: None,
        whole: true,
    }
}

pub fn categories() -> Indicator {
    let measure = Measure::Ratio {
        numerator: part("имеют категорию"),
        denominator: part("педагоги всего"),
        factor: 100.into(),
    };
    let band = |from: Option<i64>, points: i64| Band {
        from: from.map(|it| Edge::at(it.into())),
        points: points.into(),
    };
    indicator(
        "6.2",
        measure,
        Scoring::Bands(vec![
            band(None, 0),
            band(Some(40), 1),
            band(Some(60), 2),
            band(Some(80), 3),
        ]),
    )
}

pub fn period(name: &str, state: PeriodState) -> Period {
    Period {
        name: name.into(),
        kind: PeriodKind::SchoolYear,
        from: day("01.09.2025"),
        to: day("31.08.2026"),
        deadline: Some(day("25.06.2026")),
        edition: EditionId(1),
        state,
        exceptions: Vec::new(),
        locks: false,
        approved_by: None,
        events: Vec::new(),
    }
}

pub fn school(number: u32) -> Organisation {
    Organisation {
        kind: OrganisationKind::School,
        number: Some(number),
        name: format!("СШ № {number}"),
        full_name: format!("МБОУ «Средняя школа № {number}»"),
        opened: None,
        closed: None,
        closed_by: None,
        merged_into: None,
        flags: Vec::new(),
        standing: Vec::new(),
    }
}

pub fn person(surname: &str) -> Person {
    Person {
        surname: surname.into(),
        given: "Кирилл".into(),
        patronymic: "Львович".into(),
    }
}

pub fn order() -> Document {
    Document {
        kind: DocumentKind::Order,
        issuer: "управления образования".into(),
        level: DocumentLevel::Municipal,
        date: Some(day("01.06.2026")),
        number: "259/1".into(),
        title: "О мерах".into(),
        redaction: None,
        status: DocumentStatus::InForce,
        link: String::new(),
    }
}

pub fn advice() -> Recommendation {
    Recommendation {
        addressees: vec![Addressee {
            organisation: SCHOOL,
            person: Some(HEAD),
        }],
        period: YEAR,
        ground: Some(cell(CATEGORIES, SCHOOL)),
        text: "Провести стажировку".into(),
        expected: String::new(),
        due: Due::On(day("15.12.2026")),
        prolongations: Vec::new(),
        state: RecommendationState::Draft,
        sent: None,
        closed_on: None,
    }
}

pub fn decision() -> Decision {
    Decision {
        title: "О сопровождении".into(),
        period: YEAR,
        grounds: Vec::new(),
        recommendations: vec![ADVICE],
        reason: String::new(),
        document: Some(ORDER),
        control: String::new(),
        state: DecisionState::Signed,
    }
}

pub fn task(number: &str) -> Assignment {
    Assignment {
        decision: DECISION,
        number: number.into(),
        text: "Подготовить план".into(),
        executors: vec![Executor::Head(Addressee {
            organisation: SCHOOL,
            person: Some(HEAD),
        })],
        due: Due::On(day("01.10.2026")),
        prolongations: Vec::new(),
        state: AssignmentState::Controlled,
    }
}

pub fn report() -> Report {
    Report {
        on: ReportOn::Assignment(TASK),
        executor: Some(0),
        date: day("28.09.2026"),
        number: "45".into(),
        text: "План утверждён".into(),
        document: None,
    }
}

/// A record of every kind, under its key, in the order of kinds.
pub fn records() -> Vec<(Key, Record)> {
    let edition = Edition {
        number: 3,
        title: "Показатели эффективности".into(),
        act: None,
        adopted: None,
        in_force: None,
        applies_from: None,
        state: EditionState::Published,
        levels: vec![IndexLevel {
            from: 80.into(),
            title: "высокий".into(),
        }],
        completeness: 70.into(),
        min_months: 6,
        based_on: None,
    };
    let direction = Direction {
        code: "6".into(),
        title: "Условия".into(),
        short: "Условия".into(),
        weight: 15.into(),
        order: 0,
        retired: false,
    };
    let options = Measure::Choice {
        options: vec!["нет".into(), "да".into()],
    };
    let appointment = Appointment {
        person: HEAD,
        organisation: SCHOOL,
        kind: AppointmentKind::Permanent,
        from: day("01.09.2020"),
        to: None,
        act: None,
        contract_until: None,
        end_reason: String::new(),
    };
    let requirement = Requirement {
        round: RoundId(1),
        stage: Stage::Goals,
        track: None,
        text: "Наличие цели".into(),
        order: 1,
        max_points: 1.into(),
        points: None,
        asked: DocumentLevel::Municipal,
        inapplicable: String::new(),
    };
    let citation = Citation {
        requirement: RequirementId(1),
        document: ORDER,
        pages: "4-17".into(),
        note: String::new(),
        order: 1,
        retired: false,
        sent: None,
    };
    let deputy = Deputy {
        user: ORLOVA,
        head: ORLOVA,
        from: day("01.08.2026"),
        to: day("14.08.2026"),
        named_by: ORLOVA,
    };
    let orlova = User {
        account: "orlova".into(),
        person: Some(PersonId(2)),
        roles: vec![Role::Methodist],
        directions: Vec::new(),
        organisations: Vec::new(),
        retired: false,
        names: true,
    };
    let delta = Measure::Delta {
        input: Input::Indicator(CATEGORIES),
    };
    vec![
        (
            Key::Settings,
            Record::Settings(Settings {
                municipality: "Город".into(),
                demo: true,
            }),
        ),
        (Key::Edition(EditionId(1)), Record::Edition(edition)),
        (
            Key::Direction(EditionId(1), DirectionId(6)),
            Record::Direction(direction),
        ),
        (
            Key::Indicator(EditionId(1), CATEGORIES),
            Record::Indicator(categories()),
        ),
        (
            Key::Indicator(EditionId(1), LIST),
            Record::Indicator(indicator(
                "1.6",
                options,
                Scoring::Options(vec![3.into(), 0.into()]),
            )),
        ),
        (
            Key::Indicator(EditionId(1), CHANGE),
            Record::Indicator(indicator("2.4", delta, Scoring::Relative)),
        ),
        (
            Key::BaseQuantity(BaseQuantityId(1)),
            Record::BaseQuantity(BaseQuantity {
                title: "педагоги всего".into(),
                unit: "чел.".into(),
                whole: true,
                retired: false,
            }),
        ),
        (
            Key::BaseValue(YEAR, BaseQuantityId(1), SCHOOL),
            Record::BaseValue(BaseValue { number: 24.into() }),
        ),
        (
            Key::Reference(YEAR, CATEGORIES),
            Record::Reference(Reference {
                number: dec("71.2"),
                source: "регион".into(),
            }),
        ),
        (
            Key::Organisation(OTHER_SCHOOL),
            Record::Organisation(school(7)),
        ),
        (Key::Organisation(SCHOOL), Record::Organisation(school(12))),
        (Key::Person(HEAD), Record::Person(person("Ерёмин"))),
        (Key::Person(PersonId(2)), Record::Person(person("Орлова"))),
        (
            Key::Appointment(AppointmentId(1)),
            Record::Appointment(appointment),
        ),
        (
            Key::Period(YEAR),
            Record::Period(period("2025/26", PeriodState::Open)),
        ),
        (
            Key::Period(NEXT_YEAR),
            Record::Period(period("2026/27", PeriodState::Planned)),
        ),
        (
            Key::Value(cell(CATEGORIES, SCHOOL)),
            Record::Value(value(ratio(21, 24))),
        ),
        (
            Key::Recommendation(ADVICE),
            Record::Recommendation(advice()),
        ),
        (Key::Decision(DECISION), Record::Decision(decision())),
        (Key::Assignment(TASK), Record::Assignment(task("2.1"))),
        (Key::Report(REPORT), Record::Report(report())),
        (Key::Document(ORDER), Record::Document(order())),
        (
            Key::Requirement(RequirementId(1)),
            Record::Requirement(requirement),
        ),
        (Key::Citation(CitationId(1)), Record::Citation(citation)),
        (Key::User(ORLOVA), Record::User(orlova)),
        (Key::Deputy(DeputyId(1)), Record::Deputy(deputy)),
    ]
    .into_iter()
    .chain(closed())
    .chain(careers())
    .collect()
}

/// What a closed period came to, and what was said of it.
fn closed() -> Vec<(Key, Record)> {
    let head = ResultHead {
        person: Some(HEAD),
        standing: Standing::Full,
        directions: Vec::new(),
        overall: Some(Fraction {
            top: 613,
            bottom: 18,
        }),
        filled: 3,
        applicable: 4,
        complete: true,
        level: Some(1),
        place: Some(2),
        cells: Vec::new(),
    };
    let results = Results {
        edition: EditionId(1),
        organisations: 2,
        placed: 1,
        municipality: None,
    };
    let row = ResultRow {
        name: "СШ № 12".into(),
        kind: OrganisationKind::School,
        days: (day("01.09.2025"), day("31.08.2026")),
        tenures: Vec::new(),
        heads: vec![head],
    };
    let correction = Correction {
        was: ratio(20, 24),
        source: None,
        reason: "ошибка в отчёте".into(),
        document: ORDER,
    };
    let objection = Objection {
        period: YEAR,
        organisation: SCHOOL,
        person: Some(HEAD),
        cell: Some(cell(CATEGORIES, SCHOOL)),
        received: day("02.07.2026"),
        number: "415".into(),
        substance: "не учтены две категории".into(),
        due: day("16.07.2026"),
        answer: None,
    };
    let rule = Rule {
        importance: Importance::High,
        threshold: Some(dec("3")),
        instruction: "Сверить с тарификацией".into(),
    };
    let confirmation = Confirmation {
        note: "коллектив обновился".into(),
        mark: 1,
    };
    let event = |on, deed| CollectionEvent { on: day(on), deed };
    let collection = Collection {
        events: vec![
            event(
                "04.05.2026",
                CollectionDeed::Requested {
                    number: "15/101".into(),
                },
            ),
            event(
                "12.05.2026",
                CollectionDeed::Received {
                    number: "123".into(),
                    form: ReceiptForm::Letter,
                },
            ),
        ],
    };
    let mut all = vec![
        (Key::Results(YEAR), Record::Results(results)),
        (Key::ResultRow(YEAR, SCHOOL), Record::ResultRow(row)),
        (
            Key::Correction(cell(CATEGORIES, SCHOOL)),
            Record::Correction(correction),
        ),
        (Key::Objection(ObjectionId(1)), Record::Objection(objection)),
        (
            Key::Rule(EditionId(1), RuleKind::Outlier),
            Record::Rule(rule),
        ),
        (
            Key::Confirmation(cell(CATEGORIES, SCHOOL), RuleKind::Outlier),
            Record::Confirmation(confirmation),
        ),
        (
            Key::Collection(YEAR, SCHOOL),
            Record::Collection(collection),
        ),
        (
            Key::Alias(AliasId(1)),
            Record::Alias(Alias {
                text: "мбоу сош 12".into(),
                means: Means::Organisation(SCHOOL),
            }),
        ),
        (
            Key::BroughtFile(BroughtFileId(1)),
            Record::BroughtFile(BroughtFile {
                digest: [7; 16],
                name: "свод.csv".into(),
                values: 300,
                form: None,
            }),
        ),
    ];
    all.extend(cycle());
    all
}

/// The cycle of the school's direction: a section, a goal, an analysis, a measure and what came of it.
fn cycle() -> Vec<(Key, Record)> {
    let direction = DirectionId(1);
    let section = Section {
        code: "2.1".into(),
        title: "Система мониторинга эффективности руководителей".into(),
        tracks: vec![SectionTrack {
            track: Track::Direction(direction),
            title: String::new(),
            stages: Stage::ALL.to_vec(),
        }],
        retired: false,
    };
    let round = Round {
        section: SectionId(1),
        year: 2026,
        state: RoundState::Submitted {
            on: day("20.05.2026"),
            number: "15/77".into(),
        },
        copied_from: None,
    };
    let goal = Goal {
        direction,
        text: "Повысить долю педагогов с категорией".into(),
        grounds: "Треть педагогов без категории".into(),
        targets: vec![Target {
            indicator: CATEGORIES,
            number: dec("80"),
            year: 2027,
        }],
        document: Some(ORDER),
        retired: false,
    };
    let note = AnalysisNote {
        direction,
        period: YEAR,
        on: day("15.05.2026"),
        about: vec![cell(CATEGORIES, SCHOOL)],
        findings: "В шести школах доля ниже порога".into(),
        causes: "Молодые педагоги не подают на категорию".into(),
        conclusions: "Нужна стажировка для директоров".into(),
        document: None,
        retired: false,
    };
    let activity = Activity {
        kind: ActivityKind::Internship,
        title: "Стажировка «Кадровая политика школы»".into(),
        period: YEAR,
        direction: Some(direction),
        from: Some(day("01.05.2026")),
        to: Some(day("05.05.2026")),
        state: ActivityState::Held,
        participants: vec![Addressee {
            organisation: SCHOOL,
            person: Some(HEAD),
        }],
        others: "кандидаты резерва, 4 чел.".into(),
        outcome: "Планы аттестации у шести школ".into(),
        documents: vec![ORDER],
        notes: vec![NoteId(1)],
        recommendations: Vec::new(),
        about: vec![cell(CATEGORIES, SCHOOL)],
    };
    let review = Review {
        on: ReviewOn::Activity(ActivityId(1)),
        indicator: Some(CATEGORIES),
        before: None,
        after: Some(Measured {
            period: YEAR,
            number: dec("87.5"),
        }),
        verdict: Verdict::Effective,
        next: NextStep::Continue,
        text: "Доля выросла".into(),
        date: day("20.05.2026"),
        document: None,
    };
    vec![
        (Key::Section(SectionId(1)), Record::Section(section)),
        (Key::Round(RoundId(1)), Record::Round(round)),
        (Key::Goal(GoalId(1)), Record::Goal(goal)),
        (Key::AnalysisNote(NoteId(1)), Record::AnalysisNote(note)),
        (Key::Activity(ActivityId(1)), Record::Activity(activity)),
        (Key::Review(ReviewId(1)), Record::Review(review)),
    ]
}

/// What is on record about a person's work.
fn careers() -> Vec<(Key, Record)> {
    let qualification = Qualification {
        person: HEAD,
        kind: QualificationKind::Course,
        title: "Менеджмент в образовании".into(),
        institution: "институт развития образования".into(),
        hours: Some(72),
        issued: day("12.03.2025"),
        until: None,
        paper: "удостоверение № 6727-18".into(),
    };
    let attestation = Attestation {
        person: HEAD,
        candidate: false,
        held: day("20.05.2024"),
        outcome: AttestationOutcome::Fit,
        until: Some(day("20.05.2029")),
        act: Some(ORDER),
    };
    let contract = Contract {
        person: HEAD,
        organisation: SCHOOL,
        number: "17/23".into(),
        from: day("01.09.2023"),
        until: Some(day("31.08.2028")),
    };
    let candidate = Candidate {
        person: PersonId(2),
        post: "директор".into(),
        organisation: Some(SCHOOL),
        ground: Some(ORDER),
        from: day("01.10.2025"),
        until: None,
        programme: "Школа управленца".into(),
        mentor: Some(HEAD),
        outcome: CandidateOutcome::InReserve,
    };
    vec![
        (
            Key::Qualification(QualificationId(1)),
            Record::Qualification(qualification),
        ),
        (
            Key::Attestation(AttestationId(1)),
            Record::Attestation(attestation),
        ),
        (Key::Contract(ContractId(1)), Record::Contract(contract)),
        (Key::Candidate(CandidateId(1)), Record::Candidate(candidate)),
    ]
}

pub fn state() -> State {
    let mut state = State::default();
    state.load_shard(YEAR, std::sync::Arc::default());
    for (key, record) in records() {
        state.put(key, Some(record), STAMP);
    }
    state
}

pub fn commit(cause: Cause, changes: Vec<Change>) -> Commit {
    Commit {
        seq: Seq(10),
        time: STAMP.at,
        actor: ORLOVA,
        command_id: CommandId(1),
        cause,
        changes,
    }
}

pub fn change(key: Key, before: Option<Record>, after: Option<Record>) -> Change {
    Change { key, before, after }
}

/// Lets `tell` speak Russian about the scene; ordinary spaces, so that the expected text can be read.
pub fn in_russian<T>(tell: impl FnOnce(&Narrator<'_>) -> T) -> T {
    let (locale, state) = (Locale::new(Lang::Ru), state());
    tell(&Narrator::new(
        &locale,
        &state,
        FixedOffset::east_opt(3 * 3600).unwrap(),
    ))
}
