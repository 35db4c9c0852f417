//! What follows from a value: recommendations, decisions, assignments, reports, documents.

use smotr::domain::command::*;
use smotr::domain::evidence::{Document, DocumentStatus};
use smotr::domain::followup::*;
use smotr::domain::ids::*;
use smotr::domain::people::Role;
use smotr::domain::record::{Commit, Key, Kind};
use smotr::domain::refusal::{Field, Refusal};
use smotr::domain::value::Cell;

use super::support::world::*;

/// What is changed in a sound form, and what that is refused for.
type Spoilt<T> = (fn(&mut T), Refusal);

const R: RecommendationId = RecommendationId(1);
const D: DecisionId = DecisionId(1);
const A: AssignmentId = AssignmentId(1);

fn to(organisation: OrganisationId, person: PersonId) -> Addressee {
    Addressee {
        organisation,
        person: Some(person),
    }
}

fn advice() -> RecommendationDraft {
    RecommendationDraft {
        addressees: vec![to(SCHOOL_1, DEMINA)],
        period: OPEN,
        ground: Some(cell(RATIO, SCHOOL_1)),
        text: "Провести стажировку".into(),
        expected: "Доля не ниже 60 %".into(),
        due: Due::On(date("2026-12-15")),
    }
}

fn task(number: &str) -> AssignmentDraft {
    AssignmentDraft {
        edits: None,
        number: number.into(),
        text: "Представить план аттестации".into(),
        executors: vec![Executor::Head(to(SCHOOL_1, DEMINA))],
        due: Due::On(date("2026-06-30")),
    }
}

fn draft() -> DecisionDraft {
    DecisionDraft {
        title: "О мерах по аттестации".into(),
        period: OPEN,
        grounds: vec![cell(RATIO, SCHOOL_1)],
        recommendations: Vec::new(),
        reason: "Доля ниже порога".into(),
        document: Some(DocumentChoice::Known(ORDER)),
        control: "Громов П. Ф.".into(),
        assignments: vec![task("1"), task("2.1")],
    }
}

/// A world with a recommendation on control, sent on 10.05.2026.
fn recommended() -> World {
    let mut world = World::new();
    world.act(Command::Recommend(vec![advice()])).unwrap();
    advise(&mut world, send()).unwrap();
    advise(&mut world, RecommendationStep::Control).unwrap();
    world
}

/// A world with a signed decision of two assignments.
fn decided() -> World {
    let mut world = World::new();
    world.act(Command::Decide(draft())).unwrap();
    world
}

fn send() -> RecommendationStep {
    RecommendationStep::Send(Sent {
        number: "01-12/345".into(),
        date: date("2026-05-10"),
    })
}

fn advise(world: &mut World, step: RecommendationStep) -> Result<Commit, Refusal> {
    let seen = rev(&world.state, Key::Recommendation(R));
    world.act(Command::StepRecommendations {
        ids: vec![(R, seen)],
        step,
    })
}

fn order_step(world: &mut World, step: DecisionStep) -> Result<Commit, Refusal> {
    let seen = rev(&world.state, Key::Decision(D));
    world.act(Command::StepDecision { id: D, seen, step })
}

fn assign_step(world: &mut World, step: AssignmentStep) -> Result<Commit, Refusal> {
    assign_step_as(world, ORLOVA, step)
}

fn assign_step_as(
    world: &mut World,
    user: UserId,
    step: AssignmentStep,
) -> Result<Commit, Refusal> {
    let seen = rev(&world.state, Key::Assignment(A));
    world.act_as(user, Command::StepAssignment { id: A, seen, step })
}

fn kinds(commit: &Commit) -> Vec<Kind> {
    commit.changes.iter().map(|it| it.key.kind()).collect()
}

fn empty(field: Field) -> Refusal {
    Refusal::Empty { field }
}

fn before(field: Field, given: &str, earliest: &str) -> Refusal {
    Refusal::DateBefore {
        field,
        given: date(given),
        earliest: date(earliest),
    }
}

fn tomorrow() -> Refusal {
    Refusal::DateAfter {
        field: Field::Date,
        given: date("2026-05-24"),
        latest: date("2026-05-23"),
    }
}

