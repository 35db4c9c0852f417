//! The filter of a pane.

use crate::tui::app::App;

/// The filter of a pane.
pub fn open(_app: &mut App) {}
