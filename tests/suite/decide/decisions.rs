//! Decisions: what they say, their act, and their way.

use smotr::domain::command::*;
use smotr::domain::evidence::Document;
use smotr::domain::followup::*;
use smotr::domain::ids::*;
use smotr::domain::people::Role;
use smotr::domain::record::{Key, Kind};
use smotr::domain::refusal::{Field, Refusal};

use super::forms::*;
use crate::support::world::*;

#[test]
fn a_decision_brings_its_act_and_its_assignments_in_one_commit() {
    let mut world = World::new();
    let new = Document {
        number: "260".into(),
        ..order()
    };
    let with_new = DecisionDraft {
        document: Some(DocumentChoice::New(new)),
        ..draft()
    };
    let commit = world.act(Command::Decide(with_new)).unwrap();
    assert_eq!(
        kinds(&commit),
        [
            Kind::Document,
            Kind::Decision,
            Kind::Assignment,
            Kind::Assignment
        ]
    );
    let decision = &world.state.decisions[&D];
    assert_eq!(decision.state, DecisionState::Signed);
    assert_eq!(decision.document, Some(DocumentId(3)));
    let tasks: Vec<_> = world.state.assignments_of.of(D).collect();
    assert_eq!(tasks, [AssignmentId(1), AssignmentId(2)]);

    let mut world = World::new();
    let unsigned = DecisionDraft {
        document: None,
        assignments: Vec::new(),
        ..draft()
    };
    world.act(Command::Decide(unsigned)).unwrap();
    assert_eq!(world.state.decisions[&D].state, DecisionState::Draft);
}

#[test]
fn a_decision_says_what_it_must() {
    let cases: Vec<Spoilt<DecisionDraft>> = vec![
        (|it| it.title.clear(), empty(Field::Title)),
        (
            |it| it.title = "259/1".into(),
            Refusal::NoWords {
                field: Field::Title,
            },
        ),
        (
            |it| it.control = "35.13.2026".into(),
            Refusal::NoWords {
                field: Field::Control,
            },
        ),
        (
            |it| it.assignments[0].executors = vec![Executor::Post("123".into())],
            Refusal::NoWords {
                field: Field::Executors,
            },
        ),
        (|it| it.reason.clear(), empty(Field::Reason)),
        (|it| it.assignments.clear(), empty(Field::Assignments)),
        (
            |it| it.document = Some(DocumentChoice::Known(LETTER)),
            Refusal::IncompleteDocument { lacks: Field::Date },
        ),
        (
            |it| it.document = Some(DocumentChoice::Known(DocumentId(77))),
            Refusal::Missing {
                key: Key::Document(DocumentId(77)),
            },
        ),
        (
            |it| it.recommendations = vec![RecommendationId(77)],
            Refusal::Missing {
                key: Key::Recommendation(RecommendationId(77)),
            },
        ),
        (
            |it| it.grounds = vec![cell(RATIO, OrganisationId(77))],
            Refusal::Missing {
                key: Key::Organisation(OrganisationId(77)),
            },
        ),
        (
            |it| it.assignments[0].executors.clear(),
            empty(Field::Executors),
        ),
        (
            |it| it.assignments[0].executors = vec![Executor::Group(Vec::new())],
            empty(Field::Executors),
        ),
        (
            |it| it.assignments[0].executors = vec![Executor::Post(String::new())],
            empty(Field::Executors),
        ),
        (
            |it| it.assignments[0].executors = vec![Executor::User(UserId(77))],
            Refusal::Missing {
                key: Key::User(UserId(77)),
            },
        ),
        (|it| it.assignments[0].text.clear(), empty(Field::Text)),
        (|it| it.assignments[0].number.clear(), empty(Field::Number)),
        (
            |it| it.assignments[1].number = "1".into(),
            Refusal::Taken {
                key: Key::Assignment(A),
            },
        ),
        (
            |it| it.assignments[1].due = Due::On(date("2026-05-19")),
            before(Field::Due, "2026-05-19", "2026-05-20"),
        ),
    ];
    for (spoil, refusal) in cases {
        let mut spoilt = draft();
        spoil(&mut spoilt);
        let mut world = World::new();
        assert_eq!(world.act(Command::Decide(spoilt)), Err(refusal));
    }
    let needs = Role::Head;
    for user in [BELOVA, VETROV, SEROVA, DOLIN] {
        let did = World::new().act_as(user, Command::Decide(draft()));
        assert_eq!(bare(did), Err(denied(needs)));
    }
    World::new()
        .act_as(GROMOV, Command::Decide(draft()))
        .unwrap();
}

