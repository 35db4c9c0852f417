//! The editions of the small world and its indicators, one for every measure and scoring.

use smotr::domain::catalogue::*;
use smotr::domain::ids::*;
use smotr::domain::people::*;
use smotr::domain::record::{Key, Record};

use super::*;

pub(super) fn catalogue(out: &mut Vec<(Key, Record)>) {
    for (id, number, state) in [
        (EDITION, 1, EditionState::Published),
        (DRAFT_EDITION, 2, EditionState::Draft),
    ] {
        let edition = Edition {
            number,
            title: "Показатели эффективности руководителей".into(),
            act: None,
            adopted: Some(date("2024-08-20")),
            in_force: Some(date("2024-09-01")),
            applies_from: Some(date("2024-09-01")),
            state,
            levels: [
                (95, "очень высокий"),
                (80, "высокий"),
                (70, "достаточный"),
                (60, "пониженный"),
                (0, "низкий"),
            ]
            .into_iter()
            .map(|(from, title)| IndexLevel {
                from: from.into(),
                title: title.into(),
            })
            .collect(),
            completeness: 70.into(),
            min_months: 6,
            based_on: None,
        };
        out.push((Key::Edition(id), Record::Edition(edition)));
    }
    let teachers = BaseQuantity {
        title: "педагоги всего".into(),
        unit: "чел.".into(),
        whole: true,
        retired: false,
    };
    out.push((Key::BaseQuantity(TEACHERS), Record::BaseQuantity(teachers)));
    for (id, code, title, weight) in [
        (CONDITIONS, "1", "Условия", 60),
        (COMPETENCES, "2", "Компетенции", 40),
    ] {
        let direction = Direction {
            code: code.into(),
            title: title.into(),
            short: title.into(),
            weight: weight.into(),
            order: 0,
            retired: false,
        };
        out.push((Key::Direction(EDITION, id), Record::Direction(direction)));
    }
    for (id, indicator) in indicators() {
        out.push((Key::Indicator(EDITION, id), Record::Indicator(indicator)));
    }
}

/// Bands from `(from, points)`; the first one has no lower bound.
fn bands(first: i64, rest: &[(&str, i64)]) -> Scoring {
    let first = Band {
        from: None,
        points: first.into(),
    };
    let rest = rest.iter().map(|(from, points)| Band {
        from: Some(number(from).into()),
        points: (*points).into(),
    });
    Scoring::Bands(std::iter::once(first).chain(rest).collect())
}

fn part(title: &str, base: Option<BaseQuantityId>) -> Part {
    Part {
        title: title.into(),
        base,
        whole: true,
    }
}

fn percent() -> Bounds {
    Bounds {
        hard_min: Some(0.into()),
        hard_max: Some(100.into()),
        ..Bounds::default()
    }
}

/// The indicators; percentages are asked about when they move by more than 20 points.
fn indicators() -> Vec<(IndicatorId, Indicator)> {
    let mut all = wordings();
    for (_, it) in &mut all {
        let counted = matches!(it.measure, Measure::Number { .. } | Measure::Ratio { .. });
        it.jump = (counted && it.unit == "%").then(|| 20.into());
    }
    all
}

