//! What is typed into a cell, as both keyboard layouts produce it, and what it means.

use proptest::prelude::*;
use rust_decimal::Decimal;
use smotr::domain::catalogue::{Input, Measure, Part};
use smotr::domain::entry_text::{EntryError, read_entry};
use smotr::domain::ids::IndicatorId;
use smotr::domain::number::NumberError;
use smotr::domain::text::retype_russian;
use smotr::domain::value::Entry;

fn part(whole: bool) -> Part {
    Part {
        title: String::new(),
        base: None,
        whole,
    }
}

fn ratio(whole: bool, factor: i64) -> Measure {
    Measure::Ratio {
        numerator: part(whole),
        denominator: part(whole),
        factor: factor.into(),
    }
}

fn counts() -> Measure {
    ratio(true, 100)
}

fn amounts() -> Measure {
    ratio(false, 100)
}

fn choice(options: &[&str]) -> Measure {
    Measure::Choice {
        options: options.iter().map(ToString::to_string).collect(),
    }
}

/// What was read, in a form that fits into a table.
fn outcome(read: Result<Entry, EntryError>) -> String {
    let optional =
        |number: Option<Decimal>| number.map_or("?".to_owned(), |number| number.to_string());
    match read {
        Ok(Entry::Empty) => "empty".to_owned(),
        Ok(Entry::Number(number)) => number.to_string(),
        Ok(Entry::Ratio {
            numerator,
            denominator,
        }) => format!("{numerator}/{denominator}"),
        Ok(Entry::Percent(percent)) => format!("{percent}%"),
        Ok(Entry::Choice(index)) => format!("#{index}"),
        Ok(Entry::NotApplicable { reason }) => format!("n/a[{reason}]"),
        Ok(Entry::NoData { reason }) => format!("no data[{reason}]"),
        Err(EntryError::RatioOrPercent {
            numerator,
            denominator,
            percent,
        }) => format!("{numerator}/{} or {percent}%?", optional(denominator)),
        Err(EntryError::GroupingOrRatio {
            number,
            numerator,
            denominator,
        }) => format!("{number} or {numerator}/{denominator}?"),
        Err(EntryError::DenominatorUnknown { numerator }) => format!("{numerator} of?"),
        Err(EntryError::NotWhole(number)) => format!("not whole {number}"),
        Err(EntryError::NegativePart(number)) => format!("negative {number}"),
        Err(EntryError::Number(error)) => format!("{error:?}"),
        Err(error) => format!("{error:?}"),
    }
}

fn check(measure: &Measure, unit: &str, known: Option<i64>, table: &[(&str, &str)]) {
    for (typed, expected) in table {
        let read = read_entry(typed, measure, unit, known.map(Decimal::from));
        assert_eq!(
            outcome(read),
            *expected,
            "typed {typed:?} with {known:?} under {measure:?}"
        );
    }
}

#[test]
fn numbers_as_both_layouts_produce_them() {
    let measure = Measure::Number { whole: false };
    check(
        &measure,
        "балл",
        None,
        &[
            ("12", "12"),
            ("12,5", "12.5"),
            ("12.5", "12.5"),
            ("12б5", "12.5"),
            ("12ю5", "12.5"),
            ("12Б5", "12.5"),
            ("12?5", "12.5"),
            ("-3", "-3"),
            ("−3,5", "-3.5"),
            ("0", "0"),
            ("1 234,5", "1234.5"),
            ("1\u{a0}234", "1234"),
            (" 7 ", "7"),
            ("", "empty"),
            ("   ", "empty"),
            ("12 34", "BadGrouping"),
            ("12/5", "NotANumber"),
            ("1,2,3", "TwoDecimalSigns"),
            ("пять", "NotANumber"),
            ("87,5%", "PercentNotHere"),
            ("1234567890123456", "TooManyDigits"),
        ],
    );
    check(
        &measure,
        "%",
        None,
        &[
            ("87,5%", "87.5"),
            ("87б5 %", "87.5"),
            ("87.5", "87.5"),
            ("%", "Empty"),
        ],
    );
    check(
        &Measure::Number { whole: true },
        "чел.",
        None,
        &[
            ("12", "12"),
            ("12,0", "12.0"),
            ("12,5", "not whole 12.5"),
            ("-1", "-1"),
        ],
    );
    let own = Measure::Delta {
        input: Input::Own {
            title: String::new(),
        },
    };
    check(
        &own,
        "%",
        None,
        &[("56,3", "56.3"), ("56б3%", "56.3"), ("н", "n/a[]")],
    );
}

