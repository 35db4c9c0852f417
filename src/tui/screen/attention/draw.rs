//! How the list looks: a line in columns, and the whole of the line under the cursor in the box below.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::words::Told;
use super::{AttentionScreen, Row, Whose, parts};
use crate::args;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::CommandId;
use crate::tui::text::{self, Align};
use crate::tui::theme::Role;
use crate::tui::widget::paint;

/// Columns from which names have more room.
const ROOMY: u16 = 100;

/// Draws the screen.
pub fn render(app: &App, area: Rect, buf: &mut Buffer) {
    let (list, below) = parts(area);
    let title = AttentionScreen::title(app);
    let inner = paint::frame(buf, list, &title, true, &app.theme);
    whole(app, below, buf);
    let it = &app.attention;
    if it.rows.is_empty() {
        return nothing(app, inner, buf);
    }
    let columns = Columns::of(app, inner.width);
    let shown = it.rows.iter().enumerate().skip(it.cursor.top);
    for ((n, (row, told)), y) in shown.zip(inner.y..inner.bottom()) {
        let line = Rect {
            y,
            height: 1,
            ..inner
        };
        columns.draw(app, row, told, n == it.cursor.at, line, buf);
    }
}

/// What is said where nothing is to be done.
fn nothing(app: &App, inner: Rect, buf: &mut Buffer) {
    let (it, key) = (&app.attention, hints::key(app, CommandId::Filter));
    let said = match (it.whose, it.others) {
        (Whose::Mine, n) if n > 0 => app.say_with(Phrase::AttentionNothingMine, &args![n, key]),
        _ => app.say(Phrase::AttentionNothing),
    };
    let width = inner.width.saturating_sub(2);
    let lines = text::wrap(&said, usize::from(width));
    for (line, y) in lines.into_iter().zip(inner.y..inner.bottom()) {
        let style = app.theme.style(Role::Good);
        paint::put(buf, inner.x + 1, y, width, line, style);
    }
}

fn whole(app: &App, area: Rect, buf: &mut Buffer) {
    let theme = &app.theme;
    let mut said = app.attention.told.iter();
    let title = match app.attention.told.len() {
        2 => said.next().map_or("", String::as_str),
        _ => "",
    };
    let inner = paint::frame(buf, area, title, false, theme);
    let width = inner.width.saturating_sub(2);
    let lines = said.flat_map(|it| text::wrap(it, usize::from(width)));
    for (line, y) in lines.zip(inner.y..inner.bottom()) {
        paint::put(buf, inner.x + 1, y, width, line, theme.style(Role::Text));
    }
}

/// How wide the columns are; what it is has what they leave. They stay while the list is walked.
struct Columns {
    whom: u16,
    when: u16,
}

impl Columns {
    fn of(app: &App, width: u16) -> Columns {
        let rows = || app.attention.rows.iter().filter(|it| !it.1.whom.is_empty());
        let widest = |texts: &mut dyn Iterator<Item = usize>| {
            u16::try_from(texts.max().unwrap_or(0)).unwrap_or(u16::MAX)
        };
        let most = if width < ROOMY { 26 } else { 36 };
        let when = app.attention.rows.iter().map(|it| text::width(&it.1.when));
        Columns {
            whom: widest(&mut rows().map(|it| text::width(&it.1.whom))).min(most),
            when: widest(&mut { when }).min(width / 3),
        }
    }

    fn draw(&self, app: &App, row: &Row, told: &Told, here: bool, area: Rect, buf: &mut Buffer) {
        let theme = &app.theme;
        let (y, end) = (area.y, area.right().saturating_sub(1));
        if here {
            paint::put(
                buf,
                area.x,
                y,
                1,
                theme.glyphs.cursor,
                theme.style(Role::Text),
            );
        }
        let lit = |role: Role| theme.style(if here { Role::Cursor } else { role });
        let x = area.x + 1;
        match row {
            Row::Heading(_) => {
                paint::put(
                    buf,
                    x,
                    y,
                    end.saturating_sub(x),
                    &told.what,
                    lit(Role::Label),
                );
            }
            Row::More(_) | Row::Unknown(_) => {
                let x = x + 4;
                paint::put(buf, x, y, end.saturating_sub(x), &told.what, lit(Role::Dim));
            }
            Row::Item(_) | Row::Unsaved(_) => self.line(app, told, here, (x + 2, y, end), buf),
        }
    }

    fn line(
        &self,
        app: &App,
        told: &Told,
        here: bool,
        (x, y, end): (u16, u16, u16),
        buf: &mut Buffer,
    ) {
        let theme = &app.theme;
        let urgent = theme.style(told.role.unwrap_or(Role::Dim));
        paint::put(buf, x, y, 1, told.sign, urgent);
        let mut x = x + 2;
        let first = theme.style(if here { Role::Cursor } else { Role::Text });
        let room = end.saturating_sub(self.when + 1);
        if told.whom.is_empty() {
            paint::field(
                buf,
                x,
                y,
                room.saturating_sub(x),
                &told.what,
                Align::Left,
                first,
                theme,
            );
        } else {
            let name = text::cut(&told.whom, usize::from(self.whom), theme.glyphs.ellipsis);
            paint::put(buf, x, y, self.whom, &name, first);
            x += self.whom + 2;
            let plain = theme.style(Role::Text);
            paint::field(
                buf,
                x,
                y,
                room.saturating_sub(x),
                &told.what,
                Align::Left,
                plain,
                theme,
            );
        }
        let x = end.saturating_sub(self.when);
        paint::field(
            buf,
            x,
            y,
            self.when,
            &told.when,
            Align::Right,
            urgent,
            theme,
        );
    }
}
