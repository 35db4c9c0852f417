//! The way through the panes by keys, and what follows commits.

use smotr::domain::command::Command;
use smotr::domain::record::Key;
use smotr::locale::Lang;
use smotr::tui::command::table::{CommandId, Place};
use smotr::tui::keys::Keymap;
use smotr::tui::screen::Screen;
use smotr::tui::screen::catalogue::{Catalogue, Pane};

use crate::support::demo;
use crate::support::stage::Stage;

fn stage() -> Stage {
    let mut stage = demo::stage((120, 36));
    stage.press("<F8>");
    stage
}

fn key(stage: &Stage) -> Key {
    stage.app.catalogue.key().unwrap()
}

#[test]
fn a_key_opens_the_screen_and_esc_leads_out_of_it_step_by_step() {
    let mut stage = stage();
    assert_eq!(stage.app.screen, Screen::Catalogue);
    stage.press("⏎⏎↓↓⏎");
    assert_eq!(stage.app.catalogue.focus, Pane::Detail);
    stage.press("⎋");
    assert_eq!(stage.app.catalogue.focus, Pane::List);
    assert!(matches!(key(&stage), Key::Indicator(..)));
    stage.press("⎋");
    assert!(matches!(key(&stage), Key::Edition(_)));
    assert_eq!(stage.app.catalogue.inside, None);
    stage.press("⎋");
    assert_eq!(stage.app.catalogue.focus, Pane::Sections);
    stage.press("⎋");
    assert_eq!(stage.app.screen, Screen::Monitoring);
}

#[test]
fn the_screen_comes_back_as_it_was_left() {
    let mut stage = stage();
    stage.press("↓↓⏎↓↓↓");
    let before = key(&stage);
    stage.press("<F3><F8>");
    assert_eq!(key(&stage), before);
    // So does a section among the others.
    stage.press("⎋↓↑⏎");
    assert_eq!(key(&stage), before);
}

#[test]
fn a_filter_narrows_the_list_and_esc_takes_it_away() {
    let mut stage = stage();
    let all = stage.app.state().organisations.len();
    stage.press("↓↓⏎фгимназия⏎");
    let left = stage.app.catalogue.rows.len();
    assert!(0 < left && left < all, "{left} of {all}");
    stage.expect("«гимназия»");
    stage.press("⎋");
    assert_eq!(stage.app.catalogue.rows.len(), all);
}

#[test]
fn a_filter_typed_in_the_wrong_layout_is_understood() {
    let mut stage = stage();
    stage.press("↓↓⏎фubvyfpbz⏎").expect("«гимназия»");
}

#[test]
fn a_filtered_tree_keeps_the_directions_of_what_fits() {
    let mut stage = stage();
    stage.press("⏎⏎фЕГЭ⏎").expect("3.3 ЕГЭ ниже порога");
    stage.expect("3 Подготовка").expect_not("4.1");
}

#[test]
fn a_filter_under_which_nothing_fits_says_so() {
    let mut stage = stage();
    stage
        .press("↓⏎фщщщ⏎")
        .expect("Под фильтр ничего не подходит");
}

#[test]
fn a_line_of_a_detail_leads_to_the_record_it_names_and_esc_leads_back() {
    let mut stage = stage();
    // From a period to its edition.
    stage.press("↓⏎");
    let period = key(&stage);
    stage.press("⏎");
    let at = |stage: &Stage| {
        let lines = &stage.app.catalogue.detail;
        let found = |it: &Option<Key>| matches!(it, Some(Key::Edition(_)));
        lines.iter().position(|it| found(&it.opens)).unwrap()
    };
    let steps = "↓".repeat(at(&stage));
    stage.press(&steps).press("⏎");
    assert!(matches!(key(&stage), Key::Edition(_)));
    stage.press("⎋");
    assert_eq!(key(&stage), period);
}

#[test]
fn f2_opens_the_editor_of_an_organisation_of_a_user_and_of_a_document() {
    for (down, kind) in [(2, "Изменить организацию"), (5, "Вид"), (8, "demo-gusev")]
    {
        let mut stage = stage();
        stage.press(&"↓".repeat(down)).press("⏎<F2>");
        assert_eq!(stage.app.place(), Place::Form, "{}", stage.screen());
        stage.expect(kind);
    }
}

