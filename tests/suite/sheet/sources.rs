//! «Источник ввода»: set once, on the sheet as long as it is set, attached to each value; typed, from those before, from the register.

use smotr::domain::value::Source;

use super::blocks::at;
use crate::support::stage::Stage;
use crate::support::world::*;

fn source_of(stage: &Stage) -> Option<Source> {
    let there = cell(COUNT, NURSERY);
    stage.state.value(there).and_then(|it| it.source.clone())
}

#[test]
fn it_stays_until_it_is_changed_and_is_seen() {
    let mut stage = at(COUNT);
    stage.press("Ивх. № 5⏎").rest();
    stage.expect("источник: вх. № 5").press("3⏎").rest();
    assert_eq!(source_of(&stage), Some(Source::Text("вх. № 5".into())));
    stage.paste("4\n5").press("⏎");
    let there = stage.state.value(cell(COUNT, SCHOOL_1)).unwrap();
    assert_eq!(there.source, Some(Source::Text("вх. № 5".into())));
    // Emptied it is none from now on.
    stage.press("И<Ctrl+u>⏎").rest();
    stage.expect_not("источник: вх. № 5");
}

#[test]
fn what_one_organisation_has_sent_is_no_source_of_anothers_values() {
    let mut stage = at(COUNT);
    let paper = Source::Text("вх. № 7".into());
    stage.app.entry.has_sent(OPEN, SCHOOL_1, paper.clone());
    stage.press("3⏎4⏎").rest();
    let source = |stage: &Stage, id| stage.state.value(cell(COUNT, id)).unwrap().source.clone();
    assert_eq!(source(&stage, NURSERY), None);
    assert_eq!(source(&stage, SCHOOL_1), Some(paper));
    // It is shown where it would be attached only, on the panes in the line of the editor.
    stage.expect_not("источник: вх. № 7").press("↑").rest();
    stage.expect("источник: вх. № 7").press("<F3>⇥⇥↑").rest();
    stage
        .press("5")
        .expect_not("источник: вх.")
        .press("<Ctrl+x>↓6");
    stage.expect("источник: вх. № 7");
}

#[test]
fn one_set_before_and_a_document_of_the_register_are_found_by_words() {
    let mut stage = at(COUNT);
    stage.press("Ивх. № 5⏎Ивх. № 6⏎").rest();
    stage.press("И№ 5↓⏎").expect("вх. № 5");
    assert_eq!(
        stage.app.entry.source,
        Some(Source::Text("вх. № 5".into())),
        "{}",
        stage.screen()
    );
    stage.press("И259/1↓⏎").rest().press("3⏎");
    assert_eq!(source_of(&stage), Some(Source::Document(ORDER)));
}

#[test]
fn the_history_of_a_value_says_where_it_came_from() {
    let mut stage = at(COUNT);
    stage
        .press("Ивх. № 5⏎")
        .press("3⏎↑и")
        .expect("источник: вх. № 5");
    stage.press("⎋<F3>").rest();
    stage.expect("Источник: вх. № 5");
}
