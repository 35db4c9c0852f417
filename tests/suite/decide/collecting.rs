//! Collecting: the order of things, who notes them, what is refused, and taken back.

use smotr::domain::collection::{
    Collecting, Collection, CollectionDeed, CollectionEvent, CollectionStage, CollectionStep,
    ReceiptForm, expected_by,
};
use smotr::domain::command::{Command, Seen};
use smotr::domain::ids::*;
use smotr::domain::people::Role;
use smotr::domain::record::{Key, Record};
use smotr::domain::refusal::{Field, Refusal};

use super::forms::empty;
use crate::support::world::*;

fn requested(on: &str) -> CollectionEvent {
    noted(
        on,
        CollectionDeed::Requested {
            number: "15/101".into(),
        },
    )
}

fn received(on: &str) -> CollectionEvent {
    noted(
        on,
        CollectionDeed::Received {
            number: "123".into(),
            form: ReceiptForm::Letter,
        },
    )
}

fn accepted(on: &str) -> CollectionEvent {
    noted(on, CollectionDeed::Accepted)
}

fn returned(on: &str, until: Option<&str>) -> CollectionEvent {
    noted(
        on,
        CollectionDeed::Returned {
            reason: "нет подписи".into(),
            until: until.map(date),
        },
    )
}

fn reminded(on: &str) -> CollectionEvent {
    noted(
        on,
        CollectionDeed::Reminded {
            number: String::new(),
        },
    )
}

fn noted(on: &str, deed: CollectionDeed) -> CollectionEvent {
    CollectionEvent { on: date(on), deed }
}

fn collect(world: &World, whom: &[OrganisationId], step: CollectionStep) -> Command {
    let seen = |id: &OrganisationId| (*id, seen(&world.state, Key::Collection(OPEN, *id)));
    Command::Collect(Collecting {
        period: OPEN,
        organisations: whom.iter().map(seen).collect(),
        step,
    })
}

fn note(world: &mut World, whom: &[OrganisationId], it: CollectionEvent) -> Result<(), Refusal> {
    let command = collect(world, whom, CollectionStep::Note(it));
    world.act(command).map(|_| ())
}

/// A world in which this was noted of school № 1.
fn after(events: &[CollectionEvent]) -> World {
    let mut world = World::new();
    for it in events {
        note(&mut world, &[SCHOOL_1], it.clone()).unwrap();
    }
    world
}

fn of(world: &World, id: OrganisationId) -> Option<Collection> {
    world.state.collection(OPEN, id).map(|it| it.body.clone())
}

fn stage(world: &World) -> CollectionStage {
    of(world, SCHOOL_1).unwrap_or_default().stage()
}

#[test]
fn the_whole_way_of_one_organisation_each_stage_after_the_other() {
    let mut world = World::new();
    let way = [
        (requested("2026-05-04"), CollectionStage::Requested),
        (reminded("2026-05-08"), CollectionStage::Requested),
        (received("2026-05-12"), CollectionStage::Received),
        (
            returned("2026-05-13", Some("2026-05-20")),
            CollectionStage::Returned,
        ),
        (reminded("2026-05-21"), CollectionStage::Returned),
        (received("2026-05-22"), CollectionStage::Received),
        (accepted("2026-05-23"), CollectionStage::Accepted),
    ];
    for (event, comes_to) in &way {
        note(&mut world, &[SCHOOL_1], event.clone()).unwrap();
        assert_eq!(stage(&world), *comes_to);
    }
    let it = of(&world, SCHOOL_1).unwrap();
    assert_eq!(it.events, way.clone().map(|it| it.0));
    assert_eq!(it.request(), Some(("15/101", date("2026-05-04"))));
    assert_eq!(
        it.receipt(),
        Some(("123", date("2026-05-22"), ReceiptForm::Letter))
    );
    assert_eq!(it.reminders().count(), 2);
    // One step after the other back, until nothing is left: not even an empty record.
    for left in (0..way.len()).rev() {
        let last = CollectionStep::TakeBack(way[left].0.clone());
        world.act(collect(&world, &[SCHOOL_1], last)).unwrap();
        assert_eq!(of(&world, SCHOOL_1).map_or(0, |it| it.events.len()), left);
    }
    assert_eq!(of(&world, SCHOOL_1), None);
    let first = CollectionStep::TakeBack(way[0].0.clone());
    let command = collect(&world, &[SCHOOL_1], first);
    let key = Key::Collection(OPEN, SCHOOL_1);
    assert_eq!(world.act(command), Err(Refusal::WrongState { key }));
}