#[test]
fn recommendations_for_many_rows_are_one_commit() {
    let mut world = World::new();
    let other = RecommendationDraft {
        addressees: vec![
            to(SCHOOL_2, ZIMIN),
            Addressee {
                organisation: NURSERY,
                person: None,
            },
            to(SCHOOL_2, ZIMIN),
        ],
        ground: None,
        ..advice()
    };
    let commit = world
        .act(Command::Recommend(vec![advice(), other]))
        .unwrap();
    assert_eq!(kinds(&commit), [Kind::Recommendation; 2]);
    let second = &world.state.recommendations[&RecommendationId(2)];
    assert_eq!(
        second.addressees.len(),
        2,
        "an addressee named twice is one"
    );
    assert_eq!(second.state, RecommendationState::Draft);
    assert_eq!(
        world.act(Command::Recommend(Vec::new())),
        Err(Refusal::NoChange)
    );
}

#[test]
fn a_recommendation_says_what_it_must() {
    let nowhere = OrganisationId(77);
    let cases: Vec<Spoilt<RecommendationDraft>> = vec![
        (|it| it.addressees.clear(), empty(Field::Addressees)),
        (|it| it.text = " \n".into(), empty(Field::Text)),
        (
            |it| it.text = "я".repeat(8_001),
            Refusal::TooLong {
                field: Field::Text,
                max: 8_000,
                given: 8_001,
            },
        ),
        (
            |it| it.expected = "\u{202e}".into(),
            Refusal::Unprintable {
                field: Field::Expected,
            },
        ),
        (
            |it| it.addressees[0].organisation = OrganisationId(77),
            Refusal::Missing {
                key: Key::Organisation(nowhere),
            },
        ),
        (
            |it| it.addressees[0].person = Some(PersonId(77)),
            Refusal::Missing {
                key: Key::Person(PersonId(77)),
            },
        ),
        (
            |it| it.period = PeriodId(77),
            Refusal::Missing {
                key: Key::Period(PeriodId(77)),
            },
        ),
        (
            |it| it.ground = Some(cell(IndicatorId(77), SCHOOL_1)),
            Refusal::Missing {
                key: Key::Indicator(EDITION, IndicatorId(77)),
            },
        ),
        (
            |it| it.due = Due::On(date("2025-08-31")),
            before(Field::Due, "2025-08-31", "2025-09-01"),
        ),
        (
            |it| it.due = Due::Quarterly(29),
            Refusal::OutOfRange {
                number: 29.into(),
                min: Some(1.into()),
                max: Some(28.into()),
            },
        ),
    ];
    for (spoil, refusal) in cases {
        let mut draft = advice();
        spoil(&mut draft);
        let mut world = World::new();
        assert_eq!(world.act(Command::Recommend(vec![draft])), Err(refusal));
    }
}

#[test]
fn who_may_recommend_to_whom() {
    let denied = Some(Refusal::Denied {
        needs: Role::Methodist,
    });
    let other_school = RecommendationDraft {
        addressees: vec![to(SCHOOL_1, DEMINA), to(SCHOOL_2, ZIMIN)],
        ..advice()
    };
    let other_direction = RecommendationDraft {
        ground: Some(cell_of(SCORE, DEMINA)),
        ..advice()
    };
    for (user, draft, refusal) in [
        (BELOVA, other_school.clone(), None),
        (GROMOV, advice(), None),
        (VETROV, advice(), None),
        (VETROV, other_school, denied.clone()),
        (VETROV, other_direction, denied.clone()),
        (SEROVA, advice(), denied.clone()),
        (DOLIN, advice(), denied),
    ] {
        let mut world = World::new();
        let did = world.act_as(user, Command::Recommend(vec![draft]));
        assert_eq!(did.err(), refusal, "{user:?}");
    }
}

#[test]
fn only_a_draft_of_a_recommendation_is_edited() {
    let mut world = World::new();
    world.act(Command::Recommend(vec![advice()])).unwrap();
    let edit = |world: &World, text: &str| Command::EditRecommendation {
        id: R,
        seen: rev(&world.state, Key::Recommendation(R)),
        draft: RecommendationDraft {
            text: text.into(),
            ..advice()
        },
    };
    let first = edit(&world, "Направить педагогов на аттестацию");
    world.act(first.clone()).unwrap();
    let stale = world.act(first).unwrap_err();
    assert!(matches!(stale, Refusal::Conflict { .. }));
    let same = edit(&world, "Направить педагогов на аттестацию");
    assert_eq!(world.act(same), Err(Refusal::NoChange));
    advise(&mut world, send()).unwrap();
    let late = edit(&world, "Поздно");
    let key = Key::Recommendation(R);
    assert_eq!(world.act(late), Err(Refusal::WrongState { key }));
}

