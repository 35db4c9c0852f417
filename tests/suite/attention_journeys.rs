//! From the list of what requires attention to having mended one item of each kind, by keys alone; and back on the list each time.

use smotr::analysis::agenda::Kind;
use smotr::domain::activity::{Activity, ActivityKind, ActivityState, ReviewOn};
use smotr::domain::career::{Attestation, AttestationOutcome, Contract};
use smotr::domain::collection::CollectionStage;
use smotr::domain::command::{Command, ValueDetail, ValueStep};
use smotr::domain::cycle_command::CycleCommand;
use smotr::domain::followup::{AssignmentState, Due, ReportOn};
use smotr::domain::ids::*;
use smotr::domain::record::{Key, Record};
use smotr::domain::results::Objection;
use smotr::domain::value::{Cell, ValueState};
use smotr::locale::Lang;
use smotr::tui::keys::Keymap;
use smotr::tui::screen::Screen;
use smotr::tui::screen::attention::{Group, Row};

use crate::support::stage::Stage;
use crate::support::story;
use crate::support::world::*;

/// The story with something of every kind on the table.
fn world() -> World {
    let mut world = story::world();
    let objection = Objection {
        period: OPEN,
        organisation: SCHOOL_2,
        person: Some(ZIMIN),
        cell: Some(cell(RATIO, SCHOOL_2)),
        received: date("2026-05-10"),
        number: "12".into(),
        substance: "не учтены две категории".into(),
        due: date("2026-05-20"),
        answer: None,
    };
    world.act(Command::AddObjection(objection)).unwrap();
    let back = cell(COUNT, SCHOOL_2);
    let step = |cell, step| Command::StepValues {
        cells: vec![cell],
        step,
    };
    for (by, next) in [
        (BELOVA, ValueStep::Submit),
        (
            GROMOV,
            ValueStep::Return {
                reason: "нет подписи".into(),
            },
        ),
    ] {
        let seen = (back, rev(&world.state, Key::Value(back)));
        world.act_as(by, step(seen, next)).unwrap();
    }
    let stamp = world.state.users[&ORLOVA].stamp;
    let mut put = |key, record| world.state.put(key, Some(record), stamp);
    put(
        Key::Attestation(AttestationId(1)),
        Record::Attestation(Attestation {
            person: ZIMIN,
            candidate: false,
            held: date("2021-06-15"),
            outcome: AttestationOutcome::Fit,
            until: Some(date("2026-06-15")),
            act: None,
        }),
    );
    put(
        Key::Contract(ContractId(1)),
        Record::Contract(Contract {
            person: ZIMIN,
            organisation: SCHOOL_2,
            number: "17-к".into(),
            from: date("2021-09-01"),
            until: Some(date("2026-05-20")),
        }),
    );
    world
}

/// A stage at the list.
fn at_list(world: World) -> Stage {
    let (keymap, none) = (Keymap::default(), Vec::new());
    let size = (120, 36);
    let mut stage = Stage::with(world.state, ORLOVA, size, Lang::Ru, keymap, none);
    stage.press("<F12>").rest();
    stage
}

/// The cursor on the first item of a kind.
#[track_caller]
fn to(stage: &mut Stage, kind: Kind) {
    to_group(stage, Group::Of(kind));
    stage.press("→").rest();
    assert_eq!(stage.app.attention.item().map(|it| it.kind), Some(kind));
}

#[track_caller]
fn to_group(stage: &mut Stage, group: Group) {
    stage.press("<Home>");
    for _ in 0..20 {
        if stage.app.attention.row() == Some(&Row::Heading(group)) {
            return;
        }
        stage.press("⇥");
    }
    panic!("no group {group:?}: {}", stage.screen());
}

/// How many of a kind there are in the list.
fn n(stage: &Stage, kind: Kind) -> usize {
    let rows = stage.app.attention.rows.iter();
    let of = |row: &Row| matches!(row, Row::Item(it) if it.kind == kind);
    rows.filter(|it| of(&it.0)).count()
}

/// The list is shown, and one of a kind less is in it.
#[track_caller]
fn mended(stage: &Stage, kind: Kind, before: usize) {
    assert_eq!(stage.app.screen, Screen::Attention, "{}", stage.screen());
    assert!(stage.app.layers().next().is_none(), "{}", stage.screen());
    assert_eq!(n(stage, kind), before - 1, "{}", stage.screen());
}

/// Mends the first item of a kind by these keys on the list.
#[track_caller]
fn mend(kind: Kind, keys: &[&str]) -> Stage {
    let mut stage = at_list(world());
    let before = n(&stage, kind);
    to(&mut stage, kind);
    for it in keys {
        stage.press(it).rest();
    }
    mended(&stage, kind, before);
    stage
}

#[test]
fn a_low_value_gets_its_recommendation_on_the_list() {
    let stage = mend(Kind::Low, &["р<Ctrl+u>Разобрать на педсовете⇥⇥+30<F2>"]);
    let written = stage.state.recommendations.values().last().unwrap();
    assert_eq!(written.text, "Разобрать на педсовете");
    assert_eq!(written.addressees[0].person, Some(ZIMIN));
}

