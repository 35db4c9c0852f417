//! Pictures of the sheet on the demo store, at the sizes people have.

use smotr::locale::Lang;

use crate::support::demo;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (200, 50)];

fn pictures(sizes: &[(u16, u16)], keys: &str) -> String {
    let mut out = String::new();
    for size in sizes {
        let mut stage = demo::stage(*size);
        stage.press_and_rest(keys);
        let (width, height) = size;
        out.push_str(&format!("{width} × {height} {keys}\n{}", stage.screen()));
    }
    out
}

#[test]
fn a_direction() {
    insta::assert_snapshot!(pictures(&SIZES, "6<F4>"));
}

#[test]
fn all_directions() {
    insta::assert_snapshot!(pictures(&SIZES, "6<F4>ь<End>"));
}

#[test]
fn while_a_value_is_typed() {
    insta::assert_snapshot!(pictures(&SIZES[..2], "6<F4>→21/24"));
}

#[test]
fn in_english() {
    let mut stage = demo::stage_in((80, 24), Lang::En);
    stage.press_and_rest("6<F4>→");
    insta::assert_snapshot!(stage.screen());
}
