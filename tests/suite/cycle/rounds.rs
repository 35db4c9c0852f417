//! Sections and rounds: founded, copied, submitted, and then what they were.

use smotr::domain::command::{Command, Seen};
use smotr::domain::cycle::RoundState;
use smotr::domain::cycle_command::CycleCommand;
use smotr::domain::evidence::{Requirement, Stage};
use smotr::domain::ids::*;
use smotr::domain::people::Role;
use smotr::domain::record::{Key, Record};
use smotr::domain::refusal::{CycleRefusal, Refusal};

use super::*;
use crate::support::world::*;

fn submit(world: &mut World) -> Result<Commit, Refusal> {
    let command = CycleCommand::SubmitRound {
        id: ROUND,
        seen: rev(&world.state, Key::Round(ROUND)),
        on: date("2026-05-22"),
        number: "15/77".into(),
    };
    world.act_as(GROMOV, cycle(command))
}

fn start(world: &mut World, from: RoundId, year: u16) -> Result<Commit, Refusal> {
    world.act_as(GROMOV, cycle(CycleCommand::StartRound { from, year }))
}

fn put(world: &World, id: RequirementId, change: impl Fn(&mut Requirement)) -> Command {
    let mut requirement = world.state.requirements[&id].body.clone();
    change(&mut requirement);
    cycle(CycleCommand::PutRequirement {
        id: Some(id),
        seen: seen(&world.state, Key::Requirement(id)),
        requirement,
    })
}

#[test]
fn a_section_begins_with_its_first_round_and_the_requirements_of_its_form() {
    let world = founded();
    let of_round: Vec<_> = world.state.requirements_of.of(ROUND).collect();
    assert_eq!(of_round, [GOALS, INDICATORS, CONTESTS]);
    assert_eq!(world.state.rounds[&ROUND].year, 2026);
}

#[test]
fn what_stood_there_before_there_were_rounds_is_taken_over() {
    let mut world = World::new();
    let mut old = requirement(1, Stage::Goals, None, "Наличие цели");
    old.round = ROUND;
    let record = Record::Requirement(old);
    let load = Command::Load(vec![(Key::Requirement(RequirementId(9)), record)]);
    // A store of the time before there were rounds: its requirements name a round that is none.
    assert!(world.act_as(PROGRAM, load).is_err());
    let change = smotr::domain::record::Change {
        key: Key::Requirement(RequirementId(9)),
        before: None,
        after: Some(Record::Requirement(Requirement {
            round: ROUND,
            ..requirement(1, Stage::Goals, None, "Наличие цели")
        })),
    };
    let mut commit = world.commits[0].clone();
    commit.seq = world.state.meta.seq.next();
    commit.changes = vec![change];
    world.state.apply(&commit);
    world.commits.push(commit);
    world.act_as(GROMOV, found()).unwrap();
    let of_round: Vec<_> = world.state.requirements_of.of(ROUND).collect();
    assert_eq!(of_round, [RequirementId(9)]);
}

#[test]
fn a_section_has_its_number_alone_and_a_year_once() {
    let mut world = founded();
    let twice = CycleRefusal::DuplicateSection { code: "2.1".into() };
    assert_eq!(world.act(found()), Err(Refusal::Cycle(twice)));
    let twice = CycleRefusal::DuplicateRound { year: 2026 };
    assert_eq!(start(&mut world, ROUND, 2026), Err(Refusal::Cycle(twice)));
}

#[test]
fn the_next_round_takes_over_what_counts_and_no_points_given_by_hand() {
    let mut world = founded();
    cite(&mut world, GOALS, "4-17").unwrap();
    cite(&mut world, GOALS, "62").unwrap();
    let command = put(&world, GOALS, |it| it.points = Some(1.into()));
    world.act(command).unwrap();
    let second = world.state.citations.keys().next_back().copied().unwrap();
    let retire = CycleCommand::RetireCitations {
        ids: vec![(second, rev(&world.state, Key::Citation(second)))],
        retired: true,
    };
    world.act(cycle(retire)).unwrap();
    start(&mut world, ROUND, 2027).unwrap();
    let new: Vec<_> = world.state.requirements_of.of(RoundId(2)).collect();
    assert_eq!(new.len(), 3);
    assert_eq!(cited(&world, new[0]), [(ORDER, "4-17".into(), true)]);
    assert_eq!(world.state.requirements[&new[0]].points, None);
    assert_eq!(world.state.rounds[&RoundId(2)].copied_from, Some(ROUND));
}

