//! What the records alone don't tell: counters, and what each user can take back.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use crate::domain::ids::{Seq, UserId};
use crate::domain::record::{Cause, Key, Kind};

/// How many of a user's commits can be undone.
const UNDO_DEPTH: usize = 200;

/// What one user can take back and do again: numbers of commits, the latest last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UndoStack {
    /// Commits in effect.
    pub undo: Vec<Seq>,
    /// Undo commits that can be taken back.
    pub redo: Vec<Seq>,
}

/// What must be kept beside the records, because the records alone don't tell it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meta {
    /// The last commit applied.
    pub seq: Seq,
    /// Highest id ever handed out, by kind; ids are never used twice.
    pub last_ids: BTreeMap<Kind, u32>,
    /// Undo stacks by user.
    pub undo: BTreeMap<UserId, UndoStack>,
}

impl Meta {
    /// Takes note of a commit: its number and the actor's undo stack. A new command forgets what could be done again.
    pub fn note(&mut self, seq: Seq, actor: UserId, cause: Cause) {
        self.seq = seq;
        let stack = self.undo.entry(actor).or_default();
        match cause {
            Cause::Do | Cause::Import(_) => {
                stack.undo.push(seq);
                stack.redo.clear();
            }
            Cause::Undo(target) => {
                stack.undo.retain(|it| *it != target);
                stack.redo.push(seq);
            }
            Cause::Redo(target) => {
                stack.redo.retain(|it| *it != target);
                stack.undo.push(seq);
            }
            Cause::Erase => {}
        }
        let excess = stack.undo.len().saturating_sub(UNDO_DEPTH);
        stack.undo.drain(..excess);
    }

    /// Takes note of an id in use.
    pub fn note_key(&mut self, key: Key) {
        if let Some(id) = key.own_id() {
            let last = self.last_ids.entry(key.kind()).or_default();
            *last = (*last).max(id);
        }
    }
}
