//! «Соединить»: what both have written is in the form afterwards, it rests on what was shown, and nothing of either is gone.

use super::*;
use smotr::domain::command::{Command, DecisionDraft, DocumentChoice, RecommendationDraft};
use smotr::domain::command::{Outcome, ReportDraft};
use smotr::domain::ids::{DecisionId, RecommendationId, ReportId};

/// A decision on record, opened for editing.
fn decision() -> Stage {
    let mut stage = signed();
    open(&mut stage, Key::Decision(DecisionId(1)));
    stage
}

/// Goes to a line of the detail and opens its form.
fn open(stage: &mut Stage, key: Key) {
    stage.press("⇤⇥<Home>");
    let found = (0..40).any(|_| {
        stage.app.monitoring.detail_key() == Some(key) || {
            stage.press("↓");
            false
        }
    });
    assert!(found, "{}", stage.screen());
    stage.press("<F2>").expect("Esc отложить");
}

/// Громов changes the decision meanwhile.
fn gromov_decides(stage: &mut Stage, change: impl Fn(&mut DecisionDraft)) {
    let id = DecisionId(1);
    let there = stage.state.decisions[&id].clone();
    let mut draft = DecisionDraft {
        title: there.title.clone(),
        period: there.period,
        grounds: there.grounds.clone(),
        recommendations: there.recommendations.clone(),
        reason: there.reason.clone(),
        document: there.document.map(DocumentChoice::Known),
        control: there.control.clone(),
        assignments: Vec::new(),
    };
    change(&mut draft);
    let seen = there.stamp.rev;
    let command = Command::EditDecision { id, seen, draft };
    stage.other(GROMOV, command).unwrap();
}

/// What is shown is what is joined: what came while the question stood is asked about in its turn.
#[test]
fn joining_rests_on_the_revision_that_was_shown() {
    let mut stage = decision();
    stage.press("⇥ и моё");
    gromov_decides(&mut stage, |it| it.reason = "Причина Громова".into());
    stage.press("<F2>").expect("Причина Громова");
    gromov_decides(&mut stage, |it| {
        it.reason = "Новая причина Громова".into();
        it.control = "Сидоров".into();
    });
    stage
        .press("3")
        .expect("Громов, 15:00: здесь уже записано другое")
        .press("<F2>")
        .expect("Новая причина Громова")
        .expect("Набрано здесь");
    assert_eq!(decisions(&stage)[0].0.reason, "Новая причина Громова");
    stage.press("3<F2>");
    let there = &decisions(&stage)[0].0;
    assert_eq!(there.control, "Сидоров", "{}", stage.screen());
    for text in ["Новая причина Громова", "Причина и моё"] {
        assert!(there.reason.contains(text), "{}", there.reason);
    }
}

#[test]
fn joining_a_recommendation_and_a_report_rests_on_what_was_shown_as_well() {
    let mut stage = recommendation();
    stage.press(" и моё");
    gromov_recommends(&mut stage, |it| it.text = "Текст Громова".into());
    stage.press("<F2>").expect("Текст Громова");
    gromov_recommends(&mut stage, |it| it.expected = "Итог Громова".into());
    stage.press("3<F2>").expect("Итог Громова").expect("пусто");
    assert_eq!(recommendations(&stage)[0].text, "Текст Громова");

    let mut stage = report();
    stage.press(" и моё");
    gromov_reports(&mut stage, |it| it.text = "Текст Громова".into());
    stage.press("<F2>").expect("Текст Громова");
    gromov_reports(&mut stage, |it| it.number = "77".into());
    stage.press("3<F2>").expect("Вх. №: 77");
    assert_eq!(reported(&stage).text, "Текст Громова");
}

#[test]
fn what_only_one_has_changed_in_a_decision_is_in_what_is_joined() {
    let mut stage = decision();
    stage.press("О моём⇥ и моё");
    gromov_decides(&mut stage, |it| {
        it.reason = "Причина Громова".into();
        it.control = "Сидоров".into();
        it.title = "О чужом".into();
    });
    stage
        .press("<F2>3")
        .expect("О моём")
        .expect("Уже записано: О чужом")
        .expect("стоит под полем")
        .press("<F2>");
    let there = &decisions(&stage)[0].0;
    assert_eq!(there.title, "О моём", "{}", stage.screen());
    assert_eq!(there.reason, "Причина Громова\nПричина и моё");
    assert_eq!(there.control, "Сидоров");
}

