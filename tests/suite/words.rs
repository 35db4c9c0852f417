//! Text before it means anything: cleaning, folding, order, layouts, transliteration.

use std::cmp::Ordering;

use proptest::prelude::*;
use smotr::domain::text::{
    KEYS, clean, clean_multiline, collation_key, fold, initials, latin, retype_latin,
    retype_russian, russian, sound, sounds_of_query,
};
use smotr::tui::text::is_drawable;
use unicode_normalization::char::is_combining_mark;
use unicode_width::UnicodeWidthChar;

fn compare(left: &str, right: &str) -> Ordering {
    collation_key(left).cmp(&collation_key(right))
}

#[test]
fn text_is_cleaned_at_the_boundary() {
    let table = [
        ("СШ № 12", "СШ № 12"),
        ("Ере\u{308}мин Андреи\u{306}", "Ерёмин Андрей"),
        ("один\tдва\r\nтри", "один два три"),
        ("\u{1b}[31mкрасный", "\u{fffd}[31mкрасный"),
        ("имя\u{202e}тхет", "имя\u{fffd}тхет"),
        ("а\u{200b}б\u{feff}в", "а\u{fffd}б\u{fffd}в"),
        ("обра\u{ad}зование", "образование"),
        ("и\u{ad}\u{306}", "й"),
        ("x\u{e0041}\u{fdd0}\u{1ffff}", "x\u{fffd}\u{fffd}\u{fffd}"),
        (
            "а\u{301}\u{302}\u{303}\u{304}\u{304}б",
            "а\u{301}\u{302}\u{303}\u{fffd}б",
        ),
        ("\u{301}а", "\u{fffd}а"),
        ("неразрывный\u{a0}пробел", "неразрывный\u{a0}пробел"),
    ];
    for (dirty, expected) in table {
        assert_eq!(clean(dirty), expected, "{dirty:?}");
    }
    assert_eq!(
        clean_multiline("один\r\nдва\rтри\u{2028}четыре\tпять\u{7}"),
        "один\nдва\nтри\nчетыре пять\u{fffd}"
    );
}

#[test]
fn what_passes_is_visible_and_may_be_drawn() {
    let passes = |c: &char| {
        clean(&format!("а{c}б"))
            .chars()
            .any(|c| !is_drawable(c) || !is_combining_mark(c) && c.width().unwrap_or(0) == 0)
    };
    let unseen: Vec<String> = (0..=0x0010_ffff)
        .filter_map(char::from_u32)
        .filter(|c| !is_combining_mark(*c))
        .filter(passes)
        .map(|c| format!("{:04X}", u32::from(c)))
        .collect();
    assert!(unseen.is_empty(), "{unseen:?} pass unseen");
}

#[test]
fn folding_forgets_what_the_eye_forgives() {
    let table = [
        ("Ерёмин", "еремин"),
        ("ЩЁЛКОВО", "щелково"),
        ("«Лицей» № 12", " лицей    12"),
        ("„Сириус“", " сириус "),
        ("О\u{a0}том\u{202f}же", "о том же"),
        ("Анна—Мария", "анна-мария"),
        ("IVANOV", "ivanov"),
        ("570-АДМ", "570-адм"),
        ("İ", "i"),
    ];
    for (text, folded) in table {
        assert_eq!(fold(text), folded, "{text:?}");
    }
}

#[test]
fn names_stand_in_alphabetical_order() {
    let ordered = [
        "6 Условия",
        "10 Прочее",
        "Гимназия № 1",
        "Ёлкин",
        "Еремеев",
        "Еремин",
        "Ерёмин",
        "Еремина",
        "Ермаков",
        "Жуков",
        "СШ № 2",
        "СШ № 7",
        "СШ № 12",
        "СШ № 12 «Б»",
        "СШ № 100",
        "СШ имени Гагарина",
        "Эхо",
        "Якушев",
    ];
    let mut sorted = ordered.to_vec();
    sorted.reverse();
    sorted.sort_by(|a, b| compare(a, b));
    assert_eq!(
        sorted, ordered,
        "Ёлкин stands among the names in Е, before Ер"
    );
    let table = [
        ("СШ № 2", "СШ № 12", Ordering::Less),
        ("сш №2", "СШ № 12", Ordering::Less),
        ("СШ № 012", "СШ № 13", Ordering::Less),
        ("п. 2.10", "п. 2.9", Ordering::Greater),
        ("Петров", "Петрова", Ordering::Less),
        ("елка", "Ёлка", Ordering::Less),
        ("ёлка", "Елки", Ordering::Less),
        ("«Яблоко»", "Арбуз", Ordering::Greater),
        ("Иванов", "Иванов", Ordering::Equal),
        (
            "99999999999999999999999998",
            "99999999999999999999999999",
            Ordering::Less,
        ),
    ];
    for (left, right, expected) in table {
        assert_eq!(compare(left, right), expected, "{left:?} and {right:?}");
    }
}

