//! The search box: from any screen to anything with a name, in any layout.

use crate::support::stage::Stage;
use crate::support::story::{self, stage};
use crate::support::world::{self, *};
use smotr::domain::command::Command;
use smotr::domain::ids::AppointmentId;
use smotr::domain::people::{Organisation, OrganisationKind};
use smotr::domain::record::{Key, Record};
use smotr::tui::command::table::Place;
use smotr::tui::find::Finder;
use smotr::tui::keys::built_in;
use smotr::tui::screen::monitoring::Pane;

/// What these keys lead to, from the start: the text that must be on the screen.
#[track_caller]
fn check(keys: &str, shown: &str) -> Stage {
    let mut stage = stage((80, 24));
    stage.press(keys).expect(shown);
    stage
}

#[test]
fn a_number_and_enter_show_the_card_of_the_school_in_three_keys() {
    for keys in ["п2⏎", "g2⏎", "<Ctrl+f>2⏎", "→→п2⏎", "<F9>п2⏎"] {
        let stage = check(keys, "┌ СШ № 2 · Зимин В. В. ─");
        assert_eq!(stage.app.place(), Place::Card, "{keys}");
    }
}

#[test]
fn a_number_is_a_schools_before_it_is_a_directions_or_a_kindergartens() {
    check("п1⏎", "┌ СШ № 1 · ");
}

#[test]
fn two_digits_are_four_keys() {
    let mut stage = stage((80, 24));
    let organisation = Organisation {
        kind: OrganisationKind::School,
        number: Some(12),
        name: "СШ № 12".into(),
        full_name: String::new(),
        opened: None,
        closed: None,
        closed_by: None,
        merged_into: None,
        flags: Vec::new(),
        standing: Vec::new(),
    };
    let add = Command::AddOrganisation {
        organisation,
        head: None,
    };
    stage.press("п⎋");
    stage.other(ORLOVA, add).unwrap();
    stage.press("п12⏎").expect("┌ СШ № 12 · вакансия ─");
}

#[test]
fn a_surname_is_found_however_it_is_typed() {
    for typed in ["ерём", "ЕРЕМ", "erem", "thtv", "eremin", "ерёмин 1"] {
        check(&format!("п{typed}⏎"), "Ерёмин К. Л. ─");
    }
}

#[test]
fn numbers_match_numbers() {
    check("п259/1⏎", "О мерах по итогам мониторинга");
    check("п261⏎", "261/3");
}

#[test]
fn an_indicator_is_shown_in_its_place() {
    let stage = check("пдиагн⏎", "Диагностика");
    assert_eq!(stage.app.monitoring.chosen.indicator, Some(SCORE));
    assert_eq!(stage.app.monitoring.focus, Pane::Second);
    assert_eq!(stage.app.layers().count(), 0);
}

#[test]
fn a_direction_is_shown_in_its_place() {
    let stage = check("п2 компет⏎", "Компетенции");
    assert_eq!(stage.app.monitoring.chosen.direction, Some(COMPETENCES));
    assert_eq!(stage.app.monitoring.focus, Pane::First);
}

#[test]
fn a_document_shows_its_requisites_and_where_it_is_used() {
    let mut stage = check("пприказ 261⏎", "Где используется");
    stage
        .expect("Управление образования")
        .expect("О повышении квалификации педагогов СШ № 1");
}

#[test]
fn a_recommendation_opens_its_chain() {
    let stage = check("ппортфолио⏎", "┌ Цепочка · ");
    assert_eq!(stage.app.place(), Place::Chain);
}

#[test]
fn a_command_is_run() {
    check("пцепочка⏎", "Цепочка · 1.1");
    let stage = check("пвсе команды⏎", "Все команды");
    assert_eq!(stage.app.layers().count(), 1);
}

#[test]
fn somebody_who_heads_nothing_is_shown_by_what_they_did() {
    check("пбелова⏎", "Журнал");
}

/// In what one has headed until some day, and the card of their own time and not of whoever came after.
#[test]
fn a_former_head_is_told_and_opens_what_was_theirs() {
    check("перём", "бывший, СШ № 1 до 11.01.2026");
    check("пзимин", "СШ № 2").expect_not("бывший");
    let mut world = story::world();
    let key = Key::Appointment(AppointmentId(4));
    let Some((Record::Appointment(mut it), stamp)) = world.state.record(key) else {
        panic!("no appointment")
    };
    it.to = Some(date("2025-05-31"));
    world.state.put(key, Some(Record::Appointment(it)), stamp);
    let mut stage = Stage::with(
        world.state,
        ORLOVA,
        (80, 24),
        Default::default(),
        Default::default(),
        Vec::new(),
    );
    stage
        .press("пяшин")
        .expect("бывший, ДС № 1 до 31.05.2025")
        .press("⏎")
        .expect("┌ ДС № 1 · Яшина И. О. · 2024/25 ─")
        .expect("с 02.02.2015 по 31.05.2025");
}

/// Advice in the same words to many: whom it is about, by which indicator and until when stand beside it.
#[test]
fn what_is_advised_or_decided_is_told_apart() {
    check("пграфик аттест", "СШ № 1 · 1.1 · до 30.09.2026");
    check("пповышении квал", "СШ № 1 · 1.1 · до 22.05.2026");
}

