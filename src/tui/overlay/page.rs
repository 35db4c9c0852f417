//! A page over the whole body of the screen: lines, some of which open something. Cards, chains, histories and definitions are such pages.
//!
//! Owns cursor and scroll; what the lines say is the content's. Lines are made ready in `update`; drawing only puts them down.

mod draw;
mod line;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::ids::PeriodId;
use crate::domain::record::Key;
use crate::locale::Phrase;
use crate::service::link::{News, Wanted};
use crate::tui::app::App;
use crate::tui::command::table::{CommandId, Group, Place};
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::layout::layout;
use crate::tui::theme::Role;

pub use line::{Line, paragraph};

/// What a page says before it has all the values that it tells; nothing once it has.
#[must_use]
pub fn still_loading(app: &App, needs: &[PeriodId]) -> Option<Line> {
    let mut missing = (needs.iter())
        .filter(|it| app.state().shard(**it).is_none())
        .peekable();
    missing.peek()?;
    Some(if missing.all(|it| app.mirror.is_unreadable(*it)) {
        Line::new(app.say(Phrase::ValuesUnreadable), Role::Warning)
    } else {
        Line::new(app.say(Phrase::ValuesLoading), Role::Dim)
    })
}

/// What a page says.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// Its title.
    pub title: String,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// The contents of a page.
pub trait Content: std::fmt::Debug + Send {
    /// Where the person is.
    fn place(&self) -> Place;

    /// Records that it shows in full.
    fn shows(&self, app: &App) -> Vec<Key> {
        let _ = app;
        Vec::new()
    }

    /// Periods whose values it tells.
    fn needs(&self, app: &App) -> Vec<PeriodId> {
        let _ = app;
        Vec::new()
    }

    /// Before everything is said anew for another period or size: what is to be computed first.
    fn prepare(&mut self, app: &mut App) {
        let _ = app;
    }

    /// Says everything anew for so many columns.
    fn tell(&mut self, app: &App, width: usize) -> Told;

    /// Enter on a line: opens its record.
    fn open(&mut self, key: Key, app: &mut App) -> Outcome {
        super::go::open(app, key)
    }

    /// Enter on a line, where one record has several: opens what that line is about.
    fn open_line(&mut self, _line: usize, key: Key, app: &mut App) -> Outcome {
        self.open(key, app)
    }

    /// A command of the keymap, with the record under the cursor.
    fn command(&mut self, command: CommandId, at: Option<Key>, app: &mut App) -> Outcome {
        let _ = (command, at, app);
        Outcome::Pass
    }

    /// Esc: something of its own is left before the page is, as what it was narrowed by. Whether there was.
    fn leave_own(&mut self) -> bool {
        false
    }

    /// Whether a command has made what is said another: then it is said anew.
    fn take_changed(&mut self) -> bool {
        false
    }

    /// Whether a command has made the line under the cursor another, after which the next one is looked at.
    fn take_stepped(&mut self) -> bool {
        false
    }

    /// Whether a command has made only what is said of the lines another: then the cursor stays where it is.
    fn take_retold(&mut self) -> bool {
        false
    }

    /// Keys of its own that are in no keymap, each with a short word.
    fn hints(&self, app: &App) -> Vec<(String, String)> {
        let _ = app;
        Vec::new()
    }

    /// News of the engine. Whether everything is to be said anew.
    fn news(&mut self, news: &News, app: &mut App) -> bool {
        let _ = app;
        let read = matches!(
            news,
            News::Shard { .. } | News::Unreadable(Wanted::Shard(_))
        );
        read || matches!(news, News::Committed(_))
    }

    /// The cursor or the last line in sight has come to the end.
    fn at_end(&mut self, app: &mut App) {
        let _ = app;
    }
}

/// A page.
#[derive(Debug)]
pub struct Page<C> {
    content: C,
    told: Told,
    /// The line under the cursor; `None` where no line opens anything.
    at: Option<usize>,
    /// The first line in sight.
    top: usize,
}