#[test]
fn many_are_noted_in_one_commit_that_goes_back_and_comes_again_whole() {
    let mut world = World::new();
    let all = [SCHOOL_1, SCHOOL_2, NURSERY];
    let command = collect(&world, &all, CollectionStep::Note(requested("2026-05-04")));
    assert_eq!(world.act(command).unwrap().changes.len(), 3);
    world.act(Command::Undo).unwrap();
    assert!(all.iter().all(|id| of(&world, *id).is_none()));
    world.act(Command::Redo).unwrap();
    assert!(all.iter().all(|id| of(&world, *id).is_some()));
    // One that is not there yet, and nothing of it is done.
    note(&mut world, &[SCHOOL_1], received("2026-05-12")).unwrap();
    let refused = note(&mut world, &all, accepted("2026-05-13"));
    let key = Key::Collection(OPEN, SCHOOL_2);
    assert_eq!(refused, Err(Refusal::WrongState { key }));
    assert_eq!(stage(&world), CollectionStage::Received);
}

#[test]
fn the_first_request_is_often_noted_last_and_what_is_asked_after_is_another() {
    let mut world = after(&[received("2026-05-12")]);
    note(&mut world, &[SCHOOL_1], requested("2026-05-04")).unwrap();
    assert_eq!(stage(&world), CollectionStage::Received);
    note(&mut world, &[SCHOOL_1], accepted("2026-05-13")).unwrap();
    let way = [
        requested("2026-05-04"),
        received("2026-05-12"),
        accepted("2026-05-13"),
        requested("2026-05-20"),
    ];
    assert_eq!(
        note(&mut world, &[SCHOOL_1], requested("2026-05-05")),
        Err(Refusal::DateBefore {
            field: Field::Date,
            given: date("2026-05-05"),
            earliest: date("2026-05-13"),
        })
    );
    note(&mut world, &[SCHOOL_1], way[3].clone()).unwrap();
    let it = of(&world, SCHOOL_1).unwrap();
    assert_eq!(it.events, way);
    assert_eq!(it.stage(), CollectionStage::Requested);
    assert_eq!(it.request(), Some(("15/101", date("2026-05-20"))));
    // Until something has come there is no other: a second letter is a reminder.
    let key = Key::Collection(OPEN, SCHOOL_1);
    let again = note(&mut world, &[SCHOOL_1], requested("2026-05-21"));
    assert_eq!(again, Err(Refusal::WrongState { key }));
    // What came unasked may be asked for anew.
    let mut world = after(&[received("2026-05-12")]);
    note(&mut world, &[SCHOOL_1], requested("2026-05-13")).unwrap();
    assert_eq!(stage(&world), CollectionStage::Requested);
}

#[test]
fn the_last_request_is_put_right_where_it_stands() {
    let mut world = after(&[
        requested("2026-05-04"),
        received("2026-05-12"),
        requested("2026-05-14"),
        reminded("2026-05-18"),
    ]);
    let right = |world: &mut World, it| {
        let command = collect(world, &[SCHOOL_1], CollectionStep::PutRight(it));
        world.act(command).map(|_| ())
    };
    let mut other = requested("2026-05-15");
    other.deed = CollectionDeed::Requested {
        number: "15/202".into(),
    };
    right(&mut world, other.clone()).unwrap();
    let it = of(&world, SCHOOL_1).unwrap();
    let way = [
        requested("2026-05-04"),
        received("2026-05-12"),
        other,
        reminded("2026-05-18"),
    ];
    assert_eq!(it.events, way);
    // It stays between what happened before and after.
    let field = Field::Date;
    assert_eq!(
        right(&mut world, requested("2026-05-11")),
        Err(Refusal::DateBefore {
            field,
            given: date("2026-05-11"),
            earliest: date("2026-05-12"),
        })
    );
    assert_eq!(
        right(&mut world, requested("2026-05-19")),
        Err(Refusal::DateAfter {
            field,
            given: date("2026-05-19"),
            latest: date("2026-05-18"),
        })
    );
    let key = Key::Collection(OPEN, SCHOOL_1);
    let wrong = Err(Refusal::WrongState { key });
    assert_eq!(right(&mut world, accepted("2026-05-18")), wrong);
    let mut unasked = after(&[received("2026-05-12")]);
    assert_eq!(right(&mut unasked, requested("2026-05-04")), wrong);
    assert_eq!(of(&world, SCHOOL_1).unwrap().events, way);
}

