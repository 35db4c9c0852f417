//! Recommendations, decisions, reports and their steps, written by keys alone.

use smotr::domain::followup::*;
use smotr::domain::record::{Key, Record};
use smotr::domain::value::{Cell, Subject};
use smotr::tui::screen::monitoring::Pane;

use crate::support::stage::Stage;
use crate::support::world::*;

/// Сш № 1 is at 50 %, СШ № 2 at 62,5 %, the nursery at 30 %; the wording bank has a text for each band.
fn world() -> World {
    let mut records = records();
    for (key, record) in &mut records {
        if let (Key::Indicator(_, RATIO), Record::Indicator(it)) = (&*key, record) {
            it.wording = [
                (0, "Разработать план: {значение} при норме {порог}."),
                (
                    1,
                    "До {порог} не хватает {не хватает}. Провести аттестацию.",
                ),
                (2, "Сохранить достигнутые {значение}."),
            ]
            .into_iter()
            .map(|(points, text)| smotr::domain::catalogue::Wording {
                points: points.into(),
                text: text.into(),
            })
            .collect();
        }
    }
    let mut state = smotr::domain::state::State::default();
    let founding = do_as(
        &mut state,
        smotr::domain::ids::PROGRAM,
        smotr::domain::command::Command::Load(records),
    )
    .unwrap();
    let mut world = World {
        state,
        commits: vec![founding],
    };
    world.set(cell(RATIO, SCHOOL_1), ratio("12", "24")).unwrap();
    world.set(cell(RATIO, SCHOOL_2), ratio("15", "24")).unwrap();
    world.set(cell(RATIO, NURSERY), ratio("3", "10")).unwrap();
    world
}

/// Sizes at which nothing may panic.
const SIZES: [(u16, u16); 7] = [
    (0, 0),
    (1, 1),
    (20, 5),
    (60, 16),
    (80, 24),
    (120, 36),
    (300, 100),
];

/// The cell of the municipality.
fn municipal() -> Cell {
    Cell {
        period: OPEN,
        indicator: MUNICIPAL,
        subject: Subject::Municipality,
    }
}

/// In the right-hand pane of 1.1, on the row of that organisation.
fn on(world: World, cell: Cell) -> Stage {
    let mut stage = Stage::new(world.state, ORLOVA);
    stage.commits = world.commits.into_iter().map(std::sync::Arc::new).collect();
    stage.press("→<Home>");
    while stage.app.monitoring.chosen.indicator != Some(cell.indicator) {
        stage.press("↓");
    }
    stage.press("→<Home>");
    while stage.app.monitoring.cell() != Some(cell) {
        stage.press("↓");
    }
    stage.rest();
    assert_eq!(stage.app.monitoring.focus, Pane::Rows);
    stage
}

fn stage() -> Stage {
    on(world(), cell(RATIO, SCHOOL_1))
}

/// The recommendations of the store, in the order they were made.
fn recommendations(stage: &Stage) -> Vec<Recommendation> {
    let all = stage.state.recommendations.values();
    all.map(|it| it.body.clone()).collect()
}

#[test]
fn a_recommendation_is_written_for_the_row_with_a_date() {
    let mut stage = stage();
    stage
        .press("рПровести аттестацию⇥3 педагога⇥15.12")
        .expect("15.12.2026, вт")
        .press("⏎⏎")
        .expect("рекомендация · 1.1 · СШ № 1 — добавлено")
        .expect_not("Записать рекомендацию");
    let made = recommendations(&stage);
    assert_eq!(made.len(), 1);
    assert_eq!(made[0].text, "Провести аттестацию");
    assert_eq!(made[0].expected, "3 педагога");
    assert_eq!(made[0].due, Due::On(date("2026-12-15")));
    assert_eq!(made[0].ground, Some(cell(RATIO, SCHOOL_1)));
    assert_eq!(
        made[0].addressees,
        [Addressee {
            organisation: SCHOOL_1,
            person: Some(DEMINA)
        }]
    );
    stage.press("о");
    assert!(recommendations(&stage).is_empty(), "{}", stage.said());
}

