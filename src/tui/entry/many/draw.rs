//! Drawing a block that is being looked at: only the rows in sight are put into words. Changes nothing.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Many;
use super::told::{self, Words};
use crate::args;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::layout::layout;
use crate::tui::text::{self, Align, fit};
use crate::tui::theme::Role;
use crate::tui::widget::paint;

/// Lines above the rows: how many there are of each sort, and what the columns are.
const HEAD: u16 = 3;
/// Lines below them, about the row under the cursor.
const FOOT: u16 = 4;
/// Columns from which on a ratio is told with its parts.
const WIDE: u16 = 110;

/// Columns of a name at most: what is wrong with a row needs the rest.
const WIDEST: usize = 34;

/// Rows in sight.
pub fn height(app: &App, _: &Many) -> usize {
    let body = layout(app.size, false).map_or(1, |it| it.body.height);
    usize::from(body.saturating_sub(2 + HEAD + FOOT)).max(1)
}

/// Columns of a row: name, what was, what would be.
fn widths(width: u16) -> [usize; 3] {
    let width = usize::from(width);
    match width >= usize::from(WIDE) {
        true => [(width / 4).min(WIDEST), 23, 22],
        false => [width * 2 / 5, 10, 13],
    }
}

/// Draws the block over the body of the screen.
pub fn render(app: &App, many: &Many, buf: &mut Buffer) {
    let Some(areas) = layout(app.size, false) else {
        return;
    };
    let theme = &app.theme;
    let (rows, columns) = many.given.size;
    let what = app.say(many.given.what.title());
    let title = app.say_with(Phrase::BlockTitle, &args![what, rows, columns]);
    let inner = paint::popup(buf, areas.body, &title, theme);
    let room = usize::from(inner.width.saturating_sub(2));
    let summary = told::summary(app, many);
    let lines = text::wrap(&summary, room).into_iter().take(2);
    for (line, y) in lines.zip(inner.y..) {
        paint::put(
            buf,
            inner.x + 1,
            y,
            inner.width,
            line,
            theme.style(Role::Label),
        );
    }
    let columns = widths(inner.width);
    captions(app, inner, columns, buf);
    let first = inner.y + HEAD;
    let last = inner.bottom().saturating_sub(FOOT);
    let shown = many.order.iter().enumerate().skip(many.cursor.top);
    for ((n, at), y) in shown.zip(first..last) {
        let whole = inner.width >= WIDE;
        if let Some(words) = told::row(app, many, *at, whole) {
            let here = n == many.cursor.at;
            let area = Rect {
                y,
                height: 1,
                ..inner
            };
            row(app, &words, here, columns, area, buf);
        }
    }
    foot(
        app,
        many,
        Rect {
            y: last,
            height: FOOT,
            ..inner
        },
        buf,
    );
    more(
        app,
        many,
        areas.body,
        usize::from(last.saturating_sub(first)),
        buf,
    );
}

fn captions(app: &App, inner: Rect, [name, was, becomes]: [usize; 3], buf: &mut Buffer) {
    let dots = app.theme.glyphs.ellipsis;
    let caption = |phrase, columns, align| fit(&app.say(phrase), columns, align, dots);
    let line = format!(
        "   {} {}   {} {}",
        caption(Phrase::BlockCell, name, Align::Left),
        caption(Phrase::BlockWas, was, Align::Right),
        caption(Phrase::BlockBecomes, becomes, Align::Left),
        app.say(Phrase::BlockWhy),
    );
    let style = app.theme.style(Role::Dim);
    paint::put(buf, inner.x, inner.y + HEAD - 1, inner.width, &line, style);
}

fn row(
    app: &App,
    words: &Words,
    here: bool,
    [name, was, becomes]: [usize; 3],
    area: Rect,
    buf: &mut Buffer,
) {
    let theme = &app.theme;
    let glyphs = theme.glyphs;
    let dots = glyphs.ellipsis;
    let dim = match words.role {
        Role::Dim => Role::Dim,
        _ => Role::Text,
    };
    let marker = if here { glyphs.cursor } else { " " };
    let parts = [
        (marker.to_owned(), Role::Text),
        (words.sign.to_owned(), words.role),
        (" ".to_owned(), dim),
        (
            fit(&words.name, name, Align::Left, dots),
            if here { Role::Cursor } else { dim },
        ),
        (" ".to_owned(), dim),
        (fit(&words.was, was, Align::Right, dots), Role::Dim),
        (format!(" {} ", glyphs.arrow), Role::Dim),
        (fit(&words.becomes, becomes, Align::Left, dots), words.role),
        (" ".to_owned(), dim),
        (words.why.clone(), words.role),
    ];
    let mut x = area.x;
    for (part, role) in parts {
        let room = area.right().saturating_sub(x);
        let part = text::cut(&part, usize::from(room), dots);
        x = paint::put(buf, x, area.y, room, &part, theme.style(role));
    }
}

/// All about the row under the cursor, in as many words as it takes.
fn foot(app: &App, many: &Many, area: Rect, buf: &mut Buffer) {
    let theme = &app.theme;
    let rule = theme
        .glyphs
        .border
        .horizontal_top
        .repeat(usize::from(area.width));
    let style = theme.style(Role::Border);
    paint::put(buf, area.x, area.y, area.width, &rule, style);
    let Some(words) = many.here().and_then(|at| told::row(app, many, at, true)) else {
        return;
    };
    let arrow = theme.glyphs.arrow;
    let change = match words.was == words.becomes {
        true => words.was.clone(),
        false => format!("{} {arrow} {}", words.was, words.becomes),
    };
    let said = format!("{}: {change}", words.name);
    let said = match words.why.as_str() {
        "" => said,
        why => format!("{said} {} {why}", theme.glyphs.dot),
    };
    let room = usize::from(area.width.saturating_sub(2));
    for (line, y) in text::wrap(&said, room)
        .into_iter()
        .zip(area.y + 1..area.bottom())
    {
        paint::put(
            buf,
            area.x + 1,
            y,
            area.width,
            line,
            theme.style(words.role),
        );
    }
}

/// That there are rows above or below.
fn more(app: &App, many: &Many, frame: Rect, height: usize, buf: &mut Buffer) {
    let theme = &app.theme;
    let style = theme.style(Role::Border);
    let x = frame.right().saturating_sub(3);
    if many.cursor.top > 0 {
        paint::put(buf, x, frame.y, 1, theme.glyphs.more_above, style);
    }
    if many.cursor.top + height < many.order.len() {
        let y = frame.bottom().saturating_sub(1 + FOOT);
        paint::put(buf, x, y, 1, theme.glyphs.more_below, style);
    }
}
