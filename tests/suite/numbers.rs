//! Exact decimals: what is read, what is shown, and that nothing is rounded on the way to a comparison.

use std::cmp::Ordering;

use proptest::prelude::*;
use rust_decimal::Decimal;
use smotr::domain::number::{
    Edge, NumberError, Ratio, format, format_typed, parse_decimal, round, show_against,
};

fn dec(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn numbers_are_read_as_both_layouts_produce_them() {
    let table = [
        ("0", "0"),
        ("7", "7"),
        ("007", "7"),
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        ("12б5", "12.5"),
        ("12Б5", "12.5"),
        ("12ю5", "12.5"),
        ("12Ю5", "12.5"),
        ("12?5", "12.5"),
        (",5", "0.5"),
        ("-3", "-3"),
        ("\u{2212}3,25", "-3.25"),
        ("–3", "-3"),
        ("- 3", "-3"),
        ("+3", "3"),
        ("-0", "0"),
        ("1 234", "1234"),
        ("1\u{a0}234,5", "1234.5"),
        ("12\u{202f}345\u{202f}678", "12345678"),
        ("  42  ", "42"),
        ("999999999999999", "999999999999999"),
        ("0000000000000000000001", "1"),
        ("0,123456789", "0.123456789"),
    ];
    for (text, number) in table {
        assert_eq!(parse_decimal(text), Ok(dec(number)), "{text:?}");
    }
}

#[test]
fn what_is_no_number_says_why() {
    use NumberError::{BadGrouping, Empty, NotANumber, TooManyDigits, TwoDecimalSigns};
    let table = [
        ("", Empty),
        (" \u{a0}", Empty),
        ("-", NotANumber),
        (",", NotANumber),
        ("5,", NotANumber),
        ("--5", NotANumber),
        ("+-5", NotANumber),
        ("5-", NotANumber),
        ("1e5", NotANumber),
        ("двенадцать", NotANumber),
        ("12,5%", NotANumber),
        ("٣", NotANumber),
        ("1,2 3", NotANumber),
        ("1.234,5", TwoDecimalSigns),
        ("1,2,3", TwoDecimalSigns),
        ("12 34", BadGrouping),
        ("1234 567", BadGrouping),
        ("1  234", BadGrouping),
        ("1000000000000000", TooManyDigits),
        ("0,1234567891", TooManyDigits),
        (
            "99999999999999999999999999999999999999999999",
            TooManyDigits,
        ),
    ];
    for (text, error) in table {
        assert_eq!(parse_decimal(text), Err(error), "{text:?}");
    }
}

#[test]
fn numbers_are_shown_in_russian_notation() {
    let table = [
        ("1234.5", 1, "1\u{a0}234,5"),
        ("1234567", 0, "1\u{a0}234\u{a0}567"),
        ("999", 0, "999"),
        ("88", 1, "88,0"),
        ("0.05", 1, "0,1"),
        ("-0.04", 1, "0,0"),
        ("-2.5", 0, "−3"),
        ("2.5", 0, "3"),
        ("-1234.5", 2, "−1\u{a0}234,50"),
    ];
    for (number, decimals, shown) in table {
        assert_eq!(
            format(dec(number), decimals),
            shown,
            "{number} with {decimals}"
        );
    }
    assert_eq!(
        format_typed(dec("1234.50")),
        "1234,5",
        "an editor opens with what a hand would type"
    );
}

#[test]
fn a_shown_value_never_crosses_a_threshold() {
    let thresholds = [dec("50"), dec("80"), dec("95")];
    let table = [
        ("79.96", 1, "79,96"),
        ("79.94", 1, "79,9"),
        ("79.996", 1, "79,996"),
        ("79.999999999999999999", 1, "79,999999999999"),
        ("80", 1, "80,0"),
        ("80.04", 1, "80,0"),
        ("94.5", 0, "94,5"),
        ("49.4", 0, "49"),
        ("30", 0, "30"),
    ];
    for (value, decimals, shown) in table {
        assert_eq!(
            show_against(dec(value), &thresholds, decimals),
            shown,
            "{value}"
        );
    }
    let third = Ratio::new(dec("2"), dec("3")).unwrap().per(dec("100"));
    assert_eq!(show_against(third, &[dec("66.7")], 1), "66,67");
    assert_eq!(show_against(third, &[] as &[Decimal], 1), "66,7");
    // Where the value itself is not enough, what is above it may not be shown as the value.
    for (value, shown) in [
        ("80.04", "80,04"),
        ("80", "80,0"),
        ("79.96", "80,0"),
        ("80.0000000000001", "80,000000000001"),
    ] {
        let above = [Edge::above(dec("80"))];
        assert_eq!(show_against(dec(value), &above, 1), shown, "{value}");
    }
}

#[test]
fn a_ratio_meets_a_threshold_without_rounding() {
    let hundred = dec("100");
    let table = [
        ("21", "24", "87.5", Ordering::Equal),
        ("1", "3", "33.333333333", Ordering::Greater),
        ("2", "3", "66.666666667", Ordering::Less),
        ("-1", "3", "-33.333333333", Ordering::Less),
        ("0", "24", "0", Ordering::Equal),
        // Products of more than 128 bits.
        (
            "799999999999999.999999999",
            "999999999999999.999999999",
            "80",
            Ordering::Less,
        ),
        (
            "800000000000000.000000001",
            "1000000000000000",
            "80",
            Ordering::Greater,
        ),
        (
            "800000000000000.000000001",
            "1000000000000000.000000001",
            "80.000000000",
            Ordering::Greater,
        ),
    ];
    for (numerator, denominator, threshold, expected) in table {
        let ratio = Ratio::new(dec(numerator), dec(denominator))
            .unwrap()
            .per(hundred);
        assert_eq!(
            ratio.compare(dec(threshold)),
            expected,
            "{numerator}/{denominator} to {threshold}"
        );
    }
    assert!(Ratio::new(dec("1"), dec("0")).is_none());
    assert!(Ratio::new(dec("1"), dec("-3")).is_none());
}

#[test]
fn extreme_decimals_neither_panic_nor_hang() {
    let extremes = [
        Decimal::MAX,
        Decimal::MIN,
        Decimal::new(1, 28),
        Decimal::ZERO,
        Decimal::ONE,
    ];
    for numerator in extremes {
        for denominator in extremes {
            for factor in extremes {
                let Some(ratio) = Ratio::new(numerator, denominator) else {
                    continue;
                };
                let ratio = ratio.per(factor);
                let _shown = show_against(ratio, &extremes, 30);
            }
        }
    }
}

fn amount() -> impl Strategy<Value = Decimal> {
    (-1_000_000_000_000_i64..1_000_000_000_000, 0_u32..7)
        .prop_map(|(mantissa, scale)| Decimal::new(mantissa, scale))
}

proptest! {
    #[test]
    fn what_is_shown_is_read_back(value in amount(), decimals in 0_u32..7) {
        prop_assert_eq!(parse_decimal(&format(value, decimals)).unwrap(), round(value, decimals));
        prop_assert_eq!(parse_decimal(&format_typed(value)).unwrap(), value);
    }

    #[test]
    fn rounding_is_to_the_nearest(numerator in -1_000_000_i64..1_000_000, denominator in 1_i64..1_000_000, decimals in 0_u32..5) {
        let ratio = Ratio::new(numerator.into(), denominator.into()).unwrap().per(Decimal::ONE_HUNDRED);
        let shown = ratio.rounded(decimals);
        let half = Decimal::new(5, decimals + 1);
        prop_assert!(ratio.compare(shown - half) != Ordering::Less && ratio.compare(shown + half) != Ordering::Greater);
        prop_assert!(shown.scale() <= decimals);
    }

    #[test]
    fn the_shown_side_is_the_true_side(numerator in 0_i64..5_000, denominator in 1_i64..5_000, threshold in 0_i64..2_000, decimals in 0_u32..3) {
        let ratio = Ratio::new(numerator.into(), denominator.into()).unwrap().per(Decimal::ONE_HUNDRED);
        let threshold = Decimal::new(threshold, 1);
        let shown = ratio.rounded_against(&[threshold], decimals);
        prop_assert_eq!(shown < threshold, ratio.compare(threshold) == Ordering::Less);
        let shown = ratio.rounded_against(&[Edge::above(threshold)], decimals);
        prop_assert_eq!(shown > threshold, ratio.compare(threshold) == Ordering::Greater);
    }

    #[test]
    fn exact_comparison_agrees_with_whole_numbers(a in -100_000_i64..100_000, b in 1_i64..100_000, c in -100_000_i64..100_000) {
        // Twenty-eight decimals push the comparison over the limit of 128 bits.
        let tiny = |number: i64| Decimal::from_i128_with_scale(i128::from(number) * 1_000_000_000_000_000_000, 28);
        let ratio = Ratio::new(tiny(a), tiny(b)).unwrap();
        prop_assert_eq!(ratio.compare(c.into()), a.cmp(&(c * b)));
    }

    #[test]
    fn no_text_is_too_strange_to_be_refused(text in ".{0,40}", digits in "[0-9 .,бю+-]{0,40}") {
        let _refused = parse_decimal(&text);
        let _refused = parse_decimal(&digits);
    }
}