impl<C: Content> Page<C> {
    /// A page with the cursor on its first line that opens something.
    #[must_use]
    pub fn new(content: C, app: &App) -> Page<C> {
        let mut page = Page {
            content,
            told: Told::default(),
            at: None,
            top: 0,
        };
        page.rebuild(app);
        page
    }

    /// The page with the cursor on a record, if it has a line for it.
    #[must_use]
    pub fn on(mut self, key: Key, app: &App) -> Page<C> {
        if let Some(at) = self.line_of(key) {
            self.at = Some(at);
            self.show(at, height(app));
        }
        self
    }

    fn rebuild(&mut self, app: &App) {
        let (key, stood) = (self.record(), self.at);
        self.told = self.content.tell(app, width(app));
        // Where the record is gone, whoever works the list off goes on with what stands in its place.
        let near = || {
            let at = stood.filter(|_| key.is_some())?;
            self.next(at.checked_sub(1)).or_else(|| self.before(at))
        };
        self.at = key
            .and_then(|it| self.line_of(it))
            .or_else(near)
            .or_else(|| self.next(None));
        self.clamp(height(app));
        if let Some(at) = self.at.filter(|_| key.is_some()) {
            self.show(at, height(app));
        }
    }

    /// Another thing is said, or in another order: from the first record on, where that lies above what is in sight with its heading.
    fn begin_anew(&mut self, app: &App) {
        self.at = None;
        self.rebuild(app);
        if let Some(at) = self.at.filter(|it| *it < self.top) {
            self.top = at.saturating_sub(2);
        }
    }

    fn line_of(&self, key: Key) -> Option<usize> {
        let mut found = (self.told.lines.iter().enumerate())
            .filter(|(_, it)| it.opens == Some(key))
            .map(|(at, _)| at);
        let first = found.next()?;
        let old = self.at.unwrap_or(first);
        Some(
            std::iter::once(first)
                .chain(found)
                .min_by_key(|it| it.abs_diff(old))
                .unwrap_or(first),
        )
    }

    fn record(&self) -> Option<Key> {
        self.told.lines.get(self.at?)?.opens
    }

    /// The next line that opens something, after a line or from the first on.
    fn next(&self, after: Option<usize>) -> Option<usize> {
        let from = after.map_or(0, |it| it + 1);
        (self.told.lines.iter().enumerate().skip(from))
            .find(|(_, it)| it.opens.is_some())
            .map(|(at, _)| at)
    }

    fn before(&self, before: usize) -> Option<usize> {
        (self.told.lines.iter().enumerate().take(before))
            .rfind(|(_, it)| it.opens.is_some())
            .map(|(at, _)| at)
    }

    fn clamp(&mut self, height: usize) {
        self.top = self.top.min(self.told.lines.len().saturating_sub(height));
    }

    fn show(&mut self, at: usize, height: usize) {
        if at < self.top {
            self.top = at;
        }
        // What belongs to the line stands under it: show as much of it as fits.
        let end = self
            .next(Some(at))
            .unwrap_or(self.told.lines.len())
            .min(at + height);
        if end > self.top + height {
            self.top = end.saturating_sub(height).min(at);
        }
        self.clamp(height);
    }

    fn down(&mut self, height: usize) {
        match self.next(self.at) {
            Some(next) if next < self.top + height + height / 2 => {
                self.at = Some(next);
                self.show(next, height);
            }
            _ => self.top += 1,
        }
        self.clamp(height);
    }

    fn up(&mut self, height: usize) {
        match self.at.and_then(|it| self.before(it)) {
            Some(before) if before + height / 2 >= self.top => {
                self.at = Some(before);
                self.show(before, height);
            }
            _ => self.top = self.top.saturating_sub(1),
        }
    }

