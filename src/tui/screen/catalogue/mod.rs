//! The screen Каталог: sections, the list of the chosen section, and everything about the record under the cursor.
//!
//! Owns what is chosen, the cursors and what the panes show; made anew in `update` when records change, only put down in drawing. How it
//! is walked is in `walk`, where it stands in `layout`, how it looks in `draw`. What a section lists and tells is the section's: see
//! [`section::Section`] for what it takes to add one, or an editor to one.

pub mod columns;
pub(in crate::tui::screen) mod draw;
pub mod layout;
pub mod section;
pub mod sections;
pub mod told;
pub mod walk;

use crate::domain::record::{Key, Kind};
use crate::locale::Phrase;
use crate::service::link::Request;
use crate::tui::app::App;
use crate::tui::msg::{Effect, Timer};
use crate::tui::overlay::page::Line;
use crate::tui::screen::Screen;
use crate::tui::widget::list::ListCursor;
use columns::Widths;
use layout::{Areas, areas};
use section::{Row, Section};
use sections::ALL;

pub use draw::render;

/// Milliseconds the cursor must rest before the detail follows.
const FOLLOW_AFTER: u32 = 120;

/// A pane of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// Разделы.
    #[default]
    Sections,
    /// The records of the section.
    List,
    /// The record under the cursor.
    Detail,
}

/// A place on the screen to come back to.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stood {
    section: usize,
    inside: Option<Key>,
    key: Option<Key>,
}

/// The screen's state.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// The pane that has the keys.
    pub focus: Pane,
    /// The chosen section, by its place in the table of sections.
    pub chosen: usize,
    /// The record whose own list is shown, where it is not the section's.
    pub inside: Option<Key>,
    /// Words by which the list is filtered.
    pub filter: String,
    /// The rows of the list, as far as the filter lets them through.
    pub rows: Vec<Row>,
    /// How wide their columns are.
    pub widths: Widths,
    /// What stands above the columns.
    pub captions: Vec<String>,
    /// What is said below the rows, where the section says something: the first that has room.
    pub foot: Vec<String>,
    /// Why there are no rows, and the next key.
    pub why_empty: String,
    /// How many records each section has.
    pub counts: Vec<usize>,
    /// Where the list of sections stands.
    pub sections: ListCursor,
    /// Where the list stands.
    pub list: ListCursor,
    /// The lines of the detail.
    pub detail: Vec<Line>,
    /// What the detail is called.
    pub detail_title: String,
    /// Where the detail stands.
    pub detail_at: ListCursor,
    /// The record that the detail tells.
    pub followed: Option<Key>,
    /// Where the sections were left, to be found again there.
    left: Vec<Stood>,
    /// The places from which a line of a detail led here, the first one first.
    trail: Vec<Stood>,
}