#[test]
fn names_have_a_short_form() {
    let table = [
        (
            ("Ерёмин", "Константин", "Львович"),
            "Ерёмин\u{a0}К.\u{a0}Л.",
        ),
        (("Ким", "Олег", ""), "Ким\u{a0}О."),
        (
            ("Дёмина", "анна-мария", "Петровна"),
            "Дёмина\u{a0}А.-М.\u{a0}П.",
        ),
        (
            ("Салаватов", "Ильяс", "Ахмед оглы"),
            "Салаватов\u{a0}И.\u{a0}А.",
        ),
        (("Зимин", "В.", "В."), "Зимин\u{a0}В.\u{a0}В."),
        (("", "Анна", ""), "А."),
        (("Зимин", " ", "—"), "Зимин"),
    ];
    for ((surname, given, patronymic), short) in table {
        assert_eq!(initials(surname, given, patronymic), short);
    }
}

#[test]
fn the_table_of_keys_is_one_to_one() {
    for (cyrillic, roman) in KEYS {
        assert_eq!(latin(cyrillic), Some(roman), "{cyrillic}");
        assert_eq!(russian(roman), Some(cyrillic), "{roman}");
        assert_eq!(
            KEYS.iter().filter(|key| key.0 == cyrillic).count(),
            1,
            "{cyrillic} twice"
        );
        assert_eq!(
            KEYS.iter().filter(|key| key.1 == roman).count(),
            1,
            "{roman} twice"
        );
    }
    let alphabet = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ";
    assert!(
        alphabet.chars().all(|c| latin(c).is_some()),
        "every Russian letter has a key"
    );
    assert!(
        ('a'..='z').chain('A'..='Z').all(|c| russian(c).is_some()),
        "every Latin letter has a key"
    );
    for same in "0123456789!%*()-_=+\\ ".chars() {
        assert_eq!(
            (latin(same), russian(same)),
            (None, None),
            "{same:?} is the same in both layouts"
        );
    }
}

#[test]
fn words_typed_in_the_wrong_layout_are_retyped() {
    for (wrong, right) in [
        ("ghbrfp", "приказ"),
        ("Th`vby", "Ерёмин"),
        ("[jkjl", "холод"),
        ("'[j", "эхо"),
        ("~krf", "Ёлка"),
        ("C# 12", "С№ 12"),
    ] {
        assert_eq!(retype_russian(wrong), right);
        assert_eq!(retype_latin(right), wrong);
    }
    assert_eq!(retype_latin("шмфтщм"), "ivanov");
    assert_eq!(
        retype_latin("259.1"),
        "259/1",
        "the key of / gives a point under ЙЦУКЕН"
    );
}

