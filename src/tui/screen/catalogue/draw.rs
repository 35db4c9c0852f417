//! How the catalogue looks: three panes, the one that has the keys with the bright title.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::columns::{GAP, INDENT, Widths};
use super::layout::Areas;
use super::section::{Column, Row};
use super::sections::ALL;
use super::{Catalogue, Pane};
use crate::args;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::text::{self, Align};
use crate::tui::theme::Role;
use crate::tui::widget::paint;

/// Draws the screen.
pub fn render(app: &App, buf: &mut Buffer) {
    let Some(areas) = app.catalogue.areas(app.size) else {
        return;
    };
    sections(app, &areas, buf);
    list(app, &areas, buf);
    detail(app, areas.detail, buf);
}

fn sections(app: &App, areas: &Areas, buf: &mut Buffer) {
    let (theme, c) = (&app.theme, &app.catalogue);
    let focused = c.focus == Pane::Sections;
    let title = app.say(Phrase::CatalogueSections);
    let inner = paint::frame(buf, areas.sections, &title, focused, theme);
    let shown = ALL.iter().enumerate().skip(c.sections.top);
    for ((n, section), y) in shown.zip(inner.y..inner.bottom()) {
        let here = n == c.chosen;
        mark(app, here, focused, inner.x, y, buf);
        let name = app.say(section.title());
        let style = theme.style(name_role(here, focused, false));
        paint::put(
            buf,
            inner.x + 1,
            y,
            inner.width.saturating_sub(1),
            &name,
            style,
        );
        let count = c.counts.get(n).copied().unwrap_or(0);
        if areas.counts {
            let text = count.to_string();
            let width = u16::try_from(text::width(&text)).unwrap_or(0);
            let x = inner.right().saturating_sub(width + 1);
            paint::put(buf, x, y, width, &text, theme.style(Role::Dim));
        }
    }
    more(
        app,
        areas.sections,
        c.sections.top,
        ALL.len(),
        inner.height,
        buf,
    );
}

fn list(app: &App, areas: &Areas, buf: &mut Buffer) {
    let (theme, c) = (&app.theme, &app.catalogue);
    let area = areas.list;
    let focused = c.focus == Pane::List;
    let inner = paint::frame(buf, area, &title(app), focused, theme);
    let narrow = usize::from(area.width.saturating_sub(6));
    let added = || c.section().adds().map(|it| hints::named(app, it));
    let said = match c.foot.is_empty() {
        true => added().into_iter().collect(),
        false => c.foot.clone(),
    };
    if let Some(line) = said.iter().find(|it| text::width(it) <= narrow) {
        paint::foot(buf, area, line, theme);
    }
    if c.rows.is_empty() {
        let lines = text::wrap(&c.why_empty, usize::from(inner.width.saturating_sub(2)));
        for (line, y) in lines.into_iter().zip(inner.y..inner.bottom()) {
            paint::put(
                buf,
                inner.x + 1,
                y,
                inner.width - 1,
                line,
                theme.style(Role::Dim),
            );
        }
        return;
    }
    let columns = (c.section().columns(c.inside), &c.widths);
    captions(app, columns, &c.captions, inner, buf);
    let rows = Rect {
        y: inner.y + 1,
        height: inner.height.saturating_sub(1),
        ..inner
    };
    let shown = c.rows.iter().enumerate().skip(c.list.top);
    for ((n, row), y) in shown.zip(rows.y..rows.bottom()) {
        let here = n == c.list.at;
        mark(app, here, focused, rows.x, y, buf);
        line(app, row, columns, (here, focused), Rect { y, ..rows }, buf);
    }
    more(app, area, c.list.top, c.rows.len(), rows.height, buf);
}

/// «Организации · «сш»», «Редакции · ред. 3».
fn title(app: &App) -> String {
    let c = &app.catalogue;
    let dot = app.theme.glyphs.dot;
    let mut title = app.say(c.section().title());
    if let Some(inside) = c.inside {
        title = format!("{title} {dot} {}", app.narrator().key(inside));
    }
    if !c.filter.is_empty() {
        let quoted = app.say_with(Phrase::Quoted, &args![text = c.filter.as_str()]);
        title = format!("{title} {dot} {quoted}");
    }
    title
}

/// The names of the columns, in the first line of a list.
pub(in crate::tui::screen) fn captions(
    app: &App,
    (columns, widths): (&[Column], &Widths),
    captions: &[String],
    inner: Rect,
    buf: &mut Buffer,
) {
    let theme = &app.theme;
    let mut x = inner.x + 1;
    for ((caption, width), column) in captions.iter().zip(&widths.cells).zip(columns) {
        if *width > 0 {
            let style = theme.style(Role::Label);
            paint::field(buf, x, inner.y, *width, caption, column.align, style, theme);
            x += width + GAP;
        }
    }
}

