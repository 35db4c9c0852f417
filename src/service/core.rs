//! The pure heart of the engine: decides, numbers and takes in. No disk, no clock, no threads.
//!
//! The engine wraps it with the store; tests of the interface use it alone.

use std::sync::Arc;

use crate::analysis::results::RECKON;
use crate::domain::command::Command;
use crate::domain::decide::{Actor, decide, decide_redo, decide_undo};
use crate::domain::ids::{Now, Seq, UserId};
use crate::domain::record::{Cause, CommandId, Commit};
use crate::domain::refusal::Refusal;
use crate::domain::state::State;

/// A request to change something, as it reached the engine.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// By whom: from the kernel, never from the client.
    pub actor: UserId,
    /// The client's id of the command.
    pub id: CommandId,
    /// The command.
    pub command: &'a Command,
    /// When.
    pub now: Now,
}

/// Makes the commit that carries a command out on this state. The state is not changed.
///
/// `find` gives a commit by its number; only undo and redo ask for one.
///
/// # Errors
/// [`Refusal`], if the rules say no; [`Refusal::NotLoaded`] asks the caller to load a period's values and to try again.
pub fn commit_for(
    state: &State,
    asked: Asked<'_>,
    find: impl FnOnce(Seq) -> Option<Arc<Commit>>,
) -> Result<Commit, Refusal> {
    let actor = Actor { user: asked.actor };
    let (cause, changes) = match asked.command {
        Command::Undo => {
            let seq = state
                .undo_target(asked.actor)
                .ok_or(Refusal::NothingToUndo)?;
            let original = find(seq).ok_or(Refusal::TooOld { seq })?;
            (
                Cause::Undo(seq),
                decide_undo(state, &actor, &original, asked.now, RECKON)?,
            )
        }
        Command::Redo => {
            let seq = state
                .redo_target(asked.actor)
                .ok_or(Refusal::NothingToRedo)?;
            let original = find(seq).ok_or(Refusal::TooOld { seq })?;
            (
                Cause::Redo(seq),
                decide_redo(state, &actor, &original, asked.now, RECKON)?,
            )
        }
        command @ Command::Erase(_) => {
            let changes = decide(state, &actor, command, asked.now, RECKON)?;
            (Cause::Erase, changes)
        }
        command => (
            command.file().map_or(Cause::Do, Cause::Import),
            decide(state, &actor, command, asked.now, RECKON)?,
        ),
    };
    Ok(Commit {
        seq: state.meta.seq.next(),
        time: asked.now.at,
        actor: asked.actor,
        command_id: asked.id,
        cause,
        changes,
    })
}
