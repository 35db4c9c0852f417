//! Values of a period that cannot be read: said in the panes, not awaited for ever, and asked for again.

use smotr::domain::record::Key;
use smotr::locale::Lang;
use smotr::service::link::{News, Request, Wanted};
use smotr::tui::keys::Keymap;
use smotr::tui::msg::Event;

use crate::support::stage::Stage;
use crate::support::story;
use crate::support::world::{BELOVA, OPEN, ORLOVA, RATIO, SCHOOL_1, cell, ratio, set};

#[test]
fn values_that_cannot_be_read_are_no_longer_awaited_and_are_asked_for_again() {
    let mut state = story::world().state;
    state.unload_shard(OPEN);
    let keymap = Keymap::default();
    // The stage has them not either, so that it never answers.
    let mut stage = Stage::with(state, ORLOVA, (120, 36), Lang::Ru, keymap, Vec::new());
    stage.press("→→").rest();
    stage.expect_not("не читается");
    stage.event(Event::News(News::Unreadable(Wanted::Shard(OPEN))));
    stage.rest();
    stage
        .expect("Значения периода не читаются: ошибка диска.")
        .expect("не читается");
    stage.held = Some(Vec::new());
    stage.press("г⏎");
    stage.expect_not("не читается");
    let held = stage.held.take().unwrap();
    assert!(held.contains(&Request::Shard(OPEN)), "{held:?}");
}

#[test]
fn a_history_without_the_reasons_of_corrections_says_that_they_are_not_read() {
    let mut stage = story::stage((120, 36));
    let value = set(&stage.state, cell(RATIO, SCHOOL_1), ratio("12", "24"));
    stage.other(BELOVA, value).unwrap();
    stage.press("→→↓").rest();
    stage.held = Some(Vec::new());
    stage.press("и");
    let held = stage.held.clone().unwrap();
    let key = held.iter().find_map(|it| match it {
        Request::History { key, .. } if matches!(key, Key::Correction(_)) => Some(*key),
        _ => None,
    });
    stage.let_go();
    stage.rest();
    stage.expect("История").expect_not("не читаются");
    let wanted = Wanted::History(key.unwrap());
    stage.event(Event::News(News::Unreadable(wanted)));
    // The bottom line says it, too, until the next key.
    stage
        .press("↓")
        .expect("Причины исправлений не читаются: ошибка диска.");
}
