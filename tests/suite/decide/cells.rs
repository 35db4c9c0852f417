//! Which cells there are and who may enter into them; base quantities and references.

use smotr::analysis::measure::is_collected;
use smotr::domain::command::{Command, Seen};
use smotr::domain::decide::collected;
use smotr::domain::ids::*;
use smotr::domain::people::{Organisation, Role};
use smotr::domain::period::{Period, PeriodKind, PeriodState, Reference};
use smotr::domain::record::{Key, Record};
use smotr::domain::refusal::Refusal;
use smotr::domain::state::State;
use smotr::domain::value::*;

use crate::support::world::*;

#[test]
fn a_cell_is_refused_that_is_not_collected() {
    let in_closed = Cell {
        period: CLOSED,
        ..cell(RATIO, SCHOOL_1)
    };
    let nowhere = Cell {
        period: PeriodId(77),
        ..in_closed
    };
    let municipal = Cell {
        subject: Subject::Municipality,
        ..cell(RATIO, SCHOOL_1)
    };
    let unknown = IndicatorId(77);
    let cases = [
        (in_closed, Refusal::PeriodClosed { period: CLOSED }),
        (
            nowhere,
            Refusal::Missing {
                key: Key::Period(PeriodId(77)),
            },
        ),
        (
            cell(unknown, SCHOOL_1),
            Refusal::Missing {
                key: Key::Indicator(EDITION, unknown),
            },
        ),
        (
            cell(RATIO, OrganisationId(77)),
            Refusal::Missing {
                key: Key::Organisation(OrganisationId(77)),
            },
        ),
        (
            cell_of(SCORE, PersonId(77)),
            Refusal::Missing {
                key: Key::Person(PersonId(77)),
            },
        ),
        (municipal, Refusal::NotCollected { cell: municipal }),
        (
            cell(RETIRED, SCHOOL_1),
            Refusal::NotCollected {
                cell: cell(RETIRED, SCHOOL_1),
            },
        ),
        (
            cell(SCORE, SCHOOL_1),
            Refusal::NotCollected {
                cell: cell(SCORE, SCHOOL_1),
            },
        ),
        (
            cell(BENCHMARK, NURSERY),
            Refusal::NotCollected {
                cell: cell(BENCHMARK, NURSERY),
            },
        ),
        // Орлова heads no organisation.
        (
            cell_of(SCORE, PersonId(5)),
            Refusal::NotCollected {
                cell: cell_of(SCORE, PersonId(5)),
            },
        ),
        (
            cell_of(DELTA, DEMINA),
            Refusal::Computed {
                cell: cell_of(DELTA, DEMINA),
            },
        ),
    ];
    for (cell, refusal) in cases {
        let mut world = World::new();
        assert_eq!(world.set(cell, entry("1")).err(), Some(refusal), "{cell:?}");
    }
}

#[test]
fn who_may_enter_where() {
    let denied = Some(denied(Role::Methodist));
    for (user, cell, refusal) in [
        (BELOVA, cell(COUNT, SCHOOL_2), None),
        (VETROV, cell(COUNT, SCHOOL_1), None),
        (VETROV, cell(COUNT, SCHOOL_2), denied.clone()),
        (VETROV, cell_of(SCORE, DEMINA), denied.clone()),
        (GROMOV, cell(COUNT, SCHOOL_1), denied.clone()),
        (SEROVA, cell(COUNT, SCHOOL_1), denied.clone()),
        (DOLIN, cell(COUNT, SCHOOL_1), denied.clone()),
        (UserId(77), cell(COUNT, SCHOOL_1), denied.clone()),
        (PROGRAM, cell(COUNT, SCHOOL_1), None),
    ] {
        let mut world = World::new();
        let command = set(&world.state, cell, entry("1"));
        assert_eq!(
            bare(world.act_as(user, command)).err(),
            refusal,
            "{user:?} {cell:?}"
        );
    }
}

