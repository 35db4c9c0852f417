//! The chain from a value to what became of it.

use crate::tui::app::App;

/// The chain from a value to what became of it.
pub fn open(_app: &mut App) {}
