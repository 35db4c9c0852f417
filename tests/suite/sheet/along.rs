//! A row that was opened for itself is filled in along its columns.

use smotr::tui::screen::monitoring::Leader;

use crate::support::demo;
use crate::support::stage::Stage;

fn row(stage: &Stage) -> Option<Leader> {
    stage.app.sheet.line().map(|it| it.leader)
}

#[test]
fn the_next_empty_cell_is_in_the_row_that_collecting_led_to() {
    let mut stage = demo::stage((120, 36));
    stage.press_and_rest("<Ctrl+w>↓⏎");
    let (here, at) = (row(&stage), stage.app.sheet.at);
    stage.press_and_rest("е");
    assert_eq!(row(&stage), here);
    assert_ne!(stage.app.sheet.at, at, "{}", stage.screen());
    // Whoever leaves the row goes by columns again.
    stage.press_and_rest("↓");
    let at = stage.app.sheet.at;
    stage.press_and_rest("е");
    assert!(
        stage.app.sheet.at.row > at.row || stage.app.sheet.at.column > at.column,
        "{}",
        stage.screen()
    );
    assert_ne!(row(&stage), here);
}
