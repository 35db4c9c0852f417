//! Pictures of the screen on the demo store, at the sizes people have. Each is looked at with a methodist's eyes before it is kept.

use smotr::locale::Lang;

use crate::support::demo;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (200, 50)];

/// The screen after these keys, at each size.
fn pictures(keys: &str) -> String {
    let mut out = String::new();
    for size in SIZES {
        let mut stage = super::stage(size);
        stage.press_and_rest(keys);
        out.push_str(&format!("{} × {} {keys}\n", size.0, size.1));
        out.push_str(&stage.screen());
    }
    out
}

#[test]
fn the_screen_as_it_opens() {
    insta::assert_snapshot!(pictures(""));
}

#[test]
fn a_cell_of_several() {
    insta::assert_snapshot!(pictures("↓↓↓↓↓↓<End>→→→→→→"));
}

#[test]
fn the_list_has_the_keys() {
    insta::assert_snapshot!(pictures("↓⏎↓"));
}

#[test]
fn in_english() {
    let mut stage = demo::stage_in((80, 24), Lang::En);
    stage.press_and_rest("<F7>");
    insta::assert_snapshot!(stage.screen());
}