#[test]
fn f2_where_there_is_no_editor_says_so_and_is_not_among_the_hints() {
    let mut stage = stage();
    stage.expect_not("F2 править").press("<F2>");
    assert!(stage.said().contains("Править"), "{}", stage.said());
    stage.press("→<F2>");
    assert!(stage.said().contains("новую редакцию"), "{}", stage.said());
}

#[test]
fn the_list_follows_what_others_do() {
    let mut stage = stage();
    stage.press("↓↓⏎");
    let Key::Organisation(id) = key(&stage) else {
        panic!("no organisation")
    };
    let found = stage.state.organisations.get(&id).unwrap();
    let (seen, mut organisation) = (found.stamp.rev, found.body.clone());
    organisation.name = "Гимназия имени Пирогова".to_owned();
    let command = Command::EditOrganisation {
        id,
        seen,
        organisation,
    };
    stage.other(demo::OWNER, command).unwrap();
    stage.expect("Гимназия имени Пирогова");
    assert_eq!(
        key(&stage),
        Key::Organisation(id),
        "the cursor is elsewhere"
    );
}

#[test]
fn the_card_of_an_organisation_opens_from_its_row() {
    let mut stage = stage();
    stage.press("↓↓⏎к");
    assert_eq!(stage.app.place(), Place::Card);
    stage.press("⎋");
    assert_eq!(stage.app.screen, Screen::Catalogue);
}

#[test]
fn a_document_tells_where_it_is_used() {
    let mut stage = demo::stage((200, 50));
    let state = stage.app.state();
    let used = state.decisions.values().find_map(|it| it.document).unwrap();
    assert!(Catalogue::show(&mut stage.app, Key::Document(used)));
    stage
        .press("⏎")
        .expect("Где используется")
        .expect("решение");
    assert!(stage.looked.contains(&Key::Document(used)));
}

#[test]
fn every_record_of_every_section_is_told() {
    let mut stage = demo::stage((80, 24));
    let keys: Vec<Key> = stage.app.state().keys().collect();
    let mut shown = 0;
    for key in keys {
        if !Catalogue::show(&mut stage.app, key) {
            continue;
        }
        shown += 1;
        assert_eq!(stage.app.catalogue.key(), Some(key));
        assert!(!stage.app.catalogue.detail.is_empty(), "{key:?}");
        assert!(stage.app.catalogue.counts.iter().all(|it| *it > 0));
    }
    assert!(shown > 150, "{shown}");
}

#[test]
fn an_empty_store_explains_every_section_and_the_next_key() {
    let state = smotr::domain::state::State::default();
    let size = (80, 24);
    let mut stage = Stage::with(
        state,
        demo::OWNER,
        size,
        Lang::Ru,
        Keymap::default(),
        vec![],
    );
    stage.press("<F8>").expect("Редакций каталога ещё нет");
    for said in [
        "Периодов ещё нет",
        "Организаций ещё нет",
        "Лиц ещё нет",
        "В резерве никого нет",
        "Документов ещё нет",
        "Базовых величин нет",
        "Редакций каталога ещё нет",
        "Пользователей ещё нет",
    ] {
        stage.press("↓").expect(said);
    }
    stage.act(CommandId::Open).press("⏎⏎→");
}

#[test]
fn a_smaller_window_keeps_the_cursor_in_sight() {
    let mut stage = demo::stage((200, 50));
    stage.press("<F8>↓↓⏎<End>");
    stage.resize(60, 16);
    let name = stage.app.catalogue.rows.last().unwrap().cells[0].clone();
    stage.expect(&name.replace('\u{a0}', " "));
}

