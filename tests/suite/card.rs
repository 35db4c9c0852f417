//! The card of a head, and the pages that it leads to.

use crate::support::stage::Stage;
use crate::support::story::stage;
use crate::support::world::*;
use smotr::domain::command::Command;
use smotr::domain::record::Key;
use smotr::tui::command::table::Place;
use smotr::tui::overlay::card;

fn card(keys: &str) -> Stage {
    let mut stage = stage((80, 24));
    stage.press(keys);
    stage
}

#[test]
fn the_first_screen_answers_who_how_and_what_is_open() {
    card("п1⏎")
        .expect("Дёмина Ольга Петровна, и. о., с 12.01.2026")
        .expect("Ерёмин Константин Львович, с 15.08.2019 по 11.01.2026")
        .expect("справочно: и. о.")
        .expect("внесено 3 из 7")
        .expect("1 Условия")
        .expect("2 Компетенции")
        .expect("Открытые рекомендации и поручения: 3, из них просрочено 2");
}

#[test]
fn neighbours_are_hidden() {
    let mut stage = stage((80, 24));
    stage.expect("Зимин");
    stage
        .press("п1⏎")
        .expect_not("Зимин")
        .expect_not("СШ № 2")
        .expect_not("ДС № 1");
}

#[test]
fn overdue_comes_first() {
    let screen = card("п1⏎").screen();
    let place = |what: &str| {
        screen
            .find(what)
            .unwrap_or_else(|| panic!("{what}:\n{screen}"))
    };
    assert!(place("просрочено на 5 дней") < place("просрочено на 1 день"));
    assert!(place("просрочено на 1 день") < place("до 30.09.2026"));
}

#[test]
fn another_head_than_in_the_period_before_is_a_break() {
    card("п1⏎").expect("2024/25 ║ 2025/26");
    card("п2⏎").expect_not("║");
}

#[test]
fn every_value_is_below_and_enter_leads_to_its_cell() {
    let mut stage = card("п2⏎<End>");
    stage.expect("2.2 Диагностика").expect("74,5 %");
    stage.press("⏎");
    assert_eq!(stage.app.layers().count(), 0);
    assert_eq!(stage.app.monitoring.cell(), Some(cell_of(DELTA, ZIMIN)));
}

#[test]
fn esc_leads_from_a_value_back_to_the_card_on_the_same_line() {
    let mut stage = card("п2⏎<End>");
    let line = stage.app.under_cursor();
    stage.press("⏎").expect("Esc");
    // Whoever looks at the neighbours there still goes back one step, not two.
    stage.press("↑↓⎋");
    assert_eq!(stage.app.place(), Place::Card);
    assert_eq!(stage.app.under_cursor(), line);
    stage.press("⎋");
    assert_eq!(stage.app.layers().count(), 0);
    stage.press("⎋");
    assert_eq!(stage.app.layers().count(), 0, "the card comes back once");
}

#[test]
fn from_a_value_entered_from_the_card_esc_leads_back_and_the_card_shows_it() {
    let mut stage = card("п2⏎");
    while stage.app.under_cursor() != Some(Key::Value(cell(COUNT, SCHOOL_2))) {
        stage.press("↓");
    }
    let line = |stage: &Stage| {
        let screen = stage.screen();
        let found = screen.lines().find(|it| it.contains("1.2 Обоснованные"));
        found.unwrap_or_default().to_owned()
    };
    let before = line(&stage);
    stage.press("з<Ctrl+U>2⏎⎋");
    assert_eq!(stage.app.place(), Place::Card, "{}", stage.screen());
    assert_ne!(line(&stage), before);
    assert!(line(&stage).contains(" 2 "), "{}", stage.screen());
}

#[test]
fn a_way_back_is_forgotten_elsewhere() {
    // Among the values of another indicator Esc is about the panes again.
    let mut stage = card("п2⏎<End>⏎");
    stage.press("←↑→⎋");
    assert_eq!(stage.app.layers().count(), 0, "{}", stage.screen());
    let mut stage = card("п2⏎<End>⏎");
    stage.press("<F3>⎋");
    assert_eq!(stage.app.layers().count(), 0, "{}", stage.screen());
}

#[test]
fn from_a_direction_of_the_card_esc_leads_back() {
    let mut stage = card("п1⏎");
    while !matches!(stage.app.under_cursor(), Some(Key::Direction(..))) {
        stage.press("↓");
    }
    stage.press("⏎");
    assert_eq!(stage.app.layers().count(), 0);
    stage.press("⎋");
    assert_eq!(stage.app.place(), Place::Card);
}

#[test]
fn enter_on_a_recommendation_opens_it_and_esc_leads_back() {
    let mut stage = card("п1⏎↓↓⏎");
    stage
        .expect("Разобрать обоснованные жалобы")
        .expect("Доля не ниже 60 %");
    stage.press("⎋").expect("Индексы");
    assert_eq!(stage.app.place(), Place::Card);
}

#[test]
fn the_card_of_whoever_left_is_about_them() {
    card("перёмин⏎")
        .expect("┌ СШ № 1 · Ерёмин К. Л. ─")
        .expect("в должности 4 месяца");
}

