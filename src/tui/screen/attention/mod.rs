//! The screen Требует внимания: where a working day starts. Groups of items, each one Enter away from where it is mended.
//!
//! Owns which of it is shown, what is folded, and the cursor; made anew in `update` when something changed, only put down in drawing. What
//! requires attention is decided in `analysis`; how a line reads is in `words`, where it leads in `lead`, how it looks in `draw`.

mod build;
mod draw;
mod group;
pub mod lead;
mod number;
mod words;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use ratatui::layout::Rect;

use crate::analysis::agenda::{self, Item, Kind, Known, Scope, Urgency};
use crate::domain::ids::{OrganisationId, PeriodId, PersonId};
use crate::domain::record::Key;
use crate::domain::value::Cell;
use crate::service::link::Slot;
use crate::tui::app::App;
use crate::tui::layout::layout;
use crate::tui::msg::{Effect, Timer};
use crate::tui::screen::Screen;
use crate::tui::screen::monitoring::number::Number;
use crate::tui::screen::monitoring::walk::{self, Step};
use crate::tui::widget::list::ListCursor;

use build::{derived, known, make_ready, rows};
pub use draw::render;
pub use group::Group;
pub use number::key;
use words::Told;

/// Milliseconds after a change until the top line counts again, where the list itself is not shown.
const COUNT_AFTER: u32 = 120;

/// Items from which a group is folded until somebody unfolds it.
const FOLDED_FROM: usize = 12;

/// Items of a group that are listed: whoever has more mends them from the first on.
const MOST: usize = 400;

/// Whose items are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Whose {
    /// What the person answers for, has entered or is to do.
    #[default]
    Mine,
    /// Everybody's.
    All,
}

/// What a row of the list is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// The heading of a group.
    Heading(Group),
    /// Something that requires attention.
    Item(Item),
    /// Input begun and not accepted.
    Unsaved(Slot),
    /// How many more there are in a group.
    More(Group),
    /// What is not known of a period, as its values are not in memory.
    Unknown(PeriodId),
}

impl Row {
    /// Whether it is the same row, whatever is told of it now.
    fn is(&self, other: &Row) -> bool {
        match (self, other) {
            (Row::Item(it), Row::Item(other)) => (it.kind, it.key) == (other.kind, other.key),
            (it, other) => it == other,
        }
    }

    fn group(&self) -> Option<Group> {
        match self {
            Row::Heading(it) | Row::More(it) => Some(*it),
            Row::Item(it) => Some(Group::Of(it.kind)),
            Row::Unsaved(_) => Some(Group::Unsaved),
            Row::Unknown(_) => None,
        }
    }
}

/// The screen's state.
#[derive(Clone, Debug, Default)]
pub struct AttentionScreen {
    /// Whose items are shown and counted.
    pub whose: Whose,
    /// The rows, each with its words.
    pub rows: Vec<(Row, Told)>,
    /// Where the list stands.
    pub cursor: ListCursor,
    /// The row under the cursor in full, for the box below.
    told: Vec<String>,
    /// What was typed of the number of an organisation.
    number: Number,
    items: Vec<Item>,
    /// How many there are besides those that are shown.
    others: usize,
    /// Groups that somebody has folded or unfolded.
    folded: BTreeMap<Group, bool>,
    slots: Vec<Slot>,
    /// The day for which it was made.
    today: Option<NaiveDate>,
    /// Whether something has changed since.
    stale: bool,
}

impl AttentionScreen {
    /// Shows the screen as it was left, with what has changed since.
    pub fn open(app: &mut App) {
        app.screen = Screen::Attention;
        let periods = agenda::periods(app.state());
        app.mirror.show_also(periods.iter().copied());
        for period in periods {
            app.want_shard(period);
        }
        app.attention.stale = true;
        Self::settle(app);
    }

    /// Something has changed that an item may rest on: the list is made anew at the end of the message, the count when the person rests.
    pub fn stale(app: &mut App) {
        app.attention.stale = true;
        if app.screen != Screen::Attention {
            app.emit(Effect::Arm(Timer::Follow, COUNT_AFTER));
        }
    }

