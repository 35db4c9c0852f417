//! Whatever stands in a keymap file: loading does not fail, and what it makes is a keymap.

use proptest::prelude::*;
use smotr::tui::command::table::CommandId;
use smotr::tui::keys::{Key, Lookup, lint, load};

use super::runs;

/// Keys that a person might write, some of them forbidden or unknown, some of the same key cap.
const KEYS: [&str; 18] = [
    "п",
    "g",
    "П",
    "G",
    "ж",
    ";",
    "/",
    ".",
    "Ctrl+Z",
    "Ctrl+Я",
    "Ctrl+H",
    "F2",
    "Пробел",
    "Space",
    "э",
    "'",
    "Ctrl",
    "Enter",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_a_file_says_each_of_its_lines_counts_or_is_told(
        lines in prop::collection::vec(
            (prop::collection::vec(prop::sample::select(&KEYS[..]), 1..4), prop::sample::select(CommandId::ALL)),
            0..12,
        ),
        base in prop::sample::select(vec!["russian", "far", "vim", "none"]),
    ) {
        let mut text = format!("base = \"{base}\"\n[keys]\n");
        for (keys, command) in &lines {
            text.push_str(&format!("\"{}\" = \"{command}\"\n", keys.join(" ")));
        }
        let loaded = load(&text, "keymap.toml");
        for (index, (names, command)) in lines.iter().enumerate() {
            let line = index + 3;
            let told = loaded.faults.iter().any(|fault| fault.line == Some(line));
            prop_assert!(
                told || runs(&loaded.keymap, &names.join(" ")) == Some(*command),
                "line {line} of\n{text}"
            );
        }
        let sequences: Vec<_> = loaded.keymap.sequences().map(|(keys, _)| keys).collect();
        for (index, one) in sequences.iter().enumerate() {
            for other in &sequences[index + 1..] {
                prop_assert!(!one.starts_with(other) && !other.starts_with(one), "{one:?} {other:?}");
            }
        }
        for c in "0123456789-+,.бю".chars() {
            prop_assert_eq!(loaded.keymap.lookup(&[Key::char(c)]), Lookup::NotBound);
        }
        prop_assert!(lint(&loaded.keymap).iter().all(|fault| !fault.file.is_empty()));
    }

    #[test]
    fn no_text_makes_loading_fail(text in r#"([\[\]="a-zп\\#\n ]|keys|base|unbound|\PC){0,60}"#) {
        let loaded = load(&text, "keymap.toml");
        let lines = text.lines().count().max(1);
        for fault in &loaded.faults {
            prop_assert!(fault.line.is_some_and(|line| (1..=lines + 1).contains(&line)), "{:?}", fault);
        }
    }
}
