//! Putting text into cells: lines that are cut, boxes with titles, columns. Everything that draws goes through here.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::{Block, Clear, Widget};

use crate::tui::text::{self, Align};
use crate::tui::theme::{Role, Theme};

/// Writes text at a place, cut to so many columns; gives the column after it.
pub fn put(buf: &mut Buffer, x: u16, y: u16, columns: u16, content: &str, style: Style) -> u16 {
    let area = buf.area;
    if y >= area.bottom() || x >= area.right() {
        return x;
    }
    let columns = columns.min(area.right() - x);
    let (fits, _) = text::split_at_column(content, usize::from(columns));
    buf.set_stringn(x, y, fits, usize::from(columns), style);
    x.saturating_add(u16::try_from(text::width(fits)).unwrap_or(columns))
}

/// Writes text into exactly so many columns: cut with the ellipsis, or padded.
#[expect(
    clippy::too_many_arguments,
    reason = "a place, a width, a text and how it looks"
)]
pub fn field(
    buf: &mut Buffer,
    x: u16,
    y: u16,
    columns: u16,
    content: &str,
    align: Align,
    style: Style,
    theme: &Theme,
) {
    let content = text::fit(content, usize::from(columns), align, theme.glyphs.ellipsis);
    put(buf, x, y, columns, &content, style);
}

/// Draws a frame with a title on its upper edge and gives what is inside.
pub fn frame(buf: &mut Buffer, area: Rect, title: &str, focused: bool, theme: &Theme) -> Rect {
    let area = area.intersection(buf.area);
    let block = Block::bordered()
        .border_set(theme.glyphs.border)
        .border_style(theme.style(Role::Border));
    let inner = block.inner(area);
    block.render(area, buf);
    if area.width > 4 && !title.is_empty() {
        let role = if focused {
            Role::TitleFocused
        } else {
            Role::Title
        };
        let title = text::cut(title, usize::from(area.width - 4), theme.glyphs.ellipsis);
        put(
            buf,
            area.x + 1,
            area.y,
            area.width - 2,
            &format!(" {title} "),
            theme.style(role),
        );
    }
    inner
}

/// Puts a line on the lower edge of a frame.
pub fn foot(buf: &mut Buffer, frame: Rect, line: &str, theme: &Theme) {
    if let (Some(y), false) = (frame.bottom().checked_sub(1), line.is_empty()) {
        let room = frame.width.saturating_sub(4);
        let style = theme.style(Role::Title);
        put(buf, frame.x + 1, y, room, &format!(" {line} "), style);
    }
}

/// Clears a part of the screen and frames it, for whatever lies above the rest.
pub fn popup(buf: &mut Buffer, area: Rect, title: &str, theme: &Theme) -> Rect {
    let area = area.intersection(buf.area);
    Clear.render(area, buf);
    frame(buf, area, title, true, theme)
}

/// A box of this size in the middle of an area, never larger than it.
#[must_use]
pub fn centred(area: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (area.height - height) / 2,
        width,
        height,
    }
}