    /// The message is taken in: where the list is shown, it is brought up to it.
    pub fn settle(app: &mut App) {
        if app.screen != Screen::Attention {
            return;
        }
        let it = &app.attention;
        let slots = || app.drafts.all().map(|it| it.0);
        if it.stale || it.today != Some(app.now.today) || !it.slots.iter().eq(slots()) {
            make_ready(app);
            Self::gather(app);
            Self::rebuild(app);
        }
    }

    /// The person rests: what the top line counts is counted again.
    pub fn follow(app: &mut App) {
        let it = &app.attention;
        if it.stale || it.today != Some(app.now.today) {
            make_ready(app);
            Self::gather(app);
        }
    }

    /// The window has another size, or everything reads otherwise.
    pub fn resized(app: &mut App) {
        if app.screen == Screen::Attention {
            Self::rebuild(app);
        }
    }

    /// How many there are, for the top line: also what the person has typed and not accepted.
    #[must_use]
    pub fn count(app: &App) -> usize {
        app.attention.items.len() + app.drafts.len()
    }

    fn gather(app: &mut App) {
        let state = app.mirror.state();
        let periods = agenda::periods(state).into_iter();
        let known: Vec<Known> = periods
            .filter_map(|it| derived(app, it))
            .map(known)
            .collect();
        let today = app.now.today;
        let scope = Scope::of(state, app.user);
        let mine = Some(&scope).filter(|_| app.attention.whose == Whose::Mine);
        let items = agenda::gather(state, &known, today, mine);
        // Nobody asks how many there are besides but an empty list.
        let others = match (mine, items.is_empty()) {
            (Some(scope), true) if !scope.is_all() => {
                agenda::gather(state, &known, today, None).len()
            }
            _ => 0,
        };
        let it = &mut app.attention;
        (it.items, it.others) = (items, others);
        (it.today, it.stale) = (Some(today), false);
    }

    /// Makes the rows anew. The cursor stays on its row, else on what has come in its place.
    pub fn rebuild(app: &mut App) {
        let stood = app.attention.row().cloned();
        let mut items = std::mem::take(&mut app.attention.items);
        agenda::sort(app.state(), &mut items);
        app.attention.items = items;
        app.attention.slots = app.drafts.all().map(|it| it.0.clone()).collect();
        let rows = rows(app);
        let it = &mut app.attention;
        it.rows = rows;
        match stood {
            Some(row) => {
                let again = it.rows.iter().position(|(other, _)| other.is(&row));
                it.cursor.at = again.unwrap_or(it.cursor.at);
            }
            // Whoever begins begins with the first thing to do.
            None => {
                let first = it.rows.iter().position(|it| !it.0.is_heading());
                it.cursor.at = first.unwrap_or(0);
            }
        }
        Self::moved(app);
    }

    /// The cursor stands on another row, or in another list.
    fn moved(app: &mut App) {
        let height = height(app);
        let len = app.attention.rows.len();
        app.attention.cursor.settle(len, height);
        app.attention.told = words::whole(app);
    }

    /// Moves the cursor.
    pub fn step(app: &mut App, step: Step) {
        let height = height(app);
        let it = &mut app.attention;
        it.number.end();
        walk::move_cursor(&mut it.cursor, step, it.rows.len(), height);
        Self::moved(app);
    }

    /// To the next group, or to the one before; around the ends.
    pub fn cycle(app: &mut App, back: bool) {
        let it = &app.attention;
        let headings = it
            .rows
            .iter()
            .enumerate()
            .filter(|(_, it)| it.0.is_heading());
        let headings: Vec<usize> = headings.map(|it| it.0).collect();
        let at = it.cursor.at;
        let next = match back {
            true => headings
                .iter()
                .rev()
                .find(|it| **it < at)
                .or(headings.last()),
            false => headings.iter().find(|it| **it > at).or(headings.first()),
        };
        if let Some(to) = next.copied() {
            Self::step(app, Step::To(to));
        }
    }

