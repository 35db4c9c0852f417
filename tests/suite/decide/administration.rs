//! Periods, settings, and who administers.

use smotr::domain::command::*;
use smotr::domain::ids::*;
use smotr::domain::people::*;
use smotr::domain::period::{Period, PeriodKind, PeriodState};
use smotr::domain::record::{Key, Record};
use smotr::domain::refusal::{Field, Refusal};
use smotr::domain::state::State;
use smotr::domain::value::Cell;

use super::forms::*;
use super::organisations::{appoint, school};
use crate::support::world::*;

fn next_year() -> Period {
    Period {
        name: "2026/27".into(),
        kind: PeriodKind::SchoolYear,
        from: date("2026-09-01"),
        to: date("2027-08-31"),
        deadline: Some(date("2027-06-25")),
        edition: EDITION,
        state: PeriodState::Planned,
        exceptions: Vec::new(),
        locks: false,
        approved_by: None,
        events: Vec::new(),
    }
}

#[test]
fn a_period_is_added_and_takes_no_values_before_it_opens() {
    let mut world = World::new();
    world
        .act_as(SEROVA, Command::AddPeriod(next_year()))
        .unwrap();
    let period = PeriodId(3);
    assert!(
        world.state.shard(period).is_some(),
        "a new period is in memory"
    );
    let planned = Cell {
        period,
        ..cell(COUNT, SCHOOL_1)
    };
    assert_eq!(
        world.set(planned, entry("1")),
        Err(Refusal::PeriodClosed { period })
    );
    let quarter = Period {
        name: "1 квартал 2026/27".into(),
        kind: PeriodKind::Quarter,
        state: PeriodState::Open,
        ..next_year()
    };
    world.act(Command::AddPeriod(quarter)).unwrap();
    let yearly = Cell {
        period: PeriodId(4),
        ..cell(COUNT, SCHOOL_1)
    };
    assert_eq!(
        world.set(yearly, entry("1")),
        Err(Refusal::NotCollected { cell: yearly })
    );
}

#[test]
fn a_period_is_refused() {
    let early = |field, given: &str, earliest: &str| Refusal::DateBefore {
        field,
        given: date(given),
        earliest: date(earliest),
    };
    let cases: Vec<Spoilt<Period>> = vec![
        (
            |it| it.name = "2025/26".into(),
            Refusal::DuplicatePeriod {
                name: "2025/26".into(),
            },
        ),
        (|it| it.name.clear(), Refusal::Empty { field: Field::Name }),
        (
            |it| it.to = date("2026-08-31"),
            early(Field::To, "2026-08-31", "2026-09-01"),
        ),
        (
            |it| it.deadline = Some(date("2026-08-31")),
            early(Field::Due, "2026-08-31", "2026-09-01"),
        ),
        (
            |it| it.from = date("2024-08-31"),
            early(Field::From, "2024-08-31", "2024-09-01"),
        ),
        (
            |it| it.edition = EditionId(77),
            Refusal::Missing {
                key: Key::Edition(EditionId(77)),
            },
        ),
        (
            |it| it.edition = DRAFT_EDITION,
            Refusal::WrongState {
                key: Key::Edition(DRAFT_EDITION),
            },
        ),
        (
            |it| it.state = PeriodState::Closed,
            Refusal::WrongState {
                key: Key::Period(PeriodId(3)),
            },
        ),
    ];
    for (spoil, refusal) in cases {
        let mut period = next_year();
        spoil(&mut period);
        assert_eq!(World::new().act(Command::AddPeriod(period)), Err(refusal));
    }
}

#[test]
fn administration_is_for_administrators() {
    let world = World::new();
    let needs = Role::Administrator;
    let settings = Settings {
        municipality: "г. Зареченск".into(),
        demo: false,
    };
    let commands = [
        Command::AddOrganisation {
            organisation: school(3),
            head: None,
        },
        Command::EditOrganisation {
            id: SCHOOL_1,
            seen: Seq(1),
            organisation: school(9),
        },
        appoint(&world, SCHOOL_2, "2026-06-01", None),
        Command::AddPeriod(next_year()),
        Command::EditSettings {
            seen: Seen::At(Seq(1)),
            settings,
        },
        Command::Load(vec![(
            Key::Organisation(OrganisationId(9)),
            Record::Organisation(school(9)),
        )]),
    ];
    for command in commands {
        for user in [BELOVA, VETROV, GROMOV, DOLIN, UserId(77)] {
            let did = world.clone().act_as(user, command.clone());
            assert_eq!(bare(did), Err(denied(needs)), "{user:?} {command:?}");
        }
        world.clone().act_as(SEROVA, command).unwrap();
    }
}

#[test]
fn a_retired_user_may_nothing() {
    let mut records = records();
    for (_, record) in &mut records {
        if let Record::User(user) = record {
            user.retired = true;
        }
    }
    let mut state = State::default();
    do_as(&mut state, PROGRAM, Command::Load(records)).unwrap();
    let command = set(&state, cell(COUNT, SCHOOL_1), entry("1"));
    let needs = Role::Methodist;
    assert_eq!(bare(do_it(&mut state, command)), Err(denied(needs)));
}

#[test]
fn settings_are_changed_by_those_who_saw_them() {
    let mut world = World::new();
    let settings = |name: &str| Settings {
        municipality: name.into(),
        demo: false,
    };
    let edit = |seen, name| Command::EditSettings {
        seen,
        settings: settings(name),
    };
    let seen = seen(&world.state, Key::Settings);
    assert_eq!(
        world.act(edit(seen, "г. Приозёрск")),
        Err(Refusal::NoChange)
    );
    assert_eq!(
        world.act(edit(seen, "")),
        Err(Refusal::Empty {
            field: Field::Municipality
        })
    );
    world.act(edit(seen, "г. Зареченск")).unwrap();
    let stale = world.act(edit(seen, "г. Лесной")).unwrap_err();
    assert!(matches!(
        stale,
        Refusal::Conflict {
            key: Key::Settings,
            ..
        }
    ));
    assert!(matches!(
        world.act(edit(Seen::Absent, "г. Лесной")),
        Err(Refusal::Conflict { .. })
    ));
}
