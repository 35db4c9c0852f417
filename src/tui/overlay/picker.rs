//! A list to pick from, narrowed as one types: periods, reasons, documents, whatever has a label.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::text::{fold, retype_russian};
use crate::locale::Phrase;
use crate::service::link::News;
use crate::tui::app::App;
use crate::tui::command::table::{CommandId, Place};
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widget::chooser::{self, Chooser};
use crate::tui::widget::line_edit::LineEdit;
use crate::tui::widget::list::ListCursor;
use crate::tui::widget::paint;

/// Something to pick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item<T> {
    /// What it is called.
    pub label: String,
    /// What stands on the right.
    pub right: String,
    /// What it is.
    pub value: T,
}

/// What follows a pick.
pub type OnPick<T> = Box<dyn FnMut(&mut App, T) -> Outcome + Send>;

/// What a list becomes: its items, and the place of the one that was under the cursor, if it is still there.
pub type Anew<T> = Box<dyn FnMut(&App, Option<&T>) -> (Vec<Item<T>>, Option<usize>) + Send>;

/// What follows a text that is no choice.
pub type OnText = Box<dyn FnMut(&mut App, &str) -> Outcome + Send>;

/// What may follow Enter over a text, before anything is picked by it.
pub type OnWhole = Box<dyn FnMut(&mut App, &str) -> Option<Outcome> + Send>;

/// The list.
pub struct Picker<T> {
    title: String,
    items: Vec<Item<T>>,
    /// Labels folded for comparing.
    folded: Vec<String>,
    query: LineEdit,
    /// Places of the items that fit the query.
    shown: Vec<usize>,
    cursor: ListCursor,
    on_pick: OnPick<T>,
    /// Whether a digit picks at once.
    digits: bool,
    /// What a letter does, where it does not narrow the list.
    on_text: Option<OnText>,
    /// What a whole text may do instead of picking what it narrows the list to.
    on_whole: Option<OnWhole>,
    /// What Delete does with the item under the cursor, and the word for it.
    on_drop: Option<(OnPick<T>, Phrase)>,
    /// What the list becomes when something was done elsewhere.
    anew: Option<Anew<T>>,
    /// What else a key does here.
    hint: Option<(String, String)>,
}

impl<T> std::fmt::Debug for Picker<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Picker")
            .field("title", &self.title)
            .field("at", &self.cursor.at)
            .finish_non_exhaustive()
    }
}

impl<T: Clone + Send> Picker<T> {
    /// A list with the cursor on one of its items.
    #[must_use]
    pub fn new(title: String, items: Vec<Item<T>>, at: usize, on_pick: OnPick<T>) -> Picker<T> {
        let folded = items.iter().map(|it| fold(&it.label)).collect();
        let shown = (0..items.len()).collect();
        let cursor = ListCursor { at, top: 0 };
        Picker {
            title,
            items,
            folded,
            query: LineEdit::default(),
            shown,
            cursor,
            on_pick,
            digits: false,
            on_text: None,
            on_whole: None,
            on_drop: None,
            anew: None,
            hint: None,
        }
    }

    /// The same list, its first nine items numbered; the digit alone picks.
    #[must_use]
    pub fn by_digit(self) -> Picker<T> {
        Picker {
            digits: true,
            ..self
        }
    }

    /// The same list, in which letters do not narrow but begin an answer that is not in it.
    #[must_use]
    pub fn or_text(self, on_text: OnText) -> Picker<T> {
        Picker {
            on_text: Some(on_text),
            ..self
        }
    }

    /// The same list, in which some texts are no query: Enter over one of them does what it says.
    #[must_use]
    pub fn or_whole(self, on_whole: OnWhole) -> Picker<T> {
        Picker {
            on_whole: Some(on_whole),
            ..self
        }
    }

    /// The same list of unfinished input, of which Delete throws away what is under the cursor.
    #[must_use]
    pub fn or_drop(self, on_drop: OnPick<T>) -> Picker<T> {
        self.or_delete(Phrase::HintThrowAway, on_drop)
    }

    /// The same list, in which Delete does this with the item under the cursor.
    #[must_use]
    pub fn or_delete(self, hint: Phrase, on_drop: OnPick<T>) -> Picker<T> {
        Picker {
            on_drop: Some((on_drop, hint)),
            ..self
        }
    }

    /// The same list, which follows what is done elsewhere and goes once it is empty.
    #[must_use]
    pub fn renewed(self, anew: Anew<T>) -> Picker<T> {
        Picker {
            anew: Some(anew),
            ..self
        }
    }

    /// The same list with one more key among the hints.
    #[must_use]
    pub fn hinted(self, hint: Option<(String, String)>) -> Picker<T> {
        Picker { hint, ..self }
    }