#[test]
fn every_transliteration_finds_the_name() {
    let table: &[(&str, &[&str])] = &[
        (
            "Ерёмин",
            &["eremin", "eryomin", "yeremin", "yeryomin", "Jeremin"],
        ),
        ("Щербаков", &["shcherbakov", "scherbakov", "Shcherbakov"]),
        ("Хрущёв", &["khrushchev", "hruschev", "khrushchyev"]),
        ("Жуков", &["zhukov", "zukov"]),
        ("Цой", &["tsoy", "coj", "tsoi", "tzoy"]),
        ("Юлия", &["yulia", "yuliya", "iuliia", "julija"]),
        (
            "Дмитрий",
            &["dmitry", "dmitriy", "dmitrij", "dmitrii", "dmitri"],
        ),
        ("Алексей", &["alexey", "aleksei", "alexej"]),
        ("Наталья", &["natalia", "natalya", "natal'ya"]),
        ("Вячеслав", &["vyacheslav", "viacheslav", "vjaceslav"]),
        ("Чайковский", &["chaikovsky", "chaykovskiy"]),
        ("Фёдор", &["fedor", "fyodor", "phedor"]),
        ("Объедков", &["obedkov", "obyedkov", "ob'edkov"]),
        ("Кузнецов", &["kuznetsov", "kuznecov", "kuznetzov"]),
        ("Эльвира", &["elvira", "el'vira"]),
        ("Вышинский", &["vyshinsky", "vishinskii"]),
        ("Гимназия", &["gimnaziya", "gimnazia"]),
        ("Схема", &["skhema"]),
    ];
    for (name, spellings) in table {
        for spelling in *spellings {
            assert!(
                sounds_of_query(spelling).contains(&sound(name)),
                "{spelling} is {:?}, {name} is {:?}",
                sounds_of_query(spelling),
                sound(name)
            );
        }
    }
    for (one, other) in [("Иванов", "Петров"), ("Мария", "Марина"), ("Ким", "Кин")]
    {
        assert_ne!(sound(one), sound(other));
    }
}

#[test]
fn a_spelling_still_being_typed_is_a_beginning() {
    for (name, spelling) in [
        ("Щербаков", "shcherbakov"),
        ("Харитонов", "kharitonov"),
        ("Цветкова", "tsvetkova"),
        ("Яшин", "yashin"),
        ("Жуков", "zhukov"),
    ] {
        for end in 1..=spelling.len() {
            let begun = &spelling[..end];
            assert!(
                sound(name).starts_with(&sound(begun)),
                "{begun} is {:?}, {name} is {:?}",
                sound(begun),
                sound(name)
            );
        }
    }
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![".{0,12}", "[а-яёА-ЯЁ №«»0-9-]{0,12}", "[ёЁеЕжЖ0-2 ]{0,5}"]
}

proptest! {
    #[test]
    fn cleaning_is_done_once_and_for_all(text in "\\PC{0,20}|[\\x00-\\x20а-е\u{300}-\u{309}\u{200b}\u{ad}\u{202e}]{0,20}") {
        for clean in [clean as fn(&str) -> String, clean_multiline] {
            let once = clean(&text);
            prop_assert_eq!(clean(&once), once);
        }
        prop_assert!(!clean(&text).contains('\n'));
    }

    #[test]
    fn folding_keeps_places_and_is_done_once(text in name()) {
        let folded = fold(&text);
        prop_assert_eq!(folded.chars().count(), text.chars().count());
        prop_assert_eq!(fold(&folded), folded);
    }

    #[test]
    fn the_order_of_names_is_total(a in name(), b in name(), c in name()) {
        prop_assert_eq!(compare(&a, &b), compare(&b, &a).reverse());
        prop_assert_eq!(compare(&a, &b) == Ordering::Equal, a == b);
        if compare(&a, &b) != Ordering::Greater && compare(&b, &c) != Ordering::Greater {
            prop_assert!(compare(&a, &c) != Ordering::Greater);
        }
    }

    #[test]
    fn numbers_in_names_are_compared_as_numbers(a in 0_u64..100_000, b in 0_u64..100_000) {
        let (left, right) = (collation_key(&format!("СШ № {a}")), collation_key(&format!("СШ № {b}")));
        prop_assert_eq!(left.cmp(&right), a.cmp(&b));
    }

    #[test]
    fn retyping_letters_goes_there_and_back(text in "[а-яёА-ЯЁ]{0,20}", roman in "[a-zA-Z]{0,20}") {
        prop_assert_eq!(retype_russian(&retype_latin(&text)), text);
        prop_assert_eq!(retype_latin(&retype_russian(&roman)), roman);
    }

    #[test]
    fn any_text_has_a_sound(text in ".{0,20}") {
        let _sound = sound(&text);
        prop_assert!(!sounds_of_query(&text).is_empty());
    }
}
