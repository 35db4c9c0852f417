//! A table without names is laid on one organisation after the other: a school with two heads has two rows on the sheet and one line in
//! anybody's list.

use smotr::domain::value::{Entry, Subject};
use smotr::tui::app::App;
use smotr::tui::screen::sheet::Spot;

use super::walking::to;
use crate::support::demo;
use crate::support::stage::Stage;

/// The names of the organisations in the order of the sheet, each once, with what stands in the column under the cursor.
fn standing(app: &App) -> Vec<(String, Option<Entry>)> {
    let column = app.sheet.at.column;
    let mut all: Vec<(String, Option<_>)> = Vec::new();
    for (row, line) in app.sheet.lines.iter().enumerate() {
        let cell = app.sheet.cell_at(Spot { row, column });
        let entry = cell.and_then(|it| Some(app.state().value(it)?.entry.clone()));
        match all.iter_mut().find(|it| it.0 == line.name) {
            Some(known) => known.1 = known.1.take().or(entry),
            None => all.push((line.name.clone(), entry)),
        }
    }
    all
}

/// The sheet of a direction at the first row that has a cell in a column.
fn at(direction: &str, code: &str) -> Stage {
    let mut stage = demo::stage((120, 36));
    stage.press_and_rest(direction).press_and_rest("<F4>");
    let id = (stage.app.sheet.columns.iter())
        .find(|it| it.code == code)
        .map(|it| it.indicator);
    to(&mut stage, id.unwrap());
    stage
}

/// Ten lines of a list: 31 %, 32 % …
fn list() -> String {
    let lines = (31..41).map(|it| format!("{it}%"));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_column_goes_by_organisations_as_enter_does() {
    let mut stage = at("6", "6.1");
    let rows: Vec<_> = stage.app.sheet.lines.iter().take(13).collect();
    let twice = rows.windows(2).any(|it| it[0].name == it[1].name);
    assert!(
        twice,
        "a school with two rows is among them\n{}",
        stage.screen()
    );
    let before = stage.commits.len();
    stage.paste(&list()).expect("изменится: 10").press("⏎");
    assert_eq!(stage.commits.len(), before + 1, "{}", stage.screen());
    stage.rest();
    for (at, (name, entry)) in standing(&stage.app).into_iter().take(10).enumerate() {
        let percent = Entry::Percent((31 + at).into());
        assert_eq!(entry, Some(percent), "{name}\n{}", stage.screen());
    }
}

/// What the program has written into a table is known when it is laid back: code, name and unit together.
#[test]
fn the_title_of_an_export_names_its_column() {
    let mut stage = at("6", "6.2");
    let cell = stage.app.sheet.cell().unwrap();
    let indicator = stage.app.state().indicator_in(cell.period, cell.indicator);
    let it = indicator.unwrap();
    let title = format!("{} {}, {}", it.code, it.short, it.unit);
    stage.press("<Home>");
    stage
        .paste(&format!("ОО\t{title}\nСШ № 12\t81%"))
        .expect("изменится: 1")
        .expect("6.2 · СШ № 12");
}

/// What is asked of the heads themselves has two cells in such a school: nobody guesses.
#[test]
fn of_two_heads_nothing_is_laid() {
    let mut stage = at("2", "2.3");
    let personal = stage.app.sheet.cell().unwrap().subject;
    assert!(matches!(personal, Subject::Person(_)));
    stage.paste(&list()).expect("руководителей было двое");
    stage.expect_not("Вставка:");
}

/// A list with an empty line just where the sheet has its second row may have that row, or may not.
#[test]
fn what_fits_both_ways_is_not_laid() {
    let mut stage = at("6", "6.1");
    let column = stage.app.sheet.at.column;
    let lines = 0..stage.app.sheet.lines.len().min(13);
    let texts = lines.map(|row| {
        let cell = (stage.app.sheet).cell_at(Spot { row, column });
        cell.map_or("", |_| "50%")
    });
    let table = texts.collect::<Vec<_>>().join("\n");
    assert!(table.contains("\n\n"), "{table}");
    stage
        .paste(&table)
        .expect("непонятно, есть ли вторые строки");
    stage.expect_not("Вставка:");
}

/// What was copied here has the rows that are shown.
#[test]
fn what_was_copied_here_keeps_its_rows() {
    let mut stage = at("6", "6.1");
    stage.press("в").press(&"↓".repeat(12)).press("в<Ctrl+c>");
    stage.press("⎋<Ctrl+v>").rest();
    stage.expect("изменится: 0").expect("уже внесено: 5");
}
