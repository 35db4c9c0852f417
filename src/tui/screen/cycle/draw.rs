//! How the screen looks: the matrix with its legend, the list, and the detail where there is room for it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::layout::{Areas, COUNT, STAGE, legend_lines};
use super::{Looked, Pane, told};
use crate::args;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::CommandId;
use crate::tui::cycle::names;
use crate::tui::text::{self, Align};
use crate::tui::theme::Role;
use crate::tui::widget::paint;

/// Draws the screen.
pub fn render(app: &App, buf: &mut Buffer) {
    let Some(areas) = app.cycle.areas(app.size) else {
        return;
    };
    let Some(looked) = &app.cycle.looked else {
        return nothing(app, &areas, buf);
    };
    if let Some(area) = areas.matrix {
        matrix(app, looked, &areas, area, buf);
    }
    list(app, areas.list, areas.matrix.is_none(), buf);
    if let Some(area) = areas.detail {
        detail(app, area, buf);
    }
}

/// Where there is no round: what comes next.
fn nothing(app: &App, areas: &Areas, buf: &mut Buffer) {
    let theme = &app.theme;
    let area = areas.matrix.unwrap_or(areas.list);
    let title = app.say(Phrase::CommandScreenCycle);
    let inner = paint::frame(buf, area, &title, true, theme);
    let command = hints::named(app, CommandId::FoundSection);
    let said = app.say_with(Phrase::NoSections, &args![command]);
    let lines = text::wrap(&said, usize::from(inner.width.saturating_sub(2)));
    for (line, y) in lines.into_iter().zip(inner.y..inner.bottom()) {
        let room = inner.width.saturating_sub(1);
        paint::put(buf, inner.x + 1, y, room, line, theme.style(Role::Dim));
    }
}

/// «раздел 2.1, раунд 2026 года · 26 из 32 баллов · доказано 26 из 32 · заполняется».
pub(super) fn title(app: &App) -> String {
    let round = app.cycle.round.and_then(|it| names::round(app, it));
    let (Some((round, section)), Some(looked)) = (round, &app.cycle.looked) else {
        return String::new();
    };
    let score = looked.assessment.score();
    let line = names::round_line(app, round, section);
    app.say_with(
        Phrase::CycleTitle,
        &args![
            round = line,
            got = format::number(score.got),
            max = score.max
        ],
    )
}

fn matrix(app: &App, looked: &Looked, areas: &Areas, area: Rect, buf: &mut Buffer) {
    let (theme, c) = (&app.theme, &app.cycle);
    let focused = c.focus == Pane::Matrix;
    let inner = paint::frame(buf, area, &title(app), focused, theme);
    let columns = &looked.matrix.columns;
    let width = areas.cell_width(columns.len());
    let in_sight = areas.columns_in_sight(columns.len());
    let section = c.round.and_then(|it| names::round(app, it)).map(|it| it.1);
    let left = inner.x + 1 + STAGE;
    let x_of = |at: usize| left + width * u16::try_from(at - c.left).unwrap_or(0);
    let shown = || (0..columns.len()).skip(c.left).take(in_sight);
    for at in shown() {
        let column = columns.get(at).and_then(|it| it.track);
        let name = section.map(|section| match column {
            Some(track) => names::column(app, section, track),
            None => app.say(Phrase::CycleCommon),
        });
        let role = match at == c.column {
            true => Role::CursorIdle,
            false => Role::Label,
        };
        let (room, name) = (width.saturating_sub(1), name.unwrap_or_default());
        let style = theme.style(role);
        paint::field(
            buf,
            x_of(at),
            inner.y,
            room,
            &name,
            Align::Left,
            style,
            theme,
        );
    }
    let count_x = left + width * u16::try_from(in_sight).unwrap_or(0);
    if c.left > 0 {
        let style = theme.style(Role::Border);
        paint::put(
            buf,
            left.saturating_sub(1),
            inner.y,
            1,
            theme.glyphs.more_left,
            style,
        );
    }
    if c.left + in_sight < columns.len() {
        let style = theme.style(Role::Border);
        paint::put(buf, count_x, inner.y, 1, theme.glyphs.more_right, style);
    }
    for ((n, row), y) in looked
        .matrix
        .rows
        .iter()
        .enumerate()
        .zip(inner.y + 1..inner.bottom())
    {
        let here = n == c.stage;
        if here {
            let glyph = match focused {
                true => theme.glyphs.cursor,
                false => theme.glyphs.cursor_idle,
            };
            paint::put(buf, inner.x, y, 1, glyph, theme.style(Role::Text));
        }
        let role = if here { Role::CursorIdle } else { Role::Text };
        let name = format!("{} {}", n + 1, names::stage(app, row.stage));
        let style = theme.style(role);
        paint::field(
            buf,
            inner.x + 1,
            y,
            STAGE - 1,
            &name,
            Align::Left,
            style,
            theme,
        );
        for at in shown() {
            let Some(cell) = row.cells.get(at) else {
                continue;
            };
            let (sign, role) = told::cell(app, cell);
            let role = match (here && at == c.column, focused) {
                (true, true) => Role::Cursor,
                (true, false) => Role::CursorIdle,
                (false, _) => role,
            };
            paint::put(
                buf,
                x_of(at),
                y,
                width.saturating_sub(1),
                &sign,
                theme.style(role),
            );
        }
        if row.count.asked > 0 {
            let count = told::counted(row.count);
            let style = theme.style(match row.count.proven == row.count.asked {
                true => Role::Good,
                false => Role::Text,
            });
            paint::field(
                buf,
                count_x,
                y,
                COUNT - 1,
                &count,
                Align::Right,
                style,
                theme,
            );
        }
    }
    let lines = legend_lines(area.width).min(inner.height);
    legend(app, inner, inner.bottom() - lines, buf);
    if let Some(cell) = c.cell() {
        let (stage, track) = c.at();
        let track = section.map(|section| names::track_or_common(app, section, track));
        let words = app.say_with(
            Phrase::CellUnderCursor,
            &args![
                stage = names::stage(app, stage),
                track = track.unwrap_or_default(),
                words = told::cell_in_words(app, cell)
            ],
        );
        let room = usize::from(area.width.saturating_sub(4));
        let words = text::cut(&words, room, theme.glyphs.ellipsis).into_owned();
        paint::foot(buf, area, &words, theme);
    }
}

