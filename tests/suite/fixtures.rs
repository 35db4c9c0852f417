//! The files that the program comes with, and the TOML that people edit: counts, scales, references, faults with their line.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use smotr::domain::catalogue::{Better, Measure, Scoring};
use smotr::domain::evidence::Stage;
use smotr::domain::ids::IndicatorId;
use smotr::exchange::toml::{CATALOGUE, Catalogue, Cycle, Problem, Wanted};
use smotr::locale::{Lang, Locale};
use unicode_width::UnicodeWidthStr;

fn shipped() -> (Catalogue, Cycle) {
    let catalogue = Catalogue::shipped().unwrap();
    let cycle = Cycle::shipped(&catalogue.directions).unwrap();
    (catalogue, cycle)
}

#[test]
fn the_catalogue_has_six_directions_of_six_indicators_with_weights_of_a_hundred() {
    let (catalogue, _) = shipped();
    assert_eq!(catalogue.directions.len(), 6);
    for (id, direction) in &catalogue.directions {
        let own: Vec<_> = catalogue
            .indicators
            .iter()
            .filter(|(_, it)| it.direction == *id)
            .collect();
        let codes: Vec<_> = own.iter().map(|(_, it)| it.code.clone()).collect();
        let expected: Vec<_> = (1..=6).map(|n| format!("{}.{n}", direction.code)).collect();
        assert_eq!(codes, expected);
        assert_eq!(
            own.iter().map(|(_, it)| it.weight).sum::<Decimal>(),
            Decimal::from(100)
        );
    }
    let weights: Decimal = catalogue.directions.iter().map(|(_, it)| it.weight).sum();
    assert_eq!(weights, Decimal::from(100));
}

#[test]
fn scales_go_in_the_better_direction_and_begin_where_values_can() {
    let (catalogue, _) = shipped();
    for (_, it) in &catalogue.indicators {
        match &it.scoring {
            Scoring::Bands(bands) => {
                let points: Vec<_> = bands.iter().map(|band| band.points).collect();
                let rising = points.windows(2).all(|pair| pair[0] < pair[1]);
                let falling = points.windows(2).all(|pair| pair[0] > pair[1]);
                assert!(
                    if it.better == Better::Higher {
                        rising
                    } else {
                        falling
                    },
                    "{}: {points:?}",
                    it.code
                );
                let delta = matches!(it.measure, Measure::Delta { .. });
                let first = if delta { None } else { Some(Decimal::ZERO) };
                assert_eq!(bands[0].from, first, "{}", it.code);
            }
            Scoring::Options(points) => {
                let Measure::Choice { options } = &it.measure else {
                    panic!("{}", it.code)
                };
                assert_eq!(points.len(), options.len(), "{}", it.code);
            }
            other => panic!("{}: {other:?}", it.code),
        }
    }
}

#[test]
fn what_must_not_be_cut_on_the_screen_is_short() {
    let (catalogue, _) = shipped();
    let directions = catalogue.directions.iter().map(|(_, it)| (&it.short, 16));
    let indicators = catalogue.indicators.iter().map(|(_, it)| (&it.short, 28));
    for (short, limit) in directions.chain(indicators) {
        assert!(
            short.width() <= limit,
            "«{short}» takes {} columns",
            short.width()
        );
    }
}

#[test]
fn every_indicator_says_what_to_advise_and_why_it_may_not_apply() {
    let (catalogue, _) = shipped();
    let places = ["{значение}", "{порог}", "{не хватает}"];
    for (_, it) in &catalogue.indicators {
        assert!((2..=4).contains(&it.na_reasons.len()), "{}", it.code);
        assert!(!it.method.is_empty() && !it.source.is_empty() && !it.origin_note.is_empty());
        let points: Vec<Decimal> = match &it.scoring {
            Scoring::Bands(bands) => bands.iter().map(|band| band.points).collect(),
            Scoring::Options(points) => points.clone(),
            _ => Vec::new(),
        };
        let best = points.iter().max().unwrap();
        let low: BTreeSet<_> = points.iter().filter(|it| *it != best).collect();
        assert_eq!(
            it.wording
                .iter()
                .map(|it| &it.points)
                .collect::<BTreeSet<_>>(),
            low,
            "{}",
            it.code
        );
        for wording in &it.wording {
            let rest = places
                .iter()
                .fold(wording.text.clone(), |text, place| text.replace(place, ""));
            assert!(!rest.contains(['{', '}']), "{}: {}", it.code, wording.text);
            // «2 ед.» and a full stop would make two of them.
            assert!(
                !wording.text.contains("}."),
                "{}: {}",
                it.code,
                wording.text
            );
        }
    }
}

