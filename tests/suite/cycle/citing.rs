//! Citing: a document for a requirement, on pages; moved, copied, retired, replaced.

use smotr::domain::command::{Command, DocumentChoice};
use smotr::domain::cycle_command::{CitationDraft, CycleCommand};
use smotr::domain::evidence::{Document, DocumentStatus};
use smotr::domain::ids::*;
use smotr::domain::people::Role;
use smotr::domain::record::Key;
use smotr::domain::refusal::{CycleRefusal, Field, Refusal};

use super::*;
use crate::support::world::*;

fn at(world: &World, id: u32) -> (CitationId, Seq) {
    let id = CitationId(id);
    (id, rev(&world.state, Key::Citation(id)))
}

fn successor() -> Document {
    Document {
        date: Some(date("2026-05-22")),
        number: "300".into(),
        ..order()
    }
}

fn replace(world: &mut World, to: DocumentChoice, keep_pages: bool) -> Result<Commit, Refusal> {
    let citations: Vec<_> = world.state.citations_by_document.of(ORDER).collect();
    let command = CycleCommand::ReplaceDocument {
        from: ORDER,
        to,
        citations: (citations.into_iter()).map(|it| at(world, it.0)).collect(),
        keep_pages,
        repealed: Some((date("2026-05-22"), rev(&world.state, Key::Document(ORDER)))),
    };
    world.act(cycle(command))
}

#[test]
fn a_document_is_cited_on_pages_one_after_the_other() {
    let mut world = founded();
    cite(&mut world, GOALS, "4-17").unwrap();
    cite(&mut world, GOALS, "62-64").unwrap();
    let want = [(ORDER, "4-17".into(), true), (ORDER, "62-64".into(), true)];
    assert_eq!(cited(&world, GOALS), want);
}

#[test]
fn the_same_pages_of_the_same_document_are_cited_once() {
    let mut world = founded();
    cite(&mut world, GOALS, "4-17").unwrap();
    let by = CitationId(1);
    let twice = Err(Refusal::Cycle(CycleRefusal::CitedAlready { by }));
    assert_eq!(cite(&mut world, GOALS, "4-17"), twice);
}

#[test]
fn a_document_entered_on_the_spot_for_several_requirements_joins_the_register_once() {
    let mut world = founded();
    let draft = |requirement| CitationDraft {
        requirement,
        document: DocumentChoice::New(successor()),
        pages: String::new(),
        note: String::new(),
    };
    let drafts = vec![draft(GOALS), draft(INDICATORS)];
    world.act(cycle(CycleCommand::Cite(drafts))).unwrap();
    assert_eq!(world.state.documents.len(), 3);
    assert_eq!(cited(&world, GOALS)[0].0, cited(&world, INDICATORS)[0].0);
}

#[test]
fn an_act_of_the_register_is_not_entered_a_second_time() {
    let mut world = founded();
    let draft = CitationDraft {
        requirement: GOALS,
        document: DocumentChoice::New(Document {
            title: "О другом".into(),
            ..order()
        }),
        pages: String::new(),
        note: String::new(),
    };
    let known = CycleRefusal::KnownAct { document: ORDER };
    let refused = world.act(cycle(CycleCommand::Cite(vec![draft])));
    assert_eq!(refused, Err(Refusal::Cycle(known)));
}

#[test]
fn a_citation_moves_and_stands_last() {
    let mut world = founded();
    cite(&mut world, GOALS, "1").unwrap();
    cite(&mut world, INDICATORS, "2").unwrap();
    let ids = vec![at(&world, 1)];
    let command = CycleCommand::MoveCitations {
        ids,
        to: INDICATORS,
    };
    world.act(cycle(command)).unwrap();
    assert_eq!(cited(&world, GOALS), []);
    let want = [(ORDER, "2".into(), true), (ORDER, "1".into(), true)];
    assert_eq!(cited(&world, INDICATORS), want);
}

#[test]
fn a_copy_leaves_out_what_stands_there_already() {
    let mut world = founded();
    cite(&mut world, GOALS, "1").unwrap();
    cite(&mut world, INDICATORS, "1").unwrap();
    let command = CycleCommand::CopyCitations {
        ids: vec![CitationId(1)],
        to: vec![INDICATORS, CONTESTS],
    };
    world.act(cycle(command)).unwrap();
    assert_eq!(cited(&world, INDICATORS).len(), 1);
    assert_eq!(cited(&world, CONTESTS), [(ORDER, "1".into(), true)]);
}

#[test]
fn a_retired_citation_stays_and_counts_no_more() {
    let mut world = founded();
    cite(&mut world, GOALS, "1").unwrap();
    let command = CycleCommand::RetireCitations {
        ids: vec![at(&world, 1)],
        retired: true,
    };
    world.act(cycle(command)).unwrap();
    assert_eq!(cited(&world, GOALS), [(ORDER, "1".into(), false)]);
    // Its place is free for another that says the same; then it cannot come back.
    cite(&mut world, GOALS, "1").unwrap();
    let command = CycleCommand::RetireCitations {
        ids: vec![at(&world, 1)],
        retired: false,
    };
    let by = CitationId(2);
    let twice = Err(Refusal::Cycle(CycleRefusal::CitedAlready { by }));
    assert_eq!(world.act(cycle(command)), twice);
}

#[test]
fn a_successor_takes_the_place_everywhere_and_repeals_what_was() {
    let mut world = founded();
    cite(&mut world, GOALS, "4-17").unwrap();
    cite(&mut world, INDICATORS, "").unwrap();
    replace(&mut world, DocumentChoice::New(successor()), false).unwrap();
    let new = cited(&world, GOALS)[0].clone();
    assert_eq!((new.1.as_str(), new.2), ("", true));
    assert_eq!(cited(&world, INDICATORS), [new]);
    let repealed = DocumentStatus::Repealed {
        by: "22.05.2026 № 300".into(),
        on: Some(date("2026-05-22")),
    };
    assert_eq!(world.state.documents[&ORDER].status, repealed);
    world.act(Command::Undo).unwrap();
    assert_eq!(cited(&world, GOALS), [(ORDER, "4-17".into(), true)]);
}

#[test]
fn where_the_successor_is_cited_already_the_former_citation_only_goes() {
    let mut world = founded();
    cite(&mut world, GOALS, "").unwrap();
    let draft = CitationDraft {
        requirement: GOALS,
        document: DocumentChoice::Known(LETTER),
        pages: String::new(),
        note: String::new(),
    };
    world.act(cycle(CycleCommand::Cite(vec![draft]))).unwrap();
    replace(&mut world, DocumentChoice::Known(LETTER), true).unwrap();
    let want = [(ORDER, String::new(), false), (LETTER, String::new(), true)];
    assert_eq!(cited(&world, GOALS), want);
}

#[test]
fn an_observer_cites_nothing_and_an_administrator_may() {
    let mut world = founded();
    let draft = || CitationDraft {
        requirement: GOALS,
        document: DocumentChoice::Known(ORDER),
        pages: String::new(),
        note: String::new(),
    };
    let done = world.act_as(DOLIN, cycle(CycleCommand::Cite(vec![draft()])));
    assert_eq!(bare(done), Err(denied(Role::Methodist)));
    world
        .act_as(SEROVA, cycle(CycleCommand::Cite(vec![draft()])))
        .unwrap();
}

#[test]
fn pages_are_no_book() {
    let mut world = founded();
    let refused = cite(&mut world, GOALS, &"1, ".repeat(100));
    let long = matches!(
        refused,
        Err(Refusal::TooLong {
            field: Field::Pages,
            ..
        })
    );
    assert!(long, "{refused:?}");
}
