//! Any text, and any bytes: nothing is lost, nothing stops the reader.

use proptest::prelude::*;
use smotr::exchange::section::page::{Page, read, read_text};

use super::SEED;

/// Every line that is not blank is in one item, with its words.
fn nothing_is_lost(text: &str, page: &Page) {
    let text = smotr::domain::text::clean_multiline(text.strip_prefix('\u{feff}').unwrap_or(text));
    let lines: Vec<&str> = text.lines().collect();
    let mut at = 0;
    for item in &page.items {
        let between = &lines[at..item.first - 1];
        assert!(
            between.iter().all(|it| it.trim().is_empty()),
            "lost before {item:?}"
        );
        let own: Vec<&str> = lines[item.first - 1..item.last]
            .iter()
            .map(|it| it.trim())
            .collect();
        assert_eq!(own.join(" "), item.text);
        at = item.last;
    }
    assert!(
        lines[at..].iter().all(|it| it.trim().is_empty()),
        "lost at the end"
    );
}

/// Pieces that pages are made of.
const PIECES: [&str; 34] = [
    "Цели и задачи",
    "Наличие муниципальных показателей:",
    "Управленческие решения",
    "- по резерву",
    "по условиям",
    "Наличие методов",
    "Приказ управления",
    " от 30.12.2020",
    " от 31.02.2021",
    " № 353",
    "«",
    "»",
    "\"",
    "“",
    "'",
    "(",
    ")",
    ";",
    ",",
    " и ",
    " стр. 4-17",
    "стр.",
    "№",
    "N",
    "(ред. от 20.11.2019)",
    "\n",
    "\n\n",
    "\r\n",
    "2.1. Система",
    "1.2. Система",
    "—",
    "Самооценка",
    "ё",
    "\u{fffd}",
];

fn pages() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60).prop_map(|it| it.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_line_of_a_page_is_lost(text in pages()) {
        if let Ok(page) = read_text(&text, None) {
            nothing_is_lost(&text, &page);
        }
    }

    #[test]
    fn no_line_is_lost_below_a_heading(lines in prop::collection::vec("[ а-яА-Я0-9«»\"№.,;:()–-]{0,40}", 0..20)) {
        let text = format!("Цели\n{}", lines.join("\n"));
        nothing_is_lost(&text, &read_text(&text, None).unwrap());
    }

    #[test]
    fn any_bytes_are_a_page_or_a_reason(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes, None);
    }

    #[test]
    fn a_damaged_seed_is_a_page_or_a_reason(at in 0..SEED.len(), length in 0..400_usize, byte in any::<u8>()) {
        let mut bytes = SEED.to_vec();
        let to = (at + length).min(bytes.len());
        bytes.splice(at..to, [byte]);
        if let Ok(page) = read(&bytes, None) && let Ok(text) = std::str::from_utf8(&bytes) {
            nothing_is_lost(text, &page);
        }
    }
}

#[test]
fn no_line_of_the_seed_is_lost() {
    let text = String::from_utf8(SEED.to_vec()).unwrap();
    nothing_is_lost(&text, &read_text(&text, None).unwrap());
}