#[test]
fn terms_are_understood_in_either_layout() {
    for (typed, shown, due) in [
        ("15.12", "15.12.2026, вт", Due::On(date("2026-12-15"))),
        ("15.12.2027", "15.12.2027, ср", Due::On(date("2027-12-15"))),
        ("15ю12", "15.12.2026, вт", Due::On(date("2026-12-15"))),
        ("+30", "22.06.2026, пн", Due::On(date("2026-06-22"))),
        ("завтра", "24.05.2026, вс", Due::On(date("2026-05-24"))),
        ("постоянно", "постоянно", Due::Standing),
        ("gjcnjzyyj", "постоянно", Due::Standing),
        ("пост", "постоянно", Due::Standing),
        (
            "ежеквартально до 5",
            "ежеквартально до 5-го",
            Due::Quarterly(5),
        ),
        (
            "t;trdfhnfkmyj 10",
            "ежеквартально до 10-го",
            Due::Quarterly(10),
        ),
        ("ежемесячно 25", "ежемесячно до 25-го", Due::Monthly(25)),
    ] {
        let mut stage = stage();
        stage
            .press("рТекст⇥⇥")
            .press(typed)
            .expect(shown)
            .press("<F2>");
        let made = recommendations(&stage);
        assert_eq!(made.first().map(|it| it.due), Some(due), "{typed}");
    }
}

#[test]
fn a_term_that_cannot_be_read_keeps_the_form_open_with_the_sentence() {
    for (typed, sentence) in [
        ("", "ежеквартально до 5"),
        ("31.02", "Такой даты нет: 31.02"),
        ("скоро", "15.12, 15.12.2026, +30, постоянно"),
        ("ежеквартально", "Число месяца — от 1 до 28"),
        ("ежемесячно до 31", "Число месяца — от 1 до 28"),
        ("01.02.2020", "Слишком рано: срок — 01.02.2020"),
    ] {
        let mut stage = stage();
        stage.press("рТекст⇥⇥").press(typed).press("<F2>");
        stage.expect(sentence).expect("Записать рекомендацию");
        assert!(recommendations(&stage).is_empty());
        // What was typed is there, and mending it is enough.
        stage.press("<Ctrl+u>+7<F2>");
        assert_eq!(recommendations(&stage).len(), 1, "{typed}");
    }
}

#[test]
fn marked_rows_get_one_each_with_their_own_figures() {
    let mut stage = stage();
    stage
        .press("ВрСейчас {значение}, до {порог} не хватает {не хватает}.⇥⇥постоянно")
        .expect("Рекомендации · отмечено ОО: 3")
        .expect("ДС № 1: Сейчас 30,0 %, до 40 % не хватает 10 п.п.")
        .press("⏎")
        .expect("Записать рекомендации: 3")
        .press("⏎");
    let made = recommendations(&stage);
    let texts: Vec<_> = made
        .iter()
        .map(|it| it.text.replace('\u{a0}', " "))
        .collect();
    assert_eq!(
        texts,
        [
            "Сейчас 30,0 %, до 40 % не хватает 10 п.п.",
            "Сейчас 50,0 %, до 60 % не хватает 10 п.п.",
            "Сейчас 62,5 %, до 80 % не хватает 17,5 п.п.",
        ]
    );
    assert!(made.iter().all(|it| it.addressees.len() == 1));
    assert_eq!(stage.commits.len(), 5, "one commit for all");
    stage.press("о");
    assert!(recommendations(&stage).is_empty());
}

#[test]
fn a_placeholder_with_nothing_to_put_in_is_refused_by_name() {
    let mut world = world();
    world.set(cell(RATIO, SCHOOL_2), ratio("24", "24")).unwrap();
    let mut stage = on(world, cell(RATIO, SCHOOL_1));
    stage
        .press("ВрНе хватает {не хватает}⇥⇥+7<F2>")
        .expect("СШ № 2: вместо «{не хватает}» подставить нечего");
    assert!(recommendations(&stage).is_empty());
}

#[test]
fn ready_wordings_come_for_the_reached_band_and_go_round() {
    let mut stage = stage();
    stage
        .press("р<Ins>")
        .expect("До 60 % не хватает 10 п.п. Провести аттестацию.")
        .press("<Ins>")
        .expect("Сохранить достигнутые 50,0 %.")
        .expect_not("Провести аттестацию")
        .press("<Ins>")
        .expect("Разработать план: 50,0 % при норме 60 %.")
        .press(" Срок сжатый.<Ins>")
        .expect("Срок сжатый.До 60 %");
}

