//! The page of findings by keys: what is there, the way to a cell and back, what is confirmed, marked, narrowed and taken back.

use smotr::domain::command::{Command, Confirm, Found, Seen};
use smotr::domain::record::Key;
use smotr::domain::rule::RuleKind;
use smotr::domain::value::Cell;
use smotr::locale::Lang;
use smotr::tui::command::table::Place;
use smotr::tui::keys::Keymap;

use crate::support::demo;
use crate::support::stage::Stage;
use crate::support::world::*;

/// A share that rests on another number of teachers than is known, and two counts beyond what is usual.
fn world() -> World {
    let mut world = World::new();
    world.set(cell(RATIO, SCHOOL_1), ratio("18", "24")).unwrap();
    world.teachers(SCHOOL_1, "25");
    world.set(cell(COUNT, SCHOOL_1), entry("11")).unwrap();
    world.set(cell(COUNT, SCHOOL_2), entry("14")).unwrap();
    world
}

fn stage(size: (u16, u16)) -> Stage {
    let keys = Keymap::default();
    Stage::with(world().state, ORLOVA, size, Lang::Ru, keys, Vec::new())
}

fn key(cell: Cell, rule: RuleKind) -> Option<Key> {
    Some(Key::Confirmation(cell, rule))
}

#[test]
fn it_leads_to_the_cell_and_esc_leads_back() {
    let mut stage = stage((120, 36));
    stage.press("Ё").expect("Проверка значений · 2025/26");
    assert_eq!(stage.app.place(), Place::Findings);
    stage
        .expect("высокая важность — 1, средняя — 2")
        .expect("базовая величина расходится · важность высокая");
    let first = cell(RATIO, SCHOOL_1);
    assert_eq!(stage.app.under_cursor(), key(first, RuleKind::BaseDiffers));
    stage.press("⏎").expect_not("Проверка значений");
    assert_eq!(stage.app.place(), Place::Rows);
    stage.expect("18 из 24");
    stage.press("⎋").expect("Проверка значений");
    assert_eq!(stage.app.under_cursor(), key(first, RuleKind::BaseDiffers));
    // Put right in the cell, it is no finding any more.
    stage.press("⏎18/25⏎").rest().press("⎋");
    stage
        .expect("высокая важность — 0")
        .expect_not("базовая величина расходится");
}

#[test]
fn a_word_confirms_it_and_without_the_word_it_is_open_again() {
    let mut stage = stage((120, 36));
    stage.press("Ёя").expect("значение верно?");
    stage.press("⏎").expect("Напишите, почему значение верно");
    stage.press("принят педагог⏎").rest();
    let c = cell(RATIO, SCHOOL_1);
    let said = |stage: &Stage| {
        let it = stage.state.confirmation(c, RuleKind::BaseDiffers);
        it.map(|it| it.note.clone())
    };
    assert_eq!(said(&stage).as_deref(), Some("принят педагог"));
    stage
        .expect("высокая важность — 0, средняя — 2")
        .expect_not("важность высокая");
    stage
        .press("Р<Home>")
        .expect("подтверждено: принят педагог — Орлова");
    assert_eq!(stage.app.under_cursor(), key(c, RuleKind::BaseDiffers));
    let emptied = format!("я{}⏎", "⌫".repeat(14));
    stage.press(&emptied).rest();
    assert_eq!(said(&stage), None);
    stage.expect("высокая важность — 1");
    stage.expect("Подтверждение снято: 1.1 · СШ № 1 · базовая величина расходится");
    stage.press("о").rest();
    assert_eq!(said(&stage).as_deref(), Some("принят педагог"));
    // The key that empties takes it back, too; of what nobody has confirmed there is nothing to take back.
    stage.press("⌦").rest();
    assert_eq!(said(&stage), None);
    stage.press("⌦").expect("никто не подтверждал");
}

