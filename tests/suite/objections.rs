//! An objection from the letter of a head to its answer, by keys.

use smotr::domain::command::Command;
use smotr::domain::ids::ObjectionId;
use smotr::domain::record::{Key, Record};
use smotr::domain::results::{ObjectionAnswer, ObjectionOutcome};
use smotr::tui::layer::Outcome;

use crate::support::story;
use crate::support::world::*;

#[test]
fn an_objection_is_taken_down_from_the_card_and_answered_there() {
    let mut stage = story::stage((120, 36));
    stage.press("п2⏎щвозражение⏎");
    stage
        .expect("Возражение · СШ № 2 · 2025/26")
        .expect("пусто — итоги в целом");
    stage.press("⏎⏎415⏎не учтены две категории<F2>").rest();
    let id = *stage
        .state
        .objections
        .keys()
        .next()
        .unwrap_or(&ObjectionId(0));
    assert!(
        stage.state.objections.contains_key(&id),
        "{}",
        stage.screen()
    );
    let it = stage.state.objections[&id].body.clone();
    assert_eq!(it.number, "415");
    assert_eq!(it.substance, "не учтены две категории");
    assert_eq!((it.due - it.received).num_days(), 10);
    assert_eq!((it.period, it.person), (OPEN, Some(ZIMIN)));
    stage.expect("вх. № 415").expect("ответить до");
    let line = (0..40).any(|_| {
        stage.press("↓");
        stage.app.under_cursor() == Some(Key::Objection(id))
    });
    assert!(line, "{}", stage.screen());
    stage
        .press("⏎")
        .expect("Записать ответ")
        .expect("не учтены две категории");
    // Nothing is decided by a field that was left as it stands.
    stage
        .press("⏎категории учтены ранее<F2>")
        .expect("Что решено?");
    assert!(stage.state.objections[&id].answer.is_none());
    stage.press("отк<F2>").rest();
    let answer = stage.state.objections[&id].answer.clone();
    let answer = answer.unwrap_or_else(|| panic!("{}", stage.screen()));
    assert_eq!(answer.outcome, ObjectionOutcome::Rejected);
    stage.expect("отклонено");
}

/// An objection to the ratio of school № 2, to be answered by a day.
fn objection_due(day: &str) -> Command {
    Command::AddObjection(smotr::domain::results::Objection {
        period: OPEN,
        organisation: SCHOOL_2,
        person: Some(ZIMIN),
        cell: Some(cell(RATIO, SCHOOL_2)),
        received: date("2026-05-01"),
        number: "12".into(),
        substance: "не учтены две категории".into(),
        due: date(day),
        answer: None,
    })
}

#[test]
fn what_is_overdue_says_so_on_the_card_and_in_the_period() {
    let mut world = story::world();
    world.act(objection_due("2026-05-11")).unwrap();
    let mut stage = crate::support::stage::Stage::new(world.state, ORLOVA);
    stage
        .press("п2⏎")
        .expect("вх. № 12")
        .expect("ответить до 11.05.2026")
        .expect("просрочено на");
    stage.resize(120, 36);
    // Under the value that it is about, and under no other.
    stage.press("⎋<F3>→→↓↓").rest();
    stage
        .expect("возражение, вх. № 12 от 01.05.2026")
        .expect("ответить до 11.05.2026")
        .expect("не учтены две категории");
    stage.press("↑").rest();
    assert!(!stage.shows("вх. № 12"), "{}", stage.screen());
    stage.press("<F8>↓⏎→").rest();
    stage.expect("Возражение").expect("просрочено на");
}

#[test]
fn what_an_objection_is_about_stays_though_it_is_not_collected_any_more() {
    let mut world = story::world();
    world.act(objection_due("2026-06-11")).unwrap();
    // By the edition that the period was moved to meanwhile it is not due.
    let key = Key::Indicator(EDITION, RATIO);
    let (record, stamp) = world.state.record(key).unwrap();
    let Record::Indicator(mut it) = record else {
        panic!("no indicator");
    };
    it.retired = true;
    world.state.put(key, Some(Record::Indicator(it)), stamp);
    let mut stage = crate::support::stage::Stage::new(world.state, ORLOVA);
    stage.press("<F3>");
    let id = *stage.state.objections.keys().next().unwrap();
    let Outcome::Open(form) = smotr::tui::overlay::objection::edit(&mut stage.app, id) else {
        panic!("{}", stage.screen());
    };
    stage.app.open(form);
    stage.expect("1.1").press("⇥⇥415<F2>").rest();
    let it = stage.state.objections[&id].body.clone();
    assert_eq!(it.number, "415", "{}", stage.screen());
    assert_eq!(it.cell, Some(cell(RATIO, SCHOOL_2)));
}

