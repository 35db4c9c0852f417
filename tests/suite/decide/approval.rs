//! What is said about a value, and its way to approval.

use smotr::domain::command::{Command, PeriodStep, ValueDetail, ValueStep};
use smotr::domain::ids::*;
use smotr::domain::people::{Role, User};
use smotr::domain::record::{Key, Record};
use smotr::domain::refusal::{Field, Refusal};
use smotr::domain::state::State;
use smotr::domain::value::*;

use crate::support::world::*;

fn detail(world: &World, cell: Cell, detail: ValueDetail) -> Command {
    Command::DetailValue {
        cell,
        seen: seen(&world.state, Key::Value(cell)),
        detail,
    }
}

fn note(text: &str) -> ValueDetail {
    ValueDetail {
        note: Some(text.into()),
        ..ValueDetail::default()
    }
}

#[test]
fn what_is_said_about_a_value_stands_beside_it() {
    let mut world = World::new();
    let c = cell(COUNT, SCHOOL_1);
    let all = ValueDetail {
        note: Some("две жалобы\nотозваны".into()),
        source: Some(Some(Source::Text("вх. № 123 от 12.05.2026".into()))),
        evidence: Some(Some(LETTER)),
        follow_up: Some(true),
        self_assessment: Some(Some(entry("1.0"))),
    };
    let command = detail(&world, c, all.clone());
    world.act(command).unwrap();
    let value = world.value(c).unwrap();
    assert_eq!(
        value.entry,
        Entry::Empty,
        "a note may come before the number"
    );
    assert_eq!(value.self_assessment, Some(Box::new(entry("1"))));
    assert_eq!((value.evidence, value.follow_up), (Some(LETTER), true));
    let again = detail(&world, c, all);
    assert_eq!(world.act(again), Err(Refusal::NoChange));
    let cleared = detail(
        &world,
        c,
        ValueDetail {
            source: Some(None),
            evidence: Some(None),
            self_assessment: Some(None),
            ..note("")
        },
    );
    world.act(cleared).unwrap();
    let kept = Value {
        follow_up: true,
        ..Value::entered(Entry::Empty, ORLOVA)
    };
    assert_eq!(world.value(c), Some(kept));
}

#[test]
fn what_is_said_about_a_value_is_refused() {
    let c = cell(COUNT, SCHOOL_1);
    let nothing = ValueDetail::default();
    let cases = [
        (nothing.clone(), Refusal::NoChange),
        (
            note("a\u{200b}"),
            Refusal::Unprintable { field: Field::Note },
        ),
        (
            note(&"я".repeat(2_001)),
            Refusal::TooLong {
                field: Field::Note,
                max: 2_000,
                given: 2_001,
            },
        ),
        (
            ValueDetail {
                source: Some(Some(Source::Text(" ".into()))),
                ..nothing.clone()
            },
            Refusal::Empty {
                field: Field::Source,
            },
        ),
        (
            ValueDetail {
                source: Some(Some(Source::Document(DocumentId(77)))),
                ..nothing.clone()
            },
            Refusal::Missing {
                key: Key::Document(DocumentId(77)),
            },
        ),
        (
            ValueDetail {
                evidence: Some(Some(DocumentId(77))),
                ..nothing.clone()
            },
            Refusal::Missing {
                key: Key::Document(DocumentId(77)),
            },
        ),
        (
            ValueDetail {
                self_assessment: Some(Some(ratio("1", "2"))),
                ..nothing
            },
            Refusal::WrongMeasure { cell: c },
        ),
    ];
    for (given, refusal) in cases {
        let mut world = World::new();
        let command = detail(&world, c, given);
        assert_eq!(world.act(command), Err(refusal));
    }
    let mut world = World::new();
    let stale = detail(&world, c, note("а"));
    world.set(c, entry("1")).unwrap();
    assert!(matches!(world.act(stale), Err(Refusal::Conflict { .. })));
    let mine = detail(&world, c, note("а"));
    let needs = Role::Methodist;
    assert_eq!(bare(world.act_as(GROMOV, mine)), Err(denied(needs)));
}

fn step_as(world: &mut World, user: UserId, cell: Cell, step: ValueStep) -> Result<(), Refusal> {
    let seen = rev(&world.state, Key::Value(cell));
    let cells = vec![(cell, seen)];
    world
        .act_as(user, Command::StepValues { cells, step })
        .map(|_| ())
}

