//! The ways in that a real store needs: an organisation changed, a base quantity put right, the reference of a benchmark, the next period,
//! the settings; and the first day of an empty store.

mod base;
mod empty;
mod journeys;
mod meanwhile;
mod organisation;
mod period;
pub mod period_steps;
mod pictures;
mod reference;
mod settings;

use crate::support::stage::Stage;
use crate::support::story;
use crate::support::world::*;

/// The small world with its story.
fn stage() -> Stage {
    story::stage((80, 24))
}

/// The same before somebody else.
fn stage_of(user: smotr::domain::ids::UserId) -> Stage {
    Stage::new(story::world().state, user)
}

/// How many commits the world begins with.
fn before() -> usize {
    story::world().commits.len()
}

/// As many backspaces.
fn erase(n: usize) -> String {
    "⌫".repeat(n)
}
