//! What the interface lets the engine know of what was opened, and what it says when a day has no archive.

use smotr::domain::record::Key;
use smotr::service::link::{News, Trouble, Writing};
use smotr::tui::msg::Event;

use crate::support::stage::Stage;
use crate::support::story::stage;
use crate::support::world::SCHOOL_1;

#[test]
fn whose_card_is_opened_is_known_and_a_row_that_is_passed_is_not() {
    let mut stage = stage((80, 24));
    stage.press("→→↓↑↓").rest();
    assert_eq!(stage.looked, []);
    stage.press("п1⏎").expect("Дёмина");
    let looked = std::mem::take(&mut stage.looked);
    assert!(looked.contains(&Key::Organisation(SCHOOL_1)), "{looked:?}");
    assert!(looked.iter().any(|it| matches!(it, Key::Person(_))));
    // Nothing is said again while it stays open.
    stage.press("↓↓↑").rest();
    assert_eq!(stage.looked, []);
}

#[test]
fn a_day_without_an_archive_is_told_with_what_to_do() {
    for (trouble, words) in [
        (Trouble::Full, "smotr backup"),
        (Trouble::ReadOnly, "smotr doctor"),
        (Trouble::Failed, "smotr verify"),
    ] {
        let mut stage = stage((120, 36));
        stage.event(Event::News(News::NoArchive(trouble)));
        stage.expect("Архив за сегодня не записан").expect(words);
    }
}

#[test]
fn scarce_room_is_told_in_one_line_beside_the_mark_that_stays() {
    let mut stage = stage((80, 24));
    stage.event(Event::News(News::Writing(Writing::Scarce { mib: 1_024 })));
    let told = "На диске осталось 1 024 МБ. Освободите место заранее.";
    let last = |stage: &Stage| {
        let screen = stage.screen().replace('\u{a0}', " ");
        screen.lines().last().unwrap_or_default().to_owned()
    };
    assert!(
        last(&stage).starts_with(&format!(" {told} ")),
        "{}",
        last(&stage)
    );
    assert!(last(&stage).ends_with(" мало места"), "{}", last(&stage));
    // The mark stays when the sentence has been read, and beside other sentences.
    stage.press("↓");
    assert!(last(&stage).ends_with(" мало места"), "{}", last(&stage));
    stage.resize(120, 36);
    assert!(
        last(&stage).ends_with(" на диске осталось 1 024 МБ"),
        "{}",
        last(&stage)
    );
}
