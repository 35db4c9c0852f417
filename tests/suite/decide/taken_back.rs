//! What is taken back is held against what others have done since, by the rules of the commands that would do it today.

use smotr::domain::catalogue::*;
use smotr::domain::command::*;
use smotr::domain::ids::*;
use smotr::domain::people::*;
use smotr::domain::period::{Period, PeriodState};
use smotr::domain::record::{Commit, Key};
use smotr::domain::refusal::{Field, Refusal};
use smotr::domain::staffing::*;
use smotr::domain::value::{Cell, Entry};

use crate::support::world::*;

/// The copy of the published edition that [`with_copy`] makes.
const COPY: EditionId = EditionId(3);

fn copying(world: &World, number: u32) -> Command {
    let edition = Edition {
        number,
        ..world.state.editions[&EDITION].body.clone()
    };
    Command::AddEdition {
        from: Some(EDITION),
        edition,
        act: None,
    }
}

fn put(world: &World, id: Option<IndicatorId>, change: impl FnOnce(&mut Indicator)) -> Command {
    let mut indicator = world.state.indicators[&(COPY, id.unwrap_or(RATIO))]
        .body
        .clone();
    change(&mut indicator);
    Command::PutIndicator {
        edition: COPY,
        id,
        seen: id.map_or(Seen::Absent, |id| {
            seen(&world.state, Key::Indicator(COPY, id))
        }),
        indicator: Box::new(indicator),
    }
}

/// A world with a third edition that can be published.
fn with_copy() -> World {
    let mut world = World::new();
    let copy = copying(&world, 3);
    world.act(copy).unwrap();
    for id in [SCORE, DELTA] {
        let weighs = put(&world, Some(id), |it| it.weight = 40.into());
        world.act(weighs).unwrap();
    }
    world
}

fn publish(world: &World, periods: &[PeriodId]) -> Command {
    let periods = periods.iter();
    Command::PublishEdition {
        id: COPY,
        seen: whole(&world.state, COPY),
        periods: (periods.map(|id| (*id, rev(&world.state, Key::Period(*id))))).collect(),
    }
}

/// An indicator that only the copy has, added by this user.
fn added(world: &mut World, user: UserId, code: &str) -> Key {
    let new = put(world, None, |it| it.code = code.into());
    let done = world.act_as(user, new).unwrap();
    done.changes[0].key
}

/// Somebody does a thing, somebody else another, and the first takes theirs back.
fn back(world: &mut World, user: UserId) -> Result<Commit, Refusal> {
    world.act_as(user, Command::Undo)
}

#[test]
fn a_period_with_values_is_bound_to_no_other_edition_by_undo() {
    let bind = |world: &World| publish(world, &[OPEN]);
    let edit = |world: &World| Command::EditPeriod {
        id: OPEN,
        seen: rev(&world.state, Key::Period(OPEN)),
        period: Period {
            edition: COPY,
            ..world.state.periods[&OPEN].body.clone()
        },
    };
    for published in [false, true] {
        let mut world = with_copy();
        if published {
            let all = publish(&world, &[]);
            world.act(all).unwrap();
        }
        let command = if published {
            edit(&world)
        } else {
            bind(&world)
        };
        world.act_as(SEROVA, command).unwrap();
        let mut empty = world.clone();
        let here = cell(RATIO, SCHOOL_1);
        let enters = set(&world.state, here, ratio("20", "24"));
        world.act_as(BELOVA, enters).unwrap();
        let refused = Err(Refusal::MoveInstead { period: OPEN });
        assert_eq!(back(&mut world, SEROVA), refused);
        assert_eq!(world.state.edition_of(OPEN), Some(COPY));
        // Doing it again is held to the same; without values both go.
        back(&mut empty, SEROVA).unwrap();
        let mut full = empty.clone();
        let enters = set(&full.state, here, ratio("20", "24"));
        full.act_as(BELOVA, enters).unwrap();
        assert_eq!(full.act_as(SEROVA, Command::Redo), refused);
        empty.act_as(SEROVA, Command::Redo).unwrap();
    }
}

