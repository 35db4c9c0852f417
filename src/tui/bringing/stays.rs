//! What came by a name before it meant another thing: it stays where it is, so it is told, and there is a way to it.

use crate::analysis::batch;
use crate::args;
use crate::domain::alias::Alias;
use crate::domain::record::Key;
use crate::domain::state::Stamped;
use crate::domain::value::Cell;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::layer::Overlay;
use crate::tui::overlay::go;
use crate::tui::overlay::picker::{Item, Picker};

/// So many are told in a sentence.
const TOLD: usize = 12;

/// In a sentence; none where nothing came.
pub(super) fn told(app: &App, alias: &Stamped<Alias>) -> Option<String> {
    let cells = batch::stays(app.state(), alias);
    let narrator = app.narrator();
    let first: Vec<String> = (cells.iter().take(TOLD))
        .map(|it| narrator.cell(*it))
        .collect();
    let names = first.join("; ");
    let cells = match cells.len().saturating_sub(TOLD) {
        0 if names.is_empty() => return None,
        0 => names,
        n => app.say_with(Phrase::NamesAndMore, &args![names, n]),
    };
    let means = narrator.meaning(alias.means);
    Some(app.say_with(Phrase::RememberedStayed, &args![means, cells]))
}

/// The list of it, from which Enter leads to a value; none where nothing came.
pub(super) fn list(app: &App, alias: &Stamped<Alias>) -> Option<Box<dyn Overlay>> {
    let narrator = app.narrator();
    let state = app.state();
    let item = |cell: Cell| {
        let value = state.value(cell)?;
        let (cell_name, entry) = (narrator.cell(cell), narrator.entry(cell, &value.entry));
        Some(Item {
            label: format!("{cell_name}: {entry}"),
            right: narrator.stamp(&value.stamp),
            value: cell,
        })
    };
    let cells = batch::stays(state, alias).into_iter();
    let items: Vec<Item<Cell>> = cells.filter_map(item).collect();
    let means = narrator.meaning(alias.means);
    let title = app.say_with(Phrase::RememberedStays, &args![means]);
    let on_pick = |app: &mut App, cell: Cell| go::open(app, Key::Value(cell));
    (!items.is_empty())
        .then(|| Box::new(Picker::new(title, items, 0, Box::new(on_pick))) as Box<dyn Overlay>)
}
