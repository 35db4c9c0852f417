//! Widths, cutting and wrapping of text for the screen.

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::buffer::CellWidth;
use ratatui::layout::Rect;
use ratatui::style::Style;
use smotr::domain::text::{clean, clean_multiline};
use smotr::tui::text::{
    Align, cut, cut_middle, fit, is_drawable, split_at_column, width, window, wrap, wrap_ranges,
};
use unicode_segmentation::UnicodeSegmentation;

#[test]
fn width_is_columns() {
    for (text, columns) in [
        ("", 0),
        ("СШ № 12", 7),
        ("«ё» — …", 7),
        ("и\u{306}", 1),
        ("学校", 4),
        ("x\u{301}\u{302}y", 2),
        ("►│─ ▲▼ ●○ √", 11),
    ] {
        assert_eq!(width(text), columns, "{text:?}");
    }
}

#[test]
fn cut_keeps_the_ellipsis_inside() {
    for (text, columns, expected) in [
        ("Укомплектованность", 18, "Укомплектованность"),
        ("Укомплектованность", 17, "Укомплектованнос…"),
        ("Первая и высшая", 8, "Первая…"),
        ("学校学校", 4, "学…"),
        ("学校", 3, "学…"),
        ("学校", 1, ""),
        ("да", 1, "д"),
        ("да", 0, ""),
    ] {
        assert_eq!(cut(text, columns, "…"), expected, "{text:?} in {columns}");
    }
}

#[test]
fn cut_in_the_middle_keeps_both_ends() {
    for (text, columns, expected) in [
        ("соответствует", 13, "соответствует"),
        ("соответствует", 10, "соотв…вует"),
        ("соответствует с рекомендациями", 10, "соотв…иями"),
        ("не соответствует", 10, "не со…вует"),
        ("学校学校", 6, "学…校"),
        ("да", 1, "д"),
        ("соль", 2, "с…"),
    ] {
        assert_eq!(
            cut_middle(text, columns, "…"),
            expected,
            "{text:?} in {columns}"
        );
    }
}

#[test]
fn fit_is_exact() {
    assert_eq!(fit("87,5", 6, Align::Right, "…"), "  87,5");
    assert_eq!(fit("школа", 7, Align::Left, "…"), "школа  ");
    assert_eq!(fit("Показатели", 5, Align::Left, "…"), "Пока…");
}

#[test]
fn split_never_halves_a_wide_character() {
    assert_eq!(split_at_column("学校", 3), ("学", "校"));
    assert_eq!(split_at_column("й\u{306}а", 1), ("й\u{306}", "а"));
}

#[test]
fn an_input_field_follows_its_cursor() {
    let text = "рекомендовать";
    for (letters, columns, expected) in [
        (0, 5, ("реком", 0)),
        (4, 5, ("реком", 4)),
        (5, 5, ("екоме", 4)),
        (13, 5, ("вать", 4)),
        (13, 20, (text, 13)),
        (3, 0, ("", 0)),
    ] {
        let cursor = text
            .char_indices()
            .nth(letters)
            .map_or(text.len(), |it| it.0);
        assert_eq!(
            window(text, cursor, columns),
            expected,
            "{letters} in {columns}"
        );
    }
}

fn check(columns: usize, text: &str, expected: &[&str]) {
    assert_eq!(wrap(text, columns), expected, "{text:?} in {columns}");
}

#[test]
fn russian_wrapping() {
    check(10, "Провести стажировку", &["Провести", "стажировку"]);
    check(
        13,
        "Стажировка — до декабря",
        &["Стажировка —", "до декабря"],
    );
    check(11, "Стажировка — до", &["Стажировка", "— до"]);
    check(
        12,
        "Приказ школы № 12 издан",
        &["Приказ школы", "№ 12 издан"],
    );
    check(
        16,
        "Назначен директор К. Л. Ерёмин",
        &["Назначен", "директор", "К. Л. Ерёмин"],
    );
    check(
        16,
        "Директор школы Ерёмин К. Л., и. о.",
        &["Директор школы", "Ерёмин К. Л.,", "и. о."],
    );
    check(9, "доля 87,5 % верна", &["доля", "87,5 %", "верна"]);
    check(
        9,
        "приказ п. 2.1, исх. № 4",
        &["приказ", "п. 2.1,", "исх. № 4"],
    );
    check(4, "длинноеслово", &["длин", "ноес", "лово"]);
    check(3, "学校学校", &["学", "校", "学", "校"]);
    check(20, "первая\n\nтретья", &["первая", "", "третья"]);
    check(5, "", &[""]);
    check(0, "аб", &["а", "б"]);
}

proptest! {
    #[test]
    fn clean_text_is_drawable(text in any::<String>()) {
        let tidy = clean_multiline(&text);
        prop_assert!(tidy.chars().all(|it| it == '\n' || is_drawable(it)), "{:?}", tidy);
    }

    #[test]
    fn width_is_what_the_buffer_takes(text in any::<String>()) {
        let text = clean(&text);
        let mut buffer = Buffer::empty(Rect::new(0, 0, 2_000, 1));
        let (end, _) = buffer.set_stringn(0, 0, &text, 2_000, Style::new());
        prop_assert_eq!(usize::from(end), width(&text));
    }

    #[test]
    fn wrapped_lines_fit_and_hold_everything(text in "[а-яА-Я№ —.0-9学\\n]{0,80}", columns in 2_usize..30) {
        let ranges = wrap_ranges(&text, columns);
        let mut joined = String::new();
        for (index, range) in ranges.iter().enumerate() {
            let line = &text[range.clone()];
            prop_assert!(width(line.trim_end_matches(' ')) <= columns, "{:?} is wider than {}", line, columns);
            let broke = index > 0 && text.as_bytes()[range.start - 1] == b'\n' && ranges[index - 1].end < range.start;
            if broke {
                joined.push('\n');
            }
            joined.push_str(line);
        }
        prop_assert_eq!(joined, text);
    }
}

#[test]
fn every_character_that_cleaning_lets_through_is_drawable() {
    let missed: Vec<char> = ('\0'..=char::MAX)
        .filter(|&c| clean(&format!("а{c}")).contains(c) && !is_drawable(c))
        .collect();
    assert!(missed.is_empty(), "{missed:?}");
}

proptest::proptest! {
    /// What is counted without dividing it into graphemes counts the same.
    #[test]
    fn plain_text_is_as_wide_as_its_graphemes(text in "[ -~\u{a0}-\u{2ff}\u{400}-\u{4ff}\u{2010}-\u{2027}№−]{0,12}") {
        let whole: usize = text.graphemes(true).map(|it| usize::from(it.cell_width())).sum();
        proptest::prop_assert_eq!(width(&text), whole);
    }
}
