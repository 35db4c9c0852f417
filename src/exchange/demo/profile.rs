//! From how well a school does to a number that could be real: one row per indicator.

use rust_decimal::Decimal;

use super::dice::Dice;
use crate::domain::catalogue::{Indicator, Measure};

/// How the numbers of an indicator are drawn. `low` is what the worst school has, `high` the best.
#[derive(Clone, Copy, Debug)]
pub(super) enum Profile {
    /// Percent of the denominator, which is drawn from a range unless it is a base quantity.
    Share { low: f64, high: f64, of: (u32, u32) },
    /// The same with money or posts: the denominator in hundredths.
    Amount { low: f64, high: f64, of: (u32, u32) },
    /// A whole number.
    Count { low: f64, high: f64 },
    /// A number with one decimal.
    Number { low: f64, high: f64 },
    /// Options by bounds of doing well: the first bound reached gives the option, else the last one.
    Choice(&'static [(f64, u8)]),
}

const PROFILES: &[(&str, Profile)] = &[
    (
        "1.1",
        Profile::Share {
            low: 62.0,
            high: 104.0,
            of: (180, 900),
        },
    ),
    (
        "1.2",
        Profile::Count {
            low: 3.4,
            high: -1.0,
        },
    ),
    (
        "1.3",
        Profile::Count {
            low: 5.0,
            high: -1.2,
        },
    ),
    (
        "1.4",
        Profile::Count {
            low: 0.0,
            high: 12.4,
        },
    ),
    (
        "1.5",
        Profile::Share {
            low: 48.0,
            high: 98.0,
            of: (90, 420),
        },
    ),
    ("1.6", Profile::Choice(&[(0.14, 0), (0.0, 1)])),
    ("2.1", Profile::Choice(&[(0.3, 0), (0.0, 1)])),
    ("2.2", Profile::Choice(&[(0.4, 0), (0.0, 1)])),
    (
        "2.3",
        Profile::Number {
            low: 28.0,
            high: 97.0,
        },
    ),
    ("2.5", Profile::Choice(&[(0.45, 0), (0.1, 1), (0.0, 2)])),
    (
        "2.6",
        Profile::Count {
            low: -0.4,
            high: 4.4,
        },
    ),
    (
        "3.1",
        Profile::Share {
            low: 86.0,
            high: 101.5,
            of: (20, 120),
        },
    ),
    (
        "3.2",
        Profile::Share {
            low: 88.0,
            high: 102.5,
            of: (10, 70),
        },
    ),
    (
        "3.3",
        Profile::Share {
            low: 15.0,
            high: -2.0,
            of: (10, 70),
        },
    ),
    (
        "3.4",
        Profile::Number {
            low: 24.0,
            high: 76.0,
        },
    ),
    (
        "3.5",
        Profile::Share {
            low: -0.5,
            high: 19.0,
            of: (150, 800),
        },
    ),
    (
        "3.6",
        Profile::Number {
            low: 27.0,
            high: 3.0,
        },
    ),
    (
        "4.1",
        Profile::Share {
            low: 70.0,
            high: 103.0,
            of: (4, 45),
        },
    ),
    (
        "4.2",
        Profile::Share {
            low: 52.0,
            high: 101.0,
            of: (8, 90),
        },
    ),
    (
        "4.3",
        Profile::Share {
            low: 38.0,
            high: 104.0,
            of: (4, 30),
        },
    ),
    (
        "4.4",
        Profile::Amount {
            low: 30.0,
            high: 106.0,
            of: (100, 700),
        },
    ),
    ("4.5", Profile::Choice(&[(0.6, 0), (0.2, 1), (0.0, 2)])),
    (
        "4.6",
        Profile::Share {
            low: 18.0,
            high: 88.0,
            of: (6, 60),
        },
    ),
    (
        "5.1",
        Profile::Count {
            low: -0.3,
            high: 3.2,
        },
    ),
    (
        "5.2",
        Profile::Share {
            low: 40.0,
            high: 96.0,
            of: (12, 24),
        },
    ),
    (
        "5.3",
        Profile::Share {
            low: 10.0,
            high: 90.0,
            of: (4, 9),
        },
    ),
    (
        "5.4",
        Profile::Share {
            low: 5.0,
            high: 104.0,
            of: (2, 6),
        },
    ),
    ("5.5", Profile::Choice(&[(0.45, 0), (0.0, 1)])),
    (
        "6.1",
        Profile::Amount {
            low: 80.0,
            high: 101.5,
            of: (2500, 9000),
        },
    ),
    (
        "6.2",
        Profile::Share {
            low: 24.0,
            high: 92.0,
            of: (18, 90),
        },
    ),
    (
        "6.3",
        Profile::Share {
            low: 8.0,
            high: 33.0,
            of: (18, 90),
        },
    ),
    (
        "6.4",
        Profile::Amount {
            low: 89.0,
            high: 111.0,
            of: (4_125_000, 4_380_000),
        },
    ),
    ("6.5", Profile::Choice(&[(0.16, 0), (0.0, 1)])),
    (
        "6.6",
        Profile::Amount {
            low: 96.0,
            high: 109.0,
            of: (1_800_000, 9_400_000),
        },
    ),
];

/// A number before it becomes an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Raw {
    Number(Decimal),
    Ratio {
        numerator: Decimal,
        denominator: Decimal,
    },
    Choice(u8),
}

