//! «н/п», «нет данных» and nothing for many cells: over the marked block, or over the whole direction of an organisation that has nothing of
//! the kind («нет 11 классов»).
//!
//! The reason is given once. Only empty cells get it; what stands in the others is shown and stays, unless the person says otherwise.

use std::sync::Arc;

use super::What;
use super::gather::{Gathering, is_computed, may_begin, there};
use crate::analysis::grid::Grid;
use crate::analysis::proposal::{Given, Proposed};
use crate::analysis::rows::due;
use crate::domain::value::{Cell, Entry};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::entry::reason::{Asked, remember};
use crate::tui::entry::{ground, many};
use crate::tui::layer::Outcome;
use crate::tui::screen::monitoring::lists::indicator_ids;
use crate::tui::status::Tone;

/// The cells of the marked block that can be entered.
fn marked(app: &App, what: What, size: (usize, usize)) -> (Gathering, Vec<Cell>) {
    let mut block = Gathering::new(what, size);
    let mut cells = Vec::new();
    for row in 0..size.0 {
        cells.extend((0..size.1).filter_map(|column| block.cell(app, row, column)));
    }
    (block, cells)
}

/// Takes away what stands in the marked block.
pub fn clear(app: &mut App, size: (usize, usize)) {
    if !may_begin(app) {
        return;
    }
    let (mut block, cells) = marked(app, What::Clear, size);
    for cell in cells {
        match there(app, cell) {
            Some(_) => block.put(proposed(cell, Entry::Empty)),
            None => block.blank(),
        }
    }
    block.show(app);
}

fn proposed(cell: Cell, entry: Entry) -> Proposed {
    Proposed {
        cell,
        given: Given::Entry(entry),
        note: None,
        source: None,
    }
}

/// Asks for the reason and puts it into the marked block.
pub fn block(app: &mut App, not_applicable: bool, size: (usize, usize)) {
    if may_begin(app) {
        let what = match not_applicable {
            true => What::NotApplicable,
            false => What::NoData,
        };
        let (block, cells) = marked(app, what, size);
        ask(app, block, cells, not_applicable);
    }
}

/// Asks for the reason why a whole direction does not apply to whoever is under the cursor.
pub fn direction(app: &mut App) {
    if !may_begin(app) {
        return;
    }
    let Some(cells) = ground::cell(app).and_then(|it| of_direction(app, it)) else {
        let sentence = app.say(Phrase::EntryNoCell);
        return app.status.tell(Tone::Warning, sentence);
    };
    let block = Gathering::new(What::NotApplicable, (1, cells.len()));
    ask(app, block, cells, true);
}

/// What is entered in the row of a cell under the indicators of its direction.
fn of_direction(app: &App, cell: Cell) -> Option<Vec<Cell>> {
    let state = app.state();
    let direction = state.indicator_in(cell.period, cell.indicator)?.direction;
    let period = state.periods.get(&cell.period)?;
    let due: Vec<_> = due(state, period).into_iter().map(|it| it.0).collect();
    let ids: Vec<_> = (indicator_ids(state, cell.period, direction).into_iter())
        .filter(|it| due.contains(it))
        .collect();
    let grid = Grid::of(state, app.derived.as_ref()?.roster(), &ids);
    let (row, _) = grid.find(cell)?;
    let cells = (0..ids.len()).filter_map(|column| grid.cell(row, column));
    Some(cells.filter(|it| !is_computed(app, *it)).collect())
}

fn ask(app: &mut App, block: Gathering, cells: Vec<Cell>, not_applicable: bool) {
    if cells.is_empty() {
        return block.show(app);
    }
    let those = cells.clone();
    let give = move |app: &mut App, entry: Entry| {
        remember(app, &cells, &entry);
        let mut block = block.clone();
        block.call(match entry {
            Entry::NoData { .. } => What::NoData,
            _ => What::NotApplicable,
        });
        for cell in &cells {
            block.put(proposed(*cell, entry.clone()));
            if there(app, *cell).is_some() {
                block.leave_out();
            }
        }
        // The question is still there: the block takes its place.
        Ok(match block.made(app) {
            Some(layer) => Outcome::Replace(layer),
            None => Outcome::Close,
        })
    };
    let asked = Asked {
        not_applicable,
        cells: those,
        place: many::kept::REASON.to_owned(),
        about: None,
        give: Arc::new(give),
    };
    let question = asked.question(app);
    app.open(question);
}
