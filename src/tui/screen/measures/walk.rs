//! The way through the panes of Меры: cursors, Enter, Esc, and what is written from here.

use super::{MeasuresScreen, narrow};
use crate::analysis::measures::{Narrow, Part};
use crate::domain::record::Key;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::run::run;
use crate::tui::command::table::CommandId;
use crate::tui::followup::{self, tell};
use crate::tui::layer::Outcome;
use crate::tui::measures;
use crate::tui::overlay::{chain, go};
use crate::tui::screen::Screen;
use crate::tui::screen::catalogue::Pane;
use crate::tui::screen::monitoring::walk::{Step, move_cursor};
use crate::tui::widget::list::ListCursor;

/// Moves the cursor of the pane that has the keys.
pub fn step(app: &mut App, step: Step) {
    let Some(areas) = app.measures.areas(app.size) else {
        return;
    };
    let m = &mut app.measures;
    match m.focus {
        Pane::Sections => {
            let at = Part::ALL.iter().position(|it| *it == m.part);
            let mut cursor = ListCursor {
                at: at.unwrap_or(0),
                top: 0,
            };
            let (len, height) = (Part::ALL.len(), areas.sections_height());
            move_cursor(&mut cursor, step, len, height);
            if let Some(part) = Part::ALL.get(cursor.at) {
                choose(app, *part);
            }
        }
        Pane::List => {
            move_cursor(&mut m.list, step, m.rows.len(), areas.list_height());
            MeasuresScreen::follow_soon(app);
        }
        Pane::Detail => {
            let height = areas.detail_height();
            move_cursor(&mut m.detail_at, step, m.detail.len(), height);
        }
    }
}

/// Shows another list, as it was left.
fn choose(app: &mut App, part: Part) {
    let m = &mut app.measures;
    if m.part == part {
        return;
    }
    let key = m.key();
    if let Some(left) = place(m.part).and_then(|at| m.left.get_mut(at)) {
        *left = key;
    }
    m.part = part;
    (m.rows, m.list) = (Vec::new(), ListCursor::default());
    let left = place(part).and_then(|at| m.left.get(at).copied().flatten());
    MeasuresScreen::rebuild(app);
    if let Some(key) = left {
        MeasuresScreen::stand_on(app, key);
    }
    MeasuresScreen::follow(app);
}

fn place(part: Part) -> Option<usize> {
    Part::ALL.iter().position(|it| *it == part)
}

/// The list after this one, or before it, round.
pub fn turn(app: &mut App, back: bool) {
    let len = Part::ALL.len();
    let by = if back { len - 1 } else { 1 };
    let next = place(app.measures.part).map(|at| (at + by) % len);
    if let Some(part) = next.and_then(|it| Part::ALL.get(it)) {
        choose(app, *part);
    }
}

/// Gives the keys to a pane.
pub fn focus(app: &mut App, pane: Pane) {
    if pane == Pane::Detail && app.measures.key().is_none() {
        return;
    }
    MeasuresScreen::follow(app);
    app.measures.focus = pane;
    MeasuresScreen::again(app);
}

/// Gives the keys to the next pane, or to the one before.
pub fn cycle(app: &mut App, back: bool) {
    let is_empty = app.measures.key().is_none();
    let next = match (app.measures.focus, back) {
        (Pane::List, false) if is_empty => Pane::Sections,
        (Pane::Sections, true) if is_empty => Pane::List,
        (Pane::Sections, false) | (Pane::Detail, true) => Pane::List,
        (Pane::List, false) | (Pane::Sections, true) => Pane::Detail,
        (Pane::Detail, false) | (Pane::List, true) => Pane::Sections,
    };
    focus(app, next);
}

/// To the pane on the right or on the left.
pub fn sideways(app: &mut App, right: bool) {
    match (app.measures.focus, right) {
        (Pane::Sections, true) | (Pane::Detail, false) => focus(app, Pane::List),
        (Pane::List, true) => focus(app, Pane::Detail),
        (Pane::List, false) => focus(app, Pane::Sections),
        (Pane::Sections, false) | (Pane::Detail, true) => {}
    }
}

