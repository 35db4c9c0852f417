//! Any bands of any measure come back exactly, whatever words they are told in.

use proptest::prelude::*;
use rust_decimal::Decimal;
use smotr::domain::catalogue::*;
use smotr::domain::number::Edge;
use smotr::exchange::toml::Catalogue;

use super::back;

fn number() -> impl Strategy<Value = Decimal> {
    (-2_000_i64..2_000, 0_u32..4).prop_map(|(it, scale)| Decimal::new(it, scale).normalize())
}

fn bands() -> impl Strategy<Value = Vec<Band>> {
    let ends = prop::collection::btree_set((number(), any::<bool>()), 0..7);
    (ends, any::<bool>(), prop::collection::vec(number(), 8)).prop_map(|(ends, open, points)| {
        let edge = |(at, above)| Edge { at, above };
        let mut from: Vec<Option<Edge>> = ends.into_iter().map(|it| Some(edge(it))).collect();
        if open || from.is_empty() {
            from.insert(0, None);
        }
        (from.into_iter().zip(points))
            .map(|(from, points)| Band { from, points })
            .collect()
    })
}

fn measure() -> impl Strategy<Value = Measure> {
    let own = || Input::Own {
        title: "что вносится".into(),
    };
    prop_oneof![
        any::<bool>().prop_map(|whole| Measure::Number { whole }),
        Just(Measure::Delta { input: own() }),
        Just(Measure::Benchmark { input: own() }),
        Just(Measure::Choice {
            options: vec!["да".into(), "нет".into()]
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn bands_come_back(
        scales in prop::collection::vec((bands(), measure()), 36),
        bounds in prop::collection::vec((prop::option::of(number()), prop::option::of(number())), 36),
    ) {
        let mut catalogue = Catalogue::shipped().unwrap();
        let all = catalogue.indicators.iter_mut().zip(scales.into_iter().zip(bounds));
        for ((_, it), ((bands, measure), (min, max))) in all {
            it.scoring = Scoring::Bands(bands);
            it.measure = measure;
            it.bounds.hard_min = min;
            it.bounds.hard_max = max;
        }
        prop_assert_eq!(back(&catalogue), catalogue);
    }
}