    fn page(&mut self, back: bool, height: usize) {
        let by = height.saturating_sub(1).max(1);
        self.top = if back {
            self.top.saturating_sub(by)
        } else {
            self.top + by
        };
        self.clamp(height);
        let in_sight = self.top..self.top + height;
        if self.at.is_some_and(|it| !in_sight.contains(&it)) {
            let first = self
                .top
                .checked_sub(1)
                .map_or_else(|| self.next(None), |it| self.next(Some(it)));
            self.at = first.filter(|it| in_sight.contains(it)).or(self.at);
        }
    }

    fn movement(&mut self, command: CommandId, app: &mut App) -> Outcome {
        let height = height(app);
        match command {
            CommandId::Up => self.up(height),
            CommandId::Down => self.down(height),
            CommandId::PageUp => self.page(true, height),
            CommandId::PageDown => self.page(false, height),
            CommandId::First => {
                self.top = 0;
                self.at = self.next(None);
            }
            CommandId::Last => {
                self.at = self.before(self.told.lines.len());
                self.top = usize::MAX;
                self.clamp(height);
            }
            _ => {}
        }
        if self.top + height >= self.told.lines.len() {
            self.content.at_end(app);
        }
        Outcome::Used
    }
}

impl<C: Content> Overlay for Page<C> {
    fn shows(&self, app: &App) -> Vec<Key> {
        self.content.shows(app)
    }

    fn place(&self) -> Place {
        self.content.place()
    }

    fn command(&mut self, command: CommandId, app: &mut App) -> Outcome {
        match command {
            CommandId::Close if self.content.leave_own() => {
                self.rebuild(app);
                return Outcome::Used;
            }
            CommandId::Close => return Outcome::Close,
            CommandId::Open => {
                let opens = self.at.zip(self.record());
                return opens.map_or(Outcome::Used, |(line, key)| {
                    self.content.open_line(line, key, app)
                });
            }
            _ => {}
        }
        match self.content.command(command, self.record(), app) {
            Outcome::Pass => {}
            outcome => {
                if self.content.take_changed() {
                    self.begin_anew(app);
                } else if self.content.take_retold() {
                    self.rebuild(app);
                }
                if self.content.take_stepped() {
                    self.rebuild(app);
                    self.down(height(app));
                }
                return outcome;
            }
        }
        let walks = command.group() == Group::Movement && command.applies_in(self.place());
        if walks {
            self.movement(command, app)
        } else {
            Outcome::Pass
        }
    }

    fn news(&mut self, news: &News, app: &mut App) -> Outcome {
        if self.content.news(news, app) {
            self.rebuild(app);
        }
        Outcome::Used
    }

    fn renew(&mut self, app: &mut App) {
        self.content.prepare(app);
        self.rebuild(app);
    }

    fn under_cursor(&self) -> Option<Key> {
        self.record()
    }

    fn needs(&self, app: &App) -> Vec<PeriodId> {
        self.content.needs(app)
    }

    fn hints(&self, app: &App) -> Vec<(String, String)> {
        self.content.hints(app)
    }

    fn text(&self, _: &App) -> Option<String> {
        let mut out = format!("{}\n\n", self.told.title);
        for line in &self.told.lines {
            out.push_str(line.text().trim_end());
            out.push('\n');
        }
        Some(out)
    }

    fn render(&self, app: &App, _: Rect, buf: &mut Buffer) {
        draw::render(self, app, buf);
    }
}

/// Lines in sight.
fn height(app: &App) -> usize {
    layout(app.size, false).map_or(1, |it| usize::from(it.body.height.saturating_sub(2)).max(1))
}

/// Columns of a line: without frame and marker.
fn width(app: &App) -> usize {
    layout(app.size, false).map_or(40, |it| usize::from(it.body.width.saturating_sub(4)))
}

/// What a page shows alone next, or before: a ring in which `None`, all of it, stands first.
pub fn turned<T: Copy + PartialEq>(mut all: Vec<T>, at: Option<T>, back: bool) -> Option<T> {
    if back {
        all.reverse();
    }
    match at {
        None => all.first().copied(),
        Some(at) => all.into_iter().skip_while(|it| *it != at).nth(1),
    }
}
