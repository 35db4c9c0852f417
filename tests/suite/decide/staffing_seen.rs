//! Nobody's appointment is ended unseen, and none becomes other under what rests on it, whichever command does it.

use smotr::domain::command::*;
use smotr::domain::ids::*;
use smotr::domain::people::*;
use smotr::domain::record::Key;
use smotr::domain::refusal::{Field, Refusal};
use smotr::domain::staffing::*;
use smotr::domain::value::Entry;

use super::organisations::{appoint, new_head, school};
use crate::support::world::*;

const ZIMINS: AppointmentId = AppointmentId(3);

fn head(person: PersonId, from: &str, to: Option<&str>) -> IntakeHead {
    IntakeHead {
        person: PersonChoice::Known(person),
        kind: AppointmentKind::Permanent,
        from: date(from),
        to: to.map(date),
        end_reason: String::new(),
        act: None,
        contract_until: None,
    }
}

fn draft(person: PersonId, from: &str, to: Option<&str>) -> AppointmentDraft {
    AppointmentDraft {
        organisation: SCHOOL_2,
        person: PersonChoice::Known(person),
        kind: AppointmentKind::Permanent,
        from: date(from),
        to: to.map(date),
        act: None,
        contract_until: None,
        end_reason: String::new(),
    }
}

fn edit(world: &World, draft: AppointmentDraft) -> Command {
    let seen = rev(&world.state, Key::Appointment(ZIMINS));
    Command::EditAppointment {
        id: ZIMINS,
        seen,
        draft,
    }
}

fn take_in(
    world: &World,
    organisation: OrganisationId,
    heads: Vec<(AppointmentId, IntakeHead)>,
) -> Command {
    let heads = heads
        .into_iter()
        .map(|(id, it)| (Some((id, rev(&world.state, Key::Appointment(id)))), it));
    Command::TakeIn(Intake {
        organisations: vec![IntakeOrganisation {
            into: None,
            at: Some((
                organisation,
                rev(&world.state, Key::Organisation(organisation)),
            )),
            organisation: None,
            heads: heads.collect(),
        }],
        ..Intake::default()
    })
}

#[test]
fn an_appointment_on_which_something_rests_is_not_told_away() {
    let mut world = World::new();
    world.set(cell_of(SCORE, ZIMIN), entry("70")).unwrap();
    let closed = Key::Period(CLOSED);
    let value = Key::Value(cell_of(SCORE, ZIMIN));
    let key = Key::Appointment(ZIMINS);
    for (it, by) in [
        (draft(EREMIN, "2021-09-01", None), closed),
        (draft(ZIMIN, "2026-09-01", None), closed),
        (draft(ZIMIN, "2021-09-01", Some("2025-08-31")), value),
    ] {
        let answer = world.clone().act(edit(&world, it.clone()));
        assert_eq!(answer, Err(Refusal::InUse { key, by }), "{it:?}");
        let PersonChoice::Known(person) = it.person else {
            continue;
        };
        let told = IntakeHead {
            from: it.from,
            to: it.to,
            ..head(person, "2021-09-01", None)
        };
        let answer = world
            .clone()
            .act(take_in(&world, SCHOOL_2, vec![(ZIMINS, told)]));
        assert_eq!(answer, Err(Refusal::InUse { key, by }), "{it:?}");
    }
    // Days may be put right as long as the periods stay.
    let shorter = edit(&world, draft(ZIMIN, "2022-01-10", Some("2026-05-31")));
    world.clone().act(shorter).unwrap();
    // Who leaves within a period leaves behind what was entered for it; before it, it would be nobody's.
    let by = value;
    let leave = appoint(&world, SCHOOL_2, "2025-09-01", None);
    assert_eq!(world.clone().act(leave), Err(Refusal::InUse { key, by }));
    let leave = appoint(&world, SCHOOL_2, "2025-09-02", None);
    world.clone().act(leave).unwrap();
    // What was cleared rests on nobody.
    world.set(cell_of(SCORE, ZIMIN), Entry::Empty).unwrap();
    let leave = appoint(&world, SCHOOL_2, "2025-09-01", None);
    world.act(leave).unwrap();
}

