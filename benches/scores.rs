//! All scores of a period: 700 organisations × 60 indicators, anew and renewed after one value. Budget: 10 ms anew.
//! What an edition being typed would do to it, with the list of heads and what moves them. Budget: 100 ms from the last key.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a benchmark that panics is a benchmark that failed"
)]

#[path = "../tests/suite/support/measured.rs"]
#[allow(dead_code, reason = "shared with the tests, which use more of it")]
mod measured;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use measured::{Measured, at, bands, dec, indicator, share};
use rust_decimal::Decimal;
use smotr::analysis::impact::{By, Impact, Typed};
use smotr::analysis::scores::PeriodScores;
use smotr::domain::catalogue::{Better, Indicator, Input, Measure, Scoring};
use smotr::domain::ids::{EditionId, IndicatorId, PeriodId};
use smotr::domain::value::Entry;

const ORGANISATIONS: u32 = 700;
const INDICATORS: u32 = 60;

/// Six directions of ten indicators: shares, counts, choices, expert points, a change to the year before; every value filled in two years.
fn world() -> Measured {
    let mut it = Measured::new();
    for direction in 1..=6 {
        it.direction(direction, i64::from(10 + direction));
    }
    for id in 1..=INDICATORS {
        let direction = 1 + (id - 1) / 10;
        let scale = bands(&[("-", "0"), ("40", "1"), ("60", "2"), ("80", "3")]);
        let body = match id % 10 {
            7 => indicator(
                direction,
                Measure::Choice {
                    options: vec!["да".into(), "нет".into()],
                },
                Scoring::Options(vec![dec("2"), dec("0")]),
            ),
            8 => indicator(
                direction,
                Measure::Number { whole: true },
                Scoring::Direct { max: dec("12") },
            ),
            9 => Indicator {
                better: Better::Lower,
                ..indicator(
                    direction,
                    Measure::Number { whole: true },
                    bands(&[("-", "3"), ("1", "2"), ("3", "0")]),
                )
            },
            0 => indicator(
                direction,
                Measure::Delta {
                    input: Input::Indicator(IndicatorId(id - 9)),
                },
                bands(&[("-", "0"), ("0", "1"), ("5", "2"), ("10", "3")]),
            ),
            _ => indicator(direction, share(), scale),
        };
        let weight = Decimal::from(5 * (1 + id % 4));
        it.indicator(id, Indicator { weight, ..body });
    }
    let mut seed = 1_u32;
    let mut random = |below: u32| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) % below
    };
    for id in 1..=ORGANISATIONS {
        it.organisation(id, &format!("СШ № {id}"));
        it.head(id, id, 1000 + id, "2020-01-01", "");
        for period in [2, 3] {
            for indicator in 1..=INDICATORS {
                let entry = match indicator % 10 {
                    7 => Entry::Choice(u8::try_from(random(2)).unwrap()),
                    8 => Entry::Number(random(13).into()),
                    9 => Entry::Number(random(5).into()),
                    0 => continue,
                    _ => {
                        let denominator = 20 + random(60);
                        Entry::Ratio {
                            numerator: random(denominator + 1).into(),
                            denominator: denominator.into(),
                        }
                    }
                };
                it.enter(at(period, indicator, id), entry);
            }
        }
    }
    it
}

fn scores(criterion: &mut Criterion) {
    let mut it = world();
    criterion.bench_function("scores of a period, 700 x 60", |b| {
        b.iter(|| black_box(PeriodScores::of(&it.state, PeriodId(3))));
    });
    let mut live = PeriodScores::of(&it.state, PeriodId(3));
    let changed = it.enter(
        at(3, 1, 350),
        Entry::Ratio {
            numerator: dec("21"),
            denominator: dec("24"),
        },
    );
    criterion.bench_function("scores renewed after one value, 700 x 60", |b| {
        b.iter(|| live.renew(black_box(&it.state), [changed]));
    });
}

fn impact(criterion: &mut Criterion) {
    let it = world();
    let mut typed = Typed::copy(&it.state, EditionId(1)).unwrap();
    // Every weight is shifted and every scale of shares is another: nobody keeps their index.
    for (id, indicator) in &mut typed.indicators {
        indicator.weight += Decimal::from(id.0 % 7);
        if let Scoring::Bands(bands) = &mut indicator.scoring {
            for from in bands.iter_mut().filter_map(|it| it.from.as_mut()) {
                from.at += Decimal::ONE;
            }
        }
    }
    criterion.bench_function("impact of an edition being typed, 700 x 60", |b| {
        b.iter(|| black_box(Impact::of(&it.state, PeriodId(3), By::Typed(&typed))));
    });
}

criterion_group!(benches, scores, impact);
criterion_main!(benches);
