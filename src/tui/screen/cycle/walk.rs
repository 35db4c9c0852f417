//! The way through the screen: the cursor of the matrix, that of the list, and how each follows the other.

use super::{CycleScreen, Item, Pane, told};
use crate::analysis::cycle::{Cell, Check, Standing};
use crate::domain::evidence::{Stage, Track};
use crate::domain::ids::{RequirementId, RoundId};
use crate::domain::record::Key;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::layer::Outcome;
use crate::tui::overlay::go;
use crate::tui::screen::Screen;
use crate::tui::screen::monitoring::walk::Step;
use crate::tui::status::Tone;

/// Moves the cursor of the area that has the keys.
pub fn step(app: &mut App, step: Step) {
    match app.cycle.focus {
        Pane::Matrix => {
            let last = Stage::ALL.len() - 1;
            let c = &mut app.cycle;
            c.stage = match step {
                Step::By(by) => c.stage.saturating_add_signed(by).min(last),
                Step::Page(pages) if pages < 0 => 0,
                Step::First => 0,
                Step::To(to) => to.min(last),
                Step::Page(_) | Step::Last => last,
            };
            list_follows(app);
        }
        Pane::List => {
            step_in_list(app, step);
            matrix_follows(app);
        }
    }
}

fn step_in_list(app: &mut App, step: Step) {
    let height = app.cycle.areas(app.size).map_or(1, |it| it.list_height());
    let c = &mut app.cycle;
    let at = c.list.at;
    let to = match step {
        Step::By(by) if by < 0 => at.checked_sub(1).and_then(|it| c.next_item(it, false)),
        Step::By(_) => c.next_item(c.end_of(at), true),
        Step::First => c.next_item(0, true),
        Step::To(to) => c.next_item(to, true),
        Step::Last => c.next_item(c.rows.len().saturating_sub(1), false),
        Step::Page(pages) => {
            c.list.page(pages, c.rows.len(), height);
            let near = c.next_item(c.list.at, pages > 0);
            near.or_else(|| c.next_item(c.list.at, pages < 0))
        }
    };
    match to {
        Some(to) => c.list.at = to,
        // At the first item the heading above it comes into sight.
        None => c.list.top = if at < height { 0 } else { c.list.top },
    }
    if c.list.at < height / 2 && matches!(step, Step::By(-1) | Step::First) {
        c.list.top = 0;
    }
    CycleScreen::resettle(app);
}

/// ← and →: over the columns of the matrix; in the list → leads nowhere and ← back to the matrix.
pub fn sideways(app: &mut App, right: bool) {
    match (app.cycle.focus, right) {
        (Pane::Matrix, true) => app.cycle.column += 1,
        (Pane::Matrix, false) => app.cycle.column = app.cycle.column.saturating_sub(1),
        (Pane::List, true) => return,
        (Pane::List, false) => return focus(app, Pane::Matrix),
    }
    CycleScreen::resettle(app);
    list_follows(app);
}

/// Gives the keys to an area.
pub fn focus(app: &mut App, pane: Pane) {
    app.cycle.focus = pane;
    // In a low window the list is as wide as the screen while it has the keys.
    CycleScreen::rebuild(app);
}

/// Gives the keys to the other area.
pub fn cycle(app: &mut App) {
    let other = match app.cycle.focus {
        Pane::Matrix => Pane::List,
        Pane::List => Pane::Matrix,
    };
    focus(app, other);
}

/// The list shows what the matrix has under its cursor: the first requirement of the cell, else the stage.
fn list_follows(app: &mut App) {
    let c = &app.cycle;
    let (stage, _) = c.at();
    let first = match c.cell() {
        Some(Cell::Asked { requirements, .. }) => requirements.first().copied(),
        _ => None,
    };
    let wanted = first.map(Item::Requirement).and_then(|it| c.row_of(it));
    let of_stage = || c.rows.iter().position(|it| it.stage == stage);
    let heading = of_stage();
    let Some(at) = wanted.or(heading) else {
        return CycleScreen::resettle(app);
    };
    let c = &mut app.cycle;
    c.list.at = at;
    c.list.top = match heading {
        Some(heading) if heading + 1 == at => heading,
        _ => at,
    };
    CycleScreen::resettle(app);
}

