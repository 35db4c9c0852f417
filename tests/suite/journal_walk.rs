//! Walking through the screen Журнал on the demo store: pages, filters, the way to what a line is about.

use smotr::tui::screen::Screen;

use crate::support::demo;
use crate::support::stage::Stage;

fn stage() -> Stage {
    let mut stage = demo::stage((120, 36));
    stage.press("<F9>");
    stage
}

#[test]
fn the_latest_change_stands_first_and_older_ones_come_as_one_goes_down() {
    let mut stage = stage();
    let all = demo::store().commits.len();
    assert!(stage.app.journal.lines.len() < all);
    stage.press(&"<End>".repeat(40));
    assert_eq!(stage.app.journal.lines.len(), all, "to the very first");
    let seqs: Vec<_> = stage
        .app
        .journal
        .lines
        .iter()
        .map(|it| it.commit.seq)
        .collect();
    assert!(
        seqs.is_sorted_by(|a, b| a > b),
        "each once, the latest first"
    );
}

#[test]
fn a_filter_by_person_by_leader_and_by_indicator() {
    for (typed, title) in [
        ("орлова", "Орлова"),
        ("ерёмин", "Ерёмин К. Л."),
        ("сш № 12", "СШ № 12"),
        ("6.2", "6.2"),
    ] {
        let mut stage = stage();
        stage.press(&format!("ф{typed}⏎")).expect(title);
        let lines = &stage.app.journal.lines;
        assert!(!lines.is_empty(), "{typed}");
        assert!(lines.len() < demo::store().commits.len(), "{typed}");
    }
}

#[test]
fn esc_takes_the_filter_back_before_it_leaves() {
    let mut stage = stage();
    let all = stage.app.journal.lines.len();
    stage.press("форлова⏎").expect("Журнал · Орлова");
    stage.press("⎋").expect_not("Журнал · Орлова");
    assert_eq!(stage.app.screen, Screen::Journal);
    assert_eq!(stage.app.journal.lines.len(), all);
    stage.press("⎋");
    assert_eq!(stage.app.screen, Screen::Monitoring);
}

#[test]
fn enter_goes_to_the_cell_of_a_line() {
    let mut stage = stage();
    let at = (stage.app.journal.lines.iter())
        .position(|it| it.sentence.starts_with("6.3 · ОШ № 23"))
        .unwrap();
    stage.press(&"↓".repeat(at)).press_and_rest("⏎");
    assert_eq!(stage.app.screen, Screen::Monitoring);
    stage.expect("6.3 · ОШ № 23");
}

#[test]
fn what_the_catalogue_shows_is_opened_there_and_esc_leads_back_to_the_line() {
    let mut stage = demo::stage((120, 36));
    stage.press_and_rest("<F8>⏎Т<F2>⏎").press_and_rest("<F9>");
    stage.expect("►").press_and_rest("⏎");
    assert_eq!(stage.app.screen, Screen::Catalogue, "{}", stage.screen());
    stage.press_and_rest("⎋");
    assert_eq!(stage.app.screen, Screen::Journal, "{}", stage.screen());
}
