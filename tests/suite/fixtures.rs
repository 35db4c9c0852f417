//! The files that the program comes with: counts, scales, advice, and that they are written as they are read.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use smotr::domain::catalogue::{Better, Measure, Scoring};
use smotr::domain::evidence::Stage;
use smotr::exchange::toml::{CATALOGUE, Catalogue, Cycle};
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
                assert_eq!(bands[0].from.map(|it| it.at), first, "{}", it.code);
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
