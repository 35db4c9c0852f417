//! How the journal looks: a line in columns, and the whole sentence of the line under the cursor below.
//!
//! A line of 80 columns tells when, who, about whom or what, and the change: what does not fit is left out from the least telling on.

use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::filter::whose;
use super::{Line, parts};
use crate::args;
use crate::locale::{CommitRow, Phrase, format};
use crate::service::link::JournalFilter;
use crate::tui::app::App;
use crate::tui::text::{self, Align};
use crate::tui::theme::Role;
use crate::tui::widget::paint;

/// Columns from which a line has room for date and time and the whole name.
const ROOMY: u16 = 100;

/// When a line was written. Where there is little room, the time of day for today and the date for other days: the box below says it whole.
fn when(app: &App, line: &Line, little_room: bool) -> String {
    let at = chrono::DateTime::from_timestamp_millis(line.commit.time.0);
    let Some(at) = at.filter(|_| little_room) else {
        return line.time.clone();
    };
    let day = at.with_timezone(&app.offset).date_naive();
    let today = app.now.today;
    if day == today {
        format::time(at, app.offset)
    } else if day.year() == today.year() {
        format::date_short(day)
    } else {
        format::date(day)
    }
}

/// The whole sentence of the line under the cursor: the list has room for its beginning only.
fn whole(app: &App, area: Rect, buf: &mut Buffer) {
    let theme = &app.theme;
    let Some(line) = app.journal.lines.get(app.journal.cursor.at) else {
        paint::frame(buf, area, "", false, theme);
        return;
    };
    let title = format!("{} {} {}", line.time, theme.glyphs.dot, line.author);
    let inner = paint::frame(buf, area, &title, false, theme);
    let width = inner.width.saturating_sub(2);
    let lines = text::wrap(&line.sentence, usize::from(width));
    for (line, y) in lines.into_iter().zip(inner.y..inner.bottom()) {
        paint::put(buf, inner.x + 1, y, width, line, theme.style(Role::Text));
    }
}

/// Draws the screen.
pub fn render(app: &App, area: Rect, buf: &mut Buffer) {
    let theme = &app.theme;
    let journal = &app.journal;
    let title = match journal.filter {
        JournalFilter::All => app.say(Phrase::JournalTitle),
        filter => {
            let (whose, n) = (whose(app, filter), journal.lines.len());
            match (n, journal.more) {
                (0, _) => app.say_with(Phrase::JournalTitleFiltered, &args![whose]),
                (_, false) => app.say_with(Phrase::JournalTitleCounted, &args![whose, n]),
                (_, true) => app.say_with(Phrase::JournalTitleMore, &args![whose, n]),
            }
        }
    };
    let (area, below) = parts(area);
    let inner = paint::frame(buf, area, &title, true, theme);
    whole(app, below, buf);
    if journal.lines.is_empty() {
        let phrase = if journal.asked.is_some() {
            Phrase::JournalLoading
        } else if journal.failed.is_some() {
            Phrase::UnreadableJournal
        } else {
            Phrase::JournalEmpty
        };
        paint::put(
            buf,
            inner.x + 1,
            inner.y,
            inner.width.saturating_sub(1),
            &app.say(phrase),
            theme.style(Role::Dim),
        );
        return;
    }
    let columns = Columns::of(app, inner.width);
    let shown = (journal.lines.iter().enumerate()).skip(journal.cursor.top);
    for ((n, line), y) in shown.zip(inner.y..inner.bottom()) {
        let row = Rect {
            y,
            height: 1,
            ..inner
        };
        columns.draw(app, line, n == journal.cursor.at, row, buf);
    }
}

/// How wide the columns of a list are; the change has what they leave.
struct Columns {
    little_room: bool,
    time: u16,
    author: u16,
    about: u16,
}

impl Columns {
    /// The columns of a list so wide. Those who write and what is written about keep their columns while the list is walked.
    fn of(app: &App, width: u16) -> Columns {
        let journal = &app.journal;
        let little_room = width < ROOMY;
        let widest = |texts: &mut dyn Iterator<Item = usize>| {
            u16::try_from(texts.max().unwrap_or(0)).unwrap_or(u16::MAX)
        };
        let lines = || journal.lines.iter();
        // Two of one surname, or a number for a name, are told apart behind the tenth column.
        let most = if little_room { 13 } else { 22 };
        let author = widest(&mut lines().map(|it| text::width(&it.author))).clamp(6, most);
        let shown = lines().skip(journal.cursor.top);
        let shown = shown.take(usize::from(app.size.1));
        let time = widest(&mut shown.map(|it| text::width(&when(app, it, little_room))));
        let left = width.saturating_sub(1 + time + 1 + author + 1);
        let about = widest(&mut lines().map(|it| text::width(&it.row.about)));
        Columns {
            little_room,
            time,
            author,
            about: about.min(left / 2).min(if little_room { 28 } else { 36 }),
        }
    }

    fn draw(&self, app: &App, line: &Line, here: bool, row: Rect, buf: &mut Buffer) {
        let theme = &app.theme;
        let plain = theme.style(Role::Text);
        let (mut x, y) = (row.x, row.y);
        let cursor = if here { theme.glyphs.cursor } else { " " };
        paint::put(buf, x, y, 1, cursor, plain);
        x += 1;
        let time = when(app, line, self.little_room);
        let first = theme.style(if here { Role::Cursor } else { Role::Dim });
        for (width, text, style) in [
            (self.time, time.as_str(), first),
            (self.author, &line.author, plain),
            (self.about, &line.row.about, theme.style(Role::Label)),
        ] {
            paint::field(buf, x, y, width, text, Align::Left, style, theme);
            x += width + 1;
        }
        let more = match line.row.more {
            0 => String::new(),
            n => app.say_with(Phrase::RowMore, &args![n]),
        };
        let more_width = u16::try_from(text::width(&more)).unwrap_or(0);
        let room = row.right().saturating_sub(x);
        let room = room.saturating_sub(more_width + u16::from(more_width > 0));
        let change = fitting(&line.row, usize::from(room), theme.glyphs.ellipsis);
        let x = paint::put(buf, x, y, room, &change, plain);
        if more_width > 0 {
            paint::put(buf, x + 1, y, more_width, &more, theme.style(Role::Dim));
        }
    }
}

/// The change in so many columns: where what was there before leaves no room for what is there now, it goes.
fn fitting(row: &CommitRow, room: usize, ellipsis: &str) -> String {
    let change = if text::width(&row.first) <= room {
        &row.change
    } else {
        &row.short
    };
    text::cut(change, room, ellipsis).into_owned()
}
