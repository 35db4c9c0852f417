//! The palette of commands.

use crate::tui::app::App;

/// The palette of commands.
pub fn open(_app: &mut App) {}
