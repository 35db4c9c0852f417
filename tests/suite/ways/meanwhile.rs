//! Forms about periods and organisations while a colleague is at the same record: what they did is seen before it is written over, and
//! what is kept means what it meant.

use smotr::domain::command::{Command, Rebinding, ValueStep};
use smotr::domain::ids::EditionId;
use smotr::domain::people::{FlagKind, OrganisationFlag, StandingReason};
use smotr::domain::period::{Exception, Period, PeriodState};
use smotr::domain::record::{Key, Record};

use super::*;

fn period(stage: &Stage) -> Period {
    stage.state.periods[&OPEN].body.clone()
}

/// The form of the open year.
fn changing() -> Stage {
    let mut stage = story::stage((120, 36));
    stage.press("<F8>↓⏎<F2>").expect("Отсрочка");
    stage
}

/// A colleague changes the open year.
fn colleague(stage: &mut Stage, change: impl FnOnce(&mut Period)) {
    let mut it = period(stage);
    change(&mut it);
    let command = Command::EditPeriod {
        id: OPEN,
        seen: rev(&stage.state, Key::Period(OPEN)),
        period: it,
    };
    stage.other(SEROVA, command).unwrap();
}

fn more_time(it: &mut Period) {
    it.exceptions.push(Exception {
        organisation: SCHOOL_2,
        until: date("2026-07-10"),
        reason: "карантин".into(),
    });
}

#[test]
fn more_time_that_a_colleague_gave_is_shown_before_it_is_written_over() {
    let mut stage = changing();
    stage.press("⏎⏎⏎⏎⏎СШ № 1⏎05.07.2026⏎ремонт");
    colleague(&mut stage, more_time);
    let before = stage.commits.len();
    stage
        .press("<F2>")
        .expect("СШ № 2: до 10.07.2026, карантин")
        .expect("СШ № 1: до 05.07.2026, ремонт");
    assert_eq!(stage.commits.len(), before, "{}", stage.screen());
    assert_eq!(period(&stage).exceptions[0].organisation, SCHOOL_2);
    // One's own goes over it only where the person says so.
    stage.press("2").rest();
    assert_eq!(period(&stage).exceptions[0].organisation, SCHOOL_1);
}

#[test]
fn what_a_colleague_did_with_the_lock_is_shown_as_well() {
    let mut stage = changing();
    stage.press("⏎⏎⏎⏎⏎СШ № 1⏎05.07.2026⏎ремонт");
    colleague(&mut stage, |it| it.locks = !it.locks);
    let theirs = period(&stage).locks;
    stage.press("<F2>").expect("После срока");
    assert_eq!(period(&stage).locks, theirs);
    assert!(period(&stage).exceptions.is_empty(), "{}", stage.screen());
}

/// The form of СШ № 2.
fn organisation() -> Stage {
    let mut stage = story::stage((120, 36));
    stage
        .press("п2⏎щизменить орг⏎")
        .expect("Изменить организацию · СШ № 2");
    stage
}

/// A colleague changes СШ № 2.
fn colleague_at_school(
    stage: &mut Stage,
    change: impl FnOnce(&mut smotr::domain::people::Organisation),
) {
    let mut organisation = stage.state.organisations[&SCHOOL_2].body.clone();
    change(&mut organisation);
    let command = Command::EditOrganisation {
        id: SCHOOL_2,
        seen: rev(&stage.state, Key::Organisation(SCHOOL_2)),
        organisation,
    };
    stage.other(SEROVA, command).unwrap();
}

fn mark() -> OrganisationFlag {
    OrganisationFlag {
        kind: FlagKind::LowResults,
        from: date("2025-09-01"),
        to: None,
        note: "по итогам ВПР".into(),
    }
}

#[test]
fn a_mark_that_a_colleague_put_is_not_taken_away_unseen() {
    let mut stage = organisation();
    // A reason «н/п» here, a mark there: neither form has the fields of the other.
    let adds = "⇥⇥⇥⇥⇥⇥⏎нет программы⏎1.3⏎";
    stage.press(adds).expect("нет программы");
    colleague_at_school(&mut stage, |it| it.flags.push(mark()));
    stage.press("<F2>").expect("по итогам ВПР");
    let it = stage.state.organisations[&SCHOOL_2].body.clone();
    assert_eq!(it.flags, [mark()], "{}", stage.screen());
    assert!(it.standing.is_empty());
}

#[test]
fn a_mark_that_a_colleague_took_away_does_not_come_back_unseen() {
    let mut stage = story::stage((120, 36));
    colleague_at_school(&mut stage, |it| {
        it.flags.push(mark());
        it.standing.push(StandingReason {
            reason: "нет программы".into(),
            indicators: vec![EXPERT],
            from: None,
            to: None,
        });
    });
    stage.press("п2⏎щизменить орг⏎").expect("по итогам ВПР");
    stage.press("⇥⇥⇥⇥01.09.2010");
    colleague_at_school(&mut stage, |it| it.flags.clear());
    let before = stage.commits.len();
    stage.press("<F2>").expect("по итогам ВПР");
    assert_eq!(stage.commits.len(), before, "{}", stage.screen());
    assert!(stage.state.organisations[&SCHOOL_2].flags.is_empty());
}

