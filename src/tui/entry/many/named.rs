//! A pasted table that says whose its rows are, or of what its columns are: laid by that, whatever the order on the screen.

use std::collections::{BTreeMap, BTreeSet};

use super::What;
use super::gather::Gathering;
use super::heads::{Heads, Whose};
use super::laid::Laid;
use crate::analysis::batch::Named;
use crate::analysis::grid::Grid;
use crate::analysis::proposal::{Given, Proposed};
use crate::domain::cell_text;
use crate::domain::ids::{IndicatorId, OrganisationId};
use crate::domain::value::Cell;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::entry::ground::{self, Under};
use crate::tui::entry::source;
use crate::tui::status::Tone;

/// Lays the values of a table by what it says of itself.
pub fn paste(app: &mut App, table: &[Vec<String>], heads: &Heads) {
    let (first_row, first_column) = heads.first;
    let width = table.iter().map(Vec::len).max().unwrap_or(0);
    let size = (table.len() - first_row, width - first_column);
    let indicators: Vec<Option<IndicatorId>> = (0..size.1)
        .map(|column| match &heads.columns {
            Some(all) => all.get(column).and_then(Named::id),
            None => ground::indicator_at(app, column),
        })
        .collect();
    let cells = heads
        .rows
        .as_ref()
        .and_then(|_| Cells::of(app, &indicators));
    let looks = |row, column: usize| match indicators.get(column) {
        Some(Some(id)) => ground::under_indicator(app, row, *id),
        _ => Under::Beyond,
    };
    let all = (0..size.0).flat_map(|row| (0..size.1).map(move |column| (row, column)));
    let texts = all.filter(|(row, column)| {
        let texts = table.get(first_row + row);
        let text = texts.and_then(|it| it.get(first_column + column));
        // A column whose head is not known is told by it.
        let is_known = indicators.get(*column).is_some_and(Option::is_some);
        is_known && heads.rows.is_none() && text.is_some_and(|it| !it.is_empty())
    });
    let texts: Vec<(usize, usize)> = texts.collect();
    let laid = match Laid::of(app, (size, &texts), false, &looks) {
        Ok((laid, _)) => laid,
        Err(doubt) => {
            let sentence = app.say(doubt);
            return app.status.tell(Tone::Warning, sentence);
        }
    };
    let mut block = Gathering::new(What::Paste, size);
    block.by_names([heads.rows.is_some(), heads.columns.is_some()]);
    for column in heads.columns.iter().flatten() {
        match column {
            Named::Unknown(name) if !name.is_empty() => block.unknown(name),
            _ => {}
        }
    }
    for whose in heads.rows.iter().flatten() {
        match whose {
            Whose::Unknown(name) if !name.is_empty() => block.unknown(name),
            _ => {}
        }
    }
    // How many texts of the first column are words that are no value, and how many there are.
    let mut wordy = (0, 0);
    for row in 0..size.0 {
        for (column, indicator) in indicators.iter().enumerate() {
            let texts = table.get(first_row + row);
            let text = texts.and_then(|it| it.get(first_column + column));
            let Some(text) = text.filter(|it| !it.is_empty()) else {
                block.blank();
                continue;
            };
            let whose = heads.rows.as_ref().map(|it| it.get(row));
            let under = match (whose, indicator) {
                (Some(Some(Whose::Unknown(name))), _) => {
                    if name.is_empty() {
                        block.nameless();
                    }
                    continue;
                }
                // A column whose head is not known is told by it.
                (_, None) if heads.columns.is_some() => continue,
                (_, None) => Under::Beyond,
                (Some(whose), Some(id)) => {
                    match whose
                        .zip(cells.as_ref())
                        .map(|(it, cells)| cells.find(it, *id))
                    {
                        Some(Found::Cell(cell)) => Under::Cell(cell),
                        Some(Found::Several) => {
                            block.of_several_heads();
                            continue;
                        }
                        Some(Found::Nothing) | None => Under::Nothing,
                    }
                }
                (None, Some(_)) => laid.under(row, column, &looks),
            };
            if let Some(cell) = block.take(app, under) {
                if column == 0 {
                    let is_read = cell_text::read(app.state(), cell, text).is_ok();
                    let is_word = text.chars().any(char::is_alphabetic) && !is_read;
                    wordy = (wordy.0 + usize::from(is_word), wordy.1 + 1);
                }
                block.put(Proposed {
                    cell,
                    given: Given::Text(text.clone()),
                    note: None,
                    source: source::of(app, cell).cloned(),
                });
            }
        }
    }
    // Nothing says of what the columns are, and the first one holds words: the rest would be laid beside where it belongs.
    if heads.columns.is_none() && size.1 > 1 && wordy.0 > 0 && wordy.0 == wordy.1 {
        let sentence = app.say(Phrase::BlockColumnsUnknown);
        return app.status.tell(Tone::Warning, sentence);
    }
    block.show(app);
}

/// What is found by a name.
enum Found {
    Cell(Cell),
    /// Nothing is collected there.
    Nothing,
    /// There were two heads, and each has a value of their own.
    Several,
}

/// The cells of the period by organisation and indicator.
struct Cells(BTreeMap<(Option<OrganisationId>, IndicatorId), BTreeSet<Cell>>);

impl Cells {
    fn of(app: &App, indicators: &[Option<IndicatorId>]) -> Option<Cells> {
        let ids: BTreeSet<IndicatorId> = indicators.iter().flatten().copied().collect();
        let ids: Vec<IndicatorId> = ids.into_iter().collect();
        let grid = Grid::of(app.state(), app.derived.as_ref()?.roster(), &ids);
        let mut cells: BTreeMap<_, BTreeSet<Cell>> = BTreeMap::new();
        for (at, row) in grid.rows.iter().enumerate() {
            for (column, id) in ids.iter().enumerate() {
                let there = cells.entry((row.organisation, *id)).or_default();
                there.extend(grid.cell(at, column));
            }
        }
        Some(Cells(cells))
    }

    fn find(&self, whose: &Whose, id: IndicatorId) -> Found {
        let organisation = match whose {
            Whose::Organisation(it) => Some(*it),
            Whose::Municipality => None,
            Whose::Unknown(_) => return Found::Nothing,
        };
        let there = self.0.get(&(organisation, id)).into_iter().flatten();
        match there.copied().collect::<Vec<_>>().as_slice() {
            [cell] => Found::Cell(*cell),
            [] => Found::Nothing,
            _ => Found::Several,
        }
    }
}
