//! Copying, in three ways: through the terminal, on a plain page, into a file.

use crate::tui::app::App;

/// Hands what is under the cursor to the terminal's clipboard.
pub fn copy(_app: &mut App) {}
/// Shows the screen's contents without frames, to select with the mouse.
pub fn plain_page(_app: &mut App) {}
/// Writes the screen's contents to a file.
pub fn to_file(_app: &mut App) {}
