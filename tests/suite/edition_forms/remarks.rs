//! What is said to be wrong with an edition: dates that reach back, words without points, counts that have room.

use rust_decimal::Decimal;
use smotr::domain::catalogue::{Origin, Scoring, Wording};
use smotr::domain::soundness::{Part, Trouble, of_indicator};

use super::*;

/// The heading of the draft, with an act typed into it and dates after it.
fn decree(stage: &mut Stage, dates: &str) {
    stage.press_and_rest("↑↑<F2>⇥⇥");
    stage.press_and_rest(dates);
}

#[test]
fn an_act_that_reaches_back_may_be_published() {
    let mut stage = draft((80, 24));
    decree(&mut stage, "⇥20.11.2026⇥20.11.2026⇥01.09.2026⇥");
    stage.expect("! Редакция применяется раньше, чем принята");
    stage
        .press_and_rest("<F2>М")
        .expect_not("Мешает публикации");
    stage.press_and_rest("⎋Ю").expect("[ Опубликовать ]");
}

#[test]
fn an_edition_is_not_in_force_before_it_was_adopted() {
    let mut stage = draft((80, 24));
    decree(&mut stage, "⇥20.11.2026⇥01.09.2026⇥⇥");
    stage.expect("× Редакция действует раньше, чем принята.");
    stage
        .press_and_rest("<F2>Ю")
        .expect("Публикации мешает 1 ошибка");
}

#[test]
fn a_date_of_adoption_that_is_not_that_of_the_act_is_remarked() {
    let mut stage = draft((80, 24));
    decree(&mut stage, "214-об⇥⇥⇥12.05.2026");
    stage
        .press_and_rest("⇥⇥⇥⇥13.05.2026⇥")
        .expect("! Дата принятия расходится с датой акта: 12.05.2026.");
    stage
        .press_and_rest("<F2>М")
        .expect("Дата принятия расходится с датой акта: 12.05.2026.");
    stage
        .press_and_rest("⏎")
        .expect("►Принята             13.05.2026");
}

#[test]
fn counts_of_remarks_have_room_beside_the_detail() {
    let mut stage = draft((120, 36));
    stage.press_and_rest("↓↓<F2>⇥⇥⇥⇥⇥25<F2>");
    stage.expect("× 1 · ! 1 · Shift+М");
    on_a_line(&stage, "1 Управление", "× Σ 105 ≠ 100");
}

#[test]
fn words_for_points_that_a_scale_has_no_more_are_remarked_once() {
    let stage = draft((80, 24));
    let (edition, _) = last(&stage.state);
    let (id, it) = coded(&stage.state, "1.1");
    let wording = |points: i64| Wording {
        points: Decimal::from(points),
        text: "Совет".to_owned(),
    };
    let given =
        |points: &[i64]| Scoring::Options(points.iter().map(|it| Decimal::from(*it)).collect());
    let mut it = Indicator {
        scoring: given(&[0, 3, 5]),
        wording: [4, 0, 3, 1, 1].map(wording).to_vec(),
        ..it.clone()
    };
    let found = |it: &Indicator| {
        let all = of_indicator(&stage.state, edition, id, it).into_iter();
        all.filter(|it| it.part == Part::Wording)
            .collect::<Vec<_>>()
    };
    let points = [1, 4].map(Decimal::from).to_vec();
    let all = found(&it);
    assert_eq!(
        all.iter().map(|it| &it.what).collect::<Vec<_>>(),
        [&Trouble::WordingWithoutPoints { points }]
    );
    assert!(!all[0].is_fault());
    it.scoring = given(&[0, 1, 3, 4]);
    assert_eq!(found(&it), []);
}

#[test]
fn a_new_indicator_claims_no_published_source() {
    let mut stage = draft((80, 24));
    stage.press_and_rest("↓А⇥Новый показатель⇥Новый<F2>");
    let (_, it) = coded(&stage.state, "1.7");
    assert_eq!(it.origin, Origin::Own);
}
