//! Objections: who takes them down and who answers, what is refused, and taken back.

use smotr::domain::command::Command;
use smotr::domain::ids::*;
use smotr::domain::people::{AppointmentKind, Role};
use smotr::domain::record::{Key, Record};
use smotr::domain::refusal::{Field, Refusal};
use smotr::domain::results::{Objection, ObjectionAnswer, ObjectionOutcome, ResultRow, Tenure};
use smotr::domain::value::Cell;

use super::forms::empty;
use crate::support::world::*;

const FIRST: ObjectionId = ObjectionId(1);

fn objection() -> Objection {
    Objection {
        period: CLOSED,
        organisation: SCHOOL_2,
        person: Some(ZIMIN),
        cell: Some(of_closed(cell(RATIO, SCHOOL_2))),
        received: date("2026-05-12"),
        number: "415".into(),
        substance: "не учтены две категории".into(),
        due: date("2026-05-22"),
        answer: None,
    }
}

fn of_closed(cell: Cell) -> Cell {
    Cell {
        period: CLOSED,
        ..cell
    }
}

fn answer() -> ObjectionAnswer {
    ObjectionAnswer {
        on: date("2026-05-20"),
        number: "77".into(),
        text: "категории учтены".into(),
        outcome: ObjectionOutcome::Granted,
    }
}

fn with(change: impl FnOnce(&mut Objection)) -> Command {
    let mut it = objection();
    change(&mut it);
    Command::AddObjection(it)
}

fn answering(world: &World, change: impl FnOnce(&mut ObjectionAnswer)) -> Command {
    let mut answer = answer();
    change(&mut answer);
    let (id, seen) = (FIRST, rev(&world.state, Key::Objection(FIRST)));
    Command::AnswerObjection { id, seen, answer }
}

fn taken() -> World {
    let mut world = World::new();
    world.act(Command::AddObjection(objection())).unwrap();
    world
}

#[test]
fn it_is_taken_down_in_a_closed_period_and_back() {
    let mut world = taken();
    assert_eq!(world.state.objections[&FIRST].body, objection());
    world.act(Command::Undo).unwrap();
    assert!(world.state.objections.is_empty());
    world.act(Command::Redo).unwrap();
    assert_eq!(world.state.objections[&FIRST].body, objection());
}

#[test]
fn what_does_not_hold_is_refused() {
    let refused = |change: fn(&mut Objection)| bare(World::new().act(with(change))).unwrap_err();
    let today = now(&World::new().state).today;
    assert_eq!(
        refused(|it| it.received = date("2027-01-01")),
        Refusal::DateAfter {
            field: Field::Date,
            given: date("2027-01-01"),
            latest: today
        }
    );
    assert_eq!(
        refused(|it| it.due = date("2026-05-11")),
        Refusal::DateBefore {
            field: Field::Due,
            given: date("2026-05-11"),
            earliest: date("2026-05-12")
        }
    );
    assert_eq!(refused(|it| it.number.clear()), empty(Field::Number));
    assert_eq!(refused(|it| it.substance.clear()), empty(Field::Text));
    for other in [cell(RATIO, SCHOOL_2), of_closed(cell(RATIO, SCHOOL_1))] {
        let command = with(|it| it.cell = Some(other));
        let refusal = Refusal::NotCollected { cell: other };
        assert_eq!(World::new().act(command), Err(refusal));
    }
}

#[test]
fn an_objection_is_of_somebody_who_headed_the_organisation_then() {
    let world = World::new();
    let adding = with(|it| it.person = Some(YASHINA));
    let refused = Refusal::NeverHeaded {
        person: YASHINA,
        organisation: SCHOOL_2,
        period: CLOSED,
    };
    assert_eq!(
        bare(world.clone().act(adding.clone())),
        Err(refused.clone())
    );
    let mut other = taken();
    let edit = |world: &World, person| Command::EditObjection {
        id: FIRST,
        seen: rev(&world.state, Key::Objection(FIRST)),
        objection: Objection {
            person,
            number: "416".into(),
            ..objection()
        },
    };
    let command = edit(&other, Some(YASHINA));
    assert_eq!(bare(other.act(command)), Err(refused));
    let command = edit(&other, Some(ZIMIN));
    other.act(command).unwrap();
    // The results know a head of whom the appointments tell nothing any more.
    let mut told = world;
    let stamp = told.state.stamp(Key::Period(CLOSED)).unwrap();
    let row = ResultRow {
        name: "СШ № 2".into(),
        kind: told.state.organisations[&SCHOOL_2].kind,
        days: (date("2024-09-01"), date("2025-08-31")),
        tenures: vec![Tenure {
            head: Some((AppointmentId(99), YASHINA, AppointmentKind::Permanent)),
            from: None,
            to: None,
        }],
        heads: Vec::new(),
    };
    let key = Key::ResultRow(CLOSED, SCHOOL_2);
    told.state.put(key, Some(Record::ResultRow(row)), stamp);
    told.act(adding).unwrap();
}

#[test]
fn the_head_of_department_answers() {
    let mut world = taken();
    let command = answering(&world, |_| {});
    assert_eq!(
        bare(world.clone().act_as(BELOVA, command)),
        Err(denied(Role::Head))
    );
    for (on, early) in [("2026-05-11", true), ("2027-01-01", false)] {
        let command = answering(&world, |it| it.on = date(on));
        let refused = world.act_as(GROMOV, command).unwrap_err();
        assert_eq!(matches!(refused, Refusal::DateBefore { .. }), early);
        assert_eq!(matches!(refused, Refusal::DateAfter { .. }), !early);
    }
    let silent = answering(&world, |it| it.text.clear());
    assert_eq!(world.act_as(GROMOV, silent), Err(empty(Field::Text)));
    let command = answering(&world, |_| {});
    world.act_as(GROMOV, command).unwrap();
    assert_eq!(world.state.objections[&FIRST].answer, Some(answer()));
    // What is put right afterwards leaves the answer as it is.
    let (id, seen) = (FIRST, rev(&world.state, Key::Objection(FIRST)));
    let objection = Objection {
        number: "416".into(),
        ..objection()
    };
    let edit = Command::EditObjection {
        id,
        seen,
        objection,
    };
    // What is answered is the head's: the answer was to this objection and no other.
    assert_eq!(
        bare(world.clone().act_as(BELOVA, edit.clone())),
        Err(denied(Role::Head))
    );
    world.act(edit).unwrap();
    assert_eq!(world.state.objections[&FIRST].answer, Some(answer()));
    assert_eq!(world.state.objections[&FIRST].number, "416");
    world.act_as(GROMOV, Command::Undo).unwrap_err();
}

#[test]
fn whoever_sees_no_names_writes_none() {
    let mut world = World::new();
    let mut user = world.state.users[&GROMOV].body.clone();
    user.names = false;
    let seen = rev(&world.state, Key::User(GROMOV));
    let id = GROMOV;
    let hide = Command::EditUser { id, seen, user };
    world.act_as(SEROVA, hide).unwrap();
    assert_eq!(
        world.act_as(GROMOV, Command::AddObjection(objection())),
        Err(Refusal::NamesHidden)
    );
}
