//! The words of the demo's cycle: goals with their problems, causes and conclusions of the analysis, measures of the six kinds.

use crate::domain::activity::ActivityKind;

/// A goal.
pub(super) struct GoalText {
    pub(super) direction: u32,
    pub(super) text: &'static str,
    pub(super) grounds: &'static str,
    /// Codes of indicators with the numbers to be reached.
    pub(super) targets: &'static [(&'static str, u32)],
}

/// Six goals. One is seen by no indicator, and one direction has none: what section 2.1 lacks, the demo lacks.
pub(super) const GOALS: [GoalText; 6] = [
    GoalText {
        direction: 1,
        text: "Повысить качество управленческой деятельности руководителей общеобразовательных организаций",
        grounds: "Часть программ развития не обновлялась более трёх лет; жалобы родителей повторяются в одних и тех же организациях.",
        targets: &[],
    },
    GoalText {
        direction: 2,
        text: "Довести профессиональные компетенции руководителей до базового уровня во всех организациях",
        grounds: "Диагностику прошли не все руководители; дефициты — управление качеством и работа с данными.",
        targets: &[("2.3", 80)],
    },
    GoalText {
        direction: 3,
        text: "Обеспечить базовую подготовку каждого обучающегося и объективность оценки",
        grounds: "Результаты школ расходятся вдвое; в ряде школ есть признаки необъективности ВПР.",
        targets: &[("3.1", 99)],
    },
    GoalText {
        direction: 5,
        text: "Сформировать кадровый резерв и назначать руководителей из него",
        grounds: "Из резерва назначают не всех; вакансии закрываются дольше двух месяцев.",
        targets: &[("5.3", 70)],
    },
    GoalText {
        direction: 6,
        text: "Укрепить кадровый состав: доля педагогов с первой и высшей категорией не ниже средней по региону",
        grounds: "Педагоги откладывают аттестацию; методическая поддержка идёт без адресности.",
        targets: &[("6.1", 98), ("6.2", 75)],
    },
    GoalText {
        direction: 6,
        text: "Обновить педагогические коллективы",
        grounds: "Коллективы стареют: молодых специалистов не удерживает отсутствие наставника в первый год.",
        targets: &[("6.3", 30)],
    },
];

/// Why the numbers of a direction are as they are, and what follows.
pub(super) struct AnalysisText {
    pub(super) direction: u32,
    pub(super) causes: &'static str,
    pub(super) conclusions: &'static str,
}

/// The directions that section 2.1 analyses.
pub(super) const ANALYSIS: [AnalysisText; 5] = [
    AnalysisText {
        direction: 2,
        causes: "Диагностика назначалась на время отчётности, часть руководителей её не прошла.",
        conclusions: "Провести стажировки для руководителей с дефицитами, диагностику повторить осенью.",
    },
    AnalysisText {
        direction: 3,
        causes: "В программах развития нет мер по группе риска, контроль ведётся по итогам года.",
        conclusions: "Провести экспертизу программ развития, ввести промежуточный контроль по полугодиям.",
    },
    AnalysisText {
        direction: 4,
        causes: "Не хватает специалистов сопровождения, рекомендации ПМПК выполняются не в срок.",
        conclusions: "Закрепить за школами ресурсные центры и проверить выполнение рекомендаций в октябре.",
    },
    AnalysisText {
        direction: 5,
        causes: "В резерв зачисляют без программы подготовки, наставники назначены формально.",
        conclusions: "Начать программу подготовки резерва и собеседования до назначения.",
    },
    AnalysisText {
        direction: 6,
        causes: "Нет графика аттестации, педагоги не знают требований к портфолио.",
        conclusions: "Собрать сетевой семинар для школ с низкой долей, проверить графики аттестации.",
    },
];

/// A measure as it is planned.
pub(super) struct Measure {
    pub(super) kind: ActivityKind,
    pub(super) direction: u32,
    pub(super) title: &'static str,
    /// The indicator by which heads are asked to take part.
    pub(super) about: Option<&'static str>,
    pub(super) others: &'static str,
    pub(super) outcome: &'static str,
    /// Days before the last day known on which it begins.
    pub(super) before: u32,
    /// How long it takes.
    pub(super) days: u32,
    /// In the current year it is yet to be, so many days ahead.
    pub(super) coming: Option<u32>,
}

/// One of each kind.
pub(super) const MEASURES: [Measure; 6] = [
    Measure {
        kind: ActivityKind::Contest,
        direction: 2,
        title: "Муниципальный этап конкурса «Руководитель года», {год}",
        about: Some("2.6"),
        others: "эксперты методического центра",
        outcome: "Участвовали руководители четырёх организаций, двое рекомендованы на региональный этап.",
        before: 48,
        days: 3,
        coming: None,
    },
    Measure {
        kind: ActivityKind::ReserveProgramme,
        direction: 5,
        title: "Программа подготовки кадрового резерва, {год}",
        about: None,
        others: "кандидаты резерва, 12 чел.",
        outcome: "Программу прошли 11 из 12 кандидатов.",
        before: 44,
        days: 20,
        coming: None,
    },
    Measure {
        kind: ActivityKind::AppointmentSystem,
        direction: 5,
        title: "Собеседования с кандидатами на должность руководителя, {год}",
        about: None,
        others: "кандидаты на должность, 4 чел.",
        outcome: "Трое рекомендованы к назначению.",
        before: 4,
        days: 1,
        coming: Some(24),
    },
    Measure {
        kind: ActivityKind::Internship,
        direction: 2,
        title: "Стажировка руководителей на базе гимназии № 4, {год}",
        about: Some("2.3"),
        others: "",
        outcome: "Каждый участник представил план изменений и защитил его.",
        before: 5,
        days: 2,
        coming: Some(95),
    },
    Measure {
        kind: ActivityKind::Network,
        direction: 6,
        title: "Сетевой семинар «Аттестация без ошибок: график и портфолио», {год}",
        about: Some("6.2"),
        others: "заместители директоров, 9 чел.",
        outcome: "Школы обменялись графиками аттестации, к каждой прикреплён наставник.",
        before: 3,
        days: 1,
        coming: None,
    },
    Measure {
        kind: ActivityKind::DevelopmentProgrammes,
        direction: 3,
        title: "Экспертиза программ развития, {год}",
        about: Some("1.4"),
        others: "экспертная группа, 5 чел.",
        outcome: "Две программы возвращены на доработку.",
        before: 33,
        days: 1,
        coming: None,
    },
];
