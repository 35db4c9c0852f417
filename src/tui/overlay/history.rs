//! The history of a cell.

use crate::tui::app::App;

/// The history of a cell.
pub fn open(_app: &mut App) {}
