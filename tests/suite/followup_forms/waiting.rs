//! A form whose command is on its way: nothing more goes into it, and nothing recorded is offered again.

use super::*;

/// A recommendation sent to an engine that keeps silent.
fn sent_off() -> Stage {
    let mut stage = stage();
    stage.held = Some(Vec::new());
    stage.press("рТекст⇥⇥+30<F2>").expect("Записывается…");
    stage
}

#[test]
fn a_form_on_its_way_takes_no_key_and_no_paste() {
    let mut stage = sent_off();
    stage
        .press(" и ещё⇥⇥⏎<Ctrl+u>")
        .paste("вставка")
        .expect("Записывается…")
        .expect_not("и ещё")
        .expect_not("вставка");
    stage.press("<F2>").let_go();
    stage.rest();
    stage.expect_not("Записывается…");
    assert_eq!(recommendations(&stage).len(), 1, "sent once");
    assert_eq!(recommendations(&stage)[0].text, "Текст");
    assert!(stage.unsaved.is_empty());
}

#[test]
fn what_was_recorded_after_esc_is_not_offered_again() {
    let mut stage = sent_off();
    stage.press("⎋").expect("Ответа ещё нет").rest();
    assert_eq!(stage.app.drafts.len(), 1, "kept while nobody knows");
    stage.let_go();
    stage.rest();
    assert_eq!(recommendations(&stage).len(), 1);
    assert!(stage.app.drafts.is_empty());
    assert!(stage.unsaved.is_empty());
    assert!(stage.said().contains("рекомендация"), "{}", stage.said());
}

#[test]
fn a_form_opened_again_waits_for_the_same_answer() {
    let mut stage = sent_off();
    stage.press("⎋р").expect("Записывается…");
    stage.press("лишнее").let_go();
    stage.rest();
    stage.expect_not("Записать рекомендацию");
    assert_eq!(recommendations(&stage).len(), 1);
    assert!(stage.unsaved.is_empty());
}

#[test]
fn what_was_refused_after_esc_stays_and_can_be_sent() {
    let mut stage = sent_off();
    stage.press("⎋");
    stage.trouble = Some(smotr::service::link::Trouble::Full);
    stage.let_go();
    stage.trouble = None;
    stage.rest();
    assert_eq!(stage.unsaved.len(), 1);
    stage.press("р").expect("Текст").press("<F2>");
    assert_eq!(recommendations(&stage).len(), 1);
}

#[test]
fn a_window_closed_on_the_way_sends_the_same_command_again_not_another() {
    let mut stage = sent_off();
    stage.rest();
    let held = stage.held.take().unwrap();
    let ids = |requests: &[smotr::service::link::Request]| -> Vec<_> {
        let id = |it: &_| match it {
            smotr::service::link::Request::Command { id, .. } => Some(*id),
            _ => None,
        };
        requests.iter().filter_map(id).collect()
    };
    let first = ids(&held);
    let kept = held.iter().rev().find_map(|it| match it {
        smotr::service::link::Request::KeepUnsaved(words) => Some(words.clone()),
        _ => None,
    });
    stage.unsaved = kept.unwrap();
    let mut stage = stage.reopen();
    stage.press("→→<Home>↓").rest();
    // Another session counts its commands from elsewhere.
    let _ = stage.app.command_id();
    stage.held = Some(Vec::new());
    stage.press("р").expect("Текст").press("<F2>");
    assert_eq!(ids(&stage.held.clone().unwrap()), first);
    // What was changed since is another command.
    stage.held = None;
    let mut stage = stage.reopen();
    stage.press("→→<Home>↓").rest();
    // Another session counts its commands from elsewhere.
    let _ = stage.app.command_id();
    stage.held = Some(Vec::new());
    stage.press("р").expect("Текст").press(" и ещё<F2>");
    assert_ne!(ids(&stage.held.take().unwrap()), first);
}

#[test]
fn help_is_to_be_had_while_a_form_waits() {
    let mut stage = stage();
    stage.held = Some(Vec::new());
    stage
        .press("рТекст⇥⇥+7<F2>")
        .press("<F1>")
        .expect("Справка");
    let mut stage = self::stage();
    stage
        .press("рЛишнее<Ctrl+x>")
        .press("<F1>")
        .expect("Справка");
}
