//! A base quantity put right, and the values that came with the wrong one.

use rust_decimal::Decimal;
use smotr::domain::command::Command;
use smotr::domain::record::Key;
use smotr::domain::value::ValueState;
use smotr::service::link::News;
use smotr::tui::msg::Event;

use super::*;

/// The form of «педагоги всего» of СШ № 1, which came with 9 из 24.
fn putting() -> Stage {
    let mut stage = stage();
    stage
        .press("п1⏎Ч")
        .expect("Базовая величина · СШ № 1 · педагоги всего");
    stage
}

fn teachers(stage: &Stage) -> Option<Decimal> {
    let stands = stage.state.base_value(OPEN, TEACHERS, SCHOOL_1);
    stands.map(|it| it.number)
}

#[test]
fn what_it_is_where_it_came_from_and_what_it_touches_stand_above() {
    putting()
        .expect("Сейчас: 24 чел.")
        .expect("вместе со значением 1.1")
        .expect("По ней в 2025/26 считаются: 1.1. Неотмеченное останется прежним.")
        .expect("[x] 1.1 Первая и высшая категория: 9 из 24");
}

#[test]
fn the_values_that_came_with_it_are_put_right_in_one_commit() {
    let mut stage = putting();
    stage
        .press("⌫6")
        .expect("9 из 24 → 9 из 26")
        .press("<F2>")
        .expect_not("Записать величину");
    assert_eq!(teachers(&stage), Some(26.into()), "{}", stage.screen());
    let value = stage.state.value(cell(RATIO, SCHOOL_1)).unwrap();
    assert_eq!(value.entry, ratio("9", "26"));
    assert_eq!(value.state, ValueState::Entered);
    assert_eq!(stage.commits.len(), before() + 1);
    stage.press("о");
    let value = stage.state.value(cell(RATIO, SCHOOL_1)).unwrap();
    assert_eq!(
        (teachers(&stage), &value.entry),
        (Some(24.into()), &ratio("9", "24"))
    );
}

#[test]
fn a_value_without_its_tick_stays_as_it_is() {
    let mut stage = putting();
    stage.press("⌫6⏎␣<F2>");
    assert_eq!(teachers(&stage), Some(26.into()));
    let value = stage.state.value(cell(RATIO, SCHOOL_1)).unwrap();
    assert_eq!(value.entry, ratio("9", "24"));
}

#[test]
fn what_is_no_number_is_said_and_kept() {
    let mut stage = putting();
    stage
        .press("⌫⌫двадцать<F2>")
        .expect("Это не число")
        .expect("двадцать");
    assert_eq!(teachers(&stage), Some(24.into()));
    stage.press("⎋").rest();
    let mut again = stage.reopen();
    again.press("п1⏎Ч").expect("двадцать");
}

#[test]
fn a_part_greater_than_the_whole_is_refused_in_the_form() {
    let mut stage = putting();
    stage
        .press("⌫⌫7<F2>")
        .expect("9")
        .expect("Записать величину");
    assert_eq!(teachers(&stage), Some(24.into()), "{}", stage.screen());
    assert!(
        stage.shows("целое") || stage.shows("больше"),
        "{}",
        stage.screen()
    );
}

#[test]
fn an_empty_field_takes_it_out() {
    let mut stage = putting();
    stage.press("⌫⌫").expect("пусто — убрать").press("<F2>");
    assert_eq!(teachers(&stage), None);
    stage
        .press("Ч")
        .expect("Сейчас: не внесено")
        .press("25<F2>");
    assert_eq!(teachers(&stage), Some(25.into()), "{}", stage.screen());
}

#[test]
fn from_a_row_it_is_the_organisation_of_the_row() {
    let mut stage = stage();
    stage
        .press("→→↓↓Ч")
        .expect("Базовая величина · СШ № 2 · педагоги всего")
        .expect("21 из 24");
    // The same with Latin letters on.
    stage.press("⎋X").expect("Базовая величина · СШ № 2");
}

#[test]
fn from_the_card_it_is_the_value_under_the_cursor() {
    let mut stage = stage();
    stage
        .press("п1⏎кЧ")
        .expect("Базовая величина · СШ № 1 · педагоги всего");
}

#[test]
fn a_closed_period_is_said_before_anything_is_typed() {
    let mut stage = stage();
    stage.press("п1⏎хЧ").expect_not("Записать величину");
    assert!(stage.said().contains("2024/25"), "{}", stage.said());
}

