//! Tables that say whose their rows are and of what their columns: laid by names, whatever the order on the screen.

use smotr::domain::ids::{IndicatorId, OrganisationId};
use smotr::domain::value::Entry;

use super::blocks::{at, entry_of};
use crate::support::demo;
use crate::support::stage::Stage;
use crate::support::world::{self, *};

/// What stands in a column: ДС № 1, СШ № 1, СШ № 2.
fn column(stage: &Stage, indicator: IndicatorId) -> [Option<Entry>; 3] {
    [NURSERY, SCHOOL_1, SCHOOL_2].map(|it: OrganisationId| entry_of(stage, cell(indicator, it)))
}

fn n(text: &str) -> Option<Entry> {
    Some(world::entry(text))
}

#[test]
fn rows_go_to_the_organisations_that_are_named() {
    // By name, in another order, by what a number of the line stands before, by another spelling, with rows nobody shows.
    for (text, expected) in [
        ("СШ № 2\t3\nДС № 1\t1\nСШ № 1\t2", ["1", "2", "3"]),
        ("1\tсш №2\t8\n2\tСШ  1\t9\n3\tДС № 1\t7", ["7", "9", "8"]),
        ("МБОУ «СШ № 2»;3\nСШ № 1;2\nДС № 1;1", ["1", "2", "3"]),
    ] {
        let mut stage = at(COUNT);
        stage.press("↓↓").paste(text);
        stage
            .expect("строки — по названиям")
            .expect("изменится: 3")
            .press("⏎");
        assert_eq!(
            column(&stage, COUNT),
            expected.map(n),
            "{text}\n{}",
            stage.screen()
        );
        assert_eq!(stage.commits.len(), 1);
    }
}

#[test]
fn columns_go_to_the_indicators_that_are_named() {
    let mut stage = at(EXPERT);
    stage.paste("ОО\t1.2\tПервая и высшая категория\nСШ № 1\t5\t21/24\nДС № 1\t\t3/4");
    stage.expect("строки и столбцы — по названиям").press("⏎");
    assert_eq!(
        column(&stage, COUNT),
        [None, n("5"), None],
        "{}",
        stage.screen()
    );
    let ratios = [Some(ratio("3", "4")), Some(ratio("21", "24")), None];
    assert_eq!(column(&stage, RATIO), ratios);
    // Without names the rows are those from the cursor on.
    let mut stage = at(EXPERT);
    stage.press("↓").paste("1.2\t1.1\n7\t3/4");
    stage.expect("столбцы — по показателям").press("⏎");
    assert_eq!(column(&stage, COUNT), [None, n("7"), None]);
    assert_eq!(column(&stage, RATIO), [None, Some(ratio("3", "4")), None]);
    // A head over numbers makes names of them; one that two have is none.
    let mut stage = at(EXPERT);
    stage
        .paste("№\t1.2\n2\t4\n1\t5")
        .expect("не узнаны и не вносятся: «1»");
    stage.press("⏎");
    assert_eq!(column(&stage, COUNT), [None, None, n("4")]);
}

#[test]
fn what_is_not_known_is_told_and_nothing_is_shifted() {
    let mut stage = at(COUNT);
    stage.paste("Лицей Ромашка\t9\nСШ № 1\t2\nИтого\t11\n\t12");
    stage
        .expect("не узнаны и не вносятся: «Лицей Ромашка», «Итого»")
        .expect("без названия в строке: 1")
        .press("⏎");
    assert_eq!(column(&stage, COUNT), [None, n("2"), None]);
    let mut stage = at(COUNT);
    stage.paste("ОО\tТакого нет\t1.2\nСШ № 1\t7\t2").press("⏎");
    assert_eq!(column(&stage, COUNT), [None, n("2"), None]);
    // Nobody is known, or what the columns are.
    for (text, said) in [
        ("Лицей А\t1\nЛицей Б\t2", "не узнаны"),
        (
            "СШ № 1\tЕрёмин К. Л.\t5",
            "Непонятно, каких показателей столбцы",
        ),
    ] {
        let mut stage = at(COUNT);
        stage.paste(text).expect(said);
        assert!(stage.app.layers().next().is_none(), "{text}");
    }
}

#[test]
fn bare_values_are_laid_where_the_cursor_is() {
    // Numbers of organisations, codes of indicators, words of a choice are values where nothing says otherwise.
    for text in ["1\n2\n1", "1\t2\n2\t1", "1,2\t3\n2\t1", "\t1\n\t2"] {
        let mut stage = at(COUNT);
        stage
            .paste(text)
            .expect_not("по названиям")
            .expect_not("по показателям");
        stage.expect("Вставка");
    }
}

#[test]
fn on_the_panes_rows_are_found_too() {
    let mut stage = crate::entering::at(2);
    stage.paste("СШ № 2\t3\nДС № 1\t4").press("⏎");
    assert_eq!(column(&stage, COUNT), [n("4"), None, n("3")]);
}

#[test]
fn rows_that_are_filtered_out_are_found_as_well() {
    let mut stage = demo::stage((120, 36));
    stage.press_and_rest("6<F4>фсш № 1⏎");
    let shown = stage.app.sheet.lines.len();
    stage
        .paste("СШ № 2\t40/40\nСШ № 3\t41/41")
        .expect("строки — по названиям");
    assert!(shown < 60);
    assert_eq!(stage.app.entry.many.as_ref().map(|_| ()), Some(()));
    stage.expect("СШ № 2").expect("СШ № 3");
}

#[test]
fn much_that_is_refused_stays_one_unfinished_block() {
    let mut stage = demo::stage((120, 36));
    stage.press_and_rest("6<F4><Ctrl+Home>");
    let rows = stage.app.sheet.lines.len();
    let text: Vec<&str> = (0..rows)
        .map(|it| {
            if it == 0 {
                "40/40"
            } else {
                "7 из\tмного"
            }
        })
        .collect();
    let before = stage.commits.len();
    stage.paste(&text.join("\n")).press("<End>⏎").rest();
    assert_eq!(stage.commits.len(), before + 1, "{}", stage.screen());
    assert_eq!(stage.app.drafts.len(), 1);
    stage.press("<Ctrl+End>й").expect("Вставка").press("⏎");
    stage.expect("отклонено: ");
}