impl Profile {
    /// The row of an indicator; one that has none is drawn by its measure.
    pub(super) fn of(indicator: &Indicator) -> Profile {
        let row = PROFILES.iter().find(|(code, _)| *code == indicator.code);
        row.map_or_else(
            || match indicator.measure {
                Measure::Ratio { .. } => Profile::Share {
                    low: 40.0,
                    high: 99.0,
                    of: (20, 200),
                },
                Measure::Choice { .. } => Profile::Choice(&[(0.4, 0), (0.0, 1)]),
                _ => Profile::Count {
                    low: 0.0,
                    high: 8.0,
                },
            },
            |(_, profile)| *profile,
        )
    }

    /// The number of a school that does so well (0–1). `base` is the denominator where it is a base quantity,
    /// `open` says that the share may exceed the whole.
    pub(super) fn draw(self, well: f64, base: Option<Decimal>, open: bool, dice: &mut Dice) -> Raw {
        match self {
            Profile::Share { low, high, of } => {
                let drawn = Decimal::from(dice.whole(of.0, of.1));
                let denominator = base.unwrap_or(drawn);
                ratio(at(low, high, well), denominator, 0, open)
            }
            Profile::Amount { low, high, of } => {
                let drawn = Decimal::new(dice.whole(of.0, of.1).into(), 2);
                // Posts come in quarters, money in kopecks.
                let denominator = base.unwrap_or(drawn);
                ratio(at(low, high, well), denominator, 2, open)
            }
            Profile::Count { low, high } => Raw::Number(rounded(at(low, high, well).max(0.0), 0)),
            Profile::Number { low, high } => {
                Raw::Number(rounded(at(low, high, well).clamp(0.0, 100.0), 1))
            }
            Profile::Choice(bounds) => {
                let found = bounds
                    .iter()
                    .find(|(bound, _)| well >= *bound)
                    .or(bounds.last());
                Raw::Choice(found.map_or(0, |(_, option)| *option))
            }
        }
    }
}

fn at(low: f64, high: f64, well: f64) -> f64 {
    low + (high - low) * well
}

fn ratio(percent: f64, denominator: Decimal, decimals: u32, open: bool) -> Raw {
    let share = rounded(percent.max(0.0), 3) / Decimal::from(100);
    let mut numerator = (denominator * share).round_dp(decimals);
    if decimals == 2 && denominator < Decimal::from(200) {
        numerator = (numerator * Decimal::from(4)).round() / Decimal::from(4);
    }
    if !open {
        numerator = numerator.min(denominator);
    }
    Raw::Ratio {
        numerator: numerator.normalize(),
        denominator: denominator.normalize(),
    }
}

/// A decimal of a drawn number. Only whole thousandths leave floating point, so every machine rounds alike.
fn rounded(number: f64, decimals: u32) -> Decimal {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "drawn numbers are far below 2^53"
    )]
    let thousandths = (number * 1000.0).round() as i64;
    Decimal::new(thousandths, 3).round_dp(decimals).normalize()
}