#[test]
fn esc_keeps_what_is_typed_and_the_same_key_brings_it_back() {
    let mut stage = stage();
    stage.press("рНезаконченное⇥⇥15.12⎋").rest();
    stage.expect_not("Незаконченное").expect("не принято: 1");
    assert_eq!(stage.unsaved.len(), 1);
    stage
        .press("р")
        .expect("Незаконченное")
        .expect("15.12.2026, вт")
        .expect("Незаконченная запись от 23.05.2026");
    stage.press("<F2>").rest();
    assert_eq!(recommendations(&stage).len(), 1);
    assert!(stage.unsaved.is_empty(), "accepted input is not kept");
}

#[test]
fn a_killed_process_loses_nothing_older_than_a_second() {
    let mut stage = stage();
    stage.press("рНабранное до обрыва⇥итог").rest();
    let mut stage = stage.reopen();
    stage.press("→→<Home>↓");
    stage.rest();
    stage
        .press("р")
        .expect("Набранное до обрыва")
        .expect("итог");
}

#[test]
fn an_untouched_form_leaves_nothing_behind() {
    let mut stage = stage();
    stage.press("р⎋").rest();
    assert!(stage.unsaved.is_empty());
    stage.expect_not("не принято");
}

#[test]
fn enter_makes_lines_in_a_text_and_arrows_lead_out_at_its_edges() {
    let mut stage = stage();
    stage
        .press("рпервая⏎вторая↑↓↓итог↑↑ и вот")
        .press("⇥⇥+7<F2>");
    let made = recommendations(&stage);
    assert_eq!(made[0].text, "первая и вот\nвторая");
    assert_eq!(made[0].expected, "итог");
}

#[test]
fn the_municipality_is_nobody_to_recommend_to() {
    let mut stage = on(world(), municipal());
    stage.press("р");
    assert!(stage.said().contains("адресуется руководителю"));
}

#[test]
fn a_full_disk_keeps_the_form_and_the_text() {
    let mut stage = stage();
    stage.trouble = Some(smotr::service::link::Trouble::Full);
    stage
        .press("рТекст⇥⇥+7<F2>")
        .expect("Записать рекомендацию");
    stage.trouble = None;
    stage.press("<F2>");
    assert_eq!(recommendations(&stage).len(), 1);
}

#[test]
fn no_size_makes_a_form_panic() {
    for opening in ["р", "Ву", "уТ⇥П⇥новый⏎", "Д"] {
        let mut stage = stage();
        stage
            .press(opening)
            .paste(&"длинный текст в несколько строк ".repeat(40));
        for size in SIZES {
            stage.resize(size.0, size.1);
            let _ = stage.screen();
            stage.press("↑↓⇥⇤x");
            let _ = stage.screen();
        }
    }
    let mut stage = edited_by_two();
    for size in SIZES {
        stage.resize(size.0, size.1);
        let _ = stage.screen();
    }
}

/// The decisions of the store with their assignments, in order.
fn decisions(stage: &Stage) -> Vec<(Decision, Vec<Assignment>)> {
    let state = &stage.state;
    (state.decisions.iter())
        .map(|(id, it)| {
            let of = state.assignments_of.of(*id);
            let assignments = of.map(|id| state.assignments[&id].body.clone()).collect();
            (it.body.clone(), assignments)
        })
        .collect()
}

fn zimin() -> Executor {
    Executor::Head(Addressee {
        organisation: SCHOOL_2,
        person: Some(ZIMIN),
    })
}

/// A decision with two assignments and a new act, typed whole.
const DECISION: &str = "уО кадровых условиях⇥Доля ниже нормы⇥новый⏎\
    ⇥12-ОД⇥20.05.26⇥О мерах⇥⇥⇥Громов⇥\
    ⇥Провести стажировку⇥⇥15.12⏎\
    <Ins>Составить график⇥Зимин⏎⇥+30⏎\
    ↓⏎";