/// A row: its columns that have room, and its state.
pub(in crate::tui::screen) fn line(
    app: &App,
    row: &Row,
    (columns, widths): (&[Column], &Widths),
    (here, focused): (bool, bool),
    at: Rect,
    buf: &mut Buffer,
) {
    let theme = &app.theme;
    let plain = if row.dim { Role::Dim } else { Role::Text };
    let mut x = at.x + 1;
    let mut first = true;
    for ((cell, width), column) in row.cells.iter().zip(&widths.cells).zip(columns) {
        if *width == 0 {
            continue;
        }
        let indent = match first {
            true => row.depth.saturating_mul(INDENT).min(*width / 2),
            false => 0,
        };
        let role = match (first, here) {
            (true, true) => name_role(here, focused, row.dim),
            _ => plain,
        };
        let room = width - indent;
        // The cursor is as long as the words it stands on.
        if first {
            let cut = text::cut(cell, usize::from(room), theme.glyphs.ellipsis);
            paint::put(buf, x + indent, at.y, room, &cut, theme.style(role));
        } else {
            let (style, align) = (theme.style(role), column.align);
            paint::field(buf, x, at.y, room, cell, align, style, theme);
        }
        first = false;
        x += width + GAP;
    }
    if let Some(state) = row.state.as_ref().filter(|_| widths.state > 0) {
        let role = if row.dim { Role::Dim } else { state.role };
        let style = theme.style(role);
        let room = widths.state.min(at.right().saturating_sub(x));
        let words = format!("{} {}", state.sign, state.word);
        paint::field(buf, x, at.y, room, &words, Align::Left, style, theme);
    }
}

fn detail(app: &App, area: Rect, buf: &mut Buffer) {
    let (theme, c) = (&app.theme, &app.catalogue);
    let focused = c.focus == Pane::Detail;
    let inner = paint::frame(buf, area, &c.detail_title, focused, theme);
    let shown = c.detail.iter().enumerate().skip(c.detail_at.top);
    for ((n, line), y) in shown.zip(inner.y..inner.bottom()) {
        let here = focused && n == c.detail_at.at;
        mark(app, here, true, inner.x, y, buf);
        // A line that opens something is lit in its first words, as on every page.
        let lit = here && line.opens.is_some();
        line.put(buf, (inner.x + 1, y, inner.right()), lit, theme);
    }
    more(
        app,
        area,
        c.detail_at.top,
        c.detail.len(),
        inner.height,
        buf,
    );
}

/// The mark of the row under the cursor.
pub(in crate::tui::screen) fn mark(
    app: &App,
    here: bool,
    focused: bool,
    x: u16,
    y: u16,
    buf: &mut Buffer,
) {
    let glyphs = app.theme.glyphs;
    let mark = match (here, focused) {
        (false, _) => return,
        (true, true) => glyphs.cursor,
        (true, false) => glyphs.cursor_idle,
    };
    paint::put(buf, x, y, 1, mark, app.theme.style(Role::Text));
}

/// How the name of a row looks.
pub(in crate::tui::screen) fn name_role(here: bool, focused: bool, dim: bool) -> Role {
    match (here, focused) {
        (true, true) => Role::Cursor,
        (true, false) => Role::CursorIdle,
        (false, _) if dim => Role::Dim,
        (false, _) => Role::Text,
    }
}

/// Marks on the frame that there is more above or below.
pub(in crate::tui::screen) fn more(
    app: &App,
    area: Rect,
    top: usize,
    len: usize,
    height: u16,
    buf: &mut Buffer,
) {
    if area.width < 4 || area.height < 2 {
        return;
    }
    let (style, glyphs) = (app.theme.style(Role::Border), app.theme.glyphs);
    let x = area.right() - 3;
    if top > 0 {
        paint::put(buf, x, area.y, 1, glyphs.more_above, style);
    }
    if top + usize::from(height) < len {
        paint::put(buf, x, area.bottom() - 1, 1, glyphs.more_below, style);
    }
}

impl Catalogue {
    /// What the list says, as plain text without frames.
    #[must_use]
    pub fn text(app: &App) -> String {
        let c = &app.catalogue;
        let mut out = format!("{}\n\n", title(app));
        for row in &c.rows {
            out.push_str(&"  ".repeat(usize::from(row.depth)));
            out.push_str(&row.text("  "));
            out.push('\n');
        }
        if !c.detail.is_empty() {
            out.push_str(&format!("\n{}\n", c.detail_title));
        }
        for line in &c.detail {
            out.push_str(line.text().trim_end());
            out.push('\n');
        }
        out
    }
}
