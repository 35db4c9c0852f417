//! What a page brings, as one commit.

use smotr::domain::command::Command;
use smotr::domain::cycle_command::{CycleCommand, PageCitation, PageIntake, PageRef};
use smotr::domain::evidence::{Document, Stage};
use smotr::domain::ids::*;
use smotr::domain::people::Role;
use smotr::domain::record::Key;
use smotr::domain::refusal::Refusal;

use super::*;
use crate::support::world::*;

fn intake(world: &World) -> PageIntake {
    PageIntake {
        file: [3; 16],
        round: ROUND,
        seen: rev(&world.state, Key::Round(ROUND)),
        documents: vec![Document {
            number: "348".into(),
            ..order()
        }],
        requirements: vec![requirement(4, Stage::Decisions, None, "Принятие решений")],
        citations: vec![
            PageCitation {
                requirement: PageRef::New(0),
                document: PageRef::New(0),
                pages: "3-10".into(),
                note: String::new(),
            },
            PageCitation {
                requirement: PageRef::Known(GOALS),
                document: PageRef::Known(ORDER),
                pages: String::new(),
                note: String::new(),
            },
        ],
        pages: Vec::new(),
    }
}

fn take(it: PageIntake) -> Command {
    cycle(CycleCommand::TakePage(it))
}

#[test]
fn documents_requirements_and_citations_come_and_go_together() {
    let mut world = founded();
    let before = world.state.clone();
    let command = take(intake(&world));
    assert_eq!(command.file(), Some([3; 16]));
    world.act(command).unwrap();
    let new = RequirementId(4);
    assert_eq!(cited(&world, new), [(DocumentId(3), "3-10".into(), true)]);
    assert_eq!(cited(&world, GOALS), [(ORDER, String::new(), true)]);
    world.act(Command::Undo).unwrap();
    assert_eq!(world.state.requirements, before.requirements);
    assert_eq!(world.state.documents.len(), before.documents.len());
}

#[test]
fn pages_of_a_citation_that_stands_there_are_put_right() {
    let mut world = founded();
    cite(&mut world, GOALS, "4").unwrap();
    let id = CitationId(1);
    let it = PageIntake {
        documents: Vec::new(),
        requirements: Vec::new(),
        citations: Vec::new(),
        pages: vec![(id, rev(&world.state, Key::Citation(id)), "4-17".into())],
        ..intake(&world)
    };
    world.act(take(it)).unwrap();
    assert_eq!(cited(&world, GOALS), [(ORDER, "4-17".into(), true)]);
}

#[test]
fn a_place_that_the_page_does_not_have_is_missing() {
    let mut world = founded();
    let mut it = intake(&world);
    it.citations[0].document = PageRef::New(7);
    assert!(matches!(world.act(take(it)), Err(Refusal::Missing { .. })));
}

#[test]
fn new_requirements_are_for_whoever_keeps_the_form() {
    let mut world = founded();
    let it = intake(&world);
    let done = world.act_as(BELOVA, take(it));
    assert_eq!(bare(done), Err(denied(Role::Head)));
}
