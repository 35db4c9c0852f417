//! The choice of the period.

use crate::tui::app::App;

/// The choice of the period.
pub fn open(_app: &mut App) {}
