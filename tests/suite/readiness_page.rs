//! The page «Готовность к закрытию» by keys: what keeps a period open and what does not, kind by kind, handing in from it, and closing it.

use smotr::analysis::readiness::{Unready, readiness};
use smotr::domain::period::PeriodState;
use smotr::domain::record::Key;
use smotr::domain::value::{Cell, ValueState};
use smotr::locale::Lang;
use smotr::tui::command::table::Place;
use smotr::tui::keys::Keymap;
use smotr::tui::screen::Screen;

use crate::support::demo;
use crate::support::stage::Stage;
use crate::support::world::*;

/// A share that rests on another number of teachers than is known: the one thing that keeps the year open.
fn world() -> World {
    let mut world = World::new();
    world.set(cell(RATIO, SCHOOL_1), ratio("18", "24")).unwrap();
    world.set(cell(COUNT, SCHOOL_1), entry("2")).unwrap();
    world.set(cell(COUNT, SCHOOL_2), entry("3")).unwrap();
    world.teachers(SCHOOL_1, "25");
    world
}

fn stage_of(world: &World, user: smotr::domain::ids::UserId, size: (u16, u16)) -> Stage {
    let keys = Keymap::default();
    let mut stage = Stage::with(world.state.clone(), user, size, Lang::Ru, keys, Vec::new());
    stage.press_and_rest("<Ctrl+G>");
    stage
}

fn here(stage: &Stage) -> Option<Cell> {
    match stage.app.under_cursor() {
        Some(Key::Value(cell)) => Some(cell),
        _ => None,
    }
}

fn state_of(stage: &Stage, cell: Cell) -> ValueState {
    stage.state.value(cell).unwrap().state.clone()
}

#[test]
fn what_keeps_a_period_open_is_told_apart_from_what_only_stays() {
    let mut stage = stage_of(&world(), GROMOV, (80, 24));
    stage
        .expect("Мешает закрыть: 1 важное замечание.")
        .expect("Не мешают, но останутся так: не внесено — ");
    // As many as the rules count when it is closed, and the first line is what has to be mended.
    assert_eq!(readiness(&stage.state, OPEN).blocking, Ok(1));
    assert_eq!(here(&stage), Some(cell(RATIO, SCHOOL_1)));
    stage.press("щзакрыть период⏎");
    stage.expect("важное замечание проверки не разобрано");
    assert_eq!(stage.app.place(), Place::Readiness);
    assert_eq!(stage.state.periods[&OPEN].state, PeriodState::Open);
    // From elsewhere the command leads to the page.
    stage.press("⎋").expect_not("Мешает закрыть");
    stage.press("щзакрыть период⏎").expect("Мешает закрыть");
    assert_eq!(here(&stage), Some(cell(RATIO, SCHOOL_1)));
}

#[test]
fn a_period_is_closed_from_the_page_once_nothing_keeps_it_open() {
    let mut world = world();
    world.set(cell(RATIO, SCHOOL_1), ratio("18", "25")).unwrap();
    let mut stage = stage_of(&world, GROMOV, (80, 24));
    stage.expect("Закрытию ничего не мешает: «Закрыть период»");
    stage
        .press("щзакрыть период⏎")
        .expect("останутся так: не внесено");
    stage.press("␣<F2>").rest();
    assert_eq!(stage.state.periods[&OPEN].state, PeriodState::Closed);
    stage
        .expect("закрыт")
        .expect_not("Закрытию ничего не мешает");
    assert_eq!(stage.app.place(), Place::Readiness);
    // Whoever may not is told who may.
    let mut stage = stage_of(&world, BELOVA, (80, 24));
    stage
        .press("щзакрыть период⏎")
        .expect("руководитель отдела");
}

