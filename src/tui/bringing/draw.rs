//! How the page looks: what was counted on top, below it the lines, each with its mark.

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;

use super::Got;
use super::rows::{self, Row};
use crate::args;
use crate::domain::ids::PeriodId;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::bars;
use crate::tui::incoming::Pace;
use crate::tui::layout::layout;
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widget::list::ListCursor;
use crate::tui::widget::paint;

/// Rows above the lines.
const HEAD: u16 = 2;
/// Rows below them: the line under the cursor in full.
const FOOT: u16 = 4;
/// Rows that are no lines.
pub(super) const AROUND: u16 = HEAD + FOOT;

/// What is under way.
#[derive(Clone, Copy, Debug)]
pub(super) enum Doing {
    /// Reading and holding against the records.
    Pace(Pace),
    /// Entering: what was sent is done as a whole or not at all.
    Writing,
}

/// Columns of the bar.
const BAR: usize = 30;

/// Periods that are named above the lines.
const PERIODS: usize = 3;

/// The periods that the values are of, where there are few; of none, the one that is meant.
fn periods_of(app: &App, got: &Got) -> Option<String> {
    let mut all: BTreeSet<PeriodId> = got.periods();
    if all.is_empty() {
        all.extend(got.names.period);
    }
    let named = all.iter().map(|it| app.narrator().period(*it));
    let named: Vec<String> = named.collect();
    (1..=PERIODS)
        .contains(&named.len())
        .then(|| named.join(", "))
}

/// Draws the page.
pub(super) fn draw(
    app: &App,
    (got, doing): (Option<&Got>, Option<Doing>),
    (files, cursor): (&[String], ListCursor),
    buf: &mut Buffer,
) {
    let Some(areas) = layout(app.size, false) else {
        return;
    };
    let theme = &app.theme;
    let title = match files {
        [file] => app.say_with(Phrase::IncomingOf, &args![file]),
        all => app.say_with(Phrase::IncomingOfSeveral, &args![n = all.len()]),
    };
    let inner = paint::popup(buf, areas.body, &title, theme);
    let mut put = |y: u16, x: u16, said: &str, role: Role| {
        let room = inner.right().saturating_sub(inner.x + x);
        let said = text::cut(said, usize::from(room), theme.glyphs.ellipsis);
        paint::put(buf, inner.x + x, y, room, &said, theme.style(role));
    };
    if let Some(Doing::Pace(pace)) = doing {
        let (said, done, total) = match pace {
            Pace::Files(_, 1) => (app.say(Phrase::IncomingReading), 0, 1),
            Pace::Files(done, total) => {
                let args = args![n = (done + 1).min(total), total];
                let said = app.say_with(Phrase::IncomingReadingOf, &args);
                (said, done, total)
            }
            Pace::Values(done, total) => {
                let percent = (done * 100).checked_div(total).unwrap_or(0).to_string();
                let said = app.say_with(Phrase::IncomingWeighing, &args![percent]);
                (said, done, total)
            }
        };
        put(inner.y, 1, &said, Role::Text);
        put(
            inner.y + 1,
            1,
            &bars::bar(app, done, total, BAR),
            Role::Text,
        );
        return;
    }
    let Some(got) = got else { return };
    let taken = got.rows.iter().filter_map(Row::taken);
    let taken = taken.filter(|it| !got.aside.contains(it)).count();
    let rows = got.rows.iter().filter_map(Row::taken);
    let (changes, same) = (rows.count(), got.brings.same());
    let refused = got.refused();
    let head = app.say_with(
        Phrase::IncomingCounts,
        &args![taken, changes, same, refused],
    );
    let head = match periods_of(app, got) {
        Some(periods) => format!("{periods} · {head}"),
        None => head,
    };
    let head = match doing {
        Some(_) => app.say_with(Phrase::IncomingWriting, &args![n = taken]),
        None => head,
    };
    put(inner.y, 1, &head, Role::Label);
    let first = inner.y + HEAD;
    let shown = got.rows.iter().enumerate().skip(cursor.top);
    let last = inner.bottom().saturating_sub(FOOT);
    if let Some(row) = got.rows.get(cursor.at) {
        let (said, role) = rows::told(app, got, row);
        let lines = text::wrap(&said, usize::from(inner.width.saturating_sub(2)));
        for (line, y) in lines.into_iter().zip(last + 1..inner.bottom()) {
            put(y, 1, line, role);
        }
    }
    for ((at, row), y) in shown.zip(first..last) {
        let here = at == cursor.at;
        let mark = match row.taken() {
            Some(claim) if !got.aside.contains(&claim) => theme.glyphs.marked,
            Some(_) => " ",
            None if matches!(row, Row::Note(_) | Row::Explained(..)) => " ",
            None => "!",
        };
        let (said, role) = rows::in_short(app, got, row);
        put(
            y,
            0,
            if here { theme.glyphs.cursor } else { " " },
            Role::Text,
        );
        put(y, 1, mark, if here { Role::Cursor } else { role });
        put(y, 3, &said, role);
    }
}
