//! The screen Журнал: every change ever made, the latest first; all, or by a person, about a leader, about an indicator.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::args;
use crate::domain::ids::Seq;
use crate::domain::record::{Commit, Key};
use crate::locale::{Phrase, format};
use crate::service::link::{JournalFilter, JournalLine, Request};
use crate::tui::app::App;
use crate::tui::layer::Outcome;
use crate::tui::layout::layout;
use crate::tui::msg::Effect;
use crate::tui::overlay::picker::{Item, Picker};
use crate::tui::screen::Screen;
use crate::tui::screen::monitoring::walk::{self, Step};
use crate::tui::text::{self, Align};
use crate::tui::theme::Role;
use crate::tui::widget::list::ListCursor;
use crate::tui::widget::paint;

/// Columns from which a line has room for date and time and the whole name.
const ROOMY: u16 = 100;

/// A line as shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The commit.
    pub commit: Arc<Commit>,
    /// When, as text.
    pub time: String,
    /// Who, as text.
    pub author: String,
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

    /// Lets the person choose whose changes, or about what, are shown.
    pub fn choose_filter(app: &mut App) {
        let mut items = vec![Item {
            label: app.say(Phrase::JournalAll),
            right: String::new(),
            value: JournalFilter::All,
        }];
        let state = app.state();
        for (id, user) in state.users.iter() {
            items.push(Item {
                label: app.narrator().user(*id),
                right: user.account.clone(),
                value: JournalFilter::By(*id),
            });
        }
        for (id, organisation) in state.organisations.iter() {
            items.push(Item {
                label: organisation.name.clone(),
                right: app.say(Phrase::JournalAboutOrganisation),
                value: JournalFilter::Organisation(*id),
            });
        }
        for (id, _) in state.persons.iter() {
            items.push(Item {
                label: app.narrator().person(*id),
                right: app.say(Phrase::JournalAboutPerson),
                value: JournalFilter::Person(*id),
            });
        }
        if let Some(edition) = app
            .monitoring
            .chosen
            .period
            .and_then(|it| state.edition_of(it))
        {
            for ((_, id), indicator) in state
                .indicators
                .iter()
                .filter(|((it, _), _)| *it == edition)
            {
                items.push(Item {
                    label: format!("{} {}", indicator.code, indicator.short),
                    right: app.say(Phrase::JournalAboutIndicator),
                    value: JournalFilter::Indicator(*id),
                });
            }
        }
        let at = items
            .iter()
            .position(|it| it.value == app.journal.filter)
            .unwrap_or(0);
        let title = app.say(Phrase::JournalFilterTitle);
        let picker = Picker::new(
            title,
            items,
            at,
            Box::new(|app, filter| {
                JournalScreen::open(app, filter);
                Outcome::Close
            }),
        );
        app.open(Box::new(picker));
    }

    /// Shows what the line under the cursor is about: its cell on the screen Мониторинг.
    pub fn open_line(app: &mut App) {
        let Some(line) = app.journal.lines.get(app.journal.cursor.at) else {
            return;
        };
        let cell = line.commit.changes.iter().find_map(|it| match it.key {
            Key::Value(cell) => Some(cell),
            _ => None,
        });
        if let Some(cell) = cell {
            app.screen = Screen::Monitoring;
            walk::go_to_cell(app, cell);
        }
    }

    fn ask(app: &mut App, before: Option<Seq>) {
        app.journal.asked = Some(before);
        let filter = app.journal.filter;
        app.emit(Effect::Send(Request::Journal { filter, before }));
    }
}

/// Whose changes, or about what.
fn whose(app: &App, filter: JournalFilter) -> String {
    let narrator = app.narrator();
    match filter {
        JournalFilter::All => app.say(Phrase::JournalAll),
        JournalFilter::By(user) => narrator.user(user),
        JournalFilter::Person(person) => narrator.person(person),
        JournalFilter::Organisation(organisation) => narrator.organisation(organisation),
        JournalFilter::Indicator(id) => app
            .monitoring
            .chosen
            .period
            .map_or_else(String::new, |period| narrator.indicator(period, id)),
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
    let sentence = app.narrator().commit_of(commit, changes);
    Line {
        commit: Arc::clone(commit),
        time,
        author: app.narrator().user(commit.actor),
        sentence,
    }
}

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
            let whose = whose(app, filter);
            app.say_with(Phrase::JournalTitleFiltered, &args![whose = whose])
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
    let little_room = inner.width < ROOMY;
    let longest = journal.lines.iter().map(|it| text::width(&it.author)).max();
    let author_width = u16::try_from(longest.unwrap_or(0))
        .unwrap_or(22)
        .clamp(6, if little_room { 14 } else { 22 });
    let shown: Vec<_> = (journal.lines.iter().enumerate())
        .skip(journal.cursor.top)
        .take(usize::from(inner.height))
        .map(|(n, line)| (n, line, when(app, line, little_room)))
        .collect();
    let longest = shown.iter().map(|(_, _, time)| text::width(time)).max();
    let time_width = u16::try_from(longest.unwrap_or(0)).unwrap_or(16);
    for ((n, line, time), y) in shown.into_iter().zip(inner.y..inner.bottom()) {
        let here = n == journal.cursor.at;
        let mut x = inner.x;
        paint::put(
            buf,
            x,
            y,
            1,
            if here { theme.glyphs.cursor } else { " " },
            theme.style(Role::Text),
        );
        x += 1;
        let role = if here { Role::Cursor } else { Role::Dim };
        paint::field(
            buf,
            x,
            y,
            time_width,
            &time,
            Align::Left,
            theme.style(role),
            theme,
        );
        x += time_width + 1;
        paint::field(
            buf,
            x,
            y,
            author_width,
            &line.author,
            Align::Left,
            theme.style(Role::Text),
            theme,
        );
        x += author_width + 1;
        let room = inner.right().saturating_sub(x);
        let sentence = text::cut(&line.sentence, usize::from(room), theme.glyphs.ellipsis);
        paint::put(buf, x, y, room, &sentence, theme.style(Role::Text));
    }
}
