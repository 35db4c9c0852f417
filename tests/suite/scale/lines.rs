//! A line of a printed scale, read and printed again.

use proptest::prelude::*;
use rust_decimal::Decimal;
use smotr::domain::number::NumberError;
use smotr::domain::scale::{Interval, Unread};
use smotr::locale::{Lang, Locale};

/// `[40; 60)`, with `…` for no bound and `~` for an end that may belong.
fn told(it: Interval) -> String {
    let low = it.low.map_or("(…".into(), |(at, belongs)| {
        format!("{}{at}", if belongs { '[' } else { '(' })
    });
    let high = it.high.map_or("…)".into(), |(at, belongs)| {
        format!("{at}{}", if belongs { ']' } else { ')' })
    });
    format!("{low}; {high}{}", if it.loose { "~" } else { "" })
}

#[test]
fn a_line_is_read_as_officials_mean_it() {
    for (line, want) in [
        ("до 40", "(…; 40)~"),
        ("До 40 %", "(…; 40)~"),
        ("менее 40", "(…; 40)"),
        ("меньше 40", "(…; 40)"),
        ("ниже 40", "(…; 40)"),
        ("не более 40", "(…; 40]"),
        ("не выше 40", "(…; 40]"),
        ("до 40 включительно", "(…; 40]"),
        ("до 40% (включительно)", "(…; 40]"),
        ("до 40, не включая", "(…; 40)"),
        ("40 и менее", "(…; 40]"),
        ("40 или ниже", "(…; 40]"),
        ("до 40 вкл.", "(…; 40]"),
        ("до 40 включ.", "(…; 40]"),
        ("≤ 40", "(…; 40]"),
        ("св. 80", "(80; …)"),
        ("св. 60 до 80 вкл.", "(60; 80]"),
        ("выше 80", "(80; …)"),
        ("не ниже 80", "[80; …)"),
        ("≥ 80", "[80; …)"),
        ("от 80 и выше", "[80; …)"),
        ("от 80 или более", "[80; …)"),
        ("более 60 и менее 80", "(60; 80)"),
        ("свыше 60 и не более 80", "(60; 80]"),
        ("не менее 60 и ниже 80", "[60; 80)"),
        ("40–59", "[40; 59]"),
        ("40-59 %", "[40; 59]"),
        ("40 — 59", "[40; 59]"),
        ("40% − 59%", "[40; 59]"),
        ("40 -59", "[40; 59]"),
        ("40…59", "[40; 59]"),
        ("40–59;", "[40; 59]"),
        ("с 40 по 59", "[40; 59]"),
        ("от 40 до 60", "[40; 60)~"),
        ("от 40 % до 60 %", "[40; 60)~"),
        ("от 40 до 60 включительно", "[40; 60]"),
        ("от 40 – до 60", "[40; 60)~"),
        ("от 40–59", "[40; 59]"),
        ("от 80", "[80; …)"),
        ("от 80 и выше", "[80; …)"),
        ("свыше 80", "(80; …)"),
        ("более 80", "(80; …)"),
        ("выше 80", "(80; …)"),
        ("не менее 80", "[80; …)"),
        ("не ниже 80 баллов", "[80; …)"),
        ("80 и выше", "[80; …)"),
        ("более 3 и менее 5", "(3; 5)"),
        ("более 60 и менее 80", "(60; 80)"),
        ("80 и более", "[80; …)"),
        ("80 % и более", "[80; …)"),
        ("80 или более", "[80; …)"),
        ("80+", "[80; …)"),
        ("≥95", "[95; …)"),
        (">=95", "[95; …)"),
        ("<3", "(…; 3)"),
        ("≤ 3", "(…; 3]"),
        ("<= 3", "(…; 3]"),
        (">10", "(10; …)"),
        ("[0;50)", "[0; 50)"),
        ("[0; 50]", "[0; 50]"),
        ("(50;65]", "(50; 65]"),
        ("[95; +∞)", "[95; …)"),
        ("(-∞; 0)", "(…; 0)"),
        ("0,1–5", "[0.1; 5]"),
        ("0.1-5", "[0.1; 5]"),
        ("0", "[0; 0]"),
        ("=1", "[1; 1]"),
        ("ровно 1", "[1; 1]"),
        ("100", "[100; 100]"),
        ("100,0 %", "[100; 100]"),
        ("-5–0", "[-5; 0]"),
        ("-5--1", "[-5; -1]"),
        ("−5 – −1", "[-5; -1]"),
        ("до -5", "(…; -5)~"),
        ("+1", "[1; 1]"),
        ("+1 п.п.", "[1; 1]"),
        ("5 чел.", "[5; 5]"),
        ("1–5 ед.", "[1; 5]"),
        ("от 5 до 10 человек", "[5; 10)~"),
        ("3 процентных пункта и более", "[3; …)"),
        ("1 000–2 000", "[1000; 2000]"),
        ("любое", "(…; …)"),
        ("более 40, но менее 60", "(40; 60)"),
        ("не менее 40 и не более 60", "[40; 60]"),
        ("свыше 40 до 60", "(40; 60)~"),
        ("менее 60, но более 40", "(40; 60)"),
        ("40 ≤ x < 60", "[40; 60)"),
        ("х ≥ 95", "[95; …)"),
        ("60–40", "[60; 40]"),
        ("  40  ", "[40; 40]"),
    ] {
        let read = Interval::read(line).map(told);
        assert_eq!(read.as_deref(), Ok(want), "{line}");
    }
}

