//! Every way to measure and to score, through the sheets and back.

use rust_decimal::Decimal;
use smotr::domain::catalogue::*;
use smotr::domain::evidence::*;
use smotr::domain::ids::*;
use smotr::domain::people::OrganisationKind;
use smotr::exchange::catalogue_book::sheets;
use smotr::exchange::toml::Catalogue;

use super::back;

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn band(from: Option<&str>, points: &str) -> Band {
    let (from, points) = (from.map(crate::support::measured::edge), d(points));
    Band { from, points }
}

/// An indicator with nothing usual left in it.
fn unusual(code: &str, measure: Measure, scoring: Scoring) -> Indicator {
    Indicator {
        direction: DirectionId(2),
        code: code.into(),
        title: format!("=Показатель «{code}»\nво второй строке"),
        short: format!("+{code}"),
        unit: "1/2".into(),
        level: SubjectKind::Municipality,
        measure,
        scoring,
        weight: d("0.125"),
        periodicity: Periodicity::AsItHappens,
        roll_up: RollUp::Mean,
        measured_on: Some((2, 29)),
        bounds: Bounds {
            hard_min: Some(d("-1000000.5")),
            hard_max: Some(d("1000000")),
            soft_min: Some(d("0")),
            soft_max: Some(d("99.999")),
        },
        decimals: 3,
        better: Better::Lower,
        source: "@источник".into(),
        method: "-методика\nв две строки".into(),
        responsible: "01.02".into(),
        note: NoteRule::Always,
        evidence_required: true,
        kinds: vec![OrganisationKind::Kindergarten, OrganisationKind::Other],
        na_reasons: vec!["нет 11 классов".into(), "2026".into()],
        wording: vec![Wording {
            points: d("-1.5"),
            text: "Довести {значение} до {порог}".into(),
        }],
        origin: Origin::Adapted,
        origin_note: "стр. 5".into(),
        retired: true,
        order: 0,
        jump: Some(d("12.5")),
        instruction: "сверить с ОО-1".into(),
    }
}

fn part(title: &str, base: Option<u32>, whole: bool) -> Part {
    Part {
        title: title.into(),
        base: base.map(BaseQuantityId),
        whole,
    }
}

/// The supplied catalogue with these indicators after its own.
fn with(added: Vec<(Measure, Scoring)>) -> Catalogue {
    let mut catalogue = Catalogue::shipped().unwrap();
    let before = catalogue.indicators.iter();
    let mut order = before.filter(|it| it.1.direction == DirectionId(2)).count();
    for (n, (measure, scoring)) in (100..).zip(added) {
        order += 1;
        let mut it = unusual(&format!("2.{n}"), measure, scoring);
        it.order = u32::try_from(order).unwrap();
        catalogue.indicators.push((IndicatorId(n), it));
    }
    catalogue
}

#[test]
fn every_way_to_measure_and_to_score_comes_back() {
    let number = Measure::Number { whole: true };
    let share = Measure::Ratio {
        numerator: part("имеют категорию", None, true),
        denominator: part("педагоги по списку", Some(1), false),
        factor: d("100"),
    };
    let choice = Measure::Choice {
        options: vec!["да".into(), "нет".into(), "1-5".into()],
    };
    let per_unit = Scoring::PerUnit {
        start: d("3"),
        points: d("-0.5"),
        floor: d("-2"),
        cap: d("3"),
    };
    let catalogue = with(vec![
        (
            number.clone(),
            Scoring::Bands(vec![
                band(None, "0"),
                band(Some("1"), "1"),
                band(Some("6"), "2.5"),
            ]),
        ),
        (
            share.clone(),
            Scoring::Bands(vec![band(None, "0"), band(Some("59.95"), "-3")]),
        ),
        // What no act would print: a lowest end above the least value, an end between whole numbers, one band.
        (
            number.clone(),
            Scoring::Bands(vec![band(Some("0.5"), "1"), band(Some("0.75"), "2")]),
        ),
        (number.clone(), Scoring::Bands(vec![band(None, "1")])),
        (
            number.clone(),
            Scoring::Bands(vec![band(Some("-1000000.5"), "1")]),
        ),
        (
            choice.clone(),
            Scoring::Options(vec![d("3"), d("0"), d("1.5")]),
        ),
        (choice.clone(), Scoring::Direct { max: d("10") }),
        (choice, Scoring::Relative),
        (number.clone(), per_unit),
        (
            Measure::Number { whole: false },
            Scoring::Direct { max: d("5") },
        ),
        (share, Scoring::Relative),
        (
            number,
            Scoring::Printed(vec![
                PrintedBand {
                    values: "0-39".into(),
                    points: d("0"),
                },
                PrintedBand {
                    values: "свыше сорока".into(),
                    points: d("1"),
                },
            ]),
        ),
        (
            Measure::Delta {
                input: Input::Indicator(IndicatorId(1)),
            },
            Scoring::Bands(vec![band(None, "0"), band(Some("-0.5"), "1")]),
        ),
        (
            Measure::Delta {
                input: Input::Own {
                    title: "качество знаний, %".into(),
                },
            },
            Scoring::Bands(vec![band(None, "0"), band(Some("0"), "1")]),
        ),
        (
            Measure::Benchmark {
                input: Input::Indicator(IndicatorId(100)),
            },
            Scoring::Relative,
        ),
        (
            Measure::Benchmark {
                input: Input::Own {
                    title: "зарплата".into(),
                },
            },
            Scoring::Bands(vec![band(None, "0"), band(Some("1"), "1")]),
        ),
    ]);
    assert_eq!(back(&catalogue), catalogue);
    // The same through the other file.
    let text = catalogue.write();
    assert_eq!(Catalogue::read("к.toml", &text).unwrap(), catalogue);
}

