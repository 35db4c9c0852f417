//! The screen Меры: lists with their counts, what hangs, the filter, the way to neighbours and back.

use smotr::analysis::measures::Part;
use smotr::domain::activity::ActivityState;
use smotr::domain::record::Key;
use smotr::tui::screen::Screen;
use smotr::tui::screen::catalogue::Pane;

use super::*;
use crate::support::world::*;

/// A note, a measure held and a review, written by keys; then the screen.
fn filled(size: (u16, u16)) -> Stage {
    let mut stage = sized(size);
    stage.press("аДоля ниже нормы⇥⇥Нужна стажировка<F2>");
    stage.press("мСтажировка⇥стаж⇥⇥→⇥12.05.2026<F2>").rest();
    stage.press("<F6>").rest();
    stage
}

/// Goes to a list by the keys that turn to the next one.
fn to(stage: &mut Stage, part: Part) {
    for _ in 0..6 {
        if stage.app.measures.part == part {
            return;
        }
        stage.press("ь").rest();
    }
    panic!("{}", stage.screen());
}

#[test]
fn it_lists_what_was_written_with_counts() {
    let mut stage = filled((120, 36));
    assert_eq!(stage.app.screen, Screen::Measures);
    to(&mut stage, Part::Activities);
    stage.expect("Стажировка").expect("эффект не оценён");
    assert_eq!(stage.app.measures.counts[3], (1, 1));
    assert_eq!(stage.app.measures.counts[1], (1, 0));
}

#[test]
fn its_empty_lists_name_the_next_key() {
    let mut stage = sized((80, 24));
    stage.press("<F6>").rest();
    stage.expect("За период анализа нет. Запись анализа: а");
}

#[test]
fn a_line_of_the_detail_leads_to_the_neighbour_and_back() {
    let mut stage = filled((120, 36));
    to(&mut stage, Part::Activities);
    stage.press("→→<Home>");
    for _ in 0..40 {
        if matches!(
            stage.app.measures.under_cursor(),
            Some(Key::AnalysisNote(_))
        ) {
            break;
        }
        stage.press("↓");
    }
    stage.press("⏎").expect("Нужна стажировка").press("⎋");
    assert_eq!(stage.app.screen, Screen::Measures);
    assert_eq!(stage.app.measures.focus, Pane::Detail);
}

#[test]
fn the_filter_leaves_what_hangs_and_esc_takes_it_away() {
    let mut stage = filled((120, 36));
    stage.press("→").rest();
    stage.press("фтолько висячие⏎").rest();
    assert_eq!(stage.app.measures.counts[1], (0, 0));
    stage.expect("только висячие");
    stage.press("⎋").rest();
    assert_eq!(stage.app.measures.counts[1], (1, 0));
}

#[test]
fn a_measure_of_another_kind_is_filtered_out() {
    let mut stage = filled((120, 36));
    to(&mut stage, Part::Activities);
    stage.press("фконкурс⏎").rest();
    assert!(stage.app.measures.rows.is_empty(), "{}", stage.screen());
}

#[test]
fn f2_opens_the_form_of_the_record_under_the_cursor() {
    let mut stage = filled((120, 36));
    to(&mut stage, Part::Activities);
    stage.press("→").rest();
    stage
        .press("<F2>")
        .expect("Стажировка")
        .expect("Esc отложить");
}

#[test]
fn a_review_is_written_from_the_list_of_measures() {
    let mut stage = filled((120, 36));
    to(&mut stage, Part::Activities);
    stage.press("→").rest();
    stage.press("<Ctrl+t>⇥⇥⇥⇥␣⇥␣<F2>").rest();
    assert_eq!(reviews(&stage).len(), 1, "{}", stage.screen());
    assert_eq!(stage.app.measures.counts[3], (1, 0));
}

#[test]
fn a_measure_is_added_by_the_key_that_adds() {
    let mut stage = sized((120, 36));
    stage.press("<F6>").rest();
    to(&mut stage, Part::Activities);
    stage.press("АКонкурс<F2>").rest();
    assert_eq!(activities(&stage)[0].state, ActivityState::Planned);
    stage.expect("ни из чего не следует");
}

#[test]
fn a_recommendation_is_written_beneath_its_value_and_esc_leads_back() {
    let mut stage = filled((120, 36));
    stage.press("→").rest();
    stage.press("р").expect("Рекомендация · СШ № 1").press("⎋");
    assert_eq!(stage.app.screen, Screen::Monitoring);
    stage.press("⎋");
    assert_eq!(stage.app.screen, Screen::Measures, "{}", stage.screen());
}

#[test]
fn another_period_shows_what_belongs_to_it() {
    let mut stage = filled((120, 36));
    stage.press("х").rest();
    assert_eq!(stage.app.monitoring.chosen.period, Some(CLOSED));
    assert_eq!(stage.app.measures.counts[1], (0, 0));
}

#[test]
fn how_the_screen_looks() {
    for size in [(80, 24), (120, 36)] {
        let mut stage = filled(size);
        to(&mut stage, Part::Activities);
        stage.press("→").rest();
        insta::assert_snapshot!(format!("screen_{}x{}", size.0, size.1), stage.screen());
    }
}