fn wordings() -> Vec<(IndicatorId, Indicator)> {
    use SubjectKind::{Municipality, Organisation, Person};
    let percent_of = |above: &str, below: &str, base| Measure::Ratio {
        numerator: part(above, None),
        denominator: part(below, base),
        factor: 100.into(),
    };
    let of = |direction, code: &str, short: &str, level, measure, scoring| Indicator {
        direction,
        code: code.into(),
        title: format!("{short}: полное название"),
        short: short.into(),
        unit: "%".into(),
        level,
        measure,
        scoring,
        weight: 20.into(),
        periodicity: Periodicity::Year,
        roll_up: RollUp::Last,
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
        na_reasons: vec!["нет выпускников".into()],
        wording: Vec::new(),
        origin: Origin::Own,
        origin_note: String::new(),
        retired: false,
        order: 0,
        jump: None,
        instruction: String::new(),
    };
    let whole = Measure::Number { whole: true };
    let any = Measure::Number { whole: false };
    let yes_no = Measure::Choice {
        options: vec!["да".into(), "нет".into()],
    };
    let own = Measure::Benchmark {
        input: Input::Own {
            title: "не достигли минимального уровня, %".into(),
        },
    };
    let change = Measure::Delta {
        input: Input::Indicator(SCORE),
    };
    let per_unit = Scoring::PerUnit {
        start: 3.into(),
        points: (-1).into(),
        floor: (-2).into(),
        cap: 3.into(),
    };
    let expert = Scoring::Direct { max: 12.into() };
    let ratio_bands = bands(0, &[("40", 1), ("60", 2), ("80", 3)]);
    vec![
        (
            RATIO,
            Indicator {
                bounds: Bounds {
                    soft_min: Some(20.into()),
                    ..percent()
                },
                ..of(
                    CONDITIONS,
                    "1.1",
                    "Первая и высшая категория",
                    Organisation,
                    percent_of("имеют категорию", "педагоги всего", Some(TEACHERS)),
                    ratio_bands.clone(),
                )
            },
        ),
        (
            COUNT,
            Indicator {
                unit: "ед.".into(),
                decimals: 0,
                better: Better::Lower,
                bounds: Bounds {
                    hard_min: Some(0.into()),
                    soft_max: Some(10.into()),
                    ..Bounds::default()
                },
                ..of(
                    CONDITIONS,
                    "1.2",
                    "Обоснованные жалобы",
                    Organisation,
                    whole,
                    per_unit,
                )
            },
        ),
        (
            EXPERT,
            Indicator {
                unit: "балл".into(),
                decimals: 0,
                evidence_required: true,
                ..of(
                    CONDITIONS,
                    "1.3",
                    "Программа развития",
                    Organisation,
                    any.clone(),
                    expert,
                )
            },
        ),
        (
            CHOICE,
            Indicator {
                unit: "да/нет".into(),
                decimals: 0,
                ..of(
                    COMPETENCES,
                    "2.1",
                    "Обучение управлению",
                    Person,
                    yes_no,
                    Scoring::Options(vec![3.into(), 0.into()]),
                )
            },
        ),
        (
            SCORE,
            Indicator {
                bounds: percent(),
                ..of(
                    COMPETENCES,
                    "2.2",
                    "Диагностика",
                    Person,
                    any,
                    Scoring::Relative,
                )
            },
        ),
        (
            DELTA,
            Indicator {
                unit: "п.п.".into(),
                ..of(
                    COMPETENCES,
                    "2.3",
                    "Рост диагностики",
                    Person,
                    change,
                    bands(0, &[("0", 1), ("5", 2), ("10", 3)]),
                )
            },
        ),
        (
            BENCHMARK,
            Indicator {
                better: Better::Lower,
                kinds: vec![OrganisationKind::School],
                bounds: percent(),
                ..of(
                    CONDITIONS,
                    "1.4",
                    "К региону",
                    Organisation,
                    own,
                    bands(2, &[("0.95", 1), ("1.05", 0)]),
                )
            },
        ),
        (
            MUNICIPAL,
            Indicator {
                note: NoteRule::Always,
                bounds: percent(),
                ..of(
                    CONDITIONS,
                    "1.5",
                    "Назначены из резерва",
                    Municipality,
                    percent_of("назначены из резерва", "назначены всего", None),
                    ratio_bands.clone(),
                )
            },
        ),
        (
            RETIRED,
            Indicator {
                retired: true,
                ..of(
                    CONDITIONS,
                    "1.6",
                    "Больше не собирается",
                    Organisation,
                    percent_of("есть", "всего", None),
                    ratio_bands,
                )
            },
        ),
    ]
}