/// Every state × every step of a decision: where it leads, or nowhere.
#[test]
fn the_way_of_a_decision() {
    use DecisionState as S;
    let sign = DecisionStep::Sign(DocumentChoice::Known(ORDER));
    let cancel = DecisionStep::Cancel {
        by: "приказ от 22.05.2026 № 270".into(),
    };
    let cancelled = S::Cancelled {
        by: "приказ от 22.05.2026 № 270".into(),
    };
    let steps = [
        sign.clone(),
        DecisionStep::Execute,
        DecisionStep::Complete,
        cancel.clone(),
    ];
    let table: Vec<(Vec<DecisionStep>, [Option<S>; 4])> = vec![
        (
            vec![],
            [Some(S::Signed), None, None, Some(cancelled.clone())],
        ),
        (
            vec![sign.clone()],
            [
                None,
                Some(S::InExecution),
                Some(S::Executed),
                Some(cancelled.clone()),
            ],
        ),
        (
            vec![sign.clone(), DecisionStep::Execute],
            [None, None, Some(S::Executed), Some(cancelled)],
        ),
        (
            vec![sign.clone(), DecisionStep::Complete],
            [None, None, None, None],
        ),
        (vec![sign, cancel], [None, None, None, None]),
    ];
    for (way, wanted) in table {
        let mut start = World::new();
        let one = DecisionDraft {
            document: None,
            assignments: vec![task("1")],
            ..draft()
        };
        start.act(Command::Decide(one)).unwrap();
        for (n, step) in way.into_iter().enumerate() {
            order_step(&mut start, step).unwrap();
            if n == 0 {
                assign_step(
                    &mut start,
                    AssignmentStep::Done {
                        on: date("2026-05-21"),
                    },
                )
                .unwrap();
            }
        }
        for (step, want) in steps.iter().zip(wanted) {
            let mut world = start.clone();
            let from = world.state.decisions[&D].state.clone();
            let did = order_step(&mut world, step.clone());
            match want {
                Some(state) => {
                    did.unwrap();
                    assert_eq!(world.state.decisions[&D].state, state, "{from:?} {step:?}");
                }
                None => {
                    let key = Key::Decision(D);
                    assert_eq!(did, Err(Refusal::WrongState { key }), "{from:?} {step:?}");
                }
            }
        }
    }
}

#[test]
fn a_decision_is_signed_by_an_act_and_has_something_to_execute() {
    let mut world = World::new();
    let bare = DecisionDraft {
        document: None,
        assignments: Vec::new(),
        ..draft()
    };
    world.act(Command::Decide(bare)).unwrap();
    let known = |id| DecisionStep::Sign(DocumentChoice::Known(id));
    assert_eq!(
        order_step(&mut world, known(LETTER)),
        Err(Refusal::IncompleteDocument { lacks: Field::Date })
    );
    assert_eq!(
        order_step(&mut world, known(ORDER)),
        Err(empty(Field::Assignments))
    );
    let early = AssignmentDraft {
        due: Due::On(date("2026-05-19")),
        ..task("1")
    };
    let seen = rev(&world.state, Key::Decision(D));
    let draft = DecisionDraft {
        document: None,
        assignments: vec![early],
        ..draft()
    };
    world
        .act(Command::EditDecision { id: D, seen, draft })
        .unwrap();
    assert_eq!(
        order_step(&mut world, known(ORDER)),
        Err(before(Field::Due, "2026-05-19", "2026-05-20"))
    );
}

