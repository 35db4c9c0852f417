//! «Источник ввода»: what the papers at hand are, set once and attached to each value until it is changed. Typed, or taken from those set
//! before and from the register of documents, which narrow as one types.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{detail, ground};
use crate::args;
use crate::domain::decide::NOTE_TEXT;
use crate::domain::ids::{DocumentId, OrganisationId};
use crate::domain::text::{fold, retype_russian};
use crate::domain::value::{Cell, Source, Subject};
use crate::locale::Phrase;
use crate::service::link::Unsaved;
use crate::tui::app::App;
use crate::tui::command::table::Place;
use crate::tui::find;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::status::Tone;
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widget::chooser::{self, Chooser};
use crate::tui::widget::line_edit::LineEdit;
use crate::tui::widget::list::ListCursor;
use crate::tui::widget::paint;

/// Where unfinished input of it belongs.
pub const PLACE: &str = "source";
/// The field's name there.
const FIELD: &str = "text";
/// Columns and rows of the box at most.
const MOST: (u16, u16) = (84, 18);

/// Rows that the line, what is typed and what it is for take.
const LEAST: u16 = 8;

/// The source as it is read.
#[must_use]
pub fn said(app: &App, source: &Source) -> String {
    match source {
        Source::Text(text) => text.clone(),
        Source::Document(id) => app.narrator().document(*id),
    }
}

/// Where a value of this cell comes from, if it is entered now: what its organisation has sent, else what was set for all.
#[must_use]
pub fn of(app: &App, cell: Cell) -> Option<&Source> {
    let entry = &app.entry;
    let own = (!entry.papers.is_empty())
        .then(|| organisation(app, cell))
        .flatten()
        .and_then(|it| entry.papers.get(&(cell.period, it)));
    own.or(entry.source.as_ref())
}

fn organisation(app: &App, cell: Cell) -> Option<OrganisationId> {
    match cell.subject {
        Subject::Organisation(id) => Some(id),
        Subject::Person(person) => {
            let mut all = app.derived.as_ref()?.roster().organisations.iter();
            let of = all.find(|it| it.persons().contains(&person))?;
            Some(of.organisation)
        }
        Subject::Municipality => None,
    }
}

/// That values of the cell under the cursor are given a source: nobody is to forget that they are.
#[must_use]
pub fn shown(app: &App) -> Option<String> {
    let source = match ground::cell(app) {
        Some(cell) => of(app, cell),
        None => app.entry.source.as_ref(),
    };
    let source = said(app, source?);
    Some(app.say_with(Phrase::EntrySourceShown, &args![source]))
}

/// Asks where the values that are entered next come from; the value under the cursor gets it too, if it has none.
pub fn open(app: &mut App) {
    let kept = app.drafts.take(PLACE);
    let kept = kept.and_then(|it| it.fields.into_iter().next());
    let now = match ground::cell(app) {
        Some(cell) => of(app, cell),
        None => app.entry.source.as_ref(),
    };
    let text = match now {
        Some(Source::Text(text)) => text.clone(),
        _ => String::new(),
    };
    let any = now.is_some();
    let line = match &kept {
        Some((_, typed)) => LineEdit::new(typed),
        None => LineEdit::suggesting(&text),
    };
    let mut asked = Asked {
        line,
        opened: text,
        found: Vec::new(),
        cursor: ListCursor::default(),
        most: 0,
        any,
        fault: None,
    };
    asked.narrow(app);
    asked.most = asked.found.len();
    app.open(Box::new(asked));
}

/// What can be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Item {
    /// What is typed.
    Typed(String),
    /// None from now on.
    Nothing,
    /// One that was set before.
    Before(Source),
    /// A document of the register.
    Register(DocumentId),
}

/// The box.
#[derive(Debug)]
struct Asked {
    line: LineEdit,
    /// What it opened with: input is what differs from it.
    opened: String,
    found: Vec<Item>,
    cursor: ListCursor,
    /// How many there were at first: the box does not shrink while one types.
    most: usize,
    /// Whether one is set.
    any: bool,
    fault: Option<String>,
}

impl Asked {
    fn narrow(&mut self, app: &App) {
        let typed = self.line.text().trim().to_owned();
        // What stands there from before narrows nothing: one looks for another.
        let query = match self.line.is_suggested() {
            true => String::new(),
            false => fold(&typed),
        };
        let ways = [query.clone(), fold(&retype_russian(&query))];
        let fits = |label: &str| {
            let label = fold(label);
            ways.iter()
                .any(|it| it.split_whitespace().all(|word| label.contains(word)))
        };
        let first = (!typed.is_empty()).then(|| Item::Typed(typed.clone()));
        // Whoever wants none any more need not empty the line first.
        let is_open = typed.is_empty() || self.line.is_suggested();
        let nothing = (self.any && is_open).then_some(Item::Nothing);
        let is_typed = |it: &Source| matches!(it, Source::Text(text) if *text == typed);
        let before = (app.entry.sources.iter())
            .filter(|it| !is_typed(it) && fits(&said(app, it)))
            .map(|it| Item::Before(it.clone()));
        let listed = |id: &DocumentId| app.entry.sources.contains(&Source::Document(*id));
        let register = (app.state().documents.iter().rev())
            .filter(|(id, it)| !listed(id) && fits(&find::document_line(app, it)))
            .map(|(id, _)| Item::Register(*id));
        self.found = (first.into_iter().chain(nothing))
            .chain(before)
            .chain(register)
            .collect();
        self.cursor = ListCursor::default();
        self.fault = None;
    }

