//! Recommendations, decisions and reports, written inline under the value they are about.

use crate::tui::app::App;

/// A recommendation for the row, or for all marked rows.
pub fn recommend(_app: &mut App) {}
/// A decision.
pub fn decide(_app: &mut App) {}
/// A report of execution.
pub fn report(_app: &mut App) {}
/// The next state of what is under the cursor.
pub fn next_state(_app: &mut App) {}
/// A new term.
pub fn prolong(_app: &mut App) {}
/// Taking off control.
pub fn release(_app: &mut App) {}
/// A document for the register.
pub fn add_document(_app: &mut App) {}
/// Opens what is under the cursor of the detail.
pub fn open_selected(_app: &mut App) {}