#[test]
fn the_last_query_is_offered_again() {
    let mut stage = stage((80, 24));
    stage.press("пзимин⎋п").expect("Прошлый запрос: «зимин»");
    stage.press("⏎⏎").expect("Зимин В. В. ─");
}

#[test]
fn nothing_found_is_said() {
    check("пъъъъ", "Ничего не найдено");
    let mut stage = check("пъъъъ⏎", "Ничего не найдено");
    stage.press("⎋п").expect("Прошлый запрос: «ъъъъ»");
}

#[test]
fn what_others_add_is_found_at_once() {
    let mut stage = stage((80, 24));
    stage.press("пбассейн").expect("Ничего не найдено");
    let document = smotr::domain::evidence::Document {
        title: "О бассейне".into(),
        number: "77".into(),
        ..world::order()
    };
    stage.other(BELOVA, Command::AddDocument(document)).unwrap();
    stage.press("⌫е").expect("О бассейне");
}

#[test]
fn the_letter_of_n_a_never_opens_a_search() {
    for keymap in ["russian", "vim", "far"] {
        let keymap = built_in(keymap).unwrap_or_default();
        let world = story::world();
        let mut stage = Stage::with(
            world.state,
            ORLOVA,
            (80, 24),
            Default::default(),
            keymap,
            Vec::new(),
        );
        for keys in ["н", "→→н", "п⎋н"] {
            stage.press(keys).expect_not("┌ Поиск");
            stage.press("⎋");
        }
    }
}

#[test]
fn letters_in_the_box_are_text_and_not_commands() {
    let mut stage = stage((80, 24));
    let before = stage.app.state().record(Key::Settings);
    stage.press("пнс⌦рузо").expect("> нсрузо");
    assert_eq!(stage.app.state().record(Key::Settings), before);
    assert_eq!(stage.commits.len(), story::world().commits.len());
}

#[test]
fn pasted_text_is_searched() {
    let mut stage = stage((80, 24));
    stage.press("п").paste("Зимин\nВиктор");
    stage.press("⏎").expect("Зимин В. В. ─");
}

#[test]
fn nothing_of_a_name_follows_the_dots_that_cut_it() {
    // Wherever the cut falls: between two words the dots leave room for a short part of what follows.
    for letters in 10..70 {
        let mut stage = stage((80, 24));
        let long = "ш".repeat(letters);
        let organisation = Organisation {
            kind: OrganisationKind::School,
            number: None,
            name: format!("{long} 7 {} 7 7", "щ".repeat(60)),
            full_name: String::new(),
            opened: None,
            closed: None,
            closed_by: None,
            merged_into: None,
            flags: Vec::new(),
            standing: Vec::new(),
        };
        let add = Command::AddOrganisation {
            organisation,
            head: None,
        };
        stage.other(ORLOVA, add).unwrap();
        stage.press("п7").press("␣").press("шшш");
        let screen = stage.screen();
        let row = screen
            .lines()
            .find(|it| it.contains("шшшш") && it.contains('…'));
        let row = row.unwrap_or_else(|| panic!("{letters}: not cut:\n{screen}"));
        let after = row.split('…').nth(1).unwrap();
        assert!(after.starts_with("  "), "{letters}: {row}");
    }
}

/// The names are made ready a part at a time; what changes meanwhile, and a search before the end, find all there is.
#[test]
fn names_are_made_ready_while_nobody_searches() {
    let big = || {
        let state = crate::support::demo::of(smotr::exchange::demo::Options::sized(120, 3)).state;
        Stage::new(state, crate::support::demo::OWNER)
    };
    let hits = |stage: &Stage| Finder::find(&stage.app, "сш № 1", 400);
    let mut at_once = big();
    Finder::ready(&mut at_once.app);
    let mut in_parts = big();
    let mut parts = 1;
    while Finder::prepare(&mut in_parts.app) {
        parts += 1;
        assert_eq!(hits(&in_parts).total, 0, "nothing is found by halves");
    }
    assert!(parts > 2, "{parts}");
    assert_eq!(hits(&in_parts), hits(&at_once));
    let mut early = big();
    Finder::prepare(&mut early.app);
    let (id, it) = early.state.organisations.iter().next().expect("one");
    let (id, seen, mut organisation) = (*id, it.stamp.rev, it.body.clone());
    organisation.name = "Школа Леонова".into();
    let renamed = Command::EditOrganisation {
        id,
        seen,
        organisation,
    };
    early.other(crate::support::demo::OWNER, renamed).unwrap();
    early.press("пЛеонова").expect("Школа Леонова");
}

#[test]
fn a_section_of_the_catalogue_is_found_by_its_name_and_by_other_words_for_it() {
    for (typed, section) in [
        ("организации", "Организации"),
        ("школы", "Организации"),
        ("люди", "Лица"),
        ("назначения", "Лица"),
        ("аттестация", "Лица"),
        ("критерии", "Редакции"),
        ("распоряжения", "Документы"),
        ("численность", "Базовые величины"),
        ("кандидаты", "Резерв"),
    ] {
        for box_of in ["щ", "п"] {
            let stage = check(&format!("{box_of}{typed}⏎"), section);
            assert_eq!(stage.app.layers().count(), 0, "{box_of}{typed}");
            let title = stage.app.say(stage.app.catalogue.section().title());
            assert_eq!(title, section, "{}", stage.screen());
        }
    }
}
