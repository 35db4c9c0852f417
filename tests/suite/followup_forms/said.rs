//! What a form says before and instead of recording: the verb on its button, what is wrong and at which field, where a step leads.

use super::*;

#[test]
fn the_button_says_that_a_decision_with_an_act_will_be_signed() {
    let mut stage = stage();
    stage
        .press("уО мерах⇥Причина⇥")
        .expect("[ Записать проект решения ]");
    // Typed and not taken yet: accepting takes it, and signs.
    stage
        .press("259")
        .expect("[ Записать подписанное решение ]")
        .press("<Ctrl+u>")
        .expect("[ Записать проект решения ]");
}

#[test]
fn a_wrong_or_empty_date_is_said_at_its_field_with_what_was_read() {
    for (keys, said) in [
        ("рТекст<F2>", "Срок не введён. Введите 15.12"),
        ("рТекст⇥⇥вчерась<F2>", "Это не срок: «вчерась»."),
        ("рТекст⇥⇥35.13.2026<F2>", "Такой даты нет: 35.13.2026"),
    ] {
        let mut stage = stage();
        stage.press(keys).expect(said);
        // The cursor is in the field at fault.
        stage.press("<Ctrl+u>15.12<F2>");
        assert_eq!(recommendations(&stage).len(), 1, "{keys}");
    }
    let mut stage = sent();
    stage
        .press("Пвчерась⇥Причина<F2>")
        .expect("Это не дата: «вчерась».");
    // Of two faults the upper one is said.
    let mut stage = sent();
    stage
        .press("П<F2>")
        .expect_not("Напишите основание")
        .press("20.01.2027<F2>")
        .expect("Напишите основание");
}

#[test]
fn figures_alone_say_nothing() {
    let mut stage = sent();
    stage.press("ч12/3<F2>").expect("Напишите, что сделано.");
    assert!(stage.state.reports.is_empty());
    // The same rule, where the engine is the first to say it.
    let mut stage = super::stage();
    stage
        .press("р123⇥⇥15.12<F2>")
        .expect("Ни одной буквы: текст. Напишите словами");
    assert!(recommendations(&stage).is_empty());
}

#[test]
fn figures_are_nobodys_name() {
    let mut stage = stage();
    stage
        .press("уО мерах⇥Причина⇥⇥35.13.2026<F2>")
        .expect("Здесь нужна фамилия или должность, а набрано «35.13.2026».");
    assert!(decisions(&stage).is_empty());
    stage.press("<Ctrl+u>Громов<F2>");
    assert_eq!(decisions(&stage).len(), 1, "{}", stage.screen());
    let mut stage = super::stage();
    stage
        .press("щновая орг⏎⏎17⏎⏎⏎123⏎<F2>")
        .expect("набрано «123»");
}

#[test]
fn a_placeholder_without_anything_to_put_is_refused_by_what_can_be_done() {
    let mut stage = on(world(), cell(COUNT, SCHOOL_2));
    stage
        .press("рСейчас {значение}.⇥⇥+30<F2>")
        .expect("напишите словами")
        .expect_not("снимите выделение");
}

#[test]
fn a_step_says_the_state_it_leads_to() {
    let mut stage = stage();
    stage.press("рТекст⇥⇥+30<F2>⇥Ш");
    stage.expect("Направить").expect("→ направлена");
}

#[test]
fn a_new_recommendation_is_a_draft_and_names_the_key_that_sends_it() {
    stage()
        .press("рТекст⇥⇥+30<F2>")
        .expect("новая запись")
        .expect("проект, направить: Shift+Ш");
}

#[test]
fn a_value_that_is_not_entered_is_said_in_words() {
    on(world(), cell(COUNT, SCHOOL_2))
        .press("р")
        .expect(": значение не внесено");
}

#[test]
fn an_assignment_to_a_vacancy_warns_at_its_field() {
    let warning = "исполнять некому";
    let mut stage = on(world(), cell(RATIO, NURSERY));
    stage.press("уО мерах⇥Причина⇥⇥⇥").expect("вакансия");
    stage.expect(warning);
    super::stage().press("у").expect_not(warning);
}

#[test]
fn a_new_act_is_suggested_to_be_of_the_municipality_of_the_settings() {
    let issuer = |screen: String| {
        let line = screen.lines().find(|it| it.contains("Орган "));
        line.map(str::to_owned).unwrap_or(screen)
    };
    let mut own = world();
    own.state.settings.as_mut().unwrap().body.municipality = "Комитет по образованию".into();
    let mut stage = on(own, cell(RATIO, SCHOOL_1));
    let line = issuer(stage.press("уО мерах⇥Причина⇥новый⏎").screen());
    assert!(line.contains("Комитет по образованию"), "{line}");
    let mut none = world();
    none.state.settings = None;
    let mut stage = on(none, cell(RATIO, SCHOOL_1));
    let line = issuer(stage.press("уО мерах⇥Причина⇥новый⏎").screen());
    assert!(line.contains("Управление образования"), "{line}");
}

#[test]
fn an_act_is_offered_as_evidence_by_its_title() {
    let mut stage = signed();
    stage.press("⇤д").expect("Подтверждающий документ");
    let act = (stage.state.documents.values())
        .find(|it| !it.number.is_empty() && !it.title.is_empty())
        .map(|it| it.title.clone());
    let begins: String = act.unwrap().chars().take(12).collect();
    stage.expect(&begins);
}

#[test]
fn several_recommendations_name_the_schools_they_went_to() {
    let mut stage = stage();
    stage.resize(120, 36);
    stage
        .press("ВрТекст⇥⇥+30<F2>")
        .expect("3 рекомендации (ДС № 1, СШ № 1, СШ № 2) — новые записи");
}

/// Wherever there is little room for keys, the one that leaves is among those shown.
#[test]
fn a_form_says_in_a_narrow_window_how_it_is_left() {
    for opening in ["р", "у", "рТекст"] {
        let mut stage = stage();
        stage
            .press(opening)
            .resize(60, 16)
            .expect("Esc отложить")
            .expect("F2");
    }
}
