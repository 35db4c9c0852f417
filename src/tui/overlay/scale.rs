//! The full definition of an indicator.

use crate::tui::app::App;

/// The full definition of an indicator.
pub fn open(_app: &mut App) {}