#[test]
fn an_act_that_approves_keeps_its_number_whoever_takes_back() {
    let mut world = World::new();
    let change = |world: &World, number: &str| {
        let mut document = world.state.documents[&ORDER].body.clone();
        number.clone_into(&mut document.number);
        let seen = rev(&world.state, Key::Document(ORDER));
        Command::EditDocument {
            id: ORDER,
            seen,
            document,
        }
    };
    let number = world.state.documents[&ORDER].number.clone();
    for it in ["", &number] {
        let change = change(&world, it);
        world.act_as(BELOVA, change).unwrap();
    }
    let approve = Command::ApproveResults {
        id: CLOSED,
        seen: rev(&world.state, Key::Period(CLOSED)),
        act: DocumentChoice::Known(ORDER),
    };
    world.act_as(GROMOV, approve).unwrap();
    let lacks = Field::Number;
    let refused = Err(Refusal::IncompleteDocument { lacks });
    assert_eq!(back(&mut world, BELOVA), refused);
    // One number for another is the head's.
    let mut world = World::new();
    let changed = change(&world, "900");
    world.act_as(BELOVA, changed).unwrap();
    let approve = Command::ApproveResults {
        id: CLOSED,
        seen: rev(&world.state, Key::Period(CLOSED)),
        act: DocumentChoice::Known(ORDER),
    };
    world.act_as(GROMOV, approve).unwrap();
    assert_eq!(bare(back(&mut world, BELOVA)), Err(denied(Role::Head)));
}

fn term(person: PersonId, organisation: OrganisationId, from: &str) -> AppointmentDraft {
    AppointmentDraft {
        organisation,
        person: PersonChoice::Known(person),
        kind: AppointmentKind::Permanent,
        from: date(from),
        to: None,
        act: None,
        contract_until: None,
        end_reason: String::new(),
    }
}

#[test]
fn an_appointment_with_values_of_others_is_not_taken_back() {
    let mut world = World::new();
    let person = Person {
        surname: "Новикова".into(),
        ..world.state.persons[&YASHINA].body.clone()
    };
    let intake = Intake {
        persons: vec![(None, person)],
        ..Intake::default()
    };
    world.act(Command::TakeIn(intake)).unwrap();
    let new = *world.state.persons.keys().max().unwrap();
    let appoint = Command::AddAppointment(term(new, NURSERY, "2025-12-15"));
    let done = world.act_as(SEROVA, appoint).unwrap();
    let (key, mut without) = (done.changes[0].key, world.clone());
    let here = cell_of(CHOICE, new);
    let enters = set(&world.state, here, Entry::Choice(0));
    world.act_as(BELOVA, enters).unwrap();
    let by = Key::Value(here);
    assert_eq!(back(&mut world, SEROVA), Err(Refusal::InUse { key, by }));
    back(&mut without, SEROVA).unwrap();
}

/// A slip that reaches into a year closed before it: nothing rests on it there.
#[test]
fn an_appointment_of_long_ago_is_taken_back_at_once() {
    let mut world = World::new();
    let stood_in = AppointmentDraft {
        kind: AppointmentKind::Acting,
        to: Some(date("2024-12-01")),
        ..term(YASHINA, SCHOOL_2, "2024-10-01")
    };
    let appoint = Command::AddAppointment(stood_in);
    world.act_as(SEROVA, appoint).unwrap();
    back(&mut world, SEROVA).unwrap();
    world.act_as(SEROVA, Command::Redo).unwrap();
}

fn nursery(world: &World, closed: Option<&str>) -> Command {
    Command::EditOrganisation {
        id: NURSERY,
        seen: rev(&world.state, Key::Organisation(NURSERY)),
        organisation: Organisation {
            closed: closed.map(date),
            ..world.state.organisations[&NURSERY].body.clone()
        },
    }
}

#[test]
fn an_organisation_is_closed_over_nobodys_head_by_undo() {
    let mut world = World::new();
    for closed in [Some("2026-03-01"), None] {
        let edit = nursery(&world, closed);
        world.act_as(SEROVA, edit).unwrap();
    }
    let appoint = Command::AddAppointment(term(YASHINA, NURSERY, "2026-04-01"));
    let key = world.act(appoint).unwrap().changes[0].key;
    let refused = back(&mut world, SEROVA);
    assert!(
        matches!(refused, Err(Refusal::Conflict { key: over, .. }) if over == key),
        "{refused:?}"
    );
}

#[test]
fn nobody_comes_back_to_an_organisation_that_was_closed_since() {
    let mut world = World::new();
    let appoint = Command::AddAppointment(term(YASHINA, NURSERY, "2026-04-01"));
    world.act_as(SEROVA, appoint).unwrap();
    back(&mut world, SEROVA).unwrap();
    let close = nursery(&world, Some("2026-03-01"));
    world.act(close).unwrap();
    let organisation = NURSERY;
    let closed = date("2026-03-01");
    assert_eq!(
        world.act_as(SEROVA, Command::Redo),
        Err(Refusal::OrganisationClosed {
            organisation,
            closed
        })
    );
}

