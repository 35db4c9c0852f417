//! Files of the folder «загрузка» brought in by keys: chosen, looked through, entered as one step.

use std::fs;
use std::path::Path;

use smotr::domain::alias::{Alias, Means};
use smotr::domain::command::{Command, Seen};
use smotr::domain::record::{Cause, Key};
use smotr::domain::staffing::Intake;
use smotr::tui::command::table::CommandId;

use crate::support::stage::Stage;
use crate::support::world::{self, COUNT, RATIO, SCHOOL_1, SCHOOL_2, World, cell, entry, ratio};

/// A person whose folder holds these files.
pub(super) fn stage(home: &Path, files: &[(&str, &str)]) -> Stage {
    let folder = home.join("загрузка");
    fs::create_dir_all(&folder).unwrap();
    for (name, text) in files {
        fs::write(folder.join(name), text).unwrap();
    }
    let mut stage = Stage::new(World::new().state, world::ORLOVA);
    home.clone_into(&mut stage.home);
    stage.resize(120, 36);
    stage
}

const TABLE: &str = "Школа;1.1;1.2\nСШ № 1;21/24;7\nСШ № 2;20/25;5\n";

#[test]
fn a_file_is_found_looked_through_and_entered_as_one_step() {
    let home = tempfile::tempdir().unwrap();
    let mut stage = stage(home.path(), &[("свод.csv", TABLE), ("~$свод.xlsx", "")]);
    // By any of the words for it.
    stage.press("пимпорт⏎").expect("свод.csv").expect_not("~$");
    stage.press("⏎").expect("внести 4 из 4");
    stage.expect("1.1 · СШ № 1").expect("21 из 24");
    insta::assert_snapshot!("bringing_120", stage.screen());
    stage.press("⏎").expect_not("внести 4 из 4");
    assert_eq!(stage.commits.len(), 1);
    assert!(matches!(stage.commits[0].cause, Cause::Import(_)));
    let value = |stage: &Stage, indicator, school| {
        let value = stage.state.value(cell(indicator, school));
        value.map(|it| it.entry.clone())
    };
    assert_eq!(value(&stage, RATIO, SCHOOL_1), Some(ratio("21", "24")));
    assert_eq!(value(&stage, COUNT, SCHOOL_2), Some(entry("5")));
    // A second time there is nothing to enter.
    stage.act(CommandId::Import).press("⏎");
    stage.expect("внести 0 из 0 · без изменений 4");
    stage.press("⏎").expect("Вносить нечего.");
    assert_eq!(stage.commits.len(), 1);
    // Esc leaves it, and what was done is taken back as one.
    stage.press("⎋").press("о");
    assert_eq!(value(&stage, COUNT, SCHOOL_2), None);
}

#[test]
fn lines_are_taken_or_left() {
    let home = tempfile::tempdir().unwrap();
    let mut stage = stage(home.path(), &[("свод.csv", TABLE)]);
    stage.act(CommandId::Import).press("⏎");
    stage.press("␣↓↓␣").expect("внести 2 из 4");
    stage.press("␣").expect("внести 3 из 4");
    stage.press("⇥").expect("внести 4 из 4");
    stage.press("⇥").expect("внести 0 из 4");
    stage.press("␣⏎");
    assert_eq!(stage.commits.len(), 1);
    let changed = stage.state.value(cell(RATIO, SCHOOL_2));
    assert_eq!(changed.unwrap().entry, ratio("20", "25"));
    assert!(stage.state.value(cell(COUNT, SCHOOL_1)).is_none());
}