#[test]
fn what_cannot_be_read_is_pointed_at() {
    let digits = Unread::Number(NumberError::TooManyDigits);
    let signs = Unread::Number(NumberError::TwoDecimalSigns);
    for (line, why, at, piece) in [
        ("", Unread::Empty, 0, ""),
        ("  %", Unread::Empty, 0, ""),
        ("норма", Unread::Unknown, 0, "норма"),
        ("около 40", Unread::Unknown, 0, "около"),
        ("до сорока", Unread::NumberMissing, 0, "до"),
        ("от 40 до", Unread::NumberMissing, 6, "до"),
        ("40–", Unread::NumberMissing, 2, "–"),
        ("от 80 и ниже", Unread::NumberMissing, 8, "ниже"),
        ("свыше 80 и менее", Unread::NumberMissing, 11, "менее"),
        ("40 ! 59", Unread::Unknown, 3, "!"),
        ("40–59–80", Unread::Extra, 6, "80"),
        ("40 59", Unread::Extra, 3, "59"),
        ("от 40 от 60", Unread::TwiceSame, 6, "от"),
        ("до 3, до 5", Unread::TwiceSame, 6, "до"),
        ("1,5,2", signs, 0, "1,5,2"),
        ("1234567890123456", digits, 0, "1234567890123456"),
        ("от 80 и ниже", Unread::NumberMissing, 8, "ниже"),
        ("от 80 и выше 90", Unread::TwiceSame, 8, "выше"),
        ("[0;50", Unread::Brackets, 3, "50"),
        ("[0 50)", Unread::Brackets, 3, "50"),
        ("[0;50) 7", Unread::Extra, 7, "7"),
        ("до 40 (примерно)", Unread::Extra, 6, "("),
        ("40 тыс", Unread::Unknown, 3, "тыс"),
    ] {
        let it = Interval::read(line).unwrap_err();
        assert_eq!(
            (it.why, it.at, it.piece.as_str()),
            (why, at, piece),
            "{line}"
        );
    }
}

#[test]
fn an_interval_is_printed_as_officials_print_it() {
    for (line, want) in [
        ("до 40", "менее 40"),
        ("<=40", "не более 40"),
        ("[40;60)", "от 40, но менее 60"),
        ("40 - 59 %", "40–59"),
        ("более 80", "свыше 80"),
        (">=40", "40 и выше"),
        ("=1", "1"),
        ("0.1-5", "0,1–5"),
        ("(50;65]", "свыше 50 до 65 включительно"),
        ("(50;65)", "свыше 50, но менее 65"),
        ("от 50 до 65", "от 50, но менее 65"),
        ("любой", "любое"),
        ("-5–0", "-5–0"),
    ] {
        let it = Interval::read(line).unwrap();
        assert_eq!(Locale::new(Lang::Ru).interval(&it), want, "{line}");
    }
}

#[test]
fn in_english_it_is_printed_and_read_in_english() {
    let english = Locale::new(Lang::En);
    for (line, want) in [
        ("менее 40", "under 40"),
        ("<=40", "at most 40"),
        ("[40;60)", "from 40 but under 60"),
        ("от 40 до 60", "from 40 but under 60"),
        (">=40", "40 and above"),
        ("(50;65]", "over 50 to 65 inclusive"),
        ("(50;65)", "over 50 but under 65"),
        ("любое", "any"),
    ] {
        let it = Interval::read(line).unwrap();
        assert_eq!(english.interval(&it), want, "{line}");
    }
    for (line, want) in [
        ("up to 40", "(…; 40)~"),
        ("Under 40 %", "(…; 40)"),
        ("no more than 40", "(…; 40]"),
        ("at least 80", "[80; …)"),
        ("80 or more", "[80; …)"),
        ("from 40 to 60", "[40; 60)~"),
        ("from 40 to 60 (not including)", "[40; 60)"),
        ("more than 3 and below 5", "(3; 5)"),
    ] {
        assert_eq!(Interval::read(line).map(told), Ok(want.into()), "{line}");
    }
}

fn end() -> impl Strategy<Value = Option<(Decimal, bool)>> {
    proptest::option::of((-2000i64..2000, 0u32..3, any::<bool>())).prop_map(|it| {
        it.map(|(at, scale, belongs)| (Decimal::new(at, scale).normalize(), belongs))
    })
}

proptest! {
    #[test]
    fn what_is_printed_reads_as_the_same((low, high) in (end(), end())) {
        let it = Interval { low, high, loose: false };
        for lang in [Lang::Ru, Lang::En] {
            let printed = Locale::new(lang).interval(&it);
            let again = Interval::read(&printed).unwrap();
            prop_assert_eq!((again.low, again.high), (low, high), "{}", printed);
        }
    }

    #[test]
    fn no_line_breaks_the_reader(line in "[0-9 ,.;%а-яё<>≤≥=()\\[\\]+–—-]{0,24}") {
        if let Err(it) = Interval::read(&line) {
            let rest: String = line.chars().skip(it.at).collect();
            prop_assert!(rest.starts_with(&it.piece), "{} at {} of {}", it.piece, it.at, line);
        }
    }
}
