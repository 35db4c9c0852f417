//! The cells of a preview, claim by claim, and what stood in each when it was first shown.
//!
//! Owns that this is not forgotten while the preview is looked at, whatever is said of names meanwhile: what others write is told beside it.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::command::Seen;
use crate::domain::record::Key;
use crate::domain::state::State;
use crate::domain::value::{Cell, Entry, Subject};

/// What the claims stand on.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Grounds {
    /// The cell of each claim, where it is known.
    cells: Vec<Option<Cell>>,
    shown: BTreeMap<Cell, Shown>,
}

/// What was there.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    /// When it was first shown.
    first: (Seen, Option<Entry>),
    /// When it was judged last.
    judged: Seen,
}

impl Grounds {
    /// For so many claims, of which no cell is known yet. What was shown before stays as it was.
    pub(super) fn anew(self, claims: usize) -> Grounds {
        Grounds {
            cells: vec![None; claims],
            ..self
        }
    }

    /// The cell of a claim.
    pub(super) fn cell(&self, at: usize) -> Option<Cell> {
        self.cells.get(at).copied().flatten()
    }

    /// Puts a claim on a cell, or on none. What is shown for the first time is so as it is now; it waits for the values of its period.
    pub(super) fn put(&mut self, state: &State, at: usize, cell: Option<Cell>) {
        if let Some(it) = self.cells.get_mut(at) {
            *it = cell;
        }
        if let Some(cell) = cell
            && let Some(now) = seen_now(state, cell)
        {
            self.shown.entry(cell).or_insert_with(|| Shown {
                first: (now, state.value(cell).map(|it| it.entry.clone())),
                judged: now,
            });
        }
    }

    /// What was there when the cell was first shown, where that is something else than now.
    pub(super) fn before(&self, state: &State, cell: Cell) -> Option<&Option<Entry>> {
        let (seen, entry) = &self.shown.get(&cell)?.first;
        (seen_now(state, cell) != Some(*seen)).then_some(entry)
    }

    /// The claims about these.
    pub(super) fn about(&self, all: &BTreeSet<Subject>) -> Vec<usize> {
        let is = |it: &Cell| all.contains(&it.subject);
        let cells = self.cells.iter().enumerate();
        let about = cells.filter(|(_, it)| it.as_ref().is_some_and(is));
        about.map(|it| it.0).collect()
    }

    /// Those of the claims under whose hands a cell was changed since it was judged last; they are to be judged now.
    pub(super) fn moved(&mut self, state: &State, which: &[usize]) -> Vec<usize> {
        let has_moved = |at: &usize| {
            let Some(cell) = self.cell(*at) else {
                return false;
            };
            let now = seen_now(state, cell);
            let shown = self.shown.get(&cell);
            shown.is_some_and(|it| now.is_some_and(|now| now != it.judged))
        };
        let moved: Vec<usize> = which.iter().copied().filter(has_moved).collect();
        for cell in moved
            .iter()
            .filter_map(|it| self.cell(*it))
            .collect::<BTreeSet<_>>()
        {
            if let (Some(it), Some(now)) = (self.shown.get_mut(&cell), seen_now(state, cell)) {
                it.judged = now;
            }
        }
        moved
    }
}

/// What stands under a cell now; none where the values of the period are not here.
pub(super) fn seen_now(state: &State, cell: Cell) -> Option<Seen> {
    state.shard(cell.period)?;
    let stamp = state.stamp(Key::Value(cell));
    Some(stamp.map_or(Seen::Absent, |it| Seen::At(it.rev)))
}
