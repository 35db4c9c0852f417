//! The screen Требует внимания: its list, its groups and filter, the number on the top line, and how it looks.

use smotr::analysis::agenda::Kind;
use smotr::domain::command::{Command, RecommendationDraft};
use smotr::domain::followup::{Addressee, Due};
use smotr::domain::ids::*;
use smotr::domain::record::{Key, Record};
use smotr::domain::value::Cell;
use smotr::locale::Lang;
use smotr::tui::command::table::CommandId;
use smotr::tui::keys::Keymap;
use smotr::tui::screen::Screen;
use smotr::tui::screen::attention::{AttentionScreen, Group, Row, Whose};
use smotr::tui::screen::monitoring::Pane;

use crate::support::demo;
use crate::support::stage::Stage;
use crate::support::story;
use crate::support::world::*;

const SMALL: (u16, u16) = (80, 24);
const USUAL: (u16, u16) = (120, 36);

/// The demo as people see it, at the list.
fn morning(size: (u16, u16), lang: Lang) -> Stage {
    let store = demo::told();
    let keymap = Keymap::default();
    let state = store.state.clone();
    let mut stage = Stage::with(state, demo::OWNER, size, lang, keymap, Vec::new());
    stage.commits.clone_from(&store.commits);
    stage.press("<F12>").rest();
    stage
}

#[test]
fn what_the_top_line_counts_is_what_the_list_shows() {
    let store = demo::told();
    let (state, none) = (store.state.clone(), Vec::new());
    let mut stage = Stage::with(state, demo::OWNER, USUAL, Lang::Ru, Keymap::default(), none);
    let counted = AttentionScreen::count(&stage.app);
    stage.press("<F12>").rest();
    assert_eq!(AttentionScreen::count(&stage.app), counted);
    stage.expect(&format!("мои: {counted}"));
}

#[test]
fn the_morning_of_the_demo() {
    let mut out = String::new();
    for size in [SMALL, USUAL] {
        out.push_str(&morning(size, Lang::Ru).screen());
    }
    insta::assert_snapshot!(out);
}

#[test]
fn the_morning_of_the_demo_in_english() {
    let mut out = String::new();
    for size in [SMALL, USUAL] {
        out.push_str(&morning(size, Lang::En).screen());
    }
    insta::assert_snapshot!(out);
}

#[test]
fn groups_unfolded_one_after_the_other() {
    let mut stage = morning(USUAL, Lang::Ru);
    let mut out = String::new();
    for kind in [Kind::Low, Kind::Finding, Kind::Returned] {
        to_group(&mut stage, Group::Of(kind));
        stage.press("→↓").rest();
        out.push_str(&stage.screen());
    }
    insta::assert_snapshot!(out);
}

/// The cursor on the heading of a group.
fn to_group(stage: &mut Stage, group: Group) {
    stage.press("<Home>");
    for _ in 0..20 {
        if stage.app.attention.row() == Some(&Row::Heading(group)) {
            return;
        }
        stage.press("⇥");
    }
    panic!("no group {group:?}: {}", stage.screen());
}

/// A stage at the list of the story's world, of 23.05.2026.
fn at_story(size: (u16, u16)) -> Stage {
    let mut stage = story::stage(size);
    stage.press("<F12>").rest();
    stage
}

fn kinds(stage: &Stage) -> Vec<Kind> {
    let items = stage
        .app
        .attention
        .rows
        .iter()
        .filter_map(|it| match &it.0 {
            Row::Item(it) => Some(it.kind),
            _ => None,
        });
    items.collect()
}

#[test]
fn the_list_says_what_whom_and_until_when() {
    let mut stage = at_story(USUAL);
    stage
        .expect("Сроки поручений: 1, просрочено 1")
        .expect("СШ № 1 · Дёмина О. П.")
        .expect("п. 1.1 Утвердить график аттестации")
        .expect("просрочено 1 дн.");
    stage.expect("просрочено на 1 день");
}