    /// The item at this place of those shown.
    fn value(&self, at: usize) -> Option<T> {
        let item = self.shown.get(at).and_then(|at| self.items.get(*at));
        item.map(|it| it.value.clone())
    }

    /// Picks the item at this place of those shown.
    fn pick(&mut self, at: usize, app: &mut App) -> Outcome {
        self.value(at)
            .map_or(Outcome::Used, |value| (self.on_pick)(app, value))
    }

    /// Takes away the item under the cursor, where items can be.
    fn drop_here(&mut self, app: &mut App) -> Option<Outcome> {
        let value = self.value(self.cursor.at);
        let (on_drop, _) = self.on_drop.as_mut()?;
        Some(value.map_or(Outcome::Used, |it| on_drop(app, it)))
    }

    /// Whether Delete throws unfinished input away: that key has a command of its own.
    fn throws_away(&self) -> bool {
        (self.on_drop.as_ref()).is_some_and(|it| it.1 == Phrase::HintThrowAway)
    }

    fn narrow(&mut self) {
        let typed = self.query.text();
        let words = |text: &str| {
            fold(text)
                .split_whitespace()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        let fits = |words: &[String], whole: bool| -> Vec<usize> {
            let all = |label: &String| words.iter().all(|word| has(label, word, whole));
            self.folded
                .iter()
                .enumerate()
                .filter(|(_, label)| all(label))
                .map(|(at, _)| at)
                .collect()
        };
        let (typed, retyped) = (words(&typed), words(&retype_russian(&typed)));
        let ways = [
            (&typed, true),
            (&typed, false),
            (&retyped, true),
            (&retyped, false),
        ];
        let mut found = ways.iter().map(|(words, whole)| fits(words, *whole));
        let shown = found.find(|it| !it.is_empty()).unwrap_or_default();
        self.shown = shown;
        self.cursor = ListCursor::default();
    }

    fn area(&self, screen: Rect) -> Rect {
        let widest = self
            .items
            .iter()
            .map(|it| text::width(&it.label) + text::width(&it.right))
            .max()
            .unwrap_or(0);
        let width = u16::try_from(widest + 8)
            .unwrap_or(u16::MAX)
            .max(40)
            .min(screen.width.saturating_sub(4));
        let height = u16::try_from(self.items.len() + 3).unwrap_or(u16::MAX);
        paint::centred(
            screen,
            width,
            height.min(screen.height.saturating_sub(4)).max(5),
        )
    }

    fn height(&self, app: &App) -> usize {
        chooser::rows(self.area(Rect::new(0, 0, app.size.0, app.size.1)).height)
    }

    fn chooser(&self, screen: Rect) -> Chooser<'_> {
        Chooser {
            area: self.area(screen),
            query: &self.query,
            cursor: self.cursor,
            len: self.shown.len(),
        }
    }
}

/// Whether a label has a word. A number is meant whole: «1» is not in «№ 12», unless nothing has it whole.
fn has(label: &str, word: &str, whole: bool) -> bool {
    if whole && !word.is_empty() && word.chars().all(|it| it.is_ascii_digit()) {
        let mut numbers = label.split(|it: char| !it.is_ascii_digit());
        return numbers.any(|it| it == word);
    }
    label.contains(word)
}

impl<T: Clone + Send> Overlay for Picker<T> {
    fn place(&self) -> Place {
        Place::Text
    }

    fn takes_text(&self) -> bool {
        true
    }

    fn key(&mut self, key: KeyEvent, app: &mut App) -> Outcome {
        let (len, height) = (self.shown.len(), self.height(app));
        if let (KeyCode::Char(c), Some(on_text)) = (key.code, self.on_text.as_mut())
            && c.is_alphabetic()
            && !(key.modifiers).intersects(KeyModifiers::CONTROL | KeyModifiers::ALT)
        {
            return on_text(app, c.encode_utf8(&mut [0; 4]));
        }
        match key.code {
            KeyCode::Esc => return Outcome::Close,
            KeyCode::Enter => {
                let typed = self.query.text();
                let on_whole = self.on_whole.as_mut().filter(|_| !typed.is_empty());
                let done = on_whole.and_then(|it| it(app, &typed));
                return done.unwrap_or_else(|| self.pick(self.cursor.at, app));
            }
            KeyCode::Char(c @ '1'..='9') if self.digits && self.query.is_empty() => {
                let at = c
                    .to_digit(10)
                    .and_then(|it| usize::try_from(it).ok())
                    .unwrap_or(1)
                    - 1;
                return self.pick(at, app);
            }
            KeyCode::Delete if self.on_drop.is_some() => {
                return self.drop_here(app).unwrap_or(Outcome::Used);
            }
            KeyCode::Up => self.cursor.step(-1, len, height),
            KeyCode::Down => self.cursor.step(1, len, height),
            KeyCode::PageUp => self.cursor.page(-1, len, height),
            KeyCode::PageDown => self.cursor.page(1, len, height),
            KeyCode::Home if self.query.is_empty() => self.cursor.go(0, len, height),
            KeyCode::End if self.query.is_empty() => self.cursor.go(len, len, height),
            _ if self.on_text.is_none() && self.query.key(key) => self.narrow(),
            _ => return Outcome::Pass,
        }
        Outcome::Used
    }

