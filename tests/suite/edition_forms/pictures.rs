//! Pictures of the forms and pages, at the sizes people have.

use super::draft;

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 36)];

/// The screen after these keys in the tree of a draft, at each size.
fn pictures(keys: &str) -> String {
    let mut out = String::new();
    for size in SIZES {
        let mut stage = draft(size);
        stage.press_and_rest(keys);
        out.push_str(&format!("{} × {} {keys}\n", size.0, size.1));
        out.push_str(&stage.screen());
    }
    out
}

#[test]
fn tree_of_a_draft() {
    insta::assert_snapshot!(pictures("↓↓"));
}

#[test]
fn edition() {
    insta::assert_snapshot!(pictures("<F2>"));
}

#[test]
fn direction() {
    insta::assert_snapshot!(pictures("↓<F2>⇥⇥⇥25"));
}

#[test]
fn indicator() {
    insta::assert_snapshot!(pictures("↓↓<F2>"));
}

#[test]
fn ratio() {
    insta::assert_snapshot!(pictures("↓↓<F2>⇥⇥⇥⇥⇥30⇥⇥"));
}

#[test]
fn new_indicator() {
    insta::assert_snapshot!(pictures("↓А"));
}

#[test]
fn remarks() {
    insta::assert_snapshot!(pictures("↓↓<F2>⇥⇥⇥⇥⇥0<F2>М"));
}

#[test]
fn publishing() {
    insta::assert_snapshot!(pictures("Ю"));
}