#[test]
fn what_is_taken_back_is_named_and_of_many_no_request_is_lost() {
    let mut world = after(&[received("2026-05-12")]);
    note(&mut world, &[SCHOOL_1], requested("2026-05-04")).unwrap();
    // Noted last, and first of all: it goes, and what came stays.
    let back = |it| CollectionStep::TakeBack(it);
    let command = collect(&world, &[SCHOOL_1], back(requested("2026-05-04")));
    world.act(command).unwrap();
    assert_eq!(
        of(&world, SCHOOL_1).unwrap().events,
        [received("2026-05-12")]
    );
    let key = Key::Collection(OPEN, SCHOOL_1);
    let wrong = Err(Refusal::WrongState { key });
    let command = collect(&world, &[SCHOOL_1], back(received("2026-05-13")));
    assert_eq!(world.act(command), wrong.clone());
    note(&mut world, &[SCHOOL_1], accepted("2026-05-13")).unwrap();
    let command = collect(&world, &[SCHOOL_1], back(received("2026-05-12")));
    assert_eq!(world.act(command), wrong, "what came before is needed");
    note(&mut world, &[SCHOOL_1], returned("2026-05-14", None)).unwrap();
    note(&mut world, &[SCHOOL_1], requested("2026-05-04")).unwrap();
    let both = [SCHOOL_2, SCHOOL_1];
    let refused = note(&mut world, &both, requested("2026-05-15"));
    assert_eq!(refused, Err(Refusal::WrongState { key }));
    assert_eq!(
        of(&world, SCHOOL_1).unwrap().request(),
        Some(("15/101", date("2026-05-04")))
    );
    assert_eq!(of(&world, SCHOOL_2), None);
}

#[test]
fn whoever_works_no_longer_is_asked_for_nothing() {
    let mut world = World::new();
    let mut organisation = world.state.organisations[&SCHOOL_2].clone();
    organisation.body.closed = Some(date("2020-08-31"));
    world.state.put(
        Key::Organisation(SCHOOL_2),
        Some(Record::Organisation(organisation.body)),
        organisation.stamp,
    );
    let refused = note(&mut world, &[SCHOOL_2], requested("2026-05-04"));
    let (organisation, closed) = (SCHOOL_2, date("2020-08-31"));
    assert_eq!(
        refused,
        Err(Refusal::OrganisationClosed {
            organisation,
            closed
        })
    );
}

#[test]
fn what_cannot_be_is_refused() {
    let key = Key::Collection(OPEN, SCHOOL_1);
    let wrong = Err(Refusal::WrongState { key });
    let refused =
        |before: &[CollectionEvent], it: CollectionEvent| note(&mut after(before), &[SCHOOL_1], it);
    let came = [received("2026-05-12")];
    assert_eq!(refused(&[], accepted("2026-05-12")), wrong);
    assert_eq!(refused(&[], returned("2026-05-12", None)), wrong);
    assert_eq!(refused(&came, reminded("2026-05-13")), wrong);
    assert_eq!(
        refused(&came, accepted("2026-05-11")),
        Err(Refusal::DateBefore {
            field: Field::Date,
            given: date("2026-05-11"),
            earliest: date("2026-05-12"),
        })
    );
    assert_eq!(
        refused(&came, returned("2026-05-13", Some("2026-05-12"))),
        Err(Refusal::DateBefore {
            field: Field::Until,
            given: date("2026-05-12"),
            earliest: date("2026-05-13"),
        })
    );
    assert_eq!(
        refused(&[], received("2026-05-24")),
        Err(Refusal::DateAfter {
            field: Field::Date,
            given: date("2026-05-24"),
            latest: date("2026-05-23"),
        })
    );
    let mut silent = returned("2026-05-13", None);
    if let CollectionDeed::Returned { reason, .. } = &mut silent.deed {
        reason.clear();
    }
    assert_eq!(refused(&came, silent), Err(empty(Field::Reason)));
    // What was taken can be sent back all the same: something is found later.
    let taken = [received("2026-05-12"), accepted("2026-05-13")];
    assert_eq!(refused(&taken, returned("2026-05-14", None)), Ok(()));
    let nowhere = Key::Organisation(OrganisationId(77));
    assert_eq!(
        note(
            &mut World::new(),
            &[OrganisationId(77)],
            requested("2026-05-04")
        ),
        Err(Refusal::Missing { key: nowhere })
    );
}