#[test]
fn an_objection_is_found_by_its_word_in_the_palette_the_search_and_the_chain() {
    let mut world = story::world();
    world.act(objection_due("2026-05-11")).unwrap();
    let mut stage = crate::support::stage::Stage::new(world.state, ORLOVA);
    let id = *stage.state.objections.keys().next().unwrap();
    let at = |stage: &crate::support::stage::Stage| stage.app.under_cursor();
    stage.press("щвозраж").expect("Все возражения").press("⎋");
    stage.press("щвсе возраж⏎").expect("вх. № 12");
    stage.expect("СШ № 2");
    assert_eq!(at(&stage), Some(Key::Objection(id)));
    // By its substance, and by the school with its number.
    stage.press("⎋пучтены⏎").expect("Записать ответ").press("⎋");
    // In the chain of the value, and in the one of its school.
    stage
        .press("<F3>→→↓↓↓↓ц")
        .expect("Возражение")
        .expect("ответить до");
    let found = (0..10).any(|_| {
        stage.press("↓");
        at(&stage) == Some(Key::Objection(id))
    });
    assert!(found, "{}", stage.screen());
    stage.press("⏎").expect("Записать ответ").press("⎋");
    stage.press("ц").expect("Возражение");
}

#[test]
fn a_number_typed_with_its_date_fills_both_fields() {
    let mut stage = story::stage((120, 36));
    stage.press("п2⏎щвозражение⏎");
    stage.press("⏎⏎415 от 12.05.2026").expect("12.05.2026");
    stage.press("⏎не учтены две категории<F2>").rest();
    let it = stage.state.objections.values().next().unwrap().body.clone();
    assert_eq!(
        (it.number.as_str(), it.received),
        ("415", date("2026-05-12"))
    );
    // Not while it is typed: what follows the year belongs to it as well.
    let mut stage = story::stage((120, 36));
    stage.press("п2⏎щвозражение⏎⏎⏎415 от 12.05.2026 г.⏎не учтены две категории<F2>");
    let it = stage.state.objections.values().next().unwrap().body.clone();
    assert_eq!(
        (it.number.as_str(), it.received),
        ("415", date("2026-05-12"))
    );
    // A date that somebody has put there stays, and so does what is typed beside it.
    let mut stage = story::stage((120, 36));
    stage.press("п2⏎щвозражение⏎⏎11.05.2026⏎415 от 12.05.2026");
    stage.expect("415 от 12.05.2026").expect("11.05.2026");
}

#[test]
fn what_was_answered_is_read_by_whoever_does_not_answer() {
    let mut world = story::world();
    world.act(objection_due("2026-05-11")).unwrap();
    let (id, there) = world.state.objections.iter().next().unwrap();
    let (id, seen) = (*id, there.stamp.rev);
    let answer = ObjectionAnswer {
        on: date("2026-05-10"),
        number: "15/7".into(),
        text: "категории учтены ранее".into(),
        outcome: ObjectionOutcome::Rejected,
    };
    world
        .act_as(GROMOV, Command::AnswerObjection { id, seen, answer })
        .unwrap();
    let mut stage = crate::support::stage::Stage::new(world.state, BELOVA);
    stage.press("п2⏎");
    let key = Some(Key::Objection(id));
    assert!((0..40).any(|_| stage.press("↓").app.under_cursor() == key));
    stage
        .press("⏎")
        .expect("отклонено")
        .expect("15/7")
        .expect("категории учтены ранее");
}

#[test]
fn a_line_of_the_evaluation_sheet_is_objected_to_where_it_stands() {
    let mut stage = story::stage((120, 36));
    stage.press("п2⏎Б").expect("Оценочный лист");
    let at = |stage: &crate::support::stage::Stage| stage.app.under_cursor();
    let here = cell(RATIO, SCHOOL_2);
    let found = (0..40).any(|_| {
        let found = at(&stage) == Some(Key::Value(here));
        if !found {
            stage.press("↓");
        }
        found
    });
    assert!(found, "{}", stage.screen());
    stage
        .press("щвозражение⏎")
        .expect("Возражение · СШ № 2 · 2025/26");
    stage.press("⏎⏎415⏎не учтены две категории<F2>").rest();
    let all = &stage.state.objections;
    let it = all.values().next();
    let it = it.unwrap_or_else(|| panic!("{}", stage.screen()));
    assert_eq!((it.cell, it.person), (Some(here), Some(ZIMIN)));
    // The sheet is there again, on the same line.
    stage.expect("Оценочный лист");
    assert_eq!(at(&stage), Some(Key::Value(here)));
}
