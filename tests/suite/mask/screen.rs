//! The screens of somebody who sees no names: everything reads, and nothing tells.

use std::sync::Arc;

use smotr::domain::command::Command;
use smotr::domain::mask::{Mask, Viewer};
use smotr::domain::record::Key;
use smotr::locale::Lang;
use smotr::service::link::{News, Welcome, Writing};
use smotr::tui::keys::Keymap;
use smotr::tui::msg::Event;

use crate::support::stage::Stage;
use crate::support::story;
use crate::support::world::*;

/// The story as Долин sees it, to whom names are not shown.
fn stage(size: (u16, u16)) -> Stage {
    let mut world = story::world();
    let mut user = world.state.users[&DOLIN].body.clone();
    user.names = false;
    let seen = rev(&world.state, Key::User(DOLIN));
    let id = DOLIN;
    world.act(Command::EditUser { id, seen, user }).unwrap();
    let mask = Mask::of(&world.state, *b"a store of tests");
    let viewer = Viewer::of(&world.state, DOLIN);
    let mut told = mask.state(viewer, &world.state);
    for period in [CLOSED, OPEN] {
        let shard = world.state.shard(period).unwrap();
        told.load_shard(period, Arc::new(mask.shard(shard)));
    }
    let keymap = Keymap::default();
    let mut stage = Stage::with(told, DOLIN, size, Lang::Ru, keymap, Vec::new());
    let commits = world.commits.iter();
    stage.commits = commits
        .map(|it| Arc::new(mask.commit(viewer, it)))
        .collect();
    stage
}

/// Every surname and every school of the story.
const NAMES: [&str; 9] = [
    "Ерёмин",
    "Дёмина",
    "Зимин",
    "Яшина",
    "Орлова",
    "Белова",
    "СШ №",
    "ДС №",
    "стажировк",
];

#[test]
fn no_section_of_the_catalogue_says_a_name() {
    for size in [(80, 24), (120, 36)] {
        let mut stage = stage(size);
        stage.press("<F8>");
        for section in 0..7 {
            stage.press("⏎");
            for _ in 0..stage.app.catalogue.rows.len() {
                stage.press_and_rest("↓");
                let told: Vec<_> = (stage.app.catalogue.detail.iter())
                    .map(|it| it.text())
                    .collect();
                let told = stage.screen() + &told.join("\n");
                for name in NAMES {
                    assert!(!told.contains(name), "{section}: {name}\n{told}");
                }
            }
            assert_eq!(stage.app.catalogue.chosen, section);
            stage.press("⎋↓");
        }
    }
}

#[test]
fn monitoring_reads_without_names() {
    for size in [(80, 24), (120, 36)] {
        let mut stage = stage(size);
        stage.rest();
        insta::assert_snapshot!(format!("masked_{}x{}", size.0, size.1), stage.screen());
    }
}

#[test]
fn no_screen_of_a_masked_window_says_a_name() {
    for keys in [
        "",
        "к",
        "ц",
        "и",
        "<F9>",
        "<F9>↓↓⏎",
        "п29",
        "г",
        "<F1>",
        "Б",
        "Б<End>",
    ] {
        let mut stage = stage((120, 36));
        stage.press_and_rest(keys);
        let screen = stage.screen();
        assert!(screen.contains("имена скрыты"), "{keys}\n{screen}");
        for name in NAMES {
            assert!(!screen.contains(name), "{keys}: {name}\n{screen}");
        }
    }
}

#[test]
fn the_journal_tells_the_numbers_of_colleagues_whole() {
    let mut stage = stage((80, 24));
    stage.press_and_rest("<F9>");
    stage.expect(" сотрудник 1 ");
}

#[test]
fn a_search_finds_the_mask_and_not_the_name() {
    let mut named = stage((80, 24));
    named.press_and_rest("пдёмина");
    named.expect("Ничего не найдено");
    let mut masked = stage((80, 24));
    let mask = masked.app.state().organisations[&SCHOOL_1].clone();
    masked.press_and_rest(&format!("п{}", mask.number.unwrap()));
    masked.expect(&format!("рук. {}", mask.name));
}

#[test]
fn rights_that_change_are_told_as_such() {
    let mut stage = stage((80, 24));
    let state = stage.app.state().clone();
    let again = |state| {
        Event::News(News::Again(Box::new(Welcome {
            store: smotr::domain::ids::StoreMark(7),
            user: DOLIN,
            state,
            unsaved: Vec::new(),
            writing: Writing::Open,
        })))
    };
    stage.event(again(state));
    assert!(stage.said().contains("права"), "{}", stage.said());
}