#[test]
fn who_entered_the_other_number_is_told_and_a_key_leads_to_it() {
    let mut stage = stage((120, 36));
    stage.press("Ё");
    stage.expect("здесь 24, внесено 25: педагоги всего (Орлова,");
    stage.press("Ч").expect("педагоги всего").expect("25");
    stage.press("⎋").expect("Проверка значений");
}

#[test]
fn what_was_mended_makes_way_for_the_next_and_the_heading_stays_told() {
    let mut world = world();
    for school in [SCHOOL_1, SCHOOL_2, NURSERY] {
        world.set(cell(COUNT, school), entry("12")).unwrap();
    }
    let keys = Keymap::default();
    let mut stage = Stage::with(world.state, ORLOVA, (80, 16), Lang::Ru, keys, Vec::new());
    stage.press("Ё↓↓");
    let second = stage.app.under_cursor();
    stage.press("↓");
    let third = stage.app.under_cursor();
    stage.press("↑⏎");
    stage.press("5⏎").rest().press("⎋");
    assert_ne!(second, third);
    assert_eq!(stage.app.under_cursor(), third, "{}", stage.screen());
    stage.expect("Проверка значений · 2025/26");
}

#[test]
fn a_colleague_moves_nothing_under_the_cursor() {
    let mut stage = stage((120, 36));
    stage.press("Ё↓↓");
    let here = key(cell(COUNT, SCHOOL_2), RuleKind::Unusual);
    assert_eq!(stage.app.under_cursor(), here);
    // A whole group above it goes, and another finding comes.
    let mended = set(&stage.state, cell(RATIO, SCHOOL_1), ratio("18", "25"));
    stage.other(BELOVA, mended).unwrap();
    let worse = set(&stage.state, cell(COUNT, NURSERY), entry("12"));
    stage.other(BELOVA, worse).unwrap();
    stage.expect("высокая важность — 0, средняя — 3");
    assert_eq!(stage.app.under_cursor(), here, "{}", stage.screen());
}

#[test]
fn marks_go_with_what_they_marked() {
    let mut stage = stage((120, 36));
    stage.press("Ё↓ввя").expect("2 замечания: 1.2 · СШ № 1");
    stage.press("две смены⏎").rest();
    stage.expect("Подтверждено замечаний: 2");
    // The next word is about what is under the cursor again.
    stage.press("я").expect("значение верно?");
    stage.press("⎋");
    // What is marked and not shown is not confirmed in its place, nor is anything else.
    let mut stage = self::stage((120, 36));
    stage
        .press("Ё↓ввфя")
        .expect("Выделенные замечания не показаны");
    stage.press("ыя").expect("значение верно?");
}

#[test]
fn esc_shows_all_again_before_it_leaves() {
    let mut stage = stage((120, 36));
    stage.press("Ёф").expect("Esc — показать все");
    stage.press("⎋").expect("вне обычных пределов");
    stage.expect_not("Показано не всё");
    stage.press("⎋").expect_not("Проверка значений");
}

/// A colleague who was faster, or a full disk: the word that was typed is there again.
#[test]
fn a_word_that_was_not_written_is_kept() {
    let mut stage = stage((120, 36));
    stage.press("Ёя").press("принят педагог");
    let c = cell(RATIO, SCHOOL_1);
    let theirs = Command::Confirm(Confirm {
        found: vec![Found {
            cell: c,
            rule: RuleKind::BaseDiffers,
            seen: Seen::Absent,
            mark: 1,
        }],
        note: "сверено".into(),
    });
    stage.other(BELOVA, theirs).unwrap();
    stage.press("⏎").rest();
    let said = stage.state.confirmation(c, RuleKind::BaseDiffers);
    assert_eq!(said.map(|it| it.note.as_str()), Some("сверено"));
    stage.expect("принят педагог").press("⎋⎋").rest();
    let mut stage = stage.reopen();
    stage.press("й").expect("1.1 · СШ № 1").press("⏎");
    stage.expect("значение верно?").expect("принят педагог");
}

