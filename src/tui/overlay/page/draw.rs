//! How a page looks: its lines in a frame, the cursor's line lit in its first words, and the heading under which the cursor stands.

use ratatui::buffer::Buffer;

use super::{Line, Page};
use crate::tui::app::App;
use crate::tui::layout::layout;
use crate::tui::theme::Role;
use crate::tui::widget::paint;

/// Puts a page down.
pub(super) fn render<C>(page: &Page<C>, app: &App, buf: &mut Buffer) {
    let Some(areas) = layout(app.size, false) else {
        return;
    };
    let theme = &app.theme;
    let area = areas.body;
    let above = heading_above(page);
    let title = above.map_or_else(
        || page.told.title.clone(),
        |it| format!("{} {} {}", page.told.title, theme.glyphs.dot, it.text()),
    );
    let inner = paint::popup(buf, area, &title, theme);
    let shown = page.told.lines.iter().enumerate().skip(page.top);
    for ((n, line), y) in shown.zip(inner.y..inner.bottom()) {
        let here = page.at == Some(n);
        let marker = if here { theme.glyphs.cursor } else { " " };
        paint::put(buf, inner.x, y, 1, marker, theme.style(Role::Text));
        line.put(buf, (inner.x + 1, y, inner.right()), here, theme);
    }
    let style = theme.style(Role::Border);
    if page.top > 0 {
        paint::put(
            buf,
            area.right().saturating_sub(3),
            area.y,
            1,
            theme.glyphs.more_above,
            style,
        );
    }
    if page.top + usize::from(inner.height) < page.told.lines.len() {
        let y = area.bottom().saturating_sub(1);
        paint::put(
            buf,
            area.right().saturating_sub(3),
            y,
            1,
            theme.glyphs.more_below,
            style,
        );
    }
}

/// The heading under which the cursor stands, where it has scrolled out of sight: the frame says it.
fn heading_above<C>(page: &Page<C>) -> Option<&Line> {
    let before = page.told.lines.iter().take(page.at? + 1).enumerate();
    let (at, line) = before.rev().find(|(_, it)| it.is_heading)?;
    (at < page.top).then_some(line)
}
