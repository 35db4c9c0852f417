//! Names of files on the page of values: what an answer changes there, and what it leaves as it is.

use smotr::domain::alias::{Alias, Means};
use smotr::domain::command::{Command, Seen};
use smotr::domain::ids::OrganisationId;
use smotr::domain::staffing::Intake;
use smotr::tui::command::table::CommandId;

use super::bringing::stage;
use crate::support::stage::Stage;
use crate::support::world::{self, COUNT, RATIO, SCHOOL_1, SCHOOL_2, cell, entry, ratio};

/// It is remembered that a name means this organisation.
fn remember(stage: &mut Stage, name: &str, means: OrganisationId) {
    let text = name.to_owned();
    let means = Means::Organisation(means);
    let intake = Intake {
        names: vec![(Seen::Absent, Alias { text, means })],
        ..Intake::default()
    };
    stage.other(world::BELOVA, Command::TakeIn(intake)).unwrap();
}

/// «СОШ1» is remembered; a colleague writes under its hands, and the answer about another name does not make that forgotten.
#[test]
fn an_answer_about_a_name_leaves_what_others_wrote_aside() {
    let home = tempfile::tempdir().unwrap();
    let table = "Школа;1.2\nСОШ1;9\nСОШ2;7\n";
    let mut stage = stage(home.path(), &[("свод.csv", table)]);
    remember(&mut stage, "сош 1", SCHOOL_1);
    stage
        .act(CommandId::Import)
        .press("⏎")
        .expect("внести 1 из 1");
    let there = cell(COUNT, SCHOOL_1);
    stage
        .other(world::BELOVA, world::set(&stage.state, there, entry("6")))
        .unwrap();
    stage
        .expect("внести 0 из 1")
        .expect("изменено, пока вы смотрели");
    stage.press("<Home>⏎↓⏎").expect("внести 1 из 2");
    stage.expect("изменено, пока вы смотрели").expect("Белова");
    // All at once takes it as little, and what is entered leaves it as it is.
    stage.press("⇥⇥").expect("внести 1 из 2").press("⏎⏎");
    let value = |school| {
        let value = stage.state.value(cell(COUNT, school));
        value.map(|it| it.entry.clone())
    };
    assert_eq!(value(SCHOOL_1), Some(entry("6")));
    assert_eq!(value(SCHOOL_2), Some(entry("7")));
}

/// What an answer touches may be much: it is judged apart as the file was, Esc leaves the answer and not the page, and then comes the next name.
#[test]
fn an_answer_that_touches_much_is_judged_apart() {
    let home = tempfile::tempdir().unwrap();
    let rows = "СОШ2;20/25;5\n".repeat(1_000);
    let table = format!("Школа;1.1;1.2\n{rows}СОШ1;21/24;7\nСШ № 2;20/25;5\n");
    let mut stage = stage(home.path(), &[("свод.csv", &table)]);
    stage.act(CommandId::Import).press("⏎");
    stage
        .expect("«СОШ1»")
        .expect("«СОШ2»")
        .expect("внести 2 из 2");
    // A name with few values is answered at once.
    stage.weighing = Some(Vec::new());
    stage.press("<Home>↓⏎↓⏎").expect("«СОШ1» — это СШ № 1");
    stage.expect("внести 4 из 4").expect_not("Сверяется");
    // The cursor is on the other name.
    stage.press("⏎").expect("Что такое «СОШ2»").press("↓⏎");
    stage.expect("Сверяется с тем, что внесено: 0");
    stage.press("⏎␣⇥").press("⎋");
    stage
        .expect("Организации «СОШ2» нет")
        .expect("внести 4 из 4");
    stage.expect("«СОШ1» — это СШ № 1");
    // Another answer; what comes of the work that was left before is not taken for what comes of this.
    stage.press("⏎↓↓⏎").expect("Сверяется");
    // What a colleague does meanwhile is not lost.
    let there = cell(COUNT, SCHOOL_2);
    stage
        .other(world::BELOVA, world::set(&stage.state, there, entry("9")))
        .unwrap();
    stage.let_weigh();
    stage
        .expect("«СОШ2» — это ДС № 1")
        .expect("внести 5 из 6")
        .expect("изменено, пока вы смотрели");
    // With no name left the cursor is on the values, and Enter enters them.
    stage.press("⏎");
    let value = |cell| stage.state.value(cell).map(|it| it.entry.clone());
    assert_eq!(value(there), Some(entry("9")));
    assert_eq!(value(cell(COUNT, SCHOOL_1)), Some(entry("7")));
}