#[test]
fn a_name_that_nobody_knows_is_asked_about_and_remembered() {
    let home = tempfile::tempdir().unwrap();
    let table = "Школа;1.2\nМБОУ СОШ № 2 имени А. С. Пушкина;7\n";
    let mut stage = stage(home.path(), &[("свод.csv", table)]);
    stage.act(CommandId::Import).press("⏎");
    stage.expect("нет. Похожие: СШ № 2").expect("внести 0 из 0");
    // The likeliest is offered first; it is a person who says that it is the same, and an Enter too many says nothing.
    stage.press("⏎").expect("Что такое");
    stage.press("⏎").expect("внести 0 из 0");
    stage.press("⏎↓⏎").expect("внести 1 из 1").press("⏎");
    assert_eq!(stage.commits.len(), 1);
    assert_eq!(stage.state.aliases.len(), 1);
    stage.act(CommandId::Import).press("⏎");
    stage.expect("без изменений 1").expect_not("Похожие");
}

/// What a colleague enters while the page is open is not written over by an Enter that was meant for what stood there before.
#[test]
fn what_others_change_meanwhile_is_put_aside_and_written_over_on_purpose_only() {
    let home = tempfile::tempdir().unwrap();
    let mut stage = stage(home.path(), &[("свод.csv", TABLE)]);
    let there = cell(COUNT, SCHOOL_1);
    stage.act(CommandId::Import).press("⏎");
    // The cursor is on another line, and stays there.
    stage.press("↓↓↓").expect("внести 4 из 4");
    let at = |stage: &Stage| {
        let screen = stage.screen();
        let line = screen.lines().find(|it| it.contains('►')).unwrap_or("");
        line.split(" — ").next().unwrap_or("").trim().to_owned()
    };
    let line = at(&stage);
    assert!(line.contains("СШ № 2"), "{line}");
    stage
        .other(world::BELOVA, world::set(&stage.state, there, entry("9")))
        .unwrap();
    assert_eq!(at(&stage), line);
    stage.expect("внести 3 из 4");
    stage.expect("Пока вы смотрели, изменено 1 значение");
    insta::assert_snapshot!("bringing_meanwhile_120", stage.screen());
    // All at once takes it as little, and what is entered leaves it as it is.
    stage.press("⇥⇥").expect("внести 3 из 4").press("⏎");
    let value = |stage: &Stage| stage.state.value(there).map(|it| it.entry.clone());
    assert_eq!(value(&stage), Some(entry("9")));
    let entered = &stage.commits.last().unwrap().changes;
    assert!(entered.iter().all(|it| it.key != Key::Value(there)));

    // What the person does in another window surprises nobody.
    stage.press("о").act(CommandId::Import).press("⏎");
    stage
        .other(world::ORLOVA, world::set(&stage.state, there, entry("8")))
        .unwrap();
    stage.expect("внести 3 из 4").expect_not("Пока вы смотрели");
    stage.press("⎋");
    stage
        .other(world::BELOVA, world::set(&stage.state, there, entry("9")))
        .unwrap();

    // Taken on purpose it is written over; changed once more it is put aside once more.
    stage.act(CommandId::Import).press("⏎");
    stage.expect("внести 4 из 4");
    stage
        .other(world::BELOVA, world::set(&stage.state, there, entry("8")))
        .unwrap();
    stage.press("<Home>␣").expect("внести 4 из 4");
    stage
        .other(world::BELOVA, world::set(&stage.state, there, entry("6")))
        .unwrap();
    stage
        .expect("внести 3 из 4")
        .press("␣")
        .expect("внести 4 из 4");
    stage.press("⏎");
    assert_eq!(value(&stage), Some(entry("7")));

    // What comes to say the same has nothing to be asked about.
    stage.press("о").act(CommandId::Import).press("⏎");
    stage
        .other(world::BELOVA, world::set(&stage.state, there, entry("7")))
        .unwrap();
    stage.expect("внести 3 из 3 · без изменений 1");
}