/// A recommendation that Громов has ticked, and one that is ticked here, are both followed.
#[test]
fn ticks_of_both_are_joined() {
    let mut stage = signed();
    stage.press("⇤рПервая⇥⇥+7<F2>рВторая⇥⇥+7<F2>⇥").rest();
    open(&mut stage, Key::Decision(DecisionId(1)));
    stage.expect("[ ] Вторая").press("⇥ и моё⇥⇥⇥␣");
    stage.expect("[x] Вторая");
    gromov_decides(&mut stage, |it| {
        it.recommendations = vec![RecommendationId(1)];
    });
    stage.press("<F2>3").expect("[x] Первая").press("<F2>");
    let mut there = decisions(&stage)[0].0.recommendations.clone();
    there.sort();
    assert_eq!(there, [RecommendationId(1), RecommendationId(2)]);
    assert_eq!(decisions(&stage)[0].0.reason, "Причина и моё");
}

fn recommendation() -> Stage {
    let mut stage = stage();
    stage.press("рТекст⇥⇥15.12.2026<F2>").rest();
    open_first_record(&mut stage);
    stage.expect("Правка");
    stage
}

fn gromov_recommends(stage: &mut Stage, change: impl Fn(&mut RecommendationDraft)) {
    let id = RecommendationId(1);
    let there = stage.state.recommendations[&id].clone();
    let mut draft = RecommendationDraft {
        addressees: there.addressees.clone(),
        period: there.period,
        ground: there.ground,
        text: there.text.clone(),
        expected: there.expected.clone(),
        due: there.due,
    };
    change(&mut draft);
    let seen = there.stamp.rev;
    let command = Command::EditRecommendation { id, seen, draft };
    stage.other(GROMOV, command).unwrap();
}

#[test]
fn the_term_typed_stays_and_theirs_is_told_beneath_it() {
    let mut stage = recommendation();
    stage.press(" и моё⇥⇥20.12.2026");
    gromov_recommends(&mut stage, |it| {
        it.text = "Текст Громова".into();
        it.due = Due::On(date("2027-01-10"));
    });
    stage
        .press("<F2>3")
        .expect("Уже записано: 10.01.2027")
        .press("<F2>");
    let there = &recommendations(&stage)[0];
    assert_eq!(there.due, Due::On(date("2026-12-20")));
    assert_eq!(there.text, "Текст Громова\nТекст и моё");
    // Whoever has not touched the term has nothing against theirs.
    let mut stage = recommendation();
    stage.press(" и моё");
    gromov_recommends(&mut stage, |it| it.due = Due::On(date("2027-01-10")));
    stage
        .press("<F2>3")
        .expect_not("Уже записано:")
        .press("<F2>");
    let there = &recommendations(&stage)[0];
    assert_eq!(there.due, Due::On(date("2027-01-10")));
    assert_eq!(there.text, "Текст и моё", "they have left the text alone");
}

/// Input that came back began with something that is not known any more: both texts stay.
#[test]
fn what_came_back_is_joined_without_a_loss() {
    let mut stage = recommendation();
    stage.press(" и моё⎋").rest();
    gromov_recommends(&mut stage, |it| {
        it.text = "Текст Громова".into();
        it.due = Due::On(date("2027-01-10"));
    });
    let mut stage = stage.reopen();
    let place = stage.unsaved[0].slot.place.clone();
    smotr::tui::followup::restore(&mut stage.app, &place);
    stage
        .press("<F2>3")
        .expect("Уже записано: 10.01.2027")
        .press("<F2>");
    let there = &recommendations(&stage)[0];
    assert_eq!(there.text, "Текст Громова\nТекст и моё");
}

/// A report on record, opened for editing.
fn report() -> Stage {
    let mut stage = signed();
    stage.press("⇤⇥");
    let assignment = Key::Assignment(smotr::domain::ids::AssignmentId(1));
    while stage.app.monitoring.detail_key() != Some(assignment) {
        stage.press("↓");
    }
    stage.press("чСделано⇥⇥12<F2>").rest();
    open(&mut stage, Key::Report(ReportId(1)));
    stage.expect("Отчёт · ").expect("Сделано");
    stage
}

fn reported(stage: &Stage) -> Report {
    stage.state.reports[&ReportId(1)].body.clone()
}

