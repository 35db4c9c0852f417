//! Values of a period that cannot be read: said in the panes, not awaited for ever, and asked for again.

use smotr::locale::Lang;
use smotr::service::link::{News, Request, Wanted};
use smotr::tui::keys::Keymap;
use smotr::tui::msg::Event;

use crate::support::stage::Stage;
use crate::support::story;
use crate::support::world::{OPEN, ORLOVA};

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