/// Each of two terms stands for the other as long as it stays: not both are told away, in one register or in one after the other.
#[test]
fn two_terms_of_one_person_are_not_told_away_at_once() {
    let mut world = World::new();
    let again = AppointmentDraft {
        organisation: NURSERY,
        ..draft(YASHINA, "2026-04-01", None)
    };
    world.act(Command::AddAppointment(again)).unwrap();
    let here = cell_of(CHOICE, YASHINA);
    world.set(here, Entry::Choice(0)).unwrap();
    let theirs = (world.state.appointments.iter()).filter(|(_, it)| it.person == YASHINA);
    let theirs: Vec<_> = theirs.map(|(id, it)| (*id, it.from, it.to)).collect();
    assert_eq!(theirs.len(), 2);
    let before = |from: chrono::NaiveDate| IntakeHead {
        from,
        to: Some(date("2025-08-31")),
        ..head(YASHINA, "2026-09-01", None)
    };
    let told = theirs.iter().map(|(id, from, to)| match to {
        Some(_) => (*id, before(*from)),
        None => (*id, head(YASHINA, "2026-09-01", None)),
    });
    let told: Vec<_> = told.collect();
    for one in &told {
        let alone = take_in(&world, NURSERY, vec![one.clone()]);
        world.clone().act(alone).unwrap();
    }
    let refused = world.clone().act(take_in(&world, NURSERY, told));
    let by = Key::Value(here);
    assert!(
        matches!(refused, Err(Refusal::InUse { by: it, .. }) if it == by),
        "{refused:?}"
    );
}

#[test]
fn a_register_tells_a_bounded_number_of_terms() {
    let world = World::new();
    let far = |n: usize| {
        let from = date("1900-01-01") + chrono::Days::new(n as u64 * 3);
        let to = Some(from + chrono::Days::new(1));
        (
            None,
            IntakeHead {
                from,
                to,
                ..head(YASHINA, "1900-01-01", None)
            },
        )
    };
    let intake = |n: usize| Intake {
        organisations: vec![IntakeOrganisation {
            into: None,
            at: Some((NURSERY, rev(&world.state, Key::Organisation(NURSERY)))),
            organisation: None,
            heads: (0..n).map(far).collect(),
        }],
        ..Intake::default()
    };
    let (most, more) = (intake(Intake::MOST_HEADS), intake(Intake::MOST_HEADS + 1));
    assert!(most.is_short() && !more.is_short());
    let copied = |it: &Intake| {
        let text = serde_json::to_string(it).unwrap();
        serde_json::from_str::<Intake>(&text).is_ok()
    };
    assert!(copied(&most) && !copied(&more));
    world.clone().act(Command::TakeIn(most)).unwrap();
    let (max, given) = (Intake::MOST_HEADS, Intake::MOST_HEADS + 1);
    let field = Field::Heads;
    assert_eq!(
        world.clone().act(Command::TakeIn(more)),
        Err(Refusal::TooMany { field, max, given })
    );
    let of_all = Intake {
        organisations: vec![intake(Intake::MOST_HEADS).organisations.remove(0); 51],
        ..Intake::default()
    };
    assert!(!of_all.is_short());
}

#[test]
fn a_register_moves_no_appointment_to_another_organisation() {
    let world = World::new();
    let theirs = head(ZIMIN, "2021-09-01", None);
    let command = take_in(&world, NURSERY, vec![(ZIMINS, theirs)]);
    let key = Key::Appointment(ZIMINS);
    assert_eq!(world.clone().act(command), Err(Refusal::WrongKind { key }));
}

#[test]
fn of_two_in_office_both_are_seen_before_both_are_ended() {
    let mut world = World::new();
    let stands_in = AppointmentDraft {
        kind: AppointmentKind::Acting,
        ..draft(YASHINA, "2026-02-01", None)
    };
    world.act(Command::AddAppointment(stands_in)).unwrap();
    let both = appoint(&world, SCHOOL_2, "2026-06-01", Some(new_head("2026-06-01")));
    let Command::Appoint { seen, .. } = &both else {
        panic!("{both:?}")
    };
    assert_eq!(seen.len(), 2);
    for unseen in [0, 1] {
        let mut one = both.clone();
        let mut missed = None;
        if let Command::Appoint { seen, .. } = &mut one {
            missed = Some(Key::Appointment(seen.remove(unseen).0));
        }
        let answer = world.clone().act(one).unwrap_err();
        assert!(
            matches!(answer, Refusal::Conflict { key, .. } if Some(key) == missed),
            "{answer:?}"
        );
    }
    world.act(both).unwrap();
    let ended = |id| world.state.appointments[&AppointmentId(id)].to;
    assert_eq!([ended(3), ended(5)], [Some(date("2026-05-31")); 2]);
}

