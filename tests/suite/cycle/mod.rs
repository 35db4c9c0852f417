//! The management cycle: what may be done with it, and what is found of it.

mod activities;
mod assessed;
mod checked;
mod citing;
mod page;
mod rounds;

use smotr::domain::command::Command;
use smotr::domain::command::DocumentChoice;
use smotr::domain::cycle::{Section, SectionTrack};
use smotr::domain::cycle_command::{CitationDraft, CycleCommand};
use smotr::domain::evidence::{DocumentLevel, Requirement, Stage, Track};
use smotr::domain::ids::*;
use smotr::domain::record::Commit;
use smotr::domain::refusal::Refusal;

use crate::support::world::*;

/// The round that [`founded`] begins.
const ROUND: RoundId = RoundId(1);
/// «Цели», of [`CONDITIONS`].
const GOALS: RequirementId = RequirementId(1);
/// «Показатели», of [`CONDITIONS`].
const INDICATORS: RequirementId = RequirementId(2);
/// «Меры: конкурсы», of all.
const CONTESTS: RequirementId = RequirementId(3);

fn cycle(command: CycleCommand) -> Command {
    Command::Cycle(Box::new(command))
}

fn requirement(order: u32, stage: Stage, track: Option<Track>, text: &str) -> Requirement {
    Requirement {
        round: RoundId(0),
        stage,
        track,
        text: text.into(),
        order,
        max_points: 1.into(),
        points: None,
        asked: DocumentLevel::Municipal,
        inapplicable: String::new(),
    }
}

fn section(stages: &[Stage]) -> Section {
    Section {
        code: "2.1".into(),
        title: "Мониторинг руководителей".into(),
        tracks: vec![SectionTrack {
            track: Track::Direction(CONDITIONS),
            title: String::new(),
            stages: stages.to_vec(),
        }],
        retired: false,
    }
}

fn found() -> Command {
    let conditions = Some(Track::Direction(CONDITIONS));
    cycle(CycleCommand::Found {
        section: section(&Stage::ALL),
        year: 2026,
        requirements: vec![
            requirement(1, Stage::Goals, conditions, "Наличие цели"),
            requirement(2, Stage::Indicators, conditions, "Наличие показателей"),
            requirement(3, Stage::Measures, None, "Проведение конкурсов"),
        ],
    })
}

/// A world with a section of three requirements, by its head of department.
fn founded() -> World {
    let mut world = World::new();
    world.act_as(GROMOV, found()).unwrap();
    world
}

fn cite(world: &mut World, requirement: RequirementId, pages: &str) -> Result<Commit, Refusal> {
    let draft = CitationDraft {
        requirement,
        document: DocumentChoice::Known(ORDER),
        pages: pages.into(),
        note: String::new(),
    };
    world.act(cycle(CycleCommand::Cite(vec![draft])))
}

/// What is cited for a requirement: document, pages, whether it still counts.
fn cited(world: &World, requirement: RequirementId) -> Vec<(DocumentId, String, bool)> {
    let all = world.state.citations_of.of(requirement);
    let all = all.filter_map(|it| world.state.citations.get(&it));
    let mut all: Vec<_> = all.collect();
    all.sort_by_key(|it| it.order);
    all.into_iter()
        .map(|it| (it.document, it.pages.clone(), !it.retired))
        .collect()
}