fn send_back() -> ValueStep {
    ValueStep::Return {
        reason: "сверьте с ОО-1".into(),
    }
}

/// Every state × every step of a value: where it leads, or nowhere.
#[test]
fn the_way_of_a_value() {
    use ValueState as S;
    let returned = S::Returned {
        reason: "сверьте с ОО-1".into(),
    };
    let steps = [ValueStep::Submit, ValueStep::Approve, send_back()];
    let submit = (BELOVA, ValueStep::Submit);
    let table = [
        (vec![], [Some(S::Submitted), None, None]),
        (
            vec![submit.clone()],
            [None, Some(S::Approved), Some(returned.clone())],
        ),
        (
            vec![submit.clone(), (GROMOV, ValueStep::Approve)],
            [None, None, Some(returned)],
        ),
        (
            vec![submit, (GROMOV, send_back())],
            [Some(S::Submitted), None, None],
        ),
    ];
    let c = cell(COUNT, SCHOOL_1);
    for (way, wanted) in table {
        let mut start = World::new();
        let command = set(&start.state, c, entry("1"));
        start.act_as(BELOVA, command).unwrap();
        for (user, step) in way {
            step_as(&mut start, user, c, step).unwrap();
        }
        for (step, want) in steps.iter().zip(wanted) {
            let mut world = start.clone();
            let did = step_as(&mut world, ORLOVA, c, step.clone());
            match want {
                Some(state) => {
                    did.unwrap();
                    let value = world.value(c).unwrap();
                    assert_eq!((value.state, value.entered_by), (state, BELOVA), "{step:?}");
                }
                None => assert_eq!(
                    did,
                    Err(Refusal::WrongState { key: Key::Value(c) }),
                    "{step:?}"
                ),
            }
        }
    }
}

#[test]
fn a_change_of_what_was_handed_in_sets_it_back_to_entered() {
    let c = cell(COUNT, SCHOOL_1);
    let mut start = World::new();
    start.set(c, entry("1")).unwrap();
    step_as(&mut start, ORLOVA, c, ValueStep::Submit).unwrap();
    let mut approved = start.clone();
    step_as(&mut approved, GROMOV, c, ValueStep::Approve).unwrap();
    let mut returned = start.clone();
    step_as(&mut returned, GROMOV, c, send_back()).unwrap();
    let back = ValueState::Returned {
        reason: "сверьте с ОО-1".into(),
    };
    let mark = ValueDetail {
        follow_up: Some(true),
        ..ValueDetail::default()
    };
    let was = |world: &World| world.value(c).unwrap().state;
    for (world, after_entry, after_note) in [
        (&start, ValueState::Entered, ValueState::Entered),
        (&approved, ValueState::Entered, ValueState::Entered),
        (&returned, ValueState::Entered, back),
    ] {
        for (command, want) in [
            (set(&world.state, c, entry("2")), after_entry),
            (detail(world, c, note("сверено")), after_note),
            (detail(world, c, mark.clone()), was(world)),
        ] {
            let mut world = world.clone();
            world.act(command).unwrap();
            assert_eq!(was(&world), want);
        }
    }
}

#[test]
fn nobody_approves_their_own_where_two_can() {
    let c = cell(COUNT, SCHOOL_1);
    let mut world = World::new();
    world.set(c, entry("1")).unwrap();
    step_as(&mut world, ORLOVA, c, ValueStep::Submit).unwrap();
    assert_eq!(
        step_as(&mut world, ORLOVA, c, ValueStep::Approve),
        Err(Refusal::OwnEntry {
            cell: c,
            may: who([GROMOV])
        })
    );
    step_as(&mut world.clone(), GROMOV, c, ValueStep::Approve).unwrap();

    // With one head of department there is nobody else; a second account of the same person is nobody else either.
    for change in [
        (|user: &mut User| user.retired = true) as fn(&mut User),
        |user| user.roles.clear(),
        |user| user.person = Some(PersonId(5)),
    ] {
        let mut records = records();
        for (key, record) in &mut records {
            if let (Key::User(GROMOV), Record::User(user)) = (key, record) {
                change(user);
            }
        }
        let mut state = State::default();
        do_as(&mut state, PROGRAM, Command::Load(records)).unwrap();
        let mut world = World {
            state,
            commits: Vec::new(),
        };
        world.set(c, entry("1")).unwrap();
        step_as(&mut world, ORLOVA, c, ValueStep::Submit).unwrap();
        step_as(&mut world, ORLOVA, c, ValueStep::Approve).unwrap();
    }
}