/// An answer about a name stands on the page and can be given anew; «о» there takes back an answer and nothing that was entered before.
#[test]
fn an_answer_about_a_name_can_be_changed_and_taken_back() {
    let home = tempfile::tempdir().unwrap();
    let table = "Школа;1.2\nСОШ2;7\n";
    let mut stage = stage(home.path(), &[("свод.csv", table)]);
    let first = world::set(&stage.state, cell(COUNT, SCHOOL_1), entry("3"));
    stage.other(world::ORLOVA, first).unwrap();
    stage.act(CommandId::Import).press("⏎");
    // By its number it is offered first.
    stage.press("⏎↓⏎");
    stage.expect("«СОШ2» — это СШ № 2").expect("внести 1 из 1");
    // The line of the name stays, and the answer can be given anew.
    stage.press("<Home>⏎↓⏎").expect("«СОШ2» — это ДС № 1");
    stage.press("о").expect("«СОШ2» — это СШ № 2");
    stage
        .press("оо")
        .expect("ячейка B2 · Организации «СОШ2» нет. Похожие: СШ № 2");
    stage.expect("отменять нечего");
    assert_eq!(stage.commits.len(), 1);
    stage
        .press("<Home>⏎↓⏎<Home>⏎")
        .expect("Что такое «СОШ2»")
        .press("↑⏎");
    stage.expect("Организации «СОШ2» нет").press("⏎↓⏎⏎");
    assert_eq!(stage.state.aliases.len(), 1);
    // The next file with this name says what it was taken for.
    stage.act(CommandId::Import).press("⏎");
    stage.expect("«СОШ2» — это СШ № 2, так запомнено");
}

/// What a colleague says of a name while the page is open is not replaced by an answer that was given before: both are shown, and asked anew.
#[test]
fn an_answer_that_a_colleague_gave_meanwhile_is_asked_about() {
    let home = tempfile::tempdir().unwrap();
    let mut stage = stage(home.path(), &[("свод.csv", "Школа;1.2\nСОШ2;7\n")]);
    let theirs = |stage: &Stage, seen, means| {
        let alias = Alias {
            text: "сош 2".into(),
            means: Means::Organisation(means),
        };
        let there = cell(COUNT, SCHOOL_1);
        let Command::SetValues(values) = world::set(&stage.state, there, entry("3")) else {
            panic!("values");
        };
        Command::TakeIn(Intake {
            values,
            names: vec![(seen, alias)],
            ..Intake::default()
        })
    };
    stage.act(CommandId::Import).press("⏎");
    stage
        .press("⏎↓⏎")
        .expect("«СОШ2» — это СШ № 2")
        .expect("внести 1 из 1");
    let said = theirs(&stage, Seen::Absent, SCHOOL_1);
    stage.other(world::BELOVA, said).unwrap();
    stage.expect("по вашему ответу это СШ № 2, но с тех пор записано, что это СШ № 1 (Белова");
    stage.expect("внести 0 из 0");
    insta::assert_snapshot!("bringing_contested_120", stage.screen());
    // The two answers come first, each with whose it is.
    stage.press("<Home>⏎").expect("ваш ответ").press("↓⏎");
    stage
        .expect("«СОШ2» — это СШ № 2")
        .expect("внести 1 из 1")
        .press("⏎");
    let means: Vec<_> = stage.state.aliases.values().map(|it| it.means).collect();
    assert_eq!(means, [Means::Organisation(SCHOOL_2)]);
    assert_eq!(
        stage.state.value(cell(COUNT, SCHOOL_2)).unwrap().entry,
        entry("7")
    );
}

/// What is remembered can be seen, pointed elsewhere and forgotten, and each of these is taken back.
#[test]
fn remembered_names_are_listed_said_anew_and_forgotten() {
    let home = tempfile::tempdir().unwrap();
    let mut stage = stage(home.path(), &[("свод.csv", "Школа;1.2\nСОШ2;7\n")]);
    stage
        .act(CommandId::RememberedNames)
        .expect("Запомненных названий нет");
    stage.act(CommandId::Import).press("⏎⏎↓⏎⏎");
    let means = |stage: &Stage| {
        stage
            .state
            .aliases
            .values()
            .map(|it| it.means)
            .collect::<Vec<_>>()
    };
    assert_eq!(means(&stage), [Means::Organisation(SCHOOL_2)]);
    stage.act(CommandId::RememberedNames);
    insta::assert_snapshot!("remembered_names_120", stage.screen());
    stage.press("⏎").expect("Что такое «сош 2»").press("↓⏎");
    assert_ne!(means(&stage), [Means::Organisation(SCHOOL_2)]);
    // The value that came by it stays, and is shown.
    stage.expect("внесено из файлов и остаётся").press("⎋⎋о");
    assert_eq!(means(&stage), [Means::Organisation(SCHOOL_2)]);
    stage.act(CommandId::RememberedNames).press("⌦");
    assert_eq!(means(&stage), []);
    stage.press("о");
    assert_eq!(means(&stage), [Means::Organisation(SCHOOL_2)]);
}

