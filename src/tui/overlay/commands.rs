//! A list of commands with their keys, narrowed as one types. Help and the palette are such lists; they differ in order and in what Enter does.

use super::help::lines::{Entry, Rank, Row, by_palette, entries, ordered, own_keys, signs};
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::text::{fold, retype_russian};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::table::{CommandId, Place};
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::layout::layout;
use crate::tui::text::{self, Align};
use crate::tui::theme::Role;
use crate::tui::widget::chooser::{self, Chooser};
use crate::tui::widget::line_edit::LineEdit;
use crate::tui::widget::list::ListCursor;
use crate::tui::widget::paint;

/// The list.
#[derive(Debug)]
pub struct Commands {
    title: String,
    rows: Vec<Row>,
    shown: Vec<usize>,
    edit: LineEdit,
    cursor: ListCursor,
}

impl Commands {
    /// Help: first what applies here, then everything else, in groups.
    #[must_use]
    pub fn help(app: &App, place: Place) -> Commands {
        let mut rows = Vec::new();
        let mut heading = None;
        let own = own_keys(app, place);
        let taken =
            |it: &Entry| it.rank == Rank::NotHere && own.iter().any(|own| own.keys == it.keys);
        let bare = |it: Entry| (String::new(), it);
        let mut all: Vec<_> = own.iter().cloned().map(bare).collect();
        // What a layer does with a key of its own is not said twice, and never that it does nothing here.
        // Where one types nothing that belongs elsewhere can be had, by no key and by no name.
        let typing = place.takes_text();
        let vain = |it: &Entry| it.rank == Rank::NotHere && (typing || taken(it));
        all.extend(entries(app, place).into_iter().filter(|it| !vain(&it.1)));
        all.extend(signs(app).into_iter().map(bare));
        let mut all = ordered(all);
        // Those without a key stand together, with how they are reached said once: behind what can be pressed, before the signs.
        let no_key = |it: &Entry| it.command.is_some() && it.keys.is_empty();
        all.sort_by_key(|(_, it)| match no_key(it) {
            true => (Rank::Movement, true),
            false => (it.rank, false),
        });
        for (title, entry) in all {
            let title = match entry.rank {
                _ if no_key(&entry) => by_palette(app),
                Rank::Sign => app.say(Phrase::HelpSigns),
                Rank::Here => app.say(Phrase::HelpHere),
                Rank::Everywhere | Rank::Movement => title,
                Rank::NotHere => app.say(Phrase::HelpNotHere),
            };
            if heading.as_ref() != Some(&title) {
                rows.push(Row::Heading(title.clone()));
                heading = Some(title);
            }
            rows.push(Row::Entry(entry));
        }
        let keymap = app.keymap.title(app.locale.lang()).to_owned();
        Commands::new(
            format!(
                "{} {} {keymap}",
                app.say(Phrase::CommandHelp),
                app.theme.glyphs.dot
            ),
            rows,
            app,
        )
    }

    /// The palette: commands that apply here first, those that do not are dim.
    #[must_use]
    pub fn palette(app: &App, place: Place) -> Commands {
        let rows = ordered(entries(app, place))
            .into_iter()
            .map(|it| Row::Entry(it.1))
            .collect();
        Commands::new(app.say(Phrase::CommandPalette), rows, app)
    }

    fn new(title: String, rows: Vec<Row>, app: &App) -> Commands {
        let mut commands = Commands {
            title,
            rows,
            shown: Vec::new(),
            edit: LineEdit::default(),
            cursor: ListCursor::default(),
        };
        commands.narrow(app);
        commands
    }

    fn narrow(&mut self, app: &App) {
        let typed = self.edit.text();
        self.shown = self.fitting(&typed);
        if self.shown.is_empty() {
            self.shown = self.fitting(&retype_russian(&typed));
        }
        self.cursor = ListCursor::default();
        let first = self.shown.iter().position(|it| self.entry(*it).is_some());
        self.cursor
            .go(first.unwrap_or(0), self.shown.len(), height(app));
        self.cursor.top = 0;
    }

    /// Places of the rows in which every word occurs; all rows, headings too, for no words.
    fn fitting(&self, typed: &str) -> Vec<usize> {
        let typed = fold(typed);
        let words: Vec<&str> = typed.split_whitespace().collect();
        let fits = |row: &Row| match row {
            Row::Heading(_) => words.is_empty(),
            Row::Entry(it) => words.iter().all(|word| it.folded.contains(word)),
        };
        let mut found: Vec<usize> = (self.rows.iter().enumerate())
            .filter(|(_, it)| fits(it))
            .map(|(at, _)| at)
            .collect();
        // A title that begins with what was typed comes first.
        if !words.is_empty() {
            let begins = |at: &usize| {
                self.entry(*at)
                    .is_some_and(|it| it.folded.starts_with(typed.trim()))
            };
            found.sort_by_key(|it| !begins(it));
        }
        found
    }

    fn entry(&self, row: usize) -> Option<&Entry> {
        match self.rows.get(row)? {
            Row::Entry(it) => Some(it),
            Row::Heading(_) => None,
        }
    }

