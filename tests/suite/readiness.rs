//! What is not ready before a period is closed: what was entered is there, and a comparison is asked for where there is something to compare.

use smotr::analysis::reader::contradicted;
use smotr::analysis::readiness::{Unready, completeness, unready};
use smotr::domain::catalogue::{Input, Measure};
use smotr::domain::command::Command;
use smotr::domain::people::StandingReason;
use smotr::domain::period::Reference;
use smotr::domain::record::{Key, Record};
use smotr::domain::value::{Cell, Entry, Subject, ValueState};

use crate::support::stage::Stage;
use crate::support::world::*;

/// The world with [`DELTA`] computed from entries of its own: there is none of the year before.
fn world() -> World {
    let mut world = World::new();
    let key = Key::Indicator(EDITION, DELTA);
    let (record, stamp) = world.state.record(key).unwrap();
    let Record::Indicator(mut it) = record else {
        panic!("{record:?}")
    };
    it.measure = Measure::Delta {
        input: Input::Own {
            title: "балл диагностики".into(),
        },
    };
    world.state.put(key, Some(Record::Indicator(it)), stamp);
    world
}

fn why(world: &World, cell: Cell) -> Option<Unready> {
    let lines = unready(&world.state, OPEN);
    lines.iter().find(|it| it.cell == cell).map(|it| it.why)
}

#[test]
fn the_first_of_two_changes_is_entered_and_not_missing() {
    let mut world = world();
    let here = cell_of(DELTA, ZIMIN);
    assert_eq!(why(&world, here), Some(Unready::Missing));
    let filled = |world: &World| {
        let all = completeness(&world.state, OPEN);
        let own = all.iter().find(|it| it.organisation == Some(SCHOOL_2));
        own.unwrap().filling.entered
    };
    let before = filled(&world);
    world.set(here, entry("3")).unwrap();
    assert_eq!(why(&world, here), Some(Unready::Entered));
    assert_eq!(filled(&world), before + 1);
    world.set(here, Entry::Empty).unwrap();
    assert_eq!(why(&world, here), Some(Unready::Missing));
}

#[test]
fn what_is_compared_with_is_asked_for_where_there_is_something_to_compare() {
    let mut world = World::new();
    let compared = Cell {
        period: OPEN,
        indicator: BENCHMARK,
        subject: Subject::Municipality,
    };
    let here = cell(BENCHMARK, SCHOOL_1);
    assert_eq!(why(&world, compared), None);
    let reason = "нет выпускников".to_owned();
    world.set(here, Entry::NotApplicable { reason }).unwrap();
    assert_eq!(why(&world, compared), None);
    world.set(here, entry("40")).unwrap();
    assert_eq!(why(&world, compared), Some(Unready::Reference));
    // What was entered is there, with or without what it is compared with.
    assert_eq!(why(&world, here), Some(Unready::Entered));
    let refer = Command::SetReference {
        period: OPEN,
        indicator: BENCHMARK,
        seen: seen(&world.state, Key::Reference(OPEN, BENCHMARK)),
        reference: Some(Reference {
            number: number("50"),
            source: "письмо".into(),
        }),
    };
    world.act(refer).unwrap();
    assert_eq!(why(&world, compared), None);
}

/// СШ № 1 is said to have nothing to measure, and yet somebody measured it.
#[test]
fn what_was_entered_against_a_standing_reason_is_told() {
    let mut world = World::new();
    let here = cell(RATIO, SCHOOL_1);
    world.set(here, ratio("21", "24")).unwrap();
    let approve = |world: &mut World| {
        let key = Key::Value(here);
        let (record, stamp) = world.state.record(key).unwrap();
        let Record::Value(mut it) = record else {
            panic!("{record:?}")
        };
        it.state = ValueState::Approved;
        world.state.put(key, Some(Record::Value(it)), stamp);
    };
    approve(&mut world);
    let before = why(&world, here);
    assert_ne!(before, Some(Unready::Contradicted));
    let key = Key::Organisation(SCHOOL_1);
    let (record, stamp) = world.state.record(key).unwrap();
    let Record::Organisation(mut it) = record else {
        panic!("{record:?}")
    };
    it.standing = vec![StandingReason {
        reason: "нет 11 классов".into(),
        indicators: vec![RATIO],
        from: None,
        to: None,
    }];
    world.state.put(key, Some(Record::Organisation(it)), stamp);
    assert_eq!(contradicted(&world.state, here), Some("нет 11 классов"));
    assert_eq!(why(&world, here), Some(Unready::Contradicted));
    let mut stage = Stage::new(world.state.clone(), ORLOVA);
    stage
        .resize(120, 36)
        .press("⏎1⏎")
        .rest()
        .expect_not("значение внесено, и оно учитывается");
    stage
        .press("↓")
        .rest()
        .expect("указано «н/п» (нет 11 классов), а значение внесено");
    let reason = "нет выпускников".to_owned();
    world.set(here, Entry::NotApplicable { reason }).unwrap();
    assert_eq!(contradicted(&world.state, here), None);
}
