//! What somebody may ask for who does not see names.

use smotr::domain::command::*;
use smotr::domain::followup::*;
use smotr::domain::ids::UserId;
use smotr::domain::people::Role;
use smotr::domain::record::Key;
use smotr::domain::refusal::Refusal;
use smotr::domain::value::{Entry, Source, Value};

use crate::support::world::*;

/// A world in which Белова, a methodist, and Громов, the head, see no names.
fn world() -> World {
    let mut world = World::new();
    for id in [BELOVA, GROMOV, DOLIN] {
        let mut user = world.state.users[&id].body.clone();
        user.names = false;
        let seen = rev(&world.state, Key::User(id));
        world.act(Command::EditUser { id, seen, user }).unwrap();
    }
    world
}

fn advice(text: &str) -> RecommendationDraft {
    RecommendationDraft {
        addressees: vec![Addressee {
            organisation: SCHOOL_1,
            person: Some(DEMINA),
        }],
        period: OPEN,
        ground: Some(cell(COUNT, SCHOOL_1)),
        text: text.into(),
        expected: String::new(),
        due: Due::On(date("2026-12-15")),
    }
}

fn hidden(world: &mut World, user: UserId, command: Command) {
    assert_eq!(world.act_as(user, command), Err(Refusal::NamesHidden));
}

#[test]
fn figures_and_steps_are_open_and_can_be_taken_back() {
    let mut world = world();
    let place = cell(COUNT, SCHOOL_1);
    let command = set(&world.state, place, entry("4"));
    world.act_as(BELOVA, command).unwrap();
    let cells = |world: &World| vec![(place, rev(&world.state, Key::Value(place)))];
    let step = ValueStep::Submit;
    let command = Command::StepValues {
        cells: cells(&world),
        step,
    };
    world.act_as(BELOVA, command).unwrap();
    let step = ValueStep::Return {
        reason: "не то".into(),
    };
    let command = Command::StepValues {
        cells: cells(&world),
        step,
    };
    world.act_as(GROMOV, command).unwrap();
    world.act_as(GROMOV, Command::Undo).unwrap();
    world.act_as(GROMOV, Command::Redo).unwrap();
    world
        .act(Command::Recommend(vec![advice("Провести стажировку")]))
        .unwrap();
    let id = *world.state.recommendations.keys().next().unwrap();
    let ids = vec![(id, rev(&world.state, Key::Recommendation(id)))];
    let step = RecommendationStep::Send(Sent {
        number: "12".into(),
        date: date("2026-05-23"),
    });
    world
        .act_as(BELOVA, Command::StepRecommendations { ids, step })
        .unwrap();
    world.act_as(BELOVA, Command::Undo).unwrap();
    assert_eq!(
        world.state.recommendations[&id].state,
        RecommendationState::Draft
    );
}

#[test]
fn a_first_note_may_be_made_and_a_hidden_one_not_written_over() {
    let mut world = world();
    let place = cell(COUNT, SCHOOL_1);
    let detail = |world: &World, detail| Command::DetailValue {
        cell: place,
        seen: seen(&world.state, Key::Value(place)),
        detail,
    };
    let note = |text: &str| ValueDetail {
        note: Some(text.into()),
        ..ValueDetail::default()
    };
    let command = detail(&world, note("первое"));
    world.act_as(BELOVA, command).unwrap();
    for text in ["второе", "", "первое"] {
        let command = detail(&world, note(text));
        hidden(&mut world, BELOVA, command);
    }
    let flag = ValueDetail {
        follow_up: Some(true),
        ..ValueDetail::default()
    };
    let command = detail(&world, flag);
    world.act_as(BELOVA, command).unwrap();
    assert_eq!(world.value(place).unwrap().note, "первое");
    let source = |text: &str| ValueDetail {
        source: Some(Some(Source::Text(text.into()))),
        ..ValueDetail::default()
    };
    let command = detail(&world, source("вх. № 1"));
    world.act_as(BELOVA, command).unwrap();
    let command = detail(&world, source("вх. № 2"));
    hidden(&mut world, BELOVA, command);
}

#[test]
fn a_guess_at_a_reason_is_not_confirmed() {
    let mut world = world();
    let place = cell(COUNT, SCHOOL_1);
    let not = |reason: &str| Entry::NotApplicable {
        reason: reason.into(),
    };
    world.set(place, not("директор в отпуске")).unwrap();
    for guess in ["директор в отпуске", "другое"] {
        let command = set(&world.state, place, not(guess));
        hidden(&mut world, BELOVA, command);
    }
    let command = set(&world.state, place, entry("3"));
    world.act_as(BELOVA, command).unwrap();
    assert_eq!(world.value(place), Some(Value::entered(entry("3"), BELOVA)));
}

#[test]
fn records_of_texts_are_neither_made_nor_changed() {
    let mut world = world();
    hidden(
        &mut world,
        BELOVA,
        Command::Recommend(vec![advice("Провести")]),
    );
    hidden(&mut world, BELOVA, Command::AddDocument(order()));
    world
        .act(Command::Recommend(vec![advice("Провести")]))
        .unwrap();
    let id = *world.state.recommendations.keys().next().unwrap();
    let seen_at = rev(&world.state, Key::Recommendation(id));
    // The same words, others, and a stale revision: nothing tells which.
    for (text, seen) in [
        ("Провести", seen_at),
        ("Иначе", seen_at),
        ("Провести", rev(&world.state, Key::Settings)),
    ] {
        let draft = advice(text);
        hidden(
            &mut world,
            BELOVA,
            Command::EditRecommendation { id, seen, draft },
        );
    }
    let reference = smotr::domain::period::Reference {
        number: number("9"),
        source: "ФИС".into(),
    };
    let set_reference = |world: &World| Command::SetReference {
        period: OPEN,
        indicator: BENCHMARK,
        seen: seen(&world.state, Key::Reference(OPEN, BENCHMARK)),
        reference: Some(reference.clone()),
    };
    let command = set_reference(&world);
    world.act_as(BELOVA, command).unwrap();
    let command = set_reference(&world);
    hidden(&mut world, BELOVA, command);
}

#[test]
fn who_may_not_anyway_is_told_that_first() {
    let mut world = world();
    let refused = world.act_as(DOLIN, Command::Recommend(vec![advice("Провести")]));
    assert!(
        matches!(refused, Err(Refusal::Denied { .. })),
        "{refused:?}"
    );
    let user = world.state.users[&DOLIN].body.clone();
    let refused = world.act_as(BELOVA, Command::AddUser { user, person: None });
    assert!(
        matches!(
            refused,
            Err(Refusal::Denied {
                needs: Role::Administrator,
                ..
            })
        ),
        "{refused:?}"
    );
}

#[test]
fn what_was_written_with_names_is_not_taken_back_without() {
    let mut world = World::new();
    world
        .act_as(BELOVA, Command::Recommend(vec![advice("Провести")]))
        .unwrap();
    let mut user = world.state.users[&BELOVA].body.clone();
    user.names = false;
    let seen = rev(&world.state, Key::User(BELOVA));
    world
        .act(Command::EditUser {
            id: BELOVA,
            seen,
            user,
        })
        .unwrap();
    hidden(&mut world, BELOVA, Command::Undo);
    world.act(Command::Undo).unwrap();
    world.act_as(BELOVA, Command::Undo).unwrap();
}
