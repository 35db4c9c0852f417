//! What the disk does not take, or soon will not: said, and unfinished input is sent again.

use smotr::service::link::{News, Request, Trouble, Writing};
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

#[test]
fn a_disk_that_will_soon_be_full_is_said_once_and_stands_in_the_corner() {
    for size in [(80, 24), (120, 36)] {
        let mut stage = stage(size);
        let left = |mib| Event::News(News::Writing(Writing::Scarce { mib }));
        stage.event(left(41));
        assert_eq!(
            stage.said(),
            "На диске осталось 41 МБ. Освободите место заранее: когда оно кончится, изменения приниматься не будут. \
             Сохранённое останется цело."
        );
        stage.expect("на диске осталось 41 МБ");
        // Each commit tells anew how much it is; the sentence does not come back, the corner follows.
        stage.press("⎋").event(left(40));
        stage.expect("на диске осталось 40 МБ");
        stage.expect_not("Освободите место");
        let is_full = Writing::Stopped(Trouble::Full);
        stage.event(Event::News(News::Writing(is_full)));
        stage.expect("запись остановлена: нет места");
        stage.event(Event::News(News::Writing(Writing::Open)));
        stage.expect_not("на диске осталось");
        stage.expect_not("запись остановлена");
    }
}
