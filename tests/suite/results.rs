//! The results of a closed period as a list: the way there, the order, the way on; and what was put right since, told by the history.

use std::sync::Arc;

use smotr::domain::command::{Command, DocumentChoice, PeriodStep, SetValue};
use smotr::domain::record::Key;
use smotr::locale::Lang;
use smotr::tui::command::table::Place;
use smotr::tui::keys::Keymap;

use crate::support::stage::Stage;
use crate::support::story;
use crate::support::world::*;

/// The story with its period closed.
fn closed() -> World {
    let mut world = story::world();
    let close = Command::StepPeriod {
        id: OPEN,
        seen: rev(&world.state, Key::Period(OPEN)),
        step: PeriodStep::Close { unready: true },
    };
    world.act_as(GROMOV, close).unwrap();
    world
}

fn stage(world: World, size: (u16, u16)) -> Stage {
    let keys = Keymap::default();
    let mut stage = Stage::with(world.state, ORLOVA, size, Lang::Ru, keys, Vec::new());
    stage.commits = world.commits.into_iter().map(Arc::new).collect();
    stage
}

/// The organisations of the list, from top to bottom.
fn schools(stage: &Stage) -> Vec<String> {
    let screen = stage.screen();
    let rows = screen.lines().filter(|it| it.contains('/'));
    let names = rows.filter_map(|it| it.split('№').nth(1));
    names
        .filter_map(|it| it.split_whitespace().next().map(str::to_owned))
        .collect()
}

#[test]
fn the_results_of_a_period_are_a_list_that_leads_to_each_sheet() {
    let mut stage = stage(closed(), (120, 36));
    stage.press("<F8>↓⏎⏎").rest();
    let at = (0..30).any(|_| {
        stage.press("↓");
        stage.app.under_cursor() == Some(Key::Results(OPEN))
            || stage.app.catalogue.under_cursor() == Some(Key::Results(OPEN))
    });
    assert!(at, "{}", stage.screen());
    stage.press("⏎").expect("Итоги периода · 2025/26");
    assert_eq!(stage.app.place(), Place::Results);
    stage.press("⏎").expect("Оценочный лист");
    stage.press("⎋").expect("Итоги периода").press("к");
    assert_eq!(stage.app.place(), Place::Card, "{}", stage.screen());
}

#[test]
fn the_list_is_sorted_by_place_by_name_and_by_what_was_filled() {
    let mut stage = stage(closed(), (120, 36));
    stage.press("<F3>").press("Е").expect("по местам");
    let by_place = schools(&stage);
    stage.press("Я").expect("по организациям");
    let mut sorted = by_place.clone();
    sorted.sort();
    assert_eq!(schools(&stage), sorted);
    stage.press("Я").expect("сначала у кого внесено меньше");
    stage.press("Я").expect("по местам");
    assert_eq!(schools(&stage), by_place);
}

#[test]
fn an_open_period_has_none_and_says_so() {
    let mut stage = story::stage((80, 24));
    stage.press("Е").expect("Итогов ещё нет");
    assert_ne!(stage.app.place(), Place::Results);
}

#[test]
fn pictures() {
    let mut out = String::new();
    for size in [(80, 24), (120, 36)] {
        let mut stage = stage(closed(), size);
        stage.press_and_rest("Е");
        out.push_str(&stage.screen());
        out.push_str("════\n");
    }
    insta::assert_snapshot!("results", out);
}

#[test]
fn the_history_tells_why_a_value_was_put_right_also_when_asked_anew() {
    let mut world = closed();
    let here = cell(RATIO, SCHOOL_2);
    let correct = Command::CorrectValue {
        set: SetValue {
            cell: here,
            seen: seen(&world.state, Key::Value(here)),
            entry: ratio("20", "30"),
            note: None,
            source: None,
        },
        reason: "ошибка в отчёте школы".into(),
        document: DocumentChoice::Known(ORDER),
    };
    world.act_as(GROMOV, correct).unwrap();
    let mut stage = stage(world, (120, 36));
    let page = smotr::tui::overlay::history::of(&mut stage.app, here);
    stage.app.open(page);
    stage.press_and_rest("");
    stage
        .expect("Исправлено после закрытия периода")
        .expect("ошибка в отчёте школы")
        .expect("259/1");
    // The value itself says once what it was and what it is.
    assert_eq!(stage.screen().matches("ошибка в отчёте школы").count(), 1);
}
