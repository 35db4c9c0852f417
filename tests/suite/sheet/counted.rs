//! How much of a school is entered is one number: at the end of its rows, over the columns, and on the page of collecting.

use std::collections::BTreeMap;

use smotr::analysis::attention::Filling;
use smotr::analysis::collecting::standings;
use smotr::domain::ids::{OrganisationId, PeriodId};

use crate::support::demo;

#[test]
fn rows_columns_and_collecting_count_the_same() {
    let mut stage = demo::stage((200, 50));
    stage.press_and_rest("6<F4>ь");
    let app = &stage.app;
    assert!(app.sheet.all, "all directions are shown");
    let mut rows: BTreeMap<OrganisationId, Filling> = BTreeMap::new();
    for line in &app.sheet.lines {
        if let Some(id) = line.leader.organisation {
            *rows.entry(id).or_default() += app.sheet.figures.filling(line.row);
        }
    }
    let period: PeriodId = app.monitoring.chosen.period.unwrap();
    let all = standings(app.state(), period, app.now.today);
    assert!(all.iter().any(|it| it.filling.entered > 0));
    for it in &all {
        assert_eq!(rows.get(&it.organisation), Some(&it.filling), "{it:?}");
    }
    let columns = (app.sheet.columns.iter())
        .map(|it| it.filled.split_once('/'))
        .filter_map(|it| it.map(|it| [it.0, it.1].map(|it| it.parse::<usize>().unwrap())))
        .fold([0, 0], |sum, it| [sum[0] + it[0], sum[1] + it[1]]);
    let whole = app.derived.as_ref().unwrap().filling.whole();
    assert_eq!(columns, [whole.entered, whole.due]);
}

#[test]
fn of_whom_nothing_is_asked_nothing_is_wanting() {
    let mut stage = demo::stage((120, 36));
    stage.press_and_rest("2<F4>фвакансия⏎");
    // A vacancy among the rows of what is asked of persons.
    stage.expect("вакансия").expect_not(" 0/0");
}