/// Every state × every step of a recommendation: where it leads, or nowhere.
#[test]
fn the_way_of_a_recommendation() {
    use RecommendationState as S;
    let on = date("2026-05-20");
    let reason = String::from("школа закрыта");
    let close = |outcome| RecommendationStep::Close { outcome, on };
    let release = RecommendationStep::Release {
        reason: reason.clone(),
        on,
    };
    let prolong = RecommendationStep::Prolong {
        to: date("2027-01-15"),
        ground: "письмо".into(),
    };
    let released = S::Released { reason };
    let steps = [
        send(),
        RecommendationStep::Control,
        close(S::Done),
        close(S::PartlyDone),
        close(S::NotDone),
        close(S::Sent),
        release.clone(),
        prolong,
        RecommendationStep::Reopen,
    ];
    let closed = [
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        Some(S::Controlled),
    ];
    let out = |prolonged: S, controlled| {
        [
            None,
            controlled,
            Some(S::Done),
            Some(S::PartlyDone),
            Some(S::NotDone),
            None,
            Some(released.clone()),
            Some(prolonged),
            None,
        ]
    };
    let draft = [
        Some(S::Sent),
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ];
    let table: Vec<(Vec<RecommendationStep>, [Option<S>; 9])> = vec![
        (vec![], draft),
        (vec![send()], out(S::Sent, Some(S::Controlled))),
        (
            vec![send(), RecommendationStep::Control],
            out(S::Controlled, None),
        ),
        (vec![send(), close(S::Done)], closed.clone()),
        (vec![send(), close(S::PartlyDone)], closed.clone()),
        (vec![send(), close(S::NotDone)], closed.clone()),
        (vec![send(), release], closed),
    ];
    for (way, wanted) in table {
        let mut start = World::new();
        start.act(Command::Recommend(vec![advice()])).unwrap();
        for step in way {
            advise(&mut start, step).unwrap();
        }
        for (step, want) in steps.iter().zip(wanted) {
            let mut world = start.clone();
            let from = world.state.recommendations[&R].state.clone();
            let did = advise(&mut world, step.clone());
            let key = Key::Recommendation(R);
            match want {
                Some(state) => {
                    did.unwrap();
                    let it = &world.state.recommendations[&R];
                    assert_eq!(it.state, state, "{from:?} {step:?}");
                    assert_eq!(it.closed_on.is_some(), !state.is_open());
                }
                None => assert_eq!(did, Err(Refusal::WrongState { key }), "{from:?} {step:?}"),
            }
        }
    }
}

#[test]
fn the_days_of_a_recommendation_follow_each_other() {
    let sent = |day: &str| {
        RecommendationStep::Send(Sent {
            number: "1".into(),
            date: date(day),
        })
    };
    let mut world = World::new();
    let short = RecommendationDraft {
        due: Due::On(date("2026-05-01")),
        ..advice()
    };
    world.act(Command::Recommend(vec![short])).unwrap();
    let nameless = RecommendationStep::Send(Sent {
        number: " ".into(),
        date: date("2026-05-01"),
    });
    assert_eq!(advise(&mut world, nameless), Err(empty(Field::Number)));
    assert_eq!(
        advise(&mut world, sent("2026-05-02")),
        Err(before(Field::Due, "2026-05-01", "2026-05-02"))
    );
    assert_eq!(advise(&mut world, sent("2026-05-24")), Err(tomorrow()));

    let mut world = recommended();
    let done = |day: &str| RecommendationStep::Close {
        outcome: RecommendationState::Done,
        on: date(day),
    };
    assert_eq!(
        advise(&mut world, done("2026-05-09")),
        Err(before(Field::Date, "2026-05-09", "2026-05-10"))
    );
    assert_eq!(advise(&mut world, done("2026-05-24")), Err(tomorrow()));
    let prolong = |day: &str, ground: &str| RecommendationStep::Prolong {
        to: date(day),
        ground: ground.into(),
    };
    assert_eq!(
        advise(&mut world, prolong("2026-12-15", "письмо")),
        Err(before(Field::Due, "2026-12-15", "2026-12-16"))
    );
    assert_eq!(
        advise(&mut world, prolong("2027-02-01", "")),
        Err(empty(Field::Ground))
    );
    advise(&mut world, prolong("2027-02-01", "письмо школы")).unwrap();
    advise(&mut world, prolong("2027-03-01", "карантин")).unwrap();
    let it = &world.state.recommendations[&R];
    assert_eq!(
        it.due,
        Due::On(date("2026-12-15")),
        "the first date is kept"
    );
    assert_eq!(
        due_now(it.due, &it.prolongations),
        Due::On(date("2027-03-01"))
    );
}

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
        (|it| it.reason.clear(), empty(Field::Reason)),
        (|it| it.assignments.clear(), empty(Field::Assignments)),
        (
            |it| it.document = Some(DocumentChoice::Known(LETTER)),
            Refusal::IncompleteDocument,
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
        assert_eq!(did, Err(Refusal::Denied { needs }));
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
        Err(Refusal::IncompleteDocument)
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
            Refusal::IncompleteDocument,
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
        assert_eq!(did, Err(Refusal::Denied { needs }));
        assign_step_as(&mut world, user, AssignmentStep::NotDone).unwrap();
    }
    let needs = Role::Methodist;
    let did = assign_step_as(&mut world, DOLIN, AssignmentStep::NotDone);
    assert_eq!(did, Err(Refusal::Denied { needs }));
    let silent = AssignmentStep::Release { reason: " ".into() };
    assert_eq!(
        assign_step_as(&mut world, GROMOV, silent),
        Err(empty(Field::Reason))
    );
    assign_step_as(&mut world, GROMOV, release).unwrap();
    let did = assign_step_as(&mut world, BELOVA, AssignmentStep::Reopen);
    assert_eq!(did, Err(Refusal::Denied { needs: Role::Head }));

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

