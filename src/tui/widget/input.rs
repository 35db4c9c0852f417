//! A line being typed, as it is drawn: what of it fits, with the cursor always in sight; a suggestion stands as if selected. Must not know what is asked.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::line_edit::LineEdit;
use super::paint;
use crate::tui::text::Align;
use crate::tui::theme::{Role, Theme};

/// Draws the line into a row.
pub fn render(buf: &mut Buffer, row: Rect, line: &LineEdit, theme: &Theme) {
    let (shown, _) = line.window(usize::from(row.width));
    let style = theme.style(Role::Input);
    paint::field(
        buf,
        row.x,
        row.y,
        row.width,
        &shown,
        Align::Left,
        style,
        theme,
    );
    if line.is_suggested() {
        paint::put(
            buf,
            row.x,
            row.y,
            row.width,
            &shown,
            theme.style(Role::Cursor),
        );
    }
}

/// Where the cursor stands in that row.
#[must_use]
pub fn cursor(row: Rect, line: &LineEdit) -> Position {
    let (_, column) = line.window(usize::from(row.width));
    let x = row.x + u16::try_from(column).unwrap_or(0);
    Position::new(x.min(row.right().saturating_sub(1)), row.y)
}