/// A published edition with a number, as if it had been there all along.
fn published(stage: &mut Stage, id: EditionId, number: u32) {
    let mut it = stage.state.editions[&EDITION].body.clone();
    it.number = number;
    let stamp = stage.state.editions[&EDITION].stamp;
    let record = Some(Record::Edition(it));
    stage.state.put(Key::Edition(id), record, stamp);
}

const SECOND: EditionId = EditionId(5);
const THIRD: EditionId = EditionId(6);

#[test]
fn the_edition_of_a_new_period_is_the_one_that_was_chosen() {
    let mut stage = stage();
    published(&mut stage, SECOND, 2);
    let mut stage = stage.reopen();
    stage
        .press("Г⏎⏎⏎⏎⏎⏎→")
        .expect("►каталог, ред. 1")
        .press("⎋")
        .rest();
    published(&mut stage, THIRD, 3);
    let mut stage = stage.reopen();
    stage.press("Г<F2>").rest();
    let (_, it) = stage.state.periods.iter().next_back().unwrap();
    assert_eq!(it.edition, EDITION, "{}", stage.screen());
}

/// The form that moves the open year to another edition.
fn moving(stage: Stage) -> Stage {
    let mut stage = stage.reopen();
    stage.press("<F8>↓⏎Шперевести⏎");
    stage
}

#[test]
fn the_edition_that_a_period_is_moved_to_is_the_one_that_was_chosen() {
    let mut stage = stage();
    published(&mut stage, SECOND, 2);
    published(&mut stage, THIRD, 3);
    let mut stage = moving(stage);
    stage.press("→").press("⎋").rest();
    published(&mut stage, EditionId(7), 4);
    let mut stage = moving(stage);
    for _ in 0..8 {
        if !stage.shows("►Причина") {
            stage.press("⇥");
        }
    }
    stage.press("новый приказ");
    let asked = sent(&mut stage);
    assert_eq!(asked.edition, SECOND, "{}", stage.screen());
    // One that is no longer offered is asked for anew.
    let mut draft = stage.state.editions[&SECOND].body.clone();
    draft.state = smotr::domain::catalogue::EditionState::Draft;
    let stamp = stage.state.editions[&SECOND].stamp;
    let record = Some(Record::Edition(draft));
    stage.press("⎋").rest();
    stage.state.put(Key::Edition(SECOND), record, stamp);
    let mut stage = moving(stage);
    stage.press("<F2>").expect("Выберите другую");
    assert_eq!(stage.state.periods[&OPEN].edition, EDITION);
}

/// What F2 sends, which nobody carries out.
fn sent(stage: &mut Stage) -> Rebinding {
    use smotr::service::link::Request;
    stage.held = Some(Vec::new());
    stage.press("<F2>");
    let all = stage.held.take().unwrap();
    let command = all.into_iter().find_map(|it| match it {
        Request::Command { command, .. } => Some(*command),
        _ => None,
    });
    match command {
        Some(Command::MovePeriod(it)) => it,
        other => panic!("{other:?}\n{}", stage.screen()),
    }
}

#[test]
fn whether_a_period_is_ready_is_asked_as_it_is_now() {
    let mut world = story::world();
    let here = cell(RATIO, SCHOOL_2);
    if let Command::SetValues(mut all) = set(&world.state, here, ratio("20", "24")) {
        all[0].note = Some("по справке".into());
        world.act(Command::SetValues(all)).unwrap();
    }
    let step = |state: &smotr::domain::state::State, step| Command::StepValues {
        cells: vec![(here, rev(state, Key::Value(here)))],
        step,
    };
    for (user, it) in [(ORLOVA, ValueStep::Submit), (GROMOV, ValueStep::Approve)] {
        let command = step(&world.state, it);
        world.act_as(user, command).unwrap();
    }
    let mut stage = Stage::with(
        world.state,
        ORLOVA,
        (120, 36),
        smotr::locale::Lang::Ru,
        smotr::tui::keys::Keymap::default(),
        Vec::new(),
    );
    // Nothing else is collected, and of no other school.
    let all: Vec<_> = (stage.state.indicators_of(EDITION).into_iter())
        .map(|(id, it)| (id, it.body.clone(), it.stamp))
        .collect();
    for (id, mut it, stamp) in all {
        it.retired = id != RATIO;
        let record = Some(Record::Indicator(it));
        stage.state.put(Key::Indicator(EDITION, id), record, stamp);
    }
    for id in [SCHOOL_1, NURSERY] {
        let it = stage.state.organisations[&id].clone();
        let mut body = it.body.clone();
        body.closed = Some(date("2020-08-31"));
        let record = Some(Record::Organisation(body));
        stage.state.put(Key::Organisation(id), record, it.stamp);
    }
    let mut stage = stage.reopen();
    stage
        .press("<F8>↓⏎Шзакрыть период⏎")
        .expect("Всё внесено и утверждено")
        .expect_not("Не всё готово");
    let back = ValueStep::Return {
        reason: "проверьте число".into(),
    };
    let command = step(&stage.state, back);
    stage.other(GROMOV, command).unwrap();
    stage.expect("Не всё готово").press("<F2>").rest();
    assert_eq!(period(&stage).state, PeriodState::Open);
    stage.expect("закрыть как есть");
}