#[test]
fn what_is_entered_is_what_is_scored() {
    let mut world = World::new();
    let quarter = Period {
        name: "1 квартал".into(),
        kind: PeriodKind::Quarter,
        state: PeriodState::Open,
        ..world.state.periods[&OPEN].body.clone()
    };
    world.act(Command::AddPeriod(quarter)).unwrap();
    let indicators = world.state.indicators.keys().map(|(_, id)| *id);
    let subjects = (world.state.organisations.keys())
        .map(|id| Subject::Organisation(*id))
        .chain(world.state.persons.keys().map(|id| Subject::Person(*id)))
        .chain([Subject::Municipality]);
    let subjects: Vec<Subject> = subjects.collect();
    let mut seen_both = [false; 2];
    for indicator in indicators.chain([IndicatorId(77)]) {
        for period in [CLOSED, OPEN, PeriodId(3), PeriodId(77)] {
            for subject in &subjects {
                let cell = Cell {
                    period,
                    indicator,
                    subject: *subject,
                };
                let typed = match collected(&world.state, cell) {
                    Ok(_) | Err(Refusal::Computed { .. }) => true,
                    Err(_) => false,
                };
                assert_eq!(typed, is_collected(&world.state, cell), "{cell:?}");
                seen_both[usize::from(typed)] = true;
            }
        }
    }
    assert_eq!(seen_both, [true; 2]);
}

#[test]
fn base_quantities_and_references() {
    let base = |world: &World, number: Option<i64>| Command::SetBase {
        period: OPEN,
        base: TEACHERS,
        organisation: SCHOOL_1,
        seen: seen(&world.state, Key::BaseValue(OPEN, TEACHERS, SCHOOL_1)),
        number: number.map(Into::into),
        values: Vec::new(),
    };
    let reference = |world: &World, indicator, number: &str| Command::SetReference {
        period: OPEN,
        indicator,
        seen: seen(&world.state, Key::Reference(OPEN, indicator)),
        reference: (!number.is_empty()).then(|| Reference {
            number: number.parse().unwrap(),
            source: "ФИС ОКО".into(),
        }),
    };
    let mut world = World::new();
    let fresh = world.clone();
    assert_eq!(world.act(base(&fresh, None)), Err(Refusal::NoChange));
    world.act_as(VETROV, base(&fresh, Some(24))).unwrap();
    let stale = world.act(base(&fresh, Some(25)));
    assert!(matches!(stale, Err(Refusal::Conflict { .. })));
    assert_eq!(world.act(base(&fresh, Some(24))), Err(Refusal::NoChange));
    let below = Refusal::OutOfRange {
        number: (-1).into(),
        min: Some(0.into()),
        max: None,
    };
    assert_eq!(world.act(base(&world.clone(), Some(-1))), Err(below));
    world.act(base(&world.clone(), None)).unwrap();
    // A number that is not in memory is not an absent one.
    let mut away = world.clone();
    away.state.unload_shard(OPEN);
    let not_loaded = Err(Refusal::NotLoaded { period: OPEN });
    assert_eq!(away.act(base(&world, Some(24))), not_loaded);

    world.act(reference(&fresh, BENCHMARK, "11.9")).unwrap();
    let region = Cell {
        subject: Subject::Municipality,
        ..cell(RATIO, SCHOOL_1)
    };
    for (user, command, refusal) in [
        (
            ORLOVA,
            reference(&world, BENCHMARK, "0"),
            Refusal::ZeroDenominator,
        ),
        (
            ORLOVA,
            reference(&world, RATIO, "5"),
            Refusal::WrongMeasure { cell: region },
        ),
        (
            VETROV,
            reference(&world, BENCHMARK, "5"),
            denied(Role::Methodist),
        ),
        (GROMOV, base(&world, Some(5)), denied(Role::Methodist)),
    ] {
        assert_eq!(bare(world.act_as(user, command)), Err(refusal));
    }
    let none = |world: &World| reference(world, BENCHMARK, "");
    assert!(matches!(
        world.act(none(&fresh)),
        Err(Refusal::Conflict { .. })
    ));
    world.act(none(&world.clone())).unwrap();
    assert!(!world.state.references.contains_key(&(OPEN, BENCHMARK)));
    assert_eq!(world.act(none(&world.clone())), Err(Refusal::NoChange));
    let closed = Command::SetBase {
        period: CLOSED,
        base: TEACHERS,
        organisation: SCHOOL_1,
        seen: Seen::Absent,
        number: None,
        values: Vec::new(),
    };
    assert_eq!(
        world.act(closed),
        Err(Refusal::PeriodClosed { period: CLOSED })
    );
}

