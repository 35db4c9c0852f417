//! The budgets of the sheet on a large store: 700 organisations × 60 indicators.

use super::large::{Line, SCROLL, within};
use crate::support::stage::Stage;

/// All indicators of the period side by side.
fn line() -> Line {
    let mut line = Line::new();
    line.stage.press("<F4><Ctrl+PgUp>");
    line.rest();
    assert!(line.stage.app.sheet.columns.len() >= 60);
    assert!(line.stage.app.sheet.lines.len() >= 700);
    line
}

fn top(stage: &Stage) -> (usize, usize) {
    let top = stage.app.sheet.top;
    (top.row, top.column)
}

#[test]
fn a_step_on_the_sheet_stays_within_its_budget() {
    let mut line = line();
    within("down", &[line.press("↓"), line.press("↓")], 60);
    within("right", &[line.press("→"), line.press("→")], 130);
    line.stage.press("<Ctrl+Home>");
    line.rest();
    line.press("2");
    line.press("1");
    within("digit", &[line.press("0"), line.press("5")], 60);
    line.stage.press("⎋");
    line.rest();
}

#[test]
fn a_row_that_scrolls_stays_within_its_budget() {
    let mut line = line();
    let mut costs = Vec::new();
    while costs.len() < 60 {
        let before = top(&line.stage);
        let cost = line.press("↓");
        if top(&line.stage) != before {
            costs.push(cost);
        }
    }
    within("down", &costs, SCROLL);
}

/// Bytes where other columns come in sight: every cell of the page is another one, and a terminal cannot move columns.
const ACROSS: usize = 4_500;

#[test]
fn a_page_of_the_sheet_and_its_corners() {
    let mut line = line();
    let pages = ["<PgDn>", "<PgDn>", "<PgUp>"].map(|it| (it, 3_000));
    let corners = ["<End>", "<Home>", "<Ctrl+End>", "<Ctrl+Home>"].map(|it| (it, ACROSS));
    for (keys, budget) in pages.into_iter().chain(corners) {
        within(keys, &[line.press(keys)], budget);
        within("rest", &[line.rest()], 1_200);
    }
}
