//! The card of a head.

use crate::tui::app::App;

/// The card of a head.
pub fn open(_app: &mut App) {}