    fn command(&mut self, command: CommandId, app: &mut App) -> Outcome {
        match command {
            CommandId::DropUnsaved if self.throws_away() => {
                self.drop_here(app).unwrap_or(Outcome::Pass)
            }
            _ => Outcome::Pass,
        }
    }

    fn news(&mut self, news: &News, app: &mut App) -> Outcome {
        let (News::Committed(_) | News::Again(_), Some(anew)) = (news, self.anew.as_mut()) else {
            return Outcome::Used;
        };
        let here = (self.shown.get(self.cursor.at)).and_then(|at| self.items.get(*at));
        let (items, at) = anew(app, here.map(|it| &it.value));
        self.folded = items.iter().map(|it| fold(&it.label)).collect();
        self.items = items;
        let before = self.cursor;
        self.narrow();
        self.cursor = before;
        // Where the item is gone, what stood below it has come up to its place.
        let at = at.and_then(|at| self.shown.iter().position(|it| *it == at));
        let (at, height) = (at.unwrap_or(before.at), self.height(app));
        self.cursor.go(at, self.shown.len(), height);
        match self.items.is_empty() {
            true => Outcome::Close,
            false => Outcome::Used,
        }
    }

    fn paste(&mut self, text: &str, app: &mut App) -> Outcome {
        if let Some(on_text) = self.on_text.as_mut() {
            return on_text(app, text);
        }
        self.query.insert(text);
        self.narrow();
        Outcome::Used
    }

    fn hints(&self, app: &App) -> Vec<(String, String)> {
        let named = |key: &str, phrase| (key.to_owned(), app.say(phrase));
        let own = (self.on_text.is_some())
            .then(|| (app.say(Phrase::KeyLetters), app.say(Phrase::HintOwnWords)));
        let drop = (self.on_drop.as_ref()).map(|it| named("Delete", it.1));
        [
            named("Enter", Phrase::HintChoose),
            named("Esc", Phrase::HintClose),
        ]
        .into_iter()
        .chain(own)
        .chain(drop)
        .chain(self.hint.clone())
        .chain([named("↑↓", Phrase::HintMove)])
        .collect()
    }

    fn render(&self, app: &App, area: Rect, buf: &mut Buffer) {
        let theme = &app.theme;
        let item = |buf: &mut Buffer, n: usize, here: bool, row: Rect| {
            let at = self.shown.get(n);
            let Some(item) = at.and_then(|at| self.items.get(*at)) else {
                return;
            };
            let numbered = if self.digits && n < 9 {
                format!("{} {}", n + 1, item.label)
            } else {
                item.label.clone()
            };
            // What stands on the right has half of the row, and what the label leaves of the other half.
            let left = u16::try_from(text::width(&numbered)).unwrap_or(u16::MAX);
            let most = row
                .width
                .saturating_sub(left.saturating_add(3))
                .max(row.width / 2);
            let beside = text::cut(&item.right, usize::from(most), theme.glyphs.ellipsis);
            let right = u16::try_from(text::width(&beside)).unwrap_or(0);
            let room = row.width.saturating_sub(right + 3);
            let label = text::cut(&numbered, usize::from(room), theme.glyphs.ellipsis);
            paint::put(
                buf,
                row.x + 1,
                row.y,
                room,
                &label,
                theme.style(if here { Role::Cursor } else { Role::Text }),
            );
            paint::put(
                buf,
                row.right() - right,
                row.y,
                right,
                &beside,
                theme.style(Role::Dim),
            );
        };
        let list = self.chooser(area).render(buf, &self.title, theme, item);
        if self.shown.is_empty() && list.height > 0 {
            let nothing = app.say(Phrase::PickerNothing);
            let room = list.width.saturating_sub(1);
            let nothing = text::cut(&nothing, usize::from(room), theme.glyphs.ellipsis);
            let style = theme.style(Role::Dim);
            paint::put(buf, list.x + 1, list.y, room, &nothing, style);
        }
    }

    fn cursor(&self, _: &App, area: Rect) -> Option<Position> {
        Some(self.chooser(area).cursor())
    }
}