#[test]
fn a_base_quantity_is_put_right_with_its_values_all_or_none() {
    let mut world = World::new();
    world.set(cell(RATIO, SCHOOL_1), ratio("9", "20")).unwrap();
    let known = |world: &World| {
        let it = world.state.base_value(OPEN, TEACHERS, SCHOOL_1);
        it.unwrap().number
    };
    let put_right = |world: &World, number: i64, entry: Entry| {
        let Command::SetValues(values) = set(&world.state, cell(RATIO, SCHOOL_1), entry) else {
            panic!("one cell is set")
        };
        Command::SetBase {
            period: OPEN,
            base: TEACHERS,
            organisation: SCHOOL_1,
            seen: seen(&world.state, Key::BaseValue(OPEN, TEACHERS, SCHOOL_1)),
            number: Some(number.into()),
            values,
        }
    };
    let refused = world.act(put_right(&world.clone(), 8, ratio("9", "8")));
    assert!(matches!(refused, Err(Refusal::PartExceedsWhole { .. })));
    assert_eq!(known(&world), 20.into());

    let commit = world
        .act(put_right(&world.clone(), 24, ratio("9", "24")))
        .unwrap();
    assert_eq!(commit.changes.len(), 2);
    let value = |world: &World| world.value(cell(RATIO, SCHOOL_1)).unwrap().entry;
    assert_eq!(
        (known(&world), value(&world)),
        (24.into(), ratio("9", "24"))
    );
    world.act(Command::Undo).unwrap();
    assert_eq!(
        (known(&world), value(&world)),
        (20.into(), ratio("9", "20"))
    );
}

/// The world with one record told otherwise.
pub(super) fn told(change: impl Fn(&mut Record)) -> World {
    let mut records = records();
    records.iter_mut().for_each(|(_, record)| change(record));
    let mut state = State::default();
    do_as(&mut state, PROGRAM, Command::Load(records)).unwrap();
    World {
        state,
        commits: Vec::new(),
    }
}

#[test]
fn an_organisation_is_asked_while_it_works() {
    let c = cell(COUNT, SCHOOL_1);
    for (opened, closed, asked) in [
        (None, None, true),
        (None, Some("2025-09-01"), true),
        (None, Some("2025-08-31"), false),
        (Some("2026-08-31"), None, true),
        (Some("2026-09-01"), None, false),
    ] {
        let mut world = told(|record| {
            if let Record::Organisation(it) = record {
                (it.opened, it.closed) = (opened.map(date), closed.map(date));
            }
        });
        let refusal = (!asked).then_some(Refusal::NotCollected { cell: c });
        let did = world.set(c, entry("1")).err();
        assert_eq!(did, refusal, "{opened:?} {closed:?}");
        assert_eq!(is_collected(&world.state, c), asked);
    }
}

#[test]
fn what_should_not_be_there_can_be_cleared() {
    let c = cell(COUNT, NURSERY);
    let mut world = World::new();
    world.set(c, entry("1")).unwrap();
    let id = NURSERY;
    let closed = Some(date("2025-08-31"));
    let organisation = Organisation {
        closed,
        ..world.state.organisations[&id].body.clone()
    };
    let close = closing(&world.state, id, organisation);
    world.act(close).unwrap();
    let not_collected = Refusal::NotCollected { cell: c };
    assert_eq!(world.set(c, entry("2")), Err(not_collected));
    world.set(c, Entry::Empty).unwrap();
}

#[test]
fn more_than_the_whole_is_possible_where_nothing_forbids_it() {
    let mut world = told(|record| {
        if let Record::Indicator(it) = record {
            it.bounds.hard_max = None;
        }
    });
    world.set(cell(RATIO, SCHOOL_1), ratio("25", "24")).unwrap();
}
