//! Keys in, records out.

use rust_decimal::Decimal;
use smotr::domain::activity::*;
use smotr::domain::followup::Addressee;
use smotr::domain::ids::*;
use smotr::domain::record::Key;

use super::*;
use crate::support::world::*;

#[test]
fn a_note_written_on_a_value_names_it_and_its_direction() {
    let mut stage = stage();
    stage.press("аДоля ниже нормы⇥Нет графика аттестации⇥Нужна стажировка<F2>");
    let notes = notes(&stage);
    let [note] = notes.as_slice() else {
        panic!("{}", stage.screen())
    };
    assert_eq!((note.period, note.direction), (OPEN, CONDITIONS));
    assert_eq!(note.about, [cell(RATIO, SCHOOL_1)]);
    assert_eq!(note.conclusions, "Нужна стажировка");
    stage.expect("мера: м");
}

#[test]
fn a_note_from_the_list_of_directions_is_of_the_direction_as_a_whole() {
    let mut stage = stage();
    stage.press("←←а").expect("О направлении в целом");
    stage.press("Видно всё<F2>");
    assert_eq!(notes(&stage)[0].about, []);
}

#[test]
fn a_note_for_marked_rows_is_about_all_of_them() {
    let mut stage = stage();
    stage.press("<Home>↓вва").expect("значений: 2");
    stage.press("Обе отстают<F2>");
    assert_eq!(notes(&stage)[0].about.len(), 2);
}

#[test]
fn a_note_without_findings_is_not_recorded_and_keeps_what_was_typed() {
    let mut stage = stage();
    stage
        .press("а⇥Причина<F2>")
        .expect("Напишите, что показали данные");
    stage.expect("Причина");
    assert!(notes(&stage).is_empty());
}

#[test]
fn a_measure_from_a_value_takes_its_head_and_follows_what_was_written_about_it() {
    let mut stage = stage();
    stage.press("аДоля ниже нормы<F2>").press("м");
    stage.expect("СШ № 1, Дёмина О. П.").expect("[x] анализ");
    stage.press("Стажировка в СШ № 2⇥стаж<F2>");
    let all = activities(&stage);
    let [it] = all.as_slice() else {
        panic!("{}", stage.screen())
    };
    assert_eq!(it.kind, ActivityKind::Internship);
    assert_eq!(it.state, ActivityState::Planned);
    assert_eq!(it.about, [cell(RATIO, SCHOOL_1)]);
    assert_eq!(it.notes, [NoteId(1)]);
    assert_eq!(it.recommendations, [RecommendationId(1)]);
    let demina = Addressee {
        organisation: SCHOOL_1,
        person: Some(DEMINA),
    };
    assert_eq!(it.participants, [demina]);
}

#[test]
fn a_measure_held_without_a_day_asks_for_it() {
    let mut stage = stage();
    stage
        .press("мКонкурс⇥⇥⇥→<F2>")
        .expect("Укажите, когда мера проведена");
    assert!(activities(&stage).is_empty());
    stage.press("12.05.2026<F2>");
    assert_eq!(activities(&stage)[0].state, ActivityState::Held);
}

#[test]
fn a_planned_measure_is_held_by_its_step() {
    let mut stage = stage();
    stage.press("мКонкурс<F2>").rest();
    to_activity(&mut stage);
    stage.press("Ш").expect("Проведено").press("⏎");
    // It has no day yet: the form asks for it.
    stage
        .press("12.05.2026<F2>")
        .expect("Дальше — анализ эффективности");
    assert_eq!(activities(&stage)[0].state, ActivityState::Held);
}

/// Goes to the line of the detail that is about the first measure.
fn to_activity(stage: &mut Stage) {
    stage.press("⇥<Home>");
    let is_it = |stage: &Stage| matches!(stage.app.monitoring.detail_key(), Some(Key::Activity(_)));
    for _ in 0..40 {
        if is_it(stage) {
            return;
        }
        stage.press("↓");
    }
    panic!("{}", stage.screen());
}

#[test]
fn a_cancelled_measure_says_why() {
    let mut stage = stage();
    stage.press("мКонкурс⇥⇥⇥→→<F2>").expect("Причина");
    assert!(activities(&stage).is_empty());
    stage.press("Нет заявок<F2>");
    let cancelled = ActivityState::Cancelled {
        reason: "Нет заявок".into(),
    };
    assert_eq!(activities(&stage)[0].state, cancelled);
}

#[test]
fn a_review_offers_the_number_of_the_one_organisation_before() {
    let mut stage = stage();
    stage.resize(120, 36);
    stage.press("<Ctrl+t>составить⏎");
    stage
        .expect("37,5")
        .expect("из данных: СШ № 1, Дёмина О. П.");
    stage.press("⇥⇥⇥⇥␣⇥␣⇥Пока рано<F2>");
    let all = reviews(&stage);
    let [it] = all.as_slice() else {
        panic!("{}", stage.screen())
    };
    assert_eq!(it.on, ReviewOn::Recommendation(RecommendationId(1)));
    assert_eq!(it.indicator, Some(RATIO));
    let before = Measured {
        period: OPEN,
        number: Decimal::new(375, 1),
    };
    assert_eq!((it.before, it.after), (Some(before), None));
    assert_eq!(it.verdict, Verdict::Effective);
}

#[test]
fn a_review_without_a_verdict_is_not_recorded() {
    let mut stage = stage();
    stage
        .press("<Ctrl+t>составить⏎<F2>")
        .expect("Выберите вывод");
    assert!(reviews(&stage).is_empty());
}

#[test]
fn what_a_review_only_offers_is_no_unfinished_input() {
    let mut stage = stage();
    stage.press("<Ctrl+t>составить⏎⎋").rest();
    assert!(stage.unsaved.is_empty());
}

#[test]
fn a_goal_reads_its_target_values() {
    let mut stage = stage();
    stage.press("щновая цель⏎⏎Кадры⇥Старение⇥1,1⏎80,5⏎2027<F2>");
    let all = goals(&stage);
    let [it] = all.as_slice() else {
        panic!("{}", stage.screen())
    };
    assert_eq!(it.grounds, "Старение");
    let target = smotr::domain::cycle::Target {
        indicator: RATIO,
        number: Decimal::new(805, 1),
        year: 2027,
    };
    assert_eq!(it.targets, [target]);
}

#[test]
fn a_target_of_an_unknown_indicator_says_so_and_stays() {
    let mut stage = stage();
    stage.press("щновая цель⏎⏎Кадры⇥⇥9.9⏎80<F2>");
    stage
        .expect("Показателя «9.9» в каталоге нет")
        .expect("9.9");
    assert!(goals(&stage).is_empty());
}
