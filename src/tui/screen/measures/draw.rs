//! How the screen Меры looks: the lists of the cycle with their counts, the rows of one, the record under the cursor.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{narrow, rows};
use crate::analysis::measures::Part;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::screen::catalogue::Pane;
use crate::tui::screen::catalogue::draw::{captions, line, mark, more, name_role};
use crate::tui::screen::catalogue::layout::Areas;
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widget::paint;

/// Draws the screen.
pub fn render(app: &App, buf: &mut Buffer) {
    let Some(areas) = app.measures.areas(app.size) else {
        return;
    };
    parts(app, &areas, buf);
    list(app, &areas, buf);
    detail(app, areas.detail, buf);
}

fn parts(app: &App, areas: &Areas, buf: &mut Buffer) {
    let (theme, m) = (&app.theme, &app.measures);
    let focused = m.focus == Pane::Sections;
    let title = app.say(Phrase::MeasuresParts);
    let inner = paint::frame(buf, areas.sections, &title, focused, theme);
    for ((part, (all, hanging)), y) in Part::ALL.iter().zip(m.counts).zip(inner.y..inner.bottom()) {
        let here = *part == m.part;
        mark(app, here, focused, inner.x, y, buf);
        // How many lack a link stands last: it is what is worked off.
        let sign = match hanging {
            0 => String::new(),
            n => format!(" {}{n}", theme.glyphs.warning),
        };
        let count = format!("{all}{sign}");
        let wide = u16::try_from(text::width(&count)).unwrap_or(0);
        let style = theme.style(name_role(here, focused, all == 0));
        let room = inner.width.saturating_sub(wide + 2);
        let name = app.say(rows::title(*part));
        let name = text::cut(&name, usize::from(room), theme.glyphs.ellipsis);
        paint::put(buf, inner.x + 1, y, room, &name, style);
        let x = inner.right().saturating_sub(wide);
        let role = if hanging > 0 {
            Role::Warning
        } else {
            Role::Dim
        };
        paint::put(buf, x, y, wide, &count, theme.style(role));
    }
}

/// «Меры · Кадры · только висячие».
#[must_use]
pub fn title(app: &App) -> String {
    let name = app.say(rows::title(app.measures.part));
    let all: Vec<String> = std::iter::once(name).chain(narrow::told(app)).collect();
    all.join(&format!(" {} ", app.theme.glyphs.dot))
}

fn list(app: &App, areas: &Areas, buf: &mut Buffer) {
    let (theme, m) = (&app.theme, &app.measures);
    let area = areas.list;
    let focused = m.focus == Pane::List;
    let inner = paint::frame(buf, area, &title(app), focused, theme);
    if m.rows.is_empty() {
        let lines = text::wrap(&m.why_empty, usize::from(inner.width.saturating_sub(2)));
        for (line, y) in lines.into_iter().zip(inner.y..inner.bottom()) {
            let room = inner.width.saturating_sub(1);
            paint::put(buf, inner.x + 1, y, room, line, theme.style(Role::Dim));
        }
        return;
    }
    let columns = (rows::columns(m.part), &m.widths);
    captions(app, columns, &m.captions, inner, buf);
    let rows = Rect {
        y: inner.y + 1,
        height: inner.height.saturating_sub(1),
        ..inner
    };
    let shown = m.rows.iter().enumerate().skip(m.list.top);
    for ((n, row), y) in shown.zip(rows.y..rows.bottom()) {
        let here = n == m.list.at;
        mark(app, here, focused, rows.x, y, buf);
        line(app, row, columns, (here, focused), Rect { y, ..rows }, buf);
    }
    more(app, area, m.list.top, m.rows.len(), rows.height, buf);
}

fn detail(app: &App, area: Rect, buf: &mut Buffer) {
    let (theme, m) = (&app.theme, &app.measures);
    let focused = m.focus == Pane::Detail;
    let inner = paint::frame(buf, area, &m.detail_title, focused, theme);
    let shown = m.detail.iter().enumerate().skip(m.detail_at.top);
    for ((n, line), y) in shown.zip(inner.y..inner.bottom()) {
        let here = focused && n == m.detail_at.at;
        mark(app, here, true, inner.x, y, buf);
        let lit = here && line.opens.is_some();
        line.put(buf, (inner.x + 1, y, inner.right()), lit, theme);
    }
    let (top, len) = (m.detail_at.top, m.detail.len());
    more(app, area, top, len, inner.height, buf);
}
