//! Organisations and who heads them.

use smotr::domain::command::*;
use smotr::domain::ids::*;
use smotr::domain::people::*;
use smotr::domain::record::{Key, Kind};
use smotr::domain::refusal::{Field, Refusal};

use super::forms::*;
use crate::support::world::*;

pub fn school(number: u32) -> Organisation {
    Organisation {
        kind: OrganisationKind::School,
        number: Some(number),
        name: format!("СШ № {number}"),
        full_name: String::new(),
        opened: Some(date("2020-09-01")),
        closed: None,
        closed_by: None,
        merged_into: None,
        flags: Vec::new(),
        standing: Vec::new(),
    }
}

pub fn new_head(from: &str) -> NewHead {
    NewHead {
        person: PersonChoice::New(Person {
            surname: "Щукина".into(),
            given: "Вера".into(),
            patronymic: String::new(),
        }),
        kind: AppointmentKind::Permanent,
        from: date(from),
        to: None,
        act: None,
    }
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

pub fn appoint(
    world: &World,
    organisation: OrganisationId,
    from: &str,
    head: Option<NewHead>,
) -> Command {
    let day = date(from);
    let present = (world.state.appointments_of.of(organisation))
        .filter(|id| world.state.appointments[id].covers(day));
    let seen = present.map(|id| (id, rev(&world.state, Key::Appointment(id))));
    Command::Appoint {
        organisation,
        head,
        from: day,
        reason: "перевод".into(),
        seen: seen.collect(),
        absent: None,
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
            seen: Vec::new(),
            absent: None,
        },
        other => other,
    };
    let zimins = Key::Appointment(AppointmentId(3));
    let unseen = world.clone().act(unseen).unwrap_err();
    assert!(
        matches!(unseen, Refusal::Conflict { key, .. } if key == zimins),
        "{unseen:?}"
    );
    world.act(first).unwrap();
    let stale = world.act(second).unwrap_err();
    assert!(
        matches!(stale, Refusal::Conflict { key, .. } if key == zimins),
        "{stale:?}"
    );
}