#[test]
fn the_top_line_counts_on_every_screen_when_the_person_rests() {
    let mut stage = story::stage((200, 50));
    let n = |stage: &Stage| AttentionScreen::count(&stage.app);
    let before = n(&stage);
    assert!(before > 0);
    for keys in ["<F3>", "<F4>", "<F8>", "<F9>", "<F12>"] {
        stage.press(keys).expect(&format!("F12 Внимание: {before}"));
    }
    let low = cell_of_kind(&stage, Kind::Low);
    stage.press("<F3>→→").rest();
    let low = Command::Recommend(vec![advice(low)]);
    stage.other(ORLOVA, low).unwrap();
    stage.rest();
    assert_ne!(n(&stage), before, "{}", stage.screen());
    stage.expect(&format!("F12 Внимание: {}", n(&stage)));
}

/// The cell of the first item of a kind in the list.
fn cell_of_kind(stage: &Stage, kind: Kind) -> Cell {
    let found = stage.app.attention.rows.iter().find_map(|it| match &it.0 {
        Row::Item(it) if it.kind == kind => Some(it.key),
        _ => None,
    });
    match found {
        Some(Key::Value(cell)) => cell,
        found => panic!("{found:?}"),
    }
}

/// Advice about a value of Зимин.
fn advice(ground: Cell) -> RecommendationDraft {
    RecommendationDraft {
        addressees: vec![Addressee {
            organisation: SCHOOL_2,
            person: Some(ZIMIN),
        }],
        period: OPEN,
        ground: Some(ground),
        text: "Разобрать на педсовете".into(),
        expected: String::new(),
        due: Due::On(date("2026-12-01")),
    }
}

#[test]
fn a_group_is_folded_and_unfolded_and_the_cursor_stays_with_it() {
    let mut stage = at_story(SMALL);
    let all = stage.app.attention.rows.len();
    stage.press("<Home>⏎");
    let folded = stage.app.attention.rows.len();
    assert!(folded < all);
    stage.expect("►[+] ");
    stage.press("→");
    assert_eq!(stage.app.attention.rows.len(), all);
    stage.press("→").expect_not("►[");
    stage.press("←").expect("►[-] ");
    stage.press("←").expect("►[+] ");
    // Left and entered again, it is as it was left.
    stage.press("⎋<F12>").rest();
    stage.expect("►[+] ");
}

#[test]
fn tab_goes_from_group_to_group_and_around() {
    let mut stage = at_story(SMALL);
    let headings = stage.app.attention.rows.iter();
    let n = headings
        .filter(|it| matches!(it.0, Row::Heading(_)))
        .count();
    stage.press("<Home>");
    let first = stage.app.attention.row().cloned();
    for _ in 0..n {
        stage.press("⇥");
        assert!(matches!(stage.app.attention.row(), Some(Row::Heading(_))));
    }
    assert_eq!(stage.app.attention.row().cloned(), first);
    stage.press("⇤");
    assert_ne!(stage.app.attention.row().cloned(), first);
}

#[test]
fn escape_leads_to_the_screen_of_values_from_which_one_came() {
    for (from, to) in [("<F3>", Screen::Monitoring), ("<F4>", Screen::Sheet)] {
        let mut stage = story::stage(SMALL);
        stage.press(from).press("<F12>⎋");
        assert_eq!(stage.app.screen, to);
    }
}

/// The story seen by somebody who answers for one organisation and has entered nothing.
fn scoped(organisation: OrganisationId) -> Stage {
    let mut world = story::world();
    let mut user = world.state.users[&SEROVA].body.clone();
    user.organisations = vec![organisation];
    let stamp = world.state.users[&SEROVA].stamp;
    let (key, user) = (Key::User(SEROVA), Record::User(user));
    world.state.put(key, Some(user), stamp);
    let keymap = Keymap::default();
    let mut stage = Stage::with(world.state, SEROVA, USUAL, Lang::Ru, keymap, Vec::new());
    stage.press("<F12>").rest();
    stage
}

