//! What is read from the disk anew: after an unknown outcome, and when a check finds that what was read before was not what was written.
//! Owns who is told what about it.

use std::sync::Arc;

use super::Worker;
use crate::domain::ids::PeriodId;
use crate::domain::state::State;
use crate::store::Checked;

impl Worker {
    /// After an unknown outcome: takes the state from the disk. Commits that turned out to be there are published.
    pub(in crate::service::engine) fn come_back(&mut self) {
        let Some((state, found)) = self.keeper.reopen() else {
            return;
        };
        self.take(state);
        self.set_writing(self.keeper.writing());
        let found: Vec<_> = found.into_iter().map(Arc::new).collect();
        self.publish(&found);
    }

    /// Goes on with a state that was read from the disk, with the values that were in memory.
    fn take(&mut self, mut state: State) {
        let loaded: Vec<PeriodId> = self.state.loaded().collect();
        for period in loaded {
            if let Ok(shard) = self.keeper.shard(period) {
                state.load_shard(period, shard);
            }
        }
        self.state = state;
    }

    /// Checks a slice of what is left to check after an unclean end. False when it cannot be done now.
    pub(super) fn check(&mut self) -> bool {
        match self.keeper.check() {
            Ok(Checked::More) => {}
            Ok(Checked::Whole) => tracing::info!("checked after an unclean end: whole"),
            Ok(Checked::Rebuilt(state)) => {
                tracing::error!("the derived state was damaged and was made again");
                self.begin_anew(*state);
            }
            Ok(Checked::Damaged(damage)) => {
                tracing::error!(%damage, "the journal is damaged");
                self.set_writing(self.keeper.writing());
            }
            Err(error) => {
                tracing::warn!(%error, "the check waits");
                return false;
            }
        }
        true
    }

    /// What everybody was told came from what was not written so: all begin anew.
    fn begin_anew(&mut self, state: State) {
        self.take(state);
        for client in self.audience.begin_anew(&self.state) {
            self.tell_anew(client);
        }
    }
}