#[test]
fn a_step_of_a_value_is_refused() {
    let c = cell(COUNT, SCHOOL_1);
    let mut world = World::new();
    let missing = Command::StepValues {
        cells: vec![(c, Seq(1))],
        step: ValueStep::Submit,
    };
    assert_eq!(
        world.act(missing),
        Err(Refusal::Missing { key: Key::Value(c) })
    );
    world.set(c, entry("1")).unwrap();
    world.set(c, Entry::Empty).unwrap();
    assert_eq!(
        step_as(&mut world, ORLOVA, c, ValueStep::Submit),
        Err(Refusal::NothingToSubmit { cell: c })
    );
    world.set(c, entry("1")).unwrap();
    let stale = Command::StepValues {
        cells: vec![(c, Seq(1))],
        step: ValueStep::Submit,
    };
    assert!(matches!(world.act(stale), Err(Refusal::Conflict { .. })));
    step_as(&mut world, ORLOVA, c, ValueStep::Submit).unwrap();
    let needs = Role::Head;
    for step in [ValueStep::Approve, send_back()] {
        assert_eq!(
            bare(step_as(&mut world, BELOVA, c, step)),
            Err(denied(needs))
        );
    }
    let silent = ValueStep::Return {
        reason: String::new(),
    };
    assert_eq!(
        step_as(&mut world, GROMOV, c, silent),
        Err(Refusal::Empty {
            field: Field::Reason
        })
    );

    // Expert points are proven by a document before they are handed in.
    let e = cell(EXPERT, SCHOOL_1);
    world.set(e, entry("7")).unwrap();
    assert_eq!(
        step_as(&mut world, ORLOVA, e, ValueStep::Submit),
        Err(Refusal::Empty {
            field: Field::Document
        })
    );
    let proof = ValueDetail {
        evidence: Some(Some(LETTER)),
        ..ValueDetail::default()
    };
    let command = detail(&world, e, proof);
    world.act(command).unwrap();
    step_as(&mut world, ORLOVA, e, ValueStep::Submit).unwrap();
}

#[test]
fn of_a_period_on_review_what_is_approved_changes_only_once_it_was_sent_back() {
    let mut world = World::new();
    let (c, other) = (cell(COUNT, SCHOOL_1), cell(COUNT, SCHOOL_2));
    for it in [c, other] {
        let enters = set(&world.state, it, entry("3"));
        world.act_as(BELOVA, enters).unwrap();
    }
    let moved = |world: &World, step| Command::StepValues {
        cells: vec![(c, rev(&world.state, Key::Value(c)))],
        step,
    };
    let submit = moved(&world, ValueStep::Submit);
    world.act_as(BELOVA, submit).unwrap();
    let approve = moved(&world, ValueStep::Approve);
    world.act_as(GROMOV, approve).unwrap();
    let over = |world: &World, it| set(&world.state, it, entry("4"));
    // While the period is open it is entered over.
    let mut open = world.clone();
    let enters = over(&open, c);
    open.act_as(BELOVA, enters).unwrap();
    let review = Command::StepPeriod {
        id: OPEN,
        seen: rev(&world.state, Key::Period(OPEN)),
        step: PeriodStep::Review,
    };
    world.act_as(GROMOV, review).unwrap();
    let enters = over(&world, c);
    let refused = world.act_as(BELOVA, enters.clone()).unwrap_err();
    assert!(
        matches!(&refused, Refusal::UnderReview { cell, may } if *cell == c && !may.is_nobody()),
        "{refused:?}"
    );
    let noted = detail(&world, c, note("сверено"));
    let refused = world.act_as(BELOVA, noted).unwrap_err();
    assert!(
        matches!(refused, Refusal::UnderReview { .. }),
        "{refused:?}"
    );
    // The head of department may, what is not approved goes on, and what was sent back is put right.
    world.clone().act_as(ORLOVA, enters.clone()).unwrap();
    let fresh = over(&world, other);
    world.act_as(BELOVA, fresh).unwrap();
    let back = ValueStep::Return {
        reason: "сверьте".into(),
    };
    let back = moved(&world, back);
    world.act_as(GROMOV, back).unwrap();
    let enters = over(&world, c);
    world.act_as(BELOVA, enters).unwrap();
}