fn report(on: ReportOn, closes: Option<(Outcome, Seq)>) -> ReportDraft {
    ReportDraft {
        on,
        executor: Some(0),
        date: date("2026-05-22"),
        number: "вх. 77".into(),
        text: "План утверждён".into(),
        document: None,
        closes,
    }
}

#[test]
fn a_report_closes_what_it_is_about_in_the_same_commit() {
    let mut world = decided();
    let seen = rev(&world.state, Key::Assignment(A));
    let closes = Some((Outcome::AssignmentDone, seen));
    let on = ReportOn::Assignment(A);
    let commit = world
        .act(Command::Report(report(on, closes.clone())))
        .unwrap();
    assert_eq!(kinds(&commit), [Kind::Assignment, Kind::Report]);
    let done = AssignmentState::DoneInTime {
        on: date("2026-05-22"),
    };
    assert_eq!(world.state.assignments[&A].state, done);
    let stale = world.act(Command::Report(report(on, closes))).unwrap_err();
    assert!(matches!(stale, Refusal::Conflict { .. }), "{stale:?}");

    let mut world = recommended();
    let seen = rev(&world.state, Key::Recommendation(R));
    let partly = Outcome::Recommendation(RecommendationState::PartlyDone);
    let on = ReportOn::Recommendation(R);
    world
        .act(Command::Report(report(on, Some((partly, seen)))))
        .unwrap();
    let it = &world.state.recommendations[&R];
    assert_eq!(it.state, RecommendationState::PartlyDone);
    assert_eq!(it.closed_on, Some(date("2026-05-22")));
}

#[test]
fn a_report_says_what_it_must() {
    let world = decided();
    let seen = rev(&world.state, Key::Assignment(A));
    let cases: Vec<Spoilt<ReportDraft>> = vec![
        (|it| it.text.clear(), empty(Field::Text)),
        (
            |it| it.executor = Some(1),
            Refusal::NoSuchOption { options: 1 },
        ),
        (
            |it| it.date = date("2026-05-19"),
            before(Field::Date, "2026-05-19", "2026-05-20"),
        ),
        (|it| it.date = date("2026-05-24"), tomorrow()),
        (
            |it| it.on = ReportOn::Assignment(AssignmentId(77)),
            Refusal::Missing {
                key: Key::Assignment(AssignmentId(77)),
            },
        ),
        (
            |it| it.document = Some(DocumentChoice::Known(DocumentId(77))),
            Refusal::Missing {
                key: Key::Document(DocumentId(77)),
            },
        ),
        (
            |it| {
                it.document = Some(DocumentChoice::New(Document {
                    title: String::new(),
                    number: String::new(),
                    ..order()
                }))
            },
            empty(Field::Title),
        ),
    ];
    for (spoil, refusal) in cases {
        let mut draft = report(ReportOn::Assignment(A), None);
        spoil(&mut draft);
        assert_eq!(world.clone().act(Command::Report(draft)), Err(refusal));
    }
    let wrong = Outcome::Recommendation(RecommendationState::Done);
    let draft = report(ReportOn::Assignment(A), Some((wrong, seen)));
    let key = Key::Assignment(A);
    assert_eq!(
        world.clone().act(Command::Report(draft)),
        Err(Refusal::WrongState { key })
    );

    let mut world = World::new();
    world.act(Command::Recommend(vec![advice()])).unwrap();
    let early = report(ReportOn::Recommendation(R), None);
    let key = Key::Recommendation(R);
    assert_eq!(
        world.act(Command::Report(early)),
        Err(Refusal::WrongState { key })
    );
}