fn gromov_reports(stage: &mut Stage, change: impl Fn(&mut ReportDraft)) {
    let id = ReportId(1);
    let there = stage.state.reports[&id].clone();
    let closes: Option<(Outcome, smotr::domain::ids::Seq)> = None;
    let mut draft = ReportDraft {
        on: there.on,
        executor: there.executor,
        date: there.date,
        number: there.number.clone(),
        text: there.text.clone(),
        document: there.document.map(DocumentChoice::Known),
        closes,
    };
    change(&mut draft);
    let seen = there.stamp.rev;
    let command = Command::EditReport { id, seen, draft };
    stage.other(GROMOV, command).unwrap();
}

#[test]
fn a_joined_report_keeps_the_number_the_date_and_the_new_document_typed_here() {
    let mut stage = report();
    stage.press(" и моё⇥22.05.2026⇥15⇥письмо школы⏎⇥7-П⇥20.05.2026⇥Письмо школы");
    gromov_reports(&mut stage, |it| {
        it.text = "Текст Громова".into();
        it.number = "77".into();
    });
    stage
        .press("<F2>")
        .expect("Вх. №: 77")
        .press("3")
        .expect("Уже записано: 77")
        .press("<F2>");
    let there = reported(&stage);
    assert_eq!(there.text, "Текст Громова\nСделано и моё");
    assert_eq!(there.number, "15", "{}", stage.screen());
    assert_eq!(there.date, date("2026-05-22"));
    let document = there.document.and_then(|it| stage.state.documents.get(&it));
    assert_eq!(document.unwrap().number, "7-П");
}

/// Whatever the command writes is in the question; what is the same is not.
#[test]
fn a_question_about_a_report_shows_all_that_would_be_written_over() {
    let mut stage = report();
    stage.press("⇥⇥15");
    gromov_reports(&mut stage, |it| {
        it.document = Some(DocumentChoice::Known(ORDER))
    });
    stage
        .press("<F2>")
        .expect("Документ: приказ от 20.05.2026 № 259/1")
        .expect("Документ: пусто")
        .expect("Вх. №: 12")
        .expect("Вх. №: 15")
        .expect_not("Что сделано: ");
}

/// The assignment is changed here, and the decision, by a colleague, in what the form does not show: that stays, and one key records.
#[test]
fn a_change_that_the_form_does_not_show_is_no_question() {
    let mut stage = decision();
    stage
        .press("⇥⇥⇥⇥⇥ и ещё")
        .expect("Провести стажировку и ещё");
    let id = DecisionId(1);
    let seen = stage.state.decisions[&id].stamp.rev;
    let step = smotr::domain::command::DecisionStep::Execute;
    let command = Command::StepDecision { id, seen, step };
    stage.other(GROMOV, command).unwrap();
    stage.press("<F2>").expect_not("сравните");
    let (decision, assignments) = &decisions(&stage)[0];
    assert_eq!(decision.state, DecisionState::InExecution);
    assert_eq!(assignments[0].text, "Провести стажировку и ещё");
}

#[test]
fn both_of_two_long_versions_can_be_read_before_choosing() {
    let mut stage = recommendation();
    stage.press(" и моё");
    gromov_recommends(&mut stage, |it| {
        it.text = format!("{}Конец чужого.", "Длинное чужое предложение. ".repeat(50));
    });
    stage
        .press("<F2>")
        .expect("Уже записано (Громов")
        .expect_not("Конец чужого")
        .expect("↓│")
        .expect("PgUp PgDn листать")
        .expect("3 [ Соединить");
    for _ in 0..9 {
        stage.press("<PgDn>");
    }
    stage
        .expect("Конец чужого.")
        .expect("Набрано здесь (Орлова")
        .expect("Текст и моё")
        .expect("↑│")
        .expect_not("↓│")
        .expect("3 [ Соединить");
    insta::assert_snapshot!("conflict_long_80x24", stage.screen());
    stage.press("<PgUp>").expect_not("Текст и моё");
    stage.press("<Home>").expect("Уже записано (Громов");
    stage.press("<End>").expect("Текст и моё").press("2");
    assert_eq!(recommendations(&stage)[0].text, "Текст и моё");
    // What fits is not turned.
    let mut stage = edited_by_two();
    stage.expect_not("листать");
}

#[test]
fn what_is_joined_looks_so() {
    let mut stage = report();
    stage.press(" и моё⇥22.05.2026⇥15");
    gromov_reports(&mut stage, |it| {
        it.text = "Текст Громова".into();
        it.number = "77".into();
        it.date = date("2026-05-21");
    });
    stage.press("<F2>");
    insta::assert_snapshot!("conflict_report_80x24", stage.screen());
    stage.press("3");
    insta::assert_snapshot!("joined_report_80x24", stage.screen());
}
