//! The full check after an unclean end, a slice at a time: everything in the derived state, then the whole chain of the journal.
//! Owns what is done about what it finds.
//!
//! The derived state is made again; over a damaged journal nothing more is written.

use super::error::{Damage, StoreError};
use super::journal::{Journal, Look};
use super::store::Store;
use crate::domain::state::State;

/// Bytes of one slice: some milliseconds at most.
const SLICE: usize = 64 << 10;

/// Slices that closing waits for: what is not checked by then is checked when the store is opened next.
const AT_CLOSING: usize = 128;

/// A check that is under way.
pub(super) enum Check {
    /// Of the derived state.
    Derived,
    /// Of the journal.
    Journal(Box<Look>),
}

/// What a slice of the check has come to.
#[derive(Debug)]
pub enum Checked {
    /// There is more to check.
    More,
    /// Everything is whole.
    Whole,
    /// The derived state was not what was written: it was made again, and this is what it says. There is more to check.
    Rebuilt(Box<State>),
    /// The journal is damaged; from here on the store is open for reading only.
    Damaged(Damage),
}

impl Store {
    /// Whether a check is under way.
    pub fn is_checking(&self) -> bool {
        self.check.is_some()
    }

    /// Checks a slice. An error says that it cannot be done now; the check goes on with the next call.
    pub fn check(&mut self) -> Result<Checked, StoreError> {
        match self.check.take() {
            None => Ok(Checked::Whole),
            Some(Check::Derived) => {
                self.check = Some(Check::Derived);
                self.check_derived()
            }
            Some(Check::Journal(mut look)) => {
                let checked = self.journal.look_on(&mut look, SLICE as u64);
                let Some(end) = checked.transpose() else {
                    self.check = Some(Check::Journal(look));
                    return Ok(Checked::More);
                };
                match end {
                    Ok(Ok(())) => Ok(Checked::Whole),
                    Ok(Err(damage)) => {
                        self.journal.stop(damage.clone());
                        Ok(Checked::Damaged(damage))
                    }
                    Err(error) => {
                        // What was read is behind it; what was not begins anew.
                        self.begin_look();
                        Err(error)
                    }
                }
            }
        }
    }

    fn check_derived(&mut self) -> Result<Checked, StoreError> {
        match self.with_derived_once(|derived, _| derived.look_on(SLICE)) {
            Ok(None) => Ok(Checked::More),
            Ok(Some(true)) => {
                self.begin_look();
                Ok(Checked::More)
            }
            Ok(Some(false)) | Err(StoreError::State { .. }) => {
                // The next one who needs it looks at all of it first, and makes it again.
                self.let_go()?;
                let state = self.with_derived(|derived, _| derived.state())?;
                self.begin_look();
                Ok(Checked::Rebuilt(Box::new(state)))
            }
            Err(error) => Err(error),
        }
    }

    fn begin_look(&mut self) {
        let look = Journal::look(&self.journal);
        self.check = Some(Check::Journal(Box::new(look)));
    }

    /// Ends a check that has not far to go. Whether everything is known to be whole.
    pub(super) fn end_check(&mut self) -> bool {
        for _ in 0..AT_CLOSING {
            match self.check() {
                Ok(Checked::Whole) => return true,
                Ok(Checked::More | Checked::Rebuilt(_)) => {}
                Ok(Checked::Damaged(_)) | Err(_) => return false,
            }
        }
        false
    }
}
