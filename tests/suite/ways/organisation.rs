//! What is known of an organisation, changed.

use smotr::domain::command::Command;
use smotr::domain::people::{Organisation, OrganisationKind};
use smotr::domain::record::Key;

use super::*;

/// The form of СШ № 2.
fn changing() -> Stage {
    let mut stage = stage();
    stage
        .press("п2⏎щизменить орг⏎")
        .expect("Изменить организацию · СШ № 2");
    stage
}

fn school(stage: &Stage) -> Organisation {
    stage.state.organisations[&SCHOOL_2].body.clone()
}

#[test]
fn a_number_is_changed_and_the_name_follows() {
    let mut stage = changing();
    stage.press("⏎⌫17⏎").expect("СШ № 17").press("<F2>");
    let it = school(&stage);
    assert_eq!((it.number, it.name.as_str()), (Some(17), "СШ № 17"));
    stage.press("⎋").expect("СШ № 17");
}

#[test]
fn a_name_of_ones_own_does_not_follow_the_number() {
    let mut stage = changing();
    stage
        .press(&format!("⏎⏎{}Школа у реки⇤<End>8⏎<F2>", erase(10)))
        .expect("Школа у реки");
    let it = school(&stage);
    assert_eq!((it.number, it.name.as_str()), (Some(28), "Школа у реки"));
}

#[test]
fn from_a_row_it_is_the_organisation_of_the_row() {
    let mut stage = stage();
    stage
        .press("→→↓щизменить орг⏎")
        .expect("Изменить организацию · СШ № 1");
}

#[test]
fn from_the_card_it_is_the_organisation_of_the_card() {
    let mut stage = stage();
    stage.press("п1⏎к").expect("СШ № 1");
    stage
        .press("щизменить орг⏎")
        .expect("Изменить организацию · СШ № 1");
}

#[test]
fn a_school_is_closed_and_comes_back_with_undo() {
    let mut stage = changing();
    stage.press("⏎⏎⏎⏎⏎⇥⇥").expect("пусто — работает");
    stage
        .press("31б08б2025")
        .expect("В периодах, которые начнутся позже")
        .press("<F2>");
    assert_eq!(
        school(&stage).closed,
        Some(date("2025-08-31")),
        "{}",
        stage.screen()
    );
    let works = |stage: &Stage| {
        let rows = &stage.app.monitoring.panes.rows;
        rows.iter().any(|it| it.name == "СШ № 2")
    };
    stage.press("⎋⎋⎋").rest();
    assert!(!works(&stage), "{}", stage.screen());
    stage.press("о").rest();
    assert_eq!(school(&stage).closed, None);
    assert!(works(&stage), "{}", stage.screen());
}

#[test]
fn a_school_that_is_closed_without_an_act_is_remarked() {
    let mut stage = changing();
    stage
        .press("⏎⏎⏎⏎⏎⇥⇥")
        .expect_not("Документ не указан.")
        .press("31б08б2025")
        .expect("Документ не указан.");
}

#[test]
fn a_taken_number_is_refused_and_what_was_typed_stays() {
    let mut stage = changing();
    stage
        .press("⏎⌫1<F2>")
        .expect("Номер 1 уже занят")
        .expect("Введите другой номер")
        .press("⎋⎋")
        .expect_not("Изменить организацию");
    assert_eq!(stage.commits.len(), before());
    stage.rest();
    let mut again = stage.reopen();
    again
        .press("п2⏎щизменить орг⏎")
        .expect("СШ № 1 ")
        .expect("Изменить организацию · СШ № 2");
    // The same over the list of unfinished input, wherever the person is.
    again.press("⎋").rest();
    again
        .press("й")
        .expect("Изменить организацию · СШ № 2: 1")
        .press("⏎")
        .expect("Изменить организацию · СШ № 2");
}

#[test]
fn one_that_is_taken_back_while_its_card_is_open_and_its_form_kept_is_said_to_be_gone() {
    let mut stage = stage();
    stage.press("Щ⏎17⏎⏎⏎⏎⏎⏎⏎").rest();
    stage.press("п17⏎").expect("┌ СШ № 17");
    stage.press("щизменить орг⏎⏎⌫8⎋о").rest();
    stage.expect("отменено").press("щизменить орг⏎").rest();
    assert_eq!(stage.said(), "Этой записи больше нет.");
    stage.expect_not("Записать изменения").press("⎋й⏎");
    assert!(stage.said().contains("больше нет"), "{}", stage.said());
}

#[test]
fn a_day_that_does_not_exist_is_said_at_its_field() {
    let mut stage = changing();
    stage.press("⏎⏎⏎⏎31.02.2020<F2>").expect("31.02.2020");
    assert_eq!(stage.commits.len(), before());
    stage
        .press(&format!("{}01.09.2020⏎⇥⇥01.09.2019<F2>", erase(10)))
        .expect("01.09.2020");
    assert_eq!(stage.commits.len(), before());
}

#[test]
fn whoever_may_not_is_told_so() {
    let mut stage = stage_of(BELOVA);
    stage.press("п2⏎щизменить орг⏎").expect("«администратор»");
}

#[test]
fn somebody_else_was_faster_both_versions_are_shown() {
    let mut stage = changing();
    stage.press("⏎⏎⏎МБОУ СШ № 2");
    let edit = Command::EditOrganisation {
        id: SCHOOL_2,
        seen: rev(&stage.state, Key::Organisation(SCHOOL_2)),
        organisation: Organisation {
            kind: OrganisationKind::Lyceum,
            ..school(&stage)
        },
    };
    stage.other(SEROVA, edit).unwrap();
    stage
        .press("<F2>")
        .expect("лицей")
        .expect("МБОУ СШ № 2")
        .press("2");
    assert_eq!(school(&stage).kind, OrganisationKind::School);
}

#[test]
fn several_indicators_of_a_standing_reason_are_typed_as_one_list_of_codes() {
    let mut stage = changing();
    let to = |stage: &mut Stage, label: &str| {
        let here = |stage: &Stage| {
            let screen = stage.screen();
            (screen.lines()).any(|it| it.contains('►') && it.contains(label))
        };
        let found = (0..30).any(|_| here(stage) || here(stage.press("⇥")));
        assert!(found, "{}", stage.screen());
    };
    to(&mut stage, "Добавить причину");
    stage.press("⏎нет старших классов");
    to(&mut stage, "Показатели");
    stage.press("1.1, 1.3 9.9⏎");
    stage
        .expect("1.1 Первая")
        .expect("1.3 Программа")
        .expect("9.9");
    stage.press("⌫⌫⌫<F2>").rest();
    let reasons = &school(&stage).standing;
    let codes = reasons.first().map(|it| it.indicators.as_slice());
    assert_eq!(codes, Some(&[RATIO, EXPERT][..]), "{}", stage.screen());
}