#[test]
fn the_filter_shows_mine_or_all_and_the_title_says_which() {
    let mut stage = scoped(NURSERY);
    let mine = stage.app.attention.rows.len();
    stage.expect("Требует внимания · мои:");
    stage.press("ф").expect("Требует внимания · все:");
    assert_eq!(stage.app.attention.whose, Whose::All);
    assert!(stage.app.attention.rows.len() >= mine);
    stage.press("ф").expect("· мои:");
}

#[test]
fn an_empty_list_says_so_in_an_even_tone() {
    let world = World::new();
    let (keymap, none) = (Keymap::default(), Vec::new());
    let mut stage = Stage::with(world.state, ORLOVA, SMALL, Lang::Ru, keymap, none);
    stage
        .press("<F12>")
        .expect("Требует внимания · мои: 0")
        .expect("Сейчас ничего не требует внимания.");
}

#[test]
fn an_empty_list_of_mine_says_how_many_there_are_of_all() {
    let mut stage = scoped(NURSERY);
    stage
        .expect("Требует внимания · мои: 0")
        .expect("У всех вместе — 5, показать: ф.");
    stage.press("ф").expect("Требует внимания · все: 5");
}

#[test]
fn digits_go_to_the_next_item_of_that_organisation() {
    let mut stage = at_story(USUAL);
    stage.press("<End>").press("2");
    let head = stage.app.attention.head();
    assert_eq!(head.map(|it| it.0), Some(SCHOOL_2), "{}", stage.screen());
    stage.press("↑7");
    assert!(
        stage.said().contains("Номера 7 здесь нет"),
        "{}",
        stage.said()
    );
}

#[test]
fn what_is_typed_and_not_accepted_is_in_the_list_and_counted() {
    let mut stage = story::stage(USUAL);
    stage.press("→→<End>33⎋").rest();
    let n = AttentionScreen::count(&stage.app);
    stage.press("<F12>").expect("Незаконченные записи: 1");
    assert_eq!(AttentionScreen::count(&stage.app), n);
}

#[test]
fn the_list_is_copied_without_frames() {
    let mut stage = at_story(USUAL);
    stage.press("↓Л").expect_not("┌ Требует");
    stage.expect("! СШ № 1 · Дёмина О. П. · п. 1.1 Утвердить график");
    stage.press("⎋<Ctrl+c>");
    assert_eq!(stage.copied.len(), 1);
}

#[test]
fn a_key_that_is_about_something_else_says_so() {
    let mut stage = at_story(USUAL);
    stage.press("р");
    assert!(
        stage.said().contains("эта строка о другом"),
        "{}",
        stage.said()
    );
    assert!(!kinds(&stage).is_empty());
}

#[test]
fn an_open_period_that_is_not_in_memory_is_named() {
    let mut stage = story::stage(USUAL);
    stage.held = Some(Vec::new());
    let period = OPEN;
    stage.state.unload_shard(period);
    let welcome = smotr::service::link::Welcome {
        store: StoreMark(7),
        user: ORLOVA,
        state: stage.state.clone(),
        unsaved: Vec::new(),
        writing: smotr::service::link::Writing::Open,
    };
    stage.event_of(smotr::service::link::News::Again(Box::new(welcome)));
    stage.press("<F12>").expect("значения ещё загружаются");
}

#[test]
fn the_keys_of_the_line_are_told_and_no_others() {
    let mut stage = at_story(USUAL);
    stage.expect("ч отчёт").expect_not("р рекомендация");
    to_group(&mut stage, Group::Of(Kind::Low));
    stage.press("→").rest();
    stage.expect("р рекомендация").expect_not("ч отчёт");
    assert_eq!(stage.app.screen, Screen::Attention);
    assert!(CommandId::ScreenAttention.applies_in(stage.app.place()));
    assert_eq!(stage.app.monitoring.focus, Pane::First);
}
