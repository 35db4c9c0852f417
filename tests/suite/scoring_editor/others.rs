//! The other ways of scoring: options, per unit, points of an expert, relative to the best.

use smotr::domain::catalogue::Measure;
use smotr::domain::catalogue::NoteRule;
use smotr::domain::value::Entry;

use super::*;

fn options(stage: &Stage) -> Vec<String> {
    match stored(stage, CHOICE).measure {
        Measure::Choice { options } => options,
        other => panic!("{other:?}"),
    }
}

#[test]
fn options_have_points_and_are_added_and_renamed() {
    let mut stage = editing(CHOICE, |_| {});
    stage
        .expect("по варианту ответа")
        .press("↓частично⇥1⏎нет⇥0<F2>");
    assert_eq!(options(&stage), ["да", "частично", "нет"]);
    let points = Scoring::Options(vec![3.into(), 1.into(), 0.into()]);
    assert_eq!(stored(&stage, CHOICE).scoring, points);
}

#[test]
fn yes_with_fewer_points_than_no_is_pointed_out() {
    editing(CHOICE, |_| {})
        .press("⇥0⇥⇥3")
        .expect("За «нет» баллов больше, чем за «да», а больше — лучше.");
}

#[test]
fn an_option_that_has_values_and_becomes_another_is_pointed_out() {
    let mut world = world(CHOICE, |_| {});
    world.set(cell_of(CHOICE, ZIMIN), Entry::Choice(0)).unwrap();
    let mut stage = stage_of(world, ORLOVA, (80, 24));
    stage
        .press("<F8>⏎⏎ф2.1⏎<End>ш")
        .expect("2025/26: 1 значение");
    with_ctrl(&mut stage, KeyCode::Down);
    stage.expect("Вариант 1 был «да», станет «нет»");
}

#[test]
fn an_option_without_points_is_not_stored_and_not_lost() {
    let mut stage = editing(CHOICE, |_| {});
    stage.press("↓⏎иногда<F2>").expect("Укажите число.");
    assert_eq!(options(&stage), ["да", "нет"]);
    stage.press("1<F2>");
    assert_eq!(options(&stage), ["да", "нет", "иногда"]);
}

#[test]
fn per_unit_says_where_its_ends_are_reached() {
    let mut stage = editing(COUNT, |_| {});
    stage
        .expect("Баллы при нуле")
        .expect("при значении 5")
        .press("↓-2")
        .expect("при значении 2,5")
        .press("↓↓5")
        .expect("Наибольший балл 5 недостижим")
        .press("⇥4")
        .expect("4 → −2 балла")
        .press("⇤3<F2>");
    let scoring = Scoring::PerUnit {
        start: 3.into(),
        points: (-2).into(),
        floor: (-2).into(),
        cap: 3.into(),
    };
    assert_eq!(stored(&stage, COUNT).scoring, scoring);
}

#[test]
fn what_is_no_number_is_said_at_its_field() {
    let mut stage = editing(COUNT, |_| {});
    stage.press("↓много<F2>").expect("Это не число");
    assert!(matches!(
        stored(&stage, COUNT).scoring,
        Scoring::PerUnit { .. }
    ));
}

#[test]
fn nothing_is_called_clean_while_something_is_unread() {
    let mut stage = editing(COUNT, |_| {});
    stage.expect("Замечаний нет.").press("↓40–59");
    stage
        .expect("× ошибка: Поле «За каждую единицу». Это не число")
        .expect_not("Замечаний нет.");
    let mut stage = editing(EXPERT, |_| {});
    stage.expect("Замечаний нет.").press("абв");
    stage
        .expect("× ошибка: Поле «Наибольший балл». Это не число")
        .press("⌫⌫⌫")
        .expect("× ошибка: Поле «Наибольший балл». Укажите число.");
    let mut stage = editing(CHOICE, |_| {});
    stage
        .press("↓⏎иногда")
        .expect("× ошибка: Строка 3. Укажите число.");
}

#[test]
fn expert_points_have_a_most_and_a_rule_for_the_note() {
    let mut stage = editing(EXPERT, |_| {});
    stage.expect("Наибольший балл").press("10⏎→<F2>");
    let it = stored(&stage, EXPERT);
    assert_eq!(it.scoring, Scoring::Direct { max: 10.into() });
    assert_eq!(it.note, NoteRule::AtZero);
}

#[test]
fn relative_is_explained_and_tried_against_the_best() {
    editing(SCORE, |_| {})
        .expect("Лучшее значение периода получает 100 баллов")
        .expect("относительно лучшего");
}

#[test]
fn another_way_chosen_and_taken_back_loses_nothing() {
    let mut stage = editing(RATIO, |_| {});
    stage
        .press("до 30↑→")
        .expect("за единицу")
        .expect("Баллы при нуле")
        .press("←")
        .expect("до 30");
}

#[test]
fn a_choice_is_scored_by_its_options_only() {
    editing(CHOICE, |_| {})
        .press("↑→")
        .expect("по варианту ответа");
}

#[test]
fn the_field_under_the_cursor_is_explained() {
    editing(RATIO, |_| {})
        .expect("Значения, как напечатано в документе")
        .press("⇥")
        .expect("Баллы за эти значения")
        .press("↑")
        .press("↑")
        .expect("Способ оценки: ← →");
}

#[test]
fn values_stand_beside_their_option_though_a_row_is_blank() {
    let mut world = world(CHOICE, |_| {});
    world.set(cell_of(CHOICE, ZIMIN), Entry::Choice(1)).unwrap();
    let mut stage = stage_of(world, ORLOVA, (80, 24));
    stage.press("<F8>⏎⏎ф2.1⏎<End>ш");
    let line = |stage: &Stage, text: &str| {
        let screen = stage.screen();
        let found = screen.lines().find(|it| it.contains(text));
        found.unwrap_or_else(|| panic!("{screen}")).to_owned()
    };
    let counted = |line: String| line.contains('█');
    assert!(counted(line(&stage, "нет")), "{}", stage.screen());
    assert!(line(&stage, "нет").contains(" 2 "), "{}", stage.screen());
    // A row goes in between, with nothing in it yet.
    stage.press("<Ins>");
    assert!(counted(line(&stage, "нет")), "{}", stage.screen());
    assert!(line(&stage, "нет").contains(" 2 "), "{}", stage.screen());
}
