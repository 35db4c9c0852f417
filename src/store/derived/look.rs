//! A look at everything in the tree, a slice at a time, while the tree goes on changing.
//! Owns how far the look has got and the sum of what was seen.
//!
//! Invariant: the sum is that of the entries up to the last key looked at, as they are now: whoever writes one of these says by how much
//! the sum changes with it. So in the end it must be the sum that every batch carries.

use std::ops::Bound;

use super::super::error::StoreError;
use super::{Derived, keys, summed};

/// A look that is under way.
#[derive(Default)]
pub(super) struct Look {
    /// The last key looked at.
    last: Vec<u8>,
    sum: u128,
}

impl Derived {
    /// Looks at so many bytes more. `None` when there is more to look at, else whether everything is exactly what was written.
    pub fn look_on(&mut self, bytes: usize) -> Result<Option<bool>, StoreError> {
        let mut look = self.look.take().unwrap_or_default();
        let mut seen = 0;
        let behind = (Bound::Excluded(look.last.as_slice()), Bound::Unbounded);
        let mut last = None;
        let mut sum = look.sum;
        for entry in self.tree.range::<&[u8], _>(behind) {
            let (key, value) = self.check(entry)?;
            sum = sum.wrapping_add(summed(&key, &value));
            seen += key.len() + value.len();
            let is_enough = seen >= bytes;
            last = Some(key);
            if is_enough {
                break;
            }
        }
        look.sum = sum;
        let Some(last) = last.filter(|_| seen >= bytes) else {
            return Ok(Some(look.sum == self.sum));
        };
        look.last = last.to_vec();
        self.look = Some(look);
        Ok(None)
    }

    /// Whether this key was looked at, and is being kept up with.
    pub(super) fn is_looked_at(&self, key: &[u8]) -> bool {
        (self.look.as_ref()).is_some_and(|it| key <= it.last.as_slice() && !keys::is_unsummed(key))
    }

    /// Keeps up with what was written over that was looked at.
    pub(super) fn keep_up(&mut self, change: u128) {
        if let Some(look) = &mut self.look {
            look.sum = look.sum.wrapping_add(change);
        }
    }
}