#[test]
fn section_2_1_has_its_documents_requirements_and_citations() {
    let (_, cycle) = shipped();
    assert_eq!(
        (
            cycle.documents.len(),
            cycle.requirements.len(),
            cycle.citations.len()
        ),
        (12, 32, 35)
    );
    let mut by_document = BTreeMap::new();
    for (_, it) in &cycle.citations {
        *by_document.entry(it.document.0).or_insert(0) += 1;
    }
    assert_eq!(
        by_document.into_values().collect::<Vec<_>>(),
        [2, 6, 3, 6, 10, 1, 1, 1, 2, 1, 1, 1]
    );
    let proven: BTreeSet<_> = cycle
        .citations
        .iter()
        .map(|(_, it)| it.requirement)
        .collect();
    assert_eq!(
        cycle
            .requirements
            .iter()
            .filter(|(id, _)| !proven.contains(id))
            .count(),
        6
    );
    let stages = |stage| {
        cycle
            .requirements
            .iter()
            .filter(|(_, it)| it.stage == stage)
            .count()
    };
    let counts = [
        (Stage::Goals, 5),
        (Stage::Indicators, 5),
        (Stage::Methods, 1),
        (Stage::Monitoring, 5),
        (Stage::Analysis, 5),
        (Stage::Recommendations, 3),
        (Stage::Measures, 6),
        (Stage::Decisions, 1),
        (Stage::Effectiveness, 1),
    ];
    for (stage, count) in counts {
        assert_eq!(stages(stage), count, "{stage:?}");
    }
    let incomplete: Vec<_> = cycle
        .documents
        .iter()
        .filter(|(_, it)| it.is_incomplete())
        .map(|(id, _)| id.0)
        .collect();
    assert_eq!(incomplete, [6, 8, 9, 11, 12]);
}

#[test]
fn the_shipped_catalogue_is_written_as_it_stands_in_the_file() {
    let (catalogue, _) = shipped();
    similar(&catalogue.write(), CATALOGUE.1);
}

/// The first line that differs says more than two files.
fn similar(written: &str, file: &str) {
    for (n, (a, b)) in written.lines().zip(file.lines()).enumerate() {
        assert_eq!(a, b, "line {}", n + 1);
    }
    assert_eq!(written.len(), file.len());
}

#[test]
fn what_is_written_is_read_back_equal() {
    let (catalogue, cycle) = shipped();
    assert_eq!(Catalogue::read("a", &catalogue.write()).unwrap(), catalogue);
    let again = Cycle::read(
        "a",
        &cycle.write(&catalogue.directions),
        &catalogue.directions,
    );
    assert_eq!(again.unwrap(), cycle);
}

/// A catalogue with everything that the 36 do not use.
const UNUSUAL: &str = r#"
[edition]
number = 2
title = "Проект"
state = "draft"
completeness = 62.5
min_months = 3

[edition.act]
kind = "order"
issuer = "управления"
level = "municipal"
date = 2026-08-20
number = "11/2-п"
title = "Об утверждении \"показателей\""
repealed = { by = "приказ № 4", on = 2026-12-01 }

[[directions]]
code = "А"
title = "Всё"
short = "Всё"
weight = 0.5

[[base_quantities]]
title = "ставки"
unit = "ст."
whole = false

[[indicators]]
code = "А.1"
title = "За каждый случай"
short = "Случаи"
direction = "А"
level = "person"
unit = "ед."
decimals = 0
better = "lower"
weight = 10
periodicity = "as_it_happens"
roll_up = "mean"
measured_on = "29.02"
responsible = "отдел"
note = "always"
kinds = ["lyceum", "kindergarten"]
origin = "own"
retired = true
measure = { kind = "number" }
scoring = { kind = "per_unit", start = 3, points = -1, floor = -2, cap = 3 }

[[indicators]]
code = "А.2"
title = "Эксперт"
short = "Эксперт"
direction = "А"
level = "municipality"
unit = ""
decimals = 2
better = "higher"
weight = 10
periodicity = "year"
roll_up = "sum"
origin = "own"
measure = { kind = "ratio", numerator = { base = "ставки" }, denominator = { title = "своё", base = "ставки", whole = true }, factor = 1 }
scoring = { kind = "direct", max = 12 }

[[indicators]]
code = "А.3"
title = "К лучшему"
short = "К лучшему"
direction = "А"
level = "organisation"
unit = ""
decimals = 2
better = "higher"
weight = 80
periodicity = "year"
roll_up = "sum"
origin = "own"
measure = { kind = "benchmark", indicator = "А.2" }
scoring = { kind = "relative" }
"#;

#[test]
fn every_kind_of_measure_and_scale_can_be_written_and_read() {
    let catalogue = Catalogue::read("а.toml", UNUSUAL).unwrap();
    assert_eq!(Catalogue::read("b", &catalogue.write()).unwrap(), catalogue);
    assert_eq!(
        catalogue.act.as_ref().unwrap().title,
        "Об утверждении \"показателей\""
    );
    let (_, third) = &catalogue.indicators[2];
    assert_eq!(third.measure.computed_from(), Some(IndicatorId(2)));
}

