//! From a low value to what became of it, by keys alone; and where it is found afterwards.

use smotr::domain::activity::{ActivityState, ReviewOn, Verdict};
use smotr::domain::record::Key;

use smotr::tui::screen::monitoring::Pane;

use super::*;

/// Goes to the first line of the detail that is about such a record.
fn to_line(stage: &mut Stage, is_it: fn(Key) -> bool) {
    if stage.app.monitoring.focus != Pane::Detail {
        stage.press("⇥");
    }
    stage.press("<Home>");
    for _ in 0..40 {
        if stage.app.monitoring.detail_key().is_some_and(is_it) {
            return;
        }
        stage.press("↓");
    }
    panic!("{}", stage.screen());
}

fn written() -> Stage {
    let mut stage = sized((120, 36));
    stage.press("аДоля вдвое ниже нормы⇥Нет графика⇥Нужна стажировка<F2>");
    stage.press("мСтажировка в СШ № 2⇥стаж<F2>").rest();
    to_line(&mut stage, |it| matches!(it, Key::Activity(_)));
    stage.press("Ш⏎12.05.2026<F2>").rest();
    stage.press("<Ctrl+t>");
    stage.expect("Анализ эффективности · мера").expect("37,5");
    stage.press("⇥⇥⇥⇥→⇥→⇥Пока рано судить<F2>").rest();
    stage
}

#[test]
fn value_note_measure_review() {
    let stage = written();
    assert_eq!(notes(&stage).len(), 1);
    assert_eq!(activities(&stage)[0].state, ActivityState::Held);
    let review = &reviews(&stage)[0];
    assert!(matches!(review.on, ReviewOn::Activity(_)));
    assert_eq!(review.verdict, Verdict::Effective);
}

#[test]
fn the_detail_of_the_value_tells_all_three() {
    let mut stage = written();
    stage.expect("Анализ  ").expect("Мера  ").press("↓");
    stage.expect("Эффект  ");
}

#[test]
fn the_chain_tells_all_three() {
    let mut stage = written();
    stage
        .press("⎋ц")
        .expect("Стажировка в СШ № 2")
        .expect("Нужна стажировка");
    stage.expect("Пока рано судить");
}

#[test]
fn the_search_finds_the_measure_and_leads_into_its_chain() {
    let mut stage = written();
    stage
        .press("⎋пстажировка в сш⏎")
        .expect("Цепочка")
        .expect("Стажировка в СШ № 2");
}

#[test]
fn the_page_of_a_measure_tells_what_it_follows_and_what_followed() {
    let mut stage = written();
    to_line(&mut stage, |it| matches!(it, Key::Activity(_)));
    stage
        .press("⏎")
        .expect("участники")
        .expect("Из чего следует")
        .expect("Эффективность");
}