    fn chooser(&self, area: Rect) -> Chooser<'_> {
        Chooser {
            area,
            query: &self.edit,
            cursor: self.cursor,
            len: self.shown.len(),
        }
    }

    /// Moves, and on past headings.
    fn step(&mut self, by: isize, app: &App) {
        let (len, height) = (self.shown.len(), height(app));
        let from = self.cursor;
        self.cursor.step(by, len, height);
        while self
            .shown
            .get(self.cursor.at)
            .is_some_and(|it| self.entry(*it).is_none())
        {
            let at = self.cursor.at;
            self.cursor.step(by.signum(), len, height);
            if self.cursor.at == at {
                // Nothing but a heading this way: the list shows it, the cursor stays.
                self.cursor = ListCursor {
                    at: from.at,
                    top: self.cursor.top,
                };
                break;
            }
        }
    }
}

impl Overlay for Commands {
    fn place(&self) -> Place {
        Place::Text
    }

    fn takes_text(&self) -> bool {
        true
    }

    fn key(&mut self, key: KeyEvent, app: &mut App) -> Outcome {
        let (len, height) = (self.shown.len(), height(app));
        match key.code {
            KeyCode::Esc => return Outcome::Close,
            KeyCode::Enter => {
                let picked = self
                    .shown
                    .get(self.cursor.at)
                    .and_then(|it| self.entry(*it));
                return (picked.and_then(|it| it.command))
                    .map_or(Outcome::Used, Outcome::CloseAndRun);
            }
            KeyCode::Up => self.step(-1, app),
            KeyCode::Down => self.step(1, app),
            KeyCode::PageUp | KeyCode::PageDown => {
                self.cursor.page(
                    if key.code == KeyCode::PageUp { -1 } else { 1 },
                    len,
                    height,
                );
                self.step(0, app);
                if self
                    .shown
                    .get(self.cursor.at)
                    .is_some_and(|it| self.entry(*it).is_none())
                {
                    self.step(1, app);
                }
            }
            _ if self.edit.key(key) => self.narrow(app),
            _ => return Outcome::Pass,
        }
        Outcome::Used
    }

    fn command(&mut self, command: CommandId, _: &mut App) -> Outcome {
        // The list is open already.
        match command {
            CommandId::Help | CommandId::Palette => Outcome::Used,
            _ => Outcome::Pass,
        }
    }

    fn paste(&mut self, text: &str, app: &mut App) -> Outcome {
        self.edit.insert(text);
        self.narrow(app);
        Outcome::Used
    }

    fn text(&self, app: &App) -> Option<String> {
        Some(crate::tui::keys::plain(&app.keymap, &app.locale))
    }

    fn hints(&self, app: &App) -> Vec<(String, String)> {
        [
            ("Enter", Phrase::HintRun),
            ("Esc", Phrase::HintClose),
            ("↑↓", Phrase::HintMove),
        ]
        .map(|(key, phrase)| (key.to_owned(), app.say(phrase)))
        .to_vec()
    }

    fn render(&self, app: &App, _: Rect, buf: &mut Buffer) {
        let Some(areas) = layout(app.size, false) else {
            return;
        };
        let theme = &app.theme;
        let row_of = |n: usize| self.shown.get(n).and_then(|at| self.rows.get(*at));
        let item = |buf: &mut Buffer, n: usize, here: bool, row: Rect| {
            let keys_width = (row.width * 2 / 5).min(40);
            match row_of(n) {
                Some(Row::Heading(title)) => {
                    paint::put(
                        buf,
                        row.x + 1,
                        row.y,
                        row.width.saturating_sub(1),
                        title,
                        theme.style(Role::Label),
                    );
                }
                Some(Row::Entry(it)) => {
                    let applies = it.rank != Rank::NotHere;
                    let (title, keys) = match (here, applies) {
                        (true, _) => (Role::Cursor, Role::Key),
                        (false, true) => (Role::Text, Role::Key),
                        (false, false) => (Role::Dim, Role::Dim),
                    };
                    paint::field(
                        buf,
                        row.x + 1,
                        row.y,
                        keys_width,
                        &it.keys,
                        Align::Left,
                        theme.style(keys),
                        theme,
                    );
                    let x = row.x + 2 + keys_width;
                    let x = paint::put(
                        buf,
                        x,
                        row.y,
                        row.right().saturating_sub(x),
                        &it.title,
                        theme.style(title),
                    );
                    if !applies {
                        let said = app.say(Phrase::NotHere);
                        let long = (it.way.as_ref()).map(|way| format!("{said}: {way}"));
                        let room = row.right().saturating_sub(x + 2);
                        let fitting = (long.iter().chain(&it.way).chain([&said]))
                            .find(|it| usize::from(room) >= text::width(it));
                        if let Some(said) = fitting {
                            paint::put(buf, x + 2, row.y, room, said, theme.style(Role::Dim));
                        }
                    }
                }
                None => {}
            }
        };
        let list = (self.chooser(areas.body)).render(buf, &self.title, theme, item);
        if self.shown.is_empty() && list.height > 0 {
            let nothing = app.say(Phrase::NoSuchCommand);
            paint::put(
                buf,
                list.x + 1,
                list.y,
                list.width.saturating_sub(1),
                &nothing,
                theme.style(Role::Dim),
            );
        }
    }

    fn cursor(&self, app: &App, _: Rect) -> Option<Position> {
        let area = layout(app.size, false)?.body;
        Some(self.chooser(area).cursor())
    }
}

/// Lines of the list in sight.
fn height(app: &App) -> usize {
    layout(app.size, false).map_or(1, |it| chooser::rows(it.body.height).max(1))
}
