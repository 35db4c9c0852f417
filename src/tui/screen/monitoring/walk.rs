//! Walking through the panes: what the movement commands do here. Must not know how anything is drawn.

use super::lists::{direction_ids, indicator_ids};
use super::panes::{ItemKey, ListItem, RowItem};
use super::{Monitoring, Pane, before, number};
use crate::domain::ids::{IndicatorId, PeriodId};
use crate::domain::state::State;
use crate::domain::value::Entry;
use crate::tui::app::App;
use crate::tui::widget::list::ListCursor;

/// A movement of the cursor within a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// By so many items.
    By(isize),
    /// By so many pages.
    Page(isize),
    /// To the first item.
    First,
    /// To the last item.
    Last,
    /// To this item, counted from 0.
    To(usize),
}

/// Moves the cursor of the pane that has the keys.
pub fn step(app: &mut App, step: Step) {
    let areas = app.monitoring.areas(app.size);
    let m = &mut app.monitoring;
    m.number.end();
    let Some(pane) = m.focus.index() else {
        let (len, height) = (
            m.panes.detail.len(),
            areas.map_or(1, |it| it.detail_height()),
        );
        return move_cursor(&mut m.detail, step, len, height);
    };
    let len = [
        m.panes.first.len(),
        m.panes.second.len(),
        m.panes.rows.len(),
    ]
    .get(pane)
    .copied()
    .unwrap_or(0);
    let height = areas.map_or(1, |it| it.pane_height(pane));
    let Some(cursor) = m.cursors.get_mut(pane) else {
        return;
    };
    let top = cursor.top;
    move_cursor(cursor, step, len, height);
    // Held from the first key on, the cursor never rests.
    m.folded |= pane == 2 && m.cursors[2].top != top;
    chosen(app, pane);
}

/// Moves a cursor in a list of this length, in a pane of this height.
pub fn move_cursor(cursor: &mut ListCursor, step: Step, len: usize, height: usize) {
    match step {
        Step::By(n) => cursor.step(n, len, height),
        Step::Page(n) => cursor.page(n, len, height),
        Step::First => cursor.go(0, len, height),
        Step::Last => cursor.go(len, len, height),
        Step::To(n) => cursor.go(n, len, height),
    }
}

/// The cursor of a pane stands on another item: what depends on it is filled anew.
fn chosen(app: &mut App, pane: usize) {
    let m = &mut app.monitoring;
    let items = match pane {
        0 => &m.panes.first,
        1 => &m.panes.second,
        _ => return Monitoring::row_chosen(app),
    };
    let Some(item) = items.get(m.cursors.get(pane).map_or(0, |it| it.at)) else {
        return;
    };
    match item.key {
        ItemKey::Direction(id) => {
            if m.chosen.direction != Some(id) {
                m.chosen.direction = Some(id);
                m.chosen.indicator = None;
            }
        }
        ItemKey::Indicator(id) => m.chosen.indicator = Some(id),
        ItemKey::Leader(leader) => m.chosen.leader = Some(leader),
    }
    Monitoring::rebuild(app);
    Monitoring::rows_changed(app);
}

/// Chooses an item of the left pane, wherever the keys are.
pub fn choose_first(app: &mut App, to: usize) {
    let focus = app.monitoring.focus;
    app.monitoring.focus = Pane::First;
    step(app, Step::To(to));
    app.monitoring.focus = focus;
}

/// Gives the keys to a pane.
pub fn focus(app: &mut App, pane: Pane) {
    app.monitoring.focus = pane;
    app.monitoring.number.end();
    Monitoring::follow_soon(app);
}

/// Gives the keys to the next pane, or to the one before.
pub fn cycle(app: &mut App, back: bool) {
    let order = [Pane::First, Pane::Second, Pane::Rows, Pane::Detail];
    let at = order
        .iter()
        .position(|it| *it == app.monitoring.focus)
        .unwrap_or(0);
    let next = if back { at + order.len() - 1 } else { at + 1 } % order.len();
    focus(app, order.get(next).copied().unwrap_or_default());
}

/// To the pane on the right or on the left; the outer ones stay.
pub fn sideways(app: &mut App, right: bool) {
    let pane = match (app.monitoring.focus, right) {
        (Pane::First, true) => Pane::Second,
        (Pane::Second | Pane::Rows, true) => Pane::Rows,
        (Pane::First | Pane::Second, false) => Pane::First,
        (Pane::Rows, false) => Pane::Second,
        (Pane::Detail, _) => Pane::Detail,
    };
    focus(app, pane);
}

