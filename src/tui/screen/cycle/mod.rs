//! The screen Цикл: the stages of the management cycle × the directions of a section, and what proves each requirement.
//!
//! Owns which round is shown, the cursors, the marks and what the areas show; made anew in `update` when records change, only put down in
//! drawing. How it is walked is in `walk`, the lines of the list in `list`, of the detail in `detail`, the words for both in `told`. The
//! forms that change something are in [`crate::tui::cycle`].

pub mod commands;
mod detail;
mod draw;
mod layout;
mod list;
pub mod remarks;
pub mod told;
pub mod walk;

use std::collections::BTreeSet;

use crate::analysis::cycle::{
    Assessment, Cell, Check, Fillings, Matrix, checks, older_than_round, periods_of,
};
use crate::domain::evidence::{Stage, Track};
use crate::domain::ids::{CitationId, PeriodId, RequirementId, RoundId};
use crate::domain::record::{Commit, Key, Kind};
use crate::tui::app::App;
use crate::tui::overlay::page::Line;
use crate::tui::screen::Screen;
use crate::tui::widget::list::ListCursor;
use layout::{Areas, areas};
use list::Row;

pub use draw::render;
pub use list::Item;

/// An area of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// Stages × directions.
    #[default]
    Matrix,
    /// The requirements with what proves them.
    List,
}

/// What a round was found to be.
#[derive(Clone, Debug)]
pub struct Looked {
    /// Every requirement.
    pub assessment: Assessment,
    /// The same laid out.
    pub matrix: Matrix,
    /// What an expert would say.
    pub checks: Vec<Check>,
    /// Citations older than a round that was copied.
    pub older: BTreeSet<CitationId>,
}

/// The screen's state.
#[derive(Clone, Debug, Default)]
pub struct CycleScreen {
    /// The round that is shown.
    pub round: Option<RoundId>,
    /// The area that has the keys.
    pub focus: Pane,
    /// The row of the matrix under the cursor: the place of a stage.
    pub stage: usize,
    /// The column under the cursor.
    pub column: usize,
    /// The first column in sight.
    pub left: usize,
    /// Where the list stands.
    pub list: ListCursor,
    /// Marked requirements.
    pub marks: BTreeSet<RequirementId>,
    /// What the round was found to be.
    pub looked: Option<Looked>,
    /// How much of the round's periods is filled.
    fillings: Fillings,
    /// The lines of the list.
    rows: Vec<Row>,
    /// The lines about what is under the cursor, where there is room for them.
    detail: Vec<Line>,
}

impl CycleScreen {
    /// Shows the screen as it was left, with what has changed since.
    pub fn open(app: &mut App) {
        app.screen = Screen::Cycle;
        let shown = app.cycle.round;
        if shown.is_none_or(|it| !app.state().rounds.contains_key(&it)) {
            app.cycle.round = latest(app);
        }
        Self::again(app);
    }

    /// Shows another round.
    pub fn show_round(app: &mut App, round: RoundId) {
        if app.cycle.round != Some(round) {
            app.cycle.round = Some(round);
            app.cycle.marks.clear();
        }
        Self::open(app);
    }

    /// Shows a section, a round, a requirement or a citation, with the cursor on it. Whether there is such a one.
    pub fn show(app: &mut App, key: Key) -> bool {
        let state = app.state();
        let requirement = match key {
            Key::Requirement(id) => Some(id),
            Key::Citation(id) => state.citations.get(&id).map(|it| it.requirement),
            _ => None,
        };
        let round = match key {
            Key::Section(id) => round_of(app, id),
            Key::Round(id) => state.rounds.contains_key(&id).then_some(id),
            _ => requirement.and_then(|id| Some(state.requirements.get(&id)?.round)),
        };
        let Some(round) = round else {
            return false;
        };
        Self::show_round(app, round);
        if requirement.is_some() {
            app.cycle.focus = Pane::List;
            Self::again(app);
            walk::stand_on(app, key);
        }
        true
    }

    /// Puts the cursor on what a command of this screen has made: a round, a requirement or a citation.
    pub fn made(app: &mut App, commit: &Commit) {
        if app.screen != Screen::Cycle {
            return;
        }
        let is_new = |kind: Kind| {
            let new = commit.changes.iter().filter(|it| it.before.is_none());
            new.map(|it| it.key).find(|it| it.kind() == kind)
        };
        let changed = commit.changes.first().map(|it| it.key);
        let lead = (is_new(Kind::Round).or_else(|| is_new(Kind::Citation)))
            .or_else(|| is_new(Kind::Requirement))
            .or(changed);
        let Some(lead) = lead else {
            return;
        };
        if matches!(lead, Key::Citation(_) | Key::Requirement(_)) {
            // Whoever works in the matrix stays in it.
            let focus = app.cycle.focus;
            Self::show(app, lead);
            app.cycle.focus = focus;
            Self::again(app);
            walk::stand_on(app, lead);
        } else {
            Self::show(app, lead);
        }
    }

