//! What is done on the screen Цикл: documents are cited, citations changed, moved and retired, requirements, sections and rounds kept.
//!
//! Each form is a [`Purpose`] in a file of its own; what a command is about is found here. A round that
//! was submitted says so before a form of it opens.

mod citations;
mod citing;
mod exporting;
pub mod names;
mod proposed;
mod replacing;
mod requirement;
mod restating;
mod rounds;
mod section;
mod steps;
mod supplied;

use crate::domain::command::Command;
use crate::domain::cycle::RoundState;
use crate::domain::cycle_command::CycleCommand;
use crate::domain::decide::Deed;
use crate::domain::evidence::{Stage, Track};
use crate::domain::ids::{CitationId, DocumentId, RequirementId, RoundId, SectionId};
use crate::domain::record::Key;
use crate::domain::refusal::{CycleRefusal, Refusal};
use crate::locale::Phrase;
use crate::tui::app::{App, Waiting};
use crate::tui::command::table::CommandId;
use crate::tui::followup;
use crate::tui::inline::layer;
use crate::tui::inline::purpose::Purpose;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::measures;
use crate::tui::rights::may;
use crate::tui::screen::Screen;
use crate::tui::screen::cycle::Pane;
use crate::tui::status::Tone;

pub use citations::{copy_citation, move_citation, retire};
pub use exporting::export;
pub use steps::{choose_round, edit_section, start_round, steps, submit_round};
pub use supplied::{FormReader, SectionForm, came, found_section};

/// The command that lists what an expert would say.
pub(super) const REMARKS: CommandId = CommandId::Remarks;

/// Cites a document for what is under the cursor, or for all marked requirements; from a document, cites that one.
pub fn cite(app: &mut App) {
    if app.screen != Screen::Cycle {
        return match document_here(app) {
            Some(id) => {
                if let Some(form) = citing_of(app, id) {
                    app.open(form);
                }
            }
            None => tell(app, Phrase::NoDocumentHere),
        };
    }
    if is_frozen(app) || !may(app, &Deed::Register) {
        return;
    }
    let requirements = app.cycle.acted_on();
    if requirements.is_empty() {
        return tell(app, Phrase::NoRequirementHere);
    }
    layer::open(app, citing::Citing::of(requirements));
}

/// The form that cites a document; `None` where the person may not, which was said.
pub fn citing_of(app: &mut App, id: DocumentId) -> Option<Box<dyn Overlay>> {
    may(app, &Deed::Register).then(|| layer::layer(app, citing::Citing::document(id)))
}

/// The form that replaces a document; `None` where the person may not, which was said.
pub fn replacing_of(app: &mut App, id: DocumentId) -> Option<Box<dyn Overlay>> {
    if !may(app, &Deed::Register) {
        return None;
    }
    let form = replacing::Replacing::document(app, id)?;
    Some(layer::layer(app, form))
}

/// Replaces the document under the cursor: that of the citation, or the one of the register.
pub fn replace(app: &mut App) {
    match document_here(app) {
        Some(id) => {
            if let Some(form) = replacing_of(app, id) {
                app.open(form);
            }
        }
        None => tell(app, Phrase::NoDocumentHere),
    }
}

/// The document under the cursor, wherever the person is.
fn document_here(app: &App) -> Option<DocumentId> {
    let key = match app.layers().next().is_some() {
        true => app.under_cursor(),
        false => match app.screen {
            Screen::Cycle => app.cycle.under_cursor(),
            Screen::Catalogue => app.catalogue.under_cursor(),
            _ => None,
        },
    };
    match key? {
        Key::Document(id) => Some(id),
        Key::Citation(id) => Some(app.state().citations.get(&id)?.document),
        _ => None,
    }
}

/// F2: the form of what is under the cursor. In the matrix, of the one requirement of the cell; of several one is picked.
pub fn edit(app: &mut App) {
    if app.cycle.focus == Pane::Matrix {
        let all = app.cycle.acted_on();
        return match all.as_slice() {
            [] => tell(app, Phrase::NoRequirementHere),
            [one] => edit_record(app, Key::Requirement(*one)),
            _ => {
                let title = app.say(Phrase::PickRequirement);
                let picker = citations::pick(app, title, &all, None, |app, id| {
                    editor(app, Key::Requirement(id)).map_or(Outcome::Close, Outcome::Replace)
                });
                app.open(picker);
            }
        };
    }
    match app.cycle.under_cursor() {
        Some(key) => edit_record(app, key),
        None => tell(app, Phrase::NoRequirementHere),
    }
}

fn edit_record(app: &mut App, key: Key) {
    if let Some(form) = editor(app, key) {
        app.open(form);
    }
}