/// A percent over known parts takes something away: it is put aside until somebody takes it on purpose.
#[test]
fn a_percent_over_known_parts_is_not_taken_by_itself() {
    let home = tempfile::tempdir().unwrap();
    let table = "Школа;1.1\nСШ № 1;90 %\n";
    let mut stage = stage(home.path(), &[("свод.csv", table)]);
    let parts = world::set(&stage.state, cell(RATIO, SCHOOL_1), ratio("21", "24"));
    stage.other(world::BELOVA, parts).unwrap();
    stage.act(CommandId::Import).press("⏎");
    stage
        .expect("внести 0 из 1")
        .expect("известный состав пропадёт");
    stage.press("⇥").expect("внести 1 из 1");
    stage.press("␣").expect("внести 0 из 1");
    stage.press("␣").expect("внести 1 из 1").press("⏎");
    assert_eq!(stage.commits.len(), 2);
}

/// A name is remembered with a value that stands under it, and not for a line that was left aside.
#[test]
fn a_name_is_remembered_only_with_what_is_entered_under_it() {
    let home = tempfile::tempdir().unwrap();
    let table = "Школа;1.2\nСОШ № 2 имени Пушкина;7\nСШ № 1;5\n";
    let mut stage = stage(home.path(), &[("свод.csv", table)]);
    stage.act(CommandId::Import).press("⏎");
    stage.press("⏎↓⏎").expect("внести 2 из 2");
    stage.press("␣").expect("внести 1 из 2").press("⏎");
    assert_eq!(stage.commits.len(), 1);
    assert!(stage.state.aliases.is_empty());
}

#[test]
fn what_is_refused_is_told_with_its_place_and_not_entered() {
    let home = tempfile::tempdir().unwrap();
    let table = "Школа;1.2\nСШ № 1;семь\nСШ № 2;5\nСШ № 2;6\nДС № 1;3\n";
    let mut stage = stage(home.path(), &[("свод.csv", table)]);
    stage.act(CommandId::Import).press("⏎");
    stage.expect("внести 1 из 1 · без изменений 0 · не внести 3");
    // What stood there is told, and the name of the file once.
    stage.expect("! ячейка B2 · 1.2 · СШ № 1: «семь»");
    insta::assert_snapshot!("bringing_refused_120", stage.screen());
    stage.expect("О той же ячейке по-другому говорит");
    // That it is only the rest is said before anything is entered.
    stage.press("⏎").expect("Не принято: 3");
    assert!(stage.commits.is_empty());
    stage.press("⏎");
    assert_eq!(stage.commits[0].changes.len(), 2);
}

/// The page is of the periods that stand in the file.
#[test]
fn the_periods_of_the_values_stand_above_them() {
    let home = tempfile::tempdir().unwrap();
    let table = "ОО;Период;Код;Значение\nСШ № 1;2024/25;1.2;7\n";
    let mut stage = stage(home.path(), &[("список.csv", table)]);
    stage.act(CommandId::Import).press("⏎");
    stage.expect("│ 2024/25 · внести 0 из 0");
}

#[test]
fn an_empty_folder_and_a_broken_file_are_told() {
    let home = tempfile::tempdir().unwrap();
    let mut stage = stage(home.path(), &[]);
    stage
        .act(CommandId::Import)
        .expect("нет файлов со значениями");
    fs::write(home.path().join("загрузка/а.xlsx"), "PK\u{3}\u{4}").unwrap();
    fs::write(home.path().join("загрузка/б.csv"), TABLE).unwrap();
    stage.act(CommandId::Import).expect("Все, 2 файла");
    stage.press("<End>⏎");
    let mut other = stage;
    other.expect("а.xlsx: файл повреждён");
    other.press("⎋");
    assert!(other.commits.is_empty());
}