#[test]
fn every_roll_up_period_note_and_origin_comes_back() {
    let mut catalogue = Catalogue::shipped().unwrap();
    let levels = [SubjectKind::Organisation, SubjectKind::Person];
    let periods = [
        Periodicity::Year,
        Periodicity::HalfYear,
        Periodicity::Quarter,
        Periodicity::AsItHappens,
    ];
    let rolls = [RollUp::Sum, RollUp::Last, RollUp::Mean, RollUp::FromParts];
    let notes = [NoteRule::Free, NoteRule::AtZero, NoteRule::Always];
    let origins = [Origin::Found, Origin::Adapted, Origin::Own];
    for (n, (_, it)) in catalogue.indicators.iter_mut().enumerate() {
        it.level = levels[n % 2];
        it.periodicity = periods[n % 4];
        it.roll_up = rolls[(n / 2) % 4];
        it.note = notes[n % 3];
        it.origin = origins[(n / 3) % 3];
        it.retired = n % 5 == 0;
    }
    catalogue.directions[2].1.retired = true;
    catalogue.base_quantities[1].1.retired = true;
    assert_eq!(back(&catalogue), catalogue);
}

#[test]
fn the_act_of_an_edition_comes_back() {
    let mut catalogue = Catalogue::shipped().unwrap();
    let day = |text: &str| text.parse().ok();
    catalogue.edition.adopted = day("2026-01-31");
    catalogue.edition.in_force = None;
    let act = Document {
        kind: DocumentKind::Resolution,
        issuer: "Управление образования".into(),
        level: DocumentLevel::Municipal,
        date: day("2026-01-30"),
        number: "12.05".into(),
        title: "=Об утверждении".into(),
        redaction: day("2026-02-01"),
        status: DocumentStatus::Repealed {
            by: "приказом 570-адм".into(),
            on: day("2026-03-01"),
        },
        link: "https://example.org".into(),
    };
    let bare = Document {
        issuer: String::new(),
        date: None,
        number: String::new(),
        title: String::new(),
        redaction: None,
        status: DocumentStatus::InForce,
        link: String::new(),
        ..act.clone()
    };
    let repealed = Document {
        status: DocumentStatus::Repealed {
            by: String::new(),
            on: None,
        },
        ..bare.clone()
    };
    for act in [act, bare, repealed] {
        catalogue.act = Some(act);
        assert_eq!(back(&catalogue), catalogue);
    }
}

/// The sheet of scales as a methodist sees it.
#[test]
fn scales_stand_as_acts_print_them() {
    let sheets = sheets(&Catalogue::shipped().unwrap());
    let scales = sheets.iter().find(|it| it.name == "Шкалы").unwrap();
    let text: Vec<String> = (scales.rows.iter().take(12))
        .map(|row| {
            let cells: Vec<String> = row.iter().map(ToString::to_string).collect();
            cells.join(" | ")
        })
        .collect();
    insta::assert_snapshot!("scales", text.join("\n"));
}
