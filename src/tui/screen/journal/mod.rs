//! The screen Журнал: every change ever made, the latest first; all, or by a person, about a leader, about an indicator.
//!
//! Owns the list, its pages and its cursor. What it can be narrowed to is in `filter`, how it looks in `draw`.

mod draw;
mod filter;

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

use ratatui::layout::Rect;

use crate::domain::ids::Seq;
use crate::domain::lead::lead_of;
use crate::domain::record::Commit;
use crate::locale::{CommitRow, format};
use crate::service::link::{JournalFilter, JournalLine, Request};
use crate::tui::app::App;
use crate::tui::layer::Outcome;
use crate::tui::layout::layout;
use crate::tui::msg::Effect;
use crate::tui::overlay::go;
use crate::tui::screen::Screen;
use crate::tui::screen::monitoring::walk::{self, Step};
use crate::tui::widget::list::ListCursor;

pub use draw::render;

/// A line as shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The commit.
    pub commit: Arc<Commit>,
    /// When, as text.
    pub time: String,
    /// Who, as text.
    pub author: String,
    /// About whom or what, and the change, for two columns.
    pub row: CommitRow,
    /// What, as one sentence.
    pub sentence: String,
}

/// Rows of the box below the list with the whole sentence of the line under the cursor, its frame included.
fn box_height(body: u16) -> u16 {
    (body / 4).clamp(5, 10)
}

/// The list and the box below it.
fn parts(body: Rect) -> (Rect, Rect) {
    let below = box_height(body.height);
    let list = Rect {
        height: body.height.saturating_sub(below),
        ..body
    };
    (
        list,
        Rect {
            y: list.bottom(),
            height: body.height - list.height,
            ..body
        },
    )
}

/// The screen's state.
#[derive(Clone, Debug, Default)]
pub struct JournalScreen {
    /// What is shown.
    pub filter: JournalFilter,
    /// Lines so far, the latest first.
    pub lines: Vec<Line>,
    /// Whether there are older ones.
    pub more: bool,
    /// Where the list stands.
    pub cursor: ListCursor,
    /// The page asked for and not yet come.
    asked: Option<Option<Seq>>,
    /// The page asked for last, if it could not be read.
    failed: Option<Option<Seq>>,
}

impl JournalScreen {
    /// Opens the screen with this filter.
    pub fn open(app: &mut App, filter: JournalFilter) {
        app.screen = Screen::Journal;
        app.journal = JournalScreen {
            filter,
            ..JournalScreen::default()
        };
        Self::ask(app, None);
    }

    /// Keeps the cursor in sight.
    pub fn resettle(app: &mut App) {
        let height = height(app);
        app.journal.cursor.settle(app.journal.lines.len(), height);
    }

    /// A page has come. One that nobody waits for any more is passed over: it is from before the list was begun anew.
    pub fn page(
        app: &mut App,
        filter: JournalFilter,
        before: Option<Seq>,
        commits: &[JournalLine],
        more: bool,
    ) {
        if filter != app.journal.filter || app.journal.asked != Some(before) {
            return;
        }
        let page: Vec<Line> = commits
            .iter()
            .map(|it| line(app, &it.commit, it.changes))
            .collect();
        let journal = &mut app.journal;
        journal.asked = None;
        journal.failed = None;
        journal.take_in(page, more);
        Self::resettle(app);
    }

    /// The page asked for cannot be read; the next movement asks again.
    pub fn unreadable(app: &mut App, filter: JournalFilter) {
        let journal = &mut app.journal;
        if filter == journal.filter {
            journal.failed = journal.asked.take();
        }
    }

    /// A commit was made: it appears at the top if the filter lets everything through; else the first page is asked for anew,
    /// and what is shown stays until it comes.
    pub fn committed(app: &mut App, commit: &Arc<Commit>) {
        if app.screen != Screen::Journal {
            return;
        }
        if app.journal.filter != JournalFilter::All {
            return Self::ask(app, None);
        }
        let new = line(app, commit, commit.changes.len());
        let more = app.journal.more;
        app.journal.take_in(vec![new], more);
        Self::resettle(app);
    }