    fn take(&mut self, app: &mut App) -> Outcome {
        let source = match self.found.get(self.cursor.at) {
            Some(Item::Typed(text)) => Some(Source::Text(text.clone())),
            Some(Item::Before(source)) => Some(source.clone()),
            Some(Item::Register(id)) => Some(Source::Document(*id)),
            Some(Item::Nothing) | None => None,
        };
        if matches!(&source, Some(Source::Text(text)) if text.chars().count() > NOTE_TEXT) {
            self.fault = Some(app.say(Phrase::EntrySourceLong));
            return Outcome::Used;
        }
        if let (Some(source), Some(cell)) = (&source, ground::cell(app))
            && let Err(fault) = detail::attach(app, cell, source)
        {
            self.fault = Some(fault);
            return Outcome::Used;
        }
        let sentence = match &source {
            Some(it) => app.say_with(Phrase::EntrySourceSet, &args![source = said(app, it)]),
            None => app.say(Phrase::EntrySourceCleared),
        };
        app.entry.comes_from(source);
        app.status.tell(Tone::Good, sentence);
        Outcome::Close
    }

    fn area(&self, screen: Rect) -> Rect {
        let height = u16::try_from(self.most)
            .unwrap_or(MOST.1)
            .saturating_add(LEAST);
        let height = height.min(MOST.1).min(screen.height.saturating_sub(4));
        paint::centred(screen, screen.width.min(MOST.0), height)
    }

    fn chooser(&self, screen: Rect) -> Chooser<'_> {
        Chooser {
            area: self.area(screen),
            query: &self.line,
            cursor: self.cursor,
            len: self.found.len(),
        }
    }

    /// What an item is called, and what stands on its right.
    fn label(app: &App, item: &Item) -> (String, String) {
        match item {
            Item::Typed(text) => (text.clone(), app.say(Phrase::EntrySourceTyped)),
            Item::Nothing => (app.say(Phrase::EntrySourceNothing), String::new()),
            Item::Before(source) => (said(app, source), app.say(Phrase::EntrySourceBefore)),
            Item::Register(id) => {
                let document = app.state().documents.get(id);
                let label = document.map(|it| find::document_line(app, it));
                (label.unwrap_or_default(), String::new())
            }
        }
    }
}

impl Overlay for Asked {
    fn place(&self) -> Place {
        Place::Text
    }

    fn takes_text(&self) -> bool {
        true
    }

    fn key(&mut self, key: KeyEvent, app: &mut App) -> Outcome {
        let screen = Rect::new(0, 0, app.size.0, app.size.1);
        let (len, height) = (self.found.len(), chooser::rows(self.area(screen).height));
        match key.code {
            KeyCode::Esc => {
                if let Some(unsaved) = self.unsaved(app) {
                    app.drafts.put(unsaved);
                }
                app.touch_input();
                return Outcome::Close;
            }
            KeyCode::Enter => return self.take(app),
            KeyCode::Up => self.cursor.step(-1, len, height),
            KeyCode::Down => self.cursor.step(1, len, height),
            KeyCode::PageUp => self.cursor.page(-1, len, height),
            KeyCode::PageDown => self.cursor.page(1, len, height),
            _ if self.line.key(key) => self.narrow(app),
            _ => return Outcome::Pass,
        }
        Outcome::Used
    }

    fn paste(&mut self, text: &str, app: &mut App) -> Outcome {
        self.line.insert(text);
        self.narrow(app);
        Outcome::Used
    }

    fn unsaved(&self, app: &App) -> Option<Unsaved> {
        let typed = self.line.text();
        (!typed.is_empty() && typed != self.opened).then(|| Unsaved {
            place: PLACE.to_owned(),
            fields: vec![(FIELD.to_owned(), typed)],
            at: app.now.at,
        })
    }

    fn hints(&self, app: &App) -> Vec<(String, String)> {
        [
            ("Enter", Phrase::HintChoose),
            ("Esc", Phrase::HintSetAside),
            ("↑↓", Phrase::HintMove),
        ]
        .map(|(key, phrase)| (key.to_owned(), app.say(phrase)))
        .to_vec()
    }

    fn render(&self, app: &App, area: Rect, buf: &mut Buffer) {
        let theme = &app.theme;
        let dots = theme.glyphs.ellipsis;
        let item = |buf: &mut Buffer, n: usize, here: bool, row: Rect| {
            let Some(item) = self.found.get(n) else {
                return;
            };
            let (label, right) = Self::label(app, item);
            let beside = u16::try_from(text::width(&right)).unwrap_or(0);
            let room = row.width.saturating_sub(beside + 3);
            let label = text::cut(&label, usize::from(room), dots);
            let style = theme.style(if here { Role::Cursor } else { Role::Text });
            paint::put(buf, row.x + 1, row.y, room, &label, style);
            let x = row.right().saturating_sub(beside + 1);
            paint::put(buf, x, row.y, beside, &right, theme.style(Role::Dim));
        };
        let title = app.say(Phrase::EntrySourceTitle);
        let list = self.chooser(area).render(buf, &title, theme, item);
        let (said, role) = match &self.fault {
            Some(fault) => (fault.clone(), Role::Error),
            None => (app.say(Phrase::EntrySourceQuestion), Role::Dim),
        };
        // What it is for stands at the foot, as far as the list leaves room.
        let lines = text::wrap(&said, usize::from(list.width.saturating_sub(2)));
        let taken = u16::try_from(lines.len()).unwrap_or(0);
        let free = usize::from(list.height) >= self.found.len() + lines.len();
        if free || self.fault.is_some() {
            for (line, y) in lines.into_iter().zip(list.bottom().saturating_sub(taken)..) {
                paint::put(buf, list.x + 1, y, list.width, line, theme.style(role));
            }
        }
    }

    fn cursor(&self, _: &App, area: Rect) -> Option<Position> {
        Some(self.chooser(area).cursor())
    }
}
