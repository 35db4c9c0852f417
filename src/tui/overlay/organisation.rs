//! A new organisation, and who heads one.

use crate::tui::app::App;

/// A new organisation, and who heads one.
pub fn add(_app: &mut App) {}
/// A new organisation, and who heads one.
pub fn appoint(_app: &mut App) {}