    /// Commits may have been made that nobody told of: the first page is asked for anew, and what is shown stays until it comes.
    pub fn again(app: &mut App) {
        if app.screen == Screen::Journal {
            app.journal.asked = None;
            Self::ask(app, None);
        }
    }

    /// A person's data was erased, or names are hidden now: what is shown may say them, so all of it is asked for anew.
    pub fn erased(app: &mut App) {
        let filter = app.journal.filter;
        if app.screen == Screen::Journal {
            Self::open(app, filter);
        } else {
            app.journal.lines.clear();
        }
    }

    /// Puts lines into the list, the latest first and none twice. The cursor stays on its line, and at the top at the top.
    fn take_in(&mut self, page: Vec<Line>, more: bool) {
        let seq = |line: &Line| line.commit.seq;
        let (oldest, newest) = (page.last().map(seq), self.lines.first().map(seq));
        if more && newest < oldest && page.len() > 1 {
            // Between the page and what is shown there are lines that neither has.
            self.lines.clear();
        }
        if self
            .lines
            .last()
            .map(seq)
            .is_none_or(|it| oldest < Some(it))
        {
            self.more = more;
        }
        let here = self.lines.get(self.cursor.at).map(seq);
        let known: BTreeSet<Seq> = self.lines.iter().map(seq).collect();
        let new = page.into_iter().filter(|it| !known.contains(&seq(it)));
        self.lines.extend(new);
        self.lines.sort_by_key(|it| Reverse(seq(it)));
        if self.cursor.at > 0
            && let Some(at) = self.lines.iter().position(|it| Some(seq(it)) == here)
        {
            let down = at.saturating_sub(self.cursor.at);
            self.cursor.at += down;
            self.cursor.top += down;
        }
    }

    /// Moves the cursor; asks for older lines when it comes near the end.
    pub fn step(app: &mut App, step: Step) {
        let height = height(app);
        let journal = &mut app.journal;
        let len = journal.lines.len();
        walk::move_cursor(&mut journal.cursor, step, len, height);
        if let Some(before) = journal.failed.take() {
            return Self::ask(app, before);
        }
        if journal.more && journal.asked.is_none() && journal.cursor.at + height >= len {
            let before = journal.lines.last().map(|it| it.commit.seq);
            Self::ask(app, before);
        }
    }

    /// Opens what the line under the cursor is about: a value on the screen Мониторинг, a record as a page. Esc leads back to the line.
    pub fn open_line(app: &mut App) {
        let Some(line) = app.journal.lines.get(app.journal.cursor.at) else {
            return;
        };
        let lead = lead_of(&line.commit.changes).map(|it| it.key);
        let mut keys = lead
            .into_iter()
            .chain(line.commit.changes.iter().map(|it| it.key));
        let Some(key) = keys.find(|it| go::opens(app, *it)) else {
            return;
        };
        match go::open(app, key) {
            Outcome::Open(page) => app.open(page),
            // It is shown on another screen, which the line made way for.
            Outcome::Aside | Outcome::Close => app.put_screen_aside(Screen::Journal),
            _ => {}
        }
    }

    /// The screen is shown again as it was left. What was done meanwhile is asked for; the cursor stays on its line.
    pub fn resume(app: &mut App) {
        Self::ask(app, None);
        Self::resettle(app);
    }

    fn ask(app: &mut App, before: Option<Seq>) {
        app.journal.asked = Some(before);
        let filter = app.journal.filter;
        app.emit(Effect::Send(Request::Journal { filter, before }));
    }
}

fn height(app: &App) -> usize {
    layout(app.size, false).map_or(1, |it| {
        usize::from(parts(it.body).0.height.saturating_sub(2)).max(1)
    })
}

fn line(app: &App, commit: &Arc<Commit>, changes: usize) -> Line {
    let time = chrono::DateTime::from_timestamp_millis(commit.time.0)
        .map_or_else(String::new, |it| format::date_time(it, app.offset));
    let narrator = app.narrator();
    Line {
        commit: Arc::clone(commit),
        time,
        author: narrator.user(commit.actor),
        row: narrator.commit_row(commit, changes),
        sentence: narrator.commit_of(commit, changes),
    }
}
