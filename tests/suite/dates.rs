//! Dates as they are typed.

use chrono::NaiveDate;
use proptest::prelude::*;
use smotr::domain::date::{DateError, Side, parse_date_on};

fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
}

/// The date of a term: a day and month without a year are the next ones to come.
fn coming(text: &str, today: NaiveDate) -> Result<NaiveDate, DateError> {
    parse_date_on(text, today, Side::Coming)
}

#[test]
fn dates_are_read_in_both_layouts() {
    let today = day("2026-11-23");
    let table = [
        ("15.12", "2026-12-15"),
        ("15,12", "2026-12-15"),
        ("15/12", "2026-12-15"),
        ("15-12", "2026-12-15"),
        ("15 12", "2026-12-15"),
        ("15ю12", "2026-12-15"),
        ("15б12", "2026-12-15"),
        ("15.12.", "2026-12-15"),
        ("5.1", "2027-01-05"),
        ("23.11", "2026-11-23"),
        ("22.11", "2027-11-22"),
        ("29.02", "2028-02-29"),
        ("15.12.2026", "2026-12-15"),
        ("15ю12ю2026", "2026-12-15"),
        ("15б12б26", "2026-12-15"),
        ("15.12.26", "2026-12-15"),
        ("15/12/26", "2026-12-15"),
        ("01.06.98", "1998-06-01"),
        ("01.06.46", "2046-06-01"),
        ("01.06.47", "1947-06-01"),
        ("2026-12-15", "2026-12-15"),
        ("15 декабря", "2026-12-15"),
        ("15 дек", "2026-12-15"),
        ("15 декабря 2027 г.", "2027-12-15"),
        ("1 июня 2026 года", "2026-06-01"),
        ("1 июл 2026", "2026-07-01"),
        ("9 мая", "2027-05-09"),
        ("9 май", "2027-05-09"),
        ("15 ltrf,hz", "2026-12-15"),
        ("1 b.yz 2026", "2026-06-01"),
        ("15.12.2026г.", "2026-12-15"),
        ("+30", "2026-12-23"),
        ("+ 30 дней", "2026-12-23"),
        ("+0", "2026-11-23"),
        ("-3", "2026-11-20"),
        ("сегодня", "2026-11-23"),
        ("Завтра", "2026-11-24"),
        ("pfdnhf", "2026-11-24"),
        ("послезавтра", "2026-11-25"),
        ("вчера", "2026-11-22"),
    ];
    for (text, expected) in table {
        assert_eq!(coming(text, today), Ok(day(expected)), "{text:?}");
    }
}

#[test]
fn the_date_of_an_act_lies_behind() {
    let today = day("2026-11-23");
    for (text, expected) in [
        ("15.12", "2025-12-15"),
        ("23.11", "2026-11-23"),
        ("01.06", "2026-06-01"),
        ("29.02", "2024-02-29"),
    ] {
        assert_eq!(
            parse_date_on(text, today, Side::Past),
            Ok(day(expected)),
            "{text:?}"
        );
    }
}

#[test]
fn the_first_day_of_work_is_the_nearest_one() {
    let today = day("2026-11-30");
    for (text, expected) in [
        ("02.12", "2026-12-02"),
        ("29.11", "2026-11-29"),
        ("30.11", "2026-11-30"),
        ("01.02", "2027-02-01"),
        ("01.09", "2026-09-01"),
        ("29.02", "2028-02-29"),
    ] {
        assert_eq!(
            parse_date_on(text, today, Side::Nearest),
            Ok(day(expected)),
            "{text:?}"
        );
    }
}

#[test]
fn what_is_no_date_says_why() {
    let today = day("2026-11-23");
    let missing = |day, month, year| DateError::NoSuchDate { day, month, year };
    let table = [
        ("", DateError::Empty),
        ("  ", DateError::Empty),
        ("скоро", DateError::Unreadable),
        ("15", DateError::Unreadable),
        ("15.", DateError::Unreadable),
        ("1.2.3.4", DateError::Unreadable),
        ("15.12.026", DateError::Unreadable),
        ("15 ма 2026", DateError::Unreadable),
        ("+", DateError::Unreadable),
        ("31.02", missing(31, 2, None)),
        ("31.02.2026", missing(31, 2, Some(2026))),
        ("29.02.2026", missing(29, 2, Some(2026))),
        ("12.15", missing(12, 15, None)),
        ("0.5", missing(0, 5, None)),
        ("15.12.1812", DateError::OutOfRange),
        ("15.12.2926", DateError::OutOfRange),
        ("+100000", DateError::OutOfRange),
        ("+99999999999999999999999", DateError::OutOfRange),
    ];
    for (text, expected) in table {
        assert_eq!(coming(text, today), Err(expected), "{text:?}");
    }
}