#[test]
fn a_report_keeps_what_it_is_about() {
    let mut world = decided();
    let about = ReportOn::Assignment(A);
    world.act(Command::Report(report(about, None))).unwrap();
    let id = ReportId(1);
    let key = Key::Report(id);
    let seen = rev(&world.state, key);
    let edit = |draft| Command::EditReport { id, seen, draft };
    let elsewhere = report(ReportOn::Assignment(AssignmentId(2)), None);
    assert_eq!(world.act(edit(elsewhere)), Err(Refusal::WrongState { key }));
    let closing = report(about, Some((Outcome::AssignmentDone, seen)));
    assert_eq!(world.act(edit(closing)), Err(Refusal::WrongState { key }));
    let better = ReportDraft {
        document: Some(DocumentChoice::New(Document {
            number: "77".into(),
            ..order()
        })),
        ..report(about, None)
    };
    let commit = world.act(edit(better)).unwrap();
    assert_eq!(kinds(&commit), [Kind::Document, Kind::Report]);
}

#[test]
fn documents_may_be_incomplete_but_not_nameless() {
    let only_title = Document {
        date: None,
        number: String::new(),
        ..order()
    };
    World::new()
        .act_as(BELOVA, Command::AddDocument(only_title))
        .unwrap();
    let cases: Vec<Spoilt<Document>> = vec![
        (
            |it| (it.title, it.number) = (String::new(), " ".into()),
            empty(Field::Title),
        ),
        (
            |it| it.redaction = Some(date("2026-05-19")),
            before(Field::Date, "2026-05-19", "2026-05-20"),
        ),
        (
            |it| {
                it.status = DocumentStatus::Repealed {
                    by: String::new(),
                    on: Some(date("2020-01-01")),
                }
            },
            before(Field::To, "2020-01-01", "2026-05-20"),
        ),
        (
            |it| it.number = "1".repeat(101),
            Refusal::TooLong {
                field: Field::Number,
                max: 100,
                given: 101,
            },
        ),
        (
            |it| it.title = "две\nстроки".into(),
            Refusal::Unprintable {
                field: Field::Title,
            },
        ),
    ];
    for (spoil, refusal) in cases {
        let mut document = order();
        spoil(&mut document);
        assert_eq!(
            World::new().act(Command::AddDocument(document)),
            Err(refusal)
        );
    }
    let denied = Refusal::Denied {
        needs: Role::Methodist,
    };
    for user in [SEROVA, DOLIN] {
        assert_eq!(
            World::new().act_as(user, Command::AddDocument(order())),
            Err(denied.clone())
        );
    }
}

#[test]
fn an_act_that_a_decision_rests_on_stays_an_act() {
    let mut world = decided();
    let edit = |world: &World, document| Command::EditDocument {
        id: ORDER,
        seen: rev(&world.state, Key::Document(ORDER)),
        document,
    };
    let undated = edit(
        &world,
        Document {
            date: None,
            ..order()
        },
    );
    assert_eq!(world.act(undated), Err(Refusal::IncompleteDocument));
    let retitled = edit(
        &world,
        Document {
            title: "О мерах".into(),
            ..order()
        },
    );
    world.act(retitled).unwrap();
    let never = Command::EditDocument {
        id: DocumentId(77),
        seen: Seq(1),
        document: order(),
    };
    let key = Key::Document(DocumentId(77));
    assert_eq!(world.act(never), Err(Refusal::Missing { key }));
}

#[test]
fn follow_up_goes_on_after_a_period_is_closed() {
    let mut world = World::new();
    let late = RecommendationDraft {
        period: CLOSED,
        ground: Some(Cell {
            period: CLOSED,
            ..cell(RATIO, SCHOOL_1)
        }),
        ..advice()
    };
    world.act(Command::Recommend(vec![late])).unwrap();
}