#[test]
fn a_submitted_round_refuses_every_change_and_taking_one_back() {
    let mut world = founded();
    cite(&mut world, GOALS, "4-17").unwrap();
    submit(&mut world).unwrap();
    let on = date("2026-05-22");
    let frozen = || Err(Refusal::Cycle(CycleRefusal::Submitted { round: ROUND, on }));
    let citation = *world.state.citations.keys().next().unwrap();
    let at = (citation, rev(&world.state, Key::Citation(citation)));
    assert_eq!(cite(&mut world, GOALS, "5"), frozen());
    for command in [
        CycleCommand::EditCitation {
            id: at.0,
            seen: at.1,
            pages: "1".into(),
            note: String::new(),
        },
        CycleCommand::RetireCitations {
            ids: vec![at],
            retired: true,
        },
        CycleCommand::MoveCitations {
            ids: vec![at],
            to: INDICATORS,
        },
        CycleCommand::CopyCitations {
            ids: vec![at.0],
            to: vec![INDICATORS],
        },
    ] {
        assert_eq!(world.act(cycle(command)), frozen());
    }
    let command = put(&world, GOALS, |it| it.inapplicable = "нет".into());
    assert_eq!(world.act(command), frozen());
    assert_eq!(submit(&mut world), frozen());
    // The citation was made before the round was sent.
    assert_eq!(world.act(Command::Undo), frozen());
}

#[test]
fn what_becomes_of_a_document_later_does_not_change_what_was_sent() {
    let mut world = founded();
    cite(&mut world, GOALS, "4-17").unwrap();
    submit(&mut world).unwrap();
    let other = CycleCommand::StartRound {
        from: ROUND,
        year: 2027,
    };
    world.act_as(GROMOV, cycle(other)).unwrap();
    let mut renamed = order();
    renamed.title = "О другом".into();
    let edit = Command::EditDocument {
        id: ORDER,
        seen: rev(&world.state, Key::Document(ORDER)),
        document: renamed,
    };
    world.act(edit).unwrap();
    let title = |id| {
        let cited = smotr::analysis::cycle::cited(&world.state, id);
        cited[0].2.title.clone()
    };
    assert_eq!(title(GOALS), order().title);
    let next = world.state.requirements_of.of(RoundId(2)).next().unwrap();
    assert_eq!(title(next), "О другом");
}

#[test]
fn whoever_has_sent_a_round_by_mistake_takes_that_back() {
    let mut world = founded();
    submit(&mut world).unwrap();
    world.act_as(GROMOV, Command::Undo).unwrap();
    assert_eq!(world.state.rounds[&ROUND].state, RoundState::Open);
}

#[test]
fn a_methodist_gives_points_and_leaves_the_form_alone() {
    let mut world = founded();
    let command = put(&world, GOALS, |it| it.points = Some(0.into()));
    world.act_as(BELOVA, command).unwrap();
    let command = put(&world, GOALS, |it| it.text = "Другая".into());
    let done = world.act_as(BELOVA, command);
    assert_eq!(bare(done), Err(denied(Role::Head)));
    let done = world.act_as(
        BELOVA,
        cycle(CycleCommand::StartRound {
            from: ROUND,
            year: 2027,
        }),
    );
    assert_eq!(bare(done), Err(denied(Role::Head)));
}

#[test]
fn points_lie_between_none_and_the_most() {
    let mut world = founded();
    for points in [-1, 2] {
        let command = put(&world, GOALS, |it| it.points = Some(points.into()));
        let refused = world.act(command);
        assert!(
            matches!(refused, Err(Refusal::OutOfRange { .. })),
            "{points}"
        );
    }
}

#[test]
fn what_the_cycle_leaves_out_is_not_asked() {
    let mut world = World::new();
    let command = CycleCommand::Found {
        section: section(&Stage::PARTIAL),
        year: 2026,
        requirements: vec![requirement(
            1,
            Stage::Goals,
            Some(Track::Direction(CONDITIONS)),
            "Наличие цели",
        )],
    };
    let refused = world.act(cycle(command));
    assert_eq!(refused, Err(Refusal::Cycle(CycleRefusal::NotAsked)));
}

#[test]
fn a_requirement_that_somebody_changed_meanwhile_is_a_conflict() {
    let mut world = founded();
    let stale = put(&world, GOALS, |it| it.points = Some(1.into()));
    let command = put(&world, GOALS, |it| it.points = Some(0.into()));
    world.act_as(BELOVA, command).unwrap();
    assert!(matches!(world.act(stale), Err(Refusal::Conflict { .. })));
    assert!(matches!(
        seen(&world.state, Key::Requirement(GOALS)),
        Seen::At(_)
    ));
}