/// The form of a record of the cycle; `None` where the person may not change it, or it has none, which was said.
pub fn editor(app: &mut App, key: Key) -> Option<Box<dyn Overlay>> {
    match key {
        Key::Requirement(id) => {
            let round = app.state().requirements.get(&id)?.round;
            if is_submitted(app, round) || !may(app, &Deed::Register) {
                return None;
            }
            requirement::Requiring::edit(app, id).map(|it| layer::layer(app, it))
        }
        Key::Citation(id) => {
            let requirement = app.state().citations.get(&id)?.requirement;
            let round = app.state().requirements.get(&requirement)?.round;
            if is_submitted(app, round) || !may(app, &Deed::Register) {
                return None;
            }
            restating::Restating::edit(app, id).map(|it| layer::layer(app, it))
        }
        Key::Section(id) => section::Sectioning::edit(app, id).map(|it| layer::layer(app, it)),
        key => followup::editor(app, key),
    }
}

/// A new requirement, in the cell under the cursor.
pub fn add(app: &mut App) {
    let Some(round) = app.cycle.round else {
        return tell(app, Phrase::NoRoundHere);
    };
    if is_frozen(app) {
        return;
    }
    let (stage, track) = app.cycle.at();
    layer::open(app, requirement::Requiring::new(round, stage, track));
}

/// A measure of the direction under the cursor, in the shown period.
pub fn act(app: &mut App) {
    let Some(period) = app.monitoring.chosen.period else {
        return;
    };
    let direction = match app.cycle.at().1 {
        Some(Track::Direction(id)) => Some(id),
        _ => None,
    };
    let ground = measures::Ground {
        period,
        direction,
        heads: Vec::new(),
        about: Vec::new(),
        notes: Vec::new(),
        recommendations: Vec::new(),
    };
    if let Some(form) = measures::act_on(app, ground) {
        app.open(form);
    }
}

/// What a form of the cycle is for, by the words of its place.
#[must_use]
pub fn purpose_of(app: &App, words: &[&str]) -> Option<Box<dyn Purpose>> {
    let number = |text: &str| text.parse::<u32>().ok();
    Some(match words {
        ["cite", "document", id] => {
            Box::new(citing::Citing::document(DocumentId(number(id)?))) as Box<dyn Purpose>
        }
        ["cite", ids] => {
            let ids = ids.split('.').map(number).collect::<Option<Vec<u32>>>()?;
            let there = |id: &RequirementId| app.state().requirements.contains_key(id);
            let ids = ids.into_iter().map(RequirementId).filter(there).collect();
            Box::new(citing::Citing::of(ids))
        }
        ["citation", id] => Box::new(restating::Restating::edit(app, CitationId(number(id)?))?),
        ["requirement", "new", round, stage, track] => {
            let stage = Stage::ALL.get(stage.parse::<usize>().ok()?).copied()?;
            let track = requirement::parse_track(track.strip_prefix('-')?);
            Box::new(requirement::Requiring::new(
                RoundId(number(round)?),
                stage,
                track,
            ))
        }
        ["requirement", id] => Box::new(requirement::Requiring::edit(
            app,
            RequirementId(number(id)?),
        )?),
        ["section", "new"] => Box::new(section::Sectioning::new()),
        ["section", id] => Box::new(section::Sectioning::edit(app, SectionId(number(id)?))?),
        ["round", "after", id] => Box::new(rounds::Starting::after(app, RoundId(number(id)?))?),
        ["round", "submit", id] => Box::new(rounds::Submitting::round(app, RoundId(number(id)?))?),
        ["replace", id] => Box::new(replacing::Replacing::document(
            app,
            DocumentId(number(id)?),
        )?),
        _ => return None,
    })
}

/// Whether the shown round is frozen, which is said.
fn is_frozen(app: &mut App) -> bool {
    match app.cycle.round {
        Some(round) => is_submitted(app, round),
        None => false,
    }
}

/// Whether a round was submitted, which is said.
fn is_submitted(app: &mut App, round: RoundId) -> bool {
    let it = app.state().rounds.get(&round);
    let Some(RoundState::Submitted { on, .. }) = it.map(|it| it.state.clone()) else {
        return false;
    };
    let refusal = Refusal::Cycle(CycleRefusal::Submitted { round, on });
    let sentence = app.narrator().refusal(&refusal).to_string();
    app.status.tell(Tone::Warning, sentence);
    true
}

fn send(app: &mut App, command: CycleCommand) {
    app.send(Command::Cycle(Box::new(command)), Waiting::Direct);
}

fn tell(app: &mut App, phrase: Phrase) {
    let sentence = app.say(phrase);
    app.status.tell(Tone::Warning, sentence);
}
