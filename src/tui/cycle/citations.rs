//! What is done with a citation at once: moved, copied, retired, taken up again.

use super::{is_frozen, names, send, tell};
use crate::args;
use crate::domain::cycle_command::CycleCommand;
use crate::domain::decide::Deed;
use crate::domain::ids::{CitationId, RequirementId, Seq};
use crate::domain::record::Key;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::overlay::picker::{Item, Picker};
use crate::tui::rights::may;

/// Retires the citation under the cursor, or takes it up again.
pub fn retire(app: &mut App) {
    let Some((id, seen)) = citation_here(app) else {
        return;
    };
    if is_frozen(app) {
        return;
    }
    let retired = app.state().citations.get(&id).is_some_and(|it| !it.retired);
    let ids = vec![(id, seen)];
    send(app, CycleCommand::RetireCitations { ids, retired });
}

/// Moves the citation under the cursor to another requirement, which is picked.
pub fn move_citation(app: &mut App) {
    carry(app, Phrase::MoveWhere, |id, to| {
        CycleCommand::MoveCitations { ids: vec![id], to }
    });
}

/// Copies the citation under the cursor: to the marked requirements, else to one that is picked.
pub fn copy_citation(app: &mut App) {
    let to: Vec<RequirementId> = match app.cycle.marks.is_empty() {
        true => Vec::new(),
        false => app.cycle.acted_on(),
    };
    if to.is_empty() {
        return carry(app, Phrase::CopyWhere, |id, to| {
            CycleCommand::CopyCitations {
                ids: vec![id.0],
                to: vec![to],
            }
        });
    }
    if let Some((id, _)) = citation_here(app)
        && !is_frozen(app)
    {
        send(app, CycleCommand::CopyCitations { ids: vec![id], to });
    }
}

fn carry(
    app: &mut App,
    question: Phrase,
    command: impl Fn((CitationId, Seq), RequirementId) -> CycleCommand + Send + 'static,
) {
    let Some(citation) = citation_here(app) else {
        return;
    };
    let Some(round) = app.cycle.round.filter(|_| !is_frozen(app)) else {
        return;
    };
    let here = app
        .state()
        .citations
        .get(&citation.0)
        .map(|it| it.requirement);
    let mut all = names::in_order(app, round);
    all.retain(|it| Some(*it) != here);
    let title = app.say_with(question, &args![what = names::citation(app, citation.0)]);
    let picker = pick(app, title, &all, here, move |app, to| {
        send(app, command(citation, to));
        Outcome::Close
    });
    app.open(picker);
}

/// A list of requirements to pick from, with the cursor near one.
pub(super) fn pick(
    app: &App,
    title: String,
    all: &[RequirementId],
    near: Option<RequirementId>,
    on_pick: impl FnMut(&mut App, RequirementId) -> Outcome + Send + 'static,
) -> Box<dyn Overlay> {
    let order = |id: RequirementId| app.state().requirements.get(&id).map(|it| it.order);
    let items = all.iter().map(|id| Item {
        label: names::requirement(app, *id),
        right: String::new(),
        value: *id,
    });
    let at = near.and_then(|near| all.iter().position(|it| order(*it) > order(near)));
    Box::new(Picker::new(
        title,
        items.collect(),
        at.unwrap_or(0),
        Box::new(on_pick),
    ))
}

/// The citation under the cursor with its revision; says so where there is none.
fn citation_here(app: &mut App) -> Option<(CitationId, Seq)> {
    let here = match app.cycle.under_cursor() {
        Some(Key::Citation(id)) => Some(id),
        Some(Key::Requirement(id)) => {
            // The only one of a requirement is meant where the cursor is on that.
            let state = app.state();
            let mut all = state.citations_of.of(id);
            let all: Vec<CitationId> = all.by_ref().take(2).collect();
            match all.as_slice() {
                [one] => Some(*one),
                _ => None,
            }
        }
        _ => None,
    };
    let Some(id) = here else {
        tell(app, Phrase::NoCitationHere);
        return None;
    };
    let seen = app.state().citations.get(&id)?.stamp.rev;
    may(app, &Deed::Register).then_some((id, seen))
}