    /// → unfolds a group and goes into it; ← goes to the heading and folds the group.
    pub fn sideways(app: &mut App, right: bool) {
        let Some((row, at)) = app
            .attention
            .row()
            .cloned()
            .zip(Some(app.attention.cursor.at))
        else {
            return;
        };
        match (row, right) {
            (Row::Heading(group), true) if app.attention.is_folded(group) => {
                Self::fold(app, group, false);
            }
            (Row::Heading(_), true) => Self::step(app, Step::By(1)),
            (Row::Heading(group), false) => Self::fold(app, group, true),
            (row, false) => {
                let heading = row.group().map(Row::Heading);
                let above = app.attention.rows.iter().take(at);
                let to = heading.and_then(|it| above.clone().position(|other| other.0 == it));
                if let Some(to) = to {
                    Self::step(app, Step::To(to));
                }
            }
            (_, true) => {}
        }
    }

    /// Folds a group, or unfolds it.
    fn fold(app: &mut App, group: Group, folded: bool) {
        app.attention.folded.insert(group, folded);
        Self::rebuild(app);
    }

    /// Mine, or everybody's.
    pub fn filter(app: &mut App) {
        app.attention.whose = match app.attention.whose {
            Whose::Mine => Whose::All,
            Whose::All => Whose::Mine,
        };
        Self::gather(app);
        Self::rebuild(app);
    }

    /// The row under the cursor.
    #[must_use]
    pub fn row(&self) -> Option<&Row> {
        self.rows.get(self.cursor.at).map(|it| &it.0)
    }

    /// The item under the cursor.
    #[must_use]
    pub fn item(&self) -> Option<&Item> {
        match self.row()? {
            Row::Item(it) => Some(it),
            _ => None,
        }
    }

    /// The cell that the item under the cursor is about.
    #[must_use]
    pub fn cell(&self) -> Option<Cell> {
        match self.item()?.key {
            Key::Value(cell) | Key::Confirmation(cell, _) => Some(cell),
            _ => None,
        }
    }

    /// Whom the item under the cursor is about.
    #[must_use]
    pub fn head(&self) -> Option<(OrganisationId, Option<PersonId>)> {
        let it = self.item()?;
        Some((it.organisation?, it.person))
    }

    /// The period that the item under the cursor is about as a whole.
    #[must_use]
    pub fn period(&self) -> Option<PeriodId> {
        match self.item()?.key {
            Key::Period(id) | Key::Collection(id, _) => Some(id),
            _ => None,
        }
    }

    fn is_folded(&self, group: Group) -> bool {
        let by_hand = self.folded.get(&group).copied();
        by_hand.unwrap_or_else(|| self.of(group) >= FOLDED_FROM)
    }

    /// How many there are of a group.
    fn of(&self, group: Group) -> usize {
        match group {
            Group::Of(kind) => self.items.iter().filter(|it| it.kind == kind).count(),
            Group::Unsaved => self.slots.len(),
        }
    }

    /// How many of a group are past their term.
    fn overdue(&self, kind: Kind) -> usize {
        let of = self.items.iter().filter(|it| it.kind == kind);
        of.filter(|it| it.when.urgency() == Urgency::Overdue)
            .count()
    }
}

impl Row {
    fn is_heading(&self) -> bool {
        matches!(self, Row::Heading(_))
    }
}

/// Rows of the box below the list, its frame included.
fn box_height(body: u16) -> u16 {
    (body / 4).clamp(5, 8)
}

/// The list and the box below it.
fn parts(body: Rect) -> (Rect, Rect) {
    let below = box_height(body.height);
    let list = Rect {
        height: body.height.saturating_sub(below),
        ..body
    };
    let told = Rect {
        y: list.bottom(),
        height: body.height - list.height,
        ..body
    };
    (list, told)
}

fn height(app: &App) -> usize {
    layout(app.size, false).map_or(1, |it| {
        usize::from(parts(it.body).0.height.saturating_sub(2)).max(1)
    })
}