#[test]
fn what_there_is_one_of_does_not_come_back_beside_that_of_another() {
    let edition = |world: &World| copying(world, 3);
    let quantity = |world: &World| {
        let mut it = world.state.base_quantities[&TEACHERS].body.clone();
        it.title = "Учащиеся".into();
        Command::AddBaseQuantity(it)
    };
    let period = |name: &'static str| {
        move |world: &World| {
            Command::AddPeriod(Period {
                name: name.into(),
                from: date("2026-09-01"),
                to: date("2027-08-31"),
                deadline: None,
                state: PeriodState::Planned,
                ..world.state.periods[&OPEN].body.clone()
            })
        }
    };
    type Make<'a> = &'a dyn Fn(&World) -> Command;
    type Case<'a> = (Make<'a>, Make<'a>, fn(Key) -> Refusal);
    let (named, other) = (period("2026/27"), period("2026-2027"));
    let cases: [Case; 4] = [
        (&edition, &edition, |key| Refusal::Taken { key }),
        (&quantity, &quantity, |key| Refusal::Taken { key }),
        (&named, &named, |_| Refusal::DuplicatePeriod {
            name: "2026/27".into(),
        }),
        (&named, &other, |_| Refusal::PeriodOverlaps {
            with: "2026-2027".into(),
        }),
    ];
    for (mine, theirs, refusal) in cases {
        let mut world = World::new();
        let command = mine(&world);
        world.act_as(SEROVA, command).unwrap();
        back(&mut world, SEROVA).unwrap();
        let command = theirs(&world);
        let key = world.act(command).unwrap().changes[0].key;
        assert_eq!(world.act_as(SEROVA, Command::Redo), Err(refusal(key)));
    }
}

#[test]
fn an_addition_that_is_taken_back_is_not_published_unseen() {
    let mut world = with_copy();
    added(&mut world, SEROVA, "6.99");
    let seen = publish(&world, &[]);
    back(&mut world, SEROVA).unwrap();
    let refused = world.act(seen);
    assert!(
        matches!(refused, Err(Refusal::Conflict { key, .. }) if key == Key::Edition(COPY)),
        "{refused:?}"
    );
    // Both ways it is a step like any other.
    world.act_as(SEROVA, Command::Redo).unwrap();
    back(&mut world, SEROVA).unwrap();
}

#[test]
fn removals_of_two_people_are_taken_back_by_each() {
    let mut world = with_copy();
    let both = ["6.97", "6.98"].map(|code| added(&mut world, ORLOVA, code));
    let remove = |world: &World, key| Command::RemoveItem {
        key,
        seen: rev(&world.state, key),
    };
    for (user, key) in [(SEROVA, both[0]), (ORLOVA, both[1])] {
        let remove = remove(&world, key);
        world.act_as(user, remove).unwrap();
    }
    back(&mut world, SEROVA).unwrap();
    back(&mut world, ORLOVA).unwrap();
    assert!(both.iter().all(|key| world.state.stamp(*key).is_some()));
    // What is published meanwhile is written in no more, by undo either.
    for (user, key) in [(SEROVA, both[0]), (ORLOVA, both[1])] {
        let remove = remove(&world, key);
        world.act_as(user, remove).unwrap();
    }
    let publish = publish(&world, &[]);
    world.act(publish).unwrap();
    let refused = back(&mut world, SEROVA);
    assert_eq!(refused, Err(Refusal::EditionPublished));
}

fn correction(world: &World, here: Cell, above: &str) -> Command {
    Command::CorrectValue {
        set: SetValue {
            cell: here,
            seen: seen(&world.state, Key::Value(here)),
            entry: ratio(above, "30"),
            note: None,
            source: None,
        },
        reason: format!("ошибка: {above}"),
        document: DocumentChoice::Known(ORDER),
    }
}

#[test]
fn a_correction_there_and_back_is_taken_back_step_by_step() {
    let mut world = World::new();
    let here = cell(RATIO, SCHOOL_2);
    world.set(here, ratio("10", "30")).unwrap();
    let close = Command::StepPeriod {
        id: OPEN,
        seen: rev(&world.state, Key::Period(OPEN)),
        step: PeriodStep::Close { unready: true },
    };
    world.act(close).unwrap();
    for above in ["20", "10"] {
        let correct = correction(&world, here, above);
        world.act_as(GROMOV, correct).unwrap();
    }
    for above in ["20", "10"] {
        back(&mut world, GROMOV).unwrap();
        assert_eq!(world.value(here).unwrap().entry, ratio(above, "30"));
    }
}