/// A date as records have it.
#[derive(Debug, PartialEq, serde::Serialize, serde::Deserialize)]
struct Dated {
    #[serde(with = "smotr::domain::day")]
    day: NaiveDate,
    #[serde(with = "smotr::domain::day::maybe")]
    maybe: Option<NaiveDate>,
}

#[test]
fn a_date_in_a_record_that_the_calendar_does_not_have_is_none() {
    for text in ["2026-02-29", "2026-00-10", "2026-11-3x", "", "29.11.2026"] {
        let said = format!("{{\"day\": \"{text}\", \"maybe\": null}}");
        assert!(serde_json::from_str::<Dated>(&said).is_err(), "{text}");
    }
}

proptest! {
    /// The bytes are those of chrono, whatever the year, and come back as the date.
    #[test]
    fn a_date_in_a_record_is_written_as_chrono_writes_it(days in -1_000_000_i32..10_000_000, is_some: bool) {
        let day = NaiveDate::from_num_days_from_ce_opt(days).unwrap();
        let maybe = is_some.then_some(day);
        let bytes = bincode::serialize(&(day, maybe)).unwrap();
        let dated = Dated { day, maybe };
        prop_assert_eq!(&bincode::serialize(&dated).unwrap(), &bytes);
        prop_assert_eq!(bincode::deserialize::<Dated>(&bytes).unwrap(), dated);
    }

    #[test]
    fn a_written_date_is_read_back(days in 0_i64..90_000, today in 0_i64..90_000) {
        let start = day("1910-01-01");
        let (date, today) = (start + chrono::Duration::days(days), start + chrono::Duration::days(today));
        prop_assert_eq!(coming(&date.format("%d.%m.%Y").to_string(), today), Ok(date));
        let coming = coming(&date.format("%d.%m").to_string(), today).unwrap();
        prop_assert!(coming >= today);
        let past = parse_date_on(&date.format("%d.%m").to_string(), today, Side::Past).unwrap();
        prop_assert!(past <= today);
    }

    #[test]
    fn no_text_is_too_strange(text in ".{0,30}", near in "[0-9.,/юб+ -]{0,14}") {
        let _refused = coming(&text, day("2026-11-23"));
        let _refused = coming(&near, day("2026-11-23"));
    }
}

#[test]
fn a_number_with_its_date_is_parted() {
    use smotr::domain::date::numbered;
    for (typed, number, day) in [
        ("312 от 30.06.2026", "312", "2026-06-30"),
        ("№ 312 от 30.06.2026 г.", "312", "2026-06-30"),
        ("вх. № 259/1 от 1.06.2026", "259/1", "2026-06-01"),
        ("от 30 июня 2026 г. № 570-адм", "570-адм", "2026-06-30"),
        ("570-адм от 30.06.2026 года", "570-адм", "2026-06-30"),
        ("приказ от 30.06.2026 № 312", "312", "2026-06-30"),
        ("приказ 312 от 30.06.2026", "312", "2026-06-30"),
        ("15 дсп от 30.06.2026", "15 дсп", "2026-06-30"),
    ] {
        let read = numbered(typed).unwrap_or_else(|| panic!("{typed}"));
        assert_eq!(
            (read.0.as_str(), read.1.to_string().as_str()),
            (number, day),
            "{typed}"
        );
    }
    // The year is still being typed; there is no date; there is no number; there is no such day; there is more than a number and a date.
    for typed in [
        "312 от 30.06.20",
        "312 от",
        "312",
        "от 30.06.2026",
        "312 от 31.06.2026",
        "приказ от 30.06.2026",
        "приказ от 30.06.2026 № 312 «О мерах»",
        "312 от 30.06.2026 О мерах",
        "",
    ] {
        assert_eq!(numbered(typed), None, "{typed}");
    }
}
