//! What is said to be wrong with an edition: dates that reach back, words without points, counts that have room.

use rust_decimal::Decimal;
use smotr::domain::catalogue::{EditionState, Origin, Scoring, Wording};
use smotr::domain::record::Key;
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
    stage.expect("× 1 · ! 2 · Shift+М");
    on_a_line(&stage, "1 Управление", "× Σ 105");
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

#[test]
fn the_act_is_named_from_the_page_before_publishing() {
    let mut stage = draft((80, 24));
    stage.press_and_rest("Ю").expect("Документ не указан.");
    stage.press_and_rest("↑⏎").expect("►Документ");
    stage.press_and_rest("214-об⇥⇥⇥12.05.2026<F2>");
    stage
        .expect("Публикация: каталог, ред. 2")
        .expect("от 12.05.2026 № 214-об")
        .expect_not("Указать документ")
        .expect_not("изменяет");
    stage.press_and_rest("⏎");
    assert_eq!(last(&stage.state).1.state, EditionState::Published);
}

#[test]
fn a_direction_that_was_changed_while_retired_brings_back_what_went_with_it() {
    let mut stage = draft((120, 36));
    let retired = |stage: &Stage| -> Vec<String> {
        let (edition, _) = last(&stage.state);
        let all = stage.state.indicators_of(edition).into_iter();
        all.filter(|(_, it)| it.retired)
            .map(|(_, it)| it.code.clone())
            .collect()
    };
    // One goes by itself, the others with the direction.
    stage.press_and_rest("↓↓Ы");
    assert_eq!(retired(&stage), ["1.1"]);
    stage.press_and_rest("↑Ы");
    assert!(retired(&stage).len() > 2, "{:?}", retired(&stage));
    let before = stage.state.directions.clone();
    stage.press_and_rest("<F2>⇥<End> и отчётность<F2>");
    assert_ne!(stage.state.directions, before, "{}", stage.screen());
    stage.press_and_rest("Ы");
    assert_eq!(retired(&stage), ["1.1"], "{}", stage.screen());
}

#[test]
fn what_is_done_to_a_catalogue_is_told_as_a_person_would() {
    let mut stage = draft((120, 36));
    for (keys, said) in [
        ("↓↓Ы", "Показатель 1.1 снят (ред. 2)"),
        ("о", "отменено: «Показатель 1.1 снят (ред. 2)»"),
        ("О", "повторено: «Показатель 1.1 снят (ред. 2)»"),
        ("Ы", "Показатель 1.1 снова собирается (ред. 2)"),
        ("Ъ", "Порядок показателей изменён (ред. 2)"),
        ("↑↑Ы", "Направление 1 снято (ред. 2)"),
        ("оЮ⏎", "Редакция 2 опубликована"),
        ("о", "отменено: «Редакция 2 опубликована»"),
    ] {
        stage.press_and_rest(keys);
        assert!(stage.said().contains(said), "{keys}: {}", stage.said());
    }
    stage.press_and_rest("<F9>");
    on_a_line(&stage, "показатель 1.1, ред. 2", "отменено: снова в работе");
    on_a_line(&stage, "показатель 1.1, ред. 2", " снято ");
    stage.expect_not("нет → да");
}

#[test]
fn the_detail_of_a_draft_tells_all_remarks_and_each_leads_to_its_record() {
    let mut stage = draft((120, 50));
    // Two indicators lose what their directions need.
    stage.press_and_rest("↓↓<F2>⇥⇥⇥⇥⇥25<F2>");
    stage.press_and_rest("↓<F2>⇥⇥⇥⇥⇥25<F2>");
    stage.press_and_rest("⎋");
    let (edition, _) = last(&stage.state);
    let all = smotr::domain::soundness::problems(&stage.state, edition);
    let within = all.iter().filter(|it| !matches!(it.key, Key::Edition(_)));
    let keys: Vec<Key> = within.map(|it| it.key).collect();
    assert!(!keys.is_empty(), "{all:?}");
    let lines = &stage.app.catalogue.detail;
    for key in &keys {
        assert!(
            lines.iter().any(|it| it.opens == Some(*key)),
            "{}",
            stage.screen()
        );
    }
    stage.press("⇥<End>⏎");
    assert_eq!(
        stage.app.catalogue.key(),
        keys.last().copied(),
        "{}",
        stage.screen()
    );
}

#[test]
fn a_draft_of_which_nothing_is_known_is_not_made() {
    let mut stage = demo::stage((80, 24));
    stage.press_and_rest("<F8>⏎А").expect("Новая редакция");
    let editions = stage.state.editions.len();
    stage
        .press_and_rest("<F2>")
        .expect("Дайте редакции название");
    assert_eq!(stage.state.editions.len(), editions);
    stage.press_and_rest("⎋");
    assert_eq!(stage.state.editions.len(), editions);
    stage.press_and_rest("А⇥Новая<F2>");
    assert_eq!(
        stage.state.editions.len(),
        editions + 1,
        "{}",
        stage.screen()
    );
}

#[test]
fn how_something_is_added_to_a_draft_is_said_beside_what_is_wrong_with_it() {
    let mut stage = draft((80, 24));
    stage.expect("проверить: 2 · Shift+М");
    on_a_line(&stage, "F2 править", "Shift+А добавить");
    // What is published takes nothing.
    stage.press_and_rest("⎋↓⏎").expect_not("Shift+А добавить");
    stage
        .press_and_rest("⎋А")
        .expect("Новая редакция каталога")
        .press_and_rest("⇥Пустая<F2>⏎")
        .expect("Добавьте направление: Shift+А.")
        .press_and_rest("А⇥Кадры школы⇥Кадры<F2>")
        .expect("Добавьте показатель: Shift+А.");
}

#[test]
fn an_edition_of_which_nothing_says_from_when_it_applies_is_remarked() {
    const SAID: &str = "Не указано, с какого дня применяется редакция.";
    let mut stage = draft((80, 24));
    stage
        .press_and_rest("М")
        .expect(SAID)
        .expect("Enter открыть")
        .press_and_rest("⎋");
    decree(&mut stage, "⇥⇥⇥01.09.2026⇥");
    stage
        .press_and_rest("<F2>М")
        .expect_not("с какого дня")
        .press_and_rest("⎋Ю")
        .expect("[ Опубликовать ]");
}