/// The matrix shows where the item under the cursor of the list stands.
fn matrix_follows(app: &mut App) {
    let c = &app.cycle;
    let Some(row) = c.rows.get(c.list.at) else {
        return;
    };
    let stage = Stage::ALL.iter().position(|it| *it == row.stage);
    let column = row.requirement.and_then(|it| column_of(app, it));
    app.cycle.stage = stage.unwrap_or(app.cycle.stage);
    app.cycle.column = column.unwrap_or(app.cycle.column);
    CycleScreen::resettle(app);
}

fn column_of(app: &App, id: RequirementId) -> Option<usize> {
    let matrix = &app.cycle.looked.as_ref()?.matrix;
    let has = |cell: &Cell| match cell {
        Cell::Asked { requirements, .. } => requirements.contains(&id),
        _ => false,
    };
    matrix
        .rows
        .iter()
        .find_map(|it| it.cells.iter().position(has))
}

/// Puts both cursors on a requirement or a citation.
pub(super) fn stand_on(app: &mut App, key: Key) {
    let item = match key {
        Key::Requirement(id) => Item::Requirement(id),
        Key::Citation(id) => Item::Citation(id),
        _ => return,
    };
    if let Some(at) = app.cycle.row_of(item) {
        app.cycle.list.at = at;
        CycleScreen::resettle(app);
        matrix_follows(app);
    }
}

/// To the next requirement, and round, that stands so. Whether there is one.
fn next(app: &mut App, wanted: impl Fn(&App, RequirementId, Standing) -> bool) -> bool {
    let c = &app.cycle;
    let Some(looked) = &c.looked else {
        return false;
    };
    let all = &looked.assessment.requirements;
    let here = match c.focus {
        Pane::List => c.requirement(),
        Pane::Matrix => c.acted_on().first().copied().or_else(|| c.requirement()),
    };
    let from = all
        .iter()
        .position(|it| Some(it.id) == here)
        .map_or(0, |it| it + 1);
    let round = all.iter().cycle().skip(from).take(all.len());
    let found = round.clone().find(|it| wanted(app, it.id, it.standing));
    let Some(id) = found.map(|it| it.id) else {
        return false;
    };
    stand_on(app, Key::Requirement(id));
    if app.cycle.focus == Pane::Matrix {
        list_follows_to(app, id);
    }
    true
}

/// The list stands on one of several requirements of the cell.
fn list_follows_to(app: &mut App, id: RequirementId) {
    if let Some(at) = app.cycle.row_of(Item::Requirement(id)) {
        app.cycle.list.at = at;
        app.cycle.list.top = at;
        CycleScreen::resettle(app);
    }
}

/// To the next requirement that no document proves.
pub fn next_unproven(app: &mut App) -> bool {
    next(app, |_, _, it| {
        !it.is_proven() && it != Standing::Inapplicable
    })
}

/// To the next requirement of which something is to be said: it is not proven, or by something that an expert would object to.
pub fn next_remarked(app: &mut App) -> bool {
    next(app, |app, id, it| {
        let looked = app.cycle.looked.as_ref();
        let objected = looked.is_some_and(|looked| looked.checks.contains(&Check::OtherLevel(id)));
        objected || !matches!(it, Standing::Proven | Standing::Inapplicable)
    })
}

/// Enter: from the matrix into the list; on a line of the list, to what it is about.
pub fn open(app: &mut App) {
    if app.cycle.focus == Pane::Matrix {
        return focus(app, Pane::List);
    }
    match app.cycle.item() {
        Some(Item::Requirement(_)) => crate::tui::cycle::edit(app),
        Some(Item::Own(id)) => to_own(app, id),
        Some(Item::Citation(id)) => {
            if let Some(document) = app.state().citations.get(&id).map(|it| it.document) {
                to_record(app, Key::Document(document));
            }
        }
        // What is missing is made here; what is there is opened.
        Some(Item::Checks(Check::IndicatorsWithoutGoal(..))) => crate::tui::measures::aim(app),
        Some(Item::Checks(check)) => {
            let alike = app.cycle.looked.iter().flat_map(|it| &it.checks);
            match alike.filter(|it| told::is_alike(it, &check)).count() {
                0 | 1 => to_record(app, check.key()),
                _ => super::remarks::open(app, Some(check)),
            }
        }
        None => {}
    }
}