    /// Records of these keys have changed.
    pub fn renew(app: &mut App, keys: &[Key]) {
        // Whoever comes back finds everything made anew.
        if app.screen != Screen::Cycle {
            return;
        }
        // A section was founded, or a round that was just begun is taken back.
        if (app.cycle.round).is_none_or(|it| !app.state().rounds.contains_key(&it)) {
            let made = keys.iter().find_map(|it| match it {
                Key::Round(id) => Some(*id),
                _ => None,
            });
            let there = made.filter(|it| app.state().rounds.contains_key(it));
            app.cycle.round = there.or_else(|| latest(app));
            return Self::again(app);
        }
        let periods = periods(app);
        if keys.iter().any(|it| rests_on_numbers(it, &periods)) {
            app.cycle.fillings = Fillings::of(app.state(), &periods);
        }
        Self::rebuild(app);
    }

    /// Values have come, or everything may read otherwise.
    pub fn again(app: &mut App) {
        if app.screen != Screen::Cycle {
            return;
        }
        let periods = periods(app);
        app.mirror.show_also(periods.iter().copied());
        for period in &periods {
            app.want_shard(*period);
        }
        app.cycle.fillings = Fillings::of(app.state(), &periods);
        Self::rebuild(app);
    }

    /// The window has another size.
    pub fn resized(app: &mut App) {
        if app.screen == Screen::Cycle {
            Self::rebuild(app);
        }
    }

    /// Looks at the round and fills the areas anew. The cursor stays on what it was on, else near its place.
    pub fn rebuild(app: &mut App) {
        let stood = app.cycle.item();
        app.cycle.looked = look(app);
        app.cycle.rows = match app.cycle.areas(app.size) {
            Some(areas) => list::rows(app, areas.list_width()),
            None => Vec::new(),
        };
        let state = app.mirror.state();
        (app.cycle.marks).retain(|it| state.requirements.contains_key(it));
        if let Some(at) = stood.and_then(|it| app.cycle.row_of(it)) {
            app.cycle.list.at = at;
        }
        Self::resettle(app);
    }

    /// Keeps the cursors in sight, and tells what is under them.
    pub fn resettle(app: &mut App) {
        let Some(areas) = app.cycle.areas(app.size) else {
            return;
        };
        let c = &mut app.cycle;
        let columns = c.looked.as_ref().map_or(0, |it| it.matrix.columns.len());
        c.stage = c.stage.min(Stage::ALL.len() - 1);
        c.column = c.column.min(columns.saturating_sub(1));
        let in_sight = areas.columns_in_sight(columns);
        if c.column < c.left {
            c.left = c.column;
        } else if c.column >= c.left + in_sight {
            c.left = c.column + 1 - in_sight;
        }
        c.left = c.left.min(columns.saturating_sub(in_sight));
        let height = areas.list_height();
        c.list.settle(c.rows.len(), height);
        if c.item().is_none() {
            c.list.at = c.next_item(c.list.at, true).unwrap_or(c.list.at);
            c.list.settle(c.rows.len(), height);
        }
        // An item that takes several lines is shown whole, where it can be.
        let end = c.end_of(c.list.at);
        if end > c.list.top + height {
            c.list.top = end.saturating_sub(height).min(c.list.at);
        }
        let room = areas
            .detail
            .map(|it| usize::from(it.width.saturating_sub(4)));
        app.cycle.detail = room.map_or_else(Vec::new, |width| detail::lines(app, width));
    }

    /// Where everything is.
    fn areas(&self, size: (u16, u16)) -> Option<Areas> {
        areas(size, self.focus)
    }

    /// What is under the cursor of the list.
    #[must_use]
    pub fn item(&self) -> Option<Item> {
        self.rows.get(self.list.at)?.item
    }

    /// The requirement of what is under the cursor of the list.
    #[must_use]
    pub fn requirement(&self) -> Option<RequirementId> {
        self.rows.get(self.list.at)?.requirement
    }

    /// The cell of the matrix under the cursor.
    #[must_use]
    pub fn cell(&self) -> Option<&Cell> {
        let matrix = &self.looked.as_ref()?.matrix;
        matrix.rows.get(self.stage)?.cells.get(self.column)
    }

    /// The stage of the row and the direction of the column under the cursor.
    #[must_use]
    pub fn at(&self) -> (Stage, Option<Track>) {
        let stage = Stage::ALL.get(self.stage).copied();
        let matrix = self.looked.as_ref().map(|it| &it.matrix);
        let column = matrix.and_then(|it| it.columns.get(self.column));
        (
            stage.unwrap_or(Stage::Goals),
            column.and_then(|it| it.track),
        )
    }

