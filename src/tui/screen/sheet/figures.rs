//! What the cells of the sheet come to, ready for drawing: computed when rows and columns are made, and renewed for the keys of a commit.
//! Drawing never computes a figure: one of a year that is made of its quarters costs a roster.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::attention::Filling;
use crate::analysis::grid::Grid;
use crate::analysis::measure::Figure;
use crate::analysis::reader::Reader;
use crate::domain::ids::IndicatorId;
use crate::domain::record::Key;
use crate::domain::state::State;
use crate::domain::value::Subject;

/// The figures of a grid, column by column, and how much of each row is filled.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    columns: BTreeMap<IndicatorId, Vec<Figure>>,
    rows: Vec<Filling>,
}

impl Figures {
    /// Of a whole grid.
    #[must_use]
    pub fn of(state: &State, grid: &Grid) -> Figures {
        let mut figures = Figures::default();
        if let Some(reader) = Reader::new(state, grid.period) {
            for (at, id) in grid.columns.iter().enumerate() {
                figures.columns.insert(*id, column(&reader, grid, at));
            }
        }
        figures.fill(state, grid);
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
                self.columns.insert(*id, column(&reader, grid, *at));
            }
        }
        if !touched.is_empty() {
            self.fill(state, grid);
        }
        touched.into_iter().map(|it| it.1).collect()
    }

    /// The figure in a row of the grid.
    #[must_use]
    pub fn get(&self, id: IndicatorId, row: usize) -> &Figure {
        let column = self.columns.get(&id);
        column
            .and_then(|it| it.get(row))
            .unwrap_or(&Figure::NotCollected)
    }

    /// The figures of a column.
    pub fn column(&self, id: IndicatorId) -> impl Iterator<Item = &Figure> {
        self.columns.get(&id).into_iter().flatten()
    }

    /// How much of a row of the grid is filled.
    #[must_use]
    pub fn filling(&self, row: usize) -> Filling {
        self.rows.get(row).copied().unwrap_or_default()
    }

    /// Each cell counts once: what is asked of a person who heads two organisations stands in both rows and is counted in the first.
    fn fill(&mut self, state: &State, grid: &Grid) {
        let mut rows = vec![Filling::default(); grid.rows.len()];
        for (at, id) in grid.columns.iter().enumerate() {
            let figures = self.columns.get(id).into_iter().flatten();
            let Some(indicator) = state.indicator_in(grid.period, *id) else {
                continue;
            };
            let mut persons = BTreeSet::new();
            for ((row, filling), figure) in rows.iter_mut().enumerate().zip(figures) {
                let again = match grid.cell(row, at).map(|it| it.subject) {
                    Some(Subject::Person(person)) => !persons.insert(person),
                    _ => false,
                };
                if !again {
                    *filling += Filling::of(indicator, figure);
                }
            }
        }
        self.rows = rows;
    }
}

fn column(reader: &Reader<'_>, grid: &Grid, at: usize) -> Vec<Figure> {
    let figure = |row| match grid.cell(row, at) {
        Some(cell) => reader.figure(cell.indicator, cell.subject),
        None => Figure::NotCollected,
    };
    (0..grid.rows.len()).map(figure).collect()
}