#[test]
fn another_who_was_faster_is_shown_beside_ones_own() {
    let mut stage = putting();
    stage.press("⌫6");
    let faster = Command::SetBase {
        period: OPEN,
        base: TEACHERS,
        organisation: SCHOOL_1,
        seen: seen(&stage.state, Key::BaseValue(OPEN, TEACHERS, SCHOOL_1)),
        number: Some(30.into()),
        values: Vec::new(),
    };
    stage.other(BELOVA, faster).unwrap();
    stage.press("<F2>").expect("педагоги всего: 30").press("2");
    assert_eq!(teachers(&stage), Some(26.into()), "{}", stage.screen());
}

#[test]
fn one_that_was_taken_out_meanwhile_is_said_and_then_written() {
    let mut stage = putting();
    stage.press("⌫6");
    let gone = Command::SetBase {
        period: OPEN,
        base: TEACHERS,
        organisation: SCHOOL_1,
        seen: seen(&stage.state, Key::BaseValue(OPEN, TEACHERS, SCHOOL_1)),
        number: None,
        values: Vec::new(),
    };
    stage.other(BELOVA, gone).unwrap();
    stage.press("<F2>").expect("запись убрана").expect("26");
    stage.press("<F2>");
    assert_eq!(teachers(&stage), Some(26.into()), "{}", stage.screen());
}

#[test]
fn a_ticked_value_that_changed_meanwhile_is_not_overwritten() {
    let mut stage = putting();
    stage.press("⌫6");
    let faster = set(&stage.state, cell(RATIO, SCHOOL_1), ratio("10", "24"));
    stage.other(BELOVA, faster).unwrap();
    stage.press("<F2>").expect("за это время изменено");
    assert_eq!(teachers(&stage), Some(24.into()));
    stage
        .press("⎋Ч")
        .expect("[ ] 1.1")
        .expect("10 из 24 → 10 из 26");
}

#[test]
fn what_is_not_in_memory_is_asked_for_and_never_taken_for_nothing() {
    let mut stage = putting();
    stage.press("⌫6⎋").rest();
    let whole = stage.state.clone();
    let mut state = whole.clone();
    state.unload_shard(OPEN);
    let (lang, keymap) = (smotr::locale::Lang::Ru, Default::default());
    let mut again = Stage::with(state, ORLOVA, (80, 24), lang, keymap, stage.unsaved);
    for keys in ["п1⏎Ч", "⎋⎋й⏎"] {
        again.press(keys).expect_not("Записать величину");
        assert!(again.said().contains("загружаются"), "{}", again.said());
    }
    again.event(Event::News(News::Shard {
        period: OPEN,
        seq: whole.meta.seq,
        shard: whole.share_shard(OPEN).unwrap(),
    }));
    again.press("й⏎").expect("9 из 24 → 9 из 26");
}

#[test]
fn whoever_may_not_is_told_so() {
    stage_of(GROMOV)
        .press("п1⏎Ч")
        .expect("нужна роль «методист»");
}

/// The command is refused for a value that was ticked: the quantity itself nobody has changed.
#[test]
fn a_ticked_value_changed_meanwhile_is_said_where_it_is_ticked() {
    let mut stage = putting();
    stage.held = Some(Vec::new());
    stage.press("⌫6<F2>");
    let faster = set(&stage.state, cell(RATIO, SCHOOL_1), ratio("10", "24"));
    stage.other(BELOVA, faster).unwrap();
    stage.let_go();
    stage
        .expect("Отмеченное значение за это время изменено")
        .expect_not("Уже записано");
    assert_eq!(teachers(&stage), Some(24.into()));
    stage.press("␣<F2>").expect_not("Уже записано");
    assert_eq!(teachers(&stage), Some(26.into()), "{}", stage.screen());
    let value = stage.state.value(cell(RATIO, SCHOOL_1)).unwrap();
    assert_eq!(value.entry, ratio("10", "24"), "left alone");
}

/// The same number from a colleague is nothing to choose from.
#[test]
fn the_same_number_is_not_another_version() {
    let mut stage = putting();
    stage.press("⌫6");
    let same = Command::SetBase {
        period: OPEN,
        base: TEACHERS,
        organisation: SCHOOL_1,
        seen: seen(&stage.state, Key::BaseValue(OPEN, TEACHERS, SCHOOL_1)),
        number: Some(26.into()),
        values: Vec::new(),
    };
    stage.other(BELOVA, same).unwrap();
    stage.expect_not("здесь уже записано другое");
}
