//! Which periods' values were used last, and which to let go when too many are in memory.
//!
//! Owns the order and the limit; must not know who uses the values, nor how they come back. Whoever lets go of a shard asks for it
//! again when it is needed: that is what [`crate::domain::refusal::Refusal::NotLoaded`] says.

use super::State;
use crate::domain::ids::PeriodId;

/// Values that are kept in memory, as long as nothing needs more at once: half of the ten years of a large municipality
/// (700 organisations × 60 indicators), all there is of a small one.
pub const MOST_VALUES: usize = 200_000;

/// The order in which periods were used, and how many values may stay.
#[derive(Clone, Debug)]
pub struct Recent {
    /// The latest last.
    order: Vec<PeriodId>,
    most: usize,
}

impl Default for Recent {
    fn default() -> Recent {
        Recent::new(MOST_VALUES)
    }
}

impl Recent {
    /// Nothing used yet; so many values may stay.
    #[must_use]
    pub fn new(most: usize) -> Recent {
        Recent {
            order: Vec::new(),
            most,
        }
    }

    /// The values of this period are used now.
    pub fn used(&mut self, period: PeriodId) {
        if self.order.last() != Some(&period) {
            self.order.retain(|it| *it != period);
            self.order.push(period);
        }
    }

    /// Lets go of the shards used longest ago until the rest is within the limit. The one used last stays in any case, and so
    /// does each of which `stays` says so.
    pub fn let_go(&mut self, state: &mut State, stays: impl Fn(PeriodId) -> bool) {
        let sizes = state.loaded().map(|it| (it, state.shard(it)));
        let sizes = sizes.map(|(it, shard)| (it, shard.map_or(0, super::Shard::len)));
        let mut sizes: Vec<(PeriodId, usize)> = sizes.collect();
        let mut total: usize = sizes.iter().map(|it| it.1).sum();
        if total <= self.most {
            return;
        }
        // What was never used comes first.
        sizes.sort_by_key(|(period, _)| self.order.iter().position(|it| it == period));
        for (period, size) in sizes {
            if total <= self.most {
                break;
            }
            if self.order.last() != Some(&period) && !stays(period) {
                state.unload_shard(period);
                total -= size;
            }
        }
        self.order.retain(|it| state.shard(*it).is_some());
    }
}
