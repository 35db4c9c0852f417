//! Unfinished input while there is no engine to keep it: how it is kept then, and what of it is the latest when there is one again.
//!
//! Must not know where it is kept.

use crate::service::link::Unsaved;

/// Keeps input in place of what was kept before.
pub type Keep = Box<dyn Fn(&[Unsaved])>;

/// Keeps unfinished input without an engine.
pub struct KeepAlone {
    /// How it is kept.
    pub keep: Keep,
    /// The engine has it now.
    pub taken: Box<dyn Fn()>,
    /// What was kept so the last time and never taken.
    pub left: Vec<Unsaved>,
}

/// Of what the engine kept and what was kept without it, the later input of each place.
#[must_use]
pub fn latest(kept: Vec<Unsaved>, alone: &[Unsaved]) -> Vec<Unsaved> {
    let mut latest = kept;
    for it in alone {
        match latest.iter_mut().find(|known| known.place == it.place) {
            Some(known) if known.at < it.at => *known = it.clone(),
            Some(_) => {}
            None => latest.push(it.clone()),
        }
    }
    latest
}
