//! Steps of recommendations, decisions and assignments, and reports.

use super::*;

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
        .expect("Отметить: выполнена частично")
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
    stage.expect("основание: «Болезнь»");
    stage.press("ц").expect("основание продления: Болезнь");
    stage.press("⎋");
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
            .press("Сделано⇥<Ctrl+u>")
            .press(on)
            .press("⇥вх. 12⇥⇥→")
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
    stage.press("чПервый этап пройден⇥⇥12/3<F2>");
    assert_eq!(stage.state.reports.len(), 1, "{}", stage.screen());
    assert_eq!(recommendations(&stage)[0].state, RecommendationState::Sent);
    stage
        .press("чВсё сделано⇥⇥13/3⇥⇥в")
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
        .expect("Отметить: не исполнено")
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
fn a_step_is_about_the_line_under_the_cursor_of_the_detail() {
    let mut stage = signed();
    stage.press("⇤рТекст⇥⇥+30<F2>⇥");
    let assignment_key = Key::Assignment(smotr::domain::ids::AssignmentId(1));
    for _ in 0..20 {
        if stage.app.monitoring.detail_key() == Some(assignment_key) {
            break;
        }
        stage.press("↓");
    }
    assert_eq!(
        stage.app.monitoring.detail_key(),
        Some(assignment_key),
        "{}",
        stage.screen()
    );
    stage
        .press("Ш")
        .expect("┌ поручение 1")
        .expect_not("Следующий шаг")
        .press("↓⏎");
    assert_eq!(assignment(&stage).state, AssignmentState::NotDone);
    stage.press("Ш").expect("Вернуть на контроль").press("⏎");
    stage.press("ч").expect("Отчёт · поручение 1").press("⎋");
    stage.press("П01.02.2027⇥Болезнь<F2>");
    assert_eq!(assignment(&stage).prolongations.len(), 1);
    stage.press("⏎").expect("Провести стажировку");
}

/// The form of a report that says «исполнено»; Громов marks it done while it is written.
fn reported_late(held: bool) -> Stage {
    use smotr::domain::command::{AssignmentStep, Command};
    let mut stage = signed();
    stage.press("чСделано⇥⇥⇥⇥→").expect("►исполнено");
    if held {
        stage.held = Some(Vec::new());
        stage.press("<F2>");
    }
    let id = smotr::domain::ids::AssignmentId(1);
    let seen = rev(&stage.state, Key::Assignment(id));
    let on = date("2026-05-22");
    let step = AssignmentStep::Done { on };
    let command = Command::StepAssignment { id, seen, step };
    stage.other(GROMOV, command).unwrap();
    stage
}

#[test]
fn an_outcome_for_which_it_is_too_late_is_not_dropped_without_a_word() {
    let told = "Состояние уже другое: исполнено в срок.";
    let mut stage = reported_late(false);
    stage.press("<F2>").expect(told);
    assert!(stage.state.reports.is_empty(), "{}", stage.screen());
    stage.press("←<F2>").expect_not("Записать отчёт");
    assert_eq!(stage.state.reports.len(), 1, "{}", stage.screen());

    // The question shows what was chosen, and the answer does not drop it.
    let mut stage = reported_late(true);
    stage.let_go();
    stage
        .expect("Состояние: исполнено в срок")
        .press("2")
        .expect(told);
    assert!(stage.state.reports.is_empty());
}
