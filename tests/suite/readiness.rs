//! What is not ready before a period is closed: what was entered is there, and a comparison is asked for where there is something to compare.

use smotr::analysis::readiness::{Unready, completeness, unready};
use smotr::domain::catalogue::{Input, Measure};
use smotr::domain::command::Command;
use smotr::domain::period::Reference;
use smotr::domain::record::{Key, Record};
use smotr::domain::value::{Cell, Entry, Subject};

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
        own.unwrap().filled
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
