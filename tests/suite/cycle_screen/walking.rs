//! The way over the matrix and the list: how each follows the other, and what the screen says of what is missing.

use smotr::domain::evidence::Stage as Of;
use smotr::domain::record::Key;
use smotr::tui::screen::Screen;
use smotr::tui::screen::cycle::Pane;

use super::{stage, usual};

#[test]
fn the_self_assessment_stands_in_the_title() {
    assert!(usual().screen().contains("26 из 32 баллов"));
}

#[test]
fn a_goal_without_indicators_is_said_in_words() {
    let mut stage = usual();
    stage.press("↓");
    assert!(
        stage
            .screen()
            .contains("Показатели · Управление: цель есть, показателей нет")
    );
}

#[test]
fn indicators_without_a_goal_are_said_in_words() {
    let mut stage = usual();
    stage.press("→→→");
    assert!(
        stage
            .screen()
            .contains("Цели и задачи · ОВЗ: показатели есть, цели нет")
    );
}

#[test]
fn the_list_follows_the_matrix() {
    let mut stage = usual();
    stage.press("↓→");
    let id = stage.app.cycle.requirement().unwrap();
    assert_eq!(stage.app.state().requirements[&id].stage, Of::Indicators);
}

#[test]
fn the_matrix_follows_the_list_from_cell_to_cell() {
    let mut stage = usual();
    stage.press("⏎");
    let first = stage.app.cycle.requirement().unwrap();
    while stage.app.cycle.requirement() == Some(first) {
        stage.press("↓");
    }
    assert_eq!(stage.app.cycle.column, 1);
}

#[test]
fn esc_leads_from_the_list_to_the_matrix_and_out() {
    let mut stage = usual();
    stage.press("⏎⎋");
    assert_eq!(stage.app.cycle.focus, Pane::Matrix);
    stage.press("⎋");
    assert_eq!(stage.app.screen, Screen::Monitoring);
}

#[test]
fn the_next_unproven_requirement_is_a_key_away() {
    let mut stage = usual();
    stage.press("е");
    let first = stage.app.cycle.requirement().unwrap();
    stage.press("ееееее");
    // Six of them: the seventh is the first again.
    assert_eq!(stage.app.cycle.requirement(), Some(first));
}

#[test]
fn a_document_opens_from_its_citation_and_esc_leads_back() {
    let mut stage = usual();
    stage.press("⏎↓⏎");
    assert!(stage.screen().contains("570-адм"));
    stage.press("⎋");
    assert!(matches!(
        stage.app.cycle.under_cursor(),
        Some(Key::Citation(_))
    ));
}

#[test]
fn in_a_low_window_the_list_takes_all_while_it_has_the_keys() {
    let mut stage = stage((80, 24));
    assert!(stage.screen().contains("Цели и задачи"));
    stage.press("⇥");
    assert!(!stage.screen().contains("Решения   "));
}