#[test]
fn kinds_are_walked_both_ways_each_with_its_number() {
    let mut stage = stage_of(&world(), GROMOV, (80, 24));
    let found = readiness(&stage.state, OPEN);
    let n = |why| found.lines.iter().filter(|it| it.why == why).count();
    let missing = format!("Показано только: не внесено — {}.", n(Unready::Missing));
    stage.press("ф").expect("только: важное замечание — 1.");
    stage.press("→").expect(&missing).press("←");
    stage.expect("только: важное замечание — 1.").press("←");
    stage
        .expect_not("Показано только")
        .press("←")
        .expect("Показано только");
    // Esc shows all before it leaves.
    stage
        .press("⎋")
        .expect("Готовность")
        .expect_not("Показано только");
    stage.press("⎋").expect_not("Готовность к закрытию ·");
}

#[test]
fn what_is_mended_leaves_a_kind_that_says_it_is_empty() {
    let mut stage = stage_of(&world(), ORLOVA, (80, 24));
    stage.press("ф⏎").rest();
    assert_eq!(stage.app.screen, Screen::Monitoring);
    // A filter of the rows there and back is no other place.
    stage.press("ф⏎").rest();
    stage.press("18/25⏎").rest().press("⎋");
    stage
        .expect("только: важное замечание — 0.")
        .expect("Таких больше нет: ф — следующий вид.");
}

#[test]
fn a_line_says_what_matters_of_its_cell() {
    let mut world = world();
    world.set(cell(RATIO, SCHOOL_1), ratio("18", "25")).unwrap();
    let mut stage = stage_of(&world, GROMOV, (120, 36));
    stage.press("фф").expect("не сдано на проверку — ");
    stage.expect("1.2").expect("Орлова");
    let line = |stage: &Stage, what: &str| {
        let screen = stage.screen();
        screen
            .lines()
            .find(|it| it.contains(what))
            .map(str::to_owned)
    };
    let told = line(&stage, "СШ № 2").unwrap_or_default();
    assert!(told.contains('3') && told.contains(','), "{told}");
    // What belongs to a person stands with the organisation: it is a school that is phoned.
    let mut stage = demo::stage((120, 36));
    stage.press_and_rest("<Ctrl+G>фф");
    let screen = stage.screen();
    let persons: Vec<&str> = screen.lines().filter(|it| it.contains("2.1 ·")).collect();
    assert!(!persons.is_empty(), "{screen}");
    assert!(persons.iter().all(|it| it.contains(", ")), "{screen}");
}

#[test]
fn marked_lines_are_handed_in_and_all_of_a_school() {
    let mut stage = stage_of(&world(), ORLOVA, (80, 24));
    let entered = |stage: &Stage| {
        let lines = readiness(&stage.state, OPEN).lines.into_iter();
        let lines = lines.filter(|it| it.why == Unready::Entered);
        lines.map(|it| it.cell).collect::<Vec<_>>()
    };
    let before = entered(&stage);
    assert!(before.len() > 1, "{before:?}");
    stage.press("ффф").expect("не сдано на проверку");
    let first = here(&stage).unwrap();
    stage.press("в").expect("■");
    assert_ne!(here(&stage), Some(first));
    stage.press("с⏎").rest();
    assert_eq!(
        state_of(&stage, first),
        ValueState::Submitted,
        "{}",
        stage.screen()
    );
    assert_eq!(entered(&stage).len(), before.len() - 1);
    stage.expect_not("■").expect("не сдано на проверку");
    // What is left is taken at once.
    stage.press("Вс⏎").rest();
    assert!(
        entered(&stage).len() < before.len() - 1,
        "{}",
        stage.screen()
    );
}

#[test]
fn the_page_as_it_looks() {
    let mut out = String::new();
    for size in [(80, 24), (120, 36)] {
        for keys in ["", "ф", "фф", "фффф"] {
            let mut stage = demo::stage(size);
            stage.press_and_rest("<Ctrl+G>").press_and_rest(keys);
            out.push_str(&format!(
                "{} × {} {keys}\n{}",
                size.0,
                size.1,
                stage.screen()
            ));
        }
    }
    insta::assert_snapshot!(out);
}