#[test]
fn a_methodist_notes_what_is_within_scope_and_nobody_else_but_the_head() {
    let world = World::new();
    let may = |user, id| {
        let command = collect(&world, &[id], CollectionStep::Note(requested("2026-05-04")));
        bare(world.clone().act_as(user, command)).map(|_| ())
    };
    assert_eq!(may(BELOVA, SCHOOL_2), Ok(()));
    assert_eq!(may(GROMOV, SCHOOL_2), Ok(()));
    assert_eq!(may(VETROV, SCHOOL_1), Ok(()));
    for (user, id) in [(VETROV, SCHOOL_2), (SEROVA, SCHOOL_1), (DOLIN, SCHOOL_1)] {
        assert_eq!(may(user, id), Err(denied(Role::Methodist)));
    }
    // What was sent is taken or sent back as a whole: not by somebody who answers for some directions only.
    let mut limited = after(&[received("2026-05-12")]);
    let mut user = limited.state.users[&BELOVA].body.clone();
    user.directions = vec![CONDITIONS];
    let (id, seen) = (BELOVA, rev(&limited.state, Key::User(BELOVA)));
    limited.act(Command::EditUser { id, seen, user }).unwrap();
    for it in [accepted("2026-05-13"), returned("2026-05-13", None)] {
        let command = collect(&limited, &[SCHOOL_1], CollectionStep::Note(it));
        let refused = limited.clone().act_as(BELOVA, command.clone()).unwrap_err();
        assert!(
            matches!(refused, Refusal::Denied { outside: true, .. }),
            "{refused:?}"
        );
        limited.clone().act_as(GROMOV, command).unwrap();
    }
    let again = collect(
        &limited,
        &[SCHOOL_1],
        CollectionStep::Note(received("2026-05-14")),
    );
    limited.act_as(BELOVA, again).unwrap();
    // Whoever may no longer do it takes nothing of it back.
    let mut world = World::new();
    let command = collect(
        &world,
        &[SCHOOL_2],
        CollectionStep::Note(requested("2026-05-04")),
    );
    world.act_as(BELOVA, command).unwrap();
    let mut user = world.state.users[&BELOVA].body.clone();
    user.organisations = vec![SCHOOL_1];
    let (id, seen) = (BELOVA, rev(&world.state, Key::User(BELOVA)));
    world.act(Command::EditUser { id, seen, user }).unwrap();
    assert_eq!(
        bare(world.act_as(BELOVA, Command::Undo)),
        Err(denied(Role::Methodist))
    );
}

#[test]
fn of_a_closed_period_nothing_is_collected() {
    let mut world = World::new();
    let command = Command::Collect(Collecting {
        period: CLOSED,
        organisations: vec![(SCHOOL_1, Seen::Absent)],
        step: CollectionStep::Note(requested("2026-05-04")),
    });
    let period = CLOSED;
    assert_eq!(world.act(command), Err(Refusal::PeriodClosed { period }));
}

#[test]
fn whoever_has_not_seen_what_another_noted_is_told() {
    let mut world = World::new();
    let stale = collect(
        &world,
        &[SCHOOL_1],
        CollectionStep::Note(received("2026-05-13")),
    );
    note(&mut world, &[SCHOOL_1], received("2026-05-12")).unwrap();
    let refused = world.act_as(BELOVA, stale);
    assert!(
        matches!(refused, Err(Refusal::Conflict { .. })),
        "{refused:?}"
    );
    let command = collect(
        &world,
        &[SCHOOL_1],
        CollectionStep::Note(accepted("2026-05-13")),
    );
    world.act_as(BELOVA, command).unwrap();
    let refused = world.act(Command::Undo);
    assert!(
        matches!(refused, Err(Refusal::Conflict { .. })),
        "{refused:?}"
    );
}

#[test]
fn what_is_sent_back_has_its_own_term() {
    let world = after(&[
        received("2026-05-12"),
        returned("2026-05-13", Some("2026-05-20")),
    ]);
    let period = &world.state.periods[&OPEN];
    let it = of(&world, SCHOOL_1);
    assert_eq!(
        expected_by(period, SCHOOL_1, it.as_ref()),
        Some(date("2026-05-20"))
    );
    assert_eq!(expected_by(period, SCHOOL_1, None), period.deadline);
    // Whoever is asked again when the term is over is late for nothing.
    let mut late = period.body.clone();
    late.deadline = Some(date("2026-05-10"));
    let asked = |events: &[CollectionEvent]| {
        expected_by(&late, SCHOOL_1, of(&after(events), SCHOOL_1).as_ref())
    };
    assert_eq!(asked(&[requested("2026-05-12")]), late.deadline);
    let again = [received("2026-05-12"), requested("2026-05-13")];
    assert_eq!(asked(&again), None);
}
