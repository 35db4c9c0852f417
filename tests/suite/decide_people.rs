//! Organisations, appointments, periods, settings, and loading ready records.

use smotr::domain::command::*;
use smotr::domain::ids::*;
use smotr::domain::people::*;
use smotr::domain::period::{Period, PeriodKind, PeriodState};
use smotr::domain::record::{Commit, Key, Kind, Record};
use smotr::domain::refusal::{Field, Refusal};
use smotr::domain::state::State;
use smotr::domain::value::{Cell, Subject, Value};

use super::support::world::*;

/// What is changed in a sound form, and what that is refused for.
type Spoilt<T> = (fn(&mut T), Refusal);

fn school(number: u32) -> Organisation {
    Organisation {
        kind: OrganisationKind::School,
        number: Some(number),
        name: format!("СШ № {number}"),
        full_name: String::new(),
        opened: Some(date("2020-09-01")),
        closed: None,
    }
}

fn new_head(from: &str) -> NewHead {
    NewHead {
        person: PersonChoice::New(Person {
            surname: "Щукина".into(),
            given: "Вера".into(),
            patronymic: String::new(),
        }),
        kind: AppointmentKind::Permanent,
        from: date(from),
    }
}

fn kinds(commit: &Commit) -> Vec<Kind> {
    commit.changes.iter().map(|it| it.key.kind()).collect()
}

#[test]
fn an_organisation_comes_with_its_head() {
    let mut world = World::new();
    let organisation = school(3);
    let head = Some(new_head("2021-01-11"));
    let commit = world
        .act_as(SEROVA, Command::AddOrganisation { organisation, head })
        .unwrap();
    assert_eq!(
        kinds(&commit),
        [Kind::Organisation, Kind::Person, Kind::Appointment]
    );
    let appointment = &world.state.appointments[&AppointmentId(5)];
    assert_eq!(
        (appointment.organisation, appointment.person),
        (OrganisationId(4), PersonId(11))
    );
}

#[test]
fn an_organisation_is_refused() {
    let duplicate = |number, holder| Refusal::DuplicateNumber {
        kind: OrganisationKind::School,
        number,
        holder,
    };
    let cases = [
        (school(1), None, duplicate(1, SCHOOL_1)),
        (
            Organisation {
                name: String::new(),
                ..school(3)
            },
            None,
            Refusal::Empty { field: Field::Name },
        ),
        (
            Organisation {
                closed: Some(date("2020-08-31")),
                ..school(3)
            },
            None,
            Refusal::DateBefore {
                field: Field::To,
                given: date("2020-08-31"),
                earliest: date("2020-09-01"),
            },
        ),
        (
            Organisation {
                number: Some(0),
                ..school(3)
            },
            None,
            Refusal::OutOfRange {
                number: 0.into(),
                min: Some(1.into()),
                max: None,
            },
        ),
        (
            school(3),
            Some(new_head("2020-08-31")),
            Refusal::DateBefore {
                field: Field::From,
                given: date("2020-08-31"),
                earliest: date("2020-09-01"),
            },
        ),
        (
            school(3),
            Some(NewHead {
                person: PersonChoice::Known(PersonId(77)),
                ..new_head("2021-01-11")
            }),
            Refusal::Missing {
                key: Key::Person(PersonId(77)),
            },
        ),
        (
            school(3),
            Some(NewHead {
                person: PersonChoice::New(Person {
                    surname: " ".into(),
                    given: String::new(),
                    patronymic: String::new(),
                }),
                ..new_head("2021-01-11")
            }),
            Refusal::Empty {
                field: Field::Surname,
            },
        ),
    ];
    for (organisation, head, refusal) in cases {
        let did = World::new().act(Command::AddOrganisation { organisation, head });
        assert_eq!(did, Err(refusal));
    }
    // A number is unique within its kind only, and one's own is not a duplicate.
    let mut world = World::new();
    let gymnasium = Organisation {
        kind: OrganisationKind::Gymnasium,
        ..school(1)
    };
    world
        .act(Command::AddOrganisation {
            organisation: gymnasium,
            head: None,
        })
        .unwrap();
    let id = SCHOOL_1;
    let seen = rev(&world.state, Key::Organisation(id));
    let renamed = Organisation {
        name: "Школа № 1".into(),
        ..school(1)
    };
    world
        .act(Command::EditOrganisation {
            id,
            seen,
            organisation: renamed,
        })
        .unwrap();
    let seen = rev(&world.state, Key::Organisation(id));
    let edit = Command::EditOrganisation {
        id,
        seen,
        organisation: school(2),
    };
    assert_eq!(world.act(edit), Err(duplicate(2, SCHOOL_2)));
}

