//! Numbers, dates and plurals as people write them.

use chrono::{FixedOffset, NaiveDate, TimeZone, Utc};
use rust_decimal::Decimal;
use smotr::locale::{Lang, Locale, Phrase, args, format};

/// With ordinary spaces, so that the expected text can be read.
fn plain(text: String) -> String {
    text.replace('\u{a0}', " ")
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn numbers_have_a_decimal_comma_and_groups_of_three() {
    for (number, want) in [
        ("0", "0"),
        ("7", "7"),
        ("999", "999"),
        ("1234.5", "1 234,5"),
        ("12345", "12 345"),
        ("1234567", "1 234 567"),
        ("-1234.50", "−1 234,50"),
        ("79.96", "79,96"),
        ("0.05", "0,05"),
    ] {
        assert_eq!(plain(format::number(decimal(number))), want);
    }
    assert_eq!(format::percent(decimal("87.5")), "87,5\u{a0}%");
    for (change, want) in [("4.1", "+4,1"), ("-2", "−2"), ("0", "0"), ("0.00", "0,00")] {
        assert_eq!(format::signed(decimal(change)), want);
    }
}

#[test]
fn dates_are_day_month_year_and_the_offset_is_given() {
    let day = NaiveDate::from_ymd_opt(2026, 5, 3).unwrap();
    assert_eq!(format::date(day), "03.05.2026");
    assert_eq!(format::date_short(day), "03.05");
    let at = Utc.with_ymd_and_hms(2026, 11, 23, 22, 40, 0).unwrap();
    let moscow = FixedOffset::east_opt(3 * 3600).unwrap();
    assert_eq!(format::date_time(at, moscow), "24.11.2026 01:40");
    assert_eq!(format::time(at, moscow), "01:40");
}

#[test]
fn numbers_inside_a_phrase_are_written_the_same_way() {
    let ru = Locale::new(Lang::Ru);
    assert_eq!(
        plain(ru.say_with(Phrase::ShareOf, &args![k = 12_345, n = 1_000_000])),
        "12 345 из 1 000 000"
    );
    assert_eq!(
        plain(ru.say_with(Phrase::ShareOf, &args![k = decimal("1.50"), n = 2])),
        "1,50 из 2"
    );
    assert_eq!(
        plain(ru.say_with(
            Phrase::ShareOf,
            &args![k = decimal("1234567890123456.75"), n = "3"]
        )),
        "1 234 567 890 123 456,75 из 3"
    );
}

#[test]
fn what_is_quoted_and_quotes_itself_gets_the_inner_marks() {
    for (lang, text, want) in [
        (Lang::Ru, "Орлята", "«Орлята»"),
        (Lang::Ru, "Школа «Радуга»", "«Школа „Радуга“»"),
        (Lang::Ru, "Школа „Радуга“", "«Школа „Радуга“»"),
        (Lang::En, "Rainbow", "“Rainbow”"),
        (Lang::En, "the “Rainbow” school", "“the ‘Rainbow’ school”"),
        (Lang::En, "школа «Радуга»", "“школа «Радуга»”"),
        (
            Lang::En,
            "„Радуга“ and “Rainbow”",
            "“„Радуга“ and ‘Rainbow’”",
        ),
    ] {
        let said = Locale::new(lang).say_with(Phrase::Quoted, &args![text]);
        assert_eq!(said, want);
    }
    let refused = Locale::new(Lang::Ru).say_with(
        Phrase::UnknownPlaceholder,
        &args![what = "Приказ «О мерах»", known = "ФИО"],
    );
    assert!(refused.contains("«Приказ „О мерах“»"), "{refused}");
}
