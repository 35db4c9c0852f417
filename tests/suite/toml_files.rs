//! The TOML that people edit: every kind of measure and scale, and faults that name their file, line and field.

use smotr::domain::ids::IndicatorId;
use smotr::domain::number::Edge;
use smotr::exchange::toml::{Catalogue, Problem, Wanted};
use smotr::locale::{Lang, Locale};

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

#[test]
fn what_is_retired_is_named_by_its_number_and_read_by_its_code_too() {
    let named = |name: &str| {
        let text = UNUSUAL.replacen("indicator = \"А.2\"", &format!("indicator = \"{name}\""), 1);
        Catalogue::read("а.toml", &text)
    };
    let catalogue = named("А.1").unwrap();
    let written = catalogue.write();
    assert!(written.contains("indicator = \"А.1 № 1\""), "{written}");
    assert_eq!(named("А.1 № 1").unwrap(), catalogue);
    // The code is in use again: it names what is in use, and the other one only by its number.
    let again = written.replace("code = \"А.2\"", "code = \"А.1\"");
    let input = |text: &str| {
        let read = Catalogue::read("а.toml", text).unwrap();
        read.indicators[2].1.measure.computed_from()
    };
    assert_eq!(input(&again), Some(IndicatorId(1)));
    assert_eq!(
        input(&again.replace("А.1 № 1", "А.1")),
        Some(IndicatorId(2))
    );
}

