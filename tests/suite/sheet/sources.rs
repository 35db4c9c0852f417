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
