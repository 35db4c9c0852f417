//! Pictures of every section on the demo store, at the sizes people have. Each is looked at with a methodist's eyes before it is kept.

use smotr::locale::Lang;

use crate::support::demo;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (200, 50)];

/// The screen after these keys, at each size.
fn pictures(keys: &str) -> String {
    let mut out = String::new();
    for size in SIZES {
        let mut stage = demo::stage(size);
        stage.press_and_rest(&format!("<F8>{keys}"));
        out.push_str(&format!("{} × {} {keys}\n", size.0, size.1));
        out.push_str(&stage.screen());
    }
    out
}

#[test]
fn editions() {
    insta::assert_snapshot!(pictures("→"));
}

#[test]
fn tree_of_an_edition() {
    insta::assert_snapshot!(pictures("⏎⏎↓↓"));
}

#[test]
fn indicator() {
    insta::assert_snapshot!(pictures("⏎⏎<End>⏎"));
}

#[test]
fn periods() {
    insta::assert_snapshot!(pictures("↓⏎"));
}

#[test]
fn organisations() {
    insta::assert_snapshot!(pictures("↓↓⏎↓"));
}

#[test]
fn persons() {
    insta::assert_snapshot!(pictures("↓↓↓⏎"));
}

#[test]
fn reserve() {
    insta::assert_snapshot!(pictures("↓↓↓↓⏎"));
}

#[test]
fn documents() {
    insta::assert_snapshot!(pictures("↓↓↓↓↓⏎⏎"));
}

#[test]
fn base_quantities() {
    insta::assert_snapshot!(pictures("↓↓↓↓↓↓⏎"));
}

#[test]
fn rules() {
    insta::assert_snapshot!(pictures("↓↓↓↓↓↓↓⏎⏎↓↓"));
}

#[test]
fn users() {
    insta::assert_snapshot!(pictures("<End>⏎"));
}

#[test]
fn in_english() {
    let mut out = String::new();
    for keys in [
        "→",
        "⏎⏎↓↓↓⏎",
        "↓⏎",
        "↓↓⏎",
        "↓↓↓⏎",
        "↓↓↓↓⏎",
        "↓↓↓↓↓⏎",
        "↓↓↓↓↓↓⏎",
        "↓↓↓↓↓↓↓⏎",
    ] {
        let mut stage = demo::stage_in((80, 24), Lang::En);
        stage.press_and_rest(&format!("<F8>{keys}"));
        out.push_str(&stage.screen());
    }
    insta::assert_snapshot!(out);
}
