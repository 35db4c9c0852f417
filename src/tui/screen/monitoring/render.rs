//! Drawing the screen Мониторинг. Changes nothing; what it writes was made ready in `panes`.
//!
//! The row under the cursor has a marker and one reversed cell, never a reversed row: that is what a slow line can carry.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Pane;
use super::columns::{Columns, captions};
use super::panes::{ListItem, RowItem};
use crate::args;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::entry::ground::Place;
use crate::tui::layout::Areas;
use crate::tui::presence;
use crate::tui::text::{self, Align};
use crate::tui::theme::Role;
use crate::tui::widget::paint;

/// Draws panes and detail.
pub fn render(app: &App, areas: &Areas, buf: &mut Buffer) {
    let m = &app.monitoring;
    let lists: [&[ListItem]; 2] = [&m.panes.first, &m.panes.second];
    for (at, (items, pane)) in lists
        .into_iter()
        .zip([Pane::First, Pane::Second])
        .enumerate()
    {
        list(app, areas, items, pane, at, buf);
    }
    rows(app, areas, buf);
    detail(app, areas.detail, buf);
}

/// One of the two lists.
fn list(app: &App, areas: &Areas, items: &[ListItem], pane: Pane, at: usize, buf: &mut Buffer) {
    let m = &app.monitoring;
    let theme = &app.theme;
    let focused = m.focus == pane;
    let (Some(area), Some(cursor)) = (areas.panes.get(at), m.cursors.get(at)) else {
        return;
    };
    let inner = paint::frame(buf, *area, &title(app, at), focused, theme);
    let (top, height) = m.sight(at, areas);
    paint::foot(
        buf,
        *area,
        m.panes.feet.get(at).map_or("", String::as_str),
        theme,
    );
    if items.is_empty() {
        return empty(
            app,
            inner,
            m.panes.why_empty.get(at).map_or("", String::as_str),
            buf,
        );
    }
    let shown = items.iter().enumerate().skip(top);
    for ((n, item), y) in shown.zip(inner.y..inner.y + height) {
        let here = n == cursor.at;
        let glyph = match (here, focused) {
            (true, true) => theme.glyphs.cursor,
            (true, false) => theme.glyphs.cursor_idle,
            _ => " ",
        };
        paint::put(buf, inner.x, y, 1, glyph, theme.style(Role::Text));
        let width = |it: &str| u16::try_from(text::width(it)).unwrap_or(u16::MAX);
        let fits = |text: &str, right: &str| {
            let gap = u16::from(!right.is_empty());
            width(text).saturating_add(width(right)).saturating_add(gap) < inner.width
        };
        let [long, short] = &item.right;
        let (label, figure) = [
            (&item.text, long),
            (&item.text, short),
            (&item.short, short),
        ]
        .into_iter()
        .find(|(text, right)| !text.is_empty() && fits(text, right))
        .unwrap_or((&item.text, short));
        let right = width(figure);
        let room = inner.width.saturating_sub(1 + right + u16::from(right > 0));
        let role = match (here, focused) {
            (true, true) => Role::Cursor,
            (true, false) => Role::CursorIdle,
            _ => Role::Text,
        };
        let label = text::cut(label, usize::from(room), theme.glyphs.ellipsis);
        let (code, rest) = text::split_at_column(&label, text::width(&item.code));
        let x = paint::put(buf, inner.x + 1, y, room, code, theme.style(role));
        paint::put(buf, x, y, room, rest, theme.style(Role::Text));
        paint::put(
            buf,
            inner.right() - right,
            y,
            right,
            figure,
            theme.style(item.tone),
        );
    }
    more(app, *area, top, items.len(), height, buf);
}

