//! The folder is never emptied: what was brought in is known again, and turns nothing back that was put right since.

use std::fs;
use std::path::Path;

use smotr::domain::ids::IndicatorId;
use smotr::domain::value::Entry;
use smotr::tui::command::table::CommandId;

use crate::support::stage::Stage;
use crate::support::world::{self, COUNT, RATIO, SCHOOL_1, SCHOOL_2, World, cell, entry, ratio};

fn stage(home: &Path) -> Stage {
    let mut stage = Stage::new(World::new().state, world::ORLOVA);
    home.clone_into(&mut stage.home);
    stage.resize(100, 30);
    stage
}

fn put(home: &Path, name: &str, text: &str) {
    let folder = home.join("загрузка");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(name), text).unwrap();
}

fn there(
    stage: &Stage,
    indicator: IndicatorId,
    number: smotr::domain::ids::OrganisationId,
) -> Entry {
    let value = stage.state.value(cell(indicator, number));
    value.map_or(Entry::Empty, |it| it.entry.clone())
}

/// свод.csv was brought in on 1.05 and corrected by hand; on 20.05 new files come and «Все» is pressed.
#[test]
fn all_files_are_those_that_were_not_brought_yet() {
    let home = tempfile::tempdir().unwrap();
    put(home.path(), "свод.csv", "Школа;1.2\nСШ № 1;7\nСШ № 2;5\n");
    let mut stage = stage(home.path());
    stage
        .act(CommandId::Import)
        .expect_not("внесён")
        .press("⏎⏎");
    stage
        .other(
            world::BELOVA,
            world::set(&stage.state, cell(COUNT, SCHOOL_1), entry("9")),
        )
        .unwrap();

    // With a single new one there is nothing to gather.
    put(home.path(), "СШ 1.csv", "Школа;1.1\nСШ № 1;21/24\n");
    stage
        .act(CommandId::Import)
        .expect("внесён")
        .expect_not("Все");
    stage.press("⎋");
    put(home.path(), "СШ 2.csv", "Школа;1.1\nСШ № 2;20/25\n");
    // The same file under another name is the same file.
    put(
        home.path(),
        "свод (1).csv",
        "Школа;1.2\nСШ № 1;7\nСШ № 2;5\n",
    );
    stage.act(CommandId::Import);
    stage.expect("Все новые, 2 файла").expect("без 2 внесённых");
    stage.press("↓↓↓↓⏎").expect("внести 2 из 2");
    stage.press("⏎");
    assert_eq!(there(&stage, COUNT, SCHOOL_1), entry("9"));
    assert_eq!(there(&stage, RATIO, SCHOOL_2), ratio("20", "25"));
    stage.act(CommandId::Import).expect_not("Все");
}

#[test]
fn a_file_that_was_brought_is_opened_and_its_lines_are_asked_about() {
    let home = tempfile::tempdir().unwrap();
    put(home.path(), "свод.csv", "Школа;1.2\nСШ № 1;7\nСШ № 2;5\n");
    let mut stage = stage(home.path());
    stage.act(CommandId::Import).press("⏎⏎");
    stage
        .other(
            world::BELOVA,
            world::set(&stage.state, cell(COUNT, SCHOOL_1), entry("9")),
        )
        .unwrap();
    stage.act(CommandId::Import).press("⏎");
    stage.expect("внести 0 из 1 · без изменений 1");
    stage.expect("изменена после загрузки этого файла");
    stage.press("⏎").expect("Вносить нечего.");
    assert_eq!(there(&stage, COUNT, SCHOOL_1), entry("9"));
    stage.press("␣").expect("внести 1 из 1").press("⏎");
    assert_eq!(there(&stage, COUNT, SCHOOL_1), entry("7"));
    // Taken back, the file is as new.
    stage.press("оо").act(CommandId::Import);
    stage.expect("внесён");
}