#[test]
fn a_decision_is_written_with_a_new_act_and_two_assignments() {
    let mut stage = stage();
    stage.press(DECISION);
    let made = decisions(&stage);
    assert_eq!(made.len(), 1, "{}", stage.screen());
    let (decision, assignments) = &made[0];
    assert_eq!(decision.title, "О кадровых условиях");
    assert_eq!(decision.reason, "Доля ниже нормы");
    assert_eq!(decision.control, "Громов");
    assert_eq!(decision.state, DecisionState::Signed);
    assert_eq!(decision.grounds, [cell(RATIO, SCHOOL_1)]);
    let act = &stage.state.documents[&decision.document.unwrap()];
    assert_eq!(
        (act.number.as_str(), act.date),
        ("12-ОД", Some(date("2026-05-20")))
    );
    assert_eq!(act.title, "О мерах");
    assert_eq!(act.issuer, "Управление образования");
    assert_eq!(assignments.len(), 2);
    assert_eq!(assignments[0].number, "1");
    assert_eq!(assignments[0].text, "Провести стажировку");
    assert_eq!(assignments[0].due, Due::On(date("2026-12-15")));
    assert_eq!(
        assignments[0].executors,
        [Executor::Head(Addressee {
            organisation: SCHOOL_1,
            person: Some(DEMINA)
        })]
    );
    assert_eq!(assignments[1].number, "2");
    assert_eq!(assignments[1].executors.last(), Some(&zimin()));
    assert_eq!(assignments[1].due, Due::On(date("2026-06-22")));
    stage.press("о");
    assert!(
        decisions(&stage).is_empty(),
        "one step takes all of it back"
    );
    assert_eq!(stage.state.documents.len(), 2, "the act too");
}

#[test]
fn an_act_is_found_by_its_number_or_by_words_in_either_layout() {
    for typed in ["259", "259/1", "мерах по итогам", "ghbrfp 259", "приказ"] {
        let mut stage = stage();
        stage
            .press("уО мерах⇥Причина⇥")
            .press(typed)
            .expect("приказ от 20.05.2026 № 259/1")
            .press("⏎⇥⇥Сделать⇥⇥+30<F2>");
        let made = decisions(&stage);
        assert_eq!(made.len(), 1, "{typed}: {}", stage.screen());
        assert_eq!(made[0].0.document, Some(ORDER), "{typed}");
    }
}

#[test]
fn without_an_act_a_decision_is_a_draft_and_is_signed_later() {
    let mut stage = stage();
    stage
        .press("уО мерах⇥Причина⇥⇥⇥⇥Сделать⇥⇥+30")
        .expect("Записать проект решения")
        .press("<F2>");
    assert_eq!(decisions(&stage)[0].0.state, DecisionState::Draft);
    stage
        .press("⇥")
        .press("Ш")
        .expect("Подписать")
        .expect_not("Решение исполнено")
        .press("⏎259⏎<F2>");
    let made = decisions(&stage);
    assert_eq!(made[0].0.state, DecisionState::Signed, "{}", stage.screen());
    assert_eq!(made[0].0.document, Some(ORDER));
    stage.press("о");
    assert_eq!(decisions(&stage)[0].0.state, DecisionState::Draft);
}

#[test]
fn a_decision_offers_the_recommendations_of_its_value() {
    let mut stage = stage();
    stage
        .press("рПервая⇥⇥+7<F2>рВторая⇥⇥+7<F2>")
        .press("уО мерах⇥Причина")
        .expect("[x] Вторая")
        .expect("[x] Первая")
        .press("⇥⇥⇥␣<F2>");
    let made = decisions(&stage);
    let first = *stage.state.recommendations.keys().next().unwrap();
    assert_eq!(made[0].0.recommendations, [first]);
}

#[test]
fn marked_rows_make_a_group_of_executors_and_all_grounds() {
    let mut stage = stage();
    stage
        .press("ВуО мерах⇥Причина⇥⇥⇥⇥Сделать⇥⇥+30")
        .expect("ДС № 1, СШ № 1, СШ № 2")
        .press("<F2>");
    let (decision, assignments) = &decisions(&stage)[0];
    assert_eq!(decision.grounds.len(), 3);
    let all = vec![NURSERY, SCHOOL_1, SCHOOL_2];
    assert_eq!(assignments[0].executors, [Executor::Group(all)]);
}

#[test]
fn an_assignment_takes_a_post_as_typed_and_numbers_count_on() {
    let mut stage = stage();
    stage
        .press("уО мерах⇥Причина⇥⇥⇥<Ctrl+u>2.1⇥Сделать⇥⌫заместитель⏎⇥+30")
        .press("<Ins>Ещё⇥⇥постоянно<F2>");
    let (_, assignments) = &decisions(&stage)[0];
    assert_eq!(
        assignments[0].executors,
        [Executor::Post("заместитель".into())]
    );
    assert_eq!(assignments[0].number, "2.1");
    assert_eq!(assignments[1].number, "2.2");
    assert_eq!(assignments[1].due, Due::Standing);
}