#[test]
fn marked_ones_are_confirmed_with_one_word() {
    let mut stage = stage((120, 36));
    stage.press("Ёфф").expect("важность средняя");
    stage.press("вв").press("я").expect("2 замечания");
    stage.press("две смены⏎").rest();
    for school in [SCHOOL_1, SCHOOL_2] {
        let said = stage
            .state
            .confirmation(cell(COUNT, school), RuleKind::Unusual);
        assert_eq!(said.map(|it| it.note.as_str()), Some("две смены"));
    }
    stage.expect("Замечаний нет");
}

/// After an hour of entry the own findings are told from the old ones.
#[test]
fn it_is_narrowed_to_what_was_entered_by_oneself_today() {
    let mut stage = stage((120, 36));
    stage.press("Ё");
    let mut seen = Vec::new();
    for _ in 0..5 {
        stage.press("ф");
        seen.push(stage.shows("внесённое мной. Esc") || stage.shows("внесённое мной сегодня. Esc"));
    }
    assert!(seen.contains(&true), "{}", stage.screen());
    stage.press("⎋").expect_not("Показано не всё");
}

#[test]
fn it_is_narrowed_by_importance_and_direction() {
    let mut stage = stage((120, 36));
    stage
        .press("Ёф")
        .expect("Показано не всё: важность высокая");
    stage.expect_not("вне обычных пределов");
    stage.press("⎋").expect("вне обычных пределов");
    stage.press("ь").expect("направление 1");
    stage
        .press("ь")
        .expect("вне обычных пределов")
        .expect_not("Показано не всё");
}

#[test]
fn who_enters_nothing_there_confirms_nothing() {
    let keys = Keymap::default();
    let state = world().state;
    let mut stage = Stage::with(state, DOLIN, (120, 36), Lang::Ru, keys, Vec::new());
    stage.press("Ёя").press("сверено⏎").rest();
    assert_eq!(
        stage
            .state
            .confirmation(cell(RATIO, SCHOOL_1), RuleKind::BaseDiffers),
        None
    );
    stage.expect("сверено");
}

/// The demo has something for each rule: its heading, what is to be done, and at least one place.
#[test]
fn every_rule_has_its_heading_and_its_way_to_the_place() {
    let state = demo::told().state.clone();
    let keys = Keymap::default();
    let mut stage = Stage::with(state, demo::OWNER, (120, 36), Lang::Ru, keys, Vec::new());
    stage.press("ЁР").rest();
    let page = stage.app.layers().last().unwrap();
    let text = page.text(&stage.app).unwrap();
    let locale = stage.app.locale.clone();
    for kind in RuleKind::ALL {
        let name = locale.word(&kind);
        let mut lines = text.lines().skip_while(|it| !it.starts_with(&name));
        assert!(lines.next().is_some(), "{name}:\n{text}");
        assert!(lines.next().unwrap().starts_with("  "), "{name}");
        let signs = ["! ", "√ "];
        let found = lines.find(|it| !it.starts_with("  "));
        assert!(
            found.is_some_and(|it| signs.iter().any(|sign| it.starts_with(sign))),
            "{name}: {found:?}"
        );
    }
}

#[test]
fn at_the_value_it_is_told_what_was_found_and_what_was_confirmed() {
    let mut stage = stage((120, 36));
    stage.press("Ё⏎").rest();
    stage.expect("! базовая величина расходится: здесь 24, внесено 25");
    stage.press("⎋я").press("принят педагог⏎").rest();
    stage.press("Р<Home>⏎").rest();
    stage.expect("√ базовая величина расходится: подтверждено: принят педагог — Орлова");
}

#[test]
fn pictures() {
    for (name, size) in [("findings", (120, 36)), ("findings_narrow", (80, 24))] {
        let mut stage = stage(size);
        stage.press("Ё").rest();
        insta::assert_snapshot!(name, stage.screen());
    }
}
