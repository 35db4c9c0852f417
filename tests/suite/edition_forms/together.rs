//! Nothing typed is lost: Esc, a closed window, a second admin at the same record.

use rust_decimal::Decimal;
use smotr::domain::catalogue::{Edition, EditionState, Indicator};
use smotr::domain::command::{Command, Seen};
use smotr::domain::ids::Seq;
use smotr::domain::record::Key;

use super::undone::with_colleague;
use super::{coded, draft, last};
use crate::support::demo::OWNER;
use crate::support::pair::Company;
use crate::support::stage::Stage;
use crate::support::world::{ORLOVA, SEROVA, World};

/// A second admin changes an indicator of the draft.
fn other(stage: &mut Stage, code: &str, change: impl FnOnce(&mut Indicator)) {
    let (edition, _) = last(&stage.state);
    let (id, it) = coded(&stage.state, code);
    let mut indicator = it.clone();
    change(&mut indicator);
    let seen: Seq = (stage.state.stamp(Key::Indicator(edition, id)))
        .unwrap()
        .rev;
    let command = Command::PutIndicator {
        edition,
        id: Some(id),
        seen: Seen::At(seen),
        indicator: Box::new(indicator),
    };
    stage.other(OWNER, command).unwrap();
}

#[test]
fn esc_keeps_what_is_typed_and_the_same_key_brings_it_back() {
    let mut stage = draft((80, 24));
    stage.press("↓↓<F2>⇥⇥⇥⇥⇥33⎋").rest();
    stage.expect_not("33").press("<F2>").expect("33");
    stage.press("<F2>").rest();
    assert_eq!(coded(&stage.state, "1.1").1.weight, 33.into());
    assert!(stage.unsaved.is_empty());
}

#[test]
fn a_closed_window_loses_nothing_of_a_form_with_other_fields() {
    let mut stage = draft((80, 24));
    stage.press("↓А⇥Новое⇥Нов⇥⇥⇥⇥→⇥первый⏎второй").rest();
    let mut stage = stage.reopen();
    stage
        .press("й⏎")
        .expect("Новый показатель")
        .expect("второй");
    stage.press("<F2>").rest();
    assert_eq!(coded(&stage.state, "1.7").1.title, "Новое");
}

#[test]
fn two_admins_at_one_indicator_choose_and_may_have_both() {
    let mut stage = draft((120, 36));
    stage.press("↓↓<F2>⇥⇥⇥⇥⇥30");
    other(&mut stage, "1.1", |it| {
        it.short = "Муниципальное задание школы".into()
    });
    stage.press("<F2>").expect("Муниципальное задание школы");
    // Both: what one has left alone is taken from the other.
    stage.press("3").expect("30").press("<F2>").rest();
    let (_, it) = coded(&stage.state, "1.1");
    assert_eq!(it.weight, 30.into(), "{}", stage.screen());
    assert_eq!(it.short, "Муниципальное задание школы");
}

#[test]
fn a_scale_that_a_colleague_writes_meanwhile_is_neither_asked_about_nor_lost() {
    let mut stage = draft((80, 24));
    stage.press("↓↓<F2>⇥⇥⇥⇥⇥30");
    let scale = coded(&stage.state, "1.2").1.scoring.clone();
    let theirs = scale.clone();
    other(&mut stage, "1.1", |it| it.scoring = theirs);
    stage.press("<F2>").rest();
    let (_, it) = coded(&stage.state, "1.1");
    assert_eq!(it.weight, 30.into(), "{}", stage.screen());
    assert_eq!(it.scoring, scale);
}

#[test]
fn an_edition_that_is_published_meanwhile_refuses_and_keeps_the_form() {
    let mut stage = draft((80, 24));
    stage.press("↓↓<F2>⇥⇥⇥⇥⇥30");
    let (id, _) = last(&stage.state);
    let seen = stage.state.latest_of(id).unwrap().1.rev;
    let periods = Vec::new();
    let publish = Command::PublishEdition { id, seen, periods };
    stage.other(OWNER, publish).unwrap();
    stage
        .press("<F2>")
        .expect("Редакция каталога опубликована")
        .expect("30");
    stage.press("⎋").rest();
    assert_eq!(stage.unsaved.len(), 1, "what was typed is kept");
}

/// Two administrators at windows of their own, both in the form of «1.1» of the working edition that one has made; one has recorded a
/// title and a weight, the other has just tried to record another weight.
fn at_once() -> Company {
    let mut company = Company::over(World::new());
    company.sit("orlova", ORLOVA);
    company.sit("serova", SEROVA);
    company.play("orlova: <F8>⏎↓Т<F2>").rest();
    company
        .play("orlova: <F8>⎋⎋⎋<F8>⏎<Home>⏎↓↓<F2>⇥⇥⇥⇥⇥30")
        .rest();
    company
        .play("serova: <F8>⏎<Home>⏎↓↓<F2>⇥⇥Категория⇥⇥⇥40<F2>")
        .rest();
    company.play("orlova: <F2>").rest();
    company
        .at("orlova")
        .expect("Серова")
        .expect("1 [ Оставить записанное ]")
        .expect("2 [ Записать набранное здесь ]")
        .expect("3 [ Соединить");
    company
}

/// Short title and weight as they are stored.
fn stored(company: &Company) -> (String, String) {
    let (_, it) = coded(&company.state, "1.1");
    (it.short.clone(), it.weight.normalize().to_string())
}