fn appoint(
    world: &World,
    organisation: OrganisationId,
    from: &str,
    head: Option<NewHead>,
) -> Command {
    let day = date(from);
    let present = (world.state.appointments_of.of(organisation))
        .find(|id| world.state.appointments[id].covers(day));
    Command::Appoint {
        organisation,
        head,
        from: day,
        reason: "перевод".into(),
        seen: present.map(|id| (id, rev(&world.state, Key::Appointment(id)))),
    }
}

#[test]
fn a_new_head_ends_the_one_before() {
    let mut world = World::new();
    let command = appoint(&world, SCHOOL_2, "2026-06-01", Some(new_head("2026-06-10")));
    let commit = world.act(command).unwrap();
    assert_eq!(
        kinds(&commit),
        [Kind::Appointment, Kind::Person, Kind::Appointment]
    );
    let before = &world.state.appointments[&AppointmentId(3)];
    assert_eq!(
        (before.to, before.end_reason.as_str()),
        (Some(date("2026-05-31")), "перевод")
    );
    assert_eq!(
        world.state.appointments[&AppointmentId(5)].from,
        date("2026-06-10")
    );
}

#[test]
fn a_vacancy_begins_and_ends() {
    let mut world = World::new();
    let leave = appoint(&world, SCHOOL_2, "2026-06-01", None);
    let commit = world.act(leave).unwrap();
    assert_eq!(kinds(&commit), [Kind::Appointment]);
    let nobody = appoint(&world, SCHOOL_2, "2026-06-02", None);
    assert_eq!(world.act(nobody), Err(Refusal::NoChange));
    let known = NewHead {
        person: PersonChoice::Known(YASHINA),
        ..new_head("2026-02-02")
    };
    let fill = appoint(&world, NURSERY, "2026-02-02", Some(known));
    assert_eq!(kinds(&world.act(fill).unwrap()), [Kind::Appointment]);
}

#[test]
fn an_appointment_is_refused() {
    let world = World::new();
    let early = |given: &str, earliest: &str| Refusal::DateBefore {
        field: Field::From,
        given: date(given),
        earliest: date(earliest),
    };
    // Before somebody who is already appointed, on their first day, and before the vacancy begins.
    for (command, refusal) in [
        (
            appoint(&world, SCHOOL_1, "2025-12-01", Some(new_head("2025-12-01"))),
            early("2025-12-01", "2026-01-13"),
        ),
        (
            appoint(&world, SCHOOL_1, "2026-01-12", None),
            early("2026-01-12", "2026-01-13"),
        ),
        (
            appoint(&world, SCHOOL_2, "2026-06-01", Some(new_head("2026-05-31"))),
            early("2026-05-31", "2026-06-01"),
        ),
        (
            appoint(&world, OrganisationId(77), "2026-06-01", None),
            Refusal::Missing {
                key: Key::Organisation(OrganisationId(77)),
            },
        ),
    ] {
        assert_eq!(world.clone().act(command), Err(refusal));
    }
    let mut world = World::new();
    let first = appoint(&world, SCHOOL_2, "2026-06-01", Some(new_head("2026-06-01")));
    let second = appoint(&world, SCHOOL_2, "2026-07-01", Some(new_head("2026-07-01")));
    let unseen = match appoint(&world, SCHOOL_2, "2026-05-01", None) {
        Command::Appoint {
            organisation,
            head,
            from,
            reason,
            ..
        } => Command::Appoint {
            organisation,
            head,
            from,
            reason,
            seen: None,
        },
        other => other,
    };
    for stale in [unseen, {
        world.act(first).unwrap();
        second
    }] {
        let refusal = world.clone().act(stale).unwrap_err();
        assert!(
            matches!(
                refusal,
                Refusal::Conflict {
                    key: Key::Appointment(_),
                    ..
                } | Refusal::DateBefore { .. }
            ),
            "{refusal:?}"
        );
    }
}

