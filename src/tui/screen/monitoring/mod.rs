//! The screen Мониторинг: three panes and the detail below.
//!
//! Two lists lead to cells: directions → indicators → leaders, or, turned round (pivot), leaders → directions → indicators.
//! The right-hand pane always holds cells; only there digits begin an entry. What is chosen is kept by id, never by place.

pub mod columns;
mod corrected;
mod cycle;
pub mod detail;
mod figure;
mod flow;
mod follow;
mod found;
pub mod going;
pub mod items;
pub mod keys;
pub mod lists;
pub mod marks;
pub mod number;
mod objected;
pub mod panes;
mod past;
pub mod render;
pub mod rows;
mod shown;
pub mod walk;

use std::collections::BTreeSet;

use crate::domain::check;
use crate::domain::ids::{DirectionId, IndicatorId, OrganisationId, PeriodId, PersonId};
use crate::domain::record::Key;
use crate::domain::value::Cell;
use crate::tui::app::App;
use crate::tui::command::table::{CommandId, Place};
use crate::tui::layout::{Areas, layout_turned};
use crate::tui::msg::{Effect, Timer};
use crate::tui::widget::list::ListCursor;
use marks::Mark;
use number::Number;
use panes::{Panes, RowItem};

pub use shown::{before, to_work_in};

/// Milliseconds the cursor must rest before the detail follows.
const FOLLOW_AFTER: u32 = 120;

/// How many periods before the shown one are wanted for comparison.
const PERIODS_BACK: usize = check::PERIODS_BACK;

/// A pane of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pane {
    /// The left one: directions, or leaders when turned round.
    #[default]
    First,
    /// The middle one: indicators, or directions when turned round.
    Second,
    /// The right one: cells.
    Rows,
    /// The detail below.
    Detail,
}

impl Pane {
    /// Its place among the lists; the detail is none.
    #[must_use]
    pub fn index(self) -> Option<usize> {
        match self {
            Pane::First => Some(0),
            Pane::Second => Some(1),
            Pane::Rows => Some(2),
            Pane::Detail => None,
        }
    }
}

/// An organisation with one of those who headed it (`None`: vacancy, or the municipality's row).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Leader {
    /// The organisation; `None` in the municipality's row.
    pub organisation: Option<OrganisationId>,
    /// Who heads it; `None` at a vacancy.
    pub person: Option<PersonId>,
}

/// What is chosen, by id.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The period shown.
    pub period: Option<PeriodId>,
    /// The direction.
    pub direction: Option<DirectionId>,
    /// The indicator.
    pub indicator: Option<IndicatorId>,
    /// The leader.
    pub leader: Option<Leader>,
}

/// The screen's state.
#[derive(Clone, Debug, Default)]
pub struct Monitoring {
    /// What is chosen.
    pub chosen: Selection,
    /// Leaders first, then their indicators.
    pub pivot: bool,
    /// The pane that has the keys.
    pub focus: Pane,
    /// The pane whose keys the bottom line names: like the detail, it follows when the cursor has rested.
    pub hinted: Pane,
    /// Whether the lists beside keep to the height of the right-hand pane's head, because that pane scrolls.
    pub folded: bool,
    /// Where the lists stand.
    pub cursors: [ListCursor; 3],
    /// What the lists are filtered by.
    pub filters: [String; 3],
    /// Rows marked for a common action.
    pub marks: BTreeSet<Mark>,
    /// What the detail shows: the row on which the cursor has rested.
    pub followed: Option<RowItem>,
    /// Whether the detail has most of the screen.
    pub expanded: bool,
    /// Where the detail stands: the line under the cursor and the first one in sight.
    pub detail: ListCursor,
    /// What has been typed of a number to go to.
    pub number: Number,
    /// What the panes show.
    pub panes: Panes,
}

impl Monitoring {
    /// Chooses the period to work in and fills the panes.
    pub fn start(app: &mut App) {
        let period = to_work_in(app.state(), app.now.today);
        app.monitoring.chosen.period = period;
        Self::want_periods(app);
        Self::compute(app);
        Self::rebuild(app);
        Self::follow(app);
    }

    /// Where the person is, for the keymap.
    #[must_use]
    pub fn place(&self) -> Place {
        self.place_of(self.focus)
    }

    /// What a pane holds, for the keymap.
    #[must_use]
    pub fn place_of(&self, pane: Pane) -> Place {
        match (pane, self.pivot) {
            (Pane::First, false) | (Pane::Second, true) => Place::Directions,
            (Pane::Second, false) | (Pane::First, true) => Place::Indicators,
            (Pane::Rows, _) => Place::Rows,
            (Pane::Detail, _) => Place::Detail,
        }
    }

    /// Where everything is in a window of this size.
    #[must_use]
    pub fn areas(&self, size: (u16, u16)) -> Option<Areas> {
        layout_turned(size, self.expanded, self.pivot)
    }

    /// The first item in sight of one of the two lists, and how many rows it has for items.
    ///
    /// A terminal scrolls whole rows of the screen. An item beside a row that scrolls has to be written again at every step,
    /// so a list that is longer than the head of the right-hand pane shows a part of itself while that pane has the keys.
    #[must_use]
    pub fn sight(&self, pane: usize, areas: &Areas) -> (usize, u16) {
        let cursor = self.cursors.get(pane).copied().unwrap_or_default();
        let room = u16::try_from(areas.pane_height(pane)).unwrap_or(u16::MAX);
        if !self.folded || self.pivot || !areas.head_beside() {
            return (cursor.top, room);
        }
        let height = room.min(areas.head);
        let lowest = (cursor.at + 1).saturating_sub(usize::from(height));
        (cursor.top.max(lowest), height)
    }