#[test]
fn a_list_of_seven_hundred_is_walked_without_being_made_anew() {
    let options = smotr::exchange::demo::Options {
        organisations: 700,
        years: 1,
        ..smotr::exchange::demo::Options::DEMO
    };
    let state = demo::of(options).state;
    let size = (120, 36);
    let mut stage = Stage::with(
        state,
        demo::OWNER,
        size,
        Lang::Ru,
        Keymap::default(),
        vec![],
    );
    stage.press("<F8>↓↓⏎");
    let rows = stage.app.catalogue.rows.as_ptr();
    assert_eq!(stage.app.catalogue.rows.len(), 700);
    stage.press("<PgDn><PgDn>↓↓<End>↑").rest();
    assert_eq!(stage.app.catalogue.rows.as_ptr(), rows);
    // What concerns no row leaves them alone, too; what concerns one does not.
    let told = stage.app.catalogue.followed;
    assert_eq!(told, stage.app.catalogue.key());
    let document = Command::AddDocument(crate::support::world::order());
    stage.other(demo::OWNER, document).unwrap();
    assert_eq!(stage.app.catalogue.rows.as_ptr(), rows);
    let Some(Key::Organisation(id)) = told else {
        panic!("{told:?}");
    };
    let it = &stage.state.organisations[&id];
    let command = Command::EditOrganisation {
        id,
        seen: it.stamp.rev,
        organisation: smotr::domain::people::Organisation {
            name: "Школа у реки".into(),
            ..it.body.clone()
        },
    };
    stage.other(demo::OWNER, command).unwrap();
    stage.expect("Школа у реки");
}

#[test]
fn an_edition_named_on_a_page_is_shown_in_the_catalogue() {
    let mut stage = demo::stage((120, 36));
    let edition = *stage.app.state().editions.keys().next().unwrap();
    let key = Key::Edition(edition);
    let outcome = smotr::tui::overlay::go::open(&mut stage.app, key);
    assert!(matches!(outcome, smotr::tui::layer::Outcome::Close));
    assert_eq!(stage.app.screen, Screen::Catalogue);
    assert_eq!(stage.app.catalogue.key(), Some(key));
}

#[test]
fn nothing_is_done_to_a_row_while_the_keys_are_among_the_sections() {
    let mut stage = stage();
    stage.press_and_rest("⏎Т<F2>");
    let drafts = stage.state.editions.len();
    assert_eq!(drafts, 2);
    stage.press("⎋");
    assert_eq!(stage.app.catalogue.focus, Pane::Sections);
    for key in ["Ж", "Ы", "Т", "Х", "М"] {
        stage.press_and_rest(key);
        assert_eq!(stage.state.editions.len(), drafts, "{key}");
        stage.expect("здесь не действует");
        assert_eq!(stage.app.place(), Place::Catalogue, "{key}");
    }
    // Nor to an edition whose tree is shown beside them.
    stage.press("⏎⏎⇤");
    assert_eq!(stage.app.catalogue.focus, Pane::Sections);
    stage.press_and_rest("Ж");
    assert_eq!(stage.state.editions.len(), drafts);
    // Something new is no row's.
    stage.press("А").expect("Новое направление");
}

#[test]
fn a_career_is_not_begun_for_whoever_stands_in_a_list_beside() {
    let mut stage = stage();
    stage.press("↓↓↓");
    stage.press("А");
    assert_eq!(stage.app.place(), Place::Catalogue, "{}", stage.screen());
}

#[test]
fn tab_goes_on_from_a_list_with_nothing_in_it() {
    let mut stage = Stage::new(
        crate::support::world::World::new().state,
        crate::support::world::ORLOVA,
    );
    stage.press("<F8>↓↓↓↓");
    assert!(stage.app.catalogue.rows.is_empty(), "{}", stage.screen());
    let mut been = Vec::new();
    for _ in 0..4 {
        stage.press("⇥");
        been.push(stage.app.catalogue.focus);
    }
    let [list, sections] = [Pane::List, Pane::Sections];
    assert_eq!(been, [list, sections, list, sections]);
    stage.press("⇤");
    assert_eq!(stage.app.catalogue.focus, Pane::List);
}

#[test]
fn a_period_named_in_a_detail_takes_its_next_step_there() {
    let mut stage = stage();
    stage.press_and_rest("⏎⇥");
    assert_eq!(
        stage.app.catalogue.focus,
        Pane::Detail,
        "{}",
        stage.screen()
    );
    for _ in 0..60 {
        if matches!(stage.app.catalogue.under_cursor(), Some(Key::Period(_))) {
            break;
        }
        stage.press("↓");
    }
    stage.press("Ш").expect("Готовность");
}