fn next_year() -> Period {
    Period {
        name: "2026/27".into(),
        kind: PeriodKind::SchoolYear,
        from: date("2026-09-01"),
        to: date("2027-08-31"),
        deadline: Some(date("2027-06-25")),
        edition: EDITION,
        state: PeriodState::Planned,
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
            assert_eq!(did, Err(Refusal::Denied { needs }), "{user:?} {command:?}");
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
    assert_eq!(do_it(&mut state, command), Err(Refusal::Denied { needs }));
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
        Err(Refusal::Empty { field: Field::Name })
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

#[test]
fn whoever_opens_an_empty_store_founds_it() {
    let mut state = State::default();
    do_as(&mut state, DOLIN, Command::Load(records())).unwrap();
    let more = vec![(
        Key::Organisation(OrganisationId(9)),
        Record::Organisation(school(9)),
    )];
    let needs = Role::Administrator;
    assert_eq!(
        do_as(&mut state, DOLIN, Command::Load(more)),
        Err(Refusal::Denied { needs })
    );
}

#[test]
fn the_order_of_loaded_records_does_not_matter() {
    let mut backwards = records();
    backwards.reverse();
    let mut state = State::default();
    do_as(&mut state, PROGRAM, Command::Load(backwards)).unwrap();
    assert_eq!(state, World::new().state);
}

#[test]
fn loading_is_refused() {
    let organisation = Key::Organisation(OrganisationId(9));
    let record = Record::Organisation(school(9));
    let in_closed = Key::Value(Cell {
        period: CLOSED,
        indicator: COUNT,
        subject: Subject::Organisation(SCHOOL_2),
    });
    let orphan = Key::Value(Cell {
        subject: Subject::Organisation(OrganisationId(77)),
        ..cell(COUNT, SCHOOL_2)
    });
    let value = |entry| Record::Value(Value::entered(entry, ORLOVA));
    let indicator = (
        Key::Indicator(EDITION, IndicatorId(10)),
        World::new()
            .state
            .record(Key::Indicator(EDITION, COUNT))
            .unwrap()
            .0,
    );
    let user = World::new().state.record(Key::User(ORLOVA)).unwrap().0;
    let taken = |key| Refusal::Taken { key };
    let last = Key::Organisation(OrganisationId(u32::MAX));
    let cases = [
        (
            vec![(Key::Person(PersonId(50)), record.clone())],
            Refusal::WrongKind {
                key: Key::Person(PersonId(50)),
            },
        ),
        (
            vec![(Key::Organisation(SCHOOL_1), record.clone())],
            taken(Key::Organisation(SCHOOL_1)),
        ),
        (
            vec![
                (organisation, record.clone()),
                (organisation, record.clone()),
            ],
            taken(organisation),
        ),
        (vec![(last, record.clone())], taken(last)),
        (vec![(Key::User(PROGRAM), user)], taken(Key::User(PROGRAM))),
        (
            vec![(in_closed, value(entry("1")))],
            Refusal::PeriodClosed { period: CLOSED },
        ),
        (
            vec![(orphan, value(entry("1")))],
            Refusal::Missing {
                key: Key::Organisation(OrganisationId(77)),
            },
        ),
        (
            vec![(Key::Value(cell(RATIO, SCHOOL_2)), value(ratio("1", "0")))],
            Refusal::ZeroDenominator,
        ),
        (vec![indicator], Refusal::EditionPublished),
        (
            vec![(
                organisation,
                Record::Organisation(Organisation {
                    name: "\u{7}".into(),
                    ..school(9)
                }),
            )],
            Refusal::Unprintable { field: Field::Name },
        ),
        (Vec::new(), Refusal::NoChange),
    ];
    for (records, refusal) in cases {
        assert_eq!(World::new().act(Command::Load(records)), Err(refusal));
    }
}

#[test]
fn a_founding_is_taken_back_whole_and_loaded_again() {
    let mut world = World::new();
    let founded = world.state.clone();
    world.act_as(PROGRAM, Command::Undo).unwrap();
    assert_eq!(world.state.keys().count(), 0);
    world.act_as(PROGRAM, Command::Redo).unwrap();
    for key in founded.keys() {
        let body = |state: &State| state.record(key).map(|(record, _)| record);
        assert_eq!(body(&world.state), body(&founded));
    }
    assert_eq!(world.state.keys().count(), founded.keys().count());
}

#[test]
fn what_an_administrator_has_loaded_they_take_back() {
    let mut world = World::new();
    let key = Key::Value(cell(COUNT, SCHOOL_2));
    let records = vec![(key, Record::Value(Value::entered(entry("1"), SEROVA)))];
    world.act_as(SEROVA, Command::Load(records)).unwrap();
    world.act_as(SEROVA, Command::Undo).unwrap();
    assert_eq!(world.state.stamp(key), None);
    world.act_as(SEROVA, Command::Redo).unwrap();
}
