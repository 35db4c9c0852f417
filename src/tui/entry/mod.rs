//! Entering values: what the commands of entry do, and the editor of a cell.

use crate::domain::command::SetValue;
use crate::domain::refusal::Refusal;
use crate::tui::app::App;

/// Opens the editor over what is there.
pub fn edit(_app: &mut App) {}
/// Opens the editor with the first character typed; it replaces what is there.
pub fn begin(_app: &mut App, _first: char) {}
/// Pasted text over the cells.
pub fn paste(_app: &mut App, _text: &str) {}
/// «н/п».
pub fn not_applicable(_app: &mut App) {}
/// «нет данных».
pub fn no_data(_app: &mut App) {}
/// Clears the cell.
pub fn clear(_app: &mut App) {}
/// The next option of a choice.
pub fn step_choice(_app: &mut App) {}
/// The note of a value.
pub fn note(_app: &mut App) {}
/// The source of a value.
pub fn source(_app: &mut App) {}
/// The document that proves a value.
pub fn evidence(_app: &mut App) {}
/// The follow-up flag.
pub fn flag(_app: &mut App) {}
/// Сдать.
pub fn submit(_app: &mut App) {}
/// Утвердить.
pub fn approve(_app: &mut App) {}
/// Вернуть на доработку.
pub fn return_value(_app: &mut App) {}
/// Opens unfinished input again.
pub fn restore_unsaved(_app: &mut App) {}
/// Drops unfinished input.
pub fn drop_unsaved(_app: &mut App) {}
/// An edit was refused: the editor opens again with what was typed, or a conflict is shown.
pub fn refused(_app: &mut App, _edit: SetValue, _refusal: &Refusal) {}
/// Keeps an edit as unfinished input.
pub fn keep(_app: &mut App, _edit: &SetValue) {}