/// What the signs mean, in as many lines as there are.
fn legend(app: &App, inner: Rect, from: u16, buf: &mut Buffer) {
    let theme = &app.theme;
    let (mut x, mut y) = (inner.x + 1, from);
    for (sign, role, words) in told::legend(app) {
        let needed = u16::try_from(text::width(&words) + 2).unwrap_or(u16::MAX);
        if x.saturating_add(needed) > inner.right() {
            (x, y) = (inner.x + 1, y + 1);
        }
        if y >= inner.bottom() {
            return;
        }
        x = paint::put(buf, x, y, 1, &sign, theme.style(role)) + 1;
        let room = inner.right().saturating_sub(x);
        x = paint::put(buf, x, y, room, &words, theme.style(Role::Dim)) + 2;
    }
}

fn list(app: &App, area: Rect, alone: bool, buf: &mut Buffer) {
    let (theme, c) = (&app.theme, &app.cycle);
    let focused = c.focus == Pane::List;
    let title = match (alone, c.marks.len()) {
        (true, _) => title(app),
        (false, 0) => app.say(Phrase::CycleList),
        (false, n) => app.say_with(Phrase::CycleListMarked, &args![n]),
    };
    let inner = paint::frame(buf, area, &title, focused, theme);
    let shown = c.rows.iter().enumerate().skip(c.list.top);
    for ((n, row), y) in shown.zip(inner.y..inner.bottom()) {
        let here = n == c.list.at;
        if here {
            let glyph = match focused {
                true => theme.glyphs.cursor,
                false => theme.glyphs.cursor_idle,
            };
            paint::put(buf, inner.x, y, 1, glyph, theme.style(Role::Text));
        }
        row.line
            .put(buf, (inner.x + 1, y, inner.right()), here && focused, theme);
    }
    let style = theme.style(Role::Border);
    let x = area.right().saturating_sub(3);
    if c.list.top > 0 {
        paint::put(buf, x, area.y, 1, theme.glyphs.more_above, style);
    }
    if c.list.top + usize::from(inner.height) < c.rows.len() {
        let y = area.bottom().saturating_sub(1);
        paint::put(buf, x, y, 1, theme.glyphs.more_below, style);
    }
}

fn detail(app: &App, area: Rect, buf: &mut Buffer) {
    let theme = &app.theme;
    let title = app.say(Phrase::CycleDetail);
    let inner = paint::frame(buf, area, &title, false, theme);
    let lines = app.cycle.detail.iter();
    for (line, y) in lines.zip(inner.y..inner.bottom()) {
        line.put(buf, (inner.x + 1, y, inner.right()), false, theme);
    }
}