    /// The row under the cursor of the right-hand pane.
    #[must_use]
    pub fn row(&self) -> Option<&RowItem> {
        self.panes.rows.get(self.cursors[2].at)
    }

    /// The cell under the cursor, if there is one.
    #[must_use]
    pub fn cell(&self) -> Option<Cell> {
        self.row()?.cell
    }

    /// The indicator of the row under the cursor, else the one that is chosen.
    #[must_use]
    pub fn chosen_indicator(&self) -> Option<IndicatorId> {
        self.row().map(|it| it.indicator).or(self.chosen.indicator)
    }

    /// The record that the line of the detail under the cursor is about.
    #[must_use]
    pub fn detail_key(&self) -> Option<Key> {
        self.panes.detail.get(self.detail.at)?.opens
    }

    /// What Enter does on the line of the detail under the cursor, where it is about no record.
    #[must_use]
    pub fn detail_action(&self) -> Option<CommandId> {
        self.panes.detail.get(self.detail.at)?.does
    }

    /// Fills all panes anew and puts the cursors where the chosen things are.
    pub fn rebuild(app: &mut App) {
        let panes = panes::build(app);
        app.monitoring.panes = panes;
        let m = &mut app.monitoring;
        if let Some(at) = m.panes.first.iter().position(|it| m.chosen.is(it.key)) {
            m.cursors[0].at = at;
        }
        if let Some(at) = m.panes.second.iter().position(|it| m.chosen.is(it.key)) {
            m.cursors[1].at = at;
        }
        let chosen = m.chosen;
        let at = if m.pivot {
            m.panes
                .rows
                .iter()
                .position(|it| Some(it.indicator) == chosen.indicator)
        } else {
            (m.panes
                .rows
                .iter()
                .position(|it| Some(it.leader) == chosen.leader))
            .or_else(|| {
                let organisation = chosen.leader?.organisation;
                m.panes
                    .rows
                    .iter()
                    .position(|it| it.leader.organisation == organisation)
            })
        };
        if let Some(at) = at {
            m.cursors[2].at = at;
        }
        Self::resettle(app);
    }

    /// The window has another size: what was made to fit its width is made ready anew.
    pub fn resized(app: &mut App) {
        Self::rebuild(app);
        detail::renew(app);
    }

    /// The detail takes most of the screen, or gives it back.
    pub fn expand(app: &mut App, expanded: bool) {
        app.monitoring.expanded = expanded;
        detail::renew(app);
    }

    /// Keeps the cursors in sight after a change of size or contents.
    pub fn resettle(app: &mut App) {
        let areas = app.monitoring.areas(app.size);
        let m = &mut app.monitoring;
        let lengths = [
            m.panes.first.len(),
            m.panes.second.len(),
            m.panes.rows.len(),
        ];
        for (at, (cursor, len)) in m.cursors.iter_mut().zip(lengths).enumerate() {
            cursor.settle(len, areas.map_or(1, |it| it.pane_height(at)));
        }
        m.detail.settle(
            m.panes.detail.len(),
            areas.map_or(1, |it| it.detail_height()),
        );
    }

    /// The cursor of the right-hand pane moved: what is under it is chosen, and the detail follows when it rests.
    pub fn row_chosen(app: &mut App) {
        let m = &mut app.monitoring;
        if let Some((leader, indicator)) = m.row().map(|it| (it.leader, it.indicator)) {
            if m.pivot {
                m.chosen.indicator = Some(indicator);
            } else {
                m.chosen.leader = Some(leader);
            }
        }
        Self::follow_soon(app);
    }

    /// The lists led to other rows: whoever was chosen stays chosen, also among rows where they have none.
    pub fn rows_changed(app: &mut App) {
        if app.monitoring.chosen.leader.is_none() {
            return Self::row_chosen(app);
        }
        Self::follow_soon(app);
    }

    /// Something moved: what is shown about it follows when it rests.
    pub fn follow_soon(app: &mut App) {
        app.emit(Effect::Arm(Timer::Follow, FOLLOW_AFTER));
    }

    /// The cursor has rested: the detail shows the row under it.
    pub fn follow(app: &mut App) {
        let row = app.monitoring.row().cloned();
        if row.as_ref().map(|it| it.cell) != app.monitoring.followed.as_ref().map(|it| it.cell) {
            app.monitoring.detail = ListCursor::default();
        }
        app.monitoring.followed = row;
        app.monitoring.hinted = app.monitoring.focus;
        app.monitoring.folded = matches!(app.monitoring.focus, Pane::Rows | Pane::Detail);
        detail::renew(app);
    }
}

impl Selection {
    /// Whether this is what is chosen.
    #[must_use]
    pub fn is(&self, key: panes::ItemKey) -> bool {
        match key {
            panes::ItemKey::Direction(id) => self.direction == Some(id),
            panes::ItemKey::Indicator(id) => self.indicator == Some(id),
            // The list has one line for each organisation, the rows may have one for each of its heads.
            panes::ItemKey::Leader(it) => {
                (self.leader).is_some_and(|chosen| chosen.organisation == it.organisation)
            }
        }
    }
}