/// What the program's records say of a requirement is looked at where they are kept.
fn to_own(app: &mut App, id: RequirementId) {
    let Some(it) = app.state().requirements.get(&id) else {
        return;
    };
    let direction = match it.track {
        Some(Track::Direction(id)) => Some(id),
        _ => None,
    };
    match direction {
        Some(id) => {
            go::to_direction(app, id);
            app.put_screen_aside(Screen::Cycle);
        }
        None => crate::tui::cycle::edit(app),
    }
}

/// Opens a record from here; Esc leads back.
pub fn to_record(app: &mut App, key: Key) {
    if matches!(key, Key::Requirement(_) | Key::Citation(_)) {
        CycleScreen::show(app, key);
        return;
    }
    match go::open(app, key) {
        Outcome::Open(page) => app.open(page),
        Outcome::Aside | Outcome::Close if app.screen != Screen::Cycle => {
            app.put_screen_aside(Screen::Cycle);
        }
        _ => {}
    }
}

/// Esc: takes the marks away, then leads from the list to the matrix, then out of the screen.
pub fn escape(app: &mut App) {
    if !app.cycle.marks.is_empty() {
        app.cycle.marks.clear();
        return CycleScreen::rebuild(app);
    }
    if app.cycle.focus == Pane::List {
        return focus(app, Pane::Matrix);
    }
    if !app.back() {
        Screen::home(app);
    }
}

/// Marks what is under the cursor or takes the mark away, and goes on.
pub fn mark(app: &mut App) {
    let ids = match (app.cycle.focus, app.cycle.cell()) {
        (Pane::Matrix, Some(Cell::Asked { requirements, .. })) => requirements.clone(),
        (Pane::Matrix, _) => Vec::new(),
        (Pane::List, _) => app.cycle.requirement().into_iter().collect(),
    };
    let c = &mut app.cycle;
    let all = ids.iter().all(|it| c.marks.contains(it));
    for id in &ids {
        match all {
            true => c.marks.remove(id),
            false => c.marks.insert(*id),
        };
    }
    CycleScreen::rebuild(app);
    if app.cycle.focus == Pane::List
        && let Some(id) = ids.first()
    {
        after_requirement(app, *id);
    }
}

/// To the requirement after one.
fn after_requirement(app: &mut App, id: RequirementId) {
    let c = &app.cycle;
    let here = c.row_of(Item::Requirement(id)).unwrap_or(0);
    let rest = c.rows.iter().enumerate().skip(here + 1);
    let next = rest
        .filter(|(_, it)| matches!(it.item, Some(Item::Requirement(_))))
        .map(|it| it.0);
    if let Some(at) = { next }.next() {
        app.cycle.list.at = at;
        CycleScreen::resettle(app);
        matrix_follows(app);
    }
}

/// Marks every requirement, or takes all marks away.
pub fn mark_all(app: &mut App) {
    let all = app
        .cycle
        .looked
        .iter()
        .flat_map(|it| &it.assessment.requirements);
    let all: std::collections::BTreeSet<_> = all.map(|it| it.id).collect();
    let c = &mut app.cycle;
    match c.marks == all {
        true => c.marks.clear(),
        false => c.marks = all,
    }
    CycleScreen::rebuild(app);
}

/// The round before or after the shown one; says so where there is none.
pub fn shift_round(app: &mut App, later: bool) {
    let state = app.state();
    let Some(shown) = app.cycle.round else {
        return;
    };
    let Some(section) = state.rounds.get(&shown).map(|it| it.section) else {
        return;
    };
    let of_section = state.rounds.iter().filter(|(_, it)| it.section == section);
    let mut all: Vec<(u16, RoundId)> = of_section.map(|(id, it)| (it.year, *id)).collect();
    all.sort_unstable();
    let at = all.iter().position(|it| it.1 == shown).unwrap_or(0);
    let to = match later {
        true => at.checked_add(1),
        false => at.checked_sub(1),
    };
    match to.and_then(|it| all.get(it)) {
        Some((_, round)) => CycleScreen::show_round(app, *round),
        None => {
            let phrase = match later {
                true => Phrase::NoLaterRound,
                false => Phrase::NoEarlierRound,
            };
            let sentence = app.say(phrase);
            app.status.tell(Tone::Warning, sentence);
        }
    }
}
