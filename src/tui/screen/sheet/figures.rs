//! What the cells of the sheet come to, ready for drawing: computed when rows and columns are made, and renewed for the keys of a commit.
//! Drawing never computes a figure: one of a year that is made of its quarters costs a roster.

use std::collections::BTreeMap;

use crate::analysis::grid::Grid;
use crate::analysis::measure::Figure;
use crate::analysis::reader::Reader;
use crate::domain::ids::IndicatorId;
use crate::domain::record::Key;
use crate::domain::state::State;

/// The figures of a grid, column by column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures(BTreeMap<IndicatorId, Vec<Figure>>);

impl Figures {
    /// Of a whole grid.
    #[must_use]
    pub fn of(state: &State, grid: &Grid) -> Figures {
        let mut figures = Figures::default();
        if let Some(reader) = Reader::new(state, grid.period) {
            for (at, id) in grid.columns.iter().enumerate() {
                figures.0.insert(*id, column(&reader, grid, at));
            }
        }
        figures
    }

    /// Brings the columns up to date that commits with these keys can have changed. Which these are.
    pub fn renew(&mut self, state: &State, grid: &Grid, keys: &[Key]) -> Vec<IndicatorId> {
        let computed = |id: IndicatorId| {
            let indicator = state.indicator_in(grid.period, id);
            indicator.is_some_and(|it| it.measure.computed_from().is_some())
        };
        // A number of another period may be part of a year, or what a change is reckoned from.
        let touches = |key: &Key, id: IndicatorId| match key {
            Key::Value(cell) => cell.indicator == id || computed(id),
            Key::Reference(_, of) => *of == id,
            Key::Correction(cell) => cell.indicator == id,
            _ => false,
        };
        let touched = (grid.columns.iter().copied().enumerate())
            .filter(|(_, id)| keys.iter().any(|key| touches(key, *id)));
        let touched: Vec<(usize, IndicatorId)> = touched.collect();
        if let Some(reader) = Reader::new(state, grid.period).filter(|_| !touched.is_empty()) {
            for (at, id) in &touched {
                self.0.insert(*id, column(&reader, grid, *at));
            }
        }
        touched.into_iter().map(|it| it.1).collect()
    }

    /// The figure in a row of the grid.
    #[must_use]
    pub fn get(&self, id: IndicatorId, row: usize) -> &Figure {
        let column = self.0.get(&id);
        column
            .and_then(|it| it.get(row))
            .unwrap_or(&Figure::NotCollected)
    }

    /// The figures of a column.
    pub fn column(&self, id: IndicatorId) -> impl Iterator<Item = &Figure> {
        self.0.get(&id).into_iter().flatten()
    }
}

fn column(reader: &Reader<'_>, grid: &Grid, at: usize) -> Vec<Figure> {
    let figure = |row| match grid.cell(row, at) {
        Some(cell) => reader.figure(cell.indicator, cell.subject),
        None => Figure::NotCollected,
    };
    (0..grid.rows.len()).map(figure).collect()
}