#[test]
fn an_assignment_is_taken_away_before_it_is_written() {
    let mut stage = stage();
    stage
        .press("уО мерах⇥Причина⇥⇥⇥⇥Первое⇥⇥+30<Ins>Лишнее")
        .expect("F8 убрать")
        .press("<F8>")
        .expect_not("Лишнее")
        .press("<F2>");
    assert_eq!(decisions(&stage)[0].1.len(), 1);
}

#[test]
fn a_half_written_decision_comes_back_with_all_its_assignments() {
    let mut stage = stage();
    stage.press("уО мерах⇥Причина⇥новый⏎⇥7-ОД⇥⇥⇥⇥⇥⇥⇥Первое⇥⇥+30<Ins>Второе⇥Зимин⏎⇥пос");
    stage.rest();
    let mut stage = stage.reopen();
    stage.press("→→<Home>↓").rest();
    stage.press("у").expect("О мерах").resize(120, 60);
    stage
        .expect("7-ОД")
        .expect("Первое")
        .expect("Второе")
        .expect("Зимин")
        .press("⎋")
        .rest();
    assert_eq!(stage.unsaved.len(), 1);
}

#[test]
fn what_is_missing_in_a_decision_is_said_at_its_field() {
    for (typed, sentence) in [
        ("", "Напишите, о чём решение"),
        ("О мерах", "Напишите, почему решение принято"),
        ("О мерах⇥Причина⇥⇥⇥⇥⇥⇥+7", "Напишите, что поручается"),
        (
            "О мерах⇥Причина⇥⇥⇥⇥Сделать⇥⌫⇥+7",
            "фамилия, ОО или должность",
        ),
        ("О мерах⇥Причина⇥⇥⇥⇥Сделать⇥⇥31.02", "Такой даты нет"),
        ("О мерах⇥Причина⇥259⏎", "Не заполнено: поручения"),
        (
            "О мерах⇥Причина⇥новый⏎⇥⇥⇥Без номера⇥⇥⇥⇥⇥Сделать⇥⇥+7",
            "У документа нет даты или номера",
        ),
    ] {
        let mut stage = stage();
        stage.resize(100, 40);
        stage.press("у").press(typed).press("<F2>").expect(sentence);
        assert!(decisions(&stage).is_empty());
    }
}

/// A recommendation that was sent, on СШ № 1; the cursor is in the pane of heads.
fn sent() -> Stage {
    let mut stage = stage();
    stage
        .press("рПровести аттестацию⇥⇥15.12<F2>⇥Ш")
        .expect("Направить")
        .expect_not("Выполнена")
        .press("⏎");
    stage.expect("Исх. №").press("01-15/7⇥").press("<F2>");
    assert_eq!(
        recommendations(&stage)[0].state,
        RecommendationState::Sent,
        "{}",
        stage.screen()
    );
    stage
}

/// A signed decision with one assignment, on СШ № 1.
fn signed() -> Stage {
    let mut stage = stage();
    stage.press("уО мерах⇥Причина⇥259⏎⇥⇥Провести стажировку⇥⇥15.12<F2>⇥");
    assert_eq!(decisions(&stage)[0].0.state, DecisionState::Signed);
    stage
}

/// The first assignment of the store.
fn assignment(stage: &Stage) -> Assignment {
    decisions(stage)[0].1[0].clone()
}

#[test]
fn a_recommendation_goes_its_way_step_by_step_and_each_is_undone() {
    let mut stage = sent();
    let given = recommendations(&stage)[0].sent.clone().unwrap();
    assert_eq!(given.number, "01-15/7");
    assert_eq!(given.date, date("2026-05-23"));
    stage.press("ШВзять⏎");
    assert_eq!(
        recommendations(&stage)[0].state,
        RecommendationState::Controlled
    );
    assert!(stage.said().contains("на контроле"), "{}", stage.said());
    stage
        .press("Шчастично⏎")
        .expect("Выполнена частично")
        .press("<F2>");
    assert_eq!(
        recommendations(&stage)[0].state,
        RecommendationState::PartlyDone
    );
    stage.press("Ш").expect("Вернуть на контроль").press("⏎");
    assert_eq!(
        recommendations(&stage)[0].state,
        RecommendationState::Controlled
    );
    for state in [
        RecommendationState::PartlyDone,
        RecommendationState::Controlled,
        RecommendationState::Sent,
        RecommendationState::Draft,
    ] {
        stage.press("о");
        assert_eq!(recommendations(&stage)[0].state, state);
    }
}

