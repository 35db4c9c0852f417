//! Random commits that fit each other, and the state that they should lead to.

use std::collections::BTreeMap;

use smotr::domain::ids::{Seq, Timestamp, UserId};
use smotr::domain::record::{Cause, Change, CommandId, Commit, Key, Kind, Record};
use smotr::domain::state::{Stamp, State};

use super::any::{any_key, any_record};

/// What a store should hold.
#[derive(Clone, Default)]
pub struct Model {
    pub records: BTreeMap<Key, (Record, Stamp)>,
    pub commits: Vec<Commit>,
    pub state: State,
}

impl Model {
    /// Takes a commit in.
    pub fn take(&mut self, commit: Commit) {
        let stamp = Stamp {
            rev: commit.seq,
            by: commit.actor,
            at: commit.time,
        };
        for change in &commit.changes {
            match change.after.clone() {
                Some(record) => self.records.insert(change.key, (record, stamp)),
                None => self.records.remove(&change.key),
            };
        }
        self.state.apply(&commit);
        self.commits.push(commit);
    }

    /// A commit that could come next, of so many changes at most.
    pub fn next(&self, rng: &mut fastrand::Rng, most: usize) -> Commit {
        let seq = Seq(self.commits.len() as u64 + 1);
        let mut changes: Vec<Change> = Vec::new();
        for _ in 0..rng.usize(1..=most) {
            let kind = if rng.bool() {
                Kind::Value
            } else {
                Kind::ALL[rng.usize(..Kind::ALL.len())]
            };
            let key = any_key(kind, rng, 6);
            if changes.iter().any(|it| it.key == key) {
                continue;
            }
            let before = self.records.get(&key).map(|(record, _)| record.clone());
            let after = (before.is_none() || rng.u8(0..10) > 0).then(|| any_record(kind, rng));
            changes.push(Change { key, before, after });
        }
        let actor = UserId(rng.u32(0..4));
        let cause = match (
            rng.u8(0..8),
            self.state.undo_target(actor),
            self.state.redo_target(actor),
        ) {
            (0, Some(target), _) => Cause::Undo(target),
            (1, _, Some(target)) => Cause::Redo(target),
            (2, ..) => Cause::Import([3; 16]),
            _ => Cause::Do,
        };
        let time = Timestamp(1_760_000_000_000 + seq.0 as i64 * 60_000);
        Commit {
            seq,
            time,
            actor,
            command_id: CommandId(rng.u128(..)),
            cause,
            changes,
        }
    }

    /// The state without any values, as a store opens it.
    pub fn state(&self) -> State {
        let mut state = self.state.clone();
        for period in state.loaded().collect::<Vec<_>>() {
            state.unload_shard(period);
        }
        state
    }
}
