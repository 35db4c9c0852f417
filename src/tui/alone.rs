//! Unfinished input while there is no engine to keep it: how it is kept then, until there is one again.
//!
//! Must not know where it is kept.

use crate::service::link::Kept;

/// Keeps words beside what was kept before.
pub type Keep = Box<dyn Fn(&[Kept])>;

/// Lets go of words that the engine has. Whether none is left.
pub type Taken = Box<dyn Fn(&[Kept]) -> bool>;

/// Keeps unfinished input without an engine.
pub struct KeepAlone {
    /// How it is kept.
    pub keep: Keep,
    /// The engine has these now.
    pub taken: Taken,
    /// What was kept so the last time and never taken.
    pub left: Vec<Kept>,
}