/// What is remembered is seen, and is no question: the cursor is on the values, and an Enter too many leaves the answer as it is.
#[test]
fn an_enter_too_many_takes_no_answer_away() {
    let home = tempfile::tempdir().unwrap();
    let table = "Школа;1.2\nСОШ2;7\n";
    let mut stage = stage(home.path(), &[("свод.csv", table)]);
    remember(&mut stage, "сош 2", SCHOOL_2);
    stage.act(CommandId::Import).press("⏎");
    stage.expect("«СОШ2» — это СШ № 2, так запомнено");
    stage.press("<Home>⏎").expect("Что такое «СОШ2»").press("⏎");
    stage
        .expect("«СОШ2» — это СШ № 2, так запомнено")
        .expect("внести 1 из 1");
    stage.press("⎋").act(CommandId::Import).press("⏎⏎");
    let value = stage.state.value(cell(COUNT, SCHOOL_2));
    assert_eq!(value.map(|it| it.entry.clone()), Some(entry("7")));
}

fn means(stage: &Stage) -> Vec<(String, Means)> {
    let all = stage.state.aliases.values();
    all.map(|it| (it.text.clone(), it.means)).collect()
}

/// The list stays for the next name. An Enter too many points no name elsewhere, and Delete forgets the one under the cursor.
#[test]
fn remembered_names_are_put_right_one_after_another() {
    let home = tempfile::tempdir().unwrap();
    // Whoever keeps the lists and enters nothing takes back what they said as well.
    let mut stage = stage(home.path(), &[]);
    stage = {
        let mut other = Stage::new(stage.state, world::SEROVA);
        other.resize(80, 24);
        other
    };
    remember(&mut stage, "мбоу сош 1", SCHOOL_1);
    remember(
        &mut stage,
        "мкоу средняя общеобразовательная школа n 2 с углублённым изучением",
        SCHOOL_2,
    );
    remember(&mut stage, "школа 9 покровская", SCHOOL_2);
    let is = |at: usize, id| move |stage: &Stage| means(stage)[at].1 == Means::Organisation(id);
    stage.act(CommandId::RememberedNames);
    insta::assert_snapshot!("remembered_names_80", stage.screen());
    let before = stage.commits.len();
    stage.press("⏎").expect("Что такое «мбоу сош 1»").press("⏎");
    assert_eq!(stage.commits.len(), before, "nothing was said");
    stage.expect("Запомненные названия");
    stage.press("⏎2⏎");
    assert!(is(0, SCHOOL_2)(&stage), "{:?}", means(&stage));
    stage.expect("СШ № 2: «мбоу сош 1»");
    stage.press("<End>⌦");
    let left = means(&stage);
    assert_eq!(left.len(), 2, "{left:?}");
    assert!(
        left.iter().all(|it| it.0 != "школа 9 покровская"),
        "{left:?}"
    );
    stage.press("⌦⌦").expect_not("Запомненные названия");
    assert_eq!(means(&stage), []);
    stage.press("оооо");
    assert!(is(0, SCHOOL_1)(&stage), "{:?}", means(&stage));
    assert_eq!(means(&stage).len(), 3);
}