#[test]
fn only_steps_that_the_rules_would_take_are_offered() {
    let mut stage = stage();
    stage.press("рТекст⇥⇥+30<F2>⇥Ш").expect("Направить");
    for other in [
        "Взять на контроль",
        "Выполнена",
        "Продлить",
        "Снять с контроля",
    ] {
        stage.expect_not(other);
    }
    stage.press("⎋");
    // A recommendation that has not left is not prolonged, and that is said.
    stage.press("П");
    assert!(!stage.said().is_empty());
    stage.expect_not("Новый срок");
}

#[test]
fn a_recommendation_is_prolonged_with_a_ground_and_released_with_a_reason() {
    let mut stage = sent();
    stage
        .press("П")
        .expect("до 15.12.2026")
        .press("20.01.2027⇥Болезнь<F2>");
    let made = recommendations(&stage);
    assert_eq!(made[0].prolongations.len(), 1, "{}", stage.screen());
    assert_eq!(made[0].prolongations[0].to, date("2027-01-20"));
    assert_eq!(made[0].prolongations[0].ground, "Болезнь");
    assert_eq!(
        made[0].due,
        Due::On(date("2026-12-15")),
        "the first date is kept"
    );
    stage.press("К").press("<F2>").expect("Напишите основание");
    stage.press("Показатель выведен<F2>");
    assert_eq!(
        recommendations(&stage)[0].state,
        RecommendationState::Released {
            reason: "Показатель выведен".into()
        }
    );
    stage.press("оо");
    assert!(recommendations(&stage)[0].prolongations.is_empty());
}

#[test]
fn a_term_that_is_no_later_is_refused_in_the_form() {
    let mut stage = sent();
    stage
        .press("П01.12.2026⇥Причина<F2>")
        .expect("Слишком рано")
        .expect("16.12.2026.")
        .press("<Ctrl+u>01.02.2027<F2>");
    assert_eq!(
        recommendations(&stage)[0].prolongations.len(),
        1,
        "{}",
        stage.screen()
    );
}

#[test]
fn a_report_closes_an_assignment_in_time_or_late_by_itself() {
    for (due, on, late) in [("15.12", "23.05", false), ("21.05.2026", "22.05", true)] {
        let mut stage = stage();
        stage
            .press("уО мерах⇥Причина⇥259⏎⇥⇥Сделать⇥⇥")
            .press(due)
            .press("<F2>⇥ч")
            .expect("Отчёт · поручение 1")
            .press("вх. 12⇤<Ctrl+u>")
            .press(on)
            .press("⇥⇥Сделано⇥⇥→")
            .expect("►исполнено")
            .press("<F2>");
        let expected = if late {
            AssignmentState::DoneLate {
                on: date("2026-05-22"),
            }
        } else {
            AssignmentState::DoneInTime {
                on: date("2026-05-23"),
            }
        };
        assert_eq!(assignment(&stage).state, expected, "{}", stage.screen());
        let report = stage.state.reports.values().next().unwrap();
        assert_eq!(report.number, "вх. 12");
        assert_eq!(report.text, "Сделано");
        stage.press("о");
        assert_eq!(assignment(&stage).state, AssignmentState::Controlled);
        assert!(
            stage.state.reports.is_empty(),
            "report and outcome are one commit"
        );
    }
}

#[test]
fn a_report_on_a_recommendation_may_leave_it_on_control() {
    let mut stage = sent();
    stage.press("ч12/3⇥Первый этап пройден<F2>");
    assert_eq!(stage.state.reports.len(), 1, "{}", stage.screen());
    assert_eq!(recommendations(&stage)[0].state, RecommendationState::Sent);
    stage
        .press("ч13/3⇥Всё сделано⇥⇥в")
        .expect("выполнена")
        .press("<F2>");
    assert_eq!(recommendations(&stage)[0].state, RecommendationState::Done);
}