#[test]
fn an_organisation_is_not_closed_over_the_head_of_somebody_unseen() {
    let world = World::new();
    let id = SCHOOL_2;
    let organisation = Organisation {
        closed: Some(date("2026-06-30")),
        ..world.state.organisations[&id].body.clone()
    };
    let seen = rev(&world.state, Key::Organisation(id));
    let edit = Command::EditOrganisation {
        id,
        seen,
        organisation: organisation.clone(),
    };
    let register = |heads: Vec<_>| {
        Command::TakeIn(Intake {
            organisations: vec![IntakeOrganisation {
                into: None,
                at: Some((id, seen)),
                organisation: Some(organisation.clone()),
                heads,
            }],
            ..Intake::default()
        })
    };
    for command in [edit, register(Vec::new())] {
        let answer = world.clone().act(command).unwrap_err();
        let key = Key::Appointment(ZIMINS);
        assert!(
            matches!(answer, Refusal::Conflict { key: of, .. } if of == key),
            "{answer:?}"
        );
    }
    let at = (ZIMINS, rev(&world.state, Key::Appointment(ZIMINS)));
    let leaves = head(ZIMIN, "2021-09-01", Some("2026-06-30"));
    world
        .clone()
        .act(register(vec![(Some(at), leaves)]))
        .unwrap();
    let seeing = closing(&world.state, id, organisation.clone());
    world.clone().act(seeing).unwrap();
}

#[test]
fn one_register_makes_no_two_schools_of_one_number() {
    let world = World::new();
    let new = |name: &str| IntakeOrganisation {
        into: None,
        at: None,
        organisation: Some(Organisation {
            name: name.into(),
            ..school(7)
        }),
        heads: Vec::new(),
    };
    let command = Command::TakeIn(Intake {
        organisations: vec![new("СШ № 7"), new("Школа 7")],
        ..Intake::default()
    });
    let answer = world.clone().act(command);
    assert!(
        matches!(answer, Err(Refusal::DuplicateNumber { number: 7, .. })),
        "{answer:?}"
    );
}

#[test]
fn two_that_exchange_their_numbers_are_told_by_one_row_each() {
    let world = World::new();
    let row = |(id, number): (OrganisationId, u32)| IntakeOrganisation {
        into: None,
        at: Some((id, rev(&world.state, Key::Organisation(id)))),
        organisation: Some(Organisation {
            number: Some(number),
            ..world.state.organisations[&id].body.clone()
        }),
        heads: Vec::new(),
    };
    let register = |rows: &[(OrganisationId, u32)]| {
        Command::TakeIn(Intake {
            organisations: rows.iter().copied().map(row).collect(),
            ..Intake::default()
        })
    };
    let mut exchanged = world.clone();
    exchanged
        .act(register(&[(SCHOOL_1, 2), (SCHOOL_2, 1)]))
        .unwrap();
    assert_eq!(exchanged.state.organisations[&SCHOOL_1].number, Some(2));
    exchanged.act(Command::Undo).unwrap();
    exchanged.act(Command::Redo).unwrap();
    // One alone takes the number of another, or both take one.
    for rows in [&[(SCHOOL_1, 2)][..], &[(SCHOOL_1, 7), (SCHOOL_2, 7)][..]] {
        let answer = world.clone().act(register(rows));
        assert!(
            matches!(answer, Err(Refusal::DuplicateNumber { .. })),
            "{answer:?}"
        );
    }
}

#[test]
fn somebody_new_is_one_person_however_a_register_renames_others() {
    let mut world = World::new();
    let anna = Person {
        surname: "Новая".into(),
        given: "Анна".into(),
        patronymic: String::new(),
    };
    // Зимин comes to be called like somebody new: they are two.
    let renamed = (ZIMIN, rev(&world.state, Key::Person(ZIMIN)));
    let command = Command::TakeIn(Intake {
        persons: vec![
            (Some(renamed), anna.clone()),
            (None, anna.clone()),
            (None, anna.clone()),
        ],
        ..Intake::default()
    });
    let before = world.state.persons.len();
    world.act_as(SEROVA, command).unwrap();
    assert_eq!(world.state.persons.len(), before + 1);
}
