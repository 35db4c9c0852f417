//! What the screens say of a year made of its quarters, and of «н/п» for a standing reason.

use crate::support::stage::Stage;
use crate::support::world::*;
use smotr::domain::catalogue::{Indicator, Periodicity, RollUp};
use smotr::domain::ids::*;
use smotr::domain::people::StandingReason;
use smotr::domain::period::{Period, PeriodKind};
use smotr::domain::record::{Key, Record};
use smotr::domain::state::{Stamp, State};
use smotr::domain::value::{Cell, Entry, Subject, Value};
use smotr::locale::Lang;
use smotr::service::link::Request;
use smotr::tui::keys::Keymap;

const QUARTERS: [(u32, &str, &str); 4] = [
    (11, "2025-09-01", "2025-11-30"),
    (12, "2025-12-01", "2026-02-28"),
    (13, "2026-03-01", "2026-05-31"),
    (14, "2026-06-01", "2026-08-31"),
];

fn put(state: &mut State, key: Key, record: Record) {
    let stamp = Stamp {
        rev: state.meta.seq,
        by: ORLOVA,
        at: Timestamp(1_779_537_000_000),
    };
    state.put(key, Some(record), stamp);
}

/// The small world whose share is collected by quarters, of СШ № 1 in three of four; СШ № 2 has a standing reason.
fn state() -> State {
    let mut state = World::new().state;
    let share = state.indicators[&(EDITION, RATIO)].body.clone();
    let share = Indicator {
        periodicity: Periodicity::Quarter,
        roll_up: RollUp::FromParts,
        ..share
    };
    let key = Key::Indicator(EDITION, RATIO);
    put(&mut state, key, Record::Indicator(share));
    let year = state.periods[&OPEN].body.clone();
    for (id, from, to) in QUARTERS {
        let quarter = Period {
            name: format!("2025-{id}"),
            kind: PeriodKind::Quarter,
            from: date(from),
            to: date(to),
            ..year.clone()
        };
        state.load_shard(PeriodId(id), Default::default());
        put(
            &mut state,
            Key::Period(PeriodId(id)),
            Record::Period(quarter),
        );
    }
    for (id, parts) in [(11, ("10", "20")), (12, ("12", "20")), (14, ("19", "20"))] {
        let value = Value::entered(ratio(parts.0, parts.1), ORLOVA);
        let cell = Cell {
            period: PeriodId(id),
            ..cell(RATIO, SCHOOL_1)
        };
        put(&mut state, Key::Value(cell), Record::Value(value));
    }
    let mut school = state.organisations[&SCHOOL_2].body.clone();
    school.standing = vec![StandingReason {
        reason: "нет 11 классов".into(),
        indicators: vec![RATIO],
        from: None,
        to: None,
    }];
    let key = Key::Organisation(SCHOOL_2);
    put(&mut state, key, Record::Organisation(school));
    state
}

fn stage_of(state: State, size: (u16, u16)) -> Stage {
    Stage::with(state, ORLOVA, size, Lang::Ru, Keymap::default(), Vec::new())
}

#[test]
fn the_detail_says_of_what_the_year_is_made() {
    for size in [(80, 24), (120, 36)] {
        let mut stage = stage_of(state(), size);
        // 10 + 12 + 19 of 60.
        (stage.press_and_rest("→→↓"))
            .expect("68,3 % (41 из 60) · расчётное: 3 из 4 кварталов")
            .press_and_rest("↓")
            .expect("н/п · постоянно: нет 11 классов");
    }
}

#[test]
fn what_is_typed_for_the_year_is_told_beside_what_it_would_be() {
    let mut stage = stage_of(state(), (120, 36));
    stage.press_and_rest("→→↓з20/24⏎↑");
    stage
        .expect("83,3 % (20 из 24)")
        .expect("внесено вместо расчётного: 68,3 % (41 из 60) · расчётное: 3 из 4 кварталов");
}

#[test]
fn a_typed_value_wins_over_a_standing_reason_and_its_clearing_brings_it_back() {
    let mut stage = stage_of(state(), (120, 36));
    stage
        .press_and_rest("→→↓↓з20/24⏎")
        .expect("83,3 % (20 из 24)");
    stage
        .press_and_rest("⌦")
        .expect("н/п · постоянно: нет 11 классов");
}

