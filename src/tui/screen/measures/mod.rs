//! The screen Меры: the cycle of a period as lists, цели · анализ · рекомендации · меры · решения · эффективность, and all of the record under
//! the cursor with what it follows from and what followed.
//!
//! Owns what is chosen, the cursors and what the panes show; made anew in `update`, only put down in drawing. How a row reads is in `rows`,
//! what it can be narrowed to in `narrow`, how it is walked in `walk`.

mod draw;
mod narrow;
mod rows;
pub mod walk;

use crate::analysis::hanging::lacks;
use crate::analysis::measures::{Narrow, Part, list};
use crate::domain::ids::PeriodId;
use crate::domain::record::Key;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::followup;
use crate::tui::msg::{Effect, Timer};
use crate::tui::overlay::page::Line;
use crate::tui::overlay::record;
use crate::tui::screen::Screen;
use crate::tui::screen::catalogue::Pane;
use crate::tui::screen::catalogue::columns::Widths;
use crate::tui::screen::catalogue::layout::{Areas, areas_of};
use crate::tui::screen::catalogue::section::Row;
use crate::tui::widget::list::ListCursor;

pub use draw::render;
pub use narrow::choose as choose_filter;

/// Milliseconds the cursor must rest before the detail follows.
const FOLLOW_AFTER: u32 = 120;
/// Columns of the lists with how many records each has and how many of them hang.
const PARTS: u16 = 22;
/// Columns from which on the record stands beside its list: what a row lacks takes more room than a state.
const BESIDE: u16 = 150;

/// The screen's state.
#[derive(Clone, Debug, Default)]
pub struct MeasuresScreen {
    /// The pane that has the keys.
    pub focus: Pane,
    /// The list that is shown.
    pub part: Part,
    /// What the lists are narrowed to.
    pub narrow: Narrow,
    /// The rows of the list.
    pub rows: Vec<Row>,
    /// How wide their columns are.
    pub widths: Widths,
    /// What stands above the columns.
    pub captions: Vec<String>,
    /// Why there are no rows, and the next key.
    pub why_empty: String,
    /// How many records each list has, and how many of them lack a link.
    pub counts: [(usize, usize); 6],
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
    /// Where the lists were left.
    left: [Option<Key>; 6],
}

impl MeasuresScreen {
    /// The record under the cursor of the list.
    #[must_use]
    pub fn key(&self) -> Option<Key> {
        self.rows.get(self.list.at).map(|it| it.key)
    }

    /// The record that a command is about: that of the line under the cursor of the detail, else the one of the list.
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

    /// Where the panes are.
    #[must_use]
    pub fn areas(&self, size: (u16, u16)) -> Option<Areas> {
        areas_of(size, self.focus, PARTS, BESIDE)
    }

    /// Shows the screen as it was left, with what has changed since.
    pub fn open(app: &mut App) {
        app.screen = Screen::Measures;
        Self::rebuild(app);
        Self::follow(app);
    }

    /// Shows a record in its list. Whether it stands in one.
    pub fn show(app: &mut App, key: Key) -> bool {
        let Some(part) = Part::of(key) else {
            return false;
        };
        app.measures.part = part;
        app.measures.focus = Pane::List;
        Self::open(app);
        if !app.measures.rows.iter().any(|it| it.key == key) {
            app.measures.narrow = Narrow::default();
            Self::rebuild(app);
        }
        let found = Self::stand_on(app, key);
        Self::follow(app);
        found
    }

    /// Records have changed, values have come, the window or the period is another one.
    pub fn again(app: &mut App) {
        if app.screen == Screen::Measures {
            Self::rebuild(app);
            Self::tell(app);
        }
    }