#[test]
fn a_decision_ends_with_its_assignments() {
    let mut world = decided();
    let open = Refusal::WrongState {
        key: Key::Assignment(A),
    };
    assert_eq!(order_step(&mut world, DecisionStep::Complete), Err(open));
    let none = DecisionStep::Cancel { by: String::new() };
    assert_eq!(order_step(&mut world, none), Err(empty(Field::Document)));
    let by = String::from("приказ № 270");
    order_step(&mut world, DecisionStep::Cancel { by: by.clone() }).unwrap();
    let released = AssignmentState::Released {
        reason: by,
        by: ORLOVA,
    };
    for id in [1, 2] {
        assert_eq!(world.state.assignments[&AssignmentId(id)].state, released);
    }
}

#[test]
fn a_signed_decision_is_edited_without_moving_its_terms() {
    let mut world = decided();
    let edit = |world: &World, change: fn(&mut DecisionDraft)| {
        let mut edited = draft();
        edited.assignments = vec![AssignmentDraft {
            edits: Some((A, rev(&world.state, Key::Assignment(A)))),
            ..task("1")
        }];
        change(&mut edited);
        Command::EditDecision {
            id: D,
            seen: rev(&world.state, Key::Decision(D)),
            draft: edited,
        }
    };
    let command = edit(&world, |it| {
        it.assignments[0].text = "Представить отчёт".into()
    });
    let commit = world.act(command).unwrap();
    assert_eq!(kinds(&commit), [Kind::Assignment], "the rest is as it was");
    let key = Key::Assignment(A);
    for (change, refusal) in [
        (
            (|it| it.assignments[0].due = Due::Standing) as fn(&mut DecisionDraft),
            Refusal::WrongState { key },
        ),
        (|it| it.document = None, empty(Field::Document)),
        (
            |it| it.document = Some(DocumentChoice::Known(LETTER)),
            Refusal::IncompleteDocument { lacks: Field::Date },
        ),
        (
            |it| it.assignments[0].edits = Some((AssignmentId(77), Seq(1))),
            Refusal::Missing {
                key: Key::Assignment(AssignmentId(77)),
            },
        ),
        (
            |it| it.assignments[0].number = "2.1".into(),
            Refusal::Taken {
                key: Key::Assignment(AssignmentId(2)),
            },
        ),
    ] {
        let command = edit(&world, change);
        assert_eq!(world.act(command), Err(refusal));
    }
    assign_step(&mut world, AssignmentStep::NotDone).unwrap();
    let command = edit(&world, |it| it.assignments[0].text = "Поздно".into());
    assert_eq!(world.act(command), Err(Refusal::WrongState { key }));
}

#[test]
fn lists_end_somewhere() {
    let many = |field, max, given| Refusal::TooMany { field, max, given };
    let cases: Vec<Spoilt<DecisionDraft>> = vec![
        (
            |it| it.grounds = vec![cell(RATIO, SCHOOL_1); 1_001],
            many(Field::Ground, 1_000, 1_001),
        ),
        (
            |it| it.assignments = vec![task("1"); 1_001],
            many(Field::Assignments, 1_000, 1_001),
        ),
        (
            |it| it.assignments[0].executors = vec![Executor::Post("отдел".into()); 256],
            many(Field::Executors, 255, 256),
        ),
        (
            |it| it.assignments[0].executors = vec![Executor::Group(vec![SCHOOL_1; 1_001])],
            many(Field::Executors, 1_000, 1_001),
        ),
    ];
    for (spoil, refusal) in cases {
        let mut spoilt = draft();
        spoil(&mut spoilt);
        assert_eq!(World::new().act(Command::Decide(spoilt)), Err(refusal));
    }
    let mut world = decided();
    for n in 1..=51 {
        let to = date("2026-06-30") + chrono::Days::new(n);
        let ground = "письмо".into();
        let did = assign_step(&mut world, AssignmentStep::Prolong { to, ground });
        let refused = (n == 51).then(|| many(Field::Due, 50, 51));
        assert_eq!(did.err(), refused);
    }
}