#[test]
fn the_quarters_of_the_shown_year_are_asked_for() {
    let whole = state();
    let mut bare = whole.clone();
    for (id, ..) in QUARTERS {
        bare.unload_shard(PeriodId(id));
    }
    let mut stage = stage_of(bare, (120, 36));
    stage.press_and_rest("→→↓").expect_not("расчётное");
    stage.held = Some(Vec::new());
    smotr::tui::screen::monitoring::Monitoring::show_period(&mut stage.app, CLOSED);
    smotr::tui::screen::monitoring::Monitoring::show_period(&mut stage.app, OPEN);
    stage.event(smotr::tui::msg::Event::NativeBytes);
    let asked = stage.held.take().unwrap();
    for (id, ..) in QUARTERS {
        let wanted = Request::Shard(PeriodId(id));
        assert!(asked.contains(&wanted), "{asked:?}");
    }
    for (id, ..) in QUARTERS {
        let shard = whole.share_shard(PeriodId(id)).unwrap();
        let seq = stage.state.meta.seq;
        let period = PeriodId(id);
        stage.event_of(smotr::service::link::News::Shard { period, seq, shard });
    }
    stage.rest();
    stage.expect("68,3 % (41 из 60) · расчётное: 3 из 4 кварталов");
}

#[test]
fn quarters_that_do_not_apply_are_not_among_them() {
    let mut state = state();
    let cell = |id| Cell {
        period: PeriodId(id),
        indicator: RATIO,
        subject: Subject::Organisation(SCHOOL_1),
    };
    for id in [11, 12] {
        let reason = "каникулы".to_owned();
        let value = Value::entered(Entry::NotApplicable { reason }, ORLOVA);
        put(&mut state, Key::Value(cell(id)), Record::Value(value));
    }
    put(
        &mut state,
        Key::Value(cell(13)),
        Record::Value(Value::entered(
            Entry::NotApplicable {
                reason: "каникулы".into(),
            },
            ORLOVA,
        )),
    );
    let mut stage = stage_of(state, (120, 36));
    stage
        .press_and_rest("→→↓")
        .expect("95,0 % (19 из 20) · расчётное: 1 из 1 квартала");
}

#[test]
fn years_and_parts_that_come_apart_are_found() {
    let mut state = state();
    let newer = EditionId(9);
    let quarters = QUARTERS.map(|(id, ..)| PeriodId(id));
    let apart = |state: &State, moved: &[PeriodId]| state.apart(newer, moved);
    assert_eq!(apart(&state, &[OPEN]), [(OPEN, quarters.to_vec())]);
    assert_eq!(
        apart(&state, &quarters[..1]),
        [(OPEN, quarters[..1].to_vec())]
    );
    let all: Vec<PeriodId> = [OPEN].into_iter().chain(quarters).collect();
    assert!(apart(&state, &all).is_empty());
    assert!(apart(&state, &[]).is_empty());
    // A quarter that is closed cannot go along.
    let mut first = state.periods[&quarters[0]].body.clone();
    first.state = smotr::domain::period::PeriodState::Closed;
    put(&mut state, Key::Period(quarters[0]), Record::Period(first));
    assert_eq!(apart(&state, &[OPEN]), [(OPEN, quarters[1..].to_vec())]);
}

#[test]
fn a_year_that_is_moved_without_its_quarters_is_remarked_on() {
    let mut state = state();
    let newer = state.editions[&EDITION].body.clone();
    let newer = smotr::domain::catalogue::Edition { number: 9, ..newer };
    put(
        &mut state,
        Key::Edition(EditionId(9)),
        Record::Edition(newer),
    );
    let mut stage = stage_of(state, (80, 24));
    stage.press("<F8>↓⏎<Home>").rest();
    for _ in 0..9 {
        if stage.app.catalogue.under_cursor() == Some(Key::Period(OPEN)) {
            break;
        }
        stage.press("↓").rest();
    }
    stage
        .press("Шперевести⏎")
        .rest()
        .expect("2025/26 и 2025-11, 2025-12, 2025-13, 2025-14 будут");
}

#[test]
fn from_the_first_quarter_the_way_to_the_year_is_named() {
    let mut stage = stage_of(state(), (80, 24));
    stage.press("г2025-11⏎").rest();
    stage
        .press("х")
        .expect("Более раннего периода этого вида нет. Остальные периоды: г.");
}