/// Enter on an item of a list goes on to what it leads to. Whether there was somewhere to go.
pub fn enter(app: &mut App) -> bool {
    // Enter ends a number; after one that means nothing there is nowhere to go on from.
    if let Some(number) = app.monitoring.number.take_missed() {
        number::tell_missed(app, number);
        return true;
    }
    match app.monitoring.focus {
        Pane::First => focus(app, Pane::Second),
        Pane::Second => focus(app, Pane::Rows),
        Pane::Rows | Pane::Detail => return false,
    }
    true
}

/// Turns the panes round: leaders first, then their indicators. What is chosen stays chosen.
pub fn pivot(app: &mut App) {
    let m = &mut app.monitoring;
    // Whose row it is, is who comes first.
    let of_row = (m.row().map(|it| it.leader)).filter(|it| it.organisation.is_some());
    if !m.pivot && of_row.is_some() {
        m.chosen.leader = of_row;
    }
    m.pivot = !m.pivot;
    // A mark is about a row; the rows are others now.
    m.marks.clear();
    m.filters = Default::default();
    m.number.end();
    Monitoring::rebuild(app);
    Monitoring::rows_changed(app);
}

/// The next row, from the cursor on and then from the top, for which `wanted` holds. Whether there is one.
pub fn find_row(app: &mut App, wanted: impl Fn(&RowItem) -> bool) -> bool {
    let m = &app.monitoring;
    let len = m.panes.rows.len();
    let from = m.cursors[2].at;
    let found = (1..=len)
        .map(|n| (from + n) % len.max(1))
        .find(|at| m.panes.rows.get(*at).is_some_and(&wanted));
    let Some(at) = found else { return false };
    focus(app, Pane::Rows);
    step(app, Step::To(at));
    true
}

/// Which cells a jump looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    /// Cells that can be entered and are not.
    Empty,
    /// Cells that need attention.
    Attention,
}

/// The next row below the cursor, and only then the first from the top, in this indicator or in the next that has one.
fn next_of(app: &mut App, wanted: Wanted, fits: impl Fn(&RowItem) -> bool) -> bool {
    let m = &app.monitoring;
    // In the lists to the left the first row counts as well: nobody has stood on it yet.
    let from = m.cursors[2].at + usize::from(m.focus == Pane::Rows);
    let below = (m.panes.rows.iter().enumerate().skip(from)).find(|(_, it)| fits(it));
    if let Some(at) = below.map(|it| it.0) {
        focus(app, Pane::Rows);
        step(app, Step::To(at));
        return true;
    }
    let before = app.monitoring.chosen;
    for next in next_indicators_with(app, wanted) {
        go_to_indicator(app, next);
        let first = app.monitoring.panes.rows.iter().position(&fits);
        if let Some(at) = first {
            focus(app, Pane::Rows);
            step(app, Step::To(at));
            return true;
        }
    }
    app.monitoring.chosen = before;
    Monitoring::rebuild(app);
    Monitoring::follow_soon(app);
    false
}

/// Whether the right-hand pane is filtered: what a jump did not find there may be elsewhere.
#[must_use]
pub fn rows_are_filtered(app: &App) -> bool {
    app.monitoring
        .filters
        .last()
        .is_some_and(|it| !it.is_empty())
}

/// The indicators that have a wanted cell: those after the chosen one, then those before it, and the chosen one last.
fn next_indicators_with(app: &App, wanted: Wanted) -> Vec<IndicatorId> {
    let state = app.state();
    let (Some(period), Some(derived)) = (app.monitoring.chosen.period, &app.derived) else {
        return Vec::new();
    };
    let all: Vec<IndicatorId> = direction_ids(state, period)
        .into_iter()
        .flat_map(|it| indicator_ids(state, period, it))
        .collect();
    let chosen = app.monitoring.chosen.indicator;
    let from = (all.iter().position(|it| Some(*it) == chosen)).map_or(0, |it| it + 1);
    let (before, after) = all.split_at(from);
    (after.iter().chain(before).copied())
        .filter(|id| match wanted {
            Wanted::Empty => {
                let filling = derived.filling.indicator(*id);
                filling.entered < filling.due
            }
            Wanted::Attention => derived.attention.count(*id) > 0,
        })
        .collect()
}

/// The next cell that waits for an entry: in this pane, else in the next indicator that has one. Whether there is one.
pub fn next_empty(app: &mut App) -> bool {
    next_of(app, Wanted::Empty, |row| row.waits_for_entry)
}

/// The next cell that needs attention. Whether there is one.
pub fn next_attention(app: &mut App) -> bool {
    next_of(app, Wanted::Attention, |row| row.attention)
}

/// Chooses an indicator and its direction.
pub fn go_to_indicator(app: &mut App, indicator: IndicatorId) {
    let Some(period) = app.monitoring.chosen.period else {
        return;
    };
    let direction = app
        .state()
        .indicator_in(period, indicator)
        .map(|it| it.direction);
    app.monitoring.chosen.direction = direction;
    app.monitoring.chosen.indicator = Some(indicator);
    Monitoring::rebuild(app);
    if unhide_chosen(app) {
        Monitoring::rebuild(app);
    }
    Monitoring::rows_changed(app);
}

