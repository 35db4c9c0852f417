//! The first day of an empty store: from nothing to a recorded value by keys alone, each step named on the screen.

use smotr::cli::founding;
use smotr::domain::command::Command;
use smotr::domain::ids::{Now, PROGRAM, Timestamp, UserId};
use smotr::domain::state::State;
use smotr::domain::value::Entry;

use super::*;

/// A store as it is founded in an empty folder on 23.05.2026, before its maker.
fn founded() -> Stage {
    let now = Now {
        at: Timestamp(1_779_537_600_000),
        today: date("2026-05-23"),
    };
    let records = founding::records("orlova", now).unwrap();
    let mut state = State::default();
    do_as(&mut state, PROGRAM, Command::Load(records)).unwrap();
    let mut stage = Stage::new(state, UserId(1));
    // The first day has tests of its own.
    stage.expect("Начало работы").press("⎋");
    stage
}

/// The values of a store.
fn values(stage: &Stage) -> Vec<Entry> {
    let shards = stage
        .state
        .periods
        .keys()
        .filter_map(|it| stage.state.shard(*it));
    let columns = shards.flat_map(|it| it.columns().map(|it| it.1));
    let values = columns.flat_map(|it| it.values());
    values.map(|it| it.entry.clone()).collect()
}

#[test]
fn an_empty_store_comes_to_its_first_value_by_keys_alone() {
    let mut stage = founded();
    stage
        .expect("учебный год 2025/26")
        .expect("Организаций ещё нет")
        .expect("Первую добавит «Новая")
        .expect("(Shift+Щ)");
    stage
        .press("Щ")
        .expect("Новая организация")
        .press("⏎12⏎⏎⏎ерёмин кирилл львович⏎")
        .expect("Ерёмин")
        .press("⏎⏎⏎⏎⏎⏎")
        .rest();
    stage.expect("СШ № 12").expect_not("Добавить организацию");
    stage.press_and_rest("6→2→").expect("Ерёмин К. Л.");
    stage.press("21/24⏎").rest();
    assert_eq!(values(&stage), [ratio("21", "24")], "{}", stage.screen());
    // The quantity that came with it is put right.
    stage.press("↑Ч⌫8<F2>").rest();
    assert_eq!(values(&stage), [ratio("21", "28")], "{}", stage.screen());
}

#[test]
fn where_no_quantity_is_meant_all_of_the_catalogue_are_offered() {
    let mut stage = founded();
    stage.press("Щ⏎12⏎⏎⏎⏎⏎⏎⏎").rest();
    // 2.1 rests on none.
    stage
        .press_and_rest("2→1→")
        .press("Ч")
        .expect("┌ Базовая величина · СШ № 12 ─")
        .expect("обучающиеся 4–11 кл.")
        .press("педагоги вс⏎")
        .expect("Базовая величина · СШ № 12 · педагоги всего")
        .expect("Сейчас: не внесено")
        .press("24⏎⏎");
    let shards = stage
        .state
        .periods
        .keys()
        .filter_map(|it| stage.state.shard(*it));
    let numbers: Vec<_> = shards.flat_map(|it| it.bases().values()).collect();
    let numbers: Vec<_> = numbers.into_iter().map(|it| it.number).collect();
    assert_eq!(numbers, [24.into()], "{}", stage.screen());
    // Now a numerator is enough.
    stage.press_and_rest("←←6→2→").press("21⏎").rest();
    assert_eq!(values(&stage), [ratio("21", "24")], "{}", stage.screen());
}

#[test]
fn without_organisations_the_panes_turned_round_name_the_command_too() {
    founded()
        .press_and_rest("л")
        .expect("Новая")
        .expect("Shift+Щ");
}

#[test]
fn a_vacancy_names_the_command_that_fills_it() {
    let mut stage = founded();
    stage.press("Щ⏎12⏎⏎⏎⏎⏎⏎⏎").rest();
    let personal = (stage.state.indicators.iter())
        .find(|(_, it)| it.level == smotr::domain::catalogue::SubjectKind::Person)
        .map(|((_, id), _)| *id)
        .unwrap();
    smotr::tui::screen::monitoring::walk::go_to_indicator(&mut stage.app, personal);
    stage
        .press_and_rest("→")
        .expect("Некого оценивать: вакансия. Заполнит её «Назначить руководителя»");
}

#[test]
fn without_a_period_the_command_that_opens_one_is_named() {
    let world = World::new();
    let mut records = records();
    records.retain(|(key, _)| {
        !matches!(
            key,
            smotr::domain::record::Key::Period(_)
                | smotr::domain::record::Key::Value(_)
                | smotr::domain::record::Key::Reference(..)
        )
    });
    drop(world);
    let mut state = State::default();
    do_as(&mut state, PROGRAM, Command::Load(records)).unwrap();
    let mut stage = Stage::new(state, ORLOVA);
    stage.expect("Периодов ещё нет").expect("Shift+Г");
    stage.press("г");
    assert!(
        stage.said().contains("«Новый период» (Shift+Г)"),
        "{}",
        stage.said()
    );
    stage.press("Г").expect("2025/26").press("<F2>").rest();
    stage.expect("учебный год 2025/26").expect("СШ № 1");
    stage.press("→→21/24⏎").rest();
    assert_eq!(values(&stage), [ratio("21", "24")], "{}", stage.screen());
}

#[test]
fn without_a_published_catalogue_a_period_is_refused_with_what_to_do() {
    let mut stage = Stage::new(State::default(), ORLOVA);
    stage.press("Г").expect_not("Добавить период");
    assert!(
        stage.said().contains("Опубликованного каталога нет"),
        "{}",
        stage.said()
    );
}