#[test]
fn ratios_of_counts_as_both_layouts_produce_them() {
    check(
        &counts(),
        "%",
        None,
        &[
            // The dividers, and what their keys give in the other layout.
            ("21/24", "21/24"),
            ("21\\24", "21/24"),
            ("21|24", "21/24"),
            ("21:24", "21/24"),
            ("21^24", "21/24"),
            ("21Ж24", "21/24"),
            ("21 24", "21/24"),
            ("21  24", "21/24"),
            ("21 / 24", "21/24"),
            ("21 из 24", "21/24"),
            ("21 bp 24", "21/24"),
            ("21.24", "21/24"),
            ("0/24", "0/24"),
            ("0.24", "0/24"),
            ("5.5", "5/5"),
            ("1 234/2 000", "1234/2000"),
            ("1\u{a0}234 2\u{a0}000", "1234/2000"),
            ("1 234.2 000", "1234/2000"),
            ("105/100", "105/100"),
            ("1 234", "1/234"),
            ("45 000", "45000 of?"),
            ("21 0", "ZeroDenominator"),
            // A percent alone carries its sign.
            ("87,5%", "87.5%"),
            ("87.5%", "87.5%"),
            ("87б5%", "87.5%"),
            ("87ю5 %", "87.5%"),
            ("100%", "100%"),
            ("-5%", "negative -5"),
            // A percent whose sign was forgotten is never taken for a ratio, and the other way round.
            ("87.5", "87/5 or 87.5%?"),
            ("105.100", "105/100 or 105.100%?"),
            ("21.05", "21/? or 21.05%?"),
            ("21,24", "21/24 or 21.24%?"),
            ("21б24", "21/24 or 21.24%?"),
            ("21ю24", "21/24 or 21.24%?"),
            ("21?24", "21/24 or 21.24%?"),
            ("87,5", "87/5 or 87.5%?"),
            // Refused, each for its reason.
            ("21", "21 of?"),
            ("21/0", "ZeroDenominator"),
            ("21.0", "ZeroDenominator"),
            ("0/0", "ZeroDenominator"),
            ("21/", "NotARatio"),
            ("21.", "NotARatio"),
            ("/24", "NotARatio"),
            (".24", "NotARatio"),
            ("1/2/3", "NotARatio"),
            ("21,5/24", "not whole 21.5"),
            ("-1/24", "negative -1"),
            ("21/-24", "negative -24"),
            ("12 34/56", "BadGrouping"),
            ("1 234 2 000", "BadGrouping"),
            ("1.2.3", "TwoDecimalSigns"),
            ("много", "NotANumber"),
            ("", "empty"),
        ],
    );
}

#[test]
fn a_bare_number_is_the_numerator_where_the_denominator_is_known() {
    check(
        &counts(),
        "%",
        Some(24),
        &[
            ("21", "21/24"),
            ("0", "0/24"),
            ("21/25", "21/25"),
            ("21 24", "21/24"),
            ("21,5", "21/5 or 21.5%?"),
            ("1 234", "1/234"),
            ("-1", "negative -1"),
        ],
    );
    check(
        &counts(),
        "%",
        Some(5_000),
        &[
            ("1 234", "1234 or 1/234?"),
            ("1\u{a0}234", "1234/5000"),
            ("1234", "1234/5000"),
            ("12 345 678", "12345678/5000"),
        ],
    );
    check(&counts(), "%", Some(234), &[("1 234", "1/234")]);
    check(&counts(), "%", Some(0), &[("21", "ZeroDenominator")]);
}

#[test]
fn ratios_of_amounts_keep_their_decimals() {
    check(
        &amounts(),
        "%",
        None,
        &[
            ("45000,5/47000,2", "45000.5/47000.2"),
            ("45000.5/47000.2", "45000.5/47000.2"),
            ("45000б5/47000ю2", "45000.5/47000.2"),
            ("45000,5\\47000,2", "45000.5/47000.2"),
            ("45000,5 47000,2", "45000.5/47000.2"),
            // The key of / under ЙЦУКЕН, beside commas.
            ("45000,5.47000,2", "45000.5/47000.2"),
            ("45000.47000", "45000.47000 of?"),
            ("45 000/47 000", "45000/47000"),
            ("95,7%", "95.7%"),
            ("1.2.3", "TwoDecimalSigns"),
        ],
    );
    check(
        &amounts(),
        "%",
        Some(47_000),
        &[
            ("45000,5", "45000.5/47000"),
            ("45000.5", "45000.5/47000"),
            ("45 000", "45000/47000"),
            ("45 100", "45100 or 45/100?"),
        ],
    );
    check(
        &ratio(true, 1),
        "",
        None,
        &[
            ("21/24", "21/24"),
            ("21.24", "21/24"),
            ("24.21", "24/21"),
            ("87%", "PercentNotHere"),
        ],
    );
}