#[test]
fn two_administrators_at_once_are_asked_and_each_answer_is_what_it_says() {
    let mut company = at_once();
    company.play("orlova: 1").rest();
    assert_eq!(stored(&company), ("Категория".into(), "40".into()));
    // What was typed is kept, and comes back over what is there.
    company.play("orlova: <F2>").rest();
    company.at("orlova").expect("30");

    let mut company = at_once();
    company.play("orlova: 2").rest();
    // What one has left alone is not taken back from whoever has changed it.
    assert_eq!(stored(&company), ("Категория".into(), "30".into()));
    company.at("serova").expect("30");

    let mut company = at_once();
    company.play("orlova: 3").rest();
    company.at("orlova").expect("Категория").expect("40");
    company.play("orlova: <F2>").rest();
    assert_eq!(stored(&company), ("Категория".into(), "30".into()));
}

#[test]
fn only_what_one_has_typed_oneself_stands_as_typed_here() {
    let mut company = at_once();
    let screen = company.at("orlova").screen();
    let (theirs, mine) = screen.split_once("Набрано здесь").unwrap();
    assert!(
        theirs.contains("Категория") && theirs.contains("40"),
        "{screen}"
    );
    assert!(mine.contains("Вес: 30"), "{screen}");
    assert!(!mine.contains("раткое название"), "{screen}");
}

#[test]
fn what_is_said_of_a_sum_follows_a_colleague() {
    let mut stage = draft((80, 24));
    stage
        .press("↓↓<F2>⇥⇥⇥⇥⇥25")
        .expect("в направлении станет 105");
    other(&mut stage, "1.2", |it| it.weight -= Decimal::from(5));
    stage
        .expect("в направлении станет 100")
        .expect_not("станет 105");
}

#[test]
fn an_edition_published_while_a_period_is_planned_is_offered_and_not_taken_unasked() {
    let mut stage = draft((120, 36));
    stage.press("Г").expect_not("│ Редакция ");
    let (id, _) = last(&stage.state);
    let command = Command::PublishEdition {
        id,
        seen: stage.state.stamp(Key::Edition(id)).unwrap().rev,
        periods: Vec::new(),
    };
    stage.other(OWNER, command).unwrap();
    stage.expect("│ Редакция ").press("<F2>").rest();
    let (_, it) = stage.state.periods.iter().next_back().unwrap();
    assert_eq!(it.edition, super::FIRST, "{}", stage.screen());
}

#[test]
fn what_a_colleague_changes_while_the_act_is_named_is_told_before_it_is_published() {
    let (mut stage, by) = with_colleague();
    stage.press_and_rest("Ю").expect("[ Опубликовать ]");
    let (edition, _) = last(&stage.state);
    let (id, it) = coded(&stage.state, "1.1");
    let key = Key::Indicator(edition, id);
    let command = Command::PutIndicator {
        edition,
        id: Some(id),
        seen: Seen::At(stage.state.stamp(key).unwrap().rev),
        indicator: Box::new(Indicator {
            short: "Задание школы".into(),
            ..it.clone()
        }),
    };
    stage.other(by, command).unwrap();
    // The act is one's own change, and it comes later than the colleague's.
    stage.press_and_rest("↑⏎").expect("►Документ");
    stage.press_and_rest("214-об⇥⇥⇥12.05.2026<F2>");
    stage.press_and_rest("↓↓↓⏎");
    assert_eq!(
        last(&stage.state).1.state,
        EditionState::Draft,
        "{}",
        stage.screen()
    );
}

#[test]
fn the_act_named_from_the_page_before_publishing_is_nothing_typed_there() {
    let mut stage = draft((80, 24));
    stage.press_and_rest("Ю↑⏎");
    stage.press_and_rest("214-об⇥⇥⇥12.05.2026<F2>⎋");
    assert!(stage.unsaved.is_empty(), "{:?}", stage.unsaved);
}

#[test]
fn a_period_that_a_colleague_binds_meanwhile_is_asked_about_and_not_bound_back() {
    let (mut stage, by) = with_colleague();
    stage.press("Г").expect("Новый период").press("<F2>").rest();
    let (ours, _) = last(&stage.state);
    let (period, planned) = stage.state.periods.iter().next_back().unwrap();
    let (period, rev) = (*period, planned.stamp.rev);
    stage.press_and_rest("Ю").expect("[x]");
    let edition = Edition {
        number: 9,
        state: EditionState::Draft,
        ..stage.state.editions[&super::FIRST].body.clone()
    };
    let from = Some(super::FIRST);
    let (add, act) = (edition, None);
    let add = Command::AddEdition {
        from,
        edition: add,
        act,
    };
    stage.other(by, add).unwrap();
    let (theirs, _) = last(&stage.state);
    assert_ne!(theirs, ours);
    let seen = stage.state.latest_of(theirs).unwrap().1.rev;
    let periods = vec![(period, rev)];
    let publish = Command::PublishEdition {
        id: theirs,
        seen,
        periods,
    };
    stage.other(by, publish).unwrap();
    stage.press_and_rest("<F2>");
    assert_eq!(
        stage.state.periods[&period].edition,
        theirs,
        "{}",
        stage.screen()
    );
    stage.expect("ред. 9").press_and_rest("2");
    assert_eq!(
        stage.state.periods[&period].edition,
        ours,
        "{}",
        stage.screen()
    );
}

#[test]
fn an_edition_that_is_dropped_meanwhile_says_so_and_keeps_what_is_typed() {
    let (mut stage, by) = with_colleague();
    stage.press_and_rest("↑↑<F2>").press("⇥Новое название");
    let (id, _) = last(&stage.state);
    let seen = stage.state.latest_of(id).unwrap().1.rev;
    stage.other(by, Command::DropEdition { id, seen }).unwrap();
    stage.press("<F2>").rest();
    stage.press("<F2>").rest();
    stage
        .expect("Записи нет: редакция каталога № 2")
        .press("⎋")
        .rest();
    assert!(
        !stage.state.editions.contains_key(&id),
        "{}",
        stage.screen()
    );
    assert_eq!(stage.unsaved.len(), 1);
}
