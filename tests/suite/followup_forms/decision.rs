//! Writing decisions with their acts and assignments, and documents, by keys alone.

use super::*;

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
    let next = "подписано, начать исполнение: Shift+Ш";
    assert!(stage.said().contains(next), "{}", stage.said());
    assert_eq!(decision.state, DecisionState::Signed);
    assert_eq!(decision.grounds, [cell(RATIO, SCHOOL_1)]);
    let act = &stage.state.documents[&decision.document.unwrap()];
    assert_eq!(
        (act.number.as_str(), act.date),
        ("12-ОД", Some(date("2026-05-20")))
    );
    assert_eq!(act.title, "О мерах");
    assert_eq!(act.issuer, "г. Приозёрск");
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
    assert!(
        stage.said().contains("проект, подписать: Shift+Ш"),
        "{}",
        stage.said()
    );
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
            "В документе не указано: дата",
        ),
    ] {
        let mut stage = stage();
        stage.resize(100, 40);
        stage.press("у").press(typed).press("<F2>").expect(sentence);
        assert!(decisions(&stage).is_empty());
    }
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

#[test]
fn whatever_is_typed_into_an_assignment_makes_it_one() {
    for (typed, sentence) in [
        ("О мерах⇥Причина⇥⇥⇥Провести⇥", "Напишите, что поручается"),
        ("О мерах⇥Причина⇥⇥⇥⇥⇥Громов⏎", "Напишите, что поручается"),
        ("О мерах⇥Причина⇥⇥⇥⇥⇥⇥+7", "Напишите, что поручается"),
    ] {
        let mut stage = stage();
        stage.press("у").press(typed).press("<F2>").expect(sentence);
        assert!(decisions(&stage).is_empty(), "{typed}");
    }
    let mut stage = stage();
    stage.press("уО мерах⇥Причина<F2>");
    assert_eq!(decisions(&stage)[0].1, [], "nothing typed, no assignment");
}
