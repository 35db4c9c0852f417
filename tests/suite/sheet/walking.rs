//! Walking and entering: keys in, cell and value out.

use smotr::domain::ids::IndicatorId;
use smotr::domain::value::{Cell, Entry};

use crate::support::stage::Stage;
use crate::support::world::*;

fn stage() -> Stage {
    let world = World::new();
    let mut stage = Stage::new(world.state.clone(), ORLOVA);
    stage.press_and_rest("<F4>");
    stage
}

fn under_cursor(stage: &Stage) -> Option<Cell> {
    stage.app.sheet.cell()
}

pub fn to(stage: &mut Stage, indicator: IndicatorId) {
    let columns = &stage.app.sheet.columns;
    let at = columns
        .iter()
        .position(|it| it.indicator == indicator)
        .unwrap();
    stage.press_and_rest("<Home>");
    stage.press_and_rest(&"→".repeat(at));
}

#[test]
fn digits_replace_and_enter_goes_down() {
    let mut stage = stage();
    to(&mut stage, RATIO);
    let first = under_cursor(&stage).unwrap();
    stage.press("21/24⏎");
    let value = stage.state.value(first).unwrap();
    assert_eq!(value.entry, ratio("21", "24"));
    let second = under_cursor(&stage).unwrap();
    assert_eq!(second.indicator, first.indicator);
    assert_ne!(second.subject, first.subject);
}

#[test]
fn enter_returns_to_the_column_where_a_run_of_tabs_began() {
    let mut stage = stage();
    to(&mut stage, RATIO);
    let first = under_cursor(&stage).unwrap();
    stage.press("21/24⇥");
    let beside = under_cursor(&stage).unwrap();
    assert_eq!(beside.subject, first.subject);
    assert_ne!(beside.indicator, first.indicator);
    stage.press("3⏎");
    assert_eq!(
        stage.state.value(beside).unwrap().entry,
        Entry::Number(number("3"))
    );
    let below = under_cursor(&stage).unwrap();
    assert_eq!(below.indicator, first.indicator);
    assert_ne!(below.subject, first.subject);
}

#[test]
fn a_run_along_rows_ends_with_the_last_one() {
    let mut stage = stage();
    to(&mut stage, RATIO);
    stage.press("<Ctrl+End><Home>");
    let rows = stage.app.sheet.lines.len();
    while under_cursor(&stage).is_none_or(|it| it.indicator != RATIO) {
        stage.press("↑");
    }
    let last = under_cursor(&stage).unwrap();
    stage.press("16/24⇥3⏎");
    assert_eq!(
        under_cursor(&stage),
        Some(last),
        "of {rows} rows the last one"
    );
    stage.expect("дальше вводить нечего");
}

#[test]
fn at_the_end_of_a_column_enter_goes_to_what_is_still_empty() {
    let mut stage = stage();
    to(&mut stage, RATIO);
    let columns: Vec<_> = stage
        .app
        .sheet
        .columns
        .iter()
        .map(|it| it.indicator)
        .collect();
    let rows = stage.app.sheet.lines.len();
    for _ in 0..rows {
        if under_cursor(&stage).is_none_or(|it| it.indicator != columns[0]) {
            break;
        }
        super::enter(&mut stage, "21/24");
    }
    let next = under_cursor(&stage).unwrap();
    assert_ne!(next.indicator, columns[0]);
    let empty = |it: &Entry| *it == Entry::Empty;
    assert!(stage.state.value(next).is_none_or(|it| empty(&it.entry)));
}

#[test]
fn a_digit_in_the_question_of_a_note_is_the_next_value() {
    let mut stage = stage();
    stage.press("<Ctrl+Home>").rest();
    to(&mut stage, RATIO);
    stage.press("↓");
    let first = under_cursor(&stage).unwrap();
    stage.press("1/24⏎").expect("Поясните");
    stage.press("2").expect("принято без пояснения");
    assert_eq!(stage.state.value(first).unwrap().entry, ratio("1", "24"));
    assert_ne!(under_cursor(&stage), Some(first));
    stage.press("1/24⏎");
    if stage.app.layers().next().is_some() {
        stage.press("⏎");
    }
    let second = under_cursor(&stage);
    assert_ne!(second, Some(first));
}

#[test]
fn esc_never_leaves_the_sheet_and_the_journal_leads_back_to_it() {
    let mut stage = stage();
    stage.press("⎋⎋⎋").expect("закрывать нечего");
    stage.press("<F9>⎋").rest();
    assert!(stage.shows("строк"), "{}", stage.screen());
    assert_eq!(stage.app.screen, smotr::tui::screen::Screen::Sheet);
}

#[test]
fn a_finding_opened_from_the_sheet_is_shown_on_the_sheet_and_esc_leads_back() {
    let mut stage = crate::support::demo::stage((80, 24));
    stage.press_and_rest("1<F4>");
    stage
        .press("Ё")
        .expect("Проверка значений")
        .press("⏎")
        .rest();
    assert_eq!(stage.app.screen, smotr::tui::screen::Screen::Sheet);
    let cell = under_cursor(&stage).unwrap();
    let found = stage.app.derived.as_ref().unwrap().found(cell);
    assert!(!found.is_empty(), "{}", stage.screen());
    stage.press("⎋").expect("Проверка значений");
}

#[test]
fn a_run_of_tabs_begins_with_a_value() {
    let at_column = |stage: &Stage| stage.app.sheet.at.column;
    let mut stage = super::blocks::at(RATIO);
    let first = at_column(&stage);
    // Whoever only walks to a column enters down that column.
    stage.press("⇥5⏎");
    assert_eq!(at_column(&stage), first + 1, "{}", stage.screen());
    // A run that has begun goes on over a cell that is left as it is.
    let mut stage = super::blocks::at(RATIO);
    stage.press("21/24⇥⇥3⏎");
    assert_eq!(at_column(&stage), first, "{}", stage.screen());
}