    /// The requirements that a command is about: the marked ones; else that under the cursor of the list, or all of the cell.
    #[must_use]
    pub fn acted_on(&self) -> Vec<RequirementId> {
        if !self.marks.is_empty() {
            let all = self
                .looked
                .iter()
                .flat_map(|it| &it.assessment.requirements);
            return all
                .map(|it| it.id)
                .filter(|it| self.marks.contains(it))
                .collect();
        }
        match (self.focus, self.cell()) {
            (Pane::Matrix, Some(Cell::Asked { requirements, .. })) => requirements.clone(),
            (Pane::Matrix, _) => Vec::new(),
            (Pane::List, _) => self.requirement().into_iter().collect(),
        }
    }

    /// The record under the cursor.
    #[must_use]
    pub fn under_cursor(&self) -> Option<Key> {
        match self.focus {
            Pane::Matrix => match self.acted_on().as_slice() {
                [one] => Some(Key::Requirement(*one)),
                _ => self.round.map(Key::Round),
            },
            Pane::List => self.item().map(|it| match it {
                Item::Requirement(id) | Item::Own(id) => Key::Requirement(id),
                Item::Citation(id) => Key::Citation(id),
                Item::Checks(check) => check.key(),
            }),
        }
    }

    /// All that the screen shows, as plain text.
    #[must_use]
    pub fn text(app: &App) -> String {
        let mut out = format!("{}\n\n", draw::title(app));
        for line in app.cycle.rows.iter().map(|it| it.line.text()) {
            out.push_str(line.trim_end());
            out.push('\n');
        }
        out
    }

    /// The line under the cursor with those that belong to it, as plain text.
    #[must_use]
    pub fn text_under_cursor(&self) -> String {
        let end = self.end_of(self.list.at);
        let lines = self.rows.get(self.list.at..end).unwrap_or_default();
        let lines: Vec<String> = lines
            .iter()
            .map(|it| it.line.text().trim().to_owned())
            .collect();
        lines.join("\n")
    }

    fn row_of(&self, item: Item) -> Option<usize> {
        self.rows.iter().position(|it| it.item == Some(item))
    }

    /// The first line of an item from a place on, or the last before it.
    fn next_item(&self, from: usize, down: bool) -> Option<usize> {
        let mut all = self.rows.iter().enumerate();
        let is_item = |(_, it): &(usize, &Row)| it.item.is_some();
        match down {
            true => all.skip(from).find(is_item).map(|it| it.0),
            false => all
                .by_ref()
                .take(from + 1)
                .filter(is_item)
                .last()
                .map(|it| it.0),
        }
    }

    /// The line after the last one of the item that begins at a place.
    fn end_of(&self, at: usize) -> usize {
        let rest = self.rows.iter().skip(at + 1);
        at + 1 + rest.take_while(|it| it.goes_on).count()
    }
}

/// The latest round there is: one that can be changed before one that was submitted.
fn latest(app: &App) -> Option<RoundId> {
    let all = app.state().rounds.iter();
    all.max_by_key(|(id, it)| {
        (
            it.state.is_open(),
            it.year,
            std::cmp::Reverse(it.section),
            **id,
        )
    })
    .map(|it| *it.0)
}

/// The round of a section that is shown first: the latest.
fn round_of(app: &App, section: crate::domain::ids::SectionId) -> Option<RoundId> {
    let all = app
        .state()
        .rounds
        .iter()
        .filter(|(_, it)| it.section == section);
    all.max_by_key(|(id, it)| (it.year, **id)).map(|it| *it.0)
}

/// The periods of which the round speaks.
fn periods(app: &App) -> Vec<PeriodId> {
    let round = app.cycle.round.and_then(|it| app.state().rounds.get(&it));
    round.map_or_else(Vec::new, |it| periods_of(app.state(), it.year))
}

/// Whether a record makes another filling of one of these periods.
fn rests_on_numbers(key: &Key, periods: &[PeriodId]) -> bool {
    match key {
        Key::Value(cell) => periods.contains(&cell.period),
        Key::Collection(period, _) | Key::Period(period) => periods.contains(period),
        Key::Indicator(..) | Key::Organisation(_) | Key::Appointment(_) => true,
        _ => false,
    }
}

fn look(app: &App) -> Option<Looked> {
    let (state, today) = (app.state(), app.now.today);
    let id = app.cycle.round?;
    let round = state.rounds.get(&id)?;
    let section = state.sections.get(&round.section)?;
    let assessment = Assessment::of(state, id, &app.cycle.fillings, today);
    let matrix = Matrix::of(state, section, &assessment);
    // Of a round that nothing was copied into it is no news how old its papers are.
    let older = match round.copied_from {
        Some(_) => older_than_round(state, id).into_iter().collect(),
        None => BTreeSet::new(),
    };
    Some(Looked {
        checks: checks(state, id, today),
        assessment,
        matrix,
        older,
    })
}
