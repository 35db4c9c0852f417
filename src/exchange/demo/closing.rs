//! The results of the demo's closed periods: what its own values come to, in the order in which they were closed.
//!
//! Follows the batches with as little in memory as results need: a period, and the one before it.

use super::Batch;
use super::world::{World, known_until, moment};
use crate::analysis::results;
use crate::domain::ids::{PROGRAM, PeriodId, Seq, Timestamp};
use crate::domain::period::{Period, PeriodState};
use crate::domain::record::{Change, Key, Record};
use crate::domain::state::{Shard, Stamp, State};

/// The records so far, to reckon with.
#[derive(Default)]
pub(super) struct Books {
    state: State,
}

impl Books {
    /// Takes in what a batch has changed.
    pub(super) fn take(&mut self, batch: &Batch) {
        let stamp = Stamp {
            rev: Seq(1),
            by: batch.by,
            at: batch.at,
        };
        for change in &batch.changes {
            // Results need numbers and who headed what; what follows from them is only carried along.
            if needed(change.key) {
                self.state.put(change.key, change.after.clone(), stamp);
            }
        }
    }

    /// A period begins: its numbers are kept, and no longer those of the period before the last.
    pub(super) fn begin(&mut self, id: PeriodId) {
        let before = self.state.period_before(id);
        let gone: Vec<PeriodId> = (self.state.loaded())
            .filter(|it| Some(*it) != before)
            .collect();
        gone.into_iter().for_each(|it| self.state.unload_shard(it));
        self.state
            .load_shard(id, std::sync::Arc::new(Shard::default()));
    }

    /// The batch that writes a closed period's results, after everything else that was written in it.
    pub(super) fn results(
        &self,
        world: &World,
        (id, period): (PeriodId, &Period),
        last: Timestamp,
    ) -> Option<Batch> {
        if period.state != PeriodState::Closed {
            return None;
        }
        let reckoned = results::reckon(&self.state, id).ok()?;
        let added = |(key, record): (Key, Record)| Change {
            key,
            before: None,
            after: Some(record),
        };
        Some(Batch {
            by: PROGRAM,
            at: moment(known_until(world, period), 60).max(last),
            changes: reckoned.into_iter().map(added).collect(),
        })
    }
}

fn needed(key: Key) -> bool {
    matches!(
        key,
        Key::Edition(_)
            | Key::Direction(..)
            | Key::Indicator(..)
            | Key::Organisation(_)
            | Key::Appointment(_)
            | Key::Period(_)
            | Key::Reference(..)
            | Key::Value(_)
    )
}
