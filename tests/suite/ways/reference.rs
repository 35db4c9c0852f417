//! The reference of a benchmark, without which none is computed.

use smotr::domain::command::Command;
use smotr::domain::period::Reference;
use smotr::domain::record::Key;
use smotr::tui::keys::{Keymap, built_in};

use super::*;

/// The own figure of СШ № 1 in 1.4, which is compared with the region.
fn at_benchmark() -> Stage {
    let mut world = story::world();
    world.set(cell(BENCHMARK, SCHOOL_1), entry("6")).unwrap();
    let mut stage = Stage::new(world.state, ORLOVA);
    stage.press_and_rest("1→4→");
    stage
}

#[test]
fn the_detail_says_what_is_missing_and_what_gives_it() {
    at_benchmark().expect("не рассчитано: нет ориентира, его внесёт «Ориентир для сравнения» (э)");
}

#[test]
fn of_a_closed_period_it_says_what_was_missing_then() {
    let mut world = story::world();
    world.set(cell(BENCHMARK, SCHOOL_1), entry("6")).unwrap();
    let close = Command::StepPeriod {
        id: OPEN,
        seen: rev(&world.state, Key::Period(OPEN)),
        step: smotr::domain::command::PeriodStep::Close { unready: true },
    };
    world.act_as(GROMOV, close).unwrap();
    let mut stage = Stage::new(world.state, ORLOVA);
    stage.press_and_rest("1→4→");
    stage
        .expect("не рассчитано: нет ориентира")
        .expect_not("его внесёт");
}

#[test]
fn the_key_in_the_detail_is_that_of_the_keymap() {
    let mut world = story::world();
    world.set(cell(BENCHMARK, SCHOOL_1), entry("6")).unwrap();
    let vim: Keymap = built_in("vim").unwrap();
    let lang = smotr::locale::Lang::Ru;
    let mut stage = Stage::with(world.state, ORLOVA, (80, 24), lang, vim, Vec::new());
    stage.press_and_rest("1l4l").expect("(m r)");
    stage.press("mr").expect("Записать ориентир");
}

#[test]
fn it_is_entered_and_the_benchmark_computed() {
    let mut stage = at_benchmark();
    stage
        .press("э")
        .expect("Ориентир для сравнения · 1.4 К региону · 2025/26")
        .expect("Сейчас: не внесено")
        .expect("За 2024/25: 12 (ФИС ОКО)")
        .expect("каждой организации: не достигли минимального");
    stage.press("12б5⏎регион, ФИС ОКО⏎⏎").rest();
    let it = &stage.state.references[&(OPEN, BENCHMARK)];
    assert_eq!(
        (it.number, it.source.as_str()),
        (number("12.5"), "регион, ФИС ОКО"),
        "{}",
        stage.screen()
    );
    stage.expect("÷ 12,5").expect_not("нет ориентира");
    stage.press("о").rest();
    assert!(!stage.state.references.contains_key(&(OPEN, BENCHMARK)));
    stage.expect("нет ориентира");
}

#[test]
fn with_latin_letters_it_is_the_same_key() {
    at_benchmark().press("'").expect("Записать ориентир");
}

#[test]
fn zero_and_what_is_no_number_are_refused_and_kept() {
    let mut stage = at_benchmark();
    stage.press("эдвенадцать<F2>").expect("Это не число");
    stage.press("⎋").rest();
    let mut stage = stage.reopen();
    stage.press_and_rest("1→4→");
    stage.press("э").expect("двенадцать");
    stage
        .press(&format!("{}0<F2>", erase(10)))
        .expect("Записать ориентир");
    assert!(!stage.state.references.contains_key(&(OPEN, BENCHMARK)));
    assert!(
        stage.shows("ноль") || stage.shows("0"),
        "{}",
        stage.screen()
    );
}

#[test]
fn an_indicator_without_one_offers_those_that_have() {
    let mut stage = stage();
    stage
        .press("э")
        .expect("Ориентир какого показателя?")
        .expect("1.4 К региону")
        .press("⏎")
        .expect("Записать ориентир");
}

#[test]
fn another_who_was_faster_is_shown_beside_ones_own() {
    let mut stage = at_benchmark();
    stage.press("э12⏎своё");
    let faster = Command::SetReference {
        period: OPEN,
        indicator: BENCHMARK,
        seen: seen(&stage.state, Key::Reference(OPEN, BENCHMARK)),
        reference: Some(Reference {
            number: 11.into(),
            source: "РЦОИ".into(),
        }),
    };
    stage.other(BELOVA, faster).unwrap();
    stage.press("<F2>").expect("РЦОИ").expect("своё").press("2");
    let it = &stage.state.references[&(OPEN, BENCHMARK)];
    assert_eq!(it.number, 12.into(), "{}", stage.screen());
}

#[test]
fn a_closed_period_is_said_before_anything_is_typed() {
    let mut stage = at_benchmark();
    stage.press("хэ").expect_not("Записать ориентир");
    assert!(stage.said().contains("2024/25"), "{}", stage.said());
}

#[test]
fn an_empty_number_takes_it_out_and_undo_brings_it_back() {
    let mut stage = at_benchmark();
    stage.press("э12⏎регион<F2>").rest();
    stage
        .press("э")
        .expect_not("пусто — убрать")
        .press("⌫⌫")
        .expect("пусто — убрать")
        .press("<F2>")
        .rest();
    assert!(!stage.state.references.contains_key(&(OPEN, BENCHMARK)));
    stage.expect("нет ориентира");
    stage.press("о").rest();
    let it = &stage.state.references[&(OPEN, BENCHMARK)];
    assert_eq!((it.number, it.source.as_str()), (12.into(), "регион"));
}

#[test]
fn where_none_stands_an_empty_number_is_still_to_be_typed() {
    let mut stage = at_benchmark();
    stage
        .press("э⏎регион")
        .expect_not("пусто — убрать")
        .press("<F2>")
        .expect("регион")
        .expect("Записать ориентир")
        .expect("Число не введено");
}
