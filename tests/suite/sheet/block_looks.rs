//! Pictures of a block before it is entered, at the sizes people have.

use crate::support::demo;
use crate::support::stage::Stage;

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 36)];

fn pictures(keys: &str, act: impl Fn(&mut Stage)) -> String {
    let mut out = String::new();
    for size in SIZES {
        let mut stage = demo::stage(size);
        stage.press_and_rest(keys);
        act(&mut stage);
        stage.rest();
        let (width, height) = size;
        out.push_str(&format!("{width} × {height}\n{}", stage.screen()));
    }
    out
}

#[test]
fn a_pasted_block() {
    let text = "31/33\t25/24\tмного\n30/32\t12/40\t0/10\n\t20/20\t3/4\n29/30\t87,5\tн/п";
    insta::assert_snapshot!(pictures("6<F4>", |stage| {
        stage.paste(text);
    }));
}

#[test]
fn not_applicable_for_a_direction() {
    insta::assert_snapshot!(pictures("6<F4>↓↓", |stage| {
        stage.press("<Ctrl+n>1");
    }));
}

#[test]
fn where_values_come_from() {
    insta::assert_snapshot!(pictures("6<F4>", |stage| {
        stage.press("Ивх. № 7 от 12.05.2026⏎Ивх").rest();
    }));
}

#[test]
fn the_source_stands_on_the_sheet_while_it_is_set() {
    insta::assert_snapshot!(pictures("6<F4>", |stage| {
        stage.press("Ивх. № 7 от 12.05.2026⏎↓↓");
    }));
}
