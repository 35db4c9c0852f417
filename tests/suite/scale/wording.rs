//! How it reads: every defect, every line that cannot be read, every way that a formula points, in both languages.

use smotr::domain::catalogue::{Input, Measure};
use smotr::domain::scale::direction::{direction, swapped};
use smotr::domain::scale::{Direction, Driver, Interval, Misfit, Swapped, Trend, defects};
use smotr::domain::state::State;
use smotr::locale::{Lang, Locale, Narrator};

use super::*;
use crate::support::measured::{bands, indicator};

/// Tables that have every defect between them.
fn found() -> Vec<Defect> {
    let within = |min: Option<i64>, max: Option<i64>| Values {
        min: min.map(Decimal::from),
        max: max.map(Decimal::from),
        ..share()
    };
    let tables = [
        (
            above(),
            Better::Higher,
            "0 → 0 / 0,1–5 → 1 / 6–10 → 2 / 11–15 → 3 / >15 → 4",
        ),
        (above(), Better::Lower, ">1 → 0 / =1 → 1 / <1 → 2"),
        (above(), Better::Higher, "от 60 до 95 → 0 / 95–100 → 5"),
        (share(), Better::Higher, "до 3 → 3 / до 5 → 2 / свыше 5 → 0"),
        (share(), Better::Lower, "до 40 → 0 / 40–100 → 1"),
        (
            share(),
            Better::Higher,
            "до 40 → 0 / от 40 до 60 → 2 / 60 и выше → 1",
        ),
        (
            share(),
            Better::Lower,
            "до 40 → 2 / от 40 до 60 → 0 / 60 и выше → 1",
        ),
        (
            share(),
            Better::Higher,
            "до 40 → -1 / 60–40 / (70;70) → 0 / свыше 60 → -0,5",
        ),
        (share(), Better::Higher, "любое → 0"),
        (share(), Better::Higher, "до 100 → 1 / свыше 100 → 2"),
        (within(Some(0), None), Better::Higher, "до 0 → 0 / от 0 → 1"),
        (
            within(None, Some(5)),
            Better::Higher,
            "до 5 → 1 / свыше 5 → 2",
        ),
    ];
    let mut out: Vec<Defect> = vec![Defect::NoRow];
    for (values, better, text) in tables {
        out.extend(defects(&Table {
            better,
            ..table(values, text)
        }));
    }
    for line in [
        "",
        "около 40",
        "от 40 до",
        "40–59–80",
        "от 40 от 60",
        "[0;50",
        "1,5,2",
        "1234567890123456",
    ] {
        out.push(Defect::Unreadable {
            row: 2,
            why: Interval::read(line).unwrap_err(),
        });
    }
    out
}

fn misfits() -> Vec<Misfit> {
    let n = |it: i64| Decimal::from(it);
    vec![
        Misfit::WrongMeasure,
        Misfit::OptionCount {
            options: 3,
            points: 2,
        },
        Misfit::NeverMoves { points: n(2) },
        Misfit::YesNoAgainst {
            better: Better::Higher,
        },
        Misfit::YesNoAgainst {
            better: Better::Lower,
        },
        Misfit::NothingToGain { most: n(0) },
        Misfit::FloorAboveCap {
            floor: n(5),
            cap: n(3),
        },
        Misfit::StartOutside {
            start: n(9),
            floor: n(-2),
            cap: n(5),
        },
        Misfit::PointsAgainst {
            better: Better::Higher,
        },
        Misfit::PointsAgainst {
            better: Better::Lower,
        },
        Misfit::CapOutOfReach {
            cap: n(10),
            reached: dec("2,5"),
        },
        Misfit::DirectBounds {
            max: n(12),
            hard_max: n(10),
        },
        Misfit::BestMayBeZero,
        Misfit::BelowZeroIsZero,
    ]
}

/// The formulas of docs.cntd.ru/430574746 and sverdlovsk-gov.ru/doc/36512, and all that can be said of others.
fn formulas(say: &Narrator<'_>) -> Vec<String> {
    let part = |title: &str| smotr::domain::catalogue::Part {
        title: title.into(),
        base: None,
        whole: false,
    };
    let ratio = |above: &str, below: &str| Measure::Ratio {
        numerator: part(above),
        denominator: part(below),
        factor: Decimal::ONE_HUNDRED,
    };
    let own = || Input::Own {
        title: "качество знаний".into(),
    };
    let (rising, falling) = (
        bands(&[("-", "0"), ("100", "1"), ("105", "2")]),
        bands(&[("-", "2"), ("1", "1"), ("1.05", "0")]),
    );
    let mut out = Vec::new();
    for (measure, scoring, better) in [
        (
            ratio("стоимость на начало периода", "стоимость на конец периода"),
            &rising,
            Better::Higher,
        ),
        (
            ratio(
                "число детей, прошлый период",
                "число детей, отчётный период",
            ),
            &falling,
            Better::Lower,
        ),
        (
            ratio("имеют категорию", "педагоги всего"),
            &falling,
            Better::Higher,
        ),
        (
            ratio("не преодолели порог", "участники"),
            &rising,
            Better::Lower,
        ),
        (Measure::Delta { input: own() }, &rising, Better::Higher),
        (Measure::Benchmark { input: own() }, &falling, Better::Lower),
        (Measure::Number { whole: true }, &falling, Better::Lower),
    ] {
        let it = Indicator {
            better,
            ..indicator(1, measure, scoring.clone())
        };
        out.extend(direction(&it).map(|it| say.pointing(&it)));
        out.extend(swapped(&it).map(|it| say.swapped(&it)));
    }
    for points in [Trend::Stays, Trend::Varies] {
        let it = Direction {
            driver: Driver::Numerator,
            figure: points,
            points,
            better: Better::Higher,
        };
        out.push(say.pointing(&it));
    }
    out.push(say.swapped(&Swapped {
        above: "план".into(),
        below: "факт".into(),
        points: None,
    }));
    out
}

#[test]
fn defects_read_well() {
    let names = State::default();
    for lang in Lang::ALL {
        let locale = Locale::new(lang);
        let say = Narrator::new(&locale, &names, chrono::Offset::fix(&chrono::Utc));
        let mut all: Vec<String> = found().iter().map(|it| say.scale_defect(it)).collect();
        all.push(String::new());
        all.extend(misfits().iter().map(|it| say.scoring_misfit(it)));
        all.push(String::new());
        all.extend(formulas(&say));
        insta::assert_snapshot!(format!("scale_wording_{}", lang.code()), all.join("\n"));
    }
}
