//! Which way a formula points, and formulas that seem reversed.

use smotr::domain::catalogue::{Input, Measure, Part, Scoring};
use smotr::domain::scale::direction::{direction, swapped};
use smotr::domain::scale::{Driver, Trend};

use super::*;
use crate::support::measured::{bands, indicator};

fn ratio(above: &str, below: &str) -> Measure {
    let part = |title: &str| Part {
        title: title.into(),
        base: None,
        whole: false,
    };
    Measure::Ratio {
        numerator: part(above),
        denominator: part(below),
        factor: Decimal::ONE_HUNDRED,
    }
}

fn rising() -> Scoring {
    bands(&[("-", "0"), ("100", "1"), ("105", "2")])
}

fn falling() -> Scoring {
    bands(&[("-", "2"), ("1", "1"), ("1.05", "0")])
}

#[test]
fn growth_is_followed_to_the_points() {
    use Better::{Higher, Lower};
    use Trend::*;
    let share = || ratio("имеют категорию", "педагоги всего");
    let own = || Input::Own {
        title: "качество".into(),
    };
    let per_unit = |points: i64| Scoring::PerUnit {
        start: 0.into(),
        points: points.into(),
        floor: (-3).into(),
        cap: 3.into(),
    };
    let middle = || bands(&[("-", "0"), ("20", "1"), ("25", "0")]);
    for (measure, scoring, better, want) in [
        (
            share(),
            rising(),
            Higher,
            Some((Driver::Numerator, Grows, Grows, false)),
        ),
        (
            share(),
            rising(),
            Lower,
            Some((Driver::Numerator, Grows, Grows, true)),
        ),
        (
            share(),
            falling(),
            Lower,
            Some((Driver::Numerator, Grows, Falls, false)),
        ),
        (
            share(),
            falling(),
            Higher,
            Some((Driver::Numerator, Grows, Falls, true)),
        ),
        (
            share(),
            middle(),
            Higher,
            Some((Driver::Numerator, Grows, Varies, false)),
        ),
        // Only the first band can be had.
        (
            share(),
            bands(&[("-9", "3"), ("0", "1")]),
            Higher,
            Some((Driver::Numerator, Grows, Stays, false)),
        ),
        (
            Measure::Delta { input: own() },
            rising(),
            Higher,
            Some((Driver::Current, Grows, Grows, false)),
        ),
        (
            Measure::Benchmark { input: own() },
            falling(),
            Lower,
            Some((Driver::Own, Grows, Falls, false)),
        ),
        (
            Measure::Benchmark { input: own() },
            falling(),
            Higher,
            Some((Driver::Own, Grows, Falls, true)),
        ),
        (
            Measure::Number { whole: true },
            per_unit(-1),
            Lower,
            Some((Driver::Value, Grows, Falls, false)),
        ),
        (
            Measure::Number { whole: true },
            per_unit(1),
            Lower,
            Some((Driver::Value, Grows, Grows, true)),
        ),
        (
            Measure::Number { whole: true },
            Scoring::Relative,
            Lower,
            Some((Driver::Value, Grows, Falls, false)),
        ),
        (
            Measure::Choice { options: vec![] },
            Scoring::Options(vec![]),
            Higher,
            None,
        ),
    ] {
        let it = Indicator {
            better,
            ..indicator(1, measure, scoring)
        };
        let found = direction(&it).map(|it| (it.driver, it.figure, it.points, it.contradicts()));
        assert_eq!(found, want, "{:?} {:?} {better:?}", it.measure, it.scoring);
    }
}

#[test]
fn formulas_that_seem_reversed_are_found() {
    for (above, below, want) in [
        // docs.cntd.ru/430574746
        (
            "балансовая стоимость на начало периода",
            "балансовая стоимость на конец периода",
            Some(("начало", "конец")),
        ),
        // sverdlovsk-gov.ru/doc/36512, п. 1.3
        (
            "не посещают, прошедший период",
            "не посещают, отчётный период",
            Some(("прошедший", "отчётный")),
        ),
        (
            "число детей за прошлый период",
            "число детей за отчётный период",
            Some(("прошлый", "отчётный")),
        ),
        (
            "Предыдущий год",
            "Текущий год",
            Some(("Предыдущий", "Текущий")),
        ),
        (
            "показатель прошлого года",
            "показатель нынешнего года",
            Some(("прошлого", "нынешнего")),
        ),
        (
            "плановый объём услуг",
            "фактический объём услуг",
            Some(("плановый", "фактический")),
        ),
        ("план", "факт", Some(("план", "факт"))),
        ("факт", "план", None),
        ("на конец года", "на начало года", None),
        ("прошли курсы", "текущий состав педагогов", None),
        ("прошедших диагностику", "в отчётном периоде", None),
        ("начинающие педагоги", "на конец года", None),
        ("прирост за отчётный год к прошлому", "на конец года", None),
        ("победители", "планшеты и факты", None),
    ] {
        let it = indicator(1, ratio(above, below), rising());
        let found = swapped(&it);
        let words = found
            .as_ref()
            .map(|it| (it.above.as_str(), it.below.as_str()));
        assert_eq!(words, want, "{above} / {below}");
        // Growth of what is measured takes points away.
        if let Some(found) = found {
            assert_eq!(found.points, Some(Trend::Falls));
        }
    }
}

#[test]
fn the_shipped_formulas_point_the_right_way() {
    let mut followed = 0;
    for it in shipped() {
        assert_eq!(swapped(&it), None, "{}", it.code);
        if let Some(found) = direction(&it) {
            assert!(!found.contradicts(), "{} {found:?}", it.code);
            assert!(
                matches!(found.points, Trend::Grows | Trend::Falls),
                "{} {found:?}",
                it.code
            );
            followed += 1;
        }
    }
    assert!(followed > 20, "{followed}");
}