/// The fault that a change of one line of [`UNUSUAL`] makes: line, field, problem.
fn fault(from: &str, to: &str) -> (usize, String, Problem) {
    // Of what is retired nothing is asked.
    let in_use = UNUSUAL.replacen("retired = true", "retired = false", 1);
    let at = in_use.find(from).unwrap();
    let text = in_use.replacen(from, to, 1);
    let error = Catalogue::read("а.toml", &text).unwrap_err();
    if error.problem != Problem::Missing {
        assert_eq!(
            error.line,
            in_use[..at].matches('\n').count() + 1,
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
            "retired = false",
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

const PER_UNIT: &str = "{ kind = \"per_unit\", start = 3, points = -1, floor = -2, cap = 3 }";

#[test]
fn a_band_begins_at_a_value_or_above_it() {
    let bands = "{ kind = \"bands\", bands = [{ points = 2 }, { from = 1, points = 1 }, { above = 1, points = 0 }] }";
    let text = UNUSUAL.replacen(PER_UNIT, bands, 1);
    let catalogue = Catalogue::read("а.toml", &text).unwrap();
    let edges = [Edge::at(1.into()), Edge::above(1.into())];
    assert_eq!(catalogue.indicators[0].1.scoring.edges(), edges);
    let written = catalogue.write();
    assert!(written.contains("{ above = 1, points = 0 }"), "{written}");
    assert_eq!(Catalogue::read("б.toml", &written).unwrap(), catalogue);

    let both = bands.replace("{ above = 1,", "{ from = 1, above = 1,");
    let (_, field, problem) = fault(PER_UNIT, &both);
    assert_eq!(
        (field.as_str(), problem),
        ("indicators А.1: scoring: bands: above", Problem::TwoEdges)
    );
    let falling = bands.replace("{ from = 1,", "{ above = 2,");
    let (_, field, problem) = fault(PER_UNIT, &falling);
    assert_eq!(
        (field.as_str(), problem),
        ("indicators А.1: scoring: bands: above", Problem::Scale)
    );
}

#[test]
fn a_file_that_is_not_toml_says_where() {
    let (line, _, problem) = fault("state = \"draft\"", "state = draft");
    assert_eq!(line, 5);
    assert!(
        matches!(problem, Problem::Syntax { column: 9, .. }),
        "{problem:?}"
    );
}

/// Whatever a hand may do to a line: place and reason in the person's words, none of the reader's own.
#[test]
fn what_is_no_toml_is_told_in_words_of_ours() {
    let cases = [
        ("a = да", 5, "значение не читается"),
        ("a = «да»", 5, "значение не читается"),
        ("a = 5 %", 5, "значение не читается"),
        ("a =", 4, "значение не читается"),
        ("a = tru", 5, "true и false"),
        ("a = 3,5", 6, "дробное число пишется через точку"),
        ("a = \"x\" \"y\"", 9, "за значением стоит лишнее"),
        ("a = \"x\nb = 1", 7, "кавычки"),
        ("a = 'x", 7, "кавычки"),
        ("a = \"\"\"x", 9, "кавычки"),
        ("a = \"\u{7}\"", 6, "непечатаемый знак"),
        ("# \u{7}", 3, "непечатаемый знак"),
        ("a = \"\\q\"", 7, "косой черты"),
        ("a = \"\\u12\"", 10, "косой черты"),
        ("a 1", 3, "нужны знак = и одно значение"),
        ("a: 1", 4, "нужны знак = и одно значение"),
        ("a == 1", 4, "нужны знак = и одно значение"),
        ("вес = 1", 1, "латинскими буквами"),
        ("= 1", 1, "латинскими буквами"),
        ("[t\nb = 1", 3, "скобки"),
        ("]", 1, "скобки"),
        ("a = [1", 7, "скобки"),
        ("a = {b = 1 c = 2}", 14, "запятая"),
        ("a = [1,,2]", 8, "запятая"),
        ("a = {b = 1,, c = 2}", 12, "запятая"),
        ("a = 01", 5, "число или дата"),
        ("a = 1__0", 6, "число или дата"),
        ("a = 0x1G", 8, "число или дата"),
        ("a = 2026-13-40", 5, "число или дата"),
        ("a = 20.08.2026", 10, "число или дата"),
        ("a = 1\na.b = 2", 1, "уже есть"),
    ];
    let (ru, en) = (Locale::new(Lang::Ru), Locale::new(Lang::En));
    for (text, column, says) in cases {
        let error = Catalogue::read("а.toml", text).unwrap_err();
        let said = error.say(&ru);
        assert!(said.contains(says), "{text:?}: {said}");
        let Problem::Syntax {
            said: english,
            column: found,
        } = &error.problem
        else {
            panic!("{text:?}: {error:?}");
        };
        assert_eq!(*found, column, "{text:?}");
        assert!(said.contains(&format!("знак {column}:")), "{said}");
        assert!(!said.contains(english.as_str()), "{said}");
        assert!(
            error.say(&en).contains(&format!("character {column}:")),
            "{text:?}"
        );
    }
    let deep = format!("a = {}1", "[".repeat(500));
    let said = Catalogue::read("а.toml", &deep).unwrap_err().say(&ru);
    assert!(said.contains("скобок внутри скобок"), "{said}");
}

#[test]
fn a_field_that_stands_twice_is_named() {
    for text in [
        "[edition]\nnumber = 1\nnumber = 2",
        "number = 1\n\nnumber = 2",
    ] {
        let error = Catalogue::read("а.toml", text).unwrap_err();
        assert_eq!((error.line, error.field.as_str()), (3, "number"));
        assert_eq!(
            error.say(&Locale::new(Lang::Ru)),
            "а.toml, строка 3: поле «number» в этой таблице уже есть. Оставьте одно."
        );
    }
}

#[test]
fn a_newer_format_says_both() {
    let text = format!("format = 9\n{UNUSUAL}");
    let error = Catalogue::read("а.toml", &text).unwrap_err();
    assert_eq!(error.line, 1);
    assert_eq!(
        error.say(&Locale::new(Lang::Ru)),
        "а.toml, строка 1: формат 9 новее, чем знает эта версия (1). Обновите программу."
    );
}

#[test]
fn a_fault_is_a_sentence_in_both_languages() {
    let text = UNUSUAL.replacen("better = \"lower\"", "better = \"меньше\"", 1);
    let error = Catalogue::read("каталог.toml", &text).unwrap_err();
    assert_eq!(
        error.say(&Locale::new(Lang::Ru)),
        "каталог.toml, строка 37: в поле «indicators А.1: better» стоит «меньше», а возможны higher, lower."
    );
    assert!(
        error
            .say(&Locale::new(Lang::En))
            .starts_with("каталог.toml, line 37: ")
    );
}