#[test]
fn where_several_things_are_open_a_short_list_asks_which() {
    let mut stage = signed();
    stage
        .press("⇤")
        .press("рТекст⇥⇥+30<F2>⇥Ш")
        .expect("Следующий шаг")
        .expect("Текст")
        .expect("п. 1 Провести стажировку")
        .expect("на контроле")
        .press("стаж⏎")
        .expect("Не исполнено")
        .press("Снять⏎")
        .press("Неактуально<F2>");
    assert!(
        matches!(assignment(&stage).state, AssignmentState::Released { .. }),
        "{}",
        stage.screen()
    );
}

#[test]
fn a_decision_is_cancelled_by_an_act_and_its_assignments_leave_control() {
    let mut stage = signed();
    stage.press("Ш").press("О мерах⏎Отменить⏎приказ № 300<F2>");
    let (decision, assignments) = &decisions(&stage)[0];
    assert_eq!(
        decision.state,
        DecisionState::Cancelled {
            by: "приказ № 300".into()
        },
        "{}",
        stage.screen()
    );
    assert!(matches!(
        assignments[0].state,
        AssignmentState::Released { .. }
    ));
}

#[test]
fn a_methodist_does_not_take_an_assignment_off_control() {
    let state = signed().state;
    let mut stage = Stage::new(state, BELOVA);
    stage.press("→→<Home>↓");
    stage.rest();
    stage.press("⇥К");
    stage.expect_not("Причина");
    assert!(!stage.said().is_empty());
    assert_eq!(assignment(&stage).state, AssignmentState::Controlled);
}

#[test]
fn a_document_joins_the_register_by_itself() {
    let mut stage = stage();
    stage
        .press("Д")
        .expect("Новый документ")
        .press("письмо")
        .press("⇥15/328⇥01.04⇥О сборе данных<F2>");
    let made = stage.state.documents.values().next_back().unwrap();
    assert_eq!(made.number, "15/328", "{}", stage.screen());
    assert_eq!(made.kind, smotr::domain::evidence::DocumentKind::Letter);
    assert_eq!(made.date, Some(date("2026-04-01")));
}

/// The recommendation of [`stage`] opened for editing, changed by Белова meanwhile.
fn edited_by_two() -> Stage {
    let mut stage = stage();
    stage
        .press("рПрежний текст⇥⇥+30<F2>⇥⏎")
        .expect("Прежний текст");
    stage.press(" и моё");
    let (id, present) = stage.state.recommendations.iter().next().unwrap();
    let command = smotr::domain::command::Command::EditRecommendation {
        id: *id,
        seen: present.stamp.rev,
        draft: smotr::domain::command::RecommendationDraft {
            addressees: present.addressees.clone(),
            period: OPEN,
            ground: present.ground,
            text: "Чужой текст".into(),
            expected: String::new(),
            due: present.due,
        },
    };
    stage.other(BELOVA, command).unwrap();
    stage.press("<F2>");
    stage
        .expect("Уже записано (Белова")
        .expect("Чужой текст")
        .expect("Прежний текст и моё")
        .expect("Записать набранное здесь")
        .expect("Оставить записанное");
    stage
}

#[test]
fn a_conflict_shows_both_and_mine_is_written_over_theirs() {
    let mut stage = edited_by_two();
    stage.press("⏎");
    assert_eq!(recommendations(&stage)[0].text, "Прежний текст и моё");
    assert_eq!(recommendations(&stage).len(), 1);
}

#[test]
fn a_conflict_shows_both_and_theirs_may_stay() {
    let mut stage = edited_by_two();
    stage.press("↓⏎").rest();
    assert_eq!(recommendations(&stage)[0].text, "Чужой текст");
    assert!(stage.unsaved.is_empty());
}

#[test]
fn a_conflict_can_be_put_off_with_the_text_kept() {
    let mut stage = edited_by_two();
    stage
        .press("⎋")
        .expect_not("Уже записано")
        .press("⎋")
        .rest();
    assert_eq!(recommendations(&stage)[0].text, "Чужой текст");
    // It still rests on what was seen then: the conflict is not forgotten.
    let mut stage = stage.reopen();
    stage.press("→→<Home>↓").rest();
    stage
        .press("⇥⏎")
        .expect("Прежний текст и моё")
        .press("<F2>");
    stage.expect("Уже записано (Белова");
}

