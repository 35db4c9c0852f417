//! Somebody changed the record meanwhile: both versions, one beneath the other, and the choice between them.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::purpose::{Typed, Version};
use crate::args;
use crate::domain::ids::Seq;
use crate::domain::record::{Key, Record};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widget::paint;

/// What becomes of two versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Theirs stays; one's own is kept as unfinished.
    Theirs,
    /// One's own is recorded over theirs.
    Mine,
    /// Theirs with one's own words beneath, to be looked over before it is recorded.
    Both,
}

impl Choice {
    const ALL: [Choice; 3] = [Choice::Theirs, Choice::Mine, Choice::Both];

    fn verb(self) -> Phrase {
        match self {
            Choice::Theirs => Phrase::ConflictKeepTheirs,
            Choice::Mine => Phrase::ConflictWriteMine,
            Choice::Both => Phrase::ConflictBoth,
        }
    }
}

/// Two versions of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Which record.
    pub key: Key,
    /// What is there now.
    pub theirs: Record,
    /// Who changed it, and when.
    pub who: String,
    /// Who has typed the other, and when.
    pub own: String,
    /// What differs.
    pub versions: Vec<Version>,
    /// What is typed here.
    pub typed: Vec<Typed>,
    /// The revision that is there now.
    pub rev: Seq,
    /// Whether one's own words can stand beneath theirs.
    pub joins: bool,
    /// The answer under the cursor.
    pub at: usize,
    /// The first line in sight of both.
    pub top: usize,
}

impl Conflict {
    /// The answers that there are, in their order.
    fn choices(&self) -> impl Iterator<Item = Choice> {
        let joins = self.joins;
        (Choice::ALL.into_iter()).filter(move |it| joins || *it != Choice::Both)
    }

    /// The answer under the cursor.
    #[must_use]
    pub fn chosen(&self) -> Option<Choice> {
        self.choices().nth(self.at)
    }

    /// The answer of a digit.
    #[must_use]
    pub fn by_digit(&self, digit: char) -> Option<Choice> {
        let n = usize::try_from(digit.to_digit(10)?).ok()?;
        self.choices().nth(n.checked_sub(1)?)
    }

    /// Puts the cursor on the next answer, or the one before; round.
    pub fn step(&mut self, back: bool) {
        let n = self.choices().count().max(1);
        self.at = (self.at + if back { n - 1 } else { 1 }) % n;
    }

    /// Lines that it takes.
    #[must_use]
    pub fn height(&self, app: &App, columns: u16) -> u16 {
        u16::try_from(self.lines(app, columns).len() + self.choices().count()).unwrap_or(u16::MAX)
    }

    /// Whether both are in sight as a whole.
    fn fits(&self, app: &App, area: Rect) -> bool {
        self.lines(app, area.width).len() <= self.rows(area)
    }

    /// The keys that answer it.
    #[must_use]
    pub fn keys(&self, app: &App, area: Rect) -> Vec<(String, String)> {
        let turn = (!self.fits(app, area)).then_some(("PgUp PgDn", Phrase::FormKeyTurn));
        let keys = std::iter::once(("Enter", Phrase::FormKeyConfirm))
            .chain(turn)
            .chain([("Tab", Phrase::FormKeyOther), ("Esc", Phrase::FormKeyBack)]);
        keys.map(|(key, what)| (key.to_owned(), app.say(what)))
            .collect()
    }

    /// Rows for the two versions: the answers are always in sight.
    fn rows(&self, area: Rect) -> usize {
        usize::from(area.height).saturating_sub(self.choices().count())
    }

    /// The first line in sight, where there are so many.
    fn top_of(&self, lines: usize, area: Rect) -> usize {
        self.top.min(lines.saturating_sub(self.rows(area)))
    }

    /// Turns the pages of what does not fit; a line of the page before stays in sight.
    pub fn turn(&mut self, key: KeyCode, app: &App, area: Rect) {
        let lines = self.lines(app, area.width).len();
        let page = self.rows(area).saturating_sub(1).max(1);
        let top = self.top_of(lines, area);
        self.top = match key {
            KeyCode::PageUp => top.saturating_sub(page),
            KeyCode::PageDown => top + page,
            KeyCode::Home => 0,
            KeyCode::End => lines,
            _ => top,
        };
        self.top = self.top_of(lines, area);
    }

    fn lines(&self, app: &App, columns: u16) -> Vec<(String, Role)> {
        let columns = usize::from(columns.saturating_sub(4).max(1));
        let mut out = vec![(
            app.say_with(Phrase::ConflictTheirs, &args![who = &self.who]),
            Role::Conflict,
        )];
        let said = |label: &str, text: &str| match text {
            "" => format!("{label}: {}", app.say(Phrase::CellEmpty)),
            _ => format!("{label}: {text}"),
        };
        let add = |out: &mut Vec<(String, Role)>, content: String| {
            let wrapped = text::wrap(&content, columns);
            out.extend(
                wrapped
                    .into_iter()
                    .map(|it| (format!("  {it}"), Role::Text)),
            );
        };
        for (label, theirs, _) in &self.versions {
            add(&mut out, said(label, theirs));
        }
        out.push((
            app.say_with(Phrase::ConflictMine, &args![who = &self.own]),
            Role::Conflict,
        ));
        for (label, mine) in &self.typed {
            add(&mut out, said(label, mine));
        }
        out
    }

    /// Draws both and the verbs.
    pub fn render(&self, app: &App, area: Rect, buf: &mut Buffer) {
        let theme = &app.theme;
        let lines = self.lines(app, area.width);
        let count = u16::try_from(self.choices().count()).unwrap_or(0);
        let verbs = area.bottom().saturating_sub(count).max(area.y);
        let top = self.top_of(lines.len(), area);
        let shown = lines.iter().skip(top);
        for ((line, role), y) in shown.zip(area.y..verbs) {
            paint::put(
                buf,
                area.x + 1,
                y,
                area.width.saturating_sub(1),
                line,
                theme.style(*role),
            );
        }
        let mut sign = |y: u16, sign: &str| {
            let x = area.right().saturating_sub(1);
            paint::put(buf, x, y, 1, sign, theme.style(Role::Dim));
        };
        if top > 0 && verbs > area.y {
            sign(area.y, theme.glyphs.more_above);
        }
        if lines.len() > top + usize::from(verbs - area.y) && verbs > area.y {
            sign(verbs - 1, theme.glyphs.more_below);
        }
        for ((n, choice), y) in self.choices().enumerate().zip(verbs..area.bottom()) {
            let here = n == self.at;
            let role = if here { Role::Button } else { Role::Text };
            let marker = if here { theme.glyphs.cursor } else { " " };
            paint::put(buf, area.x, y, 1, marker, theme.style(Role::Text));
            let room = area.width.saturating_sub(1);
            let verb = format!("{} [ {} ]", n + 1, app.say(choice.verb()));
            paint::put(buf, area.x + 1, y, room, &verb, theme.style(role));
        }
    }
}