impl Catalogue {
    /// The chosen section.
    #[must_use]
    pub fn section(&self) -> &'static dyn Section {
        sections::at(self.chosen)
    }

    /// The record under the cursor of the list.
    #[must_use]
    pub fn key(&self) -> Option<Key> {
        self.rows.get(self.list.at).map(|it| it.key)
    }

    /// The record that a command is about: that under the cursor of the detail, else the one of the list; none among the sections.
    #[must_use]
    pub fn under_cursor(&self) -> Option<Key> {
        match self.focus {
            Pane::Sections => None,
            Pane::List => self.key(),
            Pane::Detail => {
                let line = self.detail.get(self.detail_at.at);
                line.and_then(|it| it.opens).or(self.followed)
            }
        }
    }

    /// Whether the record under the cursor has steps of its own.
    #[must_use]
    pub fn can_step(&self) -> bool {
        matches!(self.under_cursor(), Some(Key::Period(_)))
    }

    /// Whether F2 has something to open here.
    #[must_use]
    pub fn can_edit(&self) -> bool {
        self.editable().is_some()
    }

    /// The record that F2 opens: what the line under the cursor of the detail is about, where it has an editor here, else the one of the
    /// list.
    #[must_use]
    pub fn editable(&self) -> Option<Key> {
        if self.focus == Pane::Sections {
            return None;
        }
        let has = |it: &Key| self.section().has_editor(*it);
        let own = self
            .under_cursor()
            .filter(|it| self.focus == Pane::Detail && has(it));
        own.or_else(|| self.key().filter(has))
    }

    /// Where the panes are.
    #[must_use]
    pub fn areas(&self, size: (u16, u16)) -> Option<Areas> {
        areas(size, self.focus)
    }

    /// Shows the screen as it was left, with what has changed since.
    pub fn open(app: &mut App) {
        app.screen = Screen::Catalogue;
        Self::rebuild(app);
        Self::follow(app);
    }

    /// Shows a record in the section that lists its kind. Whether there is one, and the record in it.
    pub fn show(app: &mut App, key: Key) -> bool {
        let Some((chosen, inside)) = sections::of(key) else {
            return false;
        };
        if !is_there(app, key) {
            return false;
        }
        let stood = app.catalogue.stood();
        let c = &mut app.catalogue;
        if app.screen != Screen::Catalogue {
            c.trail.clear();
        } else if stood.key != Some(key) {
            c.trail.push(stood);
        }
        (c.chosen, c.inside, c.focus) = (chosen, inside, Pane::List);
        c.filter.clear();
        app.screen = Screen::Catalogue;
        Self::rebuild(app);
        Self::stand_on(app, key);
        Self::follow(app);
        true
    }

    /// Puts the cursor on a record that was made here just now. Elsewhere nobody is led away for it.
    pub fn land(app: &mut App, key: Key) {
        let Some((chosen, inside)) = sections::of(key) else {
            return;
        };
        if app.screen != Screen::Catalogue || app.catalogue.chosen != chosen {
            return;
        }
        if app.catalogue.inside != inside {
            app.catalogue.inside = inside;
        }
        Self::rebuild(app);
        Self::stand_on(app, key);
        Self::follow(app);
    }

    /// Records of these keys have changed.
    pub fn renew(app: &mut App, keys: &[Key]) {
        // Whoever comes back finds everything made anew.
        if app.screen != Screen::Catalogue {
            return;
        }
        let section = app.catalogue.section();
        if keys.iter().any(|it| section.rests_on(it.kind())) {
            Self::rebuild(app);
        }
        Self::tell(app);
    }

    /// Values have come, or everything may read otherwise.
    pub fn again(app: &mut App) {
        if app.screen == Screen::Catalogue {
            Self::rebuild(app);
            Self::tell(app);
        }
    }

    /// Fills the list anew. The cursor stays on its record, else near its place.
    pub fn rebuild(app: &mut App) {
        let key = app.catalogue.key();
        let gone = (app.catalogue.inside).filter(|it| app.state().record(*it).is_none());
        if gone.is_some() {
            app.catalogue.inside = None;
        }
        let (section, inside) = (app.catalogue.section(), app.catalogue.inside);
        let mut rows = section.rows(app, inside);
        section::filter(&mut rows, &app.catalogue.filter);
        let why_empty = match app.catalogue.filter.is_empty() {
            _ if !rows.is_empty() => String::new(),
            true => section.empty(app),
            false => app.say(Phrase::NothingFitsFilter),
        };
        let columns = section.columns(inside);
        let captions: Vec<String> = columns.iter().map(|it| app.say(it.caption)).collect();
        let room = (app.catalogue.areas(app.size)).map_or(60, |it| it.list_width());
        let widths = Widths::of(columns, &captions, &rows, room);
        let counts = ALL.iter().map(|it| it.count(app)).collect();
        let foot = section.foot(app, inside);
        let c = &mut app.catalogue;
        (c.rows, c.widths, c.captions, c.foot) = (rows, widths, captions, foot);
        (c.why_empty, c.counts) = (why_empty, counts);
        if let Some(at) = key.and_then(|key| c.rows.iter().position(|it| it.key == key)) {
            c.list.at = at;
        }
        Self::resettle(app);
    }

    /// The window has another size.
    pub fn resized(app: &mut App) {
        if app.screen == Screen::Catalogue {
            Self::rebuild(app);
            Self::tell(app);
        }
    }

    /// Keeps the cursors in sight.
    pub fn resettle(app: &mut App) {
        let Some(areas) = app.catalogue.areas(app.size) else {
            return;
        };
        let c = &mut app.catalogue;
        c.sections.at = c.chosen;
        c.sections.settle(ALL.len(), areas.sections_height());
        c.list.settle(c.rows.len(), areas.list_height());
        c.detail_at.settle(c.detail.len(), areas.detail_height());
    }

    /// Puts the cursor of the list on a record, if it is there.
    fn stand_on(app: &mut App, key: Key) {
        let c = &mut app.catalogue;
        if let Some(at) = c.rows.iter().position(|it| it.key == key) {
            c.list.at = at;
        }
        Self::resettle(app);
    }

    /// The cursor moved: the detail follows when it rests.
    pub fn follow_soon(app: &mut App) {
        app.emit(Effect::Arm(Timer::Follow, FOLLOW_AFTER));
    }

    /// The cursor has rested: the detail tells the record under it.
    pub fn follow(app: &mut App) {
        if app.screen != Screen::Catalogue {
            return;
        }
        let key = app.catalogue.key();
        if key != app.catalogue.followed {
            app.catalogue.detail_at = ListCursor::default();
        }
        app.catalogue.followed = key;
        Self::tell(app);
    }

    /// Tells the followed record anew.
    fn tell(app: &mut App) {
        let followed = (app.catalogue.followed).filter(|it| is_there(app, *it));
        let width = (app.catalogue.areas(app.size)).map_or(60, |it| it.detail_width());
        let section = app.catalogue.section();
        let (title, lines) = match followed {
            Some(key) => (app.narrator().key(key), section.detail(app, key, width)),
            None => Default::default(),
        };
        let c = &mut app.catalogue;
        (c.followed, c.detail_title, c.detail) = (followed, title, lines);
        Self::resettle(app);
    }

    /// The detail is read: what it needs is asked for, and who looks at the record is noted as for any page of it.
    pub fn enter_detail(app: &mut App) {
        Self::follow(app);
        let Some(key) = app.catalogue.followed else {
            return;
        };
        app.catalogue.focus = Pane::Detail;
        if matches!(
            key.kind(),
            Kind::Organisation | Kind::Person | Kind::Document | Kind::User
        ) {
            app.emit(Effect::Send(Request::Looked(key)));
        }
        let needs = app.catalogue.section().needs(app, key);
        app.mirror.show_also(needs.iter().copied());
        for period in needs {
            app.want_shard(period);
        }
        Self::resized(app);
    }

    fn stood(&self) -> Stood {
        Stood {
            section: self.chosen,
            inside: self.inside,
            key: self.key(),
        }
    }
}

/// Whether there is something to tell of a record: of a rule also where an edition says nothing of it, and the usual holds.
fn is_there(app: &App, key: Key) -> bool {
    match key {
        Key::Rule(edition, _) => app.state().editions.contains_key(&edition),
        key => app.state().record(key).is_some(),
    }
}