/// Whoever answers for a part says what names mean there, and takes nobody's name away into it.
#[test]
fn a_name_of_another_school_is_not_for_whoever_answers_for_one() {
    let home = tempfile::tempdir().unwrap();
    let state = {
        let mut stage = stage(home.path(), &[("свод.csv", "Школа;1.2\nСОШ;7\n")]);
        remember(&mut stage, "сош", SCHOOL_2);
        stage.state
    };
    let mut stage = Stage::new(state, world::VETROV);
    home.path().clone_into(&mut stage.home);
    stage.resize(120, 36);
    stage
        .act(CommandId::Import)
        .press("⏎")
        .expect("«СОШ» — это СШ № 2, так запомнено");
    stage
        .press("<Home>⏎сш␣1⏎")
        .expect("«СОШ» — это СШ № 1")
        .expect("внести 1 из 1");
    stage.press("⏎");
    assert!(stage.commits.is_empty(), "{:?}", stage.commits.last());
    assert_eq!(
        means(&stage),
        [("сош".to_owned(), Means::Organisation(SCHOOL_2))]
    );
    assert!(stage.state.value(cell(COUNT, SCHOOL_1)).is_none());
    // In the list as little.
    stage
        .press("⎋")
        .act(CommandId::RememberedNames)
        .press("⏎сш␣1⏎");
    assert_eq!(
        means(&stage),
        [("сош".to_owned(), Means::Organisation(SCHOOL_2))]
    );
}

/// A name was taken for the wrong school and its value was entered: when it is put right, what came by it is told, with the way to it.
#[test]
fn what_came_by_a_wrong_answer_is_told_when_it_is_put_right() {
    let home = tempfile::tempdir().unwrap();
    let mut stage = stage(home.path(), &[("свод.csv", "Школа;1.2\nСОШ;7\n")]);
    // What was typed there is nothing that came by a name.
    let typed = world::set(&stage.state, cell(RATIO, SCHOOL_1), ratio("21", "24"));
    stage.other(world::BELOVA, typed).unwrap();
    stage.act(CommandId::Import).press("⏎⏎сш␣1⏎⏎");
    assert_eq!(
        means(&stage),
        [("сош".to_owned(), Means::Organisation(SCHOOL_1))]
    );
    // On the page of values it stands under the answer.
    stage.act(CommandId::Import).press("⏎").expect_not("Раньше");
    stage.press("<Home>⏎сш␣2⏎").expect("«СОШ» — это СШ № 2");
    stage.expect(
        "Раньше это было СШ № 1. Внесённое туда из файлов остаётся, проверьте его: 1.2 · СШ № 1.",
    );
    stage.press("⎋");
    // In the list of names it is shown with its value, and Enter leads there.
    stage.act(CommandId::RememberedNames).press("⏎сш␣2⏎");
    assert_eq!(
        means(&stage),
        [("сош".to_owned(), Means::Organisation(SCHOOL_2))]
    );
    stage.expect("СШ № 1: внесено из файлов и остаётся, проверьте");
    insta::assert_snapshot!("stays_120", stage.screen());
    stage.press("⏎").expect_not("остаётся, проверьте");
    stage.expect("1.2 · СШ № 1");
    // Where nothing came there is nothing to look at.
    stage.act(CommandId::Import).press("⏎");
    stage.press("<Home>⏎дс⏎").expect("«СОШ» — это ДС № 1");
    stage.expect_not("Раньше");
}

/// One page of files takes the place of another, unless something was said on it; and what a person does themselves is no news to them.
#[test]
fn another_file_takes_the_place_of_a_page_on_which_nothing_was_said() {
    let home = tempfile::tempdir().unwrap();
    let files = [
        ("свод.csv", "Школа;1.2\nСШ № 1;7\nСШ № 2;5\nСОШ;3\n"),
        ("СШ 1.csv", "Школа;1.2\nСШ № 1;8\n"),
    ];
    let mut stage = stage(home.path(), &files);
    stage
        .act(CommandId::Import)
        .press("свод⏎")
        .expect("Загрузка, свод.csv");
    stage
        .act(CommandId::Import)
        .press("сш⏎")
        .expect("Загрузка, СШ 1.csv")
        .press("⏎");
    stage.expect_not("Загрузка,").expect_not("Пока вы смотрели");
    stage.press("о");

    stage.act(CommandId::Import).press("свод⏎");
    stage.press("⏎дс⏎").expect("«СОШ» — это ДС № 1");
    stage.act(CommandId::Import).press("сш⏎⏎");
    stage
        .expect("Загрузка, свод.csv")
        .expect_not("Пока вы смотрели");
    stage
        .expect("внести 2 из 3")
        .expect("изменено, пока вы смотрели");
}
