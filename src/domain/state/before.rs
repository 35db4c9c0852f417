//! Commits taken in for now: what there was before them, to be put back should they not become durable.
//!
//! Must not know why a commit is taken back, nor who looks at the state in between.

use super::State;
use super::meta::Meta;
use super::stamped::Stamp;
use crate::domain::ids::{PROGRAM, PeriodId, Seq, Timestamp};
use crate::domain::record::{Commit, Key, Record};

/// Nobody reads the stamp of a record that is taken out.
const OF_NONE: Stamp = Stamp {
    rev: Seq(0),
    by: PROGRAM,
    at: Timestamp(0),
};

/// What there was before commits were taken in with [`State::apply_for_now`].
#[derive(Debug, Default)]
pub struct Before {
    /// Counters and undo stacks; none while no commit was taken in.
    meta: Option<Meta>,
    /// Records as they were, the latest changed last.
    records: Vec<(Key, Option<(Record, Stamp)>)>,
    /// Periods that there were no values of.
    periods: Vec<PeriodId>,
}

impl State {
    /// Takes a commit in like [`State::apply`], and notes what there was before it.
    pub fn apply_for_now(&mut self, commit: &Commit, before: &mut Before) {
        before.meta.get_or_insert_with(|| self.meta.clone());
        for change in &commit.changes {
            if let Key::Period(id) = change.key
                && self.shard(id).is_none()
            {
                before.periods.push(id);
            }
            // What lies in a shard that is not loaded is not changed here, either.
            if self.has_loaded(change.key) {
                before.records.push((change.key, self.record(change.key)));
            }
        }
        self.apply(commit);
    }

    /// Puts back what there was before; shards that were loaded in between stay.
    pub fn put_back(&mut self, before: Before) {
        let Some(meta) = before.meta else { return };
        for (key, record) in before.records.into_iter().rev() {
            let (record, stamp) = record.unzip();
            self.put(key, record, stamp.unwrap_or(OF_NONE));
        }
        for period in before.periods {
            self.unload_shard(period);
        }
        self.meta = meta;
    }

    fn has_loaded(&self, key: Key) -> bool {
        (key.shard()).is_none_or(|period| self.shard(period).is_some())
    }
}
