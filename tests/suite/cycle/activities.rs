//! Goals, notes of analysis, activities and reviews: what they must say, and who may say it.

use smotr::domain::activity::*;
use smotr::domain::command::{Command, DocumentChoice};
use smotr::domain::cycle::{AnalysisNote, Goal, Target};
use smotr::domain::cycle_command::CycleCommand;
use smotr::domain::followup::Addressee;
use smotr::domain::ids::*;
use smotr::domain::people::Role;
use smotr::domain::record::Key;
use smotr::domain::refusal::{CycleRefusal, Field, Refusal};

use super::*;
use crate::support::world::*;

pub fn goal() -> Goal {
    Goal {
        direction: CONDITIONS,
        text: "Повысить долю педагогов с категорией".into(),
        grounds: "Треть педагогов без категории".into(),
        targets: vec![Target {
            indicator: RATIO,
            number: 80.into(),
            year: 2027,
        }],
        document: None,
        retired: false,
    }
}

pub fn note() -> AnalysisNote {
    AnalysisNote {
        direction: CONDITIONS,
        period: OPEN,
        on: date("2026-05-20"),
        about: vec![cell(RATIO, SCHOOL_1)],
        findings: "Доля ниже порога".into(),
        causes: String::new(),
        conclusions: "Нужна стажировка".into(),
        document: None,
        retired: false,
    }
}

pub fn activity() -> Activity {
    Activity {
        kind: ActivityKind::Internship,
        title: "Стажировка".into(),
        period: OPEN,
        direction: Some(CONDITIONS),
        from: Some(date("2026-05-10")),
        to: None,
        state: ActivityState::Held,
        participants: vec![Addressee {
            organisation: SCHOOL_1,
            person: Some(DEMINA),
        }],
        others: String::new(),
        outcome: String::new(),
        documents: Vec::new(),
        notes: Vec::new(),
        recommendations: Vec::new(),
        about: Vec::new(),
    }
}

pub fn review(on: ReviewOn) -> Review {
    let measured = |period, number: i64| Measured {
        period,
        number: number.into(),
    };
    Review {
        on,
        indicator: Some(RATIO),
        before: Some(measured(CLOSED, 75)),
        after: Some(measured(OPEN, 80)),
        verdict: Verdict::Effective,
        next: NextStep::Continue,
        text: String::new(),
        date: date("2026-05-23"),
        document: None,
    }
}

pub fn put_goal(goal: Goal) -> Command {
    cycle(CycleCommand::PutGoal {
        at: None,
        goal,
        document: None,
    })
}

pub fn put_note(note: AnalysisNote) -> Command {
    cycle(CycleCommand::PutNote {
        at: None,
        note,
        document: Some(DocumentChoice::Known(LETTER)),
    })
}

pub fn put_activity(activity: Activity) -> Command {
    cycle(CycleCommand::PutActivity {
        at: None,
        activity,
        documents: vec![DocumentChoice::Known(ORDER), DocumentChoice::Known(ORDER)],
    })
}

pub fn put_review(review: Review) -> Command {
    cycle(CycleCommand::PutReview {
        at: None,
        review,
        document: None,
    })
}

#[test]
fn from_a_value_to_whether_it_helped() {
    let mut world = World::new();
    world.act(put_goal(goal())).unwrap();
    world.act(put_note(note())).unwrap();
    let derived = Activity {
        notes: vec![NoteId(1)],
        ..activity()
    };
    world.act(put_activity(derived)).unwrap();
    let on = ReviewOn::Activity(ActivityId(1));
    world.act(put_review(review(on))).unwrap();
    let state = &world.state;
    let about: Vec<_> = state.notes_about.of(cell(RATIO, SCHOOL_1)).collect();
    assert_eq!(about, [NoteId(1)]);
    assert_eq!(state.notes[&NoteId(1)].document, Some(LETTER));
    let after: Vec<_> = state.activities_of_note.of(NoteId(1)).collect();
    assert_eq!(after, [ActivityId(1)]);
    assert_eq!(state.activities[&ActivityId(1)].documents, [ORDER]);
    assert_eq!(state.reviews_on.of(on).count(), 1);
}

#[test]
fn what_something_rests_on_does_not_vanish() {
    let mut world = World::new();
    world.act(put_note(note())).unwrap();
    let derived = Activity {
        notes: vec![NoteId(1)],
        ..activity()
    };
    world.act_as(BELOVA, put_activity(derived)).unwrap();
    let used = Refusal::InUse {
        key: Key::AnalysisNote(NoteId(1)),
        by: Key::Activity(ActivityId(1)),
    };
    assert_eq!(world.act(Command::Undo), Err(used));
}

#[test]
fn a_methodist_writes_of_their_own_direction() {
    let mut world = World::new();
    world.act_as(VETROV, put_note(note())).unwrap();
    let other = AnalysisNote {
        direction: COMPETENCES,
        about: Vec::new(),
        ..note()
    };
    let done = world.act_as(VETROV, put_note(other));
    assert_eq!(bare(done), Err(denied(Role::Methodist)));
    let elsewhere = Activity {
        participants: vec![Addressee {
            organisation: SCHOOL_2,
            person: Some(ZIMIN),
        }],
        ..activity()
    };
    let done = world.act_as(VETROV, put_activity(elsewhere));
    assert_eq!(bare(done), Err(denied(Role::Methodist)));
}

#[test]
fn what_was_held_has_a_day_that_has_come() {
    let mut world = World::new();
    let without = Activity {
        from: None,
        ..activity()
    };
    let field = Field::From;
    assert_eq!(
        world.act(put_activity(without)),
        Err(Refusal::Empty { field })
    );
    let tomorrow = Activity {
        from: Some(date("2026-05-24")),
        ..activity()
    };
    let early = world.act(put_activity(tomorrow.clone()));
    assert!(matches!(early, Err(Refusal::DateAfter { .. })));
    let planned = Activity {
        state: ActivityState::Planned,
        ..tomorrow
    };
    world.act(put_activity(planned)).unwrap();
}

#[test]
fn a_cancelled_activity_says_why() {
    let mut world = World::new();
    let reason = String::new();
    let cancelled = Activity {
        state: ActivityState::Cancelled { reason },
        ..activity()
    };
    let field = Field::Reason;
    assert_eq!(
        world.act(put_activity(cancelled)),
        Err(Refusal::Empty { field })
    );
}

#[test]
fn an_effect_lies_between_two_periods() {
    let mut world = World::new();
    world.act(put_activity(activity())).unwrap();
    let mut backwards = review(ReviewOn::Activity(ActivityId(1)));
    std::mem::swap(&mut backwards.before, &mut backwards.after);
    let refused = Err(Refusal::Cycle(CycleRefusal::SamePeriod));
    assert_eq!(world.act(put_review(backwards)), refused);
}

#[test]
fn nothing_is_reviewed_that_is_not_there() {
    let mut world = World::new();
    let missing = world.act(put_review(review(ReviewOn::Decision(DecisionId(5)))));
    assert!(matches!(missing, Err(Refusal::Missing { .. })));
}
