//! Unfinished input that the disk does not take: said, and sent again.

use smotr::service::link::{News, Request};
use smotr::tui::msg::Event;

use crate::support::story::stage;

#[test]
fn input_that_was_not_kept_is_said_and_sent_again_unchanged() {
    let mut stage = stage((80, 24));
    stage.held = Some(Vec::new());
    stage.press("→→↓1").rest();
    assert!(!stage.held.take().unwrap().is_empty(), "nothing was typed");
    stage.event(Event::News(News::Unkept));
    stage.expect("Незаконченная запись не сохранена на диске");
    stage.held = Some(Vec::new());
    stage.press("2⌫").rest();
    let sent = stage.held.take().unwrap();
    assert!(
        sent.iter()
            .any(|it| matches!(it, Request::KeepUnsaved(all) if !all.is_empty())),
        "{sent:?}"
    );
}

#[test]
fn at_a_hang_up_input_is_sent_again_for_what_was_sent_may_not_have_come() {
    let mut stage = stage((80, 24));
    stage.held = Some(Vec::new());
    stage.press("→→↓1").rest();
    stage.held = Some(Vec::new());
    stage.event(Event::HangUp);
    let sent = stage.held.take().unwrap();
    assert!(
        sent.iter()
            .any(|it| matches!(it, Request::KeepUnsaved(all) if !all.is_empty())),
        "{sent:?}"
    );
}