#[test]
fn a_reader_that_breaks_answers_too() {
    use smotr::analysis::batch::{Batch, Names};
    use smotr::domain::state::State;
    use smotr::tui::incoming::{Against, Came, Pace, Patience, Reader, read_apart};
    let read: Reader = std::sync::Arc::new(|names, _, go_on| {
        let whole = go_on(Pace::Files(0, 1));
        match names {
            [name] if name == "к.csv" && whole => Batch::default(),
            _ => panic!("a file at which the reader breaks"),
        }
    });
    let patience = Patience::default();
    for (name, said) in [("к.csv", None), ("к.xlsx", Some("сломалось"))] {
        let (tell, told) = std::sync::mpsc::channel();
        let against = Box::new(Against {
            state: State::default(),
            names: Names::default(),
        });
        let asked = (vec![name.to_owned()], against);
        read_apart(
            read.clone(),
            asked,
            patience.awaited(),
            "сломалось".into(),
            move |it| {
                tell.send(it.came).unwrap();
            },
        );
        assert_eq!(told.recv().unwrap(), Came::Pace(Pace::Files(0, 1)));
        let Came::Batch(batch) = told.recv().unwrap() else {
            panic!("{name}")
        };
        let faults = batch.files.first().map(|it| it.faults.join(""));
        assert_eq!(faults.as_deref(), said);
        assert!(told.recv().is_err(), "it answers once");
    }
    // Nobody waits: nothing is told, and the reader hears that it may end.
    let awaited = patience.awaited();
    drop(patience);
    let (tell, told) = std::sync::mpsc::channel::<Came>();
    let against = Box::new(Against {
        state: State::default(),
        names: Names::default(),
    });
    let asked = (vec!["к.csv".to_owned()], against);
    read_apart(
        read,
        asked,
        awaited,
        "сломалось".into(),
        move |it| {
            tell.send(it.came).unwrap();
        },
    );
    assert!(told.recv().is_err());
}

/// Many values are held against the records apart: keys and news are heard meanwhile, and what others do until then is not lost.
#[test]
fn much_is_weighed_apart_and_can_be_left() {
    let home = tempfile::tempdir().unwrap();
    let rows = "СШ № 1;21/24;7\n".repeat(1_000);
    let table = format!("Школа;1.1;1.2\n{rows}СШ № 2;20/25;5\n");
    let mut stage = stage(home.path(), &[("свод.csv", &table)]);
    stage.weighing = Some(Vec::new());
    stage.act(CommandId::Import).press("⏎");
    stage.expect("Сверяется с тем, что внесено: 0");
    insta::assert_snapshot!("bringing_weighing_120", stage.screen());
    // Nothing can be entered yet, and Esc leaves nothing behind.
    stage
        .press("⏎␣⇥")
        .press("⎋")
        .expect("Прервано, ничего не внесено.");
    stage.let_weigh();
    assert!(stage.commits.is_empty());
    stage.expect_not("внести");

    stage.weighing = Some(Vec::new());
    stage.act(CommandId::Import).press("⏎");
    let there = cell(COUNT, SCHOOL_2);
    stage
        .other(world::BELOVA, world::set(&stage.state, there, entry("9")))
        .unwrap();
    stage.expect("Сверяется").let_weigh();
    // Three of the four cells: the fourth was changed meanwhile.
    stage
        .expect("внести 3 из 4")
        .expect("изменено, пока вы смотрели");
    stage.press("<End>⏎");
    let value = |stage: &Stage, cell| stage.state.value(cell).map(|it| it.entry.clone());
    assert_eq!(value(&stage, there), Some(entry("9")));
    assert_eq!(value(&stage, cell(COUNT, SCHOOL_1)), Some(entry("7")));
}