    /// Fills the lists anew. The cursor stays on its record, else near its place.
    pub fn rebuild(app: &mut App) {
        let key = app.measures.key();
        let (part, narrow) = (app.measures.part, app.measures.narrow);
        let listed = |part: Part| match app.monitoring.chosen.period {
            Some(period) => list(app.state(), part, period, &narrow, app.user),
            None => Vec::new(),
        };
        let counts = Part::ALL.map(|it| {
            let keys = listed(it);
            let hang = keys
                .iter()
                .filter(|it| !lacks(app.state(), **it).is_empty());
            (keys.len(), hang.count())
        });
        let keys = listed(part).into_iter();
        let rows: Vec<Row> = keys.filter_map(|it| rows::row(app, it)).collect();
        let why_empty = match (rows.is_empty(), narrow.is_empty()) {
            (false, _) => String::new(),
            (true, true) => rows::empty(app, part),
            (true, false) => app.say(Phrase::NothingFitsFilter),
        };
        let columns = rows::columns(part);
        let captions: Vec<String> = columns.iter().map(|it| app.say(it.caption)).collect();
        let room = (app.measures.areas(app.size)).map_or(60, |it| it.list_width());
        let widths = Widths::of(columns, &captions, &rows, room);
        let m = &mut app.measures;
        (m.rows, m.widths, m.captions) = (rows, widths, captions);
        (m.why_empty, m.counts) = (why_empty, counts);
        if let Some(at) = key.and_then(|key| m.rows.iter().position(|it| it.key == key)) {
            m.list.at = at;
        }
        Self::resettle(app);
    }

    /// Keeps the cursors in sight.
    fn resettle(app: &mut App) {
        let Some(areas) = app.measures.areas(app.size) else {
            return;
        };
        let m = &mut app.measures;
        m.list.settle(m.rows.len(), areas.list_height());
        m.detail_at.settle(m.detail.len(), areas.detail_height());
    }

    /// Puts the cursor of the list on a record. Whether it is there.
    fn stand_on(app: &mut App, key: Key) -> bool {
        let m = &mut app.measures;
        let at = m.rows.iter().position(|it| it.key == key);
        m.list.at = at.unwrap_or(m.list.at);
        Self::resettle(app);
        at.is_some()
    }

    /// The cursor moved: the detail follows when it rests.
    fn follow_soon(app: &mut App) {
        app.emit(Effect::Arm(Timer::Follow, FOLLOW_AFTER));
    }

    /// The cursor has rested: the detail tells the record under it.
    pub fn follow(app: &mut App) {
        if app.screen != Screen::Measures {
            return;
        }
        let key = app.measures.key();
        if key != app.measures.followed {
            app.measures.detail_at = ListCursor::default();
        }
        app.measures.followed = key;
        Self::tell(app);
    }

    /// Tells the followed record anew, and asks for the values that it speaks of.
    fn tell(app: &mut App) {
        let followed = app.measures.followed;
        let followed = followed.filter(|it| app.state().record(*it).is_some());
        let width = (app.measures.areas(app.size)).map_or(60, |it| it.detail_width());
        let (title, lines) = match followed {
            Some(key) => (app.narrator().key(key), record::lines(app, key, width)),
            None => Default::default(),
        };
        let m = &mut app.measures;
        (m.followed, m.detail_title, m.detail) = (followed, title, lines);
        Self::resettle(app);
        let needs: Vec<PeriodId> = followed.map_or_else(Vec::new, |it| {
            let cells = followup::cells(app, it);
            cells.iter().map(|it| it.period).collect()
        });
        app.mirror.show_also(needs.iter().copied());
        for period in needs {
            app.want_shard(period);
        }
    }

    /// What the list says, and the record under its cursor, as plain text without frames.
    #[must_use]
    pub fn text(app: &App) -> String {
        let m = &app.measures;
        let mut out = format!("{}\n\n", draw::title(app));
        for row in &m.rows {
            out.push_str(&row.text("  "));
            out.push('\n');
        }
        if !m.detail.is_empty() {
            out.push_str(&format!("\n{}\n", m.detail_title));
        }
        for line in &m.detail {
            out.push_str(line.text().trim_end());
            out.push('\n');
        }
        out
    }
}
