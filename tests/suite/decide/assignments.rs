//! Assignments: their way, and the term in force.

use smotr::domain::command::*;
use smotr::domain::followup::*;
use smotr::domain::people::Role;
use smotr::domain::record::Key;
use smotr::domain::refusal::{Field, Refusal};

use super::forms::*;
use crate::support::world::*;

/// Every state × every step of an assignment: where it leads, or nowhere.
#[test]
fn the_way_of_an_assignment() {
    use AssignmentState as S;
    let done = AssignmentStep::Done {
        on: date("2026-05-21"),
    };
    let prolong = AssignmentStep::Prolong {
        to: date("2026-07-31"),
        ground: "письмо".into(),
    };
    let release = AssignmentStep::Release {
        reason: "утратило актуальность".into(),
    };
    let steps = [
        done.clone(),
        AssignmentStep::NotDone,
        prolong,
        release.clone(),
        AssignmentStep::Reopen,
    ];
    let done_state = S::DoneInTime {
        on: date("2026-05-21"),
    };
    let released = S::Released {
        reason: "утратило актуальность".into(),
        by: ORLOVA,
    };
    let closed = [None, None, None, None, Some(S::Controlled)];
    let table: Vec<(Vec<AssignmentStep>, [Option<S>; 5])> = vec![
        (
            vec![],
            [
                Some(done_state),
                Some(S::NotDone),
                Some(S::Controlled),
                Some(released),
                None,
            ],
        ),
        (vec![done], closed.clone()),
        (vec![AssignmentStep::NotDone], closed.clone()),
        (vec![release], closed),
    ];
    for (way, wanted) in table {
        let mut start = decided();
        for step in way {
            assign_step(&mut start, step).unwrap();
        }
        for (step, want) in steps.iter().zip(wanted) {
            let mut world = start.clone();
            let from = world.state.assignments[&A].state.clone();
            let did = assign_step(&mut world, step.clone());
            let key = Key::Assignment(A);
            match want {
                Some(state) => {
                    did.unwrap();
                    assert_eq!(
                        world.state.assignments[&A].state, state,
                        "{from:?} {step:?}"
                    );
                }
                None => assert_eq!(did, Err(Refusal::WrongState { key }), "{from:?} {step:?}"),
            }
        }
    }
}

#[test]
fn in_time_or_late_is_told_by_the_term_in_force() {
    let mut world = World::new();
    let soon = AssignmentDraft {
        due: Due::On(date("2026-05-21")),
        ..task("1")
    };
    let decision = DecisionDraft {
        assignments: vec![soon],
        ..draft()
    };
    world.act(Command::Decide(decision)).unwrap();
    let on = date("2026-05-22");
    let mut late = world.clone();
    assign_step(&mut late, AssignmentStep::Done { on }).unwrap();
    assert_eq!(
        late.state.assignments[&A].state,
        AssignmentState::DoneLate { on }
    );
    let prolong = AssignmentStep::Prolong {
        to: on,
        ground: "карантин".into(),
    };
    assign_step(&mut world, prolong).unwrap();
    assign_step(&mut world, AssignmentStep::Done { on }).unwrap();
    let it = &world.state.assignments[&A];
    assert_eq!(it.state, AssignmentState::DoneInTime { on });
    assert_eq!(
        it.due,
        Due::On(date("2026-05-21")),
        "the first date is kept"
    );
    assert_eq!(it.prolongations[0].by, ORLOVA);
    assert_eq!(it.prolongations[0].on, date("2026-05-23"));
}

#[test]
fn an_assignment_moves_within_its_decision_and_by_those_who_may() {
    let mut world = decided();
    let done = |day: &str| AssignmentStep::Done { on: date(day) };
    assert_eq!(
        assign_step(&mut world, done("2026-05-19")),
        Err(before(Field::Date, "2026-05-19", "2026-05-20"))
    );
    assert_eq!(assign_step(&mut world, done("2026-05-24")), Err(tomorrow()));
    let release = AssignmentStep::Release {
        reason: "снято".into(),
    };
    let needs = Role::Head;
    for user in [BELOVA, VETROV] {
        let mut world = world.clone();
        let did = assign_step_as(&mut world, user, release.clone());
        assert_eq!(bare(did), Err(denied(needs)));
        assign_step_as(&mut world, user, AssignmentStep::NotDone).unwrap();
    }
    let needs = Role::Methodist;
    let did = assign_step_as(&mut world, DOLIN, AssignmentStep::NotDone);
    assert_eq!(bare(did), Err(denied(needs)));
    let silent = AssignmentStep::Release { reason: " ".into() };
    assert_eq!(
        assign_step_as(&mut world, GROMOV, silent),
        Err(empty(Field::Reason))
    );
    assign_step_as(&mut world, GROMOV, release).unwrap();
    let did = assign_step_as(&mut world, BELOVA, AssignmentStep::Reopen);
    assert_eq!(bare(did), Err(denied(Role::Head)));

    let mut world = World::new();
    let unsigned = DecisionDraft {
        document: None,
        ..draft()
    };
    world.act(Command::Decide(unsigned)).unwrap();
    let key = Key::Decision(D);
    let did = assign_step(&mut world, AssignmentStep::NotDone);
    assert_eq!(did, Err(Refusal::WrongState { key }));
}

/// The day of an act is hidden from who sees no names, and so a refusal must not tell it: they are judged by its month.
#[test]
fn a_refusal_does_not_tell_the_day_of_a_hidden_act() {
    let mut world = decided();
    let mut user = world.state.users[&BELOVA].body.clone();
    user.names = false;
    let seen = rev(&world.state, Key::User(BELOVA));
    let id = BELOVA;
    world.act(Command::EditUser { id, seen, user }).unwrap();
    for (day, refused) in [
        ("2026-04-30", true),
        ("2026-05-01", false),
        ("2026-05-19", false),
    ] {
        let step = AssignmentStep::Done { on: date(day) };
        let did = assign_step_as(&mut world.clone(), BELOVA, step);
        let told = before(Field::Date, day, "2026-05-01");
        assert_eq!(did.err(), refused.then_some(told), "{day}");
    }
}
