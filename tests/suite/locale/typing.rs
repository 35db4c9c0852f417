//! What was typed and cannot be read is explained, with a way to type it.

use smotr::domain::date::DateError;
use smotr::domain::entry_text::EntryError;
use smotr::domain::number::NumberError;
use smotr::locale::{Lang, Locale};

use super::scene::dec;

#[test]
fn what_cannot_be_read_is_explained() {
    let ru = Locale::new(Lang::Ru);
    for (error, want) in [
        (
            NumberError::Empty,
            "Число не введено. Введите число, например 12 или 87,5.",
        ),
        (
            NumberError::NotANumber,
            "Это не число. Введите число, например 12 или 87,5.",
        ),
        (
            NumberError::TwoDecimalSigns,
            "Два десятичных разделителя: непонятно, где дробная часть. Оставьте один: 1234,5.",
        ),
        (
            NumberError::BadGrouping,
            "Пробелы стоят не между тысячами. Введите слитно или так: 1 234 567.",
        ),
        (
            NumberError::TooManyDigits,
            "Слишком много цифр. Цифр до запятой — не больше 15, после — не больше 9.",
        ),
    ] {
        assert_eq!(
            ru.number_error(error).to_string().replace('\u{a0}', " "),
            want
        );
    }
    for (error, want) in [
        (
            DateError::Empty,
            "Дата не введена. Введите 15.12, 15.12.2026 или +30.",
        ),
        (
            DateError::Unreadable,
            "Это не дата. Введите 15.12, 15.12.2026 или +30.",
        ),
        (
            DateError::NoSuchDate {
                day: 31,
                month: 2,
                year: None,
            },
            "Такой даты нет: 31.02. Проверьте день и месяц.",
        ),
        (
            DateError::NoSuchDate {
                day: 29,
                month: 2,
                year: Some(2026),
            },
            "Такой даты нет: 29.02.2026. Проверьте день и месяц.",
        ),
        (
            DateError::OutOfRange,
            "Дата слишком далеко. Год — с 1900 по 2199, сдвиг — не больше 3 660 дней.",
        ),
    ] {
        assert_eq!(
            ru.date_error(error).to_string().replace('\u{a0}', " "),
            want
        );
    }
}

/// Names every kind of error, so that the compiler asks for an example of a new one.
fn covered(error: &EntryError) {
    match error {
        EntryError::Computed
        | EntryError::Number(_)
        | EntryError::NotWhole(_)
        | EntryError::NotARatio => {}
        EntryError::ZeroDenominator
        | EntryError::NegativePart(_)
        | EntryError::DenominatorUnknown { .. } => {}
        EntryError::RatioOrPercent { .. }
        | EntryError::GroupingOrRatio { .. }
        | EntryError::PercentNotHere => {}
        EntryError::NoSuchOption { .. } | EntryError::SeveralOptions(_) => {}
    }
}

#[test]
fn what_makes_no_value_is_explained() {
    let ru = Locale::new(Lang::Ru);
    for (error, want) in [
        (
            EntryError::Computed,
            "Значение вычисляется, вносить его не нужно. Внесите то, из чего оно вычисляется.",
        ),
        (
            EntryError::Number(NumberError::NotANumber),
            "Это не число. Введите число, например 12 или 87,5.",
        ),
        (
            EntryError::NotWhole(dec("1234.5")),
            "1 234,5 — не целое число. Введите целое: дробных значений здесь не бывает.",
        ),
        (
            EntryError::NotARatio,
            "Это не доля. Введите часть и целое, например 21/24, или процент со знаком: 87,5 %.",
        ),
        (
            EntryError::ZeroDenominator,
            "Знаменатель — ноль. Если считать не от чего, внесите «н/п» с причиной.",
        ),
        (
            EntryError::NegativePart(dec("-2")),
            "−2 — меньше нуля. Проверьте число и введите заново.",
        ),
        (
            EntryError::DenominatorUnknown {
                numerator: dec("21"),
            },
            "Неизвестно, из скольких. Введите обе части: 21/…",
        ),
        (
            EntryError::RatioOrPercent {
                numerator: dec("87"),
                denominator: Some(dec("5")),
                percent: dec("87.5"),
            },
            "87,5 — это процент или доля? Введите 87/5 или 87,5 % — со знаком.",
        ),
        (
            EntryError::RatioOrPercent {
                numerator: dec("21"),
                denominator: None,
                percent: dec("21.05"),
            },
            "21,05 — это процент или доля? Процент введите со знаком, 21,05 %, а долю — обеими частями, например 21/24.",
        ),
        (
            EntryError::GroupingOrRatio {
                number: dec("1234"),
                numerator: dec("1"),
                denominator: dec("234"),
            },
            "Пробел здесь между тысячами или между частями? Введите 1234 или 1/234.",
        ),
        (
            EntryError::PercentNotHere,
            "Знак процента здесь лишний. Введите число без него.",
        ),
        (
            EntryError::NoSuchOption { options: 4 },
            "Такого варианта нет. Введите цифру от 1 до 4.",
        ),
        (
            EntryError::SeveralOptions(vec![1, 3]),
            "Так начинается несколько вариантов. Введите цифру: 1, 3.",
        ),
    ] {
        covered(&error);
        assert_eq!(
            ru.entry_error(&error).to_string().replace('\u{a0}', " "),
            want
        );
    }
}
