//! What is half typed in the form of an indicator: it is neither dropped without a word nor does it stop the form from where nobody sees it.

use smotr::domain::catalogue::{Input, Measure, Wording};
use smotr::domain::command::{Command, Seen};
use smotr::domain::record::Key;

use super::{coded, draft, last};
use crate::support::demo::OWNER;
use crate::support::stage::Stage;

#[test]
fn a_search_begun_in_a_field_that_is_no_longer_asked_stops_nothing() {
    let mut stage = draft((80, 24));
    stage.press("↓А⇥Охват⇥Охват⇥⇥⇥⇥⇥⇥ффф⇤⇤").expect("ффф");
    stage.press("ч").expect_not("ффф").press("<F2>").rest();
    let (_, it) = coded(&stage.state, "1.7");
    assert!(
        matches!(it.measure, Measure::Number { .. }),
        "{:?}",
        it.measure
    );
}

#[test]
fn a_field_that_is_asked_still_wants_what_is_typed_to_be_found() {
    let mut stage = draft((80, 24));
    stage.press("↓А⇥Охват⇥Охват⇥⇥⇥⇥⇥⇥ффф<F2>");
    stage.expect("ффф").expect("Ничего не найдено");
    assert!(!stage.shows("Показатель записан"));
}

#[test]
fn points_of_a_wording_without_its_text_are_asked_about() {
    let mut stage = draft((80, 24));
    stage.press("↓А⇥Охват⇥Охват");
    let tabs = (0..80).find(|_| stage.press("⇥").shows("Готовый текст рекомендации"));
    assert!(tabs.is_some(), "{}", stage.screen());
    stage.press("⏎7<F2>").expect("Напишите текст рекомендации");
    let is_written = |stage: &Stage| {
        let (edition, _) = last(&stage.state);
        let mut all = stage.state.indicators_of(edition).into_iter();
        all.any(|(_, it)| it.code == "1.7")
    };
    assert!(!is_written(&stage));
    stage.press("Разобрать причины<F2>").rest();
    let added = Wording {
        points: 7.into(),
        text: "Разобрать причины".into(),
    };
    assert!(is_written(&stage), "{}", stage.screen());
    assert_eq!(coded(&stage.state, "1.7").1.wording, [added]);
}

#[test]
fn a_number_of_its_own_without_a_name_stays_its_own() {
    let mut stage = draft((80, 24));
    let (edition, _) = last(&stage.state);
    let (id, it) = coded(&stage.state, "1.1");
    let mut indicator = it.clone();
    indicator.measure = Measure::Delta {
        input: Input::Own {
            title: String::new(),
        },
    };
    let seen = Seen::At(stage.state.stamp(Key::Indicator(edition, id)).unwrap().rev);
    let command = Command::PutIndicator {
        edition,
        id: Some(id),
        seen,
        indicator: Box::new(indicator),
    };
    stage.other(OWNER, command).unwrap();
    stage.press("↓↓<F2>⇥⇥⇥⇥⇥33<F2>").rest();
    let it = coded(&stage.state, "1.1").1;
    assert_eq!(it.weight, 33.into(), "{}", stage.screen());
    let Measure::Delta { input } = &it.measure else {
        panic!("{:?}", it.measure);
    };
    assert!(matches!(input, Input::Own { .. }));
}

#[test]
fn that_an_edition_may_be_published_is_said_of_a_draft_only() {
    let mut stage = draft((80, 24));
    stage.press_and_rest("М").expect("Публиковать можно");
    stage.press_and_rest("⎋⎋");
    stage.press_and_rest("↓М").expect_not("Публиковать можно");
}

#[test]
fn a_weight_that_cannot_be_read_makes_no_sum() {
    let mut stage = draft((120, 36));
    stage
        .press("↓↓<F2>⇥⇥⇥⇥⇥25")
        .expect("в направлении станет 105")
        .press("01.09.2023")
        .expect_not("в направлении станет");
}

#[test]
fn a_number_that_is_none_is_said_once() {
    let mut stage = draft((120, 36));
    stage.press_and_rest("↑↑<F2>я<F2>");
    let said = stage.screen().matches("Нужно целое число.").count();
    assert_eq!(said, 1, "{}", stage.screen());
}

#[test]
fn a_copy_without_a_code_is_called_by_its_title() {
    let mut stage = draft((120, 36));
    stage.press_and_rest("↓↓Т⌫⌫⌫<F2>");
    stage
        .expect("показатель «Муниципальное задание», ред. 2")
        .expect_not("показатель , ред.");
}

#[test]
fn of_two_numbers_there_is_no_both() {
    let mut stage = draft((120, 36));
    stage.press("↓↓<F2>⇥⇥⇥⇥⇥30");
    let (edition, _) = last(&stage.state);
    let (id, it) = coded(&stage.state, "1.1");
    let command = Command::PutIndicator {
        edition,
        id: Some(id),
        seen: Seen::At(
            (stage.state)
                .stamp(Key::Indicator(edition, id))
                .unwrap()
                .rev,
        ),
        indicator: Box::new(smotr::domain::catalogue::Indicator {
            weight: 26.into(),
            ..it.clone()
        }),
    };
    stage.other(OWNER, command).unwrap();
    stage
        .press("<F2>")
        .expect("26")
        .expect_not("Соединить")
        .press("2")
        .rest();
    assert_eq!(coded(&stage.state, "1.1").1.weight, 30.into());
}

#[test]
fn the_palette_knows_other_words_for_a_copy() {
    let mut stage = draft((120, 36));
    stage.press_and_rest("щпродубл").expect("Сделать копию");
}
