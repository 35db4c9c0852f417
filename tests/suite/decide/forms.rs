//! Sound forms to spoil, and the steps on what comes of them.

use smotr::domain::command::*;
use smotr::domain::followup::*;
use smotr::domain::ids::*;
use smotr::domain::record::{Commit, Key, Kind};
use smotr::domain::refusal::{Field, Refusal};

use crate::support::world::*;

/// What is changed in a sound form, and what that is refused for.
pub type Spoilt<T> = (fn(&mut T), Refusal);

pub const R: RecommendationId = RecommendationId(1);

pub const D: DecisionId = DecisionId(1);

pub const A: AssignmentId = AssignmentId(1);

pub fn to(organisation: OrganisationId, person: PersonId) -> Addressee {
    Addressee {
        organisation,
        person: Some(person),
    }
}

pub fn advice() -> RecommendationDraft {
    RecommendationDraft {
        addressees: vec![to(SCHOOL_1, DEMINA)],
        period: OPEN,
        ground: Some(cell(RATIO, SCHOOL_1)),
        text: "Провести стажировку".into(),
        expected: "Доля не ниже 60 %".into(),
        due: Due::On(date("2026-12-15")),
    }
}

pub fn task(number: &str) -> AssignmentDraft {
    AssignmentDraft {
        edits: None,
        number: number.into(),
        text: "Представить план аттестации".into(),
        executors: vec![Executor::Head(to(SCHOOL_1, DEMINA))],
        due: Due::On(date("2026-06-30")),
    }
}

pub fn draft() -> DecisionDraft {
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
pub fn recommended() -> World {
    let mut world = World::new();
    world.act(Command::Recommend(vec![advice()])).unwrap();
    advise(&mut world, send()).unwrap();
    advise(&mut world, RecommendationStep::Control).unwrap();
    world
}

/// A world with a signed decision of two assignments.
pub fn decided() -> World {
    let mut world = World::new();
    world.act(Command::Decide(draft())).unwrap();
    world
}

pub fn send() -> RecommendationStep {
    RecommendationStep::Send(Sent {
        number: "01-12/345".into(),
        date: date("2026-05-10"),
    })
}

pub fn advise(world: &mut World, step: RecommendationStep) -> Result<Commit, Refusal> {
    let seen = rev(&world.state, Key::Recommendation(R));
    world.act(Command::StepRecommendations {
        ids: vec![(R, seen)],
        step,
    })
}

pub fn order_step(world: &mut World, step: DecisionStep) -> Result<Commit, Refusal> {
    let seen = rev(&world.state, Key::Decision(D));
    world.act(Command::StepDecision { id: D, seen, step })
}

pub fn assign_step(world: &mut World, step: AssignmentStep) -> Result<Commit, Refusal> {
    assign_step_as(world, ORLOVA, step)
}

pub fn assign_step_as(
    world: &mut World,
    user: UserId,
    step: AssignmentStep,
) -> Result<Commit, Refusal> {
    let seen = rev(&world.state, Key::Assignment(A));
    world.act_as(user, Command::StepAssignment { id: A, seen, step })
}

pub fn kinds(commit: &Commit) -> Vec<Kind> {
    commit.changes.iter().map(|it| it.key.kind()).collect()
}

pub fn empty(field: Field) -> Refusal {
    Refusal::Empty { field }
}

pub fn before(field: Field, given: &str, earliest: &str) -> Refusal {
    Refusal::DateBefore {
        field,
        given: date(given),
        earliest: date(earliest),
    }
}

pub fn tomorrow() -> Refusal {
    Refusal::DateAfter {
        field: Field::Date,
        given: date("2026-05-24"),
        latest: date("2026-05-23"),
    }
}