#[test]
fn the_card_follows_the_period() {
    let mut stage = card("п1⏎г↓⏎");
    stage.expect("┌ СШ № 1 · Ерёмин К. Л. ─").expect("75,0 %");
    stage.press("ъ").expect("┌ СШ № 1 · Дёмина О. П. ─");
}

#[test]
fn what_others_do_shows_at_once() {
    let mut stage = card("п2⏎");
    stage
        .expect("Открытых рекомендаций и поручений нет")
        .expect("внесено 5 из 6");
    let clear = set(
        &stage.state,
        cell(COUNT, SCHOOL_2),
        smotr::domain::value::Entry::Empty,
    );
    stage.other(BELOVA, clear).unwrap();
    stage.expect("внесено 4 из 6");
}

#[test]
fn a_value_is_entered_where_its_neighbours_are_in_sight() {
    let mut stage = card("п2⏎<End>к");
    assert_eq!(stage.app.place(), Place::Card);
    stage.press("ш").expect("2.3 Рост диагностики");
}

#[test]
fn the_card_opens_from_a_row_and_from_the_journal() {
    card("→→↓к").expect("┌ СШ № 1 · ");
    let mut stage = stage((80, 24));
    let value = set(&stage.state, cell(COUNT, SCHOOL_2), entry("1"));
    stage.other(ORLOVA, value).unwrap();
    stage.press("<F9>к").expect("┌ СШ № 2 · ");
}

#[test]
fn the_record_under_the_cursor_is_known_to_commands() {
    let stage = card("п1⏎↓↓");
    assert!(matches!(
        stage.app.under_cursor(),
        Some(Key::Recommendation(_))
    ));
}

#[test]
fn a_head_without_an_organisation_in_the_period_does_not_break_the_card() {
    let mut stage = stage((80, 24));
    let layer = card::of(&mut stage.app, smotr::domain::ids::OrganisationId(99), None);
    stage.app.open(layer);
    stage.expect("В этом периоде организация не работает");
}

#[test]
fn the_history_of_a_cell_tells_before_and_after() {
    let mut stage = stage((80, 24));
    let value = set(&stage.state, cell(RATIO, SCHOOL_1), ratio("12", "24"));
    stage.other(BELOVA, value).unwrap();
    stage
        .press("→→↓и")
        .expect("37,5 % → 50,0 %")
        .expect("Белова");
    stage.other(ORLOVA, Command::Undo).err();
    let value = set(&stage.state, cell(RATIO, SCHOOL_1), ratio("13", "24"));
    stage.other(BELOVA, value).unwrap();
    stage.expect("50,0 % → 54,2 %");
}

#[test]
fn the_definition_marks_the_band_that_is_reached() {
    let mut stage = stage((80, 24));
    stage
        .press("→→↓ш")
        .expect("> менее 40 %")
        .expect("0 баллов  здесь");
    stage.expect("муниципалитет     62,5 % (30 из 48) · по 2 из 3 ОО");
}

#[test]
fn enter_on_a_direction_shows_the_heads_own_values_of_it() {
    let mut stage = card("п2⏎↓⏎");
    assert_eq!(stage.app.layers().count(), 0);
    let m = &stage.app.monitoring;
    assert!(m.pivot);
    assert_eq!(m.chosen.direction, Some(COMPETENCES));
    assert_eq!(m.row().and_then(|it| it.cell), Some(cell_of(CHOICE, ZIMIN)));
    stage.expect("Диагностика");
}

/// Leaders first: what search finds is the leader in the list, with their values, not a row of nobody.
#[test]
fn search_finds_the_leader_where_leaders_come_first() {
    let mut stage = stage((80, 24));
    stage.press("лп2⏎⎋");
    let m = &stage.app.monitoring;
    let leader = m.chosen.leader.unwrap();
    assert_eq!(
        (leader.organisation, leader.person),
        (Some(SCHOOL_2), Some(ZIMIN))
    );
    stage.expect("СШ № 2 · Зимин");
}

#[test]
fn a_second_card_shows_what_changed_since_the_first() {
    let mut stage = card("п2⏎⎋");
    let clear = set(
        &stage.state,
        cell(COUNT, SCHOOL_2),
        smotr::domain::value::Entry::Empty,
    );
    stage.other(BELOVA, clear).unwrap();
    stage.press("п2⏎").expect("внесено 4 из 6");
}

#[test]
fn a_report_and_the_next_state_are_asked_for_on_the_card_itself() {
    for (keys, shown) in [("ч", "Отчёт"), ("Ш", "на контроль"), ("П", "Новый срок")]
    {
        let mut stage = card("п1⏎↓↓");
        stage
            .press(keys)
            .expect(shown)
            .expect("┌ СШ № 1 · Дёмина О. П. ─");
    }
}

#[test]
fn a_recommendation_is_recorded_from_the_card_where_its_value_stands() {
    let mut stage = card("п2⏎<End>р");
    assert_eq!(stage.app.monitoring.cell(), Some(cell_of(DELTA, ZIMIN)));
    assert_eq!(stage.app.layers().count(), 1);
    stage.expect("Рекомендация");
}
