//! How the forms look, at both sizes.

use super::*;

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 36)];

fn pictures(name: &str, keys: &str) {
    for size in SIZES {
        let mut stage = sized(size);
        stage.press(keys);
        insta::assert_snapshot!(format!("{name}_{}x{}", size.0, size.1), stage.screen());
    }
}

#[test]
fn the_form_of_a_note() {
    pictures("note", "аДоля педагогов с категорией вдвое ниже нормы");
}

#[test]
fn the_form_of_a_measure() {
    pictures("measure", "мСтажировка на базе СШ № 2");
}

#[test]
fn the_form_of_a_review() {
    pictures("review", "<Ctrl+t>составить⏎");
}

#[test]
fn the_form_of_a_goal() {
    pictures("goal", "щновая цель⏎⏎Укрепить кадровый состав⇥⇥1.1⏎80⏎2027");
}