/// The right-hand pane.
fn rows(app: &App, areas: &Areas, buf: &mut Buffer) {
    let m = &app.monitoring;
    let theme = &app.theme;
    let area = areas.panes[2];
    let focused = m.focus == Pane::Rows;
    let inner = paint::frame(buf, area, &title(app, 2), focused, theme);
    let columns = Columns::of(inner.width, app);
    let head_lines = areas.head;
    for (line, y) in m
        .panes
        .about
        .iter()
        .zip(inner.y..inner.y + head_lines.saturating_sub(1))
    {
        paint::field(
            buf,
            inner.x + 1,
            y,
            inner.width.saturating_sub(1),
            line,
            Align::Left,
            theme.style(Role::Dim),
            theme,
        );
    }
    if head_lines > 0 {
        captions(app, inner, inner.y + head_lines - 1, columns, buf);
    }
    let list = Rect {
        y: inner.y + head_lines,
        height: inner.height - head_lines,
        ..inner
    };
    if m.panes.rows.is_empty() {
        return empty(
            app,
            list,
            m.panes.why_empty.get(2).map_or("", String::as_str),
            buf,
        );
    }
    let cursor = m.cursors[2];
    for ((n, row), y) in m
        .panes
        .rows
        .iter()
        .enumerate()
        .skip(cursor.top)
        .zip(list.y..list.bottom())
    {
        row_line(
            app,
            row,
            n == cursor.at,
            focused,
            Rect {
                y,
                height: 1,
                ..list
            },
            columns,
            buf,
        );
    }
    more(app, area, cursor.top, m.panes.rows.len(), list.height, buf);
}

/// A row of the right-hand pane.
fn row_line(
    app: &App,
    row: &RowItem,
    here: bool,
    focused: bool,
    area: Rect,
    columns: Columns,
    buf: &mut Buffer,
) {
    let theme = &app.theme;
    let m = &app.monitoring;
    let y = area.y;
    let marked = m.is_marked(row);
    let glyph = match (here, focused) {
        (true, true) => theme.glyphs.cursor,
        (true, false) => theme.glyphs.cursor_idle,
        _ => " ",
    };
    paint::put(buf, area.x, y, 1, glyph, theme.style(Role::Text));
    let name_role = if marked { Role::Marked } else { Role::Text };
    let mut x = area.x + 1;
    paint::field(
        buf,
        x,
        y,
        columns.name,
        &row.name,
        Align::Left,
        theme.style(name_role),
        theme,
    );
    x += columns.name;
    if marked {
        let mark = theme.glyphs.marked;
        paint::put(buf, x, y, 1, mark, theme.style(Role::Marked));
    } else if let Some(cell) = row.cell {
        // One column for what others do: where they are now comes before what they have done.
        if presence::at(app, cell).is_some() {
            let sign = theme.glyphs.colleague;
            paint::put(buf, x, y, 1, sign, theme.style(Role::Pending));
        } else if app.presence.changed(cell).is_some() {
            let sign = theme.glyphs.fresh;
            paint::put(buf, x, y, 1, sign, theme.style(Role::Conflict));
        }
    }
    x += 1;
    // Values stand on the right of their column: a long name may reach into what a short value leaves free.
    let value_x = area.x + columns.value_x();
    let room = usize::from(columns.value);
    let value = match &row.value_short {
        Some(short) if text::width(&row.value) > room => short,
        _ => &row.value,
    };
    let cut = if row.worded {
        text::cut_middle
    } else {
        text::cut
    };
    let value = cut(value, room, theme.glyphs.ellipsis);
    let value_width = u16::try_from(text::width(&value)).unwrap_or(columns.value);
    let free = columns.head + columns.value.saturating_sub(value_width);
    let head = if text::width(&row.head) > usize::from(free) {
        &row.head_short
    } else {
        &row.head
    };
    let tone = theme.style(row.head_tone);
    paint::field(buf, x, y, free, head, Align::Left, tone, theme);
    let value_role = match (here, focused) {
        (true, true) => Role::Cursor,
        (true, false) => Role::CursorIdle,
        _ => row.value_tone,
    };
    x = value_x + columns.value;
    paint::put(
        buf,
        x - value_width,
        y,
        value_width,
        &value,
        theme.style(value_role),
    );
    let [long, short] = &row.points;
    let points = if text::width(long) < usize::from(columns.points) {
        long
    } else {
        short
    };
    paint::field(
        buf,
        x,
        y,
        columns.points,
        points,
        Align::Right,
        theme.style(Role::Dim),
        theme,
    );
    x += columns.points;
    if columns.change > 0 {
        paint::field(
            buf,
            x,
            y,
            columns.change,
            &row.change,
            Align::Right,
            theme.style(row.change_tone),
            theme,
        );
        x += columns.change;
    }
    paint::put(
        buf,
        x + 1,
        y,
        columns.signs.saturating_sub(1),
        &row.signs,
        theme.style(Role::Warning),
    );
}

