//! Help.

use crate::tui::app::App;

/// Help.
pub fn open(_app: &mut App) {}