#[test]
fn a_measure_is_judged_on_the_list() {
    let mut world = world();
    let activity = Activity {
        kind: ActivityKind::Internship,
        title: "Стажировка".into(),
        period: OPEN,
        direction: Some(CONDITIONS),
        from: Some(date("2026-03-10")),
        to: None,
        state: ActivityState::Held,
        participants: Vec::new(),
        others: String::new(),
        outcome: String::new(),
        documents: Vec::new(),
        notes: Vec::new(),
        recommendations: Vec::new(),
        about: Vec::new(),
    };
    let command = CycleCommand::PutActivity {
        at: None,
        activity,
        documents: Vec::new(),
    };
    world.act(Command::Cycle(Box::new(command))).unwrap();
    for keys in ["⏎", "<Ctrl+T>"] {
        let mut stage = at_list(world.clone());
        let before = n(&stage, Kind::Unreviewed);
        to(&mut stage, Kind::Unreviewed);
        stage.press(keys).press("⇥␣⇥␣<F2>").rest();
        mended(&stage, Kind::Unreviewed, before);
        let written = stage.state.reviews.values().last().unwrap();
        assert_eq!(written.on, ReviewOn::Activity(ActivityId(1)));
    }
}

#[test]
fn enter_leads_to_a_low_value_and_esc_back_to_what_stands_in_its_place() {
    let mut stage = at_list(world());
    to(&mut stage, Kind::Low);
    let cell = stage.app.attention.cell();
    stage.press("⏎");
    assert_eq!(stage.app.screen, Screen::Monitoring);
    assert_eq!(stage.app.monitoring.cell(), cell);
    stage.press("р<Ctrl+u>Разобрать⇥⇥+30<F2>").rest();
    stage.press("⎋");
    mended(&stage, Kind::Low, 1);
    assert!(stage.app.attention.row().is_some());
}

#[test]
fn back_from_where_nothing_was_mended_the_cursor_is_on_the_same_item() {
    let mut stage = at_list(world());
    for kind in [Kind::Low, Kind::Returned, Kind::Finding, Kind::Assignment] {
        to(&mut stage, kind);
        let item = stage.app.attention.item().copied();
        stage.press("⏎").rest();
        stage.press("<F12>").rest();
        assert_eq!(stage.app.attention.item().copied(), item, "{kind:?}");
    }
}

/// The story thirty days later, when the advice that nobody decided upon has waited too long.
fn later() -> Stage {
    let mut stage = at_list(world());
    stage.now.at.0 += 30 * 86_400_000;
    stage.now.today = date("2026-06-22");
    stage.press("⎋<F12>").rest();
    stage
}

#[test]
fn a_recommendation_gets_its_decision_on_the_list() {
    let mut stage = later();
    let before = n(&stage, Kind::Undecided);
    to(&mut stage, Kind::Undecided);
    stage.press("уО мерах по жалобам⇥Жалобы повторяются").rest();
    stage.press("<F2>").rest();
    mended(&stage, Kind::Undecided, before);
    let decision = stage.state.decisions.values().last().unwrap();
    assert_eq!(decision.recommendations, [RecommendationId(2)]);
}

#[test]
fn a_recommendation_past_its_day_gets_a_new_one() {
    let stage = mend(Kind::Recommendation, &["П01.12.2026⇥Отпуск директора<F2>"]);
    let moved = &stage.state.recommendations[&RecommendationId(2)];
    assert_eq!(moved.prolongations.len(), 1);
}

#[test]
fn an_overdue_assignment_is_reported_and_closed_on_the_list() {
    let mut stage = at_list(world());
    to(&mut stage, Kind::Assignment);
    stage.press("чГрафик утверждён⇥⇥12/3<F2>").rest();
    let on = ReportOn::Assignment(AssignmentId(1));
    assert_eq!(
        stage.state.reports_on.of(on).count(),
        1,
        "{}",
        stage.screen()
    );
    stage.press("Ш").expect("Отметить: исполнено");
    stage.press("⏎").rest();
    if stage.app.layers().next().is_some() {
        stage.press("<F2>").rest();
    }
    mended(&stage, Kind::Assignment, 1);
    let done = &stage.state.assignments[&AssignmentId(1)];
    assert_ne!(done.state, AssignmentState::Controlled);
}

#[test]
fn enter_leads_to_the_line_of_an_assignment_under_its_value() {
    let mut stage = at_list(world());
    to(&mut stage, Kind::Assignment);
    stage.press("⏎").rest();
    let key = Key::Assignment(AssignmentId(1));
    assert_eq!(stage.app.monitoring.detail_key(), Some(key));
    stage.press("П01.07.2026⇥Отпуск директора<F2>").rest();
    let moved = &stage.state.assignments[&AssignmentId(1)];
    assert_eq!(moved.prolongations.len(), 1, "{}", stage.screen());
    assert_eq!(moved.due, Due::On(date("2026-05-22")));
    stage.press("⎋⎋");
    mended(&stage, Kind::Assignment, 1);
}

