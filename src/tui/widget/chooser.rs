//! A box with a line to type in and a list below it, one item of which is under the cursor: the picker, the palette, the search.
//!
//! Owns where things stand in the box; what an item looks like is its owner's.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::line_edit::LineEdit;
use super::list::ListCursor;
use super::{input, paint};
use crate::tui::theme::{Role, Theme};

/// Rows that the frame and the line take of the box.
const AROUND: u16 = 3;

/// Rows of the list in a box of this height.
#[must_use]
pub const fn rows(height: u16) -> usize {
    height.saturating_sub(AROUND) as usize
}

/// The box, ready to be drawn.
#[derive(Debug)]
pub struct Chooser<'a> {
    /// Where it stands.
    pub area: Rect,
    /// What is typed.
    pub query: &'a LineEdit,
    /// Where the list stands.
    pub cursor: ListCursor,
    /// How many items it has.
    pub len: usize,
}

impl Chooser<'_> {
    /// Draws the box: its frame, the line, and each item in sight by `item`, which is told the item's number, whether it is under the
    /// cursor, and its row, whose first column is the marker's. Gives the place of the list, for what is said there when it is empty.
    pub fn render(
        &self,
        buf: &mut Buffer,
        title: &str,
        theme: &Theme,
        mut item: impl FnMut(&mut Buffer, usize, bool, Rect),
    ) -> Rect {
        let inner = paint::popup(buf, self.area, title, theme);
        if inner.height == 0 {
            return inner;
        }
        let prompt = Rect { height: 1, ..inner };
        let mark = theme.glyphs.cursor_idle;
        paint::put(
            buf,
            prompt.x,
            prompt.y,
            prompt.width,
            mark,
            theme.style(Role::Input),
        );
        paint::put(
            buf,
            prompt.x + 1,
            prompt.y,
            1,
            " ",
            theme.style(Role::Input),
        );
        input::render(buf, after_mark(prompt), self.query, theme);
        let list = Rect {
            y: inner.y + 1,
            height: inner.height - 1,
            ..inner
        };
        let mut cursor = self.cursor;
        cursor.settle(self.len, usize::from(list.height));
        for (n, y) in (cursor.top..self.len).zip(list.y..list.bottom()) {
            let here = n == cursor.at;
            let marker = if here { theme.glyphs.cursor } else { " " };
            paint::put(buf, list.x, y, 1, marker, theme.style(Role::Text));
            item(
                buf,
                n,
                here,
                Rect {
                    y,
                    height: 1,
                    ..list
                },
            );
        }
        list
    }

    /// Where the cursor stands in the line.
    #[must_use]
    pub fn cursor(&self) -> Position {
        let inner = Rect {
            x: self.area.x + 1,
            y: self.area.y + 1,
            width: self.area.width.saturating_sub(2),
            height: 1,
        };
        input::cursor(after_mark(inner), self.query)
    }
}

/// The row behind the mark that stands before the line.
fn after_mark(row: Rect) -> Rect {
    Rect {
        x: row.x + 2.min(row.width),
        width: row.width.saturating_sub(2),
        ..row
    }
}