/// The detail below.
fn detail(app: &App, area: Rect, buf: &mut Buffer) {
    let m = &app.monitoring;
    let theme = &app.theme;
    let inner = paint::frame(
        buf,
        area,
        &m.panes.detail_title,
        m.focus == Pane::Detail,
        theme,
    );
    let focused = m.focus == Pane::Detail;
    if let Some(here) = presence::line(app, usize::from(area.width.saturating_sub(6))) {
        paint::foot(buf, area, &here, theme);
    }
    let lines = m.panes.detail.iter().enumerate().skip(m.detail.top);
    for ((n, line), y) in lines.zip(inner.y..inner.bottom()) {
        if focused && n == m.detail.at {
            paint::put(
                buf,
                inner.x,
                y,
                1,
                theme.glyphs.cursor,
                theme.style(Role::Text),
            );
        }
        let mut x = inner.x + 1;
        for (part, role) in &line.parts {
            let room = inner.right().saturating_sub(x);
            let part = text::cut(part, usize::from(room), theme.glyphs.ellipsis);
            x = paint::put(buf, x, y, room, &part, theme.style(*role));
        }
    }
    more(
        app,
        area,
        m.detail.top,
        m.panes.detail.len(),
        inner.height,
        buf,
    );
}

/// Why a pane is empty, and what to press.
fn empty(app: &App, inner: Rect, why: &str, buf: &mut Buffer) {
    let lines = text::wrap(why, usize::from(inner.width.saturating_sub(2)));
    for (line, y) in lines.into_iter().zip(inner.y..inner.bottom()) {
        paint::put(
            buf,
            inner.x + 1,
            y,
            inner.width.saturating_sub(1),
            line,
            app.theme.style(Role::Dim),
        );
    }
}

/// Marks on the frame that there is more above or below.
fn more(app: &App, area: Rect, top: usize, len: usize, height: u16, buf: &mut Buffer) {
    let style = app.theme.style(Role::Border);
    if area.width < 4 || area.height < 2 {
        return;
    }
    if top > 0 {
        paint::put(
            buf,
            area.right() - 3,
            area.y,
            1,
            app.theme.glyphs.more_above,
            style,
        );
    }
    if top + usize::from(height) < len {
        paint::put(
            buf,
            area.right() - 3,
            area.bottom() - 1,
            1,
            app.theme.glyphs.more_below,
            style,
        );
    }
}

/// A pane's title, with its filter or what its figures are, and how many rows are marked.
fn title(app: &App, at: usize) -> String {
    let m = &app.monitoring;
    let mut title = m.panes.titles.get(at).cloned().unwrap_or_default();
    if let Some(filter) = m.filters.get(at).filter(|it| !it.is_empty()) {
        let quoted = app.say_with(Phrase::Quoted, &args![text = filter.as_str()]);
        title.push_str(&format!(" · {quoted}"));
    } else if let Some(unit) = m.panes.units.get(at).filter(|it| !it.is_empty()) {
        title.push_str(&format!(" · {unit}"));
    }
    if at == 2 && !m.marks.is_empty() {
        let marked = app.say_with(Phrase::MarkedCount, &args![n = m.marks.len()]);
        title.push_str(&format!(" · {marked}"));
    }
    title
}

/// Where the editor of the cell under the cursor stands: from the name of the head to the end of the points, so that a reason fits as
/// well; it speaks inside the frame.
#[must_use]
pub fn place(app: &App) -> Option<Place> {
    let areas = app.monitoring.areas(app.size)?;
    let pane = areas.panes[2];
    let room = Rect {
        x: pane.x + 1,
        y: pane.y + 1,
        width: pane.width.checked_sub(2)?,
        height: pane.height.checked_sub(2)?,
    };
    let cursor = app.monitoring.cursors[2];
    let n = u16::try_from(cursor.at.checked_sub(cursor.top)?).ok()?;
    let y = room.y + areas.head + n;
    if y >= room.bottom() {
        return None;
    }
    let columns = Columns::of(room.width, app);
    let x = room.x + 1 + columns.name + 1;
    let width = columns.head + 1 + columns.value + columns.points;
    let input = Rect {
        x,
        y,
        width: width.min(room.right().saturating_sub(x)),
        height: 1,
    };
    Some(Place { input, room })
}