#[test]
fn an_objection_is_answered() {
    let stage = mend(Kind::Objection, &["⏎", "отк⇥категории учтены ранее<F2>"]);
    assert!(stage.state.objections[&ObjectionId(1)].answer.is_some());
}

#[test]
fn an_attestation_that_runs_out_gets_its_next_record() {
    let stage = mend(Kind::Attestation, &["⏎", "⇥20.05.2026⇥⇥20.05.2031<F2>"]);
    assert_eq!(stage.state.attestations.len(), 2);
}

#[test]
fn a_contract_that_has_run_out_gets_its_next_record() {
    let stage = mend(
        Kind::Contract,
        &["⏎", "СШ № 2⏎18-к⇥21.05.2026⇥20.05.2031<F2>"],
    );
    assert_eq!(stage.state.contracts.len(), 2);
}

#[test]
fn whoever_has_not_sent_is_noted_when_it_comes() {
    let mut stage = at_list(world());
    stage.press("<F3>→→<Ctrl+w>").rest();
    stage.press("ВШ1исх. № 15/101 от 04.05.2026<F2>").rest();
    stage.press("<F12>").rest();
    let before = n(&stage, Kind::NotSent);
    assert_eq!(before, 3, "{}", stage.screen());
    to(&mut stage, Kind::NotSent);
    let Some(Key::Collection(_, id)) = stage.app.attention.item().map(|it| it.key) else {
        panic!("{}", stage.screen());
    };
    stage.press("<Ctrl+o>").rest();
    stage.press("123 от 12.05.2026<F2>").rest();
    mended(&stage, Kind::NotSent, before);
    let noted = stage.state.collection(OPEN, id).unwrap();
    assert_eq!(noted.stage(), CollectionStage::Received);
    // Enter leads to the page with all that was noted, and Esc back.
    to(&mut stage, Kind::NotSent);
    stage.press("⏎").expect("Сбор данных");
    stage.press("⎋").expect("┌ Требует внимания");
}

#[test]
fn a_returned_value_gets_another_one() {
    let mut stage = at_list(world());
    to(&mut stage, Kind::Returned);
    let of: Cell = stage.app.attention.cell().unwrap();
    stage.expect("нет подписи").press("⏎").rest();
    stage.press("2⏎").rest();
    let value = stage.state.value(of).unwrap();
    assert_eq!(value.state, ValueState::Entered, "{}", stage.screen());
    stage.press("⎋").rest();
    mended(&stage, Kind::Returned, 1);
}

#[test]
fn a_flag_is_taken_off() {
    let mut world = world();
    let of = cell(RATIO, SCHOOL_1);
    let command = Command::DetailValue {
        cell: of,
        seen: seen(&world.state, Key::Value(of)),
        detail: ValueDetail {
            follow_up: Some(true),
            ..ValueDetail::default()
        },
    };
    world.act(command).unwrap();
    let mut stage = at_list(world);
    to(&mut stage, Kind::FollowUp);
    stage.press("Ф").rest();
    stage.press("⎋").rest();
    mended(&stage, Kind::FollowUp, 1);
}

#[test]
fn a_finding_is_confirmed_on_the_list() {
    let mut stage = at_list(world());
    let before = n(&stage, Kind::Finding);
    to(&mut stage, Kind::Finding);
    stage.press("я").expect("значение верно?");
    stage.press("Пересчитано по приказу⏎").rest();
    mended(&stage, Kind::Finding, before);
}

#[test]
fn enter_leads_to_a_finding_on_its_page() {
    let mut stage = at_list(world());
    let before = n(&stage, Kind::Finding);
    to(&mut stage, Kind::Finding);
    let key = stage.app.attention.item().map(|it| it.key);
    stage.press("⏎").expect("Проверка значений");
    assert_eq!(stage.app.under_cursor(), key);
    stage.press("яПересчитано по приказу⏎").rest();
    stage.press("⎋").rest();
    mended(&stage, Kind::Finding, before);
}

#[test]
fn the_term_of_a_period_leads_to_what_is_not_ready() {
    let mut stage = later();
    to(&mut stage, Kind::Deadline);
    stage.expect("через 3 дн.").press("⏎");
    stage.expect("Готовность");
    stage.press("⎋").expect("┌ Требует внимания");
}

#[test]
fn what_was_typed_and_not_accepted_is_opened_again() {
    let mut stage = story::stage((120, 36));
    stage.press("→→<End>33⎋").rest();
    let typed_at = stage.app.monitoring.cell();
    stage.press("<F12>").rest();
    to_group(&mut stage, Group::Unsaved);
    stage.press("→⏎").rest();
    assert_eq!(stage.app.monitoring.cell(), typed_at);
    stage.expect("33").press("<Ctrl+u>20/24⏎").rest();
    assert!(stage.app.drafts.is_empty(), "{}", stage.screen());
    stage.press("<F12>").expect_not("Незаконченные записи");
}

#[test]
fn a_page_of_keys_is_about_the_organisation_of_the_line() {
    let mut stage = at_list(world());
    to(&mut stage, Kind::Objection);
    stage.press("к").expect("СШ № 2");
    stage.press("⎋").expect("┌ Требует внимания");
}