/// Enter: into the list, into the record, on to the neighbour that a line of it names.
pub fn open(app: &mut App) {
    match app.measures.focus {
        Pane::Sections => focus(app, Pane::List),
        Pane::List => focus(app, Pane::Detail),
        Pane::Detail => {
            let line = app.measures.detail.get(app.measures.detail_at.at);
            let Some(key) = line.and_then(|it| it.opens) else {
                return;
            };
            match go::open(app, key) {
                Outcome::Open(page) => app.open(page),
                Outcome::Aside => app.put_screen_aside(Screen::Measures),
                _ => {}
            }
        }
    }
}

/// Esc: out of the detail, out of the filter, back to where one came from.
pub fn escape(app: &mut App) {
    if app.measures.focus == Pane::Detail {
        return focus(app, Pane::List);
    }
    if !app.measures.narrow.is_empty() {
        return narrow::set(app, Narrow::default());
    }
    if app.back() {
        return;
    }
    match app.measures.focus {
        Pane::List | Pane::Detail => focus(app, Pane::Sections),
        Pane::Sections => Screen::home(app),
    }
}

/// A command that this screen has its own way of carrying out. Whether it has.
pub fn command(app: &mut App, command: CommandId) -> bool {
    let at = app.measures.under_cursor();
    match command {
        CommandId::NextDirection => turn(app, false),
        CommandId::PreviousDirection => turn(app, true),
        CommandId::Add => add(app),
        CommandId::Edit => match at {
            Some(key) => {
                if let Some(layer) = followup::editor(app, key) {
                    app.open(layer);
                }
            }
            None => tell(app, Phrase::ChooseRecord),
        },
        CommandId::Chain => match at.and_then(|it| chain::about(app, it)) {
            Some(page) => app.open(page),
            None => go::nobody_here(app),
        },
        CommandId::Analyse => match at.and_then(|it| cell_of(app, it)) {
            Some(key) => on_value(app, key, command),
            None => measures::analyse_direction(app),
        },
        CommandId::Act if at.is_none_or(|it| measures::ground_of(app, it).is_none()) => {
            act(app, at);
        }
        CommandId::Recommend | CommandId::Decide => match at.and_then(|it| cell_of(app, it)) {
            Some(key) => on_value(app, key, command),
            None if command == CommandId::Decide => {
                Screen::home(app);
                run(app, command);
            }
            None => tell(app, Phrase::RecommendOnValue),
        },
        CommandId::Act
        | CommandId::Review
        | CommandId::Report
        | CommandId::NextState
        | CommandId::Prolong
        | CommandId::Release => {
            let among: Vec<Key> = at.into_iter().chain(app.measures.followed).collect();
            match followup::on_page(app, command, &among) {
                Some(Outcome::Open(layer)) => app.open(layer),
                Some(_) => {}
                None => tell(app, Phrase::ChooseRecord),
            }
        }
        _ => return false,
    }
    true
}

/// Adds a record of the list that is shown.
fn add(app: &mut App) {
    match app.measures.part {
        Part::Goals => measures::aim(app),
        Part::Analysis => measures::analyse_direction(app),
        Part::Activities => act(app, None),
        Part::Reviews => {
            command(app, CommandId::Review);
        }
        Part::Recommendations => {
            command(app, CommandId::Recommend);
        }
        Part::Decisions => {
            command(app, CommandId::Decide);
        }
    }
}

/// A measure of the period; for the direction of what is under the cursor, where it is of one.
fn act(app: &mut App, at: Option<Key>) {
    let Some(period) = app.monitoring.chosen.period else {
        return;
    };
    let directions = at.map(|it| crate::analysis::measures::directions(app.state(), it));
    let only = directions.filter(|it| it.len() == 1).unwrap_or_default();
    let ground = measures::Ground {
        period,
        direction: only.first().copied().or(app.measures.narrow.direction),
        about: Vec::new(),
        notes: Vec::new(),
        recommendations: Vec::new(),
        heads: Vec::new(),
    };
    if let Some(layer) = measures::act_on(app, ground) {
        app.open(layer);
    }
}

/// The first value that a record is about.
fn cell_of(app: &App, key: Key) -> Option<crate::domain::value::Cell> {
    match key {
        Key::Value(cell) => Some(cell),
        key => followup::cells(app, key).first().copied(),
    }
}

/// Beneath the value it is about; Esc leads back here.
fn on_value(app: &mut App, cell: crate::domain::value::Cell, command: CommandId) {
    go::to_cell(app, cell);
    app.put_screen_aside(Screen::Measures);
    run(app, command);
}