#[test]
fn kept_input_finds_its_form_again_from_anywhere() {
    for (keys, words) in [
        ("рЗабытый текст⎋", "Забытый текст"),
        ("ВрЗабытый текст⎋", "отмечено ОО: 3"),
        ("уЗабытое решение⎋", "Забытое решение"),
        ("ДЗ⇥15/99⎋", "15/99"),
    ] {
        let mut stage = stage();
        stage.press(keys).rest();
        let mut stage = stage.reopen();
        let place = stage.unsaved[0].place.clone();
        smotr::tui::followup::restore(&mut stage.app, &place);
        stage.expect(words);
    }
    let mut stage = sent();
    stage.press("П+300⎋");
    stage.press("ч⇥Сделано⎋").rest();
    for (place, words) in [
        ("step prolong recommendation 1", "+300"),
        ("report new recommendation 1", "Сделано"),
    ] {
        smotr::tui::followup::restore(&mut stage.app, place);
        stage.expect(words).press("⎋");
    }
}

/// Pictures of the box of that title at both sizes, one file each; what lies behind it has pictures of its own.
fn pictures(name: &str, title: &str, mut stage: Stage) {
    for size in [(80, 24), (120, 36)] {
        stage.resize(size.0, size.1);
        stage.rest();
        let name = format!("followup_{name}_{}x{}", size.0, size.1);
        insta::assert_snapshot!(name, boxed(&stage.screen(), title));
    }
}

/// The part of a screen within the frame of that title.
fn boxed(screen: &str, title: &str) -> String {
    let lines: Vec<Vec<char>> = screen.lines().map(|it| it.chars().collect()).collect();
    let corner: Vec<char> = format!("┌ {title}").chars().collect();
    let (top, left) = (lines.iter().enumerate())
        .find_map(|(y, line)| {
            let at = line.windows(corner.len()).position(|it| it == corner)?;
            Some((y, at))
        })
        .unwrap_or_else(|| panic!("no box «{title}»:\n{screen}"));
    let right = left + lines[top][left..].iter().position(|it| *it == '┐').unwrap();
    let mut out = String::new();
    for line in &lines[top..] {
        out.extend(&line[left..=right]);
        out.push('\n');
        if line[left] == '└' {
            break;
        }
    }
    out
}

#[test]
fn a_recommendation_as_it_looks() {
    let mut stage = stage();
    stage.press("р<Ins> Определить наставников из числа педагогов высшей категории.⇥не менее трёх педагогов⇥15.12");
    pictures("recommendation", "Рекомендация", stage);
}

#[test]
fn recommendations_for_marked_rows_as_they_look() {
    let mut stage = stage();
    stage.press("ВрДо {порог} не хватает {не хватает}: составить план.⇥⇥ежеквартально до 5");
    pictures("recommendations_marked", "Рекомендации", stage);
}

#[test]
fn a_decision_as_it_looks() {
    let mut stage = stage();
    stage.press(DECISION.trim_end_matches("⏎"));
    stage.press("⇤⇤⇤⇤⇤⇤⇤");
    pictures("decision", "Управленческое решение", stage);
}

#[test]
fn an_act_being_looked_for_as_it_looks() {
    let mut stage = stage();
    stage.press("уО мерах⇥Доля ниже нормы⇥мон");
    pictures("act", "Управленческое решение", stage);
}

#[test]
fn a_report_as_it_looks() {
    let mut stage = signed();
    stage.press("ч12/3⇥Стажировка проведена, справка прилагается.⇥⇥→");
    pictures("report", "Отчёт", stage);
}

#[test]
fn steps_as_they_look() {
    let mut stage = sent();
    stage.press("Ш");
    pictures("steps", "рекомендация", stage);
}

#[test]
fn a_conflict_as_it_looks() {
    pictures("conflict", "Правка", edited_by_two());
}

#[test]
fn a_refusal_as_it_looks() {
    let mut stage = sent();
    stage.press("П01.12.2026⇥Болезнь<F2>");
    pictures("refusal", "Продлить", stage);
}

/// The same journey as the hand makes it with the Latin layout on: letters of commands are their twins, text is text.
#[test]
fn the_latin_layout_leads_to_the_same() {
    let mut stage = stage();
    stage.press("hPlan⇥⇥15/12<F2>");
    assert_eq!(recommendations(&stage).len(), 1, "{}", stage.screen());
    stage.press("eReform⇥Reason⇥259⏎⇥⇥⇥Do it⇥⇥gjcnjzyyj<F2>");
    assert_eq!(decisions(&stage).len(), 1, "{}", stage.screen());
    stage.press("j");
    assert!(decisions(&stage).is_empty());
}
