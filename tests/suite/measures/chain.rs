//! The links of the cycle in a chain, and what lacks the next one.

use smotr::analysis::chain::{self, Gap, What};
use smotr::analysis::hanging::{Lack, lacks};
use smotr::domain::activity::*;
use smotr::domain::command::Command;
use smotr::domain::cycle::AnalysisNote;
use smotr::domain::cycle_command::CycleCommand;
use smotr::domain::ids::*;
use smotr::domain::record::Key;

use crate::support::story;
use crate::support::world::*;

fn note(conclusions: &str) -> Command {
    Command::Cycle(Box::new(CycleCommand::PutNote {
        at: None,
        note: AnalysisNote {
            direction: CONDITIONS,
            period: OPEN,
            on: date("2026-05-20"),
            about: vec![cell(RATIO, SCHOOL_1)],
            findings: "Доля ниже нормы".into(),
            causes: String::new(),
            conclusions: conclusions.into(),
            document: None,
            retired: false,
        },
        document: None,
    }))
}

fn measure(state: ActivityState, notes: Vec<NoteId>) -> Command {
    Command::Cycle(Box::new(CycleCommand::PutActivity {
        at: None,
        activity: Activity {
            kind: ActivityKind::Internship,
            title: "Стажировка".into(),
            period: OPEN,
            direction: None,
            from: Some(date("2026-05-21")),
            to: None,
            state,
            participants: Vec::new(),
            others: "резерв".into(),
            outcome: String::new(),
            documents: Vec::new(),
            notes,
            recommendations: Vec::new(),
            about: Vec::new(),
        },
        documents: Vec::new(),
    }))
}

fn whats(world: &World) -> Vec<What> {
    let items = chain::of_value(&world.state, cell(RATIO, SCHOOL_1));
    items.into_iter().map(|it| it.what).collect()
}

#[test]
fn a_measure_that_follows_a_note_stands_in_the_chain_of_the_value() {
    let mut world = story::world();
    world.act(note("Нужна стажировка")).unwrap();
    world
        .act(measure(ActivityState::Held, vec![NoteId(1)]))
        .unwrap();
    let all = whats(&world);
    assert!(all.contains(&What::Note(NoteId(1))));
    assert!(all.contains(&What::Activity(ActivityId(1))));
    let gap = Gap::NoReview(ReviewOn::Activity(ActivityId(1)));
    assert!(all.contains(&What::Gap(gap)), "{all:?}");
}

#[test]
fn an_analysis_without_conclusions_hangs() {
    let mut world = story::world();
    world.act(note("")).unwrap();
    let found = lacks(&world.state, Key::AnalysisNote(NoteId(1)));
    assert_eq!(found, [Lack::Conclusions]);
}

#[test]
fn a_measure_that_follows_from_nothing_hangs() {
    let mut world = story::world();
    world
        .act(measure(ActivityState::Planned, Vec::new()))
        .unwrap();
    let found = lacks(&world.state, Key::Activity(ActivityId(1)));
    assert_eq!(found, [Lack::Ground]);
}