/// The fault that a change of one line of [`UNUSUAL`] makes: line, field, problem.
fn fault(from: &str, to: &str) -> (usize, String, Problem) {
    let at = UNUSUAL.find(from).unwrap();
    let text = UNUSUAL.replacen(from, to, 1);
    let error = Catalogue::read("а.toml", &text).unwrap_err();
    if error.problem != Problem::Missing {
        assert_eq!(
            error.line,
            UNUSUAL[..at].matches('\n').count() + 1,
            "{from} → {to}"
        );
    }
    assert_eq!(error.file, "а.toml");
    (error.line, error.field, error.problem)
}

#[test]
fn a_fault_names_its_field_and_line() {
    let expected = |wanted| Problem::Expected(wanted);
    let cases = [
        (
            "min_months = 3",
            "min_month = 3",
            "edition: min_months",
            Problem::Missing,
        ),
        (
            "title = \"Проект\"",
            "tilte = \"Проект\"",
            "edition: title",
            Problem::Missing,
        ),
        (
            "unit = \"ст.\"",
            "units = \"ст.\"",
            "base_quantities ставки: units",
            Problem::Unknown,
        ),
        (
            "weight = 10",
            "weight = 0",
            "indicators А.1: weight",
            expected(Wanted::Positive),
        ),
        (
            "weight = 10",
            "weight = \"10\"",
            "indicators А.1: weight",
            expected(Wanted::Number),
        ),
        (
            "29.02",
            "30.02",
            "indicators А.1: measured_on",
            expected(Wanted::DayMonth),
        ),
        (
            "2026-08-20",
            "\"20.08.2026\"",
            "edition: act: date",
            expected(Wanted::Date),
        ),
        (
            "retired = true",
            "retired = 1",
            "indicators А.1: retired",
            expected(Wanted::Truth),
        ),
        (
            "short = \"Случаи\"",
            "short = \"\"",
            "indicators А.1: short",
            expected(Wanted::Words),
        ),
        (
            "min_months = 3",
            "min_months = 3.5",
            "edition: min_months",
            expected(Wanted::Whole),
        ),
        (
            "\"отдел\"",
            "\"от\\u0007дел\"",
            "indicators А.1: responsible",
            Problem::Unprintable,
        ),
        (
            "code = \"А.2\"",
            "code = \"А.1\"",
            "indicators А.1: code",
            Problem::Duplicate {
                given: "А.1".to_owned(),
            },
        ),
        (
            "better = \"lower\"",
            "better = \"меньше\"",
            "indicators А.1: better",
            Problem::NotOneOf {
                given: "меньше".to_owned(),
                names: vec!["higher".to_owned(), "lower".to_owned()],
            },
        ),
    ];
    for (from, to, field, problem) in cases {
        let (_, found_field, found) = fault(from, to);
        assert_eq!(
            (found_field.as_str(), found),
            (field, problem),
            "{from} → {to}"
        );
    }
}

#[test]
fn a_name_that_leads_nowhere_is_a_fault() {
    let (_, field, problem) = fault("indicator = \"А.2\"", "indicator = \"А.9\"");
    assert_eq!(field, "indicators А.3: measure: indicator");
    assert_eq!(
        problem,
        Problem::Unresolved {
            given: "А.9".to_owned()
        }
    );
    let (_, field, _) = fault("{ base = \"ставки\" }", "{ base = \"ставка\" }");
    assert_eq!(field, "indicators А.2: measure: numerator: base");
}

#[test]
fn a_scale_that_does_not_rise_is_a_fault() {
    let bands = "{ kind = \"bands\", bands = [{ points = 0 }, { from = 5, points = 1 }, { from = 5, points = 2 }] }";
    let (_, field, problem) = fault(
        "{ kind = \"per_unit\", start = 3, points = -1, floor = -2, cap = 3 }",
        bands,
    );
    assert_eq!(
        (field.as_str(), problem),
        ("indicators А.1: scoring: bands: from", Problem::Scale)
    );
}

#[test]
fn a_file_that_is_not_toml_says_where() {
    let (line, _, problem) = fault("state = \"draft\"", "state = draft");
    assert_eq!(line, 5);
    assert!(matches!(problem, Problem::Syntax(_)), "{problem:?}");
}

#[test]
fn a_fault_is_a_sentence_in_both_languages() {
    let text = UNUSUAL.replacen("better = \"lower\"", "better = \"меньше\"", 1);
    let error = Catalogue::read("каталог.toml", &text).unwrap_err();
    assert_eq!(
        error.say(&Locale::new(Lang::Ru)),
        "каталог.toml, строка 37: в поле «indicators А.1: better» стоит «меньше». Возможны: higher, lower."
    );
    assert!(
        error
            .say(&Locale::new(Lang::En))
            .starts_with("каталог.toml, line 37: ")
    );
}
