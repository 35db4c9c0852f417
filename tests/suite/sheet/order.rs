//! The order of the rows and which of them are shown.

use std::collections::BTreeSet;

use smotr::domain::value::{Cell, ValueState};
use smotr::tui::screen::sheet::{Spot, sign};

use crate::support::demo;
use crate::support::stage::Stage;

fn sheet() -> Stage {
    let mut stage = demo::stage((80, 24));
    stage.press_and_rest("6<F4>");
    stage
}

/// The shown figures of the column under the cursor, from the top.
fn first_rows(stage: &Stage) -> Vec<String> {
    let screen = stage.screen();
    screen
        .lines()
        .skip(5)
        .take(4)
        .map(|it| it.chars().take(34).collect::<String>().trim().to_owned())
        .collect()
}

#[test]
fn rows_stand_by_a_column_and_those_without_a_figure_last() {
    let mut stage = sheet();
    stage.press("Я").expect("Порядок и отбор строк");
    // What stands in the list can be typed: a code is no number of a line.
    stage.press("6.1: сначала большие⏎");
    let falling = first_rows(&stage);
    assert!(falling.iter().all(|it| it.contains("100,0")), "{falling:?}");
    stage
        .expect("6.1: сначала большие")
        .press("<Ctrl+End>")
        .rest();
    let last = stage
        .app
        .sheet
        .cell()
        .map(|it| stage.state.value(it).cloned());
    assert!(
        last.is_none_or(|it| it.is_none()),
        "the emptiest row is the last"
    );
    stage.press("Яменьшие⏎<Ctrl+Home>").rest();
    assert!(
        !first_rows(&stage)[0].contains('·'),
        "{:?}",
        first_rows(&stage)
    );
}

#[test]
fn only_rows_whose_cell_stands_so_are_shown_until_escape() {
    let mut stage = sheet();
    let all = stage.app.sheet.lines.len();
    stage.press("Япусто⏎").rest();
    let shown = stage.app.sheet.lines.len();
    assert!(shown > 0 && shown < all);
    stage.press("<Home>");
    for _ in 0..shown {
        let cell = stage.app.sheet.cell().unwrap();
        assert!(stage.state.value(cell).is_none(), "{cell:?}");
        stage.press("↓");
    }
    stage.press("⎋").rest();
    assert_eq!(stage.app.sheet.lines.len(), all);
}

#[test]
fn what_is_on_review_is_found_whatever_is_the_matter_with_it() {
    let mut stage = sheet();
    let columns = stage.app.sheet.columns.len();
    let mut alarmed = 0;
    for _ in 0..columns {
        let column = stage.app.sheet.at.column;
        let all = (0..stage.app.sheet.lines.len()).filter_map(|row| {
            let cell = stage.app.sheet.cell_at(Spot { row, column })?;
            let value = stage.state.value(cell)?;
            (value.state == ValueState::Submitted).then_some(cell)
        });
        let wanted: BTreeSet<Cell> = all.collect();
        alarmed += wanted
            .iter()
            .filter(|it| sign::alarm(&stage.app, **it).is_some())
            .count();
        stage.press("Япроверке⏎").rest();
        let rows = stage.app.sheet.lines.len();
        let shown = (0..rows).filter_map(|row| stage.app.sheet.cell_at(Spot { row, column }));
        assert_eq!(
            shown.collect::<BTreeSet<Cell>>(),
            wanted,
            "{}",
            stage.screen()
        );
        stage.press("⎋→").rest();
    }
    assert!(alarmed > 0, "the demo has low values on review");
}

#[test]
fn rows_stay_where_they_are_while_values_are_entered() {
    let mut stage = sheet();
    stage.press("Япусто⏎<Ctrl+Home>").rest();
    let before: Vec<_> = stage.app.sheet.lines.iter().map(|it| it.leader).collect();
    stage.press("40/40⏎").rest();
    let after: Vec<_> = stage.app.sheet.lines.iter().map(|it| it.leader).collect();
    assert_eq!(before, after);
}