/// Takes the filters away that hide what is chosen, and no others. Whether there were any.
fn unhide_chosen(app: &mut App) -> bool {
    let m = &mut app.monitoring;
    let is_in = |items: &[ListItem]| items.iter().any(|it| m.chosen.is(it.key));
    let in_rows = |it: &RowItem| Some(it.indicator) == m.chosen.indicator;
    let shown = [
        is_in(&m.panes.first),
        is_in(&m.panes.second),
        !m.pivot || m.panes.rows.iter().any(in_rows),
    ];
    let mut hidden = false;
    for (filter, shown) in m.filters.iter_mut().zip(shown) {
        if !shown && !filter.is_empty() {
            filter.clear();
            hidden = true;
        }
    }
    hidden
}

/// Shows a leader: chosen in whichever pane holds leaders, with no filter in the way.
pub fn go_to_leader(app: &mut App, organisation: crate::domain::ids::OrganisationId) {
    let m = &mut app.monitoring;
    m.filters = Default::default();
    m.chosen.leader = Some(super::Leader {
        organisation: Some(organisation),
        person: None,
    });
    Monitoring::rebuild(app);
    let pivot = app.monitoring.pivot;
    if pivot {
        choose_leader(app, organisation);
    }
    focus(app, if pivot { Pane::First } else { Pane::Rows });
    if let Some(row) = app.monitoring.row().filter(|_| !pivot) {
        app.monitoring.chosen.leader = Some(row.leader);
    }
    Monitoring::follow(app);
}

/// Leaders first: puts the cursor on whoever the list has for an organisation, and shows their values.
pub fn choose_leader(app: &mut App, organisation: crate::domain::ids::OrganisationId) {
    let mut listed = app.monitoring.panes.first.iter().map(|it| it.key);
    let leader = listed.find_map(|it| match it {
        ItemKey::Leader(leader) if leader.organisation == Some(organisation) => Some(leader),
        _ => None,
    });
    if leader.is_some() {
        app.monitoring.chosen.leader = leader;
        Monitoring::rebuild(app);
    }
}

/// Shows a cell: its period, indicator and row, with the detail.
pub fn go_to_cell(app: &mut App, cell: crate::domain::value::Cell) {
    if app.state().periods.contains_key(&cell.period)
        && app.monitoring.chosen.period != Some(cell.period)
    {
        Monitoring::show_period(app, cell.period);
    }
    app.monitoring.pivot = false;
    // What is done there is about this cell, not about rows that were marked for something else.
    app.monitoring.marks.clear();
    go_to_indicator(app, cell.indicator);
    if !find_row(app, |row| row.cell == Some(cell)) && rows_are_filtered(app) {
        app.monitoring.filters = Default::default();
        Monitoring::rebuild(app);
        find_row(app, |row| row.cell == Some(cell));
    }
    focus(app, Pane::Rows);
    Monitoring::follow(app);
}

/// The next period of a period's kind.
#[must_use]
pub fn later(state: &State, period: PeriodId) -> Option<PeriodId> {
    let here = state.periods.get(&period)?;
    (state.periods.iter())
        .filter(|(_, it)| it.kind == here.kind && it.to > here.to)
        .min_by_key(|(_, it)| it.to)
        .map(|(id, _)| *id)
}

/// The period after or before the shown one, of its kind. Whether there is one.
pub fn shift_period(app: &mut App, later: bool) -> bool {
    let Some(shown) = app.monitoring.chosen.period else {
        return false;
    };
    let state = app.state();
    let target = if later {
        self::later(state, shown)
    } else {
        before(state, shown).get(1).copied()
    };
    let Some(target) = target else { return false };
    Monitoring::show_period(app, target);
    true
}

/// Marks the row under the cursor, or takes its mark away, and goes down.
pub fn mark(app: &mut App) {
    let m = &mut app.monitoring;
    if let Some(mark) = m.row().and_then(|it| m.mark_of(it)) {
        if !m.marks.remove(&mark) {
            m.marks.insert(mark);
        }
        focus(app, Pane::Rows);
        step(app, Step::By(1));
    }
}

/// Marks all rows in the pane.
pub fn mark_all(app: &mut App) {
    let m = &mut app.monitoring;
    let all: Vec<_> = (m.panes.rows.iter())
        .filter_map(|it| m.mark_of(it))
        .collect();
    m.marks.extend(all);
}

/// Whether an entry counts as not yet given.
#[must_use]
pub fn is_blank(entry: Option<&Entry>) -> bool {
    matches!(entry, None | Some(Entry::Empty))
}