#[test]
fn the_two_marks_are_read_under_every_measure() {
    let measures = [
        Measure::Number { whole: true },
        counts(),
        amounts(),
        choice(&["да", "нет"]),
        Measure::Benchmark {
            input: Input::Own {
                title: String::new(),
            },
        },
    ];
    for measure in &measures {
        check(
            measure,
            "%",
            None,
            &[
                ("н", "n/a[]"),
                ("Н", "n/a[]"),
                ("y", "n/a[]"),
                ("Y", "n/a[]"),
                ("н/п", "n/a[]"),
                ("н.п.", "n/a[]"),
                ("н\\п", "n/a[]"),
                ("нп", "n/a[]"),
                ("y/g", "n/a[]"),
                ("yg", "n/a[]"),
                ("нд", "no data[]"),
                ("НД", "no data[]"),
                ("yl", "no data[]"),
                ("н/д", "no data[]"),
                ("нет данных", "no data[]"),
                ("ytn lfyys[", "no data[]"),
                ("н/п: здание на ремонте", "n/a[здание на ремонте]"),
                ("н № 2", "n/a[№ 2]"),
                ("нд, Отчёт не сдан", "no data[Отчёт не сдан]"),
                ("yl jnx`n yt clfy", "no data[отчёт не сдан]"),
            ],
        );
    }
    check(
        &counts(),
        "%",
        None,
        &[
            ("н5", "NotANumber"),
            ("н/5", "NotANumber"),
            ("норма", "NotANumber"),
        ],
    );
}

#[test]
fn a_choice_is_picked_by_digit_or_by_its_beginning() {
    check(
        &choice(&["да", "нет"]),
        "",
        None,
        &[
            ("1", "#0"),
            ("2", "#1"),
            ("д", "#0"),
            ("l", "#0"),
            ("ДА", "#0"),
            ("lf", "#0"),
            ("не", "#1"),
            ("нет", "#1"),
            ("ytn", "#1"),
            ("0", "NoSuchOption { options: 2 }"),
            ("3", "NoSuchOption { options: 2 }"),
            ("99999999999999999999999", "NoSuchOption { options: 2 }"),
            ("возможно", "NoSuchOption { options: 2 }"),
        ],
    );
    check(
        &choice(&["полностью", "полностью с замечаниями", "Ёлка", "н"]),
        "",
        None,
        &[
            ("пол", "SeveralOptions([1, 2])"),
            ("полностью", "#0"),
            ("полностью с", "#1"),
            ("е", "#2"),
            ("`", "#2"),
            ("н", "#3"),
            ("y", "#3"),
            ("нп", "n/a[]"),
        ],
    );
}

#[test]
fn a_computed_cell_takes_nothing() {
    for measure in [
        Measure::Delta {
            input: Input::Indicator(IndicatorId(7)),
        },
        Measure::Benchmark {
            input: Input::Indicator(IndicatorId(7)),
        },
    ] {
        check(
            &measure,
            "%",
            None,
            &[("12", "Computed"), ("н", "Computed"), ("", "Computed")],
        );
    }
}

#[test]
fn hints_carry_the_number_error() {
    assert_eq!(
        read_entry("1e5", &counts(), "%", None),
        Err(EntryError::Number(NumberError::NotANumber))
    );
}

fn measures() -> impl Strategy<Value = Measure> {
    prop_oneof![
        Just(Measure::Number { whole: false }),
        Just(Measure::Number { whole: true }),
        Just(counts()),
        Just(amounts()),
        Just(ratio(true, 1)),
        Just(choice(&["да", "нет", "частично"])),
    ]
}

proptest! {
    /// The hand looks at the paper, not at the layout: what the keys of a ratio mean does not depend on it.
    #[test]
    fn the_same_keys_mean_the_same_ratio(numerator in 0_u32..3_000, more in 0_u32..3_000, key in prop::sample::select(vec!['/', '|', ':', ' ', '\\'])) {
        let denominator = numerator + more;
        let keys = format!("{numerator}{key}{denominator}");
        let expected = if denominator == 0 {
            Err(EntryError::ZeroDenominator)
        } else {
            Ok(Entry::Ratio { numerator: numerator.into(), denominator: denominator.into() })
        };
        prop_assert_eq!(&read_entry(&keys, &counts(), "%", None), &expected, "{}", keys);
        let retyped = retype_russian(&keys);
        prop_assert_eq!(&read_entry(&retyped, &counts(), "%", None), &expected, "{}", retyped);
    }

    #[test]
    fn the_same_keys_mean_the_same_number(whole in 0_u32..100_000, fraction in 0_u32..1_000, key in prop::sample::select(vec![',', '.'])) {
        let keys = format!("{whole}{key}{fraction}");
        let measure = Measure::Number { whole: false };
        let retyped = retype_russian(&keys);
        prop_assert_eq!(read_entry(&keys, &measure, "", None), read_entry(&retyped, &measure, "", None));
    }

    #[test]
    fn what_is_read_can_be_stored(text in "[0-9 ,./%бюндпзи:-]{0,14}|.{0,20}", measure in measures(), known in prop::option::of(0_i64..2_000)) {
        match read_entry(&text, &measure, "%", known.map(Decimal::from)) {
            Ok(Entry::Ratio { numerator, denominator }) => {
                prop_assert!(denominator > Decimal::ZERO && numerator >= Decimal::ZERO);
            }
            Ok(Entry::Percent(percent)) => prop_assert!(percent >= Decimal::ZERO),
            Ok(Entry::Choice(index)) => prop_assert!(index < 3),
            _ => {}
        }
    }
}
