//! Values of a period as a table: a matrix or a list, for reading back or to be published.
//!
//! Owns which cell says what. What is computed stands apart from what was entered, so that reading the table back enters nothing that
//! nobody has typed.

mod cell;
mod lines;
mod list;
mod matrix;
mod small;
mod together;

use std::collections::BTreeMap;

use chrono::FixedOffset;

use crate::analysis::extract::{Extract, RowOf, Shape};
use crate::analysis::grid::{Grid, GridRow};
use crate::analysis::reader::Reader;
use crate::analysis::roster::Roster;
use crate::domain::catalogue::Indicator;
use crate::domain::ids::{IndicatorId, OrganisationId, PersonId};
use crate::domain::mask::is_masked;
use crate::domain::state::State;
use crate::exchange::workbook::SheetOut;
use crate::locale::{Lang, Locale};

pub use lines::write_lines;

use super::titles::{MUNICIPALITY, VACANCY};

/// What a table needs besides the state.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// The organisations in the order in which they are numbered for publication: drawn, so that neither the real number nor the alphabet
    /// shows in it. Those that are not named here are left out of what is published.
    pub drawn: &'a [OrganisationId],
    /// Where the person sits, for days.
    pub offset: FixedOffset,
}

/// The table; `None` where there is no such period. The values of the period and of the one before are in memory.
#[must_use]
pub fn sheet(state: &State, extract: &Extract, around: Around<'_>) -> Option<SheetOut> {
    let period = state.periods.get(&extract.period)?;
    let roster = Roster::of(state, extract.period);
    let table = Table {
        state,
        extract,
        reader: Reader::new(state, extract.period)?,
        grid: Grid::of(state, &roster, &extract.columns),
        roster,
        columns: (extract.columns.iter())
            .filter_map(|id| Some((*id, &state.indicators.get(&(period.edition, *id))?.body)))
            .collect(),
        numbers: (around.drawn.iter().zip(1..))
            .map(|(id, number)| (*id, number))
            .collect(),
        offset: around.offset,
        locale: Locale::new(Lang::Ru),
    };
    let name = period.name.clone();
    Some(match extract.shape {
        Shape::Matrix { parts } => matrix::sheet(&table, name, parts),
        Shape::List => list::sheet(&table, name),
    })
}

/// The organisations of a period, to be drawn from.
#[must_use]
pub fn organisations(state: &State, extract: &Extract) -> Vec<OrganisationId> {
    let roster = Roster::of(state, extract.period);
    roster
        .organisations
        .iter()
        .map(|it| it.organisation)
        .collect()
}

/// Everybody who is named in a table: whoever takes it out has seen them.
#[must_use]
pub fn people(state: &State, extract: &Extract) -> Vec<PersonId> {
    if extract.published {
        return Vec::new();
    }
    let roster = Roster::of(state, extract.period);
    let grid = Grid::of(state, &roster, &extract.columns);
    let mut people: Vec<PersonId> = grid.rows.iter().filter_map(GridRow::person).collect();
    people.sort_unstable();
    people.dedup();
    people
}

struct Table<'a> {
    state: &'a State,
    extract: &'a Extract,
    reader: Reader<'a>,
    grid: Grid,
    roster: Roster,
    columns: Vec<(IndicatorId, &'a Indicator)>,
    numbers: BTreeMap<OrganisationId, usize>,
    offset: FixedOffset,
    locale: Locale,
}

impl Table<'_> {
    /// The places in the grid of the rows that are asked for, in order.
    fn rows(&self) -> Vec<usize> {
        let of = |it: &GridRow| (it.organisation, it.person());
        let mut places: Vec<usize> = match &self.extract.rows {
            None => (0..self.grid.rows.len()).collect(),
            Some(rows) => {
                let find = |row: &RowOf| self.grid.rows.iter().position(|it| of(it) == *row);
                rows.iter().filter_map(find).collect()
            }
        };
        if self.extract.published {
            // The order of names would tell them.
            let number = |at: &usize| {
                let organisation = self.grid.rows.get(*at)?.organisation;
                Some(organisation.map_or(usize::MAX, |it| {
                    self.numbers.get(&it).copied().unwrap_or_default()
                }))
            };
            places.retain(|at| number(at).is_some_and(|it| it > 0));
            places.sort_by_key(number);
        }
        places
    }

    /// What the organisation of a row is called. In a closed period, as it was called then.
    fn organisation(&self, row: &GridRow) -> String {
        let Some(id) = row.organisation else {
            return MUNICIPALITY.to_owned();
        };
        let recorded = self.state.result_row(self.extract.period, id);
        let known = self.state.organisations.get(&id);
        let name = recorded.map(|it| it.name.clone());
        let name = name.or_else(|| known.map(|it| it.name.clone()));
        // Masks are no names already.
        match self.extract.published && !is_masked(self.state) {
            true => format!(
                "ОО {:02}",
                self.numbers.get(&id).copied().unwrap_or_default()
            ),
            false => name.unwrap_or_default(),
        }
    }

    /// Who heads the organisation of a row.
    fn head(&self, row: &GridRow) -> String {
        match row.head.map(|it| it.person()) {
            Some(Some(id)) => {
                let person = self.state.persons.get(&id);
                person.map_or_else(String::new, |it| it.full_name())
            }
            Some(None) => VACANCY.to_owned(),
            None => String::new(),
        }
    }
}
